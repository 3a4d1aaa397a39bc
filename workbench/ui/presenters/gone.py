"""An item that is gone or must go, in words: who removed or changed it, and what was written."""

from collections.abc import Callable, Mapping
from typing import Any

from workbench.actions.aside import Gone
from workbench.domain.changes import Change, Data, applied
from workbench.domain.paths import shape_at, star, value_at
from workbench.domain.template import Template
from workbench.domain.wording import Texts
from workbench.rules.places import place
from workbench.store.protocol import Stamp
from workbench.ui.conflict_views import ChangedView, GoneView
from workbench.ui.presenters.moments import author, span


def gone_view(
    template: Template,
    item_path: str,
    gone: Gone | None,
    wrote: Mapping[str, Any],
    texts: Texts,
    when: Callable[[Stamp], str],
) -> GoneView:
    """Return an item that is gone; one that the journal does not know goes by its id."""
    list_path, _, item_id = item_path.rpartition(".")
    item = gone.item if gone else {"id": item_id}
    added = Change("add", list_path, None, {"item": item, "position": 0})
    name = place(applied({}, added), template, item_path)[texts.language]
    person = author(gone.stamp, texts) if gone else texts("ui.outside")
    told = texts("ui.gone", person=person, item=name, time=when(gone.stamp) if gone else "")
    answers = tuple(
        (_label(template, path, texts), _words(template, path, value, texts))
        for path, value in wrote.items()
    )
    return GoneView(item_path, told[:1].upper() + told[1:], answers)


def changed_answers(
    template: Template, item_path: str, before: Data, now: Data, texts: Texts
) -> list[ChangedView]:
    """Return the answers in an item that are not what they were, in the template's order."""
    found = []
    for question in template.question(star(item_path.rpartition(".")[0])).questions:
        path = f"{item_path}.{question.path}"
        old, new = value_at(before, path), value_at(now, path)
        if old != new:
            words = ("" if v is None else _words(template, path, v, texts) for v in (old, new))
            found.append(ChangedView(question.label[texts.language], *words))
    return found


def _words(template: Template, path: str, value: Any, texts: Texts) -> str:
    options = shape_at(path).options
    if isinstance(value, bool):
        return texts("ui.yes" if value else "ui.no")
    if isinstance(value, dict):
        unit = value.get("unit")
        label = template.label("time_unit", unit)[texts.language] if unit else ""
        return span(value, texts, label)
    if isinstance(value, list):
        return ", ".join(_words(template, path, one, texts) for one in value)
    return template.label(options, value)[texts.language] if options else str(value)


def _label(template: Template, path: str, texts: Texts) -> str:
    try:
        return template.question(star(path)).label[texts.language]
    except KeyError:  # a part of a range is no question of its own
        return template.question(star(path.rpartition(".")[0])).label[texts.language]
