"""What the documentation's pages get from the code itself when the site is built.

MkDocs calls the `on_` functions. A line of its own in a page, `{{ name argument ... }}`, becomes
what the function of that name in `MADE` gives: so no table, output or picture is out of date.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

import pandas as pd
from matplotlib.figure import Figure
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from pydantic import BaseModel
from typer.testing import CliRunner

import tildeling
from tildeling import cli, plots
from tildeling.export.report_html import report_html
from tildeling.export.rows import TABLES, own_columns
from tildeling.finding_rules import RULES
from tildeling.words import words_in

ROOT = Path(__file__).parents[1]
LETTERS = ROOT / "tests" / "fixtures" / "letters"
ADDENDUM = LETTERS / "inkludering-2021-tillegg-4.pdf"
BASE = LETTERS / "stedsnavn-2026-tildelingsbrev.pdf"
CHAIN = sorted((LETTERS / "kjede").glob("*.pdf"))

LINE = re.compile(r"^\{\{ (\w+) ?(.*) \}\}$", re.MULTILINE)
MOST_LINES = 100


def fields(names: str) -> str:
    """Tables of the fields of models: name, type, meaning."""
    return "\n\n".join(_model_table(getattr(tildeling, name)) for name in names.split())


def _model_table(model: type[BaseModel]) -> str:
    rows = ["| field | type | meaning |", "| --- | --- | --- |"]
    # Models inherit where they were read; it is not the first thing to know.
    for name in sorted(model.model_fields, key="evidence".__eq__):
        field = model.model_fields[name]
        meaning = (field.description or "").replace("|", "\\|").replace("\n", " ")
        rows.append(f"| `{name}` | {_type_name(field.annotation)} | {meaning} |")
    doc = (model.__doc__ or "").strip().split("\n")[0]
    return f"### {model.__name__}\n\n{doc}\n\n" + "\n".join(rows)


def _type_name(kind: Any) -> str:
    """A type in the words of JSON."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Literal:
        return ", ".join(f"`{one}`" for one in arguments)
    if origin in (Union, UnionType):
        names = [_type_name(one) for one in arguments if one is not type(None)]
        return " or ".join(names) + (" or null" if type(None) in arguments else "")
    if origin is tuple:
        item = arguments[0]
        many = len(arguments) == 2 and arguments[1] is Ellipsis
        return f"list of {_type_name(item)}" if many else f"{len(arguments)} × {_type_name(item)}"
    if origin is dict:
        return "object"
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return f"[{kind.__name__}](#{kind.__name__.lower()})"
    name = str(kind.__name__)
    return {"str": "text", "int": "integer", "float": "number", "bool": "boolean"}.get(name, name)


def rules(language: str) -> str:
    """The table of rules that `tildeling check` goes by; for "nb" in bokmål alone."""
    if language == "nb":
        told = [f"| {words_in('nb').say(rule.checks)} | `{rule.code}` |" for rule in RULES.values()]
        return "\n".join(["| dette skal stemme | kode |", "| --- | --- |", *told])
    english, norwegian = words_in("en"), words_in("nb")
    rows = ["| code | rule | must hold | må stemme |", "| --- | --- | --- | --- |"]
    rows += [
        f"| `{rule.code}` | `{name}` | {english.say(rule.checks)} | {norwegian.say(rule.checks)} |"
        for name, rule in RULES.items()
    ]
    return "\n".join(rows)


def run(command: str) -> str:
    """What a command prints, as a block under the command itself."""
    runner = CliRunner(env={"COLUMNS": "88", "NO_COLOR": "1"})
    result = runner.invoke(cli.app, command.split(), prog_name="tildeling")
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    lines = result.output.rstrip().split("\n")
    if len(lines) > MOST_LINES:
        lines = [*lines[:MOST_LINES], "..."]
    return "\n".join(("```console", f"$ tildeling {command}", *lines, "```"))


def frame(arguments: str) -> str:
    """One of the tables that a letter becomes, or columns of it, without empty ones."""
    name, letter, *columns = arguments.split()
    table = getattr(tildeling.parse(ROOT / letter).to_frames(), name)
    if table.empty:
        raise ValueError(f"{letter} has no {name} to show.")
    table = table[columns or [*own_columns(TABLES[name]), "page"]]
    table = table.dropna(axis="columns", how="all")
    lines = [f"| {' | '.join(table.columns)} |", f"| {' --- |' * len(table.columns)}"]
    lines += [f"| {' | '.join(map(_cell, row))} |" for row in table.itertuples(index=False)]
    return "\n".join(lines)


def _cell(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(_cell, value))
    if isinstance(value, pd.Timestamp):
        return f"{value:%Y-%m-%d}"
    return "" if pd.isna(value) else str(value).replace("|", "\\|")


def tables(_: str) -> str:
    """The flat tables that letters become: name, what a row is, columns of its own."""
    lines = ["| table | a row | columns of its own |", "| --- | --- | --- |"]
    for name, row_class in TABLES.items():
        doc = (row_class.__doc__ or "").strip().split("\n")[0]
        columns = ", ".join(f"`{column}`" for column in own_columns(row_class))
        lines.append(f"| `{name}` | {doc} | {columns} |")
    return "\n".join(lines)


def accuracy(_: str) -> str:
    """How right the fixture letters are read: the last figures that were kept."""
    last = accuracy_history()[-1]
    lines = [
        f"{last['letters']} letters, {last['date']}, commit `{last['commit']}`:",
        "",
        "| family | F1 |",
        "| --- | ---: |",
    ]
    return "\n".join(lines + [f"| {name} | {f1:.4f} |" for name, f1 in last["f1"].items()])


def accuracy_history() -> list[dict[str, Any]]:
    """The figures that `benchmarks/accuracy.py --record` kept, the oldest first."""
    lines = (ROOT / "benchmarks" / "accuracy.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def accuracy_picture() -> bytes:
    """A plot for each family with the same axes: F1 from the first record to the last."""
    records = accuracy_history()
    families = list(records[-1]["f1"])
    columns = 5
    rows = -(-len(families) // columns)
    figure = Figure(figsize=(10, 1.3 * rows), layout="constrained")
    plots_of = figure.subplots(rows, columns, sharex=True, sharey=True).flat
    for name, plot in zip(families, plots_of, strict=False):
        values = [record["f1"].get(name, float("nan")) for record in records]
        plot.plot(values, color="#3949ab", marker="o", markersize=3)
        plot.set_title(name, loc="left", fontsize=8)
        plot.set_ylim(0, 1.05)
        plot.set_xticks([])
        plot.set_yticks([0, 0.5, 1])
        plot.tick_params(labelsize=7)
        plot.spines[["top", "right"]].set_visible(False)
    for plot in plots_of:
        plot.set_visible(False)
    figure.supxlabel(f"{records[0]['date']} to {records[-1]['date']}", fontsize=8)
    out = io.BytesIO()
    figure.savefig(out, format="png", dpi=150)
    return out.getvalue()


MADE: dict[str, Callable[[str], str]] = {
    "fields": fields,
    "rules": rules,
    "run": run,
    "tables": tables,
    "frame": frame,
    "accuracy": accuracy,
}


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The page's Markdown with its lines made."""
    return LINE.sub(lambda line: MADE[line[1]](line[2]) if line[1] in MADE else line[0], markdown)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The page with the cards that a notebook would show."""
    for name, make in CARDS.items():
        mark = f"<!-- card {name} -->"
        if mark in html:
            # The page has its own Markdown styles for what they are made of.
            html = html.replace(mark, make())
    return html


CARDS: dict[str, Callable[[], str]] = {
    "letter": lambda: tildeling.parse(ADDENDUM)._repr_html_(),
    "chain": lambda: tildeling.consolidate(map(tildeling.parse, CHAIN))._repr_html_(),
    "diff": lambda: tildeling.diff(
        tildeling.parse(CHAIN[0]), tildeling.parse(CHAIN[2])
    )._repr_html_(),
}


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """The site's files with the pictures and the reports that are made of the fixture letters."""
    for name, png in _pictures():
        files.append(File.generated(config, f"pictures/{name}.png", content=png))
    for name, content in _reports():
        files.append(File.generated(config, f"reports/{name}", content=content))
    return files


def _reports() -> Iterator[tuple[str, bytes | str]]:
    """Pages of a diff, a year's letters and one letter, beside the letters that they lead to."""
    letters = [tildeling.parse(path) for path in CHAIN]
    yield "diff.html", report_html(tildeling.diff(letters[0], letters[2]))
    yield "in-force.html", report_html(tildeling.consolidate(letters))
    yield "letter.html", report_html(letters[0])
    yield from ((path.name, path.read_bytes()) for path in CHAIN)


def _pictures() -> Iterator[tuple[str, bytes]]:
    letter = tildeling.parse(ADDENDUM)
    base = tildeling.parse(BASE)
    pictures = {
        "page": letter.show(2),
        "assignment": letter.show(of=letter.assignments[2]),
        "goals": base.show(1),
        "authorisations": base.show(2),
    }
    for name, picture in pictures.items():
        out = io.BytesIO()
        picture.save(out, "PNG", optimize=True)
        yield name, out.getvalue()
    chain = tildeling.consolidate(map(tildeling.parse, CHAIN))
    yield "accuracy", accuracy_picture()
    yield "budget", plots.budget(letter)._repr_png_()[0]
    yield "calendar", plots.calendar(letter)._repr_png_()[0]
    yield "post", plots.post(chain, 1545, 21)._repr_png_()[0]
