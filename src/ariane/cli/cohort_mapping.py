"""Source tables and their mapping, as commands use them: refusals and messages in words."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ariane.cli.cohort_tables import tell
from ariane.cli.failure import Failure
from ariane.wording.catalogue import say
from ariane.wording.language import Language

if TYPE_CHECKING:
    from ariane.cohort.mapping.converting import Conversion
    from ariane.cohort.mapping.files import InputError

MappingName = Annotated[str, typer.Argument(metavar="NAME", help="mapping:cli.name")]
ITEMS_NAMED = 12
"""So many items are named that were not read; the others are counted."""


def conversion_of(named: str, inputs: Sequence[Path], language: Language) -> "Conversion":
    """Read tables by a mapping, shipped or from a file. Raises `Failure` in words."""
    from ariane.case.problems import CaseError
    from ariane.cohort.mapping.converting import converted
    from ariane.cohort.mapping.files import InputError
    from ariane.cohort.mapping.shipped import NoMappingError, read_mapping
    from ariane.wording.refusals import refusal

    try:
        return converted(read_mapping(named), inputs)
    except NoMappingError as error:
        raise no_mapping(error.name, error.nearest, language) from None
    except CaseError as error:
        raise Failure(refusal(error, language)) from None
    except InputError as error:
        raise Failure(_refused(named, error, language)) from None
    except OSError as error:
        reason, path = error.strerror or str(error), error.filename or inputs[0]
        raise Failure(say("cohort:failed", language, path=path, reason=reason)) from None


def no_mapping(name: str, nearest: Sequence[str], language: Language) -> Failure:
    """Return the refusal of a name that no mapping bears."""
    from ariane.cohort.mapping.shipped import shipped_names

    said = say("mapping:no-such", language, name=name, names=", ".join(shipped_names()))
    if nearest:
        names = say("word.or", language).join(nearest)
        said = f"{said} {say('refusal.nearest', language, names=names)}"
    return Failure(said)


def _refused(named: str, error: "InputError", language: Language) -> str:
    lines = [say("mapping:refused", language, name=named)]
    for problem in error.problems:
        words = problem._asdict() | {"nearest": ", ".join(problem.nearest)}
        near = "-near" if problem.nearest else ""
        lines.append("  - " + say(f"mapping:input.{problem.kind}{near}", language, **words))
    return "\n".join(lines)


def tell_not_read(conversion: "Conversion", language: Language) -> None:
    """Say what the mapping does not speak of, and how many rows are of no known patient."""
    if conversion.unread_files:
        names = ", ".join(conversion.unread_files)
        tell(say("mapping:unread-files", language, names=names))
    for file, columns in conversion.unread_columns.items():
        tell(say("mapping:unread-columns", language, file=file, names=", ".join(columns)))
    for file, items in conversion.unread_items.items():
        tell(say("mapping:unread-items", language, file=file, names=_listed(items, language)))
    if conversion.strays:
        tell(say("mapping:strays", language, count=conversion.strays))


def _listed(items: Counter[str], language: Language) -> str:
    named = ", ".join(f"{item} ({count})" for item, count in items.most_common(ITEMS_NAMED))
    left = len(items) - ITEMS_NAMED
    return named if left <= 0 else f"{named}{say('mapping:and-more', language, count=left)}"
