"""The reference site: complete in both languages, well formed, nothing dead or foreign."""

from __future__ import annotations

import hashlib
import json
import os
import posixpath
import re
import subprocess
import sys
from functools import cache
from html.parser import HTMLParser
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from ariane.documents.site.build import files_expected, pages, rendered_page, site_files
from ariane.documents.site.search_index import folded
from ariane.documents.site.uses import uses
from ariane.documents.site.written_cases import read_cases
from ariane.facts.vocabulary import VOCABULARY
from ariane.guideline.tncd24.algorithms import ALGORITHMS
from ariane.guideline.tncd24.ambiguities import AMBIGUITIES
from ariane.guideline.tncd24.bibliography import entries
from ariane.guideline.tncd24.chapter import statements
from ariane.guideline.tncd24.knowledge_hash import knowledge_sha256
from ariane.wording.catalogue import say
from ariane.wording.language import Language

CASES_FOLDER = Path(__file__).parents[2] / "guideline" / "cases"
VOID = {"meta", "link", "input", "br", "path", "rect", "circle"}
SOME = 500
"""Lists, sections, statements and some facts."""
PUBLICATIONS = "https://doi.org/"


class Read(HTMLParser):
    """A page as a browser sees it; raises where tags do not nest."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self.feed(html)
        self.close()
        assert not self.open, self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def all(self, tag: str, name: str) -> list[str]:
        return [found[name] for kind, found in self.tags if kind == tag and name in found]

    @property
    def ids(self) -> list[str]:
        return [found["id"] for _, found in self.tags if "id" in found]

    @property
    def links(self) -> list[str]:
        return self.all("a", "href")

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


@cache
def cases() -> dict[str, Any]:
    return read_cases(CASES_FOLDER)


@cache
def whole_site() -> dict[str, str]:
    return dict(site_files(cases()))


@cache
def all_pages() -> dict[str, Read]:
    """Return every page, read once; not at import, which every worker of the tests would pay."""
    return {path: Read(html) for path, html in whole_site().items() if path.endswith(".html")}


IN_EACH = pytest.mark.parametrize("language", Language)


def entries_of(language: Language) -> list[list[str]]:
    script = whole_site()[f"assets/search-{language}.js"]
    found: list[list[str]] = json.loads(script.partition(" = ")[2].rstrip(";\n"))
    return found


@IN_EACH
def test_everything_known_has_its_page(language: Language) -> None:
    expected = {
        *(f"{language}/statements/{s.id}.html" for s in statements()),
        *(f"{language}/sections/{s.section}.html" for s in statements()),
        *(f"{language}/facts/{fact.name}.html" for fact in VOCABULARY),
        *(f"{language}/ambiguities/{point.id}.html" for point in AMBIGUITIES),
        *(f"{language}/algorithms/{algorithm.id}.html" for algorithm in ALGORITHMS),
        *(f"{language}/{name}.html" for name in ("index", "facts", "ambiguities")),
        *(f"{language}/{name}.html" for name in ("bibliography", "search")),
    }
    assert {path for path in all_pages() if path.startswith(f"{language}/")} == expected
    assert set(entries()) <= set(all_pages()[f"{language}/bibliography.html"].ids)


def test_progress_knows_how_many_files_come() -> None:
    assert len(whole_site()) == files_expected()


def test_no_link_is_dead() -> None:
    anchors = {path: set(page.ids) for path, page in all_pages().items()}
    for path, page in all_pages().items():
        shared = [
            *page.all("link", "href"),
            *page.all("script", "src"),
            *page.all("form", "action"),
        ]
        for address in {*page.links, *shared}:
            if address.startswith(PUBLICATIONS):
                continue
            file, _, anchor = address.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), file))
            target = target if file else path
            assert target in whole_site(), f"{path}: {address}"
            assert not anchor or anchor in anchors[target], f"{path}: {address}"


def test_nothing_is_loaded_from_elsewhere() -> None:
    for path, page in all_pages().items():
        for tag, found in page.tags:
            for name in ("src", "srcset", "action", "data", "poster"):
                assert "//" not in found.get(name, ""), f"{path}: <{tag} {name}>"
            if tag != "a":
                assert "//" not in found.get("href", ""), path
            assert not [name for name in found if name.startswith("on")], f"{path}: <{tag}>"
    for name, content in whole_site().items():
        if name.startswith("assets/site"):
            assert not re.search(r"https?:|@import|url\(|fetch\(|XMLHttp|innerHTML", content), name


def test_links_out_lead_to_publications_only() -> None:
    out = {link for page in all_pages().values() for link in page.links if "//" in link}
    assert out
    assert all(link.startswith(PUBLICATIONS) for link in out)


def test_every_page_is_well_formed_and_says_what_it_is() -> None:
    for path, page in all_pages().items():
        assert whole_site()[path].lstrip().startswith("<!doctype html>"), path
        assert len(page.ids) == len(set(page.ids)), path
        tags = [tag for tag, _ in page.tags]
        assert tags.count("h1") == tags.count("main") == 1, path
        language = path.split("/")[0] if "/" in path else "fr"
        assert page.all("html", "lang") == [language]
        assert set(page.all("input", "id")) <= set(page.all("label", "for")), path
        assert say("intended-use", Language(language)) in page.text, path
        assert knowledge_sha256() in page.text, path


def test_every_page_leads_to_itself_in_the_other_language() -> None:
    for path, page in all_pages().items():
        language, _, rest = path.partition("/")
        if not rest:
            continue
        other = "en" if language == "fr" else "fr"
        address = f"{'../' * (rest.count('/') + 1)}{other}/{rest}"
        assert address in page.links, path


@IN_EACH
def test_a_statement_shows_all_that_is_known_of_it(language: Language) -> None:
    for statement in statements():
        page = all_pages()[f"{language}/statements/{statement.id}.html"]
        assert say(f"strength.{statement.strength}", language) in page.text
        if statement.grade:
            assert say(f"grade.{statement.grade}", language) in page.text
        for name in statement.ambiguities:
            assert f"../ambiguities/{name}.html" in page.links
        for key in statement.citations:
            assert f"../bibliography.html#{key}" in page.links
        told = sum(" ".join(c["name"].split()) in page.text for c in cases()[statement.id])
        assert told == len(cases()[statement.id]), statement.id


@IN_EACH
def test_a_fact_leads_to_every_statement_that_rests_on_it(language: Language) -> None:
    for fact in VOCABULARY:
        page = all_pages()[f"{language}/facts/{fact.name}.html"]
        used = uses(fact)
        for statement in (*used.conditions, *used.fulfilments):
            assert f"../statements/{statement.id}.html" in page.links, fact.name
            back = all_pages()[f"{language}/statements/{statement.id}.html"].links
            assert f"../facts/{fact.name}.html" in back or fact not in _named(statement)


def _named(statement: Any) -> set[Any]:
    from ariane.logic.structure import named_facts

    return set(named_facts(statement.when))


@IN_EACH
def test_an_ambiguity_shows_its_passages_and_statements(language: Language) -> None:
    for point in AMBIGUITIES:
        page = all_pages()[f"{language}/ambiguities/{point.id}.html"]
        for passage in point.passages:
            assert f"{passage.section} " in page.text
            assert str(passage.lines[0]) in page.text
        assert {f"../statements/{name}.html" for name in point.statements} <= set(page.links)


@IN_EACH
def test_every_box_of_a_drawing_leads_to_a_statement(language: Language) -> None:
    for algorithm in ALGORITHMS:
        page = all_pages()[f"{language}/algorithms/{algorithm.id}.html"]
        inside = [i for i, (_, found) in enumerate(page.tags) if found.get("id") in _ids(algorithm)]
        assert len(inside) == len(algorithm.nodes)
        for place in inside:
            tag, found = page.tags[place + 1]
            assert tag == "a"
            assert re.fullmatch(r"\.\./statements/S24\.[\d.]+-\w+\.html", found["href"])


def _ids(algorithm: Any) -> set[str]:
    return {node.id for node in algorithm.nodes}


@IN_EACH
def test_the_search_index_leads_everywhere_and_knows_no_accents(language: Language) -> None:
    found = entries_of(language)
    for kind, name, title, _, path, words in found:
        assert kind
        assert f"{language}/{path.partition('#')[0]}" in all_pages()
        assert words == folded(words)
        assert folded(title) in words
        assert folded(name) in words
    names = {name for _, name, *_ in found}
    assert names >= {s.id for s in statements()} | {fact.name for fact in VOCABULARY}
    assert names >= {point.id for point in AMBIGUITIES} | set(entries())


def test_one_finds_what_one_looks_for() -> None:
    found = {entry[1]: entry[5] for entry in entries_of(Language.FR)}
    assert {name for name, words in found.items() if "ck20" in words} >= {"ihc_ck20", "S24.3.5-O8"}
    peritoneal = {name for name, words in found.items() if "peritoneale" in words}
    assert peritoneal >= {"peritoneal_resectability", "S24.8.2-D6", "24.3.2.2.3"}
    assert folded("Œsophage  PÉRITONÉALE") == "oesophage peritoneale"


def test_without_cases_the_pages_say_so() -> None:
    bare = next(p for p in pages(Language.EN) if p.path == "statements/S24.3.5-R7.html")
    assert say("site:cases.absent", Language.EN) in Read(rendered_page(bare, Language.EN)).text


def test_another_process_writes_the_same_bytes() -> None:
    code = (
        "import hashlib\nfrom itertools import islice\n"
        "from ariane.documents.site.build import site_files\n"
        f"some = list(islice(site_files(), {SOME}))\n"
        "print(hashlib.sha256(repr(some).encode()).hexdigest())"
    )
    here = hashlib.sha256(repr(list(islice(site_files(), SOME))).encode()).hexdigest()
    environment = {**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": os.pathsep.join(sys.path)}
    words = [sys.executable, "-c", code]
    there = subprocess.run(words, capture_output=True, text=True, check=True, env=environment)
    assert there.stdout.strip() == here
