"""Requirements in all the words that letters have for them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tildeling.find.quantities import unit_of_name
from tildeling.find.targets import find_results, find_targets
from tildeling.letter import Unit

AT_LEAST = (
    "minst 85 prosent",
    "Minimum 85 pst.",
    "ikke under 85 %",
    "ikkje lågare enn 85 prosent",
    "85 prosent eller mer",
    "≥ 85 %",
    "> 85 %",
    "over 85 pst.",
    "Andelen skal ikke være under 85 prosent",
    "mer enn 85 prosent",
    "skal økes fra 80 til 85 prosent",
    "aukast til 85 prosent",
)
AT_MOST = (
    "høyst 60 dager",
    "Høgst 60 dagar i snitt.",
    "ikke over 60 dager",
    "ikkje meir enn 60 dagar",
    "under 60 dager",
    "innen 60 dager",
    "maks. 60 dager",
    "≤ 60 dager",
    "Ned til 60 dager",
    "skal ikke overstige 60 dager",
    "inntil 60 virkedager",
    "reduseres fra 70 til 60 dager",
)


@pytest.mark.parametrize("words", AT_LEAST)
def test_words_for_as_much_as_a_share_or_more(words: str) -> None:
    (found,) = find_targets(words)
    assert (found.comparison, found.value, found.unit) == ("at_least", Decimal(85), "percent")


@pytest.mark.parametrize("words", AT_MOST)
def test_words_for_as_long_as_a_time_or_less(words: str) -> None:
    (found,) = find_targets(words)
    assert (found.comparison, found.value, found.unit) == ("at_most", Decimal(60), "days")


@pytest.mark.parametrize(
    ("words", "comparison"),
    [
        ("Reduksjon", "decrease"),
        ("skal reduseres over treårsperioden", "decrease"),
        ("Ned fra 2021", "decrease"),
        ("Færre enn i 2019", "decrease"),
        ("skal gå ned", "decrease"),
        ("skal øke", "increase"),
        ("Økning fra 2022", "increase"),
        ("skal auke frå 2018", "increase"),
        ("skal øke fra 31 prosent i 2020", "increase"),
        ("opprettholdes på 2021-nivå", "maintain"),
        ("halde nivået oppe", "maintain"),
        ("Uendret fra 2023", "maintain"),
        ("Stabil eller bedre", "maintain"),
        ("skal ikke øke", "at_most"),
        ("Skal ikke overstige nivået i 2012", "at_most"),
        ("Ikke dårligere enn i 2019", "at_least"),
        ("God kvalitet på varslene", None),
        ("Skal følges", None),
    ],
)
def test_a_trend_or_a_state_has_no_number(words: str, comparison: str | None) -> None:
    (found,) = find_targets(words)
    assert (found.comparison, found.value, found.year) == (comparison, None, None)


@pytest.mark.parametrize(
    ("words", "comparison"),
    [
        ("80 pst. innen 3 uker", "equal"),
        ("minst 80 prosent innan tre veker", "at_least"),
        ("80 prosent av søknadene skal være avgjort innen 3 uker", "equal"),
        ("under 3 uker for 80 pst. av sakene", "at_least"),
        ("under 3 veker i 80 prosent av tilfella", "at_least"),
        ("skal være behandlet innen 3 uker i minst 80 % av sakene", "at_least"),
    ],
)
def test_a_share_is_reached_within_a_time(words: str, comparison: str) -> None:
    (found,) = find_targets(words)
    assert (found.comparison, found.value, found.unit) == (comparison, Decimal(80), "percent")
    assert found.within == (Decimal(3), "weeks")


@pytest.mark.parametrize(
    ("words", "comparison", "value", "value_to", "unit"),
    [
        ("mellom 60 og 70", "between", "60", "70", "count"),
        ("mellom 90 og 110 dager", "between", "90", "110", "days"),
        ("70–90 dagar", "between", "70", "90", "days"),
        ("8–10", "between", "8", "10", "count"),
        ("60–70 pst.", "between", "60", "70", "percent"),
        ("Om lag 165", "equal", "165", None, "count"),
        ("1 200 tilsyn", "equal", "1200", None, "count"),
        ("1.200 tilsyn", "equal", "1200", None, "count"),
        ("minst fire øvelser i året", "at_least", "4", None, "count"),
        ("Ingen alvorlige avvik", "equal", "0", None, "count"),
        ("4,5 av 6", "equal", "4.5", None, "score"),
        ("3 av 12", "equal", "3", None, "count"),
        ("99.5 %", "equal", "99.5", None, "percent"),
        ("økes med minst 5 prosentpoeng", "increase", "5", None, "percentage_points"),
        ("Redusert med 6 pst. fra 2019", "decrease", "6", None, "percent"),
        ("10 % reduksjon fra 2019", "decrease", "10", None, "percent"),
        ("850 mill. kroner i 2012", "equal", "850000000", None, "kroner"),
        ("under kr 4 200", "at_most", "4200", None, "kroner"),
        ("Ikke høyere enn 2,5 timer per kunde", "at_most", "2.5", None, "hours"),
        ("12 av 12 innen utgangen av 2020", "equal", "12", None, "count"),
        ("54 pst., opp fra 52,6 pst. i 2019", "equal", "54", None, "percent"),
        ("ikke over 15 000 tonn", "at_most", "15000", None, None),
        ("minst 75 % svarer 5 eller 6", "at_least", "75", None, "percent"),
    ],
)
def test_figures_are_decimals_with_what_they_count(
    words: str, comparison: str, value: str, value_to: str | None, unit: str | None
) -> None:
    (found,) = find_targets(words)
    upper = None if value_to is None else Decimal(value_to)
    assert (found.comparison, found.value, found.value_to, found.unit) == (
        comparison,
        Decimal(value),
        upper,
        unit,
    )


def test_a_year_of_its_own_is_the_requirements_and_one_compared_with_is_not() -> None:
    assert find_targets("1 600 henvendelser i 2023")[0].year == 2023
    assert find_targets("reduseres med 10 pst. innen 2025")[0].year == 2025
    assert find_targets("54 pst., opp fra 52,6 pst. i 2019")[0].year is None
    assert find_targets("minst som i 2021")[0].year is None
    assert find_targets("øke fra resultat i 2019")[0].year is None
    assert find_targets("et forventet resultat i 2027 på 85 pst.")[0].year == 2027


def test_each_year_or_part_with_a_value_is_a_requirement() -> None:
    words = "70 prosent i 2022, aukande til 75 prosent i 2024"
    found = find_targets(words)
    assert [(one.value, one.year) for one in found] == [(Decimal(70), 2022), (Decimal(75), 2024)]
    assert words[found[1].start : found[1].end] == "aukande til 75 prosent i 2024"
    parts = find_targets("Minst 98 prosent for kysten og minst 95 prosent for Svalbard")
    assert [one.value for one in parts] == [Decimal(98), Decimal(95)]


@pytest.mark.parametrize(
    "words", ["–", "-", "", "ikke målt", "Ikkje sett krav", "N/A", "Ny i 2023"]
)
def test_words_that_set_nothing_are_no_requirement(words: str) -> None:
    assert find_targets(words) == ()


def test_past_years_beside_a_requirement_are_results() -> None:
    words = "minst 420 i 2022 (2020: 138)"
    assert find_targets(words)[0].value == Decimal(420)
    (result,) = find_results(words)
    assert (result.year, result.value) == (2020, Decimal(138))
    assert words[result.start : result.end] == "2020: 138"


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("Andel saker avgjort innen fristen", "percent"),
        ("Delen navigasjonsinnretningar i funksjon", "percent"),
        ("Misligholdte lån, i prosent av porteføljen", "percent"),
        ("Antall tilsyn", "count"),
        ("Talet på ulukker", "count"),
        ("Brukertilfredshet", "score"),
        ("Kostnad per lønnsslipp (kroner)", "kroner"),
        ("Samlet reisetid (timer)", "hours"),
        ("Utslipp av klimagasser, tonn CO₂", None),
        ("Meromsetning (prosentpoeng per år)", "percentage_points"),
    ],
)
def test_the_name_of_what_is_measured_tells_what_a_bare_number_counts(
    name: str, unit: Unit | None
) -> None:
    assert unit_of_name(name)[0] == unit
    assert find_targets("17", name)[0].unit == unit


@given(
    value=st.decimals(min_value=0, max_value=99999, places=2),
    words=st.sampled_from(["minst {} pst.", "{} prosent", "ikke under {} %", "om lag {} pst."]),
)
def test_any_printed_decimal_comes_back_exactly(value: Decimal, words: str) -> None:
    (found,) = find_targets(words.format(str(value).replace(".", ",")))
    assert found.value == value
    assert found.unit == "percent"


@given(text=st.text(max_size=80))
def test_any_text_is_read_without_failing_and_spans_lie_in_it(text: str) -> None:
    for found in find_targets(text):
        assert 0 <= found.start <= found.end <= len(text)
    for result in find_results(text):
        assert 0 <= result.start < result.end <= len(text)
