"""Days and years that cannot be right, or that have passed."""

from collections.abc import Iterator
from datetime import date, timedelta

from workbench.domain.criteria import Criteria
from workbench.domain.identity import Recognition
from workbench.rules import sources
from workbench.rules.check import Check, Found, rule
from workbench.rules.subject import Subject

YEAR = 365.25


@rule("X05", "error", sources.VALIDITY)
def ends_before_it_starts(subject: Subject) -> Iterator[Found]:
    """Yield every recognition that ended before it was given."""
    for recognition in subject.programme.colophon.recognitions:
        given, until = recognition.date, recognition.valid_until
        if given and until and until < given:
            path = f"colophon.recognitions.{recognition.id}.valid_until"
            yield Found(path, {"date": given, "until": until})


@rule("X06", "warning", sources.VALIDITY)
def recognition_expired(subject: Subject) -> Iterator[Found]:
    """Yield every recognition of which the term has passed."""
    for recognition in subject.programme.colophon.recognitions:
        until = recognition_end(recognition, subject.words.criteria)
        if until and until < subject.today:
            field = "valid_until" if recognition.valid_until else "date"
            yield Found(f"colophon.recognitions.{recognition.id}.{field}", {"until": until})


@rule("X07", "warning", sources.CONSISTENCY)
def manual_newer_than_description(subject: Subject) -> Iterator[Found]:
    """Yield the date of a manual that is newer than the description of the programme."""
    manual, description = subject.programme.colophon.manual.date, subject.programme.colophon.date
    if manual and description and manual > description:
        yield Found("colophon.manual.date", {"manual": manual, "description": description})


@rule("X08", "warning", sources.CONSISTENCY)
def not_yet_happened(subject: Subject) -> Iterator[Found]:
    """Yield every day in the future of something that is told as having happened."""
    for path, day in _past_days(subject):
        if day and day > subject.today:
            yield Found(path, {"date": day})


@rule("X09", "warning", sources.CONSISTENCY)
def year_in_the_future(subject: Subject) -> Iterator[Found]:
    """Yield every figure or source from a year that has not come yet."""
    programme = subject.programme
    years = [
        (f"problem.figures.{figure.id}.year", figure.year) for figure in programme.problem.figures
    ]
    # A source that is in press may carry next year.
    years += [
        (f"literature.{source.id}.year", source.year - 1 if source.year else None)
        for source in programme.literature
    ]
    for path, year in years:
        if year is not None and year > subject.today.year:
            yield Found(path, {"year": year + path.startswith("literature.")})


def _past_days(subject: Subject) -> Iterator[tuple[str, date | None]]:
    colophon = subject.programme.colophon
    yield "colophon.date", colophon.date
    yield "colophon.manual.date", colophon.manual.date
    for recognition in colophon.recognitions:
        yield f"colophon.recognitions.{recognition.id}.date", recognition.date
    for revision in colophon.revisions:
        yield f"colophon.revisions.{revision.id}.date", revision.date
    for step in subject.programme.delivery.implementation.steps:
        if step.state == "done":
            yield f"delivery.implementation.steps.{step.id}.date", step.date


def recognition_end(recognition: Recognition, criteria: Criteria) -> date | None:
    """Return the last day of a recognition, as entered or by its term; None without a term."""
    if recognition.valid_until or recognition.date is None:
        return recognition.valid_until
    if recognition.level in {None, "refused"}:
        return None
    try:
        years = criteria.years_valid(recognition.level or "", bool(recognition.provisional))
        return recognition.date + timedelta(days=round(years * YEAR))
    except (KeyError, OverflowError):
        return None


CHECKS: tuple[Check, ...] = (
    ends_before_it_starts,
    recognition_expired,
    manual_newer_than_description,
    not_yet_happened,
    year_in_the_future,
)
