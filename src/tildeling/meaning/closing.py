"""A letter's end: who signed it, and who gets a copy."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from tildeling.find.patterns import MAYBE_GAP, any_of, has_any, marks_of
from tildeling.forms import TITLE_WORDS
from tildeling.letter import Signatory
from tildeling.meaning.closing_words import GREETINGS
from tildeling.meaning.copies import (
    LONGEST_LINE,
    OTHER_LABEL,
    SIGNED_BY_MACHINE,
    Copies,
    copy_label,
)
from tildeling.meaning.header_bodies import ADDRESS_LINE, LETTERHEAD
from tildeling.meaning.reading import Reading
from tildeling.meaning.signatures import Signatures, is_signed
from tildeling.scope.headings import looks_like_heading, numbered_heading
from tildeling.scope.words import APPENDIX
from tildeling.text.blocks import Block, Paragraph, Span, is_note

_GREETING_MARKS = marks_of(GREETINGS)
GREETING = re.compile(rf"{any_of(GREETINGS)}{MAYBE_GAP}[,.]?", re.IGNORECASE)
# "Med hilsen Kari Lunde": a greeting with the name on its line.
_GREETED = re.compile(rf"{GREETING.pattern}(?:$|{MAYBE_GAP}(?=(?-i:[A-ZÆØÅ])))", re.IGNORECASE)
# A last sentence that the greeting was set close under: "... følges opp. Med hilsen".
_GREETED_AT_END = re.compile(rf"[.:!?)][ ](?=[A-ZÆØÅ])(?i:{GREETING.pattern})$")
# "Vedlegg 1: Styringskalender", as the heading of what is attached.
_ATTACHMENT = re.compile(r"(?:u?tryk[kt]te? )?vedlegg(?!\w)", re.IGNORECASE)
# "Oslo, 16. januar 2018", over a name: no greeting stands over it.
_DAY_OF_SIGNING = re.compile(
    r"[A-ZÆØÅ][^\W\d]+(?: [^\W\d]+)?,? (?:den )?(?:\d{1,2}\. ?[^\W\d]+|\d{1,2}\.\d{1,2}\.) ?"
    r"(?:19|20)\d\d\.?",
)
# Rows from the copies to what is attached, or to the letter's end.
LONGEST_CLOSING = 12
# Share of its size that lines of one title may differ by, as headings and text do at least.
SAME_SIZE = 0.04
# Numbers of the first section of a letter.
_FIRST_NUMBERS = ("1", "I", "A")
# A line in capitals over the letter that is no heading: the sender's name, a town.
_LETTERHEAD = re.compile(rf"{LETTERHEAD.pattern}|{ADDRESS_LINE.pattern}")
# The title of a letter that changes another: it covers none.
_AMENDS = re.compile(r"(?<!\w)(?:tillegg|suppler)", re.IGNORECASE)


class _Row(NamedTuple):
    """A paragraph, or a row of a table: its lines, with the column of each."""

    block: int
    opens_block: bool
    words: str
    lines: tuple[tuple[int | None, Span], ...]
    size: float
    heading: bool
    """True for a paragraph that looks like a heading."""


class Closing:
    """The end of a letter: from the greeting on.

    Without a greeting, the sentence on the electronic signature or the list of copies opens it.
    A cover letter closes before the letter that it covers: that one follows the closing.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        rows = _rows(reading)
        self._start = _start(rows)
        self._covered = None if self._start is None else _covered(reading, rows, self._start)
        self._second = None if self._covered is None else _second(rows, self._covered)
        self._rows = rows[: _end(reading, rows, self._start, self._covered)]
        self._all_rows = rows

    @property
    def first_block(self) -> int | None:
        """Index among `reading.blocks` of its first block; None where the letter has no closing.

        Where the greeting is the end of another block, that is the block after it.
        """
        if self._start is None:
            return None
        return _opens(self._rows[self._start])

    @property
    def covered_title(self) -> Block | None:
        """The title of the letter that a cover letter has under it."""
        first = None if self._covered is None else self._all_rows[self._covered]
        if first is None or not TITLE_WORDS.search(first.words):
            return None
        return self._reading.blocks[first.block]

    @property
    def body(self) -> tuple[Block, ...]:
        """The blocks of the letter without any closing, its title first."""
        blocks = self._reading.blocks
        end = self.first_block
        if self._covered is None:
            return blocks[:end]
        first = self._covered
        if self.covered_title is not None:
            first = _under_title(self._all_rows, first)
        start = self._all_rows[first].block
        second = None if self._second is None else _opens(self._all_rows[self._second])
        return (*blocks[:end], *blocks[start:second])

    def signatories(self) -> tuple[Signatory, ...]:
        """Those who signed, in reading order, each with the title printed under or beside it."""
        if self._start is None:
            return ()
        signing = Signatures(self._reading.text)
        listing = False
        for at, row in enumerate(self._rows[self._start :], self._start):
            if _greets(row.words):
                continue
            for column, span in row.lines:
                words = self._reading.words(span)
                if _ends_signing(words) or (signing.found and SIGNED_BY_MACHINE.match(words)):
                    listing = True
                elif not SIGNED_BY_MACHINE.match(words) and (not listing or _signs(self._rows, at)):
                    greeting = _GREETED.match(words)
                    signing.add(
                        Span(span.start + (greeting.end() if greeting else 0), span.end), column
                    )
            signing.end_row()
        return signing.built(self._reading)

    def copies(self) -> tuple[str, ...]:
        """The copy recipients, as printed: one a line, or in a row after the label."""
        copies = Copies(self._reading)
        size = 0.0
        for at, row in enumerate(self._rows):
            if self._start is None or at < self._start or _signs(self._rows, at):
                continue
            if copies.listing and (row.size > size + 1 or copies.ended_by(row.words)):
                break
            for _, span in row.lines:
                words = self._reading.words(span)
                label = copy_label(words)
                if label:
                    size = row.size
                    copies.begin(label["rest"])
                elif copies.listing and copies.ended_by(words):
                    return copies.found
                elif copies.listing:
                    copies.add(words)
        return copies.found


def _signs(rows: Sequence[_Row], at: int) -> bool:
    """True for a row with a name and a title, or one of the two over or under the other.

    In text taken from a page column by column, whoever signs to the right stands under the copies.
    """
    near = [row.words for row in rows[max(at - 1, 0) : at + 2]]
    # A person has two names: "Miljødirektoratet" over "Nasjonalt kunnskapsråd" has not signed.
    pairs = (f"{name} {title}" for name, title in pairwise(near) if " " in name.strip())
    return is_signed(rows[at].words) or any(map(is_signed, pairs))


def _start(rows: Sequence[_Row]) -> int | None:
    """The row that opens the closing."""
    for at, row in enumerate(rows):
        if not has_any(row.words.lower(), _GREETING_MARKS):
            continue
        if _greets(row.words):
            return at
        greeted = _GREETED.match(row.words) if len(row.words) < LONGEST_LINE else None
        if greeted and is_signed(row.words[greeted.end() :]):
            return at
    for at, row in enumerate(rows):
        if at > len(rows) - 40 and SIGNED_BY_MACHINE.match(row.words):
            return at
    return _without_greeting(rows)


def _without_greeting(rows: Sequence[_Row]) -> int | None:
    """The row of the place and day over a name with a title, else of these, else of the copies.

    All of them stand under text. A name right over the copies needs no day over it.
    """
    texts = (at for at, row in enumerate(rows) if len(row.words) > LONGEST_LINE)
    first = next(texts, len(rows))
    for at in range(first + 1, len(rows) - 1):
        if _DAY_OF_SIGNING.fullmatch(rows[at].words) and _signs(rows[: at + 3], at + 1):
            return at
    ends = [at for at, row in enumerate(rows) if at > first and row.heading and _is_attachment(row)]
    last = min(ends, default=len(rows))
    for at in range(max(0, last - LONGEST_CLOSING + 1), last):
        label = copy_label(rows[at].words)
        if label and (label["colon"] or not label["rest"]):
            above = at - 2 if at >= first + 3 else at
            return above if is_signed(" ".join(row.words for row in rows[above:at])) else at
    return None


def _greets(words: str) -> bool:
    """True for a greeting alone on its row, or at the end of a last sentence."""
    return GREETING.fullmatch(words) is not None or _GREETED_AT_END.search(words) is not None


def _opens(row: _Row) -> int:
    """The block that a closing begins with, whose first row is given."""
    opens = row.opens_block and not _GREETED_AT_END.search(row.words)
    return row.block if opens else row.block + 1


def _covered(reading: Reading, rows: Sequence[_Row], start: int) -> int | None:
    """The row that opens the letter which a signed cover letter has in front of it.

    A cover letter has no headings but perhaps a title of its own that names no letter; the letter
    begins with a title, or with its first section.
    """
    over = (row for row in rows[:start] if row.heading and not _LETTERHEAD.search(row.words))
    if len(list(islice(over, 2))) > (not reading.has_title):
        return None
    amends = _AMENDS.search(reading.words(reading.blocks[0])) is not None
    for at, row in enumerate(rows[start:], start):
        if not row.heading:
            continue
        titled = TITLE_WORDS.search(row.words) is not None
        if OTHER_LABEL.match(row.words):
            if _is_attachment(row) and not titled:
                return None
            continue
        if titled or (not amends and _is_first_section(reading, reading.blocks[row.block])):
            return at if sum(later.heading for later in rows[at + 1 :]) > 1 else None
    return None


def _under_title(rows: Sequence[_Row], title: int) -> int:
    """The row under a title and the lines of its size that go on with it: the agency, the year."""
    at = title + 1
    while (
        at + 1 < len(rows)
        and rows[at].heading
        and abs(rows[at].size - rows[title].size) <= SAME_SIZE * rows[title].size
        and not _is_text(rows[at + 1].words)
    ):
        at += 1
    return at


def _is_text(words: str) -> bool:
    return len(words) > LONGEST_LINE or words.endswith((".", ":"))


def _end(
    reading: Reading, rows: Sequence[_Row], start: int | None, covered: int | None
) -> int | None:
    """The row that ends the closing; over the title of a covered letter its cover begins a page."""
    if start is None:
        return None
    if covered is None:
        return _attached(rows, start)
    pages = [reading.blocks[row.block].page for row in rows[: covered + 1]]
    if pages[covered] == pages[start]:
        return covered
    return pages.index(pages[covered])


def _is_first_section(reading: Reading, block: Block) -> bool:
    section = numbered_heading(reading.laid, block, letters=True)
    return section is not None and section.number in _FIRST_NUMBERS


def _second(rows: Sequence[_Row], covered: int) -> int | None:
    """The row that opens the closing of a letter with a cover letter in front of it."""
    for at, row in enumerate(rows[covered:], covered):
        if _greets(row.words):
            return at
    return _attached(rows, covered)


def _is_attachment(row: _Row) -> bool:
    return _ATTACHMENT.match(row.words) is not None


def _attached(rows: Sequence[_Row], start: int) -> int | None:
    """The row that heads what is attached, after a letter's closing."""
    for at, row in enumerate(rows[start:], start):
        below = rows[at + 1].words if at + 1 < len(rows) else ""
        if _is_attachment(row) and (
            row.heading or (APPENDIX.match(row.words) and not _ATTACHMENT.match(below))
        ):
            return at
    return None


def _ends_signing(words: str) -> bool:
    return bool(copy_label(words) or OTHER_LABEL.match(words)) or len(words) > LONGEST_LINE


def _rows(reading: Reading) -> list[_Row]:
    """The rows of all blocks under the title."""
    rows: list[_Row] = []
    for at, block in enumerate(reading.blocks[1:], 1):
        if is_note(block):
            continue
        if isinstance(block, Paragraph):
            heading = looks_like_heading(reading.laid, block)
            rows.append(
                _Row(at, True, reading.words(block), ((None, block),), block.style.size, heading)
            )
            continue
        for row in block.rows:
            lines: list[tuple[int | None, Span]] = [
                (cell.column, part)
                for cell in row.cells
                for part in cell.parts or (cell,)
                if part.start < part.end
            ]
            words = " ".join(reading.words(span) for _, span in lines)
            rows.append(_Row(at, row is block.rows[0], words, tuple(lines), 0.0, heading=False))
    return rows
