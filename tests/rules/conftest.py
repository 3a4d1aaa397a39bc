"""The words of `schemas/` with a small template, and descriptions made of plain values."""

from dataclasses import replace
from datetime import date

import pytest

from tests.conftest import raw
from tests.rules.templates import a_template
from workbench.domain.programme import Programme
from workbench.store.words import load_words

TODAY = date(2026, 6, 1)


@pytest.fixture(scope="session")
def words():
    """Return the real texts, options and criteria with a template of our own."""
    return replace(load_words(), template=a_template(raw("options.yaml")))


@pytest.fixture
def described(words):
    """Return a function that makes a description of plain values."""
    return lambda **parts: Programme.model_validate(parts, context=words.options)
