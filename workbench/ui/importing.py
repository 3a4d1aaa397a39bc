"""Literature from a file or pasted text on the literature section: looked at first, then added."""

import contextlib
from collections.abc import Callable
from hashlib import sha256

import streamlit as st

from workbench.actions.desk import Refused
from workbench.actions.exporting import HeldBack
from workbench.actions.literature import LITERATURE, Offer, Offered, literature_file, offer
from workbench.actions.resolving import Resolver
from workbench.documents.sources.batch import MOST_BYTES
from workbench.documents.sources.csl_json import csl_json_bytes
from workbench.store.protocol import Opened
from workbench.ui import listener, marks, serving, state, writing
from workbench.ui.fields import Place

KINDS = ["bib", "ris", "json", "txt"]
SHOWN = 50
"""So many records are shown as the list would print them; of more, only the title."""


def draw(opened: Opened, place: Place) -> None:
    """Draw where literature comes in, and the list as a file to take away."""
    say = place.texts
    with st.expander(say("ui.sources.title")):
        st.html(f'<p class="lead">{marks.escape(say("ui.sources.lead"))}</p>')
        file = st.file_uploader(
            say("ui.sources.file"),
            KINDS,
            key=f"sources/file/{opened.id}",
            max_upload_size=MOST_BYTES // 1_000_000,
        )
        key = listener.draft(f"sources/text/{opened.id}")
        pasted = st.text_area(say("ui.sources.pasted"), key=key)
        content = file.getvalue() if file else pasted.encode("utf-8", errors="replace")
        if content.strip():
            _offered(opened, content, key, place)
        if serving.RESOLVER:
            _by_doi(opened, serving.RESOLVER, place)
    take_away(opened, say)


def take_away(opened: Opened, say: Callable[..., str]) -> None:
    """Draw the button that gives the list as CSL-JSON, if there is a list that may go out."""
    if not opened.data.get(LITERATURE):
        return
    with contextlib.suppress(HeldBack):  # the finding stands on the screen already
        st.download_button(
            say("ui.sources.download"),
            literature_file(serving.desk(), opened),
            file_name=f"{opened.id.name}-literatuur.json",
            mime="application/vnd.citationstyles.csl+json",
            key="sources/download",
            on_click="ignore",
        )


def _by_doi(opened: Opened, where: Resolver, place: Place) -> None:
    """Draw the field for a DOI, and what came back for it; the screen never waits for that."""
    say, key = place.texts, f"sources/doi/{opened.id}"
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(say("ui.sources.doi"), key=key)
        st.button(say("ui.sources.look_up"), on_click=_start, args=(where, key))
    found = state.looked_up()
    if found is None:
        return
    if not found.done():
        _waiting(say("ui.sources.looking"))
        return
    try:
        content = csl_json_bytes([found.result().fields])
    except Refused as refused:
        st.error(say(f"action.{refused.key}", **refused.values))
    else:
        _offered(opened, content, key, place)


def _start(where: Resolver, key: str) -> None:
    state.wait_for(serving.look_up(where, state.typed(key)))


@st.fragment(run_every=0.4)
def _waiting(told: str) -> None:
    st.caption(told)
    if state.looked_up() is None or state.looked_up().done():
        st.rerun()


def _offered(opened: Opened, content: bytes, typed: str, place: Place) -> None:
    say = place.texts
    try:
        found = offer(opened, content)
    except Refused as refused:
        st.error(say(f"action.{refused.key}", **refused.values))
        return
    _unread(found, say)
    new = [number for number, record in enumerate(found.records) if not record.is_there]
    lines = _lines(found)
    if found.records:
        st.html(_listed(found, lines, say))
    if not new:
        st.info(say("ui.sources.nothing_new"))
        return
    key = f"sources/chosen/{sha256(content).hexdigest()[:16]}/{len(new)}"
    chosen = st.multiselect(
        say("ui.sources.choose"),
        new,
        default=new,
        format_func=lines.__getitem__,
        placeholder=say("ui.choose_more"),
        key=key,
    )
    st.button(
        say("ui.sources.add", n=len(chosen)),
        disabled=not chosen,
        type="primary",
        key=f"add/{key}",
        on_click=writing.add_sources,
        args=(place.programme, [found.records[number].fields for number in chosen], typed),
    )


def _lines(found: Offer) -> list[str]:
    language = state.language()
    lines = [record.line(language) for record in found.records[:SHOWN]]
    return [*lines, *(str(record.fields.get("title", "")) for record in found.records[SHOWN:])]


def _listed(found: Offer, lines: list[str], say: Callable[..., str]) -> str:
    told = marks.escape(say("ui.sources.found", n=len(found.records)))
    entries = "".join(
        f"<li>{marks.escape(line)}{_said(record, say)}</li>"
        for record, line in zip(found.records, lines, strict=True)
    )
    return f'<p class="field-label">{told}</p><ol class="sources">{entries}</ol>'


def _said(record: Offered, say: Callable[..., str]) -> str:
    """Return what is told about one record: that it is there, and what has no place."""
    parts = [say("ui.sources.is_there")] if record.is_there else []
    if record.left:
        left = "; ".join(f"{name}: {value}" for name, value in record.left)
        parts.append(say("ui.sources.left", left=left))
    return "".join(f'<br><span class="remark">{marks.escape(part)}</span>' for part in parts)


def _unread(found: Offer, say: Callable[..., str]) -> None:
    if found.unread:
        places = "".join(
            f"<li>{marks.escape(say('ui.sources.unread_one', line=one.line, start=one.start))}</li>"
            for one in found.unread[:SHOWN]
        )
        told = marks.escape(say("ui.sources.unread", n=len(found.unread)))
        st.html(f'<div role="status"><p class="field-label">{told}</p><ul>{places}</ul></div>')
