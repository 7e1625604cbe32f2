"""The cases that come with the program."""

from __future__ import annotations

from pathlib import Path

import ariane
from ariane.bootstrap import assess, load_case
from ariane.consult.consultation import Consultation

SHIPPED = sorted((Path(ariane.__file__).parent / "case" / "shipped").glob("*.yaml"))


def shipped(stem: str) -> Consultation:
    """Return the consultation of one shipped case."""
    return assess(load_case(next(path for path in SHIPPED if path.stem == stem)))
