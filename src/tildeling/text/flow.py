"""Lines to paragraphs: where one ends and the next begins.

The rule that carries most: a line that ends early, although the next line's first word would have
had room, was ended on purpose. Spacing, type and list markers say the rest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tildeling.find.torn_sums import goes_on_in_sum
from tildeling.forms import BUDGET_HEADING, SENTENCE_END, UNFINISHED, is_label
from tildeling.page.lines import Line
from tildeling.page.markers import is_bullet, split_marker

# A step of more than this many line pitches is space between paragraphs.
GAP = 1.22
# After a sentence's end and before a capital, a step of more than so many times that between the
# paragraph's own lines is such space, too: lines keep to their pitch within a hundredth.
LEAST_GAP = 1.1
# Points by which a line is indented to count as such.
INDENT = 2.5
# A word cut at a line's end goes on within this many font sizes, however loosely lines are set.
LOOSE = 2.0
# Points; a line that begins so far to the side of the one above is set apart from it.
SIDEWAYS = 60.0
# Words that did not part (a sum with hard spaces) may leave room for up to this many words.
LONG_LINE_GAP = 4

# A word cut at the line's end, whatever room a loosely set line seems to have had.
_HYPHENS = "-\u00ad"
_HYPHENATED = re.compile(rf"\w[{_HYPHENS}]$")
# "regjeringsråd Nordby-" over "Lunde": a name that is written with a hyphen.
_NAME_CUT = re.compile(rf"[A-ZÆØÅ][^\W\d_]+[{_HYPHENS}]$")
_RUN_IN = re.compile(r"[A-ZÆØÅ][^\s.,:]*(?: [^\s.,:]+){0,4}:(?:\s|$)")
# "4.5 Nasjonal kryptostrategi": a point that its section counts.
_POINT = re.compile(r"\d{1,2}\.\d{1,2}\.? +[A-ZÆØÅ«]")
# The dots and page number that end a line of a table of contents.
_LEADER = re.compile(r"(?:\.{3,}|(?:\s\.){3,}|…{2,})\s*\d{1,3}$")


@dataclass
class RawParagraph:
    """A paragraph's lines, before they are written into the letter's text."""

    lines: list[Line]
    marker: str | None = None
    marker_line: Line | None = None
    """The first line with its marker."""
    gap: float = 0.0
    indent: float = 0.0
    broken: set[int] = field(default_factory=set)
    """Positions of lines that go on inside a word of the line before."""

    in_hanging_list: bool = False
    """True for an item of a list in which the text of an item above hangs."""

    @property
    def marker_x(self) -> float:
        """Where its marker stands, or its first line without one."""
        return self.marker_line.x0 if self.marker_line else self.lines[0].x0

    @property
    def hangs(self) -> bool:
        """True for an item whose text stays to the right of its marker, line by line."""
        if self.marker_line is None:
            return False
        return self.lines[1].x0 > self.marker_x + INDENT if self.lines[1:] else self.in_hanging_list


@dataclass(frozen=True, slots=True)
class Area:
    """Where text flows: its left and right edge, and the usual line pitch."""

    left: float
    right: float
    pitch: float
    size: float
    """The font size that the pitch belongs to; lines in larger type stand further apart."""

    def pitch_of(self, line: Line) -> float:
        """The usual distance to the next line for type as large as the line's."""
        return self.pitch * max(1.0, line.size / self.size if self.size else 1.0)

    def has_room(self, above: Line, below: Line) -> bool:
        """True where the first word of `below` would have fitted at the end of `above`."""
        first = below.words[0]
        return above.x1 + above.space + (first.x1 - first.x0) < self.right - 0.5

    def ended(self, above: Line, below: Line) -> bool:
        """True where the line above was ended on purpose."""
        if not self.has_room(above, below):
            return False
        begins = below.words[0].text
        if _goes_on_in_word(above, below) or goes_on_in_sum(above.text, below.text):
            return False
        if _ends_sentence(above) or begins[0].isupper():
            return True
        # Hard spaces keep words together that we see as several: "kap. 291", "45 600 000 kroner".
        unit = below.words[: LONG_LINE_GAP + 1]
        return above.x1 + above.space + (unit[-1].x1 - unit[0].x0) < self.right - 0.5


def paragraphs_of(lines: Sequence[Line], area: Area) -> list[RawParagraph]:
    """The paragraphs and list items that consecutive lines of one area form."""
    found: list[RawParagraph] = []
    above: Line | None = None
    for line in lines:
        marker, rest = split_marker(line)
        if above is not None and found and not _begins(found[-1], above, line, marker, area):
            found[-1].lines.append(line)
        else:
            begun = _begin(line, marker, rest, above, area)
            begun.in_hanging_list = bool(found) and _is_next_item(found[-1], begun)
            found.append(begun)
        above = line
    return found


def run_on(paragraph: RawParagraph, following: RawParagraph, area: Area) -> bool:
    """Takes what a paragraph of one column goes on with at the head of the next one into it.

    `area` is where the first flows. What stands at the head of a column is read as if it stood at
    the head of a next page in the same one. False where something new begins there.
    """
    above, line = paragraph.lines[-1], following.marker_line or following.lines[0]
    if line.frame is None:
        return False
    aside = area.left - line.frame.left
    words = tuple(word._replace(x0=word.x0 + aside, x1=word.x1 + aside) for word in line.words)
    moved = Line(above.page + 1, words, above.frame)
    if _begins(paragraph, above, moved, following.marker, area):
        return False
    paragraph.lines += [line, *following.lines[1:]]
    return True


def _is_next_item(item: RawParagraph, next_item: RawParagraph) -> bool:
    """True for two items of one list of which the first is seen to hang."""
    return (
        item.hangs
        and next_item.marker is not None
        and abs(item.marker_x - next_item.marker_x) < INDENT
    )


def _begin(
    line: Line, marker: str | None, rest: Line, above: Line | None, area: Area
) -> RawParagraph:
    gap = 0.0
    if above is not None and above.page == line.page:
        gap = max(0.0, line.middle - above.middle - area.pitch)
    return RawParagraph(
        [rest],
        marker,
        line if marker else None,
        gap,
        max(0.0, line.x0 - area.left),
    )


def _begins(
    paragraph: RawParagraph, above: Line, line: Line, marker: str | None, area: Area
) -> bool:
    """True where `line` begins a paragraph instead of going on with the one above."""
    if _looks_different(above, line) or _is_contents(above):
        return True
    if marker is not None and _titled_in_bold(above, line):
        return True
    if is_label(line.text):  # whatever room there was above it
        return True
    same_page = above.page == line.page
    step = line.middle - above.middle
    if _goes_on_in_word(above, line) and (not same_page or step < LOOSE * line.size):
        return False
    if same_page and (_aligned_otherwise(above, line) or _set_right(above, line, area)):
        return True
    if _begins_alike(paragraph.lines[0], line) and _ends_sentence(above):
        return True
    if same_page and step > LEAST_GAP * area.pitch:
        if step > GAP * max(area.pitch, area.pitch_of(line), area.pitch_of(above)):
            return True
        if _ends_sentence(above) and line.text[0].isupper() and _is_further(paragraph, step):
            return True
    ended = area.ended(above, line) or _is_run_in_label(above, line)
    if marker is not None and (ended or _item_here(paragraph, line, marker, same_page, area)):
        return True
    if ended and not (_hanging_heading(paragraph, line) or (same_page and _is_open(above))):
        return True
    if same_page or _outdented(paragraph, line):
        return _outdented(paragraph, line)
    return _ends_sentence(above) and area.has_room(above, line)


def _begins_alike(first: Line, line: Line) -> bool:
    """True for two lines that begin with a point of their section, or with a title in bold."""
    if _POINT.match(line.text) and _POINT.match(first.text):
        return True
    return all(each.words[0].bold and not each.words[-1].bold for each in (first, line))


def _is_contents(line: Line) -> bool:
    """True for a line of a table of contents."""
    return line.text[-1].isdigit() and _LEADER.search(line.text) is not None


def _is_run_in_label(above: Line, line: Line) -> bool:
    """A line that begins with a label and colon, after a sentence's end or under a heading."""
    if _ends_sentence(above):
        return _RUN_IN.match(line.text) is not None or BUDGET_HEADING.match(line.text) is not None
    return above.bold and line.bold and _RUN_IN.fullmatch(line.text) is not None


def _ends_sentence(line: Line) -> bool:
    """True where a line's last word ends a sentence, and is no abbreviation such as "kap."."""
    return SENTENCE_END.search(line.words[-1].text) is not None and not _is_open(line)


def _is_further(paragraph: RawParagraph, step: float) -> bool:
    """True for a step that is larger than that between the paragraph's own last lines."""
    lines = paragraph.lines[-2:]
    return len(lines) == 2 and step > LEAST_GAP * (lines[1].middle - lines[0].middle) > 0


def _is_open(line: Line) -> bool:
    """True where a line's last word wants more: "kap. 842, post" over "21", though it had room."""
    return line.words[-1].text.casefold() in UNFINISHED


def _looks_different(above: Line, line: Line) -> bool:
    return (
        abs(above.size - line.size) > 0.6
        or (above.bold != line.bold and (_is_whole(above) or line.bold))
        or (above.italic != line.italic and above.italic and _is_whole(above))
    )


def _titled_in_bold(above: Line, line: Line) -> bool:
    """True for "3. **Øvelse Grenseland**" under a full line: the number need not be bold."""
    title = line.words[1:]
    return not above.bold and bool(title) and all(word.bold for word in title)


def _aligned_otherwise(above: Line, line: Line) -> bool:
    """True where one line is set at the right and the other at the left; both may be centred."""
    if abs(above.x0 - line.x0) < SIDEWAYS:
        return False
    return abs((above.x0 + above.x1) - (line.x0 + line.x1)) / 2 > above.size


def _goes_on_in_word(above: Line, line: Line) -> bool:
    """True where a line ends in a hyphen and the next goes on in a small letter, or with a name.

    So it does in a span of years: "(2025–" over "2026)".
    """
    cut = above.words[-1].text
    if cut[-1] in "-–" and cut[-2:-1].isdigit() and line.text[0].isdigit():
        return True
    if cut[-1] not in _HYPHENS:
        return False
    if line.text[0].isupper():
        return _NAME_CUT.fullmatch(cut) is not None and len(above.words) > 1
    return line.text[0].islower() and _HYPHENATED.search(cut) is not None


def _set_right(above: Line, line: Line, area: Area) -> bool:
    """True for two lines that are set flush right: a letter's date over its case number."""
    return (
        min(above.x0, line.x0) > area.left + SIDEWAYS
        and abs(above.x1 - line.x1) < 1.0
        and not line.text[0].islower()
        and above.text.count("(") <= above.text.count(")")
        and abs(above.x0 - line.x0) > INDENT
    )


def _is_whole(line: Line) -> bool:
    return line.bold or line.italic


def _item_here(
    paragraph: RawParagraph, line: Line, marker: str, same_page: bool, area: Area
) -> bool:
    """True where a marker begins an item although the line above is full."""
    if is_bullet(marker) and marker not in "–—-*o":
        return True
    if paragraph.marker is None and paragraph.lines[-1].text.endswith(":"):
        return True
    if line.x0 - paragraph.lines[-1].x0 > INDENT:
        return True
    if paragraph.marker is not None:
        # The next item stands where this one does, and its text hangs to the right of the marker.
        return abs(paragraph.marker_x - line.x0) < INDENT and (
            paragraph.lines[0].x0 - paragraph.marker_x > INDENT or not same_page
        )
    above = paragraph.lines[-1]
    return _opens_list(line, marker) and (_ends_sentence(above) or area.has_room(above, line))


def _opens_list(line: Line, marker: str) -> bool:
    """True for a list's first number, set apart from its text by a tab."""
    gap = line.words[1].x0 - line.words[0].x1 if len(line.words) > 1 else 0.0
    return marker.strip("().").casefold() in ("1", "a", "i") and gap > 1.5 * line.space


def _hanging_heading(paragraph: RawParagraph, line: Line) -> bool:
    """A bold heading may be broken early; its second line then begins in lower case or hangs."""
    return (
        line.bold
        and paragraph.lines[0].bold
        and line.words[0].text[0].islower()
        and not _ends_sentence(paragraph.lines[-1])
    )


def _outdented(paragraph: RawParagraph, line: Line) -> bool:
    """True where a line returns to the left of a list item's text."""
    if paragraph.marker is None or paragraph.marker_line is None:
        return False
    if line.x0 < paragraph.marker_x - INDENT:
        return True
    return paragraph.hangs and line.x0 < paragraph.lines[-1].x0 - INDENT
