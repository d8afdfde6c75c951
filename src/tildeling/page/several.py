"""Several letters in one file: where the second begins.

Case officers print a year's letters into one PDF, and archives send a letter with those it answers.
A letter begins with a title, over or under references and an address; or, where it has neither,
with a title in large type after the letter before was signed. An attachment does not, nor does the
allocation letter that a signed cover letter lists as attached.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tildeling.forms import TITLE_WORDS
from tildeling.page.letter_pages import PageText
from tildeling.page.lines import Line, modal_size
from tildeling.read.page import Page
from tildeling.read.view import Box

HEAD = 0.6
"""Share of a page's height within which a letter's title stands, its letterhead above."""

REFERENCES = 0.45
"""Share within which its references and address stand."""

LARGER = 1.08
"""A title is larger than running text by this factor, or bold."""

LARGE = 1.15
"""A title without references is larger by this one."""

LONGEST_TITLE, LONGEST_LABEL, LONGEST_ADDRESS, LONGEST_GREETING = 140, 80, 60, 30
"""Characters of a line that may be one."""

FIRST_LINES = 12
"""A title without references is among so many lines of its page."""

# Of 197 letters 190 begin with title, reference and address; of 516 other pages none has all three.
_REFERENCE = re.compile(
    r"\b(?:deres|dykkar|vår|vårt)\s*(?:ref|dato|saks)|\bsaks?(?:nr|nummer)\b"
    r"|\bref(?:eranse)?\b\.?\s*:?|\bdato\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\bpostboks\b|\b\d{4} [A-ZÆØÅ]", re.IGNORECASE)
_ATTACHMENT = re.compile(r"\bvedlegg\b|\btrykt vedlegg\b", re.IGNORECASE)
# "Vedlegg: Tildelingsbrev 2018", "Vedlegg 1: Tildelingsbrev for 2018".
_ATTACHED = re.compile(r"(?:trykt )?vedlegg(?: \d)?\s*[:–-]\s*(?P<title>\w.*)", re.IGNORECASE)
_GREETING = re.compile(r"(?:med )?(?:vennlig |beste |venleg )?(?:hilsen|helsing),?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OtherLetter:
    """A letter after the first one of a file."""

    first: int
    last: int
    """Its first and last page."""
    title: str
    box: Box
    """Where its title stands on its first page."""


def other_letters(texts: Sequence[PageText]) -> list[OtherLetter]:
    """The letters after the first; none where what comes before the second is no letter."""
    size = modal_size([line for text in texts for line in text.lines])
    titles = [_title(text, size) for text in texts]
    if not any(titles[1:]):
        return []
    starts: list[tuple[int, Line]] = []
    signed = False
    for at, (text, title) in enumerate(zip(texts, titles, strict=True)):
        if (
            title is not None
            and at > 0
            and _begins(text, title, size, signed=signed, before=texts[at - 1])
        ):
            starts.append((at, title))
            signed = False
        signed = signed or any(map(_is_greeting, text.lines))
    if not starts or not any(titles[: starts[0][0]]):
        return []
    ends = [at for at, _ in starts[1:]] + [len(texts)]
    return [
        _other(texts[at].page, texts[end - 1].page.number, title)
        for (at, title), end in zip(starts, ends, strict=True)
    ]


def _other(page: Page, last: int, title: Line) -> OtherLetter:
    box = page.shown((title.x0, title.top, title.x1, title.bottom))
    return OtherLetter(page.number, last, title.text, box)


def _title(text: PageText, size: float) -> Line | None:
    """The largest line of a page's upper part that reads as a letter's title."""
    found = [
        line
        for line in text.lines
        if line.bottom < HEAD * text.page.height
        and len(line.text) < LONGEST_TITLE
        and (line.size > LARGER * size or line.bold)
        and TITLE_WORDS.search(line.text)
    ]
    return max(found, key=lambda line: line.size, default=None)


def _begins(text: PageText, title: Line, size: float, *, signed: bool, before: PageText) -> bool:
    """True if a letter begins on a page that has a title.

    The page before it may list letters as attached. A letter that has references is one of its
    own, listed or not.
    """
    over = [line for line in text.lines if line.top <= title.top]
    if any(_ATTACHMENT.search(line.text) for line in over):
        return False
    head = [line for line in text.lines if line.bottom < REFERENCES * text.page.height]
    refers = any(len(x.text) < LONGEST_LABEL and _REFERENCE.search(x.text) for x in head)
    addressed = any(len(x.text) < LONGEST_ADDRESS and _ADDRESS.search(x.text) for x in head)
    large = title.size > LARGE * size and len(over) <= FIRST_LINES
    if refers and addressed:
        return True
    attached = _attached(before) if signed and large else []
    return signed and large and not any(_words(one) <= _words(title.text) for one in attached)


def _is_greeting(line: Line) -> bool:
    words = line.text
    return len(words) < LONGEST_GREETING and _GREETING.fullmatch(words.strip()) is not None


def _attached(text: PageText) -> list[str]:
    """The titles of letters that a page says are attached."""
    found = (_ATTACHED.match(line.text.strip()) for line in text.lines)
    return [match["title"] for match in found if match and TITLE_WORDS.search(match["title"])]


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))
