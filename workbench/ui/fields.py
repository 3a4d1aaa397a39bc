"""One function per kind of question: from a view to a widget that saves when it is left."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import streamlit as st

from workbench.actions import figures
from workbench.actions.fields import AnswerField
from workbench.domain.wording import Texts
from workbench.store.protocol import ProgrammeId
from workbench.ui import frame, listener, marks, state, writing
from workbench.ui.views import FieldView

LONG = 4000
"""A text of this many characters scrolls in its own field."""

FEW = 7
"""Up to this many options stand side by side; more go into a list."""


@dataclass(frozen=True)
class Place:
    """Where a field is drawn: which description, at which revision, in which language."""

    programme: ProgrammeId
    revision: int
    texts: Texts


def draw(view: FieldView, place: Place) -> None:
    """Draw the widget of a question; raise KeyError for a kind nobody knows."""
    _KINDS[view.kind](view, place)


def _line(view: FieldView, place: Place) -> None:
    st.text_input(view.label, **_typed(view.path, view.value or "", place, view.path))


def _text(view: FieldView, place: Place) -> None:
    bound = _typed(view.path, view.value or "", place, view.path)
    st.text_area(view.label, height=_height(view), **bound)


def _number(view: FieldView, place: Place) -> None:
    _figure(view.label, view.path, view.value, place, view.path)


def _date(view: FieldView, place: Place) -> None:
    stored = _day(view.value)
    st.date_input(
        view.label,
        value=stored,
        format="DD-MM-YYYY",
        min_value=min(date(1950, 1, 1), stored or date.max),
        max_value=max(date(2099, 12, 31), stored or date.min),
        **_bound(view.path, stored, place),
    )


def _yes_no(view: FieldView, place: Place) -> None:
    words = {True: place.texts("ui.yes"), False: place.texts("ui.no")}
    st.pills(
        view.label,
        [True, False],
        default=view.value,
        format_func=words.__getitem__,
        **_bound(view.path, view.value, place),
    )


def _choice(view: FieldView, place: Place) -> None:
    labels = dict(view.options)
    bound = _bound(view.path, view.value, place)
    if len(labels) <= FEW:
        st.pills(
            view.label,
            list(labels),
            default=view.value,
            format_func=labels.__getitem__,
            **bound,
        )
    else:
        _one(view, labels, place, bound)


def _choices(view: FieldView, place: Place) -> None:
    labels, stored = dict(view.options), view.value or []
    bound = _bound(view.path, stored, place)
    if len(labels) <= FEW:
        st.pills(
            view.label,
            list(labels),
            selection_mode="multi",
            default=stored,
            format_func=labels.__getitem__,
            **bound,
        )
    else:
        _several(view, labels, place, bound)


def _links(view: FieldView, place: Place) -> None:
    labels = dict(view.options)
    if not labels:
        _nothing_to_choose(view, place)
        return
    _several(view, labels, place, _bound(view.path, view.value or [], place))
    _not_among_them(view, place)


def _link(view: FieldView, place: Place) -> None:
    labels = dict(view.options)
    if not labels:
        _nothing_to_choose(view, place)
        return
    _one(view, labels, place, _bound(view.path, view.value, place))
    _not_among_them(view, place)


def _nothing_to_choose(view: FieldView, place: Place) -> None:
    """Say in which section the things to choose from are described, with the way there."""
    marks.group_label(view.label)
    st.caption(place.texts("ui.link.none"))
    _to_targets(view, place, "ui.link.to")


def _not_among_them(view: FieldView, place: Place) -> None:
    """Draw, below what can be chosen, where to describe what is not among it."""
    with st.container(key=f"not-among/{view.path}"):
        _to_targets(view, place, "ui.link.missing")


def _to_targets(view: FieldView, place: Place, words: str) -> None:
    to = view.described_in
    if to:
        query = frame.address(place.programme, section=to.section, question=to.path)
        frame.link("describe", query, place.texts(words, section=to.label))


def parts(view: FieldView) -> tuple[str, ...]:
    """Return the address of every answer that the field of a question saves."""
    ends = {"span": ("minimum", "maximum"), "duration": ("minimum", "maximum", "unit")}
    return (view.path, *(f"{view.path}.{end}" for end in ends.get(view.kind, ())))


def _span(view: FieldView, place: Place) -> None:
    marks.group_label(view.label)
    value = view.value or {}
    left, right = st.columns(2)
    with left:
        low, at = value.get("minimum"), f"{view.path}.minimum"
        _figure(place.texts("ui.from"), at, low, place, view.path)
    with right:
        high, at = value.get("maximum"), f"{view.path}.maximum"
        _figure(place.texts("ui.to"), at, high, place, view.path)


def _duration(view: FieldView, place: Place) -> None:
    _span(view, place)
    labels, stored = dict(view.options), (view.value or {}).get("unit")
    st.pills(
        place.texts("ui.unit"),
        list(labels),
        default=stored,
        format_func=labels.__getitem__,
        **_bound(f"{view.path}.unit", stored, place),
    )


def _figure(label: str, path: str, value: float | None, place: Place, question: str) -> None:
    # A number field of the browser drops the comma in a browser that is not Dutch: 1,5 became 15.
    stored = figures.written(value, place.texts.language)
    bound = {**_typed(path, stored, place, question), "on_change": writing.save_figure}
    st.text_input(label, **bound)


def _one(view: FieldView, labels: Mapping[str, str], place: Place, bound: dict[str, Any]) -> None:
    st.selectbox(
        view.label,
        list(labels),
        index=list(labels).index(view.value) if view.value else None,
        placeholder=place.texts("ui.choose_one"),
        format_func=lambda code: labels.get(code, code),
        **bound,
    )


def _several(
    view: FieldView, labels: Mapping[str, str], place: Place, bound: dict[str, Any]
) -> None:
    st.multiselect(
        view.label,
        list(labels),
        default=view.value,
        placeholder=place.texts("ui.choose_more"),
        format_func=lambda code: labels.get(code, code),
        **bound,
    )


def _bound(path: str, stored: Any, place: Place) -> dict[str, Any]:
    """Return the arguments that tie a widget to one answer: the store wins, leaving it saves."""
    key = state.showing().key(f"answer/{place.programme}/{path}", stored, place.revision)
    return {"key": key, "on_change": writing.save, "args": (place.programme, path, key)}


def _typed(path: str, stored: str, place: Place, question: str) -> dict[str, Any]:
    """Return the arguments of a text field, which may hold more than the session knows."""
    bound = _bound(path, stored, place)
    field = AnswerField(path)
    listener.hear(place.programme, field, bound["key"], stored, f"about/{question}")
    return {**bound, "value": state.showing().drawn(bound["key"])}


def _height(view: FieldView) -> Literal["content"] | int:
    """Return a height that grows with the text, until it would fill the screen."""
    return "content" if len(str(view.value or "")) < LONG else 480


def _day(value: Any) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else value


_KINDS: Mapping[str, Callable[[FieldView, Place], None]] = {
    "line": _line,
    "text": _text,
    "number": _number,
    "amount": _number,
    "date": _date,
    "yes_no": _yes_no,
    "choice": _choice,
    "choices": _choices,
    "span": _span,
    "duration": _duration,
    "link": _link,
    "links": _links,
}
