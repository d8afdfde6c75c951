"""Units that amounts are printed in, in the ways that ministries write them."""

from __future__ import annotations

import pytest

from tildeling.find.units import find_units

SENTENCES = [
    ("(i 1 000 kroner)", 1000),
    ("(i 1000 kr)", 1000),
    ("(alle tall i 1 000 kroner)", 1000),
    ("(i hele 1 000 kroner)", 1000),
    ("tal i 1 000 kroner", 1000),
    ("i tusen kroner", 1000),
    ("1000 kr", 1000),
    ("NOK 1 000", 1000),
    ("Bevilgning (1000)", 1000),
    ("Tabell 1 Budsjett for 2026 fordelt på kapittel og post (i 1 000 kr):", 1000),
    ("i mill. kroner", 1000000),
    ("(mill. kroner)", 1000000),
    ("(i millionar kroner)", 1000000),
    ("beløp i hele kroner", 1),
    ("(heile kroner)", 1),
    ("(kroner)", 1),
    ("(i kr)", 1),
    ("tildeling i kroner", 1),
    ("Det stilles 1 mill. kroner til disposisjon", None),
    ("(2,974 mill. kroner)", None),
    ("(12 kroner)", None),
    ("økes med 500 000 kroner", None),
    ("Tildelt 1 000 000 kroner", None),
    ("i tusen år", None),
    ("en økning i kr 500 000", None),
    ("Tabellen er i hele tusen kroner.", 1000),
    ("Alle tal i tabellane er i heile tusen kroner.", 1000),
    ("i 1 000-kroner", 1000),
    ("alle tall i mill. kroner", 1000000),
    ("(tall i 1 000 kroner)", 1000),
    ("Beløp i hele tusen.", 1000),
    ("Alle tall i tusen", 1000),
    ("alle beløp i tkr", 1000),
    ("Beløp i TNOK", 1000),
    ("(MNOK)", 1000000),
    ("Alle tall er oppgitt i MNOK", 1000000),
    ("(beløp i kr)", 1),
    ("(tal i heile kroner)", 1),
    ("Tabell 5.1 Bevilgninger under kap. 1320 (mill. kr)", 1000000),
    ("(mill. 2025-kroner)", 1000000),
    ("(1000 kr, løpende priser)", 1000),
    ("(i 1000 kr eks. mva.)", 1000),
    ("Beløpene er i 1 000.", 1000),
    ("Tall: mill. kroner", 1000000),
    ("Enhet: 1000 kr", 1000),
    ("NOK '000", 1000),
    ("(000 kr)", 1000),
    ("kroner i tusen", 1000),
    ("Kroner (i 1000)", 1000),
    ("Innovasjon Norge skal i 2016 overføre følgende til statskassen (mill. kroner):", 1000000),
    ("(herav fem mill. kroner)", None),
    ("(ca. to mill. kroner)", None),
    ("(økt med 5 mill. kroner)", None),
    ("i 1 000 000 kroner", 1000000),
    ("Beløp i mill.", 1000000),
    ("i mrd. kroner", 1000000000),
    ("utgjorde i kroner 5 000", None),
    ("Bevilgningen i mill. kroner", 1000000),
    ("satt av inntil 1 000 kroner per lege", None),
    ("(1 000 kroner per lege)", None),
    ("beløp over 1 000 kroner", None),
    ("Bevilgningen er økt i 2025 med 4 mill. kroner", None),
    ("(i hele tusen)", 1000),
    ("(Tusen kroner)", 1000),
    ("Rettsgebyret videreføres på 1 172 kroner.", None),
    ("vises i hele kroner", 1),
    ("avrundet til hele tusen kroner", None),
    ("i 1000 kroner, mens øvrige beløp er i hele kroner", 1000),
    ("[1 000 kr]", 1000),
    ("i t.kr.", 1000),
    ("(tkr.)", 1000),
    ("- beløp i 1.000 kroner -", 1000),
    ("beløp i 1.000,- kroner", 1000),
    ("(beløp i 1 000 kr.)", 1000),
    ("Tall i kr 1000", 1000),
    ("(i NOK 1000)", 1000),
    ("Beløp i kroner", 1),
]
"""What a caption, a sentence or a lone line says; None where it says no unit."""

HEADINGS = [
    ("Tkr", 1000),
    ("MNOK", 1000000),
    ("Bevilgning 2026 (1 000 kr)", 1000),
    ("2025 (mill. kr)", 1000000),
    ("Bevilgning 2026 1 000 kr", 1000),
    ("Beløp kr", 1),
    ("Sum, tkr", 1000),
    ("Beløp i 1 000 kroner", 1000),
    ("Millionar kroner", 1000000),
    ("Kr", 1),
    ("Løyving 2018", None),
    ("Disponibelt beløp (kroner)", 1),
    ("Sum i 1000 kr", 1000),
    ("Kroner per student", None),
    ("Budsjett (1000 kr)", 1000),
    ("Beløp (i hele kroner)", 1),
    ("Tildeling 2025 mill. kroner", 1000000),
    ("NOK", 1),
    ("Ramme, mill. kr", 1000000),
    ("Bevilgning kroner", 1),
    ("Beløp/1000 kr", 1000),
    ("Sum (hele 1000)", 1000),
    ("Tall i tusen", 1000),
    ("Bevilgning – i 1 000 kroner", 1000),
    ("1 000\xa0kroner", 1000),
    ("Kap. 1000 kr", 1000),
    ("Merknad: 7,4 mill. kroner til sekretariatet", None),
    ("Herav 2 mrd. kr", None),
    ("Inntil 40 tusen kroner", None),
]
"""What the heading of a column or a table's corner says."""


@pytest.mark.parametrize(("text", "unit"), SENTENCES)
def test_a_caption_or_sentence_says_a_unit(text: str, unit: int | None) -> None:
    found = [phrase.unit for phrase in find_units(text)]
    assert found[:1] == ([] if unit is None else [unit])


@pytest.mark.parametrize(("text", "unit"), HEADINGS)
def test_a_heading_says_a_unit_in_passing(text: str, unit: int | None) -> None:
    assert [phrase.unit for phrase in find_units(text, heading=True)] == (
        [] if unit is None else [unit]
    )


def test_a_unit_broken_over_lines_is_one() -> None:
    assert [phrase.unit for phrase in find_units("(beløp i\n1 000\nkroner)")] == [1000]


def test_a_sentence_may_say_two() -> None:
    sentence = "Tabellen i 5.1 er i 1000 kroner, mens øvrige beløp er i hele kroner."
    assert [phrase.unit for phrase in find_units(sentence)] == [1000, 1]


def test_a_unit_tells_where_it_stands() -> None:
    text = "Tabell 1 Bevilgninger (alle tall i 1 000 kroner)"
    (phrase,) = find_units(text)
    assert text[phrase.start : phrase.end] == "(alle tall i 1 000 kroner)"
    assert text[phrase.core : phrase.end] == "1 000 kroner)"
