"""The app as a process of its own, to be measured from outside."""

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]
PORT = 8599


@contextmanager
def serving(programmes: Path, **environment: str) -> Iterator[int]:
    """Run the app on a folder of programmes while the block lasts; gives its process number."""
    command = [
        sys.executable, "-m", "streamlit", "run", "app.py",
        "--server.port", str(PORT), "--server.headless", "true",
    ]  # fmt: skip
    around = {**os.environ, "WORKBENCH_PROGRAMMES": str(programmes), **environment}
    with subprocess.Popen(
        command, cwd=ROOT, env=around, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        try:
            _wait_until_up()
            yield server.pid
        finally:
            server.terminate()


def memory(process: int) -> int:
    """Return the megabytes that a process holds in memory now; Linux only."""
    lines = Path(f"/proc/{process}/status").read_text("utf-8").splitlines()
    held = next(line for line in lines if line.startswith("VmRSS"))
    return int(held.split()[1]) // 1024


def worked(process: int) -> float:
    """Return the seconds that a process has kept a core busy so far; Linux only."""
    said = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(said[11]) + int(said[12])) / os.sysconf("SC_CLK_TCK")


def _wait_until_up() -> None:
    for _ in range(600):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{PORT}/api/health", timeout=1):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.02)
    raise TimeoutError("the server did not start")
