"""The theory as a list within lists: heard from goal to goal, with nothing left out."""

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.documents.pictures.tables import nothing_yet
from workbench.documents.pictures.telling import Telling
from workbench.rules.graph import Node


@dataclass(frozen=True)
class Entry:
    """One line of the list, what is missing there, and the lines below it."""

    text: str
    missing: tuple[str, ...] = ()
    below: tuple["Entry", ...] = ()


def outline(telling: Telling) -> tuple[Entry, ...]:
    """Return the whole theory: problem, goals with what they lead to, and what stands apart."""
    theory = telling.theory
    main, problem = theory.of("main")[0], theory.of("problem")[0]
    entries = (
        Entry(f"{telling.say('column.main')}: {telling.name(main)}"),
        Entry(
            f"{telling.say('column.problem')}: {telling.name(problem)}",
            below=tuple(_plain(telling, figure) for figure in theory.of("figure")),
        ),
        _part(telling.say("column.goal"), (_goal(telling, goal) for goal in theory.of("goal"))),
        _part(telling.say("loose"), _loose(telling)),
        _part(telling.say("column.element"), (_element(telling, e) for e in theory.of("element"))),
    )
    empty = tuple(Entry("", (told,)) for told in nothing_yet(telling))
    return (*entries[:2], *(entry for entry in entries[2:] if entry.below), *empty)


def _goal(telling: Telling, goal: Node) -> Entry:
    theory = telling.theory
    factors = (_plain(telling, factor) for factor in theory.back(goal, "factor"))
    modules = (_module(telling, module) for module in theory.onward(goal, "module"))
    parts = (
        _part(telling.say("goal.factors"), factors),
        _part(telling.say("goal.modules"), modules),
        *_cited(telling, goal),
    )
    return _entry(telling, goal, (part for part in parts if part.below))


def _loose(telling: Telling) -> Iterable[Entry]:
    theory = telling.theory
    for factor in theory.of("factor"):
        if not theory.onward(factor, "goal"):
            yield _plain(telling, factor)
    for module in theory.of("module"):
        if not theory.back(module, "goal"):
            yield _module(telling, module)


def _module(telling: Telling, module: Node) -> Entry:
    elements = (Entry(telling.name(e)) for e in telling.theory.onward(module, "element"))
    part = _part(telling.say("column.element"), elements)
    return _entry(telling, module, [part] if part.below else [])


def _element(telling: Telling, element: Node) -> Entry:
    modules = (Entry(telling.name(m)) for m in telling.theory.back(element, "module"))
    parts = (_part(telling.say("column.module"), modules), *_cited(telling, element))
    return _entry(telling, element, (part for part in parts if part.below))


def _plain(telling: Telling, node: Node) -> Entry:
    return _entry(telling, node, _cited(telling, node))


def _cited(telling: Telling, node: Node) -> tuple[Entry, ...]:
    sources = tuple(Entry(telling.name(s)) for s in telling.theory.onward(node, "source"))
    return (Entry(telling.say("column.source"), below=sources),) if sources else ()


def _entry(telling: Telling, node: Node, below: Iterable[Entry]) -> Entry:
    facts = ", ".join(telling.facts(node))
    text = f"{telling.name(node)} ({facts})" if facts else telling.name(node)
    missing = tuple(telling.say("gap", told=hole) for hole in telling.holes(node))
    return Entry(text, missing, tuple(below))


def _part(title: str, entries: Iterable[Entry]) -> Entry:
    return Entry(title, below=tuple(entries))
