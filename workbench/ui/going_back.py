"""Callbacks of the screens that look back: naming, restoring, undoing, and what to tell of it."""

import logging
from collections.abc import Callable

from workbench.actions import going_back
from workbench.actions.desk import Refused
from workbench.actions.going_back import CameOver
from workbench.domain.sentences import sentence
from workbench.rules.undoing import Way
from workbench.store.protocol import NotFound, NotStored, ProgrammeId, Unreadable
from workbench.ui import state
from workbench.ui.serving import desk

OVER = "undo"
"""Under which what came over something that is to be undone waits for a decision."""
NAME = "new-name"
"""Under which it is kept why a version could not be named: told at its field."""
_LOG = logging.getLogger(__name__)


def name_version(programme: ProgrammeId, key: str) -> None:
    """Give the description as it stands the name in a widget."""

    def act() -> str:
        going_back.name_version(desk(), programme, state.typed(key))
        state.showing().use(key)
        return _say("ui.history.named")

    state.settle(NAME)
    _told(act, NAME)


def restore(programme: ProgrammeId, revision: int, seen: int) -> None:
    """Put the description back as it stood, unless somebody changed that since it was shown."""

    def act() -> str:
        opened = going_back.restore(desk(), programme, revision, seen=seen)
        return _say("ui.revision.restored", revision=opened.revision)

    _told(act)


def undo(programme: ProgrammeId, revision: int, way: Way = "ask") -> None:
    """Take back one change."""
    state.settle(OVER)
    _told(lambda: _undone(going_back.undo(desk(), programme, revision, way).revision))


def undo_last(programme: ProgrammeId) -> None:
    """Take back the last change that was not taken back yet."""
    state.settle(OVER)
    _told(lambda: _undone(going_back.undo_last(desk(), programme).revision))


def leave(programme: ProgrammeId) -> None:
    """Leave what stands as it is, after all."""
    state.settle(OVER)
    state.go_to(f"undo-last/{programme}")


def _undone(revision: int) -> str:
    return _say("ui.history.undone_told", revision=revision)


def _told(act: Callable[[], str], at: str = "") -> None:
    """Do it and tell that it was done, or why it was refused: on top, or at a field."""
    words, texts = desk().words, desk().words.texts[state.language()]
    try:
        state.tell(act(), "success")
    except CameOver as over:
        below = over.touched.are_texts and over.entry.kind == "answer"
        state.refuse(OVER, {"revision": over.entry.revision, "below": below})
        state.go_to(OVER)
    except Refused as refused:
        why = texts(f"action.{refused.key}", **refused.values)
        if at:
            state.refuse(at, {"why": why, "kind": "refused"})
        else:
            state.tell(why, "error")
    except Unreadable as unreadable:
        told = " ".join(sentence(p, texts, words.template) for p in unreadable.problems)
        state.tell(told, "error")
    except NotFound:
        state.tell(texts("action.not_found"), "error")
    except NotStored as failed:
        state.tell(texts(f"store.{failed.key}", **failed.values), "error")
    except Exception:  # whatever it is, the reader must hear that nothing was changed
        _LOG.exception("going back did not work")
        state.tell(texts("ui.history.accident"), "error")


def _say(key: str, **values: object) -> str:
    return desk().words.texts[state.language()](key, **values)
