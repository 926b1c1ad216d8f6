"""What all tests share: the way to what lies beside the checkout."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


def _missing(what: str) -> None:
    """In CI the test fails; on a stranger's machine it is left out and says why."""
    reason = f"{what} is not in {SHARED}"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of others' material beside the checkout."""
    if not SHARED.is_dir():
        _missing("others' material")
    return SHARED


@pytest.fixture(scope="session")
def seed_path() -> Callable[[str], Path]:
    """The path of a real report by its name or number; they are others' and not kept here."""

    def path(stem: str) -> Path:
        found = sorted((SHARED / "seeds").glob(f"{stem}*.txt"))
        if len(found) != 1:
            _missing(f"the real report {stem}")
        return found[0]

    return path
