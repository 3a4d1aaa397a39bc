"""The command that prints who may do what."""

from argparse import Namespace

from workbench.cli import telling
from workbench.cli.commands import DONE
from workbench.domain.words import Words


def rights(asked: Namespace, words: Words) -> int:
    """Write the table of who may do what as Markdown."""
    from workbench.documents.rights import rights as page

    texts = words.texts[asked.lang]
    telling.deliver(page(texts), asked.output)
    if asked.output:
        telling.say(texts("cli.written", path=asked.output))
    return DONE
