"""A few typed words: what a physician means stands first; what means nothing gives nothing."""

from __future__ import annotations

import pytest

from ariane.facts.vocabulary import BY_NAME
from ariane.web.entries import entered
from ariane.web.quick_entry import MOST, proposals
from ariane.wording.language import Language

MEANT = {
    Language.FR: """
        ck20 neg                       ihc_ck20=neg
        ck20 nég                       ihc_ck20=neg
        CK20 négatif                   ihc_ck20=neg
        CK20-                          ihc_ck20=neg
        ck20 −                         ihc_ck20=neg
        ck7+                           ihc_ck7=pos
        CDX2 +                         ihc_cdx2=pos
        gata3 positif                  ihc_gata3=pos
        PS 1                           ecog_ps=1
        ps1                            ecog_ps=1
        OMS 2                          ecog_ps=2
        ecog 0                         ecog_ps=0
        femme                          sex=female
        homme                          sex=male
        sexe féminin                   sex=female
        meta hépatiques oui            liver_metastases=true
        méta hépatique                 liver_metastases=true
        métastases hépatiques          liver_metastases=true
        métas foie                     liver_metastases=true
        pas de métastase hépatique     liver_metastases=false
        métastases hépatiques : non    liver_metastases=false
        sans métastase osseuse         bone_metastases=false
        carcinose péritonéale          peritoneal_metastases=true
        tmb 10,1                       tmb_mut_per_mb=10,1
        TMB 12                         tmb_mut_per_mb=12
        MSI haut                       msi_status=msi_h_dmmr
        msi-h                          msi_status=msi_h_dmmr
        dMMR                           msi_status=msi_h_dmmr
        mss                            msi_status=mss_pmmr
        kras muté                      kras_status=mutated
        kras non muté                  kras_status=wild_type
        adénocarcinome                 histology_type=adenocarcinoma
        carcinome épidermoïde          histology_type=squamous_cell_carcinoma
        psa élevé                      psa_elevated=true
        CA 19-9 élevé                  ca19_9_elevated=true
        ca 125 élevé : non             ca125_elevated=false
        irm foie faite                 mri_liver_done=true
        diabète                        diabetes=true
        pas de diabète                 diabetes=false
        gemox                          regimen=GEMOX
    """,
    Language.EN: """
        ck20 neg                       ihc_ck20=neg
        CDX2 positive                  ihc_cdx2=pos
        PS 1                           ecog_ps=1
        WHO 2                          ecog_ps=2
        woman                          sex=female
        man                            sex=male
        female                         sex=female
        liver mets yes                 liver_metastases=true
        liver metastases               liver_metastases=true
        no liver metastases            liver_metastases=false
        without bone mets              bone_metastases=false
        tmb 10.1                       tmb_mut_per_mb=10.1
        MSI high                       msi_status=msi_h_dmmr
        kras mutated                   kras_status=mutated
        adenocarcinoma                 histology_type=adenocarcinoma
        PSA elevated                   psa_elevated=true
        liver MRI done                 mri_liver_done=true
        no diabetes                    diabetes=false
    """,
}
CORPUS = [
    (language, *map(str.strip, line.rsplit(maxsplit=1)))
    for language, lines in MEANT.items()
    for line in lines.strip().splitlines()
]
NONSENSE = [
    "", " ", "zzz", "bonjour le monde", "hello world", "ck20 neg foobar", "xyzzy 3", "+", "-",
    "neg",
    "oui", "non", "yes", "pas de", "1", "12 345", "10,1", "tmb", "tmb abc", "tmb 1 2", "ps 7",
    "'; drop table cases", "<script>", "\x00", "é" * 200, "💊",
]  # fmt: skip


@pytest.mark.parametrize(("language", "typed", "meant"), CORPUS)
def test_what_is_meant_stands_first(language: Language, typed: str, meant: str) -> None:
    found = proposals(typed, language)
    assert f"{found[0].fact}={found[0].value}" == meant, found
    assert len(found) <= MOST


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("typed", NONSENSE)
def test_what_means_nothing_gives_nothing(typed: str, language: Language) -> None:
    assert proposals(typed, language) == []


@pytest.mark.parametrize(("language", "typed", "meant"), CORPUS)
def test_every_proposal_can_be_entered(language: Language, typed: str, meant: str) -> None:
    for proposal in proposals(typed, language):
        fact = BY_NAME[proposal.fact]
        assert entered(fact, [proposal.value]) is not None
        assert proposal.words


def test_a_denial_never_proposes_that_it_is_there() -> None:
    for typed in ("pas de métastase", "sans ascite", "aucune métastase", "métastases non"):
        for proposal in proposals(typed, Language.FR):
            assert proposal.value != "true", (typed, proposal)


def test_a_finding_without_an_answer_is_there_before_it_is_not() -> None:
    for typed in ("métastases", "ascite", "hépatique", "ovaire"):
        found = [(p.fact, p.value) for p in proposals(typed, Language.FR)]
        for fact in {fact for fact, _ in found}:
            values = [value for name, value in found if name == fact]
            assert "false" not in values or values.index("true") < values.index("false"), typed
