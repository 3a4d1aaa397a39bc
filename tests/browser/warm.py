"""A process that has loaded what every server loads: from it a server starts in a blink.

Run as a program it reads one line of JSON per server (its port and its environment), starts it as a
process of its own, and writes its number. What a server reads from its environment when it is
imported is loaded only there.
"""

import gc
import importlib
import json
import os
import pkgutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROOMS = ("domain", "rules", "store", "documents", "actions", "api")
LIBRARIES = (
    "pandas",
    "pyarrow",
    "streamlit.web.cli",
    "streamlit.web.bootstrap",
    "streamlit.web.server",
)


class Warm:
    """The process from which servers start; there is one per test process."""

    def __init__(self) -> None:
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        command = [sys.executable, "-m", "tests.browser.warm"]
        self._process = subprocess.Popen(command, cwd=ROOT, **pipes)

    def start(self, port: int, environment: Mapping[str, str]) -> int:
        """Start a server, and return the number of its process."""
        asked = {"port": port, "environment": dict(environment)}
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())


@cache
def warm() -> Warm:
    """Return the process from which this test process starts its servers."""
    return Warm()


def _load() -> None:
    for library in LIBRARIES:
        importlib.import_module(library)
    for room in ROOMS:
        package = importlib.import_module(f"workbench.{room}")
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)
    importlib.import_module("workbench.store.words").load_words()
    gc.freeze()


def _serve(asked: dict) -> None:
    """Become the server; what it says is not for anybody."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(nothing, stream)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.environ.clear()
    os.environ.update(asked["environment"])
    options = ["--server.port", str(asked["port"]), "--server.headless", "true"]
    sys.argv = ["streamlit", "run", "app.py", *options]
    importlib.import_module("streamlit.web.cli").main()


def _main() -> None:
    _load()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for a server that ended
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            try:
                _serve(json.loads(line))
            finally:
                os._exit(1)
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    _main()
