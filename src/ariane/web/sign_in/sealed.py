"""Values that a browser keeps for us, and cannot change: signed, for one use, for a time."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import OctKey

from ariane.web.security import key_for


class Seal:
    """Signs and checks the values of one workbench."""

    def __init__(self, secret: bytes, clock: Callable[[], float] = time.time) -> None:
        self._key = OctKey.import_key(key_for("seal", secret))
        self._clock = clock

    def sealed(self, use: str, seconds: int, **values: Any) -> str:
        """Return values as text for a cookie, good for one use and so many seconds."""
        claims = {**values, "use": use, "exp": int(self._clock()) + seconds}
        return jwt.encode({"alg": "HS256"}, claims, self._key, algorithms=["HS256"])

    def opened(self, use: str, text: str) -> dict[str, Any] | None:
        """Return the values; `None` where they are not ours, for another use, or too old."""
        try:
            claims = jwt.decode(text, self._key, algorithms=["HS256"]).claims
        except (JoseError, ValueError):
            return None
        fits = claims.get("use") == use and claims.get("exp", 0) > self._clock()
        return claims if fits else None
