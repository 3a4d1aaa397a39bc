"""The commands that keep everything safe: into one archive, and back into an empty folder."""

from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from workbench.cli import telling
from workbench.cli.commands import DONE, REFUSED, deliver
from workbench.cli.typist import keeper
from workbench.domain.problems import Problem
from workbench.domain.sentences import explained, sentence
from workbench.domain.wording import Texts
from workbench.domain.words import Words
from workbench.store.choosing import advice_of, sharing_of, store_of, verdicts_of
from workbench.store.files import FileStore
from workbench.store.protocol import Unreadable

Values = dict[str, Any]


def takes_file(command: ArgumentParser, texts: Texts) -> None:
    """Add the arguments of `backup`."""
    command.set_defaults(wrong=lambda: command.error(texts("cli.backup.needs_file")))


def takes_archive(command: ArgumentParser, texts: Texts) -> None:
    """Add the arguments of `restore-backup`."""
    command.add_argument("file", type=Path, metavar="FILE", help=texts("cli.argument.archive"))


def backup(asked: Namespace, words: Words) -> int:
    """Write every description with its history to one archive, while people work."""
    from workbench.actions.keeping import back_up, overlooked

    if asked.output is None:
        asked.wrong()
    texts, here = words.texts[asked.lang], (asked.programmes, asked.database)
    store, verdicts = store_of(*here, words.options), verdicts_of(*here)
    moment, beside = datetime.now(UTC), (sharing_of(*here), advice_of(*here))
    done = back_up(store, verdicts, asked.output, moment, *beside, by=keeper(asked))
    missed, doubtful = (
        {
            str(programme): [explained(problem, texts) for problem in problems]
            for programme, problems in found.items()
        }
        for found in (done.missed, done.doubtful)
    )
    strangers = [] if asked.database else overlooked(asked.programmes)
    names = [str(path.relative_to(asked.programmes)) for path in strangers]
    lines = [
        texts("cli.backup.missed", path=path, why=" ".join(why)) for path, why in missed.items()
    ]
    lines += [
        texts("cli.backup.doubtful", path=path, why=" ".join(why)) for path, why in doubtful.items()
    ]
    lines += [texts("cli.backup.overlooked", path=name) for name in names]
    kilobytes = -(-done.bytes // 1000)
    lines += [texts("cli.backup.done", n=len(done.programmes), path=asked.output, kb=kilobytes)]
    telling.say("\n".join(lines))
    if asked.json:
        values = {
            "file": str(asked.output),
            "made": done.made.isoformat(),
            "programmes": [str(programme) for programme in done.programmes],
            "verdicts": done.verdicts,
            "advice": done.advice,
            "bytes": done.bytes,
            "missed": missed,
            "doubtful": doubtful,
            "overlooked": names,
        }
        telling.deliver(telling.as_json(values), None)
    return REFUSED if missed else DONE


def restore_backup(asked: Namespace, words: Words) -> int:
    """Put an archive in an empty folder, verify everything, and tell what came back."""
    from workbench.actions.keeping import bring_back, unpacked

    texts, folder = words.texts[asked.lang], asked.programmes
    try:
        file = asked.file.open("rb")
    except FileNotFoundError:
        raise Unreadable([Problem("no_file")]) from None
    except OSError as error:
        raise Unreadable([Problem("not_readable", values={"reason": error.strerror})]) from None
    with file:
        kept = unpacked(file, folder)
        store = FileStore(folder, words.options)
        returned = [
            {
                "id": str(one.id),
                "revisions": one.revisions,
                "valid": not one.problems,
                "problems": [sentence(problem, texts, words.template) for problem in one.problems],
            }
            for one in bring_back(store, folder, kept, by=keeper(asked))
        ]
    values = {"made": kept.made, "workbench": kept.workbench, "programmes": returned}
    deliver(asked, values, [line for one in returned for line in _row(one, texts)])
    wrong = sum(not one["valid"] for one in returned)
    key = "cli.restore_backup.wrong" if wrong else "cli.restore_backup.done"
    made = f"{datetime.fromisoformat(kept.made):%Y-%m-%d %H:%M %Z}"
    telling.say(texts(key, n=len(returned), wrong=wrong, made=made, folder=folder))
    return REFUSED if wrong else DONE


def _row(one: Values, texts: Texts) -> list[str]:
    """Return what came back of one programme, with what is wrong below it."""
    key = "cli.restore_backup.fine" if one["valid"] else "cli.restore_backup.not_fine"
    wide, n = f"{one['id']:<40}", f"{one['revisions']:>6}"
    return [texts(key, programme=wide, n=n), *(f"    {problem}" for problem in one["problems"])]
