"""Everything that a person reads exists in both languages, and stands for itself."""

from __future__ import annotations

import os
import re
from string import Formatter

import pytest

from ariane.case.problems import ProblemKind
from ariane.consult.consultation import Fulfilled
from ariane.consult.digest import Place
from ariane.facts.exams import Exam, ExamStatus
from ariane.facts.source import Source
from ariane.facts.vocabulary import BY_DOMAIN, VOCABULARY
from ariane.guideline.statement import Grade, Strength
from ariane.guideline.tncd24.ambiguities import AMBIGUITIES
from ariane.guideline.tncd24.chapter import SECTIONS, statements
from ariane.logic.fact import BoolFact, EnumFact, SetFact
from ariane.logic.truth import Truth
from ariane.wording.catalogue import FOLDER, fact_words, heading, table, text, title
from ariane.wording.language import Language

LANGUAGES = tuple(Language)
IN_EACH = pytest.mark.parametrize("language", LANGUAGES)
NBSP = "\N{NO-BREAK SPACE}"


@IN_EACH
@pytest.mark.parametrize("section", SECTIONS)
def test_each_section_words_exactly_its_statements(section: str, language: Language) -> None:
    from importlib import import_module

    ids = [s.id for s in import_module(f"ariane.guideline.tncd24.{section}").STATEMENTS]
    assert list(table(language, section)) == ids


@IN_EACH
def test_statements_have_short_titles_and_whole_sentences(language: Language) -> None:
    for statement in statements():
        assert 5 <= len(title(statement.id, language)) <= 90, statement.id
        assert not title(statement.id, language).endswith("."), statement.id
        end = r"([.!?]|https://\S+)$"
        assert re.search(end, text(statement.id, language).rstrip(f"»{NBSP}")), statement.id
        assert not re.search(r"S24\.|\blines? \d|\blignes? \d", text(statement.id, language))


def test_languages_differ() -> None:
    for statement in statements():
        assert text(statement.id, Language.FR) != text(statement.id, Language.EN), statement.id


@IN_EACH
def test_facts_have_label_question_and_a_word_for_every_value(language: Language) -> None:
    for fact in VOCABULARY:
        words = fact_words(fact, language)
        assert words["label"]
        assert words["question"].endswith("?")
        if isinstance(fact, BoolFact):
            assert words["holds"] != words["fails"]
        elif isinstance(fact, EnumFact | SetFact):
            assert set(fact.allowed) <= set(words.get("values", {})), fact.name


@IN_EACH
def test_ambiguities_have_topic_issue_and_reading(language: Language) -> None:
    words = table(language, "ambiguities")
    assert [ambiguity.id for ambiguity in AMBIGUITIES] == list(words)
    assert all(set(entry) == {"topic", "issue", "reading"} for entry in words.values())


@IN_EACH
def test_every_section_has_a_heading(language: Language) -> None:
    for statement in statements():
        assert heading(statement.section, language)


@IN_EACH
def test_interface_has_a_text_for_every_key_that_the_code_makes(language: Language) -> None:
    keys = set(table(language, "interface"))
    made = {
        *(f"problem.{kind}" for kind in ProblemKind),
        *(f"place.{place}" for place in Place),
        *(f"place.{place}.hint" for place in Place),
        *(f"strength.{strength}" for strength in Strength),
        *(f"grade.{grade}" for grade in Grade),
        *(f"truth.{truth}" for truth in Truth),
        *(f"explain.{truth}" for truth in Truth),
        *(f"fulfilled.{state}" for state in Fulfilled),
        *(f"status.{status}" for status in ExamStatus),
        *(f"exam.{exam}" for exam in Exam),
        *(f"domain.{domain}" for domain in BY_DOMAIN),
        *(f"source.{source}" for source in Source),
    }
    assert made <= keys


def _placeholders(entry: object) -> set[str]:
    texts = entry.values() if isinstance(entry, dict) else [entry]
    return {name for said in texts for _, name, _, _ in Formatter().parse(str(said)) if name}


OF_STATEMENTS = {"facts", "ambiguities", "algorithms", "sections", "stain_tables", *SECTIONS}


def _tables(language: Language) -> list[str]:
    return sorted(name[:-5] for name in os.listdir(os.path.join(FOLDER, language)))


INTERFACE_TABLES = [name for name in _tables(Language.FR) if name not in OF_STATEMENTS]


def test_both_languages_have_the_same_tables() -> None:
    assert _tables(Language.FR) == _tables(Language.EN)
    assert "interface" in INTERFACE_TABLES


@pytest.mark.parametrize("name", INTERFACE_TABLES)
def test_interface_texts_agree_on_their_keys_and_placeholders(name: str) -> None:
    french, english = (table(language, name) for language in LANGUAGES)
    assert list(french) == list(english)
    for key, entry in french.items():
        assert _placeholders(entry) == _placeholders(english[key]), key


def _texts(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for inner in value.values() for text in _texts(inner)]
    return [str(value)]


@pytest.mark.parametrize("name", _tables(Language.FR))
def test_french_typography(name: str) -> None:
    for said in _texts(table(Language.FR, name)):
        assert not re.search(r"[^\s\N{NO-BREAK SPACE}]\?|«[^\N{NO-BREAK SPACE}]| [;?!»]", said), (
            said
        )
