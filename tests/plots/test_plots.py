"""Plots: what they show, read from the figure itself."""

from __future__ import annotations

import datetime as dt
import math
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

import tildeling
from made_letters import assignment, dated, full_letter, letter, row, table
from tildeling import Letter, plots
from tildeling.letter import Body, Goal, Indicator, Target, TargetRole

KJEDE = Path(__file__).parents[1] / "fixtures" / "letters" / "kjede"


@pytest.fixture(scope="module")
def chain() -> list[Letter]:
    return [tildeling.parse(path) for path in sorted(KJEDE.glob("*.pdf"))]


def names(figure: Figure) -> list[str]:
    return [label.get_text() for label in figure.axes[0].get_yticklabels()]


def words(figure: Figure) -> list[str]:
    return [text.get_text() for axes in figure.axes for text in axes.texts]


def with_two_chapters() -> Letter:
    rows = (
        row(None, None, None, chapter=291, post=None, name="Vegtilsynet", kind="chapter"),
        row(100_000_000, 5_000_000, 105_000_000),
        row(20_000_000, -2_000_000, 18_000_000, post=45, name="Utstyr"),
        row(7_000_000, 0, 7_000_000, chapter=292, post=1),
        row(127_000_000, 3_000_000, 130_000_000, chapter=None, post=None, name=None, kind="sum"),
    )
    found = table(*rows, columns=("Før", "Endring", "Nå"))
    roles = found.model_copy(update={"column_roles": ("previous", "change", "new")})
    return letter(budget_tables=(roles,))


def test_a_budget_has_a_bar_for_each_post_and_none_for_sums() -> None:
    figure = plots.budget(with_two_chapters())
    assert names(figure) == ["291/21  Driftsutgifter", "291/45  Utstyr", "292/1  Driftsutgifter"]
    assert words(figure)[:3] == ["105,0", "18,0", "7,0"]


def test_a_budget_by_chapter_sums_the_posts() -> None:
    figure = plots.budget(with_two_chapters(), by="chapter")
    assert names(figure) == ["Kap. 291  Vegtilsynet", "Kap. 292"]
    assert words(figure)[:2] == ["123,0", "7,0"]


def test_a_post_in_two_tables_is_one_bar() -> None:
    twice = letter(budget_tables=(table(row(5_000_000)), table(row(5_000_000))))
    assert words(plots.budget(twice))[:1] == ["5,0"]


def with_posts(count: int) -> Letter:
    rows = (
        row(1_000_000 * (count - at), post=at % 100, chapter=500 + at // 100) for at in range(count)
    )
    return letter(budget_tables=(table(*rows),))


def test_a_budget_of_many_posts_is_one_page_and_tells_what_the_others_come_to() -> None:
    figure = plots.budget(with_posts(150))
    assert figure.get_size_inches()[1] <= A4
    assert names(figure)[-1] == "og 122 poster til, til sammen"
    assert words(figure)[28] == "7\u00a0503,0"


def test_a_budget_that_fills_a_page_leaves_nothing_out() -> None:
    assert len(names(plots.budget(with_posts(29)))) == 29


def test_a_letter_without_a_budget_table_has_no_budget_plot() -> None:
    with pytest.raises(ValueError, match="no budget table"):
        plots.budget(letter())


def test_a_post_letter_by_letter_marks_what_does_not_add_up(chain: list[Letter]) -> None:
    figure = plots.post(chain, 1545, 21)
    assert [text for text in words(figure) if "utregnet" in text] == ["utregnet 15,5"]
    assert "14,0\n+2\u00a0000\u00a0000" in words(figure)
    ticks = [label.get_text().splitlines()[0] for label in figure.axes[0].get_xticklabels()]
    assert ticks == ["Hovedbrevet", "Tillegg nr. 1", "Tillegg nr. 3"]


def test_a_post_of_letters_that_were_consolidated(chain: list[Letter]) -> None:
    assert words(plots.post(tildeling.consolidate(chain), 1545, 21)) == words(
        plots.post(chain, 1545, 21)
    )


@pytest.mark.parametrize(("chapter", "post"), [(1545, None), (1545, 99), (1, 1)])
def test_a_post_that_is_not_there_or_not_alone(
    chain: list[Letter], chapter: int, post: int | None
) -> None:
    with pytest.raises(LookupError, match="1545/21"):
        plots.post(chain, chapter, post)


def test_a_calendar_has_the_earliest_first_and_tells_how_many_have_no_date() -> None:
    figure = plots.calendar(
        letter(
            deadlines=(dated("2026-10-01", label="Rapport"), dated("2026-10-01", date=None)),
            assignments=(assignment(deadlines=(dated("2026-06-01"),)),),
        )
    )
    assert names(figure) == ["2026-07 Ny veileder", "Rapport"]
    assert "1 uten dato er ikke med" in words(figure)


A4 = 11.69
"""Height of a page, in inches."""


def a_thousand_letters() -> list[Letter]:
    """Letters to forty agencies with three deadlines each, within a year."""
    first = dt.date(2026, 1, 5)
    days = [str(first + dt.timedelta(days=day % 350)) for day in range(1000)]
    return [
        letter(
            agency=Body(name=f"Tilsyn {place % 40}"),
            deadlines=(dated(day, label="Rapport"),),
            assignments=(assignment(deadlines=(dated(day), dated(day))),),
        )
        for place, day in enumerate(days)
    ]


def test_a_calendar_of_a_thousand_letters_is_one_page_with_whole_numbers() -> None:
    figure = plots.calendar(a_thousand_letters())
    assert figure.get_size_inches()[1] <= A4
    assert "3\u00a0000 frister, uke for uke; 40 virksomheter" in words(figure)
    bars = [bar for bar in figure.axes[0].patches if isinstance(bar, Rectangle)]
    assert sum(bar.get_height() for bar in bars) == 3000
    assert all(tick == int(tick) for tick in figure.axes[0].get_yticks())


def test_deadlines_over_many_years_are_counted_by_month() -> None:
    letters = [
        letter(deadlines=(dated(f"{year}-{month:02}-15", label="Rapport"),))
        for year in range(2015, 2026)
        for month in range(1, 13)
    ]
    figure = plots.calendar(letters)
    assert any("132 frister, måned for måned" in text for text in words(figure))
    assert len(figure.axes[0].patches) == 2 * 132


def test_as_many_rows_as_a_calendar_has_fill_a_page_at_most() -> None:
    days = [str(dt.date(2026, 1, 1) + dt.timedelta(days=day)) for day in range(36)]
    figure = plots.calendar(letter(deadlines=tuple(dated(day, label=day) for day in days)))
    assert len(names(figure)) == 36
    assert figure.get_size_inches()[1] <= A4


def test_a_plot_is_in_the_letters_language_unless_another_is_asked_for() -> None:
    nynorsk = letter(
        language="nn",
        deadlines=(dated("2026-06-01", label="Rapport"),),
        assignments=(assignment(deadlines=(dated("2026-07-01"),)),),
    )
    told = {language: plots.calendar(nynorsk, language=language) for language in (None, "en")}
    titles = [figure.axes[0].get_title(loc="left") for figure in told.values()]
    assert titles == ["Fristar", "Deadlines"]
    legends = [[text.get_text() for text in one.legends[0].get_texts()] for one in told.values()]
    assert legends == [["oppdrag", "andre fristar"], ["assignments", "other deadlines"]]


def test_an_axis_of_counts_has_whole_numbers() -> None:
    values = (figure_of("result", 2024, "1"), figure_of("target", 2025, "2"))
    figure = plots.targets([measured("Antall tilsyn", *values)], "Antall tilsyn")
    assert all(float(tick).is_integer() for tick in figure.axes[0].get_yticks())


def test_a_calendar_without_dates() -> None:
    with pytest.raises(ValueError, match="no deadline"):
        plots.calendar(letter())


def test_assignments_by_year_with_a_panel_for_each_agency() -> None:
    letters = [
        letter(agency=Body(name=name), budget_year=year, assignments=(assignment(),) * count)
        for name, year, count in (("A", 2024, 2), ("A", 2026, 3), ("B", 2025, 1))
    ]
    figure = plots.assignments(letters)
    assert [axes.get_title(loc="left") for axes in figure.axes] == ["A", "B"]
    assert [text for text in words(figure) if text.isdigit()] == ["2", "3", "1"]


def test_what_is_clarified_or_cancelled_is_not_counted_again() -> None:
    amended = (assignment(), assignment(status="amended"), assignment(status="cancelled"))
    figure = plots.assignments([letter(agency=Body(name="A"), assignments=amended)])
    assert [text for text in words(figure) if text.isdigit()] == ["1"]


def test_too_many_agencies_for_one_plot() -> None:
    letters = [letter(agency=Body(name=name)) for name in "ABCDEFG"]
    with pytest.raises(ValueError, match="from 1 to 6 agencies; the letters have 7"):
        plots.assignments(letters)


def test_a_dollar_sign_in_a_letter_is_no_formula() -> None:
    figure = plots.calendar(letter(deadlines=(dated("2026-06-01", label=r"$\frac$ 5 $"),)))
    assert figure._repr_png_()[0].startswith(b"\x89PNG")


def test_a_notebook_gets_a_picture_twice_as_fine_as_it_is_shown() -> None:
    png, shown = plots.calendar(full_letter())._repr_png_()
    assert int.from_bytes(png[16:20], "big") == 2 * shown["width"]


def figure_of(role: TargetRole, year: int | None, value: str, **more: Any) -> Target:
    return Target(text=value, role=role, year=year, value=Decimal(value), **more)


def points(figure: Figure) -> dict[str, list[tuple[float, float]]]:
    """The points of each line, by its label."""
    return {
        str(line.get_label()): [(float(x), float(y)) for x, y in np.asarray(line.get_xydata())]
        for line in figure.axes[0].lines
    }


def measured(text: str, *targets: Target, year: int = 2025) -> Letter:
    indicator = Indicator(number=None, text=text, targets=targets)
    return letter(
        kind="base", budget_year=year, agency=Body(name="Vegtilsynet"), indicators=(indicator,)
    )


def test_what_is_asked_for_is_counted_by_year_and_agency() -> None:
    first = letter(
        agency=Body(name="Vegtilsynet"),
        budget_year=2024,
        goals=(Goal(number="1", title="Trygge veier"),),
        assignments=(assignment(), assignment(status="amended")),
    )
    later = first.model_copy(update={"budget_year": 2026, "assignments": ()})
    drawn = points(plots.counts([first, later]))
    goals = [count for _, count in drawn["mål"]]
    assert (goals[0], goals[2]) == (1, 1)
    assert math.isnan(goals[1]), "a year without a letter is a gap, not none"
    assert drawn["nye oppdrag"][0] == (2024, 1), "one that is only clarified is not counted again"


def test_counts_want_an_agency_and_a_year() -> None:
    with pytest.raises(ValueError, match="from 1 to 6 agencies"):
        plots.counts([letter(agency=None)])


def test_a_target_stands_beside_the_result_of_its_year() -> None:
    letters = [
        measured(
            "Andel fornøyde", figure_of("target", None, "80", comparison="at_least"), year=2024
        ),
        measured("Andel fornøyde", figure_of("result", 2024, "78.5"), year=2025),
    ]
    figure = plots.targets(letters, "fornøyde")
    assert words(figure)[:2] == ["78,5", "≥ 80"]
    assert points(figure) == {"resultat": [(2024, 78.5)], "krav": [(2024, 80)]}


def test_a_change_has_no_height_and_is_not_drawn() -> None:
    told = measured("Andel fornøyde", figure_of("target", 2025, "5", comparison="increase"))
    with pytest.raises(ValueError, match="figures with a year"):
        plots.targets([told], "fornøyde")


def test_words_of_several_indicators_are_told_apart_by_the_whole_text() -> None:
    value = figure_of("result", 2024, "3")
    letters = [measured("Antall tilsyn", value), measured("Antall tilsyn til sjøs", value)]
    with pytest.raises(ValueError, match="Several indicators"):
        plots.targets(letters, "tilsyn")
    assert words(plots.targets(letters, "Antall tilsyn"))[0] == "3"
