"""What stands around every screen: style, language, the way through the workbench, messages."""

import re
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import streamlit as st

from workbench.actions.assessing import Same
from workbench.actions.desk import Refused
from workbench.actions.overseeing import oversees
from workbench.domain.sentences import sentence
from workbench.domain.wording import Language, Texts
from workbench.domain.words import Words
from workbench.store.protocol import NotFound, NotStored, Opened, ProgrammeId, Unreadable
from workbench.ui import marks, state
from workbench.ui.presenters.moments import clock
from workbench.ui.serving import desk
from workbench.ui.views import SectionLink

HERE = Path(__file__).parent
ICON = HERE / "static" / "icon.png"
ADDRESSES = {
    "overview": "overzicht",
    "describe": "beschrijven",
    "coherence": "samenhang",
    "check": "controleren",
    "level": "niveau",
    "research": "onderzoekbaarheid",
    "interview": "gesprek",
    "report": "verslag",
    "advice": "advies",
    "history": "geschiedenis",
    "revision": "eerdere-stand",
    "share": "delen",
    "compare": "vergelijken",
    "exchange": "uitwisselen",
    "shared": "gedeeld-programma",
    "across": "over-programmas-heen",
}
"""Every screen with the word that stands for it in the address."""
_NO_TABS = {"overview", "revision", "share", "compare", "exchange", "shared", "across"}
OF_PROGRAMME = tuple(name for name in ADDRESSES if name not in _NO_TABS)


def texts() -> Texts:
    """Return the catalogue in the language of the screens."""
    return desk().words.texts[state.language()]


def draw() -> None:
    """Draw the style, the side bar with brand and person, and a waiting message."""
    st.html(HERE / "style.css")
    with st.sidebar:
        st.html(f'<p class="brand">{marks.escape(texts()("ui.app"))}</p>')
        if state.person():
            _way("overview", {}, width="stretch")
            _way("compare", {}, width="stretch")
            _way("exchange", {}, width="stretch")
            if oversees(desk()):
                _way("across", {}, width="stretch")


def finish(screen: str) -> None:
    """Draw the foot of the side bar, and hand the page its language and what to remember."""
    with st.sidebar:
        _person()
        _languages()
    data = {
        "language": state.language(),
        "cookieName": state.COOKIE,
        "cookie": state.cookie(),
        "strings": _streamlit_words(Same(desk().words), state.language()),
        "lost": {"title": texts()("streamlit.connection"), "told": texts()("ui.lost")},
        "place": state.place(screen),
        "focus": _focus(),
    }
    _PAGE(key="page", data=data)


def message() -> None:
    """Draw the message that the last act left, if any."""
    told = state.told()
    if told:
        {"info": st.info, "success": st.success, "error": st.error}[told[1]](told[0])


def opened_or_told() -> Opened | None:
    """Return the description in the address, or say why there is none and return None."""
    say, programme = texts(), state.programme()
    try:
        if programme is None:
            raise NotFound
        return desk().open(programme)
    except Unreadable as unreadable:
        _closed(say("ui.damaged.title"))
        marks.problems(sentence(p, say, desk().words.template) for p in unreadable.problems)
    except NotFound:
        _closed(say("action.not_found"))
    except NotStored as failed:
        unreachable(failed)
    except Refused as refused:
        _closed(say(f"action.{refused.key}", **refused.values))
    st.page_link(_page("overview"), label=say("ui.to_overview"))
    return None


def head(opened: Opened, current: str, title: str) -> None:
    """Draw the programme's name, the screens of a programme, and the screen's title."""
    say = texts()
    name = opened.programme.title or str(opened.id)
    status = say(f"programme_status.{opened.status}")
    marks.eyebrow(f"{desk().institution(opened.id.institution).name} · {name} · {status}")
    with st.container(horizontal=True, key="tabs", gap="small"):
        for screen in OF_PROGRAMME:
            reads = screen == "describe" and not desk().may("change", opened)
            label = say("ui.overview.read" if reads else f"ui.screen.{screen}")
            _way(screen, address(opened.id), label, current=screen == current)
    st.title(title, anchor=False)
    message()


def sections(programme: ProgrammeId, links: list[SectionLink]) -> None:
    """Draw the sections of the description in the side bar."""
    with st.sidebar, st.container(key="sections", gap=None):
        for link in links:
            way = {**address(programme), "section": link.id}
            _way("describe", way, link.label, current=link.current, width="stretch")


def address(programme: ProgrammeId, **more: str) -> dict[str, str]:
    """Return the part of an address that names a programme, and what else it should hold."""
    return {"programme": str(programme), **more}


def go(screen: str, query: dict[str, str]) -> None:
    """Show another screen at once."""
    st.switch_page(_page(screen), query_params=_with_language(query))


def link(screen: str, query: dict[str, str], label: str) -> None:
    """Draw a link to a screen."""
    _way(screen, query, label)


def _way(
    screen: str,
    query: dict[str, str],
    label: str = "",
    *,
    current: bool = False,
    width: Literal["content", "stretch"] = "content",
) -> None:
    words = label or texts()(f"ui.screen.{screen}")
    around = st.container(key=f"way-current/{screen}/{words}", width=width) if current else st
    around.page_link(_page(screen), label=words, query_params=_with_language(query), width=width)


def _page(screen: str) -> str:
    return str(HERE / "screens" / f"{screen}.py")


def _with_language(query: dict[str, str]) -> dict[str, str]:
    return {**query, "lang": "en"} if state.language() == "en" else query


def accident() -> None:
    """Say that a screen could not be drawn, and what to do."""
    say, moment = texts(), datetime.now(UTC)
    st.title(say("ui.accident.title"), anchor=False)
    time = clock(moment, state.timezone(), moment, state.language())
    st.error(say("ui.accident.todo", time=time))


def unreachable(failed: NotStored) -> None:
    """Say that the place where descriptions are kept refuses, and keep what was typed in sight."""
    say = texts()
    _closed(say(f"store.{failed.key}", **failed.values), say("ui.unreachable.title"))
    for words in state.unstored():
        st.html(
            f'<p class="field-label">{marks.escape(say("ui.yours"))}</p>'
            f'<p class="own-words">{marks.escape(words)}</p>'
        )
    st.button(say("ui.unreachable.again"), type="primary")


def _closed(why: str, title: str = "") -> None:
    st.title(title or texts()("ui.not_open"), anchor=False)
    st.error(why)


def _person() -> None:
    person, say = state.person(), texts()
    if person is None:
        return
    institution = desk().institution(person.institution).name if person.institution else ""
    if person.role != "editor":
        institution = " · ".join(filter(None, [institution, say(f"ui.role.{person.role}")]))
    st.html(
        f'<p class="person">{marks.escape(person.name)}<br>'
        f"<span>{marks.escape(institution)}</span></p>"
    )
    st.button(say("ui.leave"), on_click=state.choose_person, args=(None,), type="tertiary")


def _languages() -> None:
    other = "en" if state.language() == "nl" else "nl"
    label = {"en": "In English", "nl": "In het Nederlands"}[other]
    st.button(
        label, on_click=state.choose_language, args=(other,), type="tertiary", key="switch-language"
    )


def _focus() -> str | None:
    goal = state.goal()
    return marks.css_key(goal) if goal else None


@lru_cache(maxsize=8)
def _streamlit_words(words: Same[Words], language: Language) -> dict[str, str]:
    """Return what Streamlit says by itself, as it came or translated before, with our words."""
    both = [known.catalogue for known in words.value.texts.values()]
    ours, better = words.value.texts[language].catalogue, {}
    for key in ours:
        if re.fullmatch(r"streamlit\.\w+", key):
            for said in (ours[f"{key}.en"], *(catalogue[key] for catalogue in both)):
                better[said] = ours[key]
    return {said: ours for said, ours in better.items() if said != ours}


def _component() -> Any:
    return st.components.v2.component("werkbank_page", js=(HERE / "page.js").read_text("utf-8"))


_PAGE = _component()
