"""Where advice changes: a bar to the left where a statement ceases to hold, to the right else."""

from __future__ import annotations

from typing import Any

from ariane.cohort.replay.summary import Line, Summary
from ariane.documents.cohort_replay_words import ReplayWords
from ariane.documents.origin_plots import BLUE, RED
from ariane.documents.vega import SCHEMA, Spec
from ariane.wording.catalogue import say
from ariane.wording.language import Language

SHOWN = 20
"""Statements that a reader takes in at once."""


def shown_lines(summary: Summary) -> list[Line]:
    """Return the statements to draw, those that change most first; none with hidden counts."""
    known = [line for line in summary.lines if line.total]
    return sorted(known, key=lambda line: -(line.total or 0))[:SHOWN]


def replay_plot(summary: Summary, language: Language) -> Spec:
    """Return the Vega-Lite specification of the drawing."""
    words = ReplayWords(summary, language)
    ends, begins = words.say("plot.left"), words.say("plot.right")
    values: list[dict[str, Any]] = []
    for line in shown_lines(summary):
        name = _label(line.rule.id, words)
        for side, sign in ((ends, -1), (begins, 1)):
            count = line.moved(sign > 0)
            if count:
                told = {"statement": name, "patients": sign * count, "side": side}
                values.append({**told, "label": words.count(count)})
    order = [_label(line.rule.id, words) for line in shown_lines(summary)]
    colour = {"domain": [ends, begins], "range": [RED, BLUE]}
    y = {"field": "statement", "type": "nominal", "sort": order, "title": None}
    scale = {"domain": _domain([value["patients"] for value in values]), "nice": False}
    title = words.say("patients")
    x = {"field": "patients", "type": "quantitative", "title": title, "scale": scale}
    labels = [_number_layer(x, sign) for sign in (-1, 1)]
    return {
        "$schema": SCHEMA,
        "description": say("intended-use", language),
        "data": {"values": values},
        "width": 400,
        "height": {"step": 28},
        "encoding": {"y": y},
        "layer": [_bars(x, colour), *labels],
        "config": {
            "axis": {"labelLimit": 430, "grid": False, "tickCount": 5, "labelFontSize": 11},
            "axisX": {"labelExpr": "format(abs(datum.value), 'd')"},
            "font": "sans-serif",
            "view": {"stroke": None},
            "background": "white",
            "legend": {"orient": "top", "title": None, "labelLimit": 300, "columnPadding": 40},
        },
    }


def _domain(counts: list[int]) -> list[float]:
    """Return ends that leave room for the numbers beside the bars."""
    low, high = min([0, *counts]), max([0, *counts])
    room = (high - low) * 0.12
    return [low - room if low else 0, high + room if high else 0]


def _bars(x: Spec, colour: Spec) -> Spec:
    side = {"field": "side", "type": "nominal", "scale": colour}
    return {"mark": {"type": "bar", "height": 16}, "encoding": {"x": x, "color": side}}


def _number_layer(x: Spec, sign: int) -> Spec:
    align = {"align": "left", "dx": 4} if sign > 0 else {"align": "right", "dx": -4}
    return {
        "transform": [{"filter": f"datum.patients * {sign} > 0"}],
        "mark": {"type": "text", "fontSize": 11, **align},
        "encoding": {"x": x, "text": {"field": "label"}},
    }


def _label(name: str, words: ReplayWords) -> str:
    return f"{name}  {words.statement(name)}".rstrip()
