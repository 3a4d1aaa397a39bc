"""The common elements: what is the same under which words, in how many programmes, and why."""

from collections.abc import Iterator
from dataclasses import replace

from workbench.documents.comparing.saying import Saying, short
from workbench.documents.comparing.view import Line, View
from workbench.rules.comparison.common_elements import Common, half
from workbench.rules.comparison.grouping import Group
from workbench.rules.comparison.likeness import Reason
from workbench.rules.comparison.rows import State

_LEAD, _AFTER = ("kind", "element", "in_how_many"), ("share", "standing", "why")
_MOST_REASONS = 2


def common_view(saying: Saying) -> View:
    """Return every module, factor and active element, those in most programmes first."""
    n = len(saying.sides)
    return View(
        "common",
        saying.say("common"),
        saying.say("common.told", half=half(n), n=n),
        (
            *(saying.say(f"head.{key}") for key in _LEAD),
            *saying.names,
            *(saying.say(f"head.{key}") for key in _AFTER),
        ),
        tuple(_line(saying, one) for one in saying.comparison.common),
        len(_LEAD),
        counted(saying),
        len(_AFTER),
    )


def counted(saying: Saying) -> str:
    """Return how many elements are common, shared and unique, and how many of these are decided."""
    found = saying.comparison.common
    shares = {
        share: sum(one.share == share for one in found) for share in ("common", "shared", "unique")
    }
    groups = [one for one in found if one.programmes > 1]
    return saying.say(
        "common.counted",
        **shares,
        groups=len(groups),
        confirmed=sum(one.standing == "confirmed" for one in groups),
    )


def why(saying: Saying, group: Group) -> str:
    """Return the strongest grounds on which items look the same, as sentences."""
    return " ".join(_grounds(saying, group))


def _line(saying: Saying, one: Common) -> Line:
    kind = saying.template.question(one.group.list).item
    assert kind is not None
    name = kind.one[saying.language]
    lead = (
        f"{name[:1].upper()}{name[1:]}",
        short(one.group.parts[0].told.name or one.group.parts[0].ref.item),
        one.programmes,
    )
    cells = [saying.called(one.group, side) for side in range(len(saying.sides))]
    state: State = "same" if one.programmes == len(saying.sides) else "some"
    after = (
        saying.say(f"share.{one.share}"),
        saying.say(f"standing.{one.standing}"),
        why(saying, one.group),
    )
    line = saying.line(lead, cells, state, one.group.key, nothing=saying.say("no_item"))
    return replace(line, cells=(*line.cells, *after))


def _grounds(saying: Saying, group: Group) -> Iterator[str]:
    found = group.why
    telling = [reason for reason in found if reason.ground != "other_kind"]
    for reason in telling[:_MOST_REASONS]:
        yield _ground(saying, reason)
    if len(found) > len(telling):
        yield saying.say("why.other_kind")
    if not found and len(group.parts) > 1:
        yield saying.say("why.advisor")


def _ground(saying: Saying, reason: Reason) -> str:
    one, other = reason.words
    if reason.ground == "topic":
        assert reason.topic is not None
        topic = saying.comparison.sides.words.likeness.topics[reason.topic].name[saying.language]
        key = "why.topic" if one != other else "why.topic.same"
        return saying.say(key, topic=topic, one=one, other=other)
    return saying.say(f"why.{reason.ground}", one=one, other=other)
