"""The report of a training as one self-contained page: no script, no network."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined

from ariane.documents.rna_training import training_parts
from ariane.origin.rna.own.train import Trained
from ariane.wording.catalogue import say
from ariane.wording.language import Language

TEMPLATE = "rna_training.html.j2"


def training_html(trained: Trained, language: Language) -> str:
    """Return the page; every text that comes from the files is escaped."""
    text = (files("ariane.documents") / "templates" / TEMPLATE).read_text("utf-8")
    return (
        _environment()
        .from_string(text)
        .render(
            lang=language.value,
            title=say("rna_training:title", language),
            card=trained.card,
            parts=training_parts(trained, language),
            intended_use=say("intended-use", language),
        )
    )


@cache
def _environment() -> Environment:
    return Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True)
