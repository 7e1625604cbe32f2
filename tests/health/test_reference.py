"""The written reference and the real command line say the same: nothing more, nothing less."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ariane.wording.language import Language
from support.commands import commands, options

ROOT = Path(__file__).parents[2]
REFERENCE = (ROOT / "docs" / "reference.md").read_text("utf-8")
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])
EVERYWHERE = {"--help", "-h", "--lang", "-o", "--output"}
"""Said once, of all commands."""
COMMANDS = commands()
GROUPS = {" ".join(name.split()[:-1]) for name in COMMANDS if " " in name}
CALL = re.compile(r"(?<!from )\bariane((?: (?![|#<>])[^\s`|#]+)+)")
OPTION = re.compile(r"(?<![\w-])--?[a-z][a-z-]*\b")


def passages(name: str) -> list[str]:
    """Return what the reference says of one command: its rows, and sections that it heads."""
    called = re.compile(rf"`ariane {name}(?![\w-])")
    rows = [line for line in REFERENCE.splitlines() if called.search(line)]
    sections = re.split(r"^(?=#{2,} )", REFERENCE, flags=re.MULTILINE)
    return rows + [part for part in sections if called.search(part.partition("\n")[0])]


def spoken_calls(page: Path) -> list[str]:
    """Return every call of the command line on a page: in code blocks and between backticks."""
    text = page.read_text("utf-8").replace("\\|", ",")
    blocks = re.findall(r"^```[^\n]*\n(.*?)^```", text, flags=re.MULTILINE | re.DOTALL)
    spans = re.findall(r"`(ariane [^`\n]+)`", text)
    lines = [line.split("#")[0] for block in blocks for line in block.splitlines()]
    return [call for said in (*lines, *spans) for call in CALL.findall(said)]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_every_option_is_in_the_reference(name: str) -> None:
    said = passages(name)
    assert said, f"docs/reference.md has no row and no section on `ariane {name}`"
    written = {option for passage in said for option in OPTION.findall(passage)}
    for spellings in options(COMMANDS[name]):
        assert {*spellings} & (written | EVERYWHERE), f"ariane {name} {spellings}: undocumented"


def test_what_holds_for_all_commands_is_said_once() -> None:
    for word in ("--help", "--lang", "-o FILE"):
        assert word in REFERENCE
    for name, command in COMMANDS.items():
        assert "--lang" in {word for spellings in options(command) for word in spellings}, name


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_pages_speak_only_of_commands_and_options_that_exist(page: Path) -> None:
    for call in spoken_calls(page):
        words = call.split()
        name = " ".join(words[:2]) if " ".join(words[:2]) in COMMANDS else words[0]
        if name in GROUPS or name.startswith("-"):
            continue
        assert name in COMMANDS, f"{page.name}: ariane{call}"
        real = {word for spellings in options(COMMANDS[name]) for word in spellings}
        for option in OPTION.findall(call):
            assert option in real | {"-h", "--help"}, f"{page.name}: ariane{call}"


@pytest.mark.parametrize("language", Language)
def test_every_command_and_option_has_help(language: Language) -> None:
    for name, command in commands(language).items():
        assert command.help, name
        for parameter in command.params:
            assert getattr(parameter, "help", None), f"ariane {name}: {parameter.name}"


def test_the_commands_were_collected() -> None:
    assert {"assess", "compare", "case check", "guideline show"} <= set(COMMANDS)
    assert sum(len(spoken_calls(page)) for page in PAGES) >= 30
