"""No treatment is offered to anybody whose needs are unknown or unmet, without a word beside it.

Random patients for whom an offer holds: what it needs, written here from the text, is known to be
met, or a safeguard stands beside it, or a caution of the chapter holds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cache
from random import Random
from typing import Any, NamedTuple

import pytest

from ariane.case.inference import inferred
from ariane.consult.safeguards import safeguards
from ariane.guideline.statement import Action
from ariane.guideline.tncd24.chapter import statements
from ariane.guideline.tncd24.safeguards import CYTOREDUCTION, SYSTEMIC_TREATMENT
from ariane.logic.compiled import compiled
from ariane.logic.expression import Always
from support.random_cases import RandomPatients
from support.statement_cases import statement_cases

Known = dict[str, Any]
PATIENTS = 20_000
TOLD_PER_PATIENT = 10


class Danger(NamedTuple):
    """Offers, what they need of a patient, and the words that stand for it otherwise."""

    offers: tuple[str, ...]
    met: Callable[[Known], bool]
    beside: tuple[str, ...]
    cautions: tuple[str, ...] = ()


def _validated(known: Known) -> bool:
    return bool(known.get("cup_board_validated") or known.get("local_molecular_board_validated"))


def _wild(known: Known) -> bool:
    genes = ("kras_status", "nras_status", "braf_status")
    return all(known.get(gene) == "wild_type" for gene in genes)


def _resectable(known: Known) -> bool:
    return (
        known.get("peritoneal_disease_isolated") is True
        and known.get("peritoneal_resectability") == "resectable_confirmed"
        and known.get("general_condition") == "preserved"
        and known.get("nutritional_status") == "preserved"
    )


def _examined(known: Known) -> bool:
    liver_free = known.get("liver_metastases") is False
    return liver_free or bool(known.get("fdg_pet_done") and known.get("brain_mri_done"))


WITH_PS = (
    *("S24.4.1.1-D1", "S24.4.1.2-D1", "S24.4.1.2-D2", "S24.4.1.2-D3", "S24.5.1-R1"),
    *("S24.5.1-O1", "S24.5.1-O2", "S24.8.3-D8", "S24.8.3-D9", "S24.8.3-D10", "S24.8.3-D11"),
)
"""Offers of systemic treatment that ask for the performance status themselves."""

DANGERS = {
    "systemic treatment looks at performance status": Danger(
        (*SYSTEMIC_TREATMENT, *WITH_PS),
        lambda known: known.get("ecog_ps") in (0, 1, 2),
        ("performance-status", "supportive-care"),
    ),
    "cytoreduction is for isolated resectable disease of fit patients": Danger(
        CYTOREDUCTION, _resectable, ("cytoreduction-conditions",)
    ),
    "cytoreduction has been validated by the RENAPE board": Danger(
        CYTOREDUCTION,
        lambda known: known.get("renape_board_validated") is True,
        ("renape-validation",),
    ),
    "local liver treatment comes after FDG PET and brain MRI": Danger(
        ("S24.4.4.2-D1", "S24.5.2-O2", "S24.8.3-D2"), _examined, ("local-liver-work-up",)
    ),
    "an anti-EGFR is for wild-type KRAS, NRAS and BRAF": Danger(
        ("S24.4.2.1-D2", "S24.8.3-D3"), _wild, (), ("S24.4.2.1-W2",)
    ),
    "an anti-PD1 has been validated by a board": Danger(
        ("S24.4.2.1-D3", "S24.5.1-O2", "S24.8.3-D10"), _validated, ("anti-pd1-validation",)
    ),
    "a targeted agent waits for the microsatellite status": Danger(
        ("S24.4.2.1-D2", "S24.8.3-D3"),
        lambda known: known.get("msi_status") == "mss_pmmr",
        ("microsatellite-status",),
    ),
    "a poorly differentiated carcinoma is not treated as a tumour": Danger(
        ("S24.8.3-D5",),
        lambda known: known.get("histology_type") != "nec_poorly_differentiated",
        ("neuroendocrine-carcinoma",),
    ),
}
NOTHING_TO_GUARD = {
    "S24.4.4.1-D4": "removal of the adnexa for symptoms",
    "S24.5.1-O3": "supportive care",
    "S24.8.3-D6": "supportive care",
}


@cache
def witnesses() -> dict[str, list[Known]]:
    """Return, for each statement, the facts of the cases in which it holds."""
    return {
        name: [case["facts"] for case in cases if case["truth"] == "holds"]
        for name, cases in statement_cases().items()
    }


@cache
def patients() -> list[tuple[Known, frozenset[str]]]:
    """Return what is known of random patients, with the statements that hold for them.

    Each has the facts of a case in which some offer holds; the others are told, or not, at random.
    """
    offers = sorted({name for danger in DANGERS.values() for name in danger.offers})
    conditions = compiled([statement.when for statement in statements()])
    ids = [statement.id for statement in statements()]
    source, random = RandomPatients(24), Random(4)
    found: list[tuple[Known, frozenset[str]]] = []
    while len(found) < PATIENTS:
        whole = source.patient()
        for _ in range(TOLD_PER_PATIENT):
            told = source.told(whole, unknown=random.choice((0.3, 0.7, 0.95)), derived=0.05)
            outcome = inferred(
                {**told, **random.choice(witnesses()[random.choice(offers)])}, {}, {}
            )
            if not outcome.problems:
                truths = zip(ids, conditions(outcome.known), strict=True)
                holding = frozenset(name for name, truth in truths if truth is True)
                found.append((dict(outcome.known), holding))
    return found


@pytest.mark.parametrize("name", DANGERS)
def test_nothing_dangerous_is_offered_without_a_word(name: str) -> None:
    danger = DANGERS[name]
    unmet: Counter[str] = Counter()
    for known, holding in patients():
        offered = [offer for offer in danger.offers if offer in holding]
        if not offered or danger.met(known):
            continue
        beside = safeguards(known, tuple(offered))
        for offer in offered:
            unmet[offer] += 1
            guarded = any(guard.id in danger.beside for guard in beside.get(offer, ()))
            assert guarded or not holding.isdisjoint(danger.cautions), (offer, known)
    assert unmet.total() > 50


@pytest.mark.parametrize("name", DANGERS)
def test_no_safeguard_stands_beside_what_has_all_it_needs(name: str) -> None:
    danger = DANGERS[name]
    for known, holding in patients():
        if danger.met(known):
            beside = safeguards(known, tuple(o for o in danger.offers if o in holding))
            shown = {guard.id for guards in beside.values() for guard in guards}
            assert shown.isdisjoint(danger.beside), known


def test_every_offer_holds_for_many_of_the_patients() -> None:
    counted = Counter(name for _, holding in patients() for name in holding)
    offers = {name for danger in DANGERS.values() for name in danger.offers}
    assert min(counted[offer] for offer in offers) > 100


def test_no_offer_of_treatment_is_forgotten() -> None:
    offering = {Action.TREATMENT, Action.REGIMEN, Action.TRIAL}
    offers = {s.id for s in statements() if s.action in offering and not isinstance(s.when, Always)}
    guarded = {name for danger in DANGERS.values() for name in danger.offers}
    assert offers - guarded == set(NOTHING_TO_GUARD)


def test_pipac_is_named_by_its_refusal_alone() -> None:
    from ariane.wording.catalogue import text, title
    from ariane.wording.language import Language

    for language in Language:
        naming = [
            s.id for s in statements() if "PIPAC" in title(s.id, language) + text(s.id, language)
        ]
        assert naming == ["S24.4.4.1-W2"]
