"""How long it takes to fold a chain of letters that are parsed, and to write it out.

    python benchmarks/consolidate.py [--letters N] [LETTER.pdf]

The chain is one letter again and again, as a base letter and addenda to it: every addendum moves
the deadlines of all assignments, clarifies every tenth, and states all posts anew.
"""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path
from time import perf_counter

from rich.console import Console
from rich.table import Table

from tildeling import Letter, consolidate, diff, parse
from tildeling.export.report_html import report_html

LETTER = Path(__file__).parents[1] / "tests/fixtures/letters/lang-2025-tildelingsbrev.pdf"
START = dt.date(2025, 1, 2)


def addendum(letter: Letter, number: int) -> Letter:
    """The letter as an addendum in which everything is changed."""
    moved = tuple(
        each.model_copy(
            update={
                "status": "amended",
                "description": f"Presisering nr. {number}." if place % 10 == number % 10 else None,
                "tasks": (),
                "deadlines": tuple(
                    due.model_copy(update={"date": START + dt.timedelta(days=number)})
                    for due in each.deadlines
                ),
            }
        )
        for place, each in enumerate(letter.assignments)
    )
    return letter.model_copy(
        update={
            "kind": "addendum",
            "addendum_number": number,
            "title": f"Tillegg nr. {number}",
            "date": START + dt.timedelta(days=number),
            "assignments": moved,
            "source": letter.source.model_copy(update={"sha256": f"{number:064}"}),
        }
    )


def main() -> None:
    parser = argparse.ArgumentParser(description="Time to consolidate letters that are parsed.")
    parser.add_argument("letter", nargs="?", type=Path, default=LETTER)
    parser.add_argument("--letters", type=int, default=100)
    arguments = parser.parse_args()

    begin = perf_counter()
    first = parse(arguments.letter).model_copy(update={"kind": "base", "addendum_number": None})
    parsed = perf_counter() - begin
    letters = [first, *(addendum(first, number) for number in range(1, arguments.letters))]

    table = Table(title=f"{len(letters)} letters of {len(first.assignments)} assignments")
    table.add_column("what")
    table.add_column("seconds", justify="right")
    table.add_row("parse, one letter", f"{parsed:.3f}")
    begin = perf_counter()
    chain = consolidate(letters)
    table.add_row("consolidate, all", f"{perf_counter() - begin:.3f}")
    begin = perf_counter()
    page = report_html(chain)
    table.add_row(f"write as HTML ({len(page) // 1000} kB)", f"{perf_counter() - begin:.3f}")
    begin = perf_counter()
    diff(letters[0], letters[-1])
    table.add_row("diff, first and last", f"{perf_counter() - begin:.3f}")
    Console().print(table)


if __name__ == "__main__":
    main()
