"""A connection that is closed when nothing is asked on it for long.

Those who only connect, or send the head of a request a byte at a time, would else fill all places
that the server has.
"""

from __future__ import annotations

import asyncio

from uvicorn.protocols.http.h11_impl import H11Protocol

__all__ = ["Connection"]

_SECONDS = 20.0


class Connection(H11Protocol):
    """One connection of a browser or another program."""

    _late: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for a request."""
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Take what has come; once a request has begun its head must be whole in time."""
        super().data_received(data)
        if self._is_asked():
            self._wait_no_more()
        elif self._late is None:
            self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the wait."""
        self._wait_no_more()
        super().connection_lost(exc)

    def _is_asked(self) -> bool:
        """Whether a request is being answered, or its body being taken."""
        return self.cycle is not None and not self.cycle.response_complete

    def _wait(self) -> None:
        self._late = self.loop.call_later(_SECONDS, self._close)

    def _wait_no_more(self) -> None:
        if self._late is not None:
            self._late.cancel()
            self._late = None

    def _close(self) -> None:
        self._late = None
        if not self._is_asked() and not self.transport.is_closing():
            self.transport.close()
