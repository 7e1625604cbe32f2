"""Libraries of an optional extra, asked for before anything is done."""

from collections.abc import Sequence
from importlib.util import find_spec

from ariane.cli.failure import Failure
from ariane.wording.catalogue import say
from ariane.wording.language import Language

ORIGIN = ("numpy", "pyarrow")
TRAINING = (*ORIGIN, "sklearn")


def need_libraries(names: Sequence[str], words: str, language: Language) -> None:
    """Raise `Failure` in `words` (a wording key) for libraries that are not installed."""
    absent = [name for name in names if find_spec(name) is None]
    if absent:
        raise Failure(say(words, language, names=", ".join(absent)))
