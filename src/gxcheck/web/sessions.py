"""The uploads that can still be asked for: in memory, for a while, as many as there is room."""

from __future__ import annotations

import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable

from msgspec import Struct

from gxcheck.rules.model import Lang

__all__ = ["Sessions", "Upload"]


class Upload(Struct, frozen=True):
    """A file as it came, and last year's report if it came with it.

    `name` is only ever shown, never used as a path.
    """

    name: str
    content: bytes
    lang: Lang
    until: float
    previous: bytes | None = None

    @property
    def size(self) -> int:
        """The bytes that it holds."""
        return len(self.content) + len(self.previous or b"")


class Sessions:
    """Uploads by a token that nobody can guess. Safe to use from threads."""

    def __init__(
        self,
        most: int,
        most_bytes: int,
        seconds: float,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._most = most
        self._most_bytes = most_bytes
        self._seconds = seconds
        self._clock = clock
        self._lock = threading.Lock()
        self._uploads: OrderedDict[str, Upload] = OrderedDict()

    def add(self, name: str, content: bytes, lang: Lang, previous: bytes | None = None) -> str:
        """Keep an upload; the oldest make room for it. Its token."""
        token = secrets.token_urlsafe(18)
        with self._lock:
            until = self._clock() + self._seconds
            self._uploads[token] = Upload(name, content, lang, until, previous)
            self._make_room()
        return token

    def get(self, token: str) -> Upload | None:
        """The upload of a token, None where there is none any more."""
        with self._lock:
            self._make_room()
            return self._uploads.get(token)

    def remove(self, token: str) -> bool:
        """Forget an upload; False where there is none."""
        with self._lock:
            return self._uploads.pop(token, None) is not None

    def _make_room(self) -> None:
        now = self._clock()
        used = sum(upload.size for upload in self._uploads.values())
        while self._uploads:
            oldest = next(iter(self._uploads.values()))
            fits = len(self._uploads) <= self._most and used <= self._most_bytes
            if fits and oldest.until > now:
                return
            self._uploads.popitem(last=False)
            used -= oldest.size
