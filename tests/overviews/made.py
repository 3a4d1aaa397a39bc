"""Small made-up programmes, as an advisor's desk finds them in a folder."""

from datetime import date
from typing import Any

from workbench.actions.desk import Desk
from workbench.domain.dialect import written
from workbench.domain.people import Person
from workbench.domain.shape import understood
from workbench.store.briefs import FileBriefs
from workbench.store.files import FileStore
from workbench.store.visits import FileVisits
from workbench.store.words import load_words

TODAY = date(2026, 11, 23)
ADA = Person(name="Ada Voorbeeld", role="advisor")
NOOR = Person(name="Noor Voorbeeld", role="editor", institution="voorbeeld")


def put(folder, name, institution="voorbeeld", **data: Any):
    """Write a description in a folder, as somebody would in an editor."""
    plain = understood({"format_version": 1, **data}, load_words().options).plain()
    file = folder / institution / f"{name}.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(written(plain), "utf-8")
    return file


def desk_at(folder, person=ADA) -> Desk:
    """Return a desk as a process has it that just started."""
    words = load_words()
    return Desk(
        FileStore(folder, words.options),
        words,
        person,
        today=lambda: TODAY,
        briefs=FileBriefs(folder),
        visits=FileVisits(folder),
    )
