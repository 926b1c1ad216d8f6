"""The processes that check: one bad file ends one of them, and not the service.

A worker takes one job at a time over a pipe. One that takes too long is ended by a watch, as all
are when the service ends: asked first, so that it leaves no file and no program behind. The pipe
then breaks, and a new worker takes its place with the next job.
"""

from __future__ import annotations

import multiprocessing
import queue
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection

from gxcheck.errors import GxcheckError
from gxcheck.web.jobs import Job, perform, warm_up

__all__ = ["Busy", "JobFailed", "Refused", "Workers"]

_DONE, _REFUSED, _FAILED = b"D", b"R", b"F"
_PATIENCE = 2.0


class Busy(Exception):  # noqa: N818  # it is a state
    """So many jobs wait that no more are taken for now."""


class Refused(Exception):  # noqa: N818  # it is an answer
    """The job cannot be done; the text says why, in its language."""


class JobFailed(Exception):  # noqa: N818  # it is what happened to the job
    """The worker ended without an answer; `late` if it took too long."""

    def __init__(self, late: bool) -> None:
        super().__init__("late" if late else "ended")
        self.late = late


class Workers:
    """A fixed number of workers, started when first needed, and a line before them.

    `work` does a job; it is looked up by its module and name in the worker's process.
    """

    def __init__(
        self,
        count: int,
        waiting: int,
        seconds: float,
        work: Callable[[Job], bytes] = perform,
    ) -> None:
        self._seconds = seconds
        self._places = threading.Semaphore(count + waiting)
        self._closed = False
        self._all = [_Worker(work) for _ in range(count)]
        self._idle: queue.LifoQueue[_Worker] = queue.LifoQueue()
        for worker in self._all:
            self._idle.put(worker)

    def ask(self, job: Job) -> bytes:
        """The answer to a job. Raises Busy, Refused and JobFailed. Safe to call from threads."""
        if not self._places.acquire(blocking=False):
            raise Busy
        try:
            worker = self._idle.get()
            try:
                if self._closed:
                    raise Busy
                return worker.ask(job, self._seconds)
            finally:
                self._idle.put(worker)
        finally:
            self._places.release()

    def close(self) -> None:
        """End all workers, and what they are at."""
        self._closed = True
        for worker in self._all:
            worker.stop()


class _Worker:
    """One process and the pipe to it; it is started, or started again, when it has a job."""

    def __init__(self, work: Callable[[Job], bytes]) -> None:
        self._work = work
        self._process: multiprocessing.process.BaseProcess | None = None
        self._pipe: Connection | None = None
        self._late = False

    def ask(self, job: Job, seconds: float) -> bytes:
        self._late = False
        watch = threading.Timer(seconds, self._end_late)
        watch.daemon = True
        watch.start()
        try:
            pipe = self._started()
            pipe.send(job)
            answer = pipe.recv_bytes()
        except (OSError, EOFError) as error:
            self.end()
            raise JobFailed(self._late) from error
        finally:
            watch.cancel()
        kind, content = answer[:1], answer[1:]
        if kind == _REFUSED:
            raise Refused(content.decode())
        if kind != _DONE:
            raise JobFailed(late=False)
        return content

    def end(self) -> None:
        """End the process, if there is one, and wait for it."""
        if self._pipe is not None:
            self._pipe.close()
        self.stop()
        self._process = self._pipe = None

    def stop(self) -> None:
        """Have the process end what it is at and clean up; end it if it does not."""
        process = self._process
        if process is not None:
            process.terminate()
            process.join(_PATIENCE)
            process.kill()
            process.join()

    def _started(self) -> Connection:
        if self._pipe is not None and self._process is not None and self._process.is_alive():
            return self._pipe
        self.end()
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, self._work), daemon=True)
        process.start()
        self._process = process
        theirs.close()
        return self._pipe

    def _end_late(self) -> None:
        self._late = True
        self.stop()


def _serve(pipe: Connection, work: Callable[[Job], bytes]) -> None:
    """Answer jobs until the pipe is closed; in the worker's process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the service decides when its workers end
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())  # what it started ends with it
    warm_up()
    with suppress(EOFError, BrokenPipeError):
        while True:
            pipe.send_bytes(_answer(pipe.recv(), work))


def _answer(job: Job, work: Callable[[Job], bytes]) -> bytes:
    try:
        return _DONE + work(job)
    except GxcheckError as error:
        return _REFUSED + error.told(job.lang).encode("utf-8", "backslashreplace")
    except Exception:  # noqa: BLE001  # whatever a file does to a worker, the next job is served
        return _FAILED
