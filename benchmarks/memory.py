"""Peak memory of parsing long letters, each in a fresh process.

    python benchmarks/memory.py [--pages N N ...]

The letters are made on the fly. Most of the shortest one's memory is what the imports take.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.table import Table

MAKE = Path(__file__).parent.parent / "tests" / "fixtures" / "make.py"
LIMIT_MB = 250
"""What a letter of 100 pages may take in all, imports included."""

CHILD = """
import resource, sys, tildeling
for path in sys.argv[1:]:
    tildeling.parse(path)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
MAXRSS_PER_MB = 1024 * 1024 if sys.platform == "darwin" else 1024


def peak_mb(*files: Path) -> float:
    """Peak resident memory, in MB, of a process that parses the files one after the other."""
    run = subprocess.run(
        [sys.executable, "-c", CHILD, *map(str, files)], capture_output=True, text=True, check=True
    )
    return int(run.stdout) / MAXRSS_PER_MB


def main() -> int:
    parser = argparse.ArgumentParser(description="Peak memory of parsing long letters.")
    parser.add_argument("--pages", nargs="+", type=int, default=[10, 50, 100])
    options = parser.parse_args()

    over = False
    table = Table(title=f"Peak memory in MB; the limit is {LIMIT_MB} MB")
    for heading in ("pages, about", "peak", "over the shortest", "within the limit"):
        table.add_column(heading, justify="right")
    with tempfile.TemporaryDirectory() as folder:
        shortest = None
        for pages in sorted(options.pages):
            letter = Path(folder) / f"{pages}.pdf"
            subprocess.run(
                [sys.executable, str(MAKE), "--long", str(pages), "--out", str(letter)], check=True
            )
            peak = peak_mb(letter)
            shortest = peak if shortest is None else shortest
            over = over or peak > LIMIT_MB
            table.add_row(
                str(pages),
                f"{peak:.0f}",
                f"{peak - shortest:.0f}",
                "yes" if peak <= LIMIT_MB else "NO",
            )
    Console().print(table)
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
