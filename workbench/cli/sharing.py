"""The command that shares a programme with the other institutions, and its arguments."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from workbench.actions.desk import Desk
from workbench.cli.commands import DONE, at, deliver
from workbench.cli.telling import Stopped, findings
from workbench.domain.sharing import Shared
from workbench.domain.wording import Texts
from workbench.domain.words import Words
from workbench.store.protocol import ProgrammeId

EVERYTHING = "all"


def share(asked: Namespace, words: Words) -> int:
    """Share sections of a programme, stop that, or tell what is shared and what was decided."""
    from workbench.actions.sharing import decisions, shared_now, withdraw

    desk, programme = at(asked.path, asked, words)
    if asked.withdraw and asked.sections is not None:
        asked.wrong()
    if asked.withdraw:
        withdraw(desk, programme)
    elif asked.sections is not None:
        _share(desk, programme, asked)
    now, made = shared_now(desk, programme), decisions(desk, programme)
    texts = words.texts[asked.lang]
    lines = [
        texts("cli.share.now", sections=", ".join(now.sections))
        if now
        else texts("cli.share.not_now")
    ]
    values = {
        "id": str(programme),
        "sections": list(now.sections) if now else [],
        "decisions": [one.model_dump(mode="json", exclude={"programme"}) for one in made],
    }
    deliver(asked, values, [*lines, *(f"  {_told(one, texts)}" for one in made)])
    return DONE


def takes_sections(command: ArgumentParser, texts: Texts) -> None:
    """Tell a parser the arguments of `share`."""
    command.add_argument("path", type=Path, metavar="PATH", help=texts("cli.argument.path"))
    command.add_argument("--sections", metavar="SECTIONS", help=texts("cli.option.sections"))
    command.add_argument("--withdraw", action="store_true", help=texts("cli.option.withdraw"))
    command.set_defaults(wrong=lambda: command.error(texts("cli.share.wrong")))


def _share(desk: Desk, programme: ProgrammeId, asked: Namespace) -> None:
    from workbench.actions.exporting import HeldBack
    from workbench.actions.sharing import share as shared

    known = [section.id for section in desk.words.template.sections]
    said = [name.strip() for name in asked.sections.split(",") if name.strip()]
    try:
        shared(desk, programme, known if said == [EVERYTHING] else said)
    except HeldBack as held:
        told = findings(held.findings, desk.words, asked.lang)
        texts = desk.words.texts[asked.lang]
        raise Stopped(texts("cli.share.held_back", n=len(told)), told) from None


def _told(one: Shared, texts: Texts) -> str:
    time = one.time.astimezone().isoformat(" ", "minutes")
    key = "cli.share.decided" if one.sections else "cli.share.ended"
    return texts(key, time=time, person=one.person, sections=", ".join(one.sections))
