"""Looking up a DOI at a real server on this machine: good, wrong, slow and huge answers."""

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from workbench.actions.desk import Refused
from workbench.actions.resolving import ASKS_FOR, Resolver, resolver

RECORD = {
    "type": "journal-article", "title": "Steun &amp; rust", "DOI": "10.1234/ABC",
    "author": [{"family": "Boer", "given": "P."}], "issued": {"date-parts": [[2019, 3]]},
    "member": "12",
}  # fmt: skip


class Doi(BaseHTTPRequestHandler):
    asked: list[tuple[str, str]] = []
    going_on = threading.Event()

    def do_GET(self):
        self.asked.append((self.path, self.headers["Accept"]))
        name = self.path.rpartition("/")[2]
        getattr(self, name, self.good)()

    def good(self):
        self.send(json.dumps(RECORD).encode())

    def send(self, body, status=200, **headers):
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key, value)
        self.end_headers()
        self.wfile.write(body)

    def unknown(self):
        self.send(b"", 404)

    def broken(self):
        self.send(b"", 500)

    def page(self):
        self.send(b"<html>")

    def list(self):
        self.send(b"[]")

    def deep(self):
        self.send(b"[" * 100_000)

    def huge(self):
        self.send(b" " * 3_000_000)

    def drip(self):
        self.send_response(200)
        self.end_headers()
        while not self.going_on.wait(0.05):
            try:
                self.wfile.write(b" ")
                self.wfile.flush()
            except OSError:
                return

    def silent(self):
        self.going_on.wait(5)

    def file(self):
        self.send(b"", 302, Location="file:///etc/passwd")

    def ftp(self):
        self.send(b"", 302, Location="ftp://voorbeeld.example/x")

    def inside(self):
        self.send(b"", 302, Location="https://192.168.1.1/x")

    def plain(self):
        self.send(b"", 302, Location="http://voorbeeld.example/x")

    def around(self):
        self.send(b"", 302, Location=self.path)

    def moved(self):
        self.send(b"", 302, Location="/10.1234/good")

    def log_message(self, *_):
        pass


@contextmanager
def resolving():
    """A resolver that is there for as long as the block lasts."""
    Doi.asked, Doi.going_on = [], threading.Event()
    running = ThreadingHTTPServer(("127.0.0.1", 0), Doi)
    thread = threading.Thread(target=running.serve_forever)
    thread.start()
    try:
        yield Resolver(f"http://127.0.0.1:{running.server_port}", seconds=0.5)
    finally:
        Doi.going_on.set()
        running.shutdown()
        thread.join()
        running.server_close()


@pytest.fixture
def server():
    with resolving() as where:
        yield where


@pytest.mark.parametrize("name", ["good", "moved"])
def test_what_the_resolver_knows_is_understood(server, name):
    reading = server.look_up(f"https://doi.org/10.1234/{name}")
    assert reading.fields == {
        "type": "article-journal", "title": "Steun & rust", "authors": "Boer, P.", "year": 2019,
        "doi": f"10.1234/{name}",
    }  # fmt: skip
    assert Doi.asked[0] == (f"/10.1234/{name}", ASKS_FOR)


def test_a_doi_is_quoted_and_nothing_else_is_asked(server):
    server.look_up("10.1234/a(b);c#d?e=f&g%20")
    assert Doi.asked[0][0] == "/10.1234/a%28b%29%3Bc%23d%3Fe%3Df%26g%2520"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("unknown", "doi_unknown"),
        ("broken", "doi_unreachable"),
        ("page", "doi_no_answer"),
        ("list", "doi_no_answer"),
        ("deep", "doi_no_answer"),
        ("huge", "doi_unreachable"),
        ("drip", "doi_unreachable"),
        ("silent", "doi_unreachable"),
        ("file", "doi_unreachable"),
        ("ftp", "doi_unreachable"),
        ("inside", "doi_unreachable"),
        ("plain", "doi_unreachable"),
        ("around", "doi_unreachable"),
    ],
)
def test_every_other_answer_is_refused_with_its_reason(server, name, key, words):
    with pytest.raises(Refused) as refused:
        server.look_up(f"10.1234/{name}")
    assert refused.value.key == key
    assert words.texts["nl"](f"action.{key}")


def test_a_resolver_that_is_not_there_is_told():
    with pytest.raises(Refused, match="doi_unreachable"):
        Resolver("http://127.0.0.1:9").look_up("10.1234/x")


@pytest.mark.parametrize("typed", ["", "zie Google", "10.12/x", "../../etc/passwd"])
def test_what_is_no_doi_is_never_asked(server, typed):
    with pytest.raises(Refused, match="doi_wrong"):
        server.look_up(typed)
    assert Doi.asked == []


def test_looking_up_is_off_until_somebody_switches_it_on():
    assert resolver("") is None
    assert resolver(" aan ") == Resolver("https://doi.org")
    assert resolver("https://doi.voorbeeld.example/") == Resolver("https://doi.voorbeeld.example")


@pytest.mark.parametrize("address", ["http://doi.org", "file:///etc", "doi.org", "ftp://x", "nee"])
def test_another_address_than_https_is_refused(address):
    with pytest.raises(ValueError, match="WORKBENCH_DOI_LOOKUP"):
        resolver(address)
