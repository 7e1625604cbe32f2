"""The sources that the chapter cites. It prints no bibliography: some remain unidentified."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

ENTRY = re.compile(r"@(?P<type>\w+)\{(?P<key>[^,]+),(?P<body>.*?)\n\}", re.DOTALL)
FIELD = re.compile(r"^\s*(?P<name>\w+)\s*=\s*\{(?P<value>.*)\},?\s*$", re.MULTILINE)


@cache
def entries() -> dict[str, dict[str, str]]:
    """Return the fields of every entry of `bibliography.bib`, by citation key."""
    text = files("ariane.guideline.tncd24").joinpath("bibliography.bib").read_text("utf-8")
    return {
        match["key"].strip(): {
            field["name"].lower(): field["value"] for field in FIELD.finditer(match["body"])
        }
        for match in ENTRY.finditer(text)
    }


def identified(key: str) -> str:
    """Return the publication behind a citation key, or nothing where it has not been identified."""
    entry = entries().get(key, {})
    if "title" not in entry:
        return ""
    parts = [
        entry.get("author", ""),
        entry["title"],
        entry.get("journal", ""),
        entry.get("year", ""),
    ]
    said = ". ".join(part for part in parts if part)
    return f"{said}. doi:{entry['doi']}" if "doi" in entry else said
