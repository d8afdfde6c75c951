"""What a reader hands on: pages of words with boxes and fonts, and ruled lines.

Lengths are in points, from the top left corner of the page as a person reads it: turned until its
main text runs from left to right, and at the size of paper.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, Protocol

from tildeling.limits import Limits
from tildeling.read.view import Box, Matrix, moved_box
from tildeling.words import to_say

# The direction of a word that runs neither across the page nor up or down it.
SLANTED = -1


@dataclass(slots=True, eq=False)
class Element:
    """What a tagged PDF says a piece of its text is: an element of its structure tree.

    Tags are what a program wrote beside the text, not what the page shows. They may be missing,
    coarse or wrong, so they are evidence among other evidence, and one reader goes without. An
    element that goes on over a page's end is the same object on both pages. None is ever changed.
    """

    role: str
    """Its standard type: "H2", "P", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "Note"."""
    parent: Element | None = None
    index: int = 0
    """Its place among its parent's kids, empty cells counted."""
    rows: int = 1
    columns: int = 1
    """How many rows and columns a cell covers. Word never says so; 1 means nothing."""

    def nearest(self, *roles: str) -> Element | None:
        """The innermost element of one of these roles that this one is, or is inside.

        >>> row = Element("TR", Element("Table"))
        >>> Element("P", Element("TD", row, 2)).nearest("TR", "Table") is row
        True
        """
        element: Element | None = self
        while element is not None and element.role not in roles:
            element = element.parent
        return element


# What a PDF marks as no part of its text: running heads, page numbers, a letterhead too.
ARTIFACT = Element("Artifact")


class Word(NamedTuple):
    """A run of characters without a space, on one line of one page.

    A named tuple, since a long letter has tens of thousands and they are made and hashed often.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    bold: bool = False
    italic: bool = False
    element: Element | None = None
    """What the PDF's tags say it belongs to; None where they say nothing."""
    direction: int = 0
    """Quarter turns anticlockwise from left to right: 1 runs up the page, 3 down; or SLANTED."""
    doubt: str | None = None
    """Of a word read off a picture that a second reading has otherwise, what that one has; '' where
    it has nothing. None where the word is sure, as all are that were born as text."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """A straight line drawn on the page, horizontal or vertical."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def is_horizontal(self) -> bool:
        """True for a line that runs across the page."""
        return self.x1 - self.x0 >= self.bottom - self.top


def around(things: Sequence[Word | Ruling]) -> Box:
    """The box around words or rulings of a page."""
    return (
        min(thing.x0 for thing in things),
        min(thing.top for thing in things),
        max(thing.x1 for thing in things),
        max(thing.bottom for thing in things),
    )


# The problem of a page that was scanned and not put through OCR.
PICTURE = to_say("it is a picture without text; --ocr (in Python ocr=True) reads it")


class Patch(NamedTuple):
    """A band of a page as read, from where the one above ends down to `bottom`."""

    bottom: float
    shown: Matrix
    """From the page as read to the page as it is shown."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `hidden` are words that nobody looking at the page can see, where they are shown.

    A page that is shown otherwise than it is read (sideways, scaled, with a table turned on it) has
    `patches`, from the top.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    rulings: tuple[Ruling, ...] = ()
    panels: tuple[Box, ...] = ()
    """Areas that are painted, or outlined with round corners, and may hold lines of text."""
    hidden: tuple[Word, ...] = ()
    notes: tuple[Word, ...] = ()
    """Words of annotations and form fields: seen where they are shown, and not among `words`."""
    problem: str | None = None
    """Why the page could not be read, or None."""
    doubt: str | None = None
    """Why the page, which was read, may have been read wrong, or None."""
    ocr: bool = False
    """True if the page is a picture and its words are what a machine read off it."""
    read_twice: bool = False
    """True where a second reading was held against these words, and those that differ say so."""
    unread: tuple[Box, ...] = ()
    """Where a picture has ink as high as figures that no word was read from."""
    patches: tuple[Patch, ...] = ()
    shaken: tuple[tuple[Word, ...], ...] = ()
    """The words of a picture as they would stand had it been measured a little otherwise."""

    def shown(self, box: Box) -> Box:
        """Where a word's box stands on the page as it is shown: in the page's own points."""
        middle = (box[1] + box[3]) / 2
        for patch in self.patches:
            if middle <= patch.bottom:
                return moved_box(patch.shown, *box)
        return box


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: its pages and what is known of its making."""

    name: str
    sha256: str
    producer: str | None
    pages: tuple[Page, ...]
    plain: bool = False
    """True for plain text, whose pages are a grid of characters and no place in a file."""
    unfolded: bool = False
    """True for plain text whose line breaks were lost, and set again where its parts begin."""

    def shaken(self) -> Iterator[Document]:
        """The same as it would be had its pictures been measured a little otherwise."""
        for at in range(max((len(page.shaken) for page in self.pages), default=0)):
            pages = (
                replace(page, words=page.shaken[at]) if page.shaken else page for page in self.pages
            )
            yield replace(self, pages=tuple(pages))


class Reader(Protocol):
    """Reads a PDF's pages. Both readers give the same words for the same file."""

    def read(self, data: bytes, limits: Limits) -> tuple[str | None, tuple[Page, ...]]:
        """The PDF's producer and its pages.

        Raises `TildelingError` (one of its branches) and nothing else.
        """
        ...
