"""The grammar as spaCy components."""

from __future__ import annotations

import importlib
import json
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span

from tildeling.find import doc_tokens
from tildeling.find.dates import DateExpression
from tildeling.find.doc_spans import set_spans
from tildeling.find.money import Money
from tildeling.find.pipeline import COMPONENTS, create_pipeline
from tildeling.find.posts import BudgetPost
from tildeling.find.references import ReferenceSpan

LETTER = """Oppdrag nr. 2020-018 Styrking av Jobbsjansen
Det stilles 1 mill. kroner over kap. 291, post 21, jf. Prop. 127 S (2019-2020).
•Oppdraget leveres innen utgangen av oktober 2020 til Helsedirektoratet. Frist er 1. mars."""


# Every kind of find, ending where its sentence ends.
ENDS = """Det gis 85,3 millioner kr. Møtet er 15.–17. april 2026. Svarfristen er 1. mai 2026.
Posten er kap. 291, post 21. Se Prop. 127 S (2019-2020), jf. lovens § 11. Det er oppdrag 2020-018.
Det gjelder Helsedirektoratet."""


def typed(doc: Doc) -> dict[str, list[tuple[str, str, object]]]:
    """All that a document's spans say: text, label and typed value, by group."""
    return {
        key: [(span.text, span.label_, span._.tildeling) for span in spans]
        for key, spans in doc.spans.items()
    }


def alone(name: str) -> Language:
    """Somebody's pipeline with one component."""
    nlp = spacy.blank("nb")
    nlp.add_pipe(name)
    return nlp


def test_all_components_fill_their_spans() -> None:
    doc = create_pipeline()(LETTER)
    found = {key: [(span.text, span.label_) for span in spans] for key, spans in doc.spans.items()}
    assert found == {
        "money": [("1 mill. kroner", "MONEY")],
        "dates": [
            ("innen utgangen av oktober 2020", "DEADLINE"),
            ("1. mars", "DEADLINE"),
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


def test_a_document_is_read_from_its_bytes_with_all_values() -> None:
    doc = create_pipeline()(ENDS)
    read = Doc(doc.vocab).from_bytes(doc.to_bytes())
    assert typed(read) == typed(doc)
    assert typed(doc)["dates"][0][2] == DateExpression(
        *(36, 54, "15.–17. april 2026", "day", 17, 4, 2026),
        since=DateExpression(36, 39, "15.", "day", 15, 4, 2026),
    )


def test_documents_are_read_from_a_doc_bin_with_all_values() -> None:
    nlp = create_pipeline()
    doc = nlp(ENDS)
    stored = DocBin(docs=[doc], store_user_data=True).to_bytes()
    (read,) = DocBin().from_bytes(stored).get_docs(nlp.vocab)
    assert typed(read) == typed(doc)


def test_a_document_is_read_from_its_json_with_all_values() -> None:
    doc = create_pipeline()(ENDS)
    written = json.loads(json.dumps(doc.to_json(underscore=["tildeling"])))
    assert typed(Doc(doc.vocab).from_json(written)) == typed(doc)


def test_a_document_without_finds_has_json_too() -> None:
    doc = create_pipeline()("Ingenting.")
    assert doc.to_json(underscore=["tildeling"])["text"] == "Ingenting."


def test_several_processes_find_what_one_finds() -> None:
    nlp = create_pipeline()
    texts = [ENDS, LETTER, ENDS, ""]
    together = list(nlp.pipe(texts, n_process=2, batch_size=1))
    assert [typed(doc) for doc in together] == [typed(nlp(text)) for text in texts]


def test_a_pipeline_is_loaded_from_its_bytes() -> None:
    nlp = create_pipeline()
    loaded = create_pipeline().from_bytes(nlp.to_bytes())
    doc, expected = loaded(ENDS), nlp(ENDS)
    assert typed(doc) == typed(expected)


@pytest.mark.parametrize("name", [name for name in COMPONENTS if name != "tildeling_sentences"])
def test_a_span_of_any_component_alone_is_without_the_stop_of_its_sentence(name: str) -> None:
    doc = alone(name)(ENDS)
    (spans,) = doc.spans.values()
    assert spans
    for span in spans:
        assert (span.start_char, span.end_char) == (
            span._.tildeling.start,
            span._.tildeling.end,
        )
    assert doc.text == ENDS


def test_a_date_is_labelled_a_date_and_a_deadline_a_deadline() -> None:
    doc = alone("tildeling_dates")(
        "Brevet av 3. januar gjelder fra 1. februar. Møtet er 15. april. Lever innen 1. mai. "
        "Fristene for rapport 1 og 2 er 1. juni og 1. oktober. Neste møte er i november 2026. "
        "Fristen i brevet av 9. mars er 10. mars."
    )
    assert [(span.text, span.label_) for span in doc.spans["dates"]] == [
        ("3. januar", "DATE"),
        ("fra 1. februar", "DATE"),
        ("15. april", "DATE"),
        ("innen 1. mai", "DEADLINE"),
        ("1. juni", "DEADLINE"),
        ("1. oktober", "DEADLINE"),
        ("november 2026", "DATE"),
        ("9. mars", "DATE"),
        ("10. mars", "DEADLINE"),
    ]


def test_two_kinds_of_finds_in_the_same_words_keep_a_value_each() -> None:
    doc = spacy.blank("nb")("Det vises til kapittel 5.")
    section = ReferenceSpan(14, 24, "kapittel 5", "section", "5", None)
    chapter = BudgetPost(14, 24, 5, None)
    doc = set_spans(doc, "references", [(section, "REFERENCE")])
    doc = set_spans(doc, "posts", [(chapter, "POST")])
    assert doc.spans["references"][0]._.tildeling == section
    assert doc.spans["posts"][0]._.tildeling == chapter


def test_a_label_of_ones_own_keeps_the_value() -> None:
    doc = alone("tildeling_money")("Det gis 2 mill. kroner.")
    (found,) = doc.spans["money"]
    assert Span(doc, found.start, found.end, label="BELØP")._.tildeling.kroner == 2_000_000
    assert Span(doc, 0, 1, label="MONEY")._.tildeling is None


def test_spans_tags_and_heads_of_others_stay_when_a_token_is_split() -> None:
    nlp = spacy.blank("nb")
    words = ["Brevet", "er", "av", "1.", "mai", "2026.", "Det", "gjelder."]
    doc = Doc(
        nlp.vocab,
        words=words,
        pos=["NOUN", "AUX", "ADP", "ADJ", "NOUN", "NUM", "PRON", "VERB"],
        heads=[1, 1, 4, 4, 1, 4, 7, 7],
        deps=["nsubj", "ROOT", "case", "amod", "obl", "nmod", "nsubj", "ROOT"],
        ents=["O", "O", "O", "B-TID", "I-TID", "I-TID", "O", "O"],
    )
    doc.cats = {"brev": 1.0}
    doc.spans["theirs"] = [Span(doc, 6, 8, label="SETNING")]
    doc = nlp.add_pipe("tildeling_dates")(doc)
    assert [token.text for token in doc] == [*words[:5], "2026", ".", *words[6:]]
    assert [(span.text, span.label_) for span in doc.spans["theirs"]] == [
        ("Det gjelder.", "SETNING")
    ]
    assert [(token.pos_, token.dep_, token.head.text) for token in doc[5:9]] == [
        ("NUM", "nmod", "mai"),
        ("PUNCT", "punct", "2026"),
        ("PRON", "nsubj", "gjelder."),
        ("VERB", "ROOT", "gjelder."),
    ]
    assert [sentence.text for sentence in doc.sents] == [
        "Brevet er av 1. mai 2026.",
        "Det gjelder.",
    ]
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("1. mai 2026.", "TID")]
    assert doc.cats == {"brev": 1.0}


def test_texts_keep_what_was_given_with_them() -> None:
    nlp = create_pipeline()
    given = list(nlp.pipe([("Frist er 1. mai 2026.", 7)], as_tuples=True))
    assert [(doc.spans["dates"][0].text, number) for doc, number in given] == [("1. mai 2026", 7)]


def test_however_many_tokens_are_split_the_document_is_made_anew_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made: list[Doc] = []

    def counted(*given: Any, **named: Any) -> Doc:
        made.append(Doc(*given, **named))
        return made[-1]

    monkeypatch.setattr(doc_tokens, "Doc", counted)
    doc = alone("tildeling_dates")("Fristen for rapporten er 1. mars 2026. " * 50)
    assert [span.text for span in doc.spans["dates"]] == ["1. mars 2026"] * 50
    assert made == [doc]
