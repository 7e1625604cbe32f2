"""A peritoneal index drawn on the body: nine regions of the abdomen, four of the small bowel.

Each region is a group `region-N` of class `region`, with its score as data and as text, so that a
page can make it answer a click. Scores differ in lightness, in text and, where unseen, in hatching:
the drawing survives a black-and-white print and colour blindness.
"""

from __future__ import annotations

from textwrap import wrap
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from ariane.calculators.pci import HIGHEST_TOTAL, REGIONS, SCORES, SMALL_BOWEL
from ariane.calculators.pci_reading import PciReading
from ariane.documents.pci_body import (
    BOWEL_ROW,
    CAVITY,
    CELLS,
    CHEST,
    COSTAL_MARGIN,
    FIRST_THIRD,
    ILIAC_SPINE,
    SECOND_THIRD,
    SKIN,
    SKIN_LINES,
    loops,
    passage,
)
from ariane.documents.pci_words import (
    missing_words,
    reading_words,
    region_words,
    result_words,
    source_words,
)
from ariane.wording.catalogue import speaker
from ariane.wording.language import Language

WIDTH, MARGIN = 800.0, 32.0
BODY_AT = (28.0, 146.0)
BOWEL_AT = (542.0, 154.0)
LEGEND_AT = 752.0
NOTE, NOTE_CHARACTER, BOLD_CHARACTER = 16.0, 6.3, 7.2
STYLE = """
.pci text { font:13px "Source Sans 3","Noto Sans","DejaVu Sans",sans-serif;fill:#1c2430 }
.pci .heading { font-size:22px;font-weight:700 }
.pci .reading { font-size:14px;fill:#3d4756 }
.pci .part { font-size:14px;font-weight:700 }
.pci .note { font-size:12px;fill:#3d4756 }
.pci .warning { font-size:12px;font-weight:700 }
.pci .side { font-size:18px;font-weight:700;fill:#566173 }
.pci .plate { fill:#fff;stroke:#1c2430;stroke-width:1.5 }
.pci .result { font-size:38px;font-weight:700;text-anchor:middle }
.pci .out-of { font-size:13px;text-anchor:middle }
.pci .skin { fill:#faf7f3 }
.pci .outline { fill:none;stroke:#8a8178;stroke-width:2;stroke-linecap:round }
.pci .chest { fill:none;stroke:#cdc5bb;stroke-width:1.5;stroke-linecap:round }
.pci .cavity { fill:none;stroke:#1c2430;stroke-width:2.5;pointer-events:none }
.pci .grid { stroke:#1c2430;stroke-width:1.5;pointer-events:none }
.pci .fill { stroke:none }
.pci .tube { fill:none;stroke:#1c2430;stroke-width:30;stroke-linecap:round }
.pci .lumen { fill:none;stroke-width:26;stroke-linecap:round }
.pci .passage { fill:none;stroke:#b9b0a6;stroke-width:2;stroke-dasharray:3 5 }
.pci .name { font-size:12px;text-anchor:middle }
.pci .number { font-size:12px;font-weight:700;text-anchor:middle }
.pci .disc { fill:#fff;stroke:#1c2430;stroke-width:1.2 }
.pci .disc + .number { fill:#1c2430 }
.pci .score { font-size:32px;font-weight:700;text-anchor:middle }
.pci .box .score, .pci .key .score { font-size:18px }
.pci .swatch { stroke:#1c2430;stroke-width:1.2 }
.pci .label-plate { fill:#fff;fill-opacity:.88 }
.pci .score-0 .fill, .pci .score-0 .swatch { fill:#fff }
.pci .score-1 .fill, .pci .score-1 .swatch { fill:#fdd9a8 }
.pci .score-2 .fill, .pci .score-2 .swatch { fill:#f28e2b }
.pci .score-3 .fill, .pci .score-3 .swatch { fill:#662506 }
.pci .unseen .fill, .pci .unseen .swatch { fill:url(#pci-hatch) }
.pci .score-0 .lumen { stroke:#fff }
.pci .score-1 .lumen { stroke:#fdd9a8 }
.pci .score-2 .lumen { stroke:#f28e2b }
.pci .score-3 .lumen { stroke:#662506 }
.pci .unseen .lumen { stroke:url(#pci-hatch) }
.pci .score-3 .on-fill { fill:#fff }
"""


def pci_svg(reading: PciReading, language: Language, styled: bool = True) -> str:
    """Return the drawing as an SVG with title, description and text nodes.

    It carries its own style, unless a page that shows it has `STYLE` among its own.
    """
    return _Drawing(reading, language, styled).svg()


class _Drawing:
    def __init__(self, reading: PciReading, language: Language, styled: bool = True) -> None:
        self._styled = styled
        self._reading = reading
        self._index = reading.index
        self._language = language
        self._say = speaker(language)
        self._notes = self._note_lines()
        self._height = LEGEND_AT + 96 + NOTE * len(self._notes) + 14

    def svg(self) -> str:
        root = Element(
            "svg",
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "viewBox": f"0 0 {WIDTH:.0f} {self._height:.0f}",
                "width": f"{WIDTH:.0f}",
                "height": f"{self._height:.0f}",
                "class": "pci",
                "role": "img",
                "aria-labelledby": "pci-title pci-desc",
                "lang": self._language.value,
            },
        )
        SubElement(root, "title", {"id": "pci-title"}).text = self._say("pci:title")
        SubElement(root, "desc", {"id": "pci-desc"}).text = self._description()
        if self._styled:
            SubElement(root, "style").text = STYLE
        self._definitions(root)
        SubElement(root, "rect", {"width": "100%", "height": "100%", "fill": "#fff"})
        self._head(root)
        self._body(root)
        self._bowel(root)
        self._legend(root)
        indent(root)
        return tostring(root, encoding="unicode") + "\n"

    def _description(self) -> str:
        words = "; ".join(region_words(self._index, region, self._language) for region in REGIONS)
        total = result_words(self._index, self._language) + "."
        missing = missing_words(self._index, self._language)
        return self._say("pci:desc", total=total, missing=missing, regions=words)

    def _definitions(self, root: Element) -> None:
        definitions = SubElement(root, "defs")
        hatch = {"id": "pci-hatch", "width": "8", "height": "8", "patternUnits": "userSpaceOnUse"}
        pattern = SubElement(definitions, "pattern", hatch | {"patternTransform": "rotate(45)"})
        SubElement(pattern, "rect", {"width": "8", "height": "8", "fill": "#fff"})
        SubElement(pattern, "rect", {"width": "2.4", "height": "8", "fill": "#7d8794"})
        clip = SubElement(definitions, "clipPath", {"id": "pci-cavity"})
        SubElement(clip, "path", {"d": CAVITY})

    def _head(self, root: Element) -> None:
        _text(root, MARGIN, 44, self._say("pci:title"), "heading")
        said = reading_words(self._reading, self._language)
        lines = [(line, "reading") for line in wrap(said, 74, max_lines=2, placeholder=" …")]
        state = "warning" if self._index.missing_regions else "note"
        lines.append((missing_words(self._index, self._language), state))
        for number, (line, kind) in enumerate(lines):
            _text(root, MARGIN, 67 + 20 * number, line, kind)
        _rectangle(root, (WIDTH - MARGIN - 172, 20, 172, 86), "plate", 8)
        middle = WIDTH - MARGIN - 86
        low, high = self._index.lowest, self._index.highest
        total = str(low) if low == high else self._say("pci:interval.short", low=low, high=high)
        _text(root, middle, 66, total, "result")
        _text(root, middle, 92, self._say("pci:out-of", top=HIGHEST_TOTAL), "out-of")

    def _body(self, root: Element) -> None:
        _text(root, MARGIN, BODY_AT[1] - 14, self._say("pci:abdomen"), "part")
        body = SubElement(root, "g", {"transform": _moved(*BODY_AT)})
        SubElement(body, "path", {"d": SKIN, "class": "skin"})
        SubElement(body, "path", {"d": SKIN_LINES, "class": "outline"})
        for lines in CHEST:
            SubElement(body, "path", {"d": lines, "class": "chest"})
        for region, cell in CELLS.items():
            group = self._region(body, region)
            shape = _rectangle(group, cell[:4], "fill", 0)
            shape.set("clip-path", "url(#pci-cavity)")
            self._region_label(group, region, *cell.middle)
        grid = SubElement(body, "g", {"class": "grid", "clip-path": "url(#pci-cavity)"})
        for x in (FIRST_THIRD, SECOND_THIRD):
            SubElement(grid, "path", {"d": f"M {x} 0 V 600"})
        for y in (COSTAL_MARGIN, ILIAC_SPINE):
            SubElement(grid, "path", {"d": f"M 0 {y} H 500"})
        SubElement(body, "path", {"d": CAVITY, "class": "cavity"})
        _text(body, 14, 24, self._say("pci:right"), "side")
        _text(body, 442, 24, self._say("pci:left"), "side")

    def _region(self, parent: Element, region: int) -> Element:
        """Return the group of a region, which a page can find and make answer a click."""
        score = self._index.scores.get(region)
        attributes = {
            "id": f"region-{region}",
            "class": f"region {_state(score)}",
            "data-region": str(region),
            "data-score": "" if score is None else str(score),
        }
        group = SubElement(parent, "g", attributes)
        SubElement(group, "title").text = region_words(self._index, region, self._language)
        return group

    def _region_label(self, group: Element, region: int, x: float, y: float) -> None:
        score = self._index.scores.get(region)
        names = wrap(self._say(f"pci:region.{region}"), 14)
        if score is None:
            _rectangle(group, (x - 42, y - 50, 84, 96), "label-plate", 8)
        _numbered(group, region, x, y - 36)
        for line, name in enumerate(names):
            _text(group, x, y - 12 + 14 * line, name, "name on-fill")
        bottom = y + 26 + 9 * (len(names) - 1)
        _text(group, x, bottom, self._mark(score), "score on-fill")

    def _mark(self, score: int | None) -> str:
        return self._say("pci:unseen.mark") if score is None else str(score)

    def _bowel(self, root: Element) -> None:
        left = BOWEL_AT[0] - 10
        _text(root, left, BODY_AT[1] - 14, self._say("pci:small-bowel"), "part")
        bowel = SubElement(root, "g", {"transform": _moved(*BOWEL_AT)})
        for row in range(len(SMALL_BOWEL) - 1):
            SubElement(bowel, "path", {"d": passage(row), "class": "passage"})
        for row, region in enumerate(SMALL_BOWEL):
            group = self._region(bowel, region)
            SubElement(group, "path", {"d": loops(row), "class": "tube"})
            SubElement(group, "path", {"d": loops(row), "class": "lumen"})
            top = row * BOWEL_ROW + 18
            _numbered(group, region, 0, top - 4)
            _text(group, 18, top, self._say(f"pci:region.{region}"), "")
            box = SubElement(group, "g", {"class": "box"})
            _rectangle(box, (178, top - 19, 36, 28), "swatch", 4)
            self._in_box(box, 196, top + 2, self._index.scores.get(region))

    def _in_box(self, box: Element, x: float, y: float, score: int | None) -> None:
        if score is None:
            disc = {"cx": f"{x:.1f}", "cy": f"{y - 6:.1f}", "r": "9", "class": "label-plate"}
            SubElement(box, "circle", disc)
        _text(box, x, y, self._mark(score), "score on-fill")

    def _legend(self, root: Element) -> None:
        _text(root, MARGIN, LEGEND_AT, self._say("pci:legend"), "part")
        for place, score in enumerate((*SCORES, None)):
            x = MARGIN + (0, 210, 430)[place // 2]
            y = LEGEND_AT + 14 + 34 * (place % 2)
            key = SubElement(root, "g", {"class": f"key {_state(score)}"})
            _rectangle(key, (x, y, 36, 26), "swatch", 4)
            self._in_box(key, x + 18, y + 19.5, score)
            name = "unseen" if score is None else score
            _text(key, x + 46, y + 18, self._say(f"pci:size.{name}"), "")
        for line, (said, kind) in enumerate(self._notes):
            _text(root, MARGIN, LEGEND_AT + 106 + NOTE * line, said, kind)

    def _note_lines(self) -> list[tuple[str, str]]:
        said = (
            (self._say("pci:disputed.short"), "warning"),
            (source_words(self._language), "note"),
            (self._say("pci:guideline.short"), "note"),
            (self._say("intended-use"), "note"),
        )
        character = {"note": NOTE_CHARACTER, "warning": BOLD_CHARACTER}
        room = WIDTH - 2 * MARGIN
        return [
            (line, kind) for text, kind in said for line in wrap(text, int(room / character[kind]))
        ]


def _state(score: int | None) -> str:
    return "unseen" if score is None else f"score-{score}"


def _moved(x: float, y: float) -> str:
    return f"translate({x:.0f} {y:.0f})"


def _text(parent: Element, x: float, y: float, said: str, kind: str) -> None:
    attributes = {"x": f"{x:.1f}", "y": f"{y:.1f}"}
    if kind:
        attributes["class"] = kind
    SubElement(parent, "text", attributes).text = said


def _rectangle(
    parent: Element, box: tuple[float, float, float, float], kind: str, radius: float
) -> Element:
    names = ("x", "y", "width", "height")
    attributes = {name: f"{value:.1f}" for name, value in zip(names, box, strict=True)}
    return SubElement(parent, "rect", attributes | {"rx": f"{radius:g}", "class": kind})


def _numbered(parent: Element, region: int, x: float, y: float) -> None:
    """Draw the number of a region in a disc."""
    disc = {"cx": f"{x:.1f}", "cy": f"{y:.1f}", "r": "10", "class": "disc"}
    SubElement(parent, "circle", disc)
    _text(parent, x, y + 4.3, str(region), "number")
