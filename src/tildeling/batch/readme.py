"""`README.txt` of an output folder: what is in it, for whoever it is given to."""

from __future__ import annotations

from tildeling.batch.places import Folder
from tildeling.batch.result import versions

NAME = "README.txt"

_TITLE = "Tildelingsbrev som data / Allocation letters as data"

_WORDS = """\
{title}
{line}

NORSK

Mappen er skrevet av «tildeling convert» (versjon {tool}, skjemaversjon {schema}).
Den kan flyttes og deles som den er.

NAVN.json        ett brev: oppdrag, frister, penger, mål og mer, hver med side, sted og ord
manifest.jsonl   en linje for hver fil som ble lest, også for dem det ikke ble noe av
letters.jsonl, letters.xlsx, *.csv, *.parquet
                 alle brevene samlet, der det ble bedt om; i tabellene sier hver rad hvilket
                 brev den er fra (file, agency, budget_year, sha256) og hvor ordene står (page;
                 x0, top, x1, bottom i punkter fra sidens øverste venstre hjørne; words)
recognised/      det som er lest av sider som er bilder

Beløp er hele kroner. Det samme innholdet to steder er ett brev. Et program har lest brevene:
det som ikke lot seg lese sikkert, eller som motsier seg selv, står som funn («findings»).
PDF-ene er ikke med.
Spør mappen: tildeling ask MAPPE count, eller i Python: tildeling.load("MAPPE").

ENGLISH

This folder was written by "tildeling convert" (release {tool}, schema version {schema}).
It can be moved and shared as it is.

NAME.json        one letter: assignments, deadlines, money, goals and more, each with page,
                 place and words
manifest.jsonl   a line for each file that was read, also for those that came to nothing
letters.jsonl, letters.xlsx, *.csv, *.parquet
                 all letters together, where that was asked for; in the tables each row says
                 which letter it is of (file, agency, budget_year, sha256) and where its words
                 stand (page; x0, top, x1, bottom in points from the page's top left; words)
recognised/      what was read of pages that are pictures

Amounts are whole kroner. The same content in two places is one letter. A program has read the
letters: what could not be read surely, or contradicts itself, is a finding. The PDFs are not
here. Ask the folder: tildeling ask FOLDER count, or in Python: tildeling.load("FOLDER").
"""


def write_readme(folder: Folder) -> None:
    """Writes it, but not over a file that somebody else wrote. Raises `OutputError`."""
    there = folder.read(NAME)
    tool, schema = versions()
    text = _WORDS.format(title=_TITLE, line="=" * len(_TITLE), tool=tool, schema=schema)
    data = text.encode("utf-8-sig")
    if there != data and (not there or there.startswith(_TITLE.encode("utf-8-sig"))):
        folder.write(NAME, data)
