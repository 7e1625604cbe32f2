"""A case before a board, and the directory of RENAPE centres, on a terminal."""

from __future__ import annotations

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from ariane.board.boards import Board
from ariane.board.directory import centres, is_at
from ariane.board.paperwork import Paper
from ariane.board.readiness import Readiness
from ariane.documents.board_sessions import session_line
from ariane.documents.referral_words import (
    criterion_words,
    doubt_words,
    owed_words,
    paper_words,
    role_words,
    warning_words,
)
from ariane.guideline.tncd24.renape_directory import PAGE
from ariane.logic.truth import Truth
from ariane.wording.catalogue import say
from ariane.wording.language import Language

MARKS = {
    Truth.HOLDS: ("✓", "green"),
    Truth.FAILS: ("✗", "red"),
    Truth.UNKNOWN: ("?", "yellow"),
}


def print_referral(
    found: Readiness, papers: tuple[Paper, ...], language: Language, console: Console
) -> None:
    """Print whether a case is ready, what is missing and who owes it, documents, warnings."""
    console.print(Text(say(f"board:board.{found.board}", language), "bold"))
    style = "bold green" if found.ready else "bold red"
    verdict = "ready" if found.ready else "not-ready"
    console.print(Text(f" {say(f'board:{verdict}', language)}", style))
    _print_session(found, language, console)
    _heading("eligibility", language, console)
    console.print(_criteria(found, language))
    _heading("missing", language, console)
    console.print(_missing(found, language))
    _heading("documents", language, console)
    console.print(_papers(papers, language))
    _heading("warnings", language, console)
    for warned in found.warnings:
        cited = f" ({', '.join(warned.statements)})" if warned.statements else ""
        console.print(_item("⚠", "yellow", warning_words(warned, language), cited))
    console.print(Text(f"\n{say('intended-use', language)}", "dim"))


def print_directory(near: str | None, language: Language, console: Console) -> None:
    """Print the centres as the chapter does, with what is doubtful about a number."""
    console.print(Text(say("board:directory.title", language), "bold"))
    for centre, statement in centres(near):
        at_hand = near is not None and is_at(centre, near)
        name = " – ".join(part for part in (centre.site, centre.institution) if part)
        style = "bold green" if at_hand else "bold"
        console.print(Text.assemble(f"\n {'▸ ' if at_hand else ''}", (name, style)))
        said = f"{', '.join(centre.referents)}   {centre.telephone.number}"
        console.print(Text.assemble(f"   {said}  ", (statement, "dim")))
        if note := doubt_words(centre.telephone, language):
            console.print(Padding(Text(f"⚠ {note}", "yellow"), (0, 0, 0, 3)))
    console.print(Text(f"\n {say('board:directory.date', language)} {PAGE.url}"))
    if near is not None:
        console.print(Text(f" {say('board:directory.near', language)}", "dim"))
    console.print(Text(f"\n{say('intended-use', language)}", "dim"))


def _heading(name: str, language: Language, console: Console) -> None:
    console.print(Text(f"\n{say(f'board:heading.{name}', language)}", "bold blue"))


def _print_session(found: Readiness, language: Language, console: Console) -> None:
    if found.board is not Board.CUP or found.next.session is None:
        return
    line = session_line(found.next.session, language).plain.strip()
    lead = say("board:lead", language, count=found.next.lead_days)
    console.print(Text.assemble((f" {line}", "bold"), f"  {lead}"))


def _criteria(found: Readiness, language: Language) -> Table:
    grid = _grid()
    for criterion in found.eligibility.criteria:
        mark, style = MARKS[criterion.truth]
        said = criterion_words(criterion.name, language)
        grid.add_row(Text(mark, style), said, Text(", ".join(criterion.statements), "dim"))
    return grid


def _missing(found: Readiness, language: Language) -> Table | Text:
    if not found.missing:
        return Text(f" {say('board:nothing-missing', language)}", "green")
    grid = _grid()
    grid.add_column(no_wrap=True)
    for owed in sorted(found.missing, key=lambda owed: not owed.blocks):
        mark, style = ("■", "bold red") if owed.blocks else ("□", "dim")
        who = role_words(owed.owed_by, language)
        cited = Text(", ".join(owed.statements), "dim")
        grid.add_row(Text(mark, style), owed_words(owed, language), Text(who, "cyan"), cited)
    return grid


def _papers(papers: tuple[Paper, ...], language: Language) -> Table:
    grid = _grid()
    for paper in papers:
        mark, style = MARKS[paper.attached]
        said = Text(paper_words(paper.kind, language))
        if not paper.obligatory:
            said.append(f" {say('board:not-obligatory', language)}", "dim")
        if paper.url:
            said.append(f"\n{paper.url}", "dim")
        grid.add_row(Text(mark, style), said, Text(", ".join(paper.statements), "dim"))
    return grid


def _item(mark: str, style: str, said: str, cited: str) -> Table:
    grid = Table.grid(padding=(0, 1, 0, 1))
    grid.add_row(Text(mark, style), Text.assemble(said, (cited, "dim")))
    return grid


def _grid() -> Table:
    grid = Table.grid(padding=(0, 1, 0, 1))
    grid.add_column(no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    grid.add_column(overflow="fold")
    return grid
