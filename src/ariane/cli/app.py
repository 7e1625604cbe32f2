"""The commands. Everything heavy is imported by the command that needs it."""

from pathlib import Path
from typing import Annotated, Optional

import typer

from ariane.cli import commands
from ariane.wording.catalogue import say
from ariane.wording.language import Language

# typer reads these signatures at run time: this module keeps real annotations.


def build_app(language: Language) -> typer.Typer:
    """Return the command line with its help in one language."""

    def words(key: str) -> str:
        return say(key, language)

    app = _group(words("cli.about"))
    case_app = _group(words("cli.case-group"))
    guideline_app = _group(words("cli.guideline-group"))
    app.add_typer(case_app, name="case")
    app.add_typer(guideline_app, name="guideline")

    case_argument = Annotated[str, typer.Argument(metavar="CASE", help=words("cli.case"))]
    id_argument = Annotated[str, typer.Argument(metavar="ID", help=words("cli.explain.id"))]
    lang_option = Annotated[
        Language, typer.Option("--lang", help=words("cli.lang"), show_default=False)
    ]
    output_option = Annotated[
        Optional[Path],  # noqa: UP045 - typer reads it
        typer.Option("-o", "--output", metavar="FILE", help=words("cli.output")),
    ]
    format_option = Annotated[
        commands.ConsultationFormat, typer.Option("--format", help=words("cli.format"))
    ]
    list_format = Annotated[commands.ListFormat, typer.Option("--format", help=words("cli.format"))]

    @app.callback(invoke_without_command=True)
    def root(
        context: typer.Context,
        version: Annotated[bool, typer.Option("--version", help=words("cli.version"))] = False,
        lang: lang_option = language,
    ) -> None:
        if version:
            commands.version()
            raise typer.Exit
        if context.invoked_subcommand is None:
            typer.echo(context.get_help())

    @app.command(help=words("cli.assess"))
    def assess(
        case: case_argument,
        form: format_option = commands.ConsultationFormat.TEXT,
        full: Annotated[bool, typer.Option("--full", help=words("cli.full"))] = False,
        output: output_option = None,
        lang: lang_option = language,
    ) -> None:
        commands.assess(case, form, full, output, lang)

    @app.command(help=words("cli.explain"))
    def explain(
        case: case_argument,
        statement: id_argument,
        output: output_option = None,
        lang: lang_option = language,
    ) -> None:
        commands.explain(case, statement, output, lang)

    @app.command("next", help=words("cli.next"))
    def next_questions(
        case: case_argument,
        count: Annotated[int, typer.Option("-n", min=1, help=words("cli.next.count"))] = 5,
        form: list_format = commands.ListFormat.TEXT,
        output: output_option = None,
        lang: lang_option = language,
    ) -> None:
        commands.next_questions(case, count, form, output, lang)

    @app.command(help=words("cli.compare"))
    def compare(
        case: case_argument,
        other: Annotated[
            Optional[str],  # noqa: UP045 - typer reads it
            typer.Argument(metavar="CASE_B", help=words("cli.compare.second")),
        ] = None,
        changes: Annotated[
            Optional[list[str]],  # noqa: UP045 - typer reads it
            typer.Option("--set", metavar="FACT=VALUE", help=words("cli.compare.set")),
        ] = None,
        form: list_format = commands.ListFormat.TEXT,
        output: output_option = None,
        lang: lang_option = language,
    ) -> None:
        commands.compare(case, other, changes or (), form, output, lang)

    @app.command(help=words("cli.ihc"))
    def ihc(
        case: case_argument,
        form: list_format = commands.ListFormat.TEXT,
        output: output_option = None,
        lang: lang_option = language,
    ) -> None:
        commands.ihc(case, form, output, lang)

    @app.command(help=words("cli.pathway"))
    def pathway(
        case: case_argument,
        algorithm: Annotated[
            commands.AlgorithmName, typer.Argument(help=words("cli.pathway.id"), show_choices=True)
        ],
        form: Annotated[
            commands.PathwayFormat, typer.Option("--format", help=words("cli.format"))
        ] = commands.PathwayFormat.SVG,
        output: output_option = None,
        lang: lang_option = language,
    ) -> None:
        commands.pathway(case, algorithm, form, output, lang)

    @case_app.command(help=words("cli.case.check"))
    def check(case: case_argument, lang: lang_option = language) -> None:
        commands.case_check(case, lang)

    @case_app.command(help=words("cli.case.schema"))
    def schema(output: output_option = None, lang: lang_option = language) -> None:
        commands.case_schema(output, lang)

    @case_app.command(help=words("cli.case.new"))
    def new(
        output: output_option = None,
        force: Annotated[bool, typer.Option("--force", help=words("cli.force"))] = False,
        lang: lang_option = language,
    ) -> None:
        commands.case_new(output, force, lang)

    @guideline_app.command("list", help=words("cli.guideline.list"))
    def list_statements(
        section: Annotated[
            str, typer.Option("--section", help=words("cli.guideline.list.section"))
        ] = "",
        form: list_format = commands.ListFormat.TEXT,
        output: output_option = None,
        lang: lang_option = language,
    ) -> None:
        commands.guideline_list(section, form, output, lang)

    @guideline_app.command(help=words("cli.guideline.show"))
    def show(
        statement: id_argument,
        form: list_format = commands.ListFormat.TEXT,
        output: output_option = None,
        lang: lang_option = language,
    ) -> None:
        commands.guideline_show(statement, form, output, lang)

    @guideline_app.command(help=words("cli.guideline.coverage"))
    def coverage(
        form: list_format = commands.ListFormat.TEXT,
        output: output_option = None,
        lang: lang_option = language,
    ) -> None:
        commands.guideline_coverage(form, output, lang)

    return app


def _group(about: str) -> typer.Typer:
    return typer.Typer(
        help=about,
        no_args_is_help=False,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
