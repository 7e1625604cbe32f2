"""A small real OpenID provider on this machine: discovery, authorize, token, keys, userinfo.

It signs everybody in at once. `spoil` changes what it says, as a broken or hostile one would.
"""

from __future__ import annotations

import base64
import hmac
import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from secrets import token_urlsafe
from typing import Any
from urllib.parse import unquote, urlencode

from fastapi import FastAPI, Form, Header, HTTPException
from fastapi.responses import RedirectResponse
from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey

from support.serving import served

CLIENT, SECRET = "ariane", "un secret & co"
Claims = dict[str, Any]


@dataclass
class Provider:
    """What the provider knows; `about` are the claims on whoever signs in."""

    issuer: str = ""
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(parameters={"kid": "one"}))
    about: Claims = field(default_factory=dict)
    userinfo: Claims = field(default_factory=dict)
    spoil: Callable[[Claims], Claims] = lambda claims: claims
    sign: Callable[[Claims], str] | None = None
    discovery: Claims = field(default_factory=dict)
    codes: dict[str, Claims] = field(default_factory=dict)
    seen: list[str] = field(default_factory=list)

    def id_token(self, nonce: str) -> str:
        now = int(time.time())
        claims = {
            "iss": self.issuer,
            "aud": CLIENT,
            "sub": "42",
            "iat": now,
            "exp": now + 300,
            "nonce": nonce,
            **self.about,
        }
        claims = self.spoil(claims)
        return self.sign(claims) if self.sign else self.signed(claims, self.key)

    def signed(self, claims: Claims, key: RSAKey) -> str:
        return jwt.encode({"alg": "RS256", "kid": key.kid}, claims, key)

    def signed_with_public_key(self, claims: Claims) -> str:
        """Return a token whose secret is the public key: an old confusion of algorithms."""
        signed = ".".join(
            _encoded(part) for part in ({"alg": "HS256", "kid": self.key.kid}, claims)
        )
        secret = self.key.as_pem(private=False)
        return f"{signed}.{_base64(hmac.digest(secret, signed.encode(), sha256))}"

    def unsigned(self, claims: Claims) -> str:
        return f"{_encoded({'alg': 'none'})}.{_encoded(claims)}."


def _encoded(part: Claims) -> str:
    return _base64(json.dumps(part).encode())


def _base64(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


@contextmanager
def running_provider() -> Iterator[Provider]:
    """Serve a provider on a free port of this machine."""
    provider = Provider()
    with served(_app(provider)) as address:
        provider.issuer = address
        yield provider


def _app(provider: Provider) -> FastAPI:
    app = FastAPI()

    @app.get("/.well-known/openid-configuration")
    def discovery() -> Claims:
        at = provider.issuer
        provider.seen.append("discovery")
        return {
            "issuer": at,
            "authorization_endpoint": f"{at}/authorize?tenant=1",
            "token_endpoint": f"{at}/token",
            "jwks_uri": f"{at}/keys",
            "userinfo_endpoint": f"{at}/userinfo",
            "end_session_endpoint": f"{at}/end",
            **provider.discovery,
        }

    @app.get("/keys")
    def keys() -> Claims:
        provider.seen.append("keys")
        return dict(KeySet([provider.key]).as_dict(private=False))

    @app.get("/authorize")
    def authorize(
        response_type: str,
        client_id: str,
        redirect_uri: str,
        state: str,
        nonce: str,
        scope: str,
        code_challenge: str,
        code_challenge_method: str,
    ) -> RedirectResponse:
        asked = (response_type, client_id, code_challenge_method, "openid" in scope.split())
        if asked != ("code", CLIENT, "S256", True):
            raise HTTPException(400, str(asked))
        code = token_urlsafe(8)
        provider.codes[code] = {
            "nonce": nonce,
            "redirect_uri": redirect_uri,
            "challenge": code_challenge,
        }
        return RedirectResponse(f"{redirect_uri}?{urlencode({'code': code, 'state': state})}")

    @app.post("/token")
    def token(
        grant_type: str = Form(),
        code: str = Form(),
        redirect_uri: str = Form(),
        code_verifier: str = Form(),
        client_id: str = Form(""),
        client_secret: str = Form(""),
        authorization: str = Header(""),
    ) -> Claims:
        if authorization:
            pair = base64.b64decode(authorization.removeprefix("Basic ")).decode()
            client_id, client_secret = map(unquote, pair.split(":"))
        provider.seen.append("basic" if authorization else "post")
        known = provider.codes.pop(code, None)
        digest = sha256(code_verifier.encode()).digest()
        challenge = _base64(digest)
        expected = {"redirect_uri": redirect_uri, "challenge": challenge}
        if (
            known is None
            or grant_type != "authorization_code"
            or (client_id, client_secret) != (CLIENT, SECRET)
            or {key: known[key] for key in expected} != expected
        ):
            raise HTTPException(400, "invalid_grant")
        return {
            "id_token": provider.id_token(known["nonce"]),
            "access_token": "access",
            "token_type": "Bearer",
        }

    @app.get("/userinfo")
    def userinfo(authorization: str = Header()) -> Claims:
        if authorization != "Bearer access":
            raise HTTPException(401)
        provider.seen.append("userinfo")
        return {"sub": "42", **provider.userinfo}

    return app
