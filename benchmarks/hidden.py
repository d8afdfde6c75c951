"""Ways of hiding text in a PDF, and of showing it oddly: what each gives.

    python benchmarks/hidden.py [--only TEXT] [--keep DIR] [--all]

Each way is a small letter (`hiding.py`) with an assignment, a sum and a deadline in the words in
question. Exit status 1 where hidden words are read or kept out in silence, where words that can be
seen are lost, or where the two readers differ.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import tildeling
from hiding import FIELDS, HIDDEN, VISIBLE, Way, written
from tildeling import Assignment, Letter, TildelingError
from tildeling.parsing import parse
from tildeling.read.plumber import PlumberReader

READ, SILENT, TOLD, LOST, SEEN, DIFFER = (
    "READ AS SEEN",
    "KEPT OUT IN SILENCE",
    "kept out and told",
    "LOST",
    "read",
    "READERS DIFFER",
)


def main() -> int:
    options = _options()
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
    counts: Counter[tuple[str, str]] = Counter()
    for kind, name, way in _ways():
        if options.only and options.only not in name:
            continue
        data = written(way)
        if options.keep:
            (options.keep / f"{kind} {name.replace('/', ' ')}.pdf").write_bytes(data)
        try:
            result, letter = _outcome(kind, data)
        except TildelingError as error:
            result, letter = f"{LOST}: {error}", None
        counts[kind, result] += 1
        if options.all or result not in (TOLD, SEEN):
            print(f"{kind:8} {name:40} {result:20} {_told(letter) if letter else ''}")
    for (kind, result), count in sorted(counts.items()):
        print(f"{kind:8} {result:20} {count:4}")
    return int(any(result not in (TOLD, SEEN) for _, result in counts))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", help="ways whose name has this text")
    parser.add_argument("--keep", type=Path, help="a folder to leave the files in")
    parser.add_argument("--all", action="store_true", help="print what is right, too")
    return parser.parse_args()


def _ways() -> Iterator[tuple[str, str, Way]]:
    for kind, ways in (("hidden", HIDDEN), ("visible", VISIBLE), ("field", FIELDS)):
        for name, way in ways.items():
            yield kind, name, way


def _outcome(kind: str, data: bytes) -> tuple[str, Letter]:
    letter = tildeling.parse(data, name="letter.pdf")
    twin = parse(data, name="letter.pdf", reader=PlumberReader())
    if kind == "hidden":
        words = " ".join(finding.message for finding in letter.findings if _hides(finding.code))
        if _has(letter, "hidden") or len(letter.assignments) > 3:
            return READ, letter
        if not any(word in words for word in ("99 mill.", "desember", "juli", "99")):
            return SILENT, letter
    elif kind == "visible":
        if not _has(letter, "visible") or any(_hides(found.code) for found in letter.findings):
            return LOST, letter
    elif not any("88 mill." in finding.message for finding in letter.findings):
        return (SEEN if "88 mill." in str(letter.assignments) else SILENT), letter
    if [_short(item) for item in letter.assignments] != [_short(item) for item in twin.assignments]:
        return DIFFER, letter
    return (SEEN if kind == "visible" else TOLD), letter


def _short(item: Assignment) -> str:
    sums = [part.amount for part in item.financing]
    return f"{item.number} {item.title} {sums} {[due.date for due in item.deadlines]}"


def _hides(code: str) -> bool:
    return code == "hidden_text"


def _has(letter: Letter, kind: str) -> bool:
    items = letter.assignments
    dates = [
        str(due.date) for one in [letter.deadlines, *(i.deadlines for i in items)] for due in one
    ]
    sums = [
        part.amount for one in [letter.financing, *(i.financing for i in items)] for part in one
    ]
    secret = (99_000_000 in sums, "2026-12-01" in dates or "2026-07-01" in dates)
    numbers = [item.number for item in letter.assignments]
    if kind == "hidden":
        return any(secret)
    return all(secret) and "TB2026-99" in numbers and 2_400_000 in sums


def _told(letter: Letter) -> str:
    return "; ".join(f"{finding.code}: {finding.message[:60]}" for finding in letter.findings)[:150]


if __name__ == "__main__":
    sys.exit(main())
