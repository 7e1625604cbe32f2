"""`ariane cohort replay`: whose advice changes between two versions of the knowledge, and why."""

from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from ariane.cli.cohort_tables import (
    ENDINGS,
    bar,
    failed,
    refusal,
    require_another,
    require_endings,
    require_libraries,
    require_minimum,
    tell,
)
from ariane.cli.failure import Failure
from ariane.cli.options import LangOption
from ariane.cli.output import emit, emit_json, finish, text_console
from ariane.wording.catalogue import say
from ariane.wording.language import Language

if TYPE_CHECKING:
    from ariane.cohort.replay.replaying import Replay
    from ariane.cohort.replay.summary import Summary
    from ariane.guideline.rulebook.reading import KnowledgeError
    from ariane.guideline.rulebook.rulebook import Rulebook


class ReplayFormat(StrEnum):
    """Forms of a summary."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"


def replay(
    table: Annotated[Path, typer.Argument(metavar="INPUT", help="cohort:cli.input")],
    against: Annotated[
        Path, typer.Option("--against", metavar="KNOWLEDGE", help="cohort_replay:cli.against")
    ],
    earlier: Annotated[
        Optional[Path],  # noqa: UP045 - typer reads it
        typer.Option("--from", metavar="KNOWLEDGE", help="cohort_replay:cli.from"),
    ] = None,
    output: Annotated[
        Optional[Path],  # noqa: UP045 - typer reads it
        typer.Option("-o", "--output", metavar="FILE", help="cohort_replay:cli.output"),
    ] = None,
    summary: Annotated[
        Optional[Path],  # noqa: UP045 - typer reads it
        typer.Option("--summary", metavar="FILE", help="cohort_replay:cli.summary"),
    ] = None,
    min_cell: Annotated[
        int, typer.Option("--min-cell", metavar="N", min=0, help="cohort_replay:cli.min-cell")
    ] = 0,
    by: Annotated[str, typer.Option("--by", metavar="COLUMN", help="cohort_replay:cli.by")] = "",
    form: Annotated[ReplayFormat, typer.Option("--format", help="cli.format")] = ReplayFormat.TEXT,
    lang: LangOption = Language.FR,
) -> None:
    """Compare two versions over a table, and show what changes."""
    require_libraries(lang)
    require_minimum(min_cell, lang)
    if min_cell > 1 and output is not None:
        raise Failure(say("cohort_replay:row-level", lang))
    require_endings([table, *([output] if output else [])], ENDINGS, lang)
    _require_other_files([table, against, *([earlier] if earlier else [])], output, summary, lang)
    if form is ReplayFormat.HTML and find_spec("vl_convert") is None:
        raise Failure(say("cohort_replay:no-drawing", lang))
    from ariane.guideline.rulebook.rulebook import current_rulebook

    before = _rulebook(earlier, lang) if earlier else current_rulebook()
    found = _replayed(table, (before, _rulebook(against, lang)), output, by, lang)
    from ariane.cohort.replay.summary import summary as summarised

    shown = summarised(found, min_cell)
    _show(shown, form, summary, lang)
    _tell(shown, output, lang)


def _require_other_files(
    read: list[Path], output: Path | None, summary: Path | None, language: Language
) -> None:
    written = [path for path in (output, summary) if path is not None]
    for path in written:
        require_another(path, read, language)
    if len({path.absolute() for path in written}) < len(written):
        raise Failure(say("cohort_replay:same-outputs", language, path=output))


def _rulebook(path: Path, language: Language) -> "Rulebook":
    from ariane.guideline.rulebook.reading import KnowledgeError, read_rulebook

    try:
        return read_rulebook(path)
    except KnowledgeError as error:
        raise Failure(knowledge_refusal(error, language)) from None
    except OSError as error:
        raise failed(error, path, language) from None


def knowledge_refusal(error: "KnowledgeError", language: Language) -> str:
    """Return everything that is wrong with a knowledge file, one problem a line."""
    lines = [say("cohort_replay:refused", language, path=error.source)]
    for problem in error.problems:
        words = problem._asdict() | {"value": problem.value or "–"}
        said = say(f"cohort_replay:problem.{problem.kind}", language, **words)
        lines.append(f"  - {problem.place}{say('cohort_replay:colon', language)}{said}")
    return "\n".join(lines)


def _replayed(
    table: Path,
    books: tuple["Rulebook", "Rulebook"],
    output: Path | None,
    by: str,
    language: Language,
) -> "Replay":
    from pyarrow import ArrowException

    from ariane.cohort.columns import TableError
    from ariane.cohort.replay.replaying import replay_table

    try:
        with bar("cohort_replay:progress", language) as progress:
            return replay_table(table, *books, progress, output, by)
    except TableError as error:
        raise Failure(refusal(table, error, language)) from None
    except (OSError, ArrowException) as error:
        raise failed(error, table, language) from None


def _show(summary: "Summary", form: ReplayFormat, output: Path | None, language: Language) -> None:
    if form is ReplayFormat.JSON:
        from ariane.documents.cohort_replay_data import replay_data

        emit_json(replay_data(summary, language), output, language)
        return
    if form is ReplayFormat.HTML:
        from ariane.documents.cohort_replay_html import replay_html

        emit(replay_html(summary, language), output, language)
        return
    from ariane.documents.cohort_replay_text import print_replay

    console = text_console(output)
    print_replay(summary, language, console)
    finish(console, output, language)


def _tell(summary: "Summary", output: Path | None, language: Language) -> None:
    from ariane.cohort.streaming import rejects_path
    from ariane.documents.cohort_replay_words import ReplayWords

    words = ReplayWords(summary, language)
    tally = summary.replay.tally
    counts = (tally.rows, summary.compared, summary.rejected)
    names = ("rows", "compared", "rejected")
    shown = dict(zip(names, map(words.count, counts), strict=True))
    lines = [words.say("rows", **shown)]
    if tally.nan and not summary.minimum:
        lines.append(say("cohort:nan", language, count=tally.nan))
    if output is not None:
        rejects = rejects_path(output)
        lines.append(say("cohort:written", language, path=output, rejects=rejects))
    elif summary.rejected and not summary.minimum:
        lines.append(words.say("rejects-not-written", count=shown["rejected"]))
    tell(*lines)
