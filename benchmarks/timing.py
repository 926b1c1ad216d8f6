"""Timing that can be compared: both sides in turn, medians, ratios."""

from __future__ import annotations

import gc
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence

__all__ = ["Work", "milliseconds", "processes", "show"]

Work = Callable[[], object]


def milliseconds(
    works: Mapping[str, Work], rounds: int = 9, least: float = 0.05
) -> dict[str, float]:
    """The median time of one call of each work, in milliseconds; the works take turns.

    A turn takes `least` seconds, so that what is cold after the collector has run does not count.
    """
    repeats = {name: _repeats(work, least) for name, work in works.items()}
    times: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            gc.collect()  # nobody pays for what another left behind
            start = time.perf_counter()
            for _ in range(repeats[name]):
                work()
            times[name].append((time.perf_counter() - start) / repeats[name] * 1000)
    return {name: statistics.median(values) for name, values in times.items()}


def _repeats(work: Work, least: float) -> int:
    work()
    start = time.perf_counter()
    work()
    return max(1, round(least / max(time.perf_counter() - start, 1e-9)))


def processes(
    commands: Mapping[str, Sequence[str]], environment: Mapping[str, str], rounds: int = 15
) -> dict[str, float]:
    """The median wall time of each command as a whole process, in milliseconds; in turns."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            start = time.perf_counter()
            subprocess.run(command, env=dict(environment), stdout=subprocess.DEVNULL, check=False)
            if number:  # the first round only warms the disk
                times[name].append((time.perf_counter() - start) * 1000)
    return {name: statistics.median(values) for name, values in times.items()}


def show(title: str, rows: Sequence[tuple[str, str]]) -> None:
    """Print a table of names and values."""
    width = max(len(name) for name, _ in rows)
    print(f"\n{title}")
    for name, value in rows:
        print(f"  {name:<{width}}  {value}")
