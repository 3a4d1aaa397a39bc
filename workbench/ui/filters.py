"""Which of all programmes are shown: a choice per trait, all of it in the address."""

from collections.abc import Callable, Iterable, Sequence

import streamlit as st

from workbench.domain.status import STATUSES
from workbench.domain.words import Words
from workbench.rules.overview.overseen import Filter, Overseen
from workbench.ui import asked, frame, state
from workbench.ui.serving import desk

_SEVERAL = ("institution", "status", "setting", "method", "phase", "rung")
_OPTIONS = {"setting": "setting", "method": "method", "phase": "chain_phase"}


def chosen(programmes: Sequence[Overseen], screen: str) -> Filter:
    """Draw the filters, and return what is chosen."""
    say, words, of = frame.texts(), desk().words, f"filters/{screen}"
    there = {part: _there(part, programmes, words) for part in _SEVERAL}
    on = [p for p in (*_SEVERAL, "age", "new") if state.address(p)]
    with st.expander(say("ui.overseen.filters"), expanded=bool(on), key=of):
        columns = st.columns(2)
        several = {
            part: _several(columns[n % 2], part, of, there[part], words)
            for n, part in enumerate(_SEVERAL)
        }
        with columns[0]:
            age = _age(programmes, of)
        with columns[1]:
            new = _new(of)
        if on:
            frame.link(screen, {}, say("ui.overseen.filters.off"))
    return Filter(
        institutions=several["institution"],
        statuses=several["status"],
        settings=several["setting"],
        methods=several["method"],
        phases=several["phase"],
        rungs=several["rung"],
        age=age,
        changed=new,
    )


def _several(place: object, part: str, of: str, codes: Sequence[str], words: Words) -> list[str]:
    say = frame.texts()
    there = [code for code in state.address(part).split(",") if code in codes]
    key = state.choice(part, there, of)
    picked: list[str] = place.multiselect(  # type: ignore[attr-defined]
        say(f"ui.overseen.filter.{part}"),
        codes,
        key=key,
        format_func=_said(part, words),
        placeholder=say("ui.overseen.filter.any"),
        on_change=state.keep_choices,
        args=(part, key),
    )
    return picked


def _age(programmes: Sequence[Overseen], of: str) -> int | None:
    say = frame.texts()
    known = [age for one in programmes for age in (one.brief.youngest, one.brief.oldest)]
    ages = [age for age in known if age is not None]
    offered = [str(age) for age in range(min(ages), max(ages) + 1)] if ages else []
    label, anybody = say("ui.overseen.filter.age"), say("ui.overseen.filter.age.any")
    picked = asked.from_list("age", of, label, ["", *offered], lambda age: age or anybody)
    return int(picked) if picked else None


def _new(of: str) -> bool:
    key = state.choice("new", state.address("new") == "1", of)
    label = frame.texts()("ui.overseen.filter.new")
    return st.toggle(label, key=key, on_change=state.keep_choices, args=("new", key))


def _there(part: str, programmes: Sequence[Overseen], words: Words) -> list[str]:
    """Return what can be chosen: what any programme has, in the order of the words."""
    has: dict[str, Callable[[Overseen], Iterable[str]]] = {
        "institution": lambda one: [one.owner],
        "status": lambda one: [one.brief.status],
        "setting": lambda one: one.brief.settings,
        "method": lambda one: [one.brief.method] if one.brief.method else [],
        "phase": lambda one: one.brief.phases,
        "rung": lambda one: [str(one.brief.rung)],
    }
    found = {code for one in programmes for code in has[part](one)}
    if part == "status":
        return [status for status in STATUSES if status in found]
    if part in _OPTIONS:
        order = (option.code for option in words.template.options[_OPTIONS[part]])
        return [code for code in order if code in found]
    return sorted(found)


def _said(part: str, words: Words) -> Callable[[str], str]:
    say, language = frame.texts(), state.language()

    def said(code: str) -> str:
        if part == "institution":
            return desk().institution(code).name
        if part == "rung":
            names = {str(one.rung): one.name[language] for one in words.criteria.rungs}
            return f"{code} {names.get(code, '')}".strip()
        if part == "status":
            return say(f"programme_status.{code}")
        return words.template.label(_OPTIONS[part], code)[language]

    return said
