"""Systemic and intraperitoneal treatments that the chapter names without any dose (A61).

`names` are what a person may type for them, in French and English. `sections` are all the sections
that name them; `trial_only` marks those that the chapter mentions only as an arm of a trial.
"""

from __future__ import annotations

from typing import NamedTuple


class UndosedTreatment(NamedTuple):
    """One treatment: its code, its names as typed, the sections that name it."""

    code: str
    names: tuple[str, ...]
    sections: tuple[str, ...]
    trial_only: bool = False


UNDOSED_TREATMENTS: tuple[UndosedTreatment, ...] = (
    UndosedTreatment(
        "platinum_taxane", ("platine-taxane", "platinum-taxane", "taxane"), ("24.4.1.1",)
    ),
    UndosedTreatment("nivolumab", ("nivolumab",), ("24.4.1.2",)),
    UndosedTreatment(
        "bevacizumab_erlotinib",
        ("bevacizumab-erlotinib", "erlotinib", "bevacizumab"),
        ("24.4.1.2", "24.4.2.1"),
    ),
    UndosedTreatment("FOLFOX", ("FOLFOX",), ("24.4.2.1",)),
    UndosedTreatment("FOLFIRI", ("FOLFIRI",), ("24.4.2.1",)),
    UndosedTreatment("anti_egfr", ("anti-EGFR",), ("24.4.2.1",)),
    UndosedTreatment(
        "platinum_etoposide",
        ("platine-étoposide", "platinum-etoposide", "étoposide"),
        ("24.4.2.2", "24.5.1"),
    ),
    UndosedTreatment("FOLFIRINOX", ("FOLFIRINOX",), ("24.4.2.2", "24.5.1"), trial_only=True),
    UndosedTreatment(
        "carboplatin_etoposide",
        ("carboplatine-étoposide", "carboplatin-etoposide"),
        ("24.4.2.2",),
        trial_only=True,
    ),
    UndosedTreatment(
        "carboplatin_paclitaxel",
        ("carboplatine-paclitaxel", "carboplatin-paclitaxel", "carboplatine", "paclitaxel"),
        ("24.4.2.3",),
    ),
    UndosedTreatment("parp_inhibitor", ("anti-PARP", "PARPi"), ("24.4.2.3", "24.8.3")),
    UndosedTreatment("atezolizumab", ("atezolizumab",), ("24.4.3.2",), trial_only=True),
    UndosedTreatment(
        "HIPEC",
        ("HIPEC", "CHIP", "mitomycine", "mitomycin"),
        ("24.4.2.3", "24.4.4.1", "24.5.2", "24.8.2"),
    ),
    UndosedTreatment("PIPAC", ("PIPAC",), ("24.4.4.1",)),
    UndosedTreatment(
        "anti_pd1", ("anti-PD1", "immunothérapie", "immunotherapy"), ("24.4.2.1", "24.5.1")
    ),
)
"""In the order in which the chapter names them."""
