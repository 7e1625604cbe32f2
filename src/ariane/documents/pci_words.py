"""Words that the text and the drawing of a peritoneal index share."""

from __future__ import annotations

from ariane.calculators.lesion_sizes import DESCRIPTIONS
from ariane.calculators.pci import HIGHEST_TOTAL, PeritonealIndex
from ariane.calculators.pci_reading import PciReading
from ariane.wording.catalogue import say
from ariane.wording.language import Language
from ariane.wording.phrases import date_words, printable


def result_words(index: PeritonealIndex, language: Language) -> str:
    """Return the total out of 39, or the interval."""
    if index.total is not None:
        return say("pci:total", language, total=index.total, top=HIGHEST_TOTAL)
    low, high = index.lowest, index.highest
    return say("pci:interval", language, low=low, high=high, top=HIGHEST_TOTAL)


def missing_words(index: PeritonealIndex, language: Language) -> str:
    """Say which regions are missing, or that none is."""
    missing = index.missing_regions
    if not missing:
        return say("pci:complete", language)
    named = ", ".join(map(str, missing))
    return say("pci:missing", language, count=len(missing), regions=named)


def region_words(index: PeritonealIndex, region: int, language: Language) -> str:
    """Return a region with its number, its name and its score."""
    name = say(f"pci:region.{region}", language)
    score = index.scores.get(region)
    key = "unseen" if score is None else "scored"
    return say(f"pci:region.{key}", language, region=region, name=name, score=score)


def reading_words(reading: PciReading, language: Language) -> str:
    """Say how the peritoneum was looked at, when, and in which case."""
    parts = [say(f"pci:reading.{reading.kind or 'unstated'}", language)]
    if reading.scored_on is not None:
        parts.append(say("pci:scored-on", language, date=date_words(reading.scored_on, language)))
    elif reading.as_of is not None:
        parts.append(say("pci:as-of", language, date=date_words(reading.as_of, language)))
    else:
        parts.append(say("pci:date.unstated", language))
    if reading.case_id is not None:
        parts.append(say("pci:case", language, case=printable(reading.case_id)))
    return " · ".join(parts)


def source_words(language: Language) -> str:
    """Name the descriptions that the lesion sizes were taken from."""
    sources = say("word.and", language).join(d.name for d in DESCRIPTIONS)
    return say("pci:sizes.source", language, sources=sources)
