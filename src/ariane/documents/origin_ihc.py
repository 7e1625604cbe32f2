"""What stands beside the report on stains: the guideline's tables, the next stain, the sources."""

from __future__ import annotations

from typing import Any

from rich.console import Console
from rich.text import Text

from ariane.documents.bullets import bullets
from ariane.documents.origin_words import origin_names
from ariane.documents.origin_text import print_report
from ariane.origin.ihc.crosswalk import NAMES
from ariane.origin.ihc.reading import IhcReading
from ariane.origin.report import report_data
from ariane.wording.catalogue import speaker
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


def print_ihc(reading: IhcReading, language: Language, console: Console) -> None:
    """Print the report, then what stands beside it."""
    print_report(reading.report, language, console)
    say = speaker(language)

    def names(codes: tuple[str, ...]) -> str:
        return origin_names(codes, language) or say("origin_ihc:none")

    likeliest = sorted(reading.flat, key=lambda code: -reading.flat[code])[:FLAT_SHOWN]
    lines = [
        say("origin_ihc:guideline", names=names(reading.guideline)),
        say("origin_ihc:only-here", names=names(reading.only_here)),
        say("origin_ihc:only-guideline", names=names(reading.only_guideline)),
        say("origin_ihc:flat", names=names(tuple(likeliest))),
        say("origin_ihc:no-series", names=names(reading.no_series)),
    ]
    console.print(bullets(lines))
    if reading.next_stains:
        console.print(Text(f" {say('origin_ihc:next')}", "bold"))
        decimal = say("origin:decimal")
        console.print(
            bullets(
                f"{NAMES[one.fact][0]} · " + f"{one.bits:.2f}".replace(".", decimal)
                for one in reading.next_stains
            )
        )
    else:
        console.print(Text(f" {say('origin_ihc:next-none')}", "dim"))
    used = sorted({series.source for effect in reading.effects for series in effect.series})
    if used:
        console.print(Text(f" {say('origin_ihc:sources', names=', '.join(used))}\n", "dim"))
