"""One section of a description, ready to draw."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from workbench.domain.findings import Finding
from workbench.domain.paths import is_empty, shape_at, star, value_at
from workbench.domain.template import Kind, Question, Section
from workbench.domain.wording import Language, Texts
from workbench.domain.words import Words
from workbench.rules.catalogue import sentences
from workbench.rules.wordings import quoted
from workbench.store.protocol import Opened, Stamp
from workbench.ui.presenters.moments import day, span
from workbench.ui.presenters.progress import numbered
from workbench.ui.views import CardView, FieldView, Help, ListView, NoteView, Remark, Way

TEXT_KINDS = {"line", "text"}
SHORT = 90
LITERATURE = "literature"


@dataclass(frozen=True)
class Reading:
    """A description, and the words, language and clock in which somebody reads it."""

    opened: Opened
    words: Words
    language: Language
    when: Callable[[Stamp], str]
    findings: Sequence[Finding] = ()
    only_reads: bool = False

    @property
    def texts(self) -> Texts:
        """The catalogue of the reader's language."""
        return self.words.texts[self.language]


def questions(
    reading: Reading, section: Section, open_ids: Mapping[str, str | None]
) -> tuple[FieldView | ListView, ...]:
    """Return the views of a section's questions; `open_ids` says per list which item is open."""
    return tuple(
        list_view(reading, question, open_ids.get(question.path))
        if question.kind == "list"
        else field_view(reading, question, question.path)
        for question in section.questions
    )


def field_view(reading: Reading, question: Question, path: str) -> FieldView:
    """Return the view of one question at one address."""
    value = value_at(reading.opened.data, path)
    stamp = _last_saved(reading.opened, path, value, question.kind)
    return FieldView(
        path=path,
        kind=question.kind,
        label=question.label[reading.language],
        value=value,
        help=_help(question, reading.language),
        guide=_guide(reading.texts, question, value),
        saved=reading.when(stamp) if stamp else "",
        note=_note(reading, path, value),
        options=_options(reading, f"{path}.unit" if question.kind == "duration" else path, value),
        described_in=_described_in(reading, path),
        remarks=_remarks(reading, path),
        paragraph=question.paragraph or "",
    )


def list_view(reading: Reading, question: Question, open_id: str | None) -> ListView:
    """Return the view of a list: its items as cards, the open one with its questions."""
    if question.item is None:
        raise ValueError(f"{question.path} has no words for its items")
    items = value_at(reading.opened.data, question.path) or []
    open_id = open_id if any(item["id"] == open_id for item in items) else None
    heading = next(q for q in question.questions if q.path == question.item.heading)
    return ListView(
        question=field_view(reading, question, question.path),
        one=question.item.one[reading.language],
        heading_label=heading.label[reading.language],
        cards=tuple(_card(reading, question, item) for item in items),
        open_id=open_id,
        fields=_item_fields(reading, question, open_id) if open_id else (),
        all_fields={item["id"]: _item_fields(reading, question, item["id"]) for item in items}
        if reading.only_reads
        else {},
    )


def heading_of(question: Question, item: Mapping[str, Any], reading: Reading) -> str:
    """Return what an item is called: its heading, a label where that is a choice, or its id."""
    if question.item is None:
        return str(item["id"])
    value = item.get(question.item.heading)
    options = shape_at(f"{question.path}.*.{question.item.heading}").options
    if value and options:
        return reading.words.template.label(options, value)[reading.language]
    return f"({item['id']})" if is_empty(value) else _shortened(str(value))


def origin(item: Mapping[str, Any], texts: Texts, language: Language) -> str:
    """Return from where an item was taken over; nothing for one that was written here."""
    known = item.get("taken_from")
    if not known:
        return ""
    told = {name: known.get(name, "?") for name in ("programme", "institution")}
    when = day(known["date"], language) if known.get("date") else "?"
    return texts("ui.item.taken_from", **told, date=when)


def _item_fields(reading: Reading, question: Question, item_id: str) -> tuple[FieldView, ...]:
    prefix = f"{question.path}.{item_id}."
    return tuple(field_view(reading, inner, prefix + inner.path) for inner in question.questions)


def _card(reading: Reading, question: Question, item: Mapping[str, Any]) -> CardView:
    return CardView(
        id=item["id"],
        path=f"{question.path}.{item['id']}",
        heading=heading_of(question, item, reading),
        facts=_facts(reading, question, item),
        origin=origin(item, reading.texts, reading.language),
    )


def _facts(reading: Reading, question: Question, item: Mapping[str, Any]) -> str:
    """Return the coded answers of an item and how many of its questions were answered."""
    coded = []
    for inner in question.questions:
        value = value_at(item, inner.path)
        if inner.kind == "choice" and value:
            options = shape_at(f"{question.path}.*.{inner.path}").options or ""
            coded.append(reading.words.template.label(options, value)[reading.language])
        elif inner.kind in {"span", "duration"}:
            coded.append(_span_words(reading, value))
    done = sum(not is_empty(value_at(item, inner.path)) for inner in question.questions)
    count = reading.texts("ui.item.answered", done=done, all=len(question.questions))
    return " · ".join([*(fact for fact in coded if fact), count])


def _span_words(reading: Reading, value: Any) -> str:
    unit = (value or {}).get("unit")
    label = reading.words.template.label("time_unit", unit)[reading.language] if unit else ""
    return span(value, reading.texts, label)


def _options(reading: Reading, path: str, value: Any) -> tuple[tuple[str, str], ...]:
    shape = shape_at(path)
    if shape.options:
        chosen = value if isinstance(value, list) else [value]  # a retired one stays visible
        return tuple(
            (option.code, option.label[reading.language])
            for option in reading.words.template.options[shape.options]
            if not option.retired or option.code in chosen
        )
    return _targets(reading, shape.link, value) if shape.link else ()


def _described_in(reading: Reading, path: str) -> Way | None:
    """Return the way to the list in which the targets of a link are described."""
    target = shape_at(path).link
    if target is None:
        return None
    section = reading.words.template.section_of(target)
    return Way(numbered(section, reading.language), section.id, target)


def _targets(reading: Reading, to: str, value: Any) -> tuple[tuple[str, str], ...]:
    """Return the items a link can point at, and those it points at that are gone."""
    question = reading.words.template.question(to)
    items = value_at(reading.opened.data, to) or []
    found = {item["id"]: _target_name(question, item, reading) for item in items}
    chosen = value if isinstance(value, list) else [value] if value else []
    gone = {i: reading.texts("ui.link.gone", id=i) for i in chosen if i not in found}
    return tuple((found | gone).items())


def _target_name(question: Question, item: Mapping[str, Any], reading: Reading) -> str:
    """Return by what somebody knows an item they can point at; a source by who and when as well."""
    name = heading_of(question, item, reading)
    if question.path != LITERATURE:
        return name
    year = f"({item['year']})" if item.get("year") else ""
    by = " ".join(part for part in (quoted(item.get("authors") or "", 40), year) if part)
    return f"{by}: {name}" if by else name


def _guide(texts: Texts, question: Question, value: Any) -> str:
    parts = []
    if question.required_from:
        parts.append(texts(f"ui.required.{question.required_from}"))
    if question.words:
        used = len(str(value or "").split())
        parts.append(texts("ui.guide.words", used=used, words=question.words))
    if question.entries:
        parts.append(texts("ui.guide.entries", used=len(value or []), entries=question.entries))
    return " · ".join(parts)


def _help(question: Question, language: Language) -> Help:
    parts = (question.why, question.assessors, question.good, question.weak)
    return Help(*(part[language] for part in parts))


def _note(reading: Reading, path: str, value: Any) -> NoteView:
    known = reading.opened.data.get("about", {}).get(path, {})
    options = reading.words.template.options["basis"]
    return NoteView(
        path=path,
        status=known.get("status"),
        knowledge=known.get("knowledge"),
        basis=tuple(known.get("basis", ())),
        bases=tuple((option.code, option.label[reading.language]) for option in options),
        source=known.get("source", ""),
        not_applicable=known.get("not_applicable", ""),
        may_not_apply="*" not in star(path),
        outdone=not is_empty(value) and not is_empty(known.get("not_applicable")),
    )


def _remarks(reading: Reading, path: str) -> tuple[Remark, ...]:
    return tuple(
        Remark(finding.rule.severity, *sentences(finding, reading.words, reading.language))
        for finding in reading.findings
        if finding.path == path
    )


def _last_saved(opened: Opened, path: str, value: Any, kind: Kind) -> Stamp | None:
    """Return when this answer was saved; of an empty one not when something around it was.

    A filled one may have come with what is around it, as the name of an item that was added.
    """
    places = [path]
    if kind in {"span", "duration"}:
        places += [at for at in opened.saved if at.startswith(f"{path}.")]
    own = [opened.saved[at] for at in places if at in opened.saved]
    if own or is_empty(value):
        return max(own, key=lambda stamp: stamp.revision, default=None)
    steps = path.split(".")
    around = (".".join(steps[:n]) for n in range(len(steps) - 1, 0, -1))
    return next((opened.saved[p] for p in around if p in opened.saved), None)


def _shortened(text: str) -> str:
    line = text.strip().splitlines()[0]
    return line if len(line) <= SHORT else line[: SHORT - 1].rsplit(" ", 1)[0] + "…"
