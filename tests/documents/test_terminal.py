"""The terminal output: narrow and wide, and safe against what a case file may contain."""

from __future__ import annotations

import json
from io import StringIO

import pytest
from rich.console import Console

from ariane.bootstrap import assess
from ariane.case.reading import case_from_bytes
from ariane.documents.consultation_text import print_consultation
from ariane.wording.language import Language


def printed(width: int, language: Language = Language.FR, **content: object) -> str:
    case = {"schema": "ariane-case/1", "id": "x", **content}
    console = Console(file=StringIO(), width=width, highlight=False, markup=False)
    print_consultation(assess(case_from_bytes(json.dumps(case).encode(), "x")), language, console)
    output = console.file
    assert isinstance(output, StringIO)
    return output.getvalue()


FACTS = {"sex": "female", "capi_status": "suspected", "liver_metastases": True, "ecog_ps": 1}


@pytest.mark.parametrize("width", [50, 80, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(len(line.rstrip()) for line in printed(width, facts=FACTS).splitlines()) <= width


def test_control_characters_of_a_case_do_not_reach_the_terminal() -> None:
    output = printed(80, id="a\u001b[31mb\u0007", facts={"nodal_max_basin": "x\u001b]0;t\u0007"})
    assert "\u001b" not in output
    assert "\u0007" not in output


def test_what_to_do_comes_first_then_the_decisive_question() -> None:
    output = printed(100, facts=FACTS)
    assert output.index("À FAIRE") < output.index("CE QUI MANQUE") < output.index("À ÉVITER")


def test_square_brackets_are_not_markup() -> None:
    assert "[bold]" in printed(80, id="[bold]case[/bold]")
