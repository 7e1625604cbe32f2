"""An audit as one self-contained page: no script, no network, prints well."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from ariane.cohort.audit.auditing import Audit
from ariane.cohort.audit.grouping import PERIOD
from ariane.documents.cohort_audit_plots import (
    AMBER,
    forest_plot,
    group_plot,
    period_plot,
)
from ariane.documents.cohort_audit_view import (
    awaited,
    cards,
    completeness,
    group_name,
    leading,
    number,
    percent,
    sections,
    standings,
)
from ariane.documents.page_templates import environment_of, template_file
from ariane.documents.vega import Spec, plot_svg
from ariane.guideline.tncd24.chapter import EDITION
from ariane.guideline.tncd24.knowledge_hash import knowledge_sha256
from ariane.version import __version__
from ariane.wording.catalogue import say
from ariane.wording.language import Language

TEMPLATE = "cohort_audit.html.j2"
STYLE = "cohort_audit.css"
PANELS = 6
"""Statements that are shown group by group."""
AWAITED = 20
"""Facts that are listed as waited for."""


def audit_html(audit: Audit, language: Language) -> str:
    """Return the page; every text that comes from the table is escaped. Needs vl-convert."""
    judged = standings(audit.everyone, 0, language)
    waiting = awaited(audit.everyone, language)
    return (
        _environment()
        .get_template(TEMPLATE)
        .render(
            t=lambda key, **values: say(f"cohort_audit:{key}", language, **values),
            use=say("intended-use", language),
            n=lambda count: number(count, language),
            p=lambda share: percent(share, language),
            lang=language.value,
            style=template_file(STYLE),
            audit=audit,
            patients=audit.everyone.patients[0],
            edition={"edition": EDITION, "hash": knowledge_sha256()[:12], "version": __version__},
            cards=cards(audit, language),
            asked=[s for s in judged if not s.is_optional],
            options=[s for s in judged if s.is_optional],
            drawings=_drawings(audit, language),
            groups=_groups(audit, language),
            waiting=waiting[:AWAITED],
            more=len(waiting[AWAITED:]),
            domains=completeness(audit.everyone, language),
            sections=sections(audit.everyone, language),
        )
    )


def _drawings(audit: Audit, language: Language) -> dict[str, Markup]:
    judged = [s for s in standings(audit.everyone, 0, language) if s.interval is not None]
    asked = [s for s in judged if not s.is_optional]
    options = [s for s in judged if s.is_optional]
    drawings = {}
    if asked:
        drawings["asked"] = _drawn(forest_plot(asked, language))
    if options:
        drawings["options"] = _drawn(forest_plot(options, language, AMBER))
    return drawings


def _groups(audit: Audit, language: Language) -> list[dict[str, Any]]:
    """Return each grouping with its groups, how many patients they have, and its drawing."""
    shown = leading(audit, PANELS, language)
    found = []
    for view in audit.views[1:]:
        draw = period_plot if view.name == PERIOD else group_plot
        drawing = _drawn(draw(view, shown, language)) if shown and view.groups else None
        names = [group_name(view, group, language) for group in view.groups]
        sizes = [*zip(names, view.patients, strict=True)]
        found.append({"name": view.name, "sizes": sizes, "drawing": drawing})
    return found


def _drawn(spec: Spec) -> Markup:
    return Markup(plot_svg(spec))  # noqa: S704 - made by vl-convert, which escapes its texts


@cache
def _environment() -> Environment:
    return environment_of(TEMPLATE)
