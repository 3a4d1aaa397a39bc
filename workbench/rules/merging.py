"""Two texts that were both made of a third one, put together so that no words are lost."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

_WORDS = re.compile(r"\w+|\n|[^\S\n]+|.", re.DOTALL)

Words = list[str]


@dataclass(frozen=True)
class Merged:
    """A text with the changes of both, and whether they kept out of each other's way."""

    text: str
    apart: bool
    """If not, a part of the text holds what both made of it, one after the other."""


@dataclass(frozen=True)
class _Edit:
    """What one side made of the words from `start` up to `end`."""

    start: int
    end: int
    words: Words


@dataclass
class _Place:
    """A part of the text on which both were at work, with what each did there."""

    start: int
    end: int
    theirs: list[_Edit]
    mine: list[_Edit]

    @property
    def is_clash(self) -> bool:
        """Whether both were at work here."""
        return bool(self.theirs and self.mine)

    @property
    def is_insertion(self) -> bool:
        """Whether both put something in at one point, and took nothing out."""
        return self.is_clash and self.start == self.end


def merged(base: str | None, theirs: str, mine: str, between: str = "\n\n") -> Merged:
    """Return a text with the changes that two people made of `base`.

    What only one of them changed is taken over. Where both changed the same, or where the base is
    not known, stands what the other made of that paragraph, then what I made of it.
    """
    if base is None:
        base = theirs if theirs == mine else ""
    words = _WORDS.findall(base)
    text, at, apart = "", 0, True
    for place in _places(words, _edits(words, theirs), _edits(words, mine)):
        text += "".join(words[at : place.start])
        left, right = (_made(words, place, edits) for edits in (place.theirs, place.mine))
        if place.is_clash and left != right:
            apart = False
            text += _both(left, right, _glue(words, place, left, right, between))
        else:
            text += left if place.theirs else right
        at = place.end
    return Merged(text + "".join(words[at:]), apart)


def chosen_by_both(
    base: Sequence[str] | None, theirs: Sequence[str], mine: Sequence[str]
) -> list[str]:
    """Return what two people chose from a list: what either added, without what either took out."""
    before = list(base or [])
    gone = {code for code in before if code not in theirs or code not in mine}
    both = [*theirs, *(code for code in mine if code not in theirs)]
    return [code for code in both if code not in gone]


def _both(theirs: str, mine: str, between: str) -> str:
    if not theirs.strip() or not mine.strip():
        return theirs if theirs.strip() else mine
    return f"{theirs}{between}{mine}"


def _glue(words: Words, place: _Place, left: str, right: str, between: str) -> str:
    """Return what keeps two versions of one place apart."""
    if not place.is_insertion or _is_paragraph(words, place):
        return between
    return " " if left[-1:].isalnum() and right[:1].isalnum() else ""


def _edits(words: Words, text: str) -> list[_Edit]:
    """Return what was done to words to make a text; a blank between two edits is part of them."""
    new, edits = _WORDS.findall(text), list[_Edit]()
    for step in Indel.opcodes(words, new):
        if step.tag == "equal":
            continue
        edit = _Edit(step.src_start, step.src_end, new[step.dest_start : step.dest_end])
        last = edits[-1] if edits else None
        if last and all(word.isspace() for word in words[last.end : edit.start]):
            blank = words[last.end : edit.start]
            edits[-1] = _Edit(last.start, edit.end, [*last.words, *blank, *edit.words])
        else:
            edits.append(edit)
    return edits


def _places(words: Words, theirs: list[_Edit], mine: list[_Edit]) -> Iterator[_Place]:
    """Yield where the text was changed, in order; edits that touch each other as one place."""
    places: list[_Place] = []
    tagged = [*((edit, True) for edit in theirs), *((edit, False) for edit in mine)]
    for edit, is_theirs in sorted(tagged, key=lambda tag: (tag[0].start, tag[0].end)):
        place = _Place(edit.start, edit.end, *(([edit], []) if is_theirs else ([], [edit])))
        places.append(place)
        _settle(words, places)
    yield from places


def _settle(words: Words, places: list[_Place]) -> None:
    """Join the last places as long as they touch; one on which both worked is whole paragraphs."""
    while len(places) > 1 and places[-1].start <= places[-2].end:
        last, before = places.pop(), places[-1]
        before.end = max(before.end, last.end)
        before.theirs += last.theirs
        before.mine += last.mine
        if before.is_clash and not before.is_insertion:
            _widen(words, before)


def _is_paragraph(words: Words, place: _Place) -> bool:
    before, after = words[: place.start][-1:], words[place.end :][:1]
    return before in ([], ["\n"]) and after in ([], ["\n"])


def _widen(words: Words, place: _Place) -> None:
    while place.start and words[place.start - 1] != "\n":
        place.start -= 1
    while place.end < len(words) and words[place.end] != "\n":
        place.end += 1


def _made(words: Words, place: _Place, edits: list[_Edit]) -> str:
    """Return what one side made of a place."""
    made, at = Words(), place.start
    for edit in edits:
        made += [*words[at : edit.start], *edit.words]
        at = edit.end
    return "".join([*made, *words[at : place.end]])
