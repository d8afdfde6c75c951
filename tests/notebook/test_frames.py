"""Letters as pandas tables."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pandas as pd

import tildeling
from made_letters import assignment, dated, full_letter, letter, line
from tildeling.export.rows import TABLES
from tildeling.letter import Source


def other() -> tildeling.Letter:
    source = Source(name="b.pdf", sha256="1" * 64, pages=1, producer=None, text_source="pdf")
    return letter(source=source, deadlines=(dated("2026-10-01"),))


def test_there_is_a_frame_for_each_table_of_a_conversion() -> None:
    assert [name for name, _ in full_letter().to_frames()] == list(TABLES)


def test_kroner_are_integers_and_days_are_dates_also_with_gaps() -> None:
    gaps = letter(
        assignments=(assignment(financing=(line(), line(amount=9_364_000_123))),),
        deadlines=(dated("2026-06-01"), dated("2026-06-01", date=None, status="ongoing")),
    )
    frames = gaps.to_frames()
    assert frames.financing["amount"].dtype == "Int64"
    assert frames.financing["amount"].sum() == 9_364_000_123
    assert frames.deadlines["date"].dt.month.tolist()[0] == 6
    assert frames.deadlines["date"].isna().tolist() == [False, True]


def test_what_is_missing_is_no_text() -> None:
    assert letter().to_frames().letters["case_number"].isna().all()


def test_targets_are_exact_and_join_their_indicator() -> None:
    frames = full_letter().to_frames()
    assert frames.targets["value"].tolist() == [Decimal("81.5"), Decimal(85)]
    assert frames.targets.query("value >= 85")["text"].tolist() == ["minst 85 pst. innen 4 uker"]
    joined = frames.targets.merge(frames.indicators, on=["sha256", "indicator"])
    joined = joined.merge(frames.goals, on=["sha256", "goal"])
    assert set(joined["title"]) == {"Sikker veg for alle"}


def test_a_column_has_its_type_without_any_row() -> None:
    frames = letter().to_frames()
    assert len(frames.financing) == 0
    assert frames.financing["amount"].dtype == "Int64"
    assert pd.api.types.is_datetime64_any_dtype(frames.deadlines["date"])


def test_a_deadline_joins_its_assignment() -> None:
    frames = tildeling.to_frames([full_letter(), other()])
    titles = frames.assignments[["sha256", "assignment", "title"]]
    joined = frames.deadlines.merge(titles, on=["sha256", "assignment"])
    assert joined["title"].tolist() == ["Ny veileder"]
    assert joined["date"].dt.date.tolist() == [dt.date(2026, 6, 1)]


def test_many_letters_stand_below_each_other() -> None:
    frames = tildeling.to_frames(iter([full_letter(), other()]))
    assert len(frames.letters) == 2
    assert frames.deadlines["sha256"].nunique() == 2


def test_frames_show_their_sizes() -> None:
    frames = full_letter().to_frames()
    assert repr(frames).startswith("Frames(letters=1, assignments=1, deadlines=2,")
    assert "<code>budget_rows</code>" in frames._repr_html_()
