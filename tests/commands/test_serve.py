"""`gxcheck serve` as a person starts and ends it: what stops it is told in a line."""

import re
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager

import pytest

from gxcheck.cli import main

HEAD = "POST /api/check HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 9999\r\n"
FORM = "Content-Type: multipart/form-data; boundary=x\r\n\r\n--x\r\n"


# Uploads that are under way when it is to end have a second, which are five else.
START = """
import sys
from gxcheck.cli import main
from gxcheck.commands import serve
serve._GRACE = 1
sys.exit(main())
"""


@contextmanager
def started(*options):
    """A service in a process of its own, and its port."""
    command = [sys.executable, "-c", START, "serve", "--port", "0", *options]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8")
    try:
        address = re.search(r"http://(\S+):(\d+)/", process.stderr.readline())
        yield process, (address[1], int(address[2]))
    finally:
        process.kill()
        process.wait(20)
        process.stderr.close()


def test_a_port_that_is_taken_is_told_in_a_line(capsys):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert main(["serve", "--port", port]) == 2
    told = capsys.readouterr().err
    assert len(told.splitlines()) == 1
    assert port in told
    assert "--port" in told


def test_a_host_that_is_none_is_told_in_a_line(capsys):
    assert main(["serve", "--port", "0", "--host", "nowhere.invalid"]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize("port", ["80000", "-1", "http"])
def test_a_port_that_is_none_is_refused(port, capsys):
    with pytest.raises(SystemExit):
        main(["serve", "--port", port])
    assert "不是端口号" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_to_is_told_at_once(tmp_path, capsys):
    (tmp_path / "file").write_text("")
    assert main(["serve", "--port", "0", "--keep", str(tmp_path / "file" / "below")]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize("size", ["0", "-5", "x"])
def test_a_size_that_is_none_is_refused(size, capsys):
    with pytest.raises(SystemExit):
        main(["serve", "--max-megabytes", size])
    assert "整数" in capsys.readouterr().err


def test_an_interrupt_ends_it_though_an_upload_is_under_way():
    with started() as (process, place), socket.create_connection(place, timeout=20) as upload:
        upload.sendall((HEAD + FORM).encode())
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        process.wait(20)
        assert "Traceback" not in process.stderr.read()
