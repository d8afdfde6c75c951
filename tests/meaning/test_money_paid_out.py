"""Money that is paid in instalments, and sums that a list splits."""

import pytest

from money_letters import BASE, TABLE, parted, read, said


@pytest.mark.parametrize(
    "text",
    [
        "Tilskuddet på kap. 290, post 21 utbetales med 1 600 000 kroner 1. mars 2026 og "
        "1 600 000 kroner når delrapporten er godkjent.",
        "Tilskotet på kap. 290, post 21 blir utbetalt med 1,6 mill. kroner etter godkjend rapport.",
        "Resten av tilskuddet på kap. 290, post 21, 2 mill. kroner, utbetales når regnskapet er "
        "godkjent.",
        "Første halvdel, 2 mill. kroner, utbetales ved prosjektets start.",
        "1. mars utbetales 2 mill. kroner over kap. 290, post 21.",
        "Tilskotet på kap. 290, post 21 blir betalt ut kvart halvår med 2 mill. kroner.",
        "Tilskuddet utbetales forskuddsvis med 2 mill. kroner over kap. 290, post 21.",
    ],
)
@pytest.mark.parametrize("head", [BASE, BASE + TABLE])
def test_instalments_are_payments_and_grant_nothing(head: str, text: str) -> None:
    assert read(head, text).financing == ()


@pytest.mark.parametrize("when", ["i mars", "1. mars", "i to rater", "når rapporten er godkjent"])
def test_what_is_granted_and_then_paid_is_granted(when: str) -> None:
    text = f"Departementet tildeler 3 mill. kroner over kap. 290, post 21, som utbetales {when}."
    assert said(read(BASE, text).financing) == [("grant", 3_000_000, 290, 21)]


@pytest.mark.parametrize(
    ("whole", "is_granted"),
    [
        ("Løyvinga på kap. 290, post 21 på 9 mill. kroner er fordelt slik:", True),
        ("Bevilgningen på kap. 290, post 21, 9 mill. kroner, er fordelt som følger:", True),
        ("Tilskotet på kap. 290, post 21, 9 mill. kroner, er no delt slik:", True),
        ("Løyvinga på kap. 290, post 21 på 9 mill. kroner vart i 2025 fordelt slik:", False),
    ],
)
def test_a_sum_that_is_split_now_is_granted_and_one_of_another_year_is_not(
    whole: str, is_granted: bool
) -> None:
    found = read(BASE, f"{whole}\n\n– 6 mill. kroner til tilsyn\n\n– 3 mill. kroner til kart")
    expected = [
        ("grant", 9_000_000, 290, 21, None),
        ("grant", 6_000_000, 290, 21, 9_000_000),
        ("grant", 3_000_000, 290, 21, 9_000_000),
    ]
    assert parted(found.financing) == (expected if is_granted else [])
