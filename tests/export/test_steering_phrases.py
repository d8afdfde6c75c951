"""Goals, targets and the rest in a few Norwegian words."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, get_args

import pytest

from made_letters import at, authorisation, payment, reporting, target
from tildeling.export.steering_phrases import (
    AUTHORISATION_KINDS,
    COMPARISONS,
    DOCUMENTS,
    UNITS,
    WORDINGS,
    authorised,
    begins_on,
    goal_name,
    in_documents,
    paid_when,
    reached,
    reached_in,
)
from tildeling.letter import (
    Attachment,
    AuthorisationKind,
    CommonWording,
    Comparison,
    Goal,
    ReportDocument,
    Unit,
    Within,
)
from tildeling.words import words_in

NB = words_in("nb")


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"comparison": "at_least"}, "minst 85 prosent"),
        ({"comparison": "equal"}, "85 prosent"),
        ({"comparison": "between", "value_to": Decimal(90)}, "mellom 85 og 90 prosent"),
        ({"comparison": "at_most", "value": Decimal(60), "unit": "days"}, "høyst 60 dager"),
        ({"comparison": "decrease", "value": Decimal(1), "unit": "months"}, "redusere med 1 måned"),
        ({"value": Decimal("4.2"), "unit": "score"}, "4,2 poeng"),
        ({"value": Decimal(12_500), "unit": "count"}, "12\u00a0500"),
        ({"value": None, "text": "skal øke."}, "skal øke"),
        (
            {"comparison": "at_least", "within": Within(value=Decimal(1), unit="weeks")},
            "minst 85 prosent innen 1 uke",
        ),
    ],
)
def test_a_target_is_told_as_it_was_read(fields: dict[str, Any], words: str) -> None:
    assert reached(target(**fields), NB) == words


def test_a_past_result_is_told_as_one() -> None:
    assert reached_in(target(role="result", year=2025), NB) == "resultat 85 prosent (2025)"
    assert reached_in(target(year=None), NB) == "85 prosent"


def test_all_that_a_letter_may_hold_has_words() -> None:
    assert set(COMPARISONS) == set(get_args(Comparison))
    assert set(WORDINGS) == set(get_args(CommonWording))
    assert set(UNITS) == set(get_args(Unit))
    assert set(DOCUMENTS) == set(get_args(ReportDocument))
    assert set(AUTHORISATION_KINDS) == set(get_args(AuthorisationKind))


def test_a_goal_has_its_number_and_says_whether_it_stands_under_another() -> None:
    assert goal_name(Goal(number=None, title="Trygg ferdsel"), NB) == "Mål: Trygg ferdsel"
    assert goal_name(Goal(number="2.1", title="Trygg", level=2), NB) == "Delmål 2.1: Trygg"


def test_a_requirement_names_all_documents_it_goes_into() -> None:
    both = reporting(documents=("tertial_report", "annual_report"))
    assert in_documents(both, NB) == "tertialrapport, årsrapport"
    assert in_documents(reporting(documents=()), NB) == "årsrapport"
    assert in_documents(reporting(document=None, documents=()), NB) == ""


def test_an_authorisation_says_the_other_post_and_its_ceiling() -> None:
    under = authorisation(kind="use_under", counter_chapter=291, counter_post=60)
    assert authorised(under, NB) == "kan nyttes under 291/60"
    assert authorised(authorisation(amount=5_000_000), NB) == (
        "overskride mot merinntekter, mot 3291/2, inntil 5\u00a0000\u00a0000 kroner"
    )


def test_an_attachment_that_is_only_named_says_where() -> None:
    named = Attachment(number="2", title="Mal", evidence=at(3))
    assert begins_on(named, NB) == "nevnt s. 3"
    assert begins_on(named.model_copy(update={"page": 4}), NB) == "s. 4"


def test_a_payment_without_a_day_says_none() -> None:
    assert (paid_when(payment(), NB), paid_when(payment(date=None), NB)) == ("15.04.2026", "")
