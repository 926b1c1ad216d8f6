"""`python -m tools.places DIR`: build rules/places.json from a folder of archives."""

from __future__ import annotations

import argparse
from pathlib import Path

from tools.places.content import build, render

TARGET = Path(__file__).resolve().parents[2] / "rules" / "places.json"


def main() -> None:
    """Build the file from the folder of archives."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.places",
        description="Build rules/places.json from pinned packages.",
    )
    parser.add_argument("folder", type=Path, help="folder with the downloaded archives")
    parser.add_argument("--target", type=Path, default=TARGET)
    options = parser.parse_args()
    text = render(build(options.folder))
    options.target.write_text(text, encoding="utf-8")
    print(f"{options.target.name}: {len(text.encode()) / 1024:.0f} KB")


if __name__ == "__main__":
    main()
