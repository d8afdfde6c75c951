"""Words over a table's columns that tell what they hold, bokmål and nynorsk."""

from __future__ import annotations

import re

# What a column of keys is headed by.
KEY_HEADINGS = re.compile(
    r"(?:kap(?:\.|ittel)?|post(?:er|ar)?|nr\.?|nummer|id|løpenr\.?|ref\.?)\b", re.IGNORECASE
)

# What a column of remarks is headed by.
COMMENT_HEADINGS = re.compile(
    r"(?:merknad|kommentar|forklaring|omtale|anmerkning|vilkår|begrunnelse|grunngiving)",
    re.IGNORECASE,
)

_SUM = re.compile(
    r"(?:sum|delsum|totalsum|totalt?|i alt|til sammen|til saman|tilsammen|samlet|samla"
    r"|utgifter i alt)(?!\w)(?! til\b)",
    re.IGNORECASE,
)


_SIDE = re.compile(r"(?:utgift|inntekt)\w*:?", re.IGNORECASE)
_CAPTION_WITH_UNIT = re.compile(r"tabell\s+\d[^()]*\([^()]*\)", re.IGNORECASE)


def names_side(words: str) -> bool:
    """True for a line that says no more than which side of the budget follows.

    >>> names_side("Utgifter:"), names_side("Inntektskrav"), names_side("Utgifter kap. 1115")
    (True, True, False)
    """
    return _SIDE.fullmatch(words) is not None


def begins_sum(words: str) -> bool:
    """True for the words that a sum row begins with.

    >>> begins_sum("Sum kap. 290"), begins_sum("Til sammen"), begins_sum("Summer")
    (True, True, False)
    """
    return _SUM.match(words) is not None


_GOES_ON = re.compile(
    r"(?:tabell\s*\d*[.:]?.{0,80})?\(?(?:forts(?:att|et|ettelse)?\.?|framhald|"
    r"(?:fra|frå) (?:forrige|førre) side)\b.{0,30}",
    re.IGNORECASE,
)


def is_caption_with_unit(text: str) -> bool:
    """True for a caption that has its unit at the other end of the line: it is no row.

    >>> is_caption_with_unit("Tabell 1 Endringer på postene (beløp i 1 000 kroner)")
    True
    """
    return _CAPTION_WITH_UNIT.fullmatch(text) is not None


def says_it_goes_on(words: str) -> bool:
    """True for a caption that only says that a table goes on from the page before.

    >>> says_it_goes_on("Tabell 2 (forts.)"), says_it_goes_on("Tabell 2. Inntekter")
    (True, False)
    """
    return _GOES_ON.fullmatch(words) is not None
