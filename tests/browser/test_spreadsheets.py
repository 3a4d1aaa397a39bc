"""What spreadsheets make of our files: LibreOffice opens them, and text stays text."""

import csv
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.terminal import Terminal, examples

FORMULA = "=1+1"


def as_csv(book: Path, sheet: int) -> list[list[str]]:
    """Return the cells of one sheet as LibreOffice shows them; skip where it is not there."""
    office = shutil.which("soffice")
    if not office:
        pytest.skip("LibreOffice is not installed")
    profile = f"-env:UserInstallation={(book.parent / 'office').as_uri()}"
    # Semicolon, quotation mark, UTF-8, from the first line, as shown, and only this sheet.
    how = f"csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,{sheet}"
    command = [office, profile, "--headless", "--convert-to", how, book.name]
    done = subprocess.run(command, cwd=book.parent, capture_output=True, text=True, timeout=120)
    found = sorted(book.parent.glob(f"{book.stem}*.csv"))
    if not found:
        assert "could not be loaded" in done.stderr + done.stdout
        pytest.skip("LibreOffice has no Calc")
    with found[0].open(encoding="utf-8") as lines:
        return list(csv.reader(lines, delimiter=";"))


def test_a_formula_that_somebody_typed_is_shown_as_text(tmp_path):
    terminal = Terminal(examples(tmp_path / "programmes"))
    terminal("set", "voorbeeld/veerkracht", "chain.bottlenecks.x.name", FORMULA)
    book = tmp_path / "samen.xlsx"
    assert terminal("across", "--view", "bottlenecks", "-o", book).code == 0
    shown = as_csv(book, 1)
    assert FORMULA in [row[0] for row in shown]
    assert "Knelpunt" in [row[0] for row in shown]
