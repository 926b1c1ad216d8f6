"""How the service runs: what it takes, how long it works, what it keeps."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from gxcheck.rules.model import Lang

__all__ = ["LOCAL_HOSTS", "Settings"]

LOCAL_HOSTS = ("127.0.0.1", "localhost", "[::1]")
_LARGEST = 5  # files of the largest size that one request may bring; the page sends one at a time
_FIELDS = 1024 * 1024


@dataclass(frozen=True)
class Settings:
    """The bounds of the service. Sizes in bytes, times in seconds.

    `hosts` are the names by which browsers may address it: a page elsewhere that has its own name
    point here is refused; with `any_address` its addresses in figures will do too. `config`
    is the path of a gxcheck.yml for all reports. Uploads are kept in memory for `session_seconds`,
    the latest `sessions` of them and no more than `session_bytes` together; on disk only below
    `keep`, if it is given. `waiting` checks may stand in line for the
    `workers`; each has `seconds`. A request has `body_seconds` to arrive, and may pause for
    `pause_seconds`.
    """

    lang: Lang = "zh"
    config: str | None = None
    keep: Path | None = None
    hosts: tuple[str, ...] = LOCAL_HOSTS
    any_address: bool = False
    file_bytes: int = 20 * 1024 * 1024
    files: int = 20
    workers: int = max(2, os.cpu_count() or 1)
    seconds: float = 90.0
    waiting: int = 32
    sessions: int = 200
    session_bytes: int = 512 * 1024 * 1024
    session_seconds: float = 3600.0
    body_seconds: float = 300.0
    pause_seconds: float = 30.0

    @property
    def body_bytes(self) -> int:
        """The largest request that is read."""
        return self.file_bytes * min(self.files, _LARGEST) + _FIELDS
