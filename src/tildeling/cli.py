"""The command line: calls the library, prints what it answers, and knows the exit statuses.

Data goes to stdout, everything else to stderr. 0: fine; 1: the input failed; 2: wrong usage.
Everything heavy is imported in the command that needs it, so that `--help` is instant.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from tildeling import usage
from tildeling.archive.command import ask
from tildeling.batch.command import convert
from tildeling.door import (
    FAILED,
    as_json,
    encodable,
    errors_told,
    given,
    once,
    pages_shown,
    printed,
    takes_utf8,
    tell,
    terminal_width,
    words_here,
    write,
    write_bytes,
    write_file,
)
from tildeling.errors import InputNotFoundError, NotAPdfError
from tildeling.extras import needs
from tildeling.fetch.command import fetch
from tildeling.words import Language, Message, environment_language, to_say, words_in

if TYPE_CHECKING:
    from tildeling.comparison import ConsolidatedLetter, LetterDiff
    from tildeling.export.due_list import Due
    from tildeling.letter import Letter
    from tildeling.table import DocumentTables

FileArgument = Annotated[
    Path,
    typer.Argument(metavar="FILE", help="A PDF, or UTF-8 text ending in .txt; - for stdin."),
]

PdfArgument = Annotated[Path, typer.Argument(metavar="FILE", help="A PDF; - for stdin.")]

Ocr = Annotated[
    bool,
    typer.Option(
        "--ocr",
        help="Also read pages that are pictures, as scans are: some seconds a page. Needs "
        "pip install 'tildeling[ocr]'.",
    ),
]

Lang = Annotated[
    Language | None,
    typer.Option(
        "--lang", help="Bokmål, nynorsk or English; without it, the language of the letter."
    ),
]

ComparisonFormat = Literal["text", "json", "markdown", "html"]

app = usage.App(
    name="tildeling",
    help="Reads Norwegian allocation letters (tildelingsbrev) into typed data.",
    no_args_is_help=True,
    # Help and tracebacks by rich would cost its import on every start.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def main() -> None:
    """What the installed command `tildeling` runs."""
    app(prog_name="tildeling")


def _print_version(asked: bool) -> None:
    if asked:
        from tildeling import __version__

        write(f"tildeling {__version__}\n")
        raise typer.Exit


@app.callback()
def _tildeling(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print it and exit."
        ),
    ] = False,
    language: usage.Lang = None,
) -> None:
    pass


@app.command()
def parse(
    file: FileArgument,
    output_format: Annotated[
        Literal["summary", "json", "html"],
        typer.Option(
            "--format", help="A summary for a person, the letter's JSON, or one HTML file to mail."
        ),
    ] = "summary",
    whole: Annotated[
        bool,
        typer.Option(
            "--all",
            help="Of the summary all: every deadline in order of date, with what falls due, and "
            "long lists to their end.",
        ),
    ] = False,
    language: Lang = None,
    ocr: Ocr = False,
) -> None:
    """Read one letter and print what it holds."""
    letter = _parsed(file, ocr=ocr)
    if output_format == "json":
        write(as_json(letter))
    elif output_format == "html":
        _write_report(letter, language)
    else:
        from tildeling.export.summary import summarise

        words = words_in(language or letter.language)
        write(printed(summarise(letter, words, whole=whole)))


@app.command()
def annotate(
    file: PdfArgument,
    out: Annotated[Path, typer.Argument(metavar="OUT.pdf", help="The copy that is written.")],
    language: Lang = None,
    ocr: Ocr = False,
) -> None:
    """Write a copy with highlights and numbered notes. For any viewer of PDF."""
    with errors_told():
        needs("tildeling annotate", "notebook", "pikepdf")
    letter, pdf = _with_pdf(file, ocr=ocr)
    with errors_told(file):
        from tildeling.notebook.annotate import annotated

        copy = annotated(pdf, letter, words_in(language or letter.language))
    write_file(out, copy, file)


@app.command()
def show(
    file: PdfArgument,
    out: Annotated[Path, typer.Argument(metavar="OUT.png", help="The picture that is written.")],
    of: Annotated[
        str,
        typer.Option(
            "--of",
            metavar="KEY",
            help="What to show: an assignment's number, a post (291/60), a goal's number, or a "
            "place (goals/0).",
        ),
    ],
    language: usage.Lang = None,
    ocr: Ocr = False,
) -> None:
    """Write a picture of where one thing was read."""
    letter, pdf = _with_pdf(file, ocr=ocr)
    with errors_told(file):
        import io

        from tildeling.export.item_keys import item_by_key
        from tildeling.notebook.pages import shown_place

        stream = io.BytesIO()
        shown_place(pdf, item_by_key(letter, of)).save(stream, "PNG")
    write_file(out, stream.getvalue(), file)


app.command()(convert)
app.command()(fetch)
app.add_typer(ask, name="ask")


@app.command()
def deadlines(  # noqa: PLR0917 -- one parameter an option
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATH...", help="Letters, or folders that convert wrote."),
    ],
    output_format: Annotated[
        Literal["text", "json", "csv", "ics"],
        typer.Option("--format", help="Text for a person, JSON, CSV, or a calendar file."),
    ] = "text",
    first: Annotated[
        dt.datetime | None,
        typer.Option("--from", formats=["%Y-%m-%d"], help="The first day."),
    ] = None,
    last: Annotated[
        dt.datetime | None, typer.Option("--to", formats=["%Y-%m-%d"], help="The last day.")
    ] = None,
    language: Lang = None,
    ocr: Ocr = False,
) -> None:
    """Print what falls due, by day. Each with its sentence, body, file and page."""
    if first is not None and last is not None and first > last:
        problem = words_here().say("The first day is after the last.")
        raise typer.BadParameter(problem, param_hint="--from")
    once(paths)
    with errors_told():
        if output_format == "ics":
            needs(Message("The format {format}", {"format": "ics"}), "ics", "icalendar")
        from tildeling.archive.moved import due_after_all
        from tildeling.export.due_list import in_order, is_between

        letters = {
            letter.source.sha256: letter for path in paths for letter in _letters_at(path, ocr=ocr)
        }
        days = [None if day is None else day.date() for day in (first, last)]
        everything = due_after_all(list(letters.values()))
        found = in_order(due for due in everything if is_between(due, *days))
    undated = sum(due.row.date is None for due in everything)
    if undated and (output_format == "ics" or any(days)):
        told = words_here().counted(
            "without a day, and not among these: {n} deadline",
            "without a day, and not among these: {n} deadlines",
            undated,
        )
        tell(f"tildeling: {told}")
    _write_due(found, output_format, language)


@app.command()
def mcp(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="What convert --out wrote.")],
    language: Annotated[
        Language, typer.Option("--lang", help="Bokmål, nynorsk or English.")
    ] = "nb",
) -> None:
    """Offer an archive's answers to an assistant, by MCP. Over stdin and stdout."""
    with errors_told():
        needs("tildeling mcp", "mcp", "mcp")
        from tildeling.archive.server import server

        server(folder, language).run("stdio")


@app.command()
def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="The earlier letter.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The later one, or an addendum.")],
    output_format: Annotated[
        ComparisonFormat,
        typer.Option("--format", help="Text for a person, JSON, Markdown, or one HTML file."),
    ] = "text",
    language: Lang = None,
    ocr: Ocr = False,
) -> None:
    """Print what NEW changes against OLD."""
    from tildeling import diff as diff_letters

    once((old, new))
    letters = [_parsed(file, ocr=ocr) for file in (old, new)]
    _write_comparison(diff_letters(*letters), output_format, language)


@app.command()
def consolidate(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="BASE ADDENDUM...", help="A year's letters, in any order."),
    ],
    output_format: Annotated[
        ComparisonFormat,
        typer.Option("--format", help="Text for a person, JSON, Markdown, or one HTML file."),
    ] = "text",
    language: Lang = None,
    ocr: Ocr = False,
) -> None:
    """Print what is in force after a letter and its addenda. With each item's history."""
    from tildeling import consolidate as consolidate_letters

    once(files)
    letters = [_parsed(file, ocr=ocr) for file in files]
    _write_comparison(consolidate_letters(letters), output_format, language)


@app.command()
def check(
    file: Annotated[
        Path | None,
        typer.Argument(metavar="FILE", help="A PDF, or UTF-8 text ending in .txt; - for stdin."),
    ] = None,
    output_format: Annotated[
        Literal["text", "json"],
        typer.Option("--format", help="Text for a person, or the findings as JSON."),
    ] = "text",
    language: Lang = None,
    rules: Annotated[bool, typer.Option("--rules", help="Print the table of rules.")] = False,
    ocr: Ocr = False,
) -> None:
    """Find where a letter contradicts itself. Status 1 where it does so beyond doubt."""
    from tildeling.export.findings import findings_text, rules_text

    if rules:
        write(encodable(rules_text(words_in(language or environment_language(os.environ)))))
        return
    if file is None:
        raise typer.BadParameter(words_here().say("Give a FILE, or --rules."), param_hint="FILE")
    letter = _parsed(file, ocr=ocr)
    if output_format == "json":
        included = {"source", "title", "findings"}
        ascii_only = not takes_utf8()
        write(letter.model_dump_json(include=included, indent=2, ensure_ascii=ascii_only) + "\n")
    else:
        write(encodable(findings_text(letter, words_in(language or letter.language))))
    if any(finding.severity == "error" for finding in letter.findings):
        raise typer.Exit(FAILED)


@app.command()
def tables(
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="Any PDF, or UTF-8 text ending in .txt; - for stdin."),
    ],
    output_format: Annotated[
        Literal["text", "json", "csv", "html"],
        typer.Option("--format", help="Grids for the terminal, JSON, one CSV or one HTML file."),
    ] = "text",
    language: Lang = None,
    ocr: Ocr = False,
) -> None:
    """Print every table of any PDF, allocation letter or not."""
    with errors_told(file), pages_shown(ocr=ocr):
        from tildeling.parsing import document_tables

        source, name = given(file)
        found = document_tables(source, name=name, ocr=ocr, isolated=True)
    for page in found.unread:
        told = words_here().say(
            "{file}: page {page} was not surely read: {reason}",
            file=file,
            page=page.page,
            reason=Message(page.reason),
        )
        tell(f"tildeling: {told}")
    if output_format == "json":
        write(as_json(found))
    elif output_format == "csv":
        from tildeling.export.table_csv import tables_csv

        write_bytes(tables_csv(found))
    elif output_format == "html":
        from tildeling.export.table_html import tables_html

        words = words_in(language or _language_of(found))
        _write_html(tables_html(found, words, name or file.name))
    else:
        from tildeling.export.table_text import tables_text

        words = words_in(language or _language_of(found))
        write(encodable(tables_text(found, terminal_width(), words, ascii_only=not takes_utf8())))


def _language_of(found: DocumentTables) -> Language:
    """That of the tables' own words, which are all that is known of the document."""
    from tildeling.find.language import written_language

    titles = [table.title for table in found.tables if table.title]
    return written_language(
        " ".join([*titles, *(cell.text for table in found.tables for cell in table.cells)])
    )


@app.command()
def schema(
    of: Annotated[
        Literal["letter", "diff", "consolidated", "tables"],
        typer.Option("--of", help="What the JSON is of."),
    ] = "letter",
    language: usage.Lang = None,
) -> None:
    """Print the JSON Schema of a letter, or of what --of names."""
    with errors_told():
        import json

        from tildeling.export.schema import schema_of

        write(json.dumps(schema_of(of), indent=2, ensure_ascii=not takes_utf8()) + "\n")


def _letters_at(path: Path, *, ocr: bool) -> Iterator[Letter]:
    """The letter in a file, or those of a folder that `convert` wrote."""
    if not path.is_dir():
        yield _parsed(path, ocr=ocr)
        return
    from tildeling.batch.manifest import NAME, results_in
    from tildeling.batch.places import folder_at
    from tildeling.batch.tables import letters_in

    if not (path / NAME).is_file():
        raise InputNotFoundError(
            "{place} is not a folder that convert wrote.",
            to_say(
                "Run tildeling convert on it with --out DIR, and give DIR; or give its letters."
            ),
            place=path,
        )
    folder = folder_at(str(path))
    yield from letters_in(folder, results_in(folder.read(NAME)))


def _write_due(
    found: list[Due],
    output_format: Literal["text", "json", "csv", "ics"],
    language: Language | None,
) -> None:
    from tildeling.export.due_list import due_csv, due_json, due_text

    if output_format == "text":
        write(encodable(due_text(found, language)))
    elif output_format == "json":
        write(due_json(found, ascii_only=not takes_utf8()))
    elif output_format == "csv":
        write_bytes(due_csv(found))
    else:
        from tildeling.export.due_calendar import due_calendar

        held = [due for due in found if due.in_force is not False]
        if len(held) < len(found):
            moved = len(found) - len(held)
            told = words_here().say(
                "moved or taken back by later letters, and not among these: {count:,}", count=moved
            )
            tell(f"tildeling: {told}")
        write_bytes(due_calendar(held, dt.datetime.now(dt.UTC), language))


def _parsed(file: Path, *, ocr: bool) -> Letter:
    """The letter in a file, or the end of the program."""
    with errors_told(file), pages_shown(ocr=ocr):
        from tildeling import parse as parse_letter

        source, name = given(file)
        return parse_letter(source, name=name, ocr=ocr, isolated=True)


def _with_pdf(file: Path, *, ocr: bool) -> tuple[Letter, bytes]:
    """The letter in a PDF and the PDF itself, or the end of the program."""
    with errors_told(file):
        from tildeling import parse as parse_letter
        from tildeling.limits import Limits
        from tildeling.read.source import is_pdf, read_bytes

        source, name = given(file)
        data = read_bytes(source, Limits())[1]
        if not is_pdf(data):
            raise NotAPdfError(
                "Only a PDF has pages.", to_say("Give the PDF that the text was taken from.")
            )
        return parse_letter(data, name=name or file.name, ocr=ocr, isolated=True), data


def _write_comparison(
    comparison: LetterDiff | ConsolidatedLetter,
    output_format: ComparisonFormat,
    language: Language | None,
) -> None:
    from tildeling.export.comparison_heads import language_of

    words = words_in(language or language_of(comparison))
    if output_format == "json":
        write(as_json(comparison))
    elif output_format == "html":
        _write_report(comparison, language)
    elif output_format == "markdown":
        from tildeling.export.comparison_markdown import comparison_markdown

        write(encodable(comparison_markdown(comparison, words)))
    else:
        from tildeling.export.comparison_text import comparison_text

        write(printed(comparison_text(comparison, words)))


def _write_report(
    about: Letter | LetterDiff | ConsolidatedLetter, language: Language | None
) -> None:
    from tildeling.export.report_html import report_html

    _write_html(report_html(about, language))


def _write_html(page: str) -> None:
    # What an encoding lacks can be written in HTML all the same.
    errors = "strict" if takes_utf8() else "xmlcharrefreplace"
    encoding = "utf-8" if takes_utf8() else "ascii"
    write(page.encode(encoding, errors).decode(encoding))
