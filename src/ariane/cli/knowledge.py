"""The refusal of a statement id that the guideline does not have."""

from __future__ import annotations

from ariane.cli.failure import Failure
from ariane.wording.catalogue import say
from ariane.wording.language import Language


def no_statement(statement: str, language: Language) -> Failure:
    """Return a failure that names the nearest ids."""
    from ariane.case.suggestions import nearest
    from ariane.guideline.tncd24.contents import STATEMENT_IDS

    if statement in STATEMENT_IDS:
        return Failure(say("cli.not-written", language, id=statement))
    near = nearest(statement, STATEMENT_IDS)
    names = say("word.or", language).join(near)
    hint = say("refusal.nearest", language, names=names) if near else say("cli.see-list", language)
    return Failure(say("cli.no-statement", language, id=statement, hint=hint))
