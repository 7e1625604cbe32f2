"""`ariane`: find the language, run the command, and never show a traceback."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from ariane.case.problems import CaseError
from ariane.cli.failure import Failure
from ariane.wording.catalogue import say
from ariane.wording.language import Language, language_of

INTERNAL = 1
BAD_INPUT = 2


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and exit with its status (see `docs/reference.md`)."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    language = asked_language(words)
    _make_encodable()
    try:
        from ariane.cli.app import command_line

        command_line(language, words)(args=words, prog_name="ariane")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except CaseError as error:
        from ariane.wording.refusals import refusal

        _tell(refusal(error, language))
        sys.exit(BAD_INPUT)
    except Failure as failure:
        _tell(failure.message)
        sys.exit(failure.status)
    except Exception as error:
        if os.environ.get("ARIANE_DEBUG"):
            raise
        _tell(say("cli.internal", language, error=f"{type(error).__name__}: {error}"))
        sys.exit(INTERNAL)


def asked_language(words: Sequence[str]) -> Language:
    """Return the language of `--lang`, wherever it stands, else that of the environment."""
    for index, word in enumerate(words):
        value = word.partition("=")[2] if word.startswith("--lang=") else ""
        if word == "--lang" and index + 1 < len(words):
            value = words[index + 1]
        if value in tuple(Language):
            return Language(value)
    return language_of(os.environ)


def _make_encodable() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def _tell(message: str) -> None:
    from ariane.wording.phrases import printable

    print(printable(message), file=sys.stderr)
