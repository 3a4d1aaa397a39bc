"""Something like a store: it records changes, one a minute, so that rules can look back on them."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from workbench.domain.changes import Change, Data, applied
from workbench.domain.paths import value_at
from workbench.domain.people import Person

AN = Person(name="An Voorbeeld", role="editor", institution="voorbeeld")
BO = Person(name="Bo Voorbeeld", role="editor", institution="voorbeeld")
START = datetime(2026, 5, 31, 12, 0, tzinfo=UTC)
BEGIN: Data = {
    "format_version": 1,
    "title": "Kompas",
    "goals": {
        "main": "Veilig zijn.",
        "subgoals": [
            {"id": "a", "text": "Eerst", "audience": "final"},
            {"id": "b", "text": "Dan"},
        ],
    },
}


@dataclass(frozen=True)
class Line:
    revision: int
    time: datetime
    person: Person
    change: Change


@dataclass
class Record:
    """What was changed so far, and the description as it stands."""

    data: Data = field(default_factory=lambda: BEGIN)
    lines: list[Line] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._take(Change("whole", "", None, self.data), AN, 0)

    def answer(self, path: str, new: Any, who: Person = AN, after: float = 1) -> Line:
        return self.do(Change("answer", path, value_at(self.data, path), new), who, after)

    def add(self, path: str, item: Data, position: int = 0, who: Person = AN) -> Line:
        return self.do(Change("add", path, None, {"item": item, "position": position}), who)

    def remove(self, path: str, item_id: str, who: Person = AN) -> Line:
        items = value_at(self.data, path)
        place = [item["id"] for item in items].index(item_id)
        gone = {"item": items[place], "position": place}
        return self.do(Change("remove", path, gone, None), who)

    def order(self, path: str, *ids: str, who: Person = AN) -> Line:
        old = [item["id"] for item in value_at(self.data, path)]
        return self.do(Change("order", path, old, list(ids)), who)

    def note(self, path: str, who: Person = AN, **said: Any) -> Line:
        return self.do(Change("note", path, self.data.get("about", {}).get(path, {}), said), who)

    def whole(self, new: Data, of: int | None = None, who: Person = AN) -> Line:
        return self.do(Change("whole", "", self.data, new, of), who)

    def version(self, name: str) -> Line:
        return self.do(Change("version", "", None, {"name": name, "sha256": "0"}), AN)

    def do(self, change: Change, who: Person = AN, after: float = 1) -> Line:
        self.data = applied(self.data, change)
        return self._take(change, who, after)

    def _take(self, change: Change, who: Person, after: float) -> Line:
        time = self.lines[-1].time + timedelta(minutes=after) if self.lines else START
        self.lines.append(Line(len(self.lines) + 1, time, who, change))
        return self.lines[-1]
