"""How results and refusals are told: as lines for people, as plain values for programs."""

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from workbench.actions.desk import Refused
from workbench.cli.both import Contested
from workbench.domain.findings import Finding
from workbench.domain.problems import Problem
from workbench.domain.sentences import sentence
from workbench.domain.wording import Language, Texts
from workbench.domain.words import Words
from workbench.store.protocol import NotFound, NotStored, Unreadable

Values = dict[str, Any]


class NotWritten(Exception):
    """The file for the result cannot be written."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{path}: {why}")
        self.path, self.why = path, why


class Stopped(Exception):
    """What was found keeps the result back."""

    def __init__(self, message: str, found: Sequence[Values]) -> None:
        super().__init__(message)
        self.found = found


REFUSALS = (Contested, NotFound, NotStored, NotWritten, Refused, Stopped, Unreadable)


def reasons(refusal: Exception, words: Words, texts: Texts) -> list[str]:
    """Return why something was not done, and what to do: one or more sentences."""
    match refusal:
        case Refused():
            return [texts(f"action.{refusal.key}", **refusal.values)]
        case Unreadable():
            return [sentence(problem, texts, words.template) for problem in refusal.problems]
        case Contested():
            return list(refusal.lines(words, texts))
        case NotFound():
            return [texts("cli.not_found", path=refusal)]
        case NotStored():
            return [texts(f"store.{refusal.key}", **refusal.values)]
        case NotWritten():
            return [texts("cli.not_written", path=refusal.path, why=refusal.why)]
        case Stopped():
            return [str(refusal), *(_finding(one, texts) for one in refusal.found)]
    raise refusal


def refused(refusal: Exception, told: Sequence[str]) -> Values:
    """Return a refusal as plain values."""
    values: Values = {"saved": False, "refused": list(told)}
    if isinstance(refusal, Contested):
        values["conflict"] = refusal.told()
    return values


def problems(found: Iterable[Problem], words: Words, texts: Texts) -> list[Values]:
    """Return shape problems as plain values."""
    return [
        {"line": p.line, "field": p.path, "message": sentence(p, texts, words.template)}
        for p in found
    ]


def findings(found: Iterable[Finding], words: Words, language: Language) -> list[Values]:
    """Return findings as plain values."""
    from workbench.rules.catalogue import sentences

    told = [(finding, sentences(finding, words, language)) for finding in found]
    return [
        {
            "rule": finding.rule.code,
            "severity": finding.rule.severity,
            "path": finding.path,
            "message": message,
            "remedy": remedy,
        }
        for finding, (message, remedy) in told
    ]


def checked(one: Values, texts: Texts) -> str:
    """Return what `check` found in one description, as lines."""
    if "problems" in one:
        return "\n".join([one["id"], *(problem["message"] for problem in one["problems"])])
    lines = [
        one["id"],
        texts("cli.check.level", rung=one["level"]["rung"], level=one["level"]["name"]),
        *_why(one["level"]["why_not_higher"], texts),
        _filled(one["completeness"], texts),
        one["disclaimer"],
        texts("cli.check.findings", n=len(one["findings"])),
        *(_finding(finding, texts) for finding in one["findings"]),
    ]
    return "\n".join(lines)


def as_json(values: Any) -> str:
    """Return one JSON document."""
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n"


def deliver(result: str | bytes, file: Path | None) -> None:
    """Hand over a result on standard output or in a file; raise NotWritten."""
    content = result.encode("utf-8", "backslashreplace") if isinstance(result, str) else result
    if file is None:
        sys.stdout.buffer.write(content)
        return
    try:
        file.write_bytes(content)
    except OSError as error:
        raise NotWritten(file, error.strerror or type(error).__name__) from None


def say(message: str) -> None:
    """Tell what happens, on standard error."""
    sys.stderr.write(f"{message}\n")


def _filled(completeness: Values, texts: Texts) -> str:
    target = completeness["target"]
    count = completeness["levels"][target]
    return texts(
        "cli.check.filled",
        answered=count["answered"],
        required=count["required"],
        level=texts(f"level.{target}"),
    )


def _why(reasons: Sequence[Values], texts: Texts) -> list[str]:
    told = [f"- {reason['reason']}" for reason in reasons]
    return [texts("cli.check.why_not_higher"), *told] if told else []


def _finding(finding: Values, texts: Texts) -> str:
    severity = texts(f"cli.severity.{finding['severity']}")
    place = f"{severity} ({finding['rule']}, {finding['path']})"
    return f"{place}: {finding['message']} {finding['remedy']}"
