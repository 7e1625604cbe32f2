"""`ariane case`: check a case file, print its schema, start a new one."""

import json
from typing import Annotated

import typer

from ariane.cli.failure import FOUND, Failure
from ariane.cli.options import CaseArgument, LangOption, OutputOption, group
from ariane.cli.origin_attach import attach
from ariane.cli.output import emit
from ariane.cli.report_stains import read_ihc
from ariane.wording.catalogue import say
from ariane.wording.language import Language


def register(app: typer.Typer) -> None:
    """Add the group."""
    cases = group("cli.case-group")
    cases.command("check", help="cli.case.check")(check)
    cases.command("schema", help="cli.case.schema")(schema)
    cases.command("new", help="cli.case.new")(new)
    cases.command("read-ihc", help="reports:cli.read-ihc")(read_ihc)
    cases.command("attach", help="origin_ihc:cli.attach")(attach)
    app.add_typer(cases, name="case")


def check(case: CaseArgument, lang: LangOption = Language.FR) -> None:
    """Check a case file; problems go to standard error with exit status 3."""
    from ariane.case.problems import CaseError, ProblemKind
    from ariane.case.reading import read_case
    from ariane.facts.vocabulary import VOCABULARY
    from ariane.wording.refusals import refusal

    try:
        checked = read_case(case)
    except CaseError as error:
        if any(problem.kind is ProblemKind.UNREADABLE for problem in error.problems):
            raise
        raise Failure(refusal(error, lang), FOUND) from None
    known = len(checked.known)
    unknown = len(VOCABULARY) - known
    print(say("cli.ok", lang, source=case, known=known, unknown=unknown))


def schema(output: OutputOption = None, lang: LangOption = Language.FR) -> None:
    """Print the JSON Schema of the case file."""
    from ariane.case.schema import case_schema

    emit(json.dumps(case_schema(), ensure_ascii=False, indent=2) + "\n", output, lang)


def new(
    output: OutputOption = None,
    force: Annotated[bool, typer.Option("--force", help="cli.force")] = False,
    lang: LangOption = Language.FR,
) -> None:
    """Print, or write, a blank case file."""
    from ariane.wording.template import case_template

    if output is not None and output.exists() and not force:
        raise Failure(say("cli.exists", lang, path=output))
    emit(case_template(lang), output, lang)
