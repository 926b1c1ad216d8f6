"""Puts real screens into the READMEs: python -m tools.screens, when what people see changes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CHECK = "gxcheck check examples/reports/faulty.txt"
SCREENS = {"README.md": f"{CHECK} --lang en", "README.zh-CN.md": CHECK}
SHOWN = [("contact-phone-invalid", 0), ("applications-balance", 1), ("section-numbering", 0)]


def main() -> None:
    """Fill the screen of each README with parts of the command's output."""
    for name, command in SCREENS.items():
        parts = _parts(_output(command))
        shown = "\n⋮\n".join(part.strip("\n") for part in parts)
        screen = f"<!-- screen: {command} -->\n```text\n{shown}\n```\n<!-- end -->"
        path = ROOT / name
        before, _, rest = path.read_text("utf-8").partition("<!-- screen")
        _, _, after = rest.partition("<!-- end -->")
        text = before + screen + after
        path.write_text(text, "utf-8")


def _output(command: str) -> str:
    arguments = [sys.executable, "-m", "gxcheck", *command.split()[1:]]
    environment = {**os.environ, "COLUMNS": "80", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        arguments, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    return done.stdout


def _parts(output: str) -> list[str]:
    """The head, some findings, and the summary."""
    blocks = output.strip().split("\n\n")
    found = [
        [block for block in blocks if re.search(rf"^ +{rule} ", block, re.M)][place]
        for rule, place in SHOWN
    ]
    return [blocks[0], *found, blocks[-1]]


if __name__ == "__main__":
    main()
