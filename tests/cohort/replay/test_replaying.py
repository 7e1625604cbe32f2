"""A table under two versions: what differs is what the evaluator says of each patient."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from ariane.cohort import tables
from ariane.cohort.columns import TableError
from ariane.cohort.replay.advice import Change
from ariane.cohort.replay.replaying import Replay, replay_table
from ariane.cohort.simulating import simulate_table
from ariane.facts.derivation import completed
from ariane.guideline.rulebook.rulebook import Rulebook, current_rulebook
from ariane.logic.evaluate import evaluate
from ariane.logic.fact import NumberFact, SetFact
from support.rulebooks import (
    Data,
    edited,
    exported,
    hashed,
    oligometastatic_up_to,
    statement,
    statement_bound,
)

ROWS = 250
WORDS = {True: "holds", False: "fails", None: "unknown"}


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cohort") / "in.parquet"
    simulate_table(ROWS, 7, path, lambda *_: None)
    return path


def serosa_follows_liver(data: Data) -> None:
    data["inference"]["implications"][0]["effects"].append("serosal_involvement")


def without(name: str) -> Any:
    def edit(data: Data) -> None:
        data["statements"] = [s for s in data["statements"] if s["id"] != name]

    return edit


def new_warning(data: Data) -> None:
    when = {"node": "fact", "fact": "oligometastatic"}
    base = data["statements"][-1]
    more = {"id": "S24.9.2-W99", "section": "24.9.2", "kind": "W", "action_type": "warning"}
    data["statements"].append({**base, **more, "when": when})


EVERYTHING = (
    oligometastatic_up_to(5),
    serosa_follows_liver,
    statement_bound("S24.5.1-O1", "ecog_ps", 1),
    without("S24.8.3-D2"),
    new_warning,
)


def stated(row: dict[str, Any], book: Rulebook) -> dict[str, Any]:
    """Return what a row of the synthetic table states, as the evaluator takes it."""
    found = {}
    for name, value in row.items():
        fact = book.terms.by_name.get(name)
        if value is None or fact is None or value in fact.no_result or value == "unknown":
            continue
        if isinstance(fact, SetFact):
            value = frozenset(value)
        elif isinstance(fact, NumberFact):
            value = round(value, 6)
        found[name] = value
    return found


def one_by_one(row: dict[str, Any], book: Rulebook) -> dict[str, str]:
    """Return the state of every statement for a row, by walking the trees."""
    known = completed(stated(row, book), book.terms)
    return {rule.id: WORDS[evaluate(rule.when, known)] for rule in book.rules}


def differences(before: dict[str, str], after: dict[str, str]) -> set[tuple[str, str, str]]:
    found = set()
    for name in {**before, **after}:
        was, now = before.get(name, "absent"), after.get(name, "absent")
        absent = "absent" in (was, now)
        if (was == "holds") != (now == "holds") if absent else was != now:
            found.add((name, was, now))
    return found


def replayed(table: Path, after: Rulebook, output: Path, **options: Any) -> Replay:
    return replay_table(table, current_rulebook(), after, lambda *_: None, output, **options)


@pytest.mark.parametrize(
    "edits",
    [
        (oligometastatic_up_to(5),),
        (statement_bound("S24.5.1-O1", "ecog_ps", 1),),
        (serosa_follows_liver,),
        EVERYTHING,
    ],
)
def test_exactly_those_cells_differ_that_differ_one_by_one(
    table: Path, tmp_path: Path, edits: tuple[Any, ...]
) -> None:
    after = edited(*edits)
    output = tmp_path / "out.parquet"
    replay = replayed(table, after, output)
    refused = {json.loads(line)["row"] for line in (tmp_path / "out.rejects.jsonl").open()}
    expected = {
        (number, *cell)
        for number, row in enumerate(pl.read_parquet(table).iter_rows(named=True))
        if number not in refused
        for cell in differences(one_by_one(row, current_rulebook()), one_by_one(row, after))
    }
    told = pl.read_parquet(output).select("row", "statement", "before", "after").rows()
    assert expected
    assert len(told) == len(set(told))
    assert set(told) == expected
    advice = {cell[0] for cell in expected if "holds" in cell}
    counted = replay.tally.changes
    assert counted[("", Change.MATTERS)] + counted[("", Change.ADVICE)] == len(advice)
    assert counted[("", Change.SILENT)] == len({cell[0] for cell in expected} - advice)
    assert replay.tally.compared == sum(counted.values()) == ROWS - len(refused)


def test_every_transition_of_a_statement_adds_up_to_the_patients(
    table: Path, tmp_path: Path
) -> None:
    replay = replayed(table, edited(*EVERYTHING), tmp_path / "out.csv")
    totals: Counter[str] = Counter()
    for (name, *_), count in replay.tally.transitions.items():
        totals[name] += count
    assert set(totals) == set(replay.rules)
    assert set(totals.values()) == {replay.tally.compared}
    told = pl.read_csv(tmp_path / "out.csv").group_by("statement", "before", "after", "cause").len()
    moved = {key: n for key, n in replay.tally.transitions.items() if key[3]}
    assert {(a, b, c, d): n for a, b, c, d, n in told.rows()} == moved


def test_a_version_against_itself_changes_nothing(table: Path, tmp_path: Path) -> None:
    replay = replayed(table, edited(), tmp_path / "out.parquet")
    assert replay.changed == ()
    assert replay.rules == {}
    assert {change for _, change in replay.tally.changes} == {Change.NONE}
    assert len(pl.read_parquet(tmp_path / "out.parquet")) == 0
    assert replay.tally.compared > 0


def causes(table: Path, tmp_path: Path, *edits: Any) -> dict[tuple[str, str, str], set[str]]:
    output = tmp_path / "out.parquet"
    replayed(table, edited(*edits), output)
    found: dict[tuple[str, str, str], set[str]] = {}
    cells = pl.read_parquet(output).select("statement", "before", "after", "cause")
    for name, was, now, cause in cells.rows():
        found.setdefault((name, was, now), set()).add(cause)
    return found


def test_each_difference_is_put_down_to_what_makes_it(table: Path, tmp_path: Path) -> None:
    found = causes(table, tmp_path, *EVERYTHING)
    assert found[("S24.5.1-O1", "holds", "fails")] == {"statement:S24.5.1-O1"}
    assert found[("S24.3.3-D1", "fails", "unknown")] == {"derived:oligometastatic"}
    assert found[("S24.3.3-D1", "unknown", "fails")] == {"implication:liver_metastases"}
    assert found[("S24.8.3-D2", "holds", "absent")] == {"statement:S24.8.3-D2"}
    new = "statement:S24.9.2-W99"
    assert found[("S24.9.2-W99", "absent", "holds")] == {
        new,
        f"{new} + derived:oligometastatic",
    }


def test_two_changes_that_each_do_it_are_both_named(table: Path, tmp_path: Path) -> None:
    def never_with_liver(data: Data) -> None:
        rule = statement(data, "S24.3.3-D1")
        no = {"node": "not", "part": {"node": "fact", "fact": "liver_metastases"}}
        rule["when"] = {"node": "and", "parts": [rule["when"], no]}

    found = causes(table, tmp_path, serosa_follows_liver, never_with_liver)
    both = "statement:S24.3.3-D1 | implication:liver_metastases"
    assert both in found[("S24.3.3-D1", "unknown", "fails")]


def test_what_counts_as_a_value_is_a_cause_of_its_own(tmp_path: Path) -> None:
    def gastric_is_not_digestive(data: Data) -> None:
        fact = next(f for f in data["vocabulary"] if f["name"] == "suspected_origins")
        fact["narrower"]["digestive"].remove("gastric")

    source = tmp_path / "in.parquet"
    cells = {"case_id": ["a", "b"], "suspected_origins": [["gastric"], ["digestive"]]}
    pl.DataFrame(cells).write_parquet(source)
    output = tmp_path / "out.parquet"
    replayed(source, edited(gastric_is_not_digestive), output)
    told = pl.read_parquet(output)
    assert set(told["case_id"]) == {"a"}
    assert set(told["cause"]) == {"fact:suspected_origins"}
    replayed(source, edited(gastric_is_not_digestive, oligometastatic_up_to(5)), output)
    assert set(pl.read_parquet(output)["cause"]) == {"fact:suspected_origins"}


def test_a_fact_that_one_version_lacks_is_unknown_there_and_named(tmp_path: Path) -> None:
    def new_fact(data: Data) -> None:
        data["vocabulary"].append({"name": "new_marker", "type": "boolean", "source": ""})
        statement(data, "S24.5.1-O1")["when"] = {"node": "fact", "fact": "new_marker"}

    source = tmp_path / "in.parquet"
    pl.DataFrame({"case_id": ["a", "b"], "new_marker": [True, None]}).write_parquet(source)
    output = tmp_path / "out.parquet"
    replay = replayed(source, edited(new_fact), output)
    assert replay.unread == (("new_marker",), ())
    assert pl.read_parquet(output).select("case_id", "before", "after").rows() == [
        ("a", "unknown", "holds")
    ]
    with pytest.raises(TableError):
        replayed(source, edited(), output)


def test_a_fact_of_another_type_is_unknown_to_the_version_that_cannot_read_it(
    tmp_path: Path,
) -> None:
    def as_list(data: Data) -> None:
        fact = next(f for f in data["vocabulary"] if f["name"] == "cea_elevated")
        fact |= {"type": "enum", "allowed": ["high", "normal"]}
        for item in (*data["statements"], {"when": data["inference"]}):
            for key in ("when", "fulfilled_when"):
                _replace(item.get(key))

    def _replace(tree: Any) -> None:
        if isinstance(tree, dict) and tree == {"node": "fact", "fact": "cea_elevated"}:
            tree |= {"node": "one-of", "values": ["high"]}
        inner = tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ()
        for part in inner:
            _replace(part)

    def needs_marker(data: Data) -> None:
        marker = {"node": "fact", "fact": "cea_elevated"}
        parts = [marker, {"node": "fact", "fact": "oligometastatic"}]
        statement(data, "S24.5.1-O1")["when"] = {"node": "or", "parts": parts}

    source, output = tmp_path / "in.parquet", tmp_path / "out.parquet"
    cells = {"case_id": ["a", "b"], "cea_elevated": [True, None], "metastasis_count": [None, 5]}
    serosa = {"serosal_involvement": [False, False]}
    pl.DataFrame({**cells, **serosa}).write_parquet(source)
    after = edited(needs_marker, oligometastatic_up_to(5), as_list)
    replay = replay_table(source, edited(needs_marker), after, lambda *_: None, output)
    assert replay.unread == ((), ("cea_elevated",))
    told = pl.read_parquet(output).filter(pl.col("statement") == "S24.5.1-O1")
    assert told.select("case_id", "before", "after", "cause").rows() == [
        (
            "a",
            "holds",
            "unknown",
            "statement:S24.5.1-O1 & derived:oligometastatic & fact:cea_elevated",
        ),
        ("b", "unknown", "holds", "derived:oligometastatic"),
    ]


def test_what_changes_no_truth_is_named(table: Path, tmp_path: Path) -> None:
    def graded(data: Data) -> None:
        statement(data, "S24.5.1-O1")["grade"] = "A"

    replay = replayed(table, edited(graded), tmp_path / "out.parquet")
    assert replay.changed == ()
    assert replay.restated == {"S24.5.1-O1": ("grade",)}


def test_a_row_that_either_version_refuses_is_not_compared(tmp_path: Path) -> None:
    def no_exclusions(data: Data) -> None:
        data["inference"]["exclusions"] = []

    source = tmp_path / "in.parquet"
    liver = {"liver_metastases": [True, True, None], "liver_lesion_count": [0, 2, -1]}
    pl.DataFrame({"case_id": ["a", "b", "c"], **liver}).write_parquet(source)
    replay = replayed(source, edited(no_exclusions), tmp_path / "out.parquet")
    told = [json.loads(line) for line in (tmp_path / "out.rejects.jsonl").open()]
    said = [(t["case_id"], {reason["version"] for reason in t["reasons"]}) for t in told]
    assert said == [("a", {"before"}), ("c", {"both"})]
    assert (replay.tally.rows, replay.tally.compared, replay.tally.rejected) == (3, 1, 2)
    assert replay.exclusions_changed


def test_rows_that_columns_alone_cannot_judge_are_attributed_exactly(tmp_path: Path) -> None:
    """A stated derived fact, and decimals that no float tells from ten."""

    def above(number: int) -> Any:
        bound = {"value": number, "unit": "", "section": ""}
        tmb = {"node": "compare", "fact": "tmb_mut_per_mb", "operator": ">", "bound": bound}
        parts = [{"node": "fact", "fact": "oligometastatic"}, tmb]

        def edit(data: Data) -> None:
            statement(data, "S24.5.1-O2")["when"] = {"node": "and", "parts": parts}

        return edit

    source, output = tmp_path / "in.csv", tmp_path / "out.csv"
    texts = ["9.99999999999999999", "10.00000000000000001", "10"]
    lines = [f"P{n},true,{text}" for n, text in enumerate(texts)]
    source.write_text("\n".join(["case_id,oligometastatic,tmb_mut_per_mb", *lines]) + "\n")
    before, after = edited(above(10)), edited(above(11), oligometastatic_up_to(5))
    replay_table(source, before, after, lambda *_: None, output)
    told = pl.read_csv(output).select("case_id", "before", "after", "cause").rows()
    assert told == [("P1", "holds", "fails", "statement:S24.5.1-O2")]


@pytest.mark.parametrize("size", [1, 100])
def test_batches_change_nothing(
    table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    head = tmp_path / "head.parquet"
    pl.read_parquet(table).head(5 if size == 1 else 300).write_parquet(head)
    after = edited(*EVERYTHING)
    once = replayed(head, after, tmp_path / "once.parquet")
    monkeypatch.setattr(tables, "BATCH", size)
    again = replayed(head, after, tmp_path / "again.parquet")
    for name in ("transitions", "changes", "directions", "causes", "rows", "rejected"):
        assert getattr(once.tally, name) == getattr(again.tally, name)
    assert (tmp_path / "once.parquet").exists()
    assert pl.read_parquet(tmp_path / "once.parquet").equals(
        pl.read_parquet(tmp_path / "again.parquet")
    )


def test_patients_are_divided_by_a_column(table: Path, tmp_path: Path) -> None:
    replay = replayed(table, edited(*EVERYTHING), tmp_path / "out.parquet", by="sex")
    rows = pl.read_parquet(table)["sex"].fill_null("unknown").value_counts()
    totals: Counter[str] = Counter()
    for (value, _), count in replay.tally.changes.items():
        totals[value] += count
    assert set(totals) == set(rows["sex"])
    assert sum(totals.values()) == replay.tally.compared


@pytest.mark.parametrize("by", ["nobody", "suspected_origins", "case_id"])
def test_a_column_that_cannot_divide_is_refused(table: Path, tmp_path: Path, by: str) -> None:
    with pytest.raises(TableError):
        replayed(table, edited(), tmp_path / "out.parquet", by=by)
    assert list(tmp_path.iterdir()) == []


KILLED = """
import os, signal, sys
from pathlib import Path
from ariane.cohort import tables
from ariane.cohort.replay.replaying import replay_table
from ariane.guideline.rulebook.reading import read_rulebook
from ariane.guideline.rulebook.rulebook import current_rulebook
tables.BATCH = 100
def kill(*_): os.kill(os.getpid(), signal.SIGKILL)
source, book, output = map(Path, sys.argv[1:])
replay_table(source, current_rulebook(), read_rulebook(book), kill, output)
"""


def test_killed_in_the_middle_it_leaves_what_was_there(table: Path, tmp_path: Path) -> None:
    data = exported()
    oligometastatic_up_to(5)(data)
    book, output = tmp_path / "new.json", tmp_path / "out.parquet"
    book.write_bytes(hashed(data))
    output.write_bytes(b"earlier")
    command = [sys.executable, "-c", KILLED, str(table), str(book), str(output)]
    assert subprocess.run(command, check=False).returncode == -9
    assert output.read_bytes() == b"earlier"
    assert not (tmp_path / "out.rejects.jsonl").exists()


def test_a_failure_leaves_nothing_behind(table: Path, tmp_path: Path) -> None:
    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        replay_table(table, current_rulebook(), edited(), fail, tmp_path / "out.parquet")
    assert list(tmp_path.iterdir()) == []
