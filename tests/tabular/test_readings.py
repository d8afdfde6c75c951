"""Readings of a table's lines that compete: the one that holds is taken."""

import pytest

from made_words import PITCH, SIZE, cells, ending, set_out, words
from tildeling.page.lines import Line
from tildeling.read.page import Page
from tildeling.tabular.columns import find_tables
from tildeling.tabular.on_page import parts_of_page
from tildeling.tabular.raw_table import RawTable

KEY, POST, NAME, PREVIOUS, CHANGE, NEW = 72.0, 120.0, 160.0, 340.0, 410.0, 490.0


def table(found: list[Line]) -> list[list[str]]:
    (one,) = [part for part in find_tables(found, (), PITCH) if isinstance(part, RawTable)]
    return cells(one)


def test_a_comment_close_to_the_amount_before_it_has_a_column_of_its_own() -> None:
    comment = NEW + 9.0
    found = set_out(
        {KEY: "Kap.", NAME: "Betegnelse", comment: "Merknad"} | ending("Beløp", NEW),
        {KEY: "581", NAME: "Utleieboliger", comment: "Hvorav 15 mill."} | ending("98 650", NEW),
        {comment: "kroner til forsøk"},
        {KEY: "582", NAME: "Boligtiltak", comment: "Se punkt 4.3"} | ending("18 210", NEW),
        {KEY: "583", NAME: "Driftsutgifter"} | ending("1 371 904", NEW),
        {KEY: "584", NAME: "Nye lån", comment: "Anslag"} | ending("49 700", NEW),
        bold=1,
    )
    assert table(found)[1] == [
        "581",
        "Utleieboliger",
        "98 650",
        "Hvorav 15 mill. kroner til forsøk",
    ]


def test_a_sum_in_plain_type_is_no_part_of_the_amount_over_it() -> None:
    found = set_out(
        {KEY: "Post", NAME: "Betegnelse"} | ending("2026", NEW),
        {KEY: "01", NAME: "Driftsutgifter"} | ending("182 400", NEW),
        {KEY: "21", NAME: "Spesielle driftsutgifter"} | ending("14 300", NEW),
        {NAME: "Sum"} | ending("196 700", NEW),
    )
    assert table(found)[2:] == [["21", "Spesielle driftsutgifter", "14 300"], ["Sum", "196 700"]]


def test_amounts_broken_over_two_lines_in_all_columns_are_read_whole() -> None:
    found = set_out(
        {KEY: "01", NAME: "Drift"}
        | ending("1 182", PREVIOUS)
        | ending("4 100", CHANGE)
        | ending("1 186", NEW),
        ending("400 000", PREVIOUS) | ending("000", CHANGE) | ending("500 000", NEW),
        {KEY: "21", NAME: "Utstyr"}
        | ending("14 300", PREVIOUS)
        | ending("-800", CHANGE)
        | ending("13 500", NEW),
        ending("000", PREVIOUS) | ending("000", CHANGE) | ending("000", NEW),
    )
    assert table(found) == [
        ["01", "Drift", "1 182 400 000", "4 100 000", "1 186 500 000"],
        ["21", "Utstyr", "14 300 000", "-800 000", "13 500 000"],
    ]


def test_a_chapter_over_its_first_post_is_a_row_of_its_own() -> None:
    found = set_out(
        {KEY: "Kap.", POST: "Post", NAME: "Betegnelse"} | ending("Beløp", NEW),
        {KEY: "1605", NAME: "Direktoratet for forvaltning"},
        {POST: "01", NAME: "Driftsutgifter"} | ending("412 300", NEW),
        {POST: "21", NAME: "Spesielle driftsutgifter"} | ending("16 800", NEW),
        bold=1,
    )
    assert table(found)[1:3] == [
        ["1605", "Direktoratet for forvaltning"],
        ["01", "Driftsutgifter", "412 300"],
    ]


@pytest.mark.parametrize("step", [PITCH, 1.5 * PITCH])
def test_dates_with_sums_are_a_row_each(step: float) -> None:
    found = set_out(
        {KEY: "primo februar", PREVIOUS: "kr 2 100 000"},
        {KEY: "primo juni", PREVIOUS: "kr 2 100 000"},
        {KEY: "primo oktober", PREVIOUS: "kr 1 050 000"},
        step=step,
    )
    assert [row[0] for row in table(found)] == ["primo februar", "primo juni", "primo oktober"]


def test_a_year_under_a_date_belongs_to_it() -> None:
    found = set_out(
        {KEY: "Frist for sluttrapport", PREVIOUS: "Innen utgangen av desember"},
        {PREVIOUS: "2026"},
        {KEY: "Frist for utbetaling:", PREVIOUS: "1.4.2026"},
    )
    assert table(found)[0] == ["Frist for sluttrapport", "Innen utgangen av desember 2026"]


def test_the_side_of_the_budget_is_a_row_of_its_own() -> None:
    found = set_out(
        {KEY: "Kap./post", NAME: "Betegnelse"} | ending("2026", NEW),
        {KEY: "Utgifter:"},
        {KEY: "1115", NAME: "Mattilsynet"},
        {KEY: "01", NAME: "Driftsutgifter"} | ending("182 400", NEW),
        {NAME: "Sum utgifter kap. 1115"} | ending("182 400", NEW),
        {KEY: "Inntekter:"},
        {KEY: "4115", NAME: "Mattilsynet"},
        {KEY: "01", NAME: "Gebyr"} | ending("14 300", NEW),
        bold=1,
    )
    assert [row for row in table(found) if len(row) == 1] == [["Utgifter:"], ["Inntekter:"]]


def test_years_over_the_dates_of_a_calendar_are_rows_of_their_own() -> None:
    found = set_out(
        {KEY: "Tid", NAME: "Sak"},
        {KEY: "2025"},
        {KEY: "1. mars", NAME: "Årsrapport"},
        {KEY: "6. november", NAME: "Etatsstyringsmøte"},
        {KEY: "2026"},
        {KEY: "16. mars", NAME: "Årsrapport"},
        bold=1,
    )
    assert [row for row in table(found) if len(row) == 1] == [["2025"], ["2026"]]


def test_a_case_number_heads_no_column() -> None:
    label, value = 340.0, 420.0
    found = set_out(
        {KEY: "Kystmuseet", label: "Deres ref", value: "25/1902"},
        {KEY: "Postboks 93", label: "Vår ref", value: "25/4408-11"},
        {KEY: "4791 LILLESAND", label: "Dato", value: "16. januar 2026"},
    )
    assert [row[0] for row in table(found)] == ["Kystmuseet", "Postboks 93", "4791 LILLESAND"]


def test_an_amount_half_way_down_the_comment_beside_it_has_a_column_of_its_own() -> None:
    comment = NEW + 8.0
    rows = ("72 000", "9 750", "13 500", "186 500")
    found = set_out({KEY: "Post", NAME: "Betegnelse", comment: "Merknad"} | ending("2026", NEW))
    for at, amount in enumerate(rows):
        top = 114.0 + 34.0 * at
        found += [
            Line(1, words("Se punkt 5.2. Herav", comment, top)),
            Line(
                1,
                (
                    *words(f"0{at + 1}", KEY, top + 6.0),
                    *words("Driftsutgifter", NAME, top + 6.0),
                    *words(amount, NEW - 6.0 * len(amount), top + 6.0),
                ),
            ),
            Line(1, words("62 mill. kroner til veier.", comment, top + 12.0)),
        ]
    assert table(found)[3] == [
        "03",
        "Driftsutgifter",
        "13 500",
        "Se punkt 5.2. Herav 62 mill. kroner til veier.",
    ]


def test_a_heading_centred_over_columns_covers_them() -> None:
    found = set_out(
        {KEY: "Land", 250.0: "2024", 430.0: "2025"},
        ending("Menn", 240.0)
        | ending("Kvinner", 310.0)
        | ending("Menn", 420.0)
        | ending("Kvinner", 490.0),
        {KEY: "Norge"}
        | ending("1 204", 240.0)
        | ending("1 310", 310.0)
        | ending("1 411", 420.0)
        | ending("1 502", 490.0),
        {KEY: "Sverige"}
        | ending("904", 240.0)
        | ending("877", 310.0)
        | ending("1 001", 420.0)
        | ending("953", 490.0),
    )
    (one,) = [part for part in find_tables(found, (), PITCH) if isinstance(part, RawTable)]
    assert [(cell.column, cell.columns) for cell in one.rows[0].cells] == [(0, 1), (1, 2), (3, 2)]
    assert [cell.text for cell in one.rows[2].cells] == [
        "Norge",
        "1 204",
        "1 310",
        "1 411",
        "1 502",
    ]


def test_label_rows_with_a_date_in_the_last_have_no_heading() -> None:
    found = set_out(
        {KEY: "Bakgrunn", NAME: "Dagens modell for å anmode kommunene ble innført da det"},
        {NAME: "kom få. I 2025 måtte anmodningene endres tre ganger i året."},
        {KEY: "Finansiering", NAME: "Innenfor gjeldende rammer."},
        {KEY: "Frist", NAME: "Utgangen av februar 2027"},
    )
    assert [row[0] for row in table(found)] == ["Bakgrunn", "Finansiering", "Frist"]


def test_sums_of_millions_that_end_flush_are_one_column_each() -> None:
    names = ("Spesielle driftsutgifter", "Forskning", "Tilskudd", "Større utstyr", "Drift", "Andre")
    sums = ("72 063 000", "43 301 000", "364 306 000", "12 150 000", "9 230 000", "18 400 000")
    found = set_out(
        {KEY: "Kap/post", NAME: "Betegnelse"} | ending("Bevilgning (i kroner)", NEW),
        *(
            {KEY: f"490/{20 + at}", NAME: name} | ending(amount, NEW)
            for at, (name, amount) in enumerate(zip(names, sums, strict=True))
        ),
    )
    assert [row[-1] for row in table(found)[1:]] == list(sums)


def test_dots_that_lead_to_an_amount_part_columns() -> None:
    found = [
        Line(1, words(f"post {post} {name:.<40}kr {amount}", KEY, 100.0 + at * PITCH))
        for at, (post, name, amount) in enumerate(
            (("01", "Driftsutgifter", "241 310 000"), ("21", "Utstyr", "7 900 000"))
        )
    ]
    (one,) = parts_of_page(Page(1, 595.0, 842.0, ()), found, PITCH, SIZE)
    assert isinstance(one, RawTable)
    assert [row.cells[-1].text for row in one.rows] == ["kr 241 310 000", "kr 7 900 000"]
    assert "." not in one.rows[0].text


def test_a_line_of_contents_keeps_its_dots() -> None:
    contents = Line(1, words(f"{'4.1 Bevilgninger':.<60}12", KEY))
    (one,) = parts_of_page(Page(1, 595.0, 842.0, ()), [contents], PITCH, SIZE)
    assert one is contents


def test_a_chapter_between_the_rows_of_two_is_a_row_of_its_own() -> None:
    found = set_out(
        {KEY: "post 01 Driftsutgifter, kan nyttes under post 21"} | ending("kr 4 617 000", NEW),
        {KEY: "Kap. 752 Apotektiltak"},
        {KEY: "post 21 Spesielle driftsutgifter"} | ending("kr 7 900 000", NEW),
        {KEY: "Sum"} | ending("kr 12 517 000", NEW),
    )
    assert [row[0] for row in table(found)][1] == "Kap. 752 Apotektiltak"


def in_doubt(found: list[Line]) -> list[bool]:
    (one,) = [part for part in find_tables(found, (), PITCH) if isinstance(part, RawTable)]
    return [row.is_in_doubt for row in one.rows]


def test_amounts_that_may_as_well_be_one_are_in_doubt() -> None:
    found = set_out(
        {KEY: "Post", NAME: "Betegnelse"} | ending("Beløp", NEW),
        {KEY: "21", NAME: "Spesielle driftsutgifter"} | ending("2 466", NEW),
        {NAME: "Prosjektmidler"} | ending("120", NEW),
        {KEY: "22", NAME: "Utstyr"} | ending("14 310", NEW),
    )
    assert in_doubt(found) == [False, True, False]


def test_amounts_that_a_sum_row_settles_are_in_no_doubt() -> None:
    found = set_out(
        {KEY: "Post", NAME: "Betegnelse"} | ending("Beløp", NEW),
        {KEY: "21", NAME: "Spesielle driftsutgifter"} | ending("2 466", NEW),
        {KEY: "22", NAME: "Prosjektmidler"} | ending("120", NEW),
        {KEY: "23", NAME: "Utstyr"} | ending("14 310", NEW),
        {NAME: "Sum"} | ending("16 896", NEW),
    )
    assert not any(in_doubt(found))


def test_a_row_that_adds_up_by_itself_is_in_no_doubt() -> None:
    found = set_out(
        {NAME: "Kommune"} | ending("Før", PREVIOUS) | ending("Endring", CHANGE) | ending("Ny", NEW),
        {NAME: "Verdal"}
        | ending("540 000", PREVIOUS)
        | ending("35 000", CHANGE)
        | ending("575 000", NEW),
        {NAME: "Volda"}
        | ending("470 000", PREVIOUS)
        | ending("100 000", CHANGE)
        | ending("570 000", NEW),
        {NAME: "Ørsta"}
        | ending("610 000", PREVIOUS)
        | ending("0", CHANGE)
        | ending("610 000", NEW),
    )
    assert not any(in_doubt(found))
