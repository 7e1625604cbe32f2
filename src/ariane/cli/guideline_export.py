"""`ariane guideline export`: the knowledge of this version as data."""

from typing import Annotated

import typer

from ariane.cli.options import LangOption, OutputOption
from ariane.cli.output import emit, emit_json
from ariane.wording.language import Language


def export(
    schema: Annotated[bool, typer.Option("--schema", help="cohort_replay:cli.schema")] = False,
    output: OutputOption = None,
    lang: LangOption = Language.FR,
) -> None:
    """Write the knowledge, or the schema of such a file."""
    if schema:
        from ariane.guideline.rulebook.schema import knowledge_schema

        emit_json(knowledge_schema(), output, lang)
        return
    from ariane.guideline.rulebook.rulebook import current_rulebook
    from ariane.guideline.rulebook.writing import rulebook_text

    emit(rulebook_text(current_rulebook()), output, lang)
