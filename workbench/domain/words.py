"""Everything the workbench says and asks, as one value: the content of `schemas/`."""

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.domain.criteria import Criteria
from workbench.domain.likeness import Vocabulary
from workbench.domain.people import Institution
from workbench.domain.template import Template
from workbench.domain.values import Options
from workbench.domain.wording import Language, Texts, Wording


@dataclass(frozen=True)
class Term:
    """One word of the field: its name in code, in Dutch and in English, and what it means."""

    code: str
    term: Wording
    definition: Wording
    source: str | None = None
    """A key of `Criteria.sources`."""
    synonyms: tuple[str, ...] = ()
    indication: bool = False


@dataclass(frozen=True)
class Words:
    """The template, the catalogues, the institutions, the glossary, the criteria, the likeness."""

    template: Template
    texts: Mapping[Language, Texts]
    institutions: Mapping[str, Institution]
    glossary: Mapping[str, Term]
    criteria: Criteria
    likeness: Vocabulary

    def term(self, name: str) -> Term:
        """Return the term of a field, class or list; raise KeyError if it has none.

        A plural stands under itself or under its singular.
        """
        found = next((form for form in _forms(name) if form in self.glossary), name)
        return self.glossary[found]

    @property
    def options(self) -> Options:
        """The codes that may stand in a description, retired ones included."""
        lists = self.template.options.items()
        return {name: frozenset(option.code for option in options) for name, options in lists}


def _forms(name: str) -> tuple[str, ...]:
    if name.endswith("ies"):
        return name, f"{name[:-3]}y"
    return name, name.removesuffix("s")
