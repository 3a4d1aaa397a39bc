"""Typed text as paragraphs and lists: what somebody meant with white lines and dashes."""

import re
from itertools import groupby

from workbench.documents.blocks import Bullets, Paragraph

# A mark as people type it or paste it from a word processor, and at least a letter after it.
_ITEM = re.compile(r"[ \t]*[-–•*·][ \t]+(?=\S)")
_FEWEST = 2
"""One line with a dash is a line with a dash; two below each other are a list."""


def prose(text: str) -> list[Paragraph | Bullets]:
    """Return the paragraphs and lists of a text, in order and without losing a word."""
    runs = (list(run) for _, run in groupby(text.splitlines(), key=_sort))
    return [_block(run) for run in runs if run[0].strip()]


def _sort(line: str) -> str:
    return "item" if _ITEM.match(line) else "text" if line.strip() else "white"


def _block(lines: list[str]) -> Paragraph | Bullets:
    if len(lines) >= _FEWEST and _ITEM.match(lines[0]):
        return Bullets(tuple(_ITEM.sub("", line, count=1).rstrip() for line in lines))
    return Paragraph("\n".join(line.strip() for line in lines))
