"""Which share of lines and branches the tests reach, by room of `src/tildeling`.

    python scripts/coverage_by_room.py [build/coverage.json] [--least 90]

Reads what `pytest --cov --cov-report=json` wrote; `make coverage` does both. Below the rooms, the
files that fall short of `--least` per cent.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

LEAST = 90
COUNTS = ("num_statements", "covered_lines", "num_branches", "covered_branches")


def share(counts: Mapping[str, int]) -> float:
    """Per cent of lines and branches that were reached."""
    every = counts["num_statements"] + counts["num_branches"]
    reached = counts["covered_lines"] + counts["covered_branches"]
    return 100 * reached / every if every else 100.0


def by_room(report: Mapping[str, Any]) -> dict[str, Counter[str]]:
    """The counts of each room; a file that stands in none is one of its own."""
    rooms: dict[str, Counter[str]] = {}
    for name, file in report["files"].items():
        room = name.replace("\\", "/").partition("src/tildeling/")[2].split("/")[0]
        counts = {key: file["summary"][key] for key in COUNTS}
        rooms.setdefault(room, Counter()).update(counts)
    return rooms


def main() -> None:
    parser = argparse.ArgumentParser(description="Coverage by room.")
    parser.add_argument("report", type=Path, nargs="?", default=Path("build/coverage.json"))
    parser.add_argument("--least", type=float, default=LEAST, metavar="PER CENT")
    asked = parser.parse_args()
    report = json.loads(asked.report.read_text(encoding="utf-8"))
    rooms = by_room(report)
    total = sum(rooms.values(), Counter[str]())
    for room, counts in sorted(rooms.items(), key=lambda one: share(one[1])):
        print(f"{share(counts):5.1f}  {counts['num_statements']:6}  {room}")
    print(f"{share(total):5.1f}  {total['num_statements']:6}  all\n")
    for name, file in report["files"].items():
        if share(file["summary"]) < asked.least:
            missing = file["summary"]["missing_lines"]
            print(f"{share(file['summary']):5.1f}  {missing:4} lines missed  {name}")


if __name__ == "__main__":
    main()
