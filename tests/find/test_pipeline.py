"""The grammar as spaCy components."""

from __future__ import annotations

import importlib

import pytest
import spacy

from tildeling.find.money import Money
from tildeling.find.pipeline import COMPONENTS, create_pipeline

LETTER = """Oppdrag nr. 2020-018 Styrking av Jobbsjansen
Det stilles 1 mill. kroner over kap. 291, post 21, jf. Prop. 127 S (2019-2020).
•Oppdraget leveres innen utgangen av oktober 2020 til Helsedirektoratet. Frist er 1. mars."""


def test_all_components_fill_their_spans() -> None:
    doc = create_pipeline()(LETTER)
    found = {key: [(span.text, span.label_) for span in spans] for key, spans in doc.spans.items()}
    assert found == {
        "money": [("1 mill. kroner", "MONEY")],
        "dates": [
            ("innen utgangen av oktober 2020", "DEADLINE_DATE"),
            ("1. mars", "DEADLINE_DATE"),
        ],
        "posts": [("kap. 291, post 21", "POST")],
        "references": [("Prop. 127 S (2019-2020)", "REFERENCE")],
        "numbers": [("2020-018", "NUMBER")],
        "bodies": [("Helsedirektoratet", "BODY")],
    }


def test_sentences_end_at_blocks_and_stops_and_not_at_abbreviations() -> None:
    doc = create_pipeline()(LETTER)
    assert [sentence.text.strip() for sentence in doc.sents] == [
        "Oppdrag nr. 2020-018 Styrking av Jobbsjansen",
        "Det stilles 1 mill. kroner over kap. 291, post 21, jf. Prop. 127 S (2019-2020).",
        "•Oppdraget leveres innen utgangen av oktober 2020 til Helsedirektoratet.",
        "Frist er 1. mars.",
    ]


def test_a_span_carries_its_typed_value() -> None:
    doc = create_pipeline("nn")("Løyvinga blir auka med 85,3 millionar kroner.")
    value = doc.spans["money"][0]._.tildeling
    assert value == Money(23, 44, 85_300_000, 100_000)


def test_abbreviations_are_whole_tokens_and_bullets_are_split_off() -> None:
    tokens = [token.text for token in create_pipeline()("•Oppdrag over Kap. 291, jf. Prop. 1")]
    assert tokens == ["•", "Oppdrag", "over", "Kap.", "291", ",", "jf.", "Prop.", "1"]


@pytest.mark.parametrize("name", COMPONENTS)
def test_each_component_works_alone(name: str) -> None:
    nlp = spacy.blank("nb")
    nlp.add_pipe(name)
    assert nlp(LETTER).text == LETTER
    assert nlp("").text == ""


@pytest.mark.parametrize("name", COMPONENTS)
def test_entry_points_name_functions_of_the_module(name: str) -> None:
    module = importlib.import_module("tildeling.find.pipeline")
    assert callable(getattr(module, name.removeprefix("tildeling_")))


def test_another_language_is_refused() -> None:
    with pytest.raises(ValueError, match="'nb' or 'nn'"):
        create_pipeline("sv")
