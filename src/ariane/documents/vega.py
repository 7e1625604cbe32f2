"""Drawings from Vega-Lite specifications. What draws them needs vl-convert."""

from __future__ import annotations

from typing import Any

from ariane.documents.roomy import roomy

SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
Spec = dict[str, Any]


def plot_svg(spec: Spec) -> str:
    """Return the drawing, to stand in a page or by itself."""
    import vl_convert

    return roomy(str(vl_convert.vegalite_to_svg(spec)))


def plot_html(spec: Spec) -> str:
    """Return a page with the drawing that needs no network."""
    import vl_convert

    return str(vl_convert.vegalite_to_html(spec, bundle=True))
