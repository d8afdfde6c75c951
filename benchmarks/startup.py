"""How long `tildeling --help` takes to answer, beside Python alone and `import spacy`.

    python benchmarks/startup.py [--runs N]

Each run is a fresh process.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from statistics import median
from time import perf_counter

from rich.console import Console
from rich.table import Table

COMMANDS = {
    "python -c pass": ["-c", "pass"],
    "python -m tildeling --help": ["-m", "tildeling", "--help"],
    "python -c 'import spacy'": ["-c", "import spacy"],
}


def seconds(arguments: list[str]) -> float:
    """Seconds that a fresh process takes."""
    begin = perf_counter()
    subprocess.run([sys.executable, *arguments], capture_output=True, check=True)
    return perf_counter() - begin


def main() -> None:
    parser = argparse.ArgumentParser(description="Start-up time of the command line.")
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs

    measured: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(runs):
        for name, arguments in COMMANDS.items():
            measured[name].append(seconds(arguments))
    spacy = median(measured["python -c 'import spacy'"])
    table = Table(title=f"Fresh processes, median of {runs} runs")
    for heading in ("command", "milliseconds", "share of import spacy"):
        table.add_column(heading, justify="left" if heading == "command" else "right")
    for name, times in measured.items():
        table.add_row(name, f"{1000 * median(times):.0f}", f"{median(times) / spacy:.2f}")
    Console().print(table)


if __name__ == "__main__":
    main()
