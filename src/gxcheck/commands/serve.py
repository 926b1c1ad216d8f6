"""`gxcheck serve`: the page and the REST interface, on this machine unless told otherwise."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from gxcheck.config import load_config
from gxcheck.errors import GxcheckError
from gxcheck.output.words import words

__all__ = ["run"]


def run(options: argparse.Namespace) -> int:
    """Serve until interrupted. Raises GxcheckError where it cannot start."""
    try:
        import uvicorn

        from gxcheck.web.app import create_app
        from gxcheck.web.settings import LOCAL_HOSTS, Settings
    except ImportError as error:
        raise GxcheckError(words("web", "not_installed", options.lang)) from error
    if options.config:
        load_config(options.config)
    hosts = (*LOCAL_HOSTS, options.host, *options.allow_host)
    settings = Settings(
        lang=options.lang,
        config=options.config,
        keep=Path(options.keep) if options.keep else None,
        hosts=tuple(host for host in hosts if host not in ("0.0.0.0", "::")),
        file_bytes=options.max_megabytes * 1024 * 1024,
    )
    if options.host not in LOCAL_HOSTS:
        sys.stderr.write(words("web", "open_to_all", options.lang, host=options.host) + "\n")
    address = f"http://{options.host}:{options.port}/"
    sys.stderr.write(words("web", "serving", options.lang, address=address) + "\n")
    uvicorn.run(
        create_app(settings),
        host=options.host,
        port=options.port,
        log_level="warning",
        server_header=False,
        limit_concurrency=256,
        timeout_keep_alive=10,
    )
    return 0
