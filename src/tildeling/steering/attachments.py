"""A letter's attachments (vedlegg): those announced, and those that stand behind its signature.

An attachment is announced in a list at the letter's end or head, or where running text says what
is attached. The heading that it begins with in this file gives its page; both are one item.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from tildeling.letter import Attachment
from tildeling.meaning.copies import OTHER_LABEL, copy_label
from tildeling.meaning.signatures import is_signed
from tildeling.scope.headings import looks_like_heading
from tildeling.steering import attachment_words as words_
from tildeling.steering.letter_body import LetterBody
from tildeling.text.blocks import Block, Paragraph, Row, Span, Table, outer_start

# Characters of a title.
LONGEST = 200
# Lines of a list that has no numbers.
MOST = 20


def read_attachments(body: LetterBody) -> tuple[Attachment, ...]:
    """The letter's attachments (vedlegg), in reading order."""
    if words_.MARK not in body.reading.laid.text.found.small:
        return ()
    return tuple(_Attachments(body).read())


@dataclass(frozen=True, slots=True)
class _Named:
    """An attachment as one place names it."""

    number: str | None
    title: str | None
    spans: tuple[Span, ...]
    page: int | None = None
    begins: bool = field(default=False)
    """True where it stands in this file."""


class _Attachments:
    """The attachments of one letter."""

    def __init__(self, body: LetterBody) -> None:
        self._body = body
        self._reading = body.reading
        self._blocks: Sequence[Block] = (*self._reading.laid.head, *self._reading.blocks)
        self._in_body = frozenset(block.start for block in body.built.body)

    def read(self) -> Iterator[Attachment]:
        found: list[_Named] = []
        for one in (*self._announced(), *self._begun(), *self._said(found)):
            at = next((at for at, other in enumerate(found) if _same(one, other)), None)
            if at is None:
                found.append(one)
            else:
                found[at] = _joined(found[at], one)
        for one in (each if each.begins else self._with_page(each) for each in found):
            yield Attachment(
                number=one.number,
                title=one.title,
                page=one.page,
                evidence=self._reading.evidence_of((span.start, span.end) for span in one.spans),
            )

    @cached_property
    def _marked(self) -> list[int]:
        """The positions of the blocks that have the word."""
        starts = [outer_start(block) for block in self._blocks]
        places = self._body.places_of((words_.MARK,))
        return sorted({bisect_right(starts, at) - 1 for at in places} - {-1})

    # ---- announced

    def _announced(self) -> Iterator[_Named]:
        """In lists at the end or the head of the letter, its contents list among them."""
        for at in self._marked:
            block = self._blocks[at]
            is_body = block.start in self._in_body
            if isinstance(block, Table):
                for row in block.rows:
                    yield from self._in_row(row, is_body)
                continue
            words = self._reading.words(block)
            if is_body and (looks_like_heading(self._reading.laid, block) or not _is_entry(words)):
                continue
            label = words_.LABEL.fullmatch(words) if not is_body else None
            if label is not None:
                yield from self._listed(at, block, label["rest"])
            elif len(words) < LONGEST:
                yield from _entry(words_.HEADING.fullmatch(words), block)

    def _listed(self, at: int, block: Paragraph, rest: str) -> Iterator[_Named]:
        """What a label lists: behind it, and on the lines under it."""
        if words_.ONLY_COUNT.fullmatch(rest.strip()):
            return
        first = list(_entries(rest, block.end - len(rest), None))
        yield from first
        numbered = any(one.number for one in first)
        for below in self._blocks[at + 1 : at + 1 + MOST]:
            if not isinstance(below, Paragraph) or below.start in self._in_body:
                return
            words = self._reading.words(below)
            if copy_label(words) or OTHER_LABEL.match(words) or is_signed(words):
                return
            marker = below.marker.strip(".)") if below.marker else None
            listed = list(_entries(words, below.start, marker))
            is_numbered = any(one.number for one in listed)
            if below.page != block.page or (first and not is_numbered and not below.marker):
                return
            if numbered and not is_numbered:
                return
            first, numbered = first or listed, numbered or is_numbered
            yield from listed

    def _in_row(self, row: Row, is_body: bool) -> Iterator[_Named]:
        """In a contents list that is set as a table, or beside the label."""
        words = self._reading.words(row)
        if not row.cells or words_.MARK not in words.lower():
            return
        head = self._reading.words(row.cells[0])
        label = words_.LABEL.fullmatch(head)
        if label is not None and not is_body and len(row.cells) == 2 and not label["rest"]:
            cell = row.cells[1]
            if not words_.ONLY_COUNT.fullmatch(self._reading.words(cell).strip()):
                yield from _entries(self._reading.words(cell), cell.start, None)
            return
        line = words_.LEADER.sub("", words.replace("\t", " ", 1) if is_body else words)
        match = words_.HEADING.fullmatch(line.replace("\t", " ").strip())
        is_short = len(row.cells) <= 2 and len(line) < LONGEST
        if match is not None and match["number"] and match["title"] and is_short:
            yield _Named(match["number"], _title(match["title"]), (Span(row.start, row.end),))

    # ---- in this file

    def _begun(self) -> Iterator[_Named]:
        """Those whose headings stand behind the signature."""
        for at in self._marked:
            block = self._blocks[at]
            if not isinstance(block, Paragraph) or block.start not in self._in_body:
                continue
            if not looks_like_heading(self._reading.laid, block):
                continue
            match = words_.HEADING.fullmatch(self._reading.words(block))
            if match is None:
                continue
            title = _title(match["title"])
            spans: tuple[Span, ...] = (Span(block.outer, block.end),)
            if title is None and at + 1 < len(self._blocks):
                below = self._blocks[at + 1]
                if isinstance(below, Paragraph) and looks_like_heading(self._reading.laid, below):
                    title = _title(self._reading.words(below))
                    spans = (*spans, Span(below.outer, below.end))
            yield _Named(match["number"], title, spans, block.page, begins=True)

    def _with_page(self, one: _Named) -> _Named:
        """One announced whose heading has no such word: it says the title itself."""
        title = _folded(one.title or "")
        after = one.spans[-1].end
        for block in self._blocks if title else ():
            if (
                block.start > after
                and isinstance(block, Paragraph)
                and block.end - block.start < LONGEST
                and looks_like_heading(self._reading.laid, block)
                and _names(_folded(self._reading.words(block)), title)
                and self._is_behind(block)
            ):
                span = Span(block.outer, block.end)
                return replace(one, spans=(*one.spans, span), page=block.page)
        return one

    def _is_behind(self, block: Block) -> bool:
        """True for what stands behind the letter's first closing."""
        return self._closing is not None and block.start > self._closing

    @cached_property
    def _closing(self) -> int | None:
        """Where the first block of the letter's closing starts."""
        first = self._body.blocks[0].start if self._body.blocks else 0
        after = (each.start for each in self._reading.blocks if each.start > first)
        return next((start for start in after if start not in self._in_body), None)

    # ---- said

    def _said(self, found: Sequence[_Named]) -> Iterator[_Named]:
        """What running text says is attached and no list announces."""
        for at in self._marked:
            block = self._blocks[at]
            if block.start not in self._in_body or not isinstance(block, Paragraph):
                continue
            if looks_like_heading(self._reading.laid, block):
                continue
            text = self._reading.words(block)
            for match in words_.SAID.finditer(text):
                if not words_.OF_OTHERS.search(text[: match.start()]):
                    span = Span(block.start + match.start(), block.start + match.end())
                    yield _Named(match["number"].upper(), None, (span,))
            for match in words_.NAMED.finditer(text):
                title = text[match.start("title") : match.end("title")]
                known = (_folded(other.title or "") for other in found)
                if not any(_names(other, _folded(title)) for other in known if other):
                    span = Span(block.start + match.start(), block.start + match.end())
                    yield _Named(None, title, (span,))


def _is_entry(words: str) -> bool:
    """True for a line of a contents list that stands among the letter's text."""
    match = words_.HEADING.fullmatch(words)
    return match is not None and bool(match["number"]) and words_.LEADER.search(words) is not None


def _entries(words: str, start: int, marker: str | None) -> Iterator[_Named]:
    """The attachments on one line, each with its place."""
    at = 0
    for piece in (*words_.ENTRIES.finditer(words), None):
        end = piece.start() if piece is not None else len(words)
        part = words[at:end]
        match = words_.ENTRY.fullmatch(part.strip())
        heading = words_.HEADING.fullmatch(part.strip())
        span = Span(start + at, start + end)
        if heading is not None and heading["number"]:
            yield _Named(heading["number"], _title(heading["title"]), (span,))
        elif match is not None:
            number = match["number"] or (marker if marker and marker.isalnum() else None)
            yield _Named(number, _title(match["title"]), (span,))
        at = piece.end() if piece is not None else end


def _entry(match: re.Match[str] | None, block: Paragraph) -> Iterator[_Named]:
    if match is not None and match["number"] and match["title"]:
        span = Span(block.outer, block.end)
        yield _Named(match["number"], _title(match["title"]), (span,))


def _title(words: str | None) -> str | None:
    """A title on one line, without dots, page and stop."""
    title = " ".join(words_.LEADER.sub("", words or "").split()).rstrip(" .;,")
    return title or None


def _folded(title: str) -> str:
    return " ".join(title.casefold().strip(" .:").split())


def _names(one: str, other: str) -> bool:
    """Whether one title is the other, or its beginning."""
    return bool(one and other) and (one.startswith(other) or other.startswith(one))


def _same(one: _Named, other: _Named) -> bool:
    """Whether two places name one attachment: by number, else by title."""
    if one.number is not None and other.number is not None:
        return one.number == other.number
    return _names(_folded(one.title or ""), _folded(other.title or ""))


def _joined(first: _Named, second: _Named) -> _Named:
    """One attachment of two places; what it is called where it stands counts."""
    begun = second if second.begins and not first.begins else first
    other = first if begun is second else second
    return _Named(
        number=begun.number or other.number,
        title=begun.title or other.title,
        spans=(*first.spans, *(second.spans if second.begins else ())),
        page=begun.page,
        begins=first.begins or second.begins,
    )
