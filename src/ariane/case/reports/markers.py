"""The names of markers as reports print them, in the plain letters of `plain.py`.

`KNOWN` are those of the vocabulary. `OTHERS` are recognised so that they are shown as not read,
and so that a list may be understood around them; a name that is neither but looks like one is
matched by `UNHEARD`. `J` stands for what may or may not join two parts of a name (`TTF1`, `TTF-1`,
`TTF 1`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

KERATIN = "(?:cyto ?-?)?keratine?s?"
CK = f"(?:{KERATIN} ?(?:ck)?|ck|krt|k)"

KNOWN: Mapping[str, str] = {
    "ihc_pan_ck": (
        f"pan J(?:{KERATIN}|ck)(?: ?\\(?ae ?1 ?[/-]? ?(?:ae ?)?3\\)?)?|pck|"
        f"(?:(?:{KERATIN}|ck) ?)?(?:anti-)?ae J1 ?[/-]? ?(?:ae ?)?3|kl J1"
        f"|mnf J116|{KERATIN} (?:a |de )?large spectre|(?:ck ?)?oscar|broad[ -]spectrum {KERATIN}"
    ),
    "ihc_cd45": "cd J45(?:rb)?(?! ?r[oa])|lca|leu[ck]ocyte common antigen",
    "ihc_cd20": "cd J20",
    "ihc_cd3": "cd J3",
    "ihc_s100": "(?:proteine )?p? ?s ?-? ?100(?: protein)?",
    "ihc_melana": "melan J(?:a)(?: ?[/(] ?mart J1 ?\\)?)?|mart J1",
    "ihc_hmb45": "hmb J45",
    "ihc_ck7": f"{CK} ?-?7",
    "ihc_ck20": f"{CK} ?-?20",
    "ihc_cdx2": "cdx J2",
    "ihc_satb2": "satb J2",
    "ihc_gata3": "gata J3",
    "ihc_pax8": "pax J8",
    "ihc_wt1_nterm": "wt J1(?: ?\\(? ?-?n J?ter(?:m(?:inale?)?)?\\.? ?\\)?)?(?! ?\\(? ?-?c J?ter)",
    "ihc_ttf1": "ttf J1|nkx J2 ?[.,-]? ?1",
    "ihc_psa": "psa",
    "ihc_psap": "psap|phosphatase acide prostatique|prostatic acid phosphatase",
    "ihc_p501s": "p J501 ?-?s|prosteine?",
    "ihc_psma": "psma",
    "ihc_nkx3_1": "nkx J3 ?[.,-]? ?1",
    "ihc_vimentin": "vimentine?",
    "ihc_rcc_marker": (
        "rcc ?-?(?:marker|ma|m)|(?:marqueur|antigene|anticorps) (?:anti-)?rcc|rcc(?= ?[+:(-])"
    ),
    "ihc_cd10": "cd J10",
    "ihc_caix": "ca J(?:ix|9)|(?:anhydrase carbonique|carbonic anhydrase) ?-?(?:ix|9)",
    "ihc_calretinin": "calretinine?",
    "ihc_ck5_6": f"{CK} ?-?5 ?[/.,-] ?(?:ck ?-?)?6",
    "ihc_berep4": "ber J(?:ep|p) J4",
    "ihc_b72_3": "b J72 ?[.,-]? ?3|tag J72",
}
"""Fact, and the pattern of its marker."""

MMR_PROTEINS = {"MLH1": "h?mlh J1", "PMS2": "h?pms J2", "MSH2": "h?msh J2", "MSH6": "h?msh J6"}

OTHERS: Mapping[str, str] = {
    **MMR_PROTEINS,
    "p40": "p J40",
    "p63": "p J63",
    "p16": "p J16(?: ?ink4a)?",
    "p53": "p J53",
    "HepPar1": "hep J?par J?1|hepatocyte paraffin 1|hepatocyte|heppar",
    "arginase-1": "arginase(?: ?-? ?1)?",
    "glypican-3": "glypican(?:e)? J3|gpc J3",
    "synaptophysin": "synaptophysine?|synapto",
    "chromogranin": "chromogranine?(?: J?a)?|chromo",
    "CD56": "cd J56",
    "INSM1": "insm J1",
    "SOX10": "sox J10",
    "SOX11": "sox J11",
    "HER2": "her J2(?: ?/ ?neu)?|c-?erbb-?2|erbb2",
    "ER": "recepteurs? (?:a l'|aux? |des? )?oestrogen(?:es?|iques?)|o?estrogen receptors?|ro|re|er",
    "PR": "recepteurs? (?:a la |de la )?(?:progesterone|progestatifs?)|progesterone receptors?"
    "|rp|pr",
    "AR": "recepteurs? (?:aux |des )?androgen(?:es?|iques?)|androgen receptors?|ra|ar",
    "Ki67": "(?:index (?:de proliferation )?(?:du |de )?|indice (?:de proliferation )?)?"
    "(?:\\(? ?)?(?:ki J67|mib J1)",
    "PD-L1": "pd J?l J1(?: ?\\(?(?:tps|cps)\\)?)?",
    "WT1 C-terminal": "wt J1 ?\\(? ?-?c J?ter(?:m(?:inale?)?)?\\.? ?\\)?",
    "napsin A": "napsine?(?: J?a)?",
    "thyroglobulin": "thyroglobuline?",
    "calcitonin": "calcitonine?",
    "CA19-9": "ca J19[.-]?9",
    "CA125": "ca J125|muc J16",
    "CEA": "ace|cea|acem|antigene carcino-?embryonnaire",
    "AFP": "afp|alpha ?-?f(?:o|oe)eto ?-?proteine?",
    "hCG": "(?:beta|b|β) ?-? ?hcg|hcg",
    "mammaglobin": "mammaglobine?",
    "GCDFP15": "gcdfp J15",
    "TRPS1": "trps J1",
    "EMA": "ema",
    "podoplanin": "d J2 ?-? ?40|podoplanine?",
    "mesothelin": "mesotheline?",
    "EpCAM": "ep J?cam|moc J31",
    "claudin": "claudine?(?: J(?:4|18(?:[.,]2)?))?",
    "SMARCA4": "smarca J?4|brg J?1",
    "SMARCB1": "smarcb J?1|ini J?1|baf J?47",
    "SMAD4": "smad J4|dpc J4",
    "BAP1": "bap J1",
    "MTAP": "mtap",
    "OCT4": "oct J3 ?/ ?4|oct J?4",
    "PLAP": "plap",
    "c-kit": "c ?-? ?kit|cd J117",
    "DOG1": "dog J1",
    "desmin": "desmine?",
    "actin": "actine?(?: (?:muscle|musculaire) lisse)?|aml|sma",
    "ERG": "erg",
    "ALK": "alk(?: ?1)?",
    "ROS1": "ros J1",
    "pan-TRK": "pan J?trk|ntrk",
    "villin": "villine?",
    "uroplakin": "uroplakine?(?: ?(?:ii|iii|2|3))?",
    "inhibin": "inhibine?",
    "SF1": "sf J1",
    "HNF1B": "hnf ?-?1 ?-?(?:b|beta|β)?",
    "AMACR": "amacr|racemase|p504s",
    "tyrosinase": "tyrosinase",
    "MITF": "mitf",
    "PRAME": "prame",
    "S100P": "s J?100 ?-?[pa]\\d*",
    "GFAP": "gfap",
    "E-cadherin": "e ?-? ?cadherine?",
    "beta-catenin": "(?:beta|b|β) ?-? ?catenine?",
    "CDH17": "cadherine? J?17",
    "NSE": "nse",
    "NUT": "nut(?: ?m1)?",
    "EBER": "eber|ebv|lmp J?1",
    "MUC": "muc J(?:1|2|4|5(?: ?ac)?|6)",
    "TdT": "tdt",
    "CAM5.2": "cam J5[.,]2",
    "34betaE12": "34 ?-?(?:b|beta|β) ?-?e ?-?12|ck ?-?hpm|ck ?903",
    "keratin 8/18": f"{CK} ?-?8 ?[/-] ?18",
    **{f"CK{number}": f"{CK} ?-?{number}" for number in (1, 5, 6, 8, 10, 13, 14, 15, 17, 18, 19)},
    "MSI": "msi|rer",
    "PAP": "pap",
    "rcc": "rcc",
}
"""Markers that the vocabulary has no fact for."""

FAMILIES = "cd|ck|muc|pax|sox|gata|nkx|hnf|cdx|satb|oct|bcl|mum|sall|glut|foxp|tcf|mdm|cdk|stat"
NO_MARKER = r"y?p?[tnm][0-4x]|ecog|cim|icd|ps\d|oms|fish|s24|grade|figo"
UNHEARD = (
    rf"(?!{NO_MARKER})(?:(?:{FAMILIES}) ?-?\d+[a-z0-9]*|[a-z]{{2,7}}-?\d{{1,3}}[a-z]{{0,2}}\d?)"
)
END = r"(?:(?=(?:pos|neg)(?![a-z]))|(?![a-z0-9]))(?! ?%)"
"""A name ends where no letter follows (but `CK7pos`), and is no percentage (`20 %`)."""


def _pattern(names: str) -> str:
    return names.replace(" J?", "[ -]{0,3}").replace(" J", "[ -]{0,3}")


def _any(patterns: Mapping[str, str]) -> str:
    inner = "|".join(f"(?:{_pattern(names)})" for names in patterns.values())
    return f"(?:anti ?-? ?)?(?:{inner}){END}"


@cache
def heard_of(words: str) -> bool:
    """Tell whether a marker is in one of the two lists, or only looks like one."""
    return marker_named(words) in KNOWN or marker_named(words) in OTHERS


@cache
def _beginning() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{_pattern(names)})" for names in KNOWN.values()))


def hides_marker(word: str) -> bool:
    """Tell whether a word runs on after the number of a marker (`ck7fort`)."""
    found = _beginning().match(word)
    return found is not None and found.group()[-1:].isdigit()


def known_pattern() -> str:
    """Return one regular expression for every marker of the vocabulary."""
    return _any(KNOWN)


def other_pattern() -> str:
    """Return one regular expression for every marker that the vocabulary does not have."""
    return rf"{_any(OTHERS)}|{UNHEARD}{END}"


@cache
def _compiled() -> tuple[tuple[str, re.Pattern[str]], ...]:
    named = {**KNOWN, **OTHERS}
    return tuple((name, re.compile(rf"(?:{_pattern(p)}){END}")) for name, p in named.items())


@cache
def marker_named(words: str) -> str:
    """Return the fact, or else the usual name, of a marker; its own words where it has none."""
    bare = re.sub(r"^anti(?!corps|gene|body)[ -]*", "", words)
    for name, pattern in _compiled():
        if pattern.fullmatch(bare):
            return name
    return words
