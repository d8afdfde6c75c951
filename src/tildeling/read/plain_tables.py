"""Tables of tasks in plain text: rows under a heading that names their columns.

A converter keeps the words of a column near each other, but moves the last column from line to
line, and each page has a measure of its own. So columns are told by their heading, and where they
begin page by page; rows by their numbers, or by the blank lines between them. A task in a box of
its own, or on a card with its deadline beside it, is a table of one row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from tildeling.forms import (
    CALENDAR_HEAD,
    DEADLINE_HEAD,
    DEADLINE_WORD,
    SENTENCE_END,
    TASK_HEAD,
    is_label,
)
from tildeling.read.plain_headings import is_outlined
from tildeling.read.plain_lines import PlainLine

# Characters of a column's heading: "Nærmere beskrivelse av oppdraget" has 32.
LONGEST_HEAD = 40
# A cell may begin so many characters to the left of where its column does.
SLACK = 1
# Blank lines inside a table of one page: what follows more is none of its rows.
MOST_BLANKS = 2
# A card's deadline begins no further to the left than this share of where its label does.
FURTHEST_LEFT = 0.6
# What goes on with a box on the next page is so far in, as a share of how far in it was: each page
# has a measure of its own.
DEEPEST_CODE = 0.4
# Running heads and feet are among so many lines at a page's head or foot.
RIM = 3

_NUMBER_HEAD = re.compile(r"(?:oppdrags?)?-?\s*(?:nr\.?|nummer|id|kode)|løpenr\.?|#", re.IGNORECASE)
# A row's number: "1", "O 73.", "TB2025-10", "Oppdrag 12", "b)".
_NUMBER = re.compile(
    r"(?:[A-ZÆØÅ][A-ZÆØÅa-zæøå]{0,8}[\s.-]{0,3})?\d[\d./–-]*[a-z]?[.)]?|[a-zæøå]\)"
)

_YEAR = re.compile(r"20\d\d")
# What stands over a card's deadline.
DUE_LABEL = re.compile(DEADLINE_WORD, re.IGNORECASE)
# What numbers an assignment in a box: "TB2025-10", "TB2018 - 001".
_CODE = re.compile(
    r"(?:Oppdrag\s+(?:nr\.?\s*)?)?(?:[A-ZÆØÅ]{1,6}\s?\d{2,4}|(?<=\s)\d{4})\s?[-–]\s?\d{1,4}"
)
_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")

# How far in its words begin, in characters, and they.
Cell = tuple[int, str]


@dataclass
class TablePart:
    """The lines of a table that stand on one page."""

    first: int
    """Position of its first line on the page."""
    lines: list[dict[int, Cell]] = field(default_factory=list)
    """The cells of each line, by column."""
    starts: list[int] = field(default_factory=list)
    """Which of its lines begin a row; none where the text does not tell."""
    across: set[int] = field(default_factory=set)
    """Which of its lines head the rows under them, across all columns."""
    is_box: bool = False
    """True for a box by itself, which no other goes on with."""
    heading: int = 0
    """How many of its lines are the table's heading."""
    whole: list[TablePart] = field(default_factory=list)
    """All parts of its table."""

    def take(
        self, at: range, more: TablePart, page: list[PlainLine], next_page: list[PlainLine]
    ) -> None:
        """Takes some lines of the part on the next page to the end of this one."""
        lines = next_page[more.first + at.start : more.first + at.stop]
        page[self.end : self.end] = lines
        self.lines += more.lines[at.start : at.stop]
        lines[0].blanks = 0
        del next_page[more.first + at.start : more.first + at.stop]
        del more.lines[at.start : at.stop]
        more.starts = [start if start < at.stop else start - len(at) for start in more.starts]
        more.starts = sorted({start for start in more.starts if start < len(more.lines)})
        more.across = {line if line < at.stop else line - len(at) for line in more.across}

    @property
    def end(self) -> int:
        """Position after its last line on the page."""
        return self.first + len(self.lines)


def task_tables(sheets: Sequence[list[PlainLine]]) -> list[list[TablePart]]:
    """The parts of tables of tasks on each page, from the top; marks their lines.

    What a page's end has cut off a row is put back to it.
    """
    found: list[list[TablePart]] = [[] for _ in sheets]
    running = _running(sheets)
    table: _Table | _Box | _Card | None = None
    last = 0  # the page that its last part stands on
    for number, sheet in enumerate(sheets):
        at = 0
        while at < len(sheet):
            line = sheet[at]
            if line.numbers_page or (table is not None and _is_rim(line, running)):
                at += 1
                continue
            part = table.part(sheet, at, running) if table is not None else None
            if part is None:
                table = _begun(sheet, at)
                part = table.part(sheet, at, running) if table is not None else None
            if part is None or table is None:
                at += 1
                continue
            rest = table.rest_of_row(part)
            if table.parts and rest:
                table.parts[-1].take(rest, part, sheets[last], sheet)
            if part.lines:
                table.parts.append(part)
                last = number
                part.whole = table.parts
                found[number].append(part)
            at = part.end
            if not _only_rim(sheet[at:], running):
                table = None
    for sheet, parts in zip(sheets, found, strict=True):
        for part in parts:
            for line in sheet[part.first : part.end]:
                line.in_table = True
    return found


def _masked(text: str) -> str:
    return re.sub(r"\d+", "0", text)


def _running(sheets: Sequence[Sequence[PlainLine]]) -> set[str]:
    """What stands at the rim of more than one page, its digits masked."""
    seen: set[str] = set()
    running: set[str] = set()
    for sheet in sheets:
        here = {_masked(line.text) for line in (*sheet[:RIM], *sheet[-RIM:]) if not _is_head(line)}
        running |= here & seen
        seen |= here
    return running


def _is_rim(line: PlainLine, running: set[str]) -> bool:
    """True for a page's number, or a line that is a running head or foot."""
    return line.numbers_page or _masked(line.text) in running


def _only_rim(lines: Sequence[PlainLine], running: set[str]) -> bool:
    """True for lines that are a page's foot and nothing else."""
    return all(_is_rim(line, running) for line in lines)


def _begun(sheet: Sequence[PlainLine], at: int) -> _Table | _Box | _Card | None:
    """What a line begins; None for a line of text."""
    if _heads_table(sheet, at):
        return _Table(sheet[at])
    if _is_box(sheet, at):
        return _Box(sheet, at)
    return _Card(sheet[at]) if _is_card(sheet[at]) else None


def _heads_table(sheet: Sequence[PlainLine], at: int) -> bool:
    """True for the heading of a table of tasks, or of a calendar whose rows blank lines part."""
    parted = at + 1 < len(sheet) and sheet[at + 1].blanks > 0
    return _is_head(sheet[at]) or (parted and _is_head(sheet[at], CALENDAR_HEAD))


def _is_head(line: PlainLine, subject: re.Pattern[str] = TASK_HEAD) -> bool:
    """True for "Nr. | Oppdrag | Frist": short names, of which one is a task's, one a deadline's."""
    names = [words.strip(" :") for _, words in line.columns]
    return (
        len(names) > 1
        and all(len(name) <= LONGEST_HEAD and name[:1].isupper() for name in names)
        and any(map(DEADLINE_HEAD.fullmatch, names))
        and any(map(subject.fullmatch, names))
    )


def _is_box(sheet: Sequence[PlainLine], at: int) -> bool:
    """True for "TB2025-8 | Avd. HOD: FHA | Title": a box's first row, which no other follows."""
    return _begins_box(sheet, at) and not _begins_box(sheet, at + 1)


def _begins_box(sheet: Sequence[PlainLine], at: int) -> bool:
    if at >= len(sheet) or len(sheet[at].columns) not in (2, 3):
        return False
    code = sheet[at].columns[0][1]
    if _wraps_code(sheet, at):
        code += sheet[at + 1].columns[0][1]
    return _CODE.fullmatch(code) is not None


def _wraps_code(sheet: Sequence[PlainLine], at: int) -> bool:
    """True for "Oppdrag nr. 2023-" over "006"."""
    below = sheet[at + 1] if at + 1 < len(sheet) else None
    return (
        sheet[at].columns[0][1].endswith(("-", "–"))
        and below is not None
        and not below.blanks
        and below.columns[0][1].isdigit()
    )


class _Box:
    """The row that a code begins: its other lines have nothing in the code's own column."""

    def __init__(self, sheet: Sequence[PlainLine], at: int) -> None:
        self.parts: list[TablePart] = []
        self.edges = [start for start, _ in sheet[at].columns]
        self.code_over = int(_wraps_code(sheet, at))

    def rest_of_row(self, part: TablePart) -> range:
        """All of a page belongs to the one row."""
        return range(len(part.lines))

    def part(self, sheet: Sequence[PlainLine], at: int, running: set[str]) -> TablePart | None:
        """The lines of the box from a position on, or None where it does not go on there."""
        edges = self.edges
        if self.parts:
            first = sheet[at].columns[0][0]
            if len(edges) > 2 or first < DEEPEST_CODE * edges[1]:
                return None
            edges = [edges[0], first]
        part = TablePart(at, starts=[0], is_box=True)
        for line in sheet[at:]:
            begins = not self.parts and len(part.lines) <= self.code_over
            if part.lines and not begins and _is_rim(line, running):
                break
            if not begins and line.columns[0][0] < edges[1] - SLACK:
                break
            if part.lines and line.blanks > MOST_BLANKS:
                break
            part.lines.append(_by_column(line.columns, edges))
        return part


def _is_card(line: PlainLine) -> bool:
    """True for "A task's title      Frist": a card's first line, its deadline at the right."""
    if len(line.columns) != 2:
        return False
    (_, title), (_, label) = line.columns
    return (
        DUE_LABEL.fullmatch(label.strip(" :")) is not None
        and " " in title
        and title[0].isupper()
        and SENTENCE_END.search(title) is None
        and not is_label(title)
    )


class _Card:
    """A card of a task: title and text at the left, beside them when it is due."""

    def __init__(self, head: PlainLine) -> None:
        self.parts: list[TablePart] = []
        self.left, self.right = (start for start, _ in head.columns)

    def rest_of_row(self, _: TablePart) -> range:
        """It ends with its page."""
        return range(0)

    def part(self, sheet: Sequence[PlainLine], at: int, running: set[str]) -> TablePart | None:
        """The lines of the card from a position on; it ends with its page."""
        if self.parts:
            return None
        lines: list[PlainLine] = []
        for line in sheet[at:]:
            if lines and (
                line.blanks > MOST_BLANKS
                or line.columns[0][0] < self.left - SLACK
                or _is_rim(line, running)
                or _is_card(line)
                or is_outlined(line.text)
            ):
                break
            lines.append(line)
        beside = [
            line.columns[-1][0]
            for line in lines
            if line.columns[-1][0] > FURTHEST_LEFT * self.right
        ]
        part = TablePart(at, starts=[0], is_box=True)
        part.lines = [_by_column(line.columns, (self.left, min(beside))) for line in lines]
        return part


def _by_column(columns: Iterable[tuple[int, str]], edges: Sequence[int]) -> dict[int, Cell]:
    """A line's words by the columns that begin at some places."""
    cells: dict[int, Cell] = {}
    for start, words in columns:
        column = max((at for at, edge in enumerate(edges) if edge <= start + SLACK), default=0)
        indent, before = cells.get(column, (max(0, start - edges[column]), ""))
        cells[column] = (indent, f"{before} {words}".strip())
    return cells


class _Table:
    """A table under its heading, read page by page."""

    def __init__(self, head: PlainLine) -> None:
        self.head = head.text
        self.columns = len(head.columns)
        self.numbered = _NUMBER_HEAD.fullmatch(head.columns[0][1].strip(" :")) is not None
        self.edges = [start for start, _ in head.columns]
        self.parts: list[TablePart] = []
        self.forms: set[str] = set()
        """How its rows' numbers are written, their digits masked."""
        self.head_lines = 0
        """Lines of the heading, once it is read."""

    def part(self, sheet: Sequence[PlainLine], at: int, running: set[str]) -> TablePart | None:
        """The lines of the table from a position on, or None where it does not go on there."""
        repeated = sheet[at].text == self.head
        self._measure(sheet[at:], goes_on=not repeated)
        part = TablePart(at)
        blanks = []
        for line in sheet[at:]:
            following = sheet[at + len(part.lines) + 1 : at + len(part.lines) + 2]
            if _is_rim(line, running):
                break
            cells: dict[int, Cell] | None
            if self._heads_rows(line, following):
                part.across.add(len(part.lines))
                cells = {0: (0, line.text)}
            elif part.lines and line.blanks > MOST_BLANKS:
                break
            else:
                cells = self._cells(line)
            if cells is None:
                break
            part.lines.append(cells)
            blanks.append(line.blanks)
        if not part.lines:
            return None
        part.starts = self._starts(part, blanks, repeated=repeated)
        return part

    def rest_of_row(self, part: TablePart) -> range:
        """Which lines of a page are the rest of the row that the page before ended in."""
        end = part.heading
        while part.starts and end < len(part.lines) and end not in part.across:
            if 0 in part.lines[end]:
                break
            end += 1
        return range(part.heading, end)

    def _measure(self, lines: Sequence[PlainLine], *, goes_on: bool) -> None:
        """Finds where the columns begin on this page: where no line has them further left."""
        rows: list[list[int]] = []
        for at, line in enumerate(lines):
            if at and line.flows and (is_outlined(line.text) or line.blanks > MOST_BLANKS):
                break
            if len(line.columns) == self.columns and not line.flows:
                rows.append([start for start, _ in line.columns])
        if rows:
            self.edges = [min(starts) for starts in zip(*rows, strict=True)]
        elif goes_on:
            moved = min(0, lines[0].columns[0][0] - self.edges[0])
            self.edges = [edge + moved for edge in self.edges]

    def _is_first_cell(self, line: PlainLine) -> bool:
        """True for a line without columns that begins in the first one."""
        return len(line.columns) == 1 and line.columns[0][0] < self.edges[1] - SLACK

    def _cells(self, line: PlainLine) -> dict[int, Cell] | None:
        """The line's words by column; None for a line that is none of the table's."""
        if self._is_first_cell(line) and line.end > self.edges[-1]:
            return None  # running text under the table
        cells = _by_column(self._parted(line), self.edges)
        if self.numbered and 0 in cells and _NUMBER.fullmatch(cells[0][1]):
            form = _masked(cells[0][1])
            if line.flows and line.blanks and self.forms and form not in self.forms:
                return None  # a heading: "3.2.2" under rows "O1", "O2"
            self.forms.add(form)
        if list(cells) != [0]:
            return cells
        words = cells[0][1]
        if self.numbered:
            return cells if _NUMBER.fullmatch(words) else None
        if is_outlined(words) or line.end > self.edges[1]:
            return None
        return cells

    def _parted(self, line: PlainLine) -> Iterator[tuple[int, str]]:
        """The line's columns, the last cut off however few spaces are before it."""
        for start, words in line.columns:
            gaps = _GAP.finditer(line.printed, start, start + len(words))
            cut = next((gap for gap in gaps if gap.end() >= self.edges[-1] - SLACK), None)
            if cut is None or start >= self.edges[-1] - SLACK:
                yield start, words
            else:
                before = line.printed[start : cut.start()].split()
                yield start, " ".join(before)
                yield cut.end(), " ".join(words.split(" ")[len(before) :])

    def _heads_rows(self, line: PlainLine, following: Sequence[PlainLine]) -> bool:
        """True for a line that heads the rows under it: "Råd til forvaltningen", "2024"."""
        if not self._is_first_cell(line):
            return False
        return _YEAR.fullmatch(line.text) is not None or (
            self.numbered
            and _NUMBER.fullmatch(line.text) is None
            and line.end <= self.edges[-1]
            and not line.ends_sentence
            and not is_outlined(line.text)
            and bool(following)
            and len(following[0].columns) > 1
            and _NUMBER.fullmatch(following[0].columns[0][1]) is not None
        )

    def _starts(self, part: TablePart, blanks: Sequence[int], *, repeated: bool) -> list[int]:
        """Which lines begin rows; the heading is one."""
        rows = sorted(at for at in self._told_starts(part, blanks) if at or not repeated)
        if not rows:
            return []
        if repeated:
            if not self.head_lines:
                self.head_lines = rows[0]
            after = part.heading = self.head_lines
            rows = [0, *([after] if after < rows[0] else []), *rows]
        elif rows[0]:
            rows = [0, *rows]  # the row that the page's end has cut
        return rows

    def _told_starts(self, part: TablePart, blanks: Sequence[int]) -> set[int]:
        """Which lines are told to begin rows: by numbers, blank lines, or all their cells."""
        if self.numbered:
            return {at for at, cells in enumerate(part.lines) if 0 in cells}
        parted = [at for at in range(1, len(part.lines)) if blanks[at]]
        due = self.columns - 1
        if parted and all(at in part.across or {0, due} & part.lines[at].keys() for at in parted):
            return set(parted)
        first = next((at for at, cells in enumerate(part.lines) if at and 0 in cells), 0)
        filled = [at for at, cells in enumerate(part.lines) if self._is_filled(cells)]
        if all(at <= first or _ends_row(part.lines[:at]) for at in filled):
            return {first, *filled}
        return set()

    def _is_filled(self, cells: dict[int, Cell]) -> bool:
        """True for words in all columns, none of which goes on from the line above."""
        return len(cells) == self.columns and not any(
            words[0].islower() for _, words in cells.values()
        )


def _ends_row(lines: Sequence[dict[int, Cell]]) -> bool:
    """True where the longest cell of the last line ends a sentence."""
    return SENTENCE_END.search(max((words for _, words in lines[-1].values()), key=len)) is not None
