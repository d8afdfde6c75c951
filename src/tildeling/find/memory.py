"""Answers that are kept while one letter is read: its audit asks again what its build asked."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

RECENT = 256
"""Texts that each function keeps its answer for."""

Answer = TypeVar("Answer")

_forget: list[Callable[[], None]] = []


def remembered(function: Callable[[str], Answer]) -> Callable[[str], Answer]:
    """The function, which works out its answer for a text once; the answer must not be changed."""
    remembering = lru_cache(maxsize=RECENT)(function)
    _forget.append(remembering.cache_clear)
    return remembering


def forget() -> None:
    """Lets go of all answers, and of the letter's text with them."""
    for clear in _forget:
        clear()
