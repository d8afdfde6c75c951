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


def test_sums_that_the_sentence_adds_up_are_parts_of_what_they_come_to() -> None:
    first, second, whole = lines(
        "Direktoratet tildeles 3 mill. kroner til vern og 2 mill. kroner til los, "
        "til sammen 5 mill. kroner."
    )
    assert [(line.amount, line.part_of) for line in (first, second)] == [
        (3_000_000, 5_000_000),
        (2_000_000, 5_000_000),
    ]
    assert (whole.amount, whole.part_of) == (5_000_000, None)


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


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Det overføres 4,2 mill. kroner fra kap. 1422, post 21 til kap. 1423, post 01.",
            [("decrease", 4_200_000, 1422, 21, 1423, 1)],
        ),
        (
            "Kap. 290, post 01 reduseres med 0,8 mill. kroner, mens kap. 290, post 21 økes med 0,6 "
            "mill. kroner.",
            [("decrease", 800_000, 290, 1, None, None), ("increase", 600_000, 290, 21, None, None)],
        ),
        (
            "Tildelingen på kap. 1431, post 72 utgjør etter endringen 45 300 000 kroner.",
            [("total", 45_300_000, 1431, 72, None, None)],
        ),
        ("Av den samlede tildelingen er 5 mill. kroner øremerket tiltak i nord.", []),
    ],
)
def test_moves_and_clauses_keep_their_posts(sentence: str, found: list[tuple[object, ...]]) -> None:
    assert [
        (x.kind, x.amount, x.chapter, x.post, x.counter_chapter, x.counter_post)
        for x in lines(sentence)
    ] == found


@pytest.mark.parametrize(
    ("sentence", "amount"),
    [
        ("2 mill. kroner over kap. 281, post 21.", 2_000_000),
        ("kr. 1.500.000,- over kap. 281, post 21.", 1_500_000),
        ("Oppdraget finansieres med 250 000 kroner fra kap. 281, post 21.", 250_000),
        ("Det er satt av 900 tusen kroner på kap. 281, post 21.", 900_000),
        ("Prosjektet finansieres med 2 MNOK over kap. 281, post 21.", 2_000_000),
        ("Av disse stilles 5 mill. kroner til disposisjon over kap. 281, post 21.", 5_000_000),
        ("Det tildeles 1200 000 kroner over kap. 281, post 21.", 1_200_000),
    ],
)
def test_a_field_may_name_a_sum_in_many_ways(sentence: str, amount: int) -> None:
    (line,) = assigned(sentence)
    assert (line.kind, line.amount, line.chapter, line.post) == ("grant", amount, 281, 21)
    assert line.counter_chapter is None
