"""Vega-Lite specifications of an audit: concordance with its intervals, by group, over time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ariane.cohort.audit.release import View
from ariane.documents.cohort_audit_view import (
    Standing,
    bounds,
    in_groups,
    number,
    percent,
)
from ariane.documents.vega import SCHEMA, Spec
from ariane.wording.catalogue import say
from ariane.wording.language import Language

BLUE, AMBER, GREY, INK, SOFT = "#1d5c86", "#8a5a00", "#aab2bd", "#1c2430", "#566173"
ACROSS = 2
SHARE = {"domain": [0, 1]}
QUARTERS = (0, 0.25, 0.5, 0.75, 1)


def forest_plot(found: Sequence[Standing], language: Language, colour: str = BLUE) -> Spec:
    """Return one line a statement: its concordance, the interval, and the numbers in words."""
    values = [
        {
            "statement": standing.title,
            "share": standing.interval.share,
            "low": standing.interval.low,
            "high": standing.interval.high,
            "decided": standing.decided,
            "words": _words(standing, language),
        }
        for standing in found
        if standing.interval is not None
    ]
    y = {
        "field": "statement",
        "type": "nominal",
        "sort": [value["statement"] for value in values],
        "title": None,
        "axis": {"labelLimit": 380, "ticks": False, "domain": False, "labelPadding": 10},
    }
    text = {"align": "left", "dx": 12, "color": SOFT, "fontSize": 11}
    size = {
        "field": "decided",
        "type": "quantitative",
        "scale": {"range": [30, 160], "type": "sqrt"},
        "legend": None,
    }
    return _framed(
        {
            "data": {"values": values},
            "width": 330,
            "height": {"step": 22},
            "encoding": {"y": y},
            "layer": [
                _rule(colour, language),
                {
                    "mark": {"type": "circle", "color": colour, "opacity": 1},
                    "encoding": {"x": _x("share", language), "size": size},
                },
                {
                    "mark": {"type": "text", **text},
                    "encoding": {"x": {"datum": 1}, "text": {"field": "words"}},
                },
            ],
        }
    )


def group_plot(view: View, found: Sequence[Standing], language: Language) -> Spec:
    """Return one panel a statement: each group with its interval, all together as a grey line."""
    return _panels([_group_panel(view, standing, language) for standing in found])


def period_plot(view: View, found: Sequence[Standing], language: Language) -> Spec:
    """Return one panel a statement: its concordance from period to period, with the interval."""
    return _panels([_period_panel(view, standing, language) for standing in found])


def _group_panel(view: View, standing: Standing, language: Language) -> Spec:
    values = _points(view, standing, language)
    y = {
        "field": "group",
        "type": "nominal",
        "sort": None,
        "scale": {"domain": [value["group"] for value in values]},
        "title": None,
        "axis": {"labelLimit": 130, "ticks": False, "domain": False, "labelPadding": 10},
    }
    mean = standing.interval.share if standing.interval else 0
    return {
        "title": _title(standing),
        "data": {"values": values},
        "width": 280,
        "height": {"step": 17},
        "layer": [
            {
                "data": {"values": [{}]},
                "mark": {"type": "rule", "color": GREY, "strokeWidth": 2},
                "encoding": {"x": {"datum": mean, "type": "quantitative"}},
            },
            {**_rule(BLUE, language), "encoding": {**_rule(BLUE, language)["encoding"], "y": y}},
            {
                "mark": {"type": "circle", "color": BLUE, "opacity": 1, "size": 55},
                "encoding": {"x": _x("share", language), "y": y},
            },
            {
                "transform": [{"filter": "datum.share === null"}],
                "mark": {"type": "text", "align": "left", "dx": 4, "color": SOFT, "fontSize": 10},
                "encoding": {"x": {"datum": 0}, "y": y, "text": {"field": "words"}},
            },
        ],
    }


def _period_panel(view: View, standing: Standing, language: Language) -> Spec:
    values = _points(view, standing, language)
    x = {
        "field": "group",
        "type": "ordinal",
        "sort": None,
        "scale": {"domain": [value["group"] for value in values]},
        "title": None,
        "axis": {"labelAngle": -40 if len(values) > 6 else 0, "labelOverlap": True},
    }
    return {
        "title": _title(standing),
        "data": {"values": values},
        "width": 330,
        "height": 150,
        "encoding": {"x": x},
        "layer": [
            {
                "mark": {"type": "area", "color": BLUE, "opacity": 0.16},
                "encoding": {"y": _x("low", language), "y2": {"field": "high"}},
            },
            {
                "mark": {"type": "line", "color": BLUE, "strokeWidth": 2, "point": {"color": BLUE}},
                "encoding": {"y": _x("share", language)},
            },
        ],
    }


def _points(view: View, standing: Standing, language: Language) -> list[dict[str, Any]]:
    """Return each group with its share, or with none where that is withheld."""
    points = []
    for group, found in in_groups(view, standing.statement.id, language):
        words = number(found.decided, language) if found.decided is None else "–"
        point: dict[str, Any] = {"group": group, "words": words, "share": None}
        points.append(point | (found.interval._asdict() if found.interval else {}))
    return points


def _rule(colour: str, language: Language) -> Spec:
    return {
        "mark": {"type": "rule", "color": colour, "strokeWidth": 2, "opacity": 0.55},
        "encoding": {"x": _x("low", language), "x2": {"field": "high"}},
    }


def _x(field: str, language: Language) -> Spec:
    """Return a share along an axis from 0 to 100 %."""
    suffix = say("origin:percent", language, value="")
    words = {"labelExpr": f"datum.value * 100 + '{suffix}'", "title": None, "grid": True}
    axis = {"values": QUARTERS, **words}
    return {"field": field, "type": "quantitative", "scale": SHARE, "axis": axis}


def _words(standing: Standing, language: Language) -> str:
    share = standing.interval and standing.interval.share
    counts = f"{number(standing.concordant, language)}/{number(standing.decided, language)}"
    return f"{percent(share, language)} · {counts} · {bounds(standing.interval, language)}"


def _title(standing: Standing) -> Spec:
    return {"text": _lines(standing.title), "anchor": "start", "fontSize": 12, "offset": 8}


def _lines(text: str, width: int = 46) -> list[str]:
    lines = [""]
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _panels(panels: list[Spec]) -> Spec:
    return _framed({"concat": panels, "columns": ACROSS, "spacing": {"row": 26, "column": 30}})


def _framed(spec: Spec) -> Spec:
    axis = {"gridColor": "#e6e8ec", "labelColor": INK, "tickColor": "#c4cad2", "labelFontSize": 11}
    return {
        "$schema": SCHEMA,
        **spec,
        "config": {
            "axis": axis,
            "font": "sans-serif",
            "title": {"color": INK, "fontWeight": 600},
            "view": {"stroke": None},
            "background": "white",
        },
    }
