"""Accuracy by form: invented letters are set as PDF, parsed, and compared with what they say.

    python benchmarks/forms.py [--only FORM] [--more N] [--keep FOLDER]

The letters differ in the forms that allocation letters take, in bokmål and nynorsk, in fonts,
sizes, margins, line distances, page numbers and hyphenation; all follow from fixed seeds, so that
every run sees the same. `--only` takes the forms whose name contains a word; `--more` sets each
letter N times on other pages, and of the drawn forms, N times as many letters; `--keep` leaves the
PDFs of letters with mistakes in a folder, and prints what was missed and what was made up.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Column, Table

from letters import (
    boxes,
    closings,
    deadlines,
    headings,
    labels,
    letterheads,
    money,
    outlines,
    overviews,
    status,
    sub_assignments,
    tables,
)
from letters.draft import Draft, Form
from letters.drawn import DRAWN_FORMS
from letters.elements import PAGE_NUMBERS, Page, typst_source
from letters.scoring import Score, score

FORMS: tuple[Form, ...] = (
    *headings.FORMS,
    *boxes.FORMS,
    *overviews.FORMS,
    *sub_assignments.FORMS,
    *labels.FORMS,
    *status.FORMS,
    *deadlines.FORMS,
    *money.FORMS,
    *tables.FORMS,
    *letterheads.FORMS,
    *outlines.FORMS,
    *closings.FORMS,
    *DRAWN_FORMS,
)
# The fonts inside the typst package that a letter could be set in.
FONTS = ("Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono")
CREATED = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class Job:
    """One letter of one form."""

    form: int
    number: int
    keep: Path | None


def page_of(form: Form, number: int) -> Page:
    """How the letter's pages look: by chance, but the same chance in every run."""
    chance = random.Random(f"{form.name} {number}")
    font = chance.choices(FONTS, weights=(5, 4, 1))[0]
    return Page(
        font=font,
        size=chance.choice((8, 8.5) if "Mono" in font else (10, 10.5, 11, 12)),
        margin=chance.choice((17, 20, 25, 30, 36)),
        leading=chance.choice((0.45, 0.55, 0.62, 0.7)),
        hyphenate=chance.random() < 0.5,
        justify=chance.random() < 0.5,
        page_number=chance.choice(sorted(PAGE_NUMBERS)),
        number_above=chance.random() < 0.3,
    )


def draft_of(form: Form, number: int) -> Draft:
    """The letter as written: bokmål and nynorsk in turn."""
    text = number if form.drawn else number % form.letters
    draft = Draft("nn" if text % 2 else "nb", page_of(form, number))
    form.write(draft, text)
    return draft


def set_pdf(draft: Draft) -> bytes:
    """The letter as PDF; with the package's own fonts alone it is the same on every machine."""
    import typst

    source = typst_source(draft.elements, draft.page, draft.language)
    pdf = typst.compile(source.encode(), ignore_system_fonts=True, timestamp=CREATED)
    assert isinstance(pdf, bytes)
    return pdf


def run(job: Job) -> Score:
    """Sets, parses and scores one letter."""
    import tildeling

    form = FORMS[job.form]
    draft = draft_of(form, job.number)
    pdf = set_pdf(draft)
    result = score(draft.truth, tildeling.parse(pdf))
    if job.keep and not result.exact:
        (job.keep / f"{form.name.replace(' ', '-')}-{job.number}.pdf").write_bytes(pdf)
    return result


def row(name: str, scores: list[Score]) -> tuple[str, ...]:
    """Form, letters, F1 over all facts of its letters, letters without any mistake.

    Last the letters that have a mistake and no finding.
    """
    facts = Score(
        sum(one.read for one in scores),
        [fact for one in scores for fact in one.missed],
        [fact for one in scores for fact in one.made_up],
    )
    exact = sum(one.exact for one in scores)
    silent = sum(not one.exact and not one.told for one in scores)
    share = f"{exact} ({exact / len(scores):.0%})"
    return name, str(len(scores)), f"{facts.f1:.4f}", share, str(silent)


def main() -> None:
    parser = argparse.ArgumentParser(description="Accuracy by form of letter.")
    parser.add_argument("--only", default="", metavar="FORM", help="a word of the forms' names")
    parser.add_argument("--more", type=int, default=1, metavar="N", help="each letter N times")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="leaves the PDFs there")
    options = parser.parse_args()
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
    jobs = [
        Job(place, number, options.keep)
        for place, form in enumerate(FORMS)
        if options.only.casefold() in form.name.casefold()
        for number in range(form.letters * options.more)
    ]
    if not jobs:
        names = ", ".join(form.name for form in FORMS)
        parser.error(f"no form is called {options.only!r}: {names}")
    with ProcessPoolExecutor() as pool:
        scores = list(pool.map(run, jobs, chunksize=4))

    console = Console()
    table = Table(Column("form", no_wrap=True))
    for heading in ("letters", "F1", "exact letters", "in silence"):
        table.add_column(heading, justify="right")
    for place in dict.fromkeys(job.form for job in jobs):
        name = FORMS[place].name
        table.add_row(
            *row(name, [one for job, one in zip(jobs, scores, strict=True) if job.form == place])
        )
    table.add_section()
    table.add_row(*row("all", scores))
    console.print(table)
    for job, one in zip(jobs, scores, strict=True):
        if options.keep and not one.exact:
            silence = "" if one.told else " (in silence)"
            console.print(f"{FORMS[job.form].name} {job.number}{silence}", style="bold")
            for mark, facts in (("missed ", one.missed), ("made up", one.made_up)):
                for fact in facts:
                    shown = " ".join(map(str, fact))
                    console.print(mark, shown, markup=False, highlight=False, soft_wrap=True)


if __name__ == "__main__":
    main()
