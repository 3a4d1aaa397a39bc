"""Taking a shared item over into an own programme: where to, and what came of it."""

import streamlit as st

from workbench.actions.desk import Refused
from workbench.actions.exchanging import Part, own_programmes, stands_already, take_over
from workbench.domain.paths import star
from workbench.store.protocol import NotFound, NotStored, Opened, ProgrammeId, Unreadable
from workbench.ui import frame, state, ways
from workbench.ui.serving import desk


def draw(part: Part, list_path: str, item_id: str) -> None:
    """Draw the way into one of the programmes that this person may change."""
    say = frame.texts()
    if desk().person.role != "editor":
        return
    mine = {str(one.id): one for one in own_programmes(desk()) if one.id != part.id}
    if not mine:
        st.caption(say("ui.take.no_programme"))
        return
    key = f"{part.id}/{list_path}.{item_id}"
    with st.container(border=True, key=f"take/{key}", gap="small"):
        into = mine[
            st.selectbox(
                say("ui.take.into"),
                list(mine),
                format_func=lambda name: _title(mine[name]),
                key=f"into/{key}",
            )
        ]
        there = stands_already(desk(), into.id, part, list_path, item_id)
        if there:
            section = desk().words.template.section_of(star(there)).id
            query = frame.address(into.id, section=section, question=there)
            frame.link("describe", query, ways.plain(say("ui.take.there", programme=_title(into))))
            return
        st.caption(say("ui.take.meaning"))
        st.button(
            say("ui.take.button"),
            key=f"take-button/{key}",
            type="primary",
            on_click=_take,
            args=(into.id, part.id, list_path, item_id, _title(into)),
        )


def _take(into: ProgrammeId, of: ProgrammeId, list_path: str, item_id: str, title: str) -> None:
    say, words = frame.texts(), desk().words
    try:
        taken = take_over(desk(), into, of, list_path, item_id)
    except Refused as refused:
        state.tell(ways.plain(say(f"action.{refused.key}", **refused.values)), "error")
    except NotStored as failed:
        state.tell(say(f"store.{failed.key}", **failed.values), "error")
    except (NotFound, Unreadable):
        state.tell(say("action.not_found"), "error")
    else:
        item = words.template.question(list_path).item
        name = taken.copy.item.get(item.heading) if item else None
        told = [say("ui.take.done", name=name or taken.copy.item["id"], programme=title)]
        if taken.copy.left:
            told.append(say("ui.take.left", names="; ".join(taken.copy.left)))
        state.tell(ways.plain(" ".join(told)), "success")


def _title(opened: Opened) -> str:
    return opened.programme.title or str(opened.id)
