"""The page: self-contained, escaped, complete."""

from __future__ import annotations

import json
from html.parser import HTMLParser

import pytest

from ariane.bootstrap import assess, rendered
from ariane.case.reading import case_from_bytes
from ariane.guideline.tncd24.chapter import statements
from ariane.wording.language import Language

HOSTILE = '<script>alert("x")</script> & PSA < 4'


def page(language: Language, **content: object) -> str:
    case = {"schema": "ariane-case/1", "id": "x", **content}
    return rendered(assess(case_from_bytes(json.dumps(case).encode(), "x")), "html", language)


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.addresses: list[str] = []
        self.ids: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("src", "href")]
        self.ids += [value or "" for name, value in attrs if name == "id"]

    def handle_data(self, data: str) -> None:
        self.text += data


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    return reader


@pytest.mark.parametrize("language", Language)
def test_page_loads_nothing_and_runs_nothing(language: Language) -> None:
    reader = read(page(language, facts={"sex": "female", "capi_status": "suspected"}))
    assert "script" not in reader.tags
    assert reader.addresses == []
    assert len(reader.ids) == len(set(reader.ids))


def test_text_of_the_case_is_escaped_and_kept() -> None:
    html = page(Language.FR, id=HOSTILE, notes=HOSTILE, facts={"nodal_max_basin": HOSTILE})
    assert "<script>alert" not in html
    assert read(html).text.count("PSA < 4") >= 3


def test_every_statement_but_the_waiting_ones_is_on_the_page() -> None:
    facts = {"sex": "female", "capi_status": "suspected", "liver_metastases": True}
    content = {"schema": "ariane-case/1", "id": "x", "facts": facts}
    consultation = assess(case_from_bytes(json.dumps(content).encode(), "x"))
    html = rendered(consultation, "html", Language.EN)
    reader = read(html)
    settled = {entry.id for entry in consultation if entry.settled}
    subjects = {s.id: s.subject for s in statements() if s.subject}
    shown = set(reader.ids)
    led = {subjects[name] for name in shown if name in subjects}
    assert settled - shown <= {name for name, subject in subjects.items() if subject in led}


def test_old_edition_is_said_two_years_later() -> None:
    assert "deux ans" not in page(Language.FR, as_of="2027-02-28")
    assert "deux ans" in page(Language.FR, as_of="2027-03-01")
    assert "deux ans" not in page(Language.FR)
