"""Quorum, agenda, decisions beside a frozen consultation, and the ledger of gaps."""

from __future__ import annotations

import csv
import json
from datetime import UTC, datetime
from io import StringIO

import pytest

from ariane.board.boards import Board
from ariane.board.decision import (
    Decision,
    Difference,
    NotAConsultationError,
    Reason,
    Unanswered,
    faults,
    freeze,
    is_intact,
    session_faults,
)
from ariane.board.gap_ledger import gap_ledger, ledger_csv, ledger_json
from ariane.board.permissions import Role
from ariane.board.referral import Referral, Signature, open_referral
from ariane.board.session import (
    AgendaItem,
    Meeting,
    Present,
    QuorumRule,
    due_for,
    is_on_agenda,
    presenter_present,
    quorum,
)
from ariane.board.steps import State
from ariane.documents.consultation_json import consultation_json
from ariane.wording.language import Language
from support.shipped import shipped

AT = datetime(2026, 3, 12, 17, tzinfo=UTC)
DOCUMENT = consultation_json(shipped("peritoneal-isolated"), Language.FR)
ONCOLOGIST = Present("Dr A", is_physician=True, speciality="oncology", knows=frozenset({"r1"}))
SURGEON = Present("Dr B", is_physician=True, speciality="surgery", remote=True)
PATHOLOGIST = Present("Dr C", is_physician=True, speciality="pathology")
NURSE = Present("M. D", is_physician=False, speciality="nursing")


def decided(*differences: Difference, unanswered: tuple[Unanswered, ...] = ()) -> Decision:
    return Decision(
        "r1", "s1", AT, "Dr A", "Cœlioscopie", freeze(DOCUMENT), differences, unanswered
    )


def test_a_quorum_is_three_physicians_of_different_specialities() -> None:
    assert quorum([ONCOLOGIST, SURGEON, PATHOLOGIST]).met
    assert quorum([ONCOLOGIST, SURGEON, NURSE]).lacking == 1
    assert not quorum([ONCOLOGIST, SURGEON, PATHOLOGIST._replace(speciality="Surgery ")]).met
    assert not quorum([ONCOLOGIST, SURGEON, PATHOLOGIST._replace(speciality="")]).met
    assert not quorum([ONCOLOGIST, SURGEON, SURGEON._replace(speciality="pathology")]).met
    assert quorum([]).lacking == 3
    nameless = quorum([ONCOLOGIST, PATHOLOGIST._replace(speciality=" "), NURSE])
    assert (nameless.lacking, nameless.uncounted) == (2, ("Dr C",))


def test_a_site_sets_its_own_quorum() -> None:
    assert quorum([ONCOLOGIST, SURGEON], QuorumRule(2)).met
    found = quorum([ONCOLOGIST, SURGEON, PATHOLOGIST], QuorumRule(3, frozenset({"Radiology"})))
    assert found.absent == ("radiology",)
    assert not found.met


def test_somebody_present_knows_the_case_or_nobody_was_recorded() -> None:
    assert presenter_present([], "r1") is None
    assert presenter_present([SURGEON], "r1") is False
    assert presenter_present([SURGEON, ONCOLOGIST], "r1") is True


def test_who_can_go_on_an_agenda() -> None:
    def sent(name: str, day: int) -> Referral:
        from ariane.board.referral import Circumstances, take
        from ariane.board.steps import Command

        signature = Signature("Dr A", frozenset({Role.REFERRING_CLINICIAN}), AT.replace(day=day))
        draft = open_referral(name, "c", Board.CUP, signature)
        complete = take(draft, Command.COMPLETE, signature, Circumstances())
        return take(complete, Command.SEND, signature, Circumstances())

    late, early = sent("late", 5), sent("early", 2)
    draft = open_referral("d", "c", Board.CUP, Signature("Dr A", frozenset(), AT))
    found = due_for(Board.CUP, [late, draft, early])
    assert [(r.id, meeting) for r, meeting in found] == [
        ("early", Meeting.UPSTREAM),
        ("late", Meeting.UPSTREAM),
    ]
    assert early.state is State.SENT
    assert due_for(Board.RENAPE, [late]) == ()


def test_a_consultation_is_frozen_with_its_hashes() -> None:
    frozen = freeze(DOCUMENT)
    assert frozen.case_id == "demo-peritoine-isole"
    assert frozen.knowledge_sha256 == json.loads(DOCUMENT)["guideline"]["knowledge_sha256"]
    assert is_intact(frozen)
    assert not is_intact(frozen._replace(document=DOCUMENT + " "))
    for wrong in ("", "[]", "{}", '{"schema": "ariane-plan/1"}'):
        with pytest.raises(NotAConsultationError):
            freeze(wrong)


def test_a_decision_says_why_it_differs() -> None:
    assert faults(decided()) == ()
    good = Difference("S24.2.1-A2", Reason.PATIENT_CHOICE, "refuse le déplacement")
    assert faults(decided(good)) == ()
    silent = good._replace(text=" ")
    nowhere = good._replace(statement="S24.9.9-X1")
    assert [f.what for f in faults(decided(silent))] == ["difference-without-text"]
    assert [f.what for f in faults(decided(nowhere))] == ["statement-does-not-hold"]
    assert [f.what for f in faults(decided(good, good))] == ["difference-twice"]
    assert [f.what for f in faults(decided(unanswered=(Unanswered("24.5", ""),)))] == [
        "question-without-text"
    ]
    bare = decided()._replace(signed_by="", text="", at=datetime(2026, 3, 12))
    assert [f.what for f in faults(bare)] == ["unsigned", "empty", "no-time-zone"]
    changed = decided()._replace(consultation=freeze(DOCUMENT)._replace(document="{}"))
    assert [f.what for f in faults(changed)] == ["consultation-changed"]


def test_a_session_decides_on_its_agenda_with_a_quorum_or_says_why_without() -> None:
    agenda = (AgendaItem(1, "r1", Meeting.UPSTREAM),)
    enough, few = quorum([ONCOLOGIST, SURGEON, PATHOLOGIST]), quorum([ONCOLOGIST, NURSE])

    def said(agenda: tuple[AgendaItem, ...], **changed: object) -> list[str]:
        return [fault.what for fault in session_faults(decided()._replace(**changed), agenda)]

    assert said(agenda, quorum=enough) == []
    assert said((agenda[0]._replace(referral_id="r2"),), quorum=enough) == ["not-on-agenda"]
    assert said((), quorum=few) == ["not-on-agenda", "no-quorum"]
    assert said(agenda) == ["no-quorum"]
    assert said(agenda, quorum=few, without_quorum=" ") == ["no-quorum"]
    assert said(agenda, quorum=few, without_quorum="urgence") == []
    assert said(agenda, quorum=enough, without_quorum="urgence") == ["quorum-is-there"]


def test_a_case_is_on_an_agenda_for_one_discussion() -> None:
    agenda = (AgendaItem(1, "r1", Meeting.UPSTREAM),)
    assert is_on_agenda(agenda, "r1")
    assert is_on_agenda(agenda, "r1", Meeting.UPSTREAM)
    assert not is_on_agenda(agenda, "r1", Meeting.DOWNSTREAM)
    assert not is_on_agenda(agenda, "r2")


def test_the_ledger_groups_by_passage_and_names_nobody() -> None:
    later = Difference("S24.9.1-A2", Reason.BOARD_CHOICE, "=1+1 déjà vu & <connu>")
    earlier = Difference("S24.2.1-A2", Reason.PATIENT_CHOICE, "Mme Dupont refuse")
    asked = (Unanswered("24.5.2", "CHIP sans primitif ?"),)
    gaps = gap_ledger([decided(later, earlier), decided(earlier, unanswered=asked)])
    assert [(gap.section, gap.statement, gap.deviations, gap.unanswered) for gap in gaps] == [
        ("24.2.1", "S24.2.1-A2", 2, 0),
        ("24.5.2", "", 0, 1),
        ("24.9.1", "S24.9.1-A2", 1, 0),
    ]
    for exported in (ledger_csv(gaps), ledger_json(gaps)):
        assert "Dupont" not in exported
        assert "demo-peritoine-isole" not in exported
    assert "Dupont" in ledger_json(gaps, with_texts=True)
    rows = list(csv.DictReader(StringIO(ledger_csv(gaps, with_texts=True))))
    assert rows[2]["texts"] == "'=1+1 déjà vu & <connu>"
    assert rows[0]["patient-choice"] == "2"
