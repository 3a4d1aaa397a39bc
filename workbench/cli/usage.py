"""The commands with their arguments, explained in the language that is asked for."""

import argparse
import os
from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from workbench.cli import (
    commands,
    comparing,
    history,
    keeping,
    overviews,
    rights,
    sharing,
    stepping,
    transfer,
)
from workbench.documents.reports.kinds import ADVICE_KINDS, KINDS
from workbench.domain.people import ROLES
from workbench.domain.wording import LANGUAGES, Language, Texts
from workbench.domain.words import Words
from workbench.store.choosing import database_asked

PROGRAMMES = Path(__file__).parents[2] / "programmes"
FORMATS = ("docx", "pdf", "html", "md", "json", "yaml")

Run = Callable[[argparse.Namespace, Words], int]


def parser(texts: Texts) -> ArgumentParser:
    """Return the parser of every command; it speaks the language of these texts."""
    _speak(texts)
    made = ArgumentParser(
        prog="python -m workbench",
        description=texts("cli.about"),
        parents=[_options(texts, _defaults())],
        allow_abbrev=False,
    )
    names = made.add_subparsers(
        dest="command", required=True, metavar="COMMAND", title=texts("cli.commands")
    )
    for name, (run, fill) in COMMANDS.items():
        says = texts(f"cli.{name}")
        command = names.add_parser(
            name,
            parents=[_options(texts, {})],
            help=says,
            description=says,
            allow_abbrev=False,
        )
        command.set_defaults(run=run)
        fill(command, texts)
    return made


def language_in(arguments: Sequence[str]) -> Language:
    """Return the language asked for, known before anything can be wrong with the rest."""
    said = [after for before, after in pairwise(arguments) if before == "--lang"]
    said += [a.removeprefix("--lang=") for a in arguments if a.startswith("--lang=")]
    return next((language for language in LANGUAGES if language in said), "nl")


def _speak(texts: Texts) -> None:
    """Let argparse say its own sentences in this language, as `argparse.*` in the catalogue."""
    catalogue = texts.catalogue
    keys = [key for key in catalogue if key.startswith("argparse.") and f"{key}.en" in catalogue]
    ours = {catalogue[f"{key}.en"]: catalogue[key] for key in keys}
    words: Any = argparse
    words._ = lambda text: ours.get(text, text)
    words.ngettext = lambda one, many, n: words._(one if n == 1 else many)


def _defaults() -> dict[str, Any]:
    folder = Path(os.environ.get("WORKBENCH_PROGRAMMES") or PROGRAMMES)
    database = database_asked()
    plain = {"lang": "nl", "json": False, "output": None, "role": None, "at": None}
    return {"programmes": folder, "database": database, **plain}


class _Folder(argparse.Action):
    """A folder that somebody names is used even where a database is set up."""

    def __call__(self, _: Any, asked: argparse.Namespace, value: Any, __: Any = None) -> None:
        asked.programmes, asked.database = value, ""


def _options(texts: Texts, defaults: dict[str, Any]) -> ArgumentParser:
    """Return the options of every command; without defaults they may also stand before it."""
    options = ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    options.add_argument(
        "--programmes",
        type=Path,
        metavar="DIR",
        action=_Folder,
        help=texts("cli.option.programmes"),
    )
    options.add_argument("--lang", choices=LANGUAGES, help=texts("cli.option.lang"))
    options.add_argument("--json", action="store_true", help=texts("cli.option.json"))
    options.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help=texts("cli.option.output")
    )
    options.add_argument("--as", dest="role", choices=ROLES, help=texts("cli.option.as"))
    options.add_argument("--at", metavar="INSTITUTION", help=texts("cli.option.at"))
    options.set_defaults(**defaults)
    return options


def _takes_paths(command: ArgumentParser, texts: Texts) -> None:
    command.add_argument(
        "path", type=Path, nargs="+", metavar="PATH", help=texts("cli.argument.path")
    )


def _takes_path(command: ArgumentParser, texts: Texts) -> None:
    command.add_argument("path", type=Path, metavar="PATH", help=texts("cli.argument.path"))


def _takes_title(command: ArgumentParser, texts: Texts) -> None:
    command.add_argument(
        "institution", metavar="INSTITUTION", help=texts("cli.argument.institution")
    )
    command.add_argument("title", metavar="TITLE", help=texts("cli.argument.title"))


def _takes_answer(command: ArgumentParser, texts: Texts) -> None:
    _takes_path(command, texts)
    command.add_argument("field", metavar="FIELD", help=texts("cli.argument.field"))
    command.add_argument("value", metavar="VALUE", help=texts("cli.argument.value"))
    command.add_argument("--seen", type=int, metavar="REVISION", help=texts("cli.option.seen"))


def _takes_report(command: ArgumentParser, texts: Texts) -> None:
    _takes_path(command, texts)
    command.add_argument(
        "--report",
        choices=(*KINDS, *ADVICE_KINDS),
        default="werkblad",
        help=texts("cli.option.report"),
    )
    command.add_argument("--format", choices=FORMATS, help=texts("cli.option.format"))
    command.add_argument(
        "--leave-out-gaps", action="store_true", help=texts("cli.option.leave_out_gaps")
    )
    command.add_argument(
        "--revision", type=int, metavar="REVISION", help=texts("cli.option.revision")
    )
    command.set_defaults(formats=FORMATS)


def _takes_nothing(_command: ArgumentParser, _texts: Texts) -> None:
    pass


COMMANDS: dict[str, tuple[Run, Callable[[ArgumentParser, Texts], None]]] = {
    "validate": (commands.validate_shape, _takes_paths),
    "check": (commands.check, _takes_paths),
    "new": (commands.new, _takes_title),
    "set": (commands.set_answer, _takes_answer),
    "export": (commands.export, _takes_report),
    "history": (history.history, history.takes_history),
    "restore": (history.go_back, history.takes_revision),
    "version": (history.version, history.takes_name),
    "step": (stepping.step, stepping.takes_step),
    "share": (sharing.share, sharing.takes_sections),
    "verify": (history.verify, _takes_paths),
    "compare": (comparing.compare, comparing.takes_programmes),
    "overview": (overviews.overview, overviews.takes_overview),
    "across": (overviews.across, overviews.takes_across),
    "backup": (keeping.backup, keeping.takes_file),
    "restore-backup": (keeping.restore_backup, keeping.takes_archive),
    "schema": (commands.schema, _takes_nothing),
    "rights": (rights.rights, _takes_nothing),
    "transfer": (transfer.transfer_all, transfer.takes_place),
}
