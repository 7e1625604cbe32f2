"""Single entries of a mapping file: texts, flags, factors, forms of dates."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from ariane.case.collecting import any_text
from ariane.case.problems import ProblemKind
from ariane.case.tree import Node
from ariane.case.values import one_of, refuse, text
from ariane.cohort.mapping.source_mapping import Several


def texts(node: Node) -> tuple[str, ...]:
    """Return a list of texts, some of which may be empty. Raises `RefusedError`."""
    if not isinstance(node.value, list):
        raise refuse(ProblemKind.WRONG_TYPE, node, "[text, …]")
    return tuple(any_text(member) for member in node.value)


def one_or_more(node: Node) -> tuple[str, ...]:
    """Return a text or a list of texts, as a list. Raises `RefusedError`."""
    return texts(node) if isinstance(node.value, list) else (text(node),)


def choice(*allowed: str) -> Callable[[Node], str]:
    """Return a reader of one of the allowed texts."""
    return lambda node: one_of(node, allowed)


def several_values(node: Node) -> Several:
    """Return what to do with several values. Raises `RefusedError`."""
    return Several(one_of(node, tuple(several.value for several in Several)))


def flag(node: Node) -> bool:
    """Return true or false. Raises `RefusedError`."""
    if not isinstance(node.value, bool):
        raise refuse(ProblemKind.WRONG_TYPE, node, "true | false")
    return node.value


def one_character(node: Node) -> str:
    """Return a text of one character. Raises `RefusedError`."""
    if not isinstance(node.value, str) or len(node.value) != 1:
        raise refuse(ProblemKind.WRONG_TYPE, node, "one character")
    return node.value


def positive(node: Node) -> Decimal:
    """Return a number above zero. Raises `RefusedError`."""
    number = node.value
    if isinstance(number, bool) or not isinstance(number, int | Decimal):
        raise refuse(ProblemKind.WRONG_TYPE, node, "decimal > 0")
    if not (Decimal(number).is_finite() and number > 0):
        raise refuse(ProblemKind.OUT_OF_RANGE, node, "decimal > 0")
    return Decimal(number)


def date_form(node: Node) -> str:
    """Return a form of dates that names year, month and day. Raises `RefusedError`."""
    written = text(node)
    if not all(part in written for part in ("%Y", "%m", "%d")):
        raise refuse(ProblemKind.NOT_ALLOWED, node, "%Y-%m-%d | %d/%m/%Y | %Y%m%d …")
    return written
