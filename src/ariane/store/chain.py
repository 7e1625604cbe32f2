"""Records that can be erased by law, and the hashes that vouch for them afterwards."""

from __future__ import annotations

import json
from hashlib import sha256
from secrets import token_hex
from typing import Any


def sealed(record: dict[str, Any]) -> tuple[str, str]:
    """Return a record as text, with a salt so that its hash gives nothing away, and the hash."""
    text = json.dumps(record | {"salt": token_hex(16)}, ensure_ascii=False, sort_keys=True)
    return text, digest(text)


def digest(text: str) -> str:
    """Return the SHA-256 of a text."""
    return sha256(text.encode()).hexdigest()


def chained(referral_id: str, number: int, happened: str, previous: str, hashed: str) -> str:
    """Return the link of one event: over what happened and hashes, never over a record itself."""
    return digest(f"{referral_id}:{number}:{happened}:{previous}:{hashed}")
