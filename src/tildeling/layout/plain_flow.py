"""Lines of plain text to paragraphs: where one ends and the next begins, and which are headings.

The rule that carries most is that of `flow`: a line that ends early, although the next word would
have had room, was ended on purpose. Blank lines are no proof: converters put them into sentences.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tildeling.forms import FIELD_LABELS, UNFINISHED
from tildeling.layout.lines import Line
from tildeling.layout.markers import is_bullet, split_marker
from tildeling.layout.plain_lines import TextLine, estimated_width
from tildeling.layout.title import FIRST_BLOCKS, TITLE_WORDS

HANGING = 0.9
"""Share of the usual width that a list item's lines reach, where its indentation is lost."""
SHORT = 0.85
"""A heading without a number is shorter than this share of the usual width."""
LONGEST_HEADING = 220
"""Characters."""

_SENTENCE_END = re.compile(r"[.:!?;»\"”)]$")
_LEADER = re.compile(r"(?:\.{3,}|(?:\s\.){3,}|…{2,})\s*\d{1,3}$")
_RUN_IN = re.compile(r"[A-ZÆØÅ][^\s.,:]*(?: [^\s.,:]+){0,4}:(?:\s|$)")
_SIGNS_UNFINISHED = ("–", "-", ",", "/", "(")

# "Oppdrag nr. 2020-017", "TB2018 - 001:", "ID: 2026-01", "Oppdrag 71": what an assignment's heading
# begins with. Not a year or a date by itself.
_ASSIGNMENT = re.compile(
    r"(?:(?:Oppdrag|Oppgave|Oppgåve)(?:\s+nr\.?)?\s*|ID:?\s*|[A-ZÆØÅ]{2,6}\s?-?)"
    r"(?:[A-ZÆØÅ]{2,6}\s?)?\d{2,4}\s?[-–/.]\s?\d{1,4}\b|(?:Oppdrag|Oppgave)\s+(?:nr\.?\s*)?\d{1,3}\b"
)
# "Kap. 290 Integrerings-", "Post 01 Driftsutgifter", "Kapittel 290, post 01"; with a capital, since
# "kap. 291" also begins wrapped lines.
_BUDGET_HEAD = re.compile(r"(?:Kap\.?|Kapittel)\s*\d{3,4}\b|Post\s*\d{2}\b")
# "4.1. Flere er i arbeid", "1 Generelt", "A. Innledning": a number and a capital. Not "1. mars", not
# "15.3.2026", not "127 S".
_OUTLINED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,4}\.?|[IVX]{1,5}\.|[A-H]\.)\s+[A-ZÆØÅ][^\W\d_]")


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
        return " ".join(line.text for line in self.lines)


def is_label(text: str) -> bool:
    """True for a line that is a field's label and nothing else.

    >>> [is_label(text) for text in ("Bakgrunn:", "Bakgrunn for saken")]
    [True, False]
    """
    return text[:1].isupper() and text.rstrip(" :").casefold() in FIELD_LABELS


def paragraphs_of_text(lines: Sequence[TextLine], right: float) -> list[TextParagraph]:
    """The paragraphs, headings and list items that consecutive lines form."""
    found: list[TextParagraph] = []
    above: TextLine | None = None
    for line in lines:
        marker, rest = split_marker(line)
        if above is None or _begins(found[-1], above, line, marker, right):
            found.append(TextParagraph([rest], line, marker))
        else:
            found[-1].lines.append(line)
        above = line
    return found


def _begins(
    paragraph: TextParagraph, above: TextLine, line: TextLine, marker: str | None, right: float
) -> bool:
    """True where `line` begins a paragraph instead of going on with the one above."""
    if _LEADER.search(above.text) or is_label(above.text) or is_label(line.text):
        return True
    if marker is not None and is_bullet(marker) and marker not in "–—-*o":
        return True
    unfinished = _is_unfinished(above)
    if unfinished and not (marker and line.blanks and above.text.endswith(",")):
        return False
    ended = bool(_SENTENCE_END.search(above.text))
    room = _has_room(paragraph, above, line, right)
    if marker is not None:
        return ended or room or bool(line.blanks) or paragraph.marker is not None
    if _begins_structure(line.text) and (ended or room or line.blanks):
        return True
    if line.text[0].islower():
        return ended and (room or bool(line.blanks))
    if _begins_structure(paragraph.first.text) and not ended and line.text[0].isupper():
        return True
    if ended and line.blanks and not line.breaks:
        return True
    if not room:
        return ended and _RUN_IN.match(line.text) is not None
    return ended or line.text[0].isupper() or _fits(above, line.words[:5], right)


def _is_unfinished(line: TextLine) -> bool:
    """True where a line ends in a word or sign after which something must follow."""
    last = line.words[-1].text
    return last.endswith(_SIGNS_UNFINISHED) or last.lstrip("(").casefold() in UNFINISHED


def _has_room(
    paragraph: TextParagraph, above: TextLine, line: TextLine, right: float
) -> bool:
    """True where the first word of `line` would have fitted at the end of `above`."""
    if paragraph.marker is not None and line.x0 <= paragraph.first.x0:
        right *= HANGING
    return _fits(above, line.words[:1], right)


def _fits(above: TextLine, words: Sequence[object], right: float) -> bool:
    text = " ".join(getattr(word, "text", "") for word in words)
    return above.width + estimated_width(" " + text) < right


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
        and after.marker is None
        and after.text.endswith((".", ":"))
        and after.text[0].isupper()
        and estimated_width(after.text) > 0.5 * right
        and re.fullmatch(r"[^\d]*", text) is not None
    )
