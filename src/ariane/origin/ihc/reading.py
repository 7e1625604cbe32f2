"""A stain panel read by Bayes' rule over the tissues of origin.

Stains are taken as independent within an origin, which they are not (CK7 and CK20 go together, TTF1
marks lung and thyroid alike); `DAMPING` weakens each likelihood for that. An origin without a
series for a stain is neither helped nor harmed by it.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from ariane.case.case import Case
from ariane.consult.stains import read_stains
from ariane.facts.molecular import MSI_STATUS
from ariane.facts.tissue import TUMOUR_MATERIAL_SUFFICIENT
from ariane.guideline.tncd24.tumour_entities import ENTITIES
from ariane.origin.codes import ORIGINS
from ariane.origin.ihc.crosswalk import NAMES
from ariane.origin.ihc.frequencies import DATA, Series, Staining, stainings
from ariane.origin.ihc.priors import prior, uniform
from ariane.origin.report import (
    Evidence,
    EvidenceSource,
    ModelReference,
    OriginReport,
    QualityCheck,
    Reason,
    Verdict,
    posterior_of,
)

NAME, VERSION = "ihc-series", "1"
DAMPING = 0.6
"""Exponent of each likelihood: the least log-loss on 225 cases of pancreas, bile duct and liver
(benchmarks/origin_ihc.py)."""
MASS = 0.9
NEXT_SHOWN = 5
SHOWN = 0.005
SIGNS = {"pos": "+", "neg": "−"}
LOST_IN_DMMR = ("ihc_ck20", "ihc_cdx2")
"""Stains whose loss does not speak against the colon where mismatch repair is lost (24.3.7.2)."""

Table = Mapping[tuple[str, str], Staining]


class Effect(NamedTuple):
    """One stain: what it adds to the log-odds of each origin that has a series, and the series."""

    fact: str
    result: str
    log_odds: Mapping[str, float]
    series: tuple[Series, ...]


class NextStain(NamedTuple):
    """A stain not done, and how much of the doubt it is expected to lift, in bits."""

    fact: str
    bits: float


@dataclass(frozen=True, slots=True)
class IhcReading:
    """The report, with what stands behind and beside it.

    `flat` is the posterior with equal priors; `no_series`: origins that no series covers, absent
    from the posterior; `guideline` are the origins that the tables of 24.3.7 support, with
    `disagreements` those of the credible set that the tables do not name, and the other way round;
    `next_stains` is empty where the material is known to be exhausted.
    """

    report: OriginReport
    prior: Mapping[str, float]
    flat: Mapping[str, float]
    effects: tuple[Effect, ...]
    no_series: tuple[str, ...]
    guideline: tuple[str, ...]
    only_here: tuple[str, ...]
    only_guideline: tuple[str, ...]
    next_stains: tuple[NextStain, ...]


def origins_known(table: Table) -> tuple[str, ...]:
    """Return the origins that at least one series covers, in the order of the vocabulary."""
    covered = {code for _, code in table}
    return tuple(origin.code for origin in ORIGINS if origin.code in covered)


def read_panel(case: Case, others: Mapping[str, str] | None = None) -> IhcReading:
    """Read the stains of a case, and those of `OTHER_STAINS` given beside it (`pos` or `neg`)."""
    table = stainings()
    known = {**case.known, **(others or {})}
    codes = origins_known(table)
    start = prior(known, codes)
    effects = tuple(_effects(known, table, start))
    posterior, flat = updated(start, effects), updated(uniform(known, codes), effects)
    named = _named_by_guideline(case)
    kept = credible_set(posterior)
    report = OriginReport(
        sample_id=case.id,
        source=EvidenceSource.IHC,
        model=ModelReference(NAME, VERSION, content_hash()),
        posterior=posterior,
        set90=kept,
        abstained=bool(_doubts(effects, kept, flat)),
        quality=_quality(effects, kept, flat, named),
        evidence=tuple(
            Evidence(f"{NAMES[effect.fact][0]} {SIGNS[effect.result]}", effect.log_odds)
            for effect in effects
        ),
    )
    return IhcReading(
        report,
        start,
        flat,
        effects,
        tuple(origin.code for origin in ORIGINS if origin.code not in codes),
        named,
        tuple(code for code in kept if named and code not in named),
        tuple(code for code in named if code not in kept),
        _next(known, table, posterior),
    )


def updated(start: Mapping[str, float], effects: tuple[Effect, ...]) -> dict[str, float]:
    """Return the posterior: the prior, times what every stain adds."""
    scores = {
        code: math.log(share) + sum(effect.log_odds.get(code, 0.0) for effect in effects)
        for code, share in start.items()
        if share > 0
    }
    most = max(scores.values())
    return posterior_of(
        tuple(start), [math.exp(scores[code] - most) if code in scores else 0.0 for code in start]
    )


def credible_set(posterior: Mapping[str, float], mass: float = MASS) -> tuple[str, ...]:
    """Return the likeliest origins that together reach `mass`, likeliest first."""
    kept: list[str] = []
    reached = 0.0
    for code in sorted(posterior, key=lambda code: -posterior[code]):
        if reached >= mass:
            break
        kept.append(code)
        reached += posterior[code]
    return tuple(kept)


def _effects(known: Mapping[str, Any], table: Table, start: Mapping[str, float]) -> list[Effect]:
    dmmr = known.get(MSI_STATUS.name) == "msi_h_dmmr"
    found = []
    for fact in NAMES:
        result = known.get(fact)
        if result not in SIGNS:
            continue
        spared = ("COADREAD",) if dmmr and result == "neg" and fact in LOST_IN_DMMR else ()
        effect = effect_of(fact, result, table, start, spared)
        if effect.log_odds:
            found.append(effect)
    return found


def effect_of(
    fact: str,
    result: str,
    table: Table,
    start: Mapping[str, float],
    spared: tuple[str, ...] = (),
) -> Effect:
    """Return what one result adds: the log of its chance in an origin over its chance in all."""
    covered = [code for code in start if (fact, code) in table and code not in spared]
    weight = sum(start[code] for code in covered)
    if not weight > 0:
        return Effect(fact, result, {}, ())
    chance = {
        code: table[fact, code].mean if result == "pos" else 1 - table[fact, code].mean
        for code in covered
    }
    overall = sum(start[code] * chance[code] for code in covered) / weight
    return Effect(
        fact,
        result,
        {code: DAMPING * math.log(chance[code] / overall) for code in covered},
        tuple(series for code in covered for series in table[fact, code].series),
    )


def _named_by_guideline(case: Case) -> tuple[str, ...]:
    named = {
        code
        for candidate in read_stains(case).candidates
        if candidate.supported_by > candidate.opposed_by
        for code in ENTITIES[candidate.tumour].codes
    }
    return tuple(origin.code for origin in ORIGINS if origin.code in named)


def _doubts(
    effects: tuple[Effect, ...], kept: tuple[str, ...], flat: Mapping[str, float]
) -> tuple[Reason, ...]:
    if not effects:
        return (Reason("no-stain"),)
    found = []
    if len(kept) > 1:
        found.append(Reason("several-likely", str(len(kept))))
    first = max(flat, key=lambda code: flat[code])
    if first != kept[0]:
        found.append(Reason("prior-decides", f"{kept[0]}, {first}"))
    return tuple(found)


def _quality(
    effects: tuple[Effect, ...],
    kept: tuple[str, ...],
    flat: Mapping[str, float],
    named: tuple[str, ...],
) -> QualityCheck:
    doubts = _doubts(effects, kept, flat)
    if not effects:
        return QualityCheck(Verdict.FAIL, doubts)
    reasons = [*doubts, Reason("credible-set"), Reason("prior-of-metastases")]
    if named and not set(kept) & set(named):
        reasons.append(Reason("guideline-disagrees", ", ".join(named)))
    return QualityCheck(Verdict.WARN, tuple(reasons))


def _next(
    known: Mapping[str, Any], table: Table, posterior: Mapping[str, float]
) -> tuple[NextStain, ...]:
    if known.get(TUMOUR_MATERIAL_SUFFICIENT.name) is False:
        return ()
    gains = [
        NextStain(fact, expected_bits(fact, table, posterior))
        for fact in NAMES
        if known.get(fact) not in (*SIGNS, "reduced")
    ]
    gains = [gain for gain in gains if gain.bits >= SHOWN]
    return tuple(sorted(gains, key=lambda gain: -gain.bits)[:NEXT_SHOWN])


def expected_bits(fact: str, table: Table, posterior: Mapping[str, float]) -> float:
    """Return the mutual information of a stain and the origin, in bits: 0 where nothing is known.

    An origin without a series stands at the mean of the others, and so brings nothing.
    """
    covered = {code: table[fact, code].mean for code in posterior if (fact, code) in table}
    weight = sum(posterior[code] for code in covered)
    if not weight > 0:
        return 0.0
    overall = sum(posterior[code] * chance for code, chance in covered.items()) / weight
    within = sum(posterior[code] * _entropy(chance) for code, chance in covered.items())
    return max(0.0, weight * _entropy(overall) - within)


def _entropy(chance: float) -> float:
    return -sum(part * math.log2(part) for part in (chance, 1 - chance) if part > 0)


def content_hash() -> str:
    """Return the hash of the frequencies and priors."""
    content = b"".join(
        (DATA / name).read_bytes() for name in ("frequencies.csv", "priors.csv", "sexes.csv")
    )
    return hashlib.sha256(content).hexdigest()
