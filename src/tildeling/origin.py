"""Where a letter came from: the file to open again when its pages or its text are wanted."""

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
