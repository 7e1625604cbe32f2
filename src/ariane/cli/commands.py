"""What each command does, once its words have been read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from ariane.cli.failure import Failure
from ariane.cli.output import emit, finish, text_console
from ariane.consult.consultation import Assessed, Consultation
from ariane.wording.catalogue import say
from ariane.wording.language import Language

FOUND = 3


class ConsultationFormat(StrEnum):
    """Forms of a consultation."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"


class ListFormat(StrEnum):
    """Forms of a listing."""

    TEXT = "text"
    JSON = "json"


class AlgorithmName(StrEnum):
    """The algorithms of 24.8."""

    ALG1 = "ALG1"
    ALG2 = "ALG2"
    ALG3 = "ALG3"


class PathwayFormat(StrEnum):
    """Forms of a pathway."""

    SVG = "svg"
    JSON = "json"


def version() -> None:
    """Print version, edition and hash of the knowledge."""
    from ariane.guideline.tncd24.chapter import EDITION, GUIDELINE_ID, knowledge_sha256
    from ariane.version import __version__

    print(f"ariane {__version__} · {GUIDELINE_ID} {EDITION} · {knowledge_sha256()}")


def assess(
    case: str, form: ConsultationFormat, full: bool, output: Path | None, language: Language
) -> None:
    """Print the consultation of a case."""
    from ariane import bootstrap

    consultation = bootstrap.assess(bootstrap.load_case(case))
    if form is not ConsultationFormat.TEXT:
        emit(bootstrap.rendered(consultation, form.value, language), output, language)
        return
    from ariane.documents.consultation_text import print_consultation

    console = text_console(output)
    print_consultation(consultation, language, console, full)
    finish(console, output, language)


def explain(case: str, statement: str, output: Path | None, language: Language) -> None:
    """Print why one statement holds, fails or waits."""
    from ariane import bootstrap
    from ariane.documents.explanation_text import print_explanation

    consultation = bootstrap.assess(bootstrap.load_case(case))
    entry = _statement_of(consultation, statement, language)
    console = text_console(output)
    print_explanation(consultation, entry, language, console)
    finish(console, output, language)


def next_questions(
    case: str, count: int, form: ListFormat, output: Path | None, language: Language
) -> None:
    """Print the questions that settle most."""
    from ariane import bootstrap
    from ariane.documents.questions import print_questions, questions_data

    asked = bootstrap.assess(bootstrap.load_case(case)).questions[:count]
    if form is ListFormat.JSON:
        _emit_json(questions_data(asked, language), output, language)
        return
    console = text_console(output)
    print_questions(asked, language, console)
    finish(console, output, language)


def compare(
    case: str,
    other: str | None,
    changes: Sequence[str],
    form: ListFormat,
    output: Path | None,
    language: Language,
) -> None:
    """Print what changes between two cases, or when facts of one are changed."""
    from ariane import bootstrap
    from ariane.consult.comparison import compare as compared
    from ariane.documents.comparison import comparison_data, print_comparison

    if (other is None) is (not changes):
        raise Failure(say("cli.compare.which", language))
    wrong = next((change for change in changes if "=" not in change), None)
    if wrong is not None:
        raise Failure(say("cli.compare.form", language, value=wrong))
    before, after = bootstrap.pair_of_cases(case, other, changes)
    comparison = compared(bootstrap.assess(before), bootstrap.assess(after))
    if form is ListFormat.JSON:
        _emit_json(comparison_data(comparison), output, language)
        return
    console = text_console(output)
    print_comparison(comparison, language, console)
    finish(console, output, language)


def ihc(case: str, form: ListFormat, output: Path | None, language: Language) -> None:
    """Print the reading of the stains of a case."""
    from ariane import bootstrap
    from ariane.consult.stains import read_stains
    from ariane.documents.stain_data import stain_reading_data
    from ariane.documents.stain_reading import print_stain_reading

    reading = read_stains(bootstrap.load_case(case))
    if form is ListFormat.JSON:
        _emit_json(stain_reading_data(reading), output, language)
        return
    console = text_console(output)
    print_stain_reading(reading, language, console)
    finish(console, output, language)


def pathway(
    case: str,
    algorithm: AlgorithmName,
    form: PathwayFormat,
    output: Path | None,
    language: Language,
) -> None:
    """Print an algorithm with the way of this patient, as SVG or as data."""
    from ariane import bootstrap
    from ariane.documents.consultation_json import pathway_data
    from ariane.documents.pathway_svg import pathway_svg

    consultation = bootstrap.assess(bootstrap.load_case(case))
    found = {entry.algorithm.id: entry for entry in consultation.pathways}[algorithm.value]
    if form is PathwayFormat.JSON:
        _emit_json(pathway_data(found), output, language)
        return
    emit(pathway_svg(found, language), output, language)


def case_check(case: str, language: Language) -> None:
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
        raise Failure(refusal(error, language), FOUND) from None
    known = len(checked.known)
    unknown = len(VOCABULARY) - known
    print(say("cli.ok", language, source=case, known=known, unknown=unknown))


def case_schema(output: Path | None, language: Language) -> None:
    """Print the JSON Schema of the case file."""
    from ariane.case.schema import case_schema as schema

    emit(json.dumps(schema(), ensure_ascii=False, indent=2) + "\n", output, language)


def case_new(output: Path | None, force: bool, language: Language) -> None:
    """Print, or write, a blank case file."""
    from ariane.wording.template import case_template

    if output is not None and output.exists() and not force:
        raise Failure(say("cli.exists", language, path=output))
    emit(case_template(language), output, language)


def guideline_list(section: str, form: ListFormat, output: Path | None, language: Language) -> None:
    """List the statements that are written, all or those of a section."""
    from ariane.documents.knowledge import print_statements, statements_data
    from ariane.guideline.tncd24.chapter import statements

    chosen = [
        s
        for s in statements()
        if not section or s.section == section or s.section.startswith(f"{section}.")
    ]
    if form is ListFormat.JSON:
        _emit_json(statements_data(chosen, language), output, language)
        return
    console = text_console(output)
    print_statements(chosen, language, console)
    finish(console, output, language)


def guideline_show(
    statement: str, form: ListFormat, output: Path | None, language: Language
) -> None:
    """Show one statement of the guideline."""
    from ariane.documents.knowledge import print_statement, statement_data
    from ariane.guideline.tncd24.chapter import statements_by_id

    written = statements_by_id()
    if statement not in written:
        raise _no_statement(statement, language)
    if form is ListFormat.JSON:
        _emit_json(statement_data(written[statement], language), output, language)
        return
    console = text_console(output)
    print_statement(written[statement], language, console)
    finish(console, output, language)


def guideline_coverage(form: ListFormat, output: Path | None, language: Language) -> None:
    """Say which statements of the inventory are written, from the data themselves."""
    from ariane.documents.knowledge import coverage_data, print_coverage

    if form is ListFormat.JSON:
        _emit_json(coverage_data(), output, language)
        return
    console = text_console(output)
    print_coverage(language, console)
    finish(console, output, language)


def _emit_json(data: object, output: Path | None, language: Language) -> None:
    emit(json.dumps(data, ensure_ascii=False, indent=2) + "\n", output, language)


def _statement_of(consultation: Consultation, statement: str, language: Language) -> Assessed:
    try:
        return consultation[statement]
    except KeyError:
        raise _no_statement(statement, language) from None


def _no_statement(statement: str, language: Language) -> Failure:
    from ariane.case.suggestions import nearest
    from ariane.guideline.tncd24.contents import STATEMENT_IDS

    if statement in STATEMENT_IDS:
        return Failure(say("cli.not-written", language, id=statement))
    near = nearest(statement, STATEMENT_IDS)
    names = say("word.or", language).join(near)
    hint = say("refusal.nearest", language, names=names) if near else say("cli.see-list", language)
    return Failure(say("cli.no-statement", language, id=statement, hint=hint))
