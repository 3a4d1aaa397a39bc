"""Fifty people typing at once, each saving every two seconds: `python -m benchmarks.typing [60]`.

A real server process on a folder of its own; ten descriptions of about 60 KB with five people in
each, at different questions. Afterwards it is checked that every confirmed text is there.
"""

import json
import shutil
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from statistics import median, quantiles

from benchmarks.serving import PORT, ROOT, memory, serving, worked
from benchmarks.sizing import grown
from benchmarks.timing import Row, table
from workbench.actions.permits import Permit, signed
from workbench.domain.paths import value_at
from workbench.domain.people import Person
from workbench.store.files import FileStore
from workbench.store.protocol import ProgrammeId
from workbench.store.words import load_words

PEOPLE, PROGRAMMES, PAUSE = 50, 10, 2.0
SECRET = "only for this measurement"
PATHS = (
    "goals.main",
    "summary.target_group",
    "summary.goal",
    "summary.approach",
    "summary.research",
)


@dataclass
class Writer:
    """Somebody who types on in one field."""

    number: int
    spent: list[float] = field(default_factory=list)
    """Milliseconds for each save, as the browser would see it."""
    refused: list[str] = field(default_factory=list)
    confirmed: str = ""
    revision: int = 1_000_000

    @property
    def programme(self) -> ProgrammeId:
        """The description in which this person types."""
        return ProgrammeId("voorbeeld", f"drukte-{self.number % PROGRAMMES}")

    @property
    def path(self) -> str:
        """The question at which this person types."""
        return PATHS[self.number // PROGRAMMES % len(PATHS)]

    def type_on(self, revision: int, until: float) -> None:
        """Save a longer text every two seconds, from a moment of one's own on."""
        person = Person(name=f"Typist {self.number}", role="editor", institution="voorbeeld")
        permit = signed(Permit(person, self.programme, f"scherm-{self.number}", "nl"), SECRET)
        connection, self.revision = HTTPConnection("127.0.0.1", PORT), revision
        time.sleep(PAUSE * self.number / PEOPLE)
        while time.monotonic() < until:
            began = time.monotonic()
            self._save(connection, permit, f"{self.confirmed}Zin {len(self.spent)} erbij. ")
            time.sleep(max(0.0, PAUSE - (time.monotonic() - began)))

    def _save(self, connection: HTTPConnection, permit: str, text: str) -> None:
        body = json.dumps({"text": text, "seen": self.revision}).encode()
        headers = {"Authorization": f"Bearer {permit}", "Content-Type": "application/json"}
        before = time.perf_counter()
        connection.request("PUT", f"/api/answers/{self.programme}/{self.path}", body, headers)
        answer = connection.getresponse()
        said = json.loads(answer.read())
        self.spent.append(1000 * (time.perf_counter() - before))
        if answer.status == 200:
            self.confirmed, self.revision = text, said["revision"]
        else:
            self.refused.append(f"{answer.status} {said}")


def main(seconds: float) -> None:
    """Print how long saves took, what went wrong, what was lost, and the memory of the server."""
    with tempfile.TemporaryDirectory() as folder:
        programmes, store = _prepared(Path(folder) / "programmes")
        with serving(programmes, WORKBENCH_SECRET=SECRET) as server:
            before, rest = memory(server), worked(server)
            writers = _typed(store, seconds)
            after = memory(server)
            busy = 1000 * (worked(server) - rest) / sum(len(writer.spent) for writer in writers)
        sys.stdout.write(f"{_told(writers, FileStore(programmes, load_words().options))}\n")
        sys.stdout.write(f"the server was busy for {busy:.1f} ms per save\n")
        sys.stdout.write(f"memory of the server: {before} MB before, {after} MB after\n")


def _prepared(programmes: Path) -> tuple[Path, FileStore]:
    """Make the descriptions that everybody types in."""
    example = ROOT / "programmes" / "voorbeeld" / "haven.yaml"
    (programmes / "voorbeeld").mkdir(parents=True)
    for number in range(PROGRAMMES):
        shutil.copy(example, programmes / "voorbeeld" / f"drukte-{number}.yaml")
    store = FileStore(programmes, load_words().options)
    for programme in store.ids():
        grown(store, programme)
    return programmes, store


def _typed(store: FileStore, seconds: float) -> list[Writer]:
    writers = [Writer(number) for number in range(PEOPLE)]
    until = time.monotonic() + seconds
    seen = {programme: store.open(programme).revision for programme in store.ids()}
    threads = [
        threading.Thread(target=writer.type_on, args=(seen[writer.programme], until))
        for writer in writers
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return writers


def _told(writers: list[Writer], store: FileStore) -> str:
    spent = [ms for writer in writers for ms in writer.spent]
    what = f"{PEOPLE} people typing, {len(spent)} saves, each as the browser sees it"
    row = Row(what, median(spent), quantiles(spent, n=20)[-1], 50, "p95")
    refused = [told for writer in writers for told in writer.refused]
    lost = [writer.number for writer in writers if _stored(store, writer) != writer.confirmed]
    lines = sum(len(writer.spent) - len(writer.refused) for writer in writers)
    kept = sum(
        line.writer.startswith("scherm-")
        for programme in store.ids()
        for line in store.history(programme)
    )
    wrong = [problem for programme in store.ids() for problem in store.verify(programme)]
    return "\n".join(
        [
            table([row]),
            f"refused: {len(refused)} {sorted(set(refused))[:3]}",
            f"lost: {len(lost)} texts; {kept} of {lines} confirmed saves in the journals",
            f"wrong in the journals: {len(wrong)}",
        ]
    )


def _stored(store: FileStore, writer: Writer) -> str:
    return str(value_at(store.open(writer.programme).data, writer.path) or "")


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 60.0)
