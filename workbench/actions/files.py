"""Descriptions named by a file instead of by their place in the store, as a terminal does."""

from pathlib import Path

from workbench.domain.problems import Problem
from workbench.domain.shape import Misshapen, understood
from workbench.domain.values import Options
from workbench.store.advice import Advice, NoAdvice
from workbench.store.choosing import advice_of, sharing_of, store_of
from workbench.store.loose import LooseStore
from workbench.store.protocol import NotFound, ProgrammeId, Store
from workbench.store.reading import LARGEST, Misread, read
from workbench.store.sharing import NoSharing, Sharing

_ENDING = ".yaml"


def locate(
    path: Path, programmes: Path, options: Options, database: str = ""
) -> tuple[Store, ProgrammeId]:
    """Return the store and the id of a description, named as a file or as `institution/name`.

    A file outside the folder of programmes, or under a name that no programme there can have, is a
    store of its own. With a database, a name in that folder means a programme of the database.
    Raise NotFound or NotStored.
    """
    store = store_of(programmes, database, options)
    if database and (programme := _in_database(path, programmes)):
        if programme not in store.ids():
            raise NotFound(path)
        return store, programme
    file = named(path, programmes).resolve()
    programme = _id(file)
    if not database and file.parent.parent == programmes.resolve() and programme in store.ids():
        return store, programme
    loose = LooseStore(file, options)
    return loose, loose.ids()[0]


def sharing_beside(store: Store, programmes: Path, database: str) -> Sharing:
    """Return where it is kept what is shared of a store; of a loose file that is nothing."""
    return NoSharing() if isinstance(store, LooseStore) else sharing_of(programmes, database)


def advice_beside(store: Store, programmes: Path, database: str) -> Advice:
    """Return where the advice on the descriptions of a store is kept; a loose file has none."""
    return NoAdvice() if isinstance(store, LooseStore) else advice_of(programmes, database)


def named(path: Path, programmes: Path) -> Path:
    """Return the file that is meant by a file's name or by `institution/name`.

    It may be lost as long as its journal is there. Raise NotFound.
    """
    for file in (path, programmes / path, programmes / f"{path}{_ENDING}"):
        journal = file.parent / f"{file.name.removesuffix(_ENDING)}.journal.jsonl"
        if file.is_file() or (file.suffix == _ENDING and journal.is_file()):
            return file
    raise NotFound(path)


def validate(path: Path, programmes: Path, options: Options, database: str = "") -> list[Problem]:
    """Return every shape problem of a description; an empty list means that it is valid.

    Raise NotStored if it is in a database that refuses.
    """
    try:
        found = read(_content(path, programmes, options, database))
        understood(found.data, options, lambda: found.lines)
    except (NotFound, FileNotFoundError):
        return [Problem("no_file")]
    except OSError as error:
        return [Problem("not_readable", values={"reason": error.strerror})]
    except (Misread, Misshapen) as wrong:
        return list(wrong.problems)
    return []


def _content(path: Path, programmes: Path, options: Options, database: str) -> bytes:
    """Return the text of a description as it is, damaged or not; raise NotFound or OSError."""
    if database and (programme := _in_database(path, programmes)):
        content = store_of(programmes, database, options).copy(programme).yaml
        if content is None:
            raise NotFound(path)
        return content
    with named(path, programmes).open("rb") as file:
        return file.read(LARGEST + 1)


def _in_database(path: Path, programmes: Path) -> ProgrammeId | None:
    """Return the programme that a name means, or None if it means a file of its own."""
    file, root = path.resolve(), programmes.resolve()
    if file.parent.parent == root:
        return _id(file)
    short = len(path.parts) == 2 and not path.is_absolute()
    return _id(path) if short and not path.is_file() else None


def _id(file: Path) -> ProgrammeId:
    return ProgrammeId(file.parent.name, file.name.removesuffix(_ENDING))
