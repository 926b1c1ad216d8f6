"""Read a report and use its typed figures: python examples/read_figures.py [FILE]."""

import sys
from pathlib import Path

import gxcheck

SOUND = Path(__file__).parent / "reports" / "sound.txt"


def main(path: str | Path = SOUND) -> None:
    """Print some figures of one report."""
    report = gxcheck.parse(path)
    print(report.year, report.organ.name, f"({report.organ.kind}, form of {report.edition})")
    applications = report.applications
    if applications is None:
        print("no table of applications in this edition")
        return
    print("received:", applications.received.total.value)
    print("  by natural persons:", applications.received.natural_person.value)
    print("refused as state secrets:", applications.refused.state_secret.total.value)
    # A blank cell, a "/" and a cell that is not there stay three different things.
    undivided = applications.other.undivided
    print("undivided other handling:", "not on this form" if undivided is None else undivided)


if __name__ == "__main__":
    main(*sys.argv[1:2])
