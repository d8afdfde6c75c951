"""Which of an assignment's deadlines a later letter moves, and which it adds."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from tildeling.compare.identity import folded, key_of_label
from tildeling.compare.items import Pair, deadline_says
from tildeling.compare.naming import telling
from tildeling.find.dates import find_dates
from tildeling.letter import Deadline

# Two sentences without their dates say the same from this likeness.
SAME_SENTENCE = 0.8

_VERBS = (
    r"endr(?:es|ast|er|ar|et|a)|flytt\w*|utset\w*|utsatt|forleng\w*|forsk[uy]\w+|fr[ae]mskynd\w+"
)
_INSTEAD = r"i (?:stedet|staden) for"
_MOVES = re.compile(rf"\b(?:(?:leverings)?frist\w*|{_VERBS}|{_INSTEAD})\b", re.IGNORECASE)
# A sentence that asks for something: a deadline in it is a new one, unless it speaks of moving.
_ASKS = re.compile(
    r"\b(?:skal|må|bes|ber|ønsker|ønskjer|forventes|forventast|sendes|sendast|leveres|leverast)\b",
    re.IGNORECASE,
)
_FRIST_MOVES = re.compile(
    rf"\bfrist\w*\b.*?\b(?:{_VERBS})\b|\b{_INSTEAD}\b|"
    r"\b(?:ny|nye|endr[ae]t?|utsatt|utsett|revidert|forleng[ae]t?) (?:\w+)?frist\w*\b",
    re.IGNORECASE,
)
_OF_WHAT = re.compile(
    r"\bfrist(?:en|ane|ene)?\s+(?:for|til|på|med)\s+(?:å\s+)?(?P<what>.*?)"
    r"(?=\s+(?:endr|flytt|utset|utsatt|forleng|forsk|fr[ae]mskynd|er|blir|vert|settes|setjast)|[:.]|$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Moved:
    """The deadlines of an assignment after a letter."""

    in_force: tuple[Deadline, ...]
    pairs: tuple[Pair[Deadline], ...]
    """Each that came or moved, and each that fell."""
    in_doubt: tuple[Deadline, ...] = ()
    """Those of the letter that move one of several, and do not say which."""


def moved(
    earlier: Sequence[Deadline],
    given: Sequence[Deadline],
    *,
    on_top: bool,
    since: dt.date | None = None,
    words: str = "",
) -> Moved:
    """The deadlines after the `given` ones of a letter of the day `since`.

    `words` are what the letter says of the assignment; `on_top` is true where it adds to it.

    One that moves takes the place of the one that it moves: that of its label, of the day that its
    sentence names ("fra 1. mai til 15. september"), of what it says falls due, or the only one.
    What a sentence asks for besides is added.
    """
    left = list(earlier)
    kept: dict[int, Deadline] = dict(enumerate(earlier))
    pairs: list[Pair[Deadline]] = []
    added: list[Deadline] = []
    in_doubt: list[Deadline] = []
    for deadline in given:
        same = next((one for one in left if deadline_says(one) == deadline_says(deadline)), None)
        if same is not None:
            left.remove(same)
            kept[_place(earlier, same)] = deadline
            continue
        adds = on_top and not _says_it_moves(deadline)
        fallen = [] if adds else _moved_by(deadline, left, since, words)
        for one in fallen:
            left.remove(one)
        if not fallen:
            added.append(deadline)
            pairs.append(Pair(None, deadline))
            continue
        now = deadline.model_copy(update={"label": deadline.label or _label_of(fallen)})
        kept[_place(earlier, fallen[0])] = now
        pairs.append(Pair(fallen[0], now))
        for one in fallen[1:]:
            del kept[_place(earlier, one)]
            pairs.append(Pair(one, None))
        if len(fallen) > 1:
            in_doubt.append(deadline)
    return Moved((*kept.values(), *added), tuple(pairs), tuple(in_doubt))


def _place(earlier: Sequence[Deadline], one: Deadline) -> int:
    return next(at for at, other in enumerate(earlier) if other is one)


def _label_of(fallen: list[Deadline]) -> str | None:
    return fallen[0].label if len(fallen) == 1 else None


def _moved_by(
    deadline: Deadline, earlier: Sequence[Deadline], since: dt.date | None, words: str
) -> list[Deadline]:
    """The earlier deadlines that fall with a new one; several where it does not say which."""
    label = key_of_label(deadline.label)
    if label:
        same = [one for one in earlier if key_of_label(one.label) == label]
        return same or _of_what(deadline.label or "", earlier)[:1]
    sentence = deadline.sentence or ""
    named = _of_day(deadline, earlier, sentence)
    if named:
        return named[:1]
    what = _OF_WHAT.search(sentence)
    of_what = _of_what(what["what"], earlier) if what is not None else []
    if len(of_what) == 1:
        return of_what
    if len(earlier) == 1 and not earlier[0].label and _is_a_field(deadline):
        return list(earlier)
    if not _moves(deadline):
        return [one for one in earlier if _says_the_same(one, deadline)][:1]
    if len(earlier) == 1:
        return list(earlier)
    # "Kartet skulle leveres 1. mai. Fristen er satt til 1. juni": the sentence before names it.
    told = _of_day(deadline, earlier, words)
    if len(told) == 1:
        return told
    to_come = [one for one in earlier if since is None or one.date is None or one.date >= since]
    if len(to_come) == 1:
        return to_come
    return [one for one in earlier if not key_of_label(one.label)]


def _moves(deadline: Deadline) -> bool:
    """Whether it stands in a field or in words that move a deadline, not in what is asked for."""
    sentence = deadline.sentence or ""
    return _MOVES.search(sentence) is not None or _ASKS.search(sentence) is None


def _says_it_moves(deadline: Deadline) -> bool:
    """Whether its own sentence or field says so, whatever else the letter adds."""
    return moves_a_deadline(deadline.sentence or "") or _is_a_field(deadline)


def moves_a_deadline(words: str) -> bool:
    """Whether some words say that a deadline is another than before.

    >>> moves_a_deadline("Ny frist for årsrapporten er 1. april."), moves_a_deadline("Frist 1. mai")
    (True, False)
    """
    return _FRIST_MOVES.search(words) is not None


def moved_outside(deadline: Deadline, earlier: Sequence[Deadline]) -> Deadline | None:
    """Which deadline outside any assignment a sentence moves; None where it is not sure.

    Many have nothing to do with each other there: it is one whose day the sentence names, or what
    falls due.
    """
    sentence = deadline.sentence or ""
    if not moves_a_deadline(sentence):
        return None
    what = _OF_WHAT.search(sentence)
    for found in (
        _of_day(deadline, earlier, sentence),
        _of_what(what["what"], earlier) if what else [],
    ):
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _is_a_field(deadline: Deadline) -> bool:
    """Whether it stands alone behind what is told: in a table's column of new deadlines."""
    sentence = (deadline.sentence or "").rstrip()
    told = sentence.removesuffix(deadline.text).rstrip()
    return told != sentence and told.endswith(".") and not deadline.label


def _of_day(deadline: Deadline, earlier: Sequence[Deadline], words: str) -> list[Deadline]:
    """Those whose day some words name beside the new one's own."""
    if deadline.date is None:
        return []
    days = {
        (date.year, day.month, day.day)
        for date in find_dates(words.replace(" til ", " ; "))
        if (day := date.resolve(deadline.date.year, None).date) is not None
    }
    return [
        one
        for one in earlier
        if one.date is not None
        and one.date != deadline.date
        and {(one.date.year, one.date.month, one.date.day), (None, one.date.month, one.date.day)}
        & days
    ]


def _of_what(what: str, earlier: Sequence[Deadline]) -> list[Deadline]:
    """Those that say that the same falls due, by label or by the words around their day."""
    asked = telling(what)
    scores = [len(asked & telling(f"{one.label or ''} {_around(one)}")) for one in earlier]
    best = max(scores, default=0)
    return [one for one, score in zip(earlier, scores, strict=True) if best and score == best]


def _around(deadline: Deadline) -> str:
    """The part of its sentence that says what falls due on its day, not on another."""
    sentence = deadline.sentence or ""
    at = sentence.find(deadline.text)
    if at < 0:
        return sentence
    dates = find_dates(sentence)
    others = [date for date in dates if date.end <= at]
    before = sentence[others[-1].end if others else 0 : at]
    after = [date.start for date in dates if date.start >= at + len(deadline.text)]
    return before if telling(before) else sentence[at : after[0] if after else None]


def _says_the_same(one: Deadline, other: Deadline) -> bool:
    """Whether two sentences ask for the same, on whatever day."""
    first, second = (folded((each.sentence or "").replace(each.text, " ")) for each in (one, other))
    if not first or not second:
        return False
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= SAME_SENTENCE
