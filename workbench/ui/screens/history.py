"""What was changed in a programme, by whom and when: its versions and its timeline."""

import streamlit as st

from workbench.actions.desk import Refused
from workbench.actions.history import history
from workbench.documents.deeds import changes
from workbench.rules.entries import to_undo
from workbench.store.protocol import Opened
from workbench.ui import differences, frame, going_back, listener, marks, state
from workbench.ui.history_views import Chosen, EntryView, TimelineView, VersionView
from workbench.ui.presenters import history as presenter
from workbench.ui.presenters.history import Looking
from workbench.ui.serving import desk
from workbench.ui.ways import plain


def screen() -> None:
    """Draw the history of the programme in the address."""
    opened = frame.opened_or_told()
    if opened is None:
        return
    say, here = frame.texts(), desk()
    frame.head(opened, "history", say("ui.history.title"))
    st.html(f'<p class="lead">{marks.escape(say("ui.history.lead"))}</p>')
    found = history(here, opened.id)
    looking = Looking(found, here.words, state.language(), state.timezone())
    mine = here.may("change", opened)
    _versions(looking, opened, mine)
    if not found.lines:
        st.info(say("ui.history.nothing"))
        return
    st.header(say("ui.history.timeline"), anchor=False)
    try:
        if mine:
            _undo_last(looking, opened)
        _over(looking, opened)
        chosen = _filters(looking, opened)
        _timeline(presenter.timeline(looking, chosen), looking, opened, chosen.path)
    except Refused as refused:
        st.error(say(f"action.{refused.key}", **refused.values))


def _versions(looking: Looking, opened: Opened, mine: bool) -> None:
    say, found = frame.texts(), presenter.versions(looking)
    st.header(say("ui.history.versions"), anchor=False)
    for version in found:
        _version(version, opened)
    if not found:
        st.caption(say("ui.history.no_versions"))
    if mine:
        key = listener.draft(f"new-name/{opened.id}")
        with st.container(horizontal=True, vertical_alignment="bottom", key="name-version"):
            st.text_input(
                say("ui.history.name"), placeholder=say("ui.history.name_example"), key=key
            )
            st.button(
                say("ui.history.record"),
                key="record-version",
                on_click=going_back.name_version,
                args=(opened.id, key),
            )
        if why := state.refused(going_back.NAME):
            st.error(why["why"])


def _version(version: VersionView, opened: Opened) -> None:
    say = frame.texts()
    with st.container(border=True, key=f"version/{version.revision}", gap="xsmall"):
        st.html(
            f'<div class="version"><h3>{marks.escape(version.name)}</h3>'
            f'<p class="quiet">{marks.escape(version.made)}</p></div>'
        )
        with st.container(horizontal=True, gap="small"):
            _ways(opened, version.revision)
            query = frame.address(opened.id, revision=str(version.revision))
            frame.link("report", query, say("ui.history.report"))


def _ways(opened: Opened, revision: int) -> None:
    say, query = frame.texts(), frame.address(opened.id, revision=str(revision))
    frame.link("revision", query, say("ui.history.look"))
    frame.link("revision", {**query, "view": "differences"}, _to_compare(opened))


def _to_compare(opened: Opened) -> str:
    may = desk().may("change", opened)
    return frame.texts()("ui.history.compare" if may else "ui.history.only_compare")


def _filters(looking: Looking, opened: Opened) -> Chosen:
    """Draw what can be chosen of the timeline, and return what was."""
    of = state.address("of")
    where, names = f"{opened.id}/{of}", presenter.people(looking)
    parts = presenter.sections(looking)
    begin = presenter.section_of(looking, of)
    with st.container(horizontal=True, key="filters"):
        person = _choose("ui.history.person", names, None, f"person/{where}")
        section = _choose("ui.history.section", parts, begin, f"part/{where}")
        path = None
        if section:
            of_section = presenter.asked(looking, section, opened.data, of)
            known = of if of in of_section else None
            path = _choose("ui.history.question", of_section, known, f"path/{where}/{section}")
    page_of = f"{where}|{person}|{section}|{path}"
    return Chosen(person, section or "", path or "", state.page(page_of), page_of)


def _choose(label: str, options: dict[str, str], begin: str | None, key: str) -> str | None:
    say, codes = frame.texts(), list(options)
    chosen: str | None = st.selectbox(
        say(label),
        codes,
        index=codes.index(begin) if begin in codes else None,
        placeholder=say("ui.history.all"),
        format_func=lambda code: options.get(code, code),
        key=f"history/{key}",
    )
    return chosen


def _undo_last(looking: Looking, opened: Opened) -> None:
    say = frame.texts()
    entry = next(to_undo(looking.found.entries), None)
    if entry is None:
        return
    line = presenter.line(looking, entry)
    with st.container(key=f"undo-last/{opened.id}", gap="xsmall"):
        st.button(
            say("ui.history.undo_last"),
            key="undo-last",
            on_click=going_back.undo_last,
            args=(opened.id,),
        )
        st.caption(plain(say("ui.history.undo_last.which", which=line)))


def _over(looking: Looking, opened: Opened) -> None:
    """Draw what came over something that is to be undone, and the ways on."""
    asked = state.refused(going_back.OVER)
    if asked is None:
        return
    say, revision = frame.texts(), asked["revision"]
    entry = looking.found.entry(revision)
    before = looking.found.states([entry.before])[entry.before]
    with st.container(border=True, key=going_back.OVER, gap="small"):
        st.warning(say("ui.history.over"))
        told = changes(entry, opened.data, before, looking.words, looking.language)
        st.html(differences.listed(told, say))
        with st.container(horizontal=True):
            ways = [("over", "ui.history.over.over")]
            ways += [("below", "ui.history.over.below")] if asked["below"] else []
            for way, label in ways:
                args = (opened.id, revision, way)
                st.button(say(label), key=f"undo/{way}", on_click=going_back.undo, args=args)
            leave = say("ui.history.over.leave")
            st.button(leave, key="undo/leave", on_click=going_back.leave, args=(opened.id,))


def _timeline(view: TimelineView, looking: Looking, opened: Opened, path: str) -> None:
    say = frame.texts()
    if path:
        query = frame.address(opened.id, section=presenter.section_of(looking, path), question=path)
        frame.link("describe", query, say("ui.history.to_question"))
    if not view.count:
        st.info(say("ui.history.none_chosen"))
    for day in view.days:
        st.subheader(day.title, anchor=False)
        for entry in day.entries:
            _entry(entry, looking, opened, path)
    if view.pages > 1:
        _pages(view)


def _entry(view: EntryView, looking: Looking, opened: Opened, path: str) -> None:
    key = f"entry/{opened.id}/{view.revision}"
    fold = st.expander(plain(view.line), key=key, on_change="rerun")
    if not fold.open:  # only what is open costs time
        return
    say = frame.texts()
    told, more = presenter.details(looking, view.revision, path)
    with fold:
        st.html(differences.listed(told, say))
        if more:
            st.caption(say("ui.history.more", n=more, compare=_to_compare(opened)))
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            _ways(opened, view.revision)
            if view.back and desk().may("change", opened):
                args = (opened.id, view.revision)
                label = say(view.back)
                st.button(label, key=f"back/{key}", on_click=going_back.undo, args=args)


def _pages(view: TimelineView) -> None:
    say = frame.texts()
    with st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="pages"
    ):
        for to, label in ((view.page - 1, "ui.history.newer"), (view.page + 1, "ui.history.older")):
            st.button(
                say(label),
                key=label,
                disabled=not 0 <= to < view.pages,
                on_click=state.turn,
                args=(view.of, to),
            )
        st.caption(say("ui.history.page", page=view.page + 1, pages=view.pages))


screen()
