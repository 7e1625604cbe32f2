"""An independent reading of conditions, written from the contract: it shares only their notation.

`Oracle.truth` is strong Kleene over a few known facts; `Oracle.brute_status` tries every completion
of the unknown ones. Both read the text of a condition with Python's own parser.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain, combinations, product
from typing import Any

from support.knowledge import Facts

Kleene = bool | None
Known = Mapping[str, Any]
Reading = Callable[[Known], Kleene]


class TooManyError(Exception):
    """More completions than a test should try."""


@dataclass(frozen=True)
class BruteStatus:
    """What all completions of a case say of a condition; `truth` is `None` where they differ."""

    settled: bool
    truth: Kleene
    missing: frozenset[str]


class Oracle:
    """The meaning of conditions over one vocabulary."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self._readings: dict[str, Reading] = {}

    def truth(self, text: str, known: Known) -> Kleene:
        """Return the strong Kleene value of a condition; an absent fact is unknown.

        A derived fact has the value that its definition computes, else the one that is stated.
        """
        return self._reading(text)(known)

    def completed(self, stated: Known) -> dict[str, Any]:
        """Return the stated facts with all that they imply and define."""
        known = dict(stated)
        for cause, effects in self.facts.implies.items():
            if known.get(cause) is True:
                known |= dict.fromkeys(effects, True)
        for name, definition in self.facts.derived.items():
            computed = self.truth(definition, known)
            if computed is not None:
                known[name] = computed
        return known

    def broken(self, known: Known) -> list[str]:
        """Return the rules that these facts break for certain."""
        broken = [rule for rule in self.facts.forbidden() if self.truth(rule, known)]
        for name, definition in self.facts.derived.items():
            computed = self.truth(definition, known)
            if name in known and computed is not None and computed is not known[name]:
                broken.append(f"{name} is {definition}")
        return broken

    def brute_status(self, text: str, known: Known, limit: int = 50_000) -> BruteStatus:
        """Try all completions of the unknown facts that the condition and the rules touch.

        Raises `TooManyError` past `limit`, and `ValueError` where no completion keeps the rules.
        """
        rules = self._rules(known)
        own = [name for name in self.base_facts(text) if name not in known]
        relevant = self._linked(own, rules, known)
        open_rules = [rule for rule in rules if set(self.base_facts(rule)) & set(relevant)]
        texts = [text, *open_rules]
        domains = [self._values(name, texts, known) for name in relevant]
        if _size(domains) > limit:
            raise TooManyError(text)
        frozen = self._frozen(text, known)
        base = {name: value for name, value in known.items() if name not in self.facts.derived}
        readings = [self._reading(rule) for rule in open_rules]
        results: dict[tuple[Any, ...], bool] = {}
        for values in product(*domains):
            world = {**base, **dict(zip(relevant, values, strict=True))}
            if not any(reading(world) for reading in readings):
                result = self._reading(frozen)(world)
                assert result is not None
                results[values] = result
        if not results:
            raise ValueError("no completion keeps the rules")
        if len(set(results.values())) == 1:
            return BruteStatus(True, next(iter(results.values())), frozenset())
        missing = frozenset(name for name in own if _turns(relevant.index(name), results))
        return BruteStatus(False, None, missing)

    def base_facts(self, text: str) -> tuple[str, ...]:
        """Return the facts that a condition compares, derived ones replaced by their parents."""
        found: dict[str, None] = {}
        for name in _compared(_parsed(text)):
            if name in self.facts.derived:
                found |= dict.fromkeys(self.base_facts(self.facts.derived[name]))
            else:
                found[name] = None
        return tuple(found)

    def _rules(self, known: Known) -> list[str]:
        """Return what never holds: forbidden combinations, and stated derived facts denied."""
        stated = [
            f"not ({definition})" if known[name] else definition
            for name, definition in self.facts.derived.items()
            if name in known
        ]
        return [*self.facts.forbidden(), *stated]

    def _linked(self, names: list[str], rules: list[str], known: Known) -> list[str]:
        found = list(names)
        for name in found:
            for rule in rules:
                members = self.base_facts(rule)
                if name in members and self.truth(rule, known) is not False:
                    found += [m for m in members if m not in known and m not in found]
        return found

    def _frozen(self, text: str, known: Known) -> str:
        """Return the condition with its knowledge tests replaced by their present answers."""

        class Freeze(ast.NodeTransformer):
            def visit_Compare(self, node: ast.Compare) -> ast.AST:
                match node:
                    case ast.Compare(ast.Name(name), [ast.Is()], [ast.Constant(None)]):
                        return ast.Constant(name not in known)
                    case ast.Compare(ast.Name(name), [ast.IsNot()], [ast.Constant(None)]):
                        return ast.Constant(name in known)
                return node

        return ast.unparse(Freeze().visit(_parsed(text)))

    def _values(self, name: str, texts: list[str], known: Known) -> tuple[Any, ...]:
        """Return generously many values of a fact: all of them, or all that matter twice over."""
        line = self.facts.lines[name]
        if line.type == "bool":
            return (False, True)
        if line.type == "enum":
            return line.results
        if line.type == "int" and line.results:
            return tuple(map(int, line.results))
        if line.type in ("int", "decimal"):
            return self._numbers(line.type, texts, known)
        if line.type == "set":
            return tuple(self._subsets(name, texts))
        raise TypeError(f"{name}: {line.type}")

    def _numbers(self, kind: str, texts: list[str], known: Known) -> tuple[Any, ...]:
        bounds = {bound for text in texts for bound in _numbers_in(text)}
        numeric = {n for n, line in self.facts.lines.items() if line.type in ("int", "decimal")}
        bounds |= {
            Decimal(known[name])
            for text in texts
            for name in self.base_facts(text)
            if name in known and name in numeric
        }
        step = Decimal(1) if kind == "int" else Decimal("0.1")
        near = {bound + offset for bound in bounds for offset in (-step, Decimal(0), step)}
        if kind == "int":
            return tuple(sorted({*range(8), *(int(n) for n in near if n >= 0 and n == int(n))}))
        return tuple(sorted(n for n in {Decimal(0), Decimal(7), *near} if n >= 0))

    def _subsets(self, name: str, texts: list[str]) -> Iterator[frozenset[str]]:
        """Yield subsets of the members that are asked for, of narrower, wider and foreign ones."""
        allowed = self.facts.lines[name].results
        asked = {value for text in texts for value in _members_in(text, name)}
        pool = set(asked)
        for value in asked:
            pool.update(self.facts.narrower.get(value, ())[-1:])
            pool.update(w for w, narrow in self.facts.narrower.items() if value in narrow)
        pool.update([v for v in allowed if v not in pool][-1:] if allowed else ["elsewhere"])
        members = sorted(pool)
        for chosen in chain.from_iterable(
            combinations(members, n) for n in range(len(members) + 1)
        ):
            yield frozenset(chosen)

    def _reading(self, text: str) -> Reading:
        found = self._readings.get(text)
        if found is None:
            found = self._readings[text] = self._read(_parsed(text))
        return found

    def _read(self, node: ast.expr) -> Reading:
        match node:
            case ast.BoolOp(ast.And(), parts):
                return _conjunction([self._read(part) for part in parts])
            case ast.BoolOp(ast.Or(), parts):
                return _disjunction([self._read(part) for part in parts])
            case ast.UnaryOp(ast.Not(), part):
                return _negation(self._read(part))
            case ast.Constant(bool() as value):
                return lambda known: value
            case ast.Name("true"):
                return lambda known: True
            case ast.Name(name) if name in self.facts.derived:
                return self._derived(name)
            case ast.Name(name):
                return lambda known: known.get(name)
            case ast.Compare(left, [operator], [right]):
                return self._comparison(left, operator, right)
        raise SyntaxError(ast.unparse(node))

    def _derived(self, name: str) -> Reading:
        definition = self._reading(self.facts.derived[name])

        def reading(known: Known) -> Kleene:
            computed = definition(known)
            return known.get(name) if computed is None else computed

        return reading

    def _comparison(self, left: ast.expr, operator: ast.cmpop, right: ast.expr) -> Reading:
        match left, operator, right:
            case ast.Name(name), ast.Is(), ast.Constant(None):
                return lambda known: name not in known
            case ast.Name(name), ast.IsNot(), ast.Constant(None):
                return lambda known: name in known
            case ast.Name(name), ast.NotEq(), ast.List([]):
                return lambda known: len(known[name]) > 0 if name in known else None
            case ast.Constant(str() as member), ast.In(), ast.Name(name):
                accepted = {member, *self.facts.narrower.get(member, ())}
                return lambda known: bool(accepted & known[name]) if name in known else None
            case ast.Name(name), ast.In(), ast.Tuple(items):
                values = [_literal(item) for item in items]
                return lambda known: known[name] in values if name in known else None
            case ast.Name(one), ast.Gt(), ast.Name(two):
                return lambda k: k[one] > k[two] if one in k and two in k else None
            case ast.Name(name), _, _:
                holds, value = _COMPARES[type(operator)], _literal(right)
                return lambda known: holds(known[name], value) if name in known else None
        raise SyntaxError(f"{ast.unparse(left)} {operator} {ast.unparse(right)}")


_COMPARES: dict[type[ast.cmpop], Callable[[Any, Any], bool]] = {
    ast.Lt: lambda a, b: a < b,
    ast.LtE: lambda a, b: a <= b,
    ast.Gt: lambda a, b: a > b,
    ast.GtE: lambda a, b: a >= b,
    ast.Eq: lambda a, b: a == b,
    ast.NotEq: lambda a, b: a != b,
}


def _parsed(text: str) -> ast.expr:
    return ast.parse(text, mode="eval").body


def _literal(node: ast.expr) -> Any:
    """Return a text, or a number exactly as it is written."""
    match node:
        case ast.Constant(str() as value):
            return value
        case ast.Constant(int() | float()):
            return Decimal(ast.unparse(node))
    raise SyntaxError(ast.unparse(node))


def _negation(part: Reading) -> Reading:
    table: dict[Kleene, Kleene] = {True: False, False: True, None: None}
    return lambda known: table[part(known)]


def _conjunction(parts: list[Reading]) -> Reading:
    def reading(known: Known) -> Kleene:
        found: Kleene = True
        for part in parts:
            value = part(known)
            if value is False:
                return False
            if value is None:
                found = None
        return found

    return reading


def _disjunction(parts: list[Reading]) -> Reading:
    def reading(known: Known) -> Kleene:
        found: Kleene = False
        for part in parts:
            value = part(known)
            if value is True:
                return True
            if value is None:
                found = None
        return found

    return reading


def _compared(node: ast.expr) -> Iterator[str]:
    """Yield the names that a condition compares; a knowledge test compares nothing."""
    match node:
        case ast.Compare(_, [ast.Is() | ast.IsNot()], _) | ast.Name("true"):
            return
        case ast.Name(name):
            yield name
        case _:
            for child in ast.iter_child_nodes(node):
                if isinstance(child, ast.expr):
                    yield from _compared(child)


def _numbers_in(text: str) -> Iterator[Decimal]:
    for node in ast.walk(_parsed(text)):
        if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
            yield Decimal(ast.unparse(node))


def _members_in(text: str, name: str) -> Iterator[str]:
    for node in ast.walk(_parsed(text)):
        match node:
            case ast.Compare(ast.Constant(str() as member), [ast.In()], [ast.Name(found)]):
                if found == name:
                    yield member


def _size(domains: Iterable[tuple[Any, ...]]) -> int:
    size = 1
    for values in domains:
        size *= len(values)
    return size


def _turns(index: int, results: Mapping[tuple[Any, ...], bool]) -> bool:
    """Tell whether two valid completions that differ in one fact alone differ in result."""
    seen: dict[tuple[Any, ...], bool] = {}
    for values, result in results.items():
        others = values[:index] + values[index + 1 :]
        if seen.setdefault(others, result) is not result:
            return True
    return False
