"""What is in force after a base letter and its addenda."""

import datetime as dt
import hashlib
import tomllib
from pathlib import Path
from typing import Any

import pytest

from made_letters import assignment, dated, letter
from tildeling import ConsolidatedLetter, Letter, consolidate, parse
from tildeling.letter import Body, Source

CHAIN = Path(__file__).parents[1] / "fixtures" / "letters" / "kjede"
FACTS = tomllib.loads((CHAIN / "kjede.facts.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def letters() -> list[Letter]:
    return [parse(CHAIN / name) for name in FACTS["letters"]]


@pytest.fixture(scope="module")
def chain(letters: list[Letter]) -> ConsolidatedLetter:
    return consolidate(letters)


def source(name: str) -> Source:
    """A file of its own."""
    digest = hashlib.sha256(name.encode()).hexdigest()
    return Source(name=name, sha256=digest, pages=1, producer=None, text_source="pdf")


def numbered(number: int, **changes: Any) -> Letter:
    """An addendum of its own, of one agency and year."""
    plain: dict[str, Any] = {
        "source": source(f"{number} {changes}"),
        "addendum_number": number,
        "title": f"Tillegg nr. {number}",
        "date": dt.date(2026, 1 + number, 1),
        "agency": Body(name="Vegtilsynet", abbreviation="VT"),
    }
    return letter(**plain | changes)


def base(**changes: Any) -> Letter:
    plain: dict[str, Any] = {
        "source": source(f"base {changes}"),
        "kind": "base",
        "addendum_number": None,
        "title": "Tildelingsbrev for 2026",
        "date": dt.date(2026, 1, 5),
        "agency": Body(name="Vegtilsynet", abbreviation="VT"),
    }
    return letter(**plain | changes)


def codes(chain: ConsolidatedLetter) -> list[tuple[str, str | None]]:
    return [(finding.code, finding.key) for finding in chain.findings]


@pytest.mark.parametrize("facts", FACTS["assignments"], ids=lambda facts: facts["number"])
def test_an_assignment_stands_as_the_letters_say(
    chain: ConsolidatedLetter, facts: dict[str, Any]
) -> None:
    entry = next(one for one in chain.assignments if one.number == facts["number"])
    assert entry.assignment.title == facts["title"]
    assert list(entry.former_numbers) == facts.get("former_numbers", [])
    assert [{"letter": step.letter, "event": step.event} for step in entry.history] == facts[
        "history"
    ]
    if "deadlines" in facts:
        deadlines = [{"date": one.date, "status": one.status} for one in entry.assignment.deadlines]
        assert deadlines == facts["deadlines"]


def test_no_assignment_is_made_up(chain: ConsolidatedLetter) -> None:
    assert len(chain.assignments) == len(FACTS["assignments"])


@pytest.mark.parametrize("facts", FACTS["budget"], ids=lambda facts: str(facts["post"]))
def test_a_post_comes_to_what_the_letters_say(
    chain: ConsolidatedLetter, facts: dict[str, Any]
) -> None:
    post = next(one for one in chain.budget if one.post == facts["post"])
    assert post.chapter == facts["chapter"]
    assert post.amount == facts.get("amount", facts.get("amount_computed"))
    for step, said in zip(post.history, facts["history"], strict=True):
        assert {name: getattr(step, name) for name in said} == said


def test_findings_name_the_post_and_how_far_it_is_off(chain: ConsolidatedLetter) -> None:
    assert codes(chain) == [("previous_amount_mismatch", "1545/21"), ("row_arithmetic", "1545/70")]
    assert "1 500 000 kr mindre" in chain.findings[0].message
    assert "400 000 kr mer" in chain.findings[1].message
    assert all(finding.letter == 3 and finding.evidence for finding in chain.findings)


def test_a_step_of_the_history_has_its_page(chain: ConsolidatedLetter) -> None:
    for entry in chain.assignments:
        for step in entry.history:
            assert [piece.page for piece in step.evidence]


def test_letters_in_any_order_come_to_the_same(
    letters: list[Letter], chain: ConsolidatedLetter
) -> None:
    assert consolidate(letters[::-1]) == chain
    assert consolidate([letters[2], letters[0], letters[3], letters[1]]) == chain


def test_json_is_read_back_as_it_was(chain: ConsolidatedLetter) -> None:
    assert ConsolidatedLetter.model_validate_json(chain.model_dump_json()) == chain


def test_a_number_left_out_is_a_finding_that_names_it() -> None:
    chain = consolidate([base(), numbered(1), numbered(4)])
    assert codes(chain) == [("missing_letter", "2"), ("missing_letter", "3")]
    assert [one.number for one in chain.letters] == [0, 1, 4]


def test_a_chain_without_its_base_letter_says_so() -> None:
    assert codes(consolidate([numbered(1)])) == [("missing_letter", "0")]


def test_a_letter_given_twice_counts_once() -> None:
    given = numbered(1, assignments=(assignment(),))
    chain = consolidate([base(), given, given])
    assert [one.number for one in chain.letters] == [0, 1]
    assert codes(chain) == [("duplicate_number", "1")]
    assert [len(entry.history) for entry in chain.assignments] == [1]


def test_a_letter_to_another_agency_is_told_and_left_out() -> None:
    other = numbered(
        2, agency=Body(name="Jernbanetilsynet"), assignments=(assignment(title="Noe annet"),)
    )
    chain = consolidate([base(assignments=(assignment(),)), other, numbered(1)])
    assert codes(chain) == [("missing_letter", "2")]
    assert "Jernbanetilsynet" in chain.findings[0].message
    assert [entry.assignment.title for entry in chain.assignments] == ["Ny veileder"]


def test_a_letter_of_another_year_is_told_and_left_out() -> None:
    chain = consolidate([base(), numbered(1, budget_year=2025), numbered(1)])
    assert [one.year for one in chain.letters] == [2026, 2026]
    assert "2025" in chain.findings[0].message


def test_an_agency_named_by_its_short_form_is_the_same() -> None:
    chain = consolidate([base(), numbered(1, agency=Body(name="VT"))])
    assert chain.findings == ()


def test_an_addendum_without_a_number_is_placed_by_its_date() -> None:
    loose = numbered(0, addendum_number=None, title="Korrigering", date=dt.date(2026, 2, 15))
    chain = consolidate([loose, numbered(2), numbered(1), base()])
    assert [one.number for one in chain.letters] == [0, 1, None, 2]


def test_letters_without_any_date_do_not_stop_it() -> None:
    undated = [
        numbered(1, date=None),
        numbered(2, date=None, addendum_number=None),
        base(date=None),
    ]
    assert [one.number for one in consolidate(undated).letters] == [0, 1, None]


def test_no_letter_is_no_chain() -> None:
    with pytest.raises(ValueError, match="at least one letter"):
        consolidate([])


def test_two_letters_with_one_number_are_both_read() -> None:
    again = numbered(1, date=dt.date(2026, 3, 3), assignments=(assignment(number="2026-08"),))
    chain = consolidate([base(), numbered(1, assignments=(assignment(),)), again])
    assert len(chain.assignments) == 2
    assert codes(chain) == [("duplicate_number", "1")]


def test_a_start_at_once_is_not_due_beside_a_day() -> None:
    at_once = dated("2026-05-01", date=None, precision=None, status="immediate", text="snarest")
    given = assignment(deadlines=(dated("2026-05-01"), at_once))
    chain = consolidate([base(assignments=(given,))])
    assert [one.status for one in chain.assignments[0].assignment.deadlines] == ["dated"]
