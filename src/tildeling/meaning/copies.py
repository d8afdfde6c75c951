"""Who gets a copy: the recipients after a label, one a line or in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tildeling.find.bodies import BODY, find_bodies
from tildeling.find.patterns import MAYBE_GAP, any_of
from tildeling.forms import TITLE_WORDS
from tildeling.meaning.closing_words import COPY_LABELS, OTHER_LABELS
from tildeling.meaning.header_bodies import ADDRESS_LINE
from tildeling.meaning.reading import Reading

# Characters: a line of a closing that is longer is running text.
LONGEST_LINE = 120

# "Dokumentet er elektronisk signert og har derfor ikke håndskrevne signaturer",
# "Brevet er godkjent digitalt".
SIGNED_BY_MACHINE = re.compile(
    r"(?:(?:dette[ ])?(?:dokumentet|brevet)[ ]er|godkjent[ ]|elektronisk[ ])"
    r"[^\n]{0,60}?(?:elektronisk|digitalt|signert|signatur)",
    re.IGNORECASE,
)
# "Kopi", "Kopi:", "Kopi til:", "Kopi Riksrevisjonen"; what follows is a recipient.
# Not "Kopien av ...".
_COPY_LABEL = re.compile(
    rf"(?P<label>{any_of(COPY_LABELS)})(?!\w){MAYBE_GAP}(?P<colon>:?){MAYBE_GAP}(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
OTHER_LABEL = re.compile(rf"{any_of(OTHER_LABELS)}(?!\w)", re.IGNORECASE)
# Between recipients in a row: a sign, or a comma that is no compound's ("Barne-, ungdoms-") and no
# department's ("Kulturdepartementet, Avdeling for film").
_PARTS = re.compile(
    r"[ ]*[;·•|][ ]*|[ ]/[ ]|(?<!-),[ ]+(?=[A-ZÆØÅ])(?!(?:Avd|Seksjon|Fagavd|Region))"
)
_AND = re.compile(r"(?<!-)[ ](?:og|samt)[ ](?=[A-ZÆØÅ])")
_GOES_ON = re.compile(r"(?:(?<!\w)(?:og|for|av|i)|-|,)$")
# What a postal footer has: a mail or web address, a telephone's or an organisation's number.
_CONTACT = re.compile(
    r"\S@\S|(?<!\w)www\.|https?:|(?<!\w)org(?:anisasjons)?\.?[ -]?n(?:r|o|ummer)(?!\w)|"
    r"(?<!\w)(?:telefon|tlf|telefaks|faks)(?!\w)|(?<!\d)\d\d \d\d \d\d \d\d(?!\d)",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[^\W\d_]")
# "Side 11", "Side 2 av 4".
_PAGE = re.compile(r"(?:side|page) \d{1,3}(?: ?(?:av|/|of) ?\d{1,3})?", re.IGNORECASE)


class Copies:
    """Takes the lines under a label in reading order, and says who gets a copy."""

    def __init__(self, reading: Reading) -> None:
        self._furniture = frozenset(reading.laid.furniture)
        self._copies: list[str] = []
        self.listing = False
        """True once a label has been read."""

    @property
    def found(self) -> tuple[str, ...]:
        """The recipients, as printed."""
        return tuple(self._copies)

    def begin(self, rest: str) -> None:
        """Reads a label, and what stands after it on its line."""
        self.listing = True
        if rest.strip():
            self.add(rest)

    def add(self, words: str) -> None:
        """Reads a line under a label: recipients, or the rest of one that runs over two lines."""
        words = words.strip()
        if (
            words in self._furniture
            or ADDRESS_LINE.match(words)
            or not _LETTER.search(words)
            or _PAGE.fullmatch(words)
        ):
            return
        for part in _parts(words):
            if self._copies and (part[0].islower() or _GOES_ON.search(self._copies[-1])):
                self._copies[-1] = f"{self._copies[-1]} {part}"
            else:
                self._copies.append(part)

    def ended_by(self, words: str) -> bool:
        """True for a line, or all of a row, that no recipient follows."""
        return (
            OTHER_LABEL.match(words) is not None
            or SIGNED_BY_MACHINE.match(words) is not None
            or _CONTACT.search(words) is not None
            or (TITLE_WORDS.search(words) is not None and copy_label(words) is None)
            or (len(words) > LONGEST_LINE and copy_label(words) is None)
        )


def copy_label(words: str) -> re.Match[str] | None:
    """The label that a line begins with; a recipient after it begins with a capital."""
    label = _COPY_LABEL.match(words)
    if label is None or len(words) > 3 * LONGEST_LINE:
        return None
    return label if label["colon"] or not label["rest"] or label["rest"][0].isupper() else None


def _parts(words: str) -> Iterator[str]:
    """The recipients that a line names."""
    for part in _PARTS.split(words.rstrip(",;. ")):
        for name in _without_and(part.strip()):
            yield from _set_close(name)


def _without_and(words: str) -> Iterator[str]:
    """Two recipients of "A og B", one of "Direktoratet for forvaltning og IKT"."""
    for found in _AND.finditer(words):
        before, after = words[: found.start()], words[found.end() :]
        whole = BODY.match(words)
        if whole is not None and whole.end() > found.end():
            continue
        if " for " not in before or BODY.match(after):
            yield before
            yield from _without_and(after)
            return
    if words:
        yield words


def _set_close(words: str) -> Iterator[str]:
    """Two names where a long one leaves no room beside it, and two lines look like one that wraps.

    >>> list(_set_close("Riksrevisjonen Statens helsetilsyn"))
    ['Riksrevisjonen', 'Statens helsetilsyn']
    """
    start = 0
    for body in find_bodies(words):
        if body.start > start and words[: body.start].endswith(" "):
            before = words[start : body.start].strip()
            if BODY.fullmatch(before):
                yield before
                start = body.start
    yield words[start:]
