"""What is asked of an OpenID provider, and how its answers are checked."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from threading import Lock
from typing import Any, NamedTuple
from urllib.error import URLError
from urllib.parse import quote, urlencode
from urllib.request import HTTPRedirectHandler, Request, build_opener

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from ariane.web.sign_in.settings import OidcSettings, is_confidential

ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"]
"""Signatures by a key pair: neither `none`, nor a secret that is shared."""
SECONDS = 10
LONGEST = 1 << 20
LEEWAY_SECONDS = 60


class ProviderError(Exception):
    """A provider that does not answer, or not as OpenID Connect asks."""


class IdentityError(Exception):
    """An identity that must not be believed."""


class Tokens(NamedTuple):
    """What a provider gives for a code."""

    id_token: str
    access_token: str


class Provider:
    """One provider. Its endpoints and keys are asked for when first needed, then remembered."""

    def __init__(self, settings: OidcSettings) -> None:
        self._settings = settings
        self._lock = Lock()
        self._endpoints: dict[str, Any] | None = None
        self._keys: KeySet | None = None

    def endpoint(self, name: str) -> str:
        """Return the address of an endpoint, empty where the provider has none."""
        return str(self._discovered().get(name) or "")

    def authorization_url(self, **values: str) -> str:
        """Return where a person goes to sign in."""
        address = self.endpoint("authorization_endpoint")
        if not is_confidential(address):
            raise ProviderError(f"{address!r} is neither https nor on this machine")
        query = urlencode({"client_id": self._settings.client_id, **values})
        return f"{address}{'&' if '?' in address else '?'}{query}"

    def exchange(self, code: str, verifier: str, redirect_uri: str) -> Tokens:
        """Return the tokens for a code (RFC 6749, 4.1.3, with RFC 7636)."""
        values = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": redirect_uri,
            "code_verifier": verifier,
        }
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        methods = self._discovered().get("token_endpoint_auth_methods_supported", [])
        client, secret = self._settings.client_id, self._settings.client_secret
        if "client_secret_post" in methods and "client_secret_basic" not in methods:
            values |= {"client_id": client, "client_secret": secret}
        else:
            pair = f"{quote(client, safe='')}:{quote(secret, safe='')}".encode()
            headers["Authorization"] = f"Basic {base64.b64encode(pair).decode()}"
        found = _asked(self.endpoint("token_endpoint"), urlencode(values).encode(), headers)
        if not isinstance(found.get("id_token"), str):
            raise ProviderError("no id_token")
        return Tokens(found["id_token"], str(found.get("access_token", "")))

    def identity(self, id_token: str, nonce: str) -> dict[str, Any]:
        """Return the claims of an identity: signed by this provider, for us, now, for this try.

        Raises `IdentityError`.
        """
        try:
            token = self._decoded(id_token)
            self._registry(nonce).validate(token.claims)
        except (JoseError, ValueError) as error:
            raise IdentityError(f"{type(error).__name__}: {error}") from None
        audience = token.claims["aud"]
        client = self._settings.client_id
        if isinstance(audience, list) and len(audience) > 1 and token.claims.get("azp") != client:
            raise IdentityError("azp")
        return token.claims

    def about(self, access_token: str, subject: str) -> Mapping[str, Any]:
        """Return what the provider says of a person beyond the identity; nothing where it cannot.

        Raises `IdentityError` for an answer about somebody else.
        """
        address = self.endpoint("userinfo_endpoint")
        if not address or not access_token:
            return {}
        found = _asked(address, None, {"Authorization": f"Bearer {access_token}"})
        if found.get("sub") != subject:
            raise IdentityError("sub")
        return found

    def _registry(self, nonce: str) -> jwt.JWTClaimsRegistry:
        return jwt.JWTClaimsRegistry(
            leeway=LEEWAY_SECONDS,
            iss={"essential": True, "value": self._settings.issuer},
            aud={"essential": True, "value": self._settings.client_id},
            nonce={"essential": True, "value": nonce},
            sub={"essential": True},
            exp={"essential": True},
            iat={"essential": True},
        )

    def _decoded(self, id_token: str) -> jwt.Token:
        """Check the signature; keys may have been renewed since they were read."""
        try:
            return jwt.decode(id_token, self._key_set(), algorithms=ALGORITHMS)
        except (JoseError, ValueError):
            return jwt.decode(id_token, self._key_set(anew=True), algorithms=ALGORITHMS)

    def _key_set(self, anew: bool = False) -> KeySet:
        with self._lock:
            keys = None if anew else self._keys
        if keys is None:
            keys = KeySet.import_key_set(_asked(self.endpoint("jwks_uri")))  # type: ignore[arg-type]
            with self._lock:
                self._keys = keys
        return keys

    def _discovered(self) -> dict[str, Any]:
        with self._lock:
            known = self._endpoints
        if known is None:
            issuer = self._settings.issuer
            known = _asked(f"{issuer.rstrip('/')}/.well-known/openid-configuration")
            if known.get("issuer") != issuer:
                raise ProviderError(f"issuer is {known.get('issuer')!r}, not {issuer!r}")
            with self._lock:
                self._endpoints = known
        return known


class _Straight(HTTPRedirectHandler):
    """A provider answers where it says that it answers: no detour with our secret."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


def _asked(
    url: str, content: bytes | None = None, headers: Mapping[str, str] | None = None
) -> dict[str, Any]:
    if not is_confidential(url):
        raise ProviderError(f"{url!r} is neither https nor on this machine")
    request = Request(url, content, {"Accept": "application/json", **(headers or {})})  # noqa: S310
    try:
        with build_opener(_Straight).open(request, timeout=SECONDS) as answer:
            found = json.loads(answer.read(LONGEST))
    except (URLError, OSError, ValueError) as error:
        raise ProviderError(f"{url}: {error}") from None
    if not isinstance(found, dict):
        raise ProviderError(f"{url}: not an object")
    return found
