"""From a template to a response, in the language of the reader."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ariane.guideline.tncd24.knowledge_hash import knowledge_sha256
from ariane.version import __version__
from ariane.wording.catalogue import speaker
from ariane.wording.language import Language

FOLDER = Path(__file__).parent
TEMPLATES = FOLDER / "templates"
LANGUAGE_COOKIE = "ariane-language"


def page(request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """Return a rendered template; what every page needs is put beside `values`."""
    language = language_of(request)
    html = (
        _environment()
        .get_template(template)
        .render(
            t=speaker(language),
            lang=language.value,
            other=Language.EN.value if language is Language.FR else Language.FR.value,
            person=getattr(request.state, "person", None),
            csrf=getattr(request.state, "csrf", ""),
            path=request.url.path if request.method == "GET" else "/cases",
            version=__version__,
            knowledge=knowledge_sha256(),
            **values,
        )
    )
    return HTMLResponse(html, status)


def language_of(request: Request) -> Language:
    """Return the language that the reader has chosen, else that of the workbench."""
    asked = request.cookies.get(LANGUAGE_COOKIE, "")
    if asked in tuple(Language):
        return Language(asked)
    language: Language = request.app.state.settings.language
    return language


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
