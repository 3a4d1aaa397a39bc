"""Who else is in a description, in words."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from workbench.actions.desk import Desk
from workbench.domain.people import Person
from workbench.domain.wording import Texts
from workbench.store.presence import Visit
from workbench.ui.presenters.progress import numbered


def company(
    desk: Desk, others: Iterable[Visit], section: str, texts: Texts, came: datetime
) -> list[str]:
    """Return a line for everybody else: first who is in this section, then who is elsewhere.

    One's own other window counts if it was heard of after this one came: else it was refreshed.
    """
    there = [visit for visit in others if visit.person != desk.person or visit.time > came]
    near = [visit for visit in there if visit.section == section]
    far = [visit for visit in there if visit.section != section and visit.person != desk.person]
    lines = [*(_here(desk, visit, texts) for visit in near), *_elsewhere(desk, far, texts)]
    return list(dict.fromkeys(lines))


def _here(desk: Desk, visit: Visit, texts: Texts) -> str:
    if visit.person == desk.person:
        return texts("ui.company.own")
    key = "ui.company.works" if visit.works else "ui.company.reads"
    return texts(key, **_named(desk, visit.person, texts))


def _elsewhere(desk: Desk, visits: Iterable[Visit], texts: Texts) -> Iterator[str]:
    titles = {s.id: numbered(s, texts.language) for s in desk.words.template.sections}
    for visit in visits:
        if visit.section in titles:
            key = "ui.company.works_at" if visit.works else "ui.company.reads_at"
            named = _named(desk, visit.person, texts)
            yield texts(key, section=titles[visit.section], **named)


def _named(desk: Desk, person: Person, texts: Texts) -> dict[str, str]:
    of = desk.institution(person.institution).name if person.institution else ""
    return {"person": person.name, "of": of or texts(f"ui.role.{person.role}")}
