"""Reports to test with: of the examples, of anything at all, and the words that stand in them."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from workbench.documents.blocks import (
    Block,
    Bullets,
    Facts,
    Paragraph,
    Picture,
    Report,
    Table,
    flat,
)
from workbench.documents.reports.making import made
from workbench.documents.reports.material import material
from workbench.domain.paths import Shape, shape_at, star
from workbench.domain.programme import Programme
from workbench.domain.words import Words
from workbench.store.reading import read_any

EXAMPLES = Path(__file__).parents[2] / "programmes" / "voorbeeld"
MADE_ON = date(2026, 11, 23)


def example(name: str, words: Words) -> Programme:
    """Return one of the fictitious programmes."""
    data = read_any((EXAMPLES / f"{name}.yaml").read_bytes()).data
    return Programme.model_validate(data, context=words.options)


def described(data: Mapping[str, Any], words: Words) -> Programme:
    """Return the description that plain data holds."""
    return Programme.model_validate(data, context=words.options)


def report_of(
    programme: Programme,
    words: Words,
    *,
    name: str = "werkblad",
    gaps: bool = False,
    language: str = "nl",
    revision: int | None = 12,
) -> Report:
    """Return a report of a description; the werkblad where no other is asked for."""
    made_from = material(programme, words, language, made_on=MADE_ON, gaps=gaps, revision=revision)  # type: ignore[arg-type]
    return made(name, made_from)


def marked(data: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    """Return a description without links whose texts each start with a word of their own.

    The second value holds that word for the address of every text in which something stands, but
    for items with a note at one of their questions: that note names the item once more.
    """
    marks: dict[str, str] = {}
    with_marks = _marked(data, "", marks)
    noted = [place for place in data.get("about", {}) if "*" in star(place)]
    named_again = {place.rpartition(".")[0] for place in noted}
    once = {
        path: mark for path, mark in marks.items() if path.rpartition(".")[0] not in named_again
    }
    return with_marks, once


def _marked(value: Any, path: str, marks: dict[str, str]) -> Any:
    if path == "about":
        return {place: _note(note, place, marks) for place, note in value.items()}
    if isinstance(value, Mapping):
        parts = {key: _marked(part, _below(path, key), marks) for key, part in value.items()}
        return {key: part for key, part in parts.items() if part is not None}
    if isinstance(value, list) and value and isinstance(value[0], Mapping):
        return [{"id": item["id"], **_marked(_rest(item), f"{path}.{item['id']}", marks)}
                for item in value]  # fmt: skip
    shape = _shape(path)
    if shape is None or not shape.link:
        return _with_mark(value, path, marks) if shape and _is_text(shape) else value
    return None


def _note(note: Mapping[str, Any], place: str, marks: dict[str, str]) -> dict[str, Any]:
    told = {
        name: _with_mark(note[name], f"about {place} {name}", marks)
        for name in ("source", "not_applicable")
        if name in note
    }
    return {**note, **told}


def _with_mark(value: Any, path: str, marks: dict[str, str]) -> Any:
    if not isinstance(value, str) or not value.strip():
        return value
    marks[path] = f"Merk{len(marks):05}x"
    return f"{marks[path]} {value}"


def _rest(item: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in item.items() if key != "id"}


def _below(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


def _shape(path: str) -> Shape | None:
    return None if path in ("format_version", "template_version") else shape_at(star(path))


def _is_text(shape: Shape) -> bool:
    return shape.type is str and not shape.options


def shows(found: str, typed: str) -> bool:
    """Return whether a text stands in what was found, white space aside; a list lost its dashes."""
    without_dashes = re.sub(r"(?m)^[-•] ", "", typed)
    return any(" ".join(text.split()) in found for text in (typed, without_dashes))


def said(report: Report) -> str:
    """Return everything that stands in a report, in order."""
    cover = report.cover
    front = [cover.kind, report.title, cover.owner, cover.mark]
    blocks = (*cover.blocks, *report.colophon, *report.body)
    return "\n".join([*front, *(text for block in flat(blocks) for text in spoken(block))])


LAST_ANNEX = "Samenhang in beeld"


def answered(text: str) -> str:
    """Return a report without its last annex, which repeats names to show how they are linked."""
    return text.rpartition(LAST_ANNEX)[0] if LAST_ANNEX in text else text


def spoken(block: Block) -> Iterator[str]:
    """Yield the words of a block, in order."""
    if isinstance(block, Facts):
        for label, cell in block.rows:
            yield label
            yield from (paragraph.text for paragraph in cell)
    elif isinstance(block, Table):
        yield from block.header
        yield from (part.text for row in block.rows for cell in row for part in cell)
    elif isinstance(block, Bullets):
        yield from block.items
    elif isinstance(block, Picture):
        yield from (block.title, block.told)
    else:
        yield block.text


def paragraphs(report: Report) -> list[Paragraph]:
    """Return every paragraph of the body and the colophon, those inside tables included."""
    found: list[Paragraph] = []
    for block in flat((*report.colophon, *report.body)):
        if isinstance(block, Paragraph):
            found.append(block)
        elif isinstance(block, Facts):
            found += [part for _, cell in block.rows for part in cell]
        elif isinstance(block, Table):
            found += [part for row in block.rows for cell in row for part in cell]
    return found
