"""A small template over the whole model, so that the rules are tested apart from its words."""

from datetime import date

from workbench.domain.intervention import Duration
from workbench.domain.paths import NOT_ASKED, Shape, shape_at
from workbench.domain.programme import Programme
from workbench.domain.records import Record, Span
from workbench.domain.template import Kind, Level, Template

REQUIRED: dict[str, Level] = {
    "title": "described",
    "facets.age": "described",
    "facets.focus": "described",
    "summary.goal": "described",
    "target_group.final": "described",
    "target_group.indications": "described",
    "goals.main": "described",
    "goals.subgoals": "described",
    "goals.subgoals.*.text": "described",
    "goals.subgoals.*.indicator": "substantiated",
    "approach.duration": "described",
    "approach.around_the_clock": "described",
    "approach.modules": "described",
    "approach.modules.*.name": "described",
    "approach.modules.*.dose.sessions": "described",
    "approach.phases.*.duration": "described",
    "delivery.hours_per_trajectory": "described",
    "delivery.implementation.steps.*.date": "substantiated",
    "problem.description": "substantiated",
    "factors": "substantiated",
    "rationale.overall": "substantiated",
    "research.effect_studies": "effective",
    "research.effect_studies.*.design": "effective",
    "research.outcomes.*.study": "effective",
}
HEADINGS = ("name", "text", "role", "title", "criterion", "step", "element", "version", "level")
SINGLE: dict[type, Kind] = {
    str: "text", int: "number", float: "amount", date: "date", bool: "yes_no",
}  # fmt: skip


def a_template(options):
    """Return a template that asks everything, one section per part of the description."""
    sections = [_section(name) for name in Programme.model_fields if name not in NOT_ASKED]
    return Template.model_validate(
        {
            "version": "test",
            "chapters": [{"id": "all", "number": "", "title": both("Alles")}],
            "sections": sections,
            "options": options,
        }
    )


def both(text):
    """Return the same words in both languages."""
    return {"nl": text, "en": text}


def _section(name):
    return {
        "id": name,
        "number": "",
        "chapter": "all",
        "title": both(name),
        "intro": both(name),
        "questions": list(_questions(name, name)),
    }


def _questions(starred, path):
    shape = shape_at(starred)
    if shape.is_group and shape.type not in (Span, Duration):
        for name in shape.type.model_fields:
            yield from _questions(f"{starred}.{name}", f"{path}.{name}")
        return
    kind = _kind(shape)
    words = {key: both(starred) for key in ("label", "why", "assessors", "good", "weak")}
    question = {"path": path, "kind": kind, "required_from": REQUIRED.get(starred), **words}
    yield question | (_inside(starred, shape.type) if kind == "list" else {})


def _inside(starred, item: type[Record]):
    fields = [name for name in item.model_fields if name != "id"]
    heading = next((name for name in HEADINGS if name in fields), fields[0])
    inner = [q for name in fields for q in _questions(f"{starred}.*.{name}", name)]
    return {"item": {"one": both("item"), "heading": heading}, "questions": inner}


def _kind(shape: Shape) -> Kind:
    if shape.is_items:
        return "list"
    if shape.options:
        return "choices" if shape.many else "choice"
    if shape.link:
        return "links" if shape.many else "link"
    if shape.is_group:
        return "span" if shape.type is Span else "duration"
    return SINGLE[shape.type]
