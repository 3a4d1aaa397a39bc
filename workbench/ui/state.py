"""The only module that knows Streamlit's session and the address: who, language, what is open.

It holds which programme, which section and what was not accepted yet; never the description itself.
"""

import base64
import binascii
import json
import re
from dataclasses import asdict
from typing import Any

import streamlit as st
from pydantic import ValidationError

from workbench.domain.changes import Change
from workbench.domain.people import Person
from workbench.domain.wording import LANGUAGES, Language
from workbench.store.protocol import ProgrammeId
from workbench.ui.showing import Showing

COOKIE = "werkbank"


def begin() -> None:
    """Take over what this browser remembers, once, and forget what other screens asked."""
    if "language" not in st.session_state:
        remembered = _remembered()
        st.session_state.setdefault("person", remembered.get("person"))
        places = (st.query_params.get("lang"), remembered.get("language"))
        st.session_state["language"] = next((p for p in places if p in LANGUAGES), "nl")
    if "showing" not in st.session_state:
        st.session_state["showing"] = Showing()
    showing().begin()
    place = [_at(), address("section")]
    if st.session_state.get("place") != place:
        st.session_state.update(removal=None, place=place)


def person() -> Person | None:
    """Return who works here: chosen in this session, or earlier in this browser."""
    known = st.session_state.get("person")
    try:
        return Person.model_validate(known) if known else None
    except ValidationError:
        return None


def choose_person(chosen: Person | None) -> None:
    """Keep who works here; None to leave."""
    st.session_state["person"] = chosen.model_dump() if chosen else {"left": True}


def language() -> Language:
    """Return the language of the screens: chosen, in the link, or remembered; else Dutch."""
    chosen = st.session_state.get("language")
    return chosen if chosen in LANGUAGES else "nl"


def choose_language(chosen: Language) -> None:
    """Keep the language of the screens."""
    st.session_state["language"] = chosen


def cookie() -> str:
    """Return what the browser should remember, as one word that fits in a cookie."""
    plain = json.dumps({"person": st.session_state.get("person"), "language": language()})
    return base64.urlsafe_b64encode(plain.encode()).decode()


def programme() -> ProgrammeId | None:
    """Return the programme in the address, if there is a well-formed one."""
    named = re.fullmatch(r"([a-z0-9-]+)/([a-z0-9-]+)", _at())
    return ProgrammeId(*named.groups()) if named else None


def address(key: str) -> str:
    """Return one part of the address (`section`, `question`), or an empty text."""
    return str(st.query_params.get(key, ""))


def choice(part: str, asked: Any, of: str) -> str:
    """Return the key of a widget that shows what the address asks for."""
    key = f"{part}/{of}"
    if st.session_state.get(key) != asked:
        st.session_state[key] = asked
    return key


def page(of: str) -> int:
    """Return which page of something long is shown, counted from 0."""
    known = st.session_state.get("page")
    return known[1] if known and known[0] == of else 0


def turn(of: str, to: int) -> None:
    """Show another page of something long."""
    st.session_state["page"] = (of, to)


def keep_choice(part: str, key: str) -> None:
    """Put what was chosen in a widget in the browser's address."""
    st.query_params[part] = st.session_state[key]


def keep_choices(part: str, key: str) -> None:
    """Put what was chosen or typed in a widget in the address; nothing leaves no trace."""
    said = st.session_state[key]
    told = ",".join(said) if isinstance(said, list) else "1" if said is True else said or ""
    if told:
        st.query_params[part] = told
    else:
        st.query_params.pop(part, None)


def show_section() -> None:
    """Put the section in the browser's address: Streamlit leaves it out within one screen."""
    if "section" in st.query_params:
        st.query_params["section"] = st.query_params["section"]


def place(screen: str) -> str:
    """Return which screen, programme and section are shown, as one word to compare."""
    return "|".join(("here" if person() else "new", screen, _at(), address("section")))


def timezone() -> str:
    """Return the time zone of the browser."""
    return st.context.timezone or "Europe/Amsterdam"


def open_item(list_path: str) -> str | None:
    """Return the id of the item whose fields are shown in this list."""
    question = address("question")
    if question.startswith(f"{list_path}.") and _once(f"question:{question}"):
        show_item(list_path, question.removeprefix(f"{list_path}.").split(".")[0])
    opened: str | None = st.session_state.get(f"item/{_at()}/{list_path}")
    # What waits for a decision is not folded away with its card.
    inside, paths = f"{list_path}.", (key.rpartition("/")[2] for key in waiting())
    ids = [p.removeprefix(inside).partition(".")[0] for p in paths if p.startswith(inside)]
    return ids[0] if ids and opened not in ids else opened


def show_item(list_path: str, item_id: str | None) -> None:
    """Show the fields of one item of a list, or of none."""
    st.session_state[f"item/{_at()}/{list_path}"] = item_id


def showing() -> Showing:
    """Return what the widgets of this session showed."""
    known: Showing = st.session_state["showing"]
    return known


def typed(key: str) -> Any:
    """Return what stands in a widget; raise KeyError if the widget has left the screen."""
    return st.session_state[key]


def is_typed(key: str) -> bool:
    """Return whether something stands in a widget that it did not show by itself."""
    return key in st.session_state and showing().is_new(key, typed(key))


def refuse(path: str, why: dict[str, Any]) -> None:
    """Keep an answer that could not be stored, with the reason, until its writer has decided."""
    st.session_state.setdefault("refused", {})[f"{_at()}:{path}"] = why


def refused(path: str) -> dict[str, Any] | None:
    """Return the answer at this address that could not be stored, with the reason."""
    return st.session_state.get("refused", {}).get(f"{_at()}:{path}")


def waiting(inside: str = "") -> dict[str, dict[str, Any]]:
    """Return what waits for the decision of its writer in this programme, below an address."""
    here = f"{_at()}:{inside}"
    return {
        at.removeprefix(f"{_at()}:"): why
        for at, why in st.session_state.get("refused", {}).items()
        if at.startswith(here) and why.get("kind") in {"conflict", "gone"}
    }


def unstored() -> list[str]:
    """Return every text of this programme that somebody typed and that could not be stored."""
    kept = st.session_state.get("refused", {}).items()
    here = (why.get("mine") for at, why in kept if at.startswith(f"{_at()}:"))
    return [mine for mine in here if isinstance(mine, str) and mine]


def amend(path: str, **known: Any) -> None:
    """Add to what is known of an answer that could not be stored."""
    why = refused(path)
    if why is not None:
        refuse(path, {**why, **known})


def settle(path: str) -> None:
    """Forget the answer that could not be stored: its writer has decided."""
    st.session_state.get("refused", {}).pop(f"{_at()}:{path}", None)


def stands_in(programme: ProgrammeId | None) -> ProgrammeId | None:
    """Keep in which description this screen is, and return in which it was."""
    before: ProgrammeId | None = st.session_state.get("stands in")
    st.session_state["stands in"] = programme
    return before


def tell(message: str, kind: str = "info") -> None:
    """Show one message at the top of the next screen."""
    st.session_state["told"] = (message, kind)


def told() -> tuple[str, str] | None:
    """Return the message for this screen, once."""
    return st.session_state.pop("told", None)


def ask_removal(list_path: str, item_id: str | None, seen: int = 0) -> None:
    """Keep which item somebody wants to remove, until they have decided; None for none.

    Of one that is asked about already it stays known when it was seen first.
    """
    known = asked_removal(list_path)
    first = known[1] if known and known[0] == item_id else seen
    st.session_state["removal"] = (list_path, item_id, first)


def asked_removal(list_path: str) -> tuple[str, int] | None:
    """Return the item of this list that somebody wants to remove, and when it was seen."""
    known, item_id, seen = st.session_state.get("removal") or ("", None, 0)
    return (item_id, seen) if item_id and known == list_path else None


def remember_removal(removed: Change, heading: str) -> None:
    """Keep the last removed item, so that it can be put back."""
    st.session_state["removed"] = {"at": _at(), "change": asdict(removed), "heading": heading}


def last_removal(list_path: str) -> tuple[Change, str] | None:
    """Return the item that was removed last from this list, with its heading."""
    kept = st.session_state.get("removed")
    if not kept or kept["at"] != _at() or kept["change"]["path"] != list_path:
        return None
    return Change(**kept["change"]), kept["heading"]


def forget_removal() -> None:
    """Stop offering to put the last removed item back."""
    st.session_state.pop("removed", None)


def wait_for(found: Any) -> None:
    """Keep what is being looked up for this programme."""
    st.session_state["looked up"] = (_at(), found)


def looked_up() -> Any:
    """Return what is being looked up, or was, for this programme; None without it."""
    at, found = st.session_state.get("looked up", ("", None))
    return found if at == _at() else None


def go_to(key: str) -> None:
    """Bring the keyboard to the container with this key when the next screen is there."""
    st.session_state["go to"] = key


def goal() -> str | None:
    """Return the container to bring the keyboard to, once: what an act left, or the address."""
    question, left = address("question"), st.session_state.pop("go to", None)
    is_new = bool(question) and _once(f"focus:{question}")
    return left or (f"question/{question}" if is_new else None)


def _at() -> str:
    return st.query_params.get("programme", "")


def _once(what: str) -> bool:
    """Return True the first time this is asked while the address stays the same."""
    place = f"once/{what.partition(':')[0]}"
    now = f"{_at()}|{address('section')}|{what}"
    if st.session_state.get(place) == now:
        return False
    st.session_state[place] = now
    return True


def _remembered() -> dict[str, Any]:
    kept = st.context.cookies.get(COOKIE)
    if not isinstance(kept, str):
        return {}
    try:
        known = json.loads(base64.urlsafe_b64decode(kept.encode()))
    except (binascii.Error, ValueError, RecursionError):
        return {}
    return known if isinstance(known, dict) else {}
