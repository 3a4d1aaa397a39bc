"""What the record says that people did, in the words of the template."""

from dataclasses import dataclass

from workbench.documents.differences import Told, sides, told
from workbench.domain.changes import Change, Data, Kind, applied
from workbench.domain.paths import is_empty
from workbench.domain.wording import Language, Texts
from workbench.domain.words import Words
from workbench.rules.differing import differences, made_by
from workbench.rules.entries import Entry
from workbench.rules.procedure import STEPS


@dataclass(frozen=True)
class Deed:
    """One entry of the record as people read it."""

    section: str
    """The id of the section; nothing where it is about the description as a whole."""
    where: str
    """The number and title of that section."""
    label: str
    """The question, and inside a list its item first; nothing for the description as a whole."""
    did: str
    """What was done, in a few words."""

    @property
    def line(self) -> str:
        """Return all of it on one line."""
        asked = ", ".join(part for part in (self.where, self.label) if part)
        return f"{asked}: {self.did}" if asked else f"{self.did[:1].upper()}{self.did[1:]}"


def deed(entry: Entry, before: Data, after: Data, words: Words, language: Language) -> Deed:
    """Return what somebody did, given the description before and after it."""
    did = _did(entry, words.texts[language])
    if entry.kind in ("whole", "version", "step"):
        return Deed("", "", "", did)
    between = sides(before, after, words, language)
    path = entry.item or entry.path
    return Deed(*between.section(path), between.label(path), did)


def changes(
    entry: Entry, before: Data, after: Data, words: Words, language: Language
) -> list[Told]:
    """Return what somebody changed, question by question; or wrote, where it was put aside."""
    if entry.kind == "aside":
        return _aside(entry, after, words, language)
    found = differences(before, after, words.template)
    return told(made_by(found, entry), sides(before, after, words, language))


def compared(old: Data, new: Data, words: Words, language: Language) -> list[Told]:
    """Return everything that differs between two states."""
    return told(differences(old, new, words.template), sides(old, new, words, language))


def _aside(entry: Entry, data: Data, words: Words, language: Language) -> list[Told]:
    """Return what stood there beside what somebody wrote."""
    change = entry.lines[0].change
    theirs, mine = (_with(data, entry.path, said or {}) for said in (change.old, change.new))
    return compared(theirs, mine, words, language)


def _with(data: Data, path: str, said: Data) -> Data:
    """Return a description with what was said of one question in it, as far as it has room."""
    kind: Kind = "note" if "note" in said else "answer"
    try:
        return applied(data, Change(kind, path, None, said.get(kind)))
    except LookupError:
        return data


def _did(entry: Entry, texts: Texts) -> str:
    first, last = entry.lines[0].change, entry.lines[-1].change
    if entry.kind == "version":
        return texts("history.did.version", name=first.new.get("name", ""))
    if entry.kind == "step":
        return _step(first, texts)
    if entry.kind == "whole":
        return _whole(entry, texts)
    if entry.is_undo:
        return texts(f"history.did.undo.{entry.kind}")
    if entry.kind != "answer":
        return texts(f"history.did.{entry.kind}")
    if is_empty(last.new):
        return texts("history.did.emptied")
    return texts("history.did.filled" if is_empty(first.old) else "history.did.changed")


def _whole(entry: Entry, texts: Texts) -> str:
    if entry.of is not None:
        return texts("history.did.restored", revision=entry.of)
    return texts("history.did.outside" if entry.before else "history.did.begun")


def _step(change: Change, texts: Texts) -> str:
    """Return which step was taken, and why; a step that nobody knows by now keeps its name."""
    said = change.new.get("step", "")
    named = texts(f"procedure.step.{said}") if said in STEPS else said
    why = change.new.get("reason") or ""
    told = [texts("history.did.step", step=named), texts("history.why", why=why) if why else ""]
    return " ".join(filter(None, told))
