"""Who may do what: one table of roles, actions, relations to the programme and statuses.

`workbench/actions` asks it and nothing else decides; `docs/rechten.md` is printed from it.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Literal, get_args

from workbench.domain.people import Institution, Person, Role
from workbench.domain.status import STATUSES, Status
from workbench.rules.procedure import STEPS, StepName

Action = Literal[
    "read", "read_shared", "export", "share", "see_questions", "ask_along", "answer_question",
    "start", "change", "name_version", "go_back", "judge", "oversee", StepName, "see_advice",
    "ask", "reply", "mark_changed", "settle", "assign", "confide", "look_after",
]  # fmt: skip
ACTIONS: tuple[Action, ...] = get_args(Action)
Relation = Literal["own", "shared", "exchanged", "other", "all"]
"""What a programme is to somebody: of the own institution; an example, shared with everybody; of
another institution that shares sections of it; of another institution; or all programmes together,
as who looks after the workbench meets them."""
RELATIONS: tuple[Relation, ...] = get_args(Relation)

_NJI: frozenset[Relation] = frozenset({"own", "shared", "exchanged", "other"})
_OWN: frozenset[Relation] = frozenset({"own"})
_TO_READ: frozenset[Relation] = frozenset({"own", "shared"})
_EXCHANGED: frozenset[Relation] = frozenset({"own", "shared", "exchanged"})
_ELSEWHERE: frozenset[Relation] = frozenset({"exchanged"})
_ALL: frozenset[Relation] = frozenset({"all"})


@dataclass(frozen=True)
class Row:
    """One action: which role may do it with which programmes, and in which statuses."""

    action: Action
    editor: frozenset[Relation] = frozenset()
    reader: frozenset[Relation] = frozenset()
    advisor: frozenset[Relation] = frozenset()
    administrator: frozenset[Relation] = frozenset()
    statuses: frozenset[Status] = field(default=frozenset(STATUSES))
    refused: str = ""
    """The end of the key of the sentence that refuses it: `action.may_not_...`."""

    def relations(self, role: Role) -> frozenset[Relation]:
        """Return with which programmes a role may do this."""
        found: frozenset[Relation] = getattr(self, role)
        return found

    @property
    def depends_on_status(self) -> bool:
        """Whether it is allowed in some statuses only."""
        return self.statuses != frozenset(STATUSES)


def _step(name: StepName, **roles: frozenset[Relation]) -> Row:
    return Row(name, **roles, statuses=STEPS[name].start, refused="step")


TABLE: tuple[Row, ...] = (
    Row("read", editor=_TO_READ, reader=_TO_READ, advisor=_NJI, administrator=_NJI),
    Row(
        "read_shared",
        editor=_EXCHANGED,
        reader=_EXCHANGED,
        advisor=_EXCHANGED,
        administrator=_EXCHANGED,
    ),
    Row("export", editor=_TO_READ, reader=_TO_READ, advisor=_NJI, administrator=_NJI),
    Row("share", editor=_OWN),
    Row("see_questions", editor=_OWN | _ELSEWHERE, reader=_OWN | _ELSEWHERE),
    Row("ask_along", editor=_ELSEWHERE, reader=_ELSEWHERE),
    Row("answer_question", editor=_OWN),
    Row("start", editor=_OWN),
    Row("change", editor=_OWN),
    Row("name_version", editor=_OWN),
    Row("go_back", editor=_OWN),
    Row("judge", advisor=_NJI),
    Row("oversee", advisor=_ALL, administrator=_ALL),
    _step("open_round_1", editor=_OWN, advisor=_NJI),
    _step("close_round_1", advisor=_NJI),
    _step("open_round_2", editor=_OWN, advisor=_NJI),
    _step("close_round_2", advisor=_NJI),
    _step("finish", editor=_OWN),
    _step("rework", editor=_OWN, advisor=_NJI),
    _step("submit", editor=_OWN),
    _step("ask_repair", advisor=_NJI),
    _step("recognise", advisor=_NJI),
    _step("reject", advisor=_NJI),
    _step("reassess", editor=_OWN, advisor=_NJI),
    _step("take_back", advisor=_NJI, administrator=_NJI),
    Row("see_advice", editor=_OWN, reader=_OWN, advisor=_NJI, administrator=_NJI),
    Row("ask", advisor=_NJI),
    Row("reply", editor=_OWN, advisor=_NJI),
    Row("mark_changed", editor=_OWN),
    Row("settle", advisor=_NJI),
    Row("assign", editor=_OWN, advisor=_NJI),
    Row("confide", advisor=_NJI),
    Row("look_after", administrator=_ALL),
)
ROWS: dict[Action, Row] = {row.action: row for row in TABLE}


def may(person: Person, action: Action, relation: Relation, status: Status) -> bool:
    """Return whether somebody may do this with such a programme in such a status."""
    row = ROWS[action]
    return relation in row.relations(person.role) and status in row.statuses


def relation_to(person: Person, institution: Institution | None) -> Relation:
    """Return what the programmes of an institution are to somebody; of none: all together."""
    if institution is None:
        return "all"
    if person.institution == institution.id:
        return "own"
    return "shared" if institution.example else "other"


def tells_apart(action: Action, role: Role) -> bool:
    """Return whether it matters to an action that another institution shares a programme."""
    relations = ROWS[action].relations(role)
    return ("exchanged" in relations) != ("other" in relations)


def in_any_status(action: Action, statuses: Collection[Status] = STATUSES) -> bool:
    """Return whether the status of a programme makes no difference to an action."""
    return ROWS[action].statuses >= set(statuses)


def allowed(role: Role, relation: Relation, status: Status) -> Iterable[Action]:
    """Yield everything that a role may do with such a programme in such a status."""
    for row in TABLE:
        if relation in row.relations(role) and status in row.statuses:
            yield row.action
