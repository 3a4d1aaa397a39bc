"""From arguments to an exit code: 0 done, 1 findings or refused input, 2 wrong usage."""

import io
import os
import sys
from argparse import Namespace
from collections.abc import Sequence

from workbench.cli import telling
from workbench.cli.commands import DONE, REFUSED
from workbench.cli.usage import language_in, parser
from workbench.domain.words import Words
from workbench.store.words import WordsDamaged, load_words


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one command and return its exit code; wrong usage ends in SystemExit with 2."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    _in_utf8()
    try:
        words = load_words()
        asked = parser(words.texts[language_in(given)]).parse_args(given)
        code = _carried_out(asked, words)
        sys.stdout.flush()
    except WordsDamaged as damaged:
        telling.say(str(damaged))
        return REFUSED
    except BrokenPipeError:  # whoever read the result has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    return code


def _carried_out(asked: Namespace, words: Words) -> int:
    try:
        return int(asked.run(asked, words))
    except telling.REFUSALS as refusal:
        told = telling.reasons(refusal, words, words.texts[asked.lang])
        telling.say("\n".join(told))
        if asked.json:
            telling.deliver(telling.as_json(telling.refused(refusal, told)), None)
        return REFUSED


def _in_utf8() -> None:
    """Write UTF-8 whatever the terminal says; what no file can hold stays visible as its code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
