"""A description of the size that the figures speak of."""

from workbench.actions.describing import answer
from workbench.actions.desk import Desk
from workbench.domain.dialect import written
from workbench.domain.people import Person
from workbench.store.protocol import ProgrammeId, Store
from workbench.store.words import load_words

SIZE = 60_000
"""Bytes in its file."""


def grown(store: Store, programme: ProgrammeId) -> None:
    """Lengthen one text until the description has the size that is measured with."""
    person = Person(name="Meting", role="editor", institution=programme.institution)
    short = SIZE - len(written(store.open(programme).data).encode())
    sentence = "Dit is een zin om het bestand op maat te brengen. "
    if short > 0:
        desk, text = Desk(store, load_words(), person), sentence * (short // len(sentence))
        answer(desk, programme, "approach.setup", text)
