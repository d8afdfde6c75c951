"""How right letters are read, family by family, against what a person read on their pages.

    python benchmarks/accuracy.py                       the fixture letters
    python benchmarks/accuracy.py --letters FOLDER      PDFs with NAME.truth.json beside them
    python benchmarks/accuracy.py --mistakes            what was missed and what was made up, too
    python benchmarks/accuracy.py --record              keeps the figures in accuracy.jsonl
    python benchmarks/accuracy.py --check               exits 1 where a family fell since then

A truth has the shape of the contract's JSON; a key that it leaves out is not scored, and keys that
begin with `_` say what is accepted besides (`fieldwise/truth.py`). A family is a kind of item, or a
field of it. Its F1 is 2 x right / (wanted + given), over all letters. A letter that cannot be read
is one that gives nothing.
"""

from __future__ import annotations

import argparse
import difflib
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.table import Table

import tildeling
from fieldwise.compare import forgiven, rows_of
from fieldwise.items import family
from fieldwise.truth import Json, agrees, folded, is_judged, is_optional, truth_beside

HERE = Path(__file__).resolve().parent
FIXTURES = HERE.parent / "tests" / "fixtures" / "letters"
HISTORY = HERE / "accuracy.jsonl"

HEADER = (
    *("kind", "addendum_number", "title", "budget_year", "date", "case_number", "language"),
    *("agency", "ministry"),
)
OF_ASSIGNMENTS = ("number", "title", "description")
LIKE = {"goals": ("title", 0.95), "indicators": ("text", 0.93), "reporting": ("text", 0.9)}
"""Items that are their words, and the likeness from which on two are one. A person copied them from
the page: spaces, marks and a stop at the end may differ, a word hardly."""
LIKE_TITLES = 0.6
"""A title cut short still tells which assignment it is; whether it is right is scored apart."""
FALL = 0.0001
"""Figures are kept with four decimals: less than this is no fall."""

Pair = tuple[Json | None, Json | None]


@dataclass(slots=True)
class Tally:
    """How many values of one family are wanted, given, and right."""

    wanted: int = 0
    given: int = 0
    right: int = 0


@dataclass(slots=True)
class Score:
    """What comes of letters held against their truth."""

    families: dict[str, Tally] = field(default_factory=dict)
    mistakes: list[str] = field(default_factory=list)

    def letter(self, name: str, truth: Json, read: Json) -> None:
        """Counts all families that a letter's truth names."""
        for field_name in HEADER:
            if field_name in truth:
                self._value("header", field_name, (truth, read), name)
        for kind in ("sections", "deadlines", "financing", "goals", "reporting"):
            self._items(kind, kind, (truth, read), name)
        for kind in ("authorisations", "payments"):
            self._items(kind, kind, (truth, read), name)
        for want, got in self._items("indicators", "indicators", (truth, read), name):
            if want is not None:
                self._items("targets", "targets", (want, got or {}), name)
        self._assignments(truth, read, name)
        if "budget_tables" in truth:
            # The rows of a letter are one list: it may be cut into tables in more than one way.
            rows = {"rows": rows_of(truth)}, {"rows": rows_of({"budget_tables": [], **read})}
            for want, got in self._items("rows", "rows", rows, name):
                if want is not None and got is not None and is_judged(want, "name"):
                    self._value("rows", "name", (want, got), name)
        if "findings_expected" in truth:
            expected = truth | {"findings": truth["findings_expected"]}
            self._items("findings", "findings", (expected, read), name)

    def _assignments(self, truth: Json, read: Json, place: str) -> None:
        """One that is missed or made up is so with all that it holds."""
        known = {key for one in truth.get("assignments", ()) for key in one}
        for want, got in self._items("assignments", "assignments", (truth, read), place):
            for field_name in OF_ASSIGNMENTS:
                if field_name in (known if want is None else want):
                    self._value("assignments", field_name, (want, got), place)
            for kind in ("deadlines", "financing"):
                asked = {kind: []} if want is None and kind in known else want or {}
                self._items(f"assignments.{kind}", kind, (asked, got or {}), place)

    def _items(self, name: str, kind: str, pair: tuple[Json, Json], place: str) -> list[Pair]:
        """Counts the items of one list; gives those that count, each beside its mate."""
        truth, read = pair
        if kind not in truth:
            return []
        spare = [one | {"_optional": True} for one in truth.get(f"_optional_{kind}", ())]
        counted: list[Pair] = []
        for want, got in paired(kind, [*truth[kind], *spare], read.get(kind) or []):
            if want is not None and is_optional(want):
                continue
            if want is None and got is not None and forgiven(kind, got, truth, truth[kind]):
                continue
            self._count(name, want, got, right=want is not None and got is not None, place=place)
            counted.append((want, got))
        return counted

    def _value(self, kind: str, name: str, pair: Pair, place: str) -> None:
        """Counts one field of two items, of which one may be missing."""
        want, got = pair
        one, other = (named(item.get(name)) if item else None for item in pair)
        right = False
        if want is not None and got is not None:
            others = [named(value) for value in want.get(f"_{name}_alt", ())]
            as_name = "name" if isinstance(want.get(name), dict) else name
            right = agrees(want | {as_name: one, f"_{as_name}_alt": others}, as_name, other)
            right |= other is None and bool(want.get(f"_{name}_optional"))
        if right and (one is None or other is None):
            return  # nothing is there, or what is there is accepted besides
        self._count(f"{kind}.{name}", one, other, right=right, place=place)

    def _count(self, name: str, want: object, got: object, *, right: bool, place: str) -> None:
        tally = self.families.setdefault(name, Tally())
        tally.wanted += want is not None
        tally.given += got is not None
        tally.right += right
        if not right and (want is not None or got is not None):
            self.mistakes.append(f"{place}: {name}: wanted {shown(want)}, got {shown(got)}")

    def f1(self) -> dict[str, float]:
        """F1 by family, of those that the letters have."""
        return {
            name: round(2 * tally.right / (tally.wanted + tally.given), 4)
            for name, tally in sorted(self.families.items())
            if tally.wanted + tally.given
        }


def paired(kind: str, wanted: Sequence[Json], given: Sequence[Json]) -> list[Pair]:
    """Each item beside the one that it is most alike; None beside one that is alone."""
    alike = sorted(
        (
            (-likeness, at, mate)
            for at, want in enumerate(wanted)
            for mate, got in enumerate(given)
            if (likeness := likeness_of(kind, want, got))
        ),
    )
    mates: dict[int, int] = {}
    taken: set[int] = set()
    for _, at, mate in alike:
        if at not in mates and mate not in taken:
            mates[at] = mate
            taken.add(mate)
    pairs: list[Pair] = [
        (want, given[mates[at]] if at in mates else None) for at, want in enumerate(wanted)
    ]
    return pairs + [(None, got) for mate, got in enumerate(given) if mate not in taken]


def likeness_of(kind: str, want: Json, got: Json) -> float:
    """How surely two are one item: 0 if they are not; with all else equal, their words decide."""
    if kind == "assignments":
        numbers = number_key(want.get("number")), number_key(got.get("number"))
        like = words_alike(words_of(want), words_of(got), LIKE_TITLES)
        return 2 + like if numbers[0] and numbers[0] == numbers[1] else like
    if kind in LIKE:
        name, least = LIKE[kind]
        good = (want.get(name), *want.get(f"_{name}_alt", ()))
        return max(words_alike(str(one or ""), str(got.get(name) or ""), least) for one in good)
    judged = [name for name in family(kind).core if is_judged(want, name)]
    if not all(agrees(want, name, got.get(name)) for name in judged):
        return 0
    said = f"{got.get('message')} {[one.get('text') for one in got.get('evidence', ())]}".casefold()
    if "_words" in want and not any(word.casefold() in said for word in want["_words"]):
        return 0
    besides = [name for name in ("label", "part_of", "name") if name in want]
    return 1 + sum(agrees(want, name, got.get(name)) for name in besides)


def number_key(number: str | None) -> tuple[str, ...]:
    """An assignment's number without what may be printed otherwise: case, spaces, zeros before."""
    parts = re.findall(r"[^\W\d_]+|\d+", (number or "").casefold())
    return tuple(part.lstrip("0") for part in parts)


def words_of(assignment: Json) -> str:
    """What an assignment is known by: its title, else how its text begins."""
    tasks = [str(task) for task in assignment.get("tasks", ())]
    text = " ".join([assignment.get("description") or "", *tasks])
    return str(assignment.get("title") or text[:200])


def words_alike(one: str, other: str, least: float) -> float:
    """Likeness of two texts, 0 below the least; marks at their ends do not count."""
    one, other = (folded(text).strip(" .:;,-–•").casefold() for text in (one, other))
    if not one or not other:
        return 0
    match = difflib.SequenceMatcher(None, one, other, autojunk=False)
    if match.real_quick_ratio() < least or match.quick_ratio() < least:
        return 0
    ratio = match.ratio()
    return ratio if ratio >= least else 0


def named(value: object) -> object:
    """A body by its name, and text with one kind of space; '' is nothing."""
    value = value.get("name") if isinstance(value, dict) else value
    return folded(value) or None if isinstance(value, str) else value


def shown(value: object) -> str:
    """A value or item on one line, without its places in the letter."""
    if isinstance(value, dict):
        hidden = ("evidence", "text", "sentence", "background", "targets", "level")
        value = {k: v for k, v in value.items() if k not in hidden and v not in (None, [], False)}
    return str(value)[:160]


def scored(folder: Path) -> tuple[int, Score]:
    """The letters in and below a folder that have a truth, and how right they are read."""
    score, letters = Score(), 0
    for pdf in sorted(folder.rglob("*.pdf")):
        truth = truth_beside(pdf)
        if truth is None:
            continue
        letters += 1
        try:
            read = tildeling.parse(pdf).model_dump(mode="json")
        except tildeling.TildelingError as error:
            score.mistakes.append(f"{pdf.stem}: {error}")
            read = {}
        score.letter(pdf.stem, truth, read)
    return letters, score


def history() -> list[Json]:
    """The figures that were kept, the oldest first."""
    return [json.loads(line) for line in HISTORY.read_text(encoding="utf-8").splitlines()]


def record(letters: int, score: Score) -> Json:
    """The figures of the package that was measured, with its date, commit and release."""
    checkout = Path(tildeling.__file__).resolve().parents[2]
    git = ["git", "-C", str(checkout)]
    told = subprocess.run(
        [*git, "log", "-1", "--format=%cs %h"], capture_output=True, text=True, check=True
    )
    changed = subprocess.run(
        [*git, "status", "--porcelain", "src"], capture_output=True, text=True, check=True
    )
    date, commit = told.stdout.split()
    project = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    # What was measured may be on its way into the commit that keeps the figures.
    commit += "+" if changed.stdout else ""
    about = {"date": date, "commit": commit, "release": project["version"], "letters": letters}
    return about | {"f1": score.f1()}


def falls(before: Json, after: Json) -> list[str]:
    """The families that are read less well than before, or not found any more."""
    return [
        f"{name}: {f1:.4f} before, {after.get(name, 0.0):.4f} now"
        for name, f1 in before.items()
        if after.get(name, 0.0) < f1 - FALL / 2
    ]


def print_table(console: Console, letters: int, score: Score) -> None:
    table = Table("family", *(), title=f"{letters} letters", title_justify="left")
    for heading in ("wanted", "given", "right", "F1"):
        table.add_column(heading, justify="right")
    for name, f1 in score.f1().items():
        tally = score.families[name]
        counts = (tally.wanted, tally.given, tally.right)
        table.add_row(name, *map(str, counts), f"{f1:.4f}")
    console.print(table)


def main(arguments: Iterable[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="How right letters are read, by family.")
    parser.add_argument("--letters", type=Path, default=FIXTURES, metavar="FOLDER")
    parser.add_argument("--mistakes", action="store_true", help="print each mistake")
    parser.add_argument("--record", action="store_true", help="keep the fixtures' figures")
    parser.add_argument("--check", action="store_true", help="fail where a family fell")
    asked = parser.parse_args(None if arguments is None else list(arguments))
    if (asked.record or asked.check) and asked.letters != FIXTURES:
        parser.error("only the fixtures' figures are kept, since everyone can make them again")

    console = Console()
    letters, score = scored(asked.letters)
    print_table(console, letters, score)
    if asked.mistakes:
        console.print(*score.mistakes, sep="\n", markup=False, soft_wrap=True)
    if asked.record:
        with HISTORY.open("a", encoding="utf-8") as file:
            file.write(json.dumps(record(letters, score)) + "\n")
    fell = falls(history()[-1]["f1"], score.f1()) if asked.check else []
    for line in fell:
        console.print(f"fell: {line}", markup=False)
    return bool(fell)


if __name__ == "__main__":
    sys.exit(main())
