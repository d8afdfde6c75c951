"""`README.txt` of an output folder: what is in it, for whoever it is given to."""

from __future__ import annotations

from tildeling.batch.places import Folder
from tildeling.batch.result import versions
from tildeling.words import Language, to_say, words_in

NAME = "README.txt"

_TITLE = "Tildelingsbrev som data / Allocation letters as data"

_WORDS = to_say("""\
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
""")


def write_readme(folder: Folder, language: Language = "nb") -> None:
    """Writes it in Norwegian and in English, but not over a file that somebody else wrote.

    Raises `OutputError`.
    """
    there = folder.read(NAME)
    tool, schema = versions()
    norwegian = words_in("nn" if language == "nn" else "nb").say(_WORDS, tool=tool, schema=schema)
    english = words_in("en").say(_WORDS, tool=tool, schema=schema)
    rule = "=" * len(_TITLE)
    text = f"{_TITLE}\n{rule}\n\nNORSK\n\n{norwegian}\nENGLISH\n\n{english}"
    data = text.encode("utf-8-sig")
    if there != data and (not there or there.startswith(_TITLE.encode("utf-8-sig"))):
        folder.write(NAME, data)
