"""The drawing of a peritoneal index: every region can be found, read and clicked on."""

from __future__ import annotations

from datetime import date
from xml.etree.ElementTree import Element, fromstring

import pytest

from ariane.calculators.pci import REGIONS, PeritonealIndex
from ariane.calculators.pci_reading import PciReading
from ariane.case.pci_kind import PciKind
from ariane.documents.pci_body import CELLS, loops
from ariane.documents.pci_svg import STYLE, pci_svg
from ariane.wording.language import Language

SVG = "{http://www.w3.org/2000/svg}"
SCORES = {0: 2, 1: 0, 2: 1, 3: 0, 4: 1, 5: 1, 6: 3, 7: 2, 8: 0, 9: 3, 12: 0}
READING = PciReading(PeritonealIndex(SCORES), PciKind.LAPAROSCOPIC, date(2026, 3, 20))
IN_EACH = pytest.mark.parametrize("language", Language)


def groups(root: Element) -> dict[str, Element]:
    return {g.get("id", ""): g for g in root.iter(f"{SVG}g") if g.get("id")}


def words(element: Element) -> list[str]:
    return [text.text or "" for text in element.iter(f"{SVG}text")]


@IN_EACH
def test_every_region_is_a_group_with_its_number_and_score_as_text(language: Language) -> None:
    found = groups(fromstring(pci_svg(READING, language)))
    assert list(found) == [
        f"region-{region}" for region in sorted(CELLS, key=list(CELLS).index)
    ] + [f"region-{region}" for region in REGIONS[9:]]
    for region in REGIONS:
        group = found[f"region-{region}"]
        score = SCORES.get(region)
        state = "unseen" if score is None else f"score-{score}"
        assert group.get("class") == f"region {state}"
        assert group.get("data-score") == ("" if score is None else str(score))
        assert str(region) in words(group)
        assert ("?" if score is None else str(score)) in words(group)
        assert (group.findtext(f"{SVG}title") or "").startswith(f"{region}. ")


@IN_EACH
def test_the_drawing_says_in_words_what_it_shows(language: Language) -> None:
    root = fromstring(pci_svg(READING, language))
    assert root.get("role") == "img"
    assert root.get("lang") == language.value
    described = " ".join(root.get("aria-labelledby", "").split())
    assert described == "pci-title pci-desc"
    description = root.findtext(f"{SVG}desc") or ""
    assert "13" in description
    assert "19" in description
    assert "10, 11" in description
    said = " ".join(words(root))
    assert "2026" in said
    assert "5 cm" in said
    assert "24.3.6.2" in said


def test_a_total_stands_alone_and_an_interval_does_not() -> None:
    whole = PciReading(PeritonealIndex(dict.fromkeys(REGIONS, 3)))
    assert "39" in words(fromstring(pci_svg(whole, Language.FR)))
    assert "13 à 19" in words(fromstring(pci_svg(READING, Language.FR)))


def test_nothing_leaves_the_page() -> None:
    long = PciReading(PeritonealIndex({}), PciKind.OPEN, None, "cas " * 60, date(2026, 3, 9))
    root = fromstring(pci_svg(long, Language.FR))
    for text in root.iter(f"{SVG}text"):
        assert len(text.text or "") < 125
    assert "http" not in STYLE


def _luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    pairs = [digits[i : i + 2] for i in (0, 2, 4)] if len(digits) == 6 else [c * 2 for c in digits]
    channels = [int(pair, 16) / 255 for pair in pairs]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_scores_get_darker_and_their_text_stays_readable() -> None:
    fills = [
        STYLE.split(f".pci .score-{score} .fill, ")[1].split("fill:")[1].split(" ")[0]
        for score in range(4)
    ]
    luminances = [_luminance(fill) for fill in fills]
    assert luminances == sorted(luminances, reverse=True)
    text = [_luminance("#1c2430")] * 3 + [_luminance("#fff")]
    for fill, ink in zip(luminances, text, strict=True):
        high, low = max(fill, ink), min(fill, ink)
        assert (high + 0.05) / (low + 0.05) >= 4.5


def test_the_loops_of_the_bowel_hang_together() -> None:
    ends = [loops(row).split()[-2] for row in range(4)]
    starts = [loops(row).split()[1] for row in range(4)]
    assert ends[:3] == starts[1:]


def test_the_same_reading_gives_the_same_bytes() -> None:
    assert pci_svg(READING, Language.FR) == pci_svg(READING, Language.FR)
