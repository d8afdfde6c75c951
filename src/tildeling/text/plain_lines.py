"""Plain text to lines: words on a grid of characters, without what repeats on pages.

A converter leaves no fonts or boxes. A word's place is its column on its line, which tells columns
where the converter kept them; a line's width is estimated in an ordinary type, which tells whether
the next word would have fitted.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from statistics import median_low

from tildeling.forms import is_label
from tildeling.page.furniture import FOOTER_LINES, FOOTER_WORDS, PAGE_NUMBER
from tildeling.page.lines import Line
from tildeling.read.page import Word
from tildeling.text.title import TITLE_WORDS

SIZE = 10.0
PITCH = 12.0
CHARACTER = 5.0
"""Type size, line pitch and character width of the grid, in points: three spaces part columns."""
MEAN_CHARACTER = 4.2
"""Points that a character of running text takes in an ordinary type, spaces among them."""
LONG_PAGE = 120
"""Text without page breaks is cut after so many lines, which bounds the work on one table."""
NARROWEST = 250.0
"""Points that full lines reach at least: some 60 characters; a text of short lines has none."""
MOST_COLUMNS = 12
"""A line with more gaps than this is loosely set, and no row of a table."""
HEAD_PAGES = 0.5
"""A running head stands on at least this share of the pages after the first."""
FEW_WORDS = 5
"""Rows of small letters alone, as titles under names are, have no more words than this."""
EDGE_LINES = 3
"""Running heads and page numbers stand among so many lines at a page's top or bottom."""

_PAGE_LABEL = re.compile(r"(?:side|page)\s*\d{1,3}(?:\s*(?:av|/|of)\s*\d{1,3})?", re.IGNORECASE)
_LONE_BULLET = re.compile(r"[•▪◦‣●○■□∙➢➤✓\uf0a7\uf0b7\uf0d8\uf0fc\uf0a8–-]")
# pdfium prints these for a hyphen at a line's end, and joins the lines.
_PDFIUM_HYPHEN = re.compile(r"(?<=\w)[\ufffe\x02](?=\w)")
# A postal code with its town, a telephone, an organisation number, a post box or a web address.
_ADDRESS = re.compile(
    r"\b\d{4} [A-ZÆØÅ]|\b\d\d \d\d \d\d \d\d\b|\b\d{3} ?\d{3} ?\d{3}\b|postboks|www\.|@|org\.? ?nr",
    re.IGNORECASE,
)
_WIDE_GAP = re.compile(r"\S {2,}(?=\S)")
# Up to so many spaces may be justified text's, or the typist's; more part columns.
_FEW_SPACES = re.compile(r"\S( {2,3})(?=\S)")
# A small letter after such a gap: running text, since cells begin with a capital or a digit.
_STRETCHED = re.compile(r"[^\W\d_][,.]? {2,3}[a-zæøå]")
_COLUMN, _STRETCH = "\x00", "\x01"
_WORD = re.compile(r"[^\s\x00\x01]+")

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
_MIDDLE = 0.52
"""All other characters, digits among them."""


@dataclass(eq=False)
class TextLine(Line):
    """A line of plain text."""

    blanks: int = 0
    """Blank lines over it, beyond what the text has between all of its lines."""
    breaks: bool = False
    """True where a page break stands over it."""
    width: float = 0.0
    """How far it reaches, in points, were it set in an ordinary type."""


def estimated_width(text: str) -> float:
    """Width of a word or of words single-spaced, in points of a type of size 10.

    >>> estimated_width("ill") < estimated_width("mmm")
    True
    """
    return SIZE * sum(_WIDTHS.get(mark, _MIDDLE) for mark in text)


def text_lines(text: str) -> tuple[list[TextLine], list[str]]:
    """The lines that hold words, and those left out as page furniture."""
    text = _PDFIUM_HYPHEN.sub(
        "-\n", text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    )
    raw: list[TextLine] = []
    number = 0
    for page, sheet in enumerate(text.split("\f"), 1):
        on_page = sheet.split("\n")
        raw.extend(_page_lines(on_page, page, number))
        number += len(on_page)
    furniture = _furniture(raw)
    kept = [line for line in raw if id(line) not in furniture]
    return _with_blanks(kept, raw), [line.text for line in raw if id(line) in furniture]


def _page_lines(on_page: Sequence[str], page: int, number: int) -> Iterable[TextLine]:
    """The lines of one page; a bullet alone on its line is joined to the text below."""
    bullet: str | None = None
    above = ""
    for at, printed in enumerate(on_page):
        content = printed.replace("\t", "   ").rstrip()
        if not content:
            continue
        if bullet is None and _is_lone_bullet(content, on_page[at + 1 : at + 3]):
            bullet = content.strip()
            continue
        if bullet is not None:
            content, bullet = f"{bullet} {content.strip()}", None
        if len(_WIDE_GAP.findall(content)) > MOST_COLUMNS:
            content = " ".join(content.split())
        below = on_page[at + 1] if at + 1 < len(on_page) else ""
        yield _line(_mark_gaps(content, above, below), page, number + at)
        above = content


def _is_lone_bullet(content: str, below: Sequence[str]) -> bool:
    """True for a bullet alone on its line; a dash is one only over words, not among amounts."""
    bullet = content.strip()
    words = " ".join(below).strip()
    return bool(_LONE_BULLET.fullmatch(bullet)) and (bullet not in "–-" or words[:1].isalpha())


def _mark_gaps(content: str, above: str, below: str) -> str:
    """Marks the gaps of few spaces: those between columns, and those that only stretch a line.

    A gap is one between columns where the line above or below has a gap in the same place.
    """
    marked = list(content)
    stretched = _STRETCHED.search(content) is not None and len(content.split()) > FEW_WORDS
    for gap in _FEW_SPACES.finditer(content):
        start, end = gap.span(1)
        shared = any(len(other) > end and "  " in other[start:end] for other in (above, below))
        marked[start] = _COLUMN if shared and not stretched else _STRETCH
    return "".join(marked)


def _line(content: str, page: int, number: int) -> TextLine:
    top = number * PITCH
    words = []
    for match in _WORD.finditer(content):
        end = float(match.end())
        mark = content[match.end() : match.end() + 1]
        if mark == _COLUMN:
            end -= 0.5  # so that a narrow gap is seen
        elif mark == _STRETCH:
            following = _WORD.search(content, match.end())
            end = following.start() - 1.0 if following else end
        words.append(
            Word(match[0], match.start() * CHARACTER, top, end * CHARACTER, top + SIZE, SIZE)
        )
    line = TextLine(page, tuple(words))
    indent = line.x0 / CHARACTER * MEAN_CHARACTER
    return replace(line, width=indent + estimated_width(line.text))


# ---------------------------------------------------------------------- page furniture


def _furniture(lines: Sequence[TextLine]) -> set[int]:
    """Identities of the lines that belong to pages: numbers, running heads, the postal footer."""
    pages: dict[int, list[TextLine]] = defaultdict(list)
    for line in lines:
        pages[line.page].append(line)
    found = _numbered(lines) | _repeated_titles(lines)
    if len(pages) > 1:
        for on_page in pages.values():
            found |= _edge_numbers(on_page)
        found |= _running_heads(list(pages.values()), found)
    for on_page in pages.values():
        found |= _postal_footer([line for line in on_page if id(line) not in found])
    return found


def _numbered(lines: Sequence[TextLine]) -> set[int]:
    """Lines "Side 1", "Side 2" ... wherever they stand, where they count upwards."""
    labelled = [line for line in lines if _PAGE_LABEL.fullmatch(line.text)]
    numbers = [int(re.findall(r"\d+", line.text)[0]) for line in labelled]
    return {id(line) for line in labelled} if numbers == sorted(set(numbers)) else set()


def _edge_numbers(on_page: Sequence[TextLine]) -> set[int]:
    return {
        id(line)
        for line in (*on_page[:1], *on_page[-1:])
        if len(line.words) <= 4 and PAGE_NUMBER.fullmatch(line.text)
    }


def _running_heads(pages: Sequence[Sequence[TextLine]], known: set[int]) -> set[int]:
    """Lines at the edge of several pages with the same words, digits apart."""
    same: dict[tuple[str, int, str], list[TextLine]] = defaultdict(list)
    for on_page in pages:
        rest = [line for line in on_page if id(line) not in known]
        for place, line in enumerate(rest[:EDGE_LINES]):
            same["top", place, re.sub(r"\d+", "#", line.text.casefold())].append(line)
        for place, line in enumerate(reversed(rest[-EDGE_LINES:])):
            same["bottom", place, re.sub(r"\d+", "#", line.text.casefold())].append(line)
    return {
        id(line)
        for (_, _, words), group in same.items()
        if len({line.page for line in group}) >= max(2, HEAD_PAGES * (len(pages) - 1))
        and not is_label(group[0].text)
        and re.search(r"[^\W\d_]{3}", words)
        for line in group
        if not re.match(r"kap|post\b|sum\b", words)
    }


def _postal_footer(rest: Sequence[TextLine]) -> set[int]:
    """Blocks of addresses and telephone: a line that heads several, and those under it."""
    found: set[int] = set()
    last = -FOOTER_LINES
    for at, line in enumerate(rest):
        if len(FOOTER_WORDS.findall(line.text)) > 2 and not line.text.endswith("."):
            found.add(id(line))
            last = at
        elif at - last < FOOTER_LINES and id(rest[at - 1]) in found and _ADDRESS.search(line.text):
            found.add(id(line))
    return found


def _repeated_titles(lines: Sequence[TextLine]) -> set[int]:
    """A title printed again word for word is a running head, whatever stands around it."""
    same: dict[str, list[TextLine]] = defaultdict(list)
    for line in lines:
        if TITLE_WORDS.search(line.text) and line.text[0].isupper() and len(line.words) > 2:
            same[line.text].append(line)
    return {id(line) for group in same.values() if len(group) > 2 for line in group[1:]}


# ---------------------------------------------------------------------- blank lines


def _with_blanks(kept: Sequence[TextLine], raw: Sequence[TextLine]) -> list[TextLine]:
    """The lines with the blank lines over each, and page breaks marked."""
    number = {id(line): round(line.top / PITCH) for line in raw}
    place = {id(line): at for at, line in enumerate(raw)}
    blanks = []
    breaks = []
    for at, line in enumerate(kept):
        above = kept[at - 1] if at else None
        new_page = above is not None and (
            above.page != line.page or place[id(line)] - place[id(above)] > 1
        )
        breaks.append(new_page)
        blanks.append(0 if above is None or new_page else number[id(line)] - number[id(above)] - 1)
    usual = _usual_blanks(kept, blanks)
    return [
        replace(
            line,
            blanks=max(0, count - usual),
            breaks=broken,
            page=line.page + at // LONG_PAGE,
        )
        for at, (line, count, broken) in enumerate(zip(kept, blanks, breaks, strict=True))
    ]


def _usual_blanks(lines: Sequence[TextLine], blanks: Sequence[int]) -> int:
    """Blank lines inside sentences: none, but in a text set with a blank line after every line."""
    inside = [
        blanks[at]
        for at in range(1, len(lines))
        if lines[at].text[0].islower() and lines[at - 1].text[-1].isalpha()
    ]
    return median_low(inside) if inside else 0


def usual_right(lines: Iterable[TextLine]) -> float:
    """How far full lines reach, in points; the few longest are left out."""
    widths = sorted(line.width for line in lines if "...." not in line.text)
    return max(NARROWEST, widths[len(widths) - 1 - len(widths) // 50] if widths else 0.0)


def keeps_indents(lines: Sequence[TextLine]) -> bool:
    """True where the converter kept indentations: some lines begin two characters in or more."""
    return sum(line.x0 >= 2 * CHARACTER for line in lines) > len(lines) / 100
