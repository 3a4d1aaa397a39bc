"""Items that a colleague removed while somebody wrote in them: what was written, the ways on."""

from functools import partial

import streamlit as st

from workbench.actions import aside
from workbench.ui import marks, state, writing
from workbench.ui.fields import Place
from workbench.ui.presenters.gone import gone_view
from workbench.ui.presenters.moments import reading_clock
from workbench.ui.serving import desk
from workbench.ui.views import ListView


def draw(view: ListView, place: Place) -> None:
    """Draw every removed item of a list in which somebody wrote, until they have decided."""
    inside, there = f"{view.question.path}.", {card.id for card in view.cards}
    waiting = state.waiting(inside)
    ids = dict.fromkeys(path.removeprefix(inside).partition(".")[0] for path in waiting)
    for item_id in ids:
        if item_id not in there:
            _draw(f"{inside}{item_id}", place)


def _draw(item_path: str, place: Place) -> None:
    here, say = desk(), place.texts
    wrote = {path: why["mine"] for path, why in state.waiting(f"{item_path}.").items()}
    gone = aside.gone(here, place.programme, item_path)
    when = reading_clock(state.timezone(), say.language)
    view = gone_view(here.words.template, item_path, gone, wrote, say, when)
    with st.container(border=True, key=f"gone/{item_path}", gap="small"):
        st.html(f'<p role="status"><strong>{marks.escape(view.told)}</strong></p>')
        for label, words in view.answers:
            st.html(
                f'<p class="field-label">{marks.escape(label)}</p>'
                f'<p class="own-words">{marks.escape(words)}</p>'
            )
        st.caption(say("ui.gone.then"))
        with st.container(horizontal=True):
            button = partial(st.button, args=(place.programme, item_path))
            button(say("ui.gone.back"), key=f"back/{item_path}", on_click=writing.bring_back)
            st.button(
                say("ui.gone.let_go"),
                key=f"let-go/{item_path}",
                on_click=writing.let_go,
                args=(item_path,),
            )
