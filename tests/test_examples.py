"""The examples in `programmes/` open, stay as they are, and show what they are meant to show."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from workbench.domain.changes import Change
from workbench.domain.dialect import written
from workbench.domain.people import Person
from workbench.domain.programme import Programme
from workbench.domain.words import Words
from workbench.rules.checking import check
from workbench.rules.completeness import completeness
from workbench.rules.level import level
from workbench.store.files import FileStore
from workbench.store.protocol import Opened, ProgrammeId

PROGRAMMES = Path(__file__).parent.parent / "programmes"
COMPLETE, HALF = ("haven", "kompas"), "veerkracht"
EXAMPLES = (*COMPLETE, HALF)
TODAY = date(2026, 11, 23)
INVENTED = "(fictieve bron)"


@pytest.fixture
def store(tmp_path: Path, words: Words) -> FileStore:
    """Return a store with a copy of the examples, so that the originals stay untouched."""
    for name in EXAMPLES:
        copy = tmp_path / "voorbeeld" / f"{name}.yaml"
        copy.parent.mkdir(exist_ok=True)
        shutil.copy(original(name), copy)
    return FileStore(tmp_path, words.options)


def original(name: str) -> Path:
    return PROGRAMMES / "voorbeeld" / f"{name}.yaml"


def opened(store: FileStore, name: str) -> Opened:
    return store.open(ProgrammeId("voorbeeld", name))


def described(store: FileStore, name: str) -> Programme:
    return opened(store, name).programme


def shipped() -> set[tuple[str, str]]:
    """Return what belongs to the repository; what somebody made in the app has a journal."""
    return {
        (path.parent.name, path.stem)
        for path in PROGRAMMES.glob("*/*.yaml")
        if not path.with_suffix(".journal.jsonl").exists()
    }


def test_only_examples_are_shipped() -> None:
    assert shipped() <= {("voorbeeld", name) for name in EXAMPLES}


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_opens_and_is_written_again_byte_for_byte(store: FileStore, name: str) -> None:
    assert written(described(store, name).plain()).encode() == original(name).read_bytes()


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_answer_that_is_changed_and_put_back_leaves_the_file_as_it_was(
    store: FileStore, name: str, tmp_path: Path
) -> None:
    anna = Person(name="Anna Voorbeeld", role="editor", institution="voorbeeld")
    title = described(store, name).title
    for old, new in ((title, "Een andere titel"), ("Een andere titel", title)):
        change = Change("answer", "title", old, new)
        store.change(ProgrammeId("voorbeeld", name), anna, lambda _, made=change: made)
    copy = tmp_path / "voorbeeld" / f"{name}.yaml"
    assert copy.read_bytes() == original(name).read_bytes()


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_says_that_it_is_made_up(store: FileStore, words: Words, name: str) -> None:
    programme = described(store, name)
    assert programme.colophon.fictitious is True
    assert (programme.title or "").count("(fictief voorbeeld)") == 1
    assert words.institutions["voorbeeld"].example
    assert programme.template_version == words.template.version


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_figure_and_study_of_an_example_rests_on_a_source_that_says_it_is_made_up(
    store: FileStore, name: str
) -> None:
    programme = described(store, name)
    invented = {s.id for s in programme.literature if INVENTED in (s.title or "")}
    assert all(set(figure.sources) <= invented for figure in programme.problem.figures)
    research = programme.research
    for study in (*research.process_studies, *research.effect_studies):
        assert "(fictief)" in (study.name or "")
        assert not study.sources or set(study.sources) & invented


@pytest.mark.parametrize("name", COMPLETE)
def test_a_complete_example_has_no_error_and_hardly_a_warning(
    store: FileStore, words: Words, name: str
) -> None:
    findings = check(described(store, name), words, TODAY)
    told = [(f.rule.code, f.rule.severity, f.path) for f in findings]
    assert [entry for entry in told if entry[1] == "error"] == []
    assert len([entry for entry in told if entry[1] == "warning"]) <= 2, told


@pytest.mark.parametrize("name", COMPLETE)
def test_a_complete_example_answers_all_that_a_substantiated_programme_needs(
    store: FileStore, words: Words, name: str
) -> None:
    filled = completeness(described(store, name), words.template)
    empty = [a.path for a in filled.questions if a.required("substantiated") and a.state == "empty"]
    assert empty == []
    assert filled.levels["described"].complete
    assert filled.levels["substantiated"].complete


def test_the_complete_examples_stand_on_the_rungs_they_aim_at(
    store: FileStore, words: Words
) -> None:
    assert level(described(store, "haven"), words).rung == 2
    assert level(described(store, "kompas"), words).rung == 3


def test_the_half_example_is_not_complete_and_shows_typical_gaps(
    store: FileStore, words: Words
) -> None:
    programme = described(store, HALF)
    assert not completeness(programme, words.template).levels["described"].complete
    findings = {(f.rule.code, f.path) for f in check(programme, words, TODAY)}
    assert findings >= {
        ("G01", "goals.subgoals.dag.factors"),
        ("G03", "goals.subgoals.dag.text"),
        ("G04", "approach.modules.sport.subgoals"),
        ("G05", "factors.eenzaamheid.not_tackled"),
        ("G07", "approach.phases.zelf-doen.exit"),
        ("G08", "approach.duration"),
        ("G09", "approach.modules.traumabehandeling.indication"),
        ("G12", "goals.subgoals.ouders.audience"),
        ("G14", "target_group.contraindications"),
        ("G15", "target_group.final"),
        ("G19", "summary.approach"),
        ("G20", "goals.main"),
    }


def test_the_half_example_holds_nothing_that_keeps_a_report_back(
    store: FileStore, words: Words
) -> None:
    findings = check(described(store, HALF), words, TODAY)
    assert not [finding.path for finding in findings if finding.rule.blocks_reports]


def test_the_six_institutions_start_without_an_invented_programme(words: Words) -> None:
    real = {found.id for found in words.institutions.values() if not found.example}
    assert len(real) == 6
    assert not real & {institution for institution, _ in shipped()}
