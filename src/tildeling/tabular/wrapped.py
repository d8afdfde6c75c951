"""Whether a line of a table begins a row, or goes on in the cells of the row above it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tildeling.forms import is_label
from tildeling.page.lines import Line
from tildeling.tabular.raw_table import RawCell, RawRow
from tildeling.tabular.row_space import is_amount, is_numeric

# An amount or a key is complete as it stands: a line below it begins another cell.
_KEY = re.compile(r".*\d[.)]?")
# "Kap." and "Kap. 290 post" are never all that a cell says.
_WANTS_NUMBER = re.compile(r"(?:.*\s)?(?:kap(?:\.|ittel)?|post)", re.IGNORECASE)
# "Kap. 290", "Post 21" and "290/01" begin a row.
_ROW_KEY = re.compile(r"kap(?:\.|ittel)?(?:\s*\d|$)|post\s*\d|0?\d{3,4}[./]\d{2}\b", re.IGNORECASE)
_CHAPTER_ALONE = re.compile(r"kap(?:\.|ittel)?\s*\d{1,4},?", re.IGNORECASE)
_POST_ALONE = re.compile(r"post\s*\d{1,2}")
_YEAR = re.compile(r"(?:19|20)\d\d")
# "2 357 700" over "000" where the column was too narrow for "2 357 700 000".
_REST_OF_AMOUNT = re.compile(r"\d{3}(?:[ .]\d{3})*")
_DIGIT = re.compile(r"\d")
_READS_ON = re.compile(r"[a-zæøå(–]|(?:19|20)\d\d\b")


def is_complete(above: Line, below: Line) -> bool:
    """True where what stands in a cell so far leaves nothing to go on with: an amount, a number."""
    if _lacks_number(above, below):
        return False
    if is_amount(above.text) and _REST_OF_AMOUNT.fullmatch(below.text):
        return False
    return (
        is_numeric(above.text)
        or (is_numeric(below.text) and not _YEAR.fullmatch(below.text))
        or above.bold != below.bold
        or (_KEY.fullmatch(above.text) is not None and below.text[0].isupper())
    )


def _lacks_number(above: Line, below: Line) -> bool:
    """True for "Kap. 290 post" over "01"."""
    return below.text[0].isdigit() and _WANTS_NUMBER.fullmatch(above.text) is not None


def continues(
    row: RawRow,
    cells: Sequence[tuple[int, Line]],
    extent: dict[int, tuple[float, float]],
    heads: bool,
) -> bool:
    """True where each of a line's cells goes on with the one above it; `heads` where those above
    are headings.

    It does where that had no room for its first word; a line with nothing in the first column also
    where its words read on: in small letters, with a year, or with a bracket.
    """
    hangs = cells[0][0] > 0 or all(part.text[0].islower() for _, part in cells)
    first, key = row.cell(0), cells[0][1].text
    if cells[0][0] == 0 and key[0].isdigit() and heads:
        return False  # "Kap." that heads the column over "290"
    if cells[0][0] == 0 and not _ends_key(row, cells) and _opens_row(first, key):
        return False
    for column, part in cells:
        cell = row.cell(column)
        if cell is None:
            return False
        last = cell.lines[-1]
        if column == 0 and _lacks_number(last, part):
            continue
        if is_complete(last, part):
            return False
        left, right = extent[column]
        width = (last.x1 - last.x0) + last.space + (part.words[0].x1 - part.words[0].x0)
        # A small letter goes on with the words above, even where a short word seems to have had
        # room.
        spare = 12.0 if len(cells) == 1 and part.text[0].islower() else 1.0
        if width <= right - left - spare and not (hangs and _READS_ON.match(part.text)):
            return False
    return True


def has_number(row: RawRow) -> bool:
    """True where a cell beside the first holds a number: no row of headings does."""
    return any(is_numeric(cell.text) for cell in row.cells[1:])


def _ends_key(row: RawRow, cells: Sequence[tuple[int, Line]]) -> bool:
    """True for "post 60" under "Kap. 290" in a row that has its amount already."""
    first = row.cell(0)
    return (
        first is not None
        and _CHAPTER_ALONE.fullmatch(first.text) is not None
        and _POST_ALONE.fullmatch(cells[0][1].text) is not None
        and has_number(row)
        and not any(is_numeric(part.text) for _, part in cells[1:])
    )


def _opens_row(above: RawCell | None, text: str) -> bool:
    """True for what a row begins with: a label, a chapter or post, or a key like the one above it.

    "2025-05" and "2025-06" are keys alike, and so are "1. mars" and "15. juni".
    """
    if _ROW_KEY.match(text) or is_label(text):
        return True
    return (
        above is not None and _DIGIT.search(text) is not None and _shape(above.text) == _shape(text)
    )


def _shape(text: str) -> str:
    """The text with its numbers and words made alike.

    >>> _shape("TB2025-01"), _shape("1. mars")
    ('a0-0', '0. a')
    """
    return re.sub(r"[^\W\d_]+", "a", re.sub(r"\d+", "0", text))
