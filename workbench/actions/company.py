"""Being seen by others who have the same description open, and seeing them."""

from workbench.actions.desk import Desk
from workbench.store.presence import Presence, Visit, now
from workbench.store.protocol import ProgrammeId


def meet(
    desk: Desk, presence: Presence, programme: ProgrammeId, section: str, screen: str
) -> list[Visit]:
    """Note that somebody is at a section, and return who else is in this description.

    Raises Refused for somebody who may not read it.
    """
    desk.need("read", programme.institution)
    works = desk.may("change", programme.institution)
    mine = Visit(screen=screen, person=desk.person, section=section, works=works, time=now())
    presence.stay(programme, mine)
    return [visit for visit in presence.visits(programme) if visit.screen != screen]
