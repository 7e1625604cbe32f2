"""`ariane guideline site`: the guideline as linked pages, written as a whole or not at all."""

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from ariane.cli.failure import Failure
from ariane.cli.options import LangOption
from ariane.wording.catalogue import say
from ariane.wording.language import Language

if TYPE_CHECKING:
    from ariane.documents.site.build import Cases


def site(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="site:cli.site.folder", show_default=False)
    ],
    cases: Annotated[
        Optional[Path],  # noqa: UP045 - typer reads it
        typer.Option("--cases", metavar="FOLDER", help="site:cli.site.cases"),
    ] = None,
    lang: LangOption = Language.FR,
) -> None:
    """Write the reference site to a folder."""
    _refuse_what_is_not_ours(folder, lang)
    told = None if cases is None else _read_cases(cases, lang)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        count = _written_whole(folder, told, lang)
    except OSError as error:
        reason = error.strerror or str(error)
        raise Failure(say("cli.cannot-write", lang, path=folder, reason=reason)) from None
    door = folder / lang.value / "index.html"
    typer.echo(say("site:written", lang, count=count, folder=folder, door=door), err=True)


def _refuse_what_is_not_ours(folder: Path, language: Language) -> None:
    from ariane.documents.site.build import MARK

    if folder.is_dir() and (not any(folder.iterdir()) or (folder / MARK).exists()):
        return
    if folder.exists():
        raise Failure(say("site:not-ours", language, folder=folder))


def _read_cases(folder: Path, language: Language) -> "Cases":
    import yaml

    from ariane.documents.site.written_cases import read_cases

    try:
        return read_cases(folder)
    except ValueError:
        raise Failure(say("site:no-cases", language, folder=folder)) from None
    except (yaml.YAMLError, OSError, KeyError, TypeError) as error:
        reason = str(error).split("\n")[0]
        raise Failure(say("site:bad-cases", language, folder=folder, reason=reason)) from None


def _written_whole(folder: Path, cases: "Cases", language: Language) -> int:
    """Write beside the folder, then put it in its place. Returns the number of pages."""
    fresh = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}."))
    try:
        count = _write(fresh, cases, language)
        fresh.chmod(0o755)
        if folder.exists():
            old = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}."))
            folder.rename(old / folder.name)
            fresh.rename(folder)
            shutil.rmtree(old)
        else:
            fresh.rename(folder)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    return count


def _write(folder: Path, cases: "Cases", language: Language) -> int:
    from rich.console import Console
    from rich.progress import track

    from ariane.documents.site.build import files_expected, site_files

    words = say("site:writing", language)
    count = 0
    for name, content in track(
        site_files(cases), words, files_expected(), console=Console(stderr=True)
    ):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8", newline="\n")
        count += path.suffix == ".html"
    return count
