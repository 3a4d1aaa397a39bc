"""Whether a researcher could start from this description: a profile of points, no verdict."""

from collections.abc import Mapping, Sequence

import streamlit as st

from workbench.actions.assessing import examined
from workbench.rules.coverage import Extent
from workbench.store.protocol import ProgrammeId
from workbench.ui import frame, marks, profile_marks, state, ways
from workbench.ui.presenters.research import research_view
from workbench.ui.profile_views import PointView
from workbench.ui.serving import desk

SIGNS: Mapping[Extent, str] = {"all": "●", "some": "◐", "nothing": "○"}


def screen() -> None:
    """Draw the profile of the programme in the address."""
    opened = frame.opened_or_told()
    if opened is None:
        return
    here, say = desk(), frame.texts()
    view = research_view(examined(here, opened), here.words, state.language())
    frame.head(opened, "research", say("ui.research.title"))
    st.html(f'<p class="lead">{marks.escape(say("ui.research.lead"))}</p>')
    profile_marks.counted(view.count, view.blocking, say("ui.research.no_verdict"))
    _points(view.points, "point", opened.id)
    st.header(say("ui.research.tidier"), anchor=False)
    st.caption(say("ui.research.tidier.meaning"))
    profile_marks.counted(view.tidier)
    _points(view.items, "tidier", opened.id)


def _points(points: Sequence[PointView], kind: str, programme: ProgrammeId) -> None:
    for number, point in enumerate(points):
        place = "profile-first" if point.blocking else "profile"
        with st.container(key=f"{place}/{kind}/{number}"):
            fold = st.expander(_label(point), key=f"{kind}/{number}", on_change="rerun")
            if fold.open:
                with fold:
                    _point(point, programme)


def _point(point: PointView, programme: ProgrammeId) -> None:
    say = frame.texts()
    if point.there:
        profile_marks.there(say("ui.research.there"), point.there)
    if point.lacks:
        marks.group_label(say("ui.research.lacks"))
        ways.draw(point.lacks, programme)


def _label(point: PointView) -> str:
    """Return a point on one line: its sign and name, its state in words, whether it comes first."""
    first = f" · **{ways.plain(point.blocking)}**" if point.blocking else ""
    return f"{SIGNS[point.extent]} **{ways.plain(point.name)}** · {ways.plain(point.state)}{first}"


screen()
