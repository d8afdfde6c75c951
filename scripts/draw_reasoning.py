"""Draws the pages of a document with what the reading makes of them, room by room.

    python scripts/draw_reasoning.py FILE.pdf FOLDER [--page N]

writes FOLDER/NAME-01.png and so on. On the page itself: lines of text, and in red those that were
taken out as furniture; tables with their rows, heading rows shaded, and each cell in the colour of
what its column holds. In the margin, beside what it is about: the kind of each table and the types
of its columns; the unit of a budget table and where it comes from; findings, with their codes.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import matplotlib
import pypdfium2
from PIL import Image, ImageDraw, ImageFont

import tildeling
from tildeling.letter import Evidence, Letter
from tildeling.limits import Limits
from tildeling.page.lines import Line
from tildeling.read.page import Page
from tildeling.read.pdfium import PdfiumReader
from tildeling.read.source import open_document
from tildeling.tabular.column_types import heading_rows, types_of
from tildeling.tabular.raw_table import RawTable
from tildeling.text.lay_out import Gathered, gather

SCALE = 1.7
"""Pixels a point: A4 is 1012 pixels wide, and small print can be read."""
MARGIN = 620
"""Width in pixels of the notes beside the page."""

Colour = tuple[int, int, int]
Box = tuple[float, float, float, float]

LINE: Colour = (150, 150, 190)
FURNITURE: Colour = (220, 30, 30)
HEADING: Colour = (255, 200, 0)
TABLE: Colour = (0, 60, 160)
FINDING: Colour = (200, 0, 140)
INK: Colour = (30, 30, 30)
TYPES: dict[str | None, Colour] = {
    "key": (130, 0, 200),
    "name": (0, 90, 220),
    "amount": (0, 150, 60),
    "date": (220, 90, 0),
    "label": (0, 140, 160),
    "comment": (150, 100, 40),
    None: (130, 130, 130),
}
"""The colour of a cell, by the type of its column."""


@dataclass
class Sheet:
    """A page being drawn: boxes upon it, notes beside it."""

    page: Page
    picture: Image.Image
    notes: list[tuple[float, str, Colour]] = field(default_factory=list)

    def box(self, box: Box, colour: Colour, *, fill: int = 0, width: int = 1) -> None:
        """Draws a box around a part of the page, filled to `fill` of 255."""
        draw = ImageDraw.Draw(self.picture, "RGBA")
        corners = [side * SCALE for side in box]
        draw.rectangle(corners, fill=(*colour, fill), outline=(*colour, 255), width=width)

    def note(self, top: float, words: str, colour: Colour = INK) -> None:
        """Says something beside a height of the page."""
        self.notes.append((top, words, colour))

    def finished(self) -> Image.Image:
        """The page with its notes, each as near to its height as those over it let it be."""
        font = _font()
        height = self.picture.height
        lines: list[tuple[float, str, Colour]] = []
        free = 0.0
        for top, words, colour in sorted(self.notes, key=lambda note: note[0]):
            for line in _wrapped(words, font):
                free = max(free, top * SCALE)
                lines.append((free, line, colour))
                free += font.size * 1.25
        sheet = Image.new("RGB", (self.picture.width + MARGIN, max(height, int(free))), "white")
        sheet.paste(self.picture)
        draw = ImageDraw.Draw(sheet)
        for y, line, colour in lines:
            draw.text((self.picture.width + 10, y), line, font=font, fill=colour)
        return sheet


def _font() -> ImageFont.FreeTypeFont:
    """A font that has æ, ø and å: matplotlib brings one, Pillow's own has none."""
    return ImageFont.truetype(f"{matplotlib.get_data_path()}/fonts/ttf/DejaVuSans.ttf", 13)


def _wrapped(words: str, font: ImageFont.FreeTypeFont) -> Iterator[str]:
    line = ""
    for word in words.split():
        longer = f"{line} {word}".strip()
        if line and font.getlength(longer) > MARGIN - 20:
            yield line
            line = f"    {word}"
        else:
            line = longer
    yield line


def draw_lines(sheet: Sheet, found: Gathered) -> None:
    """Lines of text, and furniture in red."""
    for line in found.lines:
        if line.page == sheet.page.number and line in found.furniture:
            sheet.box(_box(sheet, [line]), FURNITURE, fill=50)
    for part in found.parts:
        if isinstance(part, Line) and part.page == sheet.page.number:
            sheet.box(_box(sheet, [part]), LINE)


def draw_table(sheet: Sheet, table: RawTable, number: int) -> None:
    """The rows of a table that stand on the page: cells in the colours of their columns."""
    heads = heading_rows(table)
    types = types_of(table, heads)
    top = sheet.page.height
    for at, row in enumerate(table.rows):
        lines = [(c.column, line) for c in row.cells for line in c.lines]
        here = [line for _, line in lines if line.page == sheet.page.number]
        if not here:
            continue
        box = _box(sheet, here)
        top = min(top, box[1])
        band = (box[0] - 3, box[1] - 2, box[2] + 3, box[3] + 2)
        sheet.box(band, HEADING if at < heads else TABLE, fill=60 if at < heads else 8)
        for cell in row.cells:
            inside = [line for line in cell.lines if line.page == sheet.page.number]
            if inside:
                sheet.box(_box(sheet, inside), TYPES[types[cell.column]], width=2)
    if top < sheet.page.height:
        columns = ", ".join(str(one or "?") for one in types)
        size = f"{len(table.rows)} rows ({heads} head the columns)"
        sheet.note(top - 8, f"table {number}: {table.kind}, {size}: {columns}", TABLE)


def draw_letter(sheet: Sheet, letter: Letter) -> None:
    """What the letter says of its budget tables, and its findings."""
    for table in letter.budget_tables:
        for place in _on_page(sheet, table.evidence):
            unit = f"unit {table.unit} {table.unit_basis}, {table.unit_text or 'printed nowhere'}"
            roles = ", ".join(str(role or "?") for role in table.column_roles)
            sheet.note(place[1], f"budget table: {unit}; columns {roles}; {table.side}", INK)
    for finding in letter.findings:
        places = _on_page(sheet, finding.evidence)
        for place in places:
            sheet.box(place, FINDING, width=2)
        if places:
            words = f"{finding.severity} {finding.code} {finding.key or ''}: {finding.message}"
            sheet.note(min(place[1] for place in places), words, FINDING)


def _on_page(sheet: Sheet, evidence: Sequence[Evidence]) -> list[Box]:
    return [one.bbox for one in evidence if one.page == sheet.page.number and one.bbox]


def _box(sheet: Sheet, lines: Sequence[Line]) -> Box:
    """The box around some lines."""
    return (
        min(line.x0 for line in lines),
        min(line.top for line in lines),
        max(line.x1 for line in lines),
        max(line.bottom for line in lines),
    )


def draw(file: Path, only: int | None) -> Iterator[tuple[int, Image.Image]]:
    """Number and picture of each page, or of one."""
    document = open_document(file, Limits(), PdfiumReader())
    found = gather(document)
    tables = [part for part in found.parts if isinstance(part, RawTable)]
    try:
        letter = tildeling.parse(file)
    except tildeling.NotAnAllocationLetterError:
        letter = None
    with pypdfium2.PdfDocument(file) as pdf:
        for page in document.pages:
            if only is not None and page.number != only:
                continue
            sheet = Sheet(page, pdf[page.number - 1].render(scale=SCALE).to_pil().convert("RGB"))
            draw_lines(sheet, found)
            for number, table in enumerate(tables, 1):
                draw_table(sheet, table, number)
            if letter is not None:
                draw_letter(sheet, letter)
            yield page.number, sheet.finished()


def main() -> None:
    """Writes the pictures."""
    parser = argparse.ArgumentParser(description="Draw what the reading makes of pages.")
    parser.add_argument("file", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--page", type=int, help="this page alone, from 1")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    for number, picture in draw(options.file, options.page):
        picture.save(options.folder / f"{options.file.stem}-{number:02}.png")


if __name__ == "__main__":
    main()
