"""Descriptions as YAML files, each with its journal: the store that needs nothing but a folder."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path

from workbench.domain.problems import Problem
from workbench.domain.values import Options
from workbench.store import disk, places, standing, stillness
from workbench.store.file_shelf import FileShelf
from workbench.store.ledger import Ledger
from workbench.store.places import Place
from workbench.store.protocol import (
    AlreadyThere,
    NotFound,
    NotStored,
    ProgrammeId,
    Unreadable,
)
from workbench.store.recording import RecordingStore, now
from workbench.store.shelf import Shelf, Signature


class FileStore(RecordingStore):
    """Keeps each description in `<root>/<institution>/<name>.yaml`, and does what `Store` promises.

    Args:
        root: the folder with a folder for each institution; it is made when it is needed.
        options: the codes of every option list.
        clock: gives the time of a revision.
    """

    def __init__(self, root: Path, options: Options, clock: Callable[[], datetime] = now) -> None:
        super().__init__(options, clock)
        self._root = root

    def ids(self) -> list[ProgrammeId]:
        """Return the ids of all programmes, damaged ones included."""
        return places.programmes(self._root)

    def looks(self) -> dict[ProgrammeId, str]:
        """Return what every description and its journal look like now."""
        return places.looks(self._root)

    def _place(self, programme: ProgrammeId) -> Place:
        return places.place(self._root, programme)

    def _found(self, programme: ProgrammeId) -> Place:
        place = self._place(programme)
        with standing.legible():
            if not place.exists:
                raise NotFound(str(programme))
        return place

    def _signature(self, programme: ProgrammeId) -> Signature:
        with standing.legible():
            signature = self._place(programme).signature
        if signature == places.NOTHING:
            raise NotFound(str(programme))
        return signature

    def _let_finish(self, shelf: Shelf, ledger: Ledger) -> None:
        """Wait for an editor of the file, of which half is no description; raise Unreadable."""
        assert isinstance(shelf, FileShelf)
        with standing.legible():
            if stillness.settled(shelf.place.yaml):
                return
            with standing.legible("journal_not_readable"):
                ledger.read_on(shelf)
            text = shelf.text()
            ours = text is None or ledger.revision_of(standing.sha256(text)) is not None
            if not (ours or stillness.finished(shelf.place.yaml)):
                raise Unreadable([Problem("being_written")])

    @contextmanager
    def _reading(self, programme: ProgrammeId) -> Iterator[tuple[Shelf, bool]]:
        """Hold the lock where that is possible; a folder may be there to read only."""
        place = self._found(programme)
        with ExitStack() as held:
            try:
                held.enter_context(disk.locked(place.lock))
                may_write = True
            except NotStored:
                may_write = False
            yield FileShelf(place), may_write

    @contextmanager
    def _writing(self, programme: ProgrammeId) -> Iterator[Shelf]:
        place = self._found(programme)
        with disk.locked(place.lock):
            yield FileShelf(place)

    @contextmanager
    def _making(self, programme: ProgrammeId) -> Iterator[Shelf]:
        place = self._place(programme)
        with disk.storing():
            disk.make_folder(place.folder)
        with disk.locked(place.lock):
            if place.exists:
                raise AlreadyThere(str(programme))
            yield FileShelf(place)
