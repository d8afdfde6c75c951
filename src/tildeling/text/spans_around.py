"""Spans that can be asked for those around a place, however they lie over each other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Generic, Protocol, TypeVar


class Bounded(Protocol):
    """Characters `start` to `end` of the letter's text."""

    @property
    def start(self) -> int:
        """The first character."""

    @property
    def end(self) -> int:
        """The one after the last."""


Held = TypeVar("Held", bound=Bounded)


class SpansAround(Generic[Held]):
    """The spans in the order of their starts; asking costs no more for many than for few."""

    def __init__(self, spans: Iterable[Held]) -> None:
        self._spans = sorted(spans, key=_start)
        self._reach = list(accumulate((span.end for span in self._spans), max))
        """As far as the spans up to each one reach."""

    def around(self, start: int, end: int) -> Iterator[Held]:
        """Those that share a character with a span, the last that begins first."""
        at = bisect_right(self._spans, end - 1, key=_start)
        while at and self._reach[at - 1] > start:
            at -= 1
            if self._spans[at].end > start:
                yield self._spans[at]


def _start(span: Bounded) -> int:
    return span.start
