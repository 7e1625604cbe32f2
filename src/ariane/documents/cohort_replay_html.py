"""A replay as one self-contained page: a drawing, tables, no script and no network."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment

from ariane.cohort.replay.advice import Change
from ariane.cohort.replay.summary import Summary
from ariane.documents.cohort_replay_plot import replay_plot, shown_lines
from ariane.documents.cohort_replay_text import head_lines
from ariane.documents.cohort_replay_words import ReplayWords
from ariane.documents.page_templates import environment_of, template_file
from ariane.documents.vega import plot_svg
from ariane.wording.catalogue import say
from ariane.wording.language import Language

TEMPLATE = "cohort_replay.html.j2"
STYLES = ("consultation.css", "cohort_replay.css")


def replay_html(summary: Summary, language: Language) -> str:
    """Return the page; all text is escaped. Needs vl-convert for the drawing."""
    drawn = shown_lines(summary)
    return (
        _environment()
        .get_template(TEMPLATE)
        .render(
            s=summary,
            w=ReplayWords(summary, language),
            head=head_lines(summary, ReplayWords(summary, language)),
            by=ReplayWords(summary, language).fact(summary.replay.by),
            kinds=tuple(Change),
            lang=language.value,
            style="\n".join(map(template_file, STYLES)),
            drawing=plot_svg(replay_plot(summary, language)) if drawn else "",
            drawn=len(drawn),
            synthetic=say("cohort_audit:synthetic", language) if summary.replay.synthetic else "",
            intended_use=say("intended-use", language),
        )
    )


@cache
def _environment() -> Environment:
    return environment_of(TEMPLATE)
