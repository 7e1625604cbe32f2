"""What a row of words says of a marker: `pas d'expression`, `positif, focal et faible`, `+`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from lark import Token

from ariane.case.reports.stain import Why

LETTERS = {
    "POSITIVE": "P",
    "PLUS": "P",
    "SCORE": "P",
    "NEGATIVE": "G",
    "MINUS": "G",
    "NEGATIVITY": "G",
    "EXPRESSION": "E",
    "VERB": "V",
    "STAINING": "S",
    "SHOWS": "H",
    "STUDY": "Z",
    "NOT": "n",
    "NO": "n",
    "ABSENCE": "n",
    "NOT_THIS": "t",
    "LOSS": "L",
    "NO_LOSS": "K",
    "KEPT": "K",
    "REDUCED": "D",
}
"""A letter for each kind of word that bears on the result; the others qualify it."""

SHAPES: tuple[tuple[str, str], ...] = (
    ("pos", r"H?(?:P+|[SE]+P+|P[SE]|E|V|HS|E?K|KE)H?|S?K|HS|SH"),
    (
        "neg",
        r"H?(?:G|[SE]G|G[SE]|n[ESP]|[ES]?nP|L|LE|E?L|SL|[ES]?nH|Vn|nV|nSP|Sn[ES])H?|[ESn]?nH|t|n",
    ),
    ("reduced", r"H?[ES]?D[ES]?"),
    ("", r"[SZH]|ZS|ZE|"),
)
"""Result, and the rows of letters that mean it. Any other row is ambiguous."""

QUALIFIERS = {"STRONG": "strong", "MODERATE": "moderate", "WEAK": "weak"}
DOUBTS = {
    "DOUBT": Why.DOUBTFUL,
    "CAUTION": Why.HEDGED,
    "PENDING": Why.PENDING,
    "FEW": Why.FEW_CELLS,
}
PLURAL = re.compile(r"s$")


class Predicate(NamedTuple):
    """The meaning of a row of words; `result` is `None` where it gives none; `why` may bar it.

    `noun`: a noun that a later verb may turn ("l'expression de CK7 est négative"). `plural`: said
    of several markers. `linked`: by a verb or a colon. `denies`: by a negation, not an adjective.
    `cytoplasmic`: a place in the cell is named, and it is not the nucleus.
    `qualifies`: it only says how much, how strong or where.
    """

    result: str | None
    why: Why | None
    extent: str | None
    intensity: str | None
    percent: str | None
    noun: bool
    plural: bool
    linked: bool
    denies: bool
    cytoplasmic: bool
    qualifies: bool
    start: int
    end: int


def predicate(words: Sequence[Token]) -> Predicate:
    """Fold a row of words, links included, into what it says."""
    kinds = [word.type for word in words]
    letters = "".join(LETTERS.get(kind, "") for kind in kinds)
    extent = _extent(words)
    percent = next((_percent(str(w)) for w in words if w.type == "PERCENT"), None)
    intensity = next((QUALIFIERS[k] for k in kinds if k in QUALIFIERS), None)
    score = next((re.sub(r"\D", "", str(w)) + "+" for w in words if w.type == "SCORE"), None)
    result, why = _result(letters, extent, score or intensity, percent)
    if "NOT_DONE" in kinds:
        result, why = ("not_done", None) if not letters else (None, Why.AMBIGUOUS)
    why = next((DOUBTS[k] for k in kinds if k in DOUBTS), why)
    return Predicate(
        result=None if why else result,
        why=why,
        extent=extent,
        intensity=score or intensity,
        percent=percent,
        noun=letters.strip("ESZH") == "" and letters != "",
        plural=any(PLURAL.search(str(w)) for w in words if w.type in ("POSITIVE", "NEGATIVE")),
        linked=kinds[:1] == ["LINK"],
        denies="n" in letters,
        cytoplasmic=_cytoplasmic(words),
        qualifies=not letters and why in (None, Why.AMBIGUOUS) and "NOT_DONE" not in kinds,
        start=words[0].start_pos or 0,
        end=words[-1].end_pos or 0,
    )


def _result(
    letters: str, extent: str | None, intensity: str | None, percent: str | None
) -> tuple[str | None, Why | None]:
    result = next((r for r, shape in SHAPES if re.fullmatch(shape, letters)), None)
    if result is None:
        return None, Why.AMBIGUOUS
    if percent == "0":
        return ("neg", None) if result in ("", "neg") else (None, Why.AMBIGUOUS)
    trace = percent is not None and percent.startswith("<")
    if result == "neg" and ((percent and not trace) or extent or intensity):
        return None, Why.AMBIGUOUS
    if result:
        return result, None
    if extent or intensity in ("strong", "moderate") or (intensity and letters == "S"):
        return "pos", None
    return None, Why.AMBIGUOUS if percent or intensity else None


def _cytoplasmic(words: Sequence[Token]) -> bool:
    places = [str(word) for word in words if word.type == "COMPARTMENT"]
    return bool(places) and not any(re.match("nucle", place) for place in places)


def _extent(words: Sequence[Token]) -> str | None:
    said = " ".join(str(word) for word in words if word.type in ("EXTENT", "FEW"))
    for pattern, name in (
        ("pluri|multi|patchy", "plurifocal"),
        ("foca", "focal"),
        ("diffus|exten|etend|homogen", "diffuse"),
        ("heterogen", "heterogeneous"),
        ("partiel", "partial"),
        ("rar|quelques|isole|few|scattered|single", "few-cells"),
    ):
        if re.search(pattern, said):
            return name
    return None


def _percent(words: str) -> str:
    numbers = [number.replace(",", ".") for number in re.findall(r"\d+(?:[.,]\d)?", words)]
    if re.search(r"<|moins|less", words):
        return f"<{numbers[0]}"
    if re.search(r">|plus|more", words):
        return f">{numbers[0]}"
    return "-".join(numbers)
