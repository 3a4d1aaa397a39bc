"""Measures every figure that exists so far, on a complete description of about 60 KB."""

import os
import shutil
import sys
import tempfile
from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path

from benchmarks.comparing import comparisons
from benchmarks.database import database_rows
from benchmarks.overseeing import overviews
from benchmarks.serving import ROOT, serving
from benchmarks.sizing import grown
from benchmarks.timing import Row, table, timed
from workbench.actions.describing import answer
from workbench.actions.desk import Desk
from workbench.documents.formats import render
from workbench.documents.reports.material import material
from workbench.documents.reports.werkblad import werkblad
from workbench.domain.people import Person
from workbench.domain.programme import Programme
from workbench.domain.shape import understood
from workbench.domain.words import Words
from workbench.rules.checking import check
from workbench.store.files import FileStore
from workbench.store.protocol import ProgrammeId
from workbench.store.reading import read
from workbench.store.words import load_words

HAVEN = ProgrammeId("voorbeeld", "haven")


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        programmes = Path(folder) / "programmes"
        shutil.copytree(ROOT / "programmes" / "voorbeeld", programmes / "voorbeeld")
        desk = Desk(
            FileStore(programmes, load_words().options),
            load_words(),
            Person(name="Meting", role="editor", institution="voorbeeld"),
        )
        grown(desk.store, HAVEN)
        rows = [*_core(desk, programmes), *database_rows(desk, HAVEN)]
        rows += overviews(programmes, Path(folder) / "overviews", desk.words)
        rows += [*_screens(programmes), _start(programmes)]
    sys.stdout.write(table(rows) + "\n")


def _core(desk: Desk, programmes: Path) -> list[Row]:
    words, store = desk.words, desk.store
    raw = (programmes / "voorbeeld" / "haven.yaml").read_bytes()
    size = f"{len(raw) // 1000} KB"
    programme = store.open(HAVEN).programme

    return [
        timed(
            f"one answer saved by the action, synced to disk, {size}",
            lambda n: answer(desk, HAVEN, "goals.main", f"Doel nummer {n}."),
            200,
            10,
        ),
        timed(
            f"read and validate {size} from YAML",
            lambda _: understood(read(raw).data, words.options),
            100,
            10,
        ),
        timed(
            "all rules over a complete description",
            lambda _: check(programme, words, date(2026, 1, 1)),
            50,
            20,
        ),
        *comparisons(programmes, words),
        *_reports(programme, words),
    ]


def _reports(programme: Programme, words: Words) -> list[Row]:
    """Time the werkblad after edits of which each makes more of it anew than the one before."""

    def report(form: str, n: int, edited: Mapping[str, object]) -> bytes:
        description = programme.model_copy(update=edited)
        made_from = material(description, words, "nl", made_on=date(2026, 1, 1), revision=n)
        return render(werkblad(made_from), form)

    def answered(form: str, n: int) -> bytes:
        """Change an answer that stands in no picture."""
        told = {"approach": f"Aanpak nummer {n}."}
        return report(form, n, {"summary": programme.summary.model_copy(update=told)})

    def drawn(form: str, n: int) -> bytes:
        """Change an answer that stands in the picture of the theory."""
        told = {"main": f"Hoofddoel nummer {n}."}
        return report(form, n, {"goals": programme.goals.model_copy(update=told)})

    def titled(form: str, n: int) -> bytes:
        """Change the title, which stands on every page: nothing made before can be used again."""
        return report(form, n, {"title": f"Haven {n}"})

    edits = {
        "after an edit": answered,
        "after an edit of what is in a picture": drawn,
        "with a new title, all of it anew": titled,
        "asked for again": lambda form, _: answered(form, 0),
    }
    return [
        timed(f"{name} werkblad {edit}", partial(act, form), 20, figure, "median")
        for name, form, figure in (("Word", "docx", 200), ("PDF", "pdf", 150))
        for edit, act in edits.items()
    ]


def _screens(programmes: Path) -> list[Row]:
    """Time the script of each section's screen, as Streamlit runs it for one interaction."""
    os.environ["WORKBENCH_PROGRAMMES"] = str(programmes)
    from benchmarks.screens import heaviest_section

    return [heaviest_section()]


def _start(programmes: Path) -> Row:
    """Time from the command to the moment that the server answers."""

    def start(_: int) -> None:
        with serving(programmes):
            pass

    return timed("from `streamlit run app.py` to a server that answers", start, 3, 4000, "median")


main()
