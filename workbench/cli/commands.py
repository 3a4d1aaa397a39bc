"""What each command does; what only one of them needs is imported there, so that all start fast."""

import json
import sys
from argparse import Namespace
from contextlib import suppress
from pathlib import Path
from typing import Any

from workbench.actions.describing import answer, start
from workbench.actions.desk import Desk, Refused
from workbench.actions.files import advice_beside, locate, sharing_beside, validate
from workbench.actions.typed import typed
from workbench.cli import telling
from workbench.cli.both import Contested
from workbench.cli.typist import typist
from workbench.documents.reports.kinds import ADVICE_KINDS
from workbench.domain.changes import Data
from workbench.domain.paths import star, value_at
from workbench.domain.people import Role
from workbench.domain.words import Words
from workbench.store.choosing import store_of
from workbench.store.protocol import Conflict, NotFound, ProgrammeId, Unreadable
from workbench.store.words import SCHEMAS

DONE, REFUSED = 0, 1


def validate_shape(asked: Namespace, words: Words) -> int:
    """Tell every problem with the shape of every file."""
    texts, files, lines = words.texts[asked.lang], [], []
    for path in asked.path:
        with suppress(NotFound):
            desk, programme = at(path, asked, words)
            desk.need("read", programme)
        found = validate(path, asked.programmes, words.options, asked.database)
        told = telling.problems(found, words, texts)
        files.append({"path": str(path), "valid": not told, "problems": told})
        lines += [f"{path}: {problem['message']}" for problem in told]
        lines += [] if told else [texts("cli.valid", path=path)]
    deliver(asked, {"files": files}, lines)
    return DONE if all(file["valid"] for file in files) else REFUSED


def check(asked: Namespace, words: Words) -> int:
    """Tell what the rules find; one damaged description does not hide the others."""
    texts, found = words.texts[asked.lang], [_checked(path, asked, words) for path in asked.path]
    deliver(asked, {"programmes": found}, [telling.checked(one, texts) for one in found])
    return REFUSED if any(one.get("problems") or one["findings"] for one in found) else DONE


def new(asked: Namespace, words: Words) -> int:
    """Start an empty description and tell where it stands."""
    store = store_of(asked.programmes, asked.database, words.options)
    desk = Desk(store, words, typist(asked, asked.institution))
    opened = start(desk, asked.institution, asked.title)
    path = str(opened.id) if asked.database else str(asked.programmes / f"{opened.id}.yaml")
    telling.say(words.texts[asked.lang]("cli.started", title=opened.programme.title))
    deliver(asked, {"id": str(opened.id), "path": path}, [path])
    return DONE


def set_answer(asked: Namespace, words: Words) -> int:
    """Store one answer."""
    texts = words.texts[asked.lang]
    desk, programme = at(asked.path, asked, words)
    text = _standard_input() if asked.value == "-" else asked.value
    value = typed(asked.field, text, words.template)
    before = desk.open(programme).data
    try:
        opened = answer(desk, programme, asked.field, value, seen=asked.seen, make_items=True)
    except Conflict as conflict:
        raise Contested(conflict, asked.field, value) from None
    if item := _new_item(before, opened.data, asked.field):
        telling.say(texts("cli.item_made", item=item))
    telling.say(texts("cli.saved", field=asked.field, revision=opened.revision))
    saved = {"id": str(programme), "field": asked.field, "revision": opened.revision}
    deliver(asked, {**saved, "saved": True}, [])
    return DONE


def export(asked: Namespace, words: Words) -> int:
    """Make a report, unless personal data holds it back."""
    from workbench.actions.exporting import HeldBack
    from workbench.actions.exporting import export as made

    texts = words.texts[asked.lang]
    desk, programme = at(asked.path, asked, words)
    how = {
        "report": asked.report,
        "language": asked.lang,
        "gaps": not asked.leave_out_gaps,
        "revision": asked.revision,
    }
    try:
        if asked.report in ADVICE_KINDS:
            report = _advice(asked, desk, programme)
        else:
            report = made(desk, programme, form_of(asked), **how)
    except HeldBack as held:
        told = telling.findings(held.findings, words, asked.lang)
        raise telling.Stopped(texts("cli.held_back", n=len(told)), told) from None
    telling.deliver(report.content, asked.output)
    if asked.output:
        telling.say(texts("cli.written", path=asked.output))
    return DONE


def _advice(asked: Namespace, desk: Desk, programme: ProgrammeId) -> Any:
    from workbench.actions.writing_letters import export_advice

    if asked.revision is not None or asked.leave_out_gaps:
        raise Refused("advice_of_now_only")
    return export_advice(desk, programme, asked.report, form_of(asked), language=asked.lang)


def schema(asked: Namespace, words: Words) -> int:
    """Write the JSON Schemas."""
    from workbench.rules.schemas import json_schemas

    for name, content in json_schemas(words.template, words.options).items():
        path = (asked.output or SCHEMAS) / name
        telling.deliver(json.dumps(content, ensure_ascii=False, indent=1) + "\n", path)
        telling.say(words.texts[asked.lang]("cli.written", path=path))
    return DONE


def _checked(path: Path, asked: Namespace, words: Words) -> dict[str, Any]:
    from workbench.actions.assessing import examined

    texts = words.texts[asked.lang]
    try:
        desk, programme = at(path, asked, words)
    except NotFound as missing:
        message = telling.reasons(missing, words, texts)[0]
        return {"id": str(path), "problems": [{"line": None, "field": "", "message": message}]}
    try:
        opened = desk.open(programme)
    except Unreadable as damaged:
        told = telling.problems(damaged.problems, words, texts)
        return {"id": str(programme), "problems": told}
    found = examined(desk, opened)
    return {
        "id": str(programme),
        "level": found.level.told(asked.lang),
        "outcomes": found.level.outcomes_told(asked.lang),
        "completeness": found.completeness.told(),
        "researchability": found.researchability.told(asked.lang),
        "tidier": found.tidier.told(asked.lang),
        "recognitions": found.recognitions.told(asked.lang),
        "findings": telling.findings(found.findings, words, asked.lang),
        "disclaimer": texts("level.disclaimer"),
    }


def at(
    path: Path, asked: Namespace, words: Words, usual: Role = "editor"
) -> tuple[Desk, ProgrammeId]:
    """Return a description named by a path, and a desk to work at it; raise NotFound."""
    store, programme = locate(path, asked.programmes, words.options, asked.database)
    person = typist(asked, programme.institution, usual)
    places = (store, asked.programmes, asked.database)
    sharing, advice = sharing_beside(*places), advice_beside(*places)
    return Desk(store, words, person, sharing=sharing, advice=advice), programme


def _new_item(before: Data, after: Data, field: str) -> str | None:
    """Return the address of the item that came with this answer, if it did."""
    parts, place = field.split("."), star(field).split(".")
    if "*" not in place:
        return None
    item = ".".join(parts[: place.index("*") + 1])
    return item if value_at(after, item) and not value_at(before, item) else None


def form_of(asked: Namespace) -> str:
    """Return the form that was asked for, or else the one that the name of the file says."""
    said = asked.output.suffix.lower().removeprefix(".") if asked.output else ""
    unsaid = "json" if asked.json else "docx"
    return str(asked.format or (said if said in asked.formats else unsaid))


def _standard_input() -> str:
    try:
        return sys.stdin.buffer.read().decode("utf-8")
    except UnicodeDecodeError:
        raise Refused("wants_utf8") from None


def deliver(asked: Namespace, values: Any, lines: list[str]) -> None:
    """Hand over a result as JSON or as lines, whichever was asked for."""
    text = "".join(f"{line}\n" for line in lines)
    telling.deliver(telling.as_json(values) if asked.json else text, asked.output)
