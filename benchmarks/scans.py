"""Scanned letters: seconds a page, memory, and how much of a letter comes back from its picture.

    python benchmarks/scans.py [--kind grey|black|coarse] [--processes N ...] [LETTER.pdf ...]

Letters born as text are scanned (rendered, laid askew, blurred, made noisy) and read off their
pictures. What is read is held against what the letter itself gives. A wrong value is a row, a sum
or a deadline that the letter does not have; it is untold where no finding stands on its words.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from rich.console import Console
from rich.table import Table

import tildeling
from tildeling import Assignment, Letter, Limits
from tildeling.batch.recognise import see_in_processes
from tildeling.letter import Evidenced, Finding
from tildeling.ocr.reader import OcrReader

FIXTURES = Path(__file__).parent.parent / "tests" / "fixtures"
LETTERS = (
    "inkludering-2021-tillegg-4",
    "pasientsikkerhet-2026-supplerende-2",
    "kyst-2025-tildelingsbrev",
    "helsearkiv-2026-oppdragsdokument",
    "naturskade-2023-tillegg-2-nn",
)
KINDS: dict[str, dict[str, Any]] = {
    "grey": {"noise": 9.0},
    "black": {"noise": 15.0, "black_and_white": True},
    "coarse": {"noise": 9.0, "dpi": 200},
}
ALONE = """
import resource, sys, tildeling
from tildeling.ocr.reader import OcrReader
letter = tildeling.parse(sys.argv[1], reader=OcrReader())
used = resource.getrusage(resource.RUSAGE_SELF)
print(used.ru_maxrss, used.ru_utime / letter.source.pages)
"""
MAXRSS_PER_MB = 1024 * 1024 if sys.platform == "darwin" else 1024


class Item(NamedTuple):
    """A thing that a letter says: its family, what it is, and where it stands."""

    family: str
    value: tuple[object, ...]
    of: Evidenced


def items(letter: Letter) -> Iterator[Item]:
    for table in letter.budget_tables:
        for row in table.rows:
            yield Item("rows", (row.chapter, row.post, row.sub, row.amounts), row)
    owners: tuple[Letter | Assignment, ...] = (letter, *letter.assignments)
    for owner in owners:
        for line in owner.financing:
            yield Item("money", (line.kind, line.amount, line.chapter, line.post), line)
        for due in owner.deadlines:
            yield Item("deadlines", (due.date, due.status), due)
    for one in letter.assignments:
        yield Item("assignments", (one.number, (one.title or "").casefold()), one)


FAMILIES = ("rows", "money", "deadlines", "assignments")


class Score:
    """Counts over letters."""

    def __init__(self) -> None:
        self.right = Counter[str]()
        self.all = Counter[str]()
        """Twice what is right, and what is missing or made up."""
        self.wrong = Counter[str]()
        self.untold: list[str] = []
        self.warnings = 0

    def add(self, name: str, true: Letter, read: Letter) -> None:
        """Counts what is read of a letter against what is true of it."""
        left = Counter((item.family, item.value) for item in items(true))
        self.warnings += sum(finding.severity != "info" for finding in read.findings)
        for family, _ in left.elements():
            self.all[family] += 1
        for item in items(read):
            self.all[item.family] += 1
            if left[item.family, item.value] > 0:
                left[item.family, item.value] -= 1
                self.right[item.family] += 1
            elif item.family != "assignments":
                self.wrong[item.family] += 1
                if not any(tells(finding, item.of) for finding in read.findings):
                    self.untold.append(f"{name}: {item.family} {item.value}")

    def f1(self, family: str) -> float:
        """By items that are the same in all that counts."""
        return 2 * self.right[family] / self.all[family] if self.all[family] else 1.0


def tells(finding: Finding, item: Evidenced) -> bool:
    """True where a finding stands on an item's words."""
    return any(
        ours.page == theirs.page
        and ours.bbox is not None
        and theirs.bbox is not None
        and ours.bbox[0] < theirs.bbox[2]
        and theirs.bbox[0] < ours.bbox[2]
        and ours.bbox[1] < theirs.bbox[3]
        and theirs.bbox[1] < ours.bbox[3]
        for ours in finding.evidence
        for theirs in item.evidence
    )


def read_scan(scan: bytes, name: str, processes: int) -> tuple[Letter, float]:
    see = partial(see_in_processes, Limits(), size=processes)
    start = time.perf_counter()
    letter = tildeling.parse(scan, name=name, reader=OcrReader(see=see))
    return letter, time.perf_counter() - start


def alone(scan: bytes) -> tuple[float, float]:
    """What a process takes that reads the pages one after another: MB at most, and seconds of a
    core's time a page, which a busy machine does not make more.
    """
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(scan)
        file.flush()
        run = [sys.executable, "-c", ALONE, file.name]
        told = subprocess.run(run, capture_output=True, text=True, check=True)
    memory, core = map(float, told.stdout.split())
    return memory / MAXRSS_PER_MB, core


def measure(paths: Sequence[Path], kind: str, processes: Sequence[int]) -> int:
    sys.path.insert(0, str(FIXTURES))
    from scanning import Scanner

    scanner = Scanner(quality=60, **KINDS[kind])
    console = Console()
    score, pages = Score(), 0
    seconds = Counter[int]()
    taken: tuple[float, float] | None = None
    for path in paths:
        true = tildeling.parse(path)
        scan = scanner.scan(path.read_bytes())
        pages += true.source.pages or 0
        for size in processes:
            read, took = read_scan(scan, path.name, size)
            seconds[size] += round(took * 1000)
        score.add(path.stem, true, read)
        taken = taken or alone(scan)
        console.print(f"{path.stem}: {true.source.pages} pages", style="dim")
    table = Table("", "F1", "wrong values", title=f"{len(paths)} letters, {pages} pages")
    for family in FAMILIES:
        wrong = "" if family == "assignments" else str(score.wrong[family])
        table.add_row(family, f"{score.f1(family):.3f}", wrong)
    console.print(table)
    for size in processes:
        console.print(f"{seconds[size] / 1000 / pages:.1f} s a page, {size} process(es)")
    if taken is not None:
        console.print(f"{taken[0]:.0f} MB in a process, {taken[1]:.1f} s of a core a page")
    console.print(f"{score.warnings} warnings and errors")
    console.print(f"{len(score.untold)} wrong values untold", *score.untold, sep="\n  ")
    return 1 if score.untold else 0


def main() -> int:
    parser = argparse.ArgumentParser(description="Scanned letters.")
    parser.add_argument("letters", nargs="*", type=Path, help="PDFs that were born as text")
    parser.add_argument("--kind", choices=KINDS, default="grey")
    parser.add_argument("--processes", type=int, nargs="+", default=[1, 2])
    options = parser.parse_args()
    paths = options.letters or [FIXTURES / "letters" / f"{name}.pdf" for name in LETTERS]
    return measure(paths, options.kind, options.processes)


if __name__ == "__main__":
    sys.exit(main())
