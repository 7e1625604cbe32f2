"""Reproducible property tests, and `case(facts, **more)` for everybody."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

from support.case_files import case

__all__ = ["case"]

settings.register_profile(
    "ariane",
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
settings.load_profile("ariane")
