"""What the printer asks of a dialect of SQL, in the spelling that most share."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence


class Dialect(ABC):
    """Expressions as texts; `x` stands for the text of an expression throughout."""

    quote = '"'
    text_type = "VARCHAR"
    double_type = "DOUBLE"
    bit_type = "INT"
    fence = ""
    """After a select: keeps the planner from merging it into the one above."""

    def quoted(self, name: str) -> str:
        """Return the name of a column or table."""
        return self.quote + name.replace(self.quote, self.quote * 2) + self.quote

    def literal(self, value: str | int) -> str:
        """Return a text or a whole number as a constant."""
        return str(value) if isinstance(value, int) else "'" + value.replace("'", "''") + "'"

    def literals(self, values: Sequence[str | int]) -> str:
        """Return constants with commas between them."""
        return ", ".join(map(self.literal, values))

    def number(self, value: float) -> str:
        """Return a constant of binary64, read from the shortest decimal that means it."""
        return f"CAST('{value!r}' AS {self.double_type})"

    def as_double(self, x: str) -> str:
        """Return a number in binary64."""
        return f"CAST({x} AS {self.double_type})"

    def as_text(self, x: str) -> str:
        """Return any value as text; of a number, the shortest decimal that means it."""
        return f"CAST({x} AS {self.text_type})"

    def exact(self, x: str) -> str:
        """Return a decimal as text that loses nothing."""
        return self.as_text(x)

    def plain(self, x: str) -> str:
        """Return a text in a form that compares byte by byte."""
        return x

    def plain_list(self, x: str, texts: bool) -> str:
        """Return a list of texts that compare byte by byte, or of whole numbers."""
        return x

    def bit(self, x: str) -> str:
        """Return 1 for true and 0 for false."""
        return f"CAST({x} AS {self.bit_type})"

    def among(self, x: str, values: Sequence[str | int], or_null: bool = False) -> str:
        """Tell, never null, whether `x` is one of `values`; `or_null`: or unknown."""
        listed = f"coalesce({x} IN ({self.literals(values)}), false)"
        return f"({x} IS NULL OR {listed})" if or_null else listed

    @abstractmethod
    def is_nan(self, x: str) -> str:
        """Tell whether a float is NaN."""

    def narrow_is_short(self, x: str) -> str | None:
        """Tell whether the text of a narrow float is sure to be the shortest; `None`: always."""
        return None

    @abstractmethod
    def matches(self, x: str, pattern: str) -> str:
        """Tell whether a regular expression is found in a text."""

    @abstractmethod
    def length(self, x: str) -> str:
        """Return how many members a list has."""

    @abstractmethod
    def has_any(self, x: str, members: Sequence[str]) -> str:
        """Tell whether a list has one of `members`."""

    @abstractmethod
    def all_among(self, x: str, members: Sequence[str | int]) -> str:
        """Tell whether every member of a list is one of `members`; false where one is null."""

    @abstractmethod
    def all_match(self, x: str, pattern: str) -> str:
        """Tell whether a regular expression is found in every member; false where one is null."""

    @abstractmethod
    def members(self, x: str) -> str:
        """Return the members of a text such as `a|b`; of `[]`, none."""

    @abstractmethod
    def list_as_json(self, x: str) -> str:
        """Return a list as it is to stand in `json_object`."""

    @abstractmethod
    def json_object(self, values: Sequence[str]) -> str:
        """Return a text of JSON: an object with `values` by number, `f1` first."""
