"""`gxcheck serve`: the page and the REST interface, on this machine unless told otherwise."""

from __future__ import annotations

import argparse
import os
import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from gxcheck.config import load_config
from gxcheck.errors import GxcheckError
from gxcheck.output.words import words

if TYPE_CHECKING:
    from uvicorn import Server

    from gxcheck.web.settings import Settings

__all__ = ["run"]

_ALL = ("0.0.0.0", "::")
_GRACE = 5


def run(options: argparse.Namespace) -> int:
    """Serve until interrupted. Raises GxcheckError where it cannot start."""
    try:
        from gxcheck.web.settings import LOCAL_HOSTS

        server = _server(options, LOCAL_HOSTS)
    except ImportError as error:
        raise GxcheckError(words("web", "not_installed", options.lang)) from error
    with _listening(options) as listener:
        if options.host not in LOCAL_HOSTS:
            _tell("open_to_all", options, host=options.host)
        _tell("serving", options, address=_address(listener))
        server.run([listener])
    return 0


def _server(options: argparse.Namespace, local: tuple[str, ...]) -> Server:
    """What will serve. Raises ImportError where a package is missing, and ConfigError."""
    import uvicorn

    from gxcheck.web.app import create_app
    from gxcheck.web.connections import Connection

    if options.config:
        load_config(options.config)  # here, so that what is wrong with it is told at once
    return uvicorn.Server(
        uvicorn.Config(
            create_app(_settings(options, local)),
            http=Connection,
            ws="none",
            log_level="warning",
            server_header=False,
            limit_concurrency=256,
            timeout_keep_alive=10,
            timeout_graceful_shutdown=_GRACE,
        )
    )


def _settings(options: argparse.Namespace, local: tuple[str, ...]) -> Settings:
    from gxcheck.web.settings import Settings

    names = (*local, _bracketed(options.host), socket.gethostname(), *options.allow_host)
    return Settings(
        lang=options.lang,
        config=options.config,
        keep=_kept_in(options),
        hosts=tuple(dict.fromkeys(name for name in names if name not in _ALL)),
        any_address=options.host in _ALL,
        file_bytes=options.max_megabytes * 1024 * 1024,
    )


def _kept_in(options: argparse.Namespace) -> Path | None:
    """The folder to keep uploads in, if there is to be one; it can be written to."""
    from gxcheck.web.keeping import prepare

    if not options.keep:
        return None
    folder = Path(options.keep).resolve()
    try:
        prepare(folder)
    except OSError as error:
        told = words("web", "keep_fails", options.lang, folder=folder, reason=error.strerror)
        raise GxcheckError(told) from error
    return folder


def _listening(options: argparse.Namespace) -> socket.socket:
    """A socket that listens where it is wanted."""
    host, port = options.host, options.port
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host.strip("[]"), port), family=family, backlog=256)
    except OSError as error:
        number = error.errno or 0
        reason = os.strerror(number) if number > 0 else error.strerror
        told = words("web", "no_listening", options.lang, host=host, port=port, reason=reason)
        raise GxcheckError(told) from error


def _address(listener: socket.socket) -> str:
    """What to open in a browser of this machine."""
    host, port = listener.getsockname()[:2]
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    return f"http://{_bracketed(host)}:{port}/"


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host and not host.startswith("[") else host


def _tell(key: str, options: argparse.Namespace, **values: object) -> None:
    sys.stderr.write(words("web", key, options.lang, **values) + "\n")
    sys.stderr.flush()
