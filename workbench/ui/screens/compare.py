"""Two to six programmes side by side: which ones, what to see of them, and what to take away."""

from collections.abc import Mapping
from functools import partial

import streamlit as st

from workbench.actions import comparing
from workbench.actions.exporting import Export
from workbench.documents.comparing.answers_view import in_section, sections_of
from workbench.documents.comparing.lines_picture import lines_picture
from workbench.documents.comparing.saying import Saying
from workbench.documents.comparing.view import View
from workbench.documents.comparing.views import VIEWS, view
from workbench.rules.comparison.sides import FEWEST, MOST
from workbench.store.protocol import Opened
from workbench.ui import asked, compared, frame, judging, marks, pictures, state
from workbench.ui.presenters.coherence import BROAD, MIDDLE, SMALL, fitting
from workbench.ui.serving import desk

_WIDTHS = {"broad": BROAD, "middle": MIDDLE, "small": SMALL}
OF = "compare"
"""Keeps the widgets of this screen apart from those of others."""


def screen() -> None:
    """Draw the comparison of the programmes in the address."""
    say = frame.texts()
    st.title(say("ui.screen.compare"), anchor=False)
    frame.message()
    st.html(f'<p class="lead">{marks.escape(say("ui.compare.lead"))}</p>')
    readable = comparing.named(desk())
    if len(readable) < FEWEST:
        st.info(say("ui.compare.nothing"))
        return
    opened = _chosen(readable)
    if len(opened) < FEWEST:
        st.info(say("ui.compare.too_few"))
        return
    saying = comparing.saying(desk(), comparing.comparison(desk(), opened), state.language())
    with st.container(key="compare"):
        _compared(saying, opened)


def _chosen(readable: Mapping[str, str]) -> dict[str, Opened]:
    """Return the programmes in the address, or chosen here."""
    say = frame.texts()
    asked = [name for name in state.address("programmes").split(",") if name]
    there = list(dict.fromkeys(name for name in asked if name in readable))[:MOST]
    if lost := [name for name in asked if name not in readable]:
        st.warning(say("ui.compare.not_there", programmes=", ".join(lost)))
    key = state.choice("programmes", there, OF)
    chosen = st.multiselect(
        say("ui.compare.which"),
        list(readable),
        key=key,
        format_func=lambda name: _named(name, readable[name]),
        max_selections=MOST,
        placeholder=say("ui.compare.choose"),
        on_change=state.keep_choices,
        args=("programmes", key),
    )
    opened = comparing.comparable(desk(), chosen)
    return {name: opened[name] for name in chosen if name in opened}


def _named(programme: str, title: str) -> str:
    owner = desk().institution(programme.partition("/")[0]).name
    return f"{title} · {owner}"


def _compared(saying: Saying, opened: Mapping[str, Opened]) -> None:
    say, name = frame.texts(), _view_name()
    only = _toggle("differences", say("ui.compare.differences"))
    shown = view(saying, name, only_differences=only)
    st.html(f'<p class="lead">{marks.escape(shown.told)}</p>')
    if shown.note:
        st.caption(shown.note)
    _downloads(opened, only=only)
    if name == "answers":
        shown = _part(shown, only=only)
    _looked_at(saying, name)
    if shown.lines:
        st.caption(say("ui.compare.rows", n=len(shown.lines)))
        compared.draw(compared.table(shown, say, _against(saying, shown)), f"compare/{name}")
    else:
        st.info(say("ui.compare.nothing_differs"))
    if name == "common" and comparing.may_judge(desk(), opened):
        judging.draw(saying)


def _view_name() -> str:
    say, view_asked = frame.texts(), state.address("view")
    if view_asked and view_asked not in VIEWS:
        st.warning(say("ui.compare.view.unknown"))
    label = say("ui.compare.view")
    return asked.by_radio("view", OF, label, list(VIEWS), lambda name: say(f"compare.{name}"))


def _toggle(part: str, label: str) -> bool:
    key = state.choice(part, state.address(part) == "1", OF)
    return st.toggle(label, key=key, on_change=state.keep_choices, args=(part, key))


def _part(shown: View, *, only: bool) -> View:
    """Return the answers of the section that was chosen; of all, where only differences count."""
    say, sections, everything = frame.texts(), sections_of(shown), ""
    if not sections:
        return shown
    offered = [everything, *sections] if only else list(sections)
    label, all_sections = say("ui.compare.section"), say("ui.compare.all_sections")
    chosen = asked.from_list("part", OF, label, offered, lambda name: name or all_sections)
    return in_section(shown, chosen) if chosen else shown


def _against(saying: Saying, shown: View) -> int | None:
    """Return the column of the programme with which words are compared, if somebody chose one."""
    if shown.name != "answers":
        return None
    say = frame.texts()
    names = {side.programme: name for side, name in zip(saying.sides, saying.names, strict=True)}
    label, none = say("ui.compare.words"), say("ui.compare.words.none")
    chosen = asked.from_list("words", OF, label, ["", *names], lambda name: names.get(name, none))
    if not chosen:
        return None
    st.caption(say("ui.compare.words.told", name=names[chosen]))
    return shown.first + list(names).index(chosen)


def _looked_at(saying: Saying, name: str) -> None:
    """Draw the picture of a view, for who looks rather than reads."""
    if name == "phases":
        drawn = {n: lines_picture(saying, w, f"lines-{n}") for n, w in _WIDTHS.items()}
        pictures.draw(fitting(**drawn), "compare/picture")
    if name == "modules":
        compared.draw(compared.signs(saying), "compare/signs")


def _downloads(opened: Mapping[str, Opened], *, only: bool) -> None:
    say = frame.texts()
    try:
        comparing.let_go(desk(), opened)
    except comparing.ComparisonHeldBack as held:
        name = opened[held.programme].programme.title or held.programme
        st.warning(say("ui.compare.held_back", programme=name, n=len(held.findings)))
        frame.link("check", {"programme": held.programme}, say("ui.report.to_check"))
        return
    here, language = desk(), state.language()
    with st.container(horizontal=True, gap="small", key="downloads"):
        for form in comparing.FORMS:
            made = partial(comparing.export_comparison, here, opened, form,
                           language=language, only_differences=only)  # fmt: skip
            st.download_button(
                say(f"ui.compare.as.{form}" if form == comparing.EXCEL else f"ui.report.as.{form}"),
                data=partial(_content, made),
                file_name=comparing.file_name(form),
                mime=comparing.mime(form),
                key=f"download/compare/{form}",
                type="primary" if form == comparing.EXCEL else "secondary",
                on_click="ignore",
            )


def _content(made: partial[Export]) -> bytes:
    return made().content


screen()
