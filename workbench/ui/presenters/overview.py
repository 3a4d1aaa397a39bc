"""A programme as a card in the overview."""

from collections.abc import Callable
from datetime import UTC, datetime

from workbench.actions.assessing import Card
from workbench.actions.desk import Desk
from workbench.domain.wording import Language, Texts
from workbench.store.protocol import Stamp
from workbench.ui.presenters.moments import author, clock
from workbench.ui.presenters.progress import bars, level_name
from workbench.ui.views import ProgrammeCard


def programme_card(card: Card, desk: Desk, language: Language, timezone: str) -> ProgrammeCard:
    """Return what the overview shows of one programme."""
    say, template = desk.words.texts[language], desk.words.template
    programme, filled = card.opened.programme, card.progress.completeness
    count = filled.overall

    def when(stamp: Stamp) -> str:
        return clock(stamp.time, timezone, datetime.now(UTC), language)

    return ProgrammeCard(
        address=str(card.opened.id),
        title=programme.title or str(card.opened.id),
        institution=desk.institution(card.opened.id.institution).name,
        status=say(f"programme_status.{card.opened.status}"),
        level=say("ui.overview.level", level=card.progress.level.name[language]),
        disclaimer=say("level.disclaimer"),
        filled=say(
            "ui.overview.filled",
            answered=count.answered,
            required=count.required,
            level=level_name(filled.target, say),
        ),
        changed=_changed(card.opened.saved.get(""), say, when),
        bars=bars(filled, template, language, say),
        mine=card.mine,
        fictitious=bool(programme.colophon.fictitious),
    )


def _changed(stamp: Stamp | None, say: Texts, when: Callable[[Stamp], str]) -> str:
    if stamp is None:
        return say("ui.overview.never_changed")
    return say("ui.overview.changed", time=when(stamp), person=author(stamp, say))
