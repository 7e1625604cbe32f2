"""The application: settings in, an ASGI application out. Nothing is opened at import."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files
from secrets import token_bytes

from fastapi import FastAPI, Request, Response
from fastapi.responses import PlainTextResponse, RedirectResponse
from fastapi.staticfiles import StaticFiles

from ariane.case.problems import CaseError
from ariane.store.cases import ChangedMeanwhileError, NoSuchCaseError
from ariane.store.database import open_database
from ariane.web import (
    case_page,
    case_routes,
    drawing_routes,
    export_routes,
    failures,
    peritoneum_routes,
    preparation_routes,
    report_routes,
    statement_routes,
    thinking_routes,
    tool_routes,
)
from ariane.web.casework import Casework, NotPermittedError
from ariane.web.pages import FOLDER, LANGUAGE_COOKIE
from ariane.web.people import LOCAL
from ariane.web.security import (
    SESSION_COOKIE,
    Next,
    RateLimit,
    session_of,
    token_of,
    with_headers,
)
from ariane.web.settings import Settings
from ariane.wording.language import Language

ROUTES = (
    case_routes,
    case_page,
    thinking_routes,
    report_routes,
    peritoneum_routes,
    preparation_routes,
    drawing_routes,
    export_routes,
    statement_routes,
    tool_routes,
)
YEAR = 365 * 24 * 3600


def create_app(settings: Settings) -> FastAPI:
    """Return the workbench. Opens the database when it starts; seeds an empty one with demos."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        database = open_database(settings.database)
        app.state.casework = Casework(database)
        if settings.demo:
            seed(app.state.casework)
        yield
        database.close()

    app = FastAPI(
        title="Ariane",
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        openapi_url="/openapi.json",
    )
    app.state.settings = settings
    app.state.secret = token_bytes(32)
    app.mount("/static", StaticFiles(directory=FOLDER / "static"), name="static")
    for routes in ROUTES:
        app.include_router(routes.router)
    _small_routes(app)
    _guard(app, settings)
    app.add_exception_handler(NoSuchCaseError, failures.no_such_case)
    app.add_exception_handler(NotPermittedError, failures.not_permitted)
    app.add_exception_handler(ChangedMeanwhileError, failures.changed_meanwhile)
    app.add_exception_handler(CaseError, failures.refused_case)
    return app


def seed(casework: Casework) -> None:
    """Put the shipped cases into a database that has none."""
    if casework.all_cases(LOCAL):
        return
    folder = files("ariane.case").joinpath("shipped")
    for entry in sorted(folder.iterdir(), key=lambda found: found.name, reverse=True):
        if entry.name.endswith(".yaml"):
            casework.bring_in(entry.read_bytes(), entry.name, LOCAL)


def _small_routes(app: FastAPI) -> None:
    @app.get("/healthz", response_class=PlainTextResponse)
    def healthz() -> str:
        """Say that the workbench answers and reaches its database."""
        app.state.casework.ping()
        return "ok\n"

    @app.get("/", include_in_schema=False)
    def root() -> RedirectResponse:
        return RedirectResponse("/cases")

    @app.get("/language/{language}", include_in_schema=False)
    def language(request: Request, language: Language, to: str = "/cases") -> RedirectResponse:
        target = to if to.startswith("/") and not to.startswith("//") else "/cases"
        response = RedirectResponse(target, 303)
        response.set_cookie(
            LANGUAGE_COOKIE, language.value, max_age=YEAR, samesite="lax", httponly=True
        )
        return response


def _guard(app: FastAPI, settings: Settings) -> None:
    limit = RateLimit(settings.requests_a_minute)
    places = asyncio.Semaphore(settings.concurrent)

    @app.middleware("http")
    async def guard(request: Request, forward: Next) -> Response:
        client = request.client.host if request.client else ""
        if not limit.allows(client):
            return with_headers(request, failures.too_many(request))
        session, is_new = session_of(request)
        request.state.csrf = token_of(app.state.secret, session)
        request.state.person = LOCAL
        try:
            async with asyncio.timeout(settings.seconds), places:
                response = await forward(request)
        except TimeoutError:
            return with_headers(request, failures.too_slow(request))
        if is_new:
            response.set_cookie(SESSION_COOKIE, session, samesite="strict", httponly=True)
        return with_headers(request, response)
