"""What differs between two texts, word by word, so that people see it rather than search for it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from rapidfuzz.distance import Indel

Kind = Literal["same", "gone", "new"]
_WORDS = re.compile(r"\w+|\s+|.", re.DOTALL)


@dataclass(frozen=True)
class Piece:
    """A part of two texts: in both, only in the old one, or only in the new one."""

    kind: Kind
    text: str


def words_apart(old: str, new: str) -> list[Piece]:
    """Return two texts as pieces, in order.

    The pieces that are not new make up the old text, those that are not gone the new one. Within
    one change stands first what is gone, then what came for it.
    """
    return list(_joined(_pieces(_WORDS.findall(old), _WORDS.findall(new))))


def _pieces(old: list[str], new: list[str]) -> Iterator[Piece]:
    for step in Indel.opcodes(old, new):
        before = "".join(old[step.src_start : step.src_end])
        after = "".join(new[step.dest_start : step.dest_end])
        # A blank between two changed words belongs to the change: islands are hard to read.
        if step.tag == "equal" and not before.isspace():
            yield Piece("same", before)
        else:
            yield from (Piece("gone", before), Piece("new", after))


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the pieces with neighbours of one kind together."""
    there = (piece for piece in pieces if piece.text)
    for same, group in groupby(there, lambda piece: piece.kind == "same"):
        run = list(group)
        kinds: tuple[Kind, ...] = ("same",) if same else ("gone", "new")
        for kind in kinds:
            text = "".join(piece.text for piece in run if piece.kind == kind)
            if text:
                yield Piece(kind, text)
