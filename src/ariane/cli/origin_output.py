"""Reports on origins, of whatever kind of evidence, in the form asked for."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import TYPE_CHECKING

from ariane.cli.failure import Failure
from ariane.cli.origin_plot import drawing
from ariane.cli.output import emit, emit_json, finish, text_console
from ariane.wording.catalogue import say
from ariane.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from ariane.origin.report import OriginReport


class OriginFormat(StrEnum):
    """Forms of reports on origins."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    SVG = "svg"
    HTML = "html"


DRAWN = (OriginFormat.SVG, OriginFormat.HTML)


def print_reports(
    reports: Iterable[OriginReport], form: OriginFormat, output: Path | None, language: Language
) -> None:
    """Print reports. All are worked out before the first is printed; one at a time is drawn.

    Raises `Failure` where several are to be drawn.
    """
    from ariane.origin.report import report_data

    done = list(reports)
    if form is OriginFormat.JSON:
        emit_json([report_data(report) for report in done], output, language)
        return
    if form is OriginFormat.JSONL:
        lines = [json.dumps(report_data(report), ensure_ascii=False) for report in done]
        emit("".join(f"{line}\n" for line in lines), output, language)
        return
    if form in DRAWN:
        if len(done) != 1:
            raise Failure(say("origin_map:one-drawn", language, count=len(done)))
        from ariane.documents.origin_plots import report_plot

        emit(drawing(report_plot(done[0], language), form, language), output, language)
        return
    from ariane.documents.origin_text import print_report

    console = text_console(output)
    for report in done:
        print_report(report, language, console)
    console.print(say("intended-use", language), style="dim")
    finish(console, output, language)
