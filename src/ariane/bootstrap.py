"""The only wiring: what the doors and the library call, with everything behind it put together."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ariane.case.case import Case
from ariane.case.problems import CaseError
from ariane.case.reading import case_from_bytes, changed_case, read_bytes, read_case
from ariane.consult.assessment import assess
from ariane.consult.consultation import Consultation
from ariane.wording.language import Language

__all__ = ["CaseError", "assess", "load_case", "rendered"]

FORMATS = ("json", "html", "pdf")


def load_case(path: str | Path) -> Case:
    """Read and check a case file (`-`: standard input). Raises `CaseError` with all problems."""
    return read_case(path)


def pair_of_cases(
    path: str | Path, other: str | Path | None, changes: Sequence[str]
) -> tuple[Case, Case]:
    """Read two cases, or one case and the same with facts changed (`name=value`, YAML values)."""
    if other is not None:
        return load_case(path), load_case(other)
    content = read_bytes(path)
    return case_from_bytes(content, str(path)), changed_case(content, str(path), changes)


def rendered(consultation: Consultation, form: str, language: Language) -> str | bytes:
    """Return a consultation as `json`, `html` or `pdf` (text goes straight to a terminal)."""
    if form == "json":
        from ariane.documents.consultation_json import consultation_json

        return consultation_json(consultation, language)
    if form == "html":
        from ariane.documents.consultation_html import consultation_html

        return consultation_html(consultation, language)
    if form == "pdf":
        from ariane.documents.consultation_pdf import consultation_pdf

        return consultation_pdf(consultation, language)
    raise ValueError(f"no such format: {form!r}; expected one of {', '.join(FORMATS)}")
