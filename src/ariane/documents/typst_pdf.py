"""A PDF from a Typst template and data: archivable, accessible, the same bytes every time.

Templates stand in `templates/NAME.typ`. Data reaches them as JSON through `sys.inputs` and are laid
out as text, never read as markup: nothing that a case holds can be mistaken for an instruction.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from typst import Compiler

TEMPLATES = Path(__file__).parent / "templates"
FONTS = Path(__file__).parent / "fonts"
STANDARDS: tuple[Literal["a-2a"], Literal["ua-1"]] = ("a-2a", "ua-1")
"""PDF/A-2a (archiving, fonts inside), PDF/UA-1 (read aloud: title, language, tags, alt texts)."""
NO_CLOCK = 0
"""Seconds since 1970. PDF/A demands a creation date; a clock would change the bytes every time."""
_NOT_IN_FONTS = re.compile(r"the text `(\".*?\")` could not be displayed")


def pdf(template_name: str, data: Mapping[str, Any]) -> bytes:
    """Return the PDF of `templates/{template_name}.typ`, which reads `data` from `common.typ`.

    A character that no font on board can draw (an emoji, Chinese) is written as its code,
    `[U+65E5]`: PDF/A forbids to leave it out in silence. Raises `typst.TypstError` for a faulty
    template.
    """
    from typst import TypstError

    shown: Any = data
    while True:
        try:
            return _compiled(template_name, shown)
        except TypstError as error:
            unseen = _unseen(error.diagnostic)
            if not unseen or (rewritten := _with_codes(shown, unseen)) == shown:
                raise
            shown = rewritten


def page_count(template_name: str, data: Mapping[str, Any]) -> int:
    """Return how many pages `pdf` would fill (`common.typ` writes it at the end of the last)."""
    return int(json.loads(_compiler(template_name, data).query("<pages>", "value", one=True)))


def _compiled(template_name: str, data: Any) -> bytes:
    compiled = _compiler(template_name, data).compile(
        format="pdf", pdf_standards=list(STANDARDS), timestamp=NO_CLOCK
    )
    if not isinstance(compiled, bytes):
        raise TypeError(f"typst gave {type(compiled).__name__} for a PDF")
    return compiled


def _compiler(template_name: str, data: Any) -> Compiler:
    import typst

    return typst.Compiler(
        TEMPLATES / f"{template_name}.typ",
        root=TEMPLATES,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
    )


def _unseen(diagnostic: str) -> set[str]:
    """Return the characters that the fonts lack, out of what the compiler says of them."""
    texts = (_unquoted(quoted) for quoted in _NOT_IN_FONTS.findall(diagnostic))
    return {character for text in texts for character in text}


def _unquoted(quoted: str) -> str:
    return re.sub(r"\\u\{([0-9a-f]+)\}", lambda code: chr(int(code[1], 16)), quoted[1:-1])


def _with_codes(value: Any, unseen: set[str]) -> Any:
    if isinstance(value, str):
        return "".join(f"[U+{ord(c):04X}]" if c in unseen else c for c in value)
    if isinstance(value, Mapping):
        return {key: _with_codes(inner, unseen) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_with_codes(inner, unseen) for inner in value]
    return value
