"""A document's pages to one text and its blocks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from operator import attrgetter

from tildeling.page.flows import in_flows, with_pages
from tildeling.page.furniture import find_furniture
from tildeling.page.letter_pages import PageText, pages_of_text
from tildeling.page.lines import Frame, Line, modal_pitch, modal_size
from tildeling.page.notes import Note
from tildeling.page.several import other_letters
from tildeling.read.page import Document
from tildeling.read.plain import PITCH, plain_document
from tildeling.tabular.on_page import Part, parts_of_page
from tildeling.tabular.over_pages import join_over_pages
from tildeling.tabular.raw_table import RawCell
from tildeling.tabular.torn_tables import find_torn_tables
from tildeling.text.blocks import Block, Cell, LaidOut, Paragraph, Style
from tildeling.text.broken import Vocabulary, mark_broken
from tildeling.text.flow import Area, RawParagraph, paragraphs_of, run_on
from tildeling.text.letter_text import LetterText, hyphenated_words
from tildeling.text.table_text import write_table
from tildeling.text.title import find_title

# A ruling at most this many points under a line's words underlines them.
UNDERLINE = 4.0
# Of a line's width: strokes leave out the descenders of its words, or the gaps between them.
UNDERLINED = 0.75

# Running text this much larger than the type that most words have is no heading: the others are a
# table's.
LARGER = 1.04
# A frame that goes on over a page has its edges within so many points of where they were.
SAME_FRAME = 12.0

# It may also lie up to so many points above the lower edge of their boxes.
OVERLAP = 2.5

# Pieces of lines, parted by wide gaps, on a page with tables: the fullest of 400 letters and plans
# has 189. A page with more is a map or a drawing, whose words stand in no columns.
MOST_PIECES = 1000

_TOP, _BOLD, _ITALIC = attrgetter("top"), attrgetter("bold"), attrgetter("italic")


@dataclass(frozen=True, slots=True)
class Gathered:
    """A document's lines and tables, before they are written into one text."""

    lines: Sequence[Line]
    """All lines of all pages."""
    furniture: set[Line]
    """Those that belong to the pages and not to the letter."""
    parts: Sequence[Part]
    """The others, and the tables that they make, in reading order."""
    notes: Sequence[Note]
    """The footnotes, which stand among neither."""
    crowded: Sequence[int]
    """The pages with so many pieces of lines that no tables were looked for."""
    pitch: float
    """Distance of lines of running text, in points."""
    body_size: float
    """Font size of running text."""


def gather(document: Document) -> Gathered:
    """The lines and tables of a document's pages, furniture out, tables joined over pages."""
    return _gather(document, pages_of_text(document.pages))


def _gather(document: Document, texts: Sequence[PageText]) -> Gathered:
    pages = [(text.page, text.lines) for text in texts]
    every = [line for _, lines in pages for line in lines]
    body_size = modal_size(every)
    furniture = find_furniture(pages, body_size)
    kept = [(page, [line for line in lines if line not in furniture]) for page, lines in pages]
    flows = (
        [(page, [lines]) for page, lines in kept] if document.plain else in_flows(kept, body_size)
    )
    text_lines = [line for _, some in flows for lines in some for line in lines]
    pitch = PITCH if document.plain else modal_pitch(text_lines, body_size)
    parts: list[Part] = []
    crowded: list[int] = []
    for page, some in flows:
        crowds = len(page.words) > MOST_PIECES
        if crowds and sum(len(line.segments) for lines in some for line in lines) > MOST_PIECES:
            crowded.append(page.number)
            parts += [line for lines in some for line in lines]
        else:
            parts += [
                part
                for lines, own in with_pages(page, some)
                for part in parts_of_page(own, lines, pitch, body_size)
            ]
    parts = join_over_pages(parts)
    if document.plain:
        parts = find_torn_tables(parts, pitch)
    flowing = [part for part in parts if isinstance(part, Line)]
    flowing_size = modal_size(flowing)
    if flowing_size > LARGER * body_size:
        # In a short letter most of the type may be a table's, smaller and set closer.
        body_size, pitch = flowing_size, modal_pitch(flowing, flowing_size)
    notes = [note for text in texts for note in text.notes]
    return Gathered(every, furniture, parts, notes, crowded, pitch, body_size)


def lay_out(document: Document) -> LaidOut:
    """Lays out the pages that a letter was read from: of several in one file, the first one's."""
    texts = pages_of_text(document.pages)
    others = other_letters(texts)
    if others:
        document = replace(document, pages=document.pages[: others[0].first - 1])
        texts = pages_of_text(document.pages)
    return replace(_laid_out(document, texts), others=tuple(others))


def lay_out_all(document: Document) -> LaidOut:
    """Lays out all pages of a document, whether they are one letter, several or none."""
    return _laid_out(document, pages_of_text(document.pages))


def _laid_out(document: Document, texts: Sequence[PageText]) -> LaidOut:
    found = _gather(document, texts)
    writer = _Writer(
        LetterText(hyphenated_words(found.lines), document.plain, document.pages),
        document,
        Vocabulary(found.lines),
        (found.pitch, found.body_size),
    )
    blocks = writer.write(found.parts, found.notes)
    title = find_title(writer.text, blocks)
    return LaidOut(
        text=writer.text,
        head=tuple(blocks[: title or 0]),
        blocks=tuple(blocks[title or 0 :]),
        has_title=title is not None,
        furniture=tuple(line.text for line in found.lines if line in found.furniture),
        hidden=tuple((page.number, page.hidden) for page in document.pages if page.hidden),
        notes=tuple((page.number, page.notes) for page in document.pages if page.notes),
        body_size=found.body_size,
        unread=tuple((page.number, page.problem) for page in document.pages if page.problem),
        doubtful=tuple((page.number, page.doubt) for page in document.pages if page.doubt),
        crowded=tuple(found.crowded),
        unread_ink=tuple(
            (page.number, tuple(map(page.shown, page.unread)))
            for page in document.pages
            if page.unread
        ),
        unfolded=document.unfolded,
    )


def lay_out_text(text: str) -> LaidOut:
    r"""Lays out a letter from plain text, as a converter took it from a PDF.

    >>> laid = lay_out_text("Tillegg til tildelingsbrev\n\nVi viser til brevet og\nendrer det.")
    >>> laid.text.text.split("\n")
    ['Tillegg til tildelingsbrev', 'Vi viser til brevet og endrer det.']
    """
    return lay_out(plain_document("", "", text))


class _Writer:
    """Writes parts into the letter's text, and makes blocks of them."""

    def __init__(
        self,
        text: LetterText,
        document: Document,
        words: Vocabulary,
        type_: tuple[float, float],
    ) -> None:
        self.text = text
        self.pages = {page.number: page for page in document.pages}
        self.across = {
            page.number: sorted(
                (ruling for ruling in page.rulings if ruling.is_horizontal), key=_TOP
            )
            for page in document.pages
        }
        self.words = words
        self.pitch, self.size = type_
        self.plain = document.plain
        self.notes: list[Note] = []
        """The footnotes that are not yet written."""

    def write(self, parts: Sequence[Part], notes: Sequence[Note]) -> list[Block]:
        """The blocks in reading order, each footnote after the block that it interrupts."""
        self.notes = list(notes)
        area = self._area(parts)
        blocks: list[Block] = []
        run: list[Line] = []
        for part in parts:
            if isinstance(part, Line):
                run.append(part)
                continue
            blocks.extend(self._flow(run, area))
            run = []
            blocks.extend(self._notes_before(part))
            blocks.append(write_table(self.text, part, self._cell, self._page(part.page)))
        blocks.extend(self._flow(run, area))
        blocks.extend(self._note(note) for note in self.notes)
        return blocks

    def _notes_before(self, part: Part) -> Iterator[Paragraph]:
        """The footnotes that stand on the pages before a line or table, or over it on its own."""
        while self.notes and (self.notes[0].page, self.notes[0].top) < (part.page, part.top):
            yield self._note(self.notes.pop(0))

    def _note(self, note: Note) -> Paragraph:
        return replace(self._paragraph(RawParagraph(note.lines)), note=note.mark)

    def _area(self, parts: Sequence[Part]) -> dict[float, Area]:
        """Where text flows, by page width."""
        lines: dict[float, list[Line]] = {}
        for part in parts:
            if isinstance(part, Line) and part.frame is None:
                lines.setdefault(self.pages[part.page].width, []).append(part)
        return {
            width: Area(
                min(line.x0 for line in some), max(line.x1 for line in some), self.pitch, self.size
            )
            for width, some in lines.items()
        }

    def _flow(self, run: Sequence[Line], areas: dict[float, Area]) -> list[Paragraph]:
        found: list[Paragraph] = []
        for raw in self._raw(run, areas):
            found.extend(self._notes_before(raw.lines[0]))
            found.append(self._paragraph(raw))
        return found

    def _raw(self, run: Sequence[Line], areas: dict[float, Area]) -> list[RawParagraph]:
        """The paragraphs of lines that follow each other, whole where they run over columns."""
        found: list[RawParagraph] = []
        column: Area | None = None
        for lines in self._streams(run):
            frame = lines[0].frame
            area = self._area_of(frame) if frame else areas[self.pages[lines[0].page].width]
            raws = paragraphs_of(lines, area)
            if frame is not None and frame.is_heading:
                for raw in raws:
                    mark_broken(raw, RawCell(0, 1, lines, *frame[:2], ruled=False), self.words)
            in_column = frame is not None and frame.is_column
            goes_on = in_column and column is not None and run_on(found[-1], raws[0], column)
            found += raws[1:] if goes_on else raws
            column = area if in_column else None
        return found

    def _area_of(self, frame: Frame) -> Area:
        """Where text in a frame flows; no line of a heading has room for another word."""
        right = frame.left if frame.is_heading else frame.right
        return Area(frame.left, right, self.pitch, self.size)

    def _streams(self, run: Sequence[Line]) -> list[list[Line]]:
        """The lines parted where they do not flow on: at a frame's edge, or on a wider page."""
        streams: list[list[Line]] = []
        for line in run:
            above = streams[-1][-1] if streams else None
            if above is not None and self._flows_on(above, line):
                streams[-1].append(line)
            else:
                streams.append([line])
        return streams

    def _flows_on(self, above: Line, line: Line) -> bool:
        if self.pages[above.page].width != self.pages[line.page].width:
            return False
        if above.frame is None or line.frame is None or above.page == line.page:
            return above.frame == line.frame
        # The edges of a frame are where its text's are, which need not be the same on each page.
        return all(
            abs(one - other) < SAME_FRAME
            for one, other in zip(above.frame, line.frame, strict=True)
        )

    def _paragraph(self, raw: RawParagraph) -> Paragraph:
        self.text.separate("\n")
        return self._written(raw, round(raw.indent, 1), round(raw.gap, 1))

    def _written(self, raw: RawParagraph, indent: float = 0.0, gap: float = 0.0) -> Paragraph:
        """A paragraph in the text; one in a cell has neither an indent nor space over it."""
        outer, start = self._write(raw)
        return Paragraph(
            start=start,
            end=self.text.length,
            outer=outer,
            page=self._page(raw.lines[0].page),
            style=self._style(raw.lines),
            marker=raw.marker,
            indent=indent,
            lead=self._lead(raw, start),
            gap=gap,
        )

    def _write(self, raw: RawParagraph) -> tuple[int, int]:
        """Writes a paragraph's words; returns where it begins, with its marker and without."""
        outer = self.text.length
        if raw.marker_line is not None and raw.marker is not None:
            self._marker(raw.marker_line, raw.marker)
        start, _ = self.text.add_line(raw.lines[0])
        for at, line in enumerate(raw.lines[1:], 1):
            self.text.continue_line(line, broken=at in raw.broken)
        return outer, start

    def _page(self, number: int) -> int | None:
        """The page's number as the letter tells it: plain text has none."""
        return None if self.plain else number

    def _marker(self, line: Line, marker: str) -> None:
        """Writes a line's marker, which may be set tight to its first word."""
        self.text.add_line(Line(line.page, (line.words[0]._replace(text=marker),)))
        self.text.separate(" ")

    def _style(self, lines: Sequence[Line]) -> Style:
        return Style(
            size=lines[0].size,
            bold=all(map(_stands_out, lines)),
            italic=all(map(_ITALIC, lines)),
            underlined=all(map(self._underlined, lines)),
        )

    def _underlined(self, line: Line) -> bool:
        rulings = self.across[line.page]
        if not rulings:
            return False
        strokes = []  # one under the whole line, or one under each word, or between descenders
        for ruling in rulings[bisect_left(rulings, line.bottom - OVERLAP, key=_TOP) :]:
            if ruling.top > line.bottom + UNDERLINE:
                break
            if ruling.x0 > line.x0 - 6.0 and ruling.x1 < line.x1 + 6.0:
                strokes.append((ruling.x0, ruling.x1))
        drawn = sum(end - start for start, end in strokes)
        return drawn > UNDERLINED * (line.x1 - line.x0)

    def _lead(self, raw: RawParagraph, start: int) -> int:
        """Where the bold words that a paragraph begins with end; `start` without any."""
        if not (raw.lines[0].words[0].bold or _stands_out(raw.lines[0])):
            return start
        if all(map(_stands_out, raw.lines)):
            return self.text.length
        bold = takewhile(lambda word: word.bold, (w for line in raw.lines for w in line.words))
        return self.text.end_of_words(start, sum(1 for _ in bold))

    def _cell(self, raw: RawCell, heading: bool) -> Cell:
        start = self.text.length
        area = Area(raw.left, raw.right, self.pitch, self.size)
        found = paragraphs_of(raw.lines, area)
        parts: list[Paragraph] = []
        for part in found:
            mark_broken(part, raw, self.words)
            if part is not found[0]:
                self.text.separate(" ")
            if len(found) > 1:
                parts.append(self._written(part))
            else:  # as in most cells, which it is all of
                self._write(part)
        return Cell(
            start,
            self.text.length,
            raw.column,
            raw.columns,
            raw.rows,
            bold=all(map(_BOLD, raw.lines)),
            heading=heading,
            parts=tuple(parts),
        )


def _stands_out(line: Line) -> bool:
    """True for a line in bold; a heading in the margin stands out so, however it is set."""
    return line.bold or (line.frame is not None and line.frame.is_heading)
