"""Ariane: the thread back to the primary.

from ariane import load_case, assess
consultation = assess(load_case("case.yaml"))
consultation["S24.3.5-R7"].truth
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ariane.version import __version__

if TYPE_CHECKING:
    from ariane.bootstrap import CaseError, assess, load_case

__all__ = ["CaseError", "__version__", "assess", "load_case"]


def __getattr__(name: str) -> Any:
    """Import what is public only when it is asked for: start-up is part of the product."""
    if name in ("CaseError", "assess", "load_case"):
        from ariane import bootstrap

        return getattr(bootstrap, name)
    raise AttributeError(f"module 'ariane' has no attribute {name!r}")
