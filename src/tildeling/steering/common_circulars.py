"""What the government's yearly circulars ask of all agencies (fellesføringer).

A circular prescribes words with a blank for the agency's name, written here as `BLANK`. Only what
is known for certain stands here: of some years the matter and not the very words, of others
nothing. To add words, give the entry its `words`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

BLANK = "<agency>"


@dataclass(frozen=True, slots=True)
class Circular:
    """One thing that a circular asks for."""

    year: int
    title: str
    topic: re.Pattern[str]
    """Words, in small letters, that nothing says without being about the matter."""
    number: str | None = None
    """The circular's own, "H-1/23"; None where it is not known."""
    words: str | None = None
    """What letters are to say, with `BLANK` for the agency; None where it is not known."""


_INCLUSION = re.compile(
    r"inkluderingsdugnad|\b(?:hull|hol|høl) i cv|nedsatt funksjonsevne|nedsett funksjonsevne"
)
_APPRENTICES = re.compile(r"lærling")

CIRCULARS: tuple[Circular, ...] = (
    Circular(2018, "Motvirke arbeidslivskriminalitet", re.compile(r"arbeidslivskriminalitet")),
    Circular(2019, "Inkluderingsdugnaden", _INCLUSION),
    Circular(2020, "Inkluderingsdugnaden", _INCLUSION, "H-6/19"),
    Circular(2021, "Inkluderingsdugnaden", _INCLUSION, "H-6/19"),
    Circular(2022, "Redusere konsulentbruken", re.compile(r"konsulent")),
    Circular(2022, "Lærlinger", _APPRENTICES),
    Circular(2023, "Lærlinger", _APPRENTICES, "H-1/23"),
    Circular(
        2024,
        "Klimagassutslipp, naturfotavtrykk og energibruk",
        re.compile(r"klimagass|naturfotavtrykk|energibruk"),
        "D-2/24",
    ),
)


def circulars_of(year: int | None) -> tuple[Circular, ...]:
    """What is known of a year.

    >>> [circular.title for circular in circulars_of(2022)]
    ['Redusere konsulentbruken', 'Lærlinger']
    """
    return tuple(circular for circular in CIRCULARS if circular.year == year)
