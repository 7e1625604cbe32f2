"""What counted in a report on the origin: its language-free findings and reasons, in words."""

from __future__ import annotations

import re

from ariane.origin.report import Evidence, Reason
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


def origin_name(code: str, language: Language) -> str:
    """Return the name of an origin; the code itself where none is known."""
    return table(language, "origin").get(f"name.{code}", code)


def origin_names(codes: tuple[str, ...], language: Language) -> str:
    """Return the names of origins, parted by semicolons: some names hold commas."""
    return say("origin:between", language).join(origin_name(code, language) for code in codes)


def finding_words(item: Evidence, language: Language) -> str:
    """Return a finding in words; a gene and its change stay as laboratories write them."""
    words = table(language, "origin")
    kind = words.get(f"source.{item.feature}")
    if kind is not None:
        return kind
    gene, marked, _ = item.feature.partition(" not mutated")
    if marked:
        return say("origin:finding.not-mutated", language, gene=gene)
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
    return say(f"origin:reason.{reason.code}", language, value=_named(value, words))


def _named(value: str, words: dict[str, str]) -> str:
    """Return a value with kinds of evidence and origins by their names."""
    return re.sub(
        r"[A-Za-z_]+",
        lambda found: words.get(f"source.{found[0]}", words.get(f"name.{found[0]}", found[0])),
        value,
    )
