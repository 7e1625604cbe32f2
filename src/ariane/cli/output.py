"""Results: on standard output, or in a file that is written whole or not at all."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ariane.cli.failure import Failure
from ariane.wording.catalogue import say
from ariane.wording.language import Language

if TYPE_CHECKING:
    from rich.console import Console


def emit(content: str | bytes, output: Path | None, language: Language) -> None:
    """Write a result to standard output, or atomically to a file; text as UTF-8.

    Raises `Failure` for bytes that would flood a terminal.
    """
    raw = content.encode() if isinstance(content, str) else content
    if output is None:
        if isinstance(content, bytes) and sys.stdout.isatty():
            raise Failure(say("cli.needs-file", language))
        sys.stdout.flush()
        sys.stdout.buffer.write(raw)
        sys.stdout.buffer.flush()
        return
    write_atomically(output, raw, language)
    print(say("cli.written", language, path=output), file=sys.stderr)


def emit_json(data: object, output: Path | None, language: Language) -> None:
    """Write a result as indented JSON."""
    emit(json.dumps(data, ensure_ascii=False, indent=2) + "\n", output, language)


def write_atomically(path: Path, content: bytes, language: Language) -> None:
    """Replace a file in one step. Raises `Failure`; then the old file is untouched."""
    import tempfile

    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            os.chmod(temporary, _mode(path))
            os.replace(temporary, path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        reason = error.strerror or str(error)
        raise Failure(say("cli.cannot-write", language, path=path, reason=reason)) from None


def _mode(path: Path) -> int:
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def text_console(output: Path | None) -> Console:
    """Return a console for a result: the terminal, or a buffer when it goes to a file."""
    from io import StringIO

    from rich.console import Console

    if output is None:
        return Console(highlight=False, markup=False, emoji=False)
    buffer = StringIO()
    return Console(
        file=buffer, width=100, highlight=False, markup=False, emoji=False, force_terminal=False
    )


def finish(console: Console, output: Path | None, language: Language) -> None:
    """Write what a buffered console holds to its file."""
    if output is not None:
        emit(console.file.getvalue(), output, language)  # type: ignore[attr-defined]
