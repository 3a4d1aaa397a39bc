"""The commands as other programs call them: real processes, on a copy of the examples."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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
        done = subprocess.run(
            self.command(*arguments),
            input=given.encode(),
            capture_output=True,
            check=False,
            cwd=ROOT,
            env=self.environment(**environment),
        )
        return Result(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

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


def examples(folder: Path) -> Path:
    """Copy the examples, without journals, into a folder of programmes."""
    ours = shutil.ignore_patterns("*.jsonl", ".*")
    shutil.copytree(ROOT / "programmes" / "voorbeeld", folder / "voorbeeld", ignore=ours)
    return folder
