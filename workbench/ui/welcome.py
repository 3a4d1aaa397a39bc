"""Saying who you are: name, and institution or NJi; a later sign-in takes its place."""

import streamlit as st

from workbench.domain.people import Institution, Person, Role
from workbench.ui import frame, marks, state
from workbench.ui.serving import desk

NJI: dict[str, Role] = {"nji": "advisor", "nji-beheer": "administrator"}
"""What somebody of NJi can be, beside the institutions in the list."""
STAFF: tuple[Role, ...] = ("editor", "reader")


def draw() -> None:
    """Draw the first screen somebody sees."""
    say = frame.texts()
    marks.eyebrow(say("ui.welcome.eyebrow"))
    st.title(say("ui.welcome.title"), anchor=False)
    st.html(f'<p class="lead">{marks.escape(say("ui.welcome.lead"))}</p>')
    with st.form("who", border=True):
        name = st.text_input(say("ui.welcome.name"), autocomplete="name")
        names = {key: _named(i) for key, i in desk().words.institutions.items()}
        names |= {key: say(f"ui.welcome.{role}") for key, role in NJI.items()}
        where = st.selectbox(
            say("ui.welcome.institution"),
            list(names),
            index=None,
            format_func=names.__getitem__,
            placeholder=say("ui.choose_one"),
        )
        work = st.radio(
            say("ui.welcome.work"),
            STAFF,
            format_func=lambda role: say(f"ui.welcome.work.{role}"),
            horizontal=True,
        )
        st.caption(say("ui.welcome.work.help"))
        if st.form_submit_button(say("ui.welcome.start"), type="primary"):
            _enter(_plain(name), where, work)
    st.caption(say("ui.welcome.privacy"))


def _named(institution: Institution) -> str:
    """Return the name of an institution, with the one that its staff know it by now."""
    later = institution.later_name
    known = frame.texts()("ui.welcome.later_name", name=institution.name, later=later)
    return known if later else institution.name


def _enter(name: str, where: str | None, work: Role) -> None:
    say = frame.texts()
    if not name or where is None:
        st.error(say("ui.welcome.both_needed"))
        return
    institution = None if where in NJI else where
    state.choose_person(Person(name=name, role=NJI.get(where, work), institution=institution))
    st.rerun()


def _plain(name: str) -> str:
    """Return a name on one line, without what cannot be stored."""
    return "".join(letter for letter in " ".join(name.split()) if letter.isprintable())
