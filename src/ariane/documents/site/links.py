"""Addresses between pages: relative, so that the site works from a folder and from a server."""

from __future__ import annotations

from typing import NamedTuple


class Links(NamedTuple):
    """Addresses as one page writes them; `up` leads from it to the folder of its language."""

    up: str

    def page(self, path: str) -> str:
        """Return the address of a page of this language."""
        return f"{self.up}{path}"

    def other(self, language: str, path: str) -> str:
        """Return the address of a page of another language."""
        return f"{self.up}../{language}/{path}"

    def asset(self, name: str) -> str:
        """Return the address of a style, script or index."""
        return f"{self.up}../assets/{name}"

    def statement(self, name: str) -> str:
        """Return the address of a statement."""
        return self.page(statement_path(name))

    def fact(self, name: str) -> str:
        """Return the address of a fact."""
        return self.page(fact_path(name))

    def ambiguity(self, name: str) -> str:
        """Return the address of an ambiguity."""
        return self.page(ambiguity_path(name))

    def section(self, number: str) -> str:
        """Return the address of a section."""
        return self.page(section_path(number))

    def algorithm(self, name: str) -> str:
        """Return the address of an algorithm."""
        return self.page(algorithm_path(name))

    def source(self, key: str) -> str:
        """Return the address of a publication."""
        return self.page(f"bibliography.html#{key}")


def links_from(path: str) -> Links:
    """Return the addresses as the page at `path` (below the folder of its language) writes them."""
    return Links("../" * path.count("/"))


def statement_path(name: str) -> str:
    """Return where the page of a statement lies."""
    return f"statements/{name}.html"


def fact_path(name: str) -> str:
    """Return where the page of a fact lies."""
    return f"facts/{name}.html"


def ambiguity_path(name: str) -> str:
    """Return where the page of an ambiguity lies."""
    return f"ambiguities/{name}.html"


def section_path(number: str) -> str:
    """Return where the page of a section lies."""
    return f"sections/{number}.html"


def algorithm_path(name: str) -> str:
    """Return where the page of an algorithm lies."""
    return f"algorithms/{name}.html"
