"""The timeline in words: how long each phase takes, when it runs, and which modules it holds."""

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.documents import amounts
from workbench.documents.pictures.telling import Telling
from workbench.domain.intervention import Duration
from workbench.rules.graph import Node
from workbench.rules.timeline import Span, Timeline, Weeks


@dataclass(frozen=True)
class Row:
    """One phase in words; what is not known is empty."""

    phase: Node
    length: str
    runs: str
    """After how many weeks it begins and ends."""
    modules: tuple[Node, ...]


@dataclass(frozen=True)
class Spans:
    """A timeline, and the words to tell it in."""

    telling: Telling
    line: Timeline

    @property
    def rows(self) -> tuple[Row, ...]:
        """The phases in their order."""
        return tuple(self._row(span) for span in self.line.spans)

    def deployed(self, code: str) -> tuple[Node, ...]:
        """Return the modules that are used in one way, by their first phase; "" is not known."""
        modules = self.telling.theory.of("module")
        return tuple(
            sorted(
                (m for m in modules if next((c for _, c in m.options), "") == code),
                key=self._first,
            )
        )

    @property
    def summary(self) -> str:
        """What the picture shows, for who cannot see it."""
        say = self.telling.say
        return " ".join((*self.told, say("phases.told"), say("elsewhere")))

    @property
    def told(self) -> Iterator[str]:
        """How long the phases take together, and the programme by its own words."""
        if together := self.line.together:
            yield self.telling.say("phases.together", weeks=self._weeks(together))
        if whole := self._length(self.line.duration):
            yield self.telling.say("phases.whole", length=whole)

    def _row(self, span: Span) -> Row:
        return Row(span.phase, self._length(span.duration), self._runs(span), span.modules)

    def _length(self, duration: Duration) -> str:
        told = duration.model_dump(exclude_none=True)
        if duration.unit is None or len(told) < 2:
            return ""
        label = self.telling.template.label("time_unit", duration.unit)
        texts = self.telling.texts
        return amounts.duration(told, texts, label[texts.language])

    def _runs(self, span: Span) -> str:
        if span.end is None or span.start is None:
            return ""
        end = self.telling.say("phases.end", weeks=self._weeks(span.end))
        if not span.start.longest:
            return end
        return f"{self.telling.say('phases.start', weeks=self._weeks(span.start))}, {end}"

    def _weeks(self, weeks: Weeks) -> str:
        low, high = round(weeks.shortest), round(weeks.longest)
        told = {"minimum": low, "maximum": high}
        texts = self.telling.texts
        unit = self.telling.template.label("time_unit", "weeks")[texts.language]
        return amounts.duration(told, texts, unit)

    def _first(self, module: Node) -> tuple[int, ...]:
        numbers = [phase.number for phase in self.telling.theory.back(module, "phase")]
        return (min(numbers, default=99), module.number)
