"""Tables whose rulings do not enclose every cell."""

from made_words import PITCH, SIZE, across, cells, down, words
from tildeling.page.lines import Line, lines_of
from tildeling.read.page import Page, Ruling, Word
from tildeling.tabular.on_page import parts_of_page
from tildeling.tabular.over_pages import join_over_pages
from tildeling.tabular.raw_table import RawTable


def parts(found: list[Word], rulings: list[Ruling], page: int = 1) -> list[Line | RawTable]:
    sheet = Page(page, 595.0, 842.0, tuple(found), tuple(rulings))
    return parts_of_page(sheet, lines_of(sheet), PITCH, SIZE)


def test_rows_that_are_only_ruled_across_have_the_columns_of_their_boxed_heading() -> None:
    names = ("Austerrike", "Belgia", "Bulgaria", "Kypros")
    found = [*words("Land", 74.0, 102.0), *words("Tal", 204.0, 102.0), *words("Alle", 304.0, 102.0)]
    for at, name in enumerate(names):
        top = 122.0 + 20.0 * at
        found += [*words(name, 74.0, top), *words(f"{at}2", 204.0, top), *words("375", 304.0, top)]
    rulings = [across(100.0 + 20.0 * at, 70.0, 400.0) for at in range(6)]
    rulings += [down(x, 100.0, 120.0) for x in (70.0, 200.0, 300.0, 400.0)]
    rulings += [down(x, 120.0, 200.0) for x in (70.0, 400.0)]
    (table,) = parts(found, rulings)
    assert cells(table)[0] == ["Land", "Tal", "Alle"]
    assert cells(table)[4] == ["Kypros", "32", "375"]


def test_tables_side_by_side_are_read_each_on_its_own() -> None:
    found = []
    rulings = []
    for left, name in ((70.0, "Norge"), (320.0, "Sverige")):
        for top in (100.0, 120.0):
            found += [*words(name, left + 4.0, top + 2.0), *words("375", left + 104.0, top + 2.0)]
        rulings += [across(y, left, left + 200.0) for y in (100.0, 120.0, 140.0)]
        rulings += [down(left + x, 100.0, 140.0) for x in (0.0, 100.0, 200.0)]
    first, second = parts(found, rulings)
    assert cells(first) == [["Norge", "375"]] * 2
    assert cells(second) == [["Sverige", "375"]] * 2


def test_the_grid_of_a_chart_is_no_table() -> None:
    found = [word for at in range(5) for word in words(f"{100 * at}", 40.0, 294.0 - 40.0 * at)]
    found += words("Resultat", 150.0, 105.0)
    rulings = [across(100.0 + 40.0 * at, 70.0, 400.0) for at in range(6)]
    rulings += [down(70.0, 100.0, 300.0), down(400.0, 100.0, 300.0)]
    assert not any(isinstance(part, RawTable) for part in parts(found, rulings))


def test_a_chapter_merged_over_its_posts_covers_their_rows() -> None:
    found = [*words("1401", 74.0, 106.0), *words("Kaidirektoratet", 74.0, 120.0)]
    for at, (post, amount) in enumerate((("01", "186 500"), ("21", "13 500"), ("45", "31 200"))):
        found += [*words(post, 204.0, 102.0 + 20.0 * at), *words(amount, 304.0, 102.0 + 20.0 * at)]
    found += [*words("Sum", 74.0, 162.0), *words("231 200", 304.0, 162.0)]
    rulings = [across(y, 70.0, 400.0) for y in (100.0, 160.0, 180.0)]
    rulings += [across(y, 200.0, 400.0) for y in (120.0, 140.0)]
    rulings += [down(x, 100.0, 180.0) for x in (70.0, 200.0, 300.0, 400.0)]
    (table,) = parts(found, rulings)
    assert isinstance(table, RawTable)
    first = table.rows[0].cells[0]
    assert (first.text, first.rows) == ("1401 Kaidirektoratet", 3)
    assert cells(table)[1:] == [["21", "13 500"], ["45", "31 200"], ["Sum", "231 200"]]


def test_one_line_down_the_page_leaves_the_other_columns_to_the_words() -> None:
    found = [*words("Freq.", 206.0, 102.0), *words("Percent", 300.0, 102.0)]
    kept = (
        ("I kept the assets", "344", "75.2"),
        ("I sold some", "53", "11.6"),
        ("All", "61", "13"),
    )
    for at, (name, freq, share) in enumerate(kept):
        top = 122.0 + 14.0 * at
        found += [*words(name, 74.0, top), *words(freq, 206.0, top), *words(share, 300.0, top)]
    rulings = [across(y, 70.0, 400.0) for y in (100.0, 120.0, 166.0)]
    rulings += [down(200.0, 100.0, 166.0)]
    (table,) = parts(found, rulings)
    assert cells(table) == [["Freq.", "Percent"], *(list(row) for row in kept)]


def test_an_amount_broken_in_its_cell_is_no_row_of_its_own() -> None:
    found = [*words("1401", 74.0, 102.0), *words("1 182", 204.0, 102.0)]
    found += [*words("400 000", 204.0, 116.0), *words("1402", 74.0, 132.0)]
    found += [*words("72 000", 204.0, 132.0), *words("000", 204.0, 146.0)]
    rulings = [across(y, 70.0, 252.0) for y in (100.0, 130.0, 160.0)]
    rulings += [down(x, 100.0, 160.0) for x in (70.0, 200.0, 252.0)]
    (table,) = parts(found, rulings)
    assert cells(table) == [["1401", "1 182 400 000"], ["1402", "72 000 000"]]


def ruled_rows(top: float, rows: list[dict[float, str]], step: float = 20.0) -> list[Word]:
    """The words of rows that are ruled across `step` points apart."""
    return [
        word
        for at, row in enumerate(rows)
        for x0, text in row.items()
        for word in words(text, x0, top + 3.0 + step * at)
    ]


def lines_across(top: float, count: int, step: float = 20.0) -> list[Ruling]:
    return [across(top + step * at, 70.0, 500.0) for at in range(count)]


HEAD = {72.0: "Kap.", 120.0: "Post", 160.0: "Betegnelse", 430.0: "Bevilgning"}
ROWS = [
    {72.0: "1401", 120.0: "01", 160.0: "Driftsutgifter", 448.0: "186 500"},
    {72.0: "1401", 120.0: "21", 160.0: "Spesielle driftsutgifter", 454.0: "13 500"},
    {72.0: "1402", 120.0: "60", 160.0: "Tilskudd", 454.0: "72 000"},
]


def test_a_heading_over_the_first_ruling_belongs_to_the_table() -> None:
    found = ruled_rows(82.0, [HEAD, *ROWS])
    (table,) = parts(found, lines_across(102.0, 4))
    assert isinstance(table, RawTable)
    assert table.kind == "half_ruled"
    assert cells(table)[:2] == [list(HEAD.values()), list(ROWS[0].values())]


def test_a_boxed_heading_over_rows_that_are_ruled_across_is_one_table() -> None:
    found = ruled_rows(82.0, [HEAD, *ROWS])
    rulings = [across(82.0, 70.0, 500.0), *lines_across(102.0, 4)]
    rulings += [down(x, 82.0, 102.0) for x in (70.0, 110.0, 150.0, 400.0, 500.0)]
    (table,) = parts(found, rulings)
    assert cells(table)[3] == list(ROWS[2].values())


def test_a_small_boxed_table_takes_no_rows_of_another_as_wide_under_it() -> None:
    posts = [{72.0: "Post", 430.0: "Bevilgning"}, {72.0: "21", 448.0: "13 100"}]
    shares = [
        {72.0: "Fylke", 448.0: "Beløp"},
        {72.0: "Agder", 448.0: "5 200"},
        {72.0: "Nordland", 448.0: "7 900"},
    ]
    caption = words("Fordeling av post 21 på fylkene (tall i tusen kr)", 72.0, 132.0)
    found = [*ruled_rows(82.0, posts), *caption, *ruled_rows(147.0, shares)]
    between = (caption[2].x1 + caption[3].x0) / 2  # a line down there would cross no word
    rulings = [*lines_across(82.0, 3), *lines_across(167.0, 3)]
    rulings += [down(x, 82.0, 122.0) for x in (70.0, between, 500.0)]
    first, line, second = parts(found, rulings)
    assert cells(first) == [["Post", "Bevilgning"], ["21", "13 100"]]
    assert isinstance(line, Line)
    assert line.text == "Fordeling av post 21 på fylkene (tall i tusen kr)"
    assert cells(second) == [list(row.values()) for row in shares]


def test_rows_in_a_box_without_lines_down_are_a_table() -> None:
    found = ruled_rows(82.0, [HEAD, *ROWS])
    rulings = [*lines_across(82.0, 5), *(down(x, 82.0, 162.0) for x in (70.0, 500.0))]
    (table,) = parts(found, rulings)
    assert cells(table) == [list(row.values()) for row in (HEAD, *ROWS)]


def test_a_caption_between_two_tables_of_one_width_is_in_neither() -> None:
    income = {72.0: "4401", 120.0: "02", 160.0: "Gebyrer", 460.0: "4 310"}
    heading = [
        word._replace(bold=True) for word in ruled_rows(202.0, [HEAD]) + ruled_rows(82.0, [HEAD])
    ]
    found = ruled_rows(102.0, ROWS) + ruled_rows(182.0, [{72.0: "Inntektene er anslått slik:"}])
    found += heading + ruled_rows(222.0, [income])
    first, caption, second = parts(found, lines_across(82.0, 5) + lines_across(202.0, 3))
    assert isinstance(caption, Line)
    assert cells(first)[-1] == list(ROWS[2].values())
    assert cells(second) == [list(HEAD.values()), list(income.values())]


def test_running_text_between_two_rulings_is_no_table() -> None:
    found = words(
        "Departementet stiller midlene til rådighet og ber om en plan for dem", 72.0, 110.0
    )
    found += words("som skal sendes før sommeren, sammen med et anslag for neste år.", 72.0, 124.0)
    assert all(isinstance(part, Line) for part in parts(list(found), lines_across(100.0, 2, 45.0)))


def test_text_between_a_box_and_a_table_as_wide_is_in_neither() -> None:
    text = [
        *words("5 Budsjett", 72.0, 150.0, bold=True),
        *words("Bevilgningene går fram av tabellene. Alle beløp er i 1 000 kroner", 72.0, 168.0),
    ]
    found = [*text, *ruled_rows(192.0, ROWS)]
    box = [across(82.0, 70.0, 500.0), across(130.0, 70.0, 500.0)]
    heading, unit, table = parts(found, [*box, *lines_across(212.0, len(ROWS))])
    assert isinstance(heading, Line)
    assert isinstance(unit, Line)
    assert isinstance(table, RawTable)
    assert cells(table)[0] == list(ROWS[0].values())


def test_a_number_broken_between_three_digits_is_one() -> None:
    found = [*words("Sum utgifter", 74.0, 102.0), *words("1 088 61", 204.0, 102.0)]
    found += [*words("4", 204.0, 116.0), *words("Sum inntekter", 74.0, 132.0)]
    found += words("63 156", 204.0, 132.0)
    rulings = [across(y, 70.0, 256.0) for y in (100.0, 130.0, 150.0)]
    rulings += [down(x, 100.0, 150.0) for x in (70.0, 200.0, 256.0)]
    (table,) = parts(found, rulings)
    assert isinstance(table, RawTable)
    assert [line.text for line in table.rows[0].cells[1].lines] == ["1 088 61", "4"]


def test_tables_ruled_under_their_headings_and_over_their_sums_alone_are_two() -> None:
    total = {120.0: "Sum", 448.0: "272 000"}
    gates = {72.0: "1403", 120.0: "45", 160.0: "Sluser", 454.0: "81 000"}
    locks = {72.0: "1403", 120.0: "46", 160.0: "Kanaler", 454.0: "19 000"}
    found = ruled_rows(82.0, [HEAD, *ROWS, total])
    text = ruled_rows(185.0, [{72.0: "Midlene følges opp.", 300.0: ""}, {72.0: "3.2   Kanalene"}])
    found += [word._replace(size=word.size + 1.0) for word in text if word.text]
    found += ruled_rows(222.0, [HEAD, gates, locks, {120.0: "Sum", 448.0: "100 000"}])
    rulings = [across(y, 70.0, 500.0) for y in (102.0, 162.0, 242.0, 282.0)]
    tables = [cells(part) for part in parts(found, rulings) if isinstance(part, RawTable)]
    assert [len(rows) for rows in tables] == [5, 4]
    assert tables[0][-1] == list(total.values())
    assert tables[1][0] == list(HEAD.values())


def test_a_table_of_one_row_ends_where_its_heading_is_printed_again() -> None:
    income = {72.0: "4401", 120.0: "02", 160.0: "Gebyrer", 460.0: "4 310"}
    other = {72.0: "4402", 120.0: "02", 160.0: "Salg", 460.0: "1 150"}
    found = ruled_rows(82.0, [HEAD, income, {72.0: "Og for kanalene:"}, HEAD, other])
    rulings = [across(y, 70.0, 500.0) for y in (102.0, 162.0, 182.0)]
    tables = [cells(part) for part in parts(found, rulings) if isinstance(part, RawTable)]
    assert tables == [[list(HEAD.values()), list(row.values())] for row in (income, other)]


def test_rows_between_framed_ones_have_their_columns() -> None:
    rows = [
        {72.0: "Formål", 230.0: "Tilskudd", 330.0: "Merknad"},
        {72.0: "Sluser", 236.0: "81 000", 330.0: "Herav vedlikehold"},
        {72.0: "Kanaler", 236.0: "19 000"},
        {72.0: "Fyr", 236.0: "12 000", 330.0: "Nytt i år"},
        {72.0: "Sum", 236.0: "112 000"},
    ]
    rulings = [across(y, 70.0, 500.0) for y in (82.0, 102.0, 122.0, 142.0, 162.0, 182.0)]
    rulings += [down(x, 82.0, 182.0) for x in (70.0, 500.0)]
    rulings += [down(x, y, y + 20.0) for x in (200.0, 320.0) for y in (102.0, 142.0)]
    (table,) = parts(ruled_rows(82.0, rows), rulings)
    assert cells(table) == [list(row.values()) for row in rows]


def test_the_end_of_a_name_beside_a_list_is_not_the_row_under_it() -> None:
    rows = [
        {72.0: "Post", 120.0: "Navn", 300.0: "Beløp", 380.0: "Merknad"},
        {72.0: "70", 120.0: "Tilskudd, kan nyttes under", 300.0: "129 870", 380.0: "1. Fjell"},
        {120.0: "post 01", 380.0: "2. Fjord"},
        {120.0: "Sum kap. 275", 300.0: "129 870"},
    ]
    rulings = [across(y, 70.0, 500.0) for y in (82.0, 95.0, 136.0)]
    rulings += [down(x, 82.0, 95.0) for x in (115.0, 290.0, 370.0)]
    rulings += [down(x, 82.0, 136.0) for x in (70.0, 500.0)]
    (table,) = parts(ruled_rows(80.0, rows, step=13.0), rulings)
    assert [row[1:3] for row in cells(table)[1:]] == [
        ["Tilskudd, kan nyttes under post 01", "129 870"],
        ["129 870"],
    ]


def test_an_item_of_a_list_is_no_remark_of_the_sum_under_it() -> None:
    rows = [
        {72.0: "Post", 120.0: "Navn", 300.0: "Beløp", 380.0: "Merknad"},
        {72.0: "01", 120.0: "Drift", 300.0: "118 000", 380.0: "Lavere utgifter til prøver"},
        {72.0: "21", 120.0: "Spesielle driftsutgifter", 300.0: "11 870", 380.0: "Lavere utgifter:"},
        {120.0: "kan overføres", 380.0: "- prøver - 4 000"},
        {380.0: "- veiledning"},
        {380.0: "- 2 200"},
        {120.0: "Sum kap. 275", 300.0: "129 870"},
    ]
    rulings = [across(y, 70.0, 540.0) for y in (82.0, 95.0, 175.0)]
    rulings += [down(x, 82.0, 95.0) for x in (115.0, 290.0, 370.0)]
    rulings += [down(x, 82.0, 175.0) for x in (70.0, 540.0)]
    (table,) = parts(ruled_rows(80.0, rows, step=13.0), rulings)
    assert cells(table)[-1] == ["Sum kap. 275", "129 870"]


def test_tables_ruled_across_that_stand_side_by_side_are_read_each_on_its_own() -> None:
    left = [{72.0: "Prosjekt", 210.0: "2025"}, {72.0: "Sluser", 204.0: "92 400"}]
    left += [{72.0: "Fyr", 204.0: "71 350"}, {72.0: "Sum", 198.0: "163 750"}]
    right = [{310.0: "Prosjekt", 450.0: "2025"}, {310.0: "Merker", 444.0: "68 210"}]
    right += [{310.0: "Sum", 444.0: "68 210"}]
    caption = {72.0: "Tabell 4: Kanaler", 310.0: "Tabell 5: Leia"}
    found = ruled_rows(66.0, [caption]) + ruled_rows(82.0, left) + ruled_rows(82.0, right)
    rulings = [across(y, 70.0, 240.0) for y in (82.0, 102.0, 122.0, 142.0, 162.0)]
    rulings += [across(y, 308.0, 480.0) for y in (84.0, 102.0, 122.0, 142.0)]
    read = parts(found, rulings)
    assert [part.text for part in read if isinstance(part, Line)] == list(caption.values())
    tables = [cells(part) for part in read if isinstance(part, RawTable)]
    assert tables == [[list(row.values()) for row in rows] for rows in (left, right)]


def test_text_between_rulings_side_by_side_is_cut_in_no_two() -> None:
    found = ruled_rows(82.0, [{72.0: "Midlene skal brukes til sluser og fyr langs hele kysten."}])
    rulings = [across(y, 70.0, 240.0) for y in (82.0, 102.0)]
    rulings += [across(y, 260.0, 480.0) for y in (82.0, 102.0)]
    (line,) = parts(found, rulings)
    assert isinstance(line, Line)


def test_a_line_over_tables_side_by_side_is_cut_into_their_captions() -> None:
    found = [*words("Kap. 291 Utgifter", 74.0, 84.0), *words("Kap. 3291 Inntekter", 324.0, 84.0)]
    rulings = []
    for left in (70.0, 320.0):
        for top in (100.0, 120.0):
            found += [*words("01", left + 4.0, top + 2.0), *words("375", left + 104.0, top + 2.0)]
        rulings += [across(y, left, left + 200.0) for y in (100.0, 120.0, 140.0)]
        rulings += [down(left + x, 100.0, 140.0) for x in (0.0, 100.0, 200.0)]
    read = parts(found, rulings)
    assert [part.text for part in read if isinstance(part, Line)] == [
        "Kap. 291 Utgifter",
        "Kap. 3291 Inntekter",
    ]
    assert [isinstance(part, RawTable) for part in read] == [False, True, False, True]


def rows_with_remarks(pitch: float, remarks: list[str], heights: list[float]) -> list[list[str]]:
    """The cells of a table whose rows have the heights; remarks run on at a pitch from the top."""
    tops = [100.0]
    for height in heights:
        tops.append(tops[-1] + height)
    found: list[Word] = []
    for at, top in enumerate(tops[:-1]):
        found += [*words(f"Tiltak {at}", 74.0, top + 2.0), *words("375 000", 204.0, top + 2.0)]
    for at, remark in enumerate(remarks):
        found += words(remark, 304.0, 102.0 + at * pitch)
    rulings = [across(y, 70.0, 500.0) for y in tops]
    rulings += [down(x, 100.0, tops[-1]) for x in (70.0, 200.0, 300.0, 500.0)]
    return [row for table in parts(found, rulings) for row in cells(table)]


def test_a_remark_that_runs_over_its_row_stays_with_it() -> None:
    remark = ["Gjelder drift", "av senteret og", "lønn til to", "nye stillinger"]
    read = rows_with_remarks(14.0, remark, [30.0, 18.0, 18.0])
    assert read == [
        ["Tiltak 0", "375 000", " ".join(remark)],
        ["Tiltak 1", "375 000"],
        ["Tiltak 2", "375 000"],
    ]


def test_a_remark_that_runs_out_of_the_last_row_stays_with_its_own() -> None:
    remark = ["Gjelder drift", "av senteret og", "lønn til to", "nye stillinger", "fra mai"]
    read = rows_with_remarks(14.0, remark, [30.0, 18.0])
    assert read == [["Tiltak 0", "375 000", " ".join(remark)], ["Tiltak 1", "375 000"]]


def test_remarks_of_one_line_each_are_those_of_their_rows() -> None:
    read = rows_with_remarks(14.0, ["drift", "lønn", "reiser"], [14.0, 14.0, 14.0])
    assert [row[2] for row in read] == ["drift", "lønn", "reiser"]


def test_a_heading_between_two_boxed_tables_is_a_row_of_neither() -> None:
    found = [*words("2. Bemanning", 70.0, 146.0)]
    rulings = []
    for top in (100.0, 170.0):
        for at, cells_of in enumerate((("Avdeling", "2024"), ("Tilsyn", "124"))):
            for x, text in zip((74.0, 304.0), cells_of, strict=True):
                found += words(text, x, top + 2.0 + 20.0 * at)
        rulings += [across(top + y, 70.0, 400.0) for y in (0.0, 20.0, 40.0)]
        rulings += [down(x, top, top + 40.0) for x in (70.0, 300.0, 400.0)]
    first, heading, second = parts(found, rulings)
    assert isinstance(first, RawTable)
    assert isinstance(heading, Line)
    assert isinstance(second, RawTable)
    assert cells(first) == cells(second) == [["Avdeling", "2024"], ["Tilsyn", "124"]]


def ruled_across(
    *rows: tuple[str, ...], top: float, left: float = 70.0
) -> tuple[list[Word], list[Ruling]]:
    """Rows of three cells with a ruling under each, from a height down."""
    found: list[Word] = []
    for at, row in enumerate(rows):
        for x, text in zip((left, left + 130.0, left + 250.0), row, strict=True):
            found += words(text, x, top + 20.0 * at)
    return found, [across(top + 16.0 + 20.0 * at, left, left + 330.0) for at in range(len(rows))]


BUDGET = (("Post", "Betegnelse", "2023"), ("01", "Drift", "178 640"), ("21", "Utstyr", "6 420"))


def test_text_under_an_underlined_heading_is_no_row_of_the_table_below_it() -> None:
    found, rulings = ruled_across(*BUDGET, top=200.0)
    found += [
        *words("Endringer i bevilgninger", 70.0, 100.0),
        *words("Kap. 320 Kulturdirektoratet", 70.0, 130.0),
        *words("Midlene flyttes fra post 01 til post 21, og kan føres", 70.0, 146.0),
        *words("over til neste år.", 70.0, 160.0),
        *words("Bevilgningene er slik (i 1 000 kroner):", 70.0, 180.0),
    ]
    *text, table = parts(found, [across(114.0, 70.0, 400.0), *rulings])
    assert [part.text for part in text if isinstance(part, Line)][1:] == [
        "Kap. 320 Kulturdirektoratet",
        "Midlene flyttes fra post 01 til post 21, og kan føres",
        "over til neste år.",
        "Bevilgningene er slik (i 1 000 kroner):",
    ]
    assert isinstance(table, RawTable)
    assert cells(table) == list(map(list, BUDGET))


def test_a_caption_between_tables_that_are_ruled_alike_is_no_row_of_the_first() -> None:
    first, over = ruled_across(*BUDGET, ("", "Sum", "185 060"), top=100.0)
    income = (("Kap.", "Betegnelse", "2023"), ("3605", "Gebyr", "12 200"), ("3634", "Salg", "310"))
    second, under = ruled_across(*income, top=230.0)
    caption = words("Tabell 2 Inntekter", 70.0, 206.0)
    found = [word._replace(bold=word.top in (100.0, 230.0)) for word in (*first, *second)]
    # The sum row has no ruling of its own; the next is that over the second table's heading.
    rulings = [*over[:-1], across(226.0, 70.0, 400.0), *under]
    one, between, other = parts([*found, *caption], rulings)
    assert isinstance(between, Line)
    assert isinstance(one, RawTable)
    assert isinstance(other, RawTable)
    assert cells(one)[-1] == ["Sum", "185 060"]
    assert cells(other) == list(map(list, income))


def test_a_row_between_two_rulings_is_one_though_its_date_is_broken_over_lines() -> None:
    rows = (
        (("Oppgave", "Frist"),),
        (("Maskinell telling", "Senest 15."), ("Gi kommunene råd om telling.", "oktober 2027")),
        (("Åpne data", "I løpet av 4."), ("Melde datasettene inn.", "kvartal 2027")),
        (("Trykking", "31. mars"), ("Forberede nye avtaler om trykk.", "2027")),
        (("Manntall", "Løpende"), ("Bistå Sametinget med innsyn.", "")),
    )
    found: list[Word] = []
    rulings = []
    top = 100.0
    for row in rows:
        for at, (left, right) in enumerate(row):
            bold = at == 0
            found += words(left, 70.0, top, bold) + words(right, 330.0, top, bold=row is rows[0])
            top += PITCH
        rulings.append(across(top, 70.0, 430.0))
        top += 6.0
    (table,) = parts(found, rulings)
    assert isinstance(table, RawTable)
    assert cells(table)[1:] == [
        ["Maskinell telling Gi kommunene råd om telling.", "Senest 15. oktober 2027"],
        ["Åpne data Melde datasettene inn.", "I løpet av 4. kvartal 2027"],
        ["Trykking Forberede nye avtaler om trykk.", "31. mars 2027"],
        ["Manntall Bistå Sametinget med innsyn.", "Løpende"],
    ]


def test_a_caption_with_its_unit_at_the_end_of_the_line_is_no_row() -> None:
    body, rulings = ruled_across(*BUDGET, top=120.0)
    caption = [*words("Tabell 1 Endringer", 70.0, 104.0), *words("(i 1 000 kr)", 328.0, 104.0)]
    over, table = parts([*caption, *body], rulings)
    assert isinstance(over, Line)
    assert over.text == "Tabell 1 Endringer (i 1 000 kr)"
    assert isinstance(table, RawTable)
    assert cells(table) == list(map(list, BUDGET))


def test_a_row_whose_first_cell_a_page_cuts_is_one() -> None:
    heads = ("Oppdrag", "Ansvarlig", "Frist")
    first, over = ruled_across(heads, ("Kartlegge", "FAM", "Uke 37"), top=100.0)
    first += [
        *words("Vurdere hvordan", 70.0, 140.0),
        *words("FAM", 200.0, 140.0),
        *words("Medio mai", 320.0, 140.0),
        *words("tilskuddet og", 70.0, 152.0),
    ]
    second, under = ruled_across(heads, top=80.0)
    second += [*words("refusjonen bør", 70.0, 100.0), *words("beregnes.", 70.0, 112.0)]
    rest, below = ruled_across(("Levere tall", "ADM", "1. juni 2027"), top=130.0)
    pages = [
        parts(first, [across(96.0, 70.0, 400.0), *over]),
        parts(
            [*second, *rest],
            [across(76.0, 70.0, 400.0), *under, across(126.0, 70.0, 400.0), *below],
            page=2,
        ),
    ]
    (table,) = join_over_pages([part for page in pages for part in page])
    assert cells(table)[1:] == [
        ["Kartlegge", "FAM", "Uke 37"],
        ["Vurdere hvordan tilskuddet og refusjonen bør beregnes.", "FAM", "Medio mai"],
        ["Levere tall", "ADM", "1. juni 2027"],
    ]
