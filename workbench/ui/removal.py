"""Taking an item away: asking first where it is still needed or was changed, and telling after."""

import streamlit as st

from workbench.actions import aside
from workbench.ui import differences, marks, state, writing
from workbench.ui import ways as links
from workbench.ui.fields import Place
from workbench.ui.presenters.gone import changed_answers
from workbench.ui.presenters.moments import author, reading_clock
from workbench.ui.presenters.pointing import pointing
from workbench.ui.serving import desk
from workbench.ui.views import CardView, Way


def asked(list_path: str, card: CardView, place: Place) -> None:
    """Draw, on the card of an item that is to be removed, why to ask and the two ways on."""
    asked_for = state.asked_removal(list_path)
    if asked_for is None or asked_for[0] != card.id:
        return
    say = place.texts
    with st.container(border=True, key=f"removal/{card.path}", gap="small"):
        _changed(card, asked_for[1], place)
        ways = _pointing(card.path, place)
        if ways:
            _told(say("ui.removal.asked", heading=card.heading, n=len(ways)))
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
                args=(place.programme, list_path, card.id, card.heading, place.revision),
            )


def _changed(card: CardView, seen: int, place: Place) -> None:
    """Draw what colleagues changed in an item since somebody saw it."""
    here, say = desk(), place.texts
    writer = state.showing().writer
    lines = aside.changed_since(here, place.programme, card.path, seen, writer)
    if not lines:
        return
    when = reading_clock(state.timezone(), say.language)
    by = {author(line.stamp, say): when(line.stamp) for line in lines}
    people = ", ".join(f"{person} ({time})" for person, time in by.items())
    _told(say("ui.removal.changed", heading=card.heading, people=people))
    before = aside.described_at(here, place.programme, seen) or {}
    now = here.open(place.programme).data
    for change in changed_answers(here.words.template, card.path, before, now, say):
        st.html(
            f'<p class="field-label">{marks.escape(change.label)}</p>'
            f"{differences.marked(change.old, change.new, say)}"
        )


def _told(told: str) -> None:
    st.html(f'<p role="status"><strong>{marks.escape(told)}</strong></p>')


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
