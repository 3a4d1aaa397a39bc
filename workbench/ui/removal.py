"""Taking an item away: asking first where answers still point at it, and telling which do after."""

import streamlit as st

from workbench.ui import marks, state, writing
from workbench.ui import ways as links
from workbench.ui.fields import Place
from workbench.ui.presenters.pointing import pointing
from workbench.ui.serving import desk
from workbench.ui.views import CardView, Way


def asked(list_path: str, card: CardView, place: Place) -> None:
    """Draw, on the card of an item that is to be removed, what points at it and the two ways on."""
    if state.asked_removal(list_path) != card.id:
        return
    say = place.texts
    with st.container(border=True, key=f"removal/{card.path}", gap="small"):
        ways = _pointing(card.path, place)
        told = say("ui.removal.asked", heading=card.heading, n=len(ways))
        st.html(f'<p role="status"><strong>{marks.escape(told)}</strong></p>')
        links.draw(ways, place.programme)
        st.caption(say("ui.removal.then"))
        with st.container(horizontal=True):
            st.button(
                say("ui.removal.keep"),
                key=f"act/keep/{card.path}",
                on_click=writing.keep_item,
                args=(list_path, card.path),
            )
            st.button(
                say("ui.removal.remove"),
                key=f"act/really-remove/{card.path}",
                on_click=writing.remove,
                args=(place.programme, list_path, card.id, card.heading),
            )


def done(list_path: str, place: Place) -> None:
    """Draw that an item was removed, the way back, and which answers still point at it."""
    last = state.last_removal(list_path)
    if last is None:
        return
    removed, heading = last
    ways = _pointing(f"{list_path}.{removed.old['item']['id']}", place)
    with st.container(border=True, key=f"removed/{list_path}", gap="small"):
        with st.container(horizontal=True, vertical_alignment="center"):
            told = place.texts("ui.removed", heading=heading)
            st.html(f'<p role="status">{marks.escape(told)}</p>')
            st.button(
                place.texts("ui.put_back"),
                key=f"put-back/{list_path}",
                on_click=writing.put_back,
                args=(place.programme, list_path),
            )
        if ways:
            st.caption(place.texts("ui.removal.dangling", n=len(ways)))
            links.draw(ways, place.programme)


def _pointing(item_path: str, place: Place) -> tuple[Way, ...]:
    here = desk()
    return pointing(here.open(place.programme), here.words, item_path, place.texts.language)
