"""What one sentence or list item says of payments: when each is made, and how much it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from tildeling.find.cells import parse_cell
from tildeling.find.dates import DateExpression
from tildeling.find.money import Money
from tildeling.find.number_words import read_number
from tildeling.steering import payment_words as words_


@dataclass(frozen=True, slots=True)
class Instalment:
    """A payment as words say it; `at` is where in the sentence its time stands."""

    date: DateExpression | None
    amount: int | None
    at: int = 0


@dataclass(frozen=True, slots=True)
class Share:
    """A share of a sum: "25 prosent", "halvparten"; None for what is left."""

    start: int
    end: int
    part: Fraction | None


def times_in(
    text: str, dates: Sequence[DateExpression], year: int | None, verb: int
) -> list[DateExpression]:
    """The dates of a sentence that something is paid on; `verb` is where it says so.

    A date in what money is paid on, a document's, one of a year that is over and the period that
    the money is for are none.
    """
    condition = words_.CONDITION.search(text)
    asides = [match.span() for match in words_.ASIDE.finditer(text)]
    first, last = 0, len(text)
    if condition is not None and condition.start() < verb:
        first = verb
        condition = words_.CONDITION.search(text, verb)
    if condition is not None:
        last = condition.start()
    return [
        date
        for date in _with_days(text, dates)
        if first <= date.start < last
        and date.precision != "year"
        and date.qualifier != "from"
        and (date.qualifier != "as_of" or words_.AS_OF.search(text[: date.start]))
        and date.since is None
        and not (year is not None and date.year is not None and date.year < year)
        and not any(start <= date.start < end for start, end in asides)
        and not words_.OF_DOCUMENT.search(text[: date.start])
        and not (
            date.precision not in ("day", "month") and words_.OF_PERIOD.search(text[: date.start])
        )
    ]


def _with_days(text: str, dates: Sequence[DateExpression]) -> list[DateExpression]:
    """Months with the day that is printed once for all: "15. februar, mai og august"."""
    months = words_.DAY_OF_MONTHS.search(text)
    found: list[DateExpression] = []
    for date in dates:
        day = None
        before = found[-1] if found else None
        if date.precision != "month" or date.qualifier is not None or date.since is not None:
            pass
        elif months is not None and months.start("months") <= date.start < months.end():
            day = int(months["day"])
        elif before and words_.JOINS_MONTHS.fullmatch(text, before.end, date.start):
            day = before.day
        found.append(date if day is None else date._replace(precision="day", day=day))
    return found


def clauses_of(text: str) -> list[tuple[int, int]]:
    """Start and end of each part of a sentence that has a verb of payment; the whole of one.

    A sum that is paid on a condition, after one that is paid on a day, is a part too.
    """
    verbs = [match.start() for match in words_.PAYS.finditer(text)]
    cuts = [0]
    for verb, following in pairwise(verbs):
        joints = list(words_.NEXT_CLAUSE.finditer(text[verb:following]))
        if joints:
            cuts.append(verb + joints[-1].end())
    after = words_.ON_CONDITION.search(text, max(cuts[-1], verbs[-1])) if verbs else None
    if after is not None:
        cuts.append(after.end())
    return list(zip(cuts, [*cuts[1:], len(text)], strict=True))


def shares_in(text: str) -> list[Share]:
    """The shares that a sentence names, in order."""
    found = []
    for match in words_.SHARE.finditer(text):
        part: Fraction | None
        if match["percent"] is not None:
            part = Fraction(match["percent"].replace(",", ".")) / 100
        elif match["half"]:
            part = words_.HALF
        elif match["part"]:
            part = _number(match["of"]) / words_.PARTS[match["part"]]
        else:
            part = None
        found.append(Share(match.start(), match.end(), part))
    return found


def instalments_in(
    text: str,
    dates: Sequence[DateExpression],
    money: Sequence[Money],
    whole: int | None,
    paid: int | None = None,
) -> list[Instalment]:
    """The payments that a sentence makes on its dates.

    `whole` is the sum that is parted where the sentence names none, `paid` what sentences before
    have paid of it. Sums go with dates where they alternate; equal parts and shares are reckoned
    where they come to whole kroner.
    """
    asides = [match.span() for match in words_.ASIDE.finditer(text)]
    sums = [one for one in money if not any(start <= one.start < end for start, end in asides)]
    given = _given(text, dates, sums)
    if given is not None:
        return given
    parted = _parted(text, sums)
    total = parted.kroner if parted is not None else whole if not sums else None
    shares = shares_in(text)
    every = words_.EVERY_SHARE.search(text)
    if len(shares) == len(dates) == 1 and shares[0].part is None:
        amounts = [total - paid if total and paid and paid < total else None]
    elif every is not None:
        part = Fraction(every["percent"].replace(",", ".")) / 100
        amounts = [part_of(total, part)] * len(dates)
    elif len(shares) == len(dates) and _alternate(dates, shares):
        amounts = _of_shares(shares, total)
    else:
        count = count_in(text) or len(dates)
        is_equal = words_.EQUAL.search(text) is not None and count > 1
        at_once = parted is not None or words_.AT_ONCE.search(text) is not None
        is_whole = count == len(dates) == 1 and at_once and not shares
        amount = part_of(total, Fraction(1, count)) if is_equal or is_whole else None
        amounts = [amount] * len(dates)
    return [
        Instalment(date, amount, date.start) for date, amount in zip(dates, amounts, strict=True)
    ]


def count_in(text: str) -> int | None:
    """How many instalments a sentence says that there are."""
    match = words_.COUNT.search(text)
    if match is None:
        return None
    return int(_number(match["count"]))


def _number(words: str) -> Fraction:
    """The number that digits or words of the patterns are."""
    number = Fraction(words) if words.isdigit() else read_number(words)
    assert number is not None
    return number


def part_of(total: int | None, part: Fraction | None) -> int | None:
    """A part of a sum in whole kroner; None where it does not come to such."""
    if total is None or part is None:
        return None
    amount = total * part
    return int(amount) if amount.denominator == 1 else None


def _given(
    text: str, dates: Sequence[DateExpression], sums: Sequence[Money]
) -> list[Instalment] | None:
    """Each date with the sum that is printed for it; None where they do not go in pairs."""
    if not sums:
        return None
    each = [one for one in sums if words_.EACH.search(text[: one.start])]
    if len(sums) > len(dates) > 1:
        # "Tilskuddet på 10 mill. kroner utbetales med 4 mill. i februar og 6 mill. i august"
        sums = sums[-len(dates) :]
    if len(sums) == len(dates) and (len(dates) > 1 or not _is_parted(text, sums[0])):
        if len(dates) > 1 and not _alternate(dates, sums):
            return None
        return [
            Instalment(date, exact(text, one), date.start)
            for date, one in zip(dates, sums, strict=True)
        ]
    if len(sums) == 1 and len(each) == 1 and words_.IN_PARTS.search(text):
        return [Instalment(date, each[0].kroner, date.start) for date in dates]
    return None


def exact(text: str, money: Money) -> int | None:
    """A sum, or None for a ceiling."""
    return None if text[: money.start].lower().endswith("inntil ") else money.kroner


def _is_parted(text: str, money: Money) -> bool:
    """True for a sum of which the sentence pays a share, or in more than one part."""
    if (count_in(text) or 1) > 1:
        return True
    shares = [share for share in shares_in(text) if share.part is not None]
    return bool(shares) and words_.OF_WHOLE.search(text[: money.start]) is not None


def _parted(text: str, sums: Sequence[Money]) -> Money | None:
    """The one sum that a sentence parts."""
    if len(sums) != 1 or text[: sums[0].start].lower().endswith("inntil "):
        return None
    return sums[0]


def _of_shares(shares: Sequence[Share], total: int | None) -> list[int | None]:
    named = [share.part for share in shares if share.part is not None]
    rest = 1 - sum(named, Fraction(0)) if len(named) == len(shares) - 1 else None
    return [part_of(total, rest if share.part is None else share.part) for share in shares]


def _alternate(dates: Sequence[DateExpression], others: Sequence[Money | Share]) -> bool:
    """True where each date stands beside its sum or share, all in the same order."""
    pairs = [(date.start, other.start) for date, other in zip(dates, others, strict=True)]
    date_first = [at for pair in pairs for at in pair]
    other_first = [at for date, other in pairs for at in (other, date)]
    return date_first == sorted(date_first) or other_first == sorted(other_first)


def bare_sum(text: str, unit: int) -> int | None:
    """The sum of a line that prints no currency: "15. februar: 2 500 000"."""
    for part in reversed(text.replace("\t", ":").replace(" – ", ":").split(":")):
        cell = parse_cell(part.strip(" ."), unit)
        if cell is not None and cell.kroner is not None:
            return cell.kroner if cell.kroner >= 1000 else None
    return None
