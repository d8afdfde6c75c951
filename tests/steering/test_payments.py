"""Payments of a grant: in running text, lists and tables; what others pay is none."""

from __future__ import annotations

import pytest
from make import set_letter

import tildeling
from tildeling.letter import Letter

TEXT = """Barne- og familiedepartementet

Stiftelsen Barnas Stemme
Postboks 40
3901 PORSGRUNN

Deres ref      Vår ref        Dato
               24/3003-21     20. desember 2024

Tilskuddsbrev for 2025 til Stiftelsen Barnas Stemme

1. Bevilgning

Departementet stiller kr 10 000 000 til disposisjon for stiftelsen over kap. 846, post 71.

2. {heading}

{body}

Med hilsen

Tone Rustad (e.f.)
avdelingsdirektør
"""

PAGE = """#import "/template.typ": *
#show: letter.with(font: "New Computer Modern", size: 11pt, pages: "side")
#letterhead("Barne- og familiedepartementet")
#address("Stiftelsen Barnas Stemme", "Postboks 40", "3901 PORSGRUNN")
#references-beside("", "24/3003-21", "20. desember 2024")
#title[Tilskuddsbrev for 2025 til Stiftelsen Barnas Stemme]
#heading(numbering: none)[1. Bevilgning]
Departementet stiller kr 10 000 000 til disposisjon over kap. 846, post 71 og kr 4 000 000 over
kap. 846, post 72.
#heading(numbering: none)[2. Økonomi]
"""


def paid(body: str, heading: str = "Utbetaling") -> list[tuple[str | None, int | None]]:
    """Day and sum of each payment of a letter in plain text, all on its one post."""
    letter = tildeling.parse_text(TEXT.format(heading=heading, body=body))
    assert {(each.chapter, each.post) for each in letter.payments} <= {(846, 71)}
    return [(str(each.date) if each.date else None, each.amount) for each in letter.payments]


def in_table(columns: int, *cells: str, over: str = "") -> Letter:
    """A letter with a table in it, and words over that."""
    listed = ", ".join(f"[{cell}]" for cell in cells)
    return tildeling.parse(
        set_letter(f"{PAGE}{over}\n#table(columns: {columns}, stroke: 0.5pt, {listed})\n")
    )


QUARTERS = ["2025-02-15", "2025-05-15", "2025-08-15", "2025-11-15"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Tilskuddet utbetales i fire like store deler 15. februar, 15. mai, 15. august og "
        "15. november.",
        "Beløpet overføres i fire like rater til konto 1234 05 67890: 15. februar, 15. mai, "
        "15. august og 15. november 2025.",
        "Tilskotet vert betalt ut 15. februar, mai, august og november med 25 prosent kvar gong.",
        "Tilskuddet på 10 mill. kroner utbetales i fire like store rater den 15. i månedene "
        "februar, mai, august og november.",
        "Tilskuddet utbetales i fire rater på kr 2 500 000: 15. februar, 15. mai, 15. august og "
        "15. november.",
    ],
)
def test_equal_parts_of_a_sum_that_the_letter_names_are_reckoned(sentence: str) -> None:
    assert paid(sentence) == [(day, 2_500_000) for day in QUARTERS]


def test_shares_go_with_their_times() -> None:
    assert paid(
        "Tilskuddet utbetales med 25 prosent i februar, 45 pst. i mai og 30 % i oktober."
    ) == [("2025-02-28", 2_500_000), ("2025-05-31", 4_500_000), ("2025-10-31", 3_000_000)]


def test_the_rest_is_what_the_sentences_before_have_not_paid() -> None:
    assert paid(
        "I mars utbetales 60 prosent. Resten utbetales i september, når rapporten er godkjent."
    ) == [("2025-03-31", 6_000_000), ("2025-09-30", 4_000_000)]


def test_a_sum_over_the_instalments_is_none_of_them() -> None:
    assert paid(
        "Tilskuddet på 10 mill. kroner utbetales med 4 mill. kroner i februar og 6 mill. kroner i "
        "august."
    ) == [("2025-02-28", 4_000_000), ("2025-08-31", 6_000_000)]


def test_no_sum_is_guessed_where_parts_are_not_said_to_be_equal() -> None:
    assert paid("Midlane blir utbetalte i to omgangar, i januar og august.") == [
        ("2025-01-31", None),
        ("2025-08-31", None),
    ]


def test_parts_that_come_to_no_whole_kroner_have_no_sum() -> None:
    payments = paid("Tilskuddet blir utbetalt med en tolvdel den 15. hver måned.")
    assert [day for day, _ in payments][:2] == ["2025-01-15", "2025-02-15"]
    assert [amount for _, amount in payments] == [None] * 12


def test_a_sum_on_a_day_and_one_on_a_condition_are_two_payments() -> None:
    assert paid(
        "Tilskuddet utbetales med 4 000 000 kroner 1. februar 2025 og 6 000 000 kroner når "
        "regnskapet er godkjent."
    ) == [("2025-02-01", 4_000_000), (None, 6_000_000)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Tilskuddet blir utbetalt med en tolvdel hver måned.",
        "Tilskotet blir utbetalt med ein tolvdel kvar månad.",
    ],
)
def test_every_month_without_a_sum_or_a_day_is_no_plan(sentence: str) -> None:
    assert paid(sentence) == []


def test_a_condition_s_date_is_no_time_of_payment() -> None:
    assert paid(
        "Siste termin, kr 4 000 000, utbetales i september, etter at regnskap er mottatt innen "
        "1. mai 2025."
    ) == [("2025-09-30", 4_000_000)]


def test_an_instalment_on_a_condition_has_a_sum_and_no_day() -> None:
    assert paid(
        "70 prosent (kr 7 000 000) utbetales ved aksept, 30 prosent (kr 3 000 000) utbetales i "
        "november."
    ) == [(None, 7_000_000), ("2025-11-30", 3_000_000)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Stiftelsen skal utbetale midler til lokallagene innen 1. juni.",
        "Midlene skal utbetales til lokallagene innen 1. juni 2025.",
        "Stiftelsen utbetaler støtte til lokallag i to rater, i mars og oktober.",
        "Tilskuddet utbetales etter søknad, innen 1. oktober 2025.",
        "Utbetaling skjer etter anmodning, til konto 1503 22 40718.",
        "Ubrukte midler skal betales tilbake innen 1. mars 2026.",
        "I 2024 ble det utbetalt 9 mill. kroner i mars.",
        "Dagpenger utbetales i mai.",
        "Midlene kan overføres til 2026 i desember.",
        "Tilskudd til lokallag utbetales av stiftelsen i mars og oktober.",
    ],
)
def test_what_others_pay_and_what_is_asked_for_is_no_payment(sentence: str) -> None:
    assert paid(sentence, "Bruk av midlene") == []


def test_times_of_payment_are_no_deadlines() -> None:
    body = "Tilskuddet utbetales i to rater, 15. februar og 15. august."
    letter = tildeling.parse_text(TEXT.format(heading="Utbetaling", body=body))
    assert len(letter.payments) == 2
    assert letter.deadlines == ()


def test_a_list_has_an_instalment_in_each_item_and_its_sum_is_none() -> None:
    plan = "- 15. februar: kr 6 000 000\n- primo mai: kr 4 000 000\n- Sum: kr 10 000 000"
    assert paid(f"Tilskuddet utbetales slik:\n\n{plan}") == [
        ("2025-02-15", 6_000_000),
        ("2025-05-10", 4_000_000),
    ]


def test_days_in_a_list_share_what_the_words_over_it_part() -> None:
    assert paid("Tilskuddet utbetales i to like deler:\n\n1. 1. februar\n2. 1. mai") == [
        ("2025-02-01", 5_000_000),
        ("2025-05-01", 5_000_000),
    ]


def test_a_table_of_times_and_sums_is_a_plan() -> None:
    letter = in_table(
        3,
        *("Termin", "Tidspunkt", "Beløp (1 000 kr)"),
        *("1", "Februar 2025", "6 000", "2", "September 2025", "4 000", "Sum", "", "10 000"),
        over="Tilskuddet på post 71 utbetales etter følgende plan:",
    )
    assert [(str(p.date), p.precision, p.amount, p.post) for p in letter.payments] == [
        ("2025-02-28", "month", 6_000_000, 71),
        ("2025-09-30", "month", 4_000_000, 71),
    ]
    unclaimed = [each for each in letter.findings if each.code == "unclaimed_amount"]
    assert [each.message.partition(" kroner")[0] for each in unclaimed] == ["10 000 000"]


def test_columns_of_posts_part_a_row_s_payment() -> None:
    letter = in_table(
        4,
        *("Utbetales", "Post 71", "Post 72", "Sum"),
        *("15. februar", "6 000 000", "2 000 000", "8 000 000"),
        *("15. august", "4 000 000", "2 000 000", "6 000 000"),
        over="Tilskuddene utbetales slik:",
    )
    assert [(str(p.date), p.amount, p.chapter, p.post) for p in letter.payments] == [
        ("2025-02-15", 6_000_000, 846, 71),
        ("2025-02-15", 2_000_000, 846, 72),
        ("2025-08-15", 4_000_000, 846, 71),
        ("2025-08-15", 2_000_000, 846, 72),
    ]


def test_times_may_head_the_columns() -> None:
    letter = in_table(
        4,
        *("", "1. februar", "1. september", "Sum"),
        *("Beløp (kr)", "6 000 000", "4 000 000", "10 000 000"),
        over="Tilskuddet på post 71 utbetales slik:",
    )
    assert [(str(p.date), p.amount, p.post) for p in letter.payments] == [
        ("2025-02-01", 6_000_000, 71),
        ("2025-09-01", 4_000_000, 71),
    ]


def test_the_post_is_the_one_that_is_granted_just_what_the_plan_pays() -> None:
    letter = in_table(
        2,
        *("Utbetalingsdato", "Beløp", "15.02.2025", "2 500 000", "15.08.2025", "1 500 000"),
    )
    assert {(p.chapter, p.post) for p in letter.payments} == {(846, 72)}


def test_a_table_of_reports_is_no_plan() -> None:
    letter = in_table(
        2,
        *("Rapport", "Frist", "Halvårsrapport", "15. august 2025", "Regnskap", "1. mars 2026"),
        over="#heading(numbering: none)[3. Utbetaling og rapportering]",
    )
    assert letter.payments == ()


def test_a_twelfth_each_month_is_paid_on_the_day_that_is_said() -> None:
    found = paid("Tilskuddet på kr 12 000 000 utbetales den 15. hver måned med en tolvdel.")
    assert found == [(f"2025-{month:02}-15", 1_000_000) for month in range(1, 13)]


def test_a_fourth_each_quarter_is_paid_in_it_unless_a_part_of_it_is_said() -> None:
    ends = ("03-31", "06-30", "09-30", "12-31")
    each = "hvert kvartal med en fjerdedel."
    assert paid(f"Tilskuddet på kr 10 000 000 utbetales {each}") == [
        (f"2025-{end}", 2_500_000) for end in ends
    ]
    assert paid(f"Tilskuddet på kr 10 000 000 utbetales i begynnelsen av {each}") == []


@pytest.mark.parametrize("part", ["like store deler", "like beløp", "like mye"])
def test_a_fourth_each_quarter_may_be_told_as_alike(part: str) -> None:
    found = paid(f"Tilskuddet på kr 10 000 000 utbetales med {part} hvert kvartal.")
    assert [amount for _, amount in found] == [2_500_000] * 4


def test_what_is_paid_right_after_a_report_is_no_fourth() -> None:
    words = "hvert kvartal, like etter at rapporten er levert."
    found = paid(f"Tilskuddet på kr 10 000 000 utbetales {words}")
    # How much is paid each time is not said.
    assert found == [(None, 10_000_000)]


def test_an_instalment_of_a_list_that_waits_for_something_has_its_part_and_ends_no_list() -> None:
    body = (
        "Tilskuddet på kr 10 000 000 utbetales i to like store rater:\n\n"
        "- 1. rate når avtalen er signert\n- 2. rate innen 1. september 2025"
    )
    assert paid(body) == [(None, 5_000_000), ("2025-09-01", 5_000_000)]
