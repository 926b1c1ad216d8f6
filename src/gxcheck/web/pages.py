"""The page itself: drop drafts, watch them being checked, look at the reviews."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Annotated

from fastapi import APIRouter, File, HTTPException, Response, UploadFile
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FunctionLoader, StrictUndefined

from gxcheck import __version__
from gxcheck.data import read_yaml
from gxcheck.document.formats import SUFFIXES
from gxcheck.output.words import words
from gxcheck.rules.model import LEVELS, Lang
from gxcheck.web.jobs import CheckedUpload
from gxcheck.web.service import Service

__all__ = ["routes"]

_ASSETS = {"page.css": "text/css", "page.js": "text/javascript", "icon.svg": "image/svg+xml"}
_SHOWN = ("docx", "html", "xlsx", "json")


def routes(service: Service) -> APIRouter:
    """The page, what it loads, and the same without scripts."""
    router = APIRouter(include_in_schema=False)

    @router.get("/", response_class=HTMLResponse)
    async def page(lang: Lang = service.settings.lang) -> str:
        return _page(service, lang, ())

    @router.post("/", response_class=HTMLResponse)
    async def checked(
        answer: Response,
        files: Annotated[list[UploadFile], File()] = [],  # noqa: B006  # never changed
        previous: Annotated[list[UploadFile], File()] = [],  # noqa: B006
        lang: Lang = service.settings.lang,
    ) -> str:
        try:
            named = _named(service, files, lang)
            return _page(service, lang, await service.check_all(named, previous, lang))
        except HTTPException as refused:
            answer.status_code = refused.status_code
            return _page(service, lang, (), str(refused.detail))

    @router.get("/assets/{name}")
    async def asset(name: str) -> Response:
        if name not in _ASSETS:
            raise HTTPException(404)
        return Response(_asset(name), media_type=_ASSETS[name])

    return router


def _named(service: Service, files: Sequence[UploadFile], lang: Lang) -> list[UploadFile]:
    """The files that were chosen; a form sent without any has one that has no name."""
    named = [file for file in files if file.filename]
    if not named:
        raise HTTPException(422, words("web", "none_chosen", lang))
    if len(named) > service.settings.files:
        raise HTTPException(413, words("web", "too_many", lang, most=service.settings.files))
    return named


def _page(service: Service, lang: Lang, checked: Sequence[CheckedUpload], problem: str = "") -> str:
    texts = {key: told[lang] for key, told in read_yaml("output.yml")["web"].items()}
    levels = {level: words("levels", level, lang) for level in LEVELS}
    return (
        _environment()
        .get_template("page.html.jinja")
        .render(
            lang=lang,
            other="en" if lang == "zh" else "zh",
            texts=texts,
            levels=levels,
            formats=_SHOWN,
            suffixes=",".join(SUFFIXES),
            checked=checked,
            problem=problem,
            version=__version__,
            most=service.settings.file_bytes // (1024 * 1024),
            keeps=service.settings.keep is not None,
            say=lambda key, **values: words("web", key, lang, **values),
        )
    )


@cache
def _asset(name: str) -> str:
    return (files(__package__) / "assets" / name).read_text("utf-8")


@cache
def _environment() -> Environment:
    return Environment(loader=FunctionLoader(_asset), autoescape=True, undefined=StrictUndefined)
