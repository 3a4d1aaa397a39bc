"""Callbacks: what a widget's change means, and what to tell when it could not be stored."""

import logging
from collections.abc import Callable
from datetime import date
from typing import Any

from workbench.actions import describing, figures, literature, noting
from workbench.actions.desk import Refused
from workbench.domain.sentences import sentence
from workbench.rules.pointing import pointers
from workbench.store.protocol import Conflict, NotFound, NotStored, Opened, ProgrammeId, Unreadable
from workbench.ui import state
from workbench.ui.presenters.moments import author
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


def keep_mine(programme: ProgrammeId, path: str, mine: Any) -> None:
    """Store the writer's own text after all, over a colleague's; the journal keeps both."""
    state.settle(path)
    _try(path, mine, lambda: describing.answer(desk(), programme, path, mine))


def keep_both(programme: ProgrammeId, path: str, mine: str, theirs: str) -> None:
    """Store a colleague's text with the writer's own text below it."""
    keep_mine(programme, path, f"{theirs}\n\n{mine}")


def note(programme: ProgrammeId, path: str, what: str, key: str) -> None:
    """Store what is known about an answer."""
    if not state.is_typed(key):
        return
    said = {what: state.typed(key)}

    def store(seen: int, writer: str) -> Opened:
        return noting.note(desk(), programme, path, seen=seen, writer=writer, **said)

    told_at = f"about.{path}"
    state.settle(told_at)
    _try(told_at, said[what], lambda: _noted(told_at, said[what], lambda: _stored(key, store)))


def applies_again(programme: ProgrammeId, path: str) -> None:
    """Take back that a question does not apply."""
    _try(path, None, lambda: noting.note(desk(), programme, path, not_applicable=None))


def add(programme: ProgrammeId, list_path: str, key: str) -> None:
    """Add an item under the name in a widget and show its questions."""
    heading = state.typed(key) if state.is_typed(key) else ""

    def act() -> None:
        _, item_id = describing.add_item(desk(), programme, list_path, heading)
        state.show_item(list_path, item_id)
        state.showing().renew(key)
        first = desk().words.template.question(list_path).questions[0].path
        state.go_to(f"question/{list_path}.{item_id}.{first}")

    _try(list_path, heading or None, act)


def ask_to_remove(programme: ProgrammeId, list_path: str, item_id: str, heading: str) -> None:
    """Remove an item at once if nothing points at it; else ask first, on its card."""
    item_path = f"{list_path}.{item_id}"

    def act() -> None:
        if not pointers(desk().open(programme).data, item_path):
            remove(programme, list_path, item_id, heading)
            return
        state.ask_removal(list_path, item_id)
        state.go_to(f"removal/{item_path}")

    _try(list_path, None, act)


def keep_item(list_path: str, item_path: str) -> None:
    """Leave an item where it is after all."""
    state.ask_removal(list_path, None)
    state.go_to(f"act/remove/{item_path}")


def remove(programme: ProgrammeId, list_path: str, item_id: str, heading: str) -> None:
    """Remove an item and offer to put it back."""

    def act() -> None:
        removed = describing.remove_item(desk(), programme, list_path, item_id)
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


def add_sources(programme: ProgrammeId, records: list[dict[str, Any]]) -> None:
    """Add literature that was looked at, and tell how much of it was new."""

    def act() -> None:
        _, added = literature.add_sources(desk(), programme, records)
        state.tell(desk().words.texts[state.language()]("ui.sources.added", n=added), "success")

    _try(literature.LITERATURE, None, act)


def clear(programme: ProgrammeId, path: str, fingerprint: str, key: str) -> None:
    """Record why words that look like personal data are none."""
    reason, told_at = state.typed(key), f"clear/{fingerprint}"
    state.settle(told_at)
    _try(
        told_at,
        None,
        lambda: noting.clear_personal_data(desk(), programme, path, fingerprint, reason),
    )


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


def _noted(told_at: str, mine: Any, act: Callable[[], object]) -> None:
    """Do it, or show what was said beside what a colleague says of the same answer."""
    try:
        act()
    except Conflict as conflict:
        texts = desk().words.texts[state.language()]
        why = texts("ui.conflict.note", person=author(conflict.stamp, texts))
        kept = mine if isinstance(mine, str) and mine else None
        state.refuse(told_at, {"why": why, "mine": kept, "kind": "refused"})


def _try(path: str, mine: Any, act: Callable[[], object]) -> None:
    """Do it, or keep what was typed together with the reason why it was not stored."""
    words, texts = desk().words, desk().words.texts[state.language()]
    try:
        act()
    except Conflict as conflict:
        by = {"person": author(conflict.stamp, texts), "mine": mine, "kind": "conflict"}
        state.refuse(path, by)
    except Refused as refused:
        _tell(path, mine, refused)
    except Unreadable as unreadable:
        told = " ".join(sentence(p, texts, words.template) for p in unreadable.problems)
        state.refuse(path, {"why": told, "mine": mine, "kind": "refused"})
    except NotFound:
        state.refuse(path, {"why": texts("action.not_found"), "mine": mine, "kind": "refused"})
    except NotStored as failed:
        why = texts(f"store.{failed.key}", **failed.values)
        state.refuse(path, {"why": why, "mine": mine, "kind": "refused"})
    except Exception:  # whatever it is, what was typed stays at hand
        _LOG.exception("%s could not be changed", path)
        state.refuse(path, {"why": texts("action.accident"), "mine": mine, "kind": "refused"})


def _tell(path: str, mine: Any, refused: Refused) -> None:
    why = desk().words.texts[state.language()](f"action.{refused.key}", **refused.values)
    state.refuse(path, {"why": why, "mine": mine, "kind": "refused"})
