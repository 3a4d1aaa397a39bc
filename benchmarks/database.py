"""Saving and opening through PostgreSQL, on a server of its own that brings all to the disk."""

import sys
from dataclasses import replace

import pytest

from benchmarks.timing import Row, timed
from tests.postgres import PostgresServer
from workbench.actions.describing import answer
from workbench.actions.desk import Desk
from workbench.store.postgres import PostgresStore
from workbench.store.postgres_database import Database
from workbench.store.protocol import ProgrammeId


def database_rows(desk: Desk, programme: ProgrammeId) -> list[Row]:
    """Return the rows for a description that a desk holds in files; none without PostgreSQL."""
    try:
        server = PostgresServer(safe=True)
    except pytest.skip.Exception as skipped:
        sys.stderr.write(f"no rows for a database: {skipped}\n")
        return []
    try:
        server.start()
        database = Database(server.new_database())
        store = PostgresStore(database, desk.words.options)
        store.paste(programme, desk.store.copy(programme))
        rows = _rows(replace(desk, store=store), programme)
        database.close()
        return rows
    finally:
        server.remove()


def _rows(desk: Desk, programme: ProgrammeId) -> list[Row]:
    return [
        timed(
            "one answer saved by the action, through PostgreSQL",
            lambda n: answer(desk, programme, "goals.main", f"Doel nummer {n}."),
            200,
            10,
        ),
        timed(
            "opening what did not change, through PostgreSQL",
            lambda _: desk.open(programme),
            500,
            2,
        ),
    ]
