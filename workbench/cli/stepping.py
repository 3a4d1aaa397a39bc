"""The command that takes a step on the way to recognition, and its arguments."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from workbench.cli.commands import DONE, at, deliver
from workbench.cli.telling import say
from workbench.domain.wording import Texts
from workbench.domain.words import Words
from workbench.rules.procedure import STEP_NAMES


def step(asked: Namespace, words: Words) -> int:
    """Take a step, or tell how far a programme is and which steps there are now."""
    from workbench.actions.stepping import procedure
    from workbench.actions.stepping import step as taken

    texts = words.texts[asked.lang]
    desk, programme = at(asked.path, asked, words)
    if asked.step:
        opened = taken(desk, programme, asked.step, asked.reason or "")
        say(texts("cli.stepped", status=texts(f"programme_status.{opened.status}")))
    found = procedure(desk, programme)
    lines = [texts("cli.status", status=texts(f"programme_status.{found.status}"))]
    lines += [texts("cli.steps")] if found.possible else []
    lines += [f"  {name}\t{texts(f'procedure.step.{name}')}" for name in found.possible]
    values = {
        "id": str(programme),
        "status": found.status,
        "possible": list(found.possible),
        "taken": [
            {
                "revision": line.revision,
                "time": line.time.isoformat(),
                "person": line.person.name,
                **line.change.new,
            }
            for line in found.taken
        ],
    }
    deliver(asked, values, lines)
    return DONE


def takes_step(command: ArgumentParser, texts: Texts) -> None:
    """Tell a parser the arguments of `step`."""
    command.add_argument("path", type=Path, metavar="PATH", help=texts("cli.argument.path"))
    command.add_argument("step", nargs="?", choices=STEP_NAMES, help=texts("cli.argument.step"))
    command.add_argument("--reason", help=texts("cli.option.reason"))
