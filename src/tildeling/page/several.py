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

# Share of a page's height within which a letter's title stands, its letterhead above.
HEAD = 0.6

# Share within which its references and address stand.
REFERENCES = 0.45

# A title is larger than running text by this factor, or bold.
LARGER = 1.08

# A title without references is larger by this one.
LARGE = 1.15

# Characters of a line that may be one.
LONGEST_TITLE, LONGEST_LABEL, LONGEST_ADDRESS, LONGEST_GREETING = 140, 80, 60, 30

# Lines that a cover letter has over its greeting at most (the longest seen has 17), and characters
# between the words that it sends with and the name of what it sends.
LONGEST_COVER, NEAR = 25, 80

# A title without references is among so many lines of its page.
FIRST_LINES = 12

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
# What a cover letter says of the letter that it covers: "Vedlagt følger tildelingsbrevet", "sender
# med dette tildelingsbrev", "Tildelingsbrev for 2019 ligger ved", "Oversending av tildelingsbrev".
_SENDS = re.compile(
    r"\b(?:vedlag[td]\w*|vedlegg\w*|oversend\w*|(?:over)?sender?|sendt|følgj?ebrev|følgeskriv"
    r"|(?:ligger|ligg|følger|følgjer)\s+(?:her)?(?:ved|med|som))\b",
    re.IGNORECASE,
)
# One that changes another letter may have that one attached, and covers none.
_AMENDS = re.compile(r"(?<!\w)(?:tillegg|suppler|revidert)", re.IGNORECASE)
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
    later = [_title(text, size) for text in texts[1:]]
    if not any(later):
        return []
    titles = [_title(texts[0], size), *later]
    starts: list[tuple[int, Line]] = []
    signed = False
    sent = _is_cover_letter(texts[0])
    for at, (text, title) in enumerate(zip(texts, titles, strict=True)):
        if title is not None and at > 0:
            is_own = signed and not sent
            if _begins(text, title, size, signed=is_own, before=texts[at - 1]):
                starts.append((at, title))
                signed = False
            elif sent:
                # The letter that the cover letter sends: it has an end of its own.
                sent = signed = False
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


def _is_cover_letter(text: PageText) -> bool:
    """True for a page with a short signed letter that says which letter it sends."""
    lines = [line.text.strip() for line in text.lines]
    end = next((at for at, line in enumerate(text.lines) if _is_greeting(line)), None)
    if end is None or end > LONGEST_COVER:
        return False
    words = " ".join(lines[:end])
    titles = [line for line in lines[:end] if len(line) < LONGEST_TITLE and _AMENDS.search(line)]
    if any(TITLE_WORDS.search(title) for title in titles):
        return False
    return any(
        TITLE_WORDS.search(words, max(sends.start() - NEAR, 0), sends.end() + NEAR)
        for sends in _SENDS.finditer(words)
    )


def _attached(text: PageText) -> list[str]:
    """The titles of letters that a page says are attached."""
    found = (_ATTACHED.match(line.text.strip()) for line in text.lines)
    return [match["title"] for match in found if match and TITLE_WORDS.search(match["title"])]


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))
