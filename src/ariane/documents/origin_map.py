"""Samples among the patients that a model was tested on: a scatter over origins, without patients.

Vega-Lite, for whatever kind of evidence has a `CohortMap`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from ariane.documents.origin_words import origin_name, origin_names
from ariane.documents.vega import Spec
from ariane.wording.catalogue import say
from ariane.wording.language import Language

if TYPE_CHECKING:
    from ariane.origin.cohort_map import CohortMap
    from ariane.origin.report import OriginReport

SIZE, EDGE = 520, 1.32
"""Pixels of a side; the drawing reaches this far from the middle of the circle, of radius 1."""
RIM, SPOKE = 1.06, 90.0
NAME_INSIDE = 0.11
"""How much nearer to the middle than the sample its name stands: the codes stand outside."""
NAMED = 3
"""Origins of one sample whose spread is drawn: those of its set, at least these, at most twice."""
STEPS = 48
TONES = ("#1f5fa8", "#b3392f", "#2e7d4f", "#8a5a00", "#6b3fa0", "#00727a")
INK, SOFT, FAINT = "#1c2430", "#4f5b6b", "#b8bfc8"


def map_plot(drawn: CohortMap, reports: Sequence[OriginReport], language: Language) -> Spec:
    """Return the samples on the map, with the spread of the origins that they may come from."""
    named = _named(drawn, reports)
    tones = {code: TONES[place % len(TONES)] for place, code in enumerate(named)}
    layers = [
        _circle(),
        *_centres(drawn, tones, language),
        *_spreads(drawn, named, tones, language),
        *_rim(drawn, tones, language),
        *_samples(drawn, reports),
    ]
    said = say("origin_map:about", language, count=drawn.patients)
    legend = say("origin_map:spread", language, names=origin_names(named, language))
    return {
        "title": {
            "text": say("origin_map:heading", language),
            "subtitle": [*said.split("\n"), *_folded(legend)],
            "subtitleColor": SOFT,
        },
        "width": SIZE,
        "height": SIZE,
        "layer": layers,
        "resolve": {"scale": {"color": "independent"}},
    }


def _named(drawn: CohortMap, reports: Sequence[OriginReport]) -> list[str]:
    found: dict[str, None] = {}
    for report in reports:
        wanted = [code for code in report.ranked if code in drawn.classes]
        found |= dict.fromkeys(wanted[: min(max(NAMED, len(report.set90)), 2 * NAMED)])
    return list(found)[: len(TONES)]


def _at(values: Iterable[dict[str, Any]], mark: dict[str, Any], **encoding: Any) -> Spec:
    """Return one layer of marks at (x, y)."""

    def axis(name: str) -> dict[str, Any]:
        scale = {"domain": [-EDGE, EDGE], "nice": False}
        return {"field": name, "type": "quantitative", "scale": scale, "axis": None}

    encoded = {"x": axis("x"), "y": axis("y"), **encoding}
    return {"data": {"values": list(values)}, "mark": mark, "encoding": encoded}


def _circle() -> Spec:
    turns = [2 * math.pi * step / STEPS for step in range(STEPS + 1)]
    values = [{"x": math.cos(t), "y": math.sin(t), "step": i} for i, t in enumerate(turns)]
    return _at(values, {"type": "line", "color": FAINT, "strokeWidth": 1}, **IN_ORDER)


IN_ORDER = {"order": {"field": "step", "type": "quantitative"}}


def _centres(drawn: CohortMap, tones: dict[str, str], language: Language) -> list[Spec]:
    """Return a point for the mean of the patients of each origin."""
    values = [
        {
            "x": float(mean[0]),
            "y": float(mean[1]),
            "origin": origin_name(code, language),
            "code": "" if code in tones else code,
            "tone": tones.get(code, FAINT),
            "n": int(count),
        }
        for code, mean, count in zip(drawn.classes, drawn.means, drawn.counts, strict=True)
        if not np.isnan(mean).any()
    ]
    told = [{"field": "origin", "title": None}, {"field": "n", "title": "n"}]
    return [
        _at(
            values,
            {"type": "circle", "size": 26, "opacity": 1},
            tooltip=told,
            color={"field": "tone", "type": "nominal", "scale": None},
        ),
        _at(
            values,
            {"type": "text", "color": SOFT, "fontSize": 8, "dy": -7},
            text={"field": "code"},
        ),
    ]


def _spreads(
    drawn: CohortMap, named: Sequence[str], tones: dict[str, str], language: Language
) -> list[Spec]:
    """Return an ellipse of one standard deviation for each origin that has a spread."""
    layers = []
    for code in named:
        place = drawn.classes.index(code)
        if np.isnan(drawn.means[place]).any():
            continue
        mark = {
            "type": "line",
            "color": tones[code],
            "strokeWidth": 2,
            "opacity": 0.9,
            "tooltip": origin_name(code, language),
        }
        layers.append(_at(_ellipse(drawn.means[place], drawn.covariances[place]), mark, **IN_ORDER))
    return layers


def _ellipse(mean: Any, covariance: Any) -> list[dict[str, float]]:
    lengths, directions = np.linalg.eigh(covariance)
    turns = 2 * np.pi * np.arange(STEPS + 1) / STEPS
    unit = np.stack([np.cos(turns), np.sin(turns)])
    points = mean[:, None] + directions @ (np.sqrt(np.maximum(lengths, 0))[:, None] * unit)
    return [
        {"x": round(float(x), 4), "y": round(float(y), 4), "step": float(step)}
        for step, (x, y) in enumerate(points.T)
    ]


def _rim(drawn: CohortMap, tones: dict[str, str], language: Language) -> list[Spec]:
    """Return the codes around the circle, each at the place that draws its patients."""
    layers = []
    for code, (x, y) in zip(drawn.classes, drawn.anchors.tolist(), strict=True):
        turn = -math.degrees(math.atan2(y, x))
        is_left = x < 0
        mark = {
            "type": "text",
            "angle": (turn + 2 * SPOKE if is_left else turn) % 360,
            "align": "right" if is_left else "left",
            "baseline": "middle",
            "fontSize": 10,
            "fontWeight": "bold" if code in tones else "normal",
            "color": tones.get(code, SOFT),
            "tooltip": origin_name(code, language),
        }
        place = {"x": round(x * RIM, 4), "y": round(y * RIM, 4), "code": code}
        layers.append(_at([place], mark, text={"field": "code"}))
    return layers


def _samples(drawn: CohortMap, reports: Sequence[OriginReport]) -> list[Spec]:
    values: list[dict[str, Any]] = []
    names: list[dict[str, Any]] = []
    for report in reports:
        point = drawn.placed(report.posterior)
        nearer = 1 - NAME_INSIDE / max(math.hypot(point.x, point.y), NAME_INSIDE)
        for found, scale in ((values, 1.0), (names, nearer)):
            x, y = round(point.x * scale, 4), round(point.y * scale, 4)
            found.append({"x": x, "y": y, "sample": report.sample_id})
    mark = {
        "type": "point",
        "shape": "diamond",
        "filled": True,
        "color": INK,
        "size": 150,
        "stroke": "white",
        "strokeWidth": 1.5,
        "opacity": 1,
    }
    name = {"type": "text", "color": INK, "fontWeight": "bold", "fontSize": 12}
    return [
        _at(values, mark, tooltip={"field": "sample"}),
        _at(names, name, text={"field": "sample"}),
    ]


def _folded(text: str) -> list[str]:
    from textwrap import wrap

    return wrap(text, 90)
