"""Commands that compute from what was typed, and refuse it with every problem at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from ariane.calculators.inputs import InputError
from ariane.cli.failure import Failure
from ariane.wording.language import Language

Result = TypeVar("Result")


def computed(compute: Callable[[], Result], language: Language) -> Result:
    """Return what `compute` returns. Raises `Failure` where the inputs are refused."""
    try:
        return compute()
    except InputError as error:
        from ariane.wording.input_refusals import input_refusal

        raise Failure(input_refusal(error, language)) from None
