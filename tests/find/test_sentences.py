"""Sentences of a letter, and its written language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tildeling.find.language import written_language
from tildeling.find.sentences import LONGEST, sentences

# "|" marks where a sentence ends.
TEXTS = [
    "Frist er 1. mars 2026.| Direktoratet skal rapportere.",
    "Midlene gis over kap. 291, post 21.| De kan overføres.",
    "Det stilles 5 mill. kroner til disposisjon.| Viser til pkt. 5.1.| Dette gjelder.",
    "Beløpet er 5 mill.| Det kan overføres.",
    "I Prop. 127 S (2019-2020), jf. Innst. 360 S, står det.",
    "Tillegg nr. 3 til brevet.",
    "Se nr. 3.| Dette er nytt.",
    "1. Utrede saken.| Deretter rapportere.",
    "5.1. Budsjettrammen",
    "1. og 2. tertial rapporteres.",
    "Er det klart?| Ja!| Da så.",
    "Rapporten heter «Ny giv.»| Den er ferdig.",
    "Møtet ledes av D. Hansen.| Takk.",
    "Kommuner, fylker m.m.| Alle skal med.",
    "Det gjelder bl.a. Oslo og f.eks. Bergen.",
    "I 2025 var det 12.| I 2026 blir det 15 prosent.",
    "Kap. 291 Bosetting|\nPost 60 Tilskudd",
    "Det er sagt (jf. brevet).| (Se vedlegg.)",
]


@pytest.mark.parametrize("marked", TEXTS)
def test_ends_sentences_where_a_reader_would(marked: str) -> None:
    text = marked.replace("|", "")
    expected = [part.strip() for part in marked.split("|")]
    assert [text[start:end] for start, end in sentences(text)] == expected


@given(st.text(alphabet="aA1. \n?»(kapmill", max_size=200))
def test_sentences_hold_all_but_the_spaces_between(text: str) -> None:
    spans = sentences(text)
    inside = "".join(text[start:end] for start, end in spans)
    assert "".join(inside.split()) == "".join(text.split())
    assert not any("\n" in text[start:end] for start, end in spans)


def test_a_long_row_of_dots_is_one_sentence() -> None:
    # A contents list's leader; stepping through it dot by dot would take minutes.
    text = "Innhold" + "." * 200_000 + " 3"
    assert sentences(text) == ((0, len(text)),)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Bevilgningen økes ikke, og midlene er fra i fjor.", "nb"),
        ("Løyvinga blir ikkje auka, og midlane er frå i fjor.", "nn"),
        (
            "Tilskot til forsking, jf. lov om frivillige organisasjoner. Midlane kjem frå post 60.",
            "nn",
        ),
        ("Kap. 290", "nb"),
        ("Postmottak@jd.dep.no, www.jd.dep.no, www.regjeringen.no/jd", "nb"),
        ("", "nb"),
    ],
)
def test_the_majority_of_marked_words_tells_the_language(text: str, language: str) -> None:
    assert written_language(text) == language


def test_what_goes_on_without_a_stop_is_cut_after_a_pause_and_nothing_is_lost() -> None:
    text = "Frist er " + "1. mars 2026, og igjen " * 1_000
    parts = [text[start:end] for start, end in sentences(text)]
    assert len(parts) > 10
    assert max(map(len, parts)) <= LONGEST
    assert all(part.endswith("2026,") for part in parts[:-1])
    assert " ".join(parts) == text.strip()


def test_a_long_sentence_is_whole() -> None:
    text = "Direktoratet skal " + "vurdere tiltak, " * 100 + "og rapportere."
    assert len(text) > 1_162  # the longest paragraph of 157 letters
    assert sentences(text) == ((0, len(text)),)
