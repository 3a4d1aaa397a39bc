"""A question with all that stands around its field: explanation, marks, remarks."""

import streamlit as st

from workbench.actions.fields import NoteField
from workbench.domain.paths import is_empty
from workbench.ui import conflict, fields, frame, listener, marks, state, writing
from workbench.ui.fields import Place
from workbench.ui.views import FieldView, NoteView


def draw(view: FieldView, place: Place) -> None:
    """Draw one question."""
    with st.container(key=f"question/{view.path}", gap="xsmall"):
        undecided = conflict.refused(view, place)
        if view.note.not_applicable and is_empty(view.value):
            does_not_apply(view, place)
            return
        if not undecided:
            fields.draw(view, place)
        marks.about(view.path, view.guide, _saved(view, place), view.remarks)
        around(view, place)


def around(view: FieldView, place: Place) -> None:
    """Draw the buttons behind which explanation and marks are found."""
    with st.container(horizontal=True, gap="small", key=f"around/{view.path}"):
        with st.popover(place.texts("ui.help.button"), type="tertiary"):
            st.html(f'<p class="popover-title">{marks.escape(view.label)}</p>')
            marks.explanation(view.help, place.texts)
        _marks(view.note, place)
        if view.saved:
            query = frame.address(place.programme, of=view.path)
            frame.link("history", query, place.texts("ui.history.of_question"))
        marks.noted(view.note, place.texts)


def _saved(view: FieldView, place: Place) -> str:
    return place.texts("ui.saved", time=view.saved) if view.saved else ""


def _marks(note: NoteView, place: Place) -> None:
    texts = place.texts
    # Another label would be another popover: it would close under the hands of the writer.
    label = texts("ui.mark.button" if note.may_not_apply else "ui.mark.button_in_item")
    key = f"marks/{place.programme}/{note.path}"
    popover = st.popover(label, type="tertiary", key=key, on_change="rerun")
    if popover.open:
        with popover:
            _mark_fields(note, place)


def _mark_fields(note: NoteView, place: Place) -> None:
    texts = place.texts
    st.pills(
        texts("ui.mark.knowledge"),
        ["explicit", "implicit"],
        format_func=lambda code: texts(f"ui.knowledge.{code}"),
        default=note.knowledge,
        **_noted(note, "knowledge", note.knowledge, place),
    )
    st.pills(
        texts("ui.mark.basis"),
        [code for code, _ in note.bases],
        selection_mode="multi",
        format_func=dict(note.bases).__getitem__,
        default=list(note.basis),
        **_noted(note, "basis", list(note.basis), place),
    )
    _text(note, "source", note.source, place)
    st.pills(
        texts("ui.mark.status"),
        ["draft", "done"],
        format_func=lambda code: texts(f"ui.status.{code}"),
        default=note.status,
        **_noted(note, "status", note.status, place),
    )
    if note.may_not_apply:
        example = texts("ui.mark.not_applicable_example")
        _text(note, "not_applicable", note.not_applicable, place, example)


def _text(note: NoteView, what: str, stored: str, place: Place, example: str = "") -> None:
    bound = _noted(note, what, stored, place)
    key, line = str(bound["key"]), f"about/{what}/{note.path}"
    bound["value"] = state.showing().drawn(key)
    st.text_input(place.texts(f"ui.mark.{what}"), placeholder=example, **bound)
    listener.hear(place.programme, NoteField(note.path, what), key, stored, line)
    marks.state_line(line)


def _noted(note: NoteView, what: str, stored: object, place: Place) -> dict[str, object]:
    name = f"note/{place.programme}/{what}/{note.path}"
    key = state.showing().key(name, stored, place.revision)
    args = (place.programme, note.path, what, key)
    return {"key": key, "on_change": writing.note, "args": args}


def does_not_apply(view: FieldView, place: Place) -> None:
    """Draw why a question does not apply, and the way to answer it after all."""
    texts = place.texts
    reason = marks.escape(view.note.not_applicable)
    st.html(
        f'<div class="not-applicable"><p class="field-label">{marks.escape(view.label)}</p>'
        f"<p>{marks.escape(texts('ui.not_applicable'))} {reason}</p></div>"
    )
    st.button(
        texts("ui.applies_again"),
        key=f"applies/{view.path}",
        type="tertiary",
        on_click=writing.applies_again,
        args=(place.programme, view.path, place.revision),
    )
