"""What institutions share with each other: programmes, and the library of elements and modules."""

from collections.abc import Sequence

import streamlit as st

from workbench.actions.exchanging import Entry, Part, exchange, library, own_programmes
from workbench.actions.sharing import shared_now
from workbench.rules.taking_over import ELEMENTS, MODULES
from workbench.ui import asked, frame, marks, reading, state, taking_over, ways
from workbench.ui.paging import paged
from workbench.ui.presenters.exchange import entry_fields, told
from workbench.ui.serving import desk

OF = "exchange"
KINDS = {"all": "", "active_elements": ELEMENTS, "modules": MODULES}


def screen() -> None:
    """Draw what is shared now."""
    say, parts = frame.texts(), exchange(desk())
    st.title(say("ui.screen.exchange"), anchor=False)
    frame.message()
    st.html(f'<p class="lead">{marks.escape(say("ui.exchange.lead"))}</p>')
    view = asked.by_radio(
        "view",
        OF,
        say("ui.exchange.view"),
        ("library", "programmes"),
        lambda name: say(f"ui.exchange.view.{name}"),
    )
    if view == "library":
        _library(parts)
    else:
        _programmes(parts)


def _library(parts: Sequence[Part]) -> None:
    say, template = frame.texts(), desk().words.template
    key = state.choice("q", state.address("q"), OF)
    st.text_input(say("ui.exchange.search"), key=key, on_change=state.keep_choices, args=("q", key))
    kind = asked.by_radio(
        "kind", OF, say("ui.exchange.kind"), list(KINDS), lambda n: say(f"ui.exchange.kind.{n}")
    )
    words = str(state.typed(key))
    found = library(parts, template, words)
    shown = [entry for entry in found if KINDS[kind] in ("", entry.list)]
    if not shown:
        st.info(say("ui.exchange.not_found" if words.strip() else "ui.exchange.none"))
        return
    marks.status(say("ui.exchange.found", n=len(shown)))
    for entry in paged(shown, f"{OF}/{kind}/{words}"):
        _entry(entry)


def _entry(entry: Entry) -> None:
    say, part = frame.texts(), entry.part
    one = desk().words.template.question(entry.list).item
    kind = one.one[state.language()] if one else ""
    label = f"**{ways.plain(entry.name)}** · {ways.plain(kind)} · {ways.plain(part.title)}"
    key = f"entry/{part.id}/{entry.list}.{entry.item['id']}"
    fold = st.expander(label, key=key, on_change="rerun")
    if not fold.open:
        return
    with fold:
        marks.eyebrow(
            say("ui.exchange.from", programme=part.title, institution=part.institution.name)
        )
        reading.fields(entry_fields(desk(), entry, state.language()), say)
        section = desk().words.template.section_of(entry.list).id
        frame.link("shared", frame.address(part.id, section=section), say("ui.exchange.read"))
        if not part.mine:
            taking_over.draw(part, entry.list, entry.item["id"])


def _programmes(parts: Sequence[Part]) -> None:
    say = frame.texts()
    _own()
    theirs = [part for part in parts if not part.mine]
    if not theirs:
        st.info(say("ui.exchange.none"))
    for part in theirs:
        with st.container(border=True, key=f"shared/{part.id}", gap="small"):
            whole = len(part.sections) == len(desk().words.template.sections)
            names = told(desk(), part.sections, state.language())
            which = (
                say("ui.exchange.whole") if whole else say("ui.exchange.sections", sections=names)
            )
            marks.shared(part.institution.name, part.title, which)
            frame.link("shared", frame.address(part.id), say("ui.exchange.read"))


def _own() -> None:
    """Draw which of their own programmes somebody shares, and the way to change that."""
    say, here = frame.texts(), desk()
    own = [one for one in own_programmes(here) if not here.institution(one.id.institution).example]
    if not own:
        return
    with st.expander(say("ui.exchange.own"), key="own-shared"):
        for one in own:
            now = shared_now(here, one.id)
            names = told(here, now.sections, state.language()) if now else ""
            which = say("ui.exchange.sections", sections=names) if now else ""
            marks.shared(
                "", one.programme.title or str(one.id), which or say("ui.exchange.own_none")
            )
            frame.link("share", frame.address(one.id), say("ui.screen.share"))


screen()
