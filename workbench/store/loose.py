"""One description that stands anywhere, under any name, with its journal beside it."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from workbench.domain.values import Options
from workbench.store import standing
from workbench.store.file_shelf import FileShelf
from workbench.store.files import FileStore
from workbench.store.ledger import Ledger
from workbench.store.places import Place
from workbench.store.protocol import NotFound, Opened, ProgrammeId
from workbench.store.recording import now


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

    def open(self, programme: ProgrammeId) -> Opened:
        """Return the description; raise NotFound or Unreadable."""
        place = self._found(programme)
        if place.journal.exists():
            return super().open(programme)
        shelf = FileShelf(place)
        return standing.stand(programme, shelf, Ledger(), self._options, may_write=False).opened

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
