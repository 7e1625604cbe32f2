"""Where a box of a drawn algorithm leads: to the fact that it waits for, or to the text."""

from __future__ import annotations

from ariane.consult.consultation import Pathway
from ariane.documents.pathway_svg import Link
from ariane.facts.source import NEVER_ASKED
from ariane.facts.vocabulary import BY_NAME
from ariane.guideline.algorithm import Node
from ariane.wording.catalogue import label, say
from ariane.wording.language import Language


def drawing_links(pathway: Pathway, case_id: str, language: Language) -> dict[str, Link]:
    """Return a link for every box of an algorithm, by the id of the box.

    A box waits for what the open arrows out of it ask, or, where the patient is not yet there, for
    what the arrows into it ask. Where nothing is waited for, the link leads to the statements of
    the section that prints the algorithm.
    """
    return {node.id: _link(node, pathway, case_id, language) for node in pathway.algorithm.nodes}


def _link(node: Node, pathway: Pathway, case_id: str, language: Language) -> Link:
    waits = _waits_for(node, pathway)
    if not waits:
        algorithm = pathway.algorithm
        said = say("web:drawing.text", language, section=algorithm.section)
        return Link(f"/cases/{case_id}/statements#{algorithm.entered_by}", said)
    names = ", ".join(label(BY_NAME[name], language) for name in waits)
    return Link(f"#f-{waits[0]}", say("web:drawing.waits", language, facts=names))


def _waits_for(node: Node, pathway: Pathway) -> list[str]:
    out = [step for step in pathway.steps if step.edge.source == node.id]
    into = [step for step in pathway.steps if step.edge.target == node.id]
    steps = out if node.id in pathway.visited else into
    names = dict.fromkeys(name for step in steps for name in step.missing)
    return [name for name in names if BY_NAME[name].source not in NEVER_ASKED]
