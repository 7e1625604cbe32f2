"""An algorithm of 24.8 as a drawing, with one patient's way lit.

The layout is committed (`tools/lay_out_algorithms.py`); here it is only drawn. What a reader must
tell apart differs in shape as well as in colour: the patient's way is thick and ticked, an open
question carries a question mark, deduced arrows are dashed, Ariane's own exits dotted and named.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from textwrap import wrap
from types import MappingProxyType
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from ariane.consult.consultation import Pathway, Step
from ariane.documents.paths import arrow, last_points, middle
from ariane.facts.vocabulary import BY_NAME
from ariane.guideline.algorithm import Node, NodeKind
from ariane.logic.truth import Truth
from ariane.wording.catalogue import label, speaker, table
from ariane.wording.language import Language
from ariane.wording.phrases import capitalised, whole_condition

LINE = 15.0
MARGIN = 24.0
TITLE = 26.0
NOTE = 16.0
NOTE_CHARACTER = 6.8
FOOT = 92.0
NARROWEST = 640.0
LEGEND_WIDTH = 900.0
EDGE = 12.0
Box = tuple[float, float, float, float]
STYLE = """
.pathway text { font:13px "Source Sans 3","Noto Sans","DejaVu Sans",Inter,sans-serif }
.pathway text { fill:#1c2430 }
.pathway .title { font-size:17px;font-weight:700 }
.pathway .note { font-size:12px;fill:#566173 }
.pathway .box { fill:#fff;stroke:#8a94a3;stroke-width:1 }
.pathway .condition .box { fill:#f4f5f7 }
.pathway .treatment .box, .pathway .conclusion .box { rx:14 }
.pathway .safety .box { stroke-dasharray:2 3 }
.pathway .own { font-size:10px;font-weight:700;fill:#566173 }
.pathway .edge { fill:none;stroke:#a8b0bb;stroke-width:1.2 }
.pathway .tip { fill:#a8b0bb }
.pathway .inferred { stroke-dasharray:6 4 }
.pathway .ours { stroke-dasharray:1.5 3.5 }
.pathway .visited .box { stroke:#0b4f8a;stroke-width:2.5;fill:#e3eef8 }
.pathway .reached .box { stroke-width:4.5 }
.pathway .visited text, .pathway .reached text { font-weight:600 }
.pathway .holds.edge { stroke:#0b4f8a;stroke-width:3.2 }
.pathway .tip.holds { fill:#0b4f8a }
.pathway .waits.edge { stroke:#b45309;stroke-width:2.2 }
.pathway .tip.waits { fill:#b45309 }
.pathway .badge { fill:#b45309;stroke:#fff;stroke-width:1.5 }
.pathway .badge-text { fill:#fff;font-weight:700;font-size:13px }
.pathway .tick { fill:#0b4f8a;stroke:#fff;stroke-width:1.5 }
.pathway .leads { text-decoration:none;cursor:pointer }
.pathway .leads:hover .box, .pathway .leads:focus-visible .box { stroke:#0b4f8a;stroke-width:4 }
.pathway .held { fill:#a3262e;stroke:#fff;stroke-width:1.5 }
"""


class Link(NamedTuple):
    """Where a click on a box leads, and what is said of that."""

    href: str
    said: str


def pathway_svg(
    pathway: Pathway,
    language: Language,
    styled: bool = True,
    links: Mapping[str, Link] = MappingProxyType({}),
) -> str:
    """Return the drawing as an SVG with title, description and text nodes.

    It carries its own style, unless a page that shows it has `STYLE` among its own. `links` makes
    boxes, by their ids, lead somewhere.
    """
    return _Drawing(pathway, language, styled, links).svg()


def pathway_excerpt(
    pathway: Pathway, language: Language, widest: float
) -> tuple[str, float, float]:
    """Return boxes and arrows without heading and legend, and the width and height of that.

    A drawing that is wider than `widest` (in its own units) is cut to the boxes that the patient
    has passed and those that the next arrows may lead to.
    """
    return _Drawing(pathway, language).excerpt(widest)


def pathway_title(pathway: Pathway, language: Language) -> tuple[str, str]:
    """Return the name of the drawing and the patient's way in words."""
    drawing = _Drawing(pathway, language)
    return drawing.title(), drawing.description()


def legend_svg(pathway: Pathway, language: Language) -> str:
    """Return the legend of the drawings by itself."""
    return _Drawing(pathway, language).legend()


@cache
def layout(algorithm_id: str, language: Language) -> dict[str, Any]:
    """Return the committed layout of an algorithm."""
    name = f"{algorithm_id}.{language}.json"
    text = files("ariane.documents").joinpath("layouts", name).read_text("utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


class _Drawing:
    def __init__(
        self,
        pathway: Pathway,
        language: Language,
        styled: bool = True,
        links: Mapping[str, Link] = MappingProxyType({}),
    ) -> None:
        self._styled = styled
        self._links = links
        self._pathway = pathway
        self._algorithm = pathway.algorithm
        self._language = language
        self._say = speaker(language)
        self._layout = layout(pathway.algorithm.id, language)
        self._labels = table(language, "algorithms")
        inner = self._layout["width"]
        self._width = max(inner, NARROWEST) + 2 * MARGIN
        self._notes = wrap(self._state(), int((self._width - 2 * MARGIN) / NOTE_CHARACTER))
        self._head = TITLE + NOTE * len(self._notes) + 14
        self._height = self._layout["height"] + self._head + FOOT
        self._left = (self._width - inner) / 2

    def svg(self) -> str:
        root = self._root(0, 0, self._width, self._height)
        SubElement(root, "rect", {"width": "100%", "height": "100%", "fill": "#fff"})
        self._text(root, MARGIN, TITLE, self.title(), "title")
        for number, line in enumerate(self._notes, start=1):
            self._text(root, MARGIN, TITLE + number * NOTE + 2, line, "note")
        body = SubElement(root, "g", {"transform": f"translate({self._left:.1f} {self._head:.1f})"})
        self._graph(body)
        self._legend(root)
        return _written(root)

    def _root(self, left: float, top: float, width: float, height: float) -> Element:
        root = Element(
            "svg",
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "viewBox": f"{left:.1f} {top:.1f} {width:.1f} {height:.1f}",
                "width": f"{width:.0f}",
                "height": f"{height:.0f}",
                "class": "pathway",
                "role": "group" if self._links else "img",
                "aria-labelledby": f"{self._algorithm.id}-title {self._algorithm.id}-desc",
                "lang": self._language.value,
            },
        )
        SubElement(root, "title", {"id": f"{self._algorithm.id}-title"}).text = self.title()
        description = SubElement(root, "desc", {"id": f"{self._algorithm.id}-desc"})
        description.text = self.description()
        if self._styled:
            SubElement(root, "style").text = STYLE
        return root

    def _graph(self, body: Element) -> None:
        steps = {(step.edge.source, step.edge.target): step for step in self._pathway.steps}
        for place in self._layout["edges"]:
            self._edge(body, place, steps[place["from"], place["to"]])
        for node in self._algorithm.nodes:
            self._node(body, node)

    def excerpt(self, widest: float) -> tuple[str, float, float]:
        """Return the boxes and arrows alone, cut where they are wider than `widest`."""
        left, top, right, bottom = self._whole()
        if right - left > widest:
            left, top, right, bottom = self._surroundings()
        root = self._root(left, top, right - left, bottom - top)
        self._graph(SubElement(root, "g"))
        return _written(root), right - left, bottom - top

    def legend(self) -> str:
        """Return the legend alone."""
        self._width = LEGEND_WIDTH
        root = self._root(0, self._height - FOOT, self._width, FOOT - 16)
        self._legend(root)
        return _written(root)

    def _whole(self) -> Box:
        return -EDGE, -EDGE, self._layout["width"] + EDGE, self._layout["height"] + EDGE

    def _surroundings(self) -> Box:
        """Return the corners of what the patient has passed and may come to next."""
        near = set(self._pathway.visited)
        near |= {
            step.edge.target
            for step in self._pathway.steps
            if step.edge.source in near and step.truth is not Truth.FAILS
        }
        places = [self._layout["nodes"][name] for name in near] or self._layout["nodes"].values()
        lefts, tops, rights, bottoms = zip(*(_corners(place) for place in places), strict=True)
        return min(lefts) - EDGE, min(tops) - EDGE, max(rights) + EDGE, max(bottoms) + EDGE

    def description(self) -> str:
        """Say the way in words, for those who cannot see it."""
        if self._pathway.entered is not Truth.HOLDS:
            return self._state()
        way = " → ".join(self._labels[node] for node in self._pathway.visited)
        ends = " ; ".join(self._labels[node] for node in self._pathway.reached)
        said = self._say("pathway.desc", way=way, ends=ends)
        return f"{said} {self._state()}"

    def title(self) -> str:
        """Return the number and name of the algorithm."""
        number = self._algorithm.id[-1]
        name = self._labels[self._algorithm.id]
        return self._say("pathway.title", number=number, title=name)

    def _state(self) -> str:
        if self._pathway.entered is not Truth.HOLDS:
            return self._say(f"pathway.entered.{self._pathway.entered}")
        if not self._pathway.waiting_for:
            return self._say("pathway.nothing-waits")
        names = ", ".join(label(BY_NAME[n], self._language) for n in self._pathway.waiting_for)
        return self._say("pathway.waits", facts=names)

    def _text(self, parent: Element, x: float, y: float, said: str, kind: str) -> None:
        element = SubElement(parent, "text", {"x": f"{x:.1f}", "y": f"{y:.1f}", "class": kind})
        element.text = said

    def _edge(self, body: Element, place: dict[str, Any], step: Step) -> None:
        on_way = step.edge.source in self._pathway.visited
        state = ""
        if on_way and step.truth is Truth.HOLDS:
            state = "holds"
        elif on_way and step.truth is Truth.UNKNOWN:
            state = "waits"
        dash = "ours" if step.edge.safety else "inferred" if step.edge.inferred else ""
        group = SubElement(body, "g", {"data-edge": f"{step.edge.source}-{step.edge.target}"})
        SubElement(group, "title").text = self._edge_title(step)
        classes = " ".join(part for part in ("edge", dash, state) if part)
        SubElement(group, "path", {"d": place["path"], "class": classes})
        end, before = last_points(place["path"])
        SubElement(group, "path", {"d": arrow(before, end), "class": f"tip {state}".strip()})
        if state == "waits":
            self._badge(group, *middle(place["path"]), "?", "badge")
        if state == "holds" and step.held_back:
            self._badge(group, *middle(place["path"]), "!", "held")

    def _edge_title(self, step: Step) -> str:
        condition = capitalised(whole_condition(step.edge.when, self._language))
        said = f"{condition} ({self._say(f'truth.{step.truth}')})"
        if step.edge.safety:
            said += f" · {self._say('pathway.legend.safety')}"
        elif step.edge.inferred:
            said += f" · {self._say('pathway.legend.inferred')}"
        if step.held_back and step.edge.source in self._pathway.visited:
            said += f" · {self._say('pathway.held', ambiguity=step.held_back)}"
        return said

    def _badge(self, group: Element, x: float, y: float, mark: str, kind: str) -> None:
        SubElement(group, "circle", {"cx": f"{x:.1f}", "cy": f"{y:.1f}", "r": "9", "class": kind})
        said = SubElement(
            group,
            "text",
            {
                "x": f"{x:.1f}",
                "y": f"{y + 4.5:.1f}",
                "class": "badge-text",
                "text-anchor": "middle",
            },
        )
        said.text = mark

    def _node(self, body: Element, node: Node) -> None:
        place = self._layout["nodes"][node.id]
        states = [node.kind.value]
        if node.id in self._pathway.visited:
            states.append("visited")
        if node.id in self._pathway.reached:
            states.append("reached")
        holder = self._linked(body, node)
        group = SubElement(holder, "g", {"id": node.id, "class": " ".join(states)})
        SubElement(group, "title").text = self._labels[node.id]
        x, y = place["x"] - place["width"] / 2, place["y"] - place["height"] / 2
        box = {"x": f"{x:.1f}", "y": f"{y:.1f}", "rx": "4", "class": "box"}
        SubElement(group, "rect", box | {k: f"{place[k]:.1f}" for k in ("width", "height")})
        own = node.kind is NodeKind.SAFETY
        top = place["y"] - (len(place["lines"]) + own) * LINE / 2 + 11
        if own:
            self._centred(group, place["x"], top, self._say("pathway.own"), "own")
            top += LINE
        for index, line in enumerate(place["lines"]):
            self._centred(group, place["x"], top + index * LINE, line, "")
        if node.id in self._pathway.visited:
            self._badge(group, x + place["width"], y, "✓", "tick")

    def _linked(self, body: Element, node: Node) -> Element:
        """Return what a box is drawn into: a link, where it leads somewhere."""
        link = self._links.get(node.id)
        if link is None:
            return body
        said = f"{self._labels[node.id]} · {link.said}"
        return SubElement(body, "a", {"href": link.href, "class": "leads", "aria-label": said})

    def _centred(self, group: Element, x: float, y: float, said: str, kind: str) -> None:
        attributes = {"x": f"{x:.1f}", "y": f"{y:.1f}", "text-anchor": "middle"}
        if kind:
            attributes["class"] = kind
        SubElement(group, "text", attributes).text = said

    def _legend(self, root: Element) -> None:
        top = self._height - FOOT + 26
        entries = (
            ("edge holds", "pathway.legend.way"),
            ("edge waits", "pathway.legend.open"),
            ("edge", "pathway.legend.printed"),
            ("edge inferred", "pathway.legend.inferred"),
            ("edge ours", "pathway.legend.safety"),
            ("edge holds held-back", "pathway.legend.held"),
        )
        half = self._width / 2
        for index, (kind, key) in enumerate(entries):
            x = MARGIN + (index % 2) * (half - MARGIN / 2)
            y = top + (index // 2) * 20
            line = f"M {x:.1f} {y - 4:.1f} L {x + 34:.1f} {y - 4:.1f}"
            SubElement(root, "path", {"d": line, "class": kind})
            if "waits" in kind:
                self._badge(root, x + 17, y - 4, "?", "badge")
            if "held-back" in kind:
                self._badge(root, x + 17, y - 4, "!", "held")
            self._text(root, x + 42, y, self._say(key), "note")


def _corners(place: dict[str, Any]) -> Box:
    wide, high = place["width"] / 2, place["height"] / 2
    return place["x"] - wide, place["y"] - high, place["x"] + wide, place["y"] + high


def _written(root: Element) -> str:
    indent(root)
    return tostring(root, encoding="unicode") + "\n"
