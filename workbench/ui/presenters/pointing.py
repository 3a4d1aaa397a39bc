"""What points at an item, as ways to the answers in which it was chosen."""

from workbench.domain.wording import Language
from workbench.domain.words import Words
from workbench.rules.places import place
from workbench.rules.pointing import pointers
from workbench.store.protocol import Opened
from workbench.ui.presenters.leading import way
from workbench.ui.views import Way


def pointing(opened: Opened, words: Words, item_path: str, language: Language) -> tuple[Way, ...]:
    """Return the way to every answer that points at an item, also at one that is gone."""
    return tuple(
        way(path, place(opened.data, words.template, path), words.template, language)
        for path in pointers(opened.data, item_path)
    )
