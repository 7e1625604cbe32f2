"""The publications behind what a consultation tells."""

from __future__ import annotations

from ariane.consult.consultation import Consultation
from ariane.consult.digest import digest
from ariane.consult.importance import Place
from ariane.guideline.tncd24.bibliography import identified

TOLD = (Place.DO, Place.DISCUSS, Place.AVOID)


def references(consultation: Consultation, most: int) -> tuple[str, ...]:
    """Return the sources cited by what is told first, in that order, `most` of them at most.

    The chapter prints no bibliography: sources that could not be identified are left out here
    (`ariane guideline show` says which they are).
    """
    places = digest(consultation)
    keys = dict.fromkeys(
        key for place in TOLD for group in places[place] for key in group.lead.statement.citations
    )
    found = [said for key in keys if (said := identified(key))]
    return tuple(found[:most])
