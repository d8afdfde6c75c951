"""Rows of tables that become an answer's rows only as far as it shows them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeAlias

import pyarrow as pa

from tildeling.archive.answers import AnswerRow
from tildeling.archive.store import Row

Made: TypeAlias = Callable[[Row], AnswerRow]


class Showable(Protocol):
    """What an answer takes its rows from: as many as it has, of which it shows some."""

    def __len__(self) -> int: ...

    def __getitem__(self, wanted: slice, /) -> Sequence[AnswerRow]: ...


class Shown:
    """The rows of some tables, those of one after those of another."""

    def __init__(self, *parts: tuple[pa.Table, Made]) -> None:
        """Each table with what makes an answer's row of one of its own."""
        self._parts = parts

    def __len__(self) -> int:
        return sum(len(table) for table, _ in self._parts)

    def __getitem__(self, wanted: slice) -> Sequence[AnswerRow]:
        first, last, _ = wanted.indices(len(self))
        rows: list[AnswerRow] = []
        for table, made in self._parts:
            if first < len(table) and last > 0:
                start = max(first, 0)
                rows += map(made, table.slice(start, last - start).to_pylist())
            first, last = first - len(table), last - len(table)
        return rows
