"""Opening a converted folder."""

from __future__ import annotations

import os

from tildeling.archive.archive import Archive


def load(folder: str | os.PathLike[str]) -> Archive:
    """Opens a folder that `convert` wrote, to ask it what its letters say.

    A thousand letters open in about a second where `convert` wrote Parquet or JSON Lines; from the
    letters' own JSON it takes a few.

    Raises `InputNotFoundError` for what is no such folder, `SchemaVersionError` for one that
    another release wrote, and `MissingExtraError` without the extra `parquet`.
    """
    return Archive(folder)
