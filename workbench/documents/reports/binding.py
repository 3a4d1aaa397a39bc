"""What stands around the body of every report: cover, closing words, and who wrote what."""

from collections.abc import Iterable, Mapping
from typing import Any

from workbench.documents import amounts, cover
from workbench.documents.blocks import Block, Labels, Layout, Report
from workbench.documents.reports.kinds import Kind
from workbench.documents.reports.material import Material


def bound(
    made_from: Material,
    kind: Kind,
    body: Iterable[Block],
    data: Mapping[str, Any],
    *,
    layout: Layout = "flowing",
    colophon: Iterable[Block] = (),
    facts: bool = True,
) -> Report:
    """Return a body as a whole report.

    Args:
        made_from: the description and what the rules say of it.
        kind: which report this is.
        body: what is this report's own.
        data: its own values, for the formats that are data.
        layout: how it lies on paper.
        colophon: what stands between cover and contents.
        facts: whether the cover tells version, status and recognitions; else the body does.
    """
    answers, say = made_from.answers, made_from.say
    colophon_of = made_from.examined.programme.colophon
    authors = [author.name for author in colophon_of.authors if author.name]
    return Report(
        language=made_from.language,
        title=cover.title(answers),
        cover=cover.cover(answers, _called(made_from, kind), facts=facts),
        colophon=tuple(colophon),
        body=tuple(body),
        closing=_closing(made_from),
        labels=Labels(say("report.contents"), say.catalogue["report.page"]),
        authors="; ".join(authors) or colophon_of.owner.name or "",
        made_on=made_from.made_on,
        data=data,
        layout=layout,
    )


def told(made_from: Material, kind: Kind, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return a report's own values behind what says of which description they are."""
    return {
        "report": kind.name,
        "title": cover.title(made_from.answers),
        "language": made_from.language,
        "made_on": made_from.made_on.isoformat(),
        "revision": made_from.revision,
        **_earlier(made_from),
        "template_version": made_from.answers.template.version,
        "fictitious": made_from.examined.programme.colophon.fictitious,
        **values,
    }


def _called(made_from: Material, kind: Kind) -> str:
    """Return what the report is, and of when if that is not now."""
    called, earlier = made_from.say(f"report.kind.{kind.name}"), made_from.earlier
    if earlier is None:
        return called
    day = amounts.day(earlier.day, made_from.language)
    key = "report.of_version" if earlier.version else "report.of_revision"
    values = {"day": day, "revision": made_from.revision, "version": earlier.version}
    return made_from.say(key, kind=called, **values)


def _earlier(made_from: Material) -> dict[str, Any]:
    earlier = made_from.earlier
    if earlier is None:
        return {}
    return {"as_of": earlier.day.isoformat(), "version": earlier.version or None}


def _closing(made_from: Material) -> tuple[str, ...]:
    say, revision = made_from.say, made_from.revision
    day = amounts.day(made_from.made_on, made_from.language)
    made = (
        say("report.made", day=day)
        if revision is None
        else say("report.made_from", day=day, revision=revision)
    )
    version = say("report.template", version=made_from.answers.template.version)
    return f"{made} {version}", say("report.disclaimer")
