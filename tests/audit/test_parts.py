"""What a letter of its kind has, and this one has not, is told as `missing_part`."""

from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import cast

import tildeling
from tildeling.audit.case import Case
from tildeling.audit.parts import (
    absent_attachment,
    missing_goals,
    unmeasured_goal,
    untargeted_indicator,
)
from tildeling.letter import Attachment, Finding, Goal, Indicator, Letter, Source, Target

BASE = Letter(
    source=Source(name="brev.pdf", sha256="", pages=2, producer=None, text_source="pdf"),
    kind="base",
    title="Tildelingsbrev 2026",
    language="nb",
)
OUTER = Goal(number="1", title="Trygge veier")
INNER = Goal(number="1.1", title="Færre ulykker", level=2, parent=0)
APART = Goal(number="2", title="Rene fjorder")
TARGET = Target(text="minst 85 prosent", comparison="at_least")
RESULT = Target(text="79 prosent", role="result")


def told(check: Callable[[Case], Iterator[Finding]], **fields: object) -> list[str | None]:
    letter = BASE.model_copy(update=fields)
    findings = list(check(cast(Case, SimpleNamespace(letter=letter))))
    assert all((one.code, one.severity) == ("missing_part", "info") for one in findings)
    return [one.key for one in findings]


def test_a_base_letter_without_goals_is_told() -> None:
    assert told(missing_goals) == [None]
    assert told(missing_goals, goals=(APART,)) == []


def test_an_addendum_needs_no_goals() -> None:
    assert told(missing_goals, kind="addendum") == []


def test_a_goal_is_measured_by_its_own_indicator_or_by_one_of_a_goal_under_it() -> None:
    goals = (OUTER, INNER, APART)
    measure = Indicator(number=None, text="Antall ulykker", goal=1)
    assert told(unmeasured_goal, goals=goals, indicators=(measure,)) == ["2"]
    over = Indicator(number=None, text="Antall ulykker", goal=0)
    assert told(unmeasured_goal, goals=goals, indicators=(over,)) == ["1.1", "2"]


def test_a_past_result_is_no_target() -> None:
    indicators = (
        Indicator(number="a", text="Tilfredse brukere", targets=(RESULT, TARGET)),
        Indicator(number="b", text="Åpne data", targets=(RESULT,)),
    )
    assert told(untargeted_indicator, indicators=indicators) == ["b"]


def test_an_attachment_that_is_only_announced_is_told() -> None:
    here = Attachment(number="1", title="Styringskalender", page=2)
    absent = Attachment(number="2", title="Fellesføringer")
    assert told(absent_attachment, attachments=(here, absent)) == ["2"]


def test_a_plain_text_has_no_pages_to_look_for_attachments_on() -> None:
    source = BASE.source.model_copy(update={"pages": None})
    absent = Attachment(number="2", title="Fellesføringer")
    assert told(absent_attachment, attachments=(absent,), source=source) == []


def test_a_letter_is_told_of_its_missing_goals_when_it_is_parsed() -> None:
    letter = tildeling.parse_text("Tildelingsbrev 2026 til Norsk polarinstitutt\n\n1. Innledning\n")
    assert "missing_part" in {one.code for one in letter.findings}


def test_a_state_body_s_base_letter_has_the_common_requirements_of_its_year() -> None:
    text = (
        "Kulturdepartementet\n\nLotteri- og stiftelsestilsynet\n\nDato 20. desember 2021\n\n"
        "{title}\n\n1. Mål\n\nTilsynet skal redusere konsulentbruken.\n"
    )
    base = tildeling.parse_text(
        text.format(title="Tildelingsbrev for 2022 til Lotteri- og stiftelsestilsynet")
    )
    told = [one for one in base.findings if one.rule == "missing_common_requirement"]
    assert [(one.severity, one.values["title"]) for one in told] == [("info", "Lærlinger")]
    addendum = tildeling.parse_text(
        text.format(title="Tillegg nr. 1 til tildelingsbrev for 2022 til Lotteritilsynet")
    )
    assert "missing_common_requirement" not in {one.rule for one in addendum.findings}
