"""The columns of a table whose rows are assignments: by its heading row, or by what they hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tildeling.find.cues import find_statuses
from tildeling.find.dates import find_dates, find_day_in_digits
from tildeling.forms import DEADLINE_HEAD
from tildeling.meaning.headings import number_cell
from tildeling.meaning.reading import Reading
from tildeling.text.blocks import Row, Table

# "FHA", "SHA/KTA", "Avd. HOD: FHA", "Ansvarlig avdeling i HOD: KTA".
DEPARTMENT = re.compile(
    r"(?:(?i:(?:ansvarl[ie]g\s*)?(?:(?:fag)?avd(?:eling|\.)?\s*)?(?:i\s+)?)(?:[A-ZÆØÅ]{2,5})?\s*:\s*)?"
    r"(?P<name>[A-ZÆØÅ]{2,6}(?:/[A-ZÆØÅ]{2,6})*)",
)
NAMES_ASSIGNMENT = re.compile(
    r"""
    (?:navn[ ]på[ ]|namn[ ]på[ ])?
    (?:
        oppdrag(?:et|s?tittel|s?tekst|sbeskrivelse|sbeskriving|somtale|ene|a)?
        | bestilling(?:er|ar)? | tinging(?:er|ar)?
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
OLD_DEADLINE = re.compile(
    r"(?:opprinnel[ie]g|opphavleg|tidligere|tidlegare|gammel|gamal|gjeldende|gjeldande) "
    r"(?:tids)?frist",
    re.IGNORECASE,
)
# The heading of a column that says how long an agreement lasts: nothing is due on its days.
STANDING = re.compile(
    r"""
    # "Avtalen gjelder til og med", "Gyldig frå"
    (?:(?:avtale|oppdrag|kontrakt|prosjekt|ordning)\w*\s+)?(?:er\s+)?
      (?:varer|varar|løper|utløper|gjelder|gjeld|gyldig|går|opphører|opphøyrer)
      (?:\s+(?:til(?:[ ]og[ ]med)?|t\.\s?o\.\s?m\.|ut|frå|fra))?
    # "Avtalens varighet", "Løpetid"
    | (?:avtalens?|avtala[ ]si|oppdragets?|oppdraget[ ]si)?\s*
      (?:varighet|varigheit|løpetid|lengde?)
    # "Utløpsdato", "Kontraktsperiode"
    | utløp(?:s?(?:dato|år))?
    | (?:avtale|kontrakts?|oppdrags|prosjekt)?periode
    # "Avtalt til og med", "Forlenget for"
    | (?:avtalt|avtalefestet|inngått|forlenget|forlenga)\s+(?:til(?:[ ]og[ ]med)?|ut|for)
    # "Sluttdato", "Opphørsår"
    | (?:slutt|opphørs?|opphøyrs?)(?:dato|år)
    | til[ ]og[ ]med
    """,
    re.IGNORECASE | re.VERBOSE,
)
_OF_YEAR = re.compile(r",? (?:(?:i|for) )?(?:19|20)\d\d$| \((?:(?:i|for) )?(?:19|20)\d\d\)$")
_COUNTED = re.compile(r"\(?\d{1,2}[.)]?|[a-zæøå][.)]")
# Characters; what is longer is text that names a time.
_LONGEST_TIME = 60
# Characters of a column's cells in the mean; names of departments and kinds have fewer.
_SHORTEST_TEXT = 15
# What a column's text is of: "av oppdraget", "om bestillinga"
_ITS = r"(?:oppdraget|oppgaven|oppgåva|bestillingen|bestillinga|tiltaket)"
# The columns of an overview of assignments, and what each holds.
COLUMNS = {
    "number": re.compile(
        r"(?:oppdrags?)?-?\s*(?:nr\.?|nummer|id|kode)|løpenr\.?|oppdragsnr\.?|#", re.IGNORECASE
    ),
    "title": re.compile(
        rf"""
        {NAMES_ASSIGNMENT.pattern}
        | tittel | tiltak | oppgaver? | oppgåver? | aktivitet(?:er|ar)? | leveranse | tekst | tema
        # "Hva som skal gjøres"
        | (?:hva|kva)(?:[ ](?:som[ ])?skal[ ](?:gjøres|gjerast|leveres|leverast))?
        """,
        re.IGNORECASE | re.VERBOSE,
    ),
    "text": re.compile(
        rf"""
        # "Nærmere beskrivelse av oppdraget"
        (?:nærmere[ ]|nærare[ ])?(?:beskrivelse|beskriving|omtale|innhold|innhald)
          (?:[ ](?:av|i)[ ]{_ITS})?
        | oppgavebeskrivelse | oppgåveomtale
        # "Mer om oppdraget"
        | (?:nærmere|nærare|meir|mer)[ ]om[ ]{_ITS}
        # "Status og ny frist"
        | merknad | kommentar | (?:ny[ ])?status(?:[ ]og[ ](?:ny[ ])?frist)? | endring
        """,
        re.IGNORECASE | re.VERBOSE,
    ),
    "deadline": re.compile(
        rf"""
        {DEADLINE_HEAD.pattern}
        | når | leveres | leverast | ferdig(?:stilling)? | svar(?:[ ]hit)?
        | rapportering(?:[ ]og[ ](?:tids)?frist)?
        | (?:leveranse|frist)[ ]og[ ](?:frist|rapportering)
        """,
        re.IGNORECASE | re.VERBOSE,
    ),
    "responsible": re.compile(
        r"""
        # "Ansvarlig fagavdeling (i HOD)", "Avd."
        (?:ansvarl[ie]g\s*)?(?:fag|kontakt)?avd(?:eling|\.)?
          (?:\s+\(?(?:i\s+)?(?:departementet|[a-zæøå]{2,5})\)?)?
        | ansvarl[ie]g(?:[ ]i[ ](?:departementet|[a-zæøå]{2,5}))?
        | ansvar
        """,
        re.IGNORECASE | re.VERBOSE,
    ),
    "financing": re.compile(r"finansiering|kap\.?/?\s*post|beløp|midl[ea]r", re.IGNORECASE),
}


@dataclass(frozen=True, slots=True)
class Overview:
    """Which column of an overview holds what."""

    columns: dict[str, int]
    heading_rows: int
    names_assignments: bool
    """True where its heading says that its rows are assignments."""


def overview_of(reading: Reading, table: Table) -> Overview | None:
    """The columns by the names in a table's heading row; None where they are not an overview's."""
    if len(table.rows) < 2:
        return None
    columns: dict[str, int] = {}
    named = False
    stands = False
    others: list[int] = []
    for cell in table.rows[0].cells:
        words = _OF_YEAR.sub("", reading.line(cell).strip(" :"))
        if OLD_DEADLINE.fullmatch(words):
            continue
        if STANDING.fullmatch(words):
            stands = True
            continue
        named = named or NAMES_ASSIGNMENT.fullmatch(words) is not None
        name = next((name for name, each in COLUMNS.items() if each.fullmatch(words)), None)
        if name == "title" and name in columns:
            name = "text"  # "Bestilling | Leveranse": the first names it, the second tells
        if name is not None:
            columns.setdefault(name, cell.column)
        else:
            others.append(cell.column)
    if "title" in columns and "text" not in columns and len(columns) > 1:
        text = _text_beside(reading, table, columns["title"], others)
        columns |= {"text": text} if text is not None else {}
    if "title" not in columns and "text" in columns:
        title = _words_before(reading, table, columns)
        columns["title"] = columns.pop("text") if title is None else title
    if "title" not in columns or len(columns) == 1:
        return None
    if stands and not {"number", "deadline"} & columns.keys():
        return None  # what others have agreed on with the recipient
    return Overview(columns, max(table.heading_rows, 1), named)


def _text_beside(reading: Reading, table: Table, title: int, others: Sequence[int]) -> int | None:
    """A column of longer words behind the titles, whatever its name: "Oppgåve | Nærmare om ho"."""
    rows = table.rows[max(table.heading_rows, 1) :]
    named = _cells(reading, rows, title)
    for column in others:
        words = _cells(reading, rows, column)
        longer = sum(map(len, words)) > 2 * sum(map(len, named))
        if column > title and words and longer and _role(words) is None:
            return column
    return None


def _words_before(reading: Reading, table: Table, columns: dict[str, int]) -> int | None:
    """A column of words before that of the texts which its name does not tell: "Kva | Omtale"."""
    for column in range(columns["text"]):
        words = _cells(reading, table.rows[max(table.heading_rows, 1) :], column)
        if column not in columns.values() and words and _role(words) is None:
            return column
    return None


def overview_by_cells(reading: Reading, table: Table) -> Overview | None:
    """The columns by what they hold: times in one, words in one or two.

    Of two columns of words the one with more of them is the text, and the other, before it, the
    title. None where no column is of times, or none of words.
    """
    heading_rows = table.heading_rows or int(_is_headed(reading, table))
    rows = [row for row in table.rows[heading_rows:] if len(row.cells) > 1]
    if not heading_rows and len(rows) < max(len(table.rows), 2):
        return None  # boxes, whose rows are not all alike
    columns: dict[str, int] = {}
    lengths: dict[int, float] = {}
    for column in range(table.columns):
        words = _cells(reading, rows, column)
        if not words or (heading_rows and _stands(reading, table, column)):
            continue
        role = _role(words)
        if role is None:
            lengths[column] = sum(map(len, words)) / len(words)
        else:
            columns.setdefault(role, column)
    if "deadline" not in columns or not lengths:
        return None
    text = max(lengths, key=lambda column: lengths[column])
    before = [column for column in lengths if column < text]
    if lengths[text] < _SHORTEST_TEXT:
        return None
    if before:
        columns |= {"title": before[0], "text": text}
    else:
        columns["title"] = text
    return Overview(columns, heading_rows, names_assignments=False)


def _stands(reading: Reading, table: Table, column: int) -> bool:
    """True for a column headed "Avtalen løper til": its days are no deadlines."""
    cell = table.rows[0].cell(column)
    return cell is not None and STANDING.fullmatch(reading.line(cell).strip(" :")) is not None


def _cells(reading: Reading, rows: Sequence[Row], column: int) -> list[str]:
    """The words of a column's cells, the empty ones left out."""
    cells = [row.cell(column) for row in rows]
    return [reading.line(cell) for cell in cells if cell and cell.start < cell.end]


def _is_headed(reading: Reading, table: Table) -> bool:
    """True where a first row has no time, and all rows under it have one."""
    first, *others = (_has_time(reading, row) for row in table.rows)
    return not first and bool(others) and all(others)


def _has_time(reading: Reading, row: Row) -> bool:
    return any(is_time(reading.line(cell)) for cell in row.cells)


def _role(words: Sequence[str]) -> str | None:
    """What a column's cells are: numbers, departments, times; None where they are words."""
    if all(number_cell(each) or _COUNTED.fullmatch(each) for each in words):
        return "number"
    if all(DEPARTMENT.fullmatch(each) for each in words):
        return "responsible"
    times = sum(is_time(each) for each in words)
    return "deadline" if times > len(words) / 2 else None


def is_time(words: str) -> bool:
    """True for a few words that say when and little else.

    >>> is_time("innen 1. mars"), is_time("Snarest"), is_time("Omtale av budsjettet for 2015")
    (True, True, False)
    """
    if len(words) > _LONGEST_TIME:
        return False
    dates = [*find_dates(words), *find_day_in_digits(words)]
    said = sum(date.end - date.start for date in dates)
    said += sum(status.end - status.start for status in find_statuses(words))
    return said > len(words) / 2
