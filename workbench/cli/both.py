"""A conflict in a terminal: both answers, and the revision from which to try again."""

from collections.abc import Iterator
from typing import Any

from workbench.domain.changes import Change, Data, applied
from workbench.domain.paths import is_empty, star, value_at
from workbench.domain.wording import Texts
from workbench.domain.words import Words
from workbench.store.protocol import Conflict


class Contested(Exception):
    """An answer was not stored, because a colleague had changed it meanwhile."""

    def __init__(self, conflict: Conflict, field: str, mine: Any) -> None:
        super().__init__(field)
        self.conflict, self.field, self.mine = conflict, field, mine

    def lines(self, words: Words, texts: Texts) -> Iterator[str]:
        """Yield what happened, both answers in words, and what to do."""
        opened, stamp = self.conflict.opened, self.conflict.stamp
        person = stamp.person or texts("ui.outside")
        yield texts("cli.conflict", person=person, field=self.field, revision=stamp.revision)
        yield texts("cli.conflict.theirs", person=person)
        yield _indented(self._said(opened.data, words, texts))
        yield texts("cli.conflict.mine")
        written = Change("answer", self.field, None, self.mine)
        try:
            yield _indented(self._said(applied(opened.data, written), words, texts))
        except LookupError:  # its item is not there any more
            yield _indented(str(self.mine))
        yield texts("cli.conflict.then", seen=opened.revision)

    def told(self) -> dict[str, Any]:
        """Return the same as plain values."""
        opened, stamp = self.conflict.opened, self.conflict.stamp
        return {
            "person": stamp.person,
            "revision": stamp.revision,
            "time": stamp.time.isoformat(),
            "theirs": value_at(opened.data, self.field),
            "mine": self.mine,
            "seen": opened.revision,
        }

    def _said(self, data: Data, words: Words, texts: Texts) -> str:
        from workbench.documents.answers import Answers

        value = value_at(data, self.field)
        if is_empty(value):
            return texts("ui.read.empty")
        if isinstance(value, str) and "\n" in value:
            return value
        try:
            question = words.template.question(star(self.field))
        except KeyError:  # a part of a range is no question of its own
            return str(value)
        if question.kind == "list":
            return ", ".join(str(item["id"]) for item in value)
        return "; ".join(
            Answers(data, words.template, texts, gaps=False).words(self.field, question)
        )


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.splitlines())
