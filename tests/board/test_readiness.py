"""Eligibility and readiness: shown, never invented, and blocking only where the text says so."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from ariane.board.boards import Board
from ariane.board.eligibility import eligibility
from ariane.board.permissions import Role
from ariane.board.readiness import Caution, readiness
from ariane.board.requirements import REQUIREMENTS
from ariane.guideline.tncd24.contents import STATEMENT_IDS
from ariane.logic.truth import Truth
from support.case_files import case

REGISTERED = {
    "cup_form_word_attached": True,
    "cup_pathology_reports_attached": True,
    "cup_molecular_reports_attached": True,
    "presenter_knows_case": True,
    "dna_panel_done": True,
}
FIVE = {
    "op_quadrant_description": True,
    "op_biopsy_proof": True,
    "op_ascites_stated": True,
    "op_photos_or_video": True,
    "op_small_bowel_stated": True,
    "op_right_dome_stated": True,
}
TRUTHS = {True: Truth.HOLDS, False: Truth.FAILS, None: Truth.UNKNOWN}


@pytest.mark.parametrize(
    ("metastatic", "identified", "incident"), list(product((True, False, None), repeat=3))
)
def test_eligibility_for_the_cup_board_is_three_valued_and_never_blocks(
    metastatic: bool | None, identified: bool | None, incident: bool | None
) -> None:
    facts = {
        "metastatic_at_diagnosis": metastatic,
        "primary_identified": identified,
        "incident_case": incident,
    }
    stated = {name: value for name, value in facts.items() if value is not None}
    found = eligibility(case(stated), Board.CUP)
    not_identified = None if identified is None else not identified
    expected = [TRUTHS[metastatic], TRUTHS[not_identified], TRUTHS[incident]]
    assert [criterion.truth for criterion in found.criteria] == expected
    whole = Truth.FAILS if Truth.FAILS in expected else max(expected, key=list(Truth).index)
    assert found.truth is whole
    assert set(found.missing) == set(facts) - set(stated)
    assert readiness(case({**REGISTERED, **stated}), Board.CUP).ready


def test_a_bare_case_owes_everything_and_says_to_whom() -> None:
    found = readiness(case({}), Board.CUP)
    assert not found.ready
    assert found.blocking == ("registration-form", "pathology-reports", "presenter")
    assert [owed.name for owed in found.missing] == [r.name for r in REQUIREMENTS[Board.CUP]]
    owners = {owed.name: owed.owed_by for owed in found.missing}
    assert owners["pathology-reports"] is Role.PATHOLOGIST
    assert found.next.session is None
    assert Caution.NO_DATE in [warned.caution for warned in found.warnings]


def test_molecular_reports_block_only_where_there_is_something_to_report() -> None:
    without = {**REGISTERED, "cup_molecular_reports_attached": False}
    assert readiness(case(without), Board.CUP).blocking == ("molecular-reports",)
    none_done = {**without, "dna_panel_done": False, "rnaseq_done": "not_done"}
    assert readiness(case(none_done), Board.CUP).ready
    del without["dna_panel_done"]
    unsure = readiness(case(without), Board.CUP)
    assert unsure.ready
    assert "molecular-reports" in [owed.name for owed in unsure.missing]
    assert Caution.MOLECULAR_RESULTS_UNKNOWN in [warned.caution for warned in unsure.warnings]


@pytest.mark.parametrize("said", [None, "not_asked", "recorded", "refused"])
def test_non_opposition_never_blocks(said: str | None) -> None:
    facts: dict[str, Any] = {**REGISTERED, "non_opposition": said} if said else REGISTERED
    found = readiness(case(facts), Board.CUP)
    assert found.ready
    cautions = [warned.caution for warned in found.warnings]
    assert (Caution.NON_OPPOSITION_NEVER_BLOCKS in cautions) == (said in (None, "not_asked"))
    assert (Caution.NON_OPPOSITION_REFUSED in cautions) == (said == "refused")
    assert Caution.GENETIC_CONSENT in cautions
    assert cautions[0] is Caution.TREATMENT_FIRST


@pytest.mark.parametrize("absent", sorted(FIVE))
def test_each_of_the_five_items_holds_back_an_explored_case(absent: str) -> None:
    explored = {**FIVE, "peritoneal_exploration_performed": True}
    assert readiness(case(explored), Board.RENAPE).ready
    assert not readiness(case({**explored, absent: False}), Board.RENAPE).ready
    del explored[absent]
    (owed,) = [o for o in readiness(case(explored), Board.RENAPE).missing if o.blocks]
    assert owed.facts == (absent,)
    assert not owed.known_absent


def test_a_case_that_was_not_explored_owes_no_operative_report() -> None:
    found = readiness(case({"peritoneal_exploration_performed": False}), Board.RENAPE)
    assert found.ready
    assert "right-dome" not in [owed.name for owed in found.missing]
    unknown = readiness(case({}), Board.RENAPE)
    assert unknown.ready
    assert "right-dome" in [owed.name for owed in unknown.missing]
    assert Caution.EXPLORATION_NOT_RECORDED in [warned.caution for warned in unknown.warnings]


def test_renape_has_three_reasons_three_routes_and_no_calendar() -> None:
    facts = {
        "peritoneal_metastases": True,
        "needs_multidisciplinary_opinion": True,
        "referral_reason": "opinion_or_diagnostic_confirmation",
        "referral_route": "direct",
    }
    found = readiness(case(facts, as_of="2026-03-02"), Board.RENAPE)
    assert found.eligibility.truth is Truth.HOLDS
    assert found.eligibility.reason == "opinion_or_diagnostic_confirmation"
    assert found.eligibility.route == "direct"
    assert found.next.session is None
    bare = eligibility(case({}), Board.RENAPE)
    assert {criterion.truth for criterion in bare.criteria} == {Truth.UNKNOWN}


def test_the_next_session_counts_from_the_date_of_the_case() -> None:
    found = readiness(case({}, as_of="2026-03-02"), Board.CUP).next
    assert found.session is not None
    assert found.session.start.isoformat() == "2026-03-12T16:30:00+01:00"
    assert found.lead_days == 10


def test_every_statement_cited_is_written() -> None:
    cited = {name for rows in REQUIREMENTS.values() for row in rows for name in row.statements}
    for board in Board:
        cited |= {
            name for found in readiness(case({}), board).warnings for name in found.statements
        }
    assert cited <= set(STATEMENT_IDS)
