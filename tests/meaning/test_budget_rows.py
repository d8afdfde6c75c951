"""What the rows of budget tables say: keys, sub-posts, sides, reductions, remarks, what is none."""

from __future__ import annotations

import pytest

from laid_letters import Heading, Printed, letter
from set_letters import BASE, read_letter
from tildeling.letter import BudgetRow, BudgetTable, Finding
from tildeling.meaning.budget_keys import row_key
from tildeling.meaning.budget_tables import read_budget_tables

HEADS = ["Kap.", "Post", "Betegnelse", "Bevilgning (i kr)"]


def read(*body: Printed) -> tuple[tuple[BudgetTable, ...], tuple[Finding, ...]]:
    found = read_budget_tables(letter(body=body), 2026)
    return found.tables, found.unread


def rows(*body: Printed) -> list[BudgetRow]:
    (table,), _ = read(*body)
    return list(table.rows)


# Keys


@pytest.mark.parametrize(
    ("printed", "chapter", "post", "sub"),
    [
        (["1401", "1", "Drift", "186"], 1401, 1, None),
        (["1401", "01", "Drift", "186"], 1401, 1, None),
        (["1401", "72.1", "Skip", "186"], 1401, 72, "1"),
        (["1401", "72.10", "Skip", "186"], 1401, 72, "10"),
        (["0451", "45", "Utstyr", "186"], 451, 45, None),
    ],
)
def test_posts_in_columns_of_their_own(
    printed: list[str], chapter: int, post: int, sub: str | None
) -> None:
    (row,) = rows([HEADS, printed])
    assert (row.chapter, row.post, row.sub, row.amounts) == (chapter, post, sub, (186,))


@pytest.mark.parametrize("heading", ["Kap./post", "Kap.post", "Kap. post", "Kapittel/post"])
@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("702.21", (702, 21, None)),
        ("702/21", (702, 21, None)),
        ("1144.77", (1144, 77, None)),
        ("702 21", (702, 21, None)),
        ("702-21", (702, 21, None)),
        ("702, post 21", (702, 21, None)),
        ("702/1", (702, 1, None)),
        ("702.72.1", (702, 72, "1")),
    ],
)
def test_chapter_and_post_in_one_cell(
    heading: str, printed: str, key: tuple[int, int, str | None]
) -> None:
    (row,) = rows([[heading, "Navn", "Beløp (kr)"], [printed, "Drift", "186"]])
    assert (row.chapter, row.post, row.sub) == key


def test_sub_posts_stand_under_their_post() -> None:
    body = [
        ["Post", "Navn", "Beløp (kr)"],
        ["72", "Havn", "9"],
        ["72.1", "Kai", "5"],
        ["72.2", "Mur", "4"],
    ]
    found = rows("Kap. 1360 Kystverket", body)
    assert [(row.post, row.sub) for row in found] == [(72, None), (72, "1"), (72, "2")]


def test_a_chapter_with_its_name_stands_beside_its_posts() -> None:
    body = [
        ["Kap.", "Post", "Betegnelse", "Beløp (kr)"],
        ["1401 Kaidirektoratet", "01", "Drift", "5"],
        ["", "21", "Annet", "7"],
        ["1402 Fiskerihavner", "60", "Tilskudd", "9"],
    ]
    assert [(row.chapter, row.post, row.name) for row in rows(body)] == [
        (1401, 1, "Drift"),
        (1401, 21, "Annet"),
        (1402, 60, "Tilskudd"),
    ]


def test_a_number_alone_in_the_column_of_names_goes_on_with_the_name() -> None:
    body = [HEADS, ["1547", "21", "Annet, kan nyttes under post", "5"], ["", "", "45", ""]]
    assert [(row.post, row.name) for row in rows(body)] == [(21, "Annet, kan nyttes under post 45")]


def test_a_side_may_stand_in_the_row_of_a_sum() -> None:
    body = [
        HEADS,
        ["1115", "01", "Drift", "5"],
        ["Inntekter:", "", "Sum utgifter kap. 1115", "5"],
        ["4115", "01", "Gebyr", "7"],
    ]
    (table,), told = read(body)
    assert [(row.kind, row.amounts) for row in table.rows] == [
        ("post", (5,)),
        ("sum", (5,)),
        ("post", (7,)),
    ]
    assert (table.side, told) == (None, ())


def test_a_column_of_its_own_may_hold_the_sub_post() -> None:
    (row,) = rows(
        [["Kap.", "Post", "Underpost", "Navn", "Beløp (kr)"], ["1360", "72", "1", "Kai", "5"]]
    )
    assert (row.chapter, row.post, row.sub, row.name) == (1360, 72, "1", "Kai")


def test_a_lone_figure_after_a_chapter_is_its_post() -> None:
    body = [["1401", "1", "Drift", "186"], ["1401", "21", "Annet", "13"]]
    assert [row.post for row in rows("Midlene (i kr):", body)] == [1, 21]


@pytest.mark.parametrize(
    "cells",
    [["13.50", "Distriktspolitikk", "5"], ["2025", "5"], ["1", "Flere i arbeid"], ["12 %", "5"]],
)
def test_categories_years_and_numbers_of_lists_are_no_posts(cells: list[str]) -> None:
    assert row_key(cells) is None


def test_a_date_is_no_post() -> None:
    assert row_key(["15. januar 2026", "36 000"]) is None


def test_columns_of_years_shares_and_staff_are_no_amounts() -> None:
    heads = ["Kap.", "Post", "Navn", "År", "Endring i %", "Årsverk", "Beløp (kr)"]
    (table,), _ = read([heads, ["290", "01", "Drift", "2026", "3,2", "12", "500"]])
    assert table.columns == ("Beløp (kr)",)


def test_a_name_in_two_columns_is_whole() -> None:
    heads = ["Kap.", "Post", "Betegnelse", "", "Beløp (kr)"]
    (row,) = rows([heads, ["290", "01", "Drift", "av senteret", "5"]])
    assert row.name == "Drift av senteret"


def test_a_dash_is_nothing_and_a_nought_is_nought() -> None:
    body = [HEADS, ["290", "01", "Drift", "–"], ["290", "21", "Annet", "0"]]
    assert [row.amounts for row in rows(body)] == [(None,), (0,)]


# Chapters from what stands around


@pytest.mark.parametrize(
    "over",
    [
        ["Kap. 1320 Statens vegvesen"],
        ["Tabell 5.1 Bevilgninger under kap. 1320 (mill. kr)"],
        ["Vi gir dette på kap. 1320:"],
        ["Kap. 1320 Statens vegvesen", "Midlene gjelder drift.", "Tabellen viser postene:"],
        [Heading("5.1 Kap. 1320 Statens vegvesen"), "Midlene gjelder drift."],
        [Heading("5 Kap. 1320"), Heading("5.1 Utgifter i året"), "Midlene gjelder drift."],
    ],
)
def test_the_chapter_stands_over_the_table(over: list[Printed]) -> None:
    body = [["Post", "Navn", "Budsjett 2026"], ["01", "Drift", "5"], ["22", "Vedlikehold", "7"]]
    assert [row.chapter for row in rows(*over, body)] == [1320, 1320]


OVERVIEW = [["Kap.", "Post", "Navn", "Budsjett 2026"], ["1320", "01", "Drift", "5"]]
PARTS = [["Post", "Prosjekt", "Ramme 2026"], ["30.1", "Kai", "2"], ["30.2", "Molo", "3"]]


def test_sub_posts_are_of_the_chapter_that_has_their_post_in_a_table_above() -> None:
    overview = [*OVERVIEW, ["1320", "30", "Nybygg", "5"], ["1330", "01", "Drift", "4"]]
    tables, told = read(overview, Heading("2.2 Prosjekter"), "Underpostene på post 30 er:", PARTS)
    assert [(row.chapter, row.post, row.sub) for row in tables[1].rows] == [
        (1320, 30, "1"),
        (1320, 30, "2"),
    ]
    assert "no_chapter" not in [finding.rule for finding in told]


def test_sub_posts_of_a_post_that_two_chapters_have_are_told() -> None:
    overview = [*OVERVIEW, ["1320", "30", "Nybygg", "5"], ["1330", "30", "Nybygg", "4"]]
    tables, told = read(overview, Heading("2.2 Prosjekter"), "Underpostene på post 30 er:", PARTS)
    assert [row.chapter for row in tables[1].rows] == [None, None]
    assert ("no_chapter", "30") in [(finding.rule, finding.key) for finding in told]


def test_of_two_chapters_in_the_nearest_words_none_is_in_force() -> None:
    body = [["Post", "Navn", "Budsjett 2026"], ["01", "Drift", "5"]]
    (row,) = rows("Kap. 290 Integrering", "Vi gir dette på kap. 1547 og kap. 4547:", body)
    assert row.chapter is None


def test_a_chapter_ends_where_the_next_section_begins() -> None:
    first = [["Post", "Navn", "Budsjett 2026"], ["01", "Drift", "5"]]
    second = [["Kap.", "Post", "Navn", "Budsjett 2026"], ["", "01", "Drift", "6"]]
    tables, _ = read(
        Heading("5 A"), "Kap. 290 Integrering", first, Heading("6 B"), "Dette gis.", second
    )
    assert [row.chapter for table in tables for row in table.rows] == [290, None]


def test_parts_of_a_post_have_its_chapter_and_post() -> None:
    body = [
        ["Formål", "Beløp (i 1 000 kr)"],
        ["Norskkurs", "500"],
        ["Mentorordning", "250"],
        ["Sum", "750"],
    ]
    found = rows("Fordeling av kap. 291, post 71:", body)
    assert [(row.kind, row.chapter, row.post, row.name, row.amounts) for row in found] == [
        ("post", 291, 71, "Norskkurs", (500_000,)),
        ("post", 291, 71, "Mentorordning", (250_000,)),
        ("sum", None, None, "Sum", (750_000,)),
    ]


def test_numbers_of_municipalities_are_no_chapters_of_what_a_post_is_split_on() -> None:
    body = [
        ["Kommunenr.", "Kommune", "Beløp"],
        ["1520", "Ørsta", "1 200"],
        ["1577", "Volda", "950"],
        ["", "Sum", "2 150"],
    ]
    found = rows("Fordeling av kap. 1402, post 60 (i 1 000 kr):", body)
    assert [(row.kind, row.chapter, row.post, row.name, row.amounts) for row in found] == [
        ("post", 1402, 60, "Ørsta", (1_200_000,)),
        ("post", 1402, 60, "Volda", (950_000,)),
        ("sum", None, None, "Sum", (2_150_000,)),
    ]


@pytest.mark.parametrize("heading", ["Etter tillegg nr. 2", "Del av rammen", "Budsjett pr. år"])
def test_a_column_of_large_numbers_holds_kroner_whatever_it_is_called(heading: str) -> None:
    body = [["Kap./post", heading, "Ny ramme (kr)"], ["670/45", "41 250 000", "38 850 000"]]
    assert [row.amounts for row in rows(body)] == [(41_250_000, 38_850_000)]


def test_numbers_of_the_rows_are_no_amounts_and_no_posts() -> None:
    body = [
        ["Nr.", "Kap.", "Post", "Navn", "Beløp (kr)"],
        ["1", "1401", "1", "Drift", "500"],
        ["2", "1401", "21", "Annet", "70"],
    ]
    (table,), _ = read(body)
    assert [(row.post, row.name, row.amounts) for row in table.rows] == [
        (1, "Drift", (500,)),
        (21, "Annet", (70,)),
    ]


def test_a_chapters_row_may_head_the_amounts() -> None:
    body = [
        ["Kap. 909 Næringsdepartementet", "Beløp"],
        ["Post 21 Spesielle driftsutgifter (gjelder messen)", "12 400"],
        ["Sum kap. 909", "12 400"],
    ]
    (table,), told = read("(i 1000 kroner)", body)
    assert (table.columns, told) == (("Beløp",), ())
    assert [(row.kind, row.chapter, row.post, row.amounts) for row in table.rows] == [
        ("chapter", 909, None, (None,)),
        ("post", 909, 21, (12_400_000,)),
        ("sum", 909, None, (12_400_000,)),
    ]


# Sides


@pytest.mark.parametrize(
    ("body", "side"),
    [
        ([[HEADS, ["290", "01", "Drift", "5"]]], "expenditure"),
        ([[HEADS, ["3290", "01", "Gebyr", "5"]]], "revenue"),
        ([[HEADS, ["5312", "01", "Gebyr", "5"]]], "revenue"),
        ([[HEADS, ["290", "01", "Drift", "5"], ["3290", "01", "Gebyr", "5"]]], None),
        (["Inntekter", [["Post", "Navn", "Beløp (kr)"], ["Post 01", "Gebyr", "5"]]], "revenue"),
        (["Utgifter", [["Post", "Navn", "Beløp (kr)"], ["Post 01", "Drift", "5"]]], "expenditure"),
        (
            ["Inntektskravene er:", [["Post", "Navn", "Beløp (kr)"], ["Post 01", "A", "5"]]],
            "revenue",
        ),
    ],
)
def test_a_table_is_on_a_side(body: list[Printed], side: str | None) -> None:
    (table,), _ = read(*body)
    assert table.side == side


def test_sides_in_one_table_are_one_table() -> None:
    body = [
        HEADS,
        ["Utgifter", "", "", ""],
        ["1605", "01", "Drift", "5"],
        ["Inntekter", "", "", ""],
        ["4605", "01", "Gebyr", "7"],
    ]
    (table,), told = read(body)
    assert (table.side, len(table.rows), told) == (None, 2, ())


def test_sides_headed_anew_are_two_tables() -> None:
    body = [
        HEADS,
        ["1605", "01", "Drift", "5"],
        ["Inntekter", "", "", ""],
        HEADS,
        ["4605", "01", "Gebyr", "7"],
    ]
    tables, _ = read(body)
    assert [(t.side, t.title) for t in tables] == [
        ("expenditure", "Tildelingsbrev for 2026"),
        ("revenue", "Inntekter"),
    ]


def test_a_side_named_between_two_parts_is_a_row_where_the_first_was() -> None:
    first = [HEADS, ["Utgifter", "", "", ""], ["1605", "01", "Drift", "5"]]
    second = [["4605", "01", "Gebyr", "7"]]
    assert len(rows(first, "Inntekter", second)) == 2


# Reductions


@pytest.mark.parametrize("printed", ["1 900", "-1 900", "–1 900", "(1 900)", "1 900-"])
@pytest.mark.parametrize("heading", ["Reduksjon", "Kutt", "Fratrekk", "Nedgang"])
def test_a_column_that_takes_away_is_negative(heading: str, printed: str) -> None:
    heads = [*HEADS[:3], "Saldert (kr)", heading, "Ny ramme"]
    (table,), _ = read([heads, ["1401", "01", "Drift", "182 400", printed, "180 500"]])
    assert table.rows[0].amounts == (182_400, -1_900, 180_500)
    assert table.column_roles == ("previous", "change", "new")


def test_two_changes_may_stand_beside_each_other() -> None:
    heads = [*HEADS[:3], "Saldert (kr)", "Økning", "Reduksjon", "Ny ramme"]
    body = [
        heads,
        ["1401", "01", "Drift", "182 400", "6 000", "1 900", "186 500"],
        ["1401", "21", "Annet", "14 300", "", "800", "13 500"],
        ["1402", "60", "Havn", "72 000", "3 000", "", "75 000"],
    ]
    (table,), _ = read(body)
    assert table.column_roles == ("previous", "change", "change", "new")
    assert [row.amounts for row in table.rows] == [
        (182_400, 6_000, -1_900, 186_500),
        (14_300, None, -800, 13_500),
        (72_000, 3_000, None, 75_000),
    ]


@pytest.mark.parametrize(
    "label",
    ["Fratrekk: Tilskudd til kai", "Fradrag for leie", "Tilskudd til kai (–)", "Minus tilskudd"],
)
def test_a_row_that_is_subtracted_is_negative(label: str) -> None:
    body = [
        HEADS,
        ["1401", "01", "Drift", "200"],
        ["1402", "70", label, "4"],
        ["", "", "Netto ramme", "196"],
    ]
    assert [row.amounts for row in rows(body)] == [(200,), (-4,), (196,)]


# Remarks


@pytest.mark.parametrize("heading", ["Merknad", "Kommentarer", "Formål", "Forklaring", "Omtale"])
def test_a_remark_stands_in_no_name(heading: str) -> None:
    body = [
        [*HEADS, heading],
        ["290", "01", "Drift", "5", "Se punkt 5.2"],
        ["290", "21", "Annet", "7", ""],
    ]
    found = rows(body)
    assert [(row.name, row.comment) for row in found] == [
        ("Drift", "Se punkt 5.2"),
        ("Annet", None),
    ]


def test_a_purpose_between_name_and_amount_is_a_remark() -> None:
    heads = ["Kap.", "Post", "Benevnelse", "Formål", "Beløp (kr)"]
    (row,) = rows([heads, ["1410", "21", "Overvåking", "MOSJ: 16,2 mill. kroner", "18 600 000"]])
    assert (row.name, row.comment) == ("Overvåking", "MOSJ: 16,2 mill. kroner")


def test_a_purpose_alone_names_the_row() -> None:
    (row,) = rows([["Kap.", "Post", "Formål", "Beløp (kr)"], ["1410", "21", "Overvåking", "5"]])
    assert (row.name, row.comment) == ("Overvåking", None)


def test_words_after_the_amounts_without_a_heading_are_a_remark() -> None:
    body = [[*HEADS, ""], ["290", "01", "Drift", "5", "Gjelder hele året"]]
    assert [row.comment for row in rows(body)] == ["Gjelder hele året"]


def test_prose_after_the_amounts_is_a_remark_under_any_heading() -> None:
    prose = "Midlene skal gå til drift av senteret i hele 2026."
    body = [[*HEADS, "Hva pengene går til"], ["290", "01", "Drift", "5", prose]]
    assert [row.comment for row in rows(body)] == [prose]


def test_a_remark_that_goes_on_in_the_next_row_is_one() -> None:
    body = [
        [*HEADS, "Merknad"],
        ["290", "01", "Drift", "5", "Av dette er 2 mill. kroner"],
        ["", "", "", "", "til kurs"],
        ["", "", "", "", "Resten fordeles senere"],
        ["290", "21", "Annet", "7", ""],
    ]
    first, second = rows(body)
    assert first.comment == "Av dette er 2 mill. kroner til kurs\nResten fordeles senere"
    assert (second.comment, second.amounts) == (None, (7,))


def test_the_rows_remarks_are_handed_on_with_the_grant() -> None:
    heads = [*HEADS[:3], "Saldert 2025 (kr)", "Bevilgning 2026 (kr)", "Merknad"]
    reading = letter(body=[[heads, ["290", "01", "Drift", "4", "5", "Herav 2 kroner til kurs"]]])
    (row,) = read_budget_tables(reading, 2026).rows
    assert (row.chapter, row.post, row.grant) == (290, 1, 5)
    assert [reading.words(span) for span in row.comments] == ["Herav 2 kroner til kurs"]


# Amounts where none should be


def test_an_amount_glued_to_a_name_is_told() -> None:
    body = [HEADS, ["290", "01", "Driftsutgifter 151 420", "160 000"], ["290", "21", "Annet", "7"]]
    _, (told,) = read(body)
    assert (told.code, told.key) == ("unread", "290/1")


def test_an_amount_in_a_column_of_something_else_is_told() -> None:
    body = [
        [*HEADS, "Saksbehandler"],
        ["290", "01", "Drift", "5", "Kari"],
        ["290", "21", "Annet", "7", "12 500"],
        ["290", "45", "Utstyr", "9", "Per"],
    ]
    _, (told,) = read(body)
    assert (told.code, told.key) == ("unread", "290/21")


def test_shares_and_staff_stand_in_no_name() -> None:
    heads = ["Kap.", "Post", "Navn", "Årsverk", "Beløp (kr)", "Endring i %"]
    (table,), told = read([heads, ["290", "01", "Drift", "12", "500", "2,2"]])
    assert [(row.name, row.amounts) for row in table.rows] == [("Drift", (500,))]
    assert told == ()


def test_an_amount_wrapped_in_its_cell_is_one() -> None:
    body = [
        [*HEADS, "Merknad"],
        ["290", "01", "Drift", "186", "Herav til kurs"],
        ["", "", "", "500", ""],
        ["290", "21", "Annet", "13 500", ""],
    ]
    assert [row.amounts for row in rows(body)] == [(186_500,), (13_500,)]


def test_an_amount_under_one_that_is_whole_is_told() -> None:
    body = [HEADS, ["290", "01", "Drift", "72 000"], ["", "", "", "500"]]
    (table,), (told,) = read(body)
    assert (table.rows[0].amounts, told.code) == ((72_000,), "unread")


def test_an_amount_cut_over_two_columns_is_told() -> None:
    heads = ["Kap./post", "Navn", "Løyving 2026 (i", "kroner)"]
    body = [heads, ["490/21", "Drift", "72", "063 000"], ["490/22", "Annet", "43", "301 000"]]
    assert [(told.code, told.key) for told in read(body)[1]] == [
        ("unread", "490/21"),
        ("unread", "490/22"),
    ]


def test_a_row_that_takes_more_than_there_was_is_told() -> None:
    heads = [*HEADS[:3], "Saldert (kr)", "Endring"]
    _, (told,) = read([heads, ["1142", "01", "Drift", "236 914", "-942 235 972"]])
    assert (told.code, told.key) == ("unread", "1142/1")


# What is no row, and no table


@pytest.mark.parametrize(
    "label", ["Transport", "Overført", "Overført fra forrige side", "Å overføre", "Transport:"]
)
def test_a_sum_carried_over_a_page_is_no_row(label: str) -> None:
    first = [HEADS, ["290", "01", "Drift", "5"], ["", "", label, "5"]]
    second = [HEADS, ["", "", label, "5"], ["290", "21", "Annet", "7"], ["", "", "Sum", "12"]]
    (table,), told = read(first, second)
    assert [(row.kind, row.amounts) for row in table.rows] == [
        ("post", (5,)),
        ("post", (7,)),
        ("sum", (12,)),
    ]
    assert told == ()


def test_a_table_whose_columns_are_posts_is_other_bodies() -> None:
    body = [["Fylkeskommune", "Post 60", "Post 63", "Sum"], ["Indre Vidda", "61", "14", "75"]]
    assert read("Fordeling på kap. 553, postene 60 og 63, i 1 000 kroner", body) == ((), ())


@pytest.mark.parametrize(
    "over",
    [
        [Heading("2.3 Fullmakter og rammer for lån"), "Stortinget har fastsatt disse rammene:"],
        ["Direktoratet kan gi tilsagn innenfor disse rammene (mill. kr):"],
        ["Bestillingsfullmakter:"],
    ],
)
def test_frames_and_authorisations_are_no_budget(over: list[Printed]) -> None:
    body = [["Kap.", "Post", "Betegnelse", "Samlet ramme"], ["1320", "72", "Ferjer", "14 625"]]
    assert read(*over, body) == ((), ())


def test_a_plan_of_payments_under_a_post_is_no_budget() -> None:
    body = [["primo februar", "kr 2 100 000"], ["primo juni", "kr 1 050 000"]]
    assert read("Utbetalingsplan, kap. 1840 post 70:", body)[0] == ()
    body = [["Dato", "Beløp (kr)"], ["15. januar 2026", "36 000"], ["15. juli 2026", "36 000"]]
    assert read("Midlene på kap. 1402, post 60 utbetales slik:", body)[0] == ()


@pytest.mark.parametrize(
    ("label", "chapter"),
    [
        ("Sum kap. 290", 290),
        ("Kap. 290 i alt", 290),
        ("Netto ramme", None),
        ("Utgifter totalt", None),
    ],
)
def test_sums_have_many_names(label: str, chapter: int | None) -> None:
    body = [HEADS, ["290", "01", "Drift", "5"], ["", "", label, "5"]]
    assert [(row.kind, row.chapter) for row in rows(body)][1] == ("sum", chapter)


# A chapter over posts set with tabs

TABBED = [["post 01", "Driftsutgifter", "190 400"], ["post 22", "Flytting", "6 150"]]


def test_a_chapters_line_over_posts_without_headings_is_the_first_row() -> None:
    first, *posts = rows("Kap. 1313 Luftfartstilsynet", TABBED)
    assert (first.kind, first.chapter, first.name) == ("chapter", 1313, "Luftfartstilsynet")
    assert first.amounts == (None,)
    assert [(row.chapter, row.post) for row in posts] == [(1313, 1), (1313, 22)]


def test_a_chapters_line_over_columns_with_headings_is_no_row() -> None:
    heads = ["Post", "Betegnelse", "Bevilgning"]
    found = rows("Kap. 1313 Luftfartstilsynet", [heads, *TABBED])
    assert [row.kind for row in found] == ["post", "post"]


def test_a_chapter_that_is_among_the_rows_is_not_doubled() -> None:
    found = rows("Kap. 1313 Luftfartstilsynet", [["Kap. 1313", "Luftfartstilsynet", ""], *TABBED])
    assert [row.kind for row in found] == ["chapter", "post", "post"]


def test_a_chapters_line_over_posts_is_a_row_though_another_chapter_follows() -> None:
    more = [["Kap. 1314", "Havnetilsynet", ""], ["post 01", "Drift", "42 500"]]
    found = rows("Kap. 1313 Luftfartstilsynet", [*TABBED, *more])
    assert [(row.kind, row.chapter) for row in found] == [
        ("chapter", 1313),
        ("post", 1313),
        ("post", 1313),
        ("chapter", 1314),
        ("post", 1314),
    ]


def test_incomes_under_a_chapters_sum_without_headings_are_a_table_of_their_own() -> None:
    total = ["Sum kap. 1313", "", "196 550"]
    incomes = [["Kap. 4313", "Luftfartstilsynet", ""], ["post 01", "Gebyr", "42 500"]]
    found, _ = read("Kap. 1313 Luftfartstilsynet", [*TABBED, total, *incomes])
    assert [(table.side, {row.chapter for row in table.rows}) for table in found] == [
        ("expenditure", {1313}),
        ("revenue", {4313}),
    ]


UNSETTLED = """
Tabellen viser bevilgningen på kap. 842 (i 1 000 kroner).

#table(
  columns: (3em, 16em, 6em), stroke: none, inset: 2pt, align: (left, left, right),
  [Post], [Betegnelse], [2025],
  [01], [Driftsutgifter], [261 340],
  [21], [Spesielle driftsutgifter], [2 466],
  [], [Prosjektmidler], [120],
)
"""


def test_amounts_that_can_be_read_in_two_ways_are_told() -> None:
    letter = read_letter(UNSETTLED)
    told = [f for f in letter.findings if f.code == "unread" and f.key == "842/21"]
    assert [f.severity for f in told] == ["warning"]
    assert "2 466" in told[0].message
    assert "120" in told[0].message


INCOME_UNDER_EXPENDITURE = """
Tabellen viser bevilgningene i 1 000 kroner.
#v(15cm)
#table(
  columns: (4em, 22em, 6em),
  table.header([Post], [Kap. 842 Familievernstilsynet], [2025]),
  [01], [Driftsutgifter], [261 340],
  [21], [Spesielle driftsutgifter], [12 400],
  [45], [Større utstyrsanskaffelser og vedlikehold], [3 100],
  [60], [Tilskudd til kommuner], [8 200],
  [], [Sum kap. 842], [285 040],
)
#table(
  columns: (4em, 22em, 6em),
  [Post], [Inntektskapittel], [2025],
  [], [Kap. 3842 Familievernstilsynet], [],
  [01], [Gebyrer], [640],
  [], [Sum inntekter], [640],
)
"""


def test_incomes_headed_apart_under_a_table_over_two_pages_are_a_table_of_their_own() -> None:
    first, second = read_letter(INCOME_UNDER_EXPENDITURE).budget_tables
    assert (first.side, second.side) == ("expenditure", "revenue")
    assert [row.amounts for row in first.rows][-1] == (285_040_000,)
    assert [row.amounts for row in second.rows if row.kind == "post"] == [(640_000,)]


def test_a_table_under_a_post_none_of_whose_rows_can_be_read_is_told() -> None:
    heading = "#heading(numbering: none)[Kap. 919 Tilskot, post 60]\n"
    amounts = "#std.table(columns: 2, [41 000 Sum], [48 500], [153 300], [161 300])\n"
    letter = read_letter(f"{heading}Beløpa er i 1 000 kroner:\n{amounts}")
    assert [row for table in letter.budget_tables for row in table.rows] == []
    told = " ".join(finding.message for finding in letter.findings)
    assert "41 000 Sum 48 500" in told
    assert "153 300 161 300" in told


def test_a_plan_of_payments_whose_columns_are_days_is_no_budget() -> None:
    plan = (
        "#table(columns: 5, [Kap.], [Post], [1. februar], [1. juni], [Sum], "
        "[842], [70], [6 000], [6 000], [12 000])\n"
    )
    said = "Tilskuddet utbetales slik (i 1 000 kroner):\n\n"
    letter = read_letter(f"= Utbetaling\n{said}{plan}", title=BASE)
    assert letter.budget_tables == ()
    assert [one.amount for one in letter.payments] == [6_000_000, 6_000_000]
