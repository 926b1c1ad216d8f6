"""The child process: kept warm, ended in time, started again, left alone by forks and at exit."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest
from pdf_files import Sheets

from gxcheck.document import read
from gxcheck.document.limits import DEFAULT_LIMITS
from gxcheck.document.pdf.process import children
from gxcheck.errors import ReadError

WORDS = "全年主动公开政府信息五千余条。"


@pytest.fixture(scope="module")
def data() -> bytes:
    sheets = Sheets()
    sheets.prose(100, WORDS)
    return sheets.bytes()


@pytest.fixture(autouse=True)
def _no_child_left() -> Iterator[None]:
    children.close_all()
    yield
    children.close_all()


def text(data: bytes) -> str:
    return read(data).paragraphs[0].text


def idle() -> list[int]:
    return list(children.idle_children())


def test_it_is_kept_warm(data: bytes) -> None:
    assert text(data) == WORDS
    first = idle()
    assert text(data) == WORDS
    assert idle() == first
    assert len(first) == 1


def test_one_that_died_is_replaced(data: bytes) -> None:
    text(data)
    (first,) = idle()
    os.kill(first, signal.SIGKILL)
    assert text(data) == WORDS
    assert idle() != [first]


def test_a_crash_is_a_read_error(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(children, "_START", "import os; os.read(0, 9); os.abort()")
    with pytest.raises(ReadError, match="中途退出"):
        read(data)
    assert not idle()
    monkeypatch.undo()
    assert text(data) == WORDS


def test_a_hang_is_a_read_error(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(children, "_START", "import time; time.sleep(60)")
    with pytest.raises(ReadError, match="没有读完"):
        read(data, limits=replace(DEFAULT_LIMITS, seconds=0.3))
    assert not idle()


def message(body: bytes) -> bytes:
    return len(body).to_bytes(8, "big") + body


@pytest.mark.parametrize(
    "answer",
    [
        b"\xff" * 8,
        message(b"[]"),
        message(b"{}"),
        message(b'{"type": "found", "blocks": [["text", 1]], "remarks": []}'),
        message(
            b'{"type": "found", "remarks": [], "blocks":'
            b' [["table", 1, 1, [0, 0, 9, 9], true, [["", 1, 0, 1, 1, 1, [0, 0, 9, 9]]]]]}'
        ),
    ],
)
def test_nonsense_is_a_read_error(
    data: bytes, answer: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = f"import os; os.read(0, 9); os.write(1, {answer!r}); os.read(0, 1 << 30)"
    monkeypatch.setattr(children, "_START", start)
    with pytest.raises(ReadError):
        read(data)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is bounded on Linux")
def test_memory_is_bounded(data: bytes) -> None:
    with pytest.raises(ReadError):
        read(data, limits=replace(DEFAULT_LIMITS, memory=1 << 20))
    assert text(data) == WORDS


def test_threads_share_children(data: bytes) -> None:
    found: list[str] = []
    threads = [threading.Thread(target=lambda: found.append(text(data))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [WORDS] * 6
    assert len(idle()) <= 2


@pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing forks here")
def test_a_fork_starts_its_own(data: bytes) -> None:
    script = """
import os, sys
from gxcheck.document import read
from gxcheck.document.pdf.process import children
data = sys.stdin.buffer.read()
first = read(data).paragraphs[0].text
parent = list(children.idle_children())
pid = os.fork()
if not pid:
    same = read(data).paragraphs[0].text == first
    own = list(children.idle_children())
    children.close_all()
    os._exit(0 if same and own and own != parent else 1)
assert os.waitpid(pid, 0)[1] == 0
assert read(data).paragraphs[0].text == first
assert list(children.idle_children()) == parent
print(parent[0])
"""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script], input=data, capture_output=True, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, b"")
    with pytest.raises(ProcessLookupError):
        os.kill(int(done.stdout), 0)


def test_without_an_interpreter_it_is_a_read_error(
    data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(ReadError):
        read(data)
