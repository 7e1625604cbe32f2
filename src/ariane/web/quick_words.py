"""How people shorten what they type: answers, little words, short forms and other names."""

from __future__ import annotations

YES = frozenset(
    "oui yes present presente presents presentes true vrai fait faite faits faites done".split()  # noqa: SIM905
)
NO = frozenset(
    "non no not absent absente absents absentes false faux pas aucun aucune sans without".split()  # noqa: SIM905
)
LITTLE = frozenset("de du des d la le les l un une est of the a an is are".split())  # noqa: SIM905
"""Words that say nothing here."""
SHORT = {
    "+": ("pos",),
    "-": ("neg",),
    "pos": ("pos",),
    "positif": ("pos",),
    "positive": ("pos",),
    "neg": ("neg",),
    "negatif": ("neg",),
    "negative": ("neg",),
}
"""Short forms that pathologists write, and the values that they stand for."""
SYNONYMS = {
    "ps": "ecog",
    "oms": "ecog",
    "who": "ecog",
    "femme": "feminin female",
    "homme": "masculin male",
    "woman": "female feminin",
    "man": "male masculin",
    "meta": "metastases",
    "metas": "metastases",
    "met": "metastases",
    "mets": "metastases",
    "foie": "hepatique hepatiques liver",
    "hepatic": "liver",
    "poumon": "pulmonaires lung",
    "os": "osseuses bone",
    "peritoine": "peritoneales peritoneal",
    "irm": "irm mri",
    "tdm": "scanner ct",
    "haut": "h elevated",
    "high": "h elevated",
    "instable": "h",
    "unstable": "h",
}
