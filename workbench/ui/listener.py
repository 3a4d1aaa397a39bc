"""What the page saves while somebody types: it tells the listener which fields it may send.

The listener is a component without a face (`typing/*.js`, decision 0010). Without it everything is
saved when a field is left. What is no answer yet, such as the name of a new item, has nowhere to be
saved: the browser keeps it as a draft until it is used.
"""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from workbench.actions import permits
from workbench.actions.fields import AnswerField, NoteField
from workbench.actions.permits import Permit
from workbench.domain.people import Person
from workbench.store.protocol import ProgrammeId
from workbench.ui import frame, marks, state, writing
from workbench.ui.presenters.contested import Spot
from workbench.ui.serving import desk, secret

HERE = Path(__file__).parent / "typing"
WORDS = ("saving", "saved", "offline", "refused", "expired", "conflict", "no_copy")

TextField = AnswerField | NoteField


@dataclass(frozen=True)
class Heard:
    """A text field on the page."""

    key: str
    css: str
    url: str
    address: str
    about: str
    """The part of the page that says how its text stands."""
    stored: str
    seen: int


@dataclass(frozen=True)
class Draft:
    """A field on the page in which something is typed that is no answer yet."""

    name: str
    """What is typed in it, in whichever session: by this the browser knows it again."""
    key: str
    css: str
    begin: str
    """What the field holds before anybody types."""


def hear(programme: ProgrammeId, field: TextField, key: str, stored: str, about: str) -> None:
    """Let a text field that is drawn now be listened to."""
    seen = state.showing().seen(key)
    css, place = f"st-key-{marks.css_key(key)}", marks.css_key(about)
    heard = Heard(key, css, _url(programme, field), _spot(field).key, place, stored, seen)
    state.showing().listen(heard)


def draft(name: str, begin: str = "") -> str:
    """Return the key for a text field that is drawn now, and let its text be kept as a draft."""
    return keep(name, state.showing().key(name, begin), begin)


def keep(name: str, key: str, begin: str = "") -> str:
    """Let the text of the field with this key be kept as a draft; return the key."""
    state.showing().keep_draft(Draft(name, key, f"st-key-{marks.css_key(key)}", begin))
    return key


def draw() -> None:
    """Hand the listener the fields of this drawing, the permit, and what it says."""
    person, programme = state.person(), state.programme()
    may = person and programme and desk().may("change", programme)
    data: dict[str, Any] = {"fields": [], "open": []}
    if person:
        data["who"] = permits.alias(person, secret())
        data["drafts"] = [asdict(one) for one in state.showing().drafts]
        data["used"] = state.showing().used
    if person and programme and may:
        data |= _page(person, programme)
    data["words"] = {word: frame.texts()(f"ui.typing.{word}") for word in WORDS}
    data["language"] = state.language()
    _LISTENER(key="typing", data=data, on_both_change=_both, on_renew_change=_nothing)


def _page(person: Person, programme: ProgrammeId) -> dict[str, Any]:
    permit = Permit(person, programme, state.showing().writer, state.language())
    return {
        "programme": str(programme),
        "session": state.showing().writer,
        "token": permits.signed(permit, secret()),
        "fields": [asdict(heard) for heard in state.showing().listened],
        "open": list(state.waiting()),
    }


def _spot(field: TextField) -> Spot:
    return Spot(field.path, field.what) if isinstance(field, NoteField) else Spot(field.path)


def _url(programme: ProgrammeId, field: TextField) -> str:
    if isinstance(field, NoteField):
        return f"/api/notes/{programme}/{field.path}/{field.what}"
    return f"/api/answers/{programme}/{field.address}"


def _both() -> None:
    """Show a text that the page could not save beside the one that a colleague stored."""
    said, programme = state.typed("typing").get("both"), state.programme()
    if programme and isinstance(said, dict) and isinstance(said.get("text"), str):
        url, seen = str(said.get("url")), said.get("seen")
        *_, path, last = url.split("/")
        is_note = url.startswith("/api/notes/")
        field = NoteField(path, last) if is_note else AnswerField(last)
        known = seen if isinstance(seen, int) else 0
        writing.offer(programme, field, _spot(field), said["text"], known)


def _nothing() -> None:
    """Draw again: that hands out a new permit."""


def _component() -> Any:
    parts = [path.read_text("utf-8") for path in sorted(HERE.glob("*.js"))]
    return st.components.v2.component("werkbank_typing", js="\n".join(parts))


_LISTENER = _component()
