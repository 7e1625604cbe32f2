"""`ariane cohort`: the guideline over a table of patients."""

import typer

from ariane.cli import cohort_audit, cohort_convert, cohort_simulate
from ariane.cli.cohort_assess import assess
from ariane.cli.cohort_replay import replay
from ariane.cli.options import group


def register(app: typer.Typer) -> None:
    """Add the group."""
    cohort = group("cohort:cli.about")
    cohort.command("assess", help="cohort:cli.assess")(assess)
    cohort.command("replay", help="cohort_replay:cli.about")(replay)
    cohort_audit.register(cohort)
    cohort_convert.register(cohort)
    cohort_simulate.register(cohort)
    app.add_typer(cohort, name="cohort")
