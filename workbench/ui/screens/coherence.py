"""How the parts of a programme hang together: pictures, the same in words, what is missing."""

import streamlit as st

from workbench.actions.assessing import examined
from workbench.store.protocol import ProgrammeId
from workbench.ui import frame, pictures, state
from workbench.ui.presenters.coherence import coherence_view
from workbench.ui.serving import desk
from workbench.ui.views import CoherenceView


def screen() -> None:
    """Draw the programme theory of the programme in the address."""
    opened = frame.opened_or_told()
    if opened is None:
        return
    say = frame.texts()
    view = coherence_view(examined(desk(), opened), desk().words, state.language())
    frame.head(opened, "coherence", say("ui.coherence.title"))
    with st.container(key="coherence"):
        st.caption(say("ui.coherence.computed"))
        _theory(view)
        _holes(view, opened.id)
        st.header(say("ui.coherence.matrices"), anchor=False)
        pictures.draw(view.matrices, "theory/matrices")
        _phases(view)


def _theory(view: CoherenceView) -> None:
    say = frame.texts()
    st.header(say("ui.coherence.picture"), anchor=False)
    pictures.draw(view.picture, "theory/picture")
    with st.expander(say("ui.coherence.as_table"), key="theory-as-table"):
        pictures.draw(view.table, "theory/table")
    with st.expander(say("ui.coherence.as_list"), key="theory-as-list"):
        pictures.draw(view.list, "theory/list")


def _holes(view: CoherenceView, programme: ProgrammeId) -> None:
    say = frame.texts()
    st.header(say("ui.coherence.holes", n=sum(map(len, view.holes.values()))), anchor=False)
    st.caption(say("ui.coherence.holes.meaning" if view.holes else "ui.coherence.no_holes"))
    for kind, holes in view.holes.items():
        with st.expander(f"{kind} · {len(holes)}", key=f"holes/{kind}"):
            for hole in holes:
                query = frame.address(programme, section=hole.section, question=hole.path)
                frame.link("describe", query, hole.label)


def _phases(view: CoherenceView) -> None:
    say = frame.texts()
    st.header(say("ui.coherence.phases"), anchor=False)
    pictures.draw(view.phases, "phases/picture")
    with st.expander(say("ui.coherence.as_table"), key="phases-as-table"):
        pictures.draw(view.phases_table, "phases/table")


screen()
