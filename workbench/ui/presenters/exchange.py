"""What others share, as values for a screen: questions to read, and entries of the library."""

from workbench.actions.desk import Desk
from workbench.actions.exchanging import Entry, Part
from workbench.domain.programme import Programme
from workbench.domain.wording import Language
from workbench.store.protocol import Opened, Stamp
from workbench.ui.presenters.describe import Reading, list_view, questions
from workbench.ui.presenters.progress import numbered
from workbench.ui.views import FieldView, ListView


def shared_questions(
    desk: Desk, part: Part, section: str, language: Language
) -> tuple[FieldView | ListView, ...]:
    """Return the questions of a shared section, to read."""
    return questions(_reading(desk, part, language), desk.words.template.section(section), {})


def entry_fields(desk: Desk, entry: Entry, language: Language) -> tuple[FieldView, ...]:
    """Return what is told of an item in the library, its name aside."""
    question = desk.words.template.question(entry.list)
    view = list_view(_reading(desk, entry.part, language), question, entry.item["id"])
    return tuple(field for field in view.fields if field.value != entry.name)


def named(desk: Desk, sections: tuple[str, ...], language: Language) -> dict[str, str]:
    """Return sections by id with their numbers and titles."""
    known = desk.words.template
    return {one: numbered(known.section(one), language) for one in sections if _there(desk, one)}


def told(desk: Desk, sections: tuple[str, ...], language: Language) -> str:
    """Return sections in one line of words."""
    return "; ".join(named(desk, sections, language).values())


def _there(desk: Desk, section: str) -> bool:
    return any(section == known.id for known in desk.words.template.sections)


def _reading(desk: Desk, part: Part, language: Language) -> Reading:
    opened = Opened(part.id, Programme(), part.data, 0)
    return Reading(opened, desk.words, language, _never, only_reads=True)


def _never(_: Stamp) -> str:
    """Return nothing: when others wrote something is not shared."""
    return ""
