"""One description that stands anywhere, under any name, with its journal beside it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from workbench.domain.values import Options
from workbench.store.file_shelf import FileShelf
from workbench.store.files import FileStore
from workbench.store.places import Place
from workbench.store.protocol import NotFound, ProgrammeId
from workbench.store.recording import now
from workbench.store.shelf import Shelf


class LooseStore(FileStore):
    """Keeps one file as `FileStore` keeps a folder; its only programme is named after the file.

    A file without a journal is read without leaving a trace beside it.
    """

    def __init__(self, file: Path, options: Options, clock: Callable[[], datetime] = now) -> None:
        file = file.resolve()
        super().__init__(file.parent, options, clock)
        self._name = file.name.removesuffix(".yaml")
        self._file = file

    def ids(self) -> list[ProgrammeId]:
        """Return the id of the one programme: the names of its folder and of its file."""
        return [ProgrammeId(self._file.parent.name, self._name)]

    def looks(self) -> dict[ProgrammeId, str]:
        """Return what the file and its journal look like now."""
        return {programme: str(self._signature(programme)) for programme in self.ids()}

    @contextmanager
    def _reading(self, programme: ProgrammeId) -> Iterator[tuple[Shelf, bool]]:
        place = self._found(programme)
        if place.journal.exists():
            with super()._reading(programme) as held:
                yield held
        else:
            yield FileShelf(place), False

    def _place(self, programme: ProgrammeId) -> Place:
        if [programme] != self.ids():
            raise NotFound(str(programme))
        folder = self._file.parent
        return Place(
            folder,
            yaml=self._file,
            journal=folder / f"{self._name}.journal.jsonl",
            lock=folder / f".{self._name}.lock",
            draft=folder / f".{self._name}.tmp",
        )
