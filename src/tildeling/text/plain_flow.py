"""Lines of plain text to paragraphs: where one ends and the next begins, and which are headings.

The rule that carries most is that of `flow`: a line that ends early, although the next word would
have had room, was ended on purpose. Blank lines are no proof: converters put them into sentences.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tildeling.forms import UNFINISHED, is_label
from tildeling.page.lines import Line
from tildeling.page.markers import is_bullet, split_marker
from tildeling.read.page import Word
from tildeling.text.plain_lines import (
    CHARACTER,
    TextLine,
    estimated_width,
    keeps_indents,
    usual_right,
)
from tildeling.text.title import FIRST_BLOCKS, TITLE_WORDS

HANGING = 0.9
"""Share of the usual width that a list item's lines reach, where its indentation is lost."""
CLEARLY = 0.96
"""Share of the usual width that counts where only a capital speaks for a new paragraph."""
LONE = 0.4
"""A line shorter than this share of the usual width was not wrapped."""
FAR = 40.0
"""Lines of one paragraph begin at most so many points apart."""
SHORT = 0.85
"""A heading without a number is shorter than this share of the usual width."""
LONGEST_HEADING = 220
"""Characters."""

_SENTENCE_END = re.compile(r"[.:!?;»\"”)]$")
_LEADER = re.compile(r"(?:\.{3,}|(?:\s\.){3,}|…{2,})[\s\u2060]*\d{1,3}$")
_RUN_IN = re.compile(r"[A-ZÆØÅ][^\s.,:]*(?: [^\s.,:]+){0,4}:(?:\s|$)")
_SIGNS_UNFINISHED = ("–", "-", ",", "/", "(")
_DASHES = ("-", "–", "—")

# "Oppdrag nr. 2020-017", "TB2018 - 001:", "ID: 2026-01", "Oppdrag 71": what an assignment's heading
# begins with. Not a year or a date by itself.
_ASSIGNMENT = re.compile(
    r"(?:(?:Oppdrag|Oppgave|Oppgåve)(?:\s+nr\.?)?\s*|ID:?\s*|[A-ZÆØÅ]{2,6}\s?-?)"
    r"(?:[A-ZÆØÅ]{2,6}\s?)?\d{2,4}\s?[-–/.]\s?\d{1,4}\b|(?:Oppdrag|Oppgave)\s+(?:nr\.?\s*)?\d{1,3}\b|"
    r"(?:Nytt\s+)?[Oo]ppdrag:\s+[A-ZÆØÅ]"
)
# "Kap. 290 Integrerings-", "Post 01 Driftsutgifter", "Kapittel 290, post 01"; with a capital, since
# "kap. 291" also begins wrapped lines.
_BUDGET_HEAD = re.compile(r"(?:Kap\.?|Kapittel)\s*\d{3,4}\b|Post\s*\d{2}\b")
# "4.1. Flere er i arbeid", "1 Generelt", "A. Innledning": a number and a capital. Not "1. mars",
# not "15.3.2026", not "127 S".
_OUTLINED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,4}\.?|[IVX]{1,5}\.|[A-H]\.)\s+[A-ZÆØÅ][^\W\d_]")


@dataclass(frozen=True, slots=True)
class TextPage:
    """How a text is set."""

    right: float
    """How far full lines reach, in points."""
    indented: bool
    """True where the converter kept indentations."""
    spaced: bool
    """True where blank lines stand between paragraphs."""


@dataclass
class TextParagraph:
    """A paragraph's lines, before they are written into the letter's text."""

    lines: list[Line]
    first: TextLine
    """Its first line as printed, with its marker."""
    marker: str | None = None
    heading: bool = False

    @property
    def text(self) -> str:
        """Its words without the marker, single-spaced."""
        return " ".join(line.text for line in self.lines)


def paragraphs_of_text(lines: Sequence[TextLine], page: TextPage) -> list[TextParagraph]:
    """The paragraphs, headings and list items that consecutive lines form."""
    found: list[TextParagraph] = []
    above: TextLine | None = None
    for line in lines:
        marker, rest = split_marker(line)
        if marker in _DASHES and rest.text[0].isdigit():
            marker, rest = None, line  # "2017\n– 2018"
        if above is None or _begins(found[-1], above, line, marker, page):
            found.append(TextParagraph([rest], line, marker))
        else:
            found[-1].lines.append(line)
        above = line
    return found


def page_of(lines: Sequence[TextLine]) -> TextPage:
    """How a text is set, from its lines."""
    right = usual_right(lines)
    blanks = [
        below.blanks > 0
        for above, below in pairwise(lines)
        if above.text.endswith(".")
        and above.width < SHORT * right
        and below.text[0].isupper()
        and not below.breaks
    ]
    return TextPage(right, keeps_indents(lines), sum(blanks) > 0.6 * len(blanks))


def _begins(
    paragraph: TextParagraph, above: TextLine, line: TextLine, marker: str | None, page: TextPage
) -> bool:
    """True where `line` begins a paragraph instead of going on with the one above."""
    if _LEADER.search(above.text) or is_label(above.text) or is_label(line.text):
        return True
    if marker is not None and is_bullet(marker) and marker not in (*_DASHES, "*", "o"):
        return True
    if abs(line.x0 - above.x0) > FAR and not line.text[0].islower():
        return True
    if _is_unfinished(above, line, page):
        return False
    ended = bool(_SENTENCE_END.search(above.text))
    room = _has_room(paragraph, above, line, page)
    if marker is not None:
        return ended or room or bool(line.blanks) or paragraph.marker is not None
    if _begins_structure(line.text) and (ended or room or line.blanks):
        return True
    if page.indented and _outdented(paragraph, line):
        return True
    if line.text[0].islower():
        return _is_lone(paragraph, above, page) or (ended and (room or bool(line.blanks)))
    if _begins_structure(paragraph.first.text) and not ended and line.text[0].isupper():
        return True
    if ended and line.blanks and not line.breaks:
        return True
    if not room:
        return ended and _RUN_IN.match(line.text) is not None
    return ended or _begins_clearly(above, line, page)


def _is_unfinished(above: TextLine, line: TextLine, page: TextPage) -> bool:
    """True where a line ends in a word or sign after which something must follow."""
    last = above.words[-1].text
    if last.endswith(",") and not line.text[0].islower():
        return above.width > LONE * page.right  # not "Med hilsen,"
    if last.endswith("-") and last[-2:-1].isdigit() and not line.text[0].islower():
        return False  # "Vår ref.: 2025/6833-"
    return last.endswith(_SIGNS_UNFINISHED) or last.lstrip("(").casefold() in UNFINISHED


def _is_lone(paragraph: TextParagraph, above: TextLine, page: TextPage) -> bool:
    """True for a first line so short that it was not wrapped: a name over a title."""
    return len(paragraph.lines) == 1 and above.width < LONE * page.right


def _outdented(paragraph: TextParagraph, line: TextLine) -> bool:
    """True where a line stands to the left of a list item's text."""
    return (
        paragraph.marker is not None
        and paragraph.lines[0].x0 - paragraph.first.x0 > CHARACTER
        and line.x0 < paragraph.lines[0].x0 - 1.5 * CHARACTER
    )


def _has_room(paragraph: TextParagraph, above: TextLine, line: TextLine, page: TextPage) -> bool:
    """True where the first word of `line` would have fitted at the end of `above`."""
    share = CLEARLY if page.spaced and not line.blanks else 1.0
    if paragraph.marker is not None and line.x0 <= paragraph.first.x0:
        share = HANGING
    return _fits(above, line.words[:1], page.right * share)


def _begins_clearly(above: TextLine, line: TextLine, page: TextPage) -> bool:
    """True where a line begins anew although no sentence ended above it."""
    if line.text[0].isupper():
        return _fits(above, line.words[:1], page.right * CLEARLY)
    return line.text[0] != "(" and _fits(above, line.words[:5], page.right)


def _fits(above: TextLine, words: Sequence[Word], right: float) -> bool:
    text = " ".join(word.text for word in words)
    return above.width + estimated_width(f" {text}") < right


def _begins_structure(text: str) -> bool:
    """True for text that begins as headings with a number do."""
    return any(pattern.match(text) for pattern in (_ASSIGNMENT, _BUDGET_HEAD, _OUTLINED))


# ---------------------------------------------------------------------- headings


def mark_headings(paragraphs: Sequence[TextParagraph], right: float) -> None:
    """Marks the paragraphs that look like headings, from their words and neighbours."""
    for at, paragraph in enumerate(paragraphs):
        before = paragraphs[at - 1] if at else None
        after = paragraphs[at + 1] if at + 1 < len(paragraphs) else None
        paragraph.heading = _is_heading(paragraph, before, after, right) or (
            at < FIRST_BLOCKS and _is_title(paragraph)
        )


def _is_title(paragraph: TextParagraph) -> bool:
    text = paragraph.text
    return (
        paragraph.marker is None
        and len(text) <= LONGEST_HEADING
        and not text.endswith((".", ":", ","))
        and TITLE_WORDS.search(text) is not None
    )


def _is_heading(
    paragraph: TextParagraph,
    before: TextParagraph | None,
    after: TextParagraph | None,
    right: float,
) -> bool:
    text = paragraph.text
    printed = paragraph.first.text
    if is_label(text):
        return True
    if len(text) > LONGEST_HEADING or text.endswith((".", ";", ",", "?")) or _LEADER.search(text):
        return False
    if paragraph.marker is not None and (is_bullet(paragraph.marker) or not text[0].isupper()):
        return False
    if _begins_structure(printed):
        return paragraph.marker is None or not (_is_item(before) or _is_item(after))
    return paragraph.marker is None and _stands_alone(paragraph, after, right)


def _is_item(neighbour: TextParagraph | None) -> bool:
    return neighbour is not None and neighbour.marker is not None


def _stands_alone(paragraph: TextParagraph, after: TextParagraph | None, right: float) -> bool:
    """A short line in front of running text."""
    text = paragraph.text
    return (
        len(paragraph.lines) == 1
        and text[0].isupper()
        and not text.endswith(":")
        and paragraph.first.width < SHORT * right
        and after is not None
        and not any(mark.isdigit() for mark in text)
        and (_is_running_text(after, right) or _ASSIGNMENT.match(after.first.text) is not None)
    )


def _is_running_text(paragraph: TextParagraph, right: float) -> bool:
    text = paragraph.text
    return (
        paragraph.marker is None
        and text.endswith((".", ":"))
        and text[0].isupper()
        and estimated_width(text) > 0.5 * right
    )
