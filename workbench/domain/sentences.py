"""Problems as sentences that people read: where it is, what it is, and what to do."""

from workbench.domain.paths import UnknownPath, star
from workbench.domain.problems import Problem
from workbench.domain.template import Template
from workbench.domain.wording import Texts

_NOTES = "about."


def sentence(problem: Problem, texts: Texts, template: Template, file: str = "") -> str:
    """Return a problem as one line: file, line, question, what is wrong, and the remedy."""
    where = place(problem, texts, template, file)
    what = explained(problem, texts)
    return f"{where}: {what[:1].lower()}{what[1:]}" if where else what


def explained(problem: Problem, texts: Texts) -> str:
    """Return what is wrong and what to do, without the place."""
    values = dict(problem.values)
    if "found" in values:
        values["found"] = texts(f"shape.found.{values['found']}")
    return texts(f"shape.{problem.key}", **values)


def place(problem: Problem, texts: Texts, template: Template, file: str = "") -> str:
    """Return where a problem is: file, line, and the question by its label and path."""
    line = texts("shape.where.line", line=problem.line) if problem.line else ""
    return ", ".join(part for part in (file, line, _answer(problem.path, texts, template)) if part)


def _answer(path: str, texts: Texts, template: Template) -> str:
    about = path.startswith(_NOTES)
    label = _label(path.removeprefix(_NOTES), texts, template)
    if not label:
        return path
    key = "shape.where.note" if about else "shape.where.question"
    return texts(key, label=label, path=path)


def _label(path: str, texts: Texts, template: Template) -> str:
    """Return the label of the nearest question at or around an address; empty without one."""
    while path:
        try:
            return template.question(star(path)).label[texts.language]
        except (UnknownPath, KeyError):
            path = path.rpartition(".")[0]
    return ""
