"""Whether somebody who edits a file outside the workbench has finished writing it."""

import time
from pathlib import Path

from workbench.store.places import Look, look

QUIET = 1.0
"""Seconds without a change after which a file counts as finished."""
PATIENCE = 3.0
"""Seconds to wait for that."""
_BETWEEN = 0.02


def settled(path: Path) -> bool:
    """Return whether a file was left alone for a while, as far as its time tells."""
    return _old(look(path))


def finished(path: Path) -> bool:
    """Wait until a file has been left alone for a while, and return whether it was in time.

    An editor that empties a file and writes it anew shows half a description in between. The time
    on the file only ever saves the wait: a clock that jumped back makes no file look finished.
    """
    seen, since = look(path), time.monotonic()
    until = since + PATIENCE
    while not _old(seen) and time.monotonic() - since < QUIET:
        if time.monotonic() > until:
            return False
        time.sleep(_BETWEEN)
        if (now := look(path)) != seen:
            seen, since = now, time.monotonic()
    return True


def _old(seen: Look) -> bool:
    return seen is None or time.time() - seen[0] / 1e9 > QUIET
