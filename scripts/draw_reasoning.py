"""Draws the pages of a document with what the reading makes of them, room by room.

    python scripts/draw_reasoning.py FILE.pdf FOLDER [--page N]

writes FOLDER/NAME-01.png and so on. Needs the extra `notebook`. On the page itself:

    red      furniture and marks: what was taken out; turquoise: footnotes; grey: hidden words
    shaded   rows of tables, those that head columns darker; cells in the colour of what their
             column holds; dashed lines where the best reading of a table parts columns
    bars     at the left edge, the places that hold what stands beside them: section, side,
             chapter, post
    pink     what findings are about

In the margin, beside what it is about: the places that headings open; for each table its kind, the
types of its columns, the unit that stands around it, and the readings that competed with the terms
of their scores; budget tables with how their unit is known; findings.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import matplotlib
import pypdfium2
from PIL import Image, ImageDraw, ImageFont

import tildeling
from tildeling.letter import Evidence, Letter
from tildeling.limits import Limits
from tildeling.page.lines import Line
from tildeling.read.page import Page, Word
from tildeling.read.pdfium import PdfiumReader
from tildeling.read.source import open_document
from tildeling.scope.around import Around
from tildeling.scope.tree import Place, Tree, read_tree
from tildeling.scope.units import InForce, UnitsDiffer, unit_around
from tildeling.tabular.column_types import heading_and_types
from tildeling.tabular.raw_table import RawTable
from tildeling.tabular.readings import Reading
from tildeling.text.blocks import Paragraph, Table
from tildeling.text.lay_out import Gathered, gather, lay_out

SCALE = 1.7
"""Pixels a point: A4 is 1012 pixels wide, and small print can be read."""
MARGIN = 760
"""Width in pixels of the notes beside the page."""
BAR = 5
"""Width in pixels of a place's bar, and between two."""
NAME = 40
"""Characters of a heading without a number."""
READINGS = 4
"""So many readings of a table are told, the best first."""

Colour = tuple[int, int, int]
Box = tuple[float, float, float, float]

LINE: Colour = (150, 150, 190)
FURNITURE: Colour = (220, 30, 30)
NOTE: Colour = (0, 170, 170)
HIDDEN: Colour = (120, 120, 120)
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
PLACES: dict[str, Colour] = {
    "section": (60, 110, 200),
    "side": (200, 140, 0),
    "chapter": (150, 40, 170),
    "post": (0, 140, 90),
}
"""The colour of a place's bar."""


@dataclass
class Sheet:
    """A page being drawn: boxes upon it, notes beside it."""

    page: Page
    picture: Image.Image
    notes: list[tuple[float, str, Colour]] = field(default_factory=list)

    def box(self, box: Box, colour: Colour, *, fill: int = 0, width: int = 1) -> None:
        """Draws a box around a part of the page as it is shown, filled to `fill` of 255."""
        draw = ImageDraw.Draw(self.picture, "RGBA")
        corners = [side * SCALE for side in box]
        draw.rectangle(corners, fill=(*colour, fill), outline=(*colour, 255), width=width)

    def dashed(self, x: float, top: float, bottom: float, colour: Colour) -> None:
        """Draws a dashed line down the page as it is read."""
        for y in range(int(top), int(bottom), 8):
            self.box(self.page.shown((x, y, x + 0.3, min(y + 4.0, bottom))), colour)

    def bar(self, at: int, top: float, bottom: float, colour: Colour) -> None:
        """Draws the bar of a place, `at` places from the left edge."""
        left = (2 + at * 2 * BAR) / SCALE
        self.box((left, top, left + BAR / SCALE, bottom), colour, fill=160)

    def note(self, top: float, words: str, colour: Colour = INK) -> None:
        """Says something beside a height of the page."""
        self.notes.append((top, words, colour))

    def on_page(self, evidence: Iterable[Evidence]) -> list[Box]:
        """The boxes of evidence that stands on this page."""
        return [one.bbox for one in evidence if one.page == self.page.number and one.bbox]

    def finished(self) -> Image.Image:
        """The page with its notes, each as near to its height as those over it let it be."""
        font = ImageFont.truetype(
            # Pillow's own font has no æ, ø and å.
            f"{matplotlib.get_data_path()}/fonts/ttf/DejaVuSans.ttf",
            13,
        )
        lines: list[tuple[float, str, Colour]] = []
        free = 0.0
        for top, words, colour in sorted(self.notes, key=lambda note: note[0]):
            for line in _wrapped(words, font):
                free = max(free, top * SCALE)
                lines.append((free, line, colour))
                free += font.size * 1.25
        width, height = self.picture.size
        sheet = Image.new("RGB", (width + MARGIN, max(height, int(free) + 4)), "white")
        sheet.paste(self.picture)
        draw = ImageDraw.Draw(sheet)
        for y, line, colour in lines:
            draw.text((width + 10, y), line, font=font, fill=colour)
        return sheet


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


# ---------------------------------------------------------------------- pages and lines


def draw_lines(sheet: Sheet, found: Gathered) -> None:
    """Lines of text; furniture and marks, footnotes and hidden words in their colours."""
    here = [line for line in found.lines if line.page == sheet.page.number]
    for line in here:
        if line in found.furniture:
            sheet.box(_box(sheet, line.words), FURNITURE, fill=50)
    for part in found.parts:
        if isinstance(part, Line) and part.page == sheet.page.number:
            sheet.box(_box(sheet, part.words), LINE)
    for note in found.notes:
        lines = [line for line in note.lines if line.page == sheet.page.number]
        here += lines
        for line in lines:
            sheet.box(_box(sheet, line.words), NOTE, fill=60)
    read = {word for line in here for word in line.words}
    for word in sheet.page.words:
        if word not in read:
            sheet.box(_box(sheet, [word]), FURNITURE, fill=90)
    for word in sheet.page.hidden:
        sheet.box((word.x0, word.top, word.x1, word.bottom), HIDDEN, fill=90)


def _box(sheet: Sheet, words: Sequence[Word]) -> Box:
    """The box around some words, where the page shows them."""
    boxes = [sheet.page.shown((w.x0, w.top, w.x1, w.bottom)) for w in words]
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


# ---------------------------------------------------------------------- tables


def draw_table(sheet: Sheet, table: RawTable, number: int) -> None:
    """The rows of a table that stand on the page, and the readings that competed for it."""
    heads, types = heading_and_types(table)
    boxes: list[Box] = []
    rows = [(at < heads, row) for at, row in enumerate(table.rows)]
    rows += [(True, row) for _, row in table.repeated]
    for heads_columns, row in rows:
        cells = {
            cell.column: [w for line in cell.lines if _is_here(sheet, line) for w in line.words]
            for cell in row.cells
        }
        here = [word for words in cells.values() for word in words]
        if not here:
            continue
        left, top, right, bottom = _box(sheet, here)
        boxes.append((left, top, right, bottom))
        shade = (HEADING, 60) if heads_columns else (TABLE, 8)
        sheet.box((left - 3, top - 2, right + 3, bottom + 2), shade[0], fill=shade[1])
        for column, words in cells.items():
            if words:
                sheet.box(_box(sheet, words), TYPES[types[column]], width=2)
    if boxes:
        columns = ", ".join(str(one or "?") for one in types)
        size = f"{len(table.rows)} rows ({heads} head the columns)"
        top = min(box[1] for box in boxes) - 8
        sheet.note(top, f"table {number}: {table.kind}, {size}: {columns}", TABLE)
        if table.page == sheet.page.number:
            _draw_readings(sheet, table, top)


def _draw_readings(sheet: Sheet, table: RawTable, top: float) -> None:
    readings = [one for one in table.readings if isinstance(one, Reading)]
    for at, one in enumerate(readings[:READINGS], 1):
        terms = ", ".join(f"{name} {value:.2f}" for name, value in one.terms.items())
        size = f"{len(one.strips) + 1} columns, {len(one.starts)} rows"
        sheet.note(top, f"reading {at}: {one.score:.2f} ({one.name}; {size}): {terms}", TABLE)
    for strip in readings[0].strips if readings else ():
        sheet.dashed(strip.middle, table.top, table.bottom, TABLE)


def _is_here(sheet: Sheet, line: Line) -> bool:
    return line.page == sheet.page.number


# ---------------------------------------------------------------------- scopes


def draw_scopes(sheet: Sheet, tree: Tree) -> None:
    """The places in force beside each block, those that headings open, the units of tables."""
    for at, block in enumerate(tree.laid.blocks):
        boxes = sheet.on_page(tree.laid.text.evidence(block.start, block.end))
        if not boxes:
            continue
        top, bottom = min(box[1] for box in boxes), max(box[3] for box in boxes)
        around = [place for place in tree.places[at].outward() if place.kind != "letter"]
        for depth, place in enumerate(reversed(around)):
            sheet.bar(depth, top, bottom, PLACES[place.kind])
        if isinstance(block, Paragraph) and tree.places[at].heading is block:
            sheet.note(top, _path(tree, around), PLACES.get(tree.places[at].kind, INK))
        if isinstance(block, Table):
            unit = _unit(unit_around(Around(tree, at, at)))
            sheet.note(top, f"in force: {_path(tree, around)}; {unit}", INK)


def _path(tree: Tree, around: Sequence[Place]) -> str:
    """The places from the outermost to the innermost."""
    return " › ".join(_name(tree, place) for place in reversed(around)) or "the letter"


def _name(tree: Tree, place: Place) -> str:
    slots = {"kap.": place.chapter, "post": place.post, "side": place.side}
    named = [f"{name} {value}" for name, value in slots.items() if value is not None]
    if place.number:
        return " ".join((f"§ {place.number}", *named))
    heading = tree.words(place.heading) if place.heading else place.kind
    return " ".join(named) or f"«{heading[:NAME]}»"


def _unit(unit: InForce) -> str:
    if unit is None:
        return "no unit stands around it"
    if isinstance(unit, UnitsDiffer):
        return "units differ: " + "; ".join(f"{one.unit} «{one.words}»" for one in unit.said)
    return f"unit {unit.unit} by its {unit.rank}: «{unit.words}»"


# ---------------------------------------------------------------------- the letter


def draw_letter(sheet: Sheet, letter: Letter) -> None:
    """What the letter says of its budget tables, and its findings."""
    for table in letter.budget_tables:
        for place in sheet.on_page(table.evidence):
            unit = f"unit {table.unit} {table.unit_basis}, {table.unit_text or 'printed nowhere'}"
            roles = ", ".join(str(role or "?") for role in table.column_roles)
            sheet.note(place[1], f"budget table: {unit}; columns {roles}; side {table.side}")
    for finding in letter.findings:
        places = sheet.on_page(finding.evidence)
        for place in places:
            sheet.box(place, FINDING, width=2)
        if places:
            words = f"{finding.severity} {finding.code} {finding.key or ''}: {finding.message}"
            sheet.note(min(place[1] for place in places), words, FINDING)


def draw(file: Path, only: int | None) -> Iterator[tuple[int, Image.Image]]:
    """Number and picture of each page, or of one."""
    document = open_document(file, Limits(), PdfiumReader())
    found = gather(document)
    tables = [part for part in found.parts if isinstance(part, RawTable)]
    tree = read_tree(lay_out(document))
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
            draw_scopes(sheet, tree)
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
