"""The names of regimens: those with printed doses, and those that the chapter names without any."""

from __future__ import annotations

import re
from unicodedata import combining, normalize

from ariane.calculators.inputs import InputKind, Inputs
from ariane.case.suggestions import nearest
from ariane.guideline.tncd24.regimens import (
    CISGEM,
    GEMOX,
    GEMOX_MODIFIED,
    PRINTED_REGIMENS,
    PrintedRegimen,
)
from ariane.guideline.tncd24.undosed_treatments import UNDOSED_TREATMENTS, UndosedTreatment

SPELLINGS = {
    "CISGEM": CISGEM,
    "cisplatine-gemcitabine": CISGEM,
    "cisplatin-gemcitabine": CISGEM,
    "GEMOX": GEMOX,
    "GEMOX_MODIFIED": GEMOX_MODIFIED,
    "GEMOX modifié": GEMOX_MODIFIED,
    "modified GEMOX": GEMOX_MODIFIED,
}
"""`gemcitabine-oxaliplatine` is left out: it is the printed subtitle of two regimens (A62)."""


def read_regimen(inputs: Inputs, typed: str) -> PrintedRegimen | None:
    """Read a name, whatever its capitals, accents and dashes; refuse what has no printed dose."""
    key = _key(typed)
    for spelling, regimen in SPELLINGS.items():
        if _key(spelling) == key:
            return regimen
    undosed = undosed_treatment(typed)
    if undosed is not None:
        inputs.refuse(
            InputKind.NO_PRINTED_DOSE, "REGIMEN", undosed.code, ", ".join(undosed.sections)
        )
        return None
    known = [regimen.code for regimen in PRINTED_REGIMENS]
    inputs.refuse(
        InputKind.UNKNOWN_REGIMEN,
        "REGIMEN",
        typed,
        ", ".join(known),
        nearest(typed, [*SPELLINGS, *(name for t in UNDOSED_TREATMENTS for name in t.names)]),
    )
    return None


def undosed_treatment(typed: str) -> UndosedTreatment | None:
    """Return the treatment of that name that the chapter gives no dose for."""
    key = _key(typed)
    return next(
        (t for t in UNDOSED_TREATMENTS if key in {_key(n) for n in (*t.names, t.code)}), None
    )


def _key(name: str) -> str:
    plain = "".join(c for c in normalize("NFD", name.casefold()) if not combining(c))
    return re.sub(r"[^a-z0-9]", "", plain)
