"""`tildeling fetch`: letters from Kudos into a folder."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from tildeling.door import FAILED, errors_told, tell
from tildeling.extras import needs


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
) -> None:
    """Fetch an agency's letters from Kudos, DFØ's open archive, for `tildeling convert`."""
    with errors_told():
        needs("fetch", "fetch", "httpx", "tenacity")
    from tildeling.export.terminal import printable
    from tildeling.fetch.download import fetch as fetch_letters
    from tildeling.fetch.kudos import ADDRESS, Kudos, Search

    def say(message: str) -> None:
        if not quiet:
            tell(printable(message))

    counts: Counter[str] = Counter()
    archive = address or ADDRESS
    say(f"asking {archive} for letters to {agency}")
    with errors_told(), Kudos(archive, pause=pause, private=private, say=say) as kudos:
        for fetched in fetch_letters(kudos, Search(agency, year_from, year_to), out):
            counts[fetched.status] += 1
            if fetched.status == "failed":
                tell(printable(f"failed   {fetched.name}: {fetched.message}"))
            else:
                say(f"{fetched.status:<8} {fetched.name}")
    if not quiet:
        tell(
            f"{counts['fetched']} fetched, {counts['there']} there already, "
            f"{counts['failed']} failed"
        )
    if counts["failed"]:
        raise typer.Exit(FAILED)
