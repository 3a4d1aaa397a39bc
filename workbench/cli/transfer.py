"""The command that takes all programmes to another store."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from workbench.actions.transferring import DONE as DONE_WITH
from workbench.actions.transferring import (
    transfer,
    transfer_advice,
    transfer_sharing,
    transfer_verdicts,
)
from workbench.cli import telling
from workbench.cli.commands import DONE, REFUSED
from workbench.cli.typist import keeper
from workbench.domain.wording import Texts
from workbench.domain.words import Words
from workbench.store.choosing import (
    advice_of,
    is_address,
    sharing_of,
    store_of,
    verdicts_of,
)


def transfer_all(asked: Namespace, words: Words) -> int:
    """Copy every programme to the store that was asked for, and tell what became of each."""
    texts, (folder, database) = words.texts[asked.lang], _place(asked.to)
    source = store_of(asked.programmes, asked.database, words.options)
    target = store_of(folder, database, words.options)
    told = []
    for one in transfer(source, target, dry_run=asked.dry_run, by=keeper(asked)):
        why = " ".join(telling.reasons(one.why, words, texts)) if one.why else ""
        told.append(_told(str(one.programme), str(one.programme), one.outcome, texts, why))
    for name, outcome in _beside(asked, folder, database):
        if outcome != "same":
            told.append(_told(name, texts(f"cli.transfer.{name}"), outcome, texts))
    whole = all(one["outcome"] in DONE_WITH for one in told)
    if asked.json:
        telling.deliver(telling.as_json({"programmes": told, "whole": whole}), asked.output)
    else:
        telling.deliver("".join(f"{one['message']}\n" for one in told), asked.output)
    end = "whole" if whole else "dry_not_whole" if asked.dry_run else "not_whole"
    telling.say(texts(f"cli.transfer.{end}", n=len(told)))
    return DONE if whole else REFUSED


def _beside(asked: Namespace, folder: Path, database: str) -> Iterator[tuple[str, str]]:
    """Copy what stands beside the programmes, and yield what became of each kind of it."""
    here, there = (asked.programmes, asked.database), (folder, database)
    dry, by = asked.dry_run, keeper(asked)
    verdicts = verdicts_of(*here), verdicts_of(*there)
    yield "verdicts", transfer_verdicts(*verdicts, dry_run=dry, by=by)
    yield "sharing", transfer_sharing(sharing_of(*here), sharing_of(*there), dry_run=dry, by=by)
    yield "advice", transfer_advice(advice_of(*here), advice_of(*there), dry_run=dry, by=by)


def takes_place(command: ArgumentParser, texts: Texts) -> None:
    """Say where to."""
    command.add_argument("--to", required=True, metavar="PLACE", help=texts("cli.option.to"))
    command.add_argument("--dry-run", action="store_true", help=texts("cli.option.dry_run"))


def _place(said: str) -> tuple[Path, str]:
    """Return the folder and the database that somebody means with a place; one of them."""
    return (Path(), said) if is_address(said) else (Path(said), "")


def _told(id_: str, name: str, outcome: str, texts: Texts, why: str = "") -> dict[str, str]:
    message = texts(f"cli.transfer.{outcome}", id=name, why=why)
    return {"id": id_, "outcome": outcome, "message": message}
