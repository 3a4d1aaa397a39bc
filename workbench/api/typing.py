"""Saving what somebody types while they type: one text, one field, one permit."""

import logging
from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse

from workbench.actions import fields
from workbench.actions.desk import Desk, Refused
from workbench.actions.fields import AnswerField, Field, NoteField, Saved, Typed
from workbench.actions.permits import Permit
from workbench.api.calls import Body, Declined, body_of, from_our_pages, permit_of
from workbench.api.counter import Counter
from workbench.domain.sentences import sentence
from workbench.domain.wording import Texts
from workbench.store.protocol import Conflict, NotFound, NotStored, Unreadable

_LOG = logging.getLogger(__name__)
_NO_SUCH_FIELD = {"unknown_question", "unknown_question_like", "no_question", "fixed_id"}


class Typing:
    """The addresses to which an open page sends its texts."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter

    async def answer(self, request: Request) -> JSONResponse:
        """Save an answer."""
        return await self._save(request, AnswerField(request.path_params["path"]))

    async def note(self, request: Request) -> JSONResponse:
        """Save a text about an answer."""
        places = request.path_params
        return await self._save(request, NoteField(places["path"], places["what"]))

    async def _save(self, request: Request, field: Field) -> JSONResponse:
        try:
            from_our_pages(request)
            permit = permit_of(request, self._counter.secret())
            body = await body_of(request)
        except Declined as declined:
            return _told(declined.status, reason=declined.reason)
        # A save waits for the disk: not on the loop that serves everybody.
        return await run_in_threadpool(self._answered, permit, field, body)

    def _answered(self, permit: Permit, field: Field, body: Body) -> JSONResponse:
        texts = self._counter.words().texts[permit.language]
        try:
            act = self._act(permit, field, body)
            saved = self._counter.told(permit.writer, body.field, body.text, act)
        except Conflict as conflict:
            return _conflict(conflict, permit, field, texts)
        except Refused as refused:
            why = texts(f"action.{refused.key}", **refused.values)
            return _told(_status(refused), sentence=why)
        except NotFound:
            return _told(404, sentence=texts("action.not_found"))
        except Unreadable as unreadable:
            template = self._counter.words().template
            told = (sentence(problem, texts, template) for problem in unreadable.problems)
            return _told(422, sentence=" ".join(told))
        except NotStored as failed:
            why = texts(f"store.{failed.key}", **failed.values)
            return _told(503, sentence=f"{why} {texts('ui.keep_text')}")
        except Exception:  # whatever it is, the page must hear that the text is not stored
            _LOG.exception("%s could not be saved", field.address)
            return _told(500, sentence=texts("ui.typing.accident"))
        return _told(200, text=saved.text, revision=saved.revision, saved=_time(saved))

    def _act(self, permit: Permit, field: Field, body: Body) -> Callable[[], Saved]:
        desk = Desk(self._counter.store(), self._counter.words(), permit.person)
        typed = Typed(body.text, body.seen, body.base, permit.writer)
        return lambda: fields.save(desk, permit.programme, field, typed, permit.language)


def _conflict(conflict: Conflict, permit: Permit, field: Field, texts: Texts) -> JSONResponse:
    stamp = conflict.stamp
    return _told(
        409,
        text=field.shown(conflict.opened.data, permit.language),
        by=stamp.person or texts("ui.outside"),
        revision=stamp.revision,
        own=bool(stamp.writer) and stamp.writer == permit.writer,
    )


def _status(refused: Refused) -> int:
    if refused.key.startswith("may_not_"):
        return 403
    return 404 if refused.key in _NO_SUCH_FIELD else 422


def _time(saved: Saved) -> str | None:
    return saved.stamp.time.isoformat() if saved.stamp else None


def _told(status: int, **said: object) -> JSONResponse:
    return JSONResponse(said, status, headers={"Cache-Control": "no-store"})
