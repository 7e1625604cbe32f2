"""Lay out the three algorithms with Graphviz (`dot`), once; the layouts are committed.

Run `make layouts` after a change of the graphs or of their labels. At run time no Graphviz is
needed: `ariane.documents.pathway_svg` draws a committed layout with one patient's way lit.
Coordinates are points, origin top left, y downwards.
"""

from __future__ import annotations

import json
import subprocess
import textwrap
from pathlib import Path
from typing import Any

from ariane.guideline.algorithm import Algorithm, NodeKind
from ariane.guideline.tncd24.algorithms import ALGORITHMS
from ariane.wording.catalogue import table
from ariane.wording.language import Language

OUT = Path(__file__).parents[1] / "src/ariane/documents/layouts"
COLUMNS = 26
CHARACTER = 7.8
LINE = 15.0
PADDING = 12.0


def main() -> None:
    for algorithm in ALGORITHMS:
        for language in Language:
            layout = laid_out(algorithm, language)
            path = OUT / f"{algorithm.id}.{language}.json"
            path.write_text(json.dumps(layout, ensure_ascii=False, indent=1) + "\n", "utf-8")
            print(path.name, layout["width"], "x", layout["height"])


def laid_out(algorithm: Algorithm, language: Language) -> dict[str, Any]:
    labels = table(language, "algorithms")
    lines = {
        node.id: textwrap.wrap(labels[node.id], COLUMNS, break_on_hyphens=False)
        for node in algorithm.nodes
    }
    drawn = json.loads(
        subprocess.run(
            ["dot", "-Tjson"],
            input=_source(algorithm, lines),
            capture_output=True,
            text=True,
            check=True,
        ).stdout
    )
    _, _, width, height = (float(part) for part in drawn["bb"].split(","))
    names = [entry["name"] for entry in drawn["objects"]]
    nodes = {}
    for entry in drawn["objects"]:
        x, y = (float(part) for part in entry["pos"].split(","))
        nodes[entry["name"]] = {
            "x": round(x, 1),
            "y": round(height - y, 1),
            "width": round(float(entry["width"]) * 72, 1),
            "height": round(float(entry["height"]) * 72, 1),
            "lines": lines[entry["name"]],
        }
    edges = [
        {
            "from": names[entry["tail"]],
            "to": names[entry["head"]],
            "path": _path(entry["pos"], height),
        }
        for entry in drawn["edges"]
    ]
    return {"width": round(width, 1), "height": round(height, 1), "nodes": nodes, "edges": edges}


def _source(algorithm: Algorithm, lines: dict[str, list[str]]) -> str:
    rows = ["digraph g {", "rankdir=TB; nodesep=0.28; ranksep=0.42; splines=spline;"]
    rows.append('node [shape=box, fixedsize=true, label=""]; edge [arrowhead=none];')
    for node in algorithm.nodes:
        width = max(len(line) for line in lines[node.id]) * CHARACTER + 2 * PADDING
        extra = LINE if node.kind is NodeKind.SAFETY else 0.0
        height = len(lines[node.id]) * LINE + PADDING + extra
        rows.append(f"{node.id} [width={width / 72:.3f}, height={height / 72:.3f}];")
    for edge in algorithm.edges:
        rows.append(f"{edge.source} -> {edge.target};")
    return "\n".join([*rows, "}"])


def _path(position: str, height: float) -> str:
    points = [
        tuple(float(part) for part in point.split(","))
        for point in position.split(" ")
        if not point.startswith(("e,", "s,"))
    ]
    flipped = [f"{x:.1f} {height - y:.1f}" for x, y in points]
    return f"M {flipped[0]} C {' '.join(flipped[1:])}"


if __name__ == "__main__":
    main()
