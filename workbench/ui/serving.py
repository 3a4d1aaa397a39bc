"""What one server process shares among all visitors: the store, the words, a tuned runtime."""

import contextlib
import gc
import os
import socket
import threading
import time
from collections.abc import AsyncIterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import asynccontextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

import streamlit as st

from workbench.actions.briefing import briefing_of
from workbench.actions.desk import Desk
from workbench.actions.resolving import Reading, Resolver, resolver
from workbench.domain.people import Person
from workbench.domain.words import Words
from workbench.store.advice import Advice
from workbench.store.briefs import Briefs
from workbench.store.choosing import (
    advice_of,
    briefs_of,
    database_asked,
    presence_of,
    secret_of,
    sharing_of,
    store_of,
    verdicts_of,
    visits_of,
)
from workbench.store.presence import Presence
from workbench.store.protocol import NotStored, Store
from workbench.store.sharing import Sharing
from workbench.store.verdicts import Verdicts
from workbench.store.visits import Visits
from workbench.store.words import load_words
from workbench.ui import state
from workbench.ui.whole import keep_acts_whole

PROGRAMMES = Path(os.environ.get("WORKBENCH_PROGRAMMES", Path(__file__).parents[2] / "programmes"))
DATABASE = database_asked()
"""Where the descriptions are instead, if it is not empty."""
RESOLVER = resolver(os.environ.get("WORKBENCH_DOI_LOOKUP", ""))
"""Where a DOI is looked up; None while that is off."""
SCRIPT = Path(__file__).with_name("main.py")
NOBODY = Person(name="?", role="editor")


def desk() -> Desk:
    """Return the desk of the person in this session."""
    return Desk(
        store(),
        words(),
        state.person() or NOBODY,
        verdicts=_verdicts(),
        advice=_advice(),
        briefs=_briefs(),
        visits=_visits(),
        sharing=_sharing(),
    )


def words() -> Words:
    """Return everything in `schemas/`; what changes there is seen within a second."""
    return _words(int(time.monotonic()))


@lru_cache(maxsize=1)
def _words(_second: int) -> Words:
    # One screen asks for the words a hundred times, and each time all files would be looked at.
    return load_words()


@asynccontextmanager
async def ready(_: Any) -> AsyncIterator[None]:
    """Import and load what the first visitor would have to wait for, and keep acts whole."""
    import pandas as pd  # noqa: F401  Streamlit imports it lazily, in the first visitor's time

    keep_acts_whole()
    load_words()
    if DATABASE:
        with contextlib.suppress(NotStored):  # the screens say what is wrong with it
            store().ids()
            secret()
    gc.collect()
    gc.freeze()
    _read_ahead()
    yield


def _read_ahead() -> None:
    """Start working out beside everything else what the first advisor would have to wait for."""
    nobody = Desk(store(), load_words(), NOBODY, briefs=_briefs())

    def read() -> None:
        with contextlib.suppress(NotStored):
            briefing_of(nobody).read_ahead(nobody.store, nobody.words)

    threading.Thread(target=read, name="read-ahead", daemon=True).start()


@st.cache_resource
def tune() -> None:
    """Stop the listener from holding small answers back for 40 ms (Nagle); Linux only."""
    port = st.get_option("server.port")
    with contextlib.suppress(OSError):
        for name in os.listdir("/proc/self/fd"):  # noqa: PTH208  names are numbers, not paths
            _no_delay(int(name), port)


def _no_delay(descriptor: int, port: int) -> None:
    try:
        copy = os.dup(descriptor)
    except OSError:
        return
    try:
        connection = socket.socket(fileno=copy)
    except OSError:  # a file or a pipe
        os.close(copy)
        return
    with contextlib.closing(connection), contextlib.suppress(OSError):
        inet = connection.family in (socket.AF_INET, socket.AF_INET6)
        if inet and connection.getsockname()[1] == port:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def look_up(where: Resolver, typed: str) -> Future[Reading]:
    """Start looking up a DOI beside the screen, which goes on meanwhile."""
    return _messengers().submit(where.look_up, typed)


@st.cache_resource
def _messengers() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=4, thread_name_prefix="doi")


@st.cache_resource
def store() -> Store:
    """Return the one store of this process."""
    return store_of(PROGRAMMES, DATABASE, load_words().options)


@st.cache_resource
def presence() -> Presence:
    """Return who is where, as every process on the same store knows it."""
    return presence_of(PROGRAMMES, DATABASE)


@st.cache_resource
def _advice() -> Advice:
    return advice_of(PROGRAMMES, DATABASE)


@st.cache_resource
def _verdicts() -> Verdicts:
    return verdicts_of(PROGRAMMES, DATABASE)


@st.cache_resource
def _briefs() -> Briefs:
    return briefs_of(PROGRAMMES, DATABASE)


@st.cache_resource
def _visits() -> Visits:
    return visits_of(PROGRAMMES, DATABASE)


@st.cache_resource
def _sharing() -> Sharing:
    return sharing_of(PROGRAMMES, DATABASE)


def secret() -> str:
    """Return the secret with which this process, and every other one on its store, signs."""
    return secret_of(PROGRAMMES, DATABASE)
