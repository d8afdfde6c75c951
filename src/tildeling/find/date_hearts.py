"""The heart of a date expression: the day, month, part of a year, week, season or year it names.

Each kind has its pattern and its reader. Words around it ("innen utgangen av", "deretter årlig")
are read from where it stands, in `dates`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tildeling.any_case import small_letters
from tildeling.find.calendar_days import full_year, month_number, read_written_day
from tildeling.find.date_expressions import DateExpression
from tildeling.find.date_words import (
    CHRISTMAS_EVE,
    DAY_ORDINALS,
    LOOSE_TIMES,
    MONTH_ABBREVIATIONS,
    MONTH_TURNS,
    MONTHS,
    MOVABLE_DAYS,
    NAMED_DAYS,
    NEXT_YEAR,
    ORDINALS,
    SEASONS_DEFINITE,
    SEASONS_INDEFINITE,
    THIS_YEAR,
    WEEKDAYS,
    WHICH_OF_MONTH,
    YEAR_PARTS,
)
from tildeling.find.patterns import (
    DASH,
    GAP,
    MAYBE_GAP,
    MAYBE_SPACED_DASH,
    SPACE,
    WORD_END,
    WORD_START,
    YEAR,
    any_of,
    has_any,
    initials_of,
    leap_to,
    marks_of,
    plain_spaces,
    rest_of,
)

Reader = Callable[[re.Match[str]], list[DateExpression]]


@dataclass(frozen=True, slots=True)
class Heart:
    """The bare expressions of one place in the text, since "15. og 16. mars" are two.

    `stands_alone` is False where only the words before make it a date ("2026", "jul", "31.12");
    `is_digits` is True where digits and stops might be a section's number instead, `has_name` for a
    day with a name of its own ("årsslutt").
    """

    dates: list[DateExpression]
    stands_alone: bool
    is_digits: bool
    has_name: bool


# Not inside a number ("5,15", "22.1.2026") and not after a section sign or a slash ("25/2306").
NUMBER_START = r"(?<![\w/§])(?<!\d[.,])"


# After the digit that a number begins with: a pattern that begins with a digit leaps there. After
# a slash it begins one only where that parts days: "1. mai/1. november". What must follow, which
# few numbers have, is asked before this.
IS_FIRST = r"(?<![\w§]\d)(?<!\W/\d)(?<!\d/\d)(?<!\d[.,]\d)"
# "2026-kroner" and "2026/27" are no years of a date.
A_YEAR = rf"{YEAR}(?![\d/]|{DASH}[a-zæøå])"
NEXT = rf"{GAP}(?P<next>{any_of(NEXT_YEAR)}){WORD_END}"
LISTED = rf"(?:,{GAP}|{GAP}(?:og|eller|samt){GAP})"
STRETCH = rf"(?:{MAYBE_SPACED_DASH}|{GAP}til{GAP})"

# The space before the year may be lost: "15.oktober2026".
FULL_MONTH = rf"{any_of(MONTHS)}(?:(?!\w)|(?={YEAR}(?!\d)))"
MONTH = rf"(?:{FULL_MONTH}|{any_of(MONTH_ABBREVIATIONS)}(?:\.|(?!\w)))"
# "15.", "15.–17.", "15. og 16.": a stop may be missing before a dash and before the month only.
DAYS = rf"\d{IS_FIRST}\d?(?:(?:\.(?:{LISTED}|{STRETCH})|{MAYBE_SPACED_DASH})\d{{1,2}}){{0,4}}"
# What follows a year of two digits is no other day: "15. okt.–26. nov".
NO_OTHER_DAY = (
    rf"(?![\w/%])(?![.,]\d)(?!\.?{MAYBE_GAP}(?:{any_of(MONTHS)}|{any_of(MONTH_ABBREVIATIONS)}))"
)
QUOTE = f"{SPACE}?['’‘]"
# " -26", "’26", "/26": a year of two digits has a mark before it, since "okt 26 tiltak" has none.
SHORT_YEAR = rf"(?:{SPACE}?{DASH}|{QUOTE}|[./]|(?<=\.))(?P<brief>\d\d){NO_OTHER_DAY}"
# After a day it needs none where nothing follows: "Frist: 15. oktober 26".
LAST_YEAR = SHORT_YEAR.replace(r"(?<=\.)", rf"(?<=\.)|{SPACE}(?=[2-4]\d\.?\Z)")
# "15. januar 2025/2026" is a day of one of two years, and does not say of which.
TWO_YEARS = rf"{YEAR}(?:/(?:\d\d)?\d\d(?!\d|\.?{MAYBE_GAP}{FULL_MONTH})|{DASH}{YEAR}(?!\d))"
WHICH_YEAR = (
    rf"(?:,?{MAYBE_GAP}(?:(?P<two_years>{TWO_YEARS})|(?P<year>{A_YEAR}))|{LAST_YEAR}|{NEXT})?"
)
# "15. mars", "15 . mars", "15 mars".
DAY_IN_MONTH = rf"(?P<days>{DAYS})(?:{MAYBE_GAP}\.{MAYBE_GAP}|{GAP})(?P<month>{MONTH}){WHICH_YEAR}"
# "15, oktober 2026": a slip for a stop, where the words before ask for a day.
DAY_BEFORE_COMMA = (
    rf"(?P<days>\d(?=\d?,){IS_FIRST}\d?),{MAYBE_GAP}(?P<month>{FULL_MONTH}){WHICH_YEAR}"
)
# "oktober 15, 2026", as in English.
DAY_AFTER_MONTH = (
    rf"(?P<month>{leap_to(MONTHS)}{rest_of(MONTHS)}(?!\w)){GAP}(?P<day>\d{{1,2}}),{GAP}"
    rf"(?P<year>{A_YEAR})"
)
# "tiende juni", "fyrste mai 2026".
ORDINAL_DAY = (
    rf"(?P<ordinal>{leap_to(DAY_ORDINALS)}{rest_of(DAY_ORDINALS)}){GAP}(?P<month>{FULL_MONTH})"
    rf"(?:,?{MAYBE_GAP}(?P<year>{A_YEAR})|{SHORT_YEAR}|{NEXT})?"
)
# Written as few write: "15. okt -26", "15. okt. ’26", "15.okt.26", "15/okt/2026", "15-okt-26" (a
# spreadsheet's).
WRITTEN_DAY = (
    rf"\d{IS_FIRST}\d?(?:\.{MAYBE_GAP}|{SPACE}|(?P<joint>{DASH}|/|))"
    rf"(?P<month>{any_of(MONTHS)}|{any_of(MONTH_ABBREVIATIONS)})\.?"
    rf"(?:(?:{SPACE}?{DASH}|{QUOTE}|[./])\d\d|(?:{DASH}|[./]|(?(joint)|(?!))){YEAR}){NO_OTHER_DAY}"
)
# "15-10-2026", "15 - 10 - 2026"; "2026/10/15", "2026.10.15". The second number is a month's, so
# that none is read the other way around.
_MONTH_IN_DIGITS = "(?:1[0-2]|0?[1-9])"
DAY_WITH_DASHES = (
    rf"\d(?=\d?{MAYBE_SPACED_DASH}\d){IS_FIRST}\d?{MAYBE_SPACED_DASH}{_MONTH_IN_DIGITS}"
    rf"{MAYBE_SPACED_DASH}{YEAR}(?![\w/%-])(?![.,]\d)"
)
YEAR_FIRST = (
    rf"2(?=0\d\d[./]\d){IS_FIRST}0\d\d(?P<mark>[./]){_MONTH_IN_DIGITS}(?P=mark)\d{{1,2}}"
    rf"(?![\w/%-])(?![.,]\d)"
)
# "15.03.2026", "1.8. 2020", "1/12-2015", "01.12.15". Without a year it counts after a cue only,
# since "2.1" is a section. Not a sum ("15.000"), not a share ("1/3 %"), not a span of years.
NUMERIC_DAY = (
    rf"(?P<day>\d(?=\d?[./]){IS_FIRST}\d?)(?:\.{SPACE}?|/)(?P<month>\d{{1,2}})"
    rf"(?:(?:\.{SPACE}?|/|\.?{DASH}|\.?{QUOTE}|{SPACE}(?=20))(?P<year>{YEAR}|\d{{2}}))?"
    rf"(?![\w/%])(?![.,]\d)"
    rf"(?!{SPACE}\d{{3}}(?!\d))(?!{DASH}\d{{3}})"
)
# "09.03.–13.03.2026", "9/3-13/3 2026".
NUMERIC_STRETCH = (
    rf"(?P<since_day>\d(?=\d?[./]\d){IS_FIRST}\d?)[./](?P<since_month>\d{{1,2}})\.?{MAYBE_SPACED_DASH}"
    rf"(?P<day>\d{{1,2}})(?:\.{SPACE}?|/)(?P<month>\d{{1,2}})"
    rf"(?:\.{SPACE}?|/|\.?{DASH}|\.?{QUOTE}|{SPACE}(?=20))(?P<year>{YEAR}|\d{{2}})"
    rf"(?![\w/%])(?![.,]\d)"
)
ISO_DAY = rf"(?P<iso>2(?=0\d\d-){IS_FIRST}0\d\d-\d\d-\d\d)(?![\w-])"
# "mai/juni 2026", "mars–april". An abbreviation counts beside a year only.
MONTH_ALONE = (
    # "X. februar" and "40. mars" have a day, which is none.
    rf"{WORD_START}(?=[{initials_of(MONTHS, MONTH_ABBREVIATIONS)}])(?<![\dXx]\. )(?<![\dXx]\.)"
    rf"(?:(?P<since>{FULL_MONTH})(?:{GAP}(?P<since_year>{YEAR}))?"
    rf"(?:{MAYBE_SPACED_DASH}|/|{GAP}til{GAP}))?"
    rf"(?:(?P<month>{FULL_MONTH})(?:,?{GAP}(?P<year>{A_YEAR})|{SHORT_YEAR}|{NEXT})?"
    rf"|(?!(?<=innen )jul{GAP}|(?<=innan )jul{GAP}|(?<=før )jul{GAP})"
    rf"(?P<short>{any_of(MONTH_ABBREVIATIONS)})\.?"
    rf"(?:{GAP}(?P<short_year>{A_YEAR})|{SHORT_YEAR.replace('brief', 'short_brief')}))"
)
INDEX = rf"(?:[1-4]\.|{any_of(ORDINALS)})"
PART_OF_YEAR = (
    rf"(?:{NUMBER_START}(?P<numbers>{INDEX}(?:(?:{LISTED}|{STRETCH}){INDEX}){{0,3}})"
    rf"{MAYBE_GAP}(?P<part>{any_of(YEAR_PARTS)})|{WORD_START}Q(?P<quarter>[1-4])){WORD_END}"
    rf"(?:,?{GAP}(?:av{GAP}|i{GAP})?(?P<year>{A_YEAR})|{SHORT_YEAR})?"
)
# What follows a number that is no week's: "uke 12 og 3 dager", "uke 12 og 3. mai".
NO_COUNT = (
    rf"(?!\d)(?!\.{MAYBE_GAP}{any_of(MONTHS)})(?!{GAP}(?:dag|uke|vek|måned|månad|time|timar|år))"
)
_WEEKS = rf"\d{{1,2}}(?:(?:{LISTED}|{STRETCH})\d{{1,2}}{NO_COUNT})"
# "uke 34", "uke 24 og 38", "veke 5–6 2026", "Januar, veke 5", "uke 12–14 -26".
WEEK = (
    rf"{WORD_START}(?:{any_of(MONTHS)},{GAP}|(?P<weekday>{any_of(WEEKDAYS)}){GAP}i{GAP})?(?:uke|veke|uka|veka){GAP}(?:nr\.?{GAP})?"
    rf"(?:(?P<since>\d{{1,2}}{STRETCH}\d{{1,2}}){SPACE}?{DASH}(?P<brief>[2-4]\d)(?![\w.,]\d|\w)|"
    rf"(?P<weeks>{_WEEKS}{{0,4}})(?!\w)"
    rf"(?:(?:,?{GAP}(?:i{GAP})?|/)(?P<year>{A_YEAR})|{QUOTE}(?P<quoted>\d\d)(?!\w))?)"
)
# "våren 2026", "sommeren/høsten 2026", "vinteren 2025/2026" (which ends in 2026).
SEASON = (
    rf"{WORD_START}(?=[{initials_of(SEASONS_DEFINITE, SEASONS_INDEFINITE)}])"
    rf"(?:(?:{any_of(SEASONS_DEFINITE)}/)?(?P<season>{any_of(SEASONS_DEFINITE)}){WORD_END}"
    rf"(?:{GAP}(?:i{GAP}|av{GAP})?(?:20\d\d(?:/|{DASH}))?(?P<year>{YEAR})(?!\d)|{SHORT_YEAR})?"
    rf"|(?P<bare>{any_of(SEASONS_INDEFINITE)})(?:{GAP}(?P<bare_year>{A_YEAR})|{QUOTE}(?P<quoted>\d\d)(?!\w)))"
)
# "første mandag i mai 2026", "siste fredag i oktober", "første uke i mai".
OF_MONTH = (
    rf"(?P<which>{leap_to(WHICH_OF_MONTH)}{rest_of(WHICH_OF_MONTH)}){GAP}"
    rf"(?:(?P<weekday>{any_of(WEEKDAYS)})(?:en)?|uken?|uka|veka?|halvdel|halvpart|del|dager|dagar)"
    rf"{GAP}(?:i|av){GAP}"
    rf"(?P<month>{FULL_MONTH})(?:,?{GAP}(?P<year>{A_YEAR})|{SHORT_YEAR})?"
)
MONTH_TURN = (
    rf"{leap_to(MONTH_TURNS)}{rest_of(MONTH_TURNS)}{GAP}(?P<month>{FULL_MONTH})"
    rf"(?:{MAYBE_SPACED_DASH}|/|{GAP}og{GAP}){FULL_MONTH}(?:,?{GAP}(?P<year>{A_YEAR})|{SHORT_YEAR})?"
)
MOVABLE_DAY = (
    rf"(?P<named>{leap_to(MOVABLE_DAYS)}{rest_of(MOVABLE_DAYS)}){WORD_END}"
    rf"(?:{GAP}(?P<year>{YEAR})(?!\d))?"
)
LOOSE_TIME = (
    rf"{leap_to(LOOSE_TIMES)}{rest_of(LOOSE_TIMES)}{WORD_END}(?:{GAP}(?P<year>{YEAR})(?!\d))?"
)
NAMED_DAY = (
    rf"(?P<named>{leap_to(NAMED_DAYS)}{rest_of(NAMED_DAYS)}){WORD_END}"
    rf"(?:{GAP}(?P<year>{YEAR})(?:/(?:20)?\d\d)?(?!\d))?"
)
YEAR_ALONE = (
    rf"(?P<year>{A_YEAR})(?<![\w/§]\d{{4}})(?<!\d[.,]\d{{4}})(?!{MAYBE_SPACED_DASH}\d)(?![.,]\d)"
)
YEAR_AT_HAND = rf"{leap_to(THIS_YEAR)}{rest_of(THIS_YEAR)}{WORD_END}"

_ONE_DAY = re.compile(r"(?P<number>\d{1,2}\.?)(?P<joint>\D*)")
_ONE_WEEK = re.compile(r"(?P<number>\d{1,2})(?P<joint>\D*)")
_ONE_INDEX = re.compile(rf"(?P<number>{INDEX})(?P<joint>(?:{LISTED}|{STRETCH})?)", re.IGNORECASE)
# Of numbers of weeks those that may be a year's last two digits.
_SHORT_YEARS = range(20, 40)
_MARKS_YEAR = re.compile(rf"\d{SPACE}{DASH}\d\d$")
_IS_STRETCH = re.compile(STRETCH, re.IGNORECASE)


def find_hearts(text: str) -> list[Heart]:
    """The hearts in the text, in order; where two kinds overlap, the first and longest."""
    small = small_letters(text)
    matches = [
        (match, read)
        for marks, kinds in (_KINDS if _WORD_OF_TIME.search(small) else _KINDS_OF_DAYS)
        if has_any(small, marks)
        for pattern, read in kinds
        for match in pattern.finditer(text)
    ]
    matches.sort(key=lambda found: (found[0].start(), -found[0].end()))
    hearts: list[Heart] = []
    end = 0
    for match, read in matches:
        dates = read(match) if match.start() >= end else []
        if dates:
            is_digits = read is _numeric_day
            needs_words = match.re.pattern in _AFTER_WORDS or (is_digits and not dates[0].year)
            hearts.append(
                Heart(
                    dates,
                    stands_alone=not needs_words,
                    is_digits=is_digits,
                    has_name=read in (_named_day, _movable_day),
                )
            )
            end = match.end()
    return hearts


def _whole(match: re.Match[str]) -> DateExpression:
    """An expression of the match's span, to be filled in."""
    return DateExpression(match.start(), match.end(), match.group(), "day")


def _year(*printed: str | None) -> int | None:
    """The year of the one that is printed."""
    return next((full_year(each) for each in printed if each), None)


def _series(
    match: re.Match[str], group: str, one: re.Pattern[str], read: Callable[[str], DateExpression]
) -> Iterator[DateExpression]:
    """One expression for each member of a list; the members of a stretch are one, with `since`."""
    start = match.start(group)
    members = list(one.finditer(match[group]))
    first = match.start()
    since: DateExpression | None = None
    for member in members:
        expression = read(member["number"])
        is_last = member is members[-1]
        end = match.end() if is_last else start + member.end("number")
        expression = expression._replace(
            start=first, end=end, text=match.string[first:end], since=since
        )
        if not is_last and _IS_STRETCH.fullmatch(member["joint"]):
            since = expression
        else:
            yield expression
            since, first = None, start + member.end()


def _day_in_month(match: re.Match[str]) -> list[DateExpression]:
    month, year = month_number(match["month"]), _year(match["year"], match["brief"])
    bare = _whole(match)._replace(
        month=month,
        year=year,
        next_year=match["next"] is not None,
        of_either=match["two_years"] is not None,
    )
    return list(
        _series(match, "days", _ONE_DAY, lambda number: bare._replace(day=int(number.rstrip("."))))
    )


def _day_after_month(match: re.Match[str]) -> list[DateExpression]:
    day, month = int(match["day"]), month_number(match["month"])
    return [_whole(match)._replace(day=day, month=month, year=_year(match["year"]))]


def _ordinal_day(match: re.Match[str]) -> list[DateExpression]:
    return [
        _whole(match)._replace(
            day=DAY_ORDINALS[plain_spaces(match["ordinal"]).lower()],
            month=month_number(match["month"]),
            year=_year(match["year"], match["brief"]),
            next_year=match["next"] is not None,
        )
    ]


def _numeric_day(match: re.Match[str]) -> list[DateExpression]:
    day, month = int(match["day"]), int(match["month"])
    return [_whole(match)._replace(day=day, month=month, year=_year(match["year"]))]


def _numeric_stretch(match: re.Match[str]) -> list[DateExpression]:
    last = _numeric_day(match)[0]
    since = last._replace(day=int(match["since_day"]), month=int(match["since_month"]))
    return [last._replace(since=since)]


def _iso_day(match: re.Match[str]) -> list[DateExpression]:
    year, month, day = (int(part) for part in match["iso"].split("-"))
    return [_whole(match)._replace(day=day, month=month, year=year)]


def _written_day(match: re.Match[str]) -> list[DateExpression]:
    read = read_written_day(match.group())
    if read is None:  # the calendar has no such day
        return [_whole(match)]
    return [_whole(match)._replace(day=read.day, month=read.month, year=read.year)]


def _month_alone(match: re.Match[str]) -> list[DateExpression]:
    month = month_number(match["month"] or match["short"])
    year = _year(*match.group("year", "brief", "short_year", "short_brief"))
    is_next = match["next"] is not None
    found = _whole(match)._replace(precision="month", month=month, year=year, next_year=is_next)
    if match["since"]:
        since = found._replace(month=month_number(match["since"]))
        if match["since_year"]:
            since = since._replace(year=_year(match["since_year"]))
        found = found._replace(since=since)
    return [found]


def _part_of_year(match: re.Match[str]) -> list[DateExpression]:
    year = _year(match["year"], match["brief"])
    if match["quarter"]:
        number = int(match["quarter"])
        return [_whole(match)._replace(precision="quarter", number=number, year=year)]
    precision, parts = YEAR_PARTS[plain_spaces(match["part"]).lower()]
    bare = _whole(match)._replace(precision=precision, year=year)

    def read(index: str) -> DateExpression:
        word = index.lower()
        return bare._replace(number=ORDINALS.get(word) or int(word.rstrip(".")))

    found = list(_series(match, "numbers", _ONE_INDEX, read))
    return [part for part in found if part.number is not None and part.number <= parts]


def _week(match: re.Match[str]) -> list[DateExpression]:
    year = _year(*match.group("year", "brief", "quoted"))
    bare = _whole(match)._replace(precision="week", year=year)
    if match["weekday"]:
        bare = bare._replace(precision="day", weekday=WEEKDAYS[match["weekday"].lower()])
    group = "weeks" if match["weeks"] else "since"
    found = list(_series(match, group, _ONE_WEEK, lambda number: bare._replace(number=int(number))))
    return [_week_of_year(week) for week in found]


def _week_of_year(week: DateExpression) -> DateExpression:
    """A week, of which "-26" may be the year: it is after week 45, and in "uke 12 -26" not sure."""
    last, since = week.number or 0, week.since
    if since is None or last not in _SHORT_YEARS or week.year is not None:
        return week
    if last < (since.number or 0):
        return since._replace(end=week.end, text=week.text, year=_year(str(last)))
    return week._replace(of_either=_MARKS_YEAR.search(week.text) is not None)


def _season(match: re.Match[str]) -> list[DateExpression]:
    name = (match["season"] or match["bare"]).lower()
    number = SEASONS_DEFINITE.get(name) or SEASONS_INDEFINITE[name]
    year = _year(*match.group("year", "brief", "bare_year", "quoted"))
    return [_whole(match)._replace(precision="season", number=number, year=year)]


def _named_day(match: re.Match[str]) -> list[DateExpression]:
    month, day = NAMED_DAYS[plain_spaces(match["named"]).lower()]
    # Before the turn of the year is on its last day; before Christmas is not on the 24th.
    turn = day != CHRISTMAS_EVE
    return [_whole(match)._replace(day=day, month=month, year=_year(match["year"]), turn=turn)]


def _of_month(match: re.Match[str]) -> list[DateExpression]:
    year = _year(match["year"], match["brief"])
    found = _whole(match)._replace(month=month_number(match["month"]), year=year)
    if match["weekday"] is None:
        return [found._replace(precision="week")]
    return [
        found._replace(
            weekday=WEEKDAYS[match["weekday"].lower()],
            number=WHICH_OF_MONTH[match["which"].lower()],
        )
    ]


def _month_turn(match: re.Match[str]) -> list[DateExpression]:
    month, year = month_number(match["month"]), _year(match["year"], match["brief"])
    return [_whole(match)._replace(month=month, year=year, turn=True)]


def _movable_day(match: re.Match[str]) -> list[DateExpression]:
    movable = MOVABLE_DAYS[match["named"].lower()]
    return [_whole(match)._replace(movable=movable, year=_year(match["year"]))]


def _loose_time(match: re.Match[str]) -> list[DateExpression]:
    return [_whole(match)._replace(precision="season", year=_year(match["year"]))]


def _year_alone(match: re.Match[str]) -> list[DateExpression]:
    return [_whole(match)._replace(precision="year", year=_year(match["year"]))]


def _year_at_hand(match: re.Match[str]) -> list[DateExpression]:
    return [_whole(match)._replace(precision="year")]


# They are dates only where the words before say so.
_AFTER_WORDS = frozenset(
    (DAY_BEFORE_COMMA, NAMED_DAY, MOVABLE_DAY, LOOSE_TIME, YEAR_ALONE, YEAR_AT_HAND)
)
_MONTH_MARKS = marks_of(MONTHS, MONTH_ABBREVIATIONS)
# The kinds by the marks that a text must have for any of them to be found.
_KINDS: tuple[tuple[tuple[str, ...], tuple[tuple[re.Pattern[str], Reader], ...]], ...] = tuple(
    (marks, tuple((re.compile(pattern, re.IGNORECASE), read) for pattern, read in kinds))
    for marks, kinds in (
        (
            _MONTH_MARKS,
            (
                (WRITTEN_DAY, _written_day),
                (DAY_IN_MONTH, _day_in_month),
                (DAY_BEFORE_COMMA, _day_in_month),
                (DAY_AFTER_MONTH, _day_after_month),
                (ORDINAL_DAY, _ordinal_day),
                (OF_MONTH, _of_month),
                (MONTH_TURN, _month_turn),
                (MONTH_ALONE, _month_alone),
            ),
        ),
        (
            tuple("0123456789"),
            (
                (NUMERIC_STRETCH, _numeric_stretch),
                (NUMERIC_DAY, _numeric_day),
                (DAY_WITH_DASHES, _written_day),
            ),
        ),
        (("20",), ((ISO_DAY, _iso_day), (YEAR_FIRST, _written_day))),
        (marks_of(YEAR_PARTS, ["q1", "q2", "q3", "q4"]), ((PART_OF_YEAR, _part_of_year),)),
        (("uke", "veke", "uka", "veka"), ((WEEK, _week),)),
        (marks_of(SEASONS_DEFINITE, SEASONS_INDEFINITE), ((SEASON, _season),)),
        (marks_of(NAMED_DAYS), ((NAMED_DAY, _named_day),)),
        (marks_of(MOVABLE_DAYS), ((MOVABLE_DAY, _movable_day),)),
        (marks_of(LOOSE_TIMES), ((LOOSE_TIME, _loose_time),)),
        (("19", "20"), ((YEAR_ALONE, _year_alone),)),
        (marks_of(THIS_YEAR), ((YEAR_AT_HAND, _year_at_hand),)),
    )
)
# Most texts have none of the words for parts of a year, seasons and days with a name: one search
# for any of them takes a sixth of the time of asking for all.
_KINDS_OF_DAYS = tuple(
    kind for kind in _KINDS if kind[0] == _MONTH_MARKS or all(mark.isdigit() for mark in kind[0])
)
_WORD_OF_TIME = re.compile(
    any_of(mark for kind in _KINDS if kind not in _KINDS_OF_DAYS for mark in kind[0])
)
