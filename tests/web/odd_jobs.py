"""Jobs that go wrong, for workers to survive; a worker finds them here by name."""

import os
import time
from pathlib import Path

from gxcheck.errors import ReadError


def work(job):
    if job.name == "hang":
        time.sleep(60)
    if job.name == "die":
        os._exit(3)
    if job.name == "crash":
        raise RuntimeError
    if job.name == "refuse":
        raise ReadError("读不了", "cannot be read")
    if job.name == "slow":
        time.sleep(1)
    if job.name == "hold":
        hold(Path(job.content.decode()) / "held")
    return job.name.encode()


def hold(file):
    """Work for long with a file that is to be gone in the end."""
    file.touch()
    try:
        time.sleep(60)
    finally:
        file.unlink()
