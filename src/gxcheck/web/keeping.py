"""Uploads and their outcomes on disk, for a service that was told to keep them."""

from __future__ import annotations

import time
from pathlib import Path

__all__ = ["keep"]


def keep(folder: Path, token: str, content: bytes, outcome: bytes) -> Path:
    """Write an upload and its outcome below `folder`, under names of our own. Raises OSError.

    The name that the upload came with stands in the outcome, and nowhere in a path.
    """
    place = folder / f"{time.strftime('%Y%m%dT%H%M%S')}-{token}"
    place.mkdir(mode=0o700, parents=True)
    (place / "upload.bin").write_bytes(content)
    (place / "outcome.json").write_bytes(outcome)
    return place
