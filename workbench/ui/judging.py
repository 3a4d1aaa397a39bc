"""Where an advisor decides which items of several programmes mean the same."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from workbench.actions.desk import Refused
from workbench.actions.judging import confirm, decisions, join, leave_out, take_back
from workbench.documents.comparing.common_view import why
from workbench.documents.comparing.saying import Saying, short
from workbench.domain.verdicts import Ref, Verdict
from workbench.rules.comparison.common_elements import open_pairs
from workbench.rules.comparison.grouping import Group
from workbench.rules.comparison.parts import ELEMENTS, Part
from workbench.store.protocol import NotStored
from workbench.ui import frame, marks, state
from workbench.ui.presenters.moments import day
from workbench.ui.serving import desk

_COLUMN = {"approach.modules": "module", "factors": "factor", "active_elements": "element"}


def draw(saying: Saying) -> None:
    """Draw what is proposed in one list, what was decided, and how to join two by hand."""
    say = frame.texts()
    st.header(say("ui.compare.judge"), anchor=False)
    st.caption(say("ui.compare.judge.told"))
    path = st.radio(
        say("ui.compare.judge.kind"),
        ELEMENTS,
        format_func=lambda path: say(f"theory.column.{_COLUMN[path]}"),
        key="judge/list",
        horizontal=True,
    )
    groups = saying.comparison.sides.groups[path]
    asked = [group for group in groups if open_pairs(group, saying.comparison.sides)]
    st.html(f'<p class="lead">{marks.escape(say("ui.compare.judge.open", n=len(asked)))}</p>')
    if not asked:
        st.caption(say("ui.compare.judge.none"))
    for group in asked:
        _group(saying, group)
    _join(saying, path)
    _decided(saying, path)


def _group(saying: Saying, group: Group) -> None:
    say, name = frame.texts(), group.parts[0].told.name
    with st.container(border=True, key=f"card/judge/{group.key}", gap="small"):
        n, of = len(group.sides), len(saying.sides)
        st.subheader(say("ui.compare.judge.group", element=name, n=n, of=of), anchor=False)
        for part in group.parts:
            marks.reading(saying.names[part.side], part.told.name)
        st.caption(why(saying, group))
        with st.container(horizontal=True, gap="small"):
            act = partial(confirm, desk(), saying.comparison, group)
            st.button(
                say("ui.compare.judge.same"), key=f"same/{group.key}", type="primary",
                on_click=_acted, args=(act, name),
            )  # fmt: skip
            for part in group.parts:
                _not(saying, group, part)


def _not(saying: Saying, group: Group, part: Part) -> None:
    label = frame.texts()("ui.compare.judge.not", programme=saying.names[part.side])
    act = partial(leave_out, desk(), group, part)
    key = f"not/{group.key}/{part.side}/{part.ref.item}"
    st.button(label, key=key, on_click=_acted, args=(act, part.told.name))


def _join(saying: Saying, path: str) -> None:
    say = frame.texts()
    parts = {part.ref: part for g in saying.comparison.sides.groups[path] for part in g.parts}
    fold = st.expander(say("ui.compare.judge.add"), key=f"judge/add/{path}")
    with fold:
        if len({part.side for part in parts.values()}) < 2:
            st.caption(say("ui.compare.judge.none"))
            return

        def called(ref: Ref) -> str:
            return f"{saying.names[parts[ref].side]}: {short(parts[ref].told.name)}"

        one = st.selectbox(say("ui.compare.judge.one"), list(parts), format_func=called,
                           key=f"judge/one/{path}")  # fmt: skip
        others = [ref for ref in parts if ref.programme != one.programme]
        other = st.selectbox(say("ui.compare.judge.other"), others, format_func=called,
                             key=f"judge/other/{path}")  # fmt: skip
        act = partial(join, desk(), one, other)
        st.button(
            say("ui.compare.judge.add_button"), key=f"judge/join/{path}",
            on_click=_acted, args=(act, parts[one].told.name),
        )  # fmt: skip


def _decided(saying: Saying, path: str) -> None:
    say = frame.texts()
    made = [v for v in decisions(desk(), saying.comparison) if v.one.list == path]
    if not made:
        return
    with st.expander(say("ui.compare.judge.decided", n=len(made)), key=f"judge/decided/{path}"):
        for verdict in made:
            _decision(saying, verdict)


def _decision(saying: Saying, verdict: Verdict) -> None:
    say = frame.texts()
    names = [_named(saying, ref) for ref in (verdict.one, verdict.other)]
    key = "ui.compare.judge.are_same" if verdict.same else "ui.compare.judge.are_other"
    when = day(verdict.time.date(), state.language())
    marks.reading(say(key, one=names[0], other=names[1]), f"{verdict.person}, {when}")
    act = partial(take_back, desk(), verdict.pair)
    place = ":".join((*verdict.one, *verdict.other))
    st.button(
        say("ui.compare.judge.back"), key=f"back/{place}", type="tertiary",
        on_click=_acted, args=(act, names[0]),
    )  # fmt: skip


def _named(saying: Saying, ref: Ref) -> str:
    side = next(n for n, one in enumerate(saying.sides) if one.programme == ref.programme)
    group = saying.comparison.sides.group_of(side, ref.list, ref.item)
    called = saying.called(group, side) if group else ref.item
    return f"{called} ({saying.names[side]})"


def _acted(act: Callable[[], None], element: str) -> None:
    """Carry out a decision, and say so or why not."""
    say = frame.texts()
    try:
        act()
    except Refused as refused:
        state.tell(say(f"action.{refused.key}", **refused.values), "error")
    except NotStored as refused:
        state.tell(say(f"store.{refused.key}", **refused.values), "error")
    else:
        state.tell(say("ui.compare.judge.done", element=element), "success")
