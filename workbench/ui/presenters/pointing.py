"""What points at an item, as ways to the answers in which it was chosen."""

from workbench.domain.wording import Language
from workbench.domain.words import Words
from workbench.rules.pointing import pointers
from workbench.store.protocol import Opened
from workbench.ui.presenters.check import section_of
from workbench.ui.views import Way


def pointing(opened: Opened, words: Words, item_path: str, language: Language) -> tuple[Way, ...]:
    """Return the way to every answer that points at an item, also at one that is gone."""
    template = words.template
    return tuple(
        Way(pointer.where[language], section_of(pointer.path, template), pointer.path)
        for pointer in pointers(opened.data, template, item_path)
    )
