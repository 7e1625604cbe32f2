"""Geometry of drawn paths: curves as Graphviz writes them, arrow heads, middles."""

from __future__ import annotations

Point = tuple[float, float]


def numbers(path: str) -> list[Point]:
    """Return the points of a path of cubic curves."""
    parts = [float(part) for part in path.replace("M", " ").replace("C", " ").split()]
    return list(zip(parts[::2], parts[1::2], strict=True))


def last_points(path: str) -> tuple[Point, Point]:
    """Return where a path ends, and the last point before it that lies apart."""
    points = numbers(path)
    end = points[-1]
    return end, next((p for p in reversed(points[:-1]) if distance(p, end) > 1), points[0])


def distance(one: Point, two: Point) -> float:
    """Return how far two points lie apart."""
    return float(((one[0] - two[0]) ** 2 + (one[1] - two[1]) ** 2) ** 0.5)


def arrow(before: Point, end: Point) -> str:
    """Return the head of an arrow that comes from `before` to `end`."""
    length = distance(before, end) or 1.0
    dx, dy = (end[0] - before[0]) / length, (end[1] - before[1]) / length
    base = (end[0] - 9 * dx, end[1] - 9 * dy)
    left = (base[0] - 4.5 * dy, base[1] + 4.5 * dx)
    right = (base[0] + 4.5 * dy, base[1] - 4.5 * dx)
    return f"M {point(end)} L {point(left)} L {point(right)} Z"


def point(place: Point) -> str:
    """Return a point as a path writes it."""
    return f"{place[0]:.1f} {place[1]:.1f}"


def middle(path: str) -> Point:
    """Return the point halfway along the middle curve of the path."""
    points = numbers(path)
    curves = (len(points) - 1) // 3
    start = 3 * (curves // 2)
    a, b, c, d = points[start : start + 4]
    half = [(a[i] + 3 * b[i] + 3 * c[i] + d[i]) / 8 for i in (0, 1)]
    if curves % 2 == 0:
        half = list(a)
    return half[0], half[1]
