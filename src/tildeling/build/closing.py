"""A letter's end: who signed it, and who gets a copy."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tildeling.build.closing_words import (
    COPY_LABELS,
    GREETINGS,
    OTHER_LABELS,
)
from tildeling.build.header_bodies import ADDRESS_LINE
from tildeling.build.reading import Reading
from tildeling.build.signatures import Signatures
from tildeling.find.patterns import MAYBE_GAP, any_of
from tildeling.layout.blocks import Block, Paragraph, Span
from tildeling.letter import Signatory

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
OTHER_LABEL = re.compile(rf"{any_of(OTHER_LABELS)}(?!\w)", re.IGNORECASE)
# Between recipients in a row: a semicolon, or a comma that is no compound's ("Barne-, ungdoms-").
_PARTS = re.compile(r";[ ]*|(?<!-),[ ]+(?=[A-ZÆØÅ])|(?<!-)[ ]og[ ](?=[A-ZÆØÅ])")
_GOES_ON = re.compile(r"(?:(?<!\w)(?:og|for|av|i)|-|,)$")
LONGEST_LINE = 120
"""Characters: a line of a closing that is longer is running text."""


def closing_start(reading: Reading) -> int | None:
    """Index among `reading.blocks` where the closing begins: the greeting, else what follows one.

    Without a greeting, the sentence on the electronic signature or the list of copies opens it.
    """
    blocks = reading.blocks
    for at, block in enumerate(blocks):
        if at and GREETING.fullmatch(_first_line(reading, block)[:LONGEST_LINE]):
            return at
    for at in range(max(1, len(blocks) - 40), len(blocks)):
        line = _first_line(reading, blocks[at])
        if SIGNED_BY_MACHINE.match(line):
            return at
    for at in range(max(1, len(blocks) - 12), len(blocks)):
        label = COPY_LABEL.match(_first_line(reading, blocks[at]))
        if label and (label["colon"] or not label["rest"]):
            return at
    return None


def read_signatories(reading: Reading) -> tuple[Signatory, ...]:
    """Those who signed, in reading order, each with the title printed under or beside the name."""
    start = closing_start(reading)
    if start is None:
        return ()
    signing = Signatures(reading.text)
    for block in reading.blocks[start:]:
        for row in _rows(block):
            for column, span in row:
                words = reading.words(span)
                if _ends_signing(words) or (signing.found and SIGNED_BY_MACHINE.match(words)):
                    return signing.built(reading)
                greeting = _GREETED.match(words)
                rest = Span(span.start + (greeting.end() if greeting else 0), span.end)
                if rest.start < rest.end and not SIGNED_BY_MACHINE.match(words):
                    signing.add(rest, None if isinstance(block, Paragraph) else column)
            signing.end_row()
    return signing.built(reading)


def read_copies(reading: Reading) -> tuple[str, ...]:
    """The copy recipients, as printed: one a line, or in a row after the label."""
    start = closing_start(reading)
    copies: list[str] = []
    listing = False
    size = 0.0
    for block in reading.blocks[start:] if start is not None else ():
        for row in _rows(block):
            for _, span in row:
                words = reading.words(span)
                label = _copy_label(words)
                if label:
                    listing, size = True, _size(block)
                    copies += [part for part in _PARTS.split(label["rest"].strip()) if part]
                elif listing and (_ends_copies(words) or _size(block) > size + 1):
                    return tuple(copies)
                elif listing and not ADDRESS_LINE.match(words):
                    _add_recipient(copies, words)
    return tuple(copies)


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


def _size(block: Block) -> float:
    return block.style.size if isinstance(block, Paragraph) else 0.0


def _rows(block: Block) -> Iterator[list[tuple[int, Span]]]:
    """A block's rows: column and span of each line in them; a paragraph is a row of its own."""
    if isinstance(block, Paragraph):
        yield [(0, Span(block.start, block.end))]
        return
    for row in block.rows:
        lines: list[tuple[int, Span]] = []
        for cell in row.cells:
            parts = cell.parts or (cell,)
            lines += [(cell.column, Span(part.start, part.end)) for part in parts]
        yield [(column, span) for column, span in lines if span.start < span.end]


def _first_line(reading: Reading, block: Block) -> str:
    return next((reading.words(row[0][1]) for row in _rows(block) if row), "")
