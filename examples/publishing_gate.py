"""A publishing system's gate: refuse a report with errors, publish one without.

python examples/publishing_gate.py FILE…  exits with 1 if any report was refused.
"""

import sys
from pathlib import Path

import gxcheck

REPORTS = Path(__file__).parent / "reports"


def may_publish(path: Path) -> bool:
    """Whether a report may go to the public: it can be read and no error stands in it."""
    try:
        findings = gxcheck.check(path)
    except gxcheck.ReadError as unreadable:
        print(f"{path.name}: unreadable: {unreadable}")
        return False
    errors = [finding for finding in findings if finding.level == "error"]
    for error in errors:
        print(f"{path.name}: {error.rule}: {error.message}")
    return not errors


def main(*paths: Path) -> int:
    """Judge all reports; 1 if any is refused."""
    verdicts = {path: may_publish(path) for path in paths}
    for path, passed in verdicts.items():
        print(f"{path.name}: {'published' if passed else 'refused'}")
    return int(not all(verdicts.values()))


if __name__ == "__main__":
    given = [Path(argument) for argument in sys.argv[1:]]
    sys.exit(main(*(given or [REPORTS / "sound.txt", REPORTS / "faulty.txt"])))
