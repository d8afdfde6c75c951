"""How many pages a second `tildeling.parse` reads, beside pdfplumber's bare text of the same pages.

    python benchmarks/speed.py [FILE...] [--rounds N]

One process; in every round each file goes through both, so that a busy machine slows both alike.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from statistics import median
from time import perf_counter

from rich.console import Console
from rich.table import Table

LETTERS = Path(__file__).parent.parent / "tests" / "fixtures" / "letters"
DEFAULT_FILES = (
    LETTERS / "inkludering-2021-tillegg-4.pdf",
    LETTERS / "kyst-2025-tildelingsbrev.pdf",
    LETTERS / "lang-2025-tildelingsbrev.pdf",
)


def parse(path: Path) -> None:
    """All that this package does with a letter."""
    import tildeling

    tildeling.parse(path)


def bare_text(path: Path) -> None:
    """The least that anyone does with pdfplumber: the text of each page, the page then let go."""
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_text()
            page.close()


def stages(path: Path) -> dict[str, float]:
    """Seconds in each room on the way from the file to the letter."""
    from tildeling.audit.rules import audited
    from tildeling.letter import Source
    from tildeling.limits import Limits
    from tildeling.meaning.letter import build
    from tildeling.read.pdfium import PdfiumReader
    from tildeling.read.source import open_document
    from tildeling.steering.letter import steered
    from tildeling.text.lay_out import lay_out
    from tildeling.verify.letter import verified

    clock = [perf_counter()]
    document = open_document(path, Limits(), PdfiumReader())
    clock.append(perf_counter())
    laid = lay_out(document)
    clock.append(perf_counter())
    source = Source(
        name=path.name,
        sha256=document.sha256,
        pages=len(document.pages),
        producer=document.producer,
        text_source="pdf",
    )
    built = build(laid, source)
    clock.append(perf_counter())
    steer = steered(built)
    clock.append(perf_counter())
    audited(verified(steer))
    clock.append(perf_counter())
    rooms = ("read", "page, tabular, text", "scope, meaning", "steering", "verify, audit")
    return {
        room: after - before for room, (before, after) in zip(rooms, pairwise(clock), strict=True)
    }


def timed(work: Callable[[Path], None], path: Path) -> float:
    """Seconds that `work` takes on the file."""
    begin = perf_counter()
    work(path)
    return perf_counter() - begin


def page_count(path: Path) -> int:
    """Pages of the PDF."""
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        return len(document)


def show_speed(console: Console, files: list[Path], rounds: int) -> None:
    """The table of pages a second: medians over the rounds."""
    seconds: dict[tuple[Path, Callable[[Path], None]], list[float]] = {}
    for _ in range(rounds):
        for path in files:
            for work in (parse, bare_text):
                seconds.setdefault((path, work), []).append(timed(work, path))
    table = Table(title=f"Pages a second, warm, median of {rounds} rounds")
    for heading in ("letter", "pages", "tildeling.parse", "pdfplumber extract_text", "ratio"):
        is_name = heading == "letter"
        table.add_column(heading, justify="left" if is_name else "right", no_wrap=is_name)
    for path in files:
        pages = page_count(path)
        ours = pages / median(seconds[path, parse])
        bare = pages / median(seconds[path, bare_text])
        table.add_row(path.stem, str(pages), f"{ours:.0f}", f"{bare:.0f}", f"{ours / bare:.1f}")
    console.print(table)


def show_stages(console: Console, files: list[Path], rounds: int) -> None:
    """The table of where the time goes."""
    measured = {path: [stages(path) for _ in range(rounds)] for path in files}
    names = list(measured[files[0]][0])
    table = Table(title=f"Milliseconds in each room, median of {rounds} rounds")
    table.add_column("letter")
    for name in names:
        table.add_column(name, justify="right")
    for path, runs in measured.items():
        table.add_row(
            path.stem, *(f"{1000 * median(run[name] for run in runs):.1f}" for name in names)
        )
    console.print(table)


def main() -> None:
    parser = argparse.ArgumentParser(description="Pages a second, and where the time goes.")
    parser.add_argument("files", nargs="*", type=Path, default=list(DEFAULT_FILES))
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    console = Console()

    first = timed(parse, options.files[0])
    console.print(f"First call, with all imports: {first:.2f} s on {options.files[0].stem}")
    for path in options.files:
        parse(path)
        bare_text(path)
    show_speed(console, options.files, options.rounds)
    show_stages(console, options.files, options.rounds)


if __name__ == "__main__":
    main()
