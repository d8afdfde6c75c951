"""Nothing unaccounted for: what letters say of money, posts and deadlines, and what came of it.

    python benchmarks/conservation.py [FILE_OR_FOLDER ...] [--show N]

Sums with kroner, posts of a chapter, and dates after "frist" are looked for in the text of each
letter (PDFs in and below the folders; the fixture letters unless told) by plain patterns of this
file's own, and then in the JSON that was read from it. Each is

    claimed   the value of an item that was read from these words, or in a line's own sentence
    told      in the words that a finding quotes
    silent    neither

A sum and a date are asked for as often as they are printed, a post once a letter. Prints a table
and what is silent; exits 1 if anything is.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

from rich.console import Console
from rich.table import Table

import tildeling
from tildeling.limits import Limits
from tildeling.read.pdfium import PdfiumReader
from tildeling.read.source import open_document
from tildeling.text.lay_out import lay_out

FIXTURES = Path(__file__).resolve().parents[1] / "tests" / "fixtures" / "letters"
AROUND = 12
"""Characters on either side by which a mention is found again in the words of an item."""

Json = dict[str, Any]
Fate = Literal["claimed", "told", "silent"]
KINDS = ("sums", "posts", "dates")

NUMBER = r"\d{1,3}(?:[  .]\d{3})+(?!\d)|\d+"
SUM = re.compile(
    rf"(?<![\d.,/])(?:(?P<before>{NUMBER})(?:,(?P<part>\d+))?[^\S\t\n]?"
    r"(?:(?P<scale>mill|mrd)\.?\s?(?:kroner|kr\b)|(?:kroner|kr\b))"
    rf"|\bkr\.?(?:[^\S\t\n]?|\t(?=\d{{1,3}} \d{{3}}))(?P<after>{NUMBER})(?!,?\d))",
    re.IGNORECASE,
)
UNIT = re.compile(r"(?:\bi(?: hele| heile)?|\(|[\t\n])\s*$", re.IGNORECASE)
"""What stands before "1 000 kr" where that is a unit, a column's too."""
POST = re.compile(
    r"\bkap(?:ittel|\.)?\s?(?P<chapter>\d{3,4}),?\s?post\s?(?P<post>\d{1,2})(?!\d)", re.IGNORECASE
)
MONTHS = "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember"
DATE = re.compile(rf"(?<!\d)(\d{{1,2}})\.\s?({MONTHS})\b", re.IGNORECASE)
FRIST = re.compile(r"\bfrist(?:en|er|ar)?\b[^.;\n]{0,60}?$", re.IGNORECASE)


@dataclass
class Account:
    """What became of the mentions of one letter."""

    counts: Counter[tuple[str, Fate]] = field(default_factory=Counter)
    silent: list[str] = field(default_factory=list)

    def add(self, kind: str, fate: Fate, words: str) -> None:
        """Counts a mention, and keeps it where nobody speaks of it."""
        self.counts[kind, fate] += 1
        if fate == "silent":
            self.silent.append(f"{kind[:-1]}: ...{words}...")


def text_of(pdf: Path) -> str:
    """The letter's text, as every item is a span of it."""
    return lay_out(open_document(pdf, Limits(), PdfiumReader(), "")).text.text


def account(text: str, letter: Json) -> Account:
    """What the letter read from a text says of each of its mentions."""
    found = Account()
    told = [_folded(f"{_words(each)} {each['message']}") for each in letter["findings"]]
    sentences = [_folded(line["text"]) for line in _lines(letter)]
    read = [(_folded(_words(item)), amounts) for item, amounts in _amounts_of(letter)]
    for match in SUM.finditer(text):
        kroner, around = _kroner(match), _around(text, match)
        number = match.start("after") if match["after"] else match.start()
        if not kroner or (kroner in (1_000, 1_000_000) and UNIT.search(text[:number])):
            continue
        is_claimed = any(_stands_in(around, words) for words in sentences) or any(
            _stands_in(around, words) and kroner in amounts for words, amounts in read
        )
        found.add("sums", _fate(is_claimed, around, told), around[0])
    for match in {match.groups(): match for match in POST.finditer(text)}.values():
        post = (int(match["chapter"]), int(match["post"]))
        found.add("posts", _fate(post in _posts(letter), _around(text, match), told), match[0])
    due = [_folded(e["text"]) for deadline in _deadlines(letter) for e in deadline["evidence"]]
    for match in DATE.finditer(text):
        if FRIST.search(text, max(0, match.start() - 80), match.start()):
            is_claimed = any(_folded(match[0]) in words for words in due)
            found.add("dates", _fate(is_claimed, _around(text, match), told), match[0])
    return found


def _fate(is_claimed: bool, around: tuple[str, str], told: Sequence[str]) -> Fate:
    if is_claimed:
        return "claimed"
    return "told" if any(_stands_in(around, words) for words in told) else "silent"


def _kroner(match: re.Match[str]) -> int:
    whole = re.sub(r"\D", "", match["before"] or match["after"])
    scale = {"mill": 6, "mrd": 9}.get((match["scale"] or "").lower(), 0)
    part = (match["part"] or "")[:scale]
    return int(whole) * int(10**scale) + int(part or 0) * int(10 ** (scale - len(part)))


def _around(text: str, match: re.Match[str]) -> tuple[str, str]:
    """A mention with the plain words before it, and with those after it, of its own line or cell.

    Of the two one is enough: another passage may begin or end right beside it.
    """
    before = re.search(r"[\w ,]*$", text[max(0, match.start() - AROUND) : match.start()])
    after = re.match(r"[\w ,]*", text[match.end() : match.end() + AROUND])
    return (
        _folded(f"{before[0] if before else ''}{match[0]}"),
        _folded(f"{match[0]}{after[0] if after else ''}"),
    )


def _stands_in(around: tuple[str, str], words: str) -> bool:
    return any(one in words for one in around)


def _folded(text: str) -> str:
    return " ".join(text.split()).strip(" .:")


def _words(item: Json) -> str:
    return " ".join(evidence["text"] for evidence in item["evidence"])


def _amounts_of(letter: Json) -> Iterator[tuple[Json, list[int]]]:
    """Items that hold sums beside lines of money, each with its sums."""
    for row in _rows(letter):
        yield row, [abs(amount) for amount in row["amounts"] if amount is not None]
    for item in (*letter["payments"], *letter["authorisations"]):
        yield item, [item["amount"]] if item["amount"] is not None else []
    for indicator in letter["indicators"]:
        for target in indicator["targets"]:
            if target["unit"] == "kroner":
                figures = (target["value"], target["value_to"])
                yield target, [abs(int(Decimal(figure))) for figure in figures if figure]


def _lines(letter: Json) -> Iterator[Json]:
    yield from letter["financing"]
    for assignment in letter["assignments"]:
        yield from assignment["financing"]


def _deadlines(letter: Json) -> Iterator[Json]:
    yield from letter["deadlines"]
    for assignment in letter["assignments"]:
        yield from assignment["deadlines"]


def _rows(letter: Json) -> Iterator[Json]:
    for table in letter["budget_tables"]:
        yield from table["rows"]


def _posts(letter: Json) -> set[tuple[int | None, int | None]]:
    items = (*_lines(letter), *_rows(letter), *letter["authorisations"], *letter["payments"])
    return {
        (item.get(f"{side}chapter"), item.get(f"{side}post"))
        for item in items
        for side in ("", "counter_")
    }


def main() -> int:
    """Prints the figure for each kind, and what is silent."""
    parser = argparse.ArgumentParser(description="Nothing unaccounted for.")
    parser.add_argument("paths", nargs="*", type=Path, default=[FIXTURES])
    parser.add_argument("--show", type=int, default=20, help="mentions to list")
    arguments = parser.parse_args()
    total = Account()
    pdfs = [
        pdf
        for path in arguments.paths
        for pdf in (sorted(path.rglob("*.pdf")) if path.is_dir() else [path])
    ]
    for pdf in pdfs:
        found = account(text_of(pdf), tildeling.parse(pdf).model_dump(mode="json"))
        total.counts += found.counts
        total.silent += [f"{pdf.stem}: {words}" for words in found.silent]
    table = Table("mentions", "claimed", "told", "silent", title=f"{len(pdfs)} letters")
    for kind in KINDS:
        table.add_row(
            kind, *(str(total.counts[kind, fate]) for fate in ("claimed", "told", "silent"))
        )
    console = Console()
    console.print(table)
    for words in total.silent[: arguments.show]:
        console.print(words, markup=False, soft_wrap=True)
    return 1 if total.silent else 0


if __name__ == "__main__":
    sys.exit(main())
