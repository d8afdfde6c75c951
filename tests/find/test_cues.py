"""Words of deadlines, and deadlines without a date."""

from __future__ import annotations

import pytest

from tildeling.find.cues import find_deadline_cues, find_statuses

CUES = [
    ("innen 1. mai", ["innen"]),
    ("innan 1. mai", ["innan"]),
    ("seinast utgangen av mai", ["seinast", "utgangen av"]),
    ("i løpet av 2026", ["i løpet av"]),
    ("Fristen er 1. mai", ["Fristen"]),
    ("før sommeren", ["før"]),
    ("per 1. mai", []),
    ("fra 1. mai", []),
    ("innenfor gjeldende rammer", []),
    ("førerkort og befrister", []),
]

STATUSES = [
    ("Snarest", "immediate"),
    ("snarast mogleg", "immediate"),
    ("straks", "immediate"),
    ("så snart som mulig", "immediate"),
    ("Fortløpende", "ongoing"),
    ("løpande", "ongoing"),
    ("Avtales nærmere med departementet", "to_be_agreed"),
    ("blir avtalt nærare med departementet", "to_be_agreed"),
    ("Blir sett i dialog med departementet", "to_be_agreed"),
    ("Settes i dialog med Helse- og omsorgsdepartementet", "to_be_agreed"),
    ("fastsettes etter dialog", "to_be_agreed"),
    ("etter nærmere avtale", "to_be_agreed"),
    ("Etter gjennomført høring", "conditional"),
    ("etter gjennomført høyring", "conditional"),
    ("når lovforslaget er vedtatt", "conditional"),
    ("etter at proposisjonen er ferdig behandlet", "conditional"),
    ("når saka er endeleg behandla", "conditional"),
]


@pytest.mark.parametrize(("text", "cues"), CUES)
def test_finds_the_words_that_announce_a_deadline(text: str, cues: list[str]) -> None:
    assert [cue.text for cue in find_deadline_cues(text)] == cues


@pytest.mark.parametrize(("text", "status"), STATUSES)
def test_reads_a_deadline_without_a_date(text: str, status: str) -> None:
    assert [(found.text, found.status) for found in find_statuses(f"{text}.")] == [(text, status)]


@pytest.mark.parametrize(
    "text", ["Oppløpende", "avtalen", "dialogmøter", "når målet. Den er vedtatt", "snarere"]
)
def test_other_words_are_no_status(text: str) -> None:
    assert find_statuses(text) == []
