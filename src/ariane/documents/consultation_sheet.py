"""What the printed sheet of a consultation says: the view, shortened to what a board reads."""

from __future__ import annotations

from typing import Any, NamedTuple

from ariane.consult.consultation import Consultation, Pathway
from ariane.consult.importance import Place
from ariane.documents.answers import answer_effect
from ariane.documents.origin_attached import attached_lines
from ariane.documents.pathway_svg import legend_svg, pathway_excerpt, pathway_title
from ariane.documents.plan_view import PlanLine
from ariane.documents.question_view import QuestionView
from ariane.documents.references import references
from ariane.documents.view import ConflictView, Item, Section, View
from ariane.documents.viewing import view
from ariane.logic.truth import Truth
from ariane.wording.catalogue import Speaker, speaker
from ariane.wording.language import Language
from ariane.wording.phrases import capitalised

WIDEST_DRAWING = 1000.0
"""In the units of the drawing: a wider one would be too small to read across a page."""
PAGE_MM = 178.0
HIGHEST_MM = (150.0, 94.0, 60.0)
"""Of a drawing, where one, two or three share the page."""
LARGEST_MM_PER_UNIT = 0.19
"""A box's letters are then as large as the text around the drawing."""
SHOWN_ANSWERS = 3
SHOWN_REPORTS = 4
"""On the origin: one of each kind of evidence."""
LABELS = (
    "brand", "subtitle", "known", "nothing-known", "questions", "no-questions",
    "conflicts", "conflicts-hint", "pathways", "sources", "because", "signature",
    "signature.present", "signature.decision", "notes",
)  # fmt: skip


class Depth(NamedTuple):
    """How many entries of each kind a sheet shows."""

    items: int
    questions: int
    conflicts: int
    facts: int
    references: int


DEPTHS = (
    Depth(99, 4, 99, 99, 99),
    Depth(30, 4, 16, 99, 20),
    Depth(24, 3, 12, 30, 12),
    Depth(20, 3, 10, 20, 10),
    Depth(16, 3, 8, 16, 8),
    Depth(13, 3, 8, 12, 6),
    Depth(10, 2, 6, 10, 4),
    Depth(8, 2, 6, 8, 0),
    Depth(6, 2, 4, 8, 0),
)
"""From all there is to the least that a sheet says."""
NEVER_FEWER_WARNINGS = 12


def sheet_data(consultation: Consultation, language: Language, depth: Depth) -> dict[str, Any]:
    """Return what `templates/consultation.typ` prints, as plain values."""
    say = speaker(language)
    shown = view(consultation, language, full=True)
    lines = zip(consultation.pathways, shown.pathways, strict=True)
    entered = [(pathway, line) for pathway, line in lines if pathway.entered is Truth.HOLDS]
    return {
        "lang": language.value,
        "title": say("sheet:title", case=shown.case_id),
        "page_of": say("sheet:page-of"),
        "intended_use": shown.intended_use,
        "labels": {name: say(f"sheet:{name}") for name in LABELS},
        "case_id": shown.case_id,
        "as_of": shown.as_of,
        "edition": shown.edition,
        "dated": shown.dated,
        "versions": say("sheet:versions", version=shown.version, knowledge=shown.knowledge[:16]),
        "summary": list(shown.summary),
        "known": [_facts(domain, facts, depth, say) for domain, facts in shown.known],
        "notes": shown.notes,
        "attached": _attached(consultation, language, say),
        "sections": [
            _to_do(shown, depth, say),
            *(_section(section, depth, say) for section in shown.first),
        ],
        "questions": [_question(q, language, say) for q in shown.questions[: depth.questions]],
        "more_questions": _more(shown, depth, say),
        "conflicts": [_conflict(entry, say) for entry in _by_gravity(shown)[: depth.conflicts]],
        "more_conflicts": _left_out(len(shown.conflicts) - depth.conflicts, say),
        "pathways": [
            _pathway(pathway, line, HIGHEST_MM[len(entered) - 1], language)
            for pathway, line in entered
        ],
        "legend": legend_svg(consultation.pathways[0], language),
        "legend_alt": say("sheet:legend-alt"),
        "references": list(references(consultation, depth.references)),
    }


def _left_out(count: int, say: Speaker) -> str:
    return say("sheet:left-out", count=count) if count > 0 else ""


def _more(shown: View, depth: Depth, say: Speaker) -> str:
    asked = len(shown.questions) + shown.more_questions
    rest = asked - min(depth.questions, len(shown.questions))
    return say("sheet:more-questions", count=rest) if rest > 0 else ""


def _facts(domain: str, facts: tuple[str, ...], depth: Depth, say: Speaker) -> dict[str, Any]:
    return {
        "domain": domain,
        "facts": list(facts[: depth.facts]),
        "more": _left_out(len(facts) - depth.facts, say),
    }


def _attached(consultation: Consultation, language: Language, say: Speaker) -> dict[str, Any]:
    """Return the reports on the origin that the case carries, and what they stand beside."""
    lines = attached_lines(consultation, language)
    if not lines:
        return {"heading": "", "reports": [], "beside": "", "more": ""}
    heading, *reports, beside = lines
    return {
        "heading": heading,
        "reports": reports[:SHOWN_REPORTS],
        "beside": beside,
        "more": _left_out(len(reports) - SHOWN_REPORTS, say),
    }


def _to_do(shown: View, depth: Depth, say: Speaker) -> dict[str, Any]:
    """Return the plan in the shape of a section: its lines, in the order of doing."""
    lines = shown.plan.lines
    return {
        "key": Place.DO.value,
        "heading": say("plan:heading"),
        "hint": shown.plan.time,
        "total": len(lines),
        "none": say("plan:nothing"),
        "items": [_line(line, shown.plan_items[line.id]) for line in lines[: depth.items]],
        "more": _left_out(len(lines) - depth.items, say),
    }


def _line(line: PlanLine, items: tuple[Item, ...]) -> dict[str, Any]:
    remarks = dict.fromkeys(remark.topic for item in items for remark in item.remarks)
    return {
        "title": line.title,
        "safety": list(line.cautions),
        "strength": line.strength,
        "strength_label": line.labels[0],
        "grade": " · ".join(line.labels[1:]),
        "place": " · ".join([line.who, *line.effects, *(limit.words for limit in line.limits)]),
        "because": line.because,
        "status": line.state if line.under_way else "",
        "warnings": list(remarks),
    }


def _section(section: Section, depth: Depth, say: Speaker) -> dict[str, Any]:
    avoid = section.key == Place.AVOID
    most = max(depth.items, NEVER_FEWER_WARNINGS) if avoid else depth.items
    return {
        "key": section.key,
        "heading": section.heading,
        "hint": section.hint,
        "total": section.total,
        "none": say("view.none"),
        "items": [_item(item) for item in section.items[:most]],
        "more": _left_out(len(section.items) - most, say),
    }


def _item(item: Item) -> dict[str, Any]:
    return {
        "title": item.title,
        "safety": list(item.safety),
        "strength": item.strength,
        "strength_label": item.strength_label,
        "grade": item.grade,
        "place": item.place,
        "because": item.because,
        "status": item.status,
        "warnings": [remark.topic for remark in item.remarks],
    }


def _question(asked: QuestionView, language: Language, say: Speaker) -> dict[str, Any]:
    settling = [a for a in asked.answers if a.holds or a.fails]
    rest = len(settling) - SHOWN_ANSWERS
    return {
        "question": asked.question,
        "source": asked.source,
        "answers": [
            {"value": answer.value, "effect": answer_effect(answer, language)}
            for answer in settling[:SHOWN_ANSWERS]
        ],
        "more": say("sheet:answers-more", count=rest) if rest > 0 else "",
    }


def _by_gravity(shown: View) -> list[ConflictView]:
    return sorted(shown.conflicts, key=lambda conflict: not conflict.grave)


def _conflict(entry: ConflictView, say: Speaker) -> dict[str, Any]:
    return {
        "topic": entry.remark.topic,
        "reading": capitalised(entry.remark.reading.removeprefix(say("sheet:reading-prefix"))),
        "grave": entry.grave,
    }


def _pathway(pathway: Pathway, line: str, highest: float, language: Language) -> dict[str, Any]:
    title, description = pathway_title(pathway, language)
    svg, width, height = pathway_excerpt(pathway, language, WIDEST_DRAWING)
    scale = min(PAGE_MM / width, highest / height, LARGEST_MM_PER_UNIT)
    return {
        "title": title,
        "line": line,
        "alt": description,
        "svg": svg,
        "width_mm": round(width * scale, 1),
    }
