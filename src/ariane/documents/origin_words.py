"""A report on the origin of a tumour in words, the same on a terminal, a page and a drawing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ariane.origin.report import (
    ClassValidation,
    Evidence,
    EvidenceSource,
    OriginReport,
    Reason,
    Verdict,
)
from ariane.wording.catalogue import say, table
from ariane.wording.language import Language

DECIMAL_POINT = re.compile(r"(?<=\d)\.(?=\d)")
FINDING_WORDS = {
    "tmb_nonsynonymous_per_mb": "tmb",
    "fraction_genome_altered": "altered",
    "age_at_sequencing": "age",
    "purity": "purity",
    "sex": "sex",
    "biopsy_site": "site",
    "mutation": "spectrum",
}
"""First words of language-free findings, and the keys of their wording."""
CHECKED_ON_PATIENTS = (EvidenceSource.DNA, EvidenceSource.RNA)
"""Sources whose sets and orientations were checked on patients: the others only reckon them."""
NAMING = (
    "discordant",
    "left-out",
    "prior-decides",
    "guideline-disagrees",
    "weight-given",
    "weight-not-fitted",
)
"""Reasons whose value holds kinds of evidence or origins; those of others may be names of genes."""
CODE = re.compile(r"\b[A-Z_]{3,}\b|^[a-z]{3}\b|(?<=; )[a-z]{3}\b")


def origin_name(code: str, language: Language) -> str:
    """Return the name of an origin; the code itself where none is known."""
    return str(table(language, "origin").get(f"name.{code}", code))


def origin_names(codes: Iterable[str], language: Language) -> str:
    """Return the names of origins, parted by semicolons: some names hold commas."""
    return say("origin:between", language).join(origin_name(code, language) for code in codes)


def finding_words(item: Evidence, language: Language) -> str:
    """Return a finding in words; a gene and its change stay as laboratories write them."""
    words = table(language, "origin")
    kind = words.get(f"source.{item.feature}")
    if kind is not None:
        return str(kind)
    gene, marked, _ = item.feature.partition(" not mutated")
    if marked:
        return say("origin:finding.not-mutated", language, gene=gene)
    gene, levelled, value = item.feature.partition(" level ")
    if levelled:
        value = DECIMAL_POINT.sub(words["decimal"], value).replace("-", "−")
        return say("origin:finding.level", language, gene=gene, value=value)
    name, _, value = item.feature.partition(" ")
    named = FINDING_WORDS.get(name)
    if named is None:
        return item.feature
    said = words.get(f"{named}.{value}") or DECIMAL_POINT.sub(words["decimal"], value)
    return say(f"origin:finding.{named}", language, value=said)


def reason_words(reason: Reason, language: Language) -> str:
    """Return a reason of a verdict or of an abstention in words; a foreign one as it is."""
    words = table(language, "origin")
    if f"reason.{reason.code}" not in words:
        return str(reason)
    value = DECIMAL_POINT.sub(words["decimal"], reason.value)
    if reason.code in NAMING:
        value = value.replace(", ", words["between"])
        value = CODE.sub(lambda found: _name(found[0], words), value)
    return say(f"origin:reason.{reason.code}", language, value=value)


def _name(code: str, words: Mapping[str, str]) -> str:
    return words.get(f"source.{code}", words.get(f"name.{code}", code))


NOT_NAMED = {"rna-unseen": "no-orientation-unseen", "rna-normal-": "no-orientation-normal"}
"""Starts of reasons for which no origin is even proposed, and how the answer is said then."""


def answer_words(report: OriginReport, language: Language) -> str:
    """Return the answer: an orientation, or what stays to be considered, or that there is none."""
    if not report.abstained:
        first = report.ranked[0]
        percent = percent_words(report.posterior[first], language)
        return say(
            "origin:orientation", language, name=origin_name(first, language), percent=percent
        )
    if report.quality.verdict is Verdict.FAIL:
        return say("origin:no-answer", language)
    for reason in report.quality.reasons:
        for code, answer in NOT_NAMED.items():
            if reason.code.startswith(code):
                return say(f"origin:{answer}", language)
    key = "no-orientation" if report.source in CHECKED_ON_PATIENTS else "no-orientation-set"
    return say(f"origin:{key}", language, names=origin_names(report.set90, language))


def set_words(report: OriginReport, language: Language) -> str:
    """Return what the 90% set promises."""
    if report.source in CHECKED_ON_PATIENTS:
        return say("origin:set90", language, count=len(report.set90))
    return say("origin:set-reckoned", language)


def known_words(known: ClassValidation | None, language: Language) -> str:
    """Return how often an origin was right when named, on how many patients; empty if unknown."""
    if known is None:
        return ""
    percent = "–" if known.precision is None else percent_words(known.precision, language)
    return say("origin:known", language, count=known.n, percent=percent)


def percent_words(share: float, language: Language) -> str:
    """Return a share with its sign of percent."""
    return say("origin:percent", language, value=rounded(share, language))


def rounded(share: float, language: Language) -> str:
    """Return a percentage; what is neither certain nor excluded never reads as if it were."""
    if 0.99 < share < 1:
        return ">\N{NO-BREAK SPACE}99"
    if 0 < share < 0.01:
        return "<\N{NO-BREAK SPACE}1"
    return number_words(share * 100, 0, language)


def number_words(value: float, digits: int, language: Language, signed: bool = False) -> str:
    """Return a number as it is printed in a language."""
    if round(value, digits) == 0:
        value, signed = 0.0, False
    said = f"{value:+.{digits}f}" if signed else f"{value:.{digits}f}"
    return said.replace(".", say("origin:decimal", language)).replace("-", "−")
