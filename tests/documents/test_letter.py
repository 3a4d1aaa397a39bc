"""The advice letter and the werkblad with real Word comments, as Word and LibreOffice read them."""

import io
import shutil
import subprocess
import zipfile
from datetime import UTC, datetime

import docx
import pytest

from tests.terminal import ROOT
from workbench.documents.blocks import comments
from workbench.documents.formats import render
from workbench.documents.reports.letter import letter, with_comments
from workbench.documents.reports.material import material
from workbench.documents.threads import as_comments
from workbench.domain.advice import Said, threads
from workbench.domain.people import Person
from workbench.domain.shape import understood
from workbench.rules.advising import in_order
from workbench.store.reading import read

ADA = Person(name="Ada Voorbeeld", role="advisor")
NOOR = Person(name="Noor Voorbeeld", role="editor", institution="voorbeeld")
MOMENT = datetime(2026, 11, 23, 12, tzinfo=UTC)


def asked(thread, path, text, **more):
    known = {"thread": thread, "deed": "ask", "person": ADA, "time": MOMENT, "kind": "must"}
    return Said(**{**known, "path": path, "text": text, **more})


def did(thread, deed, text="", person=NOOR):
    return Said(thread=thread, deed=deed, person=person, time=MOMENT, text=text)


@pytest.fixture(scope="module")
def found(words):
    from dataclasses import replace

    data = read((ROOT / "programmes" / "voorbeeld" / "kompas.yaml").read_bytes()).data
    programme = understood(data, words.options)
    item = programme.plain()["goals"]["subgoals"][0]["id"]
    module = programme.plain()["approach"]["modules"][0]["id"]
    lines = [
        asked("m", f"approach.modules.{module}.name", "Hoe heet dit precies?", kind="question"),
        asked("s", f"goals.subgoals.{item}.text", "Maak dit meetbaar.", to="Noor Voorbeeld"),
        did("s", "reply", "Dat doen we met ‘veiligheid’ < & >."),
        asked("g", "goals.main", "Welke leeftijd?", quote="iets dat er niet meer staat", round=1),
        asked("x", "goals.subgoals.weg.text", "Over iets dat weg is."),
        asked("k", "goals.main", "Al geregeld.", kind="may"),
        did("k", "resolve", person=ADA),
    ]
    made_from = material(programme, words, "nl", made_on=MOMENT.date())
    told = in_order(threads(lines, "shared"), words.template, programme.plain())
    return replace(made_from, comments=as_comments(told, made_from.say)), told


@pytest.fixture(scope="module")
def written(found):
    made_from, told = found
    return docx.Document(io.BytesIO(render(letter(made_from, told, "round_1"), "docx")))


@pytest.fixture(scope="module")
def commented(found):
    made_from, told = found
    return render(with_comments(made_from, [t for t in told if t.id == "x"]), "docx")


def test_the_letter_has_the_open_points_in_the_order_of_the_werkblad(written):
    texts = [paragraph.text for paragraph in written.paragraphs]
    points = ("Welke leeftijd?", "Maak dit meetbaar.", "Hoe heet dit precies?")
    places = [next(n for n, text in enumerate(texts) if point in text) for point in points]
    assert places == sorted(places)
    assert not any("Al geregeld." in text for text in texts)


def test_the_letter_says_what_became_of_a_passage_and_who_should_answer(written):
    whole = "\n".join(paragraph.text for paragraph in written.paragraphs)
    assert "Bij de passage: ‘iets dat er niet meer staat’" in whole
    assert "De passage is sindsdien veranderd." in whole
    assert "voor Noor Voorbeeld" in whole
    assert "adviesronde 1" in whole
    assert "geen oordeel van de erkenningscommissie" in whole


def test_the_letter_has_the_heading_styles_of_the_other_reports(written):
    styles = {p.style.name for p in written.paragraphs if p.text}
    assert {"Heading 1", "Heading 2"} <= styles
    levels = [p.style.name for p in written.paragraphs if p.style.name.startswith("Heading")]
    assert levels[0] == "Heading 1"


def test_everything_that_was_said_is_a_real_comment_by_its_author(commented):
    found = list(docx.Document(io.BytesIO(commented)).comments)
    by = {(comment.author, comment.text.splitlines()[-1]) for comment in found}
    assert ("Noor Voorbeeld", "Dat doen we met ‘veiligheid’ < & >.") in by
    assert ("Ada Voorbeeld", "Over iets dat weg is.") in by
    assert len(found) == 7
    assert {comment.initials for comment in found} == {"AV", "NV"}


def test_every_comment_hangs_on_a_place_in_the_text(commented):
    body = zipfile.ZipFile(io.BytesIO(commented)).read("word/document.xml").decode()
    for number in range(7):
        for mark in ("commentRangeStart", "commentRangeEnd", "commentReference"):
            assert body.count(f'<w:{mark} w:id="{number}"/>') == 1, (mark, number)


def test_other_formats_of_the_same_report_leave_the_margin_out(found):
    made_from, _ = found
    made = with_comments(made_from, [])
    assert len(list(comments(made.body))) == 6
    assert b"Maak dit meetbaar." not in render(made, "html")


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_shows_the_comments(commented, tmp_path):
    (tmp_path / "in.docx").write_bytes(commented)
    (tmp_path / "uit").mkdir()
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profiel", "--headless",
         "--convert-to", "odt", "--outdir", tmp_path / "uit", tmp_path / "in.docx"],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    there = zipfile.ZipFile(tmp_path / "uit" / "in.odt").read("content.xml").decode()
    assert there.count("<office:annotation ") == 7
    assert "Maak dit meetbaar." in there
