"""A folder that `convert` wrote, and the eight questions it answers.

Every answer has the rows that it rests on, each with its file, page, box and words, how it was
counted, and what could change it and was not read.
"""

from __future__ import annotations

import datetime as dt
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from tildeling.archive.answers import (
    Answer,
    AnswerRow,
    Countable,
    CountRule,
    DeadlineAnswer,
    FindingAnswer,
    GroupBy,
    NotRead,
    Question,
)
from tildeling.archive.bodies import Bodies, Known, body_of, candidates
from tildeling.archive.changed import change_rows
from tildeling.archive.counting import COUNTS, TABLE_OF, counted
from tildeling.archive.in_force import (
    Holding,
    Letters,
    assignment_rows,
    deadlines_in_force,
    post_rows,
)
from tildeling.archive.places import item_row, letter_row, place_of, row_id, short_hash
from tildeling.archive.searching import POST, SEARCHED, matching
from tildeling.archive.shown import Showable, Shown
from tildeling.archive.store import Row, Store, Where
from tildeling.archive.unread import (
    DOUBT_COLUMNS,
    DOUBTS,
    concerns,
    failed,
    lacking,
    message_in_row,
    told_in,
)
from tildeling.compare.consolidate import consolidate
from tildeling.compare.identity import key_of_number
from tildeling.comparison import ConsolidatedLetter
from tildeling.errors import QuestionError
from tildeling.findings import key_of_post, message_in
from tildeling.letter import Letter
from tildeling.words import Language, Words, to_say, words_in

if TYPE_CHECKING:
    from tildeling.notebook.frames import Frames

# Rows of an answer, where no other limit is asked for.
LIMIT = 100


class Scope(NamedTuple):
    """The letters that a question is about."""

    letters: list[Row]
    bodies: list[Known]
    """Those that the name may mean; empty where none was asked for."""
    note: str | None = None
    """That there are none, in words."""

    @property
    def is_open(self) -> bool:
        """True where a name fits several bodies."""
        return len(self.bodies) > 1

    @property
    def hashes(self) -> list[str]:
        """The SHA-256 of the letters' files."""
        return [letter["sha256"] for letter in self.letters]


class Archive:
    """The letters of one converted folder. Made by `tildeling.load`; it changes nothing in it."""

    def __init__(self, folder: str | os.PathLike[str], language: Language = "nb") -> None:
        """See `tildeling.load`."""
        self._words = words_in(language)
        self._store = Store(Path(folder))
        self._letters = sorted(self._store.rows("letters"), key=_in_order)
        self._bodies = Bodies(self._letters)

    def __len__(self) -> int:
        return len(self._letters)

    def __repr__(self) -> str:
        return f"Archive({os.fspath(self._store.folder)!r}, letters={len(self)})"

    def __iter__(self) -> Iterator[Letter]:
        """The letters themselves, one in memory at a time."""
        return self._store.letters()

    def path_of(self, sha256: str) -> Path | None:
        """Where the file with this SHA-256 is: from the folder, else where it was when it was
        converted; None for no file of it.
        """
        return self._store.path_of(sha256)

    def frames(self) -> Frames:
        """All tables as pandas frames. See `tildeling.to_frames`."""
        from tildeling.notebook.frames import frames_of

        return frames_of(self)

    # The eight questions

    def letters(
        self,
        *,
        body: str | None = None,
        years: str | int | None = None,
        limit: int = LIMIT,
        cursor: str | None = None,
    ) -> Answer:
        """Which letters there are, by body, year and number."""
        scope = self._scope(body, years)
        if scope.is_open:
            return _which("letters", scope)
        rows = Shown((self._of_letters("letters", scope), letter_row))
        shown = scope.letters[_page(limit, cursor)]
        not_read = (*failed(self._store, self._words), *lacking(scope.letters, self._words, shown))
        return _answer("letters", rows, limit, cursor, not_read=not_read, note=scope.note)

    def count(
        self,
        what: Countable = "assignments",
        *,
        body: str | None = None,
        years: str | int | None = None,
        by: GroupBy | None = None,
        rule: CountRule = "marked",
        limit: int = LIMIT,
        cursor: str | None = None,
    ) -> Answer:
        """How many of something the letters give, by a rule that the answer names."""
        scope = self._scope(body, years)
        if scope.is_open:
            return _which("count", scope)
        table = TABLE_OF[what]
        found = counted(table, self._of_letters(table, scope), rule)
        by_letter = found.group_by("sha256").aggregate([(COUNTS, "sum")])
        numbers = Counter(dict(zip(*by_letter.to_pydict().values(), strict=True)))
        groups = None
        if by is not None:
            names = _groups(scope.letters, by)
            groups = dict.fromkeys(sorted(names) if by == "year" else names, 0)
            for name, letter in zip(names, scope.letters, strict=True):
                groups[name] += numbers[letter["sha256"]]
        rows = Shown((found, lambda row: item_row(table, row, row[COUNTS])))
        not_read = self._not_read(scope)
        answer = _answer("count", rows, limit, cursor, not_read=not_read, note=scope.note)
        return answer.model_copy(
            update={"total": numbers.total(), "groups": groups, "counted_by": rule}
        )

    def find(
        self,
        text: str,
        *,
        what: str | None = None,
        body: str | None = None,
        years: str | int | None = None,
        limit: int = LIMIT,
        cursor: str | None = None,
    ) -> Answer:
        """The items whose words hold a text, in any case; a post is found by its number, 291/60.

        `what` is one of the tables: "assignments", "deadlines", "financing", "budget_rows" ...
        """
        if not text.strip():
            raise QuestionError("There is no text to look for.")
        if what not in (None, *SEARCHED):
            raise QuestionError(
                "«{given}» is not looked through.",
                to_say("It is one of {tables}."),
                given=what,
                tables=", ".join(SEARCHED),
            )
        scope = self._scope(body, years)
        if scope.is_open:
            return _which("find", scope)
        rows = Shown(
            *(
                (matching(self._store, table, self._where(scope), text), partial(item_row, table))
                for table in (SEARCHED if what is None else (what,))
            )
        )
        not_read = self._not_read(scope)
        return _answer("find", rows, limit, cursor, not_read=not_read, note=scope.note)

    def in_force(
        self,
        body: str,
        year: int,
        *,
        post: str | None = None,
        number: str | None = None,
        after: int | None = None,
        on: dt.date | None = None,
        limit: int = LIMIT,
        cursor: str | None = None,
    ) -> Answer:
        """What a body may spend, post by post, after an addendum or on a day; else after the last.

        `post` is "291/60", or a chapter alone, "291". With the `number` of an assignment the answer
        is that one, as it stands.
        """
        scope = self._scope(body, year)
        if scope.is_open:
            return _which("in_force", scope)
        letters = _chain(scope.letters, after, on)
        state = self._state(letters)
        wanted = _chapter_and_post(post)
        rows: list[AnswerRow] = []
        if state is not None and number is not None:
            rows += assignment_rows(state, _by_hash(letters), number)
        elif state is not None:
            rows += post_rows(state, _by_hash(letters), wanted)
        note = scope.note
        if letters and not rows and (number is not None or wanted is not None):
            note = self._words.say("None of the letters read names {what}.", what=number or post)
        key = number or (None if wanted is None or wanted[1] is None else key_of_post(*wanted))
        not_read = (*self._not_read(scope, letters, key), *_told_of_chain(state, self._words, key))
        return _answer("in_force", rows, limit, cursor, not_read=not_read, note=note)

    def deadlines(
        self,
        *,
        body: str | None = None,
        years: str | int | None = None,
        start: dt.date | None = None,
        end: dt.date | None = None,
        limit: int = LIMIT,
        cursor: str | None = None,
    ) -> Answer:
        """What falls due between two days, both included; by day, those without one last.

        Where a `body` is asked for, deadlines that a later letter moved or took back are left out.
        """
        scope = self._scope(body, years)
        if scope.is_open:
            return _which("deadlines", scope)
        found = _by_day(_between(self._of_letters("deadlines", scope), start, end))
        not_read = self._not_read(scope)
        if not scope.bodies:
            shown = Shown((found, _deadline_row))
            return _answer("deadlines", shown, limit, cursor, not_read=not_read, note=scope.note)
        held = self._deadlines_in_force(scope, found)
        rows = [_deadline_row(row, held) for row in found.to_pylist()]
        moved = [row for row in rows if row.in_force is False]
        rows = [row for row in rows if row.in_force is not False]
        note = scope.note
        if moved:
            files = ", ".join(sorted({row.file for row in moved}))
            note = self._words.say(
                "Left out, moved or cancelled in a later letter: {number} ({files}).",
                number=len(moved),
                files=files,
            )
        return _answer("deadlines", rows, limit, cursor, not_read=not_read, note=note)

    def changes(
        self,
        body: str,
        year: int,
        *,
        addendum: int | None = None,
        key: str | None = None,
        limit: int = LIMIT,
        cursor: str | None = None,
    ) -> Answer:
        """What the addenda of a year changed, or one of them: assignments, posts, goals ...

        With a `key`, "291/60" or an assignment's number, what happened to that alone.
        """
        scope = self._scope(body, year)
        if scope.is_open:
            return _which("changes", scope)
        state = self._state(scope.letters)
        wanted = None if key is None else _one_key(key)
        rows = [
            row
            for row in (change_rows(state, _by_hash(scope.letters)) if state else ())
            if addendum in (None, row.addendum_number)
            and (wanted is None or (row.key is not None and _one_key(row.key) == wanted))
        ]
        note = scope.note
        if scope.letters and not rows and key is not None:
            note = self._words.say("None of the addenda read changes {what}.", what=key)
        not_read = (*self._not_read(scope), *_told_of_chain(state, self._words, wanted))
        return _answer("changes", rows, limit, cursor, not_read=not_read, note=note)

    def check(
        self,
        *,
        body: str | None = None,
        years: str | int | None = None,
        severity: str | None = None,
        code: str | None = None,
        limit: int = LIMIT,
        cursor: str | None = None,
    ) -> Answer:
        """Where letters contradict themselves, or could not be read; errors first."""
        scope = self._scope(body, years)
        if scope.is_open:
            return _which("check", scope)
        given = {"severity": severity, "code": code}
        where = {column: [value] for column, value in given.items() if value is not None}
        found = _ordered(self._of_letters("findings", scope, where), "severity", _SEVERITIES)
        rows = Shown((found, partial(_finding_row, words=self._words)))
        not_read = failed(self._store, self._words)
        return _answer("check", rows, limit, cursor, not_read=not_read, note=scope.note)

    def evidence(self, id: str) -> Answer:
        """The item that a row's `id` names, with all its places: one row a page it stands on."""
        from tildeling.archive.evidence import rows_of_id

        rows = rows_of_id(self._store, self._letters, id)
        return _answer("evidence", rows, max(len(rows), 1), None)

    # What they share

    def _scope(self, body: str | None, years: str | int | None) -> Scope:
        bodies = self._bodies.meant(body) if body is not None else []
        wanted = _years(years)
        letters = [
            letter
            for letter in self._letters
            if (not bodies or self._bodies.is_of(letter, bodies))
            and (wanted is None or letter["budget_year"] in wanted)
        ]
        return Scope(letters, bodies, None if letters else self._told_empty(bodies, years))

    def _told_empty(self, bodies: list[Known], years: str | int | None) -> str:
        """That there is no letter to a body, for some years, or at all."""
        say = self._words.say
        if bodies and years is not None:
            body = bodies[0].shown
            return say("The archive has no letters to {body} for {years}.", body=body, years=years)
        if bodies:
            return say("The archive has no letters to {body}.", body=bodies[0].shown)
        if years is not None:
            return say("The archive has no letters for {years}.", years=years)
        return say("The archive has no letters.")

    def _of_letters(
        self,
        table: str,
        scope: Scope,
        where: Where | None = None,
        columns: Sequence[str] | None = None,
    ) -> pa.Table:
        """The rows of a table that are of the letters, in the letters' order."""
        asked = {**(where or {}), **self._where(scope)}
        return _ordered(self._store.table(table, asked, columns), "sha256", scope.hashes)

    def _where(self, scope: Scope) -> Where:
        """What tells the letters' rows from others; nothing where it is all of them."""
        whole = len(scope.letters) == len(self._letters)
        return {} if whole else {"sha256": scope.hashes}

    def _state(self, letters: Sequence[Row]) -> ConsolidatedLetter | None:
        """What is in force after a year's letters to one body."""
        read = list(self._store.letters([letter["sha256"] for letter in letters]))
        return consolidate(read) if read else None

    def _deadlines_in_force(self, scope: Scope, found: pa.Table) -> Holding:
        """The deadlines that hold after the letters of each year they are of."""
        years = found["budget_year"].unique().to_pylist()
        states = (
            self._state([letter for letter in scope.letters if letter["budget_year"] == year])
            for year in years
        )
        return deadlines_in_force(one for one in states if one)

    def _not_read(
        self, scope: Scope, letters: Sequence[Row] | None = None, key: str | None = None
    ) -> tuple[NotRead, ...]:
        asked = scope.letters if letters is None else list(letters)
        doubts = self._of_letters("findings", Scope(asked, scope.bodies), DOUBTS, DOUBT_COLUMNS)
        return (
            *failed(self._store, self._words),
            *lacking(asked, self._words),
            *told_in(doubts.to_pylist(), self._words, key),
        )


_SEVERITIES = ("error", "warning", "info")


def _in_order(letter: Row) -> tuple[Any, ...]:
    number = letter["addendum_number"]
    return (
        body_of(letter["agency_key"], letter["agency"]) or "",
        letter["budget_year"] or 0,
        letter["kind"] != "base",
        number is None,
        number or 0,
        letter["date"] or dt.date.min,
        letter["file"],
    )


def _years(years: str | int | None) -> range | None:
    """The years of "2020-2022", "2021" or 2021.

    >>> list(_years("2020-2022")), _years(None)
    ([2020, 2021, 2022], None)
    """
    if years is None:
        return None
    first, _, last = str(years).replace("–", "-").partition("-")
    if not (first.strip().isdecimal() and (not last or last.strip().isdecimal())):
        raise QuestionError(
            "«{given}» is neither a year nor a range of years.",
            to_say("Write 2021, or 2020-2022."),
            given=years,
        )
    return range(int(first), int(last or first) + 1)


def _chapter_and_post(post: str | None) -> tuple[int, int | None] | None:
    """Chapter and post of "291/60"; of "291" the chapter alone."""
    if post is None:
        return None
    chapter, _, number = post.replace(".", "/").partition("/")
    if not (chapter.strip().isdecimal() and (not number or number.strip().isdecimal())):
        raise QuestionError(
            "«{given}» is no chapter and post.", to_say("Write 291/60, or 291."), given=post
        )
    return int(chapter), int(number) if number else None


def _one_key(key: str) -> str:
    """The key of a post, or an assignment's number, in one spelling.

    >>> _one_key("670/01"), _one_key("kap. 670, post 1"), _one_key("2023-2") == _one_key("2023-002")
    ('670/1', '670/1', True)
    """
    post = POST.fullmatch(key)
    return f"{int(post[1])}/{int(post[2])}" if post else key_of_number(key)


def _chain(letters: Sequence[Row], after: int | None, on: dt.date | None) -> list[Row]:
    """The letters of a year up to an addendum, or to a day."""
    return [
        letter
        for letter in letters
        if (after is None or letter["kind"] == "base" or (letter["addendum_number"] or 0) <= after)
        and (on is None or letter["date"] is None or letter["date"] <= on)
    ]


def _by_hash(letters: Iterable[Row]) -> Letters:
    return {letter["sha256"]: letter for letter in letters}


def _groups(letters: Sequence[Row], by: GroupBy) -> list[str]:
    """The group of each letter. Of files with one name each is its own, told by its SHA-256."""
    named = Counter(letter["file"] for letter in letters)

    def group(letter: Row) -> str:
        if by == "year":
            return str(letter["budget_year"] or "unknown")
        if by == "body":
            return str(letter["agency_key"] or letter["agency"] or "unknown")
        if by == "ministry":
            return str(letter["ministry"] or "unknown")
        alone = named[letter["file"]] == 1
        return str(letter["file"] if alone else f"{letter['file']} ({short_hash(letter)})")

    return list(map(group, letters))


def _ordered(table: pa.Table, column: str, values: Sequence[str]) -> pa.Table:
    """The rows that have one of the values in a column, in the order of these."""
    place = pc.index_in(table[column], value_set=pa.array(values, pa.string()))
    known = pc.is_valid(place)
    return table.filter(known).take(pc.sort_indices(place.filter(known)))


def _between(table: pa.Table, start: dt.date | None, end: dt.date | None) -> pa.Table:
    """The deadlines that are due, or begin, on the days asked for."""
    first = pc.coalesce(table["start"], table["date"])
    if start is not None:
        table, first = (
            each.filter(pc.greater_equal(table["date"], start)) for each in (table, first)
        )
    if end is not None:
        table = table.filter(pc.less_equal(first, end))
    return table


def _by_day(deadlines: pa.Table) -> pa.Table:
    """Deadlines by day, those without one last."""
    page = pc.fill_null(deadlines["page"], 0)
    keys = [(name, "ascending") for name in ("date", "file", "on_page")]
    return deadlines.append_column("on_page", page).sort_by(keys)


def _deadline_row(row: Row, held: Holding | None = None) -> DeadlineAnswer:
    found = place_of(row)
    place = (found["page"], found["bbox"], found["words"])
    return DeadlineAnswer(
        **found,
        in_force=held and held.has(row["assignment"], row["sha256"], place, row["sentence"]),
        id=row_id("deadlines", row),
        date=row["date"],
        start=row["start"],
        precision=row["precision"],
        status=row["status"],
        label=row["label"],
        sentence=row["sentence"],
        assignment_number=row["assignment_number"],
    )


def _finding_row(row: Row, words: Words) -> FindingAnswer:
    return FindingAnswer(
        **place_of(row),
        id=row_id("findings", row),
        code=row["code"],
        severity=row["severity"],
        key=row["key"],
        message=message_in_row(row, words),
    )


def _told_of_chain(
    state: ConsolidatedLetter | None, words: Words, key: str | None = None
) -> Iterator[NotRead]:
    for finding in state.findings if state else ():
        if concerns(finding.key, key):
            yield NotRead(reason=message_in(finding, words), code=finding.code, key=finding.key)


def _which(question: Question, scope: Scope) -> Answer:
    """The answer to a question about a name that fits several bodies: which are there."""
    return Answer(question=question, total=0, candidates=candidates(scope.bodies))


def _answer(
    question: Question,
    rows: Showable,
    limit: int,
    cursor: str | None,
    *,
    not_read: Iterable[NotRead] = (),
    note: str | None = None,
) -> Answer:
    page = _page(limit, cursor)
    return Answer(
        question=question,
        rows=tuple(rows[page]),
        total=len(rows),
        not_read=tuple(dict.fromkeys(not_read)),
        note=note,
        cursor=str(page.stop) if page.stop < len(rows) else None,
    )


def _page(limit: int, cursor: str | None) -> slice:
    """The rows that an answer shows."""
    if limit < 1:
        raise QuestionError("The limit is at least 1.")
    if cursor is not None and not cursor.isdecimal():
        raise QuestionError("«{given}» is no cursor of an answer.", given=cursor)
    first = int(cursor or 0)
    return slice(first, first + limit)
