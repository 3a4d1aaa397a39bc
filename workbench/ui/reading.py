"""A section for somebody who may read it but not change it."""

from collections.abc import Sequence

import streamlit as st

from workbench.domain.paths import is_empty
from workbench.domain.wording import Texts
from workbench.ui import marks
from workbench.ui.presenters.answers import said
from workbench.ui.views import FieldView, ListView
from workbench.ui.ways import plain


def draw(view: FieldView | ListView, texts: Texts) -> None:
    """Draw one question with its answer as text."""
    if isinstance(view, ListView):
        _list(view, texts)
    else:
        _answer(view, texts)


def _answer(view: FieldView, texts: Texts) -> None:
    marks.reading(view.label, _words(view, texts))
    marks.noted(view.note, texts)


def _list(view: ListView, texts: Texts) -> None:
    st.subheader(view.question.label, anchor=False)
    if not view.cards:
        st.caption(_words(view.question, texts))
    marks.noted(view.question.note, texts)
    for card in view.cards:
        with st.expander(card.heading, key=f"read/{card.path}"):
            fields(view.all_fields[card.id], texts)
            if card.origin:
                st.caption(plain(card.origin))


def fields(views: Sequence[FieldView], texts: Texts) -> None:
    """Draw what was answered about one item."""
    for field in views:
        if not is_empty(field.value):
            _answer(field, texts)


def _words(view: FieldView, texts: Texts) -> str:
    if view.note.not_applicable and not view.note.outdone:
        return f"{texts('ui.not_applicable')} {view.note.not_applicable}"
    if is_empty(view.value):
        return texts("ui.read.empty")
    return said(view, view.value, texts)
