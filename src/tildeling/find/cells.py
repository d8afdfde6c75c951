"""Amounts in a table: what one printed unit is in kroner, and what a cell holds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from tildeling.find.money import AFTER, GROUPED, SCALE, scale_of, scaled_kroner
from tildeling.find.patterns import DASH, GAP, MAYBE_GAP, SPACE, WORD_END, WORD_START, plain_spaces

Unit = Literal[1, 1000, 1000000]

_CURRENCY = r"(?:kroner|kr\.?|NOK)"
_THOUSAND = rf"(?:1{SPACE}?\.?000|tusen)"
_MILLION = rf"(?:mill\.?|million(?:er|ar)?|1{SPACE}000{SPACE}000|1\.000\.000)"
_WHOLE = rf"(?:hele|heile){GAP}"
# "1 000 kroner", "NOK 1 000", "tusen kr", "TNOK", "hele 1 000 kroner".
IN_THOUSANDS = (
    rf"(?:(?:{_WHOLE})?{_THOUSAND}-?{MAYBE_GAP}{_CURRENCY}"
    rf"|(?:kr\.?|NOK){GAP}{_THOUSAND}|TNOK|kkr)"
)
IN_MILLIONS = rf"(?:{_MILLION}{MAYBE_GAP}{_CURRENCY}|(?:kr\.?|NOK){GAP}{_MILLION}|MNOK)"
IN_KRONER = rf"(?:{_WHOLE})?{_CURRENCY}"
# "alle tall i", "beløp i", "tal i", "oppgitt i".
_LEAD = rf"(?:[^\W\d][^\d()\n]{{0,40}}{GAP})?"


def _unit_pattern(core: str, without_currency: str) -> re.Pattern[str]:
    """A unit stands after "i", in brackets, or is all there is in a heading cell.

    Anywhere else "1 mill. kroner" is a sum. Without its currency it counts in brackets only: "i
    tusen år".
    """
    alone = rf"^{MAYBE_GAP}(?:i{GAP})?{core}{MAYBE_GAP}:?{MAYBE_GAP}$"
    bracketed = rf"\({MAYBE_GAP}{_LEAD}(?:i{GAP})?(?:{core}|{without_currency}){MAYBE_GAP}\)"
    after_i = rf"{WORD_START}i{GAP}{core}{WORD_END}(?!{GAP}\d)"
    return re.compile(rf"{alone}|{bracketed}|{after_i}", re.IGNORECASE | re.MULTILINE)


# In this order: "(i 1 000 kroner)" also ends in "kroner".
_UNITS: tuple[tuple[Unit, re.Pattern[str]], ...] = (
    (1000, _unit_pattern(IN_THOUSANDS, rf"(?:{_WHOLE})?{_THOUSAND}")),
    (1000000, _unit_pattern(IN_MILLIONS, _MILLION)),
    (1, _unit_pattern(IN_KRONER, IN_KRONER)),
)

# An asterisk, a raised figure, or "1)" after the number is a footnote's mark.
_FOOTNOTE = rf"(?:{MAYBE_GAP}(?:\*{{1,3}}|[¹²³⁴⁵⁶⁷⁸⁹]|\d\)))?"
_SIGN = rf"(?P<sign>\+|{DASH})?{SPACE}{{0,2}}"
_NUMBER = rf"(?P<number>(?:{GROUPED}|0|[1-9]\d{{0,14}})(?:,\d{{1,6}})?)"
CELL = re.compile(
    rf"{MAYBE_GAP}(?P<open>\()?{MAYBE_GAP}(?:(?:kr\.?|NOK){GAP})?{_SIGN}(?:(?:kr\.?|NOK){GAP})?{_NUMBER}"
    rf"(?:,{DASH})?(?:{MAYBE_GAP}(?P<scale>{SCALE}))?(?:{MAYBE_GAP}(?P<currency>{AFTER})\.?)?"
    rf"{MAYBE_GAP}(?P<close>\))?{_FOOTNOTE}{MAYBE_GAP}",
    re.IGNORECASE,
)
EMPTY_CELL = re.compile(rf"(?:{SPACE}|{DASH})*\.?")


@dataclass(frozen=True, slots=True)
class CellAmount:
    """What an amount cell holds: whole kroner, or None where it is empty or a dash."""

    kroner: int | None


def find_unit(text: str) -> Unit | None:
    """Kroner in one printed unit, as a table's heading or caption says; None where it says nothing.

    >>> find_unit("(alle tall i 1 000 kroner)"), find_unit("Budsjett 2026 (kroner)")
    (1000, 1)
    >>> find_unit("Det stilles 1 mill. kroner til disposisjon") is None
    True
    """
    return next((unit for unit, pattern in _UNITS if pattern.search(text)), None)


def parse_cell(text: str, unit: int) -> CellAmount | None:
    """What a table cell holds, or None where it holds something else than an amount.

    A cell that prints its own currency or scale ("69 544 000 kroner", "1,5 mill.") is read by that,
    any other in the table's unit. Negative are a minus or dash before the number and a number in
    brackets. A footnote's mark after the number is passed over. "01" is a post, not an amount.

    >>> parse_cell("–70 900", 1000)
    CellAmount(kroner=-70900000)
    >>> parse_cell("-", 1000)
    CellAmount(kroner=None)
    >>> parse_cell("Driftsutgifter", 1000) is None
    True
    """
    if EMPTY_CELL.fullmatch(text):
        return CellAmount(None)
    match = CELL.fullmatch(text)
    if match is None or (match["open"] is None) != (match["close"] is None):
        return None
    if match["scale"] is not None:
        unit = scale_of(match["scale"])
    elif match["currency"] is not None:
        unit = 1
    kroner, _ = scaled_kroner(plain_spaces(match["number"]), unit)
    is_negative = match["open"] is not None or (match["sign"] or "+") != "+"
    return CellAmount(-kroner if is_negative else kroner)
