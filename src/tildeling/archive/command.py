"""`tildeling ask DIR QUESTION`: an archive's answers in a terminal."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from tildeling.door import as_json, encodable, errors_told, tell, write, write_bytes
from tildeling.usage import App
from tildeling.words import NO_BREAK, Language, Words, words_in

if TYPE_CHECKING:
    from tildeling.archive.answers import Answer
    from tildeling.archive.archive import Archive

AnswerFormat = Literal["text", "json", "csv"]

ask = App(
    help="Ask a folder that convert wrote what its letters say.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

Format = Annotated[
    AnswerFormat, typer.Option("--format", help="Text for a person, JSON, or the rows as CSV.")
]
Lang = Annotated[Language, typer.Option("--lang", help="Bokmål, nynorsk or English.")]
BodyOption = Annotated[
    str | None, typer.Option("--body", help="The letters' recipient: a name, short form or key.")
]
OneBody = Annotated[
    str, typer.Option("--body", help="The letters' recipient: a name, short form or key.")
]
Years = Annotated[str | None, typer.Option("--years", help="Budget years: 2021, or 2020-2022.")]
Year = Annotated[int, typer.Option("--year", help="The budget year.")]
Limit = Annotated[int, typer.Option("--limit", min=1, help="Rows at most.")]
Cursor = Annotated[
    str | None, typer.Option("--cursor", help="The cursor of an answer, for the rows after it.")
]
Day = Annotated[dt.datetime | None, typer.Option("--on", formats=["%Y-%m-%d"], help="As of a day.")]
From = Annotated[
    dt.datetime | None, typer.Option("--from", formats=["%Y-%m-%d"], help="The first day.")
]
To = Annotated[dt.datetime | None, typer.Option("--to", formats=["%Y-%m-%d"], help="The last day.")]


@ask.callback()
def _folder(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="What convert --out wrote.")],
) -> None:
    context.obj = folder


class _Asked:
    """An archive that is asked one question; its answer is printed at the end."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.answer: Answer | None = None


@contextmanager
def _asked(
    context: typer.Context, output_format: AnswerFormat, language: Language
) -> Iterator[_Asked]:
    with errors_told():
        from tildeling.archive.loading import load

        asked = _Asked(load(context.obj, language=language))
        yield asked
        if asked.answer is not None:
            _FORMATS[output_format](asked.answer, words_in(language))


@ask.command("letters")
def _letters(
    context: typer.Context,
    *,
    body: BodyOption = None,
    years: Years = None,
    limit: Limit = 100,
    cursor: Cursor = None,
    output_format: Format = "text",
    language: Lang = "nb",
) -> None:
    """Which letters there are."""
    with _asked(context, output_format, language) as asked:
        asked.answer = asked.archive.letters(body=body, years=years, limit=limit, cursor=cursor)


@ask.command("count")
def _count(
    context: typer.Context,
    *,
    what: Annotated[
        Literal["letters", "assignments", "goals", "indicators", "requirements"],
        typer.Option("--what", help="What is counted; requirements are those on reporting."),
    ] = "assignments",
    body: BodyOption = None,
    years: Years = None,
    by: Annotated[
        Literal["year", "body", "letter", "ministry"] | None,
        typer.Option("--by", help="Also by each of these."),
    ] = None,
    rule: Annotated[
        Literal["numbered", "marked", "bullets"],
        typer.Option("--rule", help="Those with a number, all marked ones, or list items."),
    ] = "marked",
    limit: Limit = 100,
    cursor: Cursor = None,
    output_format: Format = "text",
    language: Lang = "nb",
) -> None:
    """How many the letters give, by a named rule."""
    with _asked(context, output_format, language) as asked:
        asked.answer = asked.archive.count(
            what, body=body, years=years, by=by, rule=rule, limit=limit, cursor=cursor
        )


@ask.command("find")
def _find(
    context: typer.Context,
    *,
    text: Annotated[str, typer.Option("--text", help="Words, in any case; or a post: 291/60.")],
    what: Annotated[
        str | None, typer.Option("--what", help="In this table alone: assignments, financing ...")
    ] = None,
    body: BodyOption = None,
    years: Years = None,
    limit: Limit = 100,
    cursor: Cursor = None,
    output_format: Format = "text",
    language: Lang = "nb",
) -> None:
    """The items whose words hold a text."""
    with _asked(context, output_format, language) as asked:
        asked.answer = asked.archive.find(
            text, what=what, body=body, years=years, limit=limit, cursor=cursor
        )


@ask.command("in-force")
def _in_force(
    context: typer.Context,
    *,
    body: OneBody,
    year: Year,
    post: Annotated[
        str | None, typer.Option("--post", help="291/60, or a chapter: 291; else all.")
    ] = None,
    number: Annotated[
        str | None, typer.Option("--number", help="The assignment with this number, as it stands.")
    ] = None,
    after: Annotated[
        int | None, typer.Option("--after", min=0, help="After the addendum with this number.")
    ] = None,
    on: Day = None,
    limit: Limit = 100,
    cursor: Cursor = None,
    output_format: Format = "text",
    language: Lang = "nb",
) -> None:
    """What a body may spend, post by post."""
    with _asked(context, output_format, language) as asked:
        asked.answer = asked.archive.in_force(
            body,
            year,
            post=post,
            number=number,
            after=after,
            on=_date(on),
            limit=limit,
            cursor=cursor,
        )


@ask.command("deadlines")
def _deadlines(
    context: typer.Context,
    *,
    body: BodyOption = None,
    years: Years = None,
    first: From = None,
    last: To = None,
    limit: Limit = 100,
    cursor: Cursor = None,
    output_format: Format = "text",
    language: Lang = "nb",
) -> None:
    """What falls due, by day."""
    with _asked(context, output_format, language) as asked:
        asked.answer = asked.archive.deadlines(
            body=body, years=years, start=_date(first), end=_date(last), limit=limit, cursor=cursor
        )


@ask.command("changes")
def _changes(
    context: typer.Context,
    *,
    body: OneBody,
    year: Year,
    addendum: Annotated[
        int | None, typer.Option("--addendum", min=1, help="Of this addendum alone.")
    ] = None,
    key: Annotated[
        str | None, typer.Option("--key", help="Of 291/60, or of the assignment with this number.")
    ] = None,
    limit: Limit = 100,
    cursor: Cursor = None,
    output_format: Format = "text",
    language: Lang = "nb",
) -> None:
    """What the addenda of a year changed."""
    with _asked(context, output_format, language) as asked:
        asked.answer = asked.archive.changes(
            body, year, addendum=addendum, key=key, limit=limit, cursor=cursor
        )


@ask.command("check")
def _check(
    context: typer.Context,
    *,
    body: BodyOption = None,
    years: Years = None,
    severity: Annotated[
        Literal["error", "warning", "info"] | None,
        typer.Option("--severity", help="Of this weight alone."),
    ] = None,
    code: Annotated[str | None, typer.Option("--code", help="Of this kind: sum_mismatch.")] = None,
    limit: Limit = 100,
    cursor: Cursor = None,
    output_format: Format = "text",
    language: Lang = "nb",
) -> None:
    """Where letters contradict themselves or could not be read."""
    with _asked(context, output_format, language) as asked:
        asked.answer = asked.archive.check(
            body=body, years=years, severity=severity, code=code, limit=limit, cursor=cursor
        )


@ask.command("evidence")
def _evidence(
    context: typer.Context,
    id: Annotated[str, typer.Argument(metavar="ID", help="The id of an answer's row.")],
    output_format: Format = "text",
    language: Lang = "nb",
) -> None:
    """Every place that an item was read from."""
    with _asked(context, output_format, language) as asked:
        asked.answer = asked.archive.evidence(id)


def _date(day: dt.datetime | None) -> dt.date | None:
    return None if day is None else day.date()


def _write_text(answer: Answer, words: Words) -> None:
    from tildeling.archive.text import as_text

    write(encodable(as_text(answer, words).replace(NO_BREAK, " ")))


def _write_json(answer: Answer, _: Words) -> None:
    write(as_json(answer))


def _write_csv(answer: Answer, words: Words) -> None:
    from tildeling.archive.text import as_csv, remarks

    write_bytes(as_csv(answer))
    tell(*remarks(answer, words))


_FORMATS: dict[AnswerFormat, Callable[[Answer, Words], None]] = {
    "text": _write_text,
    "json": _write_json,
    "csv": _write_csv,
}
