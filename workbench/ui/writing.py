"""Callbacks: what a widget's change means, and what to tell when it could not be stored."""

import logging
from collections.abc import Callable
from datetime import date
from typing import Any

from workbench.actions import aside, describing, fields, figures, literature, noting
from workbench.actions.desk import Refused
from workbench.actions.fields import Field, Typed
from workbench.domain.sentences import sentence
from workbench.rules.pointing import pointers
from workbench.store.protocol import Conflict, NotFound, NotStored, Opened, ProgrammeId, Unreadable
from workbench.ui import state
from workbench.ui.presenters.contested import Spot
from workbench.ui.serving import desk

_LOG = logging.getLogger(__name__)


def save(programme: ProgrammeId, path: str, key: str) -> None:
    """Store what stands in a widget under this path; keep it at hand if that fails."""
    if not state.is_typed(key):
        return
    value = state.typed(key)
    plain = value.isoformat() if isinstance(value, date) else value
    state.settle(path)
    _try(path, plain, lambda: _store(programme, path, plain, key))


def save_figure(programme: ProgrammeId, path: str, key: str) -> None:
    """Store the number that somebody typed; keep what is no number at hand."""
    if not state.is_typed(key):
        return
    text = state.typed(key)
    state.settle(path)
    try:
        number = figures.figure(text, state.language(), whole=_is_whole(path))
    except Refused as refused:
        _tell(path, text, refused)
        return
    _try(path, number, lambda: _store(programme, path, number, key))


def let_stand(spot: Spot) -> None:
    """Leave what a colleague wrote as it is; the journal keeps what was not chosen."""
    state.settle(spot.key)
    state.go_to(f"question/{spot.path}")


def decide(programme: ProgrammeId, spot: Spot, value: Any, seen: int) -> None:
    """Store what the writer chose of two answers, unless a third colleague was first."""
    state.settle(spot.key)
    here, how = (desk(), programme, spot.path), {"seen": seen, "writer": state.showing().writer}

    def act() -> None:
        if spot.what:
            noting.note(*here, **how, **{spot.what: value})
        else:
            describing.answer(*here, value, **how)
        state.go_to(f"question/{spot.path}")

    _try(spot.key, value, act)


def decide_together(programme: ProgrammeId, spot: Spot, key: str, seen: int) -> None:
    """Store what the writer made of two texts."""
    decide(programme, spot, state.typed(key), seen)
    state.showing().use(key)


def keep_draft(spot: Spot, key: str, theirs: str) -> None:
    """Keep what the writer made of two texts so far at hand, with the other one as it was."""
    state.amend(spot.key, draft=(state.typed(key), theirs))


def bring_back(programme: ProgrammeId, item_path: str) -> None:
    """Put an item that a colleague removed back, with what was written in it meanwhile."""
    waiting, list_path = state.waiting(f"{item_path}."), item_path.rpartition(".")[0]

    def act() -> None:
        free = aside.untouched(desk(), programme, item_path, waiting)
        writer = state.showing().writer
        describing.bring_back(desk(), programme, item_path, free, writer=writer)
        for path in waiting:
            if path in free:
                state.settle(path)
            else:
                state.amend(path, kind="conflict")
        state.show_item(list_path, item_path.rpartition(".")[2])
        state.go_to(f"card/{item_path}")

    _try(list_path, None, act)


def let_go(item_path: str) -> None:
    """Leave an item removed; the journal keeps what was written in it."""
    for path in state.waiting(f"{item_path}."):
        state.settle(path)
    state.go_to(f"question/{item_path.rpartition('.')[0]}")


def note(programme: ProgrammeId, path: str, what: str, key: str) -> None:
    """Store what is known about an answer."""
    if not state.is_typed(key):
        return
    value, told_at = state.typed(key), Spot(path, what).key
    state.settle(told_at)

    def store(seen: int, writer: str) -> Opened:
        said = {what: value}
        return noting.note(desk(), programme, path, seen=seen, writer=writer, **said)

    _try(told_at, value, lambda: _stored(key, store))


def offer(programme: ProgrammeId, field: Field, spot: Spot, text: str, seen: int) -> None:
    """Store a text that came back from a browser, or show it beside what is stored now."""
    here, typed = desk(), Typed(text, seen, writer=state.showing().writer)
    try:
        mine = field.value(text, here.words.template, state.language())
    except Refused as refused:
        _tell(spot.key, text, refused)
        return
    _try(spot.key, mine, lambda: fields.save(here, programme, field, typed, state.language()))


def applies_again(programme: ProgrammeId, path: str, seen: int) -> None:
    """Take back that a question does not apply, unless a colleague wrote another reason."""
    decide(programme, Spot(path, "not_applicable"), None, seen)


def add(programme: ProgrammeId, list_path: str, key: str) -> None:
    """Add an item under the name in a widget and show its questions."""
    heading = state.typed(key) if state.is_typed(key) else ""

    def act() -> None:
        _, item_id = describing.add_item(desk(), programme, list_path, heading)
        state.show_item(list_path, item_id)
        state.showing().use(key)
        first = desk().words.template.question(list_path).questions[0].path
        state.go_to(f"question/{list_path}.{item_id}.{first}")

    _try(list_path, heading or None, act)


def ask_to_remove(
    programme: ProgrammeId, list_path: str, item_id: str, heading: str, seen: int
) -> None:
    """Remove an item at once if nothing points at it; else ask first, on its card.

    Ask first as well if a colleague changed something in it since it was `seen`.
    """
    item_path = f"{list_path}.{item_id}"

    def act() -> None:
        if not pointers(desk().open(programme).data, item_path):
            remove(programme, list_path, item_id, heading, seen)
            return
        state.ask_removal(list_path, item_id, seen)
        state.go_to(f"removal/{item_path}")

    _try(list_path, None, act)


def keep_item(list_path: str, item_path: str) -> None:
    """Leave an item where it is after all."""
    state.ask_removal(list_path, None)
    state.go_to(f"act/remove/{item_path}")


def remove(programme: ProgrammeId, list_path: str, item_id: str, heading: str, seen: int) -> None:
    """Remove an item and offer to put it back, unless a colleague changed it since it was seen."""

    def act() -> None:
        try:
            how = {"seen": seen, "writer": state.showing().writer}
            removed = describing.remove_item(desk(), programme, list_path, item_id, **how)
        except Conflict:
            state.ask_removal(list_path, item_id, seen)
            state.go_to(f"removal/{list_path}.{item_id}")
            return
        state.ask_removal(list_path, None)
        state.remember_removal(removed, heading)
        state.go_to(f"put-back/{list_path}")

    _try(list_path, None, act)


def put_back(programme: ProgrammeId, list_path: str) -> None:
    """Put the item that was removed last back in its place."""
    last = state.last_removal(list_path)
    if last is None:
        return

    def act() -> None:
        describing.put_back(desk(), programme, last[0])
        state.forget_removal()

    _try(list_path, None, act)


def move(programme: ProgrammeId, list_path: str, item_id: str, by: int) -> None:
    """Move an item one place up or down."""
    _try(list_path, None, lambda: describing.move_item(desk(), programme, list_path, item_id, by))


def add_sources(programme: ProgrammeId, records: list[dict[str, Any]], pasted: str) -> None:
    """Add literature that was looked at, tell how much was new, and empty where it was pasted."""

    def act() -> None:
        _, added = literature.add_sources(desk(), programme, records)
        state.tell(desk().words.texts[state.language()]("ui.sources.added", n=added), "success")
        state.showing().use(pasted)

    _try(literature.LITERATURE, None, act)


def clear(programme: ProgrammeId, path: str, fingerprint: str, key: str) -> None:
    """Record why words that look like personal data are none."""
    reason, told_at = state.typed(key), f"clear/{fingerprint}"
    state.settle(told_at)
    _try(
        told_at,
        None,
        lambda: _clear(programme, path, fingerprint, reason, key),
    )


def _clear(programme: ProgrammeId, path: str, fingerprint: str, reason: str, key: str) -> None:
    noting.clear_personal_data(desk(), programme, path, fingerprint, reason)
    state.showing().use(key)


def take_clearance_back(programme: ProgrammeId, path: str, fingerprint: str) -> None:
    """Forget that words are no personal data, and tell that they are a finding again."""
    told_at = f"cleared/{fingerprint}"
    state.settle(told_at)

    def act() -> None:
        noting.take_clearance_back(desk(), programme, path, fingerprint)
        state.tell(desk().words.texts[state.language()]("ui.cleared.taken_back"), "success")
        state.go_to(f"finding/{fingerprint}")

    _try(told_at, None, act)


def _is_whole(path: str) -> bool:
    return describing.answerable(path, desk().words.template).type is int


def _store(programme: ProgrammeId, path: str, value: Any, key: str) -> None:
    def store(seen: int, writer: str) -> Opened:
        return describing.answer(desk(), programme, path, value, seen=seen, writer=writer)

    _stored(key, store)


def _stored(key: str, store: Callable[[int, str], Opened]) -> None:
    """Store what stands in a widget, on what it showed or what was saved of it since."""
    showing, typed = state.showing(), state.typed(key)
    with showing.saving():
        try:
            opened = store(showing.seen(key), showing.writer)
        except Conflict as conflict:
            if conflict.stamp.writer != showing.writer:
                raise
            opened = store(conflict.stamp.revision, showing.writer)
        showing.accept(key, typed, opened.revision)


def _try(path: str, mine: Any, act: Callable[[], object]) -> None:
    """Do it, or keep what was typed together with the reason why it was not stored."""
    words, texts = desk().words, desk().words.texts[state.language()]
    try:
        act()
    except Conflict as conflict:
        state.refuse(path, {"mine": mine, "kind": "conflict", "seen": conflict.seen})
    except Refused as refused:
        _tell(path, mine, refused)
    except Unreadable as unreadable:
        told = " ".join(sentence(p, texts, words.template) for p in unreadable.problems)
        state.refuse(path, {"why": told, "mine": mine, "kind": "refused"})
    except NotFound:
        state.refuse(path, {"why": texts("action.not_found"), "mine": mine, "kind": "refused"})
    except NotStored as failed:
        why = f"{texts(f'store.{failed.key}', **failed.values)} {texts('ui.keep_text')}"
        state.refuse(path, {"why": why, "mine": mine, "kind": "refused"})
    except Exception:  # whatever it is, what was typed stays at hand
        _LOG.exception("%s could not be changed", path)
        state.refuse(path, {"why": texts("action.accident"), "mine": mine, "kind": "refused"})


def _tell(path: str, mine: Any, refused: Refused) -> None:
    why = desk().words.texts[state.language()](f"action.{refused.key}", **refused.values)
    kind = "gone" if refused.key == "item_gone" and mine is not None else "refused"
    seen = refused.values.get("seen")
    state.refuse(path, {"why": why, "mine": mine, "kind": kind, "seen": seen})
