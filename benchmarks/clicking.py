"""Fifty people clicking through sections, each every five seconds: `python -m benchmarks.clicking`.

Each has an open connection as a browser has, to a real server process; a click counts from the
moment it is sent until the server says that the screen is drawn.
"""

import asyncio
import base64
import json
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from benchmarks.serving import PORT, ROOT, memory, serving, worked
from benchmarks.timing import Row, table
from workbench.store.words import load_words

PEOPLE, PAUSE = 50, 5.0
NAMES = ("kompas", "haven", "veerkracht")


def main(seconds: float) -> None:
    """Print how long a click took, and the memory of the server."""
    with tempfile.TemporaryDirectory() as folder:
        programmes = Path(folder) / "programmes"
        shutil.copytree(ROOT / "programmes" / "voorbeeld", programmes / "voorbeeld")
        with serving(programmes) as server:
            before, rest = memory(server), worked(server)
            spent = asyncio.run(_clicked(seconds))
            after = memory(server)
            busy = 1000 * (worked(server) - rest) / len(spent)
    what = f"{PEOPLE} people clicking through sections, {len(spent)} clicks"
    row = Row(what, median(spent), quantiles(spent, n=20)[-1], 150, "p95")
    sys.stdout.write(f"{table([row])}\n")
    sys.stdout.write(f"the server was busy for {busy:.1f} ms per click\n")
    sys.stdout.write(f"memory of the server: {before} MB before, {after} MB after\n")


async def _clicked(seconds: float) -> list[float]:
    sections = [section.id for section in load_words().template.sections]
    people = (_person(number, sections, seconds) for number in range(PEOPLE))
    return [ms for spent in await asyncio.gather(*people) for ms in spent]


async def _person(number: int, sections: Sequence[str], seconds: float) -> list[float]:
    """Return the milliseconds of each click of one person, who begins at a moment of their own."""
    await asyncio.sleep(PAUSE * number / PEOPLE)
    until, spent = time.monotonic() + seconds, []
    async with websockets.connect(
        f"ws://127.0.0.1:{PORT}/_stcore/stream",
        additional_headers={"Cookie": f"werkbank={_cookie(number)}"},
        origin=f"http://127.0.0.1:{PORT}",  # type: ignore[arg-type]
        subprotocols=["streamlit"],  # type: ignore[list-item]
        max_size=None,
    ) as connection:
        await _show(connection, number, sections[0])
        while time.monotonic() < until:
            began = time.monotonic()
            spent.append(await _show(connection, number, sections[len(spent) % len(sections)]))
            await asyncio.sleep(max(0.0, PAUSE - (time.monotonic() - began)))
    return spent


async def _show(connection: Any, number: int, section: str) -> float:
    """Ask for a section and return the milliseconds until all of it has come."""
    asked = BackMsg()
    asked.rerun_script.query_string = f"programme=voorbeeld/{NAMES[number % 3]}&section={section}"
    asked.rerun_script.page_name = "beschrijven"
    before = time.perf_counter()
    await connection.send(asked.SerializeToString())
    while True:
        said = ForwardMsg()
        said.ParseFromString(await connection.recv())
        if said.WhichOneof("type") == "script_finished":
            return 1000 * (time.perf_counter() - before)


def _cookie(number: int) -> str:
    person = {"name": f"Lezer {number}", "role": "editor", "institution": "voorbeeld"}
    plain = json.dumps({"person": person, "language": "nl"})
    return base64.urlsafe_b64encode(plain.encode()).decode()


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 60.0)
