"""`ariane cohort convert` and `ariane cohort mapping`: tables as registries have them."""

import json
from pathlib import Path
from typing import Annotated

import typer

from ariane.cli.cohort_mapping import MappingName, conversion_of, no_mapping, tell_not_read
from ariane.cli.cohort_tables import (
    TYPED,
    require_another,
    require_endings,
    require_libraries,
    tell,
)
from ariane.cli.failure import Failure
from ariane.cli.options import LangOption, OutputOption, group
from ariane.cli.output import emit
from ariane.wording.catalogue import say
from ariane.wording.language import Language


def register(cohort: typer.Typer) -> None:
    """Add the command and the group."""
    cohort.command("convert", help="mapping:cli.convert")(convert)
    mappings = group("mapping:cli.about")
    mappings.command("list", help="mapping:cli.list")(list_mappings)
    mappings.command("show", help="mapping:cli.show")(show)
    mappings.command("schema", help="mapping:cli.schema")(schema)
    cohort.add_typer(mappings, name="mapping")


def convert(
    inputs: Annotated[list[Path], typer.Argument(metavar="INPUT...", help="mapping:cli.inputs")],
    mapping: Annotated[
        str, typer.Option("--mapping", metavar="NAME|FILE", help="mapping:cli.mapping")
    ],
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="FILE", help="mapping:cli.output")
    ],
    lang: LangOption = Language.FR,
) -> None:
    """Write source tables as a table of facts, and apart what could not be understood."""
    require_libraries(lang)
    require_endings((output,), TYPED, lang)
    from ariane.cohort.mapping.writing import write_conversion
    from ariane.cohort.streaming import rejects_path

    conversion = conversion_of(mapping, inputs, lang)
    require_another(output, conversion.read_files, lang)
    try:
        write_conversion(conversion, output)
    except OSError as error:
        reason = error.strerror or str(error)
        raise Failure(say("cohort:failed", lang, path=output, reason=reason)) from None
    tell_not_read(conversion, lang)
    counts = {"patients": conversion.patients, "kept": len(conversion.frame)}
    refused = conversion.patients - len(conversion.frame)
    tell(
        say("mapping:counts", lang, refused=refused, **counts),
        say("cohort:written", lang, path=output, rejects=rejects_path(output)),
    )


def list_mappings(lang: LangOption = Language.FR) -> None:
    """List the shipped mappings."""
    from ariane.cohort.mapping.shipped import read_mapping, shipped_names

    for name in shipped_names():
        print(f"{name}\n  {say(f'mapping:shipped.{name}', lang)}")
        for cited in read_mapping(name).cites:
            print(f"  - {cited}")


def show(name: MappingName, output: OutputOption = None, lang: LangOption = Language.FR) -> None:
    """Print a shipped mapping, to be copied and changed."""
    from ariane.cohort.mapping.shipped import NoMappingError, shipped_text

    try:
        emit(shipped_text(name), output, lang)
    except NoMappingError as error:
        raise no_mapping(error.name, error.nearest, lang) from None


def schema(output: OutputOption = None, lang: LangOption = Language.FR) -> None:
    """Print the JSON Schema of a mapping file."""
    from ariane.cohort.mapping.schema import mapping_schema

    emit(json.dumps(mapping_schema(), ensure_ascii=False, indent=2) + "\n", output, lang)
