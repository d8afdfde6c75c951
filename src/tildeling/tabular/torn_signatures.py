"""Two signatures side by side, in plain text: names on one line, their titles on the next."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tildeling.forms import GREETINGS
from tildeling.page.lines import Line
from tildeling.read.page import Word
from tildeling.tabular.raw_table import RawTable
from tildeling.tabular.torn import label_row, torn_table

_PROXY = re.compile(r"\(?e\.?\s?f\.?\)?", re.IGNORECASE)
_NAME = re.compile(r"[A-ZÆØÅ][\w.'’-]*")
_TITLE = re.compile(r"[a-zæøå]{4,}")


def find_signatures(parts: Sequence[Line | RawTable]) -> list[Line | RawTable]:
    """The parts with two names and their titles under a greeting gathered to a table."""
    out: list[Line | RawTable] = []
    at = 0
    while at < len(parts):
        out.append(parts[at])
        at += 1
        part = out[-1]
        if isinstance(part, Line) and _is_greeting(part):
            table, used = _pair(parts[at : at + 3])
            if table is not None:
                out.append(table)
                at += used
    return out


def _is_greeting(line: Line) -> bool:
    return line.text.rstrip(" ,").casefold() in GREETINGS


def _pair(parts: Sequence[Line | RawTable]) -> tuple[RawTable | None, int]:
    """The table that the parts begin with, and how many of them it takes."""
    lines = [part for part in parts if isinstance(part, Line)]
    if len(lines) < 2 or len(lines) != len(parts):
        return None, 0
    names = _two_names(lines[0].words)
    if names is None:
        return None, 0
    for used in (2, 3):
        titles = [word for line in lines[1:used] for word in line.words]
        if len(titles) == 2 and all(_TITLE.fullmatch(word.text) for word in titles):
            page = lines[0].page
            rows = [
                label_row([names[0]], names[1], page),
                label_row([titles[:1]], titles[1:], page),
            ]
            return torn_table(rows, 2), used
    return None, 0


def _two_names(words: Sequence[Word]) -> tuple[Sequence[Word], Sequence[Word]] | None:
    """A line's words as two names: parted by "(e.f.)", or two words each."""
    texts = [word.text for word in words]
    proxies = [at for at, text in enumerate(texts) if _PROXY.fullmatch(text)]
    if not all(_NAME.fullmatch(text) or _PROXY.fullmatch(text) for text in texts):
        return None
    if proxies and 1 < proxies[0] < len(words) - 2:
        return words[: proxies[0] + 1], words[proxies[0] + 1 :]
    if len(texts) - len(proxies) == 4:
        return words[:2], words[2:]
    return None
