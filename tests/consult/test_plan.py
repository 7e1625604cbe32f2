"""The plan: nothing lost, nothing invented, in an order that anybody can follow."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from ariane.bootstrap import assess, load_case
from ariane.consult.asking import MANNER, SHOWN_DONE
from ariane.consult.consultation import Assessed, Consultation, Fulfilled
from ariane.consult.dependencies import Held
from ariane.consult.digest import place_of
from ariane.consult.importance import Place
from ariane.consult.plan import Plan, PlanEntry, State
from ariane.consult.planning import STRENGTHS, plan
from ariane.facts.exams import Exam, ExamStatus
from ariane.logic.truth import Truth
from support.case_files import case, read
from support.random_cases import RandomPatients
from support.random_files import random_file, shuffled
from support.shipped import SHIPPED

SNAPSHOTS = yaml.safe_load((Path(__file__).parent / "plans.yaml").read_text("utf-8"))
CUP = {"capi_status": "suspected"}


def planned(facts: dict[str, Any], **more: Any) -> dict[str, PlanEntry]:
    return {entry.id: entry for entry in plan(assess(case(facts, **more))).entries}


def wanted(consultation: Consultation) -> Iterator[Assessed]:
    for entry in consultation:
        place = place_of(entry)
        if place in (Place.DO, Place.DISCUSS):
            yield entry
        asks = entry.statement.asks_for_something and entry.id not in MANNER
        if place is Place.AVOID and asks:
            yield entry


def check(consultation: Consultation, found: Plan) -> None:
    listed = {name for entry in found.entries for name in entry.statements}
    finished = {name for done in found.done for name in done.statements}
    refused = {name for exam in found.refused for name in exam.statements}
    for entry in wanted(consultation):
        assert entry.id in listed | finished | refused, entry.id
        if entry.id in finished - listed:
            assert entry.id in SHOWN_DONE
    for name in listed:
        assert consultation[name].settled_truth is Truth.HOLDS
        assert consultation[name].fulfilled is not Fulfilled.YES
    position = {entry.task: number for number, entry in enumerate(found.entries)}
    stage = {entry.task: entry.stage for entry in found.entries}
    for entry in found.entries:
        assert entry.lead in entry.statements
        for blocker in entry.waits_for:
            assert position[blocker.task] < position[entry.task]
            assert stage[blocker.task] < entry.stage
        for other in entry.blocks_entries:
            assert entry.task in [b.task for b in found.entries[position[other]].waits_for]
        assert not set(entry.blocks_statements) & listed
        for name in entry.blocks_statements:
            assert consultation[name].settled_truth is not Truth.HOLDS
        assert set(entry.because) <= set(consultation.case.known)
    assert set(found.to_do) | set(found.to_discuss) == set(found.entries)


@pytest.mark.parametrize("seed", range(8))
def test_random_cases_lose_nothing_and_invent_nothing(seed: int) -> None:
    patients = RandomPatients(9_100 + seed)
    entries = 0
    for _ in range(4):
        consultation = assess(read(json.dumps(random_file(patients))))
        found = plan(consultation)
        check(consultation, found)
        entries += len(found.entries)
    assert entries


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_the_facts_changes_nothing(seed: int) -> None:
    patients = RandomPatients(9_200 + seed)
    content = random_file(patients)
    expected = plan(assess(read(json.dumps(content))))
    for _ in range(3):
        other = shuffled(content, patients.random)
        assert plan(assess(read(json.dumps(other)))) == expected


@pytest.mark.parametrize("path", SHIPPED, ids=lambda p: p.stem)
def test_plans_of_the_shipped_cases(path: Path) -> None:
    consultation = assess(load_case(path))
    found = plan(consultation)
    check(consultation, found)
    assert snapshot(found) == SNAPSHOTS[path.stem]


def snapshot(found: Plan) -> dict[str, Any]:
    return {
        "elapsed_days": found.elapsed_days,
        "to_do": {e.id: f"{e.stage} {e.state} {' '.join(e.statements)}" for e in found.to_do},
        "to_discuss": {e.id: " ".join(e.statements) for e in found.to_discuss},
        "done": [done.task.value for done in found.done],
        "refused": [refused.exam.value for refused in found.refused],
    }


def test_an_empty_case_has_nothing_to_do() -> None:
    found = plan(assess(case({})))
    assert found.entries == ()
    assert found.elapsed_days is None
    assert found.first_date is None


def test_the_biopsy_holds_up_the_reading_of_stains_and_the_treatment() -> None:
    entries = planned({**CUP, "histology_available": False, "liver_metastases": True})
    sample = entries["sample"]
    assert "S24.3.7.5-R2" in sample.blocks  # stains: it fails for want of a histology alone
    assert "S24.3.8-D1" in sample.blocks
    assert "S24.5.1-R1" in sample.blocks
    assert "S24.3.8.4-R1" in sample.blocks  # waits for what material there is


def test_pet_and_brain_mri_come_before_local_treatment_of_the_liver() -> None:
    facts = {
        **CUP,
        "liver_metastases": True,
        "extrahepatic_disease": False,
        "serosal_involvement": False,
        "metastasis_count": 2,
        "all_lesions_locally_treatable": True,
        "local_liver_treatment_planned": True,
        "fdg_pet_done": False,
    }
    entries = planned(facts)
    treatment = entries["local_liver_treatment"]
    said = {(b.task.value, b.statement) for b in treatment.waits_for}
    assert {("pet_fdg", "S24.4.4.2-W1"), ("mri_brain", "S24.4.4.2-W1")} <= said
    assert entries["mri_brain"].safety
    assert treatment.stage > entries["pet_fdg"].stage
    later = planned({**facts, "fdg_pet_done": True})
    assert "pet_fdg" not in later
    assert "mri_brain" in later


def test_a_validated_renape_board_no_longer_holds_up_cytoreduction() -> None:
    facts = {
        **CUP,
        "peritoneal_metastases": True,
        "extraperitoneal_disease": False,
        "cytoreduction_planned": True,
    }
    before = planned({**facts, "renape_board_validated": False})
    assert "renape_board" in [b.task.value for b in before["cytoreduction"].waits_for]
    assert "cytoreduction" in before["renape_board"].blocks
    after = planned({**facts, "renape_board_validated": True})
    assert "renape_board" not in after
    assert "renape_board" not in [b.task.value for b in after["cytoreduction"].waits_for]


def test_profiling_and_the_national_board_must_not_delay_treatment() -> None:
    entries = planned({**CUP, "histology_available": True, "ffpe_material": True})
    for name, reading in (("dna_panel", "A12"), ("cup_board", "A85")):
        limit = entries[name].must_not_delay[0]
        assert (limit.held, limit.statement, limit.reading) == (
            Held.TREATMENT, "S24.2.2-W1", reading,
        )  # fmt: skip
        assert entries[name].must_not_delay_treatment
    assert not entries["stains"].must_not_delay_treatment


def test_second_line_imaging_must_not_delay_histology_while_there_is_none() -> None:
    facts = {**CUP, "sex": "female"}
    held = {
        m.held
        for m in planned({**facts, "histology_available": False})["mammography"].must_not_delay
    }
    assert held == {Held.TREATMENT, Held.HISTOLOGY}
    held = {
        m.held
        for m in planned({**facts, "histology_available": True})["mammography"].must_not_delay
    }
    assert held == {Held.TREATMENT}


def test_a_request_counts_its_days_and_an_appointment_its_date() -> None:
    facts = {**CUP, "sex": "female"}
    exams = {
        "mammography": {"status": "requested", "date": "2026-02-20"},
        "ct_tap": {"status": "scheduled", "date": "2026-03-09"},
        "standard_biology": {"status": "requested"},
    }
    entries = planned(facts, exams=exams, as_of="2026-03-02")
    assert entries["mammography"].state is State.REQUESTED
    assert entries["mammography"].since_days == 10
    assert entries["ct_tap"].state is State.SCHEDULED
    assert entries["ct_tap"].date == date(2026, 3, 9)
    assert entries["ct_tap"].since_days is None
    assert entries["standard_biology"].since_days is None
    undated = planned(facts, exams=exams)
    assert undated["mammography"].since_days is None


def test_time_runs_from_the_first_date_of_this_disease() -> None:
    sources = {
        "prior_procedures": {"date": "2014-05-01"},
        "liver_metastases": {"date": "2026-02-10"},
    }
    facts = {**CUP, "liver_metastases": True, "prior_procedures": ["other_excision"]}
    exams = {"ct_tap": {"status": "done", "date": "2026-02-20"}}
    found = plan(assess(case(facts, sources=sources, exams=exams, as_of="2026-03-02")))
    assert (found.first_date, found.elapsed_days) == (date(2026, 2, 10), 20)
    undated = plan(assess(case(facts, sources=sources, exams=exams)))
    assert (undated.first_date, undated.elapsed_days) == (date(2026, 2, 10), None)


@pytest.mark.parametrize("status", ["refused", "impossible"])
def test_what_was_refused_leaves_the_list_and_is_said(status: str) -> None:
    facts = {**CUP, "sex": "female"}
    consultation = assess(case(facts, exams={"mammography": {"status": status}}))
    found = plan(consultation)
    check(consultation, found)
    assert "mammography" not in [entry.id for entry in found.entries]
    refused = found.refused[0]
    assert (refused.exam, refused.status) == (Exam.MAMMOGRAPHY, ExamStatus(status))
    assert refused.statements == ("S24.3.2.2.5-D1", "S24.3.5-R7")


def test_statements_that_ask_for_the_same_thing_share_an_entry() -> None:
    mammography = planned({**CUP, "sex": "female"})["mammography"]
    assert mammography.statements == ("S24.3.2.2.5-D1", "S24.3.5-R7")
    assert mammography.lead == "S24.3.5-R7"  # the indication box carries the official strength


def test_cautions_come_first_then_what_unlocks_most() -> None:
    for path in SHIPPED:
        entries = plan(assess(load_case(path))).entries
        keys = [
            (e.stage, not e.safety, -len(e.blocks), STRENGTHS.index(e.strength)) for e in entries
        ]
        assert keys == sorted(keys)


def test_an_examination_done_that_does_not_fulfil_is_a_result_to_obtain() -> None:
    facts = {**CUP, "histology_available": True, "ffpe_material": True}
    entries = planned(facts, exams={"dna_panel": {"status": "done", "date": "2026-02-20"}})
    assert entries["dna_panel"].state is State.RESULT_TO_OBTAIN
    done = planned({**facts, "dna_panel_gene_count": 300, "dna_panel_done": True,
                    "msi_status": "mss_pmmr", "tmb_mut_per_mb": 3})  # fmt: skip
    assert "dna_panel" not in done
