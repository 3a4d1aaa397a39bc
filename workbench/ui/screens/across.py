"""What programmes show together: the chain, tools and implementation, for advisors."""

import streamlit as st

from workbench.actions import across
from workbench.actions.desk import Refused
from workbench.actions.overseeing import oversight
from workbench.documents.comparing.view import View
from workbench.documents.overviews.across import ACROSS, STEPS
from workbench.rules.overview.overseen import Overseen
from workbench.ui import asked, filters, frame, linked, marks, state
from workbench.ui.paging import paged
from workbench.ui.serving import desk
from workbench.ui.taking_away import downloads

OF = "across"


def screen() -> None:
    """Draw one view over the programmes that the filters let through."""
    say = frame.texts()
    st.title(say("ui.screen.across"), anchor=False)
    try:
        programmes = oversight(desk()).programmes
    except Refused as refused:
        st.error(say(f"action.{refused.key}", **refused.values))
        frame.link("overview", {}, say("ui.to_overview"))
        return
    st.html(f'<p class="lead">{marks.escape(say("ui.overseen.across_lead"))}</p>')
    with st.container(key="overseen"):
        name = asked.by_radio(
            "view", OF, say("ui.overseen.view"), list(ACROSS), lambda one: say(f"overviews.{one}")
        )
        filtered = filters.chosen(programmes, OF)
        shown = [one for one in programmes if filtered.lets(one)]
        _view(name, shown, str(filtered))


def _view(name: str, shown: list[Overseen], asked_for: str) -> None:
    say = frame.texts()
    steps = _steps() if name == "steps" else "all"
    seen = across.across(desk(), shown, state.language(), steps)
    if held := across.held_back(shown):
        named = ", ".join(seen.telling.title(one) for one in held)
        st.warning(say("ui.overseen.held_back", programmes=named))
    view = ACROSS[name](seen)
    st.html(f'<p class="lead">{marks.escape(view.told)}</p>')
    if view.note:
        st.caption(view.note)
    here, language = desk(), state.language()
    downloads(
        "across",
        across.ACROSS_FORMS,
        lambda form: across.export_across(here, shown, form, language, steps=steps),
    )
    if not view.lines:
        st.info(say("overviews.nothing"))
        return
    lines = paged(view.lines, f"{OF}/{name}/{steps}/{asked_for}")
    page = View(view.name, view.title, view.told, view.head, tuple(lines), view.first)
    linked.draw(page, linked.to_description, f"across/{name}")


def _steps() -> str:
    say = frame.texts()
    return asked.by_radio(
        "steps", OF, say("ui.overseen.steps"), list(STEPS), lambda n: say(f"ui.overseen.steps.{n}")
    )


screen()
