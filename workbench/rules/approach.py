"""Phases, modules, executors and selection: said precisely enough for somebody else to do it."""

from collections.abc import Iterator

from workbench.rules import sources
from workbench.rules.check import Check, Found, rule
from workbench.rules.subject import Subject
from workbench.rules.wordings import quoted


@rule("G07", "warning", sources.APPROACH)
def phase_without_end(subject: Subject) -> Iterator[Found]:
    """Yield every phase without a way out or without a duration."""
    for phase in subject.programme.approach.phases:
        name, path = quoted(phase.name or phase.id), f"approach.phases.{phase.id}"
        if not _said(phase.exit):
            yield Found(f"{path}.exit", {"phase": name})
        if phase.duration.minimum is None and phase.duration.maximum is None:
            yield Found(f"{path}.duration", {"phase": name})


@rule("G09", "warning", sources.APPROACH)
def indication_not_told(subject: Subject) -> Iterator[Found]:
    """Yield every module that some young people get without saying who."""
    for module in subject.programme.approach.modules:
        if module.deployment == "on_indication" and not _said(module.indication):
            path = f"approach.modules.{module.id}.indication"
            yield Found(path, {"module": quoted(module.name or module.id)})


@rule("G10", "note", sources.APPROACH)
def module_not_worked_out(subject: Subject) -> Iterator[Found]:
    """Yield every module without an executor, a dose or a way of working."""
    for module in subject.programme.approach.modules:
        name, path = quoted(module.name or module.id), f"approach.modules.{module.id}"
        dose = module.dose
        if not module.executors:
            yield Found(f"{path}.executors", {"module": name})
        if dose.sessions is None and dose.minutes is None and not _said(dose.frequency):
            yield Found(f"{path}.dose.frequency", {"module": name})
        if not module.modes:
            yield Found(f"{path}.modes", {"module": name})


@rule("G13", "note", sources.EXECUTION)
def executor_without_training(subject: Subject) -> Iterator[Found]:
    """Yield every role without training or competences."""
    for executor in subject.programme.delivery.executors:
        name = quoted(executor.role or executor.id)
        for field in ("training", "competences"):
            if not _said(getattr(executor, field)):
                yield Found(f"delivery.executors.{executor.id}.{field}", {"role": name})


@rule("G14", "warning", sources.TARGET_GROUP)
def contraindications_not_told(subject: Subject) -> Iterator[Found]:
    """Yield an empty list of contraindications for which nobody said that there are none."""
    path = "target_group.contraindications"
    note = subject.programme.about.get(path)
    group = subject.programme.target_group
    explained = note is not None and _said(note.not_applicable)
    if _said(group.final) and not group.contraindications and not explained:
        yield Found(path)


def _said(text: str | None) -> bool:
    return bool(text and text.strip())


CHECKS: tuple[Check, ...] = (
    phase_without_end,
    indication_not_told,
    module_not_worked_out,
    executor_without_training,
    contraindications_not_told,
)
