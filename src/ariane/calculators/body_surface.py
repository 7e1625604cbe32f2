"""Body surface area by two published formulas; the guideline prints none.

Both give square metres from a height in centimetres and a weight in kilograms. Their value is
irrational for nearly every patient: it is carried to `DIGITS` significant digits, half even.
"""

from __future__ import annotations

from decimal import Context, Decimal, localcontext
from enum import StrEnum

DIGITS = 34
"""Of decimal128: far past any measurement, so that nothing visible is ever rounded."""
EXACTLY = Context(prec=DIGITS)


class BodySurfaceFormula(StrEnum):
    """Which formula; there is no default, as the guideline has none."""

    MOSTELLER = "mosteller"
    DUBOIS = "dubois"


CITATION = {
    BodySurfaceFormula.MOSTELLER: "Mosteller RD. N Engl J Med 1987;317:1098",
    BodySurfaceFormula.DUBOIS: "Du Bois D, Du Bois EF. Arch Intern Med 1916;17:863-71",
}
EQUATION = {
    BodySurfaceFormula.MOSTELLER: "√(cm × kg / 3600)",
    BodySurfaceFormula.DUBOIS: "0.007184 × cm^0.725 × kg^0.425",
}


def body_surface(height_cm: Decimal, weight_kg: Decimal, formula: BodySurfaceFormula) -> Decimal:
    """Return the body surface in m2, to 34 significant digits."""
    with localcontext(EXACTLY):
        if formula is BodySurfaceFormula.MOSTELLER:
            return (height_cm * weight_kg / 3600).sqrt()
        return Decimal("0.007184") * height_cm ** Decimal("0.725") * weight_kg ** Decimal("0.425")


def dose_mg(mg_per_m2: Decimal, body_surface_m2: Decimal) -> Decimal:
    """Return printed mg per m2 times body surface in mg: neither rounded, nor capped."""
    with localcontext(EXACTLY):
        return mg_per_m2 * body_surface_m2
