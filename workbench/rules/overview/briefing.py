"""One description in short, and everything said in it, as an overview remembers them."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from workbench.domain.briefs import Brief, Contents, Tool
from workbench.domain.status import Status
from workbench.domain.template import Template
from workbench.rules import privacy
from workbench.rules.level import level_of
from workbench.rules.researchability import researchability_of
from workbench.rules.subject import Entered, Subject

INSTRUMENTS = (
    "safety.instrument",
    "target_group.indications.*.instrument",
    "target_group.contraindications.*.instrument",
    "goals.subgoals.*.instrument",
    "delivery.quality.integrity_instrument",
)
"""Where a tool is named outside the list of materials."""
MATERIAL = "delivery.materials.*.name"


def brief_of(
    subject: Subject, status: Status, revision: int, changed: datetime | None, person: str
) -> Brief:
    """Return a description in short; the rest is what the store knows of it."""
    programme, filled = subject.programme, subject.filled
    research, facets = researchability_of(subject), programme.facets
    tallies = {section.id: section.levels[filled.target] for section in filled.sections}
    return Brief(
        title=programme.title or "",
        status=status,
        fictitious=bool(programme.colophon.fictitious),
        target=filled.target,
        sections={name: (tally.answered, tally.required) for name, tally in tallies.items()},
        rung=level_of(subject).rung,
        researchable=research.count,
        points=len(research.points),
        blocking=len(research.blocking),
        youngest=facets.age.minimum,
        oldest=facets.age.maximum,
        settings=tuple(facets.settings),
        method=facets.method,
        phases=tuple(facets.chain_phases),
        held_back=len(privacy.held_back(privacy.uncleared(subject))),
        revision=revision,
        changed=changed,
        person=person,
    )


def contents_of(subject: Subject) -> Contents:
    """Return everything that is said in a description, and what is looked at across programmes."""
    programme = subject.programme
    template = subject.words.template
    return Contents(
        said=tuple(_said(subject, template)),
        chain=programme.chain,
        legal=tuple(programme.facets.legal_framework),
        tools=(*_materials(subject), *_instruments(subject)),
        implementation=programme.delivery.implementation,
    )


def _said(subject: Subject, template: Template) -> Iterator[tuple[str, str]]:
    """Yield every answer in words: a choice in both languages, a link not at all."""
    for entered in subject.entered:
        if words := _words(entered, template):
            yield entered.path, words
    for path, note in subject.programme.about.items():
        for written in (note.source, note.not_applicable):
            if written and written.strip():
                yield path, written


def _words(entered: Entered, template: Template) -> str:
    shape, value = entered.shape, entered.value
    if shape.link or isinstance(value, bool):
        return ""
    values: list[Any] = value if isinstance(value, list) else [value]
    if shape.options:
        labels = [template.label(shape.options, str(code)) for code in values]
        return ", ".join(dict.fromkeys(word for label in labels for word in (label.nl, label.en)))
    return "\n".join(str(one) for one in values if str(one).strip())


def _materials(subject: Subject) -> Iterator[Tool]:
    for material in subject.programme.delivery.materials:
        if not material.name:
            continue
        modules = subject.programme.approach.modules
        using = tuple(m.name or m.id for m in modules if material.id in m.materials)
        path = f"delivery.materials.{material.id}.name"
        yield Tool(path=path, name=material.name, kind=material.kind, asked=MATERIAL,
                   version=material.version or "", modules=using)  # fmt: skip


def _instruments(subject: Subject) -> Iterator[Tool]:
    """Yield what is named as an instrument elsewhere, once for each question that names it."""
    seen: set[tuple[str, str]] = set()
    for entered in subject.texts:
        known = (entered.starred, entered.value)
        if entered.starred in INSTRUMENTS and entered.value.strip() and known not in seen:
            seen.add(known)
            yield Tool(path=entered.path, name=entered.value, kind="instrument", version="",
                       asked=entered.starred, modules=())  # fmt: skip
