"""Which store is used: a folder of files, or the database that `WORKBENCH_DATABASE_URL` names.

The libraries of a database are loaded only where one is used.
"""

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.domain.values import Options
from workbench.store.advice import Advice, AdviceFiles
from workbench.store.briefs import Briefs, FileBriefs
from workbench.store.files import FileStore
from workbench.store.presence import FilePresence, Presence
from workbench.store.protocol import Store
from workbench.store.secret import secret, shared_secret
from workbench.store.sharing import Sharing, SharingFile
from workbench.store.verdicts import VerdictFile, Verdicts
from workbench.store.visits import FileVisits, Visits

if TYPE_CHECKING:
    from workbench.store.postgres_database import Database

_ENVIRONMENT = "WORKBENCH_DATABASE_URL"


def database_asked() -> str:
    """Return the address of the database that should be used, or nothing for files."""
    return os.environ.get(_ENVIRONMENT, "").strip()


def is_address(place: str) -> bool:
    """Return whether a place is meant as the address of a database rather than as a folder."""
    return "://" in place or place.startswith(("postgres:", "postgresql:"))


def store_of(folder: Path, database: str, options: Options) -> Store:
    """Return the store of a database, or of a folder if none is named; raise NotStored."""
    if not database:
        return FileStore(folder, options)
    from workbench.store.postgres import PostgresStore

    return PostgresStore(_database(database), options)


def verdicts_of(folder: Path, database: str) -> Verdicts:
    """Return where the decisions about items of these programmes are kept."""
    if not database:
        return VerdictFile(folder)
    from workbench.store.postgres_beside import PostgresVerdicts

    return PostgresVerdicts(_database(database))


def sharing_of(folder: Path, database: str) -> Sharing:
    """Return where it is kept which of these programmes institutions share."""
    if not database:
        return SharingFile(folder)
    from workbench.store.postgres_sharing import PostgresSharing

    return PostgresSharing(_database(database))


def briefs_of(folder: Path, database: str) -> Briefs:
    """Return where what was worked out of these programmes is kept."""
    if not database:
        return FileBriefs(folder)
    from workbench.store.postgres_overview import PostgresBriefs

    return PostgresBriefs(_database(database))


def visits_of(folder: Path, database: str) -> Visits:
    """Return where it is kept what everybody saw of these programmes."""
    if not database:
        return FileVisits(folder)
    from workbench.store.postgres_overview import PostgresVisits

    return PostgresVisits(_database(database))


def advice_of(folder: Path, database: str) -> Advice:
    """Return where the advice on these programmes is kept."""
    if not database:
        return AdviceFiles(folder)
    from workbench.store.postgres_advice import PostgresAdvice

    return PostgresAdvice(_database(database))


def presence_of(folder: Path, database: str) -> Presence:
    """Return where every server on the same store notes who is where."""
    if not database:
        return FilePresence(folder)
    from workbench.store.postgres_presence import PostgresPresence

    return PostgresPresence(_database(database))


def secret_of(folder: Path, database: str) -> str:
    """Return the secret that every server on the same store has."""
    return shared_secret(lambda: _secret(database)) if database else secret(folder)


@cache
def _secret(database: str) -> str:
    from workbench.store.postgres_beside import kept_secret

    return kept_secret(_database(database))


@cache
def _database(address: str) -> "Database":
    """Return the database at an address, with connections that the whole process shares."""
    from workbench.store.postgres_database import Database

    return Database(address)
