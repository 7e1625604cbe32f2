"""The templates of self-contained pages: strict, and safe against what people type."""

from __future__ import annotations

from importlib.resources import files

from jinja2 import BaseLoader, DictLoader, Environment, StrictUndefined


def page_environment(loader: BaseLoader) -> Environment:
    """Return an environment that escapes all values and refuses unknown names."""
    return Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def environment_of(name: str) -> Environment:
    """Return the environment of one template."""
    return page_environment(DictLoader({name: template_file(name)}))


def template_file(name: str) -> str:
    """Return the text of a file that lies among the templates."""
    return files("ariane.documents").joinpath("templates", name).read_text("utf-8")
