"""Texts that people read, in the two languages of the workbench."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict

Language = Literal["nl", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


class Wording(BaseModel):
    """One text in Dutch and in English."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    nl: str
    en: str

    def __getitem__(self, language: Language) -> str:
        return self.nl if language == "nl" else self.en


@dataclass(frozen=True)
class Texts:
    """The flat catalogue of one language; `texts("check.title", n=3)` gives the filled sentence."""

    language: Language
    catalogue: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """Return the text of this key; raise KeyError where the catalogue lacks it or a value."""
        return self.catalogue[key].format(**values)
