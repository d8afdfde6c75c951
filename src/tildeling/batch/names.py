"""Names of output files: one for each input, safe on every file system, the same in every run."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

UNSAFE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\ud800-\udfff"  # control characters, bytes that are no text
    r'/\\:*?"<>|]'  # what Windows does not allow
)
LONGEST = 200
"""Bytes of a name without its ending: with it, a file system's 255 are never reached."""

RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
"""Names that Windows keeps for devices."""


def stem_of(path: str) -> str:
    r"""The name, without its ending, that the output for `path` has if no other input wants it.

    >>> stem_of("arkiv/Tildelingsbrev 2026.pdf"), stem_of("-rf.pdf"), stem_of("to\nlinjer.pdf")
    ('Tildelingsbrev 2026', '_-rf', 'to_linjer')
    """
    name = path.replace("\\", "/") if "://" in path else path
    stem = PurePosixPath(name).name
    for ending in (".pdf", ".txt"):
        if stem.lower().endswith(ending):
            stem = stem[: -len(ending)]
            break
    stem = UNSAFE.sub("_", unicodedata.normalize("NFC", stem)).strip(" ")
    if not stem or stem[0] in "-." or RESERVED.fullmatch(stem):
        # A dash would be an option to other programs, a full stop would hide the file.
        stem = "_" + stem
    return stem


def output_names(paths: Iterable[str], known: Mapping[str, str]) -> dict[str, str]:
    """The output's name for each of `paths`.

    `known` are names given in earlier runs: they stay as they are. Of several inputs with one name
    the first has it, the others have the name and eight digits that stand for their path.

    >>> output_names(["2025/brev.pdf", "2026/Brev.pdf"], {})
    {'2025/brev.pdf': 'brev.json', '2026/Brev.pdf': 'Brev-df4a7210.json'}
    """
    taken = {_key(name) for name in known.values()}
    names: dict[str, str] = {}
    for path in paths:
        name = known.get(path)
        if name is None:
            name = _free_name(path, taken)
            taken.add(_key(name))
        names[path] = name
    return names


def _free_name(path: str, taken: set[str]) -> str:
    stem = stem_of(path)
    digits = hashlib.sha256(path.encode("utf-8", "surrogatepass")).hexdigest()
    whole = len(stem.encode("utf-8")) <= LONGEST
    if whole and _key(f"{stem}.json") not in taken:
        return f"{stem}.json"
    cut = stem.encode("utf-8")[:LONGEST].decode("utf-8", "ignore")
    length = 8
    while _key(f"{cut}-{digits[:length]}.json") in taken:
        length += 1
    return f"{cut}-{digits[:length]}.json"


def _key(name: str) -> str:
    """The same for two names that some file system takes for one."""
    return unicodedata.normalize("NFC", name.casefold())
