"""Plain text to lines and their columns, as a converter kept them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median_low

from tildeling.forms import SENTENCE_END, UNFINISHED
from tildeling.read.plain_stream import unfolded

# Type size of the grid, in points.
SIZE = 10.0
# Points that a character of running text takes in an ordinary type, spaces among them.
MEAN_CHARACTER = 4.2
# Pages are cut after so many lines, blank ones among them, which bounds the work on one table.
LONGEST_PAGE = 100
# Points that full lines reach at least: some 60 characters; a text of short lines has none.
NARROWEST = 250.0
# Fewer lines that go on in a small letter may all be short.
FEWEST_WRAPPED = 10
# So large a share of full lines reaches no further than a text's width: the others are of wider
# pages, or in cells.
WIDEST_SHARE = 0.95
# A line is full that would reach this share of the text's width with the next word on it: widths
# are guessed, and the same words differ by so much from one ordinary type to another.
FULL = 0.95
# A line that reaches less of the width than this was ended on purpose, whatever word follows.
SHORTEST_FULL = 0.75
# Points that wrapped lines reach at most, twice a page's width; in a text with longer ones every
# line is a paragraph.
WIDEST_TEXT = 900.0
# A line shorter than this share of the text's width was not wrapped: a name over a title.
LONE = 0.4
# Running text begins at most so many characters in; what begins further in may be a cell's.
DEEPEST_INDENT = 12
# A line with more gaps than this is loosely set, and no row of a table.
MOST_COLUMNS = 12
# Lines above and below in which a cell may wrap before the next row's columns are seen.
NEAR = 2
# Rows of small letters alone, as titles under names are, have no more words than this.
FEW_WORDS = 5

_PAGE_NUMBER = re.compile(
    r"(?P<label>side|page)?\s*(?P<number>\d{1,3})(?:\s*(?:av|/|of)\s*\d{1,3})?|side|page",
    re.IGNORECASE,
)
_BULLETS = "•▪◦‣●○■□∙➢➤✓\uf0a7\uf0b7\uf0d8\uf0fc\uf0a8–-"
_LONE_BULLET = re.compile(f"[{_BULLETS}]")
# What stands before a heading or an item with a gap of its own: no post, which has two digits.
_MARKER = re.compile(
    rf"[1-9]|\d{{1,2}}\.|\d{{1,2}}(?:\.\d{{1,2}})+\.?|[IVX]{{1,5}}\.?|\(?[a-zæøå]\)|[o*{_BULLETS}]"
)
# "a) utarbeide", "o gi råd": no small letter that a sentence goes on with.
_ITEM = re.compile(r"\(?[a-zæøå]\)\s|o\s")
_ANY_ITEM = re.compile(rf"(?:\(?(?:\d{{1,2}}|[a-zæøå])[.)]|[o*{_BULLETS}])\s")
# A heading's or item's number alone on its line, its text on one of the next: "2.1", "3.", "4".
# No date ("21.12.12"), no post ("01").
_LONE_NUMBER = re.compile(
    r"(?!\d{1,2}\.\d{1,2}\.\d\d\b)"
    r"(?P<dotted>[1-9]\d?(?:\.[1-9]\d?){1,4}\.?)|(?P<stop>[1-9]\d?\.)|(?P<bare>[1-9]\d?)"
)
# Blank lines between such a number and its text.
_MOST_BLANKS = 2
# Characters of a heading whose number stands alone.
_LONGEST_LONE = 120
# Characters that a line of running text under it has at least.
_RUNNING = 45
# The dots that lead to a page number.
LEADER = re.compile(r"(?:\.{4,}|(?:\s\.){4,}|…{2,})[\s\u2060]*\d{0,3}$")
# A soft hyphen ends a line of its cell, however near the next cell is.
_GAP = re.compile(r"(?<=\S) {2,}(?=\S)|(?<=\w\u00ad) (?=\S)")
# What a budget table's row, its sum or its heading begins with.
_KEY = re.compile(r"(?:\d{3,4}(?:[./]\d{2})?|\d{1,2})(?:\s+\d{2})?(?:\s|$)|Sum\b|Totalt?\b")
_CHAPTER = re.compile(r"Kap(?:ittel|\.)?\s*\d{3,4}\b", re.IGNORECASE)
# "6 400 Gjeld utgifter", "15 159 100 –413 600", "3 150 - 2 mill. kroner": an amount in full, and
# what no amount goes on with.
_AMOUNT_OVER = re.compile(
    r"[-–−]?(?:\d{1,3}(?: \d{3})+|\d{1,3}(?:\.\d{3})+)(?= (?:[A-ZÆØÅ][a-zæøå]|[-–−]\s?\d|[-–•]\s))"
)
# Up to so many spaces may be justified text's, or the typist's; more part columns.
_FEW_SPACES = 3
# A small letter after such a gap: running text, since cells begin with a capital or a digit.
_STRETCHED = re.compile(r"[^\W\d_][,.]? {2,3}[a-zæøå]")
_SIGNS_UNFINISHED = ("–", "-", ",", "/", "(")

# Widths of characters in shares of the type's size: the mean of a Times and a Helvetica.
_WIDTHS = {
    mark: width
    for width, marks in {
        0.22: "ijl'’‘",
        0.27: "t .,:;/",
        0.32: "frI()[]-!",
        0.40: '"”',
        0.44: "sJ",
        0.48: "acekvxyzå?",
        0.60: "FLPSTZ",
        0.68: "ABCEKRVXYÅ",
        0.72: "wDHNU",
        0.76: "GOQæØ",
        0.80: "m",
        0.87: "M%",
        0.96: "WÆ—…",
    }.items()
    for mark in marks
}
# All other characters, digits among them.
_MIDDLE = 0.52


@dataclass(slots=True)
class PlainLine:
    """A line that holds words."""

    columns: list[tuple[int, str]]
    """Where each of its columns begins, in characters, and its words."""
    blanks: int
    """Blank lines over it."""
    printed: str = ""
    """The line with its spaces."""
    heading: bool = False
    """True where it would be set in bold."""
    full: bool = False
    """True where the line below goes on, since its first word would not have fitted."""
    in_table: bool = False
    """True for a line of a table whose columns are known."""
    between_rows: bool = False
    """True for a line by itself between lines with columns: a chapter's name in a budget table."""
    in_text: bool = True
    """False for a line that has a line with columns right over or under it."""
    text: str = field(init=False)
    width: float = field(init=False)
    """How far it reaches, in points, were it set in an ordinary type."""
    flows: bool = field(init=False)
    """True for a line without columns, but for the marker or number that it may begin with."""
    numbers_page: bool = field(init=False)
    """True for "Side 2", "Side 2 av 4", or a number alone."""

    def __post_init__(self) -> None:
        self.text = " ".join(words for _, words in self.columns)
        self.flows = len(self.columns) == 1 or (
            len(self.columns) == 2 and _MARKER.fullmatch(self.columns[0][1]) is not None
        )
        self.width = self.indent * MEAN_CHARACTER
        self.width += estimated_width(self.columns[-1][1] if self.flows else self.text)

        self.numbers_page = _PAGE_NUMBER.fullmatch(self.text) is not None

    @property
    def indent(self) -> int:
        """Where its text begins, in characters; that of a flowing line after its marker."""
        return self.columns[-1 if self.flows else 0][0]

    @property
    def end(self) -> int:
        """Where it ends, in characters."""
        start, words = self.columns[-1]
        return start + len(words)

    @property
    def ends_sentence(self) -> bool:
        """True where its last character ends a sentence, or a clause of one."""
        return SENTENCE_END.search(self.text) is not None

    @property
    def is_unfinished(self) -> bool:
        """True where it ends in a word or sign after which something must follow."""
        last = self.text.rsplit(" ", 1)[-1]
        return last.endswith(_SIGNS_UNFINISHED) or last.lstrip("(").casefold() in UNFINISHED


def estimated_width(text: str) -> float:
    """Width of a word or of words single-spaced, in points of a type of size 10.

    >>> estimated_width("ill") < estimated_width("mmm")
    True
    """
    return SIZE * sum([_WIDTHS.get(mark, _MIDDLE) for mark in text])


def sheets_of(text: str) -> list[list[PlainLine]]:
    """The lines of each page; without form feeds, pages end under lines that count them."""
    text = _with_numbers_joined(unfolded(text))
    sheets = [list(_lines(sheet.split("\n"))) for sheet in text.rstrip("\f\n ").split("\f")]
    sheets = [part for sheet in sheets for part in _parted(sheet, numbered=len(sheets) == 1)]
    _drop_blanks([line for sheet in sheets for line in sheet if not line.numbers_page])
    return sheets


def _with_numbers_joined(text: str) -> str:
    """The text with numbers that stand alone on a line set before the headings under them.

    A bare number may be a page's: it heads what follows only where it is the next in the count.
    """
    lines = text.split("\n")
    joined: list[str] = []
    last = 0
    at = 0
    while at < len(lines):
        number = lines[at].strip(" \t")
        lone = _LONE_NUMBER.fullmatch(number)
        below = _heading_below(lines, at, number) if lone else None
        if lone is None or below is None or (lone["bare"] and int(number) not in (1, last + 1)):
            joined.append(lines[at])
            at += 1
            continue
        if not lone["dotted"] and LEADER.search(lines[below]) is None:
            last = int(number.rstrip("."))
        joined.append(f"{number} {lines[below].strip()}")
        at = below + 1
    return "\n".join(joined)


def _heading_below(lines: Sequence[str], at: int, number: str) -> int | None:
    """The line with the heading that a number on a line of its own belongs to, or None.

    Running text follows the heading, or the next number; "3." may number an item as well.
    """
    below = next((i for i in range(at + 1, min(at + 2 + _MOST_BLANKS, len(lines))) if lines[i]), 0)
    heading = lines[below].strip(" \t") if below else ""
    if not heading[:1].isupper() or len(heading) > _LONGEST_LONE or _GAP.search(heading):
        return None
    if number.endswith("."):
        return below
    if heading.endswith((".", ",", ";")) and LEADER.search(heading) is None:
        return None
    after = next((line.strip() for line in lines[below + 1 : below + 4] if line.strip()), "")
    goes_on = len(after) > _RUNNING or _LONE_NUMBER.fullmatch(after) or after.endswith(":")
    return below if goes_on and "%" not in after else None


def usual_right(lines: Sequence[PlainLine]) -> float:
    """How far full lines reach, in points; the few longest are left out.

    Lines that go on in a small letter are full, or nearly; where they are few, any line may be.
    """
    running = [line for line in lines if line.flows and LEADER.search(line.text) is None]
    wrapped = sorted(
        line.width
        for line, below in pairwise(running)
        if max(line.indent, below.indent) <= DEEPEST_INDENT
        and below.text[0].islower()
        and not line.ends_sentence
    )
    if len(wrapped) >= FEWEST_WRAPPED:
        return max(NARROWEST, wrapped[int(WIDEST_SHARE * (len(wrapped) - 1))])
    inner = [line.width for line in running if line.indent <= DEEPEST_INDENT]
    widths = sorted(inner or [line.width for line in running])
    return max(NARROWEST, widths[len(widths) - 1 - len(widths) // 50] if widths else 0.0)


def mark_full(lines: Sequence[PlainLine], right: float) -> None:
    """Marks the full lines; `right` is how far they reach."""
    left = min((line.indent for line in lines), default=0)
    for line, below in pairwise(lines):
        if line.in_table:
            continue
        if right <= WIDEST_TEXT:
            # Further in a line may be a cell's.
            at_left = line.indent == below.indent == left
            goes_on = (at_left or _is_item_over(line, below)) and _goes_on(line, below, right)
            line.full = goes_on or (line.flows and _is_full(line, below, right))
        elif line.ends_sentence:
            below.blanks = max(1, below.blanks)


def mark_between_rows(lines: Sequence[PlainLine]) -> None:
    """Marks the lines that stand alone between rows of a table, and those beside any."""
    for line, below in pairwise(lines):
        if not below.blanks and not (line.flows and below.flows):
            line.in_text = below.in_text = False
    for above, line, below in zip(lines, lines[1:], lines[2:], strict=False):
        line.between_rows = (
            line.flows
            and not (line.blanks > 1 or below.blanks > 1)
            and (not line.ends_sentence or _CHAPTER.match(line.text) is not None)
            and _is_row(above)
            and not below.flows
        )


def align_items(lines: Sequence[PlainLine]) -> None:
    """Sets items of one list under each other, where a converter left more space in one of them."""
    begins: dict[int, int] = {}
    for line in lines:
        if not line.flows or line.indent < min(begins, default=0):
            begins = {}
        start, words = line.columns[0]
        item = _ANY_ITEM.match(f"{words} ")
        if item is None or not line.flows:
            continue
        text = line.indent if len(line.columns) > 1 else start + item.end()
        begun = begins.setdefault(start, text)
        if len(line.columns) > 1 and begun < text:
            line.columns[1] = (begun, line.columns[1][1])


def _is_row(line: PlainLine) -> bool:
    """True for a line with columns, or one so far in that it is a cell's."""
    return not line.flows or line.indent > DEEPEST_INDENT


def _goes_on(line: PlainLine, below: PlainLine, right: float) -> bool:
    """True where a sentence goes on in a small letter: "oppgitt i 1 000" over "kroner"."""
    return (
        not below.blanks
        and _ITEM.match(below.text) is None
        and _inside_sentence(line, below, right)
    )


def _is_item_over(line: PlainLine, below: PlainLine) -> bool:
    """True for the first line of a list's item over one that begins under its words."""
    return (
        line.in_text
        and _ANY_ITEM.match(line.text) is not None
        and line.columns[0][0] < below.indent <= DEEPEST_INDENT
    )


def _is_full(line: PlainLine, below: PlainLine, right: float) -> bool:
    """True where the next line's first word would not have fitted, as far as widths can tell.

    Widths are guessed, so a long line is also full where something must follow, or a parenthesis
    does.
    """
    runs = line.indent <= DEEPEST_INDENT and line.width > LONE * right
    if runs and line.is_unfinished and not line.text[0].isdigit():
        return not below.blanks
    if below.text[0] == "(" and line.width > SHORTEST_FULL * right:
        return True
    following = below.text.split(" ", 1)[0]
    reach = line.width + estimated_width(f" {following}")
    return reach > FULL * right and line.width > SHORTEST_FULL * right


def _lines(printed: Sequence[str]) -> Iterator[PlainLine]:
    """The lines of a page; a bullet alone on its line is joined to the text below."""
    bullet: str | None = None
    blanks = 0
    for at, with_tabs in enumerate(printed):
        content = with_tabs.replace("\t", "   ").rstrip()
        if not content:
            blanks += 1
            continue
        if bullet is None and _is_lone_bullet(content, printed[at + 1 : at + 3]):
            bullet = content.strip()
            continue
        if bullet is not None:
            content, bullet = f"{bullet} {content.strip()}", None
        near = (*printed[max(0, at - NEAR) : at], *printed[at + 1 : at + 1 + NEAR])
        columns = _columns(content, near)
        if _KEY.match(columns[0][1]):
            columns = [part for start, words in columns for part in _amount_apart(start, words)]
        yield PlainLine(columns, blanks, content)
        blanks = 0


def _is_lone_bullet(content: str, below: Sequence[str]) -> bool:
    """True for a bullet alone over its text; a dash is one only over words, not among amounts."""
    bullet = content.strip()
    words = " ".join(below).strip()
    return (
        bool(words)
        and _LONE_BULLET.fullmatch(bullet) is not None
        and (bullet not in "–-" or words[0].isalpha())
    )


def _columns(content: str, near: Sequence[str]) -> list[tuple[int, str]]:
    """The line's columns: where each begins, and its words.

    A gap of few spaces parts columns where a line near by has a gap in the same place.
    """
    gaps = list(_GAP.finditer(content))
    if len(gaps) > MOST_COLUMNS:
        gaps = []
    wide = any(gap.end() - gap.start() > _FEW_SPACES for gap in gaps)
    stretched = (
        not wide and _STRETCHED.search(content) is not None and len(content.split()) > FEW_WORDS
    )
    starts = [len(content) - len(content.lstrip())]
    ends = []
    for gap in gaps:
        start, end = gap.span()
        few = end - start <= _FEW_SPACES and content[start - 1] != "\u00ad"
        if few and (stretched or not any("  " in line.rstrip()[start:end] for line in near)):
            continue
        ends.append(start)
        starts.append(end)
    return [
        (start, " ".join(content[start:end].split()))
        for start, end in zip(starts, [*ends, len(content)], strict=True)
    ]


def _amount_apart(start: int, words: str) -> Iterator[tuple[int, str]]:
    """A column of a budget row; what a space alone parts from its amount is a column of its own."""
    amount = _AMOUNT_OVER.match(words)
    if amount is None:
        yield start, words
        return
    yield start, amount[0]
    yield start + amount.end() + 1, words[amount.end() + 1 :]


def _parted(sheet: Sequence[PlainLine], *, numbered: bool) -> Iterator[list[PlainLine]]:
    """A page, cut where it is too long and, if `numbered`, under lines "Side 1", "Side 2" ..."""
    labels = [_PAGE_NUMBER.fullmatch(line.text) if numbered else None for line in sheet]
    numbers = [
        int(label["number"]) if label and label["label"] and label["number"] else 0
        for label in labels
    ]
    counted = list(filter(None, numbers))
    ends = counted == sorted(set(counted))
    page: list[PlainLine] = []
    printed = 0
    for line, number in zip(sheet, numbers, strict=True):
        page.append(line)
        printed += 1 + line.blanks
        if (number and ends) or printed >= LONGEST_PAGE:
            yield page
            page, printed = [], 0
    if page or not sheet:
        yield page


# ---------------------------------------------------------------------- blank lines


def _drop_blanks(lines: Sequence[PlainLine]) -> None:
    """Takes away blank lines that stand between all lines, or inside a sentence."""
    usual = _usual_blanks(lines)
    right = usual_right(lines)
    for above, line in pairwise(lines):
        line.blanks = max(0, line.blanks - usual)
        if line.blanks and _inside_sentence(above, line, right):
            line.blanks = 0


def _usual_blanks(lines: Sequence[PlainLine]) -> int:
    """Blank lines inside sentences: none, but in a text set with a blank line after every line."""
    inside = [
        below.blanks
        for above, below in pairwise(lines)
        if below.text[0].islower() and above.text[-1].isalpha()
    ]
    return median_low(inside) if inside else 0


def _inside_sentence(above: PlainLine, line: PlainLine, right: float) -> bool:
    if not (above.flows and line.flows) or above.ends_sentence:
        return False
    if above.is_unfinished:
        return True
    return line.text[0].islower() and above.width > LONE * right
