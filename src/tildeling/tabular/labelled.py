"""Labels with what they name beside them, where no line is drawn between: "Bakgrunn", "Frist".

An assignment's frame, or the text itself, holds labels in a narrow column and their values in
another. Where a row begins is said by the labels' words, so that neither a blank line in a value
nor a label over two lines is in doubt.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tildeling.forms import field_of_label
from tildeling.page.lines import Line
from tildeling.read.page import Word
from tildeling.tabular.raw_table import RawCell, RawRow, RawTable

# A label stands so many font sizes before its value at least; between words it is 0.28.
APART = 0.6
# The gap behind a label is so many times the widest one in a line of justified words at least.
LOOSE = 1.5
# Font sizes within which labels begin at one place, and values at another.
FLUSH = 0.15
# Labels of so many fields tell that what stands beside them is theirs.
LEAST_FIELDS = 2
# Lines of one set of labels stand at most so many font sizes apart: a blank line in a value makes
# three.
STEP = 4.0
# Words of a label: "Ansvarlig avdeling i departementet" has four.
LONGEST = 6


@dataclass(frozen=True, slots=True)
class Labelled:
    """Labels and values: the lines from `first` to before `end`, and the table that they make."""

    first: int
    end: int
    table: RawTable


def find_labelled(lines: Sequence[Line]) -> Iterator[Labelled]:
    """The sets of labels with values beside them, from top to bottom."""
    at = low = 0
    while at < len(lines):
        found = _labelled_at(lines, low, at)
        if found is not None:
            yield found
            at = low = found.end
        else:
            at += 1


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where labels begin, and where their values do."""

    left: float
    value: float
    slack: float

    def split(self, line: Line) -> tuple[tuple[Word, ...], tuple[Word, ...]] | None:
        """A line's label and value, either of them empty; None where it stands in no such columns.

        Items of a list in a value are set in. Running text may have a space just where a value
        would begin.
        """
        label = tuple(word for word in line.words if word.x0 < self.value - self.slack)
        value = line.words[len(label) :]
        if not label:
            return label, value
        if abs(label[0].x0 - self.left) > self.slack:
            return None
        if not value:
            return (label, value) if label[-1].x1 < self.value else None
        is_apart = (
            value[0].x0 - label[-1].x1 >= APART * line.size
            or (all(word.bold for word in label) and not value[0].bold)
            or field_of_label(" ".join(word.text for word in label)) is not None
        )
        is_flush = abs(value[0].x0 - self.value) <= self.slack
        return (label, value) if is_flush and is_apart else None


def _labelled_at(lines: Sequence[Line], low: int, at: int) -> Labelled | None:
    """The labels, none before the line `low`, of which one that we know stands in a line."""
    columns = _columns_of(lines[at])
    if columns is None:
        return None
    first, end = _reach(lines, low, at, columns)
    rows: list[tuple[list[Line], list[Line]]] = []
    last = end
    for place in range(first, end):
        label, value = columns.split(lines[place]) or ((), ())
        if label and not (rows and _goes_on(rows[-1][0], _line(lines[place], label))):
            if not value:
                last = place  # the title of what follows, or text
                break
            rows.append(([], []))
        if label:
            rows[-1][0].append(_line(lines[place], label))
        if value:
            rows[-1][1].append(_line(lines[place], value))
    fields = {field_of_label(_text(labels)) for labels, _ in rows} - {None}
    if len(fields) < LEAST_FIELDS or last <= at:
        return None
    return Labelled(first, last, _table(lines[first:last], rows, columns))


def _columns_of(line: Line) -> _Columns | None:
    """The columns of a line that begins with a label we know, or with the beginning of one."""
    if line.widest_gap < APART * line.size:
        return None
    for at, (before, after) in enumerate(pairwise(line.words[: LONGEST + 1]), 1):
        if after.x0 - before.x1 < APART * line.size:
            continue
        stretched = max((b.x0 - a.x1 for a, b in pairwise(line.words[at:])), default=0.0)
        if after.x0 - before.x1 < LOOSE * stretched:
            return None
        label = " ".join(word.text for word in line.words[:at])
        return _Columns(line.x0, after.x0, FLUSH * line.size) if field_of_label(label) else None
    return None


def _reach(lines: Sequence[Line], low: int, at: int, columns: _Columns) -> tuple[int, int]:
    """From where to before where lines stand in the columns, near one another."""
    first, place = at, at - 1
    while place >= low and (parts := columns.split(lines[place])) is not None:
        if not _is_near(lines[place], lines[place + 1]):
            break
        first = place if all(parts) else first
        place -= 1
    end = at + 1
    while (
        end < len(lines)
        and columns.split(lines[end]) is not None
        and _is_near(lines[end - 1], lines[end])
    ):
        end += 1
    return first, end


def _is_near(above: Line, below: Line) -> bool:
    return above.page == below.page and below.middle - above.middle <= STEP * below.size


def _goes_on(above: Sequence[Line], label: Line) -> bool:
    """True for the second line of a label: "Omtale av opp-" over "draget"."""
    words = _text(above)
    if label.text[0].islower():
        return True
    return field_of_label(words) is None and field_of_label(_text([*above, label])) is not None


def _text(lines: Sequence[Line]) -> str:
    """The words of a label's lines, one broken by a hyphen whole again."""
    words = ""
    for line in lines:
        broken = words[-1:] in ("-", "\N{SOFT HYPHEN}") and line.text[:1].islower()
        words = words[:-1] + line.text if broken else f"{words} {line.text}".strip()
    return words


def _line(whole: Line, words: tuple[Word, ...]) -> Line:
    return Line(whole.page, words, whole.frame)


def _table(
    lines: Sequence[Line], rows: Sequence[tuple[list[Line], list[Line]]], columns: _Columns
) -> RawTable:
    right = max(line.x1 for line in lines)
    ends = max(line.x1 for labels, _ in rows for line in labels)
    reach = sum(right - line.x1 < line.size for line in lines) > 1
    return RawTable(
        lines[0].page,
        [
            RawRow(
                [
                    RawCell(0, 1, labels, columns.left, columns.value, ruled=False),
                    RawCell(1, 1, values, columns.value, right, ruled=False, sure=reach),
                ]
            )
            for labels, values in rows
        ],
        [columns.left, (ends + columns.value) / 2, right],
        "spaced",
        lines[0].top,
        lines[-1].bottom,
        lines[0].page,
        [(ends, columns.value)],
    )
