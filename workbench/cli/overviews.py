"""The commands for all programmes at once: the overview, and what is seen across programmes."""

import re
from argparse import ArgumentParser, Namespace
from typing import Any

from workbench.actions.desk import Desk
from workbench.cli import telling
from workbench.cli.commands import DONE, REFUSED, deliver, form_of
from workbench.cli.typist import typist
from workbench.domain.wording import Texts
from workbench.domain.words import Words
from workbench.store.choosing import briefs_of, store_of

OVERVIEW_FORMS = ("xlsx", "csv", "docx", "html", "json")
ACROSS_FORMS = ("xlsx", "docx", "html", "json")
VIEWS = (
    "place", "rights", "agreements", "bottlenecks", "tools", "implementation", "steps",
    "experiences",
)  # fmt: skip
STEPS = ("all", "to_do", "late")


def takes_overview(command: ArgumentParser, texts: Texts) -> None:
    """Tell a parser the arguments of `overview`."""
    command.add_argument("--find", metavar="WORDS", help=texts("cli.option.find"))
    command.add_argument("--format", choices=OVERVIEW_FORMS, help=texts("cli.option.format"))
    command.set_defaults(formats=OVERVIEW_FORMS)


def takes_across(command: ArgumentParser, texts: Texts) -> None:
    """Tell a parser the arguments of `across`."""
    command.add_argument(
        "--view", choices=VIEWS, action="append", default=[], help=texts("cli.option.view")
    )
    command.add_argument("--steps", choices=STEPS, default="all", help=texts("cli.option.steps"))
    command.add_argument("--format", choices=ACROSS_FORMS, help=texts("cli.option.format"))
    command.set_defaults(formats=ACROSS_FORMS)


def overview(asked: Namespace, words: Words) -> int:
    """Tell all programmes in short, or hand them over as a document."""
    from workbench.actions.across import export_overview
    from workbench.actions.overseeing import oversight, search
    from workbench.documents.overviews.programmes import overview_views
    from workbench.documents.overviews.report import told
    from workbench.documents.overviews.telling import Telling

    desk, how = _desk(asked, words), Telling(words, asked.lang)
    seen = oversight(desk)
    programmes = sorted(seen.programmes, key=lambda one: one.programme)
    hits = search(desk, asked.find, programmes) if asked.find else []
    if asked.find:
        programmes = [one for one in programmes if any(hit.one == one for hit in hits)]
    for damaged in seen.damaged:
        telling.say(words.texts[asked.lang]("cli.overview.damaged", programme=damaged.id))
    code = REFUSED if seen.damaged else DONE
    if _as_document(asked):
        made = export_overview(desk, programmes, form_of(asked), how)
        telling.deliver(made.content, asked.output)
        if asked.output:
            telling.say(words.texts[asked.lang]("cli.written", path=asked.output))
        return code
    views = overview_views(programmes, how)
    values: dict[str, Any] = told("overview", views, how, desk.today())
    values["damaged"] = [str(one.id) for one in seen.damaged]
    if asked.find:
        values["found"] = [
            {"programme": hit.one.programme, "path": hit.path, "text": hit.text} for hit in hits
        ]
    lines = ["\t".join(map(str, row)) for row in (views[0].head, *views[0].texts)]
    lines += [_hit(hit.one.programme, hit.path, hit.text, words.texts[asked.lang]) for hit in hits]
    deliver(asked, values, [*lines, words.texts[asked.lang]("level.disclaimer")])
    return code


def across(asked: Namespace, words: Words) -> int:
    """Hand over what is seen across programmes."""
    from workbench.actions.across import export_across
    from workbench.actions.overseeing import oversight

    desk = _desk(asked, words)
    programmes = oversight(desk).programmes
    made = export_across(
        desk, programmes, form_of(asked), asked.lang, names=asked.view, steps=asked.steps
    )
    telling.deliver(made.content, asked.output)
    if asked.output:
        telling.say(words.texts[asked.lang]("cli.written", path=asked.output))
    return DONE


def _as_document(asked: Namespace) -> bool:
    said = asked.output.suffix.lower().removeprefix(".") if asked.output else ""
    return bool(asked.format) or said in asked.formats


def _hit(programme: str, path: str, text: str, texts: Texts) -> str:
    line = re.sub(r"\s+", " ", text)
    return texts("cli.overview.hit", programme=programme, place=path, text=line)


def _desk(asked: Namespace, words: Words) -> Desk:
    """Return the desk of whoever types here, who sees the whole folder or database."""
    store = store_of(asked.programmes, asked.database, words.options)
    briefs = briefs_of(asked.programmes, asked.database)
    return Desk(store, words, typist(asked, "", "advisor"), briefs=briefs)
