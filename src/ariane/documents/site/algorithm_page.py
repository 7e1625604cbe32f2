"""One algorithm: its drawing without a patient, its boxes and its arrows in words."""

from __future__ import annotations

from math import inf
from typing import Any
from xml.etree.ElementTree import Element, SubElement, fromstring, tostring

from ariane.consult.consultation import Pathway, Step
from ariane.documents.pathway_svg import pathway_excerpt
from ariane.documents.site.ambiguity_page import ambiguity_card
from ariane.documents.site.conditions import clause
from ariane.documents.site.links import Links
from ariane.documents.site.statement_page import card, spans
from ariane.documents.site.uses import statements_of_box
from ariane.guideline.algorithm import Algorithm, Edge, NodeKind
from ariane.guideline.tncd24.ambiguities import AMBIGUITIES
from ariane.guideline.tncd24.chapter import statements_by_id
from ariane.logic.truth import Truth
from ariane.wording.catalogue import say, table, title
from ariane.wording.language import Language
from ariane.wording.phrases import capitalised, whole_condition

NAMESPACE = ' xmlns="http://www.w3.org/2000/svg"'
"""Not needed within a page."""


def algorithm_content(algorithm: Algorithm, links: Links, language: Language) -> dict[str, Any]:
    """Return what the page of an algorithm shows."""
    labels = table(language, "algorithms")
    return {
        "id": algorithm.id,
        "number": algorithm.id[-1],
        "section": algorithm.section,
        "drawing": drawing(algorithm, links, language),
        "entered": card(statements_by_id()[algorithm.entered_by], language),
        "boxes": [
            {
                "id": node.id,
                "label": labels[node.id],
                "kind": say(f"site:box.{node.kind}", language),
                "own": node.kind is NodeKind.SAFETY,
                "lines": spans((node.lines,)),
                "statements": [card(s, language) for s in statements_of_box(node)],
            }
            for node in algorithm.nodes
        ],
        "arrows": [
            {
                "from": edge.source,
                "to": edge.target,
                "from_label": labels[edge.source],
                "to_label": labels[edge.target],
                "condition": clause(edge.when, language),
                "standing": say(f"site:arrow.{_standing(edge)}", language),
                "held": edge.overridden_by.ambiguity if edge.overridden_by else "",
                "held_when": capitalised(whole_condition(edge.overridden_by.when, language))
                if edge.overridden_by
                else "",
            }
            for edge in algorithm.edges
        ],
        "ambiguities": [
            ambiguity_card(a, language) for a in AMBIGUITIES if a.id in algorithm.ambiguities
        ],
    }


def drawing(algorithm: Algorithm, links: Links, language: Language) -> str:
    """Return the drawing as SVG for a page; every box leads to its closest statement."""
    nobody = Pathway(
        algorithm,
        Truth.UNKNOWN,
        (),
        (),
        (),
        tuple(Step(edge, Truth.UNKNOWN, (), None) for edge in algorithm.edges),
    )
    drawn, _, _ = pathway_excerpt(nobody, language, inf)
    root = fromstring(drawn.replace(NAMESPACE, "", 1))  # noqa: S314 - our own drawing
    root.set("role", "group")
    _find(root, "desc").text = say("site:drawing.about", language)
    arrows = {f"{edge.source}-{edge.target}": edge for edge in algorithm.edges}
    for group in root.iter("g"):
        edge = arrows.get(group.get("data-edge", ""))
        if edge is not None:
            _find(group, "title").text = _arrow_words(edge, language)
    for node in algorithm.nodes:
        _link(root, node.id, statements_of_box(node)[0].id, links, language)
    return tostring(root, encoding="unicode")


def _link(root: Element, box: str, statement: str, links: Links, language: Language) -> None:
    """Put a link around the content of a box."""
    group = next(element for element in root.iter("g") if element.get("id") == box)
    content = list(group)
    for part in content:
        group.remove(part)
    anchor = SubElement(group, "a", {"href": links.statement(statement)})
    anchor.extend(content)
    name = _find(anchor, "title")
    name.text = f"{name.text} → {title(statement, language)} ({statement})"


def _arrow_words(edge: Edge, language: Language) -> str:
    condition = capitalised(whole_condition(edge.when, language))
    return f"{condition} · {say(f'site:arrow.{_standing(edge)}', language)}"


def _standing(edge: Edge) -> str:
    return "own" if edge.safety else "deduced" if edge.inferred else "printed"


def _find(parent: Element, tag: str) -> Element:
    found = parent.find(tag)
    if found is None:
        raise ValueError(f"the drawing has no <{tag}>")
    return found
