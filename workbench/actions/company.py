"""Being seen by others who have the same description open, and seeing them."""

from workbench.actions.desk import Desk, needs
from workbench.store.presence import Presence, Visit, now
from workbench.store.protocol import ProgrammeId


@needs("read")
def meet(
    desk: Desk, programme: ProgrammeId, presence: Presence, section: str, screen: str
) -> list[Visit]:
    """Note that somebody is at a section, and return who else is in this description.

    Raises Refused for somebody who may not read it.
    """
    works = desk.may("change", programme)
    mine = Visit(screen=screen, person=desk.person, section=section, works=works, time=now())
    presence.stay(programme, mine)
    return [visit for visit in presence.visits(programme) if visit.screen != screen]
