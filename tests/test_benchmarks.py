"""The benchmarks run and print what they promise; how fast it is, no test says."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CODE = """
from pathlib import Path
from benchmarks import identities, stages
report = Path("examples/reports/sound.txt")
stages.run([report])
identities.run(report)
"""


def test_stages_and_identities_are_timed_beside_their_peers():
    done = subprocess.run(
        [sys.executable, "-c", CODE], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    for word in ("sound.txt", "recognise", "Schematron", "bare"):
        assert word in done.stdout
