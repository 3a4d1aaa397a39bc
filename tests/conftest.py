"""What all tests share: the words of `schemas/`, and how long hypothesis looks for trouble.

`pytest --hypothesis-profile=thorough` looks longer.
"""

from typing import Any

import pytest
from hypothesis import settings

from tests.postgres import address, emptied, opening, owner, postgres
from workbench.domain.words import Words
from workbench.store import stillness
from workbench.store.reading import read_any
from workbench.store.words import SCHEMAS, load_words

__all__ = ["address", "emptied", "opening", "owner", "postgres"]

settings.register_profile("quick", max_examples=25, deadline=None)
settings.register_profile("thorough", max_examples=300, deadline=None)
settings.load_profile("quick")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the reports in tests/golden anew; read the difference before you keep it",
    )


@pytest.fixture(autouse=True)
def brisk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait no full second for whoever edits a file: here nobody does so slowly."""
    monkeypatch.setattr(stillness, "QUIET", 0.02)


@pytest.fixture(scope="session")
def words() -> Words:
    """Return the content of `schemas/`, understood."""
    return load_words()


def raw(name: str) -> Any:
    """Return one file of `schemas/` as plain data."""
    return read_any((SCHEMAS / name).read_bytes()).data
