"""The REST interface: check uploads, fetch their reviews, forget them, and see how it fares."""

# Annotations are evaluated here: the bounds of the request stand in them.

from typing import Annotated

from fastapi import APIRouter, File, Form, HTTPException, Path, Response, UploadFile
from pydantic import BaseModel

from gxcheck import __version__
from gxcheck.output import WRITERS
from gxcheck.rules.model import Lang
from gxcheck.web.jobs import CheckedUpload
from gxcheck.web.service import Service

__all__ = ["CheckedUploads", "Health", "Problem", "routes"]

_Token = Annotated[str, Path(pattern="^[A-Za-z0-9_-]{24}$")]
_Format = Annotated[str, Path(pattern=f"^({'|'.join(sorted({*WRITERS} - {'console'}))})$")]


class CheckedUploads(BaseModel):
    """What came of all files of a request, in their order."""

    files: tuple[CheckedUpload, ...]


class Health(BaseModel):
    """That the service runs, and which version of it."""

    status: str
    version: str


class Problem(BaseModel):
    """Why a request was not done."""

    detail: str


def _problems(*codes: int) -> dict[int | str, dict[str, object]]:
    return {code: {"model": Problem} for code in codes}


def routes(service: Service) -> APIRouter:
    """The routes below /api."""
    router = APIRouter(prefix="/api")

    @router.get("/health")
    async def health() -> Health:
        """Whether the service runs."""
        return Health(status="ok", version=__version__)

    @router.post("/check", responses=_problems(400, 403, 408, 413, 500, 503))
    async def check(
        files: Annotated[
            list[UploadFile],
            File(
                description="Reports, in any format.",
                min_length=1,
                max_length=service.settings.files,
            ),
        ],
        previous: Annotated[
            list[UploadFile], File(description="Last year's report, if any.", max_length=1)
        ] = [],  # noqa: B006  # never changed
        lang: Annotated[Lang, Form()] = service.settings.lang,
    ) -> CheckedUploads:
        """Check reports. A file that cannot be read has an `error` and does not stop the others."""
        return CheckedUploads(files=await service.check_all(files, previous, lang))

    @router.get(
        "/reviews/{token}/{format}",
        response_class=Response,
        responses={200: {"content": {"*/*": {}}}, **_problems(404, 409, 500, 503)},
    )
    async def review(token: _Token, format: _Format) -> Response:
        """The review of an upload: HTML to look at, the others to save."""
        return await service.review(token, format)

    @router.delete("/reviews/{token}", status_code=204, responses=_problems(403, 404))
    async def forget(token: _Token) -> None:
        """Forget an upload before its time."""
        if not service.forget(token):
            raise HTTPException(404, "there is no such review")

    return router
