"""Budget tables: which they are, and what their rows say, in the forms that letters print."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from laid_letters import Heading, Printed, letter
from tildeling.letter import BudgetTable
from tildeling.limits import Limits
from tildeling.meaning.budget_keys import row_key
from tildeling.meaning.budget_tables import read_budget_tables
from tildeling.meaning.reading import Reading
from tildeling.read.page import Document
from tildeling.read.pdfium import PdfiumReader
from tildeling.text.blocks import Table
from tildeling.text.lay_out import lay_out

LETTERS = Path(__file__).parents[1] / "fixtures" / "letters"
HEADING = ["Kap.", "Post", "Betegnelse", "Bevilgning"]


def tables(*body: Printed) -> tuple[BudgetTable, ...]:
    return read_budget_tables(letter(body=body)).tables


def rows(
    *body: Printed,
) -> list[tuple[str, int | None, int | None, str | None, tuple[int | None, ...]]]:
    (table,) = tables(*body)
    return [(row.kind, row.chapter, row.post, row.name, row.amounts) for row in table.rows]


# Posts


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        (["290/01", "Driftsutgifter"], (290, 1)),
        (["290.01", "Driftsutgifter"], (290, 1)),
        (["0290.01", "Driftsutgifter"], (290, 1)),
        (["290 01", "Driftsutgifter"], (290, 1)),
        (["290", "01", "Driftsutgifter"], (290, 1)),
        (["Kap. 290", "Post 01", "Driftsutgifter"], (290, 1)),
        (["Kap. 290 post 01 Driftsutgifter"], (290, 1)),
        (["Kap. 290, post 01 Driftsutgifter"], (290, 1)),
        (["1429/45 Større utstyrsanskaffelser"], (1429, 45)),
        (["Kapittel 290, post 01"], (290, 1)),
        (["01", "Driftsutgifter"], (None, 1)),
        (["Post 01", "Driftsutgifter"], (None, 1)),
        (["Post 1", "Driftsutgifter"], (None, 1)),
        (["01 Driftsutgifter"], (None, 1)),
        (["21.1", "Driftsutgifter"], (None, 21)),
    ],
)
def test_a_row_names_its_post(cells: list[str], found: tuple[int | None, int]) -> None:
    key = row_key(cells)
    assert key is not None
    assert (key.kind, key.chapter, key.post) == ("post", *found)


@pytest.mark.parametrize(
    ("cells", "chapter"),
    [
        (["Kap. 1420", "Miljødirektoratet"], 1420),
        (["Kap. 1420 Miljødirektoratet"], 1420),
        (["1420", "Miljødirektoratet"], 1420),
        (["1420 Miljødirektoratet"], 1420),
    ],
)
def test_a_row_names_its_chapter(cells: list[str], chapter: int) -> None:
    key = row_key(cells)
    assert key is not None
    assert (key.kind, key.chapter, key.post) == ("chapter", chapter, None)


@pytest.mark.parametrize(
    ("label", "chapter"),
    [
        ("Sum", None),
        ("Sum kap. 1420", 1420),
        ("Sum kapittel 1420", 1420),
        ("Totalt", None),
        ("Sum totalt", None),
        ("I alt", None),
        ("Til sammen", None),
        ("Til saman", None),
    ],
)
def test_a_row_is_a_sum(label: str, chapter: int | None) -> None:
    key = row_key([label, "13"])
    assert key is not None
    assert (key.kind, key.chapter, key.post) == ("sum", chapter, None)


@pytest.mark.parametrize(
    "cells",
    [
        ["2020-17", "Utredning av ordningen"],
        ["15.03", "Årsrapport"],
        ["1.1", "Flere i arbeid"],
        ["Mål 1", "Flere i arbeid"],
        ["Summen av tiltakene", "13"],
        ["21 600 000", "13"],
    ],
)
def test_other_rows_name_no_post(cells: list[str]) -> None:
    assert row_key(cells) is None


# Rows of a table


def test_a_chapter_printed_once_counts_for_the_rows_under_it() -> None:
    body = [
        HEADING,
        ["290", "01", "Drift", "5"],
        ["", "21", "Annet", "7"],
        ["291", "60", "Flyt", "9"],
    ]
    assert [row[:3] for row in rows(body)] == [
        ("post", 290, 1),
        ("post", 290, 21),
        ("post", 291, 60),
    ]


def test_a_chapter_row_names_the_chapter_of_the_posts_under_it() -> None:
    body = [
        HEADING,
        ["Kap. 290", "", "Integrering", ""],
        ["", "01", "Drift", "5"],
        ["Sum kap. 290", "", "", "5"],
    ]
    assert rows(body) == [
        ("chapter", 290, None, "Integrering", (None,)),
        ("post", 290, 1, "Drift", (5,)),
        ("sum", 290, None, "Sum kap. 290", (5,)),
    ]


def test_a_heading_over_the_table_gives_the_chapter() -> None:
    body = ["Kap. 290 Integrering", [["Post", "Navn", "Løyving"], ["01", "Drift", "5 000"]]]
    assert rows(*body) == [("post", 290, 1, "Drift", (5000,))]


def test_a_table_of_one_row_without_names() -> None:
    body = [
        ["Kap. post", "Tidligere tildeling", "Ny tildeling", "Sum tildelt 2026"],
        ["770.70", "456 847", "41 600", "498 447"],
    ]
    (table,) = tables("Kap. 770, post 70", "(alle tall i 1 000 kroner)", body)
    assert table.unit == 1000
    assert table.column_roles == ("previous", "change", "new")
    assert table.rows[0].amounts == (456847000, 41600000, 498447000)
    assert table.rows[0].name is None


def test_a_table_without_a_heading_row() -> None:
    body = [["Kap. 290 post 01 Driftsutgifter", "5 000"], ["Kap. 290 post 21 Annet", "7 000"]]
    assert rows("Midlene fordeles slik:", body) == [
        ("post", 290, 1, "Driftsutgifter", (5000,)),
        ("post", 290, 21, "Annet", (7000,)),
    ]


def test_a_heading_row_in_the_middle_is_passed_over() -> None:
    body = [HEADING, ["290", "01", "Drift", "5"], HEADING, ["290", "21", "Annet", "7"]]
    assert [row[2] for row in rows(body)] == [1, 21]


def test_a_chapter_cut_after_the_word_for_it_is_one() -> None:
    cut = [["Kap.", "Direktoratet for", "9"], ["0451", "beredskap", ""]]
    body = [["Kap./post", "Navn", "Løyving"], *cut, ["0451/01", "Drift", "9"]]
    assert rows(body)[0] == ("chapter", 451, None, "Direktoratet for beredskap", (9,))


def test_a_heading_set_apart_from_its_table_counts() -> None:
    head = [["Kap./post", "Navn", "Løyving (i 1 000 kr)"]]
    (table,) = tables(head, "2026", [["290/01", "Drift", "9"]])
    assert (table.columns, table.unit) == (("Løyving (i 1 000 kr)",), 1000)


def test_a_name_over_two_rows_is_one() -> None:
    body = [
        HEADING,
        ["290", "45", "Utstyr, kan", "5"],
        ["", "", "overføres", ""],
        ["Sum", "", "", "5"],
    ]
    assert rows(body)[0] == ("post", 290, 45, "Utstyr, kan overføres", (5,))


def test_parts_of_a_post_stay_in_its_name() -> None:
    body = [
        HEADING,
        ["290", "21", "Annet", "9"],
        ["", "", "Herav til norskprøver", "4"],
        ["Sum", "", "", "9"],
    ]
    assert rows(body)[0] == ("post", 290, 21, "Annet Herav til norskprøver", (9,))


@pytest.mark.parametrize(
    ("printed", "kroner"),
    [
        ("-70 900", -70900000),
        ("−70 900", -70900000),
        ("–70 900", -70900000),
        ("(70 900)", -70900000),
        ("÷ 70 900", -70900000),
        ("+70 900", 70900000),
        ("70 900", 70900000),
        ("70.900", 70900000),
        ("-", None),
        ("70 900 kroner", 70900),
    ],
)
def test_an_amount_has_its_sign_and_unit(printed: str, kroner: int | None) -> None:
    body = [
        [*HEADING[:3], "Endring (i 1 000 kr)"],
        ["290", "01", "Drift", printed],
        ["290", "21", "A", "1"],
    ]
    assert rows(body)[0][4] == (kroner,)


def test_what_cannot_be_read_is_told() -> None:
    body = [HEADING, ["290", "01", "Drift", "inntil fem"], ["290", "21", "Annet", "7"]]
    found = read_budget_tables(letter(body=["Beløp i kroner", body]))
    assert found.tables[0].rows[0].amounts == (None,)
    assert [(finding.code, finding.key) for finding in found.unread] == [("unread", "290/1")]


def test_a_row_with_an_amount_that_names_no_post_is_told() -> None:
    body = [HEADING, ["290", "01", "Drift", "5"], ["", "", "Tilleggsmidler", "3"]]
    (finding,) = read_budget_tables(letter(body=["Beløp i kroner", body])).unread
    assert "Tilleggsmidler" in finding.message


def test_a_budget_whose_rows_name_no_post_is_told() -> None:
    body = [["Kap./post", "Betegnelse", "Bevilgning"], ["Drift", "Lønn", "5 000"]]
    found = read_budget_tables(letter(body=[body]))
    assert (found.tables, [finding.code for finding in found.unread]) == ((), ["unread"])


# Unit, title, columns


@pytest.mark.parametrize(
    ("over", "unit"),
    [
        (["Tildelingen er (i 1 000 kroner):"], 1000),
        (["Tildelingen er:", "(i 1000 kr)"], 1000),
        (["Tabell 1 Tildeling i 2026 (alle tall i 1 000 kroner)"], 1000),
        (["Tabellen viser løyvinga (i heile kroner):"], 1),
        (["Tabellen viser løyvinga (mill. kroner):"], 1000000),
        (["Kap. 290 Kanaltilsynet, tkr"], 1000),
        (["Kap. 290 Kanaltilsynet – beløp i mill. kroner"], 1000000),
        (["Midlene stilles til disposisjon:"], 1),
    ],
)
def test_the_unit_stands_over_the_table(over: list[str], unit: int) -> None:
    (table,) = tables(*over, [HEADING, ["290", "01", "Drift", "5"]])
    assert table.unit == unit


def test_the_unit_stands_in_a_lone_cell() -> None:
    (table,) = tables([["", "", "", "(i 1 000 kroner)"], HEADING, ["290", "01", "Drift", "5"]])
    assert (table.unit, table.columns) == (1000, ("Bevilgning",))


def test_the_unit_stands_under_the_table() -> None:
    (table,) = tables([HEADING, ["290", "01", "Drift", "5"]], "Alle tall i 1 000 kroner")
    assert table.unit == 1000


def test_the_title_is_the_sentence_that_introduces_the_table() -> None:
    (table,) = tables(
        "Vi viser til budsjettvedtaket. Midlene fordeles slik:",
        "(i 1 000 kr)",
        [HEADING, ["290", "01", "Drift", "5"]],
    )
    assert table.title == "Midlene fordeles slik:"


def test_headings_over_two_rows_are_joined() -> None:
    body = [
        ["Kap.", "Post", "Namn", "Saldert", "Ny"],
        ["", "", "", "2025", "løyving"],
        ["290", "01", "Drift", "5", "6"],
    ]
    (table,) = tables(body)
    assert table.columns == ("Saldert 2025", "Ny løyving")


def test_shares_and_remarks_are_no_amounts() -> None:
    body = [
        ["Kap./post", "Navn", "Bevilgning", "Endring i pst.", "Merknad"],
        ["290/01", "Drift", "500", "3,2", "Se pkt. 4"],
    ]
    (table,) = tables(body)
    assert table.columns == ("Bevilgning",)
    assert table.rows[0].amounts == (500,)


@pytest.mark.parametrize("before", ["Gjeldendekrav", "Løyving hittil i år"])
def test_what_heads_remarks_or_counts_may_be_a_part_of_a_heading_of_money(before: str) -> None:
    body = [
        ["Kap.", "Post", "Inntekt", before, "Endring", "Nytt krav"],
        ["4710", "01", "Drift", "4 988", "-70", "4 918"],
        ["", "47", "Salg", "240", "55", "295"],
    ]
    (table,) = tables("(i 1 000 kr)", body)
    assert table.columns == (before, "Endring", "Nytt krav")


def test_a_line_of_two_chapters_is_no_row_and_the_first_counts_under_it() -> None:
    body = [
        ["Kap. 445/3445 Hovedredningssentralen", "", "Beløp"],
        ["Post 01", "Driftsutgifter", "122 480"],
        ["Kap. 3445 post 02", "Refusjoner", "2 240"],
    ]
    assert [row[:3] for row in rows("(i 1 000 kr)", body)] == [("post", 445, 1), ("post", 3445, 2)]


# Parts of one post


PER_REGION = [
    ["Region", "Ramme 2025", "Ramme 2026"],
    ["Nord", "4 100", "4 300"],
    ["Sør", "900", "950"],
]


@pytest.mark.parametrize(
    "over",
    [
        ["Midlene til regionene er en del av kap. 451, post 01. Fordelingen er (i 1 000 kr):"],
        ["Løyvinga på kap. 451, post 01 er delt mellom regionane. Tabellen under viser korleis."],
        ["Planen gjelder kap. 451, post 01. Beløpene er i 1 000 kroner. Årene før er tatt med."],
        ["Tilskuddet på kap. 451, post 01 gis etter avtale.", "Tabell 3 Avtaler under post 01"],
        ["Driften dekkes av kap. 451, post 01.", "Post 01 fordeles slik:"],
        [
            "Over kap. 451, post 01 gis 5,2 mill. kroner.",
            "Beløpet er i 1 000 kr fordelt slik:",
        ],
    ],
)
def test_rows_are_parts_of_the_post_that_the_words_over_them_name(over: list[str]) -> None:
    assert [row[1:3] for row in rows(*over, PER_REGION)] == [(451, 1), (451, 1)]


@pytest.mark.parametrize(
    "over",
    [
        ["Kap. 451, post 01 og kap. 452, post 01 har økt.", "Tabell 3 Avtaler under post 01"],
        ["Kap. 451, post 01 er økt. Departementet er tilfreds med arbeidet."],
    ],
)
def test_rows_are_parts_of_no_post_where_none_or_several_may_be_meant(over: list[str]) -> None:
    assert not tables(*over, PER_REGION)


PER_PURPOSE = [["Formål", "2025", "2026"], ["Lønn", "4 100", "4 300"], ["Leie", "2 900", "2 950"]]


def test_a_heading_that_divides_a_post_counts_over_the_text_under_it() -> None:
    over = [
        Heading("3.3 Kap. 722, post 1, veiledende fordeling"),
        "Linjene kan endres av virksomheten selv.",
    ]
    assert [row[1:3] for row in rows(*over, PER_PURPOSE)] == [(722, 1), (722, 1)]


def test_a_post_without_its_chapter_is_of_the_chapter_that_has_it_in_a_table_above() -> None:
    first = [HEADING, ["1710", "47", "Nybygg", "5 000"]]
    between = (
        "Løyvinga er redusert fordi framdrifta i nokre av prosjekta er seinare enn lagt til grunn."
    )
    over = "Post 47 fordeles slik i 1 000 kroner:"
    found = tables("(i 1 000 kroner)", first, between, over, PER_PURPOSE)
    assert [(row.chapter, row.post) for row in found[1].rows] == [(1710, 47), (1710, 47)]


def test_a_heading_of_a_posts_parts_set_apart_from_them_counts() -> None:
    heads, body = [["Fylke", "Beløp"]], [["Nord", "4 100"], ["Sør", "2 900"]]
    (table,) = tables("Tabell 2 Fordeling av kap. 258, post 60 i 1 000 kroner", heads, body)
    assert (table.columns, table.rows[0].post) == (("Beløp",), 60)


def test_parts_of_a_post_headed_again_right_under_one_another_are_two_tables() -> None:
    first = [["Enhet", "Beløp"], ["Nord", "4 100"], ["Sum", "4 100"]]
    other = [["Enhet", "Beløp"], ["Sør", "2 900"], ["Sum", "2 900"]]
    assert len(tables(Heading("3.5 Fordeling av kap. 430, post 1"), first, other)) == 2


def test_a_heading_of_amounts_that_names_a_post_heads_no_column_of_posts() -> None:
    body = [["Ramme på post 47 i 2027"], ["Leir", "Før", "Etter"], *PER_PURPOSE[1:]]
    found = rows("Fordeling av kap. 1710, post 47 i 1 000 kroner", body)
    assert [row[1:3] for row in found] == [(1710, 47), (1710, 47)]


def test_a_heading_of_a_column_gives_the_chapter() -> None:
    body = [
        ["Post", "Kap. 1352 Direktoratet", "Bevilgning"],
        ["01", "Drift", "5"],
        ["21", "A", "7"],
    ]
    assert [row[1:3] for row in rows("(i 1 000 kr)", body)] == [(1352, 1), (1352, 21)]


@pytest.mark.parametrize("glued", ["Agder 3 150", "Agder 3 150 700 3 850"])
def test_a_part_of_a_post_whose_amount_is_glued_to_its_name_is_told(glued: str) -> None:
    body = [["Fylke", "Tilskudd"], ["Nord", "4 100"], [glued, ""], ["Sør", "2 900"]]
    over = "Fordeling av kap. 258, post 60 i 1 000 kroner"
    (finding,) = read_budget_tables(letter(body=[over, body])).unread
    assert "Agder" in finding.message


@pytest.mark.parametrize(
    ("heading", "told"),
    [("3 Budsjett", 1), ("3 Bevilgninger i 2026", 1), ("3 Fullmakter", 0), ("3 Nøkkeltall", 0)],
)
def test_money_in_a_section_of_the_budget_that_gives_no_rows_is_told(
    heading: str, told: int
) -> None:
    found = read_budget_tables(letter(body=[Heading(heading), PER_PURPOSE]))
    assert (found.tables, len(found.unread)) == ((), told)


@pytest.mark.parametrize(
    ("heading", "count"),
    [
        ("Del III Bevilgninger og fullmakter", 1),
        ("4 Løyvingar og fullmakter", 1),
        ("5. Fullmakter og tildelinger", 1),
        ("4 Fullmakt til å overskride bevilgninger", 0),
        ("4 Overskriding av løyvingar og andre fullmakter", 0),
    ],
)
def test_a_section_of_grants_and_authorisations_may_hold_the_budget(
    heading: str, count: int
) -> None:
    posts = [["post 01 Driftsutgifter", "61,25"], ["post 45 Store innkjøp", "7,5"]]
    lead = "Til disposisjon i 2026 (alle beløp i mill. kroner):"
    assert len(tables(Heading(heading), lead, "Kap. 1313 Luftfartstilsynet", posts)) == count


def test_a_lone_row_of_money_under_the_heading_of_a_post_is_told() -> None:
    body = [Heading("3.3 Norsk kulturfond, kap. 320, post 55"), [["Musikk", "178 940 000"]]]
    (finding,) = read_budget_tables(letter(body=body)).unread
    assert "Musikk" in finding.message


def test_parts_of_a_post_over_two_pages_are_one_table() -> None:
    first = [["Mottaker", "Tilskudd"], ["Nord", "4 100"], ["Sør", "900"]]
    second = [["Mottaker", "Tilskudd"], ["Vest", "500"], ["Sum", "5 500"]]
    found = rows("Kap. 451, post 70 i 1 000 kroner", first, "Tabell 2 (forts.)", second)
    assert [row[0] for row in found] == ["post", "post", "post", "sum"]


def test_numbers_of_projects_before_the_names_are_no_amounts() -> None:
    body = [
        ["Prosjekt", "Navn", "Før", "Etter"],
        ["810044", "Evenes flystasjon", "412 000", "450 200"],
        ["810045", "Andøya leir", "188 400", "176 400"],
    ]
    (table,) = tables("Kap. 1710, post 47 i 1 000 kroner", body)
    assert table.columns == ("Før", "Etter")


def test_purposes_beside_other_names_are_remarks() -> None:
    body = [
        ["Tjenesteområde", "Beløp", "Formål"],
        ["Resepsjon", "20 410", "Døgnbemannet"],
        ["Renhold", "38 200", "Avtale til 2026"],
    ]
    (table,) = tables("Kap. 1520, post 01 i 1 000 kroner", body)
    assert [(row.name, row.comment) for row in table.rows] == [
        ("Resepsjon", "Døgnbemannet"),
        ("Renhold", "Avtale til 2026"),
    ]


def test_a_heading_that_its_narrow_column_broke_heads_posts() -> None:
    body = [
        ["Kap.", "Pos t", "Betegnelse", "Bevilgning"],
        ["290", "01", "Drift", "5"],
        ["", "4", "Gebyr", "7"],
    ]
    assert [row[1:3] for row in rows("(i 1 000 kr)", body)] == [(290, 1), (290, 4)]


def test_a_row_that_is_all_the_others_is_their_sum_whatever_it_is_called() -> None:
    body = [["Fylke", "2025", "2026"], ["Nord", "4", "5"], ["Sør", "9", "3"], ["Vest", "1", "1"]]
    over = "Kap. 1543, post 60 i 1 000 kroner"
    assert rows(over, [*body, ["Landet", "14", "9"]])[-1][:3] == ("sum", None, None)
    assert rows(over, [*body, ["Landet", "14", "8"]])[-1][:3] == ("post", 1543, 60)


def test_dots_that_lead_to_an_amount_outside_any_table_are_told() -> None:
    dotted = "Statsministerens kontor........18 400 000 Arbeidsdepartementet........30 150 000"
    contents = "1 Innledning ........ 3 og 2 Budsjett ........ 12 er listet opp her."
    found = read_budget_tables(letter(body=[contents, dotted]))
    assert [finding.rule for finding in found.unread] == ["unread_budget_row"]


def test_a_name_between_amounts_is_told() -> None:
    body = [
        ["Kap.", "Post", "Betegnelse", "2026", "Post", "Betegnelse", "2026"],
        ["290", "01", "Drift", "5 100", "02", "Gebyr", "6 200"],
        ["", "21", "Annet", "7 300", "03", "Salg", "8 400"],
    ]
    found = read_budget_tables(letter(body=["(i 1 000 kr)", body]))
    assert [finding.rule for finding in found.unread].count("unread_budget_row") == 2


# Several tables


def test_a_table_cut_in_two_is_one() -> None:
    first = [HEADING, ["290", "01", "Drift", "5"]]
    assert [row[1:3] for row in rows(first, [["", "21", "Annet", "7"]])] == [(290, 1), (290, 21)]


def test_text_between_parts_two_tables() -> None:
    first = [HEADING, ["290", "01", "Drift", "5"]]
    other = [HEADING, ["291", "60", "Flyt", "7"]]
    assert len(tables(first, "Departementet viser til omtalen av kapitlet over.", other)) == 2


@pytest.mark.parametrize(
    "other",
    [
        [["Hva", "Frist"], ["Årsrapport", "15.03.2026"]],
        [["Nr.", "Oppdrag", "Frist"], ["2026-01", "Utredning", "1. juni 2026"]],
        [["Mål", "2025", "2026"], ["Andel i arbeid", "60", "65"]],
        [["Enhet", "Årsverk"], ["Oslo", "21"]],
        [
            ["Kap.", "Post", "Fullmakt", "Beløp"],
            ["290", "01", "Overskride mot merinntekter", "500"],
        ],
        [["Nr.", "Tiltak", "Antall"], ["01", "Kurs", "12"]],
    ],
)
def test_other_tables_are_none(other: Printed) -> None:
    assert tables(other) == ()


def test_a_table_knows_whether_it_is_taken() -> None:
    budget = [HEADING, ["290", "01", "Drift", "5"]]
    reading = letter(body=[budget, "Kalender", [["Hva", "Frist"], ["Årsrapport", "15.03.2026"]]])
    blocks = read_budget_tables(reading).blocks
    taken = [b in blocks for b in reading.blocks if isinstance(b, Table)]
    assert taken == [True, False]


def test_a_row_has_its_words_as_evidence() -> None:
    (table,) = tables([HEADING, ["290", "01", "Drift", "5"]])
    (evidence,) = table.rows[0].evidence
    assert evidence.text.split() == ["290", "01", "Drift", "5"]


# Letters


def facts_of_tables() -> list[Path]:
    paths = sorted(LETTERS.rglob("*.facts.toml"))
    return [path for path in paths if "budget_tables" in tomllib.loads(path.read_text("utf-8"))]


@pytest.mark.parametrize(
    "path", facts_of_tables(), ids=lambda path: path.name.removesuffix(".facts.toml")
)
def test_the_tables_of_a_letter(path: Path) -> None:
    facts = tomllib.loads(path.read_text("utf-8"))
    wanted = facts["budget_tables"]
    pdf = path.with_name(path.name.replace(".facts.toml", ".pdf"))
    producer, pages = PdfiumReader().read(pdf.read_bytes(), Limits())
    reading = Reading(lay_out(Document(pdf.name, "", producer, pages)))
    found = read_budget_tables(reading, facts["budget_year"], facts["kind"])
    assert [_said(table) for table in found.tables] == [_wanted(table) for table in wanted]
    for table, one in zip(found.tables, wanted, strict=True):
        if "column_roles" in one:
            assert [role or "" for role in table.column_roles] == one["column_roles"]
    doubts = [f for f in facts.get("findings", []) if f["code"] == "unit_doubt"]
    assert [{"code": f.code, "key": f.key} for f in found.unread] == doubts


def _said(table: BudgetTable) -> object:
    """A table in the terms of the facts, which leave out what a sum's chapter and null are."""
    rows = [
        (row.kind, None if row.kind == "sum" else row.chapter, row.post, _amounts(row.amounts))
        for row in table.rows
    ]
    return table.unit, list(table.columns), rows


def _wanted(table: dict[str, Any]) -> object:
    rows = [
        (
            row.get("kind", "post"),
            row.get("chapter"),
            row.get("post"),
            _amounts(row.get("amounts", ())),
        )
        for row in table["rows"]
    ]
    return table["unit"], table["columns"], rows


def _amounts(printed: Sequence[int | str | None]) -> list[int]:
    return [amount for amount in printed if isinstance(amount, int)]


def test_an_overview_of_whole_chapters_is_a_budget_table() -> None:
    rows = (["Kap.", "Navn", "Tildelt"], ["1401", "Kanaler", "8 550"], ["1402", "Sluser", "76 460"])
    (table,) = tables("Beløp i tabellene er oppgitt i 1000 kr.", "Samlet oversikt", rows)
    assert [(row.kind, row.chapter, row.amounts) for row in table.rows] == [
        ("chapter", 1401, (8_550_000,)),
        ("chapter", 1402, (76_460_000,)),
    ]


def test_a_post_named_by_its_heading_and_again_over_the_table_is_what_rows_are_parts_of() -> None:
    over = [
        Heading("3.2 Særskilte satsinger under kap. 722, post 1"),
        "Av rammen på kap. 722, post 1 er disse satsingene skilt ut. De står etter fagområde.",
    ]
    assert [row[1:3] for row in rows(*over, PER_PURPOSE)] == [(722, 1), (722, 1)]


def test_a_name_that_ends_like_a_word_for_sums_is_none() -> None:
    assert row_key(["Bergkunsten i Alta", "5 910"]) is None
    assert row_key(["Samlingene totalt dekket", "5 910"]) is None


def test_a_sub_post_may_print_its_post() -> None:
    body = [["Underpost", "Fagområde", "Tildelt"], ["55.1", "Musikk", "71"], ["55.2", "Dans", "43"]]
    (table,) = tables("Kap. 720 Kanalfondet (mill. kroner)", body)
    assert [(row.chapter, row.post, row.sub, row.name) for row in table.rows] == [
        (720, 55, "1", "Musikk"),
        (720, 55, "2", "Dans"),
    ]


def test_names_of_sub_posts_under_a_heading_for_them_are_names() -> None:
    body = [["Post", "Delpost", "Tildelt"], ["72.1", "Sluser", "71 000"], ["72.2", "Fyr", "43 000"]]
    (table,) = tables("Kap. 720 Kanalfondet (i kroner)", body)
    assert [(row.post, row.sub, row.name) for row in table.rows] == [
        (72, "1", "Sluser"),
        (72, "2", "Fyr"),
    ]


def test_tables_headed_each_with_nothing_between_are_two() -> None:
    head = ["Kap.", "Post", "Betegnelse", "Bevilgning"]
    first = [head, ["720", "01", "Drift", "5 100"], ["", "", "Sum", "5 100"]]
    second = [head, ["3720", "02", "Gebyrer", "90"], ["", "", "Sum", "90"]]
    assert [table.side for table in tables("(i 1 000 kroner)", first, second)] == [
        "expenditure",
        "revenue",
    ]


def test_a_part_of_a_post_may_be_called_transport() -> None:
    body = [["Bransje", "Ramme"], ["Renhold", "3 300"], ["Transport", "1 700"], ["Sum", "5 000"]]
    over = "Fordeling av kap. 722, post 1 (i 1 000 kroner)"
    assert [row[3] for row in rows(over, body)] == ["Renhold", "Transport", "Sum"]
    carried = [
        ["Bransje", "Ramme"],
        ["Renhold", "3 300"],
        ["Vask", "1 200"],
        ["Transport", "4 500"],
    ]
    assert [row[3] for row in rows(over, carried)] == ["Renhold", "Vask"]
