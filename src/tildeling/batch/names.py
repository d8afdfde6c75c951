"""Names of output files: one for each input, safe on every file system, the same in every run."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

UNSAFE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\ud800-\udfff"  # control characters, bytes that are no text
    r'/\\:*?"<>|]'  # what Windows does not allow
)
# Bytes of a name without its ending: with it, a file system's 255 are never reached.
LONGEST = 200

# How many digits of its path's hash a name has, where another input has the plain one.
DIGITS = 8

# Names that Windows keeps for devices.
RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


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
    taken = {same_name(name) for name in known.values()}
    names: dict[str, str] = {}
    for path in paths:
        name = known.get(path)
        if name is None:
            name = next(name for name in names_of(path) if same_name(name) not in taken)
            taken.add(same_name(name))
        names[path] = name
    return names


def names_of(path: str) -> Iterator[str]:
    """The names that an input's output may have, in the order in which they are tried.

    >>> list(names_of("2026/brev.pdf"))[:2]
    ['brev.json', 'brev-486c6a9d.json']
    """
    stem = stem_of(path)
    if len(stem.encode("utf-8")) <= LONGEST:
        yield f"{stem}.json"
    cut = stem.encode("utf-8")[:LONGEST].decode("utf-8", "ignore")
    digits = hashlib.sha256(path.encode("utf-8", "surrogatepass")).hexdigest()
    for length in range(DIGITS, len(digits) + 1):
        yield f"{cut}-{digits[:length]}.json"


def same_name(name: str) -> str:
    """What is the same for two names that some file system takes for one."""
    return unicodedata.normalize("NFC", name.casefold())
