"""The parts of a report, in no format yet: what stands where, in words that are ready to read."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from workbench.domain.wording import Language

Kind = Literal["answer", "gap", "remark", "reference"]
Layout = Literal["book", "flowing", "sheet"]
"""On paper: a cover and a page for each chapter; all in one flow; or all on one sheet."""


_ADDRESS = re.compile(r"(https?://[^\s\"<>\\{}|^`]*[^\s\"<>\\{}|^`.,;:!?)\]])")


@dataclass(frozen=True)
class Heading:
    """A heading; chapters are level 1, and no level is ever skipped."""

    level: int
    text: str
    listed: bool = False
    """Whether it stands in the table of contents."""


@dataclass(frozen=True)
class Label:
    """A question inside an item, above its answer; no heading of its own."""

    text: str


@dataclass(frozen=True)
class Piece:
    """A part of a paragraph."""

    text: str
    italic: bool = False
    link: str = ""


@dataclass(frozen=True)
class Comment:
    """What somebody said about a paragraph, for the formats that can show it in the margin."""

    number: int
    """Its own within a report, from 0."""
    author: str
    time: datetime
    text: str


@dataclass(frozen=True)
class Paragraph:
    """Words of one kind; a line break in them is a line break on paper."""

    text: str
    kind: Kind = "answer"
    italics: tuple[tuple[int, int], ...] = ()
    """Where in the text italics begin and end, in order."""
    comments: tuple[Comment, ...] = ()

    @property
    def pieces(self) -> Iterator[Piece]:
        """Yield the text in pieces that look the same; an address in a reference is a link."""
        place = 0
        for start, end in self.italics:
            yield from _linked(self.text[place:start], self.kind)
            yield Piece(self.text[start:end], italic=True)
            place = end
        yield from _linked(self.text[place:], self.kind)


@dataclass(frozen=True)
class Bullets:
    """A list of which the order says nothing."""

    items: tuple[str, ...]


Cell = tuple[Paragraph, ...]


@dataclass(frozen=True)
class Facts:
    """Short answers beside their questions; the caption is for who cannot see the place."""

    caption: str
    rows: tuple[tuple[str, Cell], ...]
    abreast: int = 1
    """How many questions stand on one line of paper."""


@dataclass(frozen=True)
class Table:
    """Items below each other, with one header row; the caption is as with facts."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Room:
    """An empty place to write in by hand or on a screen, with a word that says so."""

    text: str
    lines: int = 4


@dataclass(frozen=True)
class Picture:
    """A drawing; everything that it shows stands in words beside it too."""

    title: str
    told: str
    """What it shows, for who cannot see it."""
    instead: str
    """What stands in its place where nothing can be drawn."""
    svg: str
    width: float
    height: float
    """Its own size, in the pixels of a web page; on paper it is never drawn larger."""


@dataclass(frozen=True)
class OwnPage:
    """Blocks that stand on a page of their own with narrow margins, where there are pages."""

    blocks: tuple["Block", ...]


Block = Heading | Label | Paragraph | Bullets | Facts | Table | Room | Picture | OwnPage


def comments(blocks: Iterable[Block]) -> Iterator[Comment]:
    """Yield the comments on blocks, in the order of the text."""
    for block in flat(blocks):
        if isinstance(block, Paragraph):
            yield from block.comments
        elif isinstance(block, Facts):
            yield from (one for _, cell in block.rows for part in cell for one in part.comments)
        elif isinstance(block, Table):
            cells = (cell for row in block.rows for cell in row)
            yield from (one for cell in cells for part in cell for one in part.comments)


def flat(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks in order, with those on own pages at their place among the others."""
    for block in blocks:
        if isinstance(block, OwnPage):
            yield from flat(block.blocks)
        else:
            yield block


@dataclass(frozen=True)
class Cover:
    """What stands on the first page around the title."""

    kind: str
    owner: str
    mark: str
    """Says that the programme is made up; empty when it is not."""
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Labels:
    """The few words that a format adds of its own."""

    contents: str
    page: str
    """The page number in words, with the places {page} and {pages}."""


@dataclass(frozen=True)
class Report:
    """A whole report: cover, colophon, contents, body and closing words, in this order."""

    language: Language
    title: str
    cover: Cover
    colophon: tuple[Block, ...]
    body: tuple[Block, ...]
    closing: tuple[str, ...]
    labels: Labels
    authors: str
    made_on: date
    data: Mapping[str, Any]
    """Its own values, for the formats that are data; those of the werkblad are the description."""
    layout: Layout = "book"

    @property
    def contents(self) -> tuple[Heading, ...]:
        """The headings of the body that stand in the table of contents."""
        found = (block for block in flat(self.body) if isinstance(block, Heading))
        return tuple(heading for heading in found if heading.listed)


def _linked(text: str, kind: Kind) -> Iterator[Piece]:
    for number, part in enumerate(_ADDRESS.split(text) if kind == "reference" else [text]):
        if part:
            yield Piece(part, link=part if number % 2 else "")
