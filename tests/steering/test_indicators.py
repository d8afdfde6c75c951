"""Indicators with their targets, in each form in which letters set them, read from a page."""

from __future__ import annotations

from decimal import Decimal

import pytest

from set_letters import BASE, read_letter
from tildeling.letter import Indicator, Letter, Target

BEFORE = """
#heading(numbering: none)[1. Innledning]
Familievernstilsynet skal sørge for at familier får god hjelp.
"""
AFTER = """
#heading(numbering: none)[4. Rapportering]
Årsrapporten for 2025 sendes innen 15. mars 2026.
"""
SHARE, TALKS = "Andel saker avgjort innen fristen", "Antall samtaler"


def letter(body: str) -> Letter:
    source = f"{BEFORE}\n#heading(numbering: none)[2. Mål og resultater]\n{body}\n{AFTER}"
    return read_letter(source, title=BASE, date="20. desember 2024")


def indicators(body: str) -> tuple[Indicator, ...]:
    return letter(body).indicators


def rows(*cells: str, columns: int) -> str:
    return (
        f"#table(columns: {columns}, "
        + ", ".join(cell if cell.startswith("table.cell") else f"[{cell}]" for cell in cells)
        + ")\n"
    )


def told(found: tuple[Indicator, ...]) -> list[tuple[str | None, str, list[str]]]:
    """Number, text and what is required of each."""
    return [(each.number, each.text, [_told(one) for one in each.targets]) for each in found]


def _told(target: Target) -> str:
    value = "" if target.value is None else f" {target.value}"
    sign = target.comparison if target.role == "target" else "result"
    return f"{sign}{value} {target.year}"


BOTH = [(None, SHARE, ["at_least 85 2025"]), (None, TALKS, ["equal 4000 2025"])]
LETTERED = [("a", SHARE, ["at_least 85 2025"]), ("b", TALKS, ["equal 4000 2025"])]
COUNTED = [("1", SHARE, ["at_least 85 2025"]), ("2", TALKS, ["equal 4000 2025"])]


@pytest.mark.parametrize(
    "opening",
    [
        "Styringsparametere:",
        "Styringsparametre",
        "Styringsparametrar for målet:",
        "Resultatindikatorer og krav:",
        "Rapporteringsindikatorer",
        "Følgende styringsparametere gjelder:",
        "Departementet har fastsatt følgende styringsparametere for 2025:",
        "For målet gjeld desse styringsparametrane:",
        "Målet følges opp med to indikatorer:",
        "Styringsparametrane for måla under eitt er:",
    ],
)
def test_items_under_a_label_or_sentence_are_indicators(opening: str) -> None:
    body = f"{opening}\n\n- {SHARE}: minst 85 pst.\n- {TALKS}: 4 000\n"
    assert told(indicators(body)) == BOTH


@pytest.mark.parametrize(
    "label", ["Resultatkrav", "Prestasjonskrav", "Måltall", "Måltal", "Ambisjonsnivå", "Krav"]
)
@pytest.mark.parametrize("form", ["{0}: ", "{0} 2025: ", "{0} for 2025: "])
def test_the_requirement_stands_after_each_item_or_under_it(label: str, form: str) -> None:
    lead = form.format(label)
    inside = f"Styringsparametere:\n\n- {SHARE}. {lead}minst 85 pst.\n- {TALKS}. {lead}4 000\n"
    assert [each[2] for each in told(indicators(inside))] == [each[2] for each in BOTH]
    under = (
        f"Styringsparametere:\n\na) {SHARE}\n\n#pad(left: 2em)[{lead}minst 85 pst.]\n\n"
        f"b) {TALKS}\n\n#pad(left: 2em)[{lead}4 000]\n"
    )
    assert told(indicators(under)) == LETTERED


def test_a_second_list_that_repeats_the_numbers_holds_the_targets() -> None:
    body = (
        f"Styringsparametere:\n\n+ {SHARE}\n+ {TALKS}\n\n"
        "Resultatkrav 2025:\n\n+ Minst 85 pst.\n+ 4 000\n"
    )
    assert told(indicators(body)) == COUNTED


def test_two_requirements_are_counted_after_one_label() -> None:
    body = (
        f"Styringsparametre:\n\na) {SHARE}\n\n#pad(left: 2em)[Prestasjonskrav: 1) Minst 85 pst. i "
        f"byene 2) Minst 80 pst. ellers]\n\nb) {TALKS}\n"
    )
    assert told(indicators(body)) == [
        ("a", SHARE, ["at_least 85 2025", "at_least 80 2025"]),
        ("b", TALKS, []),
    ]


def test_items_under_an_indicator_that_are_requirements_are_its_targets() -> None:
    body = (
        f"Styringsparametere:\n\n- {SHARE}\n  - Minst 85 pst. innen fire uker\n"
        f"  - Ingen eldre enn 12 uker\n- {TALKS}\n  - 4 000\n"
    )
    found = indicators(body)
    assert told(found) == [
        (None, SHARE, ["at_least 85 2025", "equal 0 2025"]),
        (None, TALKS, ["equal 4000 2025"]),
    ]
    within = found[0].targets[0].within
    assert within is not None
    assert (within.value, within.unit) == (Decimal(4), "weeks")


@pytest.mark.parametrize(
    ("item", "text", "targets"),
    [
        ("Andelen fornøyde brukere skal øke", None, ["increase 2025"]),
        ("Ventetida skal gå ned frå 2024", None, ["decrease 2025"]),
        ("Kostnaden per sak skal ikke overstige 4 000 kroner", None, ["at_most 4000 2025"]),
        ("80 prosent av klagene skal være avgjort innen 12 uker", None, ["equal 80 2025"]),
        ("Minst 40 kurs skal være holdt ved årets slutt", None, ["at_least 40 2025"]),
        ("Svartid på telefon (høyst 3 minutter)", None, ["at_most 3 2025"]),
        ("Oppetid, minst 99,5 pst.", None, ["at_least 99.5 2025"]),
        ("Oppetid minimum 99,5 pst.", None, ["at_least 99.5 2025"]),
        ("Oppetid: minst 99,5 pst.", "Oppetid", ["at_least 99.5 2025"]),
        ("Andel som får time innen tre uker", None, []),
        ("Andel prosjekter med minst 50 pst. privat finansiering", None, []),
        ("Økt tilfredshet blant brukerne", None, []),
        ("Beskriv hvordan rådene er formidlet", None, []),
        (
            "Tilsyn. Krav: minst 40. Resultatet i 2023 var 35.",
            "Tilsyn.",
            ["at_least 40 2025", "result 35 2023"],
        ),
    ],
)
def test_what_an_item_itself_requires_is_its_target(
    item: str, text: str | None, targets: list[str]
) -> None:
    (found,) = told(indicators(f"Styringsparametere:\n\n- {item}\n"))
    assert found == (None, text or item, targets)


@pytest.mark.parametrize(
    "body",
    [
        f"Styringsparameter: {SHARE}\n\nResultatkrav: minst 85 pst.\n\n"
        f"Styringsparameter: {TALKS}\n\nResultatkrav: 4 000\n",
        f"Styringsparameter: {SHARE} Resultatkrav: minst 85 pst.\n\n"
        f"Styringsparameter: {TALKS} Resultatkrav: 4 000\n",
    ],
)
def test_a_label_names_one_indicator(body: str) -> None:
    assert told(indicators(body)) == BOTH


def test_a_numbered_label_gives_its_number() -> None:
    body = (
        f"Styringsparameter 1: {SHARE}\n\nResultatkrav: minst 85 pst.\n\n"
        f"Styringsparameter 2: {TALKS}\n\nResultatkrav: 4 000\n"
    )
    assert told(indicators(body)) == COUNTED


def test_figures_under_goals_of_a_year_are_indicators_and_words_are_none() -> None:
    figures = "Mål i 2025:\n\n- 120 deltakere på kurs\n- Minst 80 pst. av dem fullfører\n"
    assert [each.text for each in indicators(figures)] == [
        "120 deltakere på kurs",
        "Minst 80 pst. av dem fullfører",
    ]
    assert indicators("Mål i 2025:\n\n- Trygge familier\n- God hjelp\n") == ()


@pytest.mark.parametrize(
    "body",
    [
        "Styringsparametrene er de samme som i 2024. Vi prioriterer:\n\n- vold\n- rus\n",
        "Årsrapporten skal omtale resultatene på styringsparametere:\n\n- status\n- risiko\n",
        "Styringsparametere\n\nDet er ikke satt egne styringsparametere for målet i 2025.\n",
        "#table(columns: 2, [Leveranse], [Frist], [Forslag til styringsparametere], [1. juni])\n",
    ],
)
def test_where_indicators_are_only_spoken_of_there_are_none(body: str) -> None:
    assert indicators(body) == ()


def test_a_table_holds_results_and_requirements_of_years() -> None:
    body = rows(
        "Styringsparameter", "Resultat 2022", "Resultat 2023", "Krav 2025",
        SHARE, "78 pst.", "ikke målt", "minst 85 pst.",
        TALKS, "3 850", "3 900", "–",
        columns=4,
    )  # fmt: skip
    assert told(indicators(body)) == [
        (None, SHARE, ["result 78 2022", "at_least 85 2025"]),
        (None, TALKS, ["result 3850 2022", "result 3900 2023"]),
    ]


def test_a_heading_of_two_rows_names_its_columns() -> None:
    body = rows(
        "table.cell(rowspan: 2)[Styringsparameter]", "table.cell(colspan: 2)[Resultat]",
        "table.cell(rowspan: 2)[Krav 2025]", "2022", "2023",
        SHARE, "78 pst.", "80 pst.", "minst 85 pst.",
        TALKS, "3 850", "3 900", "4 000",
        columns=4,
    )  # fmt: skip
    assert told(indicators(body)) == [
        (None, SHARE, ["result 78 2022", "result 80 2023", "at_least 85 2025"]),
        (None, TALKS, ["result 3850 2022", "result 3900 2023", "equal 4000 2025"]),
    ]


@pytest.mark.parametrize(
    "heads",
    [
        ("Indikator", "Måltall 2025"),
        ("Resultatmål", "Krav i 2025"),
        ("Nøkkeltall", "Ambisjonsnivå"),
        ("Styringsparameter", "Mål 2025"),
        ("Styringsparameter", "2025"),
    ],
)
def test_columns_have_many_names(heads: tuple[str, str]) -> None:
    body = rows(*heads, SHARE, "minst 85 pst.", TALKS, "4 000", columns=2)
    assert told(indicators(body)) == BOTH


def test_a_bare_number_counts_what_the_name_says() -> None:
    body = rows(
        "Styringsparameter", "Krav 2025",
        "Kostnad per sak (kroner)", "under 4 200",
        "Brukertilfredshet (skala 1–6)", "minst 4,5",
        "Svartid (dager)", "høyst 3",
        "Sykefravær (pst.)", "5,5",
        columns=2,
    )  # fmt: skip
    assert [each.targets[0].unit for each in indicators(body)] == [
        "kroner", "score", "days", "percent",
    ]  # fmt: skip


def test_a_table_over_a_page_end_is_one() -> None:
    body = "#v(1fr)\n#block(height: 14em)[]\n" + rows(
        "Styringsparameter", "Krav 2025",
        *(cell for each in range(1, 40) for cell in (f"Antall kurs av slag {each}", f"{each}")),
        columns=2,
    )  # fmt: skip
    found = indicators(body)
    assert [each.targets[0].value for each in found] == [Decimal(each) for each in range(1, 40)]
    assert {each.evidence[0].page for each in found} >= {1, 2}


def test_a_target_stands_on_its_own_words() -> None:
    found = indicators(f"Styringsparametere:\n\n- {SHARE}. Resultatkrav: minst 85 pst.\n")
    (target,) = found[0].targets
    assert target.text == "minst 85 pst."
    assert [each.text for each in target.evidence] == ["minst 85 pst."]
    assert target.evidence[0].bbox is not None


def test_a_required_sum_is_claimed() -> None:
    body = "Styringsparametere:\n\n- Kostnad per sak. Resultatkrav: under 4 200 kroner\n"
    found = letter(body)
    assert found.indicators[0].targets[0].value == Decimal(4200)
    assert not [each for each in found.findings if each.rule == "unclaimed_amount"]


def test_a_sentence_that_names_one_is_an_indicator() -> None:
    body = f"Styringsparameteren for målet er {SHARE.lower()}. Kravet er minst 85 pst.\n"
    assert told(indicators(body)) == [(None, SHARE.lower() + ".", ["at_least 85 2025"])]


def test_lines_without_marks_after_a_colon_are_indicators() -> None:
    body = "Følgende styringsparametere gjelder:\n\nKort saksbehandlingstid\n\nRimelig behandling\n"
    assert [each.text for each in indicators(body)] == [
        "Kort saksbehandlingstid",
        "Rimelig behandling",
    ]


def test_cells_beside_a_label_hold_indicators_and_their_requirements() -> None:
    body = rows("Styringsparameter", SHARE, "Resultatkrav", "Minst 85 pst.", columns=2)
    assert told(indicators(body)) == [(None, SHARE, ["at_least 85 2025"])]


def test_items_under_requirements_alone_say_what_is_measured_too() -> None:
    body = (
        "Resultatkrav for 2025:\n\n- Ventetiden skal i gjennomsnitt være under 60 dager.\n"
        "- 95 prosent av telefonene skal være besvart innen 2 minutter.\n"
    )
    assert [each[2] for each in told(indicators(body))] == [["at_most 60 2025"], ["equal 95 2025"]]
    assert indicators("Resultatkrav:\n\n- Minst 85 pst.\n- 4 000\n") == ()


def test_a_caption_in_the_first_row_is_no_heading_of_columns() -> None:
    body = rows(
        "table.cell(colspan: 2)[Styringsparametere for mål 1]", "Parameter", "Mål 2025",
        SHARE, "minst 85 pst.", TALKS, "4 000",
        columns=2,
    )  # fmt: skip
    assert told(indicators(body)) == BOTH


def test_one_heading_over_a_number_and_a_name_and_a_column_of_units() -> None:
    body = rows(
        "table.cell(colspan: 2)[Styringsparameter]", "Enhet", "Krav 2025",
        "1.1", "Saker innen fristen", "prosent", "85",
        "1.2", "Ventetid", "dager", "25",
        columns=4,
    )  # fmt: skip
    found = indicators(body)
    assert [(each.number, each.targets[0].unit) for each in found] == [
        ("1.1", "percent"),
        ("1.2", "days"),
    ]


def test_the_lines_of_a_cell_are_requirements_each() -> None:
    body = rows(
        "Styringsparameter", "Krav 2025",
        "Ventetid", "Minst 80 pst. innen 4 uker \\ Ingen over 12 uker", "Oppetid", "99,5 pst.",
        columns=2,
    )  # fmt: skip
    assert [each[2] for each in told(indicators(body))] == [
        ["at_least 80 2025", "equal 0 2025"],
        ["equal 99.5 2025"],
    ]


TWO_GOALS = "Hovedmål:\n\n+ Trygge familier\n+ God hjelp til alle\n\n"


def goals_of(body: str) -> list[tuple[str, str | None]]:
    """What is measured, and the goal over it."""
    found = letter(body)
    return [
        (each.text, None if each.goal is None else found.goals[each.goal].title)
        for each in found.indicators
    ]


WANTED = [("Ventetid", "Trygge familier"), ("Klager", "God hjelp til alle")]


@pytest.mark.parametrize(
    "body",
    [
        TWO_GOALS
        + rows("Mål", "Indikator", "Krav", "1", "Ventetid", "3 uker", "2", "Klager", "5",
               columns=3),
        TWO_GOALS
        + rows("Mål", "Indikator", "Krav", "Trygge familier", "Ventetid", "3 uker",
               "Mål 2: God hjelp til alle", "Klager", "5", columns=3),
        "Hovedmål 1: Trygge familier\n\nDelmål 1: God hjelp til alle\n\n"
        + rows("Mål", "Indikator", "Krav", "Hovedmål 1", "Ventetid", "3 uker", "Delmål 1",
               "Klager", "5", columns=3),
        "*Mål 1: Trygge familier*\n\nStyringsparametere:\n\n- Ventetid\n\n"
        "*Mål 2: God hjelp til alle*\n\nStyringsparametere:\n\n- Klager\n",
        TWO_GOALS
        + "Styringsparametere for mål 1:\n\n- Ventetid\n\nStyringsparametere for mål 2:\n\n"
        "- Klager\n",
        "#heading(numbering: none)[2.1 Mål 1: Trygge familier]\n#heading(numbering: none, level: 2)"
        "[Styringsparametere]\n- Ventetid\n#heading(numbering: none)[2.2 Mål 2: God hjelp til alle]"
        "\n#heading(numbering: none, level: 2)[Styringsparametere]\n- Klager\n",
    ],
)  # fmt: skip
def test_the_goal_over_an_indicator_is_told(body: str) -> None:
    assert goals_of(body) == WANTED


@pytest.mark.parametrize(
    "body",
    [
        TWO_GOALS + "Styringsparametere:\n\n- Ventetid\n- Klager\n",
        "*Mål 1: Trygge familier*\n\nStyringsparametrar for måla under eitt er:\n\n- Ventetid\n"
        "- Klager\n",
    ],
)
def test_indicators_of_several_goals_have_none(body: str) -> None:
    assert [goal for _, goal in goals_of(body)] == [None, None]


@pytest.mark.parametrize("main", ["Hovedmål", "Hovedmål 1"])
def test_a_main_goal_in_a_line_is_no_neighbour_of_the_goal_headed_right_after_it(main: str) -> None:
    heading = "#heading(level: 2, numbering: none)"
    body = (
        f"{main}: Gode liv\n\n"
        f"{heading}[2.1 Mål 1: Trygge familier]\nStyringsparametere:\n\n- Ventetid\n\n"
        f"{heading}[2.2 Mål 2: God hjelp til alle]\nStyringsparametere:\n\n- Klager\n"
    )
    assert goals_of(body) == WANTED


def test_a_table_under_one_indicator_requires_for_each_kind_of_case() -> None:
    body = "Styringsparameter 1: Saksbehandlingstid\n\n" + rows(
        "Sakstype", "Krav", "Separasjon", "høyst 2 uker", "Skilsmisse", "høyst 3 uker", columns=2
    )
    (found,) = indicators(body)
    assert told((found,)) == [("1", "Saksbehandlingstid", ["at_most 2 2025", "at_most 3 2025"])]
    assert [each.text for each in found.targets] == [
        "Separasjon høyst 2 uker",
        "Skilsmisse høyst 3 uker",
    ]


def test_a_table_without_a_heading_under_a_label_is_one_of_indicators() -> None:
    body = "Styringsparametere:\n\n" + rows(
        SHARE, "minst 85 pst.", "Ventetid", "under 3 uker", columns=2
    )
    assert told(indicators(body)) == [
        (None, SHARE, ["at_least 85 2025"]),
        (None, "Ventetid", ["at_most 3 2025"]),
    ]


def test_a_paragraph_between_a_heading_and_its_list_leads_to_it_unless_it_speaks_of_others() -> (
    None
):
    heading = "#heading(numbering: none, level: 2)[2.2 Styringsparametere]\n"
    items = f"\n\n- {SHARE}\n- {TALKS}\n"
    between = "Måloppnåelsen vurderes etter punktene under. Utviklingen over tid er viktig."
    assert len(indicators(heading + between + items)) == 2
    assert indicators(heading + "Det er ikke satt nye i 2025. Tilsynet skal:" + items) == ()


def test_a_table_that_only_says_how_is_of_indicators_without_targets() -> None:
    body = rows("Styringsparameter", "Rapportering", "Ventetid", "Tertialvis", columns=2)
    assert told(indicators(body)) == [(None, "Ventetid", [])]


def test_a_range_of_sums_has_its_scale_on_both() -> None:
    (found,) = indicators("Styringsparametere:\n\n- Besparelse: mellom 2 og 3 mill. kroner\n")
    (target,) = found.targets
    assert (target.value, target.value_to) == (Decimal(2_000_000), Decimal(3_000_000))


def test_sentences_after_a_named_indicator_are_not_its_name() -> None:
    speaks = "Departementet følger utviklingen nøye gjennom hele året. " * 6
    (found,) = indicators(f"Styringsparameter: Ventetid til første samtale. {speaks}\n")
    assert found.text == "Ventetid til første samtale."


def test_goals_of_a_year_need_no_preposition() -> None:
    body = "Mål 2025:\n- Ventetida skal vere under 55 dagar.\n- Talet på fristbrot skal vere 0.\n"
    assert [[_told(one) for one in each.targets] for each in indicators(body)] == [
        ["at_most 55 2025"],
        ["equal 0 2025"],
    ]


def test_a_column_of_goals_behind_the_indicators_is_no_requirement() -> None:
    body = "*Delmål 1: Trygge barn*\n\n*Delmål 2: Nøgde foreldre*\n\n" + rows(
        *("Styringsparameter", "Delmål", "Krav 2025"),
        *("Antall samtaler", "1", "minst 40"),
        *("Andel fornøyde", "2", "80 pst."),
        columns=3,
    )
    found = indicators(body)
    assert [[_told(one) for one in each.targets] for each in found] == [
        ["at_least 40 2025"],
        ["equal 80 2025"],
    ]
    assert [each.goal for each in found] == [0, 1]


def test_a_share_in_what_is_measured_is_not_what_is_required() -> None:
    body = (
        "Styringsparametrar:\n"
        "- Talet på saker som går over 10 prosent, skal haldast på same nivå som i 2024.\n"
        "- Andelen saker avgjorde innan fristen.\n"
    )
    assert [_told(one) for one in indicators(body)[0].targets] == ["maintain 2025"]


def test_a_heading_that_names_a_goal_puts_its_indicators_under_it() -> None:
    body = (
        "For området gjeld desse nasjonale måla:\n\n"
        '#enum(numbering: "i.", [Barn er trygge heime.], [Foreldre får hjelp i tide.])\n'
        "#heading(numbering: none, level: 2)[2.1 Prioritering nr. 1 – mål ii: Ventetid]\n"
        "Styringsparametrar:\n- Ventetida skal vere under 14 dagar.\n- Talet på klager.\n"
    )
    found = letter(body)
    assert [goal.number for goal in found.goals] == ["i", "ii"]
    assert [each.goal for each in found.indicators] == [1, 1]


@pytest.mark.parametrize(
    ("words", "past"),
    [
        ("minst 85 pst. (82 pst. i 2023)", ["result 82 2023"]),
        ("minst 85 prosent (82 prosent for 2023)", ["result 82 2023"]),
        ("minst 85 % (mot 82 % i 2023)", ["result 82 2023"]),
        (
            "minst 85 pst. (80 pst. i 2022 og 82 pst. i 2023)",
            ["result 80 2022", "result 82 2023"],
        ),
        ("minst 85 pst. (90 pst. i 2026)", ["equal 90 2026"]),
    ],
)
def test_a_figure_in_brackets_with_its_year_is_a_past_result_or_what_comes(
    words: str, past: list[str]
) -> None:
    wanted = ["at_least 85 2025", *past]
    beside = f"Styringsparametere:\n\n- {SHARE}: {words}\n- {TALKS}: 4 000\n"
    assert told(indicators(beside))[0] == (None, SHARE, wanted)
    under = f"Styringsparametere:\n\na) {SHARE}\n\n#pad(left: 2em)[Resultatkrav: {words}]\n"
    assert told(indicators(under))[0] == ("a", SHARE, wanted)


@pytest.mark.parametrize(
    "words",
    [
        "80 pst. innen 3 uker og 100 pst. innen 8 uker",
        "80 prosent innen 3 uker, 100 prosent innen 8 uker",
        "80 pst. innan 3 veker og 100 pst. innan 8 veker",
    ],
)
def test_two_shares_with_a_time_each_are_two_targets(words: str) -> None:
    (found,) = indicators(f"Styringsparameter: Saksbehandlingstid. Resultatkrav: {words}\n")
    limits = [(one.value, one.within and one.within.value) for one in found.targets]
    assert limits == [(Decimal(80), Decimal(3)), (Decimal(100), Decimal(8))]


def test_a_goal_right_under_the_columns_is_over_the_first_indicators() -> None:
    goals = "*Mål 1: Trygge barn*\n\n*Mål 2: Nøgde foreldre*\n\n"
    found = indicators(
        goals
        + rows(
            *("Styringsparameter", "Krav 2025"),
            "table.cell(colspan: 2)[Mål 1]",
            *("Antall samtaler", "minst 40"),
            "table.cell(colspan: 2)[Mål 2]",
            *("Andel nøgde", "halde på 2024-nivå"),
            columns=2,
        )
    )
    assert [each.goal for each in found] == [0, 1]
    assert [[_told(one) for one in each.targets] for each in found] == [
        ["at_least 40 2025"],
        ["maintain 2025"],
    ]


def test_a_list_of_a_counted_goal_has_the_number_of_the_goal_in_its_marks() -> None:
    body = (
        f"Tilsynet skal hente gevinster. Styringsparametre:\n\n"
        f"#pad(left: 2em)[4a) {SHARE}]\n\n#pad(left: 2em)[4b) {TALKS}]\n\n"
        "Prestasjonskrav for 2025:\n\n"
        "#pad(left: 2em)[4a) minst 85 pst.]\n\n#pad(left: 2em)[4b) 4 000 (3 900 i 2023)]\n"
    )
    assert told(indicators(body)) == [
        ("4a", SHARE, ["at_least 85 2025"]),
        ("4b", TALKS, ["equal 4000 2025", "result 3900 2023"]),
    ]


@pytest.mark.parametrize(
    "lead",
    [
        "Som styringsparameter gjeld at",
        "Som styringsparameter for målet gjelder at",
        "Styringsparameteren for målet er at",
        "Resultatkravet for 2025 er at",
        "Det er et resultatkrav at",
    ],
)
def test_a_sentence_with_its_figure_is_an_indicator(lead: str) -> None:
    text = "minst 70 prosent av sakene skal være registrert."
    body = f"Registeret er viktig. {lead} {text} Departementet kommer tilbake til saken.\n"
    assert told(indicators(body)) == [(None, text, ["at_least 70 2025"])]


@pytest.mark.parametrize(
    "opening",
    ["Følgende resultatkrav gjelder:", "Desse resultatkrava gjeld:", "Disse måltallene gjelder:"],
)
def test_a_list_of_requirements_has_indicators_where_each_says_its_own(opening: str) -> None:
    body = (
        f"{opening}\n\n+ Tilsynet skal publisere minst 50 artikler i tidsskrifter.\n"
        "+ Andelen artikler på engelsk skal være mellom 25 og 35 prosent.\n"
        "+ Andelen ekstern finansiering skal øke fra 2024.\n"
        "+ Rapporten skal legges fram 4 ganger i året.\n+ Tilsynet skal være åpent.\n"
    )
    assert [(each[0], each[2]) for each in told(indicators(body))] == [
        ("1", ["at_least 50 2025"]),
        ("2", ["between 25 2025"]),
        ("3", ["increase 2025"]),
        ("4", ["equal 4 2025"]),
    ]


@pytest.mark.parametrize(
    "words", ["med et måltall på høyst 60 dager", "med krav om høyst 60 dager"]
)
def test_a_requirement_stands_in_the_same_sentence(words: str) -> None:
    body = f"Styringsparametere:\n\n- Saksbehandlingstid for klager, {words}\n- {TALKS}: 4 000\n"
    first = told(indicators(body))[0]
    assert first == (None, f"Saksbehandlingstid for klager, {words}", ["at_most 60 2025"])


def test_paragraphs_led_by_a_name_under_requirements_are_indicators() -> None:
    body = (
        "#heading(level: 2, numbering: none)[2.1 Mål og resultatkrav]\n"
        "*Punktlighet.* Resultatkravet er at minst 99 prosent av vedtakene sendes i tide. "
        "Resultatet i 2023 var 98,7 prosent.\n\n"
        "*Aktualitet.* Tiden fra søknad til svar skal i gjennomsnitt ikke være over 27 dager.\n\n"
        "*Samarbeid.* Tilsynet skal samarbeide mer med kommunene.\n"
    )
    assert told(indicators(body)) == [
        (None, "Punktlighet.", ["at_least 99 2025", "result 98.7 2023"]),
        (None, "Aktualitet.", ["at_most 27 2025"]),
    ]


def test_prose_led_by_names_without_requirements_has_no_indicators() -> None:
    body = (
        "#heading(level: 2, numbering: none)[2.1 Mål og resultatkrav]\n"
        "*Veiledning.* Tilsynet skal øke veiledningen.\n\n"
        "*Samarbeid.* Antallet møter skal øke.\n"
    )
    assert indicators(body) == ()


def test_a_label_of_a_year_points_to_no_goal() -> None:
    found = letter(
        "#heading(level: 2, numbering: none)[Hovudmål 1: Korte ventetider]\nDet er viktig.\n\n"
        "#heading(level: 3, numbering: none)[Vaksne]\n"
        "Mål 2025:\n\n- Ventetida skal vere under 55 dagar.\n- Talet på fristbrot skal vere 0.\n"
    )
    assert [each.goal for each in found.indicators] == [0, 0]


def test_a_past_result_in_brackets_parts_nothing() -> None:
    body = (
        f"Styringsparametere:\n\n- Tid til svar: ikke over 60 dager (i 2023: 64 dager)\n- {SHARE}\n"
    )
    assert told(indicators(body))[0] == (
        None,
        "Tid til svar",
        ["at_most 60 2025", "result 64 2023"],
    )


def test_a_name_before_a_colon_says_what_a_requirement_is_on() -> None:
    body = (
        "Det stilles følgende resultatkrav for 2025:\n\n"
        "a) Saksbehandlingstid: 90 pst. innen 4 uker\n\nb) Oppetid: minst 99,5 pst.\n"
    )
    assert told(indicators(body)) == [
        ("a", "Saksbehandlingstid", ["equal 90 2025"]),
        ("b", "Oppetid", ["at_least 99.5 2025"]),
    ]


def test_an_indicator_that_a_sentence_names_has_the_requirement_of_the_next() -> None:
    body = f"Som resultatindikator for målet brukes {SHARE.lower()}. Kravet er minst 85 pst.\n"
    assert told(indicators(body)) == [(None, f"{SHARE.lower()}.", ["at_least 85 2025"])]


@pytest.mark.parametrize(
    "sentence",
    [
        "Styringsparameteren for målet er {x}, og kravet for 2025 er minst 85 pst.",
        "Utviklingen følges med styringsparameteren {x}. Resultatkravet er minst 85 pst.",
        "Måloppnåing vert målt med indikatoren {x}, der kravet er minst 85 pst.",
    ],
)
def test_a_sentence_among_others_names_an_indicator(sentence: str) -> None:
    body = (
        f"Veiledningen skal være god. {sentence.format(x=SHARE.lower())} I tillegg skal minst "
        "80 pst. av henvendelsene besvares innen 3 uker.\n"
    )
    found = told(indicators(body))
    assert [(name.rstrip("."), targets) for _, name, targets in found] == [
        (SHARE.lower(), ["at_least 85 2025"])
    ]


@pytest.mark.parametrize("label", ["Ny styringsparameter", "Ny indikator"])
def test_a_label_may_say_that_an_indicator_is_new(label: str) -> None:
    body = f"{label}: {SHARE}. Resultatkrav: minst 85 pst.\n"
    assert told(indicators(body)) == [(None, f"{SHARE}.", ["at_least 85 2025"])]


def test_paragraphs_led_by_names_with_a_colon_need_figures() -> None:
    body = (
        "#heading(level: 2, numbering: none)[2.1 Mål og resultatkrav]\n"
        "*Tid:* Gjennomsnittlig tid skal være under 20 dager.\n\n"
        "*Kvalitet:* Andelen omgjorte vedtak skal ikke overstige 5 prosent.\n"
    )
    assert told(indicators(body)) == [
        (None, "Tid", ["at_most 20 2025"]),
        (None, "Kvalitet", ["at_most 5 2025"]),
    ]


def test_lists_beside_each_other_in_a_row_are_indicators_with_their_requirements() -> None:
    letter = read_letter(
        "= Mål og styringsparametre\n"
        "#table(columns: 2, [Styringsparameter], [Resultatkrav 2025],\n"
        "  [- Andel saker som er avgjort i tide\n- Tid fra søknad til svar],\n"
        "  [- Minst 85 pst.\n- Høyst 30 dager],\n"
        "  [Antall tilsyn], [Minst 120])\n",
        title=BASE,
        date="20. desember 2024",
    )
    assert [(each.text, [one.text for one in each.targets]) for each in letter.indicators] == [
        ("Andel saker som er avgjort i tide", ["Minst 85 pst."]),
        ("Tid fra søknad til svar", ["Høyst 30 dager"]),
        ("Antall tilsyn", ["Minst 120"]),
    ]


UNDER = "== Mål 1: Familiene får god hjelp\n{0}\n== Mål 2: Tilsynet er kjent\n{0}\n"
WAIT = "Ventetid på telefon"
MEASURED = f"a) {SHARE}: minst 85 pst.\n\nb) {WAIT}: under 2 minutter\n"
READ = [("a", SHARE, ["at_least 85 2025"]), ("b", WAIT, ["at_most 2 2025"])]


def under(heading: str, body: str) -> Letter:
    """A letter with a section of goals."""
    source = f"#heading(numbering: none)[3. {heading}]\n#set heading(numbering: none)\n{body}"
    return read_letter(f"{BEFORE}\n{source}\n{AFTER}", title=BASE, date="20. desember 2024")


@pytest.mark.parametrize(
    ("heading", "lead"),
    [
        ("Mål og styringsparametere", ""),
        ("Mål og styringsparametrar", ""),
        ("Mål, prioriteringer og resultatkrav", ""),
        ("Mål", "Målene ligger fast. Departementet måler tilsynet på fire styringsparametere."),
        ("Mål", "Under hvert mål står styringsparametrene."),
        ("Mål", "Til kvart mål er det fastsett styringsparametrar."),
        # By their form alone
        ("Mål", ""),
    ],
)
def test_items_right_under_goals_are_indicators(heading: str, lead: str) -> None:
    found = under(heading, f"{lead}\n\n{UNDER.format(MEASURED)}").indicators
    assert told(found) == READ * 2
    assert [each.goal for each in found] == [0, 0, 1, 1]


@pytest.mark.parametrize("heading", ["Mål og styringsparametere", "Mål og nøkkeltall"])
def test_a_section_of_indicators_needs_no_requirements(heading: str) -> None:
    items = f"- {SHARE}\n- Svarprosent i undersøkelsen\n"
    found = under(heading, UNDER.format(items)).indicators
    assert told(found) == [(None, SHARE, []), (None, "Svarprosent i undersøkelsen", [])] * 2


@pytest.mark.parametrize(
    "goal",
    [
        "*Mål 1: Familiene får god hjelp*\n\n",
        "Hovedmålet for tilsynet er å gi god hjelp.\n\n",
        "== Mål 1: Familiene får god hjelp\nTilsynet skal sikre at tjenesten er lik.\n\n",
        "Departementet har satt disse målene:\n\n1. Familiene får god hjelp\n\n",
    ],
)
def test_a_goal_with_indicators_under_it_may_be_no_heading(goal: str) -> None:
    found = under("Mål og styringsparametere", f"{goal}{MEASURED}").indicators
    assert told(found) == READ
    assert [each.goal for each in found] == [0, 0]


def test_indicators_right_under_a_goal_may_be_lines_or_have_their_requirements_under_them() -> None:
    lines = f"== Mål 1: Familiene får god hjelp\n{SHARE}: minst 85 pst.\n\n"
    lines += f"{WAIT}: under 2 minutter\n"
    assert [each.text for each in under("Mål og resultatkrav", lines).indicators] == [SHARE, WAIT]
    below = f"a) {SHARE}\n\nResultatkrav: minst 85 pst.\n\nb) {WAIT}\n\n"
    below += "Resultatkrav: under 2 minutter\n"
    found = under("Mål og styringsparametere", f"== Mål 1: God hjelp\n{below}").indicators
    assert told(found) == READ


@pytest.mark.parametrize(
    ("heading", "items"),
    [
        ("Mål og styringsparametere", "- Foreldre får svar raskt\n- Barn blir hørt\n"),
        ("Mål og styringsparametere", "- styrke samarbeidet\n- gjennomføre minst 200 tilsyn\n"),
        ("Mål og styringsparametere", "Prioriteringer for 2025:\n\n- Veiledning\n- Antall kurs\n"),
        ("Mål og styringsparametere", "Tilsynet skal:\n\n- øke andelen til minst 85 pst.\n"),
        ("Mål", "- Tilskudd til samtaler: 3 mill. kroner\n- Tilskudd til kurs: 200 000 kroner\n"),
        ("Mål", "- Rapport om samtaler: 1. juni 2025\n- Plan for kurs: innen 15. mars\n"),
        ("Mål", "- Kurs: 4\n- Samlinger: 12\n"),
        ("Mål", "Ressursene fordeles slik:\n\n- Tilsyn: 40 prosent\n- Kurs: 60 prosent\n"),
        ("Mål og oppdrag", "- Evaluering av kurset\n- Antall modeller: minst 3\n"),
    ],
)
def test_goals_work_and_money_under_a_goal_are_no_indicators(heading: str, items: str) -> None:
    assert under(heading, f"== Mål 1: Familiene får god hjelp\n{items}").indicators == ()


def test_items_under_a_goal_are_none_where_no_indicators_are_set_or_others_have_a_label() -> None:
    items = "- Antall kurs i nord\n- Tilbud i sør\n"
    none = "Det er ikke fastsatt styringsparametere under målene.\n\n"
    assert under("Mål", none + UNDER.format(items)).indicators == ()
    body = f"== Mål 1: God hjelp\nStyringsparametere:\n\n{MEASURED}\n== Mål 2: Kjent\n{items}"
    assert told(under("Mål og styringsparametere", body).indicators) == READ
