"""Letters as pandas tables: whole kroner as integers, days as dates, and keys to join on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, get_type_hints

from tildeling.export.html_parts import rendered
from tildeling.export.rows import TABLES, Row, columns_of, rows_of
from tildeling.extras import needs
from tildeling.letter import Letter
from tildeling.words import Message, words_in

if TYPE_CHECKING:
    import pandas as pd

# Columns of lists ("tuple") and of decimals keep Python's objects. Int64 and string have gaps of
# their own.
PANDAS_TYPES = {
    "int": "Int64",
    "bool": "bool",
    "float": "Float64",
    "date": "datetime64[s]",
    "str": "string",
}


@dataclass(frozen=True, slots=True)
class Frames:
    """The tables of one letter or many, joined by `sha256`.

    Within a letter, `assignment` of deadlines and financing is the position that the assignment's
    own row has; it is missing for what stands outside any. So are `goal` of indicators and
    reporting, and `indicator` of targets.
    """

    letters: pd.DataFrame
    assignments: pd.DataFrame
    deadlines: pd.DataFrame
    financing: pd.DataFrame
    budget_rows: pd.DataFrame
    goals: pd.DataFrame
    indicators: pd.DataFrame
    targets: pd.DataFrame
    reporting: pd.DataFrame
    authorisations: pd.DataFrame
    payments: pd.DataFrame
    common_requirements: pd.DataFrame
    attachments: pd.DataFrame
    references: pd.DataFrame
    findings: pd.DataFrame

    def __iter__(self) -> Iterator[tuple[str, pd.DataFrame]]:
        for field in fields(self):
            yield field.name, getattr(self, field.name)

    def __repr__(self) -> str:
        sizes = ", ".join(f"{name}={len(frame)}" for name, frame in self)
        return f"Frames({sizes})"

    def _repr_html_(self) -> str:
        return rendered("card_frames.html", words_in("en"), frames=list(self))


def frames_of(letters: Iterable[Letter]) -> Frames:
    """The tables of all letters, those of one letter after those of another.

    Raises `ModuleNotFoundError` without pandas.

    >>> import tildeling
    >>> texts = [f"Tillegg nr. {n} til tildelingsbrev for 2026 til Vegtilsynet" for n in (1, 2)]
    >>> frames = tildeling.to_frames(map(tildeling.parse_text, texts))
    >>> frames.letters["addendum_number"].tolist()
    [1, 2]
    """
    gathered: dict[str, list[Row]] = {name: [] for name in TABLES}
    for letter in letters:
        for name, row in rows_of(letter):
            gathered[name].append(row)
    return Frames(**{name: _frame(TABLES[name], rows) for name, rows in gathered.items()})


def _frame(row_type: type[Row], rows: list[Row]) -> pd.DataFrame:
    needs(Message("A data frame"), "frames", "pandas")
    import pandas as pd

    names = list(columns_of(row_type))
    cells = [[getattr(row, name) for name in names] for row in rows]
    frame = pd.DataFrame(cells, columns=names, dtype=object)
    kinds = {name: _pandas_type(hint) for name, hint in get_type_hints(row_type).items()}
    return frame.astype({name: kind for name, kind in kinds.items() if kind is not None})


def _pandas_type(hint: object) -> str | None:
    """The column's type; None where it holds lists.

    >>> _pandas_type(int | None), _pandas_type(str), _pandas_type(tuple[str, ...])
    ('Int64', 'string', None)
    """
    kinds = [kind for kind in getattr(hint, "__args__", (hint,)) if kind is not type(None)]
    return PANDAS_TYPES.get(getattr(kinds[0], "__name__", "")) if _is_plain(hint) else None


def _is_plain(hint: object) -> bool:
    return getattr(hint, "__origin__", None) is not tuple
