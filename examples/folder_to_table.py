"""A folder of reports as a table of figures (CSV): python examples/folder_to_table.py [FOLDER]."""

import csv
import sys
from pathlib import Path

import gxcheck

REPORTS = Path(__file__).parent / "reports"
COLUMNS = ["file", "year", "organ", "received", "carried", "closed", "carried_forward", "errors"]


def row_of(path: Path) -> dict[str, object] | None:
    """One report's row, None of one that cannot be read; a cell without a number stays empty."""
    try:
        review = gxcheck.review(path)
    except gxcheck.ReadError as unreadable:
        print(unreadable, file=sys.stderr)
        return None
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
    rows = map(row_of, sorted(path for path in Path(folder).iterdir() if path.is_file()))
    table.writerows(row for row in rows if row)


if __name__ == "__main__":
    main(*sys.argv[1:2])
