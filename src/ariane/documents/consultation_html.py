"""A consultation as one self-contained page: no script, no network, prints well."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment

from ariane.consult.consultation import Consultation
from ariane.consult.stains import read_stains
from ariane.consult.tissue_planning import tissue_plan
from ariane.documents.answers import answer_effect
from ariane.documents.origin_attached import attached_lines
from ariane.documents.page_templates import environment_of, template_file
from ariane.documents.pathway_svg import pathway_svg
from ariane.documents.plan_words import stage_words
from ariane.documents.stain_reading import stain_lines
from ariane.documents.tissue_text import tissue_lines
from ariane.documents.viewing import view
from ariane.logic.truth import Truth
from ariane.wording.catalogue import say
from ariane.wording.language import Language

TEMPLATE = "consultation.html.j2"
STYLE = "consultation.css"
MARKS = {"holds": "✔", "fails": "✖", "unknown": "?"}


def consultation_html(consultation: Consultation, language: Language) -> str:
    """Return the page; every text that comes from the case is escaped."""
    tissue = tissue_plan(consultation)
    reading = read_stains(consultation.case)
    return (
        _environment()
        .get_template(TEMPLATE)
        .render(
            v=view(consultation, language, full=True),
            t=lambda key, **values: say(key, language, **values),
            effect=lambda answer: answer_effect(answer, language),
            stage=lambda number: stage_words(number, language),
            lang=language.value,
            marks=MARKS,
            style=template_file(STYLE),
            stains=[line.plain.strip() for line in stain_lines(reading, language)]
            if reading.results
            else [],
            attached=attached_lines(consultation, language),
            tissue=[line.plain.strip() for line in tissue_lines(tissue, language)]
            if tissue.is_open
            else [],
            drawings=[
                pathway_svg(pathway, language)
                for pathway in consultation.pathways
                if pathway.entered is Truth.HOLDS
            ],
        )
    )


@cache
def _environment() -> Environment:
    return environment_of(TEMPLATE)
