"""A letter's end: who signed it, and who gets a copy."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from tildeling.find.patterns import MAYBE_GAP, any_of
from tildeling.letter import Signatory
from tildeling.meaning.closing_words import (
    COPY_LABELS,
    GREETINGS,
    OTHER_LABELS,
)
from tildeling.meaning.header_bodies import ADDRESS_LINE
from tildeling.meaning.reading import Reading
from tildeling.meaning.signatures import Signatures, is_signed
from tildeling.text.blocks import Paragraph, Span, is_note

GREETING = re.compile(rf"{any_of(GREETINGS)}{MAYBE_GAP}[,.]?", re.IGNORECASE)
# "Dokumentet er elektronisk signert og har derfor ikke håndskrevne signaturer",
# "Brevet er godkjent digitalt".
SIGNED_BY_MACHINE = re.compile(
    r"(?:(?:dette[ ])?(?:dokumentet|brevet)[ ]er|godkjent[ ]|elektronisk[ ])"
    r"[^\n]{0,60}?(?:elektronisk|digitalt|signert|signatur)",
    re.IGNORECASE,
)
# "Kopi", "Kopi:", "Kopi til:", "Kopi Riksrevisjonen"; what follows is a recipient.
# Not "Kopien av ...".
COPY_LABEL = re.compile(
    rf"(?P<label>{any_of(COPY_LABELS)})(?!\w){MAYBE_GAP}(?P<colon>:?){MAYBE_GAP}(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
# "Med hilsen Kari Lunde": a greeting with the name on its line.
_GREETED = re.compile(rf"{GREETING.pattern}(?:$|{MAYBE_GAP}(?=(?-i:[A-ZÆØÅ])))", re.IGNORECASE)
# A last sentence that the greeting was set close under: "... følges opp. Med hilsen".
_GREETED_AT_END = re.compile(rf"[.:!?)][ ](?=[A-ZÆØÅ])(?i:{GREETING.pattern})$")
# Where a long name leaves no room for the next one, two lines look like one that wraps.
_BETWEEN_NAMES = re.compile(r"(?:(?<=departementet)|(?<=direktoratet)) (?=[A-ZÆØÅ])")
OTHER_LABEL = re.compile(rf"{any_of(OTHER_LABELS)}(?!\w)", re.IGNORECASE)
# Between recipients in a row: a semicolon, or a comma that is no compound's ("Barne-, ungdoms-").
_PARTS = re.compile(r";[ ]*|(?<!-),[ ]+(?=[A-ZÆØÅ])|(?<!-)[ ]og[ ](?=[A-ZÆØÅ])")
_GOES_ON = re.compile(r"(?:(?<!\w)(?:og|for|av|i)|-|,)$")
LONGEST_LINE = 120
"""Characters: a line of a closing that is longer is running text."""


class _Row(NamedTuple):
    """A paragraph, or a row of a table: its lines, with the column of each."""

    block: int
    opens_block: bool
    words: str
    lines: tuple[tuple[int | None, Span], ...]
    size: float


class Closing:
    """The end of a letter: from the greeting on.

    Without a greeting, the sentence on the electronic signature or the list of copies opens it.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._rows = _rows(reading)
        self._start = _start(self._rows)

    @property
    def first_block(self) -> int | None:
        """Index among `reading.blocks` of its first block; None where the letter has no closing.

        Where the greeting is the end of another block, that is the block after it.
        """
        if self._start is None:
            return None
        row = self._rows[self._start]
        opens = row.opens_block and not _GREETED_AT_END.search(row.words)
        return row.block if opens else row.block + 1

    def signatories(self) -> tuple[Signatory, ...]:
        """Those who signed, in reading order, each with the title printed under or beside it."""
        if self._start is None:
            return ()
        signing = Signatures(self._reading.text)
        listing = False
        for at, row in enumerate(self._rows[self._start :], self._start):
            if GREETING.fullmatch(row.words) or _GREETED_AT_END.search(row.words):
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
        copies: list[str] = []
        listing = False
        size = 0.0
        for at, row in enumerate(self._rows):
            if self._start is None or at < self._start or _signs(self._rows, at):
                continue
            for _, span in row.lines:
                words = self._reading.words(span)
                label = _copy_label(words)
                if label:
                    listing, size = True, row.size
                    copies += [part for part in _PARTS.split(label["rest"].strip()) if part]
                elif listing and (_ends_copies(words) or row.size > size + 1):
                    return tuple(copies)
                elif listing and not ADDRESS_LINE.match(words):
                    for name in _BETWEEN_NAMES.split(words):
                        _add_recipient(copies, name)
        return tuple(copies)


def _signs(rows: Sequence[_Row], at: int) -> bool:
    """True for a row with a name and a title, or one of the two over or under the other.

    In text taken from a page column by column, whoever signs to the right stands under the copies.
    """
    near = [row.words for row in rows[max(at - 1, 0) : at + 2]]
    return is_signed(rows[at].words) or any(map(is_signed, map(" ".join, pairwise(near))))


def _start(rows: Sequence[_Row]) -> int | None:
    """The row that opens the closing."""
    for at, row in enumerate(rows):
        if GREETING.fullmatch(row.words) or _GREETED_AT_END.search(row.words):
            return at
        greeted = _GREETED.match(row.words) if len(row.words) < LONGEST_LINE else None
        if greeted and is_signed(row.words[greeted.end() :]):
            return at
    for at, row in enumerate(rows):
        if at > len(rows) - 40 and SIGNED_BY_MACHINE.match(row.words):
            return at
    for at, row in enumerate(rows):
        label = COPY_LABEL.match(row.words) if at > len(rows) - 12 else None
        if label and (label["colon"] or not label["rest"]):
            return at
    return None


def _copy_label(words: str) -> re.Match[str] | None:
    """The label that a line begins with; a recipient after it begins with a capital."""
    label = COPY_LABEL.match(words)
    if label is None or len(words) > 3 * LONGEST_LINE:
        return None
    return label if label["colon"] or not label["rest"] or label["rest"][0].isupper() else None


def _ends_signing(words: str) -> bool:
    return bool(_copy_label(words) or OTHER_LABEL.match(words)) or len(words) > LONGEST_LINE


def _ends_copies(words: str) -> bool:
    return (
        bool(OTHER_LABEL.match(words) or SIGNED_BY_MACHINE.match(words))
        or len(words) > LONGEST_LINE
    )


def _add_recipient(copies: list[str], words: str) -> None:
    """Adds a line to the recipients, or to the last of them where that runs over two lines."""
    if copies and (words[0].islower() or _GOES_ON.search(copies[-1])):
        copies[-1] = f"{copies[-1]} {words}"
    else:
        copies.append(words)


def _rows(reading: Reading) -> list[_Row]:
    """The rows of all blocks under the title."""
    rows: list[_Row] = []
    for at, block in enumerate(reading.blocks[1:], 1):
        if is_note(block):
            continue
        if isinstance(block, Paragraph):
            span = Span(block.start, block.end)
            rows.append(_Row(at, True, reading.words(span), ((None, span),), block.style.size))
            continue
        for row in block.rows:
            lines = [
                (cell.column, Span(part.start, part.end))
                for cell in row.cells
                for part in cell.parts or (cell,)
                if part.start < part.end
            ]
            words = " ".join(reading.words(span) for _, span in lines)
            rows.append(_Row(at, row is block.rows[0], words, tuple(lines), 0.0))
    return rows
