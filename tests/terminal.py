"""The commands as other programs call them: processes of their own, on a copy of the examples."""

import json
import os
import shutil
import subprocess
import sys
import traceback
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, NoReturn

from workbench.cli.main import main

ROOT = Path(__file__).parents[1]


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

    def __call__(self, *arguments: Any, given: str = "", **environment: str) -> Result:
        """Run a command: in a copy of this process, or in a fresh one where its start matters."""
        if hasattr(os, "fork") and not environment:
            return self._in_a_copy([str(argument) for argument in arguments], given)
        done = subprocess.run(
            self.command(*arguments),
            input=given.encode(),
            capture_output=True,
            check=False,
            cwd=ROOT,
            env=self.environment(**environment),
        )
        return Result(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    def _in_a_copy(self, arguments: list[str], given: str) -> Result:
        with ExitStack() as opened:
            streams = [opened.enter_context(TemporaryFile()) for _ in range(3)]
            streams[0].write(given.encode())
            streams[0].seek(0)
            child = os.fork()
            if child == 0:
                self._be_the_command(arguments, [stream.fileno() for stream in streams])
            code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
            out, err = (_all_of(stream).decode("utf-8") for stream in streams[1:])
            return Result(code, out, err)

    def _be_the_command(self, arguments: list[str], streams: list[int]) -> NoReturn:
        """Carry out a command in this process, with streams of its own, and end the process."""
        code = 70
        try:
            for place, stream in enumerate(streams):
                os.dup2(stream, place)
            sys.stdin, sys.stdout, sys.stderr = map(os.fdopen, range(3), "rww")
            os.chdir(ROOT)
            os.environ.update(self.environment())
            code = main(arguments)
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
        except BaseException:
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)

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
        return {**os.environ, **ours, **more}


def _all_of(stream: Any) -> bytes:
    stream.seek(0)
    return bytes(stream.read())


def examples(folder: Path) -> Path:
    """Copy the examples, without journals, into a folder of programmes."""
    ours = shutil.ignore_patterns("*.jsonl", ".*")
    shutil.copytree(ROOT / "programmes" / "voorbeeld", folder / "voorbeeld", ignore=ours)
    return folder
