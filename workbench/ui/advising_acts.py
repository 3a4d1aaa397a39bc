"""Callbacks of advice: what somebody posts or settles, and what to tell of it."""

import logging
from collections.abc import Callable

from workbench.actions.advising import ask, confide
from workbench.actions.desk import Desk, Refused
from workbench.domain.advice import Kind
from workbench.store.protocol import NotFound, NotStored, Opened, ProgrammeId, Unreadable
from workbench.ui import state
from workbench.ui.serving import desk

InThread = Callable[..., None]
_LOG = logging.getLogger(__name__)


def keep(name: str, key: str) -> None:
    """Keep what stands in a field until it is posted."""
    state.showing().unposted.keep(name, state.typed(key))


def ask_at(
    opened: Opened, path: str, kind: Kind, private: bool, fields: tuple[str, str, str]
) -> None:
    """Begin a thread with what stands in the fields; on a refusal it keeps standing there."""
    text, quote, to = (state.showing().unposted.text(name) for name in fields)

    def begin(here: Desk) -> None:
        if private:
            confide(here, opened, path, text, quote=quote)
        else:
            ask(here, opened, path, text, kind=kind, quote=quote, to=to)

    if _told(begin, "ui.advice.noted" if private else "ui.advice.asked"):
        _posted(*fields)


def act_with_text(programme: ProgrammeId, act: InThread, name: str, done: str) -> None:
    """Do something in a thread with the text of a field."""
    text = state.showing().unposted.text(name)
    if _told(lambda here: act(here, here.open(programme), text=text), done):
        _posted(name)


def give(programme: ProgrammeId, act: InThread, name: str) -> None:
    """Give a thread to the name in a field."""
    to = state.showing().unposted.text(name)
    if _told(lambda here: act(here, here.open(programme), to=to), "ui.advice.done"):
        _posted(name)


def act(programme: ProgrammeId, act: InThread) -> None:
    """Do something in a thread that needs no words."""
    _told(lambda here: act(here, here.open(programme)), "ui.advice.done")


def _posted(*names: str) -> None:
    """Let the fields of what was posted begin empty, here and in the browser."""
    showing = state.showing()
    for name in names:
        showing.use(showing.unposted.key(name))
        showing.unposted.drop(name)


def _told(do: Callable[[Desk], None], done: str) -> bool:
    """Do it, tell that it was done or why it was not, and return whether it was."""
    here = desk()
    texts = here.words.texts[state.language()]
    try:
        do(here)
    except Refused as refused:
        state.tell(texts(f"action.{refused.key}", **refused.values), "error")
    except NotStored as failed:
        state.tell(texts(f"store.{failed.key}", **failed.values), "error")
    except (NotFound, Unreadable):
        state.tell(texts("action.not_found"), "error")
    except Exception:  # whatever it is, who wrote must hear that nothing was posted
        _LOG.exception("advice could not be kept")
        state.tell(texts("ui.advice.accident"), "error")
    else:
        state.tell(texts(done), "success")
        return True
    return False
