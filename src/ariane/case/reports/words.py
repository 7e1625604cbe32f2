"""From the raw words of a sentence to those of the grammar.

The lexer sees one word at a time; what depends on the neighbours is decided here: a
dash that is a sign, a link or a hyphen, a colon that announces a result or a list, a comma within
one result, brackets, the verb `exprime` and the participle `exprimé`.
"""

from __future__ import annotations

import re

from lark import Token

from ariane.case.reports.markers import heard_of, marker_named

MARKERS = frozenset({"MARKER", "OTHER_MARKER"})
SMALL = frozenset({"FILLER", "PREP"})
RESULTS = frozenset(
    [
        "POSITIVE",
        "NEGATIVE",
        "PLUS",
        "MINUS",
        "SCORE",
        "REDUCED",
        "KEPT",
        "DOUBT",
        "CAUTION",
        "PENDING",
        "NOT_DONE",
    ]
)
QUALIFYING = frozenset(["EXTENT", "FEW", "STRONG", "MODERATE", "WEAK", "PERCENT", "COMPARTMENT"])
STATES = RESULTS | QUALIFYING | {"NOT"}
NOUNS = frozenset(["EXPRESSION", "STAINING", "ABSENCE", "LOSS", "NO_LOSS", "NEGATIVITY"])
JOINTS = frozenset(["COMMA", "SEMICOLON", "SLASH", "AND", "OR", "NOR", "BUT"])
FLAGS = frozenset(["WARNING", "BESIDE", "ELSEWHERE", "SUPPOSED", "BLOOD", "TAIL"])
RAW = SMALL | FLAGS | frozenset(["COLON", "IS", "LPAR", "RPAR", "NUMBER", "OTHER", "EXPRIME"])
KERATINS = {"7": "MARKER", "20": "MARKER", "5/6": "MARKER", "19": "OTHER_MARKER"}


def arranged(tokens: list[Token]) -> list[Token]:
    """Return the words of a sentence as the grammar takes them."""
    words = [token for token in tokens if token.type not in FLAGS and token.type != "FILLER"]
    for step in (_prepositions, _brackets, _keratins, _nouns_behind, *_SIGNS):
        words = step(words)
    return _joints(_commas(words))


def _type(words: list[Token], index: int) -> str:
    """Return the kind of a word, counted from the end where negative; `""` past the ends."""
    return words[index].type if -len(words) <= index < len(words) else ""


def _retyped(token: Token, kind: str) -> Token:
    return Token.new_borrow_pos(kind, str(token), token)


def _prepositions(words: list[Token]) -> list[Token]:
    """Keep the last preposition before a marker; it ties a result to what follows."""
    kept: list[Token] = []
    for index, word in enumerate(words):
        if word.type != "PREP":
            kept.append(word)
        elif _type(words, index + 1) in MARKERS and _type(kept, -1) not in ("", *JOINTS, "NOT"):
            kept.append(_retyped(word, "FOR"))
    return [w for i, w in enumerate(kept) if w.type != "FOR" or _takes(kept, i)]


def _takes(words: list[Token], index: int) -> bool:
    return index > 0 and words[index - 1].type not in MARKERS | {
        "COLON",
        "LPAR",
        "RPAR",
        "IS",
        "FOR",
        "CONTROL",
    }


def _brackets(words: list[Token]) -> list[Token]:
    """Drop brackets around a result or a second name; others set their content apart."""
    out: list[Token] = []
    opened: list[bool] = []
    for index, word in enumerate(words):
        if word.type == "LPAR":
            inner = _inside(words, index)
            alias = len(inner) == 1 and inner[0].type in MARKERS and _names(out, inner[0])
            plain = all(token.type in STATES | {"COMMA", "AND"} for token in inner) or alias
            opened.append(plain)
            if not plain:
                out.append(_retyped(word, "FOR" if _announces(out, inner) else "COMMA"))
        elif word.type == "RPAR":
            if opened and not opened.pop():
                out.append(_retyped(word, "COMMA"))
        elif not (word.type in MARKERS and opened and opened[-1]):
            out.append(word)
    return out


def _announces(before: list[Token], inner: list[Token]) -> bool:
    """Tell whether brackets list the markers of the result before them."""
    since: list[str] = []
    for word in reversed(before):
        if word.type in JOINTS:
            break
        since.append(word.type)
    listed = bool(inner) and inner[0].type in MARKERS and not MARKERS & set(since)
    return listed and bool(since) and since[0] in STATES | NOUNS


def _inside(words: list[Token], index: int) -> list[Token]:
    inner: list[Token] = []
    for word in words[index + 1 :]:
        if word.type in ("RPAR", "LPAR"):
            break
        inner.append(word)
    return inner


def _names(before: list[Token], alias: Token) -> bool:
    """Tell whether brackets hold a second name of the marker before them, or its clone."""
    if _type(before, -1) not in MARKERS:
        return False
    return marker_named(str(before[-1])) == marker_named(str(alias)) or not heard_of(str(alias))


def _keratins(words: list[Token]) -> list[Token]:
    """Read the second number of `CK 7 et 20` as the keratin that it is."""
    out: list[Token] = []
    for word in words:
        keratin = KERATINS.get(str(word)) if word.type == "NUMBER" else None
        after = _type(out, -1) in ("AND", "SLASH", "COMMA", "NOR") and _type(out, -2) in MARKERS
        if keratin and after and re.search(r"^(ck|krt|k|.*keratine?s?) ?-?\d", str(out[-2])):
            named = Token.new_borrow_pos(keratin, f"ck{word}", word)
            out.append(named)
        else:
            out.append(word)
    return out


def _participles(words: list[Token]) -> list[Token]:
    out: list[Token] = []
    for word in words:
        if word.type == "EXPRIME":
            before = [w.type for w in out if w.type not in QUALIFYING]
            if before[-1:] == ["NOT"]:
                before.pop()
            said_of_marker = bool(before) and before[-1] in MARKERS | {"IS", "COLON"}
            word = _retyped(word, "POSITIVE" if said_of_marker else "VERB")
        out.append(word)
    return out


def _dashes(words: list[Token]) -> list[Token]:
    """Tell the sign from the link and the hyphen; one that may be either stays unreadable."""
    out: list[Token] = []
    for index, word in enumerate(words):
        if word.type != "MINUS":
            out.append(word)
            continue
        before, after = _type(out, -1), _type(words, index + 1)
        glued = bool(out) and out[-1].end_pos == word.start_pos
        glued_on = index + 1 < len(words) and words[index + 1].start_pos == word.end_pos
        if not out:
            continue
        if before in STATES and not glued:
            out.append(_retyped(word, "COMMA"))
        elif before in MARKERS and after in STATES and (not glued or glued_on):
            out.append(_retyped(word, "COLON"))
        elif after in MARKERS and (glued_on or not (glued or _signs_run(out))):
            out.append(_retyped(word, "OTHER"))
        else:
            out.append(word)
    return out


def _signs_run(words: list[Token]) -> bool:
    """Tell whether the sentence has begun as `CK7 + CK20 …`: a sign after each marker."""
    kinds = [word.type for word in words]
    return kinds[:3] in (["MARKER", "PLUS", "MARKER"], ["MARKER", "PLUS", "OTHER_MARKER"])


def _colons(words: list[Token]) -> list[Token]:
    out: list[Token] = []
    for index, word in enumerate(words):
        before, after = _type(out, -1), _type(words, index + 1)
        if word.type == "SHOWS" and before in MARKERS and after in STATES | NOUNS | {"NO"}:
            out.append(_retyped(word, "LINK"))
            continue
        if word.type not in ("COLON", "IS"):
            out.append(word)
            continue
        if before in MARKERS:
            out.append(_retyped(word, "LINK"))
        elif word.type == "COLON" and after in MARKERS and before not in ("", *JOINTS, "FOR"):
            out.append(_retyped(word, "FOR"))
        elif word.type == "IS" and before in STATES and after not in ("", *JOINTS, *MARKERS):
            out.append(word)
    return out


def _nouns_behind(words: list[Token]) -> list[Token]:
    """Put the noun of `no CDX2 expression` before its marker; drop it where nothing denies it."""
    out: list[Token] = []
    for word in words:
        if word.type not in ("EXPRESSION", "STAINING") or _type(out, -1) not in MARKERS:
            out.append(word)
        elif _type(out, -2) in QUALIFYING | {"NO"}:
            out.insert(-1, word)
    return out


def _denials(words: list[Token]) -> list[Token]:
    """Mark the `pas`, `ni` or `sans` that stands right before a marker."""
    return [
        _retyped(word, "NOT_THIS")
        if word.type in ("NOT", "NO")
        and _type(words, index + 1) in MARKERS
        and not (index and words[index - 1].type in ("VERB", "SHOWS"))
        else word
        for index, word in enumerate(words)
    ]


def _commas(words: list[Token]) -> list[Token]:
    """Drop commas and `et` within one result: `positif, intense et diffus`."""
    out: list[Token] = []
    for index, word in enumerate(words):
        within = word.type in ("COMMA", "AND") and _type(out, -1) in STATES
        paired = word.type == "AND" and _type(out, -1) in QUALIFYING
        if within and (
            _qualifies_on(words, index + 1) or (paired and _type(words, index + 1) in QUALIFYING)
        ):
            continue
        out.append(word)
    return out


def _qualifies_on(words: list[Token], index: int) -> bool:
    """Tell whether qualifiers stand here that belong to what was said, not to what follows."""
    first = index
    while _type(words, index) in QUALIFYING | {"SCORE"}:
        index += 1
    return index > first and _type(words, index) in ("", *JOINTS)


def _joints(words: list[Token]) -> list[Token]:
    """Keep one joint of a row, the one that says most, and none at the ends."""
    weight = {"BUT": 6, "NOR": 5, "OR": 4, "AND": 3, "SEMICOLON": 2, "SLASH": 1, "COMMA": 0}
    out: list[Token] = []
    for word in words:
        if word.type in JOINTS and out and out[-1].type in JOINTS:
            if weight[word.type] > weight[out[-1].type]:
                out[-1] = word
        else:
            out.append(word)
    return out


_SIGNS = (_participles, _dashes, _colons, _denials)
