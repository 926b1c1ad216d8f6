"""The service as an ASGI application."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from gxcheck import __version__
from gxcheck.web import api, pages
from gxcheck.web.guard import Guard
from gxcheck.web.service import Service
from gxcheck.web.settings import Settings

__all__ = ["create_app"]


def create_app(settings: Settings | None = None) -> FastAPI:
    """The application; its workers end with it. Its OpenAPI is at /api/openapi.json."""
    service = Service(settings or Settings())

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        service.workers.close()

    app = FastAPI(
        title="gxcheck",
        version=__version__,
        description="Checks 政府信息公开工作年度报告 before they are published.",
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
    )
    app.include_router(api.routes(service))
    app.include_router(pages.routes(service))
    app.add_middleware(Guard, settings=service.settings)
    return app
