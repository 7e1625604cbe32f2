"""Looking at a condition as a tree."""

from __future__ import annotations

from ariane.facts.disease_extent import OLIGOMETASTATIC
from ariane.facts.pathology import COLORECTAL_PROFILE
from ariane.logic.expression import ALWAYS
from ariane.logic.structure import atoms, base_facts, facts_of, is_epistemic, leaves, named_facts
from support.expressions import ALONE, BASIN, FEW, STAIN, A, B, C, M, N


def names(facts: object) -> list[str]:
    return [repr(fact) for fact in facts]  # type: ignore[attr-defined]


def test_base_facts_replace_a_derived_fact_by_its_parents() -> None:
    assert names(base_facts(OLIGOMETASTATIC)) == ["metastasis_count", "serosal_involvement"]


def test_named_facts_keep_a_derived_fact() -> None:
    assert names(named_facts(~OLIGOMETASTATIC & A)) == ["oligometastatic", "a"]


def test_base_facts_of_a_definition_with_many_parents() -> None:
    assert names(base_facts(COLORECTAL_PROFILE)) == [
        "histology_type",
        "ihc_ck7",
        "ihc_ck20",
        "ihc_cdx2",
        "molecular_signature_colorectal",
    ]


def test_a_fact_is_listed_once_in_the_order_of_reading() -> None:
    assert names(base_facts((B & A) | (A & ~B))) == ["b", "a"]


def test_exceeds_rests_on_two_facts() -> None:
    assert facts_of(N.exceeds(M)) == (N, M)


def test_a_knowledge_test_names_its_fact_but_does_not_rest_on_its_value() -> None:
    condition = A & BASIN.is_known()
    assert names(named_facts(condition)) == ["a", "basin"]
    assert names(base_facts(condition)) == ["a"]


def test_the_unconditional_condition_rests_on_nothing() -> None:
    assert base_facts(ALWAYS) == named_facts(ALWAYS) == atoms(ALWAYS) == ()


def test_leaves_go_through_derived_facts_and_negations() -> None:
    assert list(leaves(~(ALONE | C))) == [A, B, C]


def test_atoms_are_each_leaf_once() -> None:
    assert atoms((STAIN.is_("pos") & A) | (STAIN.is_("pos") & ~A)) == (STAIN.is_("pos"), A)


def test_epistemic_conditions_test_knowledge_anywhere() -> None:
    assert is_epistemic(A & ~(B | C.is_known()))
    assert not is_epistemic(A & FEW)
