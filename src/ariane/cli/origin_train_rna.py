"""Training a classifier of the origin on a hospital's own expression data."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from ariane.cli.failure import Failure
from ariane.cli.libraries import TRAINING, need_libraries
from ariane.cli.options import LangOption, ListFormat, ListFormatOption
from ariane.cli.output import emit_json, text_console
from ariane.wording.catalogue import say
from ariane.wording.language import Language

if TYPE_CHECKING:
    from ariane.origin.rna.own.train import Request, Trained


def register(origin: typer.Typer) -> None:
    """Add the command to the group `origin`."""
    origin.command("train-rna", help="rna_training:cli.train-rna")(train_rna)


def train_rna(
    expression: Annotated[
        Path, typer.Option("--expression", metavar="FILE", help="rna_training:cli.expression")
    ],
    labels: Annotated[
        Path, typer.Option("--labels", metavar="FILE", help="rna_training:cli.labels")
    ],
    folder: Annotated[
        Path, typer.Option("-o", "--output", metavar="FOLDER", help="rna_training:cli.output")
    ],
    groups: Annotated[
        Optional[str],  # noqa: UP045 - typer reads it
        typer.Option("--groups", metavar="COLUMN", help="rna_training:cli.groups"),
    ] = None,
    seed: Annotated[int, typer.Option("--seed", min=0, help="rna_training:cli.seed")] = 0,
    resume: Annotated[bool, typer.Option("--resume", help="rna_training:cli.resume")] = False,
    form: ListFormatOption = ListFormat.TEXT,
    lang: LangOption = Language.FR,
) -> None:
    """Train on expression data, in stages that survive a kill."""
    need_libraries(TRAINING, "rna_training:cli.extra", lang)
    from ariane.origin.rna.own.train import Request, finish

    _check_folder(folder, resume, lang)
    trained = _trained(Request(expression, labels, groups, seed), folder, lang)
    _write_reports(trained, folder, lang)
    finish(trained, folder)
    _tell_saved(trained, folder, lang)
    if form is ListFormat.JSON:
        from ariane.documents.rna_training import training_data

        emit_json(training_data(trained), None, lang)
        return
    from ariane.documents.rna_training_text import print_training

    print_training(trained, lang, text_console(None))


def _check_folder(folder: Path, resume: bool, lang: Language) -> None:
    from ariane.origin.rna.own.card import NAME
    from ariane.origin.rna.own.train import stages_in

    stages = stages_in(folder).folder
    if (folder / f"{NAME}.json").exists():
        raise Failure(say("rna_training:exists", lang, folder=folder, name=NAME))
    if stages.exists() and not resume:
        raise Failure(say("rna_training:unfinished", lang, folder=folder, stages=stages))


def _trained(request: "Request", folder: Path, lang: Language) -> "Trained":
    import gc

    from ariane.cli.training_progress import shown_progress
    from ariane.documents.origin_refusal import refusal_words
    from ariane.origin.refusal import InputRefused
    from ariane.origin.rna.own.stages import OtherInputs
    from ariane.origin.rna.own.train import stages_in, train_own

    gc.enable()  # this command runs for long, unlike the others
    try:
        with shown_progress(lang) as progress:
            return train_own(request, folder, progress)
    except InputRefused as refused:
        raise Failure(refusal_words(refused, lang)) from None
    except OtherInputs:
        stages = stages_in(folder).folder
        raise Failure(
            say("rna_training:other-inputs", lang, folder=folder, stages=stages)
        ) from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise Failure(
            say("rna_training:cannot-write", lang, folder=folder, reason=reason)
        ) from None
    except KeyboardInterrupt:
        raise Failure(say("rna_training:interrupted", lang), status=1) from None


def _write_reports(trained: "Trained", folder: Path, lang: Language) -> None:
    import json

    from ariane.cli.output import write_atomically
    from ariane.documents.rna_training import training_data
    from ariane.documents.rna_training_html import training_html

    data = json.dumps(training_data(trained), ensure_ascii=False, indent=2) + "\n"
    write_atomically(folder / "report.json", data.encode(), lang)
    write_atomically(folder / "report.html", training_html(trained, lang).encode(), lang)


def _tell_saved(trained: "Trained", folder: Path, lang: Language) -> None:
    import sys

    name = trained.card.name
    names = f"{name}.npz, {name}.json, report.json, report.html"
    said = say("rna_training:saved", lang, folder=folder, names=names, model=folder / name)
    print(said, file=sys.stderr)
