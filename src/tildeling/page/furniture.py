"""Page furniture, found by repetition and place: running heads, page numbers, postal footer."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence, Set

from tildeling.forms import SENTENCE_END, TITLE_WORDS, is_label
from tildeling.page.lines import Line
from tildeling.page.marks import RIM
from tildeling.read.page import ARTIFACT, Page

TOP_ZONE = 0.13
# Shares of the page's height where running heads and page numbers stand.
BOTTOM_ZONE = 0.11
# Share of the page's height, from the bottom, where a postal footer stands.
FOOTER_ZONE = 0.26
# A postal footer has no more lines than this.
FOOTER_LINES = 8
# A line of running text that fills more than this share of the text's width is no running head.
WIDE = 0.8
# A running head stands on at least this share of the pages after the first; heads may alternate.
REPEATED = 0.4
# Footer type is smaller than this share of running text.
SMALL = 0.92

# A page has no more lines of running heads and feet than this.
MOST_HEADS = 6
# Lines of a postal footer leave no more than so many font sizes free between them.
BLOCK_STEP = 2.0
# Font sizes by which a head begins further in than the text: headings are set in by less.
ASIDE = 4.0
# Its lines differ in size by less than this share: 7.5 points under a table in 9.5.
ONE_SIZE = 0.1

PAGE_NUMBER = re.compile(
    r"(?:(?:side|s\.|page)\s*)?[-–(]?\s*\d{1,3}\s*[-–)]?(?:\s*(?:av|/|of)\s*\d{1,3})?", re.I
)

_TABLE_HEAD = re.compile(r"kap|post|nr\b|frist\b|hva\b|kva\b|oppdrag", re.I)
# What stands in the footer of a ministry's first page, in both written languages.
FOOTER_WORDS = re.compile(
    r"postadresse|kontoradresse|besøksadresse|telefon\*?|sentralbord|saksbehandl[ae]r|"
    r"org\.?\s*(?:nr|nummer)|avdeling\b|@[\w.-]+\.no|www\.",
    re.IGNORECASE,
)


def find_furniture(pages: Sequence[tuple[Page, list[Line]]], body_size: float) -> set[Line]:
    """The lines that belong to the pages and not to the letter."""
    found: set[Line] = set()
    full = _full_width(pages)
    heads = {line for line in _repeated(pages) if not _is_running_text(line, full, body_size)}
    in_columns: set[str] = set()
    for page, lines in pages:
        found |= _in_rim(page, lines, full)
        found |= _outermost(page, lines, heads)
        found |= _outermost(page, lines, _artifacts(page, lines, in_columns))
        found |= _letter_s_name(page, [line for line in lines if line not in found], full)
        found |= _page_numbers(page, lines, found)
        found |= _postal_footer(page, [line for line in lines if line not in found], body_size)
        in_columns.update(
            line.text for line in lines if line not in found and len(line.segments) > 1
        )
    return found


def _in_rim(page: Page, lines: Sequence[Line], full: float) -> set[Line]:
    """Lines in the rim at the head or foot of a page, where its text does not run on into it."""
    rim = RIM * max(page.width, page.height)
    foot = page.height - rim
    found: set[Line] = set()
    for outer, inwards in (
        ([line for line in lines if line.bottom <= rim], lines),
        ([line for line in reversed(lines) if line.top >= foot], lines[::-1]),
    ):
        if not outer:
            continue
        following = next((line for line in inwards if line not in outer), None)
        if following is None or not _runs_on(outer[-1], following, full):
            found.update(outer)
    return found


def _runs_on(line: Line, other: Line, full: float) -> bool:
    """True for two lines of one text: alike, close, and one of them wide."""
    return (
        abs(line.size - other.size) < 0.05 * line.size
        and abs(line.middle - other.middle) < 1.7 * line.size
        and abs(line.x0 - other.x0) < line.size
        and max(line.x1 - line.x0, other.x1 - other.x0) > WIDE * full
    )


def _zone(page: Page, line: Line) -> str | None:
    if line.bottom < page.height * TOP_ZONE:
        return "top"
    return "bottom" if line.top > page.height * (1 - BOTTOM_ZONE) else None


def _repeated(pages: Sequence[tuple[Page, list[Line]]]) -> set[Line]:
    """Lines at the same height of several pages with the same words, page number apart."""
    same: dict[tuple[str, str, int], list[Line]] = defaultdict(list)
    for page, lines in pages:
        own = _own_number(page.number, len(pages))
        for line in lines:
            zone = _zone(page, line)
            # Labels ("Finansiering:") come back, and may do so at the top of pages.
            if zone and not _is_table_head(line) and not is_label(line.text):
                # "Tillegg nr. 3" ends on its own number, which is page 3's only there.
                small = line.text.casefold()
                for words in {small, own.sub("#", small)}:
                    same[zone, words, round(line.middle / 4)].append(line)
    enough = max(2, REPEATED * (len(pages) - 1))
    return {
        line
        for group in same.values()
        if len({line.page for line in group}) >= enough
        for line in group
    }


def _artifacts(page: Page, lines: Sequence[Line], in_columns: Set[str]) -> set[Line]:
    """The lines that the PDF's tags say are no part of the text: heads that do not come back.

    On the first page a letterhead is one too, and it is a letter's. Tags that leave next to nothing
    of a page are not to be trusted. Word says so of a table's heading where it repeats it:
    `in_columns` are lines of the pages before that stand in columns.
    """
    if page.number == 1:
        return set()
    found = [
        line
        for line in lines
        if line.words[0].element is ARTIFACT and all(w.element is ARTIFACT for w in line.words)
    ]
    if len(found) > min(MOST_HEADS, len(lines) / 2):
        return set()
    return {line for line in found if not _is_table_head(line) and line.text not in in_columns}


def _outermost(page: Page, lines: Sequence[Line], heads: set[Line]) -> set[Line]:
    """The running heads of a page that have no line of the letter between them and the edge.

    A page number may: a head over it need not come back, as on a letter's second and last page.
    """
    if not heads:
        return set()
    found = {line for line in lines if line in heads and _is_page_number(line)}
    for zone, inwards in (("top", lines), ("bottom", lines[::-1])):
        for line in inwards:
            if _zone(page, line) != zone:
                break
            if line in heads:
                found.add(line)
            elif not _is_page_number(line):
                break
    return found


def _is_page_number(line: Line) -> bool:
    return PAGE_NUMBER.fullmatch(line.text.strip()) is not None


def _full_width(pages: Sequence[tuple[Page, list[Line]]]) -> float:
    """The width of the text: that of its widest lines, but for some that stick out."""
    widths = sorted(line.x1 - line.x0 for _, lines in pages for line in lines)
    return widths[int(0.95 * (len(widths) - 1))] if widths else 0.0


def _is_running_text(line: Line, full: float, body_size: float) -> bool:
    """True for a line as wide and large as the text's, whose words only happen to come back."""
    if line.size < body_size - 0.3 or len(line.segments) > 1:
        return False
    return line.x1 - line.x0 > WIDE * full


def _own_number(number: int, count: int) -> re.Pattern[str]:
    """The page's own number in its running heads: at either end, or beside the count of pages."""
    return re.compile(
        rf"(?:^\(?{number}\b\)?|(?<=side )\b{number}\b|\(?\b{number}\)?$"
        rf"|\b{number}(?=\s*(?:/|av)\s*{count}\b))"
    )


def _is_table_head(line: Line) -> bool:
    """A table's heading, repeated at the top of a page that it runs over, is no running head."""
    return len(line.segments) > 1 and _TABLE_HEAD.match(line.text) is not None


def _letter_s_name(page: Page, lines: Sequence[Line], full: float) -> set[Line]:
    """The head of a letter's second and last page, which comes back nowhere: its name, set aside.

    It begins further in than the text, ends no sentence and leaves a space under it. A title in
    bold or larger type is the letter's own, after a cover page.
    """
    if page.number == 1 or len(lines) < 2 or _zone(page, lines[0]) != "top":
        return set()
    head, below = lines[:2]
    if head.bold or head.size > below.size:
        return set()
    is_aside = head.x0 > min(line.x0 for line in lines[1:]) + ASIDE * head.size
    is_apart = below.middle - head.middle > 1.7 * below.size
    names = TITLE_WORDS.search(head.text) is not None and SENTENCE_END.search(head.text) is None
    return {head} if is_aside and is_apart and names and _is_short(head, full) else set()


def _is_short(line: Line, full: float) -> bool:
    return line.x1 - line.x0 < WIDE * full


def _page_numbers(page: Page, lines: Sequence[Line], known: set[Line]) -> set[Line]:
    """The outermost line of the top or bottom zone, where it holds a page number alone."""
    rest = [line for line in lines if line not in known]
    found: set[Line] = set()
    for inwards in (rest, rest[::-1]):
        line = next(iter(inwards), None)
        if line is None or not _zone(page, line) or not _is_page_number(line):
            continue
        own = line.text.strip() == str(page.number)
        if own or not any(_ends_cell(line, other) for other in inwards[1:2]):
            found.add(line)
    return found


def _ends_cell(line: Line, other: Line) -> bool:
    """True for a number that ends the text of a cell: "kan nyttes under post" over "45"."""
    return (
        abs(line.size - other.size) < ONE_SIZE * line.size
        and abs(line.middle - other.middle) < 1.7 * line.size
        and any(abs(line.x0 - part.x0) < line.size for part in other.segments)
    )


def _is_small_print(line: Line, below: Sequence[Line], body_size: float) -> bool:
    """True for a line in small type that stands close over the block's lines, in type like theirs.

    A table in small type that ends over the footer is none of it.
    """
    if line.size >= SMALL * body_size:
        return False
    if not below:
        return True
    near = below[0].top - line.bottom < BLOCK_STEP * line.size
    return near and abs(line.size - below[0].size) < ONE_SIZE * line.size


def _postal_footer(page: Page, lines: Sequence[Line], body_size: float) -> set[Line]:
    """The block that ends a page with addresses, telephone and case officer.

    Either its first line heads several columns with such words, or all of it is small print.
    """
    zone = [line for line in lines if line.top > page.height * (1 - FOOTER_ZONE)]
    small = len(zone)
    while small and _is_small_print(zone[small - 1], zone[small:], body_size):
        small -= 1
    block = zone[small:]
    words = {word.lower() for line in block for word in FOOTER_WORDS.findall(line.text)}
    # A table's column may be of departments.
    found = set(block) if words - {"avdeling"} else set()
    for index, line in enumerate(zone):
        if len(zone) - index > FOOTER_LINES or len(line.segments) == 1:
            continue
        if sum(1 for part in line.segments if FOOTER_WORDS.search(part.text)) > 1:
            return found.union(zone[index:])
    return found
