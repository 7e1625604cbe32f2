"""Vega-Lite specifications of a report on the origin; SVG and HTML come from the same one."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import wrap
from typing import Any

from ariane.documents.origin_words import finding_words, origin_name
from ariane.documents.vega import SCHEMA, Spec
from ariane.origin.conflict_matrix import SIGNS, Matrix, Stance
from ariane.origin.report import OriginReport
from ariane.wording.catalogue import say
from ariane.wording.language import Language

SHOWN = 8
FOLD, BREAK = 18, "|"
"""Letters of a name in a line below a column, and what parts the lines."""
BLUE, GREY, GREEN, RED = "#1f5fa8", "#b8bfc8", "#2e7d4f", "#b3392f"


def report_plot(
    report: OriginReport,
    language: Language,
    matrix: Matrix | None = None,
    cohort_map: Spec | None = None,
) -> Spec:
    """Return the posterior above the weight of each finding, and what else is given below."""
    parts = [posterior_plot(report, language)]
    if report.evidence:
        parts.append(waterfall_plot(report, language))
    if matrix is not None:
        parts.append(matrix_plot(matrix, language))
    if cohort_map is not None:
        parts.append(cohort_map)
    return page_of(report.sample_id, parts, language)


def page_of(title: str, parts: list[Spec], language: Language) -> Spec:
    """Return drawings one below the other, under what they may be used for."""
    return {
        "$schema": SCHEMA,
        "description": f"{title}. {say('intended-use', language)}",
        "title": {
            "text": title,
            "subtitle": _sentences(say("intended-use", language)),
            "anchor": "start",
            "offset": 12,
            "fontSize": 15,
            "subtitleColor": "#4f5b6b",
        },
        "vconcat": parts,
        "resolve": {"scale": {"color": "independent", "x": "independent", "y": "independent"}},
        "config": {
            "axis": {"labelLimit": 320, "grid": False, "tickCount": 5},
            "font": "sans-serif",
            "title": {"frame": "group", "anchor": "start"},
            "view": {"stroke": None},
            "background": "white",
        },
    }


def posterior_plot(report: OriginReport, language: Language) -> Spec:
    """Return bars of the likeliest origins, those of the 90% set in colour."""
    shown = report.ranked[: max(SHOWN, len(report.set90))]
    values = [
        {
            "origin": origin_name(code, language),
            "share": report.posterior[code],
            "inside": code in report.set90,
        }
        for code in shown
    ]
    x = {"field": "share", "type": "quantitative", "scale": {"domain": [0, 1]}}
    return {
        "title": say("origin_ihc:plot.posterior", language),
        "data": {"values": values},
        "mark": "bar",
        "width": 440,
        "encoding": {
            "y": _names([str(value["origin"]) for value in values], "origin"),
            "x": {**x, "axis": {"format": "%", "title": None}},
            "color": {
                "field": "inside",
                "type": "nominal",
                "scale": {"domain": [True, False], "range": [BLUE, GREY]},
                "legend": None,
            },
        },
    }


def waterfall_plot(report: OriginReport, language: Language) -> Spec:
    """Return what each finding adds to the log-odds of the first origin over the second."""
    first, second = report.ranked[:2]
    values: list[Mapping[str, Any]] = []
    reached = 0.0
    for item in report.evidence[:SHOWN]:
        step = item.log_odds.get(first, 0.0) - item.log_odds.get(second, 0.0)
        words = finding_words(item, language)
        values.append({"finding": words, "from": reached, "to": reached + step, "for": step >= 0})
        reached += step
    title = say(
        "origin_ihc:plot.waterfall",
        language,
        first=origin_name(first, language),
        second=origin_name(second, language),
    )
    return {
        "title": title.split("\n"),
        "data": {"values": values},
        "mark": "bar",
        "width": 440,
        "encoding": {
            "y": _names([str(value["finding"]) for value in values], "finding"),
            "x": {"field": "from", "type": "quantitative", "title": None},
            "x2": {"field": "to"},
            "color": {
                "field": "for",
                "type": "nominal",
                "scale": {"domain": [True, False], "range": [GREEN, RED]},
                "legend": None,
            },
        },
    }


COLOURS = {
    Stance.FOR: GREEN,
    Stance.AGAINST: RED,
    Stance.MIXED: "#c98a1b",
    Stance.EXCUSED: "#e3c98f",
    Stance.WEAK: "#c9ced6",
    Stance.SILENT: "#f1f3f5",
}


def matrix_plot(matrix: Matrix, language: Language) -> Spec:
    """Return the conflict matrix: one row a kind of evidence, one column a candidate.

    A sign says what the colour says.
    """
    seen = [stance for stance in Stance if stance in {cell.stance for cell in matrix.cells}]
    stances = {stance: say(f"origin_ihc:stance.{stance}", language) for stance in seen}
    values = [
        {
            "kind": say(f"origin_ihc:kind.{cell.kind}", language),
            "origin": _folded(origin_name(cell.candidate, language)),
            "stance": stances[cell.stance],
            "sign": SIGNS[cell.stance],
            "dark": cell.stance in (Stance.FOR, Stance.AGAINST),
        }
        for cell in matrix.cells
    ]
    kinds = [say(f"origin_ihc:kind.{kind}", language) for kind in matrix.kinds]
    color = {
        "field": "stance",
        "type": "nominal",
        "title": None,
        "scale": {"domain": [*stances.values()], "range": [COLOURS[stance] for stance in seen]},
    }
    ink = {"condition": {"test": "datum.dark", "value": "white"}, "value": "#1c2430"}
    return {
        "title": say("origin_ihc:matrix", language).partition(" (")[0],
        "data": {"values": values},
        "width": 440,
        "height": {"step": 24},
        "encoding": {
            "y": _names(kinds, "kind"),
            "x": {
                "field": "origin",
                "type": "nominal",
                "sort": None,
                "title": None,
                "axis": {"labelAngle": 0, "labelExpr": f"split(datum.label, '{BREAK}')"},
            },
        },
        "layer": [
            {"mark": {"type": "rect", "stroke": "white"}, "encoding": {"color": color}},
            {"mark": {"type": "text"}, "encoding": {"text": {"field": "sign"}, "color": ink}},
        ],
        "resolve": {"scale": {"color": "independent"}},
    }


def _folded(name: str) -> str:
    return BREAK.join(wrap(name, FOLD))


def _sentences(text: str) -> list[str]:
    return [f"{part.removesuffix('.')}." for part in text.split(". ")]


def _names(order: list[str], field: str) -> Spec:
    return {"field": field, "type": "nominal", "sort": order, "title": None}
