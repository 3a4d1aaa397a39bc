"""What the addresses need of the server process they live in; `app.py` hands it over."""

from collections.abc import Callable
from dataclasses import dataclass

from workbench.actions.fields import Saved
from workbench.domain.words import Words
from workbench.store.protocol import Store

Act = Callable[[], Saved]


def straight(_writer: str, _field: str, _text: str, act: Act) -> Saved:
    """Save, where no screen has to know."""
    return act()


@dataclass(frozen=True)
class Counter:
    """Where calls are served: each part is asked for when it is needed."""

    store: Callable[[], Store]
    words: Callable[[], Words]
    secret: Callable[[], str]
    told: Callable[[str, str, str, Act], Saved] = straight
    """Saves a text, and tells the open screen (its writer and field) what its field now holds."""
