"""The page that people mail: one form for a diff, a consolidated letter and a letter.

On top what does not fit, then assignments in a line or two each, money before and after by post,
deadlines in order of date. All else is folded, each part under a heading with its count: what is
open is printed, and the heading of what is closed says that it is there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tildeling.export.html_parts import Link, MarkedRow
from tildeling.letter import Severity


@dataclass(frozen=True, slots=True)
class ShownLetter:
    """A letter that the page is about; `role` says which: "Before", "Supplement no. 4"."""

    role: str
    title: str
    date: str
    name: str
    href: str


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """What contradicts itself or could not be read."""

    severity: Severity
    called: str
    message: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """An assignment in a line or two; `anchor` is the place of its wording, if that is folded."""

    number: str
    title: str
    note: str
    anchor: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class LineGroup:
    """The new assignments, say."""

    title: str
    lines: tuple[Line, ...]


# A key (a post, a day) and a place (pages) stay on one line.
ColumnKind = Literal["text", "key", "number", "where"]


@dataclass(frozen=True, slots=True)
class Column:
    """What a column of a table is called, and how its cells stand."""

    heading: str
    kind: ColumnKind = "text"


@dataclass(frozen=True, slots=True)
class Cell:
    """Words in a table; `note` stands under them, and what is `gone` is struck out."""

    text: str = ""
    note: str = ""
    links: tuple[Link, ...] = ()
    anchor: str = ""
    is_gone: bool = False
    is_doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose first column names its rows."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class ShownStep:
    """What one letter did with an item."""

    words: str
    links: tuple[Link, ...]
    rows: tuple[MarkedRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """The wording of one thing: as it stands, or before and after."""

    anchor: str
    heading: str
    sign: str = ""
    called: str = ""
    """What the sign means, in a word."""
    text: str = ""
    links: tuple[Link, ...] = ()
    rows: tuple[MarkedRow, ...] = ()
    steps: tuple[ShownStep, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One thing in a list, where it stands, and what later letters did with it."""

    words: str
    given: str = ""
    links: tuple[Link, ...] = ()
    steps: tuple[ShownStep, ...] = ()
    depth: int = 0


@dataclass(frozen=True, slots=True)
class ItemGroup:
    """Items that belong together; without a heading where they are all."""

    heading: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Fold:
    """A part that is folded: wordings, lists or tables."""

    anchor: str
    title: str
    count: int
    articles: tuple[Article, ...] = ()
    groups: tuple[ItemGroup, ...] = ()
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """All that the page says."""

    title: str
    letters: tuple[ShownLetter, ...]
    facts: tuple[tuple[str, str], ...]
    summary: str
    findings: tuple[ShownFinding, ...]
    assignments: tuple[LineGroup, ...]
    money: Table | None
    deadlines: Table | None
    folds: tuple[Fold, ...]
