"""Taking every description with its history to another store, byte for byte."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from workbench.actions.desk import looks_after
from workbench.domain.advice import Said
from workbench.store.advice import Advice, Place, everything
from workbench.store.protocol import (
    AlreadyThere,
    Copied,
    NotFound,
    NotStored,
    ProgrammeId,
    Store,
    Unreadable,
)
from workbench.store.sharing import Sharing
from workbench.store.verdicts import Verdicts

Kept = TypeVar("Kept")
Made = TypeVar("Made")
Outcome = Literal["copied", "would_copy", "same", "there", "altered", "refused"]
DONE: frozenset[Outcome] = frozenset({"copied", "would_copy", "same"})


@dataclass(frozen=True)
class Transferred:
    """What became of one programme, and why, if a store refused it."""

    programme: ProgrammeId
    outcome: Outcome
    why: NotFound | NotStored | Unreadable | None = None


@looks_after
def transfer(source: Store, target: Store, *, dry_run: bool = False) -> Iterator[Transferred]:
    """Copy every programme, tell what became of it, and overwrite nothing.

    Each is read back from the target and compared with the source. A programme that a store
    refuses does not hold up the others; raise NotStored if a store cannot even say what it has.
    """
    there = frozenset(target.ids())
    for programme in source.ids():
        try:
            copied = source.copy(programme)
            known = target.copy(programme) if programme in there else None
            outcome = _outcome(copied, known) if known else None
            if outcome is None:
                outcome = "would_copy" if dry_run else _pasted(programme, copied, source, target)
        except (NotFound, NotStored, Unreadable) as refused:
            yield Transferred(programme, "refused", refused)
        else:
            yield Transferred(programme, outcome)


@looks_after
def transfer_verdicts(source: Verdicts, target: Verdicts, *, dry_run: bool = False) -> Outcome:
    """Copy what advisors decided about items of several programmes; raise NotStored."""
    return _all_moved(source, target, lambda kept: list(kept.all()), target.add, dry_run)


@looks_after
def transfer_sharing(source: Sharing, target: Sharing, *, dry_run: bool = False) -> Outcome:
    """Copy what institutions share with each other; raise NotStored."""
    return _all_moved(source, target, lambda kept: list(kept.all()), target.add, dry_run)


@looks_after
def transfer_advice(source: Advice, target: Advice, *, dry_run: bool = False) -> Outcome:
    """Copy everything that was said about the programmes; raise NotStored."""

    def put(made: Mapping[Place, Sequence[Said]]) -> None:
        for place, said in made.items():
            target.add(*place, said)

    return _all_moved(source, target, everything, put, dry_run)


def _all_moved(
    source: Kept, target: Kept, read: Callable[[Kept], Made], put: Callable[[Made], None], dry: bool
) -> Outcome:
    """Copy all that is kept beside the descriptions to where nothing is kept yet, and look."""
    made, there = read(source), read(target)
    if there == made:
        return "same"
    if there:
        return "there"
    if dry:
        return "would_copy"
    put(made)
    return "copied" if read(target) == made else "altered"


def _outcome(copied: Copied, known: Copied) -> Outcome:
    return "same" if known == copied else "there"


def _pasted(programme: ProgrammeId, copied: Copied, source: Store, target: Store) -> Outcome:
    """Store a copy, and look whether it is what the source holds now."""
    try:
        target.paste(programme, copied)
    except AlreadyThere:
        return "there"
    return "copied" if target.copy(programme) == source.copy(programme) else "altered"
