"""What could not be stored, at its question: both texts side by side, and the ways on."""

from typing import Any

import streamlit as st

from workbench.actions import aside
from workbench.domain.paths import value_at
from workbench.domain.wording import Texts
from workbench.rules.places import place as at
from workbench.store.protocol import Opened
from workbench.ui import differences, fields, listener, marks, state, ways, writing
from workbench.ui.conflict_views import ContestView, Side
from workbench.ui.fields import Place
from workbench.ui.presenters.contested import Spot, Written, contested
from workbench.ui.presenters.leading import way
from workbench.ui.presenters.moments import reading_clock
from workbench.ui.serving import desk
from workbench.ui.views import FieldView

NOTES = ("knowledge", "basis", "source", "status", "not_applicable")


def refused(view: FieldView, place: Place) -> bool:
    """Draw what could not be stored of a question; return whether it takes the field's place."""
    answers = [_refused(Spot(path), view, place) for path in fields.parts(view)]
    for what in NOTES:
        _refused(Spot(view.path, what), view, place)
    return any(answers)


def elsewhere(opened: Opened, section: str, texts: Texts) -> None:
    """Draw the ways to what waits for a decision in other sections of this description."""
    template = desk().words.template
    paths = dict.fromkeys(key.rpartition("/")[2] for key in state.waiting())
    found = [way(path, at(opened.data, template, path), template, texts.language) for path in paths]
    there = [one for one in found if one.section != section]
    if there:
        with st.container(border=True, key="waiting-elsewhere", gap="small"):
            st.html(f'<p role="status"><strong>{texts("ui.conflict.elsewhere")}</strong></p>')
            ways.draw(there, opened.id)


def _refused(spot: Spot, view: FieldView, place: Place) -> bool:
    why = state.refused(spot.key)
    if why is None:
        return False
    undecided = why["kind"] in {"conflict", "gone"}
    both = _contested(spot, view, why, place) if undecided else None
    if both and both.is_settled:
        state.settle(spot.key)
        return False
    with st.container(border=True, key=f"refused/{spot.key}", gap="small"):
        if both:
            _choose(spot, both, place)
            return True
        st.error(why["why"])
        if why["mine"] is not None:
            st.html(
                f'<p class="field-label">{marks.escape(place.texts("ui.yours"))}</p>'
                f'<p class="own-words">{marks.escape(str(why["mine"]))}</p>'
            )
        _button("ui.understood", state.settle, (spot.key,), spot, place)
    return False


def _contested(spot: Spot, view: FieldView, why: dict[str, Any], place: Place) -> ContestView:
    opened = desk().open(place.programme)
    if "base" not in why:
        why["base"] = _base(opened, spot, why)
    wrote = Written(why["mine"], why["base"], why.get("draft"))
    when = reading_clock(state.timezone(), place.texts.language)
    return contested(opened, view, spot, wrote, place.texts, when, desk().person.name)


def _base(opened: Opened, spot: Spot, why: dict[str, Any]) -> Any:
    """Return what stood there when both began, if the journal knows."""
    seen = why.get("seen")
    data = None if seen is None else aside.described_at(desk(), opened.id, seen)
    if data is None:
        return None
    if spot.what:
        return data.get("about", {}).get(spot.path, {}).get(spot.what) or ""
    return value_at(data, spot.path) or ([] if isinstance(why["mine"], list) else "")


def _choose(spot: Spot, view: ContestView, place: Place) -> None:
    say = place.texts
    st.html(
        f'<p role="status"><strong>{marks.escape(view.told)}</strong></p>'
        + (f'<p class="field-label">{marks.escape(view.label)}</p>')
    )
    left, right = st.columns(2)
    with left:
        _side(view.theirs, view.mine, view, place)
        _button("ui.keep_theirs", writing.let_stand, (spot,), spot, place)
    with right:
        _side(view.mine, view.theirs, view, place)
        mine = (place.programme, spot, view.mine.value, place.revision)
        _button("ui.keep_mine", writing.decide, mine, spot, place)
    if view.is_text:
        st.caption(say("ui.conflict.legend"))
    if view.together is not None:
        _together(spot, view, place)
    st.caption(say("ui.conflict.kept"))


def _side(one: Side, other: Side, view: ContestView, place: Place) -> None:
    said = (
        differences.only_here(one.said, other.said, place.texts)
        if view.is_text and one.said
        else f'<p class="own-words">{marks.escape(one.said or place.texts("ui.read.empty"))}</p>'
    )
    st.html(f'<div class="side"><h4>{marks.escape(one.by)}</h4>{said}</div>')


def _together(spot: Spot, view: ContestView, place: Place) -> None:
    if not view.is_text:
        st.html(f'<p class="own-words">{marks.escape(view.together_said)}</p>')
        both = (place.programme, spot, view.together, place.revision)
        _button("ui.keep_both", writing.decide, both, spot, place)
        return
    key = f"together/{place.programme}/{spot.key}/{view.newest}"
    listener.keep(key, key, view.together)
    field = {"key": key, "value": view.together, "on_change": writing.keep_draft}
    args = (spot, key, view.theirs.said)
    label = place.texts("ui.conflict.together")
    if view.is_line:
        st.text_input(label, **field, args=args)
    else:
        st.text_area(label, height="content", **field, args=args)
    st.caption(view.together_said)
    both = (place.programme, spot, key, place.revision)
    _button("ui.keep_both", writing.decide_together, both, spot, place)


def _button(key: str, act: Any, args: tuple[Any, ...], spot: Spot, place: Place) -> None:
    st.button(place.texts(key), key=f"{key}/{spot.key}", on_click=act, args=args)
