"""How long a converted folder takes to open and to answer, in process and over MCP; its memory.

    python benchmarks/asking.py [--letters 1000] [--folder DIR]

The folder is made by tests/fixtures/many_letters.py, without PDFs; or it is one of your own. It is
asked as letters' JSON alone, then with Parquet tables, each in a process of its own: `load`, then
the eight questions one after another, each for the first time and again (the median of five). In
process, processor time is shown; over MCP, where an assistant waits, the clock's. Exits 1 where an
answer over MCP takes longer than 200 ms.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any, Literal

from rich.console import Console
from rich.table import Table

from tildeling.batch.manifest import Manifest
from tildeling.batch.places import LocalFolder
from tildeling.batch.tables import write_tables

FIXTURES = Path(__file__).parent.parent / "tests" / "fixtures"
FORMS: tuple[Literal["json", "parquet"], ...] = ("json", "parquet")
LIMIT_MS = 200
AGAIN = 5
MB = 1024 if sys.platform != "darwin" else 1024 * 1024
"""Of `ru_maxrss`."""


def questions(body: str, year: int, id: str, day: str) -> dict[str, tuple[str, dict[str, Any]]]:
    """What is asked: a question's name, and as tools are asked. All letters, where it can be."""
    return {
        "letters": ("letters", {}),
        "count": ("count", {"what": "assignments", "by": "year"}),
        "count, one body": ("count", {"what": "requirements", "body": body, "by": "year"}),
        "find": ("find", {"text": "rapport"}),
        "in_force": ("in_force", {"body": body, "year": year}),
        "deadlines": ("deadlines", {}),
        "deadlines, one body": ("deadlines", {"body": body}),
        "deadlines, two days": ("deadlines", {"start": day, "end": day}),
        "changes": ("changes", {"body": body, "year": year}),
        "check": ("check", {}),
        "evidence": ("evidence", {"id": id}),
    }


def milliseconds(clock: Callable[[], float], work: Callable[[], object]) -> float:
    start = clock()
    work()
    return (clock() - start) * 1000


def in_process(folder: Path, asked: dict[str, tuple[str, dict[str, Any]]]) -> dict[str, Any]:
    """The figures of one process. Said by the child that `--child` starts."""
    import datetime as dt

    import tildeling

    def values(given: dict[str, Any]) -> dict[str, Any]:
        return {
            name: dt.date.fromisoformat(value) if name in {"start", "end"} else value
            for name, value in given.items()
        }

    tildeling.load(folder)
    figures: dict[str, Any] = {
        "load": milliseconds(time.process_time, lambda: tildeling.load(folder))
    }
    archive = tildeling.load(folder)
    for name, (tool, given) in asked.items():

        def ask(tool: str = tool, given: dict[str, Any] = given) -> None:
            getattr(archive, tool)(**values(given))

        cold = milliseconds(time.process_time, ask)
        figures[name] = cold, median(milliseconds(time.process_time, ask) for _ in range(AGAIN))
    figures["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MB
    return figures


async def over_mcp(folder: Path, asked: dict[str, tuple[str, dict[str, Any]]]) -> dict[str, Any]:
    """The first answer of each kind, and the median of those after it, as the client gets them."""
    from mcp import Client, StdioServerParameters

    there = StdioServerParameters(
        command=sys.executable, args=["-m", "tildeling", "mcp", str(folder)], env=dict(os.environ)
    )
    figures: dict[str, Any] = {}
    start = time.perf_counter()
    async with Client(there) as client:
        await client.list_tools()
        figures["load"] = (time.perf_counter() - start) * 1000
        for name, (tool, given) in asked.items():
            times = []
            for _ in range(1 + AGAIN):
                start = time.perf_counter()
                result = await client.call_tool(tool, given)
                times.append((time.perf_counter() - start) * 1000)
                assert not result.is_error, result.content
            figures[name] = times[0], median(times[1:])
    return figures


def child(folder: Path, asked: dict[str, Any]) -> dict[str, Any]:
    """`in_process` in a new process, whose memory is its own."""
    run = [sys.executable, __file__, "--child", json.dumps(asked), "--folder", str(folder)]
    told = subprocess.run(run, capture_output=True, text=True, check=True)
    figures: dict[str, Any] = json.loads(told.stdout)
    return figures


def measure(folder: Path, asked: dict[str, tuple[str, dict[str, Any]]]) -> int:
    console = Console()
    slow = 0
    for form in FORMS:
        if form != "json":
            local = LocalFolder(str(folder))
            write_tables(form, local, Manifest(local))
        here = child(folder, asked)
        there = asyncio.run(over_mcp(folder, asked))
        table = Table("ms", "first", "again", "over MCP first", "again", title=form)
        table.add_row("load; server", f"{here['load']:,.0f}", "", f"{there['load']:,.0f}", "")
        for name in asked:
            figures = (*here[name], *there[name])
            slow += max(there[name]) > LIMIT_MS
            table.add_row(name, *(f"{figure:,.0f}" for figure in figures))
        console.print(table)
        console.print(f"memory at most {here['memory']:,.0f} MB\n")
    return slow


def main() -> int:
    parser = argparse.ArgumentParser(description="A converted folder's time to open and answer.")
    parser.add_argument("--letters", type=int, default=1_000)
    parser.add_argument("--folder", type=Path, help="one that convert wrote; tables are added")
    parser.add_argument("--child", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        print(json.dumps(in_process(options.folder, json.loads(options.child))))
        return 0
    import tildeling

    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary) / "letters"
        if options.folder is None:
            sys.path.insert(0, str(FIXTURES))
            from many_letters import write_archive

            write_archive(folder, options.letters)
        archive = tildeling.load(folder)
        rows = archive.letters(limit=len(archive)).rows
        addendum = next(row for row in rows if row.addendum_number == 3 and row.agency)
        body, year = str(addendum.agency), addendum.budget_year or 0
        item = archive.in_force(body, year).rows[0].id
        print(f"{len(archive):,} letters")
        return int(measure(folder, questions(body, year, item, f"{year}-06-01")) > 0)


if __name__ == "__main__":
    raise SystemExit(main())
