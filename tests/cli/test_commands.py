"""The commands as a user runs them: a real process, its output and its exit status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

SHIPPED = sorted((Path(__file__).parents[2] / "src/ariane/case/shipped").glob("*.yaml"))
LIVER = next(path for path in SHIPPED if path.stem == "liver-biliopancreatic")


def ariane(
    *words: str, stdin: str = "", lang: str = "fr_FR.UTF-8", **env: str
) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "LANG": lang, "COLUMNS": "100", **env}
    return subprocess.run(
        [sys.executable, "-m", "ariane", *words],
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
        check=False,
    )


def test_six_cases_are_shipped() -> None:
    assert len(SHIPPED) == 6


@pytest.mark.parametrize("path", SHIPPED, ids=lambda p: p.stem)
def test_shipped_cases_are_assessed_in_every_format(path: Path) -> None:
    checked = ariane("case", "check", str(path))
    assert (checked.returncode, checked.stderr) == (0, "")
    for form in ("text", "json", "html"):
        result = ariane("assess", str(path), "--format", form)
        assert (result.returncode, result.stderr) == (0, ""), form
        assert result.stdout


def test_json_is_the_contract_and_the_same_bytes_again() -> None:
    first = ariane("assess", str(LIVER), "--format", "json")
    data = json.loads(first.stdout)
    assert list(data) == [
        "schema", "case_id", "as_of", "guideline", "statements", "pathways", "questions",
        "conflicts", "intended_use", "plan", "stains", "origin_reports",
    ]  # fmt: skip
    assert data["schema"] == "ariane-consultation/1"
    assert data["as_of"] == "2026-03-02"
    assert list(data["statements"][0]) == [
        "id", "kind", "section", "lines", "action_type", "truth", "settled", "settled_truth",
        "epistemic", "missing", "fulfilled", "strength", "grade", "title", "text", "citations",
        "ambiguities", "safety",
    ]  # fmt: skip
    assert ariane("assess", str(LIVER), "--format", "json").stdout == first.stdout


def test_only_titles_and_texts_depend_on_the_language() -> None:
    def without_words(lang: str) -> object:
        data = json.loads(ariane("assess", str(LIVER), "--format", "json", "--lang", lang).stdout)
        for statement in data["statements"]:
            assert statement.pop("title")
            assert statement.pop("text")
        for entry in (*data["plan"]["entries"], *data["plan"]["done"]):
            assert entry.pop("title")
        return data

    assert without_words("fr") == without_words("en")


def test_language_comes_from_the_option_else_from_lang_else_french() -> None:
    assert "À FAIRE" in ariane("assess", str(LIVER), lang="C.UTF-8").stdout
    assert "TO DO, IN ORDER" in ariane("assess", str(LIVER), lang="en_GB.UTF-8").stdout
    assert "TO DO, IN ORDER" in ariane("assess", str(LIVER), "--lang", "en").stdout
    assert ariane("assess", str(LIVER), "--lang", "de").returncode == 2


def test_standard_input_gives_the_same_as_the_file() -> None:
    piped = ariane("assess", "-", "--format", "json", stdin=LIVER.read_text("utf-8"))
    assert piped.stdout == ariane("assess", str(LIVER), "--format", "json").stdout


def test_a_refused_file_leaves_standard_output_and_the_output_file_untouched(
    tmp_path: Path,
) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("schema: ariane-case/1\nid: x\nfacts:\n  ecog_pss: 1\n  sex: femal\n", "utf-8")
    out = tmp_path / "out.json"
    out.write_text("kept", "utf-8")
    result = ariane("assess", str(bad), "--format", "json", "-o", str(out))
    assert (result.returncode, result.stdout) == (2, "")
    assert out.read_text("utf-8") == "kept"
    for piece in ("bad.yaml", "facts.ecog_pss", "ecog_ps", "ligne 4", "femal", "female", "ligne 5"):
        assert piece in result.stderr
    assert "Traceback" not in result.stderr
    assert list(tmp_path.iterdir()) == [bad, out] or set(tmp_path.iterdir()) == {bad, out}


def test_check_exits_with_three_where_it_found_something(tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("schema: ariane-case/1\nid: x\nfacts: {ecog_ps: 7}\n", "utf-8")
    assert ariane("case", "check", str(bad)).returncode == 3
    assert ariane("case", "check", str(tmp_path / "absent.yaml")).returncode == 2


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_blank_case_is_valid_and_never_overwrites(tmp_path: Path, lang: str) -> None:
    path = tmp_path / "new.yaml"
    assert ariane("case", "new", "-o", str(path), "--lang", lang).returncode == 0
    assert ariane("case", "check", str(path)).returncode == 0
    path.write_text("mine", "utf-8")
    assert ariane("case", "new", "-o", str(path)).returncode == 2
    assert path.read_text("utf-8") == "mine"
    assert ariane("case", "new", "-o", str(path), "--force").returncode == 0


def test_every_line_of_the_blank_case_can_be_uncommented(tmp_path: Path) -> None:
    from ariane.facts.source import NEVER_ASKED
    from ariane.facts.vocabulary import VOCABULARY

    template = ariane("case", "new").stdout
    asked = [fact.name for fact in VOCABULARY if fact.source not in NEVER_ASKED]
    assert all(f"# {name}: " in template for name in asked)


def test_the_schema_accepts_the_shipped_cases_and_refuses_a_misspelt_fact() -> None:
    import yaml

    schema = json.loads(ariane("case", "schema").stdout)
    validator = jsonschema.Draft202012Validator(schema)
    validator.check_schema(schema)
    for path in SHIPPED:
        content = yaml.safe_load(path.read_text("utf-8"))
        names = set(content["facts"])
        assert names <= set(schema["properties"]["facts"]["properties"])
    assert not validator.is_valid({"schema": "ariane-case/1", "id": "x", "facts": {"ecog_pss": 1}})
    assert validator.is_valid({"schema": "ariane-case/1", "id": "x", "facts": {"ecog_ps": 1}})


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_explain_shows_the_tree_the_passage_and_what_is_missing(lang: str) -> None:
    result = ariane("explain", str(LIVER), "S24.3.5-O4", "--lang", lang)
    assert result.returncode == 0
    assert "310" in result.stdout
    assert "extrahepatic_disease" in result.stdout


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("path", SHIPPED, ids=lambda p: p.stem)
def test_next_ihc_and_pathways_of_every_shipped_case(path: Path, lang: str) -> None:
    for words in (("next", str(path), "-n", "3"), ("ihc", str(path))):
        assert ariane(*words, "--lang", lang).stdout.strip()
        assert json.loads(ariane(*words, "--lang", lang, "--format", "json").stdout)
    for algorithm in ("ALG1", "ALG2", "ALG3"):
        drawn = ariane("pathway", str(path), algorithm, "--lang", lang)
        assert drawn.stdout.startswith("<svg"), drawn.stderr
        data = json.loads(ariane("pathway", str(path), algorithm, "--format", "json").stdout)
        assert data["id"] == algorithm


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("words", [("plan",), ("tissue", "plan")])
def test_plans_are_printed_and_written_as_data(words: tuple[str, ...], lang: str) -> None:
    text = ariane(*words, str(LIVER), "--lang", lang)
    assert text.returncode == 0
    assert "S24.3.8.4-R1" in text.stdout
    data = json.loads(ariane(*words, str(LIVER), "--format", "json", "--lang", lang).stdout)
    assert data["schema"] in ("ariane-plan/1", "ariane-tissue-plan/1")
    assert data["case_id"] == "demo-foie-biliopancreatique"
    assert ariane(*words, "no-such-file.yaml", "--lang", lang).returncode == 2


def test_explain_says_when_an_id_does_not_exist_and_which_are_near() -> None:
    result = ariane("explain", str(LIVER), "S24.3.5-R77")
    assert (result.returncode, result.stdout) == (2, "")
    assert "S24.3.5-R7" in result.stderr


def test_guideline_commands_speak_from_the_data() -> None:
    coverage = json.loads(ariane("guideline", "coverage", "--format", "json").stdout)
    listed = json.loads(ariane("guideline", "list", "--format", "json").stdout)
    assert coverage["total"] == 360
    assert coverage["written"] == len(listed)
    shown = json.loads(ariane("guideline", "show", "S24.3.5-R7", "--format", "json").stdout)
    assert shown in listed
    assert shown["condition"] == "sex == 'female' and capi_status in ('suspected', 'confirmed')"
    assert "S24.3.5-R7" in ariane("guideline", "show", "S24.3.5-R7").stdout
    only = ariane("guideline", "list", "--section", "24.3.5").stdout
    assert "S24.3.5-R7" in only
    assert "S24.3.4-D1" not in only


def test_usage_errors_exit_with_two() -> None:
    assert ariane("assess").returncode == 2
    assert ariane("asses", str(LIVER)).returncode == 2
    assert ariane("assess", str(LIVER), "--format", "docx").returncode == 2


def test_an_internal_failure_shows_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from ariane import bootstrap
    from ariane.cli.main import main

    def broken(*_: object) -> None:
        raise RuntimeError("a defect")

    monkeypatch.setattr(bootstrap, "assess", broken)
    with pytest.raises(SystemExit) as stopped:
        main(["assess", str(LIVER)])
    assert stopped.value.code == 1
    assert "a defect" in capsys.readouterr().err


def test_a_file_that_cannot_be_written_is_said_so(tmp_path: Path) -> None:
    result = ariane("assess", str(LIVER), "--format", "html", "-o", str(tmp_path / "no" / "x.html"))
    assert result.returncode == 2
    assert "x.html" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    "words",
    [(), ("assess",), ("explain",), ("plan",), ("next",), ("tissue",),
     ("tissue", "plan"), ("compare",), ("ihc",), ("pathway",), ("case",),
     ("case", "check"),
     ("case", "new"), ("case", "schema"), ("guideline",), ("guideline", "list"),
     ("guideline", "show"),
     ("guideline", "coverage"), ("guideline", "lint")],
)  # fmt: skip
def test_every_command_has_help_in_both_languages(words: tuple[str, ...]) -> None:
    french, english = (ariane(*words, "--help", lang=lang) for lang in ("fr_FR", "en_GB"))
    if words not in (("case",), ("guideline",), ("tissue",)):
        assert "--lang" in french.stdout
        assert ariane(*words, "--help", "--lang", "en").stdout == english.stdout
    assert french.returncode == english.returncode == 0
    assert french.stdout != english.stdout


def test_compare_says_what_changes_and_why() -> None:
    changed = ariane("compare", str(LIVER), "--set", "ecog_ps=3", "--format", "json")
    data = json.loads(changed.stdout)
    assert [fact["fact"] for fact in data["facts"]] == ["ecog_ps"]
    turned = {entry["id"]: entry for entry in data["statements"]}
    assert turned["S24.5.1-O3"]["change"] == "appears"
    assert turned["S24.5.1-O3"]["because"] == ["ecog_ps"]
    assert turned["S24.4.1-C1"]["change"] == "disappears"
    same = json.loads(ariane("compare", str(LIVER), str(LIVER), "--format", "json").stdout)
    assert same == {"facts": [], "statements": []}
    assert "PS 3-4" in ariane("compare", str(LIVER), "--set", "ecog_ps=3").stdout


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--set", "ecog_ps"),
        ("--set", "ecog_ps=9"),
        ("--set", "ecog=1"),
        (str(LIVER), "--set", "ecog_ps=1"),
    ],
)
def test_compare_refuses_what_it_cannot_compare(words: tuple[str, ...]) -> None:
    result = ariane("compare", str(LIVER), *words)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr
