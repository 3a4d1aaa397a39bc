"""Names that perhaps mean the same in several programmes: a proposal, by words (decision 0015)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from workbench.domain.likeness import Vocabulary
from workbench.domain.verdicts import Ref
from workbench.rules.comparison.grouping import grouped
from workbench.rules.comparison.lexicon import Concepts, lexicon
from workbench.rules.comparison.likeness import Told
from workbench.rules.comparison.parts import Part
from workbench.rules.overview.searching import plain

MOST = 600
"""With more different names than this only equal ones are put together: it would take minutes."""
_NOTHING = Concepts({}, {})


@dataclass(frozen=True)
class Alike:
    """One name, and which names perhaps mean the same."""

    name: str
    """In the first spelling of it."""
    group: tuple[str, ...]
    """Itself among them."""

    @property
    def others(self) -> tuple[str, ...]:
        """The other names of its group."""
        return tuple(name for name in self.group if name != self.name)


def alike(names: Iterable[str], vocabulary: Vocabulary) -> Mapping[str, Alike]:
    """Return for every name which names perhaps mean the same.

    Two spellings that differ in accents, capitals or blanks are one name.
    """
    spelled: dict[str, str] = {}
    said = list(names)
    for name in said:
        spelled.setdefault(plain(name), name)
    groups = _groups(tuple(spelled.values()), vocabulary)
    by_name = {name: group for group in groups for name in group}
    return {name: Alike(one, by_name[one]) for name in said for one in [spelled[plain(name)]]}


@lru_cache(maxsize=32)
def _groups(names: tuple[str, ...], vocabulary: Vocabulary) -> tuple[tuple[str, ...], ...]:
    if len(names) > MOST:
        return tuple((name,) for name in names)
    lex = lexicon(vocabulary)
    parts = [
        Part(n, n, Ref("", "", str(n)), {"id": n}, Told(name, lex.concepts(name), _NOTHING))
        for n, name in enumerate(names)
    ]
    found = grouped(parts, vocabulary.limits, {})
    return tuple(tuple(names[part.place] for part in group.parts) for group in found)
