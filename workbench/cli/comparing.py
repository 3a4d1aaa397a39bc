"""The command that compares programmes, and its arguments."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from workbench.actions.desk import Desk
from workbench.cli import telling
from workbench.cli.commands import DONE, at, form_of
from workbench.domain.wording import Texts
from workbench.domain.words import Words
from workbench.store.protocol import Opened, ProgrammeId

FORMS = ("xlsx", "docx", "html", "json")


def takes_programmes(command: ArgumentParser, texts: Texts) -> None:
    """Tell a parser the arguments of `compare`."""
    command.add_argument(
        "path", type=Path, nargs="+", metavar="PATH", help=texts("cli.argument.path")
    )
    command.add_argument("--format", choices=FORMS, help=texts("cli.option.format"))
    command.add_argument(
        "--only-differences", action="store_true", help=texts("cli.option.only_differences")
    )
    command.set_defaults(formats=FORMS)


def compare(asked: Namespace, words: Words) -> int:
    """Compare programmes, unless personal data in one of them holds that back."""
    from workbench.actions.comparing import ComparisonHeldBack, export_comparison

    texts = words.texts[asked.lang]
    places = [at(path, asked, words, "advisor") for path in asked.path]
    opened = _opened(places)
    try:
        made = export_comparison(
            places[0][0],
            opened,
            form_of(asked),
            language=asked.lang,
            only_differences=asked.only_differences,
        )
    except ComparisonHeldBack as held:
        told = telling.findings(held.findings, words, asked.lang)
        message = texts("cli.compare.held_back", n=len(told), programme=held.programme)
        raise telling.Stopped(message, told) from None
    telling.deliver(made.content, asked.output)
    if asked.output:
        telling.say(texts("cli.written", path=asked.output))
    return DONE


def _opened(places: list[tuple[Desk, ProgrammeId]]) -> dict[str, Opened]:
    """Return the descriptions, each by a name of its own, also two files of one name."""
    found: dict[str, Opened] = {}
    for desk, programme in places:
        opened = desk.open(programme)
        names = (f"{programme}{after}" for after in ("", *(f"~{n}" for n in range(2, 99))))
        name = next(name for name in names if found.get(name) in (None, opened))
        found[name] = opened
    return found
