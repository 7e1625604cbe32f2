"""What stands beside the report on stains: the guideline's tables, the next stain, the sources."""

from __future__ import annotations

from typing import Any

from rich.console import Console
from rich.text import Text

from ariane.documents.bullets import bullets
from ariane.documents.origin_text import print_report
from ariane.documents.origin_words import number_words, origin_names
from ariane.origin.ihc.crosswalk import NAMES
from ariane.origin.ihc.reading import IhcReading
from ariane.origin.report import report_data
from ariane.wording.catalogue import say
from ariane.wording.language import Language

FLAT_SHOWN = 3


def ihc_data(reading: IhcReading) -> dict[str, Any]:
    """Return the report as the contract has it, with `ihc` added: what stands behind it."""
    return {
        **report_data(reading.report),
        "ihc": {
            "set": "credible",
            "prior": dict(reading.prior),
            "posterior_equal_priors": dict(reading.flat),
            "guideline": list(reading.guideline),
            "only_series": list(reading.only_here),
            "only_guideline": list(reading.only_guideline),
            "no_series": list(reading.no_series),
            "next_stains": [
                {"stain": one.fact, "bits": round(one.bits, 4)} for one in reading.next_stains
            ],
            "sources": [
                {
                    "stain": effect.fact,
                    "result": effect.result,
                    "origin": series.origin,
                    "tumour": series.tumour,
                    "positive_share": round(series.share, 4),
                    "n": series.size if series.counted else None,
                    "source": series.source,
                    "read": series.read,
                    "address": series.address,
                }
                for effect in reading.effects
                for series in effect.series
            ],
        },
    }


def ihc_lines(reading: IhcReading, language: Language) -> list[str]:
    """Return how the reading stands to the tables of the guideline, and what it cannot know."""

    def names(codes: tuple[str, ...]) -> str:
        return origin_names(codes, language) or say("origin_ihc:none", language)

    likeliest = sorted(reading.flat, key=lambda code: -reading.flat[code])[:FLAT_SHOWN]
    return [
        say(f"origin_ihc:{key}", language, names=names(codes))
        for key, codes in (
            ("guideline", reading.guideline),
            ("only-here", reading.only_here),
            ("only-guideline", reading.only_guideline),
            ("flat", tuple(likeliest)),
            ("no-series", reading.no_series),
        )
    ]


def next_stain_lines(reading: IhcReading, language: Language) -> list[str]:
    """Return the stains that would settle most, with the bits expected of each."""
    return [
        f"{NAMES[one.fact][0]} · {number_words(one.bits, 2, language)}"
        for one in reading.next_stains
    ]


def print_ihc(reading: IhcReading, language: Language, console: Console) -> None:
    """Print the report, then what stands beside it."""
    print_report(reading.report, language, console)
    console.print(bullets(ihc_lines(reading, language)))
    following = next_stain_lines(reading, language)
    if following:
        console.print(Text(f" {say('origin_ihc:next', language)}", "bold"))
        console.print(bullets(following))
    else:
        console.print(Text(f" {say('origin_ihc:next-none', language)}", "dim"))
    used = sorted({series.source for effect in reading.effects for series in effect.series})
    if used:
        said = say("origin_ihc:sources", language, names=", ".join(used))
        console.print(Text(f" {said}\n", "dim"))
