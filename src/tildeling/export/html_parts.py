"""What the HTML pages share: the templates, links to pages of the letters, marked wordings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from tildeling.comparison import LetterIdentity
from tildeling.export.change_rows import Row
from tildeling.export.terminal import UNPRINTABLE
from tildeling.export.word_diff import Piece, one_side, word_diff
from tildeling.words import Words


@dataclass(frozen=True, slots=True)
class Link:
    """A page of a letter; `href` is empty where it is not known which file that is."""

    page: int
    href: str


@dataclass(frozen=True, slots=True)
class MarkedRow:
    """A row with the words that differ marked on each side; None on a side without any wording."""

    what: str
    old: list[Piece] | None
    new: list[Piece] | None
    old_links: tuple[Link, ...]
    new_links: tuple[Link, ...]


def rendered(template: str, words: Words, **values: Any) -> str:
    """The page. Every value is escaped by the template engine, and none can add markup.

    In the template `say` and `counted` say what the code says, in the language of the words.
    """
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("tildeling.export"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        finalize=_shown,
    )
    told = {"words": words, "say": words.say, "counted": words.counted}
    return environment.get_template(template).render(**told, **values).strip() + "\n"


def _shown(value: object) -> object:
    """Characters that act on a screen, or that no stream can encode, are replaced."""
    if type(value) is str:
        return UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", value.replace("\n", "\u2028")).replace(
            "\u2028", "\n"
        )
    return value


def links(letter: LetterIdentity | None, pages: Iterable[int]) -> tuple[Link, ...]:
    """A link to each page of the PDF, by its file name: `letter.pdf#page=4`."""
    name = letter.name if letter is not None else ""
    return tuple(Link(page, f"{href_of(name)}#page={page}" if name else "") for page in pages)


def href_of(name: str) -> str:
    """A file name as a relative address, whatever characters it has; never another address.

    >>> href_of("brev 1.pdf"), href_of("javascript:alert(1)")
    ('brev%201.pdf', 'javascript%3Aalert%281%29')
    """
    return quote(name.encode("utf-8", "replace"), safe="")


def marked(row: Row, old: LetterIdentity | None, new: LetterIdentity | None) -> MarkedRow:
    """The row with its changed words marked and its pages linked."""
    if row.old is not None and row.new is not None:
        pieces = word_diff(row.old, row.new)
        before, after = one_side(pieces, "old"), one_side(pieces, "new")
    else:
        before = [Piece("old", row.old)] if row.old is not None else []
        after = [Piece("new", row.new)] if row.new is not None else []
    return MarkedRow(
        row.what,
        before if row.old is not None else None,
        after if row.new is not None else None,
        links(old, row.old_pages),
        links(new, row.new_pages),
    )
