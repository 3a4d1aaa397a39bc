"""The overview of five hundred programmes: after a start, again, and after one of them changed."""

from functools import partial
from pathlib import Path

from benchmarks.timing import Row, timed
from workbench.actions.briefing import briefing_of
from workbench.actions.describing import answer
from workbench.actions.desk import Desk
from workbench.actions.overseeing import oversight, search
from workbench.documents.overviews.programmes import programmes_view
from workbench.documents.overviews.telling import Telling
from workbench.domain.people import Person
from workbench.domain.words import Words
from workbench.store.briefs import FileBriefs
from workbench.store.files import FileStore
from workbench.store.protocol import ProgrammeId
from workbench.store.visits import FileVisits

EXAMPLES = ("kompas", "haven", "veerkracht")
MANY, FEW, FIGURE = 500, 6, 1000
PAGE = 25
FIRST = ProgrammeId("voorbeeld", "p0")


def overviews(examples: Path, folder: Path, words: Words) -> list[Row]:
    """Return the rows for many programmes, and of one change beside those for six."""
    return [
        *_of(MANY, examples, folder / "many", words),
        *_of(FEW, examples, folder / "few", words)[-1:],
    ]


def _of(number: int, examples: Path, folder: Path, words: Words) -> list[Row]:
    _made(number, examples, folder)
    briefing_of(_desk(folder, words)).read_ahead(FileStore(folder, words.options), words)
    server = _desk(folder, words)
    told = f"overview of {number} programmes"
    programmes = oversight(server).programmes
    briefing_of(server).read_ahead(server.store, words)
    return [
        timed(f"{told}, first view of a server that starts",
              lambda _: _view(_desk(folder, words)), 5, FIGURE, "median"),
        timed(f"{told}, again", lambda _: _view(server), 20, FIGURE),
        timed(f"{told}, words in any answer", lambda _: search(server, "één afspraak", programmes),
              10, FIGURE),
        timed(f"{told}, one programme changed", partial(_changed, server, words), 15,
              FIGURE),
    ]  # fmt: skip


def _made(number: int, examples: Path, folder: Path) -> None:
    (folder / "voorbeeld").mkdir(parents=True)
    texts = [(examples / "voorbeeld" / f"{name}.yaml").read_text("utf-8") for name in EXAMPLES]
    for n in range(number):
        text = texts[n % len(texts)].replace("\ntitle: ", f"\ntitle: {n} ", 1)
        (folder / "voorbeeld" / f"p{n}.yaml").write_text(text, "utf-8")


def _desk(folder: Path, words: Words) -> Desk:
    """Return the desk of an advisor at a server that remembers nothing itself yet."""
    return Desk(
        FileStore(folder, words.options),
        words,
        Person(name="Meting", role="advisor"),
        briefs=FileBriefs(folder),
        visits=FileVisits(folder),
    )


def _view(desk: Desk) -> None:
    programmes = oversight(desk).programmes
    programmes_view(programmes[:PAGE], Telling(desk.words, "nl"))


def _changed(server: Desk, words: Words, n: int) -> None:
    """Change a programme as its writer does, and look again."""
    writer = Person(name="Schrijver", role="editor", institution="voorbeeld")
    answer(Desk(server.store, words, writer), FIRST, "goals.main", f"Doel nummer {n}.")
    _view(server)
