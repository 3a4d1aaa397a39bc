"""What somebody saw of all programmes, so that what came after it can be told."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from pydantic import AwareDatetime, BaseModel, ConfigDict

PAUSE = timedelta(minutes=30)
"""Whoever looks again after at least this long pays another visit."""


class Seen(BaseModel):
    """The revisions that somebody saw last, and those of the visit before this one."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    time: AwareDatetime
    """When they looked last."""
    revisions: dict[str, int]
    """By `institution/name`."""
    began: AwareDatetime | None = None
    """When the visit before this one ended; None at a first visit."""
    before: dict[str, int] | None = None


def visited(seen: Seen | None, now: datetime, revisions: Mapping[str, int]) -> Seen:
    """Return what somebody has seen who looks at these revisions now."""
    if seen is None:
        return Seen(time=now, revisions=dict(revisions))
    began, before = seen.began, seen.before
    if now - seen.time >= PAUSE:
        began, before = seen.time, seen.revisions
    return Seen(time=now, revisions=dict(revisions), began=began, before=before)


def caught_up(now: datetime, revisions: Mapping[str, int]) -> Seen:
    """Return what somebody has seen who says to have seen everything."""
    return Seen(time=now, revisions=dict(revisions), began=now, before=dict(revisions))
