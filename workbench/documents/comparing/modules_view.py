"""The phases one programme below the other, and the modules with how much of them for whom."""

from collections.abc import Iterator

from workbench.documents.comparing.saying import Saying, short
from workbench.documents.comparing.view import Line, View, state_of
from workbench.documents.pictures.spans import Spans
from workbench.domain.intervention import Module
from workbench.rules.comparison.grouping import Group

MODULES = "approach.modules"


def phases_view(saying: Saying) -> View:
    """Return every phase of every programme: its length, when it runs, and its modules."""
    keys = ("programme", "phase", "length", "runs", "modules")
    return View(
        "phases",
        saying.say("phases"),
        saying.say("phases.told"),
        tuple(saying.say(f"head.{key}") for key in keys),
        tuple(line for n in range(len(saying.sides)) for line in _phases(saying, n)),
        len(keys),
    )


def modules_view(saying: Saying) -> View:
    """Return the modules against the programmes, with dose and for whom."""
    return View(
        "modules",
        saying.say("modules"),
        saying.say("modules.told"),
        (*(saying.say(f"head.{key}") for key in ("module", "in_how_many", "state")), *saying.names),
        tuple(_module(saying, group) for group in saying.comparison.sides.groups[MODULES]),
        3,
    )


def _phases(saying: Saying, side: int) -> Iterator[Line]:
    telling, line = saying.tellings[side], saying.sides[side].examined.timeline
    rows = Spans(telling, line).rows
    for row in rows:
        modules = "\n".join(telling.name(module) for module in row.modules)
        cells = (telling.name(row.phase), row.length, row.runs, modules)
        yield saying.line((saying.names[side],), cells, None)
    if not rows:
        yield saying.line((saying.names[side],), ("", "", "", ""), None)


def _module(saying: Saying, group: Group) -> Line:
    told = [_used(saying, group, n) for n in range(len(saying.sides))]
    uses = [tuple(part.item.get(k) for part in group.at(n) for k in ("deployment", "dose")) or None
            for n in range(len(saying.sides))]  # fmt: skip
    state = state_of(uses)
    lead = (short(group.parts[0].told.name), len(group.sides), saying.state(state))
    return saying.line(lead, told, state, group.key, nothing=saying.say("no_item"))


def _used(saying: Saying, group: Group, side: int) -> str:
    """Return what one programme calls a module, for whom it is, how much and in which phases."""
    ids = {part.ref.item for part in group.at(side)}
    found = saying.sides[side].examined.programme.approach.modules
    return "\n".join(_module_told(saying, side, module) for module in found if module.id in ids)


def _module_told(saying: Saying, side: int, module: Module) -> str:
    empty = saying.say("empty")
    name = module.name or module.id
    whom = saying.label("deployment", module.deployment) if module.deployment else empty
    dose = ", ".join(_dose(saying, module)) or empty
    telling = saying.tellings[side]
    nodes = [node for node in telling.theory.of("module") if node.id == module.id]
    phases = telling.names(phase for node in nodes for phase in telling.theory.back(node, "phase"))
    return "\n".join(
        (
            name,
            saying.say("modules.whom", whom=whom),
            saying.say("modules.dose", dose=dose),
            saying.say("modules.phases", phases=phases or empty),
        )
    )


def _dose(saying: Saying, module: Module) -> Iterator[str]:
    dose = module.dose
    if dose.sessions is not None:
        yield saying.say("modules.sessions", n=dose.sessions)
    if dose.minutes is not None:
        yield saying.say("modules.minutes", n=dose.minutes)
    if dose.frequency:
        yield " ".join(dose.frequency.split())
