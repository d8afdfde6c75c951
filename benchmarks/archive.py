"""Letters a second of a whole archive, and what the parent process takes.

    python benchmarks/archive.py [--letters 400] [--flat 2000] [--folder DIR]

In one run: a plain loop of pdfplumber's `extract_text` over the files in 2 processes, then
`tildeling.convert` with 1 and with 2 jobs, all on the same files, in turn, three times; the median
counts. The letters are the fixtures of usual length (or the PDFs of DIR) again and again. After
that the parent's memory while it converts `--flat` letters. Needs 2 idle cores to say anything.
"""

from __future__ import annotations

import argparse
import gc
import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from itertools import cycle, islice
from pathlib import Path

import pdfplumber

import tildeling

FIXTURES = Path(__file__).parent.parent / "tests" / "fixtures" / "letters"
ROUNDS = 3


def extracted(path: Path) -> int:
    """Characters of a letter's text, as pdfplumber reads it."""
    with pdfplumber.open(path) as pdf:
        return sum(len(page.extract_text()) for page in pdf.pages)


def plain_loop(files: list[Path]) -> None:
    with ProcessPoolExecutor(2) as pool:
        list(pool.map(extracted, files, chunksize=4))


def converted(files: list[Path], jobs: int) -> None:
    with tempfile.TemporaryDirectory() as out:
        for result in tildeling.convert(files, out, jobs=jobs):
            assert result.status == "ok", result


def seconds(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def archive(folder: Path, sources: list[Path], count: int) -> list[Path]:
    """`count` files, each a copy under a name of its own."""
    files = []
    for number, source in enumerate(islice(cycle(sources), count)):
        files.append(folder / f"{number:05}-{source.name}")
        files[-1].write_bytes(source.read_bytes())
    return files


def resident_mb() -> float:
    """Memory of this process now."""
    shown = subprocess.run(
        ["ps", "-o", "rss=", "-p", str(os.getpid())],
        capture_output=True,
        text=True,
        check=True,
    )
    return int(shown.stdout) / 1024


def memory(files: list[Path]) -> list[tuple[int, float]]:
    """The parent's memory after each tenth of the files, converted and written as Parquet."""
    points = []
    with tempfile.TemporaryDirectory() as out:
        results = tildeling.convert(files, out, jobs=2, format="parquet")
        for done, _ in enumerate(results, 1):
            if done % (len(files) // 10) == 0:
                gc.collect()
                points.append((done, resident_mb()))
    points.append((len(files), resident_mb()))
    return points


def main() -> None:
    parser = argparse.ArgumentParser(description="Letters a second of a whole archive.")
    parser.add_argument("--letters", type=int, default=400)
    parser.add_argument("--flat", type=int, default=2_000)
    parser.add_argument("--folder", type=Path, help="PDFs to measure on, instead of the fixtures")
    options = parser.parse_args()

    usual = [path for path in sorted(FIXTURES.glob("*.pdf")) if not path.name.startswith("lang")]
    sources = sorted(options.folder.glob("*.pdf")) if options.folder else usual
    with tempfile.TemporaryDirectory() as temporary:
        files = archive(Path(temporary), sources, options.letters)
        few = files[: max(len(files) // 8, len(sources))]
        rates: dict[str, list[float]] = {"pdfplumber, 2 processes": [], "1 job": [], "2 jobs": []}
        for _ in range(ROUNDS):
            # The plain loop is slow: an eighth of the files says as much.
            rates["pdfplumber, 2 processes"].append(len(few) / seconds(lambda: plain_loop(few)))
            rates["1 job"].append(len(files) / seconds(lambda: converted(files, 1)))
            rates["2 jobs"].append(len(files) / seconds(lambda: converted(files, 2)))
        middle = {name: statistics.median(found) for name, found in rates.items()}
        for name, rate in middle.items():
            print(f"{name:<26}{rate:>8.1f} letters a second")
        plain, one, two = middle.values()
        print(f"2 jobs against pdfplumber {two / plain:8.1f} times")
        print(f"2 jobs against 1 job      {two / one:8.2f} times")
    with tempfile.TemporaryDirectory() as temporary:
        points = memory(archive(Path(temporary), sources, options.flat))
        print("the parent's memory in MB after so many letters; the last, with tables written:")
        print("  ".join(f"{done:,}: {size:.0f}" for done, size in points))


if __name__ == "__main__":
    main()
