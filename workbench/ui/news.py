"""What changed in all programmes since somebody looked last."""

import streamlit as st

from workbench.actions import overseeing
from workbench.actions.overseeing import Oversight
from workbench.rules.overview.overseen import Overseen
from workbench.ui import frame, marks, state
from workbench.ui.presenters.moments import clock
from workbench.ui.serving import desk
from workbench.ui.taking_away import telling

_MOST = 6


def draw(seen: Oversight) -> None:
    """Draw what changed since the last visit."""
    say = frame.texts()
    if seen.since is None:
        st.caption(say("ui.overseen.first_visit"))
        return
    time = clock(seen.since, state.timezone(), seen.now, state.language())
    new = [one for one in seen.programmes if one.news == "new"]
    changed = [one for one in seen.programmes if one.news == "changed"]
    if not (new or changed):
        st.caption(say("ui.overseen.since.nothing", time=time))
        return
    with st.container(border=True, key="card-news", gap="small"):
        told = say("ui.overseen.since", time=time, changed=len(changed), new=len(new))
        st.html(f'<p class="field-label">{marks.escape(told)}</p>')
        for one in [*new, *changed][:_MOST]:
            _piece(one)
        if len(new) + len(changed) > _MOST:
            st.caption(say("ui.overseen.since.more", n=len(new) + len(changed) - _MOST))
        st.button(say("ui.overseen.caught_up"), on_click=_caught_up, key="caught-up")


def _piece(one: Overseen) -> None:
    say, how = frame.texts(), telling()
    title, query = how.title(one), {"programme": one.programme}
    if one.news == "new":
        frame.link("describe", query, say("ui.overseen.since.new", programme=title))
        return
    ids = overseeing.changed_sections(desk(), one)
    named = ", ".join(how.section(how.template.section(name)) for name in ids)
    sections = named or say("ui.overseen.since.elsewhere")
    label = say("ui.overseen.since.changed", programme=title, sections=sections)
    frame.link("history", query, label)


def _caught_up() -> None:
    overseeing.catch_up(desk())
