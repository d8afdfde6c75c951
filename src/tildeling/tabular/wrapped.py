"""Whether a line of a table begins a row, or goes on in the cells of the row above it."""

from __future__ import annotations

import re

from tildeling.page.lines import Line
from tildeling.tabular.row_space import is_amount, is_numeric

# An amount or a key is complete as it stands: a line below it begins another cell.
_KEY = re.compile(r".*\d[.)]?")
# "Kap." and "Kap. 290 post" are never all that a cell says.
_WANTS_NUMBER = re.compile(r"(?:.*\s)?(?:kap(?:\.|ittel)?|post)", re.IGNORECASE)
# The last word of a sentence that ends with a date may stand alone: "2023.".
_YEAR = re.compile(r"(?:19|20)\d\d[.,;)]*")
_PROPOSITION = re.compile(r"(?:Prop|Innst)\. \d+$")
# "2 357 700" over "000" where the column was too narrow for "2 357 700 000".
_REST_OF_AMOUNT = re.compile(r"\d{3}(?:[ .]\d{3})*")


def is_complete(above: Line, below: Line) -> bool:
    """True where what stands in a cell so far leaves nothing to go on with: an amount, a number."""
    if _lacks_number(above, below) or _lacks_letter(above, below):
        return False
    if is_amount(above.text) and _REST_OF_AMOUNT.fullmatch(below.text):
        return False
    return (
        is_numeric(above.text)
        or (is_numeric(below.text) and not _YEAR.fullmatch(below.text))
        or above.bold != below.bold
        or (_KEY.fullmatch(above.text) is not None and below.text[0].isupper())
    )


def _lacks_letter(above: Line, below: Line) -> bool:
    """True for "Prop. 1" over "S (2025–2026)"."""
    return below.words[0].text in ("S", "L", "LS") and _PROPOSITION.search(above.text) is not None


def _lacks_number(above: Line, below: Line) -> bool:
    """True for "Kap. 290 post" over "01"."""
    return below.text[0].isdigit() and _WANTS_NUMBER.fullmatch(above.text) is not None
