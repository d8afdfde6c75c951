"""What sentences about money become. The letters are given as plain text."""

import pytest

import tildeling
from tildeling.letter import FinancingLine

HEAD = "Tillegg nr. 2 til tildelingsbrev for 2026 til Kystdirektoratet\n\n"
BUDGET = "Kap. 290 Kystdirektoratet\n\nPost 21 Spesielle driftsutgifter\n\n"


def lines(sentence: str) -> list[FinancingLine]:
    """The letter's own lines, in a budget section about 290/21."""
    return list(tildeling.parse_text(f"{HEAD}1. Budsjett\n\n{BUDGET}{sentence}\n").financing)


def assigned(sentence: str) -> list[FinancingLine]:
    """The lines of an assignment's financing field."""
    body = f"Oppdrag 2026-01: Vern\n\nTekst følger her.\n\nFinansiering: {sentence}\n"
    (found,) = tildeling.parse_text(HEAD + body).assignments
    return list(found.financing)


@pytest.mark.parametrize(
    ("sentence", "kind", "amount"),
    [
        ("Bevilgningen på posten økes med 2,4 mill. kroner.", "increase", 2_400_000),
        ("Bevilgningen reduseres med 500 000 kroner.", "decrease", 500_000),
        ("Bevilgningen på posten settes ned med kr 1 000 000.", "decrease", 1_000_000),
        ("Løyvinga på posten blir auka med 3 millionar kroner.", "increase", 3_000_000),
        ("Løyvinga blir sett ned med 1.000.000 kroner.", "decrease", 1_000_000),
        ("Direktoratet tildeles 20 mill. kroner.", "grant", 20_000_000),
        ("På posten stilles 430,185 mill. kroner til disposisjon.", "grant", 430_185_000),
        ("Det blir stilt kr 23 382 000 til disposisjon på posten.", "grant", 23_382_000),
        ("Samlet bevilgning på posten blir etter dette 57,8 mill. kroner.", "total", 57_800_000),
        ("Korrekt tildeling på posten skal være 186,6 mill. kroner.", "total", 186_600_000),
    ],
)
def test_a_sentence_says_what_happens_to_the_posts_money(
    sentence: str, kind: str, amount: int
) -> None:
    (line,) = lines(sentence)
    assert (line.kind, line.amount, line.chapter, line.post) == (kind, amount, 290, 21)


def test_a_move_names_its_other_side() -> None:
    (line,) = lines(
        "Bevilgningen økes med 2 mill. kroner mot en tilsvarende reduksjon under kap. 291, post 62."
    )
    assert (line.kind, line.chapter, line.post) == ("increase", 290, 21)
    assert (line.counter_chapter, line.counter_post) == (291, 62)


def test_several_sums_in_one_sentence_are_one_line_each() -> None:
    found = lines("Tildelingen økes med 0,5 mill. kroner til vern, og 4,176 mill. kroner til los.")
    assert [line.amount for line in found] == [500_000, 4_176_000]
    assert {line.text for line in found} == {found[0].text}


def test_a_list_splits_the_sum_over_it() -> None:
    whole, *parts = lines(
        "Direktoratet tildeles 1,8 mill. kroner til følgende tiltak:\n\n"
        "• 0,3 mill. kroner til vern\n• 1,5 mill. kroner til los"
    )
    assert (whole.amount, whole.part_of) == (1_800_000, None)
    assert [(part.amount, part.part_of) for part in parts] == [
        (300_000, 1_800_000),
        (1_500_000, 1_800_000),
    ]
    assert {(part.chapter, part.post) for part in parts} == {(290, 21)}


def test_a_correction_replaces_what_was_wrong() -> None:
    (line,) = lines(
        "Direktoratet ble ved en inkurie tildelt 9,5 mill. kroner. "
        "Korrekt tildeling skulle vært 23 mill. kroner."
    )
    assert (line.kind, line.amount, line.replaces) == ("correction", 23_000_000, 9_500_000)


@pytest.mark.parametrize(
    "sentence",
    [
        "I saldert budsjett for 2025 var bevilgningen på posten 94 mill. kroner.",
        "Tilskuddet økte med 28 mill. kroner fra 2024 til 2025.",
        "Stortinget har bevilget 25 millioner kroner til formålet.",
        "Samlet er direktoratet tildelt 55 mill. kroner til los.",
        "Av den totale tildelingen er 5 mill. kroner øremerket los.",
        "Beløpet er korrigert med 6,7 mill. kroner.",
    ],
)
def test_money_named_as_background_is_no_line(sentence: str) -> None:
    assert lines(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "kind", "section"),
    [
        ("Oppdraget gjennomføres innenfor gjeldende budsjettrammer.", "within_budget", None),
        ("Utgiftene skal dekkjast innanfor gjeldande rammer.", "within_budget", None),
        ("Oppdraget finansieres over KMDs budsjett.", "other_budget", None),
        ("Oppdraget blir finansiert over budsjettet til NFD.", "other_budget", None),
        ("Viser til pkt. 5.1. i dette brevet.", "see_section", "5.1"),
        ("Sjå pkt. 6.1 i dette brevet for omtale av finansieringa.", "see_section", "6.1"),
    ],
)
def test_an_assignment_may_be_paid_for_without_a_sum(
    sentence: str, kind: str, section: str | None
) -> None:
    (line,) = assigned(sentence)
    assert (line.kind, line.amount, line.section_reference) == (kind, None, section)


@pytest.mark.parametrize(
    "post",
    [
        "kap. 291, post 60",
        "kap. 0291 post 60",
        "kapittel 291 post 60",
        "kap./post 291/60",
        "post 60 på kap. 291",
    ],
)
def test_a_grant_names_its_post_in_every_notation(post: str) -> None:
    (line,) = assigned(f"Oppdraget finansieres med 250 mill. kroner over {post}.")
    assert (line.kind, line.amount, line.chapter, line.post) == ("grant", 250_000_000, 291, 60)


def test_a_pointer_after_a_grant_is_the_grants_own() -> None:
    (line,) = assigned(
        "Det stilles 1 mill. kroner til disposisjon på kap. 291, post 21. Se også punkt 5.1."
    )
    assert (line.kind, line.amount, line.section_reference) == ("grant", 1_000_000, "5.1")
