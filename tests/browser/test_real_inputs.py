"""Two real programmes, described on the screens from the facts that were published about them."""

import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
import jsonschema
import pytest
import yaml
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from playwright.sync_api import Page, expect

from tests.browser.conftest import ROOT, Server, enter
from tests.browser.fact_records import Card, Record, Use, read_facts
from tests.browser.fact_tables import LISTED, TABLES
from tests.browser.writing import Writer
from workbench.domain.paths import value_at
from workbench.domain.words import Words

RECORDS = ROOT.parent / "shared" / "real-inputs"
SCHEMA = ROOT / "schemas" / "programme.schema.json"


@dataclass(frozen=True)
class Described:
    """A programme that was described on the screens, and what was entered where."""

    server: Server
    writer: Writer
    answers: dict[str, Any]
    """What must stand in the file, by path."""

    @property
    def file(self) -> Path:
        return self.server.programmes / f"{self.writer.programme}.yaml"

    def open(self, screen: str) -> Page:
        self.writer.page.goto(f"{self.server.url}/{screen}?programme={self.writer.programme}")
        return self.writer.page


@pytest.fixture(scope="module", params=TABLES)
def name(request) -> str:
    """The file name of a record; a test that needs it is skipped where the record is absent."""
    if not (RECORDS / request.param).is_file():
        pytest.skip(f"{request.param} is not in {RECORDS}")
    return request.param


@pytest.fixture(scope="module")
def record(name, words: Words) -> Record:
    return Record(read_facts(RECORDS / name, LISTED), words.template.options)


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    server = Server(tmp_path_factory.mktemp("programmes"))
    server.start()
    yield server
    server.kill()


@pytest.fixture(scope="module")
def described(name, record, words, running, browser, browser_context_args):
    context = browser.new_context(**browser_context_args)
    yield describe(context.new_page(), running, record, TABLES[name], words)
    context.close()


def describe(page: Page, server: Server, record: Record, table, words: Words) -> Described:
    """Start a programme as a newcomer would, and enter every fact at its question."""
    enter(page, server, "Noor Voorbeeld", "Voorbeeldinstelling (fictief)")
    (title,) = (use for use in table if use.path == "title")
    called = title.value(record, "title")
    page.get_by_role("textbox", name="Titel van het programma").fill(called)
    page.get_by_role("button", name="Beginnen").click()
    expect(page).to_have_url(re.compile(r"/beschrijven\?programme=voorbeeld%2F"))
    programme = "voorbeeld/" + re.sub(".*%2F", "", page.url).partition("&")[0]
    writer = Writer(page, server.url, programme)
    writer.typed.append(("title", called))
    answers = {"title": called}
    for use in table:
        if use is not title:
            writer.turn_to(words.template.section_of(use.path).title["nl"])
            answers |= enter_use(writer, record, use, words)
    return Described(server, writer, answers)


def enter_use(writer: Writer, record: Record, use: Use | Card, words: Words) -> dict[str, Any]:
    """Enter facts at their question and return what must then stand in the file, by path."""
    if isinstance(use, Use):
        use.enter(writer, record, use.path)
        return {use.path: use.value(record, use.path)}
    heading = record.facts[use.heading] if use.heading else ""
    at = writer.add(use.path, heading)
    inside = {f"{at}.{part.path}": part for part in use.inside}
    for path, part in inside.items():
        part.enter(writer, record, path)
    answers = {path: part.value(record, path) for path, part in inside.items()}
    field = words.template.question(use.path).item.heading
    return answers | ({f"{at}.{field}": heading} if heading else {})


def test_every_fact_of_the_record_has_a_question_that_it_answers(name, record):
    used = {key for use in TABLES[name] for key in use.facts}
    assert used == set(record.facts)


def test_every_fact_entered_on_the_screens_stands_in_the_file(described):
    data = yaml.safe_load(described.file.read_text("utf-8"))
    stored = {path: value_at(data, path) for path in described.answers}
    assert stored == described.answers


def test_the_file_is_valid_for_the_command_and_for_an_independent_validator(described, words):
    command = [sys.executable, "-m", "workbench", "validate", "--json", str(described.file)]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (said.returncode, json.loads(said.stdout)["files"][0]["problems"]) == (0, [])
    schema = json.loads(SCHEMA.read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    data = yaml.safe_load(described.file.read_text("utf-8"))
    wrong = jsonschema.Draft202012Validator(schema).iter_errors(data)
    assert [error.message for error in wrong] == []


@pytest.mark.parametrize(
    ("found", "expected", "path"),
    [
        ("11 t/m 23", "12 tot en met 23", "target_group.final"),
        ("negen tot twaalf maanden", "6 tot en met 12 maanden", "approach.setup"),
    ],
)
@pytest.mark.parametrize("name", ["nl_asja_factrecord.txt"], indirect=True)
def test_a_contradiction_in_the_record_is_a_finding_that_leads_to_its_question(
    described, found, expected, path
):
    page = described.open("controleren")
    said = re.compile(rf"‘[^’]*{found}[^’]*’.*{expected}")
    finding = page.locator("[class*='st-key-finding-']").filter(has_text=said)
    expect(finding).to_have_count(1)
    finding.get_by_role("link", name="Ga naar de vraag").click()
    question = described.writer.question(path)
    expect(question.get_by_role("textbox")).to_be_focused()
    expect(question).to_contain_text(said)


def test_the_word_report_opens_in_libreoffice_and_holds_every_text_once(described, tmp_path):
    page = described.open("verslag")
    with page.expect_download() as downloading:
        page.get_by_role("button", name="Word").click()
    report = tmp_path / "verslag.docx"
    downloading.value.save_as(report)
    written = texts_of(report)
    typed = Counter(words for _, words in described.writer.typed)
    also_chosen = Counter(described.writer.chosen)
    wanted = {words: times + also_chosen[words] for words, times in typed.items()}
    assert {words: written[words] for words in typed} == wanted
    assert converted(report).read_bytes().startswith(b"%PDF")


def texts_of(report: Path) -> Counter[str]:
    """Return the paragraphs of a Word document, those in tables too, without their numbering.

    An entry of the literature list counts as the texts it was composed of.
    """
    body = docx.Document(str(report)).element.body
    paragraphs = [Paragraph(found, None).text.strip() for found in body.iter(qn("w:p"))]
    between = r"(?:^|\. )\(z\.d\.\)\. |\s?\[Niet ingevuld[^\]]*\]"
    parts = [part for said in paragraphs for part in re.split(between, said)]
    return Counter(re.sub(r"^\w[\w -]* \d+: ", "", part) for part in parts)


def converted(report: Path) -> Path:
    """Return the report as LibreOffice reads it; skip where there is no LibreOffice."""
    office = shutil.which("soffice")
    if not office:
        pytest.skip("LibreOffice is not installed")
    profile = f"-env:UserInstallation={(report.parent / 'office').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", report.name]
    subprocess.run(command, cwd=report.parent, capture_output=True, check=True, timeout=120)
    return report.with_suffix(".pdf")
