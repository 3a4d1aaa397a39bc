"""Descriptions named by a file instead of by their place in the store, as a terminal does."""

from pathlib import Path

from workbench.domain.problems import Problem
from workbench.domain.shape import Misshapen, understood
from workbench.domain.values import Options
from workbench.store.files import FileStore
from workbench.store.loose import LooseStore
from workbench.store.protocol import NotFound, ProgrammeId, Store
from workbench.store.reading import LARGEST, Misread, read

_ENDING = ".yaml"


def locate(path: Path, programmes: Path, options: Options) -> tuple[Store, ProgrammeId]:
    """Return the store and the id of a description, named as a file or as `institution/name`.

    A file outside the folder of programmes, or under a name that no programme there can have, is a
    store of its own. Raise NotFound.
    """
    file = named(path, programmes).resolve()
    store = FileStore(programmes, options)
    programme = ProgrammeId(file.parent.name, file.name.removesuffix(_ENDING))
    if file.parent.parent == programmes.resolve() and programme in store.ids():
        return store, programme
    loose = LooseStore(file, options)
    return loose, loose.ids()[0]


def named(path: Path, programmes: Path) -> Path:
    """Return the file that is meant by a file's name or by `institution/name`.

    It may be lost as long as its journal is there. Raise NotFound.
    """
    for file in (path, programmes / path, programmes / f"{path}{_ENDING}"):
        journal = file.parent / f"{file.name.removesuffix(_ENDING)}.journal.jsonl"
        if file.is_file() or (file.suffix == _ENDING and journal.is_file()):
            return file
    raise NotFound(path)


def validate(path: Path, programmes: Path, options: Options) -> list[Problem]:
    """Return every shape problem of a file; an empty list means that it is a valid description."""
    try:
        with named(path, programmes).open("rb") as file:
            found = read(file.read(LARGEST + 1))
        understood(found.data, options, lambda: found.lines)
    except (NotFound, FileNotFoundError):
        return [Problem("no_file")]
    except OSError as error:
        return [Problem("not_readable", values={"reason": error.strerror})]
    except (Misread, Misshapen) as wrong:
        return list(wrong.problems)
    return []
