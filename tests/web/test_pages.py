"""The pages over HTTP: what is answered, in which language, and what is never changed."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest

from ariane.facts.exams import Exam
from support.web_client import Browser, workbench

EXAMS = (Exam.MRI_LIVER, Exam.MRI_BRAIN)
SHIPPED = sorted((Path(__file__).parents[2] / "src/ariane/case/shipped").glob("*.yaml"))


def facts_of(browser: Browser, case: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(browser.get(f"{case}/export/case").text)["facts"]
    return found


def revision_of(browser: Browser, case: str) -> int:
    found = re.search(r'name="revision" value="(\d+)"', browser.get(case).text)
    assert found
    return int(found[1])


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_shipped_case_opens_with_all_its_pages(tmp_path: Path, language: str) -> None:
    with workbench(tmp_path, demo=True) as browser:
        browser.get(f"/language/{language}")
        cases = set(re.findall(r"/cases/[0-9a-f]{32}", browser.get("/cases").text))
        assert len(cases) == len(SHIPPED)
        for case in cases:
            for page in ("", "/history", "/report", "/pci", "/what-if", "/export/html"):
                answer = browser.get(case + page)
                assert answer.status_code == 200, (case, page)
                assert f'lang="{language}"' in answer.text


def test_a_new_case_is_blank_and_opens(browser: Browser) -> None:
    case = browser.new_case("  Dossier <b>7</b> ")
    text = browser.get(case).text
    assert "Dossier &lt;b&gt;7&lt;/b&gt;" in text
    assert facts_of(browser, case) == {}
    assert browser.submit("/cases", title="").status_code == 303
    assert "nouveau dossier" in browser.get("/cases").text


def test_an_answer_is_kept_and_shown_in_place(browser: Browser) -> None:
    case = browser.new_case()
    answer = browser.set_fact(case, 1, "tmb_mut_per_mb", "10,1")
    assert answer.status_code == 200
    assert "10,1" in answer.text
    assert facts_of(browser, case) == {"tmb_mut_per_mb": 10.1}
    brief = browser.submit(f"{case}/facts?brief=true", revision=2, fact="sex", sex="male")
    assert 'value="3"' in brief.text


def test_two_people_edit_one_case_and_the_later_sees_it(browser: Browser) -> None:
    case = browser.new_case()
    first, second = Browser(browser.app), Browser(browser.app)  # type: ignore[arg-type]
    assert first.set_fact(case, 1, "ecog_ps", "1").status_code == 200
    answer = second.set_fact(case, 1, "ecog_ps", "3")
    assert answer.status_code == 409
    assert answer.headers["hx-retarget"] == "#notice"
    assert "entre-temps" in answer.text
    assert f'href="{case}"' in answer.text
    for path, values in (
        ("exams", {"exam": "mri_liver", "status": "done"}),
        ("details", {"notes": "x"}),
        ("undo", {}),
        ("pci", {"kind": "open", "region": "1", "score": "1"}),
        ("what-if", {"fact": "sex", "sex": "male"}),
    ):
        whole = second.submit(f"{case}/{path}", revision=1, **values)
        assert whole.status_code == 409, path
        assert "<html" in whole.text
    assert facts_of(browser, case) == {"ecog_ps": 1}
    assert revision_of(browser, case) == 2


@pytest.mark.parametrize(
    ("path", "values"),
    [
        ("facts", {"fact": "no_such_fact"}),
        ("facts", {"fact": "ecog_ps", "ecog_ps": "9"}),
        ("facts", {"fact": "sex", "sex": "yes"}),
        ("exams", {"exam": "none", "status": "done"}),
        ("exams", {"exam": "mri_liver", "status": "half"}),
        ("exams", {"exam": "mri_liver", "status": "done", "date": "yesterday"}),
        ("details", {"as_of": "2026-02-30"}),
        ("pci", {"kind": "none", "region": "1", "score": "1"}),
        ("pci", {"kind": "open", "region": "13", "score": "1"}),
        ("pci", {"kind": "open", "region": "1", "score": "4"}),
    ],
)
def test_what_is_no_value_is_refused_and_kept_out(
    browser: Browser, path: str, values: dict[str, str]
) -> None:
    case = browser.new_case()
    answer = browser.submit(f"{case}/{path}", revision=1, **values)
    assert answer.status_code == 422
    assert "<html" in answer.text
    assert revision_of(browser, case) == 1


@pytest.mark.parametrize(
    "path",
    [
        "/cases/none",
        "/cases/none/history",
        "/cases/none/export/pdf",
        "/no-such-page",
        "/static/none.css",
        "{case}/why/S0",
        "{case}/pathway/ALG9.svg",
        "{case}/compare?before=1&after=2",
        "/cases/%00",
        "/cases/%0a%C2%80",
    ],
)
def test_what_is_not_there_is_said_on_a_page(browser: Browser, path: str) -> None:
    answer = browser.get(path.replace("{case}", browser.new_case()))
    assert answer.status_code == 404
    assert "<html" in answer.text


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("DELETE", "/cases", 405),
        ("GET", "/cases/import/undo", 405),
        ("GET", "{case}/export/docx", 422),
        ("GET", "{case}/compare?before=a&after=2", 422),
        ("GET", "{case}/pci?kind=none", 422),
        ("GET", "/language/de", 422),
    ],
)
def test_what_is_not_understood_is_said_on_a_page(
    browser: Browser, method: str, path: str, status: int
) -> None:
    answer = browser.request(method, path.replace("{case}", browser.new_case()))
    assert answer.status_code == status
    assert "<html" in answer.text


def test_examinations_and_regions_come_and_go(browser: Browser) -> None:
    case = browser.new_case()
    for base, exam in enumerate(EXAMS, start=1):
        answer = browser.submit(f"{case}/exams", revision=base, exam=exam, status="requested")
        assert answer.status_code == 200, exam
    base = len(EXAMS) + 1
    browser.submit(f"{case}/exams", revision=base, exam="mri_liver", status="")
    region = {"kind": "open", "region": "1"}
    browser.submit(f"{case}/pci", revision=base + 1, score="2", **region)
    assert json.loads(browser.get(f"{case}/export/case").text)["pci"] == {"open": {"1": 2}}
    browser.submit(f"{case}/pci", revision=base + 2, score="", **region)
    document = json.loads(browser.get(f"{case}/export/case").text)
    assert "mri_liver" not in document["exams"]
    assert "pci" not in document


def test_undo_answers_with_the_case_as_it_was(browser: Browser) -> None:
    case = browser.new_case()
    browser.set_fact(case, 1, "sex", "male")
    answer = browser.submit(f"{case}/undo", revision=2, htmx=True)
    assert (answer.status_code, answer.headers["hx-refresh"]) == (204, "true")
    assert facts_of(browser, case) == {}
    nothing = browser.submit(f"{case}/undo", revision=3, htmx=True)
    assert nothing.status_code == 409
    assert "rien à annuler" in unescape(nothing.text)


def test_what_if_never_writes(browser: Browser) -> None:
    case = browser.new_case()
    browser.set_fact(case, 1, "sex", "female")
    before = browser.get(f"{case}/export/case").text
    tried = browser.get(f"{case}/what-if?sex=male&ecog_ps=1&no_such=1&tmb_mut_per_mb=12,5")
    assert tried.status_code == 200
    assert "12,5" in tried.text
    assert browser.get(f"{case}/what-if?ecog_ps=9").status_code == 422
    assert browser.get(f"{case}/what-if?sex=").status_code == 200
    assert browser.get(f"{case}/export/case").text == before
    assert revision_of(browser, case) == 2
    kept = browser.submit(f"{case}/what-if", revision=2, fact="sex", sex="male")
    assert (kept.status_code, kept.headers["location"]) == (303, case)
    assert facts_of(browser, case) == {"sex": "male"}


def test_history_says_who_and_what(browser: Browser) -> None:
    case = browser.new_case()
    browser.set_fact(case, 1, "sex", "female")
    browser.set_fact(case, 2, "sex", "")
    text = browser.get(f"{case}/history").text
    assert text.count("<li value=") == 3
    assert "local" in text
    assert "féminin" in text
    assert browser.get(f"{case}/compare?before=1&after=2").status_code == 200


def test_bad_files_are_told_whole_and_nothing_of_them_is_kept(browser: Browser) -> None:
    bad = b"schema: ariane-case/1\nid: bad\nfacts: {ecog_ps: 9, sex: other, no_such: 1}\n"
    good = b"schema: ariane-case/1\nid: good-one\nfacts: {ecog_ps: 1}\n"
    answer = browser.import_files(
        ("bad.yaml", bad), ("good.yaml", good), ("<b>.json", b"{"), ("empty.yaml", b"")
    )
    assert answer.status_code == 422
    text = unescape(answer.text)
    for said in ("ecog_ps", "sex", "no_such", "bad.yaml", "empty.yaml", "3 fichiers refusés"):
        assert said in text, said
    assert "<b>.json" not in answer.text
    listed = browser.get("/cases").text
    assert listed.count('href="/cases/') == 1
    assert "good-one" in listed
    single = browser.import_files(("good.yaml", good))
    assert single.status_code == 303
    assert facts_of(browser, single.headers["location"]) == {"ecog_ps": 1}


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_case_comes_out_as_it_went_in(browser: Browser, path: Path) -> None:
    first = browser.import_files((path.name, path.read_bytes())).headers["location"]
    out = browser.get(f"{first}/export/case").content
    second = browser.import_files(("again.json", out)).headers["location"]
    assert browser.get(f"{second}/export/case").content == out


@pytest.mark.parametrize(
    ("case_id", "name"),
    [
        ("dossier 7", "dossier-7"),
        ("../../etc/passwd", "..-..-etc-passwd"),
        ('a"; filename="b\\nX: y', "a-filename-b-nX-y"),
        ("été", "t"),
        ("日本", "case"),
    ],
)
def test_names_of_what_is_taken_away_are_safe(browser: Browser, case_id: str, name: str) -> None:
    content = json.dumps({"schema": "ariane-case/1", "id": case_id, "facts": {}}).encode()
    case = browser.import_files(("a.json", content)).headers["location"]
    said = browser.get(f"{case}/export/json").headers["content-disposition"]
    assert said == f'attachment; filename="{name}.consultation.json"'


def test_what_is_taken_away_is_what_it_says(browser: Browser) -> None:
    case = browser.new_case()
    assert browser.get(f"{case}/export/pdf").content.startswith(b"%PDF-")
    assert browser.get(f"{case}/export/html").text.lstrip().lower().startswith("<!doctype html>")
    assert json.loads(browser.get(f"{case}/export/json").text)["schema"].startswith("ariane-")


def test_the_language_is_kept_for_the_reader(browser: Browser) -> None:
    assert '<html lang="fr">' in browser.get("/cases").text
    answer = browser.get("/language/en?to=/cases")
    assert (answer.status_code, answer.headers["location"]) == (303, "/cases")
    assert "HttpOnly" in answer.headers["set-cookie"]
    assert '<html lang="en">' in browser.get("/cases").text
    browser.cookies.set("ariane-language", "de", domain="127.0.0.1", path="/")
    assert "<html lang=" in browser.get("/cases").text


def test_the_language_switch_of_an_answer_to_a_form_leads_to_a_page(browser: Browser) -> None:
    text = browser.import_files(("a.yaml", b"")).text
    assert 'href="/language/en?to=/cases"' in text


def test_a_report_is_read_with_its_words_and_nothing_is_written(browser: Browser) -> None:
    case = browser.new_case()
    text = "Les cellules sont CK7+ et CK20-.\r\n<script>alert(1)</script>"
    answer = browser.submit(f"{case}/report", text=text)
    assert "CK7+" in answer.text
    assert "<script>alert" not in answer.text
    assert facts_of(browser, case) == {}


def test_an_archived_case_leaves_the_list_and_is_kept(browser: Browser) -> None:
    case = browser.new_case()
    assert browser.submit(f"{case}/archive").status_code == 303
    assert case not in browser.get("/cases").text
    assert case in browser.get("/cases?archived=true").text
    assert f'action="{case}/restore"' in browser.get(case).text
    assert f'action="{case}/archive"' not in browser.get(f"{case}/history").text


def test_an_archived_case_that_is_edited_stays_archived(browser: Browser) -> None:
    case = browser.new_case()
    browser.submit(f"{case}/archive")
    assert browser.set_fact(case, 1, "ecog_ps", "1").status_code == 200
    assert case not in browser.get("/cases").text
    assert f'action="{case}/restore"' in browser.get(case).text


def test_an_archived_case_comes_back_to_the_list(browser: Browser) -> None:
    case = browser.new_case()
    browser.submit(f"{case}/archive")
    assert browser.submit(f"{case}/restore").headers["location"] == case
    assert case in browser.get("/cases").text
    assert case not in browser.get("/cases?archived=true").text
    assert f'action="{case}/restore"' not in browser.get(case).text
    assert f'action="{case}/archive"' in browser.get(f"{case}/history").text


def test_the_workbench_says_that_it_is_well(browser: Browser) -> None:
    answer = browser.get("/healthz")
    assert (answer.status_code, answer.text) == (200, "ok\n")
    assert browser.get("/").headers["location"] == "/cases"
