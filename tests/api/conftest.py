"""The addresses as a real server, on a folder of its own."""

import http.client
import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
import uvicorn
from starlette.applications import Starlette

from tests.terminal import examples
from workbench.actions.permits import Permit, signed
from workbench.api.counter import Counter
from workbench.api.routes import routes
from workbench.domain.people import Person
from workbench.store.files import FileStore
from workbench.store.protocol import ProgrammeId

NOOR = Person(name="Noor Voorbeeld", role="editor", institution="voorbeeld")
SEM = Person(name="Sem Spirit", role="editor", institution="spirit")
ADA = Person(name="Ada Voorbeeld", role="advisor")
HAVEN = ProgrammeId("voorbeeld", "haven")
MAIN = f"/api/answers/{HAVEN}/goals.main"
SECRET = "een-geheim-voor-de-tests-en-voor-niets-anders"


@dataclass
class Answer:
    status: int
    said: dict[str, Any]


@dataclass
class Tab:
    """An open tab, that sends what is typed."""

    port: int
    token: str
    newest: Callable[[], int]
    headers: dict[str, str] = field(default_factory=dict)

    def put(self, address: str, text: str, seen: int | None = None, **more: Any) -> Answer:
        body = {"text": text, "seen": self.newest() if seen is None else seen, **more}
        return self.send(address, json.dumps(body).encode())

    def send(self, address: str, body: Any, **headers: str) -> Answer:
        by = {"Authorization": f"Bearer {self.token}", **self.headers, **headers}
        call = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        call.request("PUT", address, body, by)
        answer = call.getresponse()
        return Answer(answer.status, json.loads(answer.read() or b"{}"))


@pytest.fixture
def store(tmp_path, words) -> FileStore:
    return FileStore(examples(tmp_path / "programmes"), words.options)


@pytest.fixture
def counter(store, words) -> Counter:
    return Counter(lambda: store, lambda: words, lambda: SECRET)


@pytest.fixture
def port(counter) -> Iterator[int]:
    app = Starlette(routes=routes(counter))
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        thread.join(0.01)
    yield server.servers[0].sockets[0].getsockname()[1]
    server.should_exit = True
    thread.join()


@pytest.fixture
def tab_of(port, store) -> Callable[..., Tab]:
    def made(
        person: Person = NOOR,
        programme: ProgrammeId = HAVEN,
        writer: str = "blad",
        language: Any = "nl",
        secret: str = SECRET,
    ) -> Tab:
        permit = Permit(person, programme, writer, language)
        return Tab(port, signed(permit, secret), lambda: store.open(HAVEN).revision)

    return made


@pytest.fixture
def tab(tab_of) -> Tab:
    return tab_of()


@pytest.fixture
def untouched(store) -> Iterator[None]:
    """Hold that nothing is written while a test runs."""
    before = [store.copy(programme) for programme in store.ids()]
    yield
    assert [store.copy(programme) for programme in store.ids()] == before
