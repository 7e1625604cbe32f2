"""The letter that refers a case to a RENAPE board (24.9.2)."""

from __future__ import annotations

from ariane.calculators.pci_reading import PciReading, readings
from ariane.case.case import Case
from ariane.documents.case_rows import (
    fact_rows,
    fact_value,
)
from ariane.documents.referral_parts import case_parts, of_case, people
from ariane.documents.referral_words import doubt_words
from ariane.documents.sheet import Part, Row, Sheet
from ariane.guideline.tncd24.renape_directory import RenapeCentre
from ariane.wording.catalogue import say, speaker
from ariane.wording.language import Language

FIVE = (
    "op_quadrant_description",
    "op_biopsy_proof",
    "op_ascites_stated",
    "op_photos_or_video",
    "op_small_bowel_stated",
    "op_right_dome_stated",
)
PERITONEUM = (
    "peritoneal_metastases",
    "extraperitoneal_disease",
    "peritoneal_resectability",
    "symptom_burden",
    "disease_tempo",
)
ROOM = 4


def renape_letter(case: Case, language: Language, centre: RenapeCentre | None = None) -> Sheet:
    """Return the letter that refers a case to a RENAPE board (24.9.2), to one centre if named."""
    words = speaker(language)
    reason, route = (fact_value(case, n, language) for n in ("referral_reason", "referral_route"))
    return Sheet(
        words("board:doc.renape.title"),
        of_case(case, language),
        (),
        (
            _addressed(centre, language),
            *people(words, presenter=False),
            Part(
                words("board:doc.renape.reason"),
                (words("board:doc.renape.dear"), words("board:doc.renape.ask")),
                (
                    Row(words("board:doc.renape.reason.row"), reason),
                    Row(words("board:doc.renape.route.row"), route),
                ),
            ),
            Part(words("board:doc.renape.peritoneum"), rows=_peritoneum(case, language)),
            _operative_report(case, language),
            *case_parts(case, language, (*PERITONEUM, *FIVE)),
            Part(words("board:doc.question"), room=ROOM),
            Part(words("board:doc.signature"), room=1),
        ),
    )


def _addressed(centre: RenapeCentre | None, language: Language) -> Part:
    """Return the centre as printed, with what is doubtful about its number, or room for one."""
    heading = say("board:doc.renape.to", language)
    if centre is None:
        return Part(heading, room=1)
    name = " – ".join(part for part in (centre.site, centre.institution) if part)
    said = f"{name}, {', '.join(centre.referents)}, {centre.telephone.number}"
    doubt = doubt_words(centre.telephone, language)
    return Part(heading, (said, *((doubt,) if doubt else ())))


def _peritoneum(case: Case, language: Language) -> tuple[Row, ...]:
    found = tuple(_index_row(reading, language) for reading in readings(case))
    unknown = (Row(say("board:doc.renape.pci", language, kind="").strip(), None),)
    return (*fact_rows(case, PERITONEUM, language), *(found or unknown))


def _index_row(reading: PciReading, language: Language) -> Row:
    kind = say(f"pci:kind.{reading.kind or 'unstated'}", language)
    index = reading.index
    if index.total is not None:
        said = say("board:doc.renape.pci.value", language, total=index.total)
    else:
        said = say(
            "board:doc.renape.pci.interval",
            language,
            lowest=index.lowest,
            highest=index.highest,
            seen=len(index.scores),
        )
    return Row(say("board:doc.renape.pci", language, kind=kind), said)


def _operative_report(case: Case, language: Language) -> Part:
    heading = say("board:doc.renape.five", language)
    if case.known.get("peritoneal_exploration_performed") is False:
        return Part(heading, (say("board:doc.renape.five.not-explored", language),))
    return Part(heading, rows=fact_rows(case, FIVE, language))
