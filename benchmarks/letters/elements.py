"""What a letter is put together from, and the Typst that sets it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Alignment = Literal["left", "center", "right"]
Ruling = Literal["full", "none", "horizontal", "inner", "heading"]
LabelStyle = Literal["bold", "italic", "underline", "plain"]

# Everything that Typst gives a meaning of its own; the letters contain none of it as markup.
SPECIAL = re.compile(r"""([\\#\[\]*_$`<>@~"'/=+.-])""")
STROKES: dict[Ruling, str] = {
    "full": "0.5pt",
    "none": "none",
    "horizontal": "(x, y) => (top: 0.5pt, bottom: 0.5pt)",
    "inner": "(x, y) => (left: if x > 0 { 0.5pt }, top: if y > 0 { 0.5pt })",
    "heading": "(x, y) => if y == HEADING { (top: 0.8pt) } else { none }",
}
PAGE_NUMBERS = {
    "side": "[Side #here]",
    "side av": "[Side #here av #total]",
    "fraction": "[#here/#total]",
    "bare": "[#here]",
    "dashes": "[– #here –]",
}
STYLES: dict[LabelStyle, str] = {
    "bold": "#strong[{}]",
    "italic": "#emph[{}]",
    "underline": "#underline[{}]",
    "plain": "{}",
}


@dataclass(frozen=True, slots=True)
class Page:
    """How a letter's pages look; sizes in points, the margin on both sides in millimetres.

    `leading` is the space between lines in font sizes.
    """

    font: str = "Libertinus Serif"
    size: float = 11
    margin: float = 25
    leading: float = 0.62
    hyphenate: bool = False
    justify: bool = False
    page_number: str = "side"
    number_above: bool = False
    header: str = ""
    footer: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines of text; `scale` is the size beside the body's, `above` and `below` are points."""

    text: str
    style: LabelStyle = "plain"
    scale: float = 1
    align: Alignment = "left"
    above: float = 6
    below: float = 0
    sticky: bool = False
    marker: str = ""
    lead: str = ""
    lead_style: LabelStyle = "plain"

    def typst(self, page: Page) -> str:
        """Its Typst."""
        text = STYLES[self.style].format(escaped(self.text))
        if self.lead:
            text = f"{STYLES[self.lead_style].format(escaped(self.lead))} {text}"
        if self.scale != 1:
            text = f"#text(size: {page.size * self.scale:.2f}pt)[{text}]"
        if self.marker:
            text = f"#grid(columns: (8mm, 1fr), [{escaped(self.marker)}], [{text}])"
        if self.align != "left":
            text = f"#align({self.align})[{text}]"
        return (
            f"#block(above: {self.above + 3}pt, below: {self.below + 3}pt, "
            f"sticky: {typst_bool(self.sticky)}, width: 100%)[{text}]"
        )


@dataclass(frozen=True, slots=True)
class Gap:
    """Empty space."""

    points: float

    def typst(self, page: Page) -> str:
        """Its Typst."""
        return f"#v({self.points}pt)"


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows stands on the next page."""

    def typst(self, page: Page) -> str:
        """Its Typst."""
        return "#pagebreak()"


@dataclass(frozen=True, slots=True)
class Orientation:
    """The pages from here on are turned, or upright again."""

    landscape: bool

    def typst(self, page: Page) -> str:
        """Its Typst."""
        return f"#set page(flipped: {typst_bool(self.landscape)})"


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """A line of a table of contents, with dots or with bare space before its page."""

    level: int
    text: str
    page: int
    dots: bool

    def typst(self, page: Page) -> str:
        """Its Typst."""
        fill = "#box(width: 1fr, repeat[.])" if self.dots else "#h(1fr)"
        return (
            f"#block(above: 6pt, below: 6pt, inset: (left: {5 * (self.level - 1)}mm))"
            f"[{escaped(self.text)} {fill} {self.page}]"
        )


@dataclass(frozen=True, slots=True)
class Columns:
    """Lines side by side without rules: addresses, references, signatures."""

    cells: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...] = ()
    scale: float = 1

    def typst(self, page: Page) -> str:
        """Its Typst."""
        widths = "".join(f"{width}fr, " for width in self.widths or (1,) * len(self.cells))
        cells = ", ".join(f"par(leading: 0.5em)[{stacked(lines)}]" for lines in self.cells)
        return (
            f"#block(above: 3pt, below: 3pt, text(size: {page.size * self.scale:.2f}pt, "
            f"grid(columns: ({widths}), column-gutter: 4mm, {cells})))"
        )


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: a text, or elements where it holds more."""

    text: str = ""
    bold: bool = False
    align: Alignment | None = None
    colspan: int = 1
    rowspan: int = 1
    elements: tuple[Element, ...] = ()

    def typst(self, page: Page, bold: bool) -> str:
        """Its Typst."""
        body = "\n".join(element.typst(page) for element in self.elements) or escaped(self.text)
        if body and (bold or self.bold):
            body = f"#strong[{body}]"
        options = f"colspan: {self.colspan}, rowspan: {self.rowspan}"
        if self.align:
            options += f", align: {self.align}"
        return f"table.cell({options})[{body}]"


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `widths` are shares of the page, the first `heading` rows are its heading."""

    widths: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]
    heading: int = 1
    ruling: Ruling = "full"
    aligns: tuple[Alignment, ...] = ()
    repeat: bool = True
    scale: float = 1

    def typst(self, page: Page) -> str:
        """Its Typst."""
        widths = "".join(f"{width}fr, " for width in self.widths)
        aligns = "".join(f"{align}, " for align in self.aligns or ("left",) * len(self.widths))
        cells = [
            cell.typst(page, bold=row < self.heading)
            for row, line in enumerate(self.rows[: self.heading])
            for cell in line
        ]
        heading = f"table.header(repeat: {typst_bool(self.repeat)}, {', '.join(cells)}), "
        body = ", ".join(
            cell.typst(page, bold=False) for line in self.rows[self.heading :] for cell in line
        )
        stroke = STROKES[self.ruling].replace("HEADING", str(self.heading))
        return (
            "#block(above: 10pt, below: 10pt, breakable: true)[#set par(justify: false)\n"
            f"#set text(size: {page.size * self.scale:.2f}pt)\n"
            f"#table(columns: ({widths}), inset: 4pt, stroke: {stroke}, "
            f"align: (x, y) => ({aligns}).at(x), {heading if cells else ''}{body})]"
        )


Element = Paragraph | Gap | PageBreak | Orientation | ContentsLine | Columns | Table


def escaped(text: str) -> str:
    """The text so that Typst sets it letter for letter."""
    return SPECIAL.sub(r"\\\1", text)


def stacked(lines: Sequence[str]) -> str:
    return " \\ ".join(map(escaped, lines))


def typst_bool(value: bool) -> str:
    return "true" if value else "false"


def cells(*texts: str, bold: bool = False) -> tuple[Cell, ...]:
    """A row of plain cells."""
    return tuple(Cell(text, bold=bold) for text in texts)


def typst_source(elements: Sequence[Element], page: Page, language: str) -> str:
    """The whole letter as a Typst document; the first page has the footer, later ones the rest."""
    number = (
        "{ let here = counter(page).get().first(); let total = counter(page).final().first(); "
        f"align(right, text(size: 9pt, {PAGE_NUMBERS[page.page_number]})) }}"
    )
    header = f"align(right, text(size: 8pt, [{escaped(page.header)}]))" if page.header else "[]"
    columns = "".join(f"[{stacked(lines)}], " for lines in page.footer)
    footer = f"text(size: 6.5pt, grid(columns: (1fr,) * {len(page.footer)}, {columns}))"
    return f"""\
#set page(paper: "a4", margin: (x: {page.margin}mm, top: 26mm, bottom: 28mm),
  header: context {{ if counter(page).get().first() > 1 {{
    {header} + {number if page.number_above else "[]"} }} }},
  footer: context {{ if counter(page).get().first() == 1 and {typst_bool(bool(page.footer))} {{
    {footer if page.footer else "[]"} }} else {{ {"[]" if page.number_above else number} }} }})
#set text(font: "{page.font}", size: {page.size}pt, lang: "{language}", region: "NO",
  hyphenate: {typst_bool(page.hyphenate)})
#set par(leading: {page.leading}em, spacing: 0pt, justify: {typst_bool(page.justify)})
{chr(10).join(element.typst(page) for element in elements)}
"""
