"""Deadlines that another deadline of the letter gives."""

import datetime as dt

import pytest

from set_letters import found, read_letter
from tildeling.letter import Deadline, Letter

REPORT = "Årsrapporten for 2024 skal sendes departementet innen 15. september 2025."
TERTIALS = (
    "Tertialrapport 1 sendes innen 1. juli 2025. "
    "Rapporten for andre tertial skal sendes innen 1. oktober 2025."
)
AUTUMN = dt.date(2025, 10, 1)


def letter_with(field: str, reporting: str) -> Letter:
    """A letter with one assignment, which ends in a line, and a section about reports."""
    return read_letter(f"""= Oppdrag
*Oppdrag 2025-01 Lekeplasser*

Tilsynet skal lage en plan for kontroll av lekeplasser.

{field}

= Rapportering
{reporting}
""")


def deadlines(field: str, reporting: str = REPORT) -> tuple[Deadline, ...]:
    (assignment,) = letter_with(field, reporting).assignments
    return assignment.deadlines


@pytest.mark.parametrize(
    "field",
    [
        "samme dag som årsrapporten",
        "Same dag som årsrapporten",
        "samme tidspunkt som årsrapport for 2024",
        "samme frist som for årsrapporten",
        "Samtidig med årsrapporten",
        "samstundes med årsrapporten",
        "Leveres sammen med årsrapporten.",
        "Blir levert saman med årsrapporten.",
        "Innen fristen for årsrapporten",
        "Innan fristen for innsending av årsrapporten",
        "Innen frist for årsrapporten",
        "Følger frist til årsrapporten",
        "Følgjer fristar til årsrapporten",
        "Som for årsrapport",
        "Ved innsending av årsrapporten",
    ],
)
def test_a_field_takes_the_day_that_the_letter_sets_for_what_it_names(field: str) -> None:
    (deadline,) = deadlines(f"*Frist:* {field}")
    assert (deadline.date, deadline.precision) == (dt.date(2025, 9, 15), "day")
    assert field.startswith(deadline.text) or deadline.text in field
    assert "15. september" in " ".join(each.text for each in deadline.evidence)


@pytest.mark.parametrize(
    "field",
    [
        "samtidig med tertialrapporten for 2. tertial",
        "samtidig med 2. tertialrapport",
        "sammen med tertialrapport 2",
        "samme dag som rapporten for andre tertial",
    ],
)
def test_of_several_reports_the_number_tells_which(field: str) -> None:
    assert [each.date for each in deadlines(f"*Frist:* {field}", TERTIALS)] == [AUTUMN]


@pytest.mark.parametrize(
    ("field", "reporting"),
    [
        ("samme dag som tertialrapporten", TERTIALS),
        ("samme dag som årsrapporten", "Årsrapporten sendes departementet."),
        ("samme dag som årsrapporten for 2025", REPORT),
        ("samtidig med etatsstyringsmøtet", REPORT),
        ("samme dag som årsrapporten", "Resultatene omtales i årsrapporten innen 1. august 2025."),
        (
            "samme dag som årsrapporten",
            "Årsrapport og virksomhetsplan sendes innen 1. august og 1. september 2025.",
        ),
    ],
)
def test_a_day_that_the_letter_does_not_set_alone_is_told(field: str, reporting: str) -> None:
    letter = letter_with(f"*Frist:* {field}", reporting)
    (deadline,) = letter.assignments[0].deadlines
    assert (deadline.date, deadline.status, deadline.text) == (None, "dated", field)
    assert ("unread", "2025-01") in found(letter)


def test_a_day_that_is_printed_too_is_the_one_deadline() -> None:
    (deadline,) = deadlines("*Frist:* samtidig med årsrapporten, 20. september 2025")
    assert deadline.date == dt.date(2025, 9, 20)


def test_what_happens_at_the_same_time_is_no_deadline_after_a_day() -> None:
    field = "*Frist:* 20. september 2025. Arbeidet skjer samtidig med kartleggingen i kommunene."
    assert [each.date for each in deadlines(field)] == [dt.date(2025, 9, 20)]


def test_the_label_may_stand_on_a_line_of_its_own_or_without_a_colon() -> None:
    for field in ("*Frist*\n\nSamme dag som årsrapporten", "Frist samme dag som årsrapporten"):
        assert [each.date for each in deadlines(field)] == [dt.date(2025, 9, 15)]


def test_prose_borrows_a_day_for_what_is_handed_in_alone() -> None:
    for sentence, days in (
        ("Planen skal sendes departementet samtidig med årsrapporten.", [dt.date(2025, 9, 15)]),
        ("Planen skal ses sammen med årsrapporten.", []),
        ("Kommunene skal sende sine planer samtidig med årsrapporten.", []),
        ("Planen skal sendes departementet samtidig med budsjettforslaget.", []),
    ):
        assert [each.date for each in deadlines(sentence)] == days


def test_what_runs_on_after_a_title_borrows_a_day_too() -> None:
    (assignment,) = read_letter(f"""#heading(numbering: none)[2. Oppdrag]
*Lekeplasser* Tilsynet skal lage en plan. Planen leveres samtidig med årsrapporten.

#heading(numbering: none)[3. Rapportering]
{REPORT}
""").assignments
    assert assignment.title == "Lekeplasser"
    assert [each.date for each in assignment.deadlines] == [dt.date(2025, 9, 15)]


def test_a_row_of_a_calendar_borrows_the_day_of_another() -> None:
    letter = read_letter("""= Rapportering
#table(columns: 2, [*Hva*], [*Frist*], [Årsrapport], [15. september 2025],
  [Risikovurdering], [samme dag som årsrapporten], [Internrevisjon], [samtidig med prognosen])
""")
    assert [each.date for each in letter.deadlines] == [dt.date(2025, 9, 15)] * 2 + [None]
    assert found(letter) == [("unread", None)]


@pytest.mark.parametrize(
    "field",
    [
        "1. september hvert år til og med 2028",
        "1. september kvart år t.o.m. 2028",
        "årlig 1. september, til og med 2028",
        "innen 1. september hvert år, siste gang 1. september 2028",
    ],
)
def test_the_last_time_of_what_recurs_is_no_deadline_of_its_own(field: str) -> None:
    (deadline,) = deadlines(f"*Frist:* {field}")
    assert (deadline.date, deadline.recurrence) == (dt.date(2025, 9, 1), "yearly")
