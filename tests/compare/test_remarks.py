"""What a diff tells besides the changes: letters that do not go together, contradictions."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

import pytest
from rich.console import Console

from made_letters import assignment, at, letter, line, row, table
from tildeling import Letter, LetterDiff, diff
from tildeling.export.comparison_markdown import comparison_markdown
from tildeling.export.comparison_text import comparison_text
from tildeling.export.report_html import report_html
from tildeling.letter import Body, BudgetRow, Evidence, Finding
from tildeling.words import words_in

NB = words_in("nb")


def spaced(text: str) -> str:
    """With plain spaces between thousands."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


CHANGE_COLUMNS = ("previous", "change", "new")
VEGTILSYNET = Body(name="Vegtilsynet", key="vegtilsynet")
BANETILSYNET = Body(name="Banetilsynet", key="banetilsynet")


def base(**changes: Any) -> Letter:
    plain = {"kind": "base", "addendum_number": None, "title": "Tildelingsbrev for 2026"}
    return letter(**plain | changes)


def addendum(number: int | None = 1, **changes: Any) -> Letter:
    return letter(**{"addendum_number": number, "title": f"Tillegg nr. {number}"} | changes)


def moves(*rows: BudgetRow, **changes: Any) -> Letter:
    """An addendum whose table says before, change and after."""
    moved = table(*rows, columns=("Før", "Endring", "Etter"))
    moved = moved.model_copy(update={"column_roles": CHANGE_COLUMNS})
    return addendum(budget_tables=(moved,), **changes)


def finding(key: str | None, evidence: tuple[Evidence, ...] = (), **changes: Any) -> Finding:
    plain = {"code": "sum_mismatch", "severity": "error", "message": "Summen stemmer ikke."}
    return Finding(**plain | {"key": key, "evidence": evidence} | changes)


def told(comparison: LetterDiff) -> list[tuple[str, str | None]]:
    return [(one.severity, one.code) for one in comparison.findings]


PAIRS = [
    (base(agency=VEGTILSYNET), addendum(agency=BANETILSYNET), "er til Banetilsynet, ikke til Vegt"),
    (base(agency=VEGTILSYNET), base(agency=BANETILSYNET), "er til Banetilsynet, ikke til Vegt"),
    (base(), addendum(budget_year=2025), "gjelder 2025, ikke 2026"),
    (addendum(), base(), "er hovedbrevet til «Tillegg nr. 1»"),
    (addendum(None), base(), "er hovedbrevet til"),
    (addendum(3), addendum(2), "er nr. 2, «Tillegg nr. 3» nr. 3"),
    (
        addendum(2, date=dt.date(2026, 6, 1)),
        addendum(3, date=dt.date(2026, 3, 1)),
        "er datert 01.03.2026, før «Tillegg nr. 2» 01.06.2026",
    ),
    (base(), base(budget_year=2025), "gjelder 2025, «Tildelingsbrev for 2026» 2026"),
    (base(), addendum(3), "bygger også på tillegg nr. 1, 2,"),
]


@pytest.mark.parametrize(("old", "new", "words"), PAIRS)
def test_letters_that_do_not_go_together_are_a_warning(
    old: Letter, new: Letter, words: str
) -> None:
    (one,) = diff(old, new).findings
    assert one.severity == "warning"
    assert words in one.message
    assert one.place == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (base(agency=VEGTILSYNET), addendum(agency=VEGTILSYNET)),
        (base(agency=VEGTILSYNET), addendum(agency=Body(name="Vegtilsynet"))),
        (base(agency=None), addendum(agency=VEGTILSYNET)),
        (base(budget_year=2025), base()),
        (base(budget_year=2025, date=dt.date(2025, 1, 1)), base(date=dt.date(2026, 1, 1))),
        (addendum(1), addendum(2)),
        (addendum(2), addendum(2, title="Tillegg nr. 2, korrigert")),
        (base(), addendum(None)),
    ],
)
def test_letters_that_follow_each_other_are_none(old: Letter, new: Letter) -> None:
    assert diff(old, new).findings == ()


def test_a_total_that_does_not_follow_stands_beside_what_does() -> None:
    old = base(budget_tables=(table(row(12_000_000)),))
    compared = diff(old, moves(row(12_000_000, 1_000_000, 13_500_000)))
    (change,) = compared.changes
    assert (change.old, change.delta, change.new) == (12_000_000, 1_000_000, 13_000_000)
    assert (change.stated, change.computed) == (13_500_000, 13_000_000)
    assert told(compared) == [("error", "row_arithmetic")]
    markdown = spaced(comparison_markdown(compared, NB))
    assert "| 12 000 000 | +1 000 000 | 13 500 000 | 13 000 000 | +500 000 | 6 |" in markdown
    console = Console(width=140, record=True, file=io.StringIO())
    console.print(comparison_text(compared, NB))
    assert "13 500 000  13 000 000  +500 000" in spaced(console.export_text())
    page = spaced(report_html(compared))
    assert "regnet ut: 13 000 000, avvik +500 000" in page
    card = spaced(compared._repr_html_())
    assert "utregnet: 13 000 000, avvik +500 000" in card
    assert "500 000 kr mer enn" in card


def test_a_total_that_follows_stands_alone() -> None:
    old = base(budget_tables=(table(row(12_000_000)),))
    compared = diff(old, moves(row(12_000_000, 1_000_000, 13_000_000)))
    (change,) = compared.changes
    assert (change.new, change.stated, change.computed) == (13_000_000, None, None)
    assert "Avvik" not in comparison_markdown(compared, NB)
    assert "avvik" not in report_html(compared)


def test_a_wrong_total_without_any_change_is_shown_too() -> None:
    old = base(budget_tables=(table(row(12_000_000)),))
    (change,) = diff(old, moves(row(12_000_000, 0, 13_500_000))).changes
    assert (change.new, change.stated, change.computed) == (12_000_000, 13_500_000, 12_000_000)


def test_of_two_base_letters_the_new_ones_row_is_held_to_its_own_change() -> None:
    old = base(budget_tables=(table(row(12_000_000)),))
    new = moves(row(12_000_000, 1_000_000, 13_500_000)).model_copy(
        update={"kind": "base", "title": "Tildelingsbrev for 2026"}
    )
    (change,) = diff(old, new).changes
    assert (change.new, change.stated, change.computed) == (13_500_000, 13_500_000, 13_000_000)


def test_an_amount_before_that_was_not_in_force_is_told() -> None:
    old = base(budget_tables=(table(row(12_000_000)),))
    compared = diff(old, moves(row(12_500_000, 1_000_000, 13_500_000)))
    assert told(compared) == [("error", "previous_amount_mismatch")]


def test_amounts_that_letters_left_out_may_explain_are_a_warning() -> None:
    old = base(budget_tables=(table(row(12_000_000)),))
    new = moves(row(12_500_000, 1_000_000, 13_500_000))
    compared = diff(old, new.model_copy(update={"addendum_number": 3}))
    assert told(compared) == [
        ("warning", "missing_letter"),
        ("warning", "previous_amount_mismatch"),
    ]


def test_a_change_of_an_assignment_that_was_never_given_is_told() -> None:
    new = addendum(assignments=(assignment(status="amended", description="Utvides."),))
    assert told(diff(base(), new)) == [("warning", "dangling_reference")]


def test_contradictions_of_the_new_letter_are_named_where_they_touch_what_is_shown() -> None:
    place = at(3)
    new = addendum(
        assignments=(assignment(evidence=place),),
        financing=(line(kind="increase", amount=1, chapter=291, post=21),),
        findings=(
            finding("291/21", message="Av posten."),
            finding("2026-007", message="Av oppdraget, i en annen skrivemåte."),
            finding(None, place, message="Der oppdraget står."),
            finding("999/1", at(9), message="Et annet sted."),
            finding("291/21", severity="info", message="Til orientering."),
        ),
    )
    compared = diff(base(), new)
    assert [one.message.removeprefix("«Tillegg nr. 1»: ") for one in compared.findings] == [
        "Av posten.",
        "Av oppdraget, i en annen skrivemåte.",
        "Der oppdraget står.",
    ]
    assert {(one.letter, one.place) for one in compared.findings} == {(1, 1)}
    assert compared.findings[2].evidence == place
    assert LetterDiff.model_validate_json(compared.model_dump_json()) == compared


def test_a_sum_of_a_table_touches_every_post_in_it() -> None:
    total = row(13_000_000, kind="sum", chapter=None, post=None, name="Sum", evidence=at(8))
    new = base(budget_tables=(table(row(12_500_000), total),), findings=(finding(None, at(8)),))
    old = base(budget_tables=(table(row(12_000_000)),))
    assert told(diff(old, new)) == [("error", "sum_mismatch")]
    assert told(diff(new, new)) == []


def test_in_plain_text_words_tell_what_is_touched() -> None:
    words = (Evidence(page=None, bbox=None, text="Oppdrag 2026-07 Ny veileder"),)
    within = (Evidence(page=None, bbox=None, text="Ny veileder"),)
    new = addendum(assignments=(assignment(evidence=words),), findings=(finding(None, within),))
    assert told(diff(base(), new)) == [("error", "sum_mismatch")]
