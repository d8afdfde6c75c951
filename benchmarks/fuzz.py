"""Thousands of broken files through a batch: what must never happen, counted.

    python benchmarks/fuzz.py [--files 10000] [--texts 2000] [--jobs 2] [--keep DIR]

The seeds are fixed: the same release of Python and hypothesis makes the same files. Exit status 1
where something happened that must not: an exception but the root error, a file without a result, a
letter for a file that failed, the time limit overrun, or a page that cannot be decoded and is
neither told nor read as in the file that it was made of. Which pages cannot be decoded is decided
by `judge.py`, without our reader. A worker that native code ended (the memory limit does, by
SIGABRT) costs its file alone: they are counted as `crashed`, and shown.
"""

from __future__ import annotations

import argparse
import json
import logging
import random
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

import tildeling
from judge import undecodable
from mutate import mutated
from tildeling import ConversionResult
from tildeling.batch.worker import UNREAD

FIXTURES = Path(__file__).parent.parent / "tests" / "fixtures" / "letters"
SEED = 20260101
SECONDS = 20.0
AT_A_TIME = 500
LARGEST = 400_000
"""Bytes of a fixture: mutations of a longer one tell nothing more and take longer."""

WORDS = st.sampled_from(
    re.split(
        r"(?<=\S) ",
        "Tildelingsbrev Tillegg nr. til for 2026 Helsedirektoratet departementet Oppdrag 2026-01 "
        "Frist: innen 1. mai utgangen av juni kap. 765 post 21 mill. kroner 10,5 disposisjon Sum "
        "( ) : ; – - • o § 3-1 jf. Prop. 1 S (2025–2026) 1 000 000 31.02.2026 \n \n\n \t",
    )
)
TEXTS = st.one_of(
    st.text(max_size=2000),
    st.lists(WORDS, max_size=400).map(" ".join),
    st.lists(st.one_of(WORDS, st.text(max_size=20)), max_size=300).map(" ".join),
    st.tuples(WORDS, st.integers(1, 20_000)).map(lambda pair: pair[0] * pair[1]),
)


@cache
def sources() -> list[bytes]:
    """The files that others are made of."""
    found = [path.read_bytes() for path in sorted(FIXTURES.rglob("*.pdf"))]
    return [data for data in found if len(data) < LARGEST]


def mutated_files(folder: Path, first: int, count: int) -> None:
    """Writes the mutated PDFs of these numbers."""
    for number in range(first, first + count):
        chance = random.Random(SEED + number)
        data = mutated(chance.choice(sources()), chance.choice(sources()), chance)
        (folder / f"{number:05}.pdf").write_bytes(data)


@cache
def parsed(source: bytes) -> Any:
    """The JSON of the letter that others were made of."""
    return json.loads(tildeling.parse(source).model_dump_json())


@cache
def said(source: bytes) -> Any:
    """What the letter says that others were made of."""
    return _said(parsed(source))


def _said(letter: Any) -> Any:
    """What a letter says, without where it says it and what is told of it."""
    if isinstance(letter, dict):
        left = ("evidence", "findings", "source", "page")
        return {key: _said(value) for key, value in letter.items() if key not in left}
    return [_said(one) for one in letter] if isinstance(letter, list) else letter


def _said_on(letter: Any, page: int) -> list[str]:
    """The words that items of a letter were read from on one page, sorted."""
    if isinstance(letter, dict):
        own = [e["text"] for e in letter.get("evidence", ()) if e["page"] == page]
        below = [
            each for key, one in letter.items() if key != "findings" for each in _said_on(one, page)
        ]
        return sorted([*own, *below])
    if isinstance(letter, list):
        return sorted(each for one in letter for each in _said_on(one, page))
    return []


def texts(count: int) -> list[str]:
    """Texts as hypothesis thinks them out."""
    made: list[str] = []
    if not count:
        return made

    @seed(SEED)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(TEXTS)
    def collect(text: str) -> None:
        made.append(text)

    collect()
    return made


def batches(files: int, count: int, folder: Path) -> Iterator[int]:
    """Fills the folder again and again; how many files are in it."""
    for first in range(0, files, AT_A_TIME):
        mutated_files(folder, first, min(AT_A_TIME, files - first))
        yield min(AT_A_TIME, files - first)
    made = texts(count)
    if not made:
        return
    for number, text in enumerate(made):
        path = folder / f"text-{number:05}.txt"
        path.write_bytes(f"Tillegg til tildelingsbrev\n\n{text}".encode("utf-8", "replace"))
    yield len(made)


def wrongs(result: ConversionResult, out: Path) -> Iterator[str]:
    """What must not have happened to one file."""
    if result.error == "crashed" and "The worker ended" not in (result.message or ""):
        yield f"crashed: {result.message}"
    if result.status == "failed" and (out / f"{Path(result.path).stem}.json").exists():
        yield "a letter for a file that failed"
    if result.status != "failed" and not (out / (result.output or "")).is_file():
        yield "no letter for a file that was read"
    if result.seconds > SECONDS + 1:
        yield f"{result.seconds} seconds"


def pages_judged(result: ConversionResult, out: Path) -> Iterator[tuple[str, str]]:
    """What is wrong with each page of a letter that was read, and whether it is told.

    Of a file that failed nothing is believed, so that nothing is lost without a word.
    """
    if result.status == "failed" or not result.path.endswith(".pdf"):
        return
    letter = json.loads((out / str(result.output)).read_text("utf-8"))
    findings = [one for one in letter["findings"] if one["rule"] in UNREAD]
    told = {place["page"] for one in findings for place in one["evidence"]}
    chance = random.Random(SEED + int(Path(result.path).stem))
    source = chance.choice(sources())
    before = parsed(source)
    as_before = _said(letter) == said(source)
    silent = "read whole" if as_before else "UNTOLD"
    wrongs = undecodable(Path(result.path).read_bytes())
    pages = letter["source"]["pages"]
    if wrongs is None or len(wrongs) > pages:
        yield "its pages are others to qpdf", "told" if told else silent
        return
    for number, wrong in enumerate(wrongs, 1):
        if wrong:
            is_told = number in told or (told and len(wrongs) != pages)
            # Another page's damage, which is told, is none of this one's.
            is_whole = as_before or _said_on(letter, number) == _said_on(before, number)
            yield wrong, "told" if is_told else "read whole" if is_whole else "UNTOLD"
    if not any(wrongs) and not as_before:
        yield "nothing, but it says something else", "told" if told else "by its content"


def main() -> int:
    parser = argparse.ArgumentParser(description="Thousands of broken files through a batch.")
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--texts", type=int, default=2_000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep", type=Path, help="folder for the files that went wrong")
    options = parser.parse_args()

    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    counts: Counter[tuple[str, str]] = Counter()
    judged: Counter[tuple[str, str]] = Counter()
    bad: list[str] = []
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as temporary:
        folder, out = Path(temporary) / "in", Path(temporary) / "out"
        folder.mkdir()
        for count in batches(options.files, options.texts, folder):
            results = list(tildeling.convert(folder, out, jobs=options.jobs, timeout=SECONDS))
            for result in results:
                counts[result.status, result.error or ""] += 1
                if result.error in ("crashed", "timeout"):
                    print(f"{Path(result.path).name}: {result.message}", flush=True)
                pages = list(pages_judged(result, out))
                judged.update(pages)
                silent = [f"a page is untold: {wrong}" for wrong, how in pages if how == "UNTOLD"]
                for wrong in (*wrongs(result, out), *silent):
                    bad.append(f"{Path(result.path).name}: {wrong}")
                    print(bad[-1], flush=True)
                    if options.keep:
                        options.keep.mkdir(parents=True, exist_ok=True)
                        kept = options.keep / Path(result.path).name
                        kept.write_bytes(Path(result.path).read_bytes())
            if len(results) != count:
                bad.append(f"{count} files, {len(results)} results")
            for path in (*folder.iterdir(), *out.iterdir()):
                path.unlink()
            print(f"{counts.total():,} files in {time.monotonic() - start:.0f} s", flush=True)
    for (status, error), number in sorted(counts.items()):
        print(f"{status:<9}{error:<26}{number:>7,}")
    print("Pages that cannot be decoded:")
    for (wrong, how), number in sorted(judged.items()):
        print(f"{wrong:<36}{how:<15}{number:>7,}")
    print(f"{len(bad)} that must not be")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
