"""The six made-up programmes as files, as a store or a terminal needs them."""

from tests.compared.six import six
from workbench.domain.dialect import SCHEMA_COMMENT, written
from workbench.domain.programme import Programme
from workbench.store.words import load_words

INSTITUTION = "voorbeeld"


def six_files(programmes):
    """Write the six programmes in a folder, and return the folder."""
    folder = programmes / INSTITUTION
    folder.mkdir(parents=True)
    for name, data in six().items():
        described = Programme.model_validate(data, context=load_words().options)
        text = written(described.plain(), SCHEMA_COMMENT)
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return programmes
