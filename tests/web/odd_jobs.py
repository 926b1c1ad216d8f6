"""Jobs that go wrong, for workers to survive; a worker finds them here by name."""

import os
import time

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
        time.sleep(0.5)
    return job.name.encode()
