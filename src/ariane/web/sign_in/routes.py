"""To the provider and back; and out."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from hashlib import sha256
from secrets import compare_digest, token_urlsafe
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import RedirectResponse, Response
from starlette.datastructures import FormData

from ariane.web.failures import failure
from ariane.web.pages import page
from ariane.web.security import checked_form, own_path
from ariane.web.sign_in.provider import IdentityError, Provider, ProviderError
from ariane.web.sign_in.roles import claimed, person_of
from ariane.web.sign_in.sealed import Seal
from ariane.web.sign_in.sessions import Sessions

COOKIE = "ariane-sign-in"
USE = "sign-in"
BACK = "/sign-in/back"
TEN_MINUTES = 600
Form = Annotated[FormData, Depends(checked_form)]
router = APIRouter(include_in_schema=False)


@router.get("/sign-in")
def sign_in(request: Request, to: str = "/") -> Response:
    """Send a browser to the provider; what has to come back unchanged stays in a cookie."""
    settings = request.app.state.settings
    state, nonce, verifier = token_urlsafe(32), token_urlsafe(32), token_urlsafe(48)
    try:
        target = _provider(request).authorization_url(
            response_type="code",
            scope="openid profile email",
            redirect_uri=settings.base_url + BACK,
            state=state,
            nonce=nonce,
            code_challenge=challenge_of(verifier),
            code_challenge_method="S256",
        )
    except ProviderError:
        return failure(request, 503, "provider")
    kept = _seal(request).sealed(
        USE, TEN_MINUTES, state=state, nonce=nonce, verifier=verifier, to=own_path(to)
    )
    response = RedirectResponse(target, 303)
    response.set_cookie(
        COOKIE,
        kept,
        max_age=TEN_MINUTES,
        path=BACK,
        httponly=True,
        samesite="lax",
        secure=settings.is_secure,
    )
    return response


@router.get(BACK)
def back(request: Request, code: str = "", state: str = "") -> Response:
    """Receive a browser from the provider, and check everything that it brings."""
    kept = _seal(request).opened(USE, request.cookies.get(COOKIE, ""))
    if kept is None or not code or not compare_digest(kept["state"].encode(), state.encode()):
        return _forgotten(request, failure(request, 403, "sign-in", "/sign-in"))
    try:
        claims = _claims(request, code, kept)
    except ProviderError:
        return _forgotten(request, failure(request, 503, "provider", "/sign-in"))
    except IdentityError:
        return _forgotten(request, failure(request, 403, "sign-in", "/sign-in"))
    person = person_of(claims, request.app.state.settings.oidc)
    if not person.roles:
        return _forgotten(request, failure(request, 403, "no-role", "/sign-in"))
    response = RedirectResponse(kept["to"], 303)
    sessions_of(request).begin(response, person)
    return _forgotten(request, response)


@router.post("/sign-out")
def sign_out(request: Request, form: Form) -> Response:
    """End the session here, and show the way to end it with the provider too."""
    request.state.person = None
    try:
        provider = _provider(request).endpoint("end_session_endpoint")
    except ProviderError:
        provider = ""
    response = page(request, "signed_out.html.j2", provider=provider)
    sessions_of(request).end(request, response)
    return response


def sessions_of(request: Request) -> Sessions:
    """Return the sessions of this workbench."""
    sessions: Sessions = request.app.state.sessions
    return sessions


def challenge_of(verifier: str) -> str:
    """Return what PKCE shows of a secret that is told only with the code (RFC 7636, S256)."""
    return urlsafe_b64encode(sha256(verifier.encode()).digest()).rstrip(b"=").decode()


def _claims(request: Request, code: str, kept: dict[str, Any]) -> dict[str, Any]:
    """Return what the provider vouches for; what the identity leaves out is asked for."""
    provider, settings = _provider(request), request.app.state.settings
    tokens = provider.exchange(code, kept["verifier"], settings.base_url + BACK)
    claims = provider.identity(tokens.id_token, kept["nonce"])
    if claimed(claims, settings.oidc.roles_claim) is None:
        claims = {**provider.about(tokens.access_token, str(claims["sub"])), **claims}
    return claims


def _forgotten(request: Request, response: Response) -> Response:
    """Take back what was kept for this try: it serves once."""
    secure = request.app.state.settings.is_secure
    response.delete_cookie(COOKIE, path=BACK, httponly=True, samesite="lax", secure=secure)
    return response


def _provider(request: Request) -> Provider:
    provider: Provider = request.app.state.provider
    return provider


def _seal(request: Request) -> Seal:
    return Seal(request.app.state.secret)
