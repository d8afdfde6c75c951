"""Opening a converted folder."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tildeling.extras import needs

if TYPE_CHECKING:
    from tildeling.archive.archive import Archive


def load(folder: str | os.PathLike[str]) -> Archive:
    """Opens a folder that `convert` wrote, to ask it what its letters say.

    A thousand letters open in less than a second. Where `convert` wrote Parquet they answer at
    once; else the first question that needs more than the letters' heads reads all their JSON.

    Raises `InputNotFoundError` for what is no such folder, `SchemaVersionError` for one that
    another release wrote, and `MissingExtraError` without the extra `parquet`.
    """
    needs("Asking an archive", "parquet", "pyarrow")
    from tildeling.archive.archive import Archive

    return Archive(folder)
