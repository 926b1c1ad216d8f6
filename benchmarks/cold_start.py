"""Import and cold start of the installed wheel, against bare Python and against its libraries."""

from __future__ import annotations

import compileall
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.timing import processes, show

__all__ = ["run"]

ROOT = Path(__file__).resolve().parents[1]
LIBRARIES = """
import pydantic, regex, rich.console, rich.table
class Model(pydantic.BaseModel):
    name: str
    value: int
"""


def run(report: Path) -> None:
    """Build and install the wheel, then time whole processes."""
    with tempfile.TemporaryDirectory() as folder:
        site = _install(Path(folder))
        environment = {**os.environ, "PYTHONPATH": str(site)}
        python = sys.executable
        check = "from gxcheck.cli import run; run()"  # as the installed command does
        times = processes(
            {
                "bare": [python, "-c", "pass"],
                "import": [python, "-c", "import gxcheck"],
                "libraries": [python, "-c", LIBRARIES],
                "check": [python, "-c", check, "check", str(report)],
            },
            environment,
        )
    show(
        "Cold start (whole processes, wheel installed, byte code compiled)",
        [
            ("bare Python", f"{times['bare']:7.1f} ms"),
            ("import gxcheck", f"{times['import']:7.1f} ms"),
            ("  against bare Python", f"{times['import'] / times['bare']:7.2f} ×  (goal 1.3)"),
            ("pydantic, regex, rich, one model", f"{times['libraries']:7.1f} ms"),
            ("gxcheck check, cold", f"{times['check']:7.1f} ms"),
            (
                "  against those imports",
                f"{times['check'] / times['libraries']:7.2f} ×  (goal 1.5)",
            ),
        ],
    )


def _install(folder: Path) -> Path:
    """The wheel of this checkout, built and unpacked with its byte code."""
    build = [
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "-o",
        str(folder),
        str(ROOT),
    ]
    subprocess.run(build, check=True, capture_output=True)
    site = folder / "site"
    wheel = next(folder.glob("*.whl"))
    pip = [sys.executable, "-m", "pip", "install", "--no-deps", "--target", str(site), str(wheel)]
    subprocess.run(pip, check=True, capture_output=True)
    compileall.compile_dir(str(site), quiet=2)
    return site
