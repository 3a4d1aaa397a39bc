"""Lists of items as cards: one open at a time; adding, ordering, removing with a way back."""

import streamlit as st

from workbench.ui import conflict, gone, listener, marks, questions, removal, state, writing
from workbench.ui.fields import Place
from workbench.ui.views import CardView, ListView


def draw(view: ListView, place: Place) -> None:
    """Draw a question that is answered with items."""
    with st.container(key=f"question/{view.question.path}", gap="small"):
        if view.question.note.not_applicable and not view.cards:
            questions.does_not_apply(view.question, place)
            return
        st.subheader(view.question.label, anchor=False)
        conflict.refused(view.question, place)
        saved = place.texts("ui.saved", time=view.question.saved) if view.question.saved else ""
        marks.about(view.question.path, view.question.guide, saved, view.question.remarks)
        questions.around(view.question, place)
        gone.draw(view, place)
        removal.done(view.question.path, place)
        for number, card in enumerate(view.cards, 1):
            _card(view, card, number, place)
        _add(view, place)


def _card(view: ListView, card: CardView, number: int, place: Place) -> None:
    is_open = card.id == view.open_id
    with st.container(border=True, key=f"card/{card.path}", gap="small"):
        with st.container(
            horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
        ):
            marks.card_head(number, card)
            _buttons(view, card, number, is_open, place)
        removal.asked(view.question.path, card, place)
        if is_open:
            for field in view.fields:
                questions.draw(field, place)


def _buttons(view: ListView, card: CardView, number: int, is_open: bool, place: Place) -> None:
    texts, path = place.texts, view.question.path
    with st.container(horizontal=True, gap="xsmall", width="content"):
        st.button(
            texts("ui.item.close" if is_open else "ui.item.open"),
            key=f"act/open/{card.path}",
            on_click=state.show_item,
            args=(path, None if is_open else card.id),
        )
        for by, name in ((-1, "up"), (1, "down")):
            at_edge = number == (1 if by < 0 else len(view.cards))
            st.button(
                texts(f"ui.item.{name}"),
                key=f"act/{name}/{card.path}",
                type="tertiary",
                disabled=at_edge,
                on_click=writing.move,
                args=(place.programme, path, card.id, by),
            )
        st.button(
            texts("ui.item.remove"),
            key=f"act/remove/{card.path}",
            type="tertiary",
            on_click=writing.ask_to_remove,
            args=(place.programme, path, card.id, card.heading, place.revision),
        )


def _add(view: ListView, place: Place) -> None:
    path = view.question.path
    key = listener.draft(f"new/{place.programme}/{path}")
    with st.container(horizontal=True, vertical_alignment="bottom", key=f"add/{path}"):
        st.text_input(
            place.texts(
                "ui.item.new" if view.cards else "ui.item.first",
                one=view.one,
                heading=view.heading_label,
            ),
            key=key,
        )
        st.button(
            place.texts("ui.item.add", one=view.one),
            key=f"add-button/{path}",
            on_click=writing.add,
            args=(place.programme, path, key),
        )
