"""Old beside new: what two checkouts read from the same letters, field by field.

    python benchmarks/beside.py OLD [FOLDER ...] [--keep FOLDER] [--all]

OLD is the folder of another checkout, with an environment of its own in OLD/.venv; the other one is
the working tree, in the environment that runs this. Each converts the PDFs in and below the folders
(the fixture letters unless told) in processes of its own. What differs is

    mended   the truth beside the letter agrees with the new value and not with the old one
    lost     the reverse
    open     nothing says which is right: look at the page

Truth is NAME.truth.json, NAME.json or NAME.facts.toml beside NAME.pdf. What only one of the two
schemas has is not compared. Prints a table and what is lost; `--all` prints every difference.
`--keep` keeps OLD's JSON in a folder, and uses it the next time. Exits 1 if anything is lost.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from fieldwise.compare import Beside, Difference, Verdict, beside
from fieldwise.truth import Json, truth_beside

HERE = Path(__file__).resolve().parents[1]
FIXTURES = HERE / "tests" / "fixtures" / "letters"
VERDICTS: tuple[Verdict, ...] = ("mended", "lost", "open")
WRONG_USAGE = 2


def convert(python: Path, checkout: Path, pdfs: Sequence[Path], out: Path) -> dict[Path, Json]:
    """What a checkout reads from each letter, or only the error's name where it cannot."""
    done = subprocess.run(
        [str(python), "-m", "tildeling", "convert", "-", "--out", str(out), "--quiet"],
        input="\n".join(map(str, pdfs)),
        text=True,
        env=os.environ | {"PYTHONPATH": str(checkout / "src")},
        cwd=out,
        check=False,
    )
    if done.returncode >= WRONG_USAGE:
        raise SystemExit(f"{checkout} could not convert: status {done.returncode}")
    letters: dict[Path, Json] = {}
    for line in (out / "manifest.jsonl").read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        path = Path(entry["path"])
        if entry["output"]:
            letters[path] = json.loads((out / entry["output"]).read_text(encoding="utf-8"))
        else:
            letters[path] = {"error": entry["error"]}
    return letters


def compared(pdf: Path, old: Json, new: Json) -> Beside:
    """One letter's two readings; a letter that only one can read is one difference."""
    truth = truth_beside(pdf)
    if "error" not in old and "error" not in new:
        return beside(old, new, truth)
    found = Beside()
    values = old.get("error", "read"), new.get("error", "read")
    if values[0] == values[1]:
        found.same["letter"] += 1
    else:
        verdict: Verdict = "open"
        if truth is not None and "read" in values:
            verdict = "mended" if values[1] == "read" else "lost"
        found.differences.append(Difference("letter", "(read)", "", *values, verdict))
    return found


def summary(results: Sequence[Beside]) -> Table:
    """Same, mended, lost and open by family and field."""
    same = sum((result.same for result in results), Counter[str]())
    counts = Counter(
        (one.family, one.field, one.verdict) for result in results for one in result.differences
    )
    table = Table("family", "field")
    for heading in ("same", *VERDICTS):
        table.add_column(heading, justify="right")
    for family in sorted({*same, *(family for family, _, _ in counts)}):
        total = [
            sum(n for (f, _, v), n in counts.items() if (f, v) == (family, verdict))
            for verdict in VERDICTS
        ]
        table.add_row(family, "", str(same[family]), *map(str, total), style="bold")
        for field in sorted({name for other, name, _ in counts if other == family}):
            numbers = (str(counts[family, field, verdict] or "") for verdict in VERDICTS)
            table.add_row("", field, "", *numbers)
    return table


def main() -> None:
    parser = argparse.ArgumentParser(description="What two checkouts read from the same letters.")
    parser.add_argument("old", type=Path, metavar="OLD", help="a checkout with OLD/.venv")
    parser.add_argument("folders", type=Path, nargs="*", default=[FIXTURES], metavar="FOLDER")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keeps what OLD reads")
    parser.add_argument("--all", action="store_true", help="prints every difference")
    options = parser.parse_intermixed_args()
    pdfs = sorted({pdf.resolve() for folder in options.folders for pdf in folder.rglob("*.pdf")})
    if not pdfs:
        parser.error("there are no PDFs in the folders")
    old_python = options.old.absolute() / ".venv" / "bin" / "python"
    if not old_python.exists():
        parser.error(f"{old_python} does not exist")
    with tempfile.TemporaryDirectory() as scratch:
        kept = (options.keep or Path(scratch) / "old").absolute()
        fresh = Path(scratch) / "new"
        for folder in (kept, fresh):
            folder.mkdir(parents=True, exist_ok=True)
        old = convert(old_python, options.old.absolute(), pdfs, kept)
        new = convert(Path(sys.executable), HERE, pdfs, fresh)
    results = {pdf: compared(pdf, old[pdf], new[pdf]) for pdf in pdfs}

    console = Console(highlight=False, markup=False)
    console.print(summary(list(results.values())))
    shown = VERDICTS if options.all else ("lost",)
    for pdf, result in results.items():
        for one in result.differences:
            if one.verdict in shown:
                console.print(f"{one.verdict} {pdf.stem}: {one.family} {one.field} ({one.place})")
                console.print(f"    old {one.old!r}\n    new {one.new!r}", soft_wrap=True)
    lost = sum(one.verdict == "lost" for result in results.values() for one in result.differences)
    console.print(f"{len(pdfs)} letters, {lost} values lost")
    raise SystemExit(lost > 0)


if __name__ == "__main__":
    main()
