"""`tildeling fetch`: letters from Kudos into a folder."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from tildeling.door import FAILED, errors_told, tell, words_here
from tildeling.extras import needs
from tildeling.usage import Lang
from tildeling.words import Message, Words, to_say

STATUSES = {"fetched": to_say("fetched"), "there": to_say("there"), "failed": to_say("failed")}


def fetch(  # noqa: PLR0917  (Typer takes options as arguments)
    agency: Annotated[
        str, typer.Argument(metavar="AGENCY", help="Its name, or its organisation number.")
    ],
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder for the PDFs.")],
    year_from: Annotated[
        int | None, typer.Option("--from", metavar="YEAR", help="First year of the letters.")
    ] = None,
    year_to: Annotated[
        int | None, typer.Option("--to", metavar="YEAR", help="Last year of the letters.")
    ] = None,
    address: Annotated[
        str | None, typer.Option("--api", metavar="URL", help="Another address of the archive.")
    ] = None,
    pause: Annotated[float, typer.Option(min=0.0, help="Seconds between two requests.")] = 1.0,
    private: Annotated[
        bool,
        typer.Option("--private", help="Follow links into private networks too."),
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="Tell only what fails.")] = False,
    language: Lang = None,
) -> None:
    """Fetch an agency's letters from Kudos, DFØ's open archive."""
    with errors_told():
        needs("tildeling fetch", "fetch", "httpx", "tenacity")
    from tildeling.export.terminal import printable
    from tildeling.fetch.download import fetch as fetch_letters
    from tildeling.fetch.kudos import ADDRESS, Kudos, Search

    words = words_here()

    def say(line: str) -> None:
        if not quiet:
            tell(printable(line))

    counts: Counter[str] = Counter()
    archive = address or ADDRESS
    say(words.say("asking {archive} for letters to {agency}", archive=archive, agency=agency))
    with (
        errors_told(),
        Kudos(
            archive, pause=pause, private=private, say=lambda told: say(told.said(words))
        ) as kudos,
    ):
        for fetched in fetch_letters(kudos, Search(agency, year_from, year_to), out):
            counts[fetched.status] += 1
            line = f"{words.say(STATUSES[fetched.status]):<8} {_said(fetched.name, words)}"
            if fetched.message is not None:
                tell(printable(f"{line}: {fetched.message.said(words)}"))
            else:
                say(line)
    say(
        words.say(
            "{fetched} fetched, {there} there already, {failed} failed",
            fetched=counts["fetched"],
            there=counts["there"],
            failed=counts["failed"],
        )
    )
    if counts["failed"]:
        raise typer.Exit(FAILED)


def _said(name: str | Message, words: Words) -> str:
    return name if isinstance(name, str) else name.said(words)
