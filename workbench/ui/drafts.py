"""Texts that wait in a session until they are posted, also while their field is away."""


class Drafts:
    """What somebody typed and did not post yet, by the name of its field."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        self._posted: dict[str, int] = {}

    def key(self, name: str) -> str:
        """Return the key of the field, which is another one after each posting."""
        return f"draft/{name}/{self.posted(name)}"

    def posted(self, name: str) -> int:
        """Return how often a text of this field was posted."""
        return self._posted.get(name, 0)

    def text(self, name: str) -> str:
        """Return what waits."""
        return self._texts.get(name, "")

    def keep(self, name: str, text: str) -> None:
        """Keep what was typed."""
        self._texts[name] = text

    def drop(self, name: str) -> None:
        """Forget a text that was posted: its field begins empty."""
        self._texts.pop(name, None)
        self._posted[name] = self.posted(name) + 1
