"""Facts of the repository that nobody should have to remember."""

import re
import tomllib
from pathlib import Path

import pytest

import workbench

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "workbench").rglob("*.py"))
DOCUMENTS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]


def test_the_version_is_the_same_everywhere():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == workbench.__version__
    assert f"## {workbench.__version__} " in (ROOT / "CHANGELOG.md").read_text("utf-8")


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_module_has_more_than_300_lines(module):
    assert len(module.read_text("utf-8").splitlines()) <= 300


def test_no_folder_is_called_pages_or_after_nothing_in_particular():
    forbidden = {"pages", "utils", "helpers", "common", "manager", "service"}
    names = {part.stem for path in MODULES for part in [path, *path.parents]}
    assert not names & forbidden


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_local_link_in_the_docs_leads_somewhere(document):
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", document.read_text("utf-8"))
    missing = [link for link in links if not (document.parent / link).exists()]
    assert not missing


def test_every_decision_stands_in_the_index():
    folder = ROOT / "docs" / "decisions"
    index = (folder / "README.md").read_text("utf-8")
    records = sorted(path.name for path in folder.glob("[0-9]*.md"))
    assert records == sorted(set(re.findall(r"\((\d{4}-[^)]+)\)", index)))


def test_ci_calls_the_very_test_command_of_the_readme():
    command = ".venv/bin/python -m pytest"
    lines = (ROOT / "README.md").read_text("utf-8").splitlines()
    readme = [line for line in lines if command in line]
    assert readme[0] in (ROOT / ".ci" / "run").read_text("utf-8").splitlines()


def test_every_requirement_is_pinned_to_one_version():
    for name in ("requirements.txt", "requirements-dev.txt"):
        lines = (ROOT / name).read_text("utf-8").splitlines()
        loose = [line for line in lines if line and not re.match(r"[\w.\[\]-]+==[\w.]+", line)]
        assert not loose


def test_only_one_module_knows_the_session_and_the_address():
    knows = [
        path.relative_to(ROOT)
        for path in (ROOT / "workbench").rglob("*.py")
        if re.search(r"session_state|query_params\b(?!=)", path.read_text("utf-8"))
    ]
    assert [str(path) for path in knows if path.name != "state.py"] == []
