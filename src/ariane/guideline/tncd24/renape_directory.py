"""The RENAPE boards: who sits on them, why and how to refer, and whom to call (24.9.2).

Names, institutions and telephone numbers stand exactly as printed in the edition of March 2025.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from ariane.facts.board import ReferralReason, ReferralRoute

Speciality = Literal["surgery", "medical_oncology", "pathology", "radiology"]
Disease = Literal["primary_peritoneal", "metastatic_peritoneal"]


class RenapeBoards(NamedTuple):
    """What the boards see, and the specialities that sit on them."""

    diseases: tuple[Disease, ...]
    participants: tuple[Speciality, ...]


class RenapePage(NamedTuple):
    """Web page of the boards, as printed."""

    url: str


class ReferralReasons(NamedTuple):
    """What a case may be referred for."""

    reasons: tuple[ReferralReason, ...]


class ReferralRoutes(NamedTuple):
    """How a case may reach a board.

    `if_classification_in_doubt` are the routes beside which the chapter speaks of a doubt on the
    classification of the cancer; it does not say whether the doubt is asked for in both of them.
    """

    routes: tuple[ReferralRoute, ...]
    if_classification_in_doubt: tuple[ReferralRoute, ...]


class Telephone(NamedTuple):
    """A telephone number as printed.

    `inferred`: printed apart from the centre and matched to it by order. `doubtful`: the same
    number is also given for another centre. Either is to be verified before use (A65).
    """

    number: str
    inferred: bool = False
    doubtful: bool = False


class RenapeCentre(NamedTuple):
    """One board: its site, its institution where the site has several, its referents, its number.

    `referents` keep their title and spelling as printed.
    """

    site: str
    referents: tuple[str, ...]
    telephone: Telephone
    institution: str | None = None


PAGE = RenapePage("https://www.renape-online.fr/rcp/")
BOARDS = RenapeBoards(
    diseases=("primary_peritoneal", "metastatic_peritoneal"),
    participants=("surgery", "medical_oncology", "pathology", "radiology"),
)
REASONS = ReferralReasons(
    (
        "validate_treatment_proposal",
        "validate_significant_change",
        "opinion_or_diagnostic_confirmation",
    )
)
ROUTES = ReferralRoutes(
    routes=("direct", "after_other_board", "after_recourse_board"),
    if_classification_in_doubt=("after_other_board", "after_recourse_board"),
)
ANGERS_NANTES = RenapeCentre(
    site="Angers / Nantes",
    referents=("Dr Frédéric DUMONT",),
    telephone=Telephone("02 40 67 99 88"),
)
LYON = RenapeCentre(
    site="Lyon",
    referents=("Pr Olivier GLEHEN",),
    telephone=Telephone("04 78 86 45 36"),
)
MONTPELLIER = RenapeCentre(
    site="Montpellier",
    referents=("Dr Olivia SGARBURA",),
    telephone=Telephone("04 67 61 30 90"),
)
NICE = RenapeCentre(
    site="Nice",
    referents=("Dr Anissa ABDERRAHIM-FERKOUNE",),
    telephone=Telephone("04 92 03 63 36"),
)
INDIAN_OCEAN = RenapeCentre(
    site="Océan Indien",
    referents=("Pr Marc POCARD", "Dr Marco NUNZIANTE"),
    telephone=Telephone("01 42 17 56 12", doubtful=True),
)
PARIS_PITIE_SALPETRIERE = RenapeCentre(
    site="Paris",
    institution="APHP La Pitié-Salpêtrière",
    referents=("Pr Marc POCARD",),
    telephone=Telephone("01 42 17 56 12", inferred=True, doubtful=True),
)
PARIS_GUSTAVE_ROUSSY = RenapeCentre(
    site="Paris",
    institution="Institut Gustave Roussy",
    referents=("Dr Isabelle SOURROUILE",),
    telephone=Telephone("01 42 11 43 17", inferred=True),
)
PARIS_SAINT_LOUIS = RenapeCentre(
    site="Paris",
    institution="APHP Hôpital Saint Louis",
    referents=("Pr Diane GOERE",),
    telephone=Telephone("01 42 49 98 78", inferred=True),
)
CENTRES: tuple[RenapeCentre, ...] = (
    ANGERS_NANTES,
    LYON,
    MONTPELLIER,
    NICE,
    INDIAN_OCEAN,
    PARIS_PITIE_SALPETRIERE,
    PARIS_GUSTAVE_ROUSSY,
    PARIS_SAINT_LOUIS,
)
"""All the boards, in the order of the chapter."""
