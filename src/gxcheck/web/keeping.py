"""Uploads and their outcomes on disk, for a service that was told to keep them."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

__all__ = ["keep", "prepare"]


def prepare(folder: Path) -> None:
    """Make the folder, if it is not there, and see whether it can be written to. Raises OSError."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with tempfile.TemporaryFile(dir=folder):
        pass


def keep(folder: Path, token: str, content: bytes, outcome: bytes) -> Path:
    """Write an upload and its outcome below `folder`, under names of our own. Raises OSError.

    The name that the upload came with stands in the outcome, and nowhere in a path.
    """
    place = folder / f"{time.strftime('%Y%m%dT%H%M%S')}-{token}"
    place.mkdir(mode=0o700, parents=True)
    (place / "upload.bin").write_bytes(content)
    (place / "outcome.json").write_bytes(outcome)
    return place
