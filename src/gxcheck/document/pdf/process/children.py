"""The child processes: started when needed, kept warm, ended when they fail and at exit.

A child serves one thread at a time; those that are idle are kept for the next. A process that
was forked off forgets its parent's children and starts its own. A watch ends a child that takes
too long, on any system; the pipe then breaks, and that is how its caller learns of it.
"""

from __future__ import annotations

import atexit
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from gxcheck.document.pdf.protocol import Answer, Request, pack, read_answer

__all__ = ["ChildFailed", "ask", "close_all", "idle_children"]

_MOST_IDLE = 2
_PATIENCE = 2.0  # seconds
_WIDE = 1 << 20  # bytes of a pipe
_START = (
    "import sys; sys.path[:] = sys.argv[1:]; "
    "from gxcheck.document.pdf.process.child import main; main()"
)


class ChildFailed(Exception):  # noqa: N818  # it is what happened to the child
    """The child process ended without an answer; `late` if it took too long."""

    def __init__(self, late: bool) -> None:
        super().__init__("late" if late else "ended")
        self.late = late


class _Child:
    """One child process and the pipes to it."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", _START, *sys.path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            env={**os.environ, "PYTHONUTF8": "1", "PYTHONSAFEPATH": "1"},
        )
        self.late = False
        self.used = False
        self._widen()

    def _widen(self) -> None:
        """Let a whole report pass to it at once, where the system can."""
        with suppress(ImportError, AttributeError, OSError):
            import fcntl

            fcntl.fcntl(self.process.stdin or -1, fcntl.F_SETPIPE_SZ, _WIDE)

    def ask(
        self, request: Request, data: bytes, seconds: float, meanwhile: Callable[[], object]
    ) -> Answer:
        """The answer to a request; `meanwhile` is called before it comes. Raises `ChildFailed`."""
        self.late, self.used = False, True
        watch = threading.Timer(seconds, self._end_late)
        watch.daemon = True
        watch.start()
        try:
            self._send(pack(request, data))
            meanwhile()
            answer = self._receive()
        except (OSError, ValueError) as error:
            raise ChildFailed(self.late) from error
        finally:
            watch.cancel()
        if answer is None:
            raise ChildFailed(self.late)
        return answer

    def _send(self, request: bytes) -> None:
        view = memoryview(request)
        while view and self.process.stdin:
            view = view[self.process.stdin.write(view) or 0 :]

    def _receive(self) -> Answer | None:
        source = self.process.stdout
        return read_answer(source.read) if source else None

    def _end_late(self) -> None:
        self.late = True
        self.process.kill()

    @property
    def is_alive(self) -> bool:
        """Whether it still runs."""
        return self.process.poll() is None

    def end(self, patience: float = 0.0) -> None:
        """End it and wait for it, so that nothing is left of it."""
        self.close_pipes()
        if patience:
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(patience)
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()

    def close_pipes(self) -> None:
        """Close this side's ends of the pipes."""
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe:
                with suppress(OSError):
                    pipe.close()


class _Pool:
    """The idle children, shared by all threads."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.idle: list[_Child] = []
        self.room = threading.BoundedSemaphore(max(2, os.cpu_count() or 1))

    @contextmanager
    def child(self, fresh: bool) -> Iterator[_Child]:
        """A child for one request; it is kept for the next one unless something went wrong."""
        with self.room:
            try:
                child = _Child() if fresh else self._take()
            except OSError as error:
                raise ChildFailed(late=False) from error
            try:
                yield child
            except BaseException:
                child.end()
                raise
            self._give_back(child)

    def _take(self) -> _Child:
        while True:
            with self.lock:
                child = self.idle.pop() if self.idle else None
            if child is None:
                return _Child()
            if child.is_alive:
                return child
            child.end()

    def _give_back(self, child: _Child) -> None:
        with self.lock:
            if len(self.idle) < _MOST_IDLE:
                self.idle.append(child)
                return
        child.end(_PATIENCE)

    def close(self) -> None:
        """End all idle children."""
        with self.lock:
            idle, self.idle = self.idle, []
        for child in idle:
            child.end(_PATIENCE)

    def forget(self) -> None:
        """In a process that was forked off: leave the children to the parent."""
        for child in self.idle:
            child.close_pipes()
            child.process.returncode = 0
        self.__init__()  # type: ignore[misc]  # locks may be held by threads that are gone


_pool = _Pool()
atexit.register(_pool.close)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_pool.forget)


def ask(request: Request, data: bytes, seconds: float, meanwhile: Callable[[], object]) -> Answer:
    """What a child answers to a request and the bytes of a file. Raises `ChildFailed`.

    `meanwhile` is called while the child works; it must raise nothing. A child that was idle may
    have ended for reasons of its own, so then a new one is asked.
    """
    was_used = False
    try:
        with _pool.child(fresh=False) as child:
            was_used = child.used
            return child.ask(request, data, seconds, meanwhile)
    except ChildFailed as failed:
        if failed.late or not was_used:
            raise
    with _pool.child(fresh=True) as child:
        return child.ask(request, data, seconds, meanwhile)


def idle_children() -> tuple[int, ...]:
    """The process ids of the children that wait for work."""
    return tuple(child.process.pid for child in _pool.idle)


def close_all() -> None:
    """End all children that are idle; the next request starts a new one."""
    _pool.close()
