"""The keys of a case file: which there are, which are needed, and what a misspelt one meant."""

from __future__ import annotations

from typing import Any

import pytest

from ariane.case.problems import ProblemKind
from support.case_files import FORMS, HEAD, document, read, refused, written

IN_BOTH = pytest.mark.parametrize("form", FORMS)


def test_schema_and_id_are_enough() -> None:
    found = read(HEAD)
    assert (found.id, found.as_of, found.known, found.exams, found.notes) == (
        "x",
        None,
        {},
        {},
        None,
    )


def test_everything_at_once() -> None:
    found = read(
        HEAD
        + """
as_of: 2026-03-02
facts: {sex: female, ecog_ps: 1}
sources: {ecog_ps: {date: 2026-02-27, document: consultation letter}}
pci: {laparoscopic: {0: 2, 1: 0, 12: 3}}
exams: {ct_tap: {status: done, date: 2026-02-20, result: free text}}
notes: free text
"""
    )
    assert found.known == {"sex": "female", "ecog_ps": 1}
    assert found.sources["ecog_ps"].document == "consultation letter"
    assert str(found.sources["ecog_ps"].date) == "2026-02-27"
    assert found.pci == {"laparoscopic": {0: 2, 1: 0, 12: 3}}
    assert found.exams["ct_tap"].status == "done"  # type: ignore[index]
    assert found.exams["ct_tap"].result == "free text"  # type: ignore[index]
    assert found.notes == "free text"


@IN_BOTH
@pytest.mark.parametrize("key", ["as_of", "facts", "sources", "pci", "exams", "notes"])
def test_null_is_as_good_as_absent(key: str, form: str) -> None:
    assert read(written(document(**{key: None}), form)) == read(HEAD)


@pytest.mark.parametrize("key", ["schema", "id"])
@IN_BOTH
def test_a_missing_key(key: str, form: str) -> None:
    content = {name: value for name, value in document().items() if name != key}
    problems = refused(written(content, form))
    assert [(p.kind, p.place) for p in problems] == [(ProblemKind.MISSING_KEY, key)]
    assert problems[0].expected


@IN_BOTH
@pytest.mark.parametrize("schema", ["ariane-case/2", "ariane-case/1 ", "Ariane-case/1", "fhir"])
def test_an_unknown_schema(schema: str, form: str) -> None:
    problems = refused(written({"schema": schema, "id": "x"}, form))
    assert [(p.kind, p.place) for p in problems] == [(ProblemKind.UNKNOWN_SCHEMA, "schema")]
    assert problems[0].expected == "ariane-case/1"


@IN_BOTH
@pytest.mark.parametrize(
    ("key", "value", "kind"),
    [
        ("schema", 1, ProblemKind.WRONG_TYPE),
        ("schema", None, ProblemKind.WRONG_TYPE),
        ("id", 12, ProblemKind.WRONG_TYPE),
        ("id", None, ProblemKind.WRONG_TYPE),
        ("id", "", ProblemKind.EMPTY),
        ("id", True, ProblemKind.WRONG_TYPE),
        ("id", ["x"], ProblemKind.WRONG_TYPE),
        ("notes", True, ProblemKind.WRONG_TYPE),
        ("notes", ["a"], ProblemKind.WRONG_TYPE),
        ("facts", [], ProblemKind.WRONG_TYPE),
        ("facts", "sex", ProblemKind.WRONG_TYPE),
        ("facts", False, ProblemKind.WRONG_TYPE),
        ("exams", ["ct_tap"], ProblemKind.WRONG_TYPE),
        ("pci", 12, ProblemKind.WRONG_TYPE),
        ("sources", "letter", ProblemKind.WRONG_TYPE),
    ],
)
def test_a_wrong_type(key: str, value: Any, kind: ProblemKind, form: str) -> None:
    problems = refused(written({**document(), key: value}, form))
    assert [(p.kind, p.place) for p in problems] == [(kind, key)]


@IN_BOTH
@pytest.mark.parametrize(
    ("content", "place", "meant"),
    [
        ({"fact": {}}, "fact", "facts"),
        ({"Facts": {}}, "Facts", "facts"),
        ({"asof": "2026-03-02"}, "asof", "as_of"),
        ({"exam": {}}, "exam", "exams"),
        ({"exams": {"ct_tab": {"status": "done"}}}, "exams.ct_tab", "ct_tap"),
        ({"exams": {"liver_mri": {"status": "done"}}}, "exams.liver_mri", "mri_liver"),
        (
            {"exams": {"ct_tap": {"status": "done", "results": "x"}}},
            "exams.ct_tap.results",
            "result",
        ),
        ({"sources": {"sex": {"document_": "x"}}}, "sources.sex.document_", "document"),
        ({"pci": {"laparoscopy": {}}}, "pci.laparoscopy", "laparoscopic"),
    ],
)
def test_an_unknown_key_has_near_names(
    content: dict[str, Any], place: str, meant: str, form: str
) -> None:
    problems = refused(written({**document(), **content}, form))
    assert [(p.kind, p.place) for p in problems] == [(ProblemKind.UNKNOWN_KEY, place)]
    if meant != "mri_liver":
        assert meant in problems[0].nearest
    assert meant in problems[0].nearest or meant in problems[0].expected


@IN_BOTH
@pytest.mark.parametrize("where", ["facts", "sources"])
@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("liver_metastasis", "liver_metastases"),
        ("livermetastases", "liver_metastases"),
        ("ECOG_PS", "ecog_ps"),
        ("ecog-ps", "ecog_ps"),
        ("ihc_ck_7", "ihc_ck7"),
        ("suspected_origin", "suspected_origins"),
        ("tmb_mut_per_mB", "tmb_mut_per_mb"),
    ],
)
def test_an_unknown_fact_has_near_names(name: str, meant: str, where: str, form: str) -> None:
    problems = refused(written({**document(), where: {name: None}}, form))
    assert [(p.kind, p.place) for p in problems] == [(ProblemKind.UNKNOWN_FACT, f"{where}.{name}")]
    assert meant in problems[0].nearest


@pytest.mark.parametrize(
    ("name", "value", "meant"),
    [
        ("sex", "Female", "female"),
        ("ihc_ck7", "not done", "not_done"),
        ("histology_type", "adenocarcinome", "adenocarcinoma"),
    ],
)
def test_a_value_that_is_not_allowed_has_near_ones(name: str, value: str, meant: str) -> None:
    problem = refused(written(document({name: value}), "json"))[0]
    assert meant in problem.nearest
    assert meant in problem.expected


def test_a_name_like_no_other_has_no_near_ones() -> None:
    assert refused(written(document({"zzzzzzzz": 1}), "json"))[0].nearest == ()


@pytest.mark.parametrize(
    ("record", "place", "kind"),
    [
        ({}, "exams.ct_tap.status", ProblemKind.MISSING_KEY),
        ({"date": "2026-02-20"}, "exams.ct_tap.status", ProblemKind.MISSING_KEY),
        ({"status": "finished"}, "exams.ct_tap.status", ProblemKind.NOT_ALLOWED),
        ({"status": True}, "exams.ct_tap.status", ProblemKind.WRONG_TYPE),
        ({"status": None}, "exams.ct_tap.status", ProblemKind.WRONG_TYPE),
        ({"status": "done", "result": 12}, "exams.ct_tap.result", ProblemKind.WRONG_TYPE),
        ("done", "exams.ct_tap", ProblemKind.WRONG_TYPE),
        (["done"], "exams.ct_tap", ProblemKind.WRONG_TYPE),
    ],
)
def test_a_wrong_examination(record: Any, place: str, kind: ProblemKind) -> None:
    problems = refused(written(document(exams={"ct_tap": record}), "json"))
    assert [(p.kind, p.place) for p in problems] == [(kind, place)]


@pytest.mark.parametrize(
    ("source", "place"),
    [
        ("letter", "sources.sex"),
        ({"document": 3}, "sources.sex.document"),
        ({"date": 3}, "sources.sex.date"),
    ],
)
def test_a_wrong_source(source: Any, place: str) -> None:
    problems = refused(written(document({"sex": "female"}, sources={"sex": source}), "json"))
    assert [(p.kind, p.place) for p in problems] == [(ProblemKind.WRONG_TYPE, place)]


def test_a_source_says_nothing_of_the_fact_itself() -> None:
    assert read(HEAD + "sources: {sex: {document: letter}}").known == {}
