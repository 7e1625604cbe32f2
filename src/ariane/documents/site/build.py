"""The whole site: every page of every language, its style, its script and its search index."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import Any, NamedTuple

from jinja2 import Environment, PackageLoader

from ariane.documents.page_templates import page_environment, template_file
from ariane.documents.site.algorithm_page import algorithm_content
from ariane.documents.site.ambiguity_page import ambiguity_content
from ariane.documents.site.fact_page import fact_content
from ariane.documents.site.links import (
    algorithm_path,
    ambiguity_path,
    fact_path,
    links_from,
    section_path,
    statement_path,
)
from ariane.documents.site.listings import (
    ambiguities_content,
    bibliography_content,
    facts_content,
    index_content,
    section_content,
)
from ariane.documents.site.search_index import search_script
from ariane.documents.site.sections import sections
from ariane.documents.site.statement_page import statement_content
from ariane.documents.site.written_cases import Written
from ariane.facts.vocabulary import VOCABULARY
from ariane.guideline.tncd24.algorithms import ALGORITHMS
from ariane.guideline.tncd24.ambiguities import AMBIGUITIES
from ariane.guideline.tncd24.chapter import EDITION, GUIDELINE_ID, statements
from ariane.guideline.tncd24.knowledge_hash import knowledge_sha256
from ariane.version import __version__
from ariane.wording.catalogue import ambiguity, heading, label, say, speaker, table, title
from ariane.wording.language import Language

MARK = "ariane-site.json"
"""The file by which a folder is known as such a site."""
Cases = Mapping[str, Sequence[Written]] | None


class Page(NamedTuple):
    """One page: where it lies below the folder of its language, and how its content is made."""

    path: str
    template: str
    heading: str
    content: Callable[[], dict[str, Any]]


def site_files(cases: Cases = None) -> Iterator[tuple[str, str]]:
    """Yield every file of the site, path and content, in a fixed order.

    `cases` are those that the statements are tested against, where they are at hand.
    """
    yield MARK, _mark()
    yield (
        "index.html",
        _environment()
        .get_template("door.html.j2")
        .render(doors=_doors(), knowledge=knowledge_sha256()),
    )
    yield "assets/site.css", template_file("consultation.css") + template_file("site/site.css")
    yield "assets/site.js", template_file("site/site.js")
    for language in Language:
        yield f"assets/search-{language}.js", search_script(language)
        for page in pages(language, cases):
            yield f"{language}/{page.path}", rendered_page(page, language)


def files_expected() -> int:
    """Return how many files `site_files` yields."""
    shared = 4
    return shared + sum(1 + sum(1 for _ in pages(language)) for language in Language)


def pages(language: Language, cases: Cases = None) -> Iterator[Page]:
    """Yield the pages of one language."""
    yield from _lists(language)
    for number in sections():
        named = f"{number} {heading(number, language)}"
        content = partial(section_content, number, language)
        yield Page(section_path(number), "section", named, content)
    for statement in statements():
        content = partial(statement_content, statement, cases, language)
        yield Page(
            statement_path(statement.id), "statement", title(statement.id, language), content
        )
    for fact in VOCABULARY:
        content = partial(fact_content, fact, language)
        yield Page(fact_path(fact.name), "fact", label(fact, language), content)
    for point in AMBIGUITIES:
        content = partial(ambiguity_content, point, language)
        topic = ambiguity(point.id, language)["topic"]
        yield Page(ambiguity_path(point.id), "ambiguity", topic, content)
    for algorithm in ALGORITHMS:
        path = algorithm_path(algorithm.id)
        named = table(language, "algorithms")[algorithm.id]
        content = partial(algorithm_content, algorithm, links_from(path), language)
        yield Page(path, "algorithm", named, content)


def rendered_page(page: Page, language: Language) -> str:
    """Return one page as HTML; everything but our own drawings is escaped."""
    return (
        _environment()
        .get_template(f"{page.template}.html.j2")
        .render(
            page=page,
            c=page.content(),
            link=links_from(page.path),
            t=speaker(language),
            heading_of=partial(heading, language=language),
            lang=language.value,
            languages=_doors(),
            intended_use=say("intended-use", language),
            edition=say("view.edition", language, date=say("view.edition.date", language)),
            knowledge=knowledge_sha256(),
            version=__version__,
            algorithms=[(a.id, a.id[-1]) for a in ALGORITHMS],
        )
    )


def _lists(language: Language) -> Iterator[Page]:
    for name, content in (
        ("index", partial(index_content, language)),
        ("facts", partial(facts_content, language)),
        ("ambiguities", partial(ambiguities_content, language)),
        ("bibliography", partial(bibliography_content, language)),
        ("search", dict),
    ):
        yield Page(f"{name}.html", name, say(f"site:{name}.title", language), content)


def _doors() -> list[tuple[str, str, str]]:
    """Return each language with its own name and the intended use in its words."""
    return [
        (lang.value, say("site:language", lang), say("intended-use", lang)) for lang in Language
    ]


def _mark() -> str:
    content = {
        "guideline": {"id": GUIDELINE_ID, "edition": EDITION},
        "ariane_version": __version__,
        "knowledge_sha256": knowledge_sha256(),
    }
    return json.dumps(content, indent=2) + "\n"


@cache
def _environment() -> Environment:
    return page_environment(PackageLoader("ariane.documents", "templates/site"))
