"""The commands that look back, go back, name a version, and check that nothing was altered."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from workbench.actions.desk import Refused
from workbench.actions.going_back import name_version, restore
from workbench.actions.history import History, verified
from workbench.actions.history import history as looked_back
from workbench.cli import telling
from workbench.cli.commands import DONE, REFUSED, at, deliver
from workbench.domain.sentences import explained
from workbench.domain.wording import Texts
from workbench.domain.words import Words
from workbench.rules.entries import Entry, about
from workbench.store.protocol import NotFound, ProgrammeId, Store, Unreadable

Values = dict[str, Any]


def history(asked: Namespace, words: Words) -> int:
    """Tell what people changed, newest first; of one question with what stood there."""
    desk, programme = at(asked.path, asked, words)
    found = looked_back(desk, programme)
    told = _told(found, _chosen(found, asked.field), asked, words)
    values = {
        "id": str(programme),
        "versions": [_version(version) for version in found.versions],
        "entries": told,
    }
    lines = [line for one in told for line in _lines(one, with_words=bool(asked.field))]
    deliver(asked, values, lines or [words.texts[asked.lang]("cli.history.nothing")])
    return DONE


def go_back(asked: Namespace, words: Words) -> int:
    """Put a description back as it stood at a revision, as a new revision."""
    desk, programme = at(asked.path, asked, words)
    before = desk.open(programme).revision
    opened = restore(desk, programme, asked.revision, seen=asked.seen)
    changed = opened.revision != before
    key = "cli.restored" if changed else "cli.restored_nothing"
    telling.say(words.texts[asked.lang](key, of=asked.revision, revision=opened.revision))
    values = {"id": str(programme), "of": asked.revision, "revision": opened.revision}
    deliver(asked, {**values, "restored": changed}, [])
    return DONE


def version(asked: Namespace, words: Words) -> int:
    """Give the description as it stands a name."""
    desk, programme = at(asked.path, asked, words)
    name_version(desk, programme, asked.name)
    named = looked_back(desk, programme).versions[-1]
    told = words.texts[asked.lang]("cli.version_named", name=named.name, revision=named.revision)
    telling.say(told)
    deliver(asked, {"id": str(programme), **_version(named)}, [])
    return DONE


def verify(asked: Namespace, words: Words) -> int:
    """Tell what is wrong with the record of every description; one does not hide the others."""
    found = [_verified(path, asked, words) for path in asked.path]
    lines = [line for one in found for line in one.pop("lines")]
    deliver(asked, {"programmes": found}, lines)
    return DONE if all(one["valid"] for one in found) else REFUSED


def takes_history(command: ArgumentParser, texts: Texts) -> None:
    """Add the arguments of `history`."""
    _takes_path(command, texts)
    command.add_argument("--field", metavar="FIELD", help=texts("cli.option.field"))


def takes_revision(command: ArgumentParser, texts: Texts) -> None:
    """Add the arguments of `restore`."""
    _takes_path(command, texts)
    command.add_argument(
        "revision", type=int, metavar="REVISION", help=texts("cli.argument.revision")
    )
    command.add_argument(
        "--seen", type=int, metavar="REVISION", help=texts("cli.option.seen_whole")
    )


def takes_name(command: ArgumentParser, texts: Texts) -> None:
    """Add the arguments of `version`."""
    _takes_path(command, texts)
    command.add_argument("name", metavar="NAME", help=texts("cli.argument.name"))


def _takes_path(command: ArgumentParser, texts: Texts) -> None:
    command.add_argument("path", type=Path, metavar="PATH", help=texts("cli.argument.path"))


def _chosen(found: History, field: str | None) -> list[Entry]:
    chosen = list(about(found.entries, field)) if field else found.entries
    if field and not chosen:
        raise Refused("no_history", path=field)
    return chosen[::-1]


def _told(found: History, chosen: list[Entry], asked: Namespace, words: Words) -> list[Values]:
    from workbench.documents.deeds import changes, deed

    states = found.states({n for entry in chosen for n in (entry.before, entry.revision)})
    told = []
    for entry in chosen:
        around = (entry, states[entry.before], states[entry.revision], words, asked.lang)
        said = [
            {"what": one.what, "path": one.path, "label": one.label, "old": one.old, "new": one.new}
            for one in changes(*around)
            if not asked.field or one.path.startswith(asked.field)
        ]
        told.append({**_entry(found, entry), "told": deed(*around).line, "changes": said})
    return told


def _entry(found: History, entry: Entry) -> Values:
    return {
        "revision": entry.revision,
        "first_revision": entry.before + 1,
        "began": entry.began.isoformat(),
        "ended": entry.ended.isoformat(),
        "person": entry.person.name,
        "kind": entry.kind,
        "path": entry.path,
        "of": entry.of,
        "undone_by": found.undone.get(entry.revision),
    }


def _version(version: Any) -> Values:
    stamp = version.stamp
    return {
        "name": version.name,
        "revision": version.revision,
        "time": stamp.time.isoformat(),
        "person": stamp.person,
    }


def _lines(one: Values, *, with_words: bool) -> Iterator[str]:
    """Yield an entry as lines: a line of its own, and what stood there where that was asked."""
    times = (datetime.fromisoformat(one[name]).astimezone() for name in ("began", "ended"))
    began, ended = (f"{time:%Y-%m-%d %H:%M}" for time in times)
    until = f"–{ended[11:]}" if ended[:10] == began[:10] and ended != began else ""
    person = one["person"] or "-"
    yield f"{one['revision']}\t{began}{until}\t{person}\t{one['told']}"
    if with_words:
        for change in one["changes"]:
            yield from (f"\t- {line}" for line in change["old"].splitlines())
            yield from (f"\t+ {line}" for line in change["new"].splitlines())


def _revisions(store: Store, programme: ProgrammeId) -> int:
    try:
        return len(store.history(programme))
    except Unreadable:  # what is wrong was told already; the other descriptions are told too
        return 0


def _verified(path: Path, asked: Namespace, words: Words) -> Values:
    texts = words.texts[asked.lang]
    try:
        desk, programme = at(path, asked, words)
        problems = verified(desk, programme)
        kept = _revisions(desk.store, programme)
    except NotFound as missing:
        said = telling.reasons(missing, words, texts)[0]
        problem = {"key": "not_found", "line": None, "message": said}
        return {"path": str(path), "valid": False, "problems": [problem], "lines": [said]}
    told = [
        {"key": one.key, "line": one.values.get("number"), "message": explained(one, texts)}
        for one in problems
    ]
    fine = texts("cli.verified" if kept else "cli.verified_nothing", path=path, n=kept)
    return {
        "path": str(path),
        "id": str(programme),
        "valid": not told,
        "revisions": kept,
        "problems": told,
        "lines": [f"{path}: {one['message']}" for one in told] or [fine],
    }
