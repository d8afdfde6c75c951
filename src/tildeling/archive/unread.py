"""What could change an answer and is not in it: said with every answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from tildeling.archive.answers import NotRead
from tildeling.archive.bodies import body_of
from tildeling.archive.store import Row, Store, Where
from tildeling.batch.result import ConversionResult
from tildeling.batch.worker import UNREAD
from tildeling.findings import message_of
from tildeling.words import Words

# So many inputs with one fault are told one by one.
ALONE = 3

# More findings of one kind, or chains that lack letters, than these are told together: nobody reads
# them one by one.
MANY = 20

# Findings that say that something may be missing or otherwise.
DOUBTS: Where = {
    "code": ("unread", "unclaimed_amount", "unit_doubt", "ocr_uncertain", "several_letters"),
    "severity": ("error", "warning"),
}

# Of these, what is told, and the columns that `message_in_row` takes.
DOUBT_COLUMNS = (
    *("sha256", "file", "code", "page"),
    *("rule", "key", "message", "value_names", "values"),
)


def failed(store: Store, words: Words) -> Iterator[NotRead]:
    """Inputs that gave no letter, and pages not read: of whom they are is not known.

    Many with one fault are told together. What `convert` has not come to yet is not read either.
    """
    if store.is_being_written:
        yield NotRead(reason=words.say("convert still writes to the folder: some may be missing."))
    by_code: dict[str | None, list[ConversionResult]] = {}
    for result in store.failures:
        by_code.setdefault(result.error, []).append(result)
    for code, results in by_code.items():
        if len(results) > ALONE:
            names = ", ".join(map(_name, results[:ALONE]))
            rest = len(results) - ALONE
            reason = words.say(
                "{number} files were not read: {names} and {rest} more.",
                number=words.number(len(results)),
                names=names,
                rest=words.number(rest),
            )
            yield NotRead(code=code, reason=reason)
            continue
        for result in results:
            reason = _reason(store, result, words)
            yield NotRead(file=_name(result), reason=reason, code=code)


def _reason(store: Store, result: ConversionResult, words: Words) -> str:
    """Why an input, or some of its pages, was not read.

    Of pages the letter's findings say it; why there is no letter the manifest says, in English.
    """
    if result.output is not None:
        found = store.rows("findings", {"sha256": [result.sha256], "rule": UNREAD})
        if found:
            return " ".join(message_in_row(row, words) for row in found)
    return result.message or words.say("The file was not read.")


def _name(result: ConversionResult) -> str:
    return result.path.replace("\\", "/").rsplit("/", 1)[-1]


class Gap(NamedTuple):
    """What the letters to one body for one year lack."""

    body: str
    year: int
    reason: str

    def is_of(self, letter: Row) -> bool:
        """True for a letter of that body and year."""
        return _chain(letter) == (self.body, self.year)


def gaps(letters: Sequence[Row], words: Words) -> list[Gap]:
    """What each chain lacks: its base, and addenda below its last number."""
    found = []
    for (own, year), group in groupby(letters, key=_chain):
        chain = list(group)
        addenda = [letter["addendum_number"] for letter in chain if letter["kind"] != "base"]
        if year is None or own is None or not addenda:
            continue
        lacking = []
        if len(addenda) == len(chain):
            lacking.append(words.say("the base letter"))
        known = {number for number in addenda if number is not None}
        numbers = [str(number) for number in range(1, max(known, default=0)) if number not in known]
        if numbers:
            lacking.append(words.say("addendum {numbers}", numbers=", ".join(numbers)))
        if lacking:
            body = chain[0]["agency"] or own
            reason = words.say(
                "The archive lacks {letters} to {body} for {year}.",
                letters=words.say(" and ").join(lacking),
                body=body,
                year=year,
            )
            found.append(Gap(own, year, reason))
    return found


def lacking(letters: Sequence[Row], words: Words, shown: Sequence[Row] = ()) -> Iterator[NotRead]:
    """What the chains of letters lack; of many, their number, and what those shown lack."""
    found = gaps(letters, words)
    if len(found) > MANY:
        reason = words.counted(
            "{n} chain of letters lacks letters: ask letters which. The first: {first}",
            "{n} chains of letters lack letters: ask letters which. The first: {first}",
            len(found),
            first=found[0].reason,
        )
        yield NotRead(code=_LACKING, reason=reason)
        found = [gap for gap in found if any(map(gap.is_of, shown))]
    for gap in found:
        yield NotRead(code=_LACKING, reason=gap.reason)


_LACKING = "missing_letter"


def _chain(letter: Row) -> tuple[str | None, int | None]:
    return body_of(letter["agency_key"], letter["agency"]), letter["budget_year"]


def concerns(found: str | None, asked: str | None) -> bool:
    """False for what is found about another post than the one, or the assignment, asked for.

    >>> concerns("671/61", "670/1"), concerns("671/61", "2023-002"), concerns(None, "670/1")
    (False, False, True)
    """
    return asked is None or found in (None, asked) or "/" not in str(found)


def message_in_row(row: Row, words: Words) -> str:
    """The message of a row of the table of findings, in the language of the words."""
    values = dict(zip(row["value_names"], row["values"], strict=True))
    return message_of(row["rule"], row["key"], values, row["message"], words)


def told_in(doubts: Iterable[Row], words: Words, key: str | None = None) -> Iterator[NotRead]:
    """What findings say was not read or is in doubt.

    With a `key` those of other posts are left out.
    """
    by_code: dict[str, list[Row]] = {}
    for row in doubts:
        if concerns(row["key"], key):
            by_code.setdefault(row["code"], []).append(row)
    for code, rows in by_code.items():
        if len(rows) > MANY:
            letters = len({row["sha256"] for row in rows})
            reason = words.say(
                "{number} findings in {letters} letters: ask check for {code}. The first: {first}",
                number=words.number(len(rows)),
                letters=words.number(letters),
                code=code,
                first=f"{rows[0]['file']}: {message_in_row(rows[0], words)}",
            )
            yield NotRead(code=code, reason=reason)
            continue
        for row in rows:
            yield NotRead(
                file=row["file"],
                reason=message_in_row(row, words),
                code=code,
                key=row["key"],
                page=row["page"],
            )
