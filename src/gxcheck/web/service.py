"""What the routes share: the workers, the uploads, and how a check comes about."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from fastapi import HTTPException, Response
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile

from gxcheck.output import WRITERS
from gxcheck.output.html import review_policy
from gxcheck.output.words import clean, words
from gxcheck.rules.model import Lang
from gxcheck.web.jobs import SUMMARY, CheckedUpload, Job
from gxcheck.web.keeping import keep
from gxcheck.web.sessions import Sessions
from gxcheck.web.settings import Settings
from gxcheck.web.workers import Busy, JobFailed, Refused, Workers

__all__ = ["Service"]

_NAME = 120
_LOG = logging.getLogger("gxcheck.web")


class Service:
    """Checks uploads and writes their reviews. Its methods raise HTTPException."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.workers = Workers(settings.workers, settings.waiting, settings.seconds)
        self._sessions = Sessions(
            settings.sessions, settings.session_bytes, settings.session_seconds
        )

    async def check_all(
        self, files: Sequence[UploadFile], previous: Sequence[UploadFile], lang: Lang
    ) -> tuple[CheckedUpload, ...]:
        """What came of uploads, in their order; `previous` has last year's report or nothing."""
        named = [file for file in previous if file.filename]
        before = await self._content(named[0], lang) if named else None
        return tuple([await self._check(file, before, lang) for file in files])

    async def _content(self, file: UploadFile, lang: Lang) -> bytes:
        content = await file.read(self.settings.file_bytes + 1)
        if len(content) > self.settings.file_bytes:
            megabytes = self.settings.file_bytes // (1024 * 1024)
            name = _shown(file.filename)
            raise HTTPException(413, words("web", "too_large", lang, name=name, most=megabytes))
        return content

    async def _check(self, file: UploadFile, previous: bytes | None, lang: Lang) -> CheckedUpload:
        """What came of an upload; one that could be read is kept for its review."""
        name = _shown(file.filename)
        content = await self._content(file, lang)
        job = Job(name, content, SUMMARY, lang, self.settings.config, previous)
        outcome = await self._ask(job)
        checked = CheckedUpload.model_validate_json(outcome)
        if checked.error is not None:
            return checked
        token = self._sessions.add(name, content, lang, previous)
        if self.settings.keep is not None:
            await run_in_threadpool(_kept, self.settings.keep, token, content, outcome, name)
        return checked.model_copy(update={"review": token})

    async def review(self, token: str, format: str) -> Response:
        """The review of an upload in a format, to look at (HTML) or to save."""
        upload = self._sessions.get(token)
        writer = WRITERS.get(format)
        if upload is None or writer is None:
            raise HTTPException(404, words("web", "gone", self.settings.lang))
        config = self.settings.config
        content = await self._ask(
            Job(upload.name, upload.content, format, upload.lang, config, upload.previous)
        )
        name = _saved_name(upload.name, writer.suffix, upload.lang)
        answer = Response(content, media_type=writer.media_type)
        answer.headers["Content-Disposition"] = (
            f"{'inline' if format == 'html' else 'attachment'}; "
            f"filename=\"review{writer.suffix}\"; filename*=UTF-8''{quote(name, '')}"
        )
        if format == "html":
            answer.headers["Content-Security-Policy"] = (
                f"{review_policy()}; frame-ancestors 'self'; sandbox allow-scripts"
            )
            answer.headers["X-Frame-Options"] = "SAMEORIGIN"
        return answer

    def forget(self, token: str) -> bool:
        """Forget an upload; False where there is none."""
        return self._sessions.remove(token)

    async def _ask(self, job: Job) -> bytes:
        lang = job.lang
        try:
            return await run_in_threadpool(self.workers.ask, job)
        except Busy:
            told = words("web", "busy", lang)
            raise HTTPException(503, told, {"Retry-After": "5"}) from None
        except Refused as refused:
            raise HTTPException(409, str(refused)) from None
        except JobFailed as failed:
            key = "late" if failed.late else "failed"
            raise HTTPException(500, words("web", key, lang, name=job.name)) from None


def _kept(folder: Path, token: str, content: bytes, outcome: bytes, name: str) -> None:
    """Keep an upload. Where that fails its author has the review all the same; the log tells."""
    try:
        keep(folder, token, content, outcome)
    except OSError as error:
        _LOG.error(words("web", "not_kept", "en", name=name, reason=error.strerror or error))


def _shown(name: str | None) -> str:
    """The name of an upload as people may see it: no folders, nothing that steers a display."""
    last = (name or "").replace("\\", "/").rpartition("/")[2]
    return clean(last.replace("\n", " "))[:_NAME] or "?"


def _saved_name(name: str, suffix: str, lang: Lang) -> str:
    stem = name.rpartition(".")[0] or name
    return words("files", "reviewed", lang, stem=stem) + suffix
