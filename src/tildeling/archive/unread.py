"""What could change an answer and is not in it: said with every answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from tildeling.archive.answers import NotRead
from tildeling.archive.store import Row, Store
from tildeling.batch.result import ConversionResult

ALONE = 3
"""So many inputs with one fault are told one by one."""

DOUBTS = ("unread", "unclaimed_amount", "unit_doubt", "ocr_uncertain", "several_letters")
"""Findings that say that something may be missing or otherwise."""


def failed(store: Store) -> Iterator[NotRead]:
    """Inputs that gave no letter, and pages not read: of whom they are is not known.

    Many with one fault are told together.
    """
    by_code: dict[str | None, list[ConversionResult]] = {}
    for result in store.failures:
        by_code.setdefault(result.error, []).append(result)
    for code, results in by_code.items():
        if len(results) > ALONE:
            names = ", ".join(map(_name, results[:ALONE]))
            rest = len(results) - ALONE
            yield NotRead(
                code=code, reason=f"{len(results)} filer ble ikke lest: {names} og {rest} til."
            )
            continue
        for result in results:
            reason = result.message or "Filen ble ikke lest."
            yield NotRead(file=_name(result), reason=reason, code=code)


def _name(result: ConversionResult) -> str:
    return result.path.replace("\\", "/").rsplit("/", 1)[-1]


def gaps(letters: Sequence[Row]) -> Iterator[NotRead]:
    """Letters that a chain lacks: its base, and addenda below its last number."""
    for (key, name, year), group in groupby(letters, key=_chain):
        chain = list(group)
        addenda = [letter["addendum_number"] for letter in chain if letter["kind"] != "base"]
        if year is None or (key is None and name is None) or not addenda:
            continue
        lacking = []
        if len(addenda) == len(chain):
            lacking.append("hovedbrevet")
        known = {number for number in addenda if number is not None}
        numbers = [str(number) for number in range(1, max(known, default=0)) if number not in known]
        if numbers:
            lacking.append(f"tillegg {', '.join(numbers)}")
        if lacking:
            body = chain[0]["agency"] or key
            what = " og ".join(lacking)
            yield NotRead(
                code="missing_letter", reason=f"Arkivet mangler {what} til {body} for {year}."
            )


def _chain(letter: Row) -> tuple[str | None, str | None, int | None]:
    key = letter["agency_key"]
    return key, None if key else letter["agency"], letter["budget_year"]


def told_in(findings: Iterable[Row], key: str | None = None) -> Iterator[NotRead]:
    """What the letters' findings say was not read or is in doubt: warnings and errors.

    With a `key` those of other posts are left out.
    """
    for row in findings:
        if row["code"] not in DOUBTS or row["severity"] == "info":
            continue
        if key is None or row["key"] in (None, key) or "/" not in row["key"]:
            yield NotRead(
                file=row["file"],
                reason=row["message"],
                code=row["code"],
                key=row["key"],
                page=row["page"],
            )
