"""The unit of budget tables: stated, derived from sums, assumed and told; and units in doubt."""

from __future__ import annotations

import pytest

from laid_letters import Heading, Printed, letter
from set_letters import read_letter
from tildeling.letter import BudgetTable, Finding
from tildeling.meaning.budget_tables import read_budget_tables

HEADS = ["Kap.", "Post", "Betegnelse", "Bevilgning"]
ROWS = [["290", "01", "Driftsutgifter", "186 500"], ["290", "21", "Spesielle", "13 500"]]
TABLE = [HEADS, *ROWS]


def read(*body: Printed) -> tuple[tuple[BudgetTable, ...], tuple[Finding, ...]]:
    found = read_budget_tables(letter(body=body), 2026)
    return found.tables, found.unread


def unit(*body: Printed) -> tuple[int, str, str | None]:
    """Unit, basis and words of the one table of a letter."""
    (table,), _ = read(*body)
    return table.unit, table.unit_basis, table.unit_text


# Stated in the table


@pytest.mark.parametrize(
    ("heading", "kroner"),
    [
        ("Bevilgning 2026 (1 000 kr)", 1000),
        ("Tkr", 1000),
        ("Sum i 1000 kr", 1000),
        ("Bevilgning i hele tusen kroner", 1000),
        ("Løyving i heile tusen kroner", 1000),
        ("TNOK", 1000),
        ("MNOK", 1_000_000),
        ("Bevilgning 2026, mill. kr", 1_000_000),
        ("Millionar kroner", 1_000_000),
        ("Beløp (i hele kroner)", 1),
        ("Beløp kr", 1),
        ("NOK", 1),
    ],
)
def test_a_columns_heading_says_it(heading: str, kroner: int) -> None:
    (table,), told = read([[*HEADS[:3], heading], *ROWS])
    assert (table.unit, table.unit_basis) == (kroner, "stated")
    assert table.rows[0].amounts == (186_500 * kroner,)
    assert told == ()


def test_a_unit_in_the_heading_of_the_names_is_told_by_its_own_words() -> None:
    heads = ["Kap.", "Post", "Betegnelse, beløp i 1 000 kroner", "Bevilgning"]
    assert unit([heads, *ROWS]) == (1000, "stated", "i 1 000 kroner")


def test_a_unit_over_three_lines_of_a_heading_is_one() -> None:
    heads = [[*HEADS[:3], "Bevilgning (i"], ["", "", "", "1 000"], ["", "", "", "kroner)"]]
    assert unit([*heads, *ROWS])[:2] == (1000, "stated")


@pytest.mark.parametrize(
    "corner",
    [
        ["Beløp i 1 000 kr", "", "", ""],
        ["", "", "(i 1 000 kroner)", ""],
        ["", "", "", "(tall i 1 000 kroner)"],
    ],
)
def test_the_corner_says_it(corner: list[str]) -> None:
    assert unit([corner, HEADS, *ROWS])[:2] == (1000, "stated")


def test_a_line_under_the_rows_says_it() -> None:
    assert unit([HEADS, *ROWS, ["", "", "Alle tall i 1 000 kroner", ""]])[:2] == (1000, "stated")


def test_a_sentence_in_a_line_under_the_rows_says_it() -> None:
    foot = ["Tall i tkr. Avvik skyldes avrunding.", "", "", ""]
    assert unit([HEADS, *ROWS, foot])[:2] == (1000, "stated")


def test_columns_have_units_of_their_own() -> None:
    heads = [*HEADS[:3], "2025 (mill. kr)", "2026 (1 000 kr)"]
    (table,), _ = read([heads, ["290", "01", "Drift", "182,4", "186 500"]])
    assert table.unit == 1000
    assert table.rows[0].amounts == (182_400_000, 186_500_000)


PARTS_OF = "Bevilgningen på kap. 451, post 21 fordeles foreløpig slik:"


@pytest.mark.parametrize(
    ("printed", "kroner"), [("1 000 kr", 1000), ("1.000 kroner", 1000), ("1 mill. kr", 1_000_000)]
)
def test_a_heading_of_names_and_a_unit_alone_is_no_row(printed: str, kroner: int) -> None:
    (table,), _ = read(PARTS_OF, [["Formål", printed], ["Kurs", "250"], ["Tilsyn", "1 400"]])
    assert [row.name for row in table.rows] == ["Kurs", "Tilsyn"]
    assert table.rows[1].amounts == (1_400 * kroner,)


def test_a_row_of_a_thousand_kroner_over_others_in_kroner_is_a_row() -> None:
    (table,), _ = read(PARTS_OF, [["Kurs", "1 000 kr"], ["Reiser", "5 500 kr"]])
    assert [row.amounts for row in table.rows] == [(1_000,), (5_500,)]


def test_a_line_of_units_under_the_headings_says_each_columns_own() -> None:
    body = [
        ["Prosjekt", "Kostnadsramme", "Fordeling 2026"],
        ["", "mill. kr", "1 000 kr"],
        ["Kaianlegg", "412,75", "205 300"],
        ["Verksted", "98,4", "61 500"],
    ]
    (table,), unread = read(PARTS_OF, body)
    assert [row.amounts for row in table.rows] == [
        (412_750_000, 205_300_000),
        (98_400_000, 61_500_000),
    ]
    assert unread == ()


def test_a_unit_over_one_of_several_columns_is_meant_for_all() -> None:
    heads = [*HEADS[:3], "Saldert 2025 (1 000 kr)", "Bevilgning 2026"]
    (table,), _ = read([heads, ["290", "01", "Drift", "182 400", "186 500"]])
    assert table.rows[0].amounts == (182_400_000, 186_500_000)


def test_cells_that_say_their_own_units_are_stated_kroner() -> None:
    rows = [["290", "01", "Drift", "186,5 mill. kr"], ["290", "21", "Annet", "750 000 kr"]]
    (table,), told = read([HEADS, *rows])
    assert (table.unit, table.unit_basis, told) == (1, "stated", ())
    assert [row.amounts for row in table.rows] == [(186_500_000,), (750_000,)]


def test_cells_that_all_say_their_own_unit_need_no_sentence_on_the_tables() -> None:
    rows = [["290", "01", "Drift", "186,5 mill. kr"], ["290", "21", "Annet", "7,5 mill. kr"]]
    (table,), told = read("Alle tabellene er i 1 000 kroner.", [HEADS, *rows])
    assert (table.unit, table.unit_basis, told) == (1, "stated", ())
    assert [row.amounts for row in table.rows] == [(186_500_000,), (7_500_000,)]


def test_a_unit_in_the_corner_makes_the_parts_of_a_post_money() -> None:
    parts = [["Mill. kr", "2026"], ["Kartlegging", "9,80"], ["Grunnvatn", "4,60"]]
    (table,) = read("Fordeling av kap. 290, post 21", parts)[0]
    assert table.unit == 1_000_000
    assert [row.amounts for row in table.rows] == [(9_800_000,), (4_600_000,)]


def test_dotted_lines_with_kr_are_kroner() -> None:
    body = [
        ["post 01 Driftsutgifter...............kr", "241 310 000"],
        ["post 45 Utstyr, kan overføres......kr", "18 202 000"],
    ]
    (table,), told = read("Kap. 329 Arkivformål", body)
    assert (table.unit, table.unit_basis, told) == (1, "stated", ())
    assert [(row.chapter, row.post, row.name, row.amounts) for row in table.rows] == [
        (329, None, "Arkivformål", (None,)),
        (329, 1, "Driftsutgifter", (241_310_000,)),
        (329, 45, "Utstyr, kan overføres", (18_202_000,)),
    ]


@pytest.mark.parametrize("dots", ["repeat[.]", "repeat(gap: 3pt)[.]", "repeat[…]"])
def test_dots_set_close_or_apart_lead_to_the_amounts_of_a_table(dots: str) -> None:
    led = f"#box(width: 1fr, {dots})"
    letter = read_letter(
        "= Inntekter\nKap. 4290 Kystdirektoratet\n\n"
        f"#h(1cm) Post 1 Gebyrinntekter {led} 412 000 kroner\n\n"
        f"#h(1cm) Post 2 Salgsinntekter {led} 1 075 000 kroner\n"
    )
    (table,) = letter.budget_tables
    assert (table.unit, table.unit_basis, table.side) == (1, "stated", "revenue")
    assert [(row.chapter, row.post, row.name, row.amounts) for row in table.rows] == [
        (4290, None, "Kystdirektoratet", (None,)),
        (4290, 1, "Gebyrinntekter", (412_000,)),
        (4290, 2, "Salgsinntekter", (1_075_000,)),
    ]


def test_kr_before_a_number_is_no_unit_where_the_heading_says_one() -> None:
    (table,), _ = read("(i 1 000 kroner)", [HEADS, ["290", "01", "Drift", "kr 186 500"], ROWS[1]])
    assert table.rows[0].amounts == (186_500_000,)


def test_millions_with_decimals_are_whole_kroner() -> None:
    rows = [["290", "50", "Fond", "141,032"], ["290", "70", "Drift", "98,5"]]
    (table,), _ = read("Midlene er fordelt slik (alle beløp i mill. kroner):", [HEADS, *rows])
    assert [row.amounts for row in table.rows] == [(141_032_000,), (98_500_000,)]


def test_milliards_are_whole_kroner() -> None:
    (table,), _ = read("(i mrd. kroner)", [HEADS, ["290", "01", "Drift", "2,35"]])
    assert table.rows[0].amounts == (2_350_000_000,)


# Over several tables


def test_twelve_small_tables_under_one_sentence() -> None:
    body: list[Printed] = [Heading("5 Budsjett"), "Alle beløp er i 1 000 kroner."]
    for chapter in range(291, 303):
        body += [
            f"Kap. {chapter} Tiltak nummer {chapter}",
            [HEADS, [str(chapter), "01", "Drift", "1 250"]],
            "Midlene skal brukes som i fjor.",
        ]
    tables, told = read(*body)
    assert [(t.unit, t.unit_basis) for t in tables] == [(1000, "stated")] * 12
    assert {row.amounts for table in tables for row in table.rows} == {(1_250_000,)}
    assert told == ()


def test_the_caption_of_the_next_table_says_nothing_of_the_one_over_it() -> None:
    first = "Etter dette er tildelingen (alle beløp i hele kroner):"
    second = "Fordeling av kap. 290, post 21 på formål (tall i tusen kr)"
    purposes = [["Formål", "Beløp"], ["Vern", "8 500"], ["Los", "5 000"], ["Sum", "13 500"]]
    rows = [["290", "01", "Drift", "186 500 000"], ["290", "21", "Spesielle", "13 500 000"]]
    (one, other), _ = read(first, [HEADS, *rows], second, purposes)
    assert (one.unit, one.unit_text) == (1, "(alle beløp i hele kroner)")
    assert (other.unit, other.unit_text) == (1000, "(tall i tusen kr)")


def test_a_part_that_goes_on_has_the_unit_of_the_first() -> None:
    first = [HEADS, ROWS[0]]
    tables, _ = read(
        "Tabell 1 Budsjett (i 1 000 kroner)", first, "Tabell 1 (forts.)", [HEADS, ROWS[1]]
    )
    assert [(len(t.rows), t.unit) for t in tables] == [(2, 1000)]


# Derived


@pytest.mark.parametrize(
    ("sentence", "kroner"),
    [
        ("Bevilgningen på kap. 290, post 01 er 186,5 mill. kroner.", 1000),
        ("Det gis 186 500 000 kroner over kap. 290, post 01.", 1000),
        ("Det gis 186 500 kroner over kap. 290, post 01.", 1),
        ("Det gis 186,5 mrd. kroner over kap. 290, post 01.", 1_000_000),
        ("Rammen er på 186,5 mill. kroner i alt.", 1000),
        ("Kap. 290, post 01 er til drift. På posten gis det 187 mill. kroner.", 1000),
    ],
)
def test_a_sum_in_the_text_shows_the_unit(sentence: str, kroner: int) -> None:
    (table,), told = read("Vi gir dette.", TABLE, sentence)
    assert (table.unit, table.unit_basis, table.unit_text) == (kroner, "derived", None)
    assert told == ()


def test_a_sum_under_the_posts_heading_shows_the_unit() -> None:
    body = [
        "Vi gir dette.",
        TABLE,
        "Kap. 290 Integrering",
        "Post 21 Spesielle",
        "Det gis 13,5 mill. kroner.",
    ]
    assert unit(*body)[:2] == (1000, "derived")


def test_a_change_that_the_text_says_shows_the_unit() -> None:
    table = [[*HEADS[:3], "Tidligere", "Sum tildelt"], ["290", "01", "Drift", "40 821", "83 521"]]
    assert unit("Vi gir dette.", table, "Kap. 290, post 01 økes med 42,7 mill. kroner.")[:2] == (
        1000,
        "derived",
    )


def test_the_same_post_in_another_table_shows_the_unit() -> None:
    other = [HEADS, ["290", "01", "Driftsutgifter", "186 500"], ["291", "01", "Annet", "7 200"]]
    whole = [HEADS, ["290", "01", "Driftsutgifter", "186 500 000"]]
    tables, told = read("Slik (i kroner):", whole, Heading("6 Mer"), "Dette gis.", other)
    assert [(t.unit, t.unit_basis) for t in tables] == [(1, "stated"), (1000, "derived")]
    assert told == ()


def test_a_sum_row_that_says_kroner_shows_the_unit() -> None:
    (table,), told = read("Vi gir dette.", [*TABLE, ["", "", "Sum", "200,0 mill. kroner"]])
    assert (table.unit, table.unit_basis, told) == (1000, "derived", ())
    assert [row.amounts for row in table.rows] == [(186_500_000,), (13_500_000,), (200_000_000,)]


@pytest.mark.parametrize("over", ["Vi gir dette.", "(i 1 000 kroner)"])
def test_a_sum_in_kroner_under_parts_in_thousands_is_kroner(over: str) -> None:
    (table,), told = read(over, [*TABLE, ["", "", "Sum kr", "200 000 000"]])
    assert [row.amounts for row in table.rows] == [(186_500_000,), (13_500_000,), (200_000_000,)]
    assert (table.unit, told) == (1000, ())


def test_decimals_are_millions() -> None:
    rows = [["290", "50", "Fond", "141,032"], ["290", "70", "Drift", "98,5"]]
    assert unit("Vi gir dette.", [HEADS, *rows])[:2] == (1_000_000, "derived")


def test_two_decimals_each_may_be_parts_of_a_krone() -> None:
    rows = [["290", "50", "Fond", "12 500,00"], ["290", "70", "Drift", "9 000,50"]]
    assert unit("Vi gir dette.", [HEADS, *rows])[:2] == (1, "assumed")


# Assumed, and told


def test_a_unit_that_nothing_says_is_assumed_and_told() -> None:
    (table,), (told,) = read("Midlene fordeles slik:", TABLE)
    assert (table.unit, table.unit_basis, table.unit_text) == (1, "assumed", None)
    assert table.rows[0].amounts == (186_500,)
    assert (told.code, told.severity, told.key) == ("unit_doubt", "warning", "290/1")
    assert told.rule == "no_unit"


def test_a_tables_own_sums_prove_no_unit() -> None:
    _, (told,) = read("Vi gir dette.", [*TABLE, ["", "", "Sum", "200 000"]])
    assert told.rule == "no_unit"


def test_two_units_of_one_rank_are_told() -> None:
    sentence = "Beløpene er i 1 000 kroner og i mill. kroner."
    (table,), (told,) = read(sentence, TABLE)
    assert (table.unit, table.unit_basis, told.rule, told.key) == (
        1,
        "assumed",
        "two_units",
        "290/1",
    )


def test_two_units_of_one_rank_are_settled_by_a_sum() -> None:
    body = [
        "Beløpene er i 1 000 kroner og i mill. kroner.",
        TABLE,
        "Kap. 290, post 01 får 186,5 mill. kroner.",
    ]
    (table,), told = read(*body)
    assert (table.unit, table.unit_basis, told) == (1000, "derived", ())


# Stated, and in doubt


@pytest.mark.parametrize(
    "sentence",
    [
        "Bevilgningen på kap. 290, post 01 er 186,5 mill. kroner.",
        "Rammen er fastsatt til 186,5 mill. kroner.",
    ],
)
def test_a_stated_unit_that_the_text_contradicts_is_told(sentence: str) -> None:
    (table,), (told,) = read(sentence, Heading("5 Budsjett"), "(mill. kroner)", TABLE)
    assert (table.unit, table.unit_basis) == (1_000_000, "stated")
    assert table.rows[0].amounts == (186_500_000_000,)
    assert (told.code, told.rule, told.key) == ("unit_doubt", "other_unit", "290/1")


def test_a_stated_unit_that_one_sum_confirms_is_in_no_doubt() -> None:
    body = [
        "Kap. 290, post 01 er på 186,5 mill. kroner.",
        "Satsen er 13 500 kroner på kap. 290, post 21.",
        "(i 1 000 kroner)",
        TABLE,
    ]
    assert read(*body)[1] == ()


def test_amounts_larger_than_the_states_budget_are_told() -> None:
    rows = [["290", "01", "Drift", "4 186 500 000"]]
    _, (told,) = read("(i 1 000 kroner)", [HEADS, *rows])
    assert told.rule == "impossible_unit"


def test_a_table_of_categories_has_no_posts_and_its_unit_is_looked_at() -> None:
    body = [
        "Ramma er fastsett til 58,42 mill. kroner.",
        "Ramma er fordelt slik på programkategori:",
        [
            ["Programkategori", "Millionar kroner"],
            ["13.50 Distriktspolitikk", "58 420"],
            ["13.67 Nasjonale minoritetar", "310"],
            ["Totalt", "58 733"],
        ],
    ]
    (table,), (told,) = read(*body)
    assert [(row.kind, row.chapter, row.post, row.name) for row in table.rows] == [
        ("post", None, None, "13.50 Distriktspolitikk"),
        ("post", None, None, "13.67 Nasjonale minoritetar"),
        ("sum", None, None, "Totalt"),
    ]
    assert (told.rule, told.key) == ("other_unit", None)


SAID_FIRST = "Vi gjev opp tala i tusen kroner i oppstillingane som følgjer."


def test_a_section_without_a_table_that_speaks_of_tables_means_all_of_the_letter() -> None:
    body = (Heading("1 Innleiing"), SAID_FIRST, Heading("2 Løyving"), TABLE)
    assert unit(*body)[:2] == (1000, "stated")


def test_a_section_with_a_table_that_speaks_of_tables_means_its_own() -> None:
    revenue = [HEADS, ["3290", "01", "Gebyr", "4 200"]]
    body = (Heading("1 Inntekter"), SAID_FIRST, revenue, Heading("2 Løyving"), TABLE)
    (first, second), _ = read(*body)
    assert (first.unit_basis, second.unit_basis) == ("stated", "assumed")


@pytest.mark.parametrize(
    "rest", ["medan summane i teksten er i heile kroner", "mens teksten er i hele kroner"]
)
def test_the_unit_of_the_text_is_none_of_the_tables(rest: str) -> None:
    assert unit(f"Tala i tabellane er i tusen kroner, {rest}.", TABLE)[:2] == (1000, "stated")


def test_what_agrees_to_the_krone_wins_over_what_agrees_in_round_figures() -> None:
    said = (
        "Løyvinga på kap. 290, post 01 blir auka med 61,2 mill. kroner, av dette 13 mill. kroner "
        "til straum."
    )
    heads = ["Kap.", "Post", "Nemning", "Saldert", "Auke", "Ny løyving"]
    rows = [["290", "01", "Driftsutgifter", "13 104 550", "61 200", "13 165 750"]]
    assert unit(said, [heads, *rows])[:2] == (1000, "derived")


def test_the_sum_of_a_posts_parts_is_the_post_in_another_table() -> None:
    overview = [[*HEADS[:3], "Bevilgning (1 000 kr)"], ["451", "21", "Spesielle", "24 600"]]
    parts = [["Formål", "Ramme"], ["Kurs", "6 340"], ["Tilsyn", "18 260"], ["Sum", "24 600"]]
    (_, table), _ = read(overview, PARTS_OF, parts)
    assert (table.unit, table.unit_basis) == (1000, "derived")
    assert table.rows[0].amounts == (6_340_000,)
