"""The words of a picture: what every node, link and hole is called in one language."""

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.domain.template import Template
from workbench.domain.wording import Texts
from workbench.rules.graph import Hole, Kind, Node, Theory
from workbench.rules.holes import LISTS

COLUMNS: tuple[Kind, ...] = ("factor", "goal", "module", "element")
"""The columns between the problem and the sources."""
_SHORT = 60


@dataclass(frozen=True)
class Telling:
    """A theory, and the words to tell it in."""

    theory: Theory
    template: Template
    texts: Texts

    def say(self, key: str, **values: object) -> str:
        """Return a text of the pictures; raise KeyError where the catalogue lacks it."""
        return self.texts(f"theory.{key}", **values)

    def title(self, key: str) -> str:
        """Return the name of a picture or a table with the programme in it."""
        name = self.theory.title.strip() or self.texts("report.untitled")
        return self.say(key, title=name)

    def code(self, node: Node) -> str:
        """Return the letter and number by which a node is found elsewhere, such as D3."""
        return self.say(f"code.{node.kind}", n=node.number) if node.number else ""

    def name(self, node: Node) -> str:
        """Return code and heading in full, with the number of a figure."""
        heading = node.heading or self.say(f"missing.{node.kind}")
        told = f"{node.value}: {heading}" if node.value else heading
        return f"{self.code(node)} {told}".strip()

    def short(self, node: Node) -> str:
        """Return code and heading, cut where that is long."""
        name = self.name(node)
        return name if len(name) <= _SHORT else f"{name[: _SHORT - 1].rstrip(' ,.;:')}…"

    def names(self, nodes: Iterable[Node]) -> str:
        """Return the codes of some nodes."""
        return ", ".join(map(self.code, nodes))

    def options(self, node: Node) -> tuple[str, ...]:
        """Return what was chosen about a node, by its labels."""
        chosen = (self.template.label(options, code) for options, code in node.options)
        return tuple(label[self.texts.language] for label in chosen)

    def label(self, options: str, code: str) -> str:
        """Return the words of one choice."""
        return self.template.label(options, code)[self.texts.language]

    def aside(self, node: Node) -> str:
        """Return why a factor without a goal has none; empty for every other node."""
        if not node.set_aside or self.theory.onward(node, "goal"):
            return ""
        return self.say(f"aside.{node.set_aside}")

    def facts(self, node: Node) -> tuple[str, ...]:
        """Return what is told below the name of a node: choices, phases and why it stands apart."""
        phases = self.theory.back(node, "phase")
        told = (*self.options(node), self.say("in_phases", phases=_list(phases)) if phases else "")
        return tuple(filter(None, (*told, self.aside(node))))

    def sources(self, node: Node) -> str:
        """Return how many sources a node rests on, in words."""
        n = len(self.theory.onward(node, "source"))
        return self.counted("sources", n) if n else self.say("sources.none")

    def counted(self, key: str, n: int) -> str:
        """Return a number with its word in singular or plural."""
        return self.say(f"{key}.{'one' if n == 1 else 'many'}", n=n)

    def holes(self, node: Node) -> tuple[str, ...]:
        """Return what is missing at a node, each told once."""
        found = (self.hole(hole) for hole in self.theory.holes_at(node.path))
        return tuple(dict.fromkeys(found))

    def hole(self, hole: Hole) -> str:
        """Return a hole in a few words."""
        if hole.kind != "nothing_yet":
            return self.say(f"hole.{hole.kind}")
        kinds: dict[str, Kind] = {path: kind for kind, path in LISTS.items()}
        return self.nothing(kinds[hole.place])

    def nothing(self, kind: Kind) -> str:
        """Return that there is nothing of a kind yet."""
        return self.say(f"nothing.{kind}")

    @property
    def summary(self) -> str:
        """What the picture shows, in a few sentences for who cannot see it."""
        counts = ", ".join(
            f"{self.say(f'column.{kind}').lower()} ({len(self.theory.of(kind))})"
            for kind in (*COLUMNS, "source")
        )
        told = self.say("told", counts=counts)
        n = len(self.theory.holes)
        return f"{told} {self.counted('holes', n)} {self.say('elsewhere')}"


def _list(nodes: Iterable[Node]) -> str:
    return ", ".join(str(node.number) for node in nodes)
