"""The map from an official form to Ariane's fields, as a site writes it in YAML.

```yaml
placeholders: {ps_patient: ecog_ps}        # {{ ps_patient }} in the form
beside: {"Indice OMS": ecog_ps}            # text after the label, or in the cell to its right
```
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any, NamedTuple

import yaml

from ariane.documents.form_fields import FIELDS
from ariane.wording.catalogue import say
from ariane.wording.language import Language

KEYS = ("placeholders", "beside")
NEAR = 3
MOST_BYTES = 1 << 20


class FormError(ValueError):
    """A form or a map that cannot be used, said in the user's language."""


class FormMap(NamedTuple):
    """Names of placeholders, and labels, each with the field that goes there."""

    placeholders: dict[str, str]
    beside: dict[str, str]


def read_map(content: bytes, language: Language) -> FormMap:
    """Read a map. Raises `FormError`, which names an unknown field and those close to it."""
    if len(content) > MOST_BYTES:
        raise FormError(say("board:form.too-large", language, size=MOST_BYTES >> 20))
    try:
        tree = yaml.safe_load(content.decode())
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise FormError(say("board:form.not-yaml", language, reason=error)) from None
    if not isinstance(tree, dict) or not tree or set(tree) - set(KEYS):
        raise FormError(say("board:form.not-a-map", language))
    return FormMap(*(_fields(tree.get(key) or {}, language) for key in KEYS))


def _fields(part: Any, language: Language) -> dict[str, str]:
    if not isinstance(part, dict) or not all(isinstance(v, str) for v in (*part, *part.values())):
        raise FormError(say("board:form.not-a-map", language))
    for field in part.values():
        if field not in FIELDS:
            near = ", ".join(get_close_matches(field, FIELDS, NEAR, cutoff=0.0))
            raise FormError(say("board:form.unknown-field", language, field=field, near=near))
    return dict(part)
