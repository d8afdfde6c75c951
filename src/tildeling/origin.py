"""Where a letter came from, and where in its text each thing was read."""

from __future__ import annotations

import os
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Origin:
    """The path or the bytes of a letter's file, or the text it was read from.

    It is no part of what the letter says: two letters that say the same are equal wherever they
    came from. So all origins are equal, and none is written to JSON.
    """

    file: str | os.PathLike[str] | bytes | None = field(default=None, compare=False, repr=False)
    text: str | None = field(default=None, compare=False, repr=False)


@dataclass(slots=True, unsafe_hash=True)
class Extent:
    """The characters of a letter's text that an evidence was made from.

    They tell the rooms that check a letter which of its words an item has claimed. A letter read
    from JSON has none, so all extents are equal, and none is written to JSON. None is ever changed;
    they are not frozen, since every evidence makes one.
    """

    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


NOWHERE = Extent()
