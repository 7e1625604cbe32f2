"""The application: settings in, an ASGI application out. Nothing is opened at import."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files
from secrets import token_bytes

from fastapi import FastAPI, Request
from fastapi.responses import PlainTextResponse, RedirectResponse
from fastapi.staticfiles import StaticFiles
from starlette.middleware.base import BaseHTTPMiddleware

from ariane.board.permissions import Action
from ariane.store.database import open_database
from ariane.web import (
    audit_routes,
    board_routes,
    case_page,
    case_routes,
    drawing_routes,
    erasing_routes,
    export_routes,
    failures,
    origin_routes,
    peritoneum_routes,
    preparation_routes,
    report_routes,
    session_routes,
    statement_routes,
    thinking_routes,
    tool_routes,
)
from ariane.web.boardwork import Boardwork
from ariane.web.casework import Casework
from ariane.web.erasing import Erasing
from ariane.web.guard import BodyLimit, Guard
from ariane.web.pages import FOLDER, LANGUAGE_COOKIE
from ariane.web.people import LOCAL
from ariane.web.security import own_path
from ariane.web.sessionwork import Sessionwork
from ariane.web.settings import Settings
from ariane.web.sign_in import routes as sign_in_routes
from ariane.web.sign_in.provider import Provider
from ariane.web.sign_in.sessions import Sessions
from ariane.wording.language import Language

ROUTES = (
    case_routes,
    case_page,
    thinking_routes,
    report_routes,
    origin_routes,
    peritoneum_routes,
    preparation_routes,
    drawing_routes,
    export_routes,
    board_routes,
    session_routes,
    audit_routes,
    erasing_routes,
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
        app.state.boardwork = Boardwork(database, limits=settings.limits)
        app.state.sessionwork = Sessionwork(database, rules=settings.quorum_rules)
        app.state.erasing = Erasing(database)
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
    if settings.oidc is not None:
        app.state.provider = Provider(settings.oidc)
        app.state.sessions = Sessions(app.state.secret, settings.is_secure)
        app.include_router(sign_in_routes.router)
    app.add_middleware(BodyLimit)
    app.add_middleware(BaseHTTPMiddleware, dispatch=Guard(app, settings))
    for kind, answer in failures.HANDLERS.items():
        app.add_exception_handler(kind, answer)
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
    def root(request: Request) -> RedirectResponse:
        reads_cases = request.state.person.may(Action.READ_CASE)
        return RedirectResponse("/cases" if reads_cases else "/audit")

    @app.get("/language/{language}", include_in_schema=False)
    def language(request: Request, language: Language, to: str = "/cases") -> RedirectResponse:
        response = RedirectResponse(own_path(to), 303)
        response.set_cookie(
            LANGUAGE_COOKIE,
            language.value,
            max_age=YEAR,
            samesite="lax",
            httponly=True,
            secure=app.state.settings.is_secure,
        )
        return response
