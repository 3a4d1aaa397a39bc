"""The advice letter: what is open, in the order of the werkblad, and what was settled before."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from workbench.documents import threads as words
from workbench.documents.blocks import Block, Facts, Heading, Paragraph, Report
from workbench.documents.reports.binding import bound, told
from workbench.documents.reports.kinds import COMMENTS, LETTER
from workbench.documents.reports.material import Material
from workbench.documents.reports.werkblad import werkblad
from workbench.documents.sections import section_title
from workbench.domain.advice import KINDS, Thread
from workbench.domain.status import Status
from workbench.rules.advising import section_of
from workbench.rules.places import place


def letter(made_from: Material, found: Sequence[Thread], status: Status) -> Report:
    """Return the open points of advice as a letter to the institution."""
    unresolved = [thread for thread in found if thread.state != "resolved"]
    body = [*_opening(made_from, found, unresolved, status), *_points(made_from, unresolved)]
    body.append(Paragraph(made_from.say("letter.closing")))
    values = {
        "status": status,
        "points": [_value(thread) for thread in unresolved],
        "resolved": len(found) - len(unresolved),
    }
    return bound(made_from, LETTER, body, told(made_from, LETTER, values), facts=False)


def with_comments(made_from: Material, unplaced: Iterable[Thread]) -> Report:
    """Return the werkblad whose answers carry comments; what has no place stands at the end."""
    made = werkblad(made_from)
    rest = list(_left_over(made_from, unplaced))
    cover = made.cover
    kind = made_from.say(f"report.kind.{COMMENTS.name}")
    return replace(made, cover=replace(cover, kind=kind), body=(*made.body, *rest))


def _opening(
    made_from: Material, found: Sequence[Thread], unresolved: Sequence[Thread], status: Status
) -> Iterator[Block]:
    say = made_from.say
    yield Heading(1, say("letter.opening"))
    yield Paragraph(say("letter.intro", title=made_from.answers.data.get("title") or ""))
    counts = {kind: sum(thread.kind == kind for thread in unresolved) for kind in KINDS}
    rows = [(say("letter.status"), (Paragraph(say(f"programme_status.{status}")),))]
    rows += [
        (say(f"letter.count.{kind}"), (Paragraph(str(number)),)) for kind, number in counts.items()
    ]
    rows.append((say("letter.count.resolved"), (Paragraph(str(len(found) - len(unresolved))),)))
    yield Facts(say("letter.opening"), tuple(rows))
    if not unresolved:
        yield Paragraph(say("letter.nothing"))


def _points(made_from: Material, unresolved: Sequence[Thread]) -> Iterator[Block]:
    template, language = made_from.answers.template, made_from.language
    titles = {section.id: section_title(section, language) for section in template.sections}
    number = 0
    for section, here in groupby(unresolved, lambda thread: section_of(template, thread.path)):
        yield Heading(1, titles.get(section, made_from.say("letter.elsewhere")), listed=True)
        for thread in here:
            number += 1
            yield from _point(made_from, thread, number)


def _point(made_from: Material, thread: Thread, number: int) -> Iterator[Block]:
    say, data = made_from.say, made_from.answers.data
    yield Heading(2, f"{number}. {_place(made_from, thread)}")
    yield Paragraph(words.facts(thread, say), "remark")
    if thread.asked.quote:
        yield Paragraph(say("advice.about", quote=thread.asked.quote))
    if changed := words.passage(thread, data, say):
        yield Paragraph(changed, "remark")
    for said in thread.lines:
        text = "\n".join(filter(None, [words.did(said, say), said.text]))
        yield Paragraph(f"{words.by(said, say)}\n{text}")


def _left_over(made_from: Material, unplaced: Iterable[Thread]) -> Iterator[Block]:
    threads = list(unplaced)
    if threads:
        yield Heading(1, made_from.say("report.comments.elsewhere"), listed=True)
    for path, here in groupby(threads, lambda thread: thread.path):
        yield Paragraph(
            _place(made_from, next(here)), comments=made_from.answers.comments.get(path, ())
        )


def _place(made_from: Material, thread: Thread) -> str:
    template, data = made_from.answers.template, made_from.answers.data
    return place(data, template, thread.path)[made_from.language]


def _value(thread: Thread) -> Mapping[str, Any]:
    return {
        "path": thread.path,
        "kind": thread.kind,
        "state": thread.state,
        "to": thread.to or None,
        "quote": thread.asked.quote or None,
        "said": [
            {"person": said.person.name, "did": said.deed, "text": said.text}
            for said in thread.lines
        ],
    }
