"""What a statement says of itself."""

from __future__ import annotations

import pytest

from ariane.guideline.tncd24.chapter import statements

BY_ID = {statement.id: statement for statement in statements()}


@pytest.mark.parametrize(
    ("name", "optional"),
    [
        ("S24.3.6.3-O1", True),
        ("S24.3.8.1-D3", True),
        ("S24.3.6.3-W1", False),
        ("S24.3.6.3-C1", False),
        ("S24.3.6.3-R1", False),
    ],
)
def test_how_an_option_is_carried_out_is_no_option(name: str, optional: bool) -> None:
    """Lines 405 to 416: exploring is an option, midline trocars and five items are imperative."""
    assert BY_ID[name].is_optional is optional
