"""Mappings that Ariane ships, and those of a user: by name, or by path."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from ariane.case.reading import read_bytes
from ariane.case.suggestions import nearest
from ariane.cohort.mapping.checking import mapping_from_bytes
from ariane.cohort.mapping.source_mapping import SourceMapping

ENDING = ".yaml"


class NoMappingError(LookupError):
    """Neither a shipped mapping nor a file; carries the nearest names."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.nearest = nearest(name, shipped_names())
        super().__init__(name)


def shipped_names() -> tuple[str, ...]:
    """Return the names of the shipped mappings."""
    folder = files("ariane.cohort") / "mappings"
    return tuple(sorted(f.name[: -len(ENDING)] for f in folder.iterdir() if f.name[0] != "_"))


def shipped_text(name: str) -> str:
    """Return a shipped mapping as it is written. Raises `NoMappingError`."""
    if name not in shipped_names():
        raise NoMappingError(name)
    return (files("ariane.cohort") / "mappings" / f"{name}{ENDING}").read_text("utf-8")


def read_mapping(named: str) -> SourceMapping:
    """Read a mapping by its shipped name or from a file. Raises `NoMappingError`, `CaseError`."""
    if named in shipped_names():
        return mapping_from_bytes(shipped_text(named).encode(), named)
    if not Path(named).exists() and not Path(named).suffix:
        raise NoMappingError(named)
    return mapping_from_bytes(read_bytes(named), named)
