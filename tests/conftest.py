"""What all tests share: the way to the real reports beside the checkout."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

SEEDS = Path(__file__).resolve().parents[2] / "shared" / "seeds"


@pytest.fixture(scope="session")
def seed_path() -> Callable[[str], Path]:
    """The path of a real report by its name or number; they are others' and not kept here."""

    def path(stem: str) -> Path:
        found = sorted(SEEDS.glob(f"{stem}*.txt"))
        if len(found) == 1:
            return found[0]
        reason = f"the real report {stem} is not in {SEEDS}"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)

    return path
