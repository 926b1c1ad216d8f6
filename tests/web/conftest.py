"""The service as it runs: a real server on a free port of this machine."""

import socket
import threading
import time
from contextlib import contextmanager

import pytest
import uvicorn

from gxcheck.web.app import create_app
from gxcheck.web.settings import Settings

SETTINGS = Settings(file_bytes=1024 * 1024, files=10, workers=2)


@contextmanager
def serving(settings):
    """The address of a service with these settings, for as long as it is needed."""
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(settings), log_level="critical"))
    thread = threading.Thread(target=server.run, args=([listener],), daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)
    listener.close()


@pytest.fixture(scope="session")
def served():
    """The address of a running service."""
    with serving(SETTINGS) as address:
        yield address
