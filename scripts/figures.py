"""Three figures of how readable the house is, of `src`: exits 1 where one falls short.

Functions whose complexity (paths through them, as ruff counts) is over 10; lines with a comment for
each line of code; public classes, functions and methods that say what they are.
"""

from __future__ import annotations

import ast
import json
import subprocess
import sys
import tokenize
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src"
MOST_COMPLEX = 0.03
LEAST_COMMENTS = 0.04
UNDOCUMENTED = "D101,D102,D103,D106"
LAYOUT = {tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER}


def ruff(*options: str) -> list[Path]:
    """The file of each thing that ruff finds."""
    command = [sys.executable, "-m", "ruff", "check", "--output-format", "json", "--exit-zero"]
    told = subprocess.run(
        [*command, *options, str(SOURCE)], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return [Path(one["filename"]) for one in json.loads(told.stdout)]


def functions(tree: ast.AST) -> int:
    """How many functions and methods a module has, inner ones too."""
    return sum(isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) for node in ast.walk(tree))


def public(body: Sequence[ast.stmt]) -> Iterator[ast.AST]:
    """The classes, functions and methods that others may use."""
    for node in body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            if node.name.startswith("_"):
                continue
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public(node.body)


def lines(path: Path, tree: ast.AST) -> tuple[int, int]:
    """Lines of code, and lines with a comment. Strings that stand alone are documentation."""
    texts: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            texts.update(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    code: set[int] = set()
    comments: set[int] = set()
    with path.open("rb") as file:
        for token in tokenize.tokenize(file.readline):
            if token.type == tokenize.COMMENT:
                comments.add(token.start[0])
            elif token.type not in LAYOUT | {tokenize.ENCODING}:
                code.update(range(token.start[0], token.end[0] + 1))
    return len(code - texts), len(comments)


def noted(tree: ast.AST) -> int:
    """Lines of the strings that stand under constants and fields, and say what they are or why."""
    return sum(
        (note.end_lineno or note.lineno) - note.lineno + 1
        for node in ast.walk(tree)
        if isinstance(body := getattr(node, "body", None), list)
        for named, note in pairwise(body)
        if isinstance(named, ast.Assign | ast.AnnAssign)
        and isinstance(note, ast.Expr)
        and isinstance(note.value, ast.Constant)
    )


def main() -> int:
    counts: Counter[str] = Counter()
    for path in SOURCE.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        counts["noted"] += noted(tree)
        counts["functions"] += functions(tree)
        counts["public"] += sum(1 for _ in public(tree.body))
        code, comments = lines(path, tree)
        counts["code"] += code
        counts["comments"] += comments
    complex_ones = ruff("--select", "C901", "--config", "lint.mccabe.max-complexity=10")
    silent = ruff("--select", UNDOCUMENTED)

    share = len(complex_ones) / counts["functions"]
    said = counts["comments"] / counts["code"]
    print(
        f"complexity over 10: {len(complex_ones)} of {counts['functions']} functions, {share:.1%}"
    )
    for room, count in Counter(room_of(path) for path in complex_ones).most_common():
        print(f"    {room}: {count}")
    print(f"comments: {counts['comments']} for {counts['code']} lines of code, {said:.1%}")
    print(f"    and {counts['noted']} in strings under constants and fields")
    print(f"docstrings: {counts['public'] - len(silent)} of {counts['public']} public objects")
    short = share >= MOST_COMPLEX, said < LEAST_COMMENTS, bool(silent)
    return int(any(short))


def room_of(path: Path) -> str:
    """The room of `src/tildeling` that a file stands in."""
    return path.relative_to(SOURCE / "tildeling").parts[0]


if __name__ == "__main__":
    sys.exit(main())
