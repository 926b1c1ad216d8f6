"""Check a report and print its findings: python examples/check_report.py [FILE]."""

import sys
from pathlib import Path

import gxcheck

FAULTY = Path(__file__).parent / "reports" / "faulty.txt"


def main(path: str | Path = FAULTY) -> None:
    """Print every finding of one report."""
    for finding in gxcheck.check(path):
        place = finding.location.label if finding.location else "全文"
        print(f"{finding.level:8} {finding.rule:24} {place}")
        print(f"         {finding.message}")


if __name__ == "__main__":
    main(*sys.argv[1:2])
