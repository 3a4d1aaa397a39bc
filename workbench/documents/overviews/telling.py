"""The words in which programmes are told beside each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from workbench.documents import amounts
from workbench.domain.briefs import Contents
from workbench.domain.template import Section, Template
from workbench.domain.wording import Language, Texts
from workbench.domain.words import Words
from workbench.rules.overview.overseen import Overseen

Described = tuple[Overseen, Contents]
"""A programme with what is looked at across programmes."""


@dataclass(frozen=True)
class Telling:
    """Everything needed to tell of many programmes in one language."""

    words: Words
    language: Language
    timezone: str = "Europe/Amsterdam"

    @property
    def texts(self) -> Texts:
        """The catalogue of the language."""
        return self.words.texts[self.language]

    @property
    def template(self) -> Template:
        """The questions that all programmes answer."""
        return self.words.template

    def say(self, key: str, **values: object) -> str:
        """Return a text of the overviews; raise KeyError where the catalogue lacks it."""
        return self.texts(f"overviews.{key}", **values)

    def head(self, *keys: str) -> tuple[str, ...]:
        """Return the heads of columns."""
        return tuple(self.say(f"head.{key}") for key in keys)

    def label(self, options: str, code: str | None) -> str:
        """Return the words of a choice; empty if nothing was chosen."""
        return self.template.label(options, code)[self.language] if code else ""

    def title(self, one: Overseen) -> str:
        """Return what a programme is called."""
        return " ".join(one.brief.title.split()) or one.programme

    def rung(self, rung: int) -> str:
        """Return a rung with its name."""
        names = {one.rung: one.name[self.language] for one in self.words.criteria.rungs}
        return f"{rung} {names.get(rung, '')}".strip()

    def section(self, section: Section) -> str:
        """Return a section's number, if it has one, and its title."""
        return f"{section.number} {section.title[self.language]}".strip()

    def amount(self, value: float) -> str:
        """Return a number as people write it."""
        return amounts.number(value, self.language)

    def in_sentence(self, value: date) -> str:
        """Return a day as it stands in a sentence."""
        return amounts.day(value, self.language)

    def day(self, value: date | None) -> str:
        """Return a day in such a way that days can be sorted as texts."""
        return value.isoformat() if value else ""

    def moment(self, value: datetime | None) -> str:
        """Return a moment on the clock of the reader, so that moments can be sorted as texts."""
        if value is None:
            return ""
        return value.astimezone(_zone(self.timezone)).strftime("%Y-%m-%d %H:%M")


def ordered(described: Sequence[Described], telling: Telling) -> list[Described]:
    """Return the programmes by title."""
    return sorted(described, key=lambda one: (telling.title(one[0]).casefold(), one[0].programme))


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")
