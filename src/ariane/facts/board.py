"""What tumour boards were told and what they decided."""

from __future__ import annotations

from typing import Literal, get_args

from ariane.facts.source import Source
from ariane.logic.fact import BoolFact, DateFact, EnumFact

CUP_BOARD_PRESENTED = BoolFact("cup_board_presented", source=Source.BOARD)
CUP_BOARD_VALIDATED = BoolFact("cup_board_validated", source=Source.BOARD)
LOCAL_MOLECULAR_BOARD_VALIDATED = BoolFact("local_molecular_board_validated", source=Source.BOARD)
RENAPE_BOARD_VALIDATED = BoolFact("renape_board_validated", source=Source.BOARD)
CAPI_INDICATION_VALIDATED = BoolFact("capi_indication_validated", source=Source.BOARD)
CUP_FORM_WORD_ATTACHED = BoolFact("cup_form_word_attached", source=Source.BOARD)
CUP_PATHOLOGY_REPORTS_ATTACHED = BoolFact("cup_pathology_reports_attached", source=Source.BOARD)
CUP_MOLECULAR_REPORTS_ATTACHED = BoolFact("cup_molecular_reports_attached", source=Source.BOARD)
PRESENTER_KNOWS_CASE = BoolFact("presenter_knows_case", source=Source.BOARD)
NonOpposition = Literal["not_asked", "recorded", "refused"]
NON_OPPOSITION = EnumFact[NonOpposition](
    "non_opposition", source=Source.BOARD, allowed=get_args(NonOpposition)
)
ReferralReason = Literal[
    "validate_treatment_proposal",
    "validate_significant_change",
    "opinion_or_diagnostic_confirmation",
]
REFERRAL_REASON = EnumFact[ReferralReason](
    "referral_reason", source=Source.BOARD, allowed=get_args(ReferralReason)
)
ReferralRoute = Literal["direct", "after_other_board", "after_recourse_board"]
REFERRAL_ROUTE = EnumFact[ReferralRoute](
    "referral_route", source=Source.BOARD, allowed=get_args(ReferralRoute)
)
NEEDS_MULTIDISCIPLINARY_OPINION = BoolFact(
    "needs_multidisciplinary_opinion", source=Source.CLINICIAN
)
BOARD_DATE = DateFact("board_date", source=Source.BOARD)
