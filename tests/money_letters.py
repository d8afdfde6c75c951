"""Sentences about money in a letter given as plain text, and what is read of them."""

import tildeling
from tildeling.letter import FinancingLine, Letter

BASE = "Tildelingsbrev for 2026 til Kystdirektoratet\n\n1. Budsjett\n\n"
ADDENDUM = "Tillegg nr. 2 til tildelingsbrev for 2026 til Kystdirektoratet\n\n1. Budsjett\n\n"
TABLE = """Tabell 1 Bevilgning (i 1 000 kroner)

Kap.  Post  Betegnelse                     Bevilgning 2026
290   01    Driftsutgifter                         838 500
290   21    Tilskudd                                41 200

"""
END = "\n\n2. Avslutning\n\nDepartementet ser fram til et godt samarbeid.\n"


def read(head: str, text: str) -> Letter:
    """The letter of a head and a text, which ends in words that say nothing."""
    return tildeling.parse_text(f"{head}{text}{END}")


def said(found: tuple[FinancingLine, ...]) -> list[tuple[object, ...]]:
    """What each line does, with how much, on which post."""
    return [(x.kind, x.amount, x.chapter, x.post) for x in found]


def parted(found: tuple[FinancingLine, ...]) -> list[tuple[object, ...]]:
    """The same, with what it is a part of."""
    return [(x.kind, x.amount, x.chapter, x.post, x.part_of) for x in found]
