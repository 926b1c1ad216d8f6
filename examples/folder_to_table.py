"""A folder of reports as a table of figures (CSV): python examples/folder_to_table.py [FOLDER]."""

import csv
import sys
from pathlib import Path

import gxcheck

REPORTS = Path(__file__).parent / "reports"
COLUMNS = ["file", "year", "organ", "received", "carried", "closed", "carried_forward", "errors"]


def row_of(path: Path) -> dict[str, object]:
    """One report's row; a cell that holds no number stays empty."""
    review = gxcheck.review(path)
    report = review.report
    row: dict[str, object] = {"file": path.name, "year": report.year, "organ": report.organ.name}
    if report.applications:
        for name in ("received", "carried", "closed", "carried_forward"):
            row[name] = getattr(report.applications, name).total.value
    row["errors"] = sum(finding.level == "error" for finding in review.findings)
    return row


def main(folder: str | Path = REPORTS) -> None:
    """Print a table with one row for each report of a folder, in whatever format it is."""
    table = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
    table.writeheader()
    for path in sorted(Path(folder).iterdir()):
        try:
            table.writerow(row_of(path))
        except gxcheck.ReadError as unreadable:
            print(unreadable, file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:2])
