"""The table of who may do what as a page of Markdown, from the same data that is enforced."""

from collections.abc import Iterable

from workbench.domain.people import ROLES
from workbench.domain.status import STATUSES
from workbench.domain.wording import Texts
from workbench.rules.access import RELATIONS, TABLE, Relation, Row


def rights(texts: Texts) -> str:
    """Return the whole page."""
    head = [texts("rights.action"), *(texts(f"rights.role.{role}") for role in ROLES)]
    head.append(texts("rights.statuses"))
    lines = [
        f"# {texts('rights.title')}",
        texts("rights.about"),
        texts("rights.relations"),
        "\n".join([_line(head), _line(["---"] * len(head)), *(_row(row, texts) for row in TABLE)]),
    ]
    return "\n\n".join(lines) + "\n"


def _row(row: Row, texts: Texts) -> str:
    cells = [texts(f"rights.action.{row.action}")]
    cells += [_relations(row.relations(role), texts) for role in ROLES]
    return _line([*cells, _statuses(row, texts)])


def _relations(found: frozenset[Relation], texts: Texts) -> str:
    named = [texts(f"rights.relation.{one}") for one in RELATIONS if one in found]
    return ", ".join(named) or texts("rights.nobody")


def _statuses(row: Row, texts: Texts) -> str:
    if not row.depends_on_status:
        return texts("rights.every_status")
    return ", ".join(texts(f"programme_status.{s}") for s in STATUSES if s in row.statuses)


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
