"""What stands before every request: its origin, its size; and the headers of every answer."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Mapping
from contextlib import suppress
from urllib.parse import urlsplit

from fastapi import HTTPException
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gxcheck.output.words import clean, words
from gxcheck.web.hosts import is_allowed
from gxcheck.web.settings import Settings

__all__ = ["Guard"]

_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_OWN = frozenset({"same-origin", "none"})
_PORT = re.compile(r":[0-9]*$")
_NAME = 100
_PATIENCE = 10.0
_CLOSED = {"Connection": "close"}
_HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        "img-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cache-Control": "no-store",
}


class Guard:
    """Refuses strange names, other sites' pages, and bodies too large or slow; hardens answers."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request, as ASGI has it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        send = _hardened(send)
        body = _Bounded(receive, self._settings)
        refusal = self._refusal(scope["method"], Headers(scope=scope))
        try:
            if refusal is None:
                await self._app(scope, body, send)
            else:
                await body.pass_over()
                await refusal(scope, receive, send)
        except asyncio.CancelledError:  # the service ends: that is nothing for its log
            with suppress(RuntimeError):  # where an answer has begun
                await _answer(Headers(), 503, words("web", "ending", self._settings.lang))(
                    scope, receive, send
                )

    def _refusal(self, method: str, headers: Headers) -> Response | None:
        """The answer to a request that is refused before it is read."""
        settings = self._settings
        host = headers.get("host", "")
        if not is_allowed(host, settings):
            name = clean(_PORT.sub("", host))[:_NAME]
            return _answer(headers, 400, words("web", "unknown_host", settings.lang, name=name))
        if method not in _SAFE and _is_foreign(headers):
            return _answer(headers, 403, words("web", "foreign", settings.lang))
        if _length(headers) > settings.body_bytes:
            return _answer(headers, 413, _too_much(settings))
        return None


class _Bounded:
    """The body of a request, refused where it is longer or slower than it may be."""

    def __init__(self, receive: Receive, settings: Settings) -> None:
        self._receive = receive
        self._settings = settings
        self._left = settings.body_bytes
        self._until = time.monotonic() + settings.body_seconds
        self._done = False

    async def __call__(self) -> Message:
        if self._done:
            return await self._receive()
        settings = self._settings
        patience = min(settings.pause_seconds, self._until - time.monotonic())
        try:
            message = await asyncio.wait_for(self._receive(), max(patience, 0))
        except asyncio.TimeoutError:
            raise HTTPException(408, words("web", "slow", settings.lang), _CLOSED) from None
        self._left -= len(message.get("body", b""))
        self._done = not message.get("more_body", False)
        if self._left < 0:
            await self.pass_over()
            raise HTTPException(413, _too_much(settings), _CLOSED)
        return message

    async def pass_over(self) -> None:
        """Read on for a while, to no purpose: who still sends does not hear an answer."""
        until = time.monotonic() + _PATIENCE
        with suppress(asyncio.TimeoutError):
            while not self._done:
                patience = max(until - time.monotonic(), 0)
                message = await asyncio.wait_for(self._receive(), patience)
                self._done = not message.get("more_body", False)


def _too_much(settings: Settings) -> str:
    return words("web", "too_much", settings.lang, most=settings.body_bytes // (1024 * 1024))


def _answer(headers: Headers, code: int, told: str) -> Response:
    """A refusal: a line for a person at a browser, JSON for all else."""
    if "text/html" in headers.get("accept", ""):
        return PlainTextResponse(told, code, _CLOSED)
    return JSONResponse({"detail": told}, code, _CLOSED)


def _is_foreign(headers: Headers) -> bool:
    """Whether a browser says that the page of another site made this request."""
    site = headers.get("sec-fetch-site")
    if site is not None and site not in _OWN:
        return True
    origin = headers.get("origin")
    return origin is not None and _place(origin) != headers.get("host")


def _place(origin: str) -> str | None:
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return None


def _length(headers: Headers) -> int:
    length = headers.get("content-length", "")
    return int(length) if length.isdecimal() and len(length) < 20 else 0


def _hardened(send: Send) -> Send:
    async def hardened(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return hardened
