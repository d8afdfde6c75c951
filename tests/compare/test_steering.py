"""Goals, indicators, reporting and authorisations: what is the same, what moved, what fell."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from made_letters import at, authorisation, dated, indicator, letter, reporting, target
from steering_letters import addendum as printed_addendum
from steering_letters import first_year, second_year
from tildeling import ConsolidatedLetter, Letter, LetterDiff, consolidate, diff
from tildeling.comparison import Change
from tildeling.letter import Body, Goal, Indicator, Source, Target, Within


def base(year: int = 2026, **changes: Any) -> Letter:
    """A base letter of a year."""
    return letter(
        kind="base",
        addendum_number=None,
        title=f"Tildelingsbrev for {year}",
        budget_year=year,
        date=dt.date(year - 1, 12, 20),
        source=source(f"{year} {changes}"),
        agency=Body(name="Vegtilsynet"),
        **changes,
    )


def addendum(number: int = 1, **changes: Any) -> Letter:
    """An addendum to the base letter of 2026."""
    return letter(
        addendum_number=number,
        title=f"Tillegg nr. {number}",
        date=dt.date(2026, 1 + number, 1),
        source=source(f"{number} {changes}"),
        agency=Body(name="Vegtilsynet"),
        **changes,
    )


def source(name: str) -> Source:
    return Source(name="brev.pdf", sha256=name, pages=16, producer=None, text_source="pdf")


def goal(title: str, number: str | None = None, **changes: Any) -> Goal:
    return Goal(number=number, title=title, evidence=at(10), **changes)


def share(value: int, year: int | None = 2026, **changes: Any) -> Target:
    """At least so many per cent."""
    plain = {"text": f"minst {value} pst.", "comparison": "at_least", "value": Decimal(value)}
    return target(**plain | {"year": year} | changes)


def measured(text: str, *targets: Target, **changes: Any) -> Indicator:
    return indicator(**{"number": None, "text": text, "goal": None, "targets": targets} | changes)


def kinds(old: Letter, new: Letter) -> list[tuple[str, str | None]]:
    return [(change.kind, change.key) for change in diff(old, new).changes]


def only(old: Letter, new: Letter) -> Change:
    (change,) = diff(old, new).changes
    return change


SAFE, FEW = "Trygg ferdsel på vegene", "Få alvorlige ulykker i tunneler"
IN_TIME = "Andel søknader avgjort innen fristen"


# ---- goals


def test_goals_are_the_same_by_title_wherever_they_stand() -> None:
    old = base(2025, goals=(goal(SAFE, "1"), goal(FEW, "2")))
    new = base(2026, goals=(goal("Få alvorlege ulykker i tunnelar", "1"), goal(f"{SAFE}.", "2")))
    assert kinds(old, new) == [
        ("goal_added", "1"),
        ("goal_changed", "2"),
        ("goal_removed", "2"),
    ]


def test_a_goal_in_nearly_the_same_words_under_its_number_is_changed() -> None:
    old = base(2025, goals=(goal("Trygg ferdsel på vegene i hele landet", "1"),))
    new = base(2026, goals=(goal("Trygg ferdsel på vegane i hele landet", "1"),))
    change = only(old, new)
    assert (change.kind, change.key) == ("goal_changed", "1")
    assert change.evidence_old[0].page == change.evidence_new[0].page == 10


def test_two_goals_that_differ_by_a_figure_are_two() -> None:
    old = base(2025, goals=(goal("Gode tjenester i fagområde 1"),))
    new = base(2026, goals=(goal("Gode tjenester i fagområde 2"),))
    assert [kind for kind, _ in kinds(old, new)] == ["goal_added", "goal_removed"]


def test_next_year_s_goal_is_the_same_with_next_year_s_number() -> None:
    old = base(2025, goals=(goal("Økt sikkerhet i 2025"),))
    assert kinds(old, base(2026, goals=(goal("Økt sikkerhet i 2026"),))) == []


def test_a_number_that_is_left_out_is_no_change() -> None:
    old = base(2025, goals=(goal(SAFE, "1"),))
    assert kinds(old, base(2026, goals=(goal(SAFE),))) == []


def test_a_goal_under_another_goal_than_before_is_changed() -> None:
    under = "God opplæring av førere"
    old = base(2025, goals=(goal(SAFE), goal(FEW), goal(under, level=2, parent=0)))
    new = base(2026, goals=(goal(SAFE), goal(FEW), goal(under, level=2, parent=1)))
    change = only(old, new)
    assert (change.kind, change.label, change.goal) == ("goal_changed", under, FEW)


# ---- indicators and targets


def test_a_target_moves() -> None:
    old = base(2025, indicators=(measured(IN_TIME, share(85, 2025)),))
    new = base(2026, indicators=(measured(IN_TIME, share(90, 2026)),))
    change = only(old, new)
    assert (change.kind, change.key, change.label) == ("target_changed", IN_TIME, IN_TIME)
    assert [getattr(one, "value", None) for one in (change.old, change.new)] == [85, 90]


def test_the_same_target_a_year_later_is_no_change_and_neither_is_another_year_s_result() -> None:
    def asked(year: int, result: int) -> Letter:
        was = share(result, year - 1, role="result", comparison=None)
        return base(year, indicators=(measured(IN_TIME, was, share(85, year)),))

    assert kinds(asked(2025, 80), asked(2026, 83)) == []


def test_a_result_that_is_given_anew_for_its_year_is_told() -> None:
    def told(result: int) -> Letter:
        was = share(result, 2025, role="result", comparison=None)
        return base(2026, indicators=(measured(IN_TIME, was),))

    assert only(told(80), told(81)).kind == "target_changed"


def test_of_several_targets_the_one_with_its_time_moves() -> None:
    four, eight = (Within(value=Decimal(weeks), unit="weeks") for weeks in (4, 8))
    before = (share(80, within=four), share(99, within=eight))
    after = (share(99, within=eight), share(85, within=four))
    old = base(2025, indicators=(measured(IN_TIME, *before),))
    new = base(2025, indicators=(measured(IN_TIME, *after),))
    change = only(old, new)
    assert [getattr(one, "value", None) for one in (change.old, change.new)] == [80, 85]


def test_targets_for_years_ahead_are_compared_year_by_year() -> None:
    def ahead(year: int, *values: int) -> Letter:
        targets = [share(value, year + after) for after, value in enumerate(values)]
        return base(year, indicators=(measured(IN_TIME, *targets),))

    changes = diff(ahead(2025, 80, 82, 84), ahead(2026, 82, 86, 88)).changes
    assert [
        (change.kind, getattr(change.new, "year", None), getattr(change.new, "value", None))
        for change in changes
    ] == [("target_changed", 2027, 86), ("target_added", 2028, 88)]


def test_a_sentence_that_is_measure_and_target_is_one_indicator_whose_target_moved() -> None:
    def asked(value: int) -> Letter:
        text = f"Minst {value} pst. av søknadene skal avgjøres innen fristen"
        return base(2026, indicators=(measured(text, share(value)),))

    assert [kind for kind, _ in kinds(asked(85), asked(90))] == ["target_changed"]


def test_an_indicator_is_reworded_dropped_or_new() -> None:
    old = base(2025, indicators=(measured("Andel søknadar avgjort innan fristen"), measured(FEW)))
    new = base(2026, indicators=(measured("Antall tilsyn"), measured(IN_TIME)))
    assert kinds(old, new) == [
        ("indicator_added", "Antall tilsyn"),
        ("indicator_changed", IN_TIME),
        ("indicator_removed", FEW),
    ]


def test_like_indicators_stay_under_their_goals() -> None:
    def asked(year: int, *goals: tuple[int, int]) -> Letter:
        told = [measured("Antall klager", share(value, year), goal=place) for place, value in goals]
        return base(year, goals=(goal(SAFE), goal(FEW)), indicators=tuple(told))

    old, new = asked(2025, (0, 10), (1, 20)), asked(2026, (1, 20), (0, 15))
    change = only(old, new)
    assert (change.kind, change.goal) == ("target_changed", SAFE)


def test_an_indicator_that_moves_to_another_goal_is_changed() -> None:
    goals = (goal(SAFE), goal(FEW))
    old = base(2025, goals=goals, indicators=(measured(IN_TIME, goal=0),))
    new = base(2026, goals=goals, indicators=(measured(IN_TIME, goal=1),))
    change = only(old, new)
    assert (change.kind, change.goal) == ("indicator_changed", FEW)


def test_an_indicator_goes_on_under_the_new_words_of_its_goal() -> None:
    old = base(2025, goals=(goal(SAFE),), indicators=(measured(IN_TIME, goal=0),))
    new = base(2026, goals=(goal("Ingen skal dø"),), indicators=(measured(IN_TIME, goal=0),))
    assert [kind for kind, _ in kinds(old, new)] == ["goal_added", "goal_removed"]


# ---- reporting


def test_a_requirement_moves_with_its_deadline() -> None:
    old = base(2025, reporting=(reporting(deadlines=(dated("2026-03-15"),)),))
    assert kinds(old, base(2026, reporting=(reporting(deadlines=(dated("2027-03-15"),)),))) == []
    change = only(old, base(2026, reporting=(reporting(deadlines=(dated("2027-03-01"),)),)))
    assert (change.kind, change.key) == (
        "reporting_changed",
        "Vegtilsynet skal rapportere om tilsyn i årsrapporten.",
    )


def test_two_years_reports_of_one_letter_go_on_as_those_of_the_next() -> None:
    def asked(year: int) -> Letter:
        return base(
            year,
            reporting=tuple(
                reporting(
                    text=f"Årsrapport for {of} leveres", deadlines=(dated(f"{of + 1}-03-15"),)
                )
                for of in (year - 1, year)
            ),
        )

    assert kinds(asked(2025), asked(2026)) == []


def test_a_requirement_for_another_report_is_changed() -> None:
    old = base(2026, reporting=(reporting(),))
    new = base(2026, reporting=(reporting(document="separate", documents=("separate",)),))
    assert only(old, new).kind == "reporting_changed"


def test_requirements_come_and_go_between_base_letters_only() -> None:
    old = base(2026, reporting=(reporting(),))
    other = reporting(text="Det skal gis en vurdering av risiko.")
    added = ("reporting_added", "Det skal gis en vurdering av risiko.")
    removed = ("reporting_removed", "Vegtilsynet skal rapportere om tilsyn i årsrapporten.")
    assert kinds(old, base(2026, reporting=(other,))) == [added, removed]
    assert kinds(old, addendum(reporting=(other,))) == [added]


# ---- authorisations


def commitment(amount: int | None, **changes: Any) -> Any:
    words = f"pådra forpliktelser ut over bevilgningen for inntil {amount} kroner"
    plain = {"kind": "commitment", "counter_chapter": None, "counter_post": None, "text": words}
    return authorisation(**plain | {"amount": amount} | changes)


def test_a_ceiling_is_changed() -> None:
    old, new = (base(2026, authorisations=(commitment(sum_),)) for sum_ in (5_000_000, 6_500_000))
    change = only(old, new)
    assert (change.kind, change.key, change.delta) == (
        "authorisation_changed",
        "commitment 291/1",
        1_500_000,
    )


def test_a_ceiling_in_per_cent_is_changed() -> None:
    old, new = (
        base(2026, authorisations=(authorisation(text=f"overskride med inntil {share} pst."),))
        for share in (5, 10)
    )
    assert only(old, new).kind == "authorisation_changed"


def test_an_authorisation_in_other_words_is_the_same() -> None:
    old = base(2025, authorisations=(authorisation(text="fullmakt til å overskride posten"),))
    new = base(2026, authorisations=(authorisation(text="merinntekter kan nyttes"),))
    assert kinds(old, new) == []


def test_authorisations_on_other_posts_or_against_others_are_others() -> None:
    old = base(2025, authorisations=(authorisation(), authorisation(kind="transferable")))
    new = base(2026, authorisations=(authorisation(counter_post=3),))
    assert kinds(old, new) == [
        ("authorisation_added", "additional_revenue 291/1"),
        ("authorisation_removed", "additional_revenue 291/1"),
        ("authorisation_removed", "transferable 291/1"),
    ]


def test_of_two_ceilings_on_one_post_each_stays_its_own() -> None:
    old = base(2025, authorisations=(commitment(5_000_000), commitment(9_000_000)))
    new = base(2026, authorisations=(commitment(9_000_000), commitment(4_000_000)))
    assert only(old, new).delta == -1_000_000


def test_authorisations_for_no_post_are_known_by_their_words() -> None:
    def may(words: str) -> Any:
        return authorisation(kind="other", chapter=None, post=None, text=words)

    old = base(2025, authorisations=(may("Vegtilsynet kan inngå avtaler om leie av lokaler."),))
    new = base(2026, authorisations=(may("Vegtilsynet kan opprette faglige råd."),))
    assert kinds(old, new) == [("authorisation_added", "other"), ("authorisation_removed", "other")]


# ---- a chain of letters


@pytest.fixture
def chain() -> ConsolidatedLetter:
    """A base letter, an addendum that moves and adds, and one that takes back."""
    return consolidate(
        (
            base(
                goals=(goal(SAFE, "1"), goal(FEW, "2")),
                indicators=(
                    measured(IN_TIME, share(85), goal=0),
                    measured("Antall ulykker i tunneler", goal=1),
                ),
                reporting=(reporting(deadlines=(dated("2027-03-15"),), goal=0),),
                authorisations=(commitment(5_000_000),),
            ),
            addendum(
                1,
                goals=(goal(SAFE),),
                indicators=(measured(IN_TIME, share(90), goal=0),),
                reporting=(reporting(deadlines=(dated("2027-04-01"),), document=None, goal=None),),
                authorisations=(commitment(7_000_000), authorisation()),
            ),
            addendum(2, indicators=(measured("Antall ulykker i tunneler (utgår)"),)),
        )
    )


def test_what_is_in_force_stands_with_its_history(chain: ConsolidatedLetter) -> None:
    in_time, accidents = chain.indicators
    assert [str(one.value) for one in in_time.indicator.targets] == ["90"]
    assert [(step.letter, step.event) for step in in_time.history] == [(0, "added"), (1, "amended")]
    assert [change.kind for change in in_time.history[1].changes] == ["target_changed"]
    assert not accidents.in_force
    assert [(step.letter, step.event) for step in accidents.history] == [
        (0, "added"),
        (2, "cancelled"),
    ]


def test_what_an_addendum_does_not_say_stays(chain: ConsolidatedLetter) -> None:
    assert [(one.goal.number, one.in_force) for one in chain.goals] == [("1", True), ("2", True)]
    (one,) = chain.reporting
    assert [str(each.date) for each in one.requirement.deadlines] == ["2027-04-01"]
    assert (one.requirement.documents, one.requirement.goal) == (("annual_report",), 0)
    assert [(one.authorisation.kind, one.authorisation.amount) for one in chain.authorisations] == [
        ("commitment", 7_000_000),
        ("additional_revenue", None),
    ]


def test_positions_are_those_of_the_consolidated_lists() -> None:
    new = "God opplæring av førere"
    chain = consolidate(
        (
            base(goals=(goal(SAFE),)),
            addendum(
                goals=(goal(FEW), goal(new, level=2, parent=0)),
                indicators=(measured(IN_TIME, goal=1),),
            ),
        )
    )
    assert [one.goal.parent for one in chain.goals] == [None, None, 1]
    assert [one.indicator.goal for one in chain.indicators] == [2]


def test_a_base_letter_that_is_issued_again_takes_the_place_of_the_first() -> None:
    first = base(goals=(goal(SAFE), goal(FEW)))
    again = base(goals=(goal(SAFE),), case_number="26/1-2")
    chain = consolidate((first, again.model_copy(update={"date": dt.date(2026, 1, 9)})))
    assert [one.in_force for one in chain.goals] == [True, False]


def test_both_come_back_from_json(chain: ConsolidatedLetter) -> None:
    assert ConsolidatedLetter.model_validate_json(chain.model_dump_json()) == chain
    told = diff(
        base(2025, authorisations=(commitment(1),), goals=(goal(SAFE),)),
        base(
            2026,
            indicators=(measured(IN_TIME, share(85)),),
            reporting=(reporting(),),
            authorisations=(commitment(2),),
        ),
    )
    assert LetterDiff.model_validate_json(told.model_dump_json()) == told


@pytest.mark.parametrize("when", ["", " fra neste år", " fra 1. juli 2025", " f.o.m. 2. tertial"])
def test_an_authorisation_that_is_said_to_end_is_taken_back(when: str) -> None:
    words = f"Fullmakten til å pådra staten forpliktelser på kap. 291 utgår{when}."
    gone = commitment(None, text=words)
    old, new = base(authorisations=(commitment(5_000_000),)), addendum(authorisations=(gone,))
    change = only(old, new)
    assert (change.kind, change.key) == ("authorisation_removed", "commitment 291/1")
    assert change.evidence_new == gone.evidence
    assert [one.in_force for one in consolidate((old, new)).authorisations] == [False]


def test_a_ceiling_whose_new_sum_was_not_read_is_told_in_the_letter_s_words() -> None:
    words = "Fullmakten på kap. 291 post 1 økes med 2 mill. kroner til 7 mill. kroner."
    old = base(authorisations=(commitment(5_000_000),))
    new = addendum(authorisations=(commitment(None, text=words),))
    assert only(old, new).kind == "authorisation_changed"
    (one,) = consolidate((old, new)).authorisations
    assert (one.authorisation.amount, one.authorisation.text) == (None, words)


def moving(words: str, day: str) -> Any:
    return reporting(text=words, deadlines=(dated(day),), goal=None, section=None, evidence=at(3))


def test_a_report_s_deadline_moves_for_all_that_goes_into_it() -> None:
    two = reporting(), reporting(text="Det skal gis en vurdering av risiko.")
    later = moving("Fristen for årsrapporten utsettes til 1. april 2027.", "2027-04-01")
    old, new = base(reporting=two), addendum(reporting=(later,))
    assert [kind for kind, _ in kinds(old, new)] == ["reporting_changed"] * 2
    chain = consolidate((old, new))
    days = [[str(day.date) for day in one.requirement.deadlines] for one in chain.reporting]
    assert days == [["2027-04-01"]] * 2
    assert [one.requirement.text for one in chain.reporting] == [one.text for one in two]


def test_a_deadline_that_may_be_either_report_s_moves_none() -> None:
    first, second = (dated(day) for day in ("2026-06-01", "2026-10-01"))
    two = (
        reporting(text="Rapport for første tertial", deadlines=(first,)),
        reporting(text="Rapport for andre tertial", deadlines=(second,)),
    )
    later = moving("Ny frist for rapporten er 10. oktober 2026.", "2026-10-10")
    assert [kind for kind, _ in kinds(base(reporting=two), addendum(reporting=(later,)))] == [
        "reporting_added"
    ]


# ---- as letters print them


def test_two_years_letters_are_compared_as_a_case_officer_reads_them() -> None:
    told = [
        (change.kind, change.key)
        for change in diff(first_year(), second_year()).changes
        if not change.outside
    ]
    assert told == [
        ("goal_added", "2"),
        ("goal_removed", "2"),
        ("target_changed", "Andel saker avgjort innen fristen"),
        ("indicator_removed", "Antall samtaler"),
        ("reporting_changed", "status for arbeidet med samtaler for foreldre"),
        ("reporting_added", "tiltak mot vold i nære relasjoner"),
        ("reporting_removed", "bruk av konsulenter"),
        ("authorisation_changed", "commitment 842/21"),
    ]


def test_an_addendum_adds_to_its_base_letter() -> None:
    told = [(change.kind, change.key) for change in diff(first_year(), printed_addendum()).changes]
    assert told == [
        ("reporting_added", "Familievernstilsynet skal rapportere om bruken av tolk i"),
        ("authorisation_changed", "commitment 842/21"),
    ]


def test_what_a_chain_points_to_is_in_its_lists() -> None:
    chain = consolidate((first_year(), printed_addendum()))
    assert [one.indicator.goal for one in chain.indicators] == [0, 0, 0]
    assert [one.requirement.document for one in chain.reporting] == ["annual_report"] * 3
    ceilings = [one.authorisation.amount for one in chain.authorisations]
    assert ceilings == [9_000_000, None]
