"""The origin beside a case: files dropped, samples chosen, reports attached and taken off again."""

from __future__ import annotations

import gzip
import io
import json
import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from httpx import Response
from pyarrow import parquet

from ariane.board.permissions import Role
from ariane.origin.rna.shipping import load_rna_model
from ariane.web import origin_files
from support.web_client import OIDC, Browser, signed_in, workbench

CASE = b"schema: ariane-case/1\nid: T-1\nfacts: {sex: female, ihc_ck7: pos}\n"
HEAD = [
    "Tumor_Sample_Barcode",
    "Hugo_Symbol",
    "Chromosome",
    "Start_Position",
    "Reference_Allele",
    "Tumor_Seq_Allele2",
]
CHANGES = [
    ("P-1", "KRAS", "12", 25398284, "C", "T"),
    ("P-1", "TP53", "17", 7577538, "C", "T"),
    ("P-1", "SMAD4", "18", 48591919, "G", "A"),
    ("P-2", "APC", "5", 112175639, "C", "T"),
]
MUTATIONS = "\n".join("\t".join(map(str, row)) for row in [HEAD, *CHANGES]).encode()
SAMPLES = b"sample_id\tgene_panel\tsex\nP-1\tIMPACT468\tFemale\nP-2\tIMPACT468\tMale\n"
ONE_SAMPLE = b"sample_id\tgene_panel\tsex\nP-1\tIMPACT468\tFemale\n"
VCF = b"""##fileformat=VCFv4.2
##INFO=<ID=ANN,Number=.,Type=String,Description="Functional annotations: 'Allele | Annotation | \
Annotation_Impact | Gene_Name'">
#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tTUMOR
12\t25398284\t.\tC\tT\t.\tPASS\tANN=T|missense_variant|MODERATE|KRAS\tGT\t0/1
17\t7577538\t.\tC\tT\t.\tPASS\tANN=T|missense_variant|MODERATE|TP53\tGT\t0/1
"""


BOARDS = ("cup_board_validated", "local_molecular_board_validated")


def report(sample: str = "P-1", source: str = "dna", **more: Any) -> dict[str, Any]:
    return {
        "sample_id": sample,
        "source": source,
        "model": {"name": "m", "version": "1", "sha256": "0"},
        "posterior": {"PAAD": 0.75, "BILIARY": 0.25},
        "set90": ["PAAD", "BILIARY"],
        "abstained": False,
        "qc": {"verdict": "warn", "reasons": ["few-genes: 2"]},
        "evidence": [{"feature": "KRAS 12:25398284 C>T", "log_odds": {"PAAD": 1.9}}],
        **more,
    }


def file_of(*reports: dict[str, Any]) -> bytes:
    return json.dumps(list(reports)).encode()


def in_parquet() -> bytes:
    buffer = io.BytesIO()
    columns = dict(zip(HEAD, map(list, zip(*CHANGES, strict=True)), strict=True))
    parquet.write_table(pa.table(columns), buffer)
    return buffer.getvalue()


def expression() -> bytes:
    """Return one sample where pancreatic tumours have their middle, genes in rows."""
    fitted = load_rna_model("rna-90").fitted
    factors, kind = fitted.factors, fitted.kinds.index("PAAD")
    levels = fitted.gaussians.means[kind] @ factors.axes.T * factors.spread + factors.mean
    rows = [f"{gene}\t{level:.3f}\n" for gene, level in zip(factors.genes, levels, strict=True)]
    return ("gene\tP-1\n" + "".join(rows)).encode()


EXPRESSION = expression()


class Desk:
    """One case on a workbench, and what is dropped on its page."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.case = str(browser.import_files(("case.yaml", CASE)).headers["location"])

    def page(self) -> str:
        return self.browser.get(f"{self.case}/origin").text

    def document(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.browser.get(f"{self.case}/export/case").text)
        return found

    def carried(self) -> list[dict[str, Any]]:
        return list(self.document().get("origin_reports", []))

    def drop(self, *files: tuple[str, bytes], sample: str = "", revision: int = 1) -> Response:
        return self.browser.post(
            f"{self.case}/origin",
            files=[("file", file) for file in files],
            data={"revision": revision, "sample": sample},
            headers={"x-csrf-token": self.browser.token},
        )

    def refused(self, *files: tuple[str, bytes], sample: str = "") -> str:
        """Return why files are refused; the case must be as it was."""
        before = self.document()
        answer = self.drop(*files, sample=sample)
        assert answer.status_code == 422
        assert self.document() == before
        found = re.search(r'<section class="refused".*?</section>', answer.text, re.DOTALL)
        assert found
        return re.sub(r"<[^>]+>", " ", found[0])


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with workbench(tmp_path_factory.mktemp("data")) as found:
        yield found


@pytest.fixture
def desk(browser: Browser) -> Desk:
    return Desk(browser)


def test_a_report_is_attached_and_settles_nothing(desk: Desk) -> None:
    before = desk.document()
    assert desk.drop(("r.json", file_of(report()))).status_code == 303
    after = desk.document()
    assert len(after.pop("origin_reports")) == 1
    assert after == before
    said = desk.page()
    for words in ("panel ADN, P-1", "Pancréas (adénocarcinome), 75", "peu de gènes mutés (2)"):
        assert words in said
    assert "few-genes" not in said


def test_the_consultation_shows_the_report_beside_what_waits_for_an_origin(desk: Desk) -> None:
    assert "s-origin" not in desk.browser.get(desk.case).text
    facts = ("tissue_of_origin_identified", "true"), *((board, "false") for board in BOARDS)
    for revision, (fact, value) in enumerate(facts, start=1):
        assert desk.browser.set_fact(desk.case, revision, fact, value).status_code == 200
    desk.drop(("r.json", file_of(report())), revision=4)
    said = desk.browser.get(desk.case).text
    assert 's-origin"' in said
    items = re.findall(r'<article id="(S[^"]+)"(.*?)</article>', said, re.DOTALL)
    beside = {name for name, words in items if "from-origin" in words}
    assert beside == {"S24.5.1-W1"}
    assert 'S24.5.1-R1">' in said  # waits for an origin, and is listed with the report


def test_mutations_are_classified_and_one_of_several_samples_is_chosen(desk: Desk) -> None:
    answer = desk.drop(("m.maf", MUTATIONS), ("s.tsv", SAMPLES))
    assert answer.status_code == 200
    assert desk.carried() == []
    offers = re.findall(r'name="report" value="([^"]+)"', answer.text)
    assert len(offers) == 2
    chosen = offers[0].replace("&#34;", '"').replace("&lt;", "<").replace("&gt;", ">")
    answer = desk.browser.submit(f"{desk.case}/origin/chosen", revision=1, report=chosen)
    assert answer.status_code == 303
    (carried,) = desk.carried()
    assert (carried["sample_id"], carried["model"]["name"]) == ("P-1", "dna-panel")
    assert carried["validation"]


def test_a_named_sample_needs_no_choice_and_agrees_with_a_table_of_its_own(desk: Desk) -> None:
    assert desk.drop(("m.maf", MUTATIONS), ("s.tsv", SAMPLES), sample="P-1").status_code == 303
    zipped = gzip.compress(MUTATIONS)
    answer = desk.drop(("m.gz", zipped), ("s.tsv", ONE_SAMPLE), revision=2)
    assert answer.status_code == 303
    first, second = desk.carried()
    assert first == second


def test_parquet_and_an_annotated_vcf_are_read(desk: Desk) -> None:
    answer = desk.drop(("m.parquet", in_parquet()), ("s.tsv", SAMPLES), sample="P-1")
    assert answer.status_code == 303
    assert desk.drop(("t.vcf", VCF), revision=2).status_code == 303
    assert desk.carried()[1]["sample_id"] == "TUMOR"


def test_expression_is_classified_by_the_panel_that_its_genes_fit(desk: Desk) -> None:
    assert desk.drop(("e.tsv.gz", gzip.compress(EXPRESSION))).status_code == 303
    (carried,) = desk.carried()
    assert (carried["source"], carried["model"]["name"]) == ("rna", "rna-90")
    assert max(carried["posterior"], key=carried["posterior"].__getitem__) == "PAAD"


def test_two_kinds_of_one_patient_are_attached_together(desk: Desk) -> None:
    files = (("a.json", file_of(report())), ("b.json", file_of(report(source="rna"))))
    assert desk.drop(*files).status_code == 303
    assert [one["source"] for one in desk.carried()] == ["dna", "rna"]


def test_two_reports_of_one_kind_are_never_both_attached(desk: Desk) -> None:
    twice = (("a.json", file_of(report("P-1"))), ("b.json", file_of(report("P-2"))))
    assert desk.drop(*twice).status_code == 200
    both = file_of(report("P-1"), report("P-2", source="rna"))
    assert desk.drop(("c.json", both)).status_code == 200
    assert desk.carried() == []


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ([("x.json", b"{}")], "x.json"),
        ([("x.json", b"[" * 100_000)], "x.json"),
        ([("x.json", file_of(report(posterior={"PAAD": 0.5})))], "x.json"),
        ([("x.json", file_of(report()).replace(b"1.9", b"NaN"))], "NaN"),
        ([("x.png", b"\x89PNG\r\n\x1a\n\xff\x00")], "x.png"),
        ([("x.gz", b"\x1f\x8bnot gzip")], "x.gz"),
        ([("x.parquet", b"PAR1not parquet")], "x.parquet"),
        ([("e.tsv", b"gene\tP-1\nKRAS\tmuch\n")], "e.tsv"),
        ([("e.tsv", EXPRESSION), ("f.tsv", EXPRESSION)], "e.tsv, f.tsv"),
        ([("m.maf", MUTATIONS), ("r.json", file_of(report()))], "m.maf, r.json"),
        ([("s.tsv", SAMPLES)], "s.tsv"),
        ([("m.maf", MUTATIONS.replace(b"25398284", b"here")), ("s.tsv", SAMPLES)], "ligne 2"),
        ([("m.maf", MUTATIONS), ("s.tsv", SAMPLES.replace(b"P-", b"Q-"))], "aucun échantillon"),
        ([("../../m.maf", b"Hugo_Symbol\n")], "m.maf"),
    ],
)
def test_what_cannot_be_used_is_refused_in_words(
    desk: Desk, files: list[tuple[str, bytes]], words: str
) -> None:
    said = desk.refused(*files)
    assert words in said
    assert not re.search(r"/\w+/", said)  # no place on the server


def test_a_sample_that_is_not_there_is_refused_with_those_that_are(desk: Desk) -> None:
    assert "P-1, P-2" in desk.refused(("m.maf", MUTATIONS), ("s.tsv", SAMPLES), sample="P-7")


def test_what_is_too_large_is_refused_unpacked_or_not(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(origin_files, "MOST_EXPANDED", 2**20)
    assert "bomb.gz" in desk.refused(("bomb.gz", gzip.compress(b"\0" * 2**21)))
    monkeypatch.setattr(origin_files, "MOST_BYTES", 100)
    assert "long.maf" in desk.refused(("long.maf", MUTATIONS))
    monkeypatch.undo()
    monkeypatch.setattr(origin_files, "MOST_ROWS", 2)
    assert "lignes" in desk.refused(("m.maf", MUTATIONS), ("s.tsv", SAMPLES))
    assert "lignes" in desk.refused(("m.parquet", in_parquet()), ("s.tsv", ONE_SAMPLE))
    monkeypatch.undo()
    monkeypatch.setattr(origin_files, "MOST_OFFERED", 1)
    assert "2" in desk.refused(("m.maf", MUTATIONS), ("s.tsv", SAMPLES))


def test_without_the_extra_a_table_is_refused_in_words_and_a_report_still_taken(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(origin_files, "find_spec", lambda _: None)
    assert "ariane-cup[origin]" in desk.refused(("m.maf", MUTATIONS), ("s.tsv", SAMPLES))
    assert desk.drop(("r.json", file_of(report()))).status_code == 303


def test_a_report_is_removed_and_the_history_keeps_it(desk: Desk) -> None:
    desk.drop(("r.json", file_of(report())))
    gone = desk.browser.submit(f"{desk.case}/origin/removed", revision=2, number=0)
    assert gone.status_code == 303
    assert desk.carried() == []
    history = desk.browser.get(f"{desk.case}/history").text
    assert history.count("panel ADN (P-1)") == 2
    assert desk.browser.submit(f"{desk.case}/undo", revision=3, htmx=True).status_code == 204
    assert len(desk.carried()) == 1
    again = desk.browser.submit(f"{desk.case}/origin/removed", revision=4, number=7)
    assert again.status_code == 404


def test_nothing_is_attached_on_a_case_that_has_changed_meanwhile(desk: Desk) -> None:
    assert desk.drop(("r.json", file_of(report())), revision=9).status_code == 409
    assert desk.carried() == []


def test_a_chosen_report_that_does_not_add_up_is_refused(desk: Desk) -> None:
    for sent in ("", "[" * 9999, json.dumps(report(set90=["HCC"]))):
        answer = desk.browser.submit(f"{desk.case}/origin/chosen", revision=1, report=sent)
        assert answer.status_code == 422
    assert desk.carried() == []


def test_a_carried_report_that_does_not_add_up_is_said_and_not_counted(browser: Browser) -> None:
    odd = report(posterior={"PAAD": 0.5, "BILIARY": 0.1})
    carried = CASE + f"origin_reports: {json.dumps([odd])}\n".encode()
    case = browser.import_files(("case.yaml", carried)).headers["location"]
    answer = browser.get(f"{case}/origin")
    assert answer.status_code == 200
    assert "illisible" in answer.text


def test_drawings_are_pictures_of_their_own(desk: Desk) -> None:
    desk.drop(("m.maf", MUTATIONS), ("s.tsv", SAMPLES), sample="P-1")
    said = desk.page()
    names = set(re.findall(r'src="[^"]+/origin/([\w-]+)\.svg', said))
    assert names == {"combined", "report-0", "map-0", "ihc"}
    for name in names:
        answer = desk.browser.get(f"{desk.case}/origin/{name}.svg")
        assert answer.headers["content-type"] == "image/svg+xml"
        assert answer.text.startswith("<svg")
        assert "script-src 'self'" in answer.headers["content-security-policy"]
    assert desk.browser.get(f"{desk.case}/origin/map-1.svg").status_code == 404


def test_a_sample_name_is_text_and_never_markup(desk: Desk) -> None:
    desk.drop(("r.json", file_of(report("<script>alert(1)</script>"))))
    assert "<script>alert" not in desk.page() + desk.browser.get(desk.case).text


def test_who_may_attach_and_what_the_log_says(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with workbench(tmp_path, **OIDC) as browser, caplog.at_level(logging.DEBUG):
        app = browser.app
        clinician = Desk(signed_in(app, Role.REFERRING_CLINICIAN))  # type: ignore[arg-type]
        for role, status in ((Role.PATHOLOGIST, 403), (Role.MOLECULAR_BIOLOGIST, 303)):
            clinician.browser, kept = signed_in(app, role), clinician.browser  # type: ignore[arg-type]
            assert clinician.drop(("r.json", file_of(report("SECRET-7")))).status_code == status
            assert ('type="file"' in clinician.page()) is (status == 303)
            clinician.browser = kept
        clinician.browser.submit(f"{clinician.case}/origin/removed", revision=2, number=0)
        log = signed_in(app, Role.ADMINISTRATOR).get("/audit").text  # type: ignore[arg-type]
    assert "rapport d&#39;origine joint" in log
    assert "rapport d&#39;origine retiré" in log
    assert "SECRET-7" not in log + caplog.text
