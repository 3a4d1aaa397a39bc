"""Remembering every description in short, so that an overview reads only what changed."""

import threading
import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from pydantic import ValidationError

from workbench import domain, rules
from workbench.actions.desk import Desk
from workbench.actions.same import Same
from workbench.domain.briefs import Brief, Contents
from workbench.domain.words import Words
from workbench.rules.overview.briefing import brief_of, contents_of
from workbench.rules.overview.searching import Searchable
from workbench.rules.subject import Subject
from workbench.store.briefs import Briefs, Kept
from workbench.store.protocol import Damaged, NotFound, Opened, ProgrammeId, Store, Unreadable

PAUSE = 0.005
"""Seconds in which whoever works here goes first, when everything is read ahead."""


@dataclass
class _Known:
    """What this process knows of one description in one state."""

    state: str
    brief: Brief
    contents: Contents | None = None
    searchable: Searchable | None = None


class Briefing:
    """Works out each description once for each state of it, and keeps what came out.

    Args:
        kept: where other processes find it too.
    """

    def __init__(self, kept: Briefs) -> None:
        self._kept = kept
        self._known: dict[ProgrammeId, _Known] = {}
        self._began, self._one_at_a_time = False, threading.Lock()

    def of(
        self,
        store: Store,
        words: Words,
        may: Callable[[ProgrammeId], bool] = lambda _: True,
        pause: float = 0,
    ) -> tuple[dict[ProgrammeId, Brief], list[Damaged]]:
        """Return every description in short that somebody may see, and what cannot be read."""
        found, damaged = {}, []
        looks = {programme: look for programme, look in store.looks().items() if may(programme)}
        self._begin()
        for programme, look in looks.items():
            if pause:
                time.sleep(pause)
            try:
                found[programme] = self._of(store, words, programme, look).brief
            except Unreadable as unreadable:
                damaged.append(Damaged(programme, unreadable.problems))
            except NotFound:  # it went while the others were read
                continue
        return found, damaged

    def contents(
        self, store: Store, words: Words, programmes: Collection[ProgrammeId]
    ) -> Mapping[ProgrammeId, Contents]:
        """Return what is said in descriptions that `of` just gave."""
        return {
            programme: contents
            for programme in programmes
            if (contents := self._contents(store, words, programme))
        }

    def searchable(
        self, store: Store, words: Words, programmes: Collection[ProgrammeId]
    ) -> Mapping[ProgrammeId, Searchable]:
        """Return the same, ready to be searched."""
        found = {}
        for programme, contents in self.contents(store, words, programmes).items():
            known = self._known[programme]
            known.searchable = known.searchable or Searchable(contents)
            found[programme] = known.searchable
        return found

    def read_ahead(self, store: Store, words: Words) -> None:
        """Work out and read everything now, one description at a time; raise NotStored."""
        found, _ = self.of(store, words, pause=PAUSE)
        for programme in found:
            self.searchable(store, words, [programme])
            time.sleep(PAUSE)

    def _begin(self) -> None:
        """Take over what other processes kept, once."""
        if self._began:
            return
        for programme, kept in self._kept.all().items():
            try:
                brief = Brief.model_validate_json(kept.brief)
            except ValidationError:  # written by another workbench than this one
                continue
            self._known.setdefault(programme, _Known(kept.state, brief))
        self._began = True

    def _of(self, store: Store, words: Words, programme: ProgrammeId, look: str) -> _Known:
        state = f"{_edition(Same(words))} {look}"
        known = self._known.get(programme)
        if known and look and known.state == state:
            return known
        with self._one_at_a_time:
            known = self._known.get(programme)
            if known and look and known.state == state:  # another thread just did it
                return known
            return self._worked_out(store.open(programme), words, state)

    def _worked_out(self, opened: Opened, words: Words, state: str) -> _Known:
        subject = Subject(opened.programme, words, date.min)
        stamp = opened.saved.get("")
        changed, person = (stamp.time, stamp.person) if stamp else (None, "")
        brief = brief_of(subject, opened.status, opened.revision, changed, person)
        known = _Known(state, brief, contents_of(subject))
        assert known.contents is not None
        told = Kept(state, brief.model_dump_json(), known.contents.model_dump_json())
        self._kept.keep(opened.id, told)
        self._known[opened.id] = known
        return known

    def _contents(self, store: Store, words: Words, programme: ProgrammeId) -> Contents | None:
        known = self._known.get(programme)
        if known is None:
            return None
        if known.contents is None:
            known.contents = self._read(programme, known.state)
        if known.contents is None:
            try:
                known = self._worked_out(store.open(programme), words, known.state)
            except (Unreadable, NotFound):
                return None
        return known.contents

    def _read(self, programme: ProgrammeId, state: str) -> Contents | None:
        try:
            return Contents.model_validate_json(self._kept.contents(programme, state))
        except ValidationError:
            return None


def briefing_of(desk: Desk) -> Briefing:
    """Return what this process remembers of the descriptions in the store of a desk."""
    return _briefing(Same(desk.store), Same(desk.briefs))


@lru_cache(maxsize=4)
def _briefing(_: Same[Store], kept: Same[Briefs]) -> Briefing:
    return Briefing(kept.value)


@lru_cache(maxsize=4)
def _edition(words: Same[Words]) -> str:
    """Return what tells words and rules from those of another time."""
    told = (words.value.template, words.value.criteria)
    parts = [one.model_dump_json().encode() for one in told]
    return sha256(b"\n".join([*parts, _code()])).hexdigest()[:16]


@lru_cache(maxsize=1)
def _code() -> bytes:
    """Return what tells this version of the rules from another."""
    folders = (Path(path) for package in (domain, rules) for path in package.__path__)
    files = sorted(file for folder in folders for file in folder.rglob("*.py"))
    return sha256(b"\n".join(file.read_bytes() for file in files)).digest()
