"""The service keeps to its own OpenAPI, whatever is sent to it."""

import subprocess
import sys

# A form has no types: a list of texts where a file belongs cannot be told from a file.
NOT_IN_A_FORM = """
[[operations]]
include-path = "/api/check"
checks.negative_data_rejection.enabled = false
"""
OPTIONS = "--phases examples,coverage,fuzzing --max-examples 15 --request-timeout 30 --no-color"


def test_every_answer_is_as_described(served, tmp_path):
    """A plugin would make its cases in every worker before the tests; this is one program."""
    (tmp_path / "config.toml").write_text(NOT_IN_A_FORM)
    program = [sys.executable, "-m", "schemathesis.cli", "--config-file", "config.toml", "run"]
    done = subprocess.run(
        [*program, f"{served}/api/openapi.json", *OPTIONS.split()],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "4 passed" in done.stdout
