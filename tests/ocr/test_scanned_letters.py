"""Two scanned letters, read by the engine that the extra brings: every value is the one printed."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path

import pytest

import tildeling
from tildeling.letter import Letter

SCANS = Path(__file__).parents[1] / "fixtures" / "scans"


@cache
def read(name: str) -> Letter:
    return tildeling.parse(SCANS / f"{name}.pdf", ocr=True)


@pytest.fixture
def tasks() -> Letter:
    """Prose with two assignments."""
    return read("oppdrag-2024-tillegg-2")


@pytest.fixture
def budget() -> Letter:
    """A ruled budget table."""
    return read("ramme-2023-tillegg-1")


def test_the_head_of_a_scan_is_read(tasks: Letter, budget: Letter) -> None:
    assert tasks.title == "Tillegg nr. 2 til tildelingsbrev for 2024 til Arkivtilsynet"
    assert (tasks.kind, tasks.addendum_number, tasks.budget_year) == ("addendum", 2, 2024)
    assert (tasks.date, tasks.case_number) == (dt.date(2024, 5, 14), "24/2206-3")
    assert (budget.date, budget.case_number) == (dt.date(2023, 6, 26), "23/781-12")


def test_assignments_of_a_scan_have_their_days_and_money(tasks: Letter) -> None:
    found = [
        (
            one.number,
            one.title,
            [due.date for due in one.deadlines],
            [m.amount for m in one.financing],
        )
        for one in tasks.assignments
    ]
    assert found == [
        (
            "2024-04",
            "Oversikt over private arkiver på øyene",
            [dt.date(2024, 11, 1)],
            [1_200_000],
        ),
        ("2024-05", "Veileder om innsyn i eldre saker", [dt.date(2025, 3, 15)], [None]),
    ]


def test_rows_of_a_scanned_table_have_the_sums_that_are_printed(budget: Letter) -> None:
    (table,) = budget.budget_tables
    assert [(row.chapter, row.post, row.name, row.amounts) for row in table.rows] == [
        (1330, 1, "Driftsutgifter", (148_700_000, 3_250_000, 151_950_000)),
        (1330, 21, "Utredninger", (12_400_000, -1_400_000, 11_000_000)),
        (1330, 60, "Tilskudd til kaier", (285_600_000, 10_000_000, 295_600_000)),
        (1330, 70, "Kjøp av båtruter", (1_064_900_000, 0, 1_064_900_000)),
        (None, None, "Sum", (1_511_600_000, 11_850_000, 1_523_450_000)),
    ]


@pytest.mark.parametrize("name", ["oppdrag-2024-tillegg-2", "ramme-2023-tillegg-1"])
def test_a_scan_says_that_it_is_one_and_leaves_nothing_untold(name: str) -> None:
    letter = read(name)
    assert letter.source.text_source == "ocr"
    assert [finding.rule for finding in letter.findings if finding.severity == "error"] == []


def test_evidence_of_a_scan_stands_on_its_page_as_it_is_shown(budget: Letter) -> None:
    # The page lies askew: read from its middle, both ends of a line are as high.
    first, last = (budget.budget_tables[0].rows[at].evidence[0] for at in (0, -1))
    assert first.page == last.page == 1
    assert first.bbox is not None
    assert last.bbox is not None
    assert 70 < first.bbox[0] < first.bbox[2] < 530
    assert 250 < first.bbox[1] < last.bbox[1] < 500
