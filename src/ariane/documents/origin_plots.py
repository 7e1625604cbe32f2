"""Vega-Lite specifications of a report on the origin; SVG and HTML come from the same one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ariane.documents.origin_words import origin_name
from ariane.origin.conflict_matrix import Matrix
from ariane.origin.report import OriginReport
from ariane.wording.catalogue import say
from ariane.wording.language import Language

SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
SHOWN = 8
BLUE, GREY, GREEN, RED = "#1f5fa8", "#b8bfc8", "#2e7d4f", "#b3392f"
Spec = dict[str, Any]


def report_plot(report: OriginReport, language: Language, matrix: Matrix | None = None) -> Spec:
    """Return the posterior above the weight of each finding, and the conflict matrix if given."""
    parts = [posterior_plot(report, language)]
    if report.evidence:
        parts.append(waterfall_plot(report, language))
    if matrix is not None:
        parts.append(matrix_plot(matrix, language))
    return {
        "$schema": SCHEMA,
        "description": say("intended-use", language),
        "title": {
            "text": report.sample_id,
            "subtitle": _sentences(say("intended-use", language)),
            "anchor": "start",
            "offset": 12,
        },
        "vconcat": parts,
        "resolve": {"scale": {"color": "independent", "x": "independent", "y": "independent"}},
        "config": {
            "axis": {"labelLimit": 320, "grid": False, "tickCount": 5},
            "font": "sans-serif",
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
        "title": {"text": say("origin_ihc:plot.posterior", language), "anchor": "start"},
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
        values.append(
            {"finding": item.feature, "from": reached, "to": reached + step, "for": step >= 0}
        )
        reached += step
    title = say(
        "origin_ihc:plot.waterfall",
        language,
        first=origin_name(first, language),
        second=origin_name(second, language),
    )
    return {
        "title": {"text": title, "anchor": "start"},
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


def matrix_plot(matrix: Matrix, language: Language) -> Spec:
    """Return the conflict matrix: one row a kind of evidence, one column a candidate."""
    stances = {
        cell.stance: say(f"origin_ihc:stance.{cell.stance}", language) for cell in matrix.cells
    }
    colours = {
        "for": GREEN,
        "against": RED,
        "mixed": "#c98a1b",
        "excused": "#e3c98f",
        "weak": "#c9ced6",
    }
    values = [
        {
            "kind": say(f"origin_ihc:kind.{cell.kind}", language),
            "origin": cell.candidate,
            "stance": stances[cell.stance],
        }
        for cell in matrix.cells
    ]
    kinds = [say(f"origin_ihc:kind.{kind}", language) for kind in matrix.kinds]
    return {
        "title": {
            "text": say("origin_ihc:matrix", language).partition(" (")[0],
            "anchor": "start",
        },
        "data": {"values": values},
        "mark": {"type": "rect", "stroke": "white"},
        "width": 440,
        "encoding": {
            "y": _names(kinds, "kind"),
            "x": {
                "field": "origin",
                "type": "nominal",
                "sort": None,
                "title": None,
                "axis": {"labelAngle": 0},
            },
            "color": {
                "field": "stance",
                "type": "nominal",
                "title": None,
                "scale": {
                    "domain": list(stances.values()),
                    "range": [colours.get(stance.value, "#f1f3f5") for stance in stances],
                },
            },
        },
    }


def _sentences(text: str) -> list[str]:
    return [f"{part.removesuffix('.')}." for part in text.split(". ")]


def _names(order: list[str], field: str) -> Spec:
    return {"field": field, "type": "nominal", "sort": order, "title": None}


def plot_svg(spec: Spec) -> str:
    """Return the drawing. Needs vl-convert."""
    import vl_convert

    return str(vl_convert.vegalite_to_svg(spec))


def plot_html(spec: Spec) -> str:
    """Return a page with the drawing that needs no network. Needs vl-convert."""
    import vl_convert

    return str(vl_convert.vegalite_to_html(spec, bundle=True))
