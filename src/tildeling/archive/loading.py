"""Opening a converted folder."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tildeling.extras import needs
from tildeling.words import Language, Message

if TYPE_CHECKING:
    from tildeling.archive.archive import Archive


def load(folder: str | os.PathLike[str], *, language: Language = "nb") -> Archive:
    """Opens a folder that `convert` wrote, to ask it what its letters say.

    What is not the letters' own words, such as findings, is said in the `language`.

    Where `convert` wrote Parquet of just these letters, each table is read when a question first
    needs it; else all letters' JSON is read now, in about a second for a thousand.

    Raises `InputNotFoundError` for what is no such folder, `SchemaVersionError` for one that
    another release wrote, `OutputError` for a letter or table that is damaged, and
    `MissingExtraError` without the extra `parquet`.
    """
    needs(Message("Asking an archive"), "parquet", "pyarrow")
    from tildeling.archive.archive import Archive

    return Archive(folder, language)
