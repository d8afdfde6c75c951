"""Amounts in a table: what a cell holds."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tildeling.find.money import AFTER, GROUPED, SCALE, scale_of, scaled_kroner
from tildeling.find.patterns import DASH, MAYBE_GAP, SPACE, plain_spaces

# An asterisk, a raised figure, or "1)" after the number is a footnote's mark.
_FOOTNOTE = rf"(?:{MAYBE_GAP}(?:\*{{1,3}}\)?|[¹²³⁴⁵⁶⁷⁸⁹]\)?|\d\)|[†‡§]))?"
# "÷ 9 400" is a minus in older Norwegian print.
_SIGN = rf"(?P<sign>\+|÷|{DASH})?{SPACE}{{0,2}}"
# "063 000" is the end of an amount that was cut from its first group.
_NUMBER = rf"(?P<number>(?!0{SPACE}?\d)(?:{GROUPED}|0|[1-9]\d{{0,14}})(?:,\d{{1,6}})?)"
# "1 900-" and "1 900 –" print their minus last; "1 900,-" is whole kroner.
CELL = re.compile(
    rf"{MAYBE_GAP}(?P<open>\()?{MAYBE_GAP}(?P<before>(?:kr\.?|NOK){MAYBE_GAP})?{_SIGN}"
    rf"(?P<inside>(?:kr\.?|NOK){MAYBE_GAP})?{_NUMBER}"
    rf"(?:(?P<whole>,{DASH})|(?P<minus>{SPACE}?{DASH}))?(?:{MAYBE_GAP}(?P<scale>{SCALE}))?"
    rf"(?:{MAYBE_GAP}(?P<currency>{AFTER})\.?)?{MAYBE_GAP}(?P<close>\))?{_FOOTNOTE}{MAYBE_GAP}",
    re.IGNORECASE,
)
# Most amounts are printed so: they need not go through all that an amount may be.
_PLAIN = re.compile(r"[1-9]\d{0,2}(?:[ \u00a0]\d{3}){1,4}")
EMPTY_CELL = re.compile(rf"(?:{SPACE}|{DASH})*\.?")


@dataclass(frozen=True, slots=True)
class CellAmount:
    """What an amount cell holds: whole kroner, or None where it is empty or a dash."""

    kroner: int | None
    own: int | None = None
    """Kroner in one printed unit, where the cell itself says so: "1,5 mill.", "500 kroner"."""
    priced: bool = False
    """True for kroner that no word after them counts: "kr 12 500", "12 500,-"."""
    decimals: int = 0


def parse_cell(text: str, unit: int) -> CellAmount | None:
    """What a table cell holds, or None where it holds something else than an amount.

    A cell that prints its own currency or scale ("69 544 000 kroner", "1,5 mill.") is read by that,
    any other in the table's unit. Negative are a minus, "÷" or dash before the number, a dash right
    after it, and a number in brackets. A footnote's mark after the number is passed over. "01" is a
    post, not an amount.

    >>> parse_cell("–70 900", 1000).kroner, parse_cell("70 900-", 1).kroner
    (-70900000, -70900)
    >>> parse_cell("-", 1000)
    CellAmount(kroner=None, own=None, priced=False, decimals=0)
    >>> parse_cell("Driftsutgifter", 1000) is None
    True
    """
    # Most cells of words are told by their first letter; "kr" and "NOK" alone may begin an amount.
    if text[:1].isalpha() and text[0] not in "knKN":
        return None
    if EMPTY_CELL.fullmatch(text):
        return CellAmount(None)
    if _PLAIN.fullmatch(text):
        return CellAmount(int(text.replace(" ", "").replace("\u00a0", "")) * unit)
    match = CELL.fullmatch(text)
    if match is None or (match["open"] is None) != (match["close"] is None):
        return None
    own = None
    if match["scale"] is not None:
        own = scale_of(match["scale"])
    elif match["currency"] is not None:
        own = 1
    number = plain_spaces(match["number"])
    kroner, _ = scaled_kroner(number, unit if own is None else own)
    is_negative = (
        match["open"] is not None or match["minus"] is not None or (match["sign"] or "+") != "+"
    )
    return CellAmount(
        -kroner if is_negative else kroner,
        own,
        own is None and (match["before"] or match["inside"] or match["whole"]) is not None,
        len(number.partition(",")[2]),
    )
