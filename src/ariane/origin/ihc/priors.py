"""How likely each origin is before any stain: by the metastatic site, and by sex.

Counts of biopsied metastases of known primaries (MSK-MET, one referral centre): not of cancers of
unknown primary. Half a patient is added to every origin, so that none is ruled out by its absence.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from ariane.facts.disease_extent import PREDOMINANT_SITE
from ariane.facts.pathology import HISTOLOGY_TYPE
from ariane.facts.person import SEX
from ariane.facts.tissue import LYMPHOMA_EXCLUDED, MELANOMA_EXCLUDED, SARCOMA_EXCLUDED
from ariane.origin.ihc.crosswalk import BY_TUMOUR
from ariane.origin.ihc.frequencies import DATA
from ariane.origin.report import posterior_of

HALF_A_PATIENT = 0.5
SITES = ("liver", "peritoneum")
"""Predominant sites of a case that the counts know; for any other, all sites are added up."""
SEX_BOUND = {"OVARY": "female", "ENDOMETRIUM": "female", "CERVIX": "female", "PRAD": "male"}
"""Origins that one sex cannot have."""
EXCLUDED_BY = {
    LYMPHOMA_EXCLUDED.name: ("LYMPHOMA",),
    MELANOMA_EXCLUDED.name: ("MELANOMA",),
    SARCOMA_EXCLUDED.name: ("SARCOMA", "GIST", "DSRCT"),
}
"""Facts of the pathologist, and what they rule out (24.3.7.1)."""
NEUROENDOCRINE = ("PANET", "GINET", "LUNGNET", "HGNEC", "MERKEL", "PHEO")
NO_GLAND = ("ANAL", "HNSC", "SKIN_SCC", "NUT", "DSRCT", "GLIOMA", "ADRENAL", "GERM_CELL", "THYMUS")
NO_CARCINOMA = ("LYMPHOMA", "MELANOMA", "SARCOMA", "GIST")
"""What an adenocarcinoma is not, by what the word means."""


def prior(known: Mapping[str, Any], codes: Sequence[str]) -> dict[str, float]:
    """Return the prior over `codes` for the facts of a case; it sums to 1."""
    site, sex = known.get(PREDOMINANT_SITE.name), known.get(SEX.name)
    counts, out = site_counts(site if site in SITES else None), ruled_out(known)
    shares = [(counts.get(code, 0) + HALF_A_PATIENT) * sex_share(code, sex) for code in codes]
    return posterior_of(
        codes,
        [0.0 if code in out else share for code, share in zip(codes, shares, strict=True)],
    )


def uniform(known: Mapping[str, Any], codes: Sequence[str]) -> dict[str, float]:
    """Return equal chances for every origin that nothing rules out."""
    out = ruled_out(known)
    return posterior_of(codes, [0.0 if code in out else 1.0 for code in codes])


def ruled_out(known: Mapping[str, Any]) -> frozenset[str]:
    """Return the origins that the sex, the pathologist or the word adenocarcinoma rules out."""
    out = {code for fact, codes in EXCLUDED_BY.items() if known.get(fact) is True for code in codes}
    if known.get(HISTOLOGY_TYPE.name) == "adenocarcinoma":
        out |= {*NEUROENDOCRINE, *NO_GLAND, *NO_CARCINOMA}
    sex = known.get(SEX.name)
    return frozenset(out | {code for code in SEX_BOUND if not _possible(code, sex)})


def site_counts(site: str | None) -> dict[str, int]:
    """Return tumours by origin at a site; at all sites together for `None`."""
    found: dict[str, int] = {}
    with (DATA / "priors.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            if site in (None, row["site"]):
                code = BY_TUMOUR[row["tumour"]]
                found[code] = found.get(code, 0) + int(row["count"])
    return found


def sex_share(code: str, sex: str | None) -> float:
    """Return the share of tumours of an origin that arise in a sex; 1 where the sex is unknown."""
    if sex is None:
        return 1.0
    if not _possible(code, sex):
        return 0.0
    if code in SEX_BOUND:
        return 1.0
    row = _counted_by_sex().get(code)
    if row is None:
        return 0.5  # no count: either sex alike
    here, both = int(row[sex]), int(row["female"]) + int(row["male"])
    return (here + HALF_A_PATIENT) / (both + 2 * HALF_A_PATIENT)


@cache
def _counted_by_sex() -> dict[str, dict[str, str]]:
    with (DATA / "sexes.csv").open(encoding="utf-8", newline="") as stream:
        return {row["origin"]: row for row in csv.DictReader(stream)}


def _possible(code: str, sex: str | None) -> bool:
    return sex is None or SEX_BOUND.get(code, sex) == sex
