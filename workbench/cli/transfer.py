"""The command that takes all programmes to another store."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from workbench.actions.transferring import DONE as DONE_WITH
from workbench.actions.transferring import transfer
from workbench.cli import telling
from workbench.cli.commands import DONE, REFUSED
from workbench.domain.wording import Texts
from workbench.domain.words import Words
from workbench.store.choosing import is_address, store_of


def transfer_all(asked: Namespace, words: Words) -> int:
    """Copy every programme to the store that was asked for, and tell what became of each."""
    texts = words.texts[asked.lang]
    source = store_of(asked.programmes, asked.database, words.options)
    database = asked.to if is_address(asked.to) else ""
    target = store_of(Path(asked.to), database, words.options)
    told = []
    for one in transfer(source, target, dry_run=asked.dry_run):
        why = " ".join(telling.reasons(one.why, words, texts)) if one.why else ""
        message = texts(f"cli.transfer.{one.outcome}", id=one.programme, why=why)
        told.append({"id": str(one.programme), "outcome": one.outcome, "message": message})
    whole = all(one["outcome"] in DONE_WITH for one in told)
    if asked.json:
        telling.deliver(telling.as_json({"programmes": told, "whole": whole}), asked.output)
    else:
        telling.deliver("".join(f"{one['message']}\n" for one in told), asked.output)
    end = "whole" if whole else "not_whole"
    telling.say(texts(f"cli.transfer.{end}", n=len(told)))
    return DONE if whole else REFUSED


def takes_place(command: ArgumentParser, texts: Texts) -> None:
    """Say where to."""
    command.add_argument("--to", required=True, metavar="PLACE", help=texts("cli.option.to"))
    command.add_argument("--dry-run", action="store_true", help=texts("cli.option.dry_run"))
