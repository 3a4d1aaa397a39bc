"""Loading `schemas/`: the template, the texts and the lists, as one value."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from workbench.domain.criteria import Criteria
from workbench.domain.likeness import Vocabulary
from workbench.domain.people import Institution
from workbench.domain.template import Template
from workbench.domain.wording import LANGUAGES, Texts
from workbench.domain.words import Term, Words
from workbench.store.reading import Misread, read_any

SCHEMAS = Path(__file__).parents[2] / "schemas"
FILES = (
    "template.yaml",
    "options.yaml",
    "institutions.yaml",
    "glossary.yaml",
    "criteria.yaml",
    "likeness.yaml",
    *(f"texts.{language}.yaml" for language in LANGUAGES),
)

_INSTITUTIONS = TypeAdapter(list[Institution])
_TERM = TypeAdapter(Term)
_CATALOGUE = TypeAdapter(dict[str, str])


class WordsDamaged(ValueError):
    """A file in `schemas/` cannot be used; the message names the file and the place."""


def load_words(folder: Path = SCHEMAS) -> Words:
    """Return everything in `schemas/`, read again only when a file changed; raise WordsDamaged."""
    return _loaded(folder, tuple(_stamp(folder / name) for name in FILES))


def _stamp(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError as error:
        raise WordsDamaged(f"{path}: {error.strerror}") from None
    return found.st_mtime_ns, found.st_size


@lru_cache(maxsize=4)
def _loaded(folder: Path, _: tuple[tuple[int, int], ...]) -> Words:
    return Words(
        template=_read(folder / "template.yaml", lambda data: _template(data, folder)),
        texts={
            language: Texts(
                language, _read(folder / f"texts.{language}.yaml", _CATALOGUE.validate_python)
            )
            for language in LANGUAGES
        },
        institutions=_read(folder / "institutions.yaml", _institutions),
        glossary=_read(folder / "glossary.yaml", _glossary),
        criteria=_read(folder / "criteria.yaml", Criteria.model_validate),
        likeness=_read(folder / "likeness.yaml", Vocabulary.model_validate),
    )


def _read(path: Path, understood: Callable[[Any], Any]) -> Any:
    try:
        return understood(read_any(path.read_bytes()).data)
    except (Misread, ValidationError, TypeError, OSError) as error:
        raise WordsDamaged(f"{path}: {error}") from error


def _template(data: Mapping[str, Any], folder: Path) -> Template:
    options = _read(folder / "options.yaml", dict)
    return Template.model_validate({**data, "options": options})


def _institutions(data: Any) -> Mapping[str, Institution]:
    return {institution.id: institution for institution in _INSTITUTIONS.validate_python(data)}


def _glossary(data: Any) -> Mapping[str, Term]:
    return {code: _TERM.validate_python({"code": code, **term}) for code, term in data.items()}
