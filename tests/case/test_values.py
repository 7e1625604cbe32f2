"""What each kind of fact accepts, and what it refuses, in JSON and in YAML."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest

from ariane.case.problems import ProblemKind
from support.case_files import FORMS, HEAD, case, document, read, refused, written
from support.knowledge import vocabulary_lines

IN_BOTH = pytest.mark.parametrize("form", FORMS)
LINES = vocabulary_lines()
TYPE, RANGE, VALUE = ProblemKind.WRONG_TYPE, ProblemKind.OUT_OF_RANGE, ProblemKind.NOT_ALLOWED

WRONG: list[tuple[str, Any, ProblemKind]] = [
    # booleans
    ("diabetes", 1, TYPE),
    ("diabetes", 0, TYPE),
    ("diabetes", "yes", TYPE),
    ("diabetes", "true", TYPE),
    ("diabetes", "unknown", TYPE),
    ("diabetes", "", TYPE),
    ("diabetes", [], TYPE),
    ("diabetes", [True], TYPE),
    ("diabetes", {"value": True}, TYPE),
    # whole numbers
    ("ecog_ps", "1", TYPE),
    ("ecog_ps", True, TYPE),
    ("ecog_ps", 1.0, TYPE),
    ("ecog_ps", 1.5, TYPE),
    ("ecog_ps", "unknown", TYPE),
    ("ecog_ps", [1], TYPE),
    ("ecog_ps", 5, RANGE),
    ("ecog_ps", -1, RANGE),
    ("orads_mri_score", 0, RANGE),
    ("orads_mri_score", 6, RANGE),
    ("metastasis_count", -1, RANGE),
    ("metastasis_count", 3.0, TYPE),
    ("metastasis_count", False, TYPE),
    ("liver_lesion_count", -2, RANGE),
    ("suspicious_biopsy_count", -1, RANGE),
    ("dna_panel_gene_count", -100, RANGE),
    # decimals
    ("tmb_mut_per_mb", "10", TYPE),
    ("tmb_mut_per_mb", "10,1", TYPE),
    ("tmb_mut_per_mb", True, TYPE),
    ("tmb_mut_per_mb", -0.1, RANGE),
    ("ovary_max_size_cm", -3, RANGE),
    ("expert_agreement_pct", 100.5, RANGE),
    # enumerated values
    ("sex", "femme", VALUE),
    ("sex", "Female", VALUE),
    ("sex", "female ", VALUE),
    ("sex", "", VALUE),
    ("sex", True, TYPE),
    ("sex", 1, TYPE),
    ("sex", ["female"], TYPE),
    ("sex", "not_done", VALUE),
    ("ihc_ck7", "positive", VALUE),
    ("ihc_ck7", True, TYPE),
    ("her2_amplified", True, TYPE),
    ("her2_amplified", "amplified", VALUE),
    ("peritoneal_resectability", "not_done", VALUE),
    # sets
    ("suspected_origins", "digestive", TYPE),
    ("suspected_origins", "unknown", TYPE),
    ("suspected_origins", {"digestive": True}, TYPE),
    ("drainage_spared_organs", "liver", TYPE),
    # text
    ("nodal_max_basin", True, TYPE),
    ("nodal_max_basin", 12, TYPE),
    ("nodal_max_basin", ["iliac"], TYPE),
    ("nodal_max_basin", "", ProblemKind.EMPTY),
    ("nodal_max_basin", " ", ProblemKind.EMPTY),
    # dates
    ("board_date", 20260302, TYPE),
    ("board_date", "2026-02-30", ProblemKind.NO_SUCH_DATE),
    # scores
    ("pci_region_scores", 13, TYPE),
    ("pci_region_scores", [0] * 12, RANGE),
    ("pci_region_scores", [0] * 14, RANGE),
    ("pci_region_scores", [], RANGE),
]

WRONG_MEMBERS: list[tuple[str, list[Any], int, ProblemKind]] = [
    ("suspected_origins", ["digestive", "stomach"], 1, VALUE),
    ("suspected_origins", ["unknown"], 0, VALUE),
    ("suspected_origins", [None], 0, TYPE),
    ("suspected_origins", [["lung"]], 0, TYPE),
    ("trocar_sites", ["midline", "flank", True], 2, TYPE),
    ("drainage_spared_organs", ["liver", 3], 1, TYPE),
    ("drainage_spared_organs", [""], 0, ProblemKind.EMPTY),
    ("pci_region_scores", [4] + [0] * 12, 0, RANGE),
    ("pci_region_scores", [0] * 12 + [-1], 12, RANGE),
    ("pci_region_scores", [0, True] + [0] * 11, 1, TYPE),
    ("pci_region_scores", [0, 0, 1.0] + [0] * 10, 2, TYPE),
    ("pci_region_scores", [0, 0, 0, "1"] + [0] * 9, 3, TYPE),
    ("pci_region_scores", [None] + [0] * 12, 0, TYPE),
]


@IN_BOTH
@pytest.mark.parametrize(("name", "value", "kind"), WRONG, ids=lambda v: str(v)[:20])
def test_refused(name: str, value: Any, kind: ProblemKind, form: str) -> None:
    problems = refused(written(document({name: value}), form))
    assert [(p.kind, p.place) for p in problems] == [(kind, f"facts.{name}")]
    assert problems[0].expected
    assert problems[0].value


@IN_BOTH
@pytest.mark.parametrize(
    ("name", "value", "index", "kind"), WRONG_MEMBERS, ids=lambda v: str(v)[:20]
)
def test_refused_members(
    name: str, value: list[Any], index: int, kind: ProblemKind, form: str
) -> None:
    problems = refused(written(document({name: value}), form))
    assert [(p.kind, p.place) for p in problems] == [(kind, f"facts.{name}[{index}]")]


@pytest.mark.parametrize("name", ["suspected_origins", "pci_region_scores"])
def test_all_wrong_members_are_reported(name: str) -> None:
    value: list[Any] = [7, 0, 8] + [0] * 10 if "pci" in name else ["stomach", "lung", "bowel"]
    places = [problem.place for problem in refused(written(document({name: value}), "json"))]
    assert places == [f"facts.{name}[0]", f"facts.{name}[2]"]


RIGHT: list[tuple[str, Any, Any]] = [
    ("diabetes", False, False),
    ("ecog_ps", 0, 0),
    ("ecog_ps", 4, 4),
    ("metastasis_count", 0, 0),
    ("metastasis_count", 250, 250),
    ("tmb_mut_per_mb", 10, Decimal(10)),
    ("tmb_mut_per_mb", 0, Decimal(0)),
    ("tmb_mut_per_mb", 10.1, Decimal("10.1")),
    ("expert_agreement_pct", 100, Decimal(100)),
    ("sex", "female", "female"),
    ("her2_amplified", "yes", "yes"),
    ("suspected_origins", [], frozenset()),
    ("suspected_origins", ["lung", "lung"], frozenset({"lung"})),
    ("drainage_spared_organs", ["rate"], frozenset({"rate"})),
    ("nodal_max_basin", "iliac", "iliac"),
    ("nodal_max_basin", "unknown", "unknown"),
    ("board_date", "2028-02-29", "2028-02-29"),
    ("pci_region_scores", [3] * 13, (3,) * 13),
]


@IN_BOTH
@pytest.mark.parametrize(("name", "value", "expected"), RIGHT, ids=str)
def test_accepted(name: str, value: Any, expected: Any, form: str) -> None:
    found = read(written(document({name: value}), form)).known[name]
    assert found == expected
    assert type(found) is type(expected)


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.name)
def test_null_is_unknown_for_every_fact(line: Any) -> None:
    found = case({line.name: None})
    assert found.known == found.recorded == found.stated == {}


@pytest.mark.parametrize("line", [x for x in LINES if x.type == "enum"], ids=lambda x: x.name)
def test_unknown_is_accepted_for_every_enum_and_means_the_same(line: Any) -> None:
    found = case({line.name: "unknown"})
    assert found.known == found.recorded == found.stated == {}


@pytest.mark.parametrize("line", [x for x in LINES if x.no_result], ids=lambda x: x.name)
def test_a_no_result_value_is_recorded_and_not_known(line: Any) -> None:
    for value in line.no_result:
        found = case({line.name: value})
        assert found.known == {}
        assert found.recorded == found.stated == {line.name: value}


@pytest.mark.parametrize("line", [x for x in LINES if x.type == "enum"], ids=lambda x: x.name)
def test_every_allowed_value_is_accepted(line: Any) -> None:
    for value in line.results:
        assert case({line.name: value}).known[line.name] == value


class TestNumbers:
    @pytest.mark.parametrize("word", ["NaN", "Infinity", "-Infinity"])
    @pytest.mark.parametrize("name", ["tmb_mut_per_mb", "ecog_ps", "metastasis_count"])
    def test_not_a_number_in_json(self, name: str, word: str) -> None:
        content = json.dumps(document({name: 0})).replace(": 0", f": {word}")
        problems = refused(content)
        assert [(p.kind, p.place) for p in problems] == [(ProblemKind.NOT_FINITE, f"facts.{name}")]

    @pytest.mark.parametrize("word", [".nan", ".NaN", ".inf", "-.inf"])
    @pytest.mark.parametrize("name", ["tmb_mut_per_mb", "ecog_ps", "metastasis_count"])
    def test_not_a_number_in_yaml(self, name: str, word: str) -> None:
        problems = refused(HEAD + f"facts: {{{name}: {word}}}")
        assert [(p.kind, p.place) for p in problems] == [(ProblemKind.NOT_FINITE, f"facts.{name}")]

    @pytest.mark.parametrize("word", ["nan", "inf", "NaN", "Infinity"])
    def test_words_of_json_are_text_in_yaml(self, word: str) -> None:
        problems = refused(HEAD + f"facts: {{tmb_mut_per_mb: {word}}}")
        assert [p.kind for p in problems] == [ProblemKind.WRONG_TYPE]

    @pytest.mark.parametrize("name", ["tmb_mut_per_mb", "metastasis_count", "ecog_ps", "diabetes"])
    @pytest.mark.parametrize(
        "number",
        ["9" * 5_000, "-" + "9" * 5_000, "0." + "1" * 5_000, "1e99999999999999999999"],
        ids=["digits", "negative", "decimals", "exponent"],
    )
    @pytest.mark.parametrize("form", ["json", "yaml"])
    def test_an_absurd_number_is_refused_without_a_crash(
        self, name: str, number: str, form: str
    ) -> None:
        body = f'facts: {{"{name}": {number}}}'
        content = (
            HEAD + body if form == "yaml" else f'{{"schema":"ariane-case/1","id":"x","{body}}}'
        )
        content = content.replace('"facts:', '"facts":')
        problems = refused(content)
        assert [p.place for p in problems] == [f"facts.{name}"]
        assert len(str(problems[0])) < 200

    @pytest.mark.parametrize("number", ["1e999999999", "1e-999999999"])
    @pytest.mark.parametrize("form", ["json", "yaml"])
    def test_a_finite_decimal_is_a_decimal_however_large(self, number: str, form: str) -> None:
        content = json.dumps(document({"tmb_mut_per_mb": 0})).replace(": 0", f": {number}")
        if form == "yaml":
            content = HEAD + f"facts: {{tmb_mut_per_mb: {number}}}"
        assert read(content).known["tmb_mut_per_mb"] == Decimal(number)

    def test_a_large_whole_number_is_no_small_one(self) -> None:
        content = json.dumps(document({"metastasis_count": 0})).replace(": 0", ": 1e999999999")
        assert [p.kind for p in refused(content)] == [ProblemKind.WRONG_TYPE]

    def test_decimals_are_exact(self) -> None:
        text = "10.0000000000000000000000000000000001"
        content = json.dumps(document({"tmb_mut_per_mb": 0})).replace(": 0", f": {text}")
        assert read(content).known["tmb_mut_per_mb"] == Decimal(text)


IMPOSSIBLE_DATES = [
    "2026-02-30",
    "2026-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-04-31",
    "2026-3-2",
    "20260302",
    "2026-W10-1",
    "02/03/2026",
    "2026-03-02T00:00:00",
    " 2026-03-02",
    "0000-01-01",
    "yesterday",
    "",
    "２０２６-０３-０２",
]


class TestDates:
    @pytest.mark.parametrize("text", IMPOSSIBLE_DATES)
    @pytest.mark.parametrize(
        "place",
        ["as_of", "facts.board_date", "exams.ct_tap.date", "sources.sex.date"],
    )
    @IN_BOTH
    def test_dates_that_do_not_exist(self, place: str, text: str, form: str) -> None:
        content: dict[str, Any] = document(
            {"board_date": text} if "board" in place else {},
            exams={"ct_tap": {"status": "done", "date": text if "exams" in place else None}},
            sources={"sex": {"date": text if "sources" in place else None}},
            as_of=text if place == "as_of" else None,
        )
        problems = refused(written(content, form))
        assert [(p.kind, p.place) for p in problems] == [(ProblemKind.NO_SUCH_DATE, place)]

    def test_an_unquoted_date_in_yaml(self) -> None:
        problems = refused(HEAD + "as_of: 2026-02-30\nfacts: {board_date: 2026-13-01}")
        assert {p.place for p in problems} == {"as_of", "facts.board_date"}

    def test_dates_are_kept(self) -> None:
        found = read(HEAD + "as_of: 2026-03-02\nfacts: {board_date: 2026-03-12}\n")
        assert str(found.as_of) == "2026-03-02"
        assert found.known["board_date"] == "2026-03-12"

    def test_no_date_is_no_date(self) -> None:
        assert read(HEAD).as_of is None

    @pytest.mark.parametrize("value", [20260302, True, ["2026-03-02"], 2026.3])
    def test_dates_are_text(self, value: Any) -> None:
        problems = refused(written(document(as_of=value), "json"))
        assert [(p.kind, p.place) for p in problems] == [(ProblemKind.WRONG_TYPE, "as_of")]
