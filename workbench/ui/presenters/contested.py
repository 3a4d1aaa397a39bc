"""Two answers to one question, in words and side by side, and how they go together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from workbench.domain.paths import value_at
from workbench.domain.wording import Texts
from workbench.rules.merging import chosen_by_both, merged
from workbench.store.protocol import Opened, Stamp
from workbench.ui.conflict_views import ContestView, Side
from workbench.ui.presenters.answers import said
from workbench.ui.presenters.moments import author
from workbench.ui.views import FieldView, NoteView

_LINES = ("source", "not_applicable")


@dataclass(frozen=True)
class Spot:
    """One thing that somebody said at a question: an answer, or what is known about it."""

    path: str
    what: str | None = None
    """The field of the note; nothing for the answer itself."""

    @property
    def key(self) -> str:
        """The address under which a screen keeps what could not be stored."""
        return f"about/{self.what}/{self.path}" if self.what else self.path


@dataclass(frozen=True)
class Written:
    """What somebody wrote that a colleague was before with."""

    mine: Any
    base: Any = None
    """What stood there when both began, if that is known; an empty text or list for nothing."""
    draft: tuple[str, str] | None = None
    """What they made of both texts so far, and the other text as it was then."""


def contested(
    opened: Opened,
    view: FieldView,
    spot: Spot,
    wrote: Written,
    texts: Texts,
    when: Callable[[Stamp], str],
    reader: str,
) -> ContestView:
    """Return both answers at a spot, for the reader who wrote one of them."""
    theirs = _standing(opened, spot)
    stamp = last_change(opened, f"about.{spot.path}" if spot.what else spot.path)
    kind = _kind(view, spot)
    is_text = kind in {"line", "text"}

    def words(value: Any) -> str:
        return value or "" if is_text else _said(view, spot, value, texts)

    together, how = _together(kind, theirs, wrote, words, texts)
    return ContestView(
        label=_label(view, spot, texts),
        told=_told(stamp, texts, when, reader),
        theirs=Side(_by(stamp, texts, when), theirs, words(theirs)),
        mine=Side(texts("ui.conflict.yours"), wrote.mine, words(wrote.mine)),
        is_text=is_text,
        is_line=kind == "line",
        together=together,
        together_said=how,
        newest=stamp.revision if stamp else 0,
    )


def last_change(opened: Opened, path: str) -> Stamp | None:
    """Return the last change of an address, or of something above or below it."""
    stamps = (
        stamp
        for at, stamp in opened.saved.items()
        if at and (f"{at}.".startswith(f"{path}.") or f"{path}.".startswith(f"{at}."))
    )
    return max(stamps, key=lambda stamp: stamp.revision, default=None)


def _standing(opened: Opened, spot: Spot) -> Any:
    if spot.what:
        return opened.data.get("about", {}).get(spot.path, {}).get(spot.what)
    return value_at(opened.data, spot.path)


def _kind(view: FieldView, spot: Spot) -> str:
    if spot.what:
        return "line" if spot.what in _LINES else "choices" if spot.what == "basis" else "choice"
    return view.kind if view.kind != "list" else "line"


def _label(view: FieldView, spot: Spot, texts: Texts) -> str:
    if spot.what:
        return texts(f"ui.mark.{spot.what}")
    part = spot.path.removeprefix(view.path).lstrip(".")
    keys = {"minimum": "ui.from", "maximum": "ui.to", "unit": "ui.unit"}
    return texts(keys[part]) if part in keys else view.label


def _said(view: FieldView, spot: Spot, value: Any, texts: Texts) -> str:
    if spot.what is None:
        return said(view, value, texts)
    return _noted(view.note, spot.what, value, texts)


def _noted(note: NoteView, what: str, value: Any, texts: Texts) -> str:
    if not value:
        return texts("ui.read.empty")
    if what == "basis":
        labels = dict(note.bases)
        return ", ".join(labels.get(code, code) for code in value)
    return texts(f"ui.{what}.{value}")


def _together(
    kind: str, theirs: Any, wrote: Written, words: Callable[[Any], str], texts: Texts
) -> tuple[Any, str]:
    """Return both answers in one with how that was done, if they can be."""
    if kind in {"line", "text"}:
        return _texts_together(kind, theirs or "", wrote, texts)
    if kind in {"choices", "links"}:
        both = chosen_by_both(wrote.base, _list(theirs), _list(wrote.mine))
        if both and all(set(both) != set(_list(one)) for one in (theirs, wrote.mine)):
            return both, texts("ui.conflict.both", answer=words(both))
    return None, ""


def _texts_together(kind: str, theirs: str, wrote: Written, texts: Texts) -> tuple[Any, str]:
    mine, base = wrote.mine or "", wrote.base
    if wrote.draft:
        mine, base = wrote.draft
    if not (theirs.strip() and mine.strip()):
        return None, ""
    both = merged(base, theirs, mine, between=" / " if kind == "line" else "\n\n")
    return both.text, texts("ui.conflict.apart" if both.apart else "ui.conflict.clash")


def _list(value: Any) -> Sequence[str]:
    return value if isinstance(value, list) else []


def _told(stamp: Stamp | None, texts: Texts, when: Callable[[Stamp], str], reader: str) -> str:
    if stamp is None:
        return texts("ui.conflict.somebody")
    own = stamp.person == reader
    told = texts(
        "ui.conflict.own" if own else "ui.conflict", person=author(stamp, texts), time=when(stamp)
    )
    return told[:1].upper() + told[1:]


def _by(stamp: Stamp | None, texts: Texts, when: Callable[[Stamp], str]) -> str:
    if stamp is None:
        return texts("ui.conflict.theirs_somebody")
    return texts("ui.conflict.theirs", person=author(stamp, texts), time=when(stamp))
