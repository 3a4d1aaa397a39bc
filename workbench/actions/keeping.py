"""Keeping descriptions safe: all of them into one archive while people work, and back again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import IO

from workbench import __version__
from workbench.actions.desk import Refused, looks_after
from workbench.domain.problems import Problem
from workbench.store import archive, disk, places
from workbench.store.advice import Advice, AdviceFiles, NoAdvice, everything
from workbench.store.advice import lines_of as lines_of_advice
from workbench.store.advice import understood as understood_advice
from workbench.store.protocol import NotFound, NotStored, ProgrammeId, Store, Unreadable
from workbench.store.sharing import NoSharing, Sharing, SharingFile
from workbench.store.sharing import lines_of as lines_of_sharing
from workbench.store.sharing import understood as understood_sharing
from workbench.store.verdicts import VerdictFile, Verdicts, lines_of, understood


@dataclass
class BackedUp:
    """What went into an archive, and what could not be read."""

    made: datetime
    programmes: list[ProgrammeId] = field(default_factory=list)
    missed: dict[ProgrammeId, Sequence[Problem]] = field(default_factory=dict)
    doubtful: dict[ProgrammeId, Sequence[Problem]] = field(default_factory=dict)
    """What `verify` finds wrong with what did go in: an older archive may hold it whole."""
    advice: int = 0
    """How many lines of advice, private notes of advisors among them."""
    verdicts: int = 0
    """How many decisions of advisors, which stand beside the programmes."""
    shared: int = 0
    """How many decisions of institutions to share a programme, or to stop."""
    bytes: int = 0


@dataclass(frozen=True)
class Returned:
    """A description that came back, and what is wrong with it."""

    id: ProgrammeId
    revisions: int
    problems: Sequence[Problem]


@looks_after
def back_up(
    store: Store,
    verdicts: Verdicts,
    file: Path,
    made: datetime,
    sharing: Sharing | None = None,
    advice: Advice | None = None,
) -> BackedUp:
    """Write every description with its history to an archive, each as it stands at one moment.

    With them go the decisions of advisors, what institutions share, and all advice, which stand
    beside the programmes; private notes too: that is why only an administrator makes one. What only
    this server needs, its secret and its locks, stays out. The archive takes the place of an older
    one only when it is complete. Raise Refused if there is nothing to keep or no room for it, or
    NotStored; then the older one is still there.
    """
    done = BackedUp(made)
    try:
        with disk.replacing(file) as draft:
            beside = (sharing or NoSharing(), advice or NoAdvice())
            _pack(store, verdicts, *beside, draft, done)
            done.bytes = draft.tell()
            if not done.programmes:  # more likely a disk that is not there than a workbench unused
                raise Refused("nothing_to_back_up")
    except OSError as error:
        raise Refused("backup_not_written", file=file, reason=disk.named(error)) from None
    return done


def _pack(
    store: Store,
    verdicts: Verdicts,
    sharing: Sharing,
    advice: Advice,
    file: IO[bytes],
    done: BackedUp,
) -> None:
    pack = archive.packing(file, done.made, __version__)
    for programme in store.ids():
        try:
            copied = store.copy(programme)
        except NotFound:  # it went meanwhile
            continue
        except Unreadable as unreadable:
            done.missed[programme] = unreadable.problems
            continue
        pack.add(programme, copied)
        done.programmes.append(programme)
        if problems := store.verify(programme):
            done.doubtful[programme] = problems
    decided = verdicts.all()
    pack.add_verdicts(lines_of(decided))
    done.verdicts = len(decided)
    shared = sharing.all()
    pack.add_sharing(lines_of_sharing(shared))
    done.shared = len(shared)
    for place, said in everything(advice).items():
        pack.add_advice(place, lines_of_advice(said))
        done.advice += len(said)
    pack.close()


def unpacked(file: IO[bytes], folder: Path) -> archive.Archive:
    """Return a checked archive that can be put in an empty folder; raise Refused or Unreadable."""
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        raise Refused("folder_not_empty", folder=folder)
    return archive.unpacked(file)


@looks_after
def bring_back(store: Store, folder: Path, kept: archive.Archive) -> Iterator[Returned]:
    """Store every description of an archive and verify it; raise Refused if there is no room."""
    try:
        if decided := understood(kept.verdicts()):
            VerdictFile(folder).add(decided)
        if shared := understood_sharing(kept.sharing()):
            SharingFile(folder).add(shared)
        for place, lines in kept.advice():
            AdviceFiles(folder).add(*place, understood_advice(lines))
        yield from _brought_back(store, kept)
    except NotStored as failed:
        reason = failed.values.get("reason", failed.key)
        raise Refused("not_brought_back", folder=folder, reason=reason) from None


def _brought_back(store: Store, kept: archive.Archive) -> Iterator[Returned]:
    for programme, copied in kept.copies():
        store.paste(programme, copied)
        problems = [*_damage(store, programme), *store.verify(programme)]
        if store.copy(programme) != copied:
            problems.append(Problem("archive_not_same"))
        yield Returned(programme, len(store.history(programme)), problems)


def _damage(store: Store, programme: ProgrammeId) -> Sequence[Problem]:
    try:
        store.open(programme)
    except Unreadable as unreadable:
        return unreadable.problems
    return ()


def overlooked(folder: Path) -> Sequence[Path]:
    """Return files in a folder of programmes that look like descriptions and are none."""
    return places.overlooked(folder)
