"""`ariane origin` as a user runs it, on tables written by hand."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from ariane.cli.main import main

MUTATION_COLUMNS = (
    "Tumor_Sample_Barcode",
    "Hugo_Symbol",
    "Chromosome",
    "Start_Position",
    "Reference_Allele",
    "Tumor_Seq_Allele2",
)
MUTATIONS = (
    "\t".join(MUTATION_COLUMNS)
    + """
P-1\tKRAS\t12\t25398285\tC\tG
P-1\tTP53\t17\t7578406\tC\tT
P-1\tSMAD4\t18\t48604665\tC\tT
P-9\tTP53\t17\t7578406\tC\tT
"""
)
SAMPLE_COLUMNS = (
    "sample_id",
    "gene_panel",
    "sex",
    "tmb_nonsynonymous_per_mb",
    "fraction_genome_altered",
    "biopsy_site",
)
SAMPLES = (
    "\t".join(SAMPLE_COLUMNS)
    + """
P-1\tIMPACT468\tFemale\t3\t0.1\tLiver
P-2\tIMPACT468\tMale\t1\t0\tLiver
"""
)


class Tables:
    """Runs `ariane origin dna` on two tables."""

    def __init__(self, folder: Path, capture: pytest.CaptureFixture[bytes]) -> None:
        self.mutations, self.samples = folder / "m.tsv", folder / "s.tsv"
        self.mutations.write_text(MUTATIONS)
        self.samples.write_text(SAMPLES)
        self._capture = capture

    def __call__(self, *words: str) -> tuple[int, str, str]:
        asked = ("--mutations", str(self.mutations), "--samples", str(self.samples))
        return self.run("origin", "dna", *asked, *words)

    def run(self, *words: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            main(list(words))
        said = self._capture.readouterr()
        return int(left.value.code or 0), said.out.decode(), said.err.decode()


@pytest.fixture
def origin(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> Tables:
    monkeypatch.setenv("COLUMNS", "100")
    return Tables(tmp_path, capfdbinary)


def test_reports_as_a_list_and_line_by_line(origin: Tables) -> None:
    status, listed, said = origin("--format", "json", "--lang", "en")
    assert status == 0
    assert "1 sample has mutations but no row" in said
    reports = json.loads(listed)
    assert [report["sample_id"] for report in reports] == ["P-1", "P-2"]
    assert sum(reports[0]["posterior"].values()) == pytest.approx(1)
    assert reports[0]["set90"] == ["PAAD"]
    assert reports[1]["abstained"]
    assert reports[1]["qc"]["verdict"] == "fail"
    lines = origin("--format", "jsonl")[1].splitlines()
    assert [json.loads(line) for line in lines] == reports


@pytest.mark.parametrize(
    ("lang", "said"), [("fr", "Pancréas (adénocarcinome)"), ("en", "Pancreatic adenocarcinoma")]
)
def test_reports_for_a_person(origin: Tables, lang: str, said: str) -> None:
    status, out, _ = origin("--lang", lang)
    assert status == 0
    assert said in out
    assert "KRAS 12:25398285 C>G" in out
    assert "100" not in out


def test_the_site_can_be_switched_off(origin: Tables) -> None:
    (with_site, without) = (
        json.loads(origin("--format", "json", *words)[1])[0]["posterior"]
        for words in ((), ("--no-site-prior",))
    )
    assert with_site["PAAD"] > without["PAAD"]


def test_the_same_input_gives_the_same_bytes_in_a_file(origin: Tables, tmp_path: Path) -> None:
    printed = origin("--format", "json")[1]
    target = tmp_path / "out.json"
    assert origin("--format", "json", "-o", str(target))[0] == 0
    assert target.read_text() == printed


def test_a_refused_table_prints_nothing_but_its_problems(origin: Tables) -> None:
    origin.samples.write_text(SAMPLES.replace("Female", "femme").replace("0.1", "10"))
    status, out, said = origin("--lang", "en")
    assert (status, out) == (2, "")
    assert "row 2: sex = femme; expected female, f, male, m" in said
    assert "row 2: fraction_genome_altered = 10; expected 0 – 1" in said


def test_a_vcf_without_genes_is_refused_with_the_reason(origin: Tables) -> None:
    origin.mutations.write_text("##fileformat=VCFv4.2\n#CHROM\tPOS\n1\t5\n")
    status, out, said = origin("--lang", "fr")
    assert (status, out) == (2, "")
    assert "CSQ, ANN" in said


def test_genes_of_another_panel(origin: Tables, tmp_path: Path) -> None:
    genes = tmp_path / "genes.txt"
    genes.write_text("KRAS\nTP53\nSMAD4\n")
    report = json.loads(origin("--format", "json", "--panel-genes", str(genes))[1])[0]
    assert "small-panel: 3" in report["qc"]["reasons"]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_cards_are_printed_and_given_as_data(origin: Tables, lang: str) -> None:
    status, out, _ = origin.run("origin", "models", "--lang", lang)
    assert status == 0
    assert "DNA-PANEL" in out
    cards = json.loads(origin.run("origin", "models", "--format", "json")[1])
    assert [card["name"] for card in cards if card["source"] == "dna"] == ["dna-panel"]
    assert cards[0]["sha256"] in out.replace("\n", "")


def test_help_and_assess_load_no_numbers() -> None:
    code = (
        "import sys; from ariane.cli.app import command_line; "
        "from ariane.wording.language import Language; command_line(Language.FR); "
        "import ariane.bootstrap; print('numpy' in sys.modules, 'pyarrow' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert ran.stdout.split() == ["False", "False"]


@pytest.mark.parametrize("ending", ["svg", "html"])
def test_samples_are_placed_among_the_cohort(origin: Tables, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"map.{ending}"
    status, out, _ = origin("--plot", str(path), "--format", "jsonl")
    assert status == 0
    assert len(out.splitlines()) == 2
    drawn = path.read_text("utf-8")
    assert drawn.startswith("<svg" if ending == "svg" else "<!DOCTYPE html>")
    for said in ("P-1", "P-2", "Ariane"):
        assert said in drawn


def test_a_drawing_that_cannot_be_made_is_refused_before_anything_is_written(
    origin: Tables, tmp_path: Path
) -> None:
    for words in (("--plot", str(tmp_path / "map.png")), ("--format", "svg")):
        status, out, err = origin(*words)
        assert (status, out) == (2, "")
        assert err
    assert not list(tmp_path.glob("map.*"))


def test_one_sample_is_drawn(origin: Tables) -> None:
    header, first, *_ = SAMPLES.splitlines()
    origin.samples.write_text(f"{header}\n{first}\n")
    status, out, _ = origin("--format", "svg")
    assert status == 0
    assert out.startswith("<svg")
