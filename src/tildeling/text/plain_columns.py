"""Tables of plain text whose converter kept columns apart with spaces or tabs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from tildeling.page.lines import Line
from tildeling.tabular.columns import find_tables, parts_of
from tildeling.tabular.over_pages import join_over_pages
from tildeling.tabular.raw_table import RawCell, RawRow, RawTable
from tildeling.text.plain_lines import CHARACTER, PITCH, TextLine

_SENTENCE = re.compile(r"[.:]$")


def find_columns(lines: Sequence[TextLine], right: float) -> list[TextLine | RawTable]:
    """The lines with tables gathered, in their order; `right` is how far full lines reach."""
    found: list[Line | RawTable] = []
    for _, on_page in groupby(lines, key=lambda line: line.page):
        for stretch in _stretches(list(on_page), right):
            found.extend(find_tables(stretch, (), PITCH))
    parts = [part for part in join_over_pages(found) if isinstance(part, TextLine | RawTable)]
    return _mended(parts, right)


def _stretches(lines: Sequence[TextLine], right: float) -> Iterator[list[TextLine]]:
    """The lines cut over each that begins a table under running text, and over running text.

    Words of running text fall into a table's columns by chance, where every character is as wide.
    """
    stretch: list[TextLine] = []
    for line in lines:
        begins = len(parts_of(line)) > 1 and stretch and _is_running_text(stretch[-1], right)
        if begins or (stretch and _is_full(line, right)):
            yield stretch
            stretch = []
        stretch.append(line)
    if stretch:
        yield stretch


def _is_running_text(line: TextLine, right: float) -> bool:
    return (
        len(parts_of(line)) == 1
        and line.x0 < 2 * CHARACTER
        and len(line.words) > 3
        and (_SENTENCE.search(line.text) is not None or line.width > 0.75 * right)
    )


def _is_full(line: TextLine, right: float) -> bool:
    """True for a line of running text that no cell is wide enough for."""
    return (
        line.width > 0.75 * right
        and line.x0 < 2 * CHARACTER
        and len(line.words) > 5
        and len(parts_of(line)) == 1
    )


def _mended(parts: Sequence[TextLine | RawTable], right: float) -> list[TextLine | RawTable]:
    """Tables with the lines that go on in their last row, and with names over titles parted."""
    out: list[TextLine | RawTable] = []
    last_line = 0.0
    for part in parts:
        table = out[-1] if out else None
        if isinstance(part, RawTable):
            _split_single_row(part)
            last_line = part.bottom
        elif isinstance(table, RawTable) and part.top - last_line < PITCH:
            cell = _goes_on_in(table, part, right)
            if cell is not None:
                cell.lines.append(part)
                last_line = part.bottom
                continue
        out.append(part)
    return out


def _goes_on_in(table: RawTable, line: TextLine, right: float) -> RawCell | None:
    """The cell of the last row that a small letter right under it goes on in."""
    if not line.text[0].islower() or line.width > 0.75 * right or _SENTENCE.search(line.text):
        return None
    for cell in table.rows[-1].cells:
        above = cell.lines[-1]
        if abs(above.x0 - line.x0) < CHARACTER and above.text[-1].isalpha():
            return cell
    return None


def _split_single_row(table: RawTable) -> None:
    """Names over titles are rows, although each line is so full that it seems to go on."""
    row = table.rows[0]
    count = len(row.cells[0].lines)
    if len(table.rows) > 1 or count < 2 or len(row.cells) < 2:
        return
    if any(len(cell.lines) != count for cell in row.cells):
        return
    table.rows[:] = [
        RawRow(
            [
                RawCell(cell.column, cell.columns, [cell.lines[at]], cell.left, cell.right)
                for cell in row.cells
            ]
        )
        for at in range(count)
    ]
