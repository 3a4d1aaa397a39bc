"""The commands as other programs call them: real processes, on a copy of the examples."""

import json
import multiprocessing
import os
import shutil
import subprocess
import sys
import traceback
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NoReturn

ROOT = Path(__file__).parents[1]
STREAMS = ("given", "out", "err")


@dataclass
class Result:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@dataclass
class Terminal:
    """Somebody at a prompt, for whom one folder holds the programmes."""

    programmes: Path
    database: str = ""
    """The address of the database that holds them instead."""

    def __call__(self, *arguments: Any, given: str = "", **environment: str) -> Result:
        """Run a command, in a process that imported it already unless its start matters."""
        if "forkserver" in multiprocessing.get_all_start_methods() and not environment:
            return self._from_a_warm_process([str(argument) for argument in arguments], given)
        done = subprocess.run(
            self.command(*arguments),
            input=given.encode(),
            capture_output=True,
            check=False,
            cwd=ROOT,
            env=self.environment(**environment),
        )
        return Result(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    def _from_a_warm_process(self, arguments: list[str], given: str) -> Result:
        # Never a copy of the test process itself: it has threads, and a PDF made in a copy hangs.
        warm = multiprocessing.get_context("forkserver")
        warm.set_forkserver_preload(["pytest", "workbench.cli.main", "tests.terminal"])
        with TemporaryDirectory() as name:
            streams = [Path(name) / stream for stream in STREAMS]
            streams[0].write_bytes(given.encode())
            command = warm.Process(target=_be, args=(arguments, streams, self.environment()))
            command.start()
            command.join()
            out, err = (stream.read_text("utf-8") for stream in streams[1:])
            return Result(command.exitcode or 0, out, err)

    def begin(self, *arguments: Any) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            self.command(*arguments),
            cwd=ROOT,
            env=self.environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def command(self, *arguments: Any) -> list[str]:
        return [sys.executable, "-m", "workbench", *map(str, arguments)]

    def environment(self, **more: str) -> dict[str, str]:
        ours = {"WORKBENCH_PROGRAMMES": str(self.programmes), "WORKBENCH_PERSON": "Noor Voorbeeld"}
        there = {"WORKBENCH_DATABASE_URL": self.database} if self.database else {}
        return {**os.environ, **ours, **there, **more}


def _be(arguments: list[str], streams: Sequence[Path], environment: Mapping[str, str]) -> NoReturn:
    """Carry out a command in this process, with streams of its own, and end the process."""
    from workbench.cli.main import main

    code = 70
    try:
        for number, stream in enumerate(streams):
            flags = os.O_RDONLY if number == 0 else os.O_WRONLY | os.O_CREAT
            os.dup2(os.open(stream, flags), number)
        sys.stdin, sys.stdout, sys.stderr = map(os.fdopen, range(3), "rww")
        os.chdir(ROOT)
        os.environ.update(environment)
        code = main(arguments)
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def examples(folder: Path) -> Path:
    """Copy the examples, without journals, into a folder of programmes."""
    ours = shutil.ignore_patterns("*.jsonl", ".*")
    shutil.copytree(ROOT / "programmes" / "voorbeeld", folder / "voorbeeld", ignore=ours)
    return folder
