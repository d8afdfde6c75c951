"""The table of rules, and the audit of whole letters."""

from __future__ import annotations

from pathlib import Path

import pytest

import tildeling
from facts import LETTERS, facts_of
from tildeling.audit.amounts import Printed, some_agree, total
from tildeling.audit.chapters import same_name
from tildeling.audit.rules import CHECKS
from tildeling.finding_rules import RULES
from tildeling.findings import make_finding, message_in
from tildeling.words import words_in

UNCLAIMED = {
    "unread_change",
    "unclaimed_amount",
    "unread_range",
    "unread_post",
    "unread_date",
    "unread_day",
    "unread_digit",
    "unread_number",
}
FOUND_WHILE_READING = {
    "unread_assignments",
    "unread_after_closing",
    "only_a_title",
    "no_letter",
    "unread_deadline",
    "unread_budget_row",
    "two_readings",
    "unread_page",
    "doubtful_page",
    "text_layer",
    "unread_note",
    "crowded_page",
    "lost_line_breaks",
    "several_letters",
    "hidden_text",
    "no_chapter",
    "no_unit",
    "two_units",
    "other_unit",
    "impossible_unit",
}
WITH_UNCERTAIN_FIGURE = {"read_once", "uncertain_prose"}
"""What the function of that name tells besides."""
FACTS = sorted(LETTERS.glob("*.facts.toml"))
CHAIN = sorted((LETTERS / "kjede").glob("*.pdf"))


def test_every_rule_of_the_table_has_a_function_and_the_other_way_round() -> None:
    names = {check.__name__ for check in CHECKS}
    assert names == set(RULES) - FOUND_WHILE_READING - UNCLAIMED - WITH_UNCERTAIN_FIGURE


def test_every_code_of_a_letter_has_a_rule() -> None:
    codes = {rule.code for rule in RULES.values()}
    of_chains = {"missing_letter", "previous_amount_mismatch", "wrong_order"}
    finding_codes = tildeling.Letter.model_json_schema()["$defs"]["Finding"]["properties"]["code"]
    assert codes == set(finding_codes["enum"]) - of_chains


def expected(facts: Path) -> list[tuple[str, str | None]]:
    return [(f["code"], f.get("key")) for f in facts_of(facts).get("findings", [])]


def name_of(facts: Path) -> str:
    return facts.name.removesuffix(".facts.toml")


def plain(key: str | None) -> str | None:
    """A key whose post has no zero in front."""
    return key.replace("/0", "/") if key else key


@pytest.mark.parametrize("facts", [f for f in FACTS if "findings" in facts_of(f)], ids=name_of)
def test_a_fixture_letter_contradicts_itself_where_its_facts_say_and_nowhere_else(
    facts: Path,
) -> None:
    letter = tildeling.parse(LETTERS / f"{name_of(facts)}.pdf")
    told = [(f.code, plain(f.key)) for f in letter.findings if f.severity != "info"]
    assert sorted(told, key=str) == sorted(expected(facts), key=str)


@pytest.mark.parametrize("pdf", CHAIN, ids=lambda path: path.stem)
def test_the_letters_of_the_chain_do_not_contradict_themselves(pdf: Path) -> None:
    assert [f for f in tildeling.parse(pdf).findings if f.severity != "info"] == []


def test_every_finding_says_where_it_stands() -> None:
    letter = tildeling.parse(LETTERS / "motstrid-2025-tillegg-3.pdf")
    assert letter.findings
    for finding in letter.findings:
        assert finding.rule in RULES
        assert finding.evidence
        assert all(evidence.page and evidence.bbox for evidence in finding.evidence)


def test_a_message_can_be_put_in_english_from_the_letters_json() -> None:
    letter = tildeling.parse(LETTERS / "motstrid-2025-tillegg-3.pdf")
    again = tildeling.Letter.model_validate_json(letter.model_dump_json())
    assert message_in(again.findings[0], words_in("nb")) == letter.findings[0].message
    assert message_in(again.findings[0], words_in("en")) == (
        "842/21: 33 900 000 plus the change 2 000 000 is 35 900 000 kroner, "
        "but the table says 36 900 000."
    )


def test_words_from_a_letter_are_not_taken_for_names_in_the_message() -> None:
    finding = make_finding("no_such_day", "error", "{0}", [], date="{date.__class__}")
    assert finding.message == "Datoen «{date.__class__}» finnes ikke."


@pytest.mark.parametrize(
    ("first", "second", "agree"),
    [
        (Printed(56_200_000, 100_000), Printed(56_230_000, 1_000), True),
        (Printed(1_500_000, 100_000), Printed(1_529_000, 1_000), True),
        (Printed(1_500_000, 100_000), Printed(1_600_000, 1_000), False),
        (Printed(2_824_000, 1), Printed(2_824_000, 1_000), True),
        (Printed(2_824_000, 1), Printed(2_825_000, 1_000), False),
        (Printed(2_824_499, 1), Printed(2_824_000, 1_000), True),
        (Printed(9_500_000, 1_000), Printed(9_501_000, 1_000), False),
    ],
)
def test_amounts_agree_to_the_digits_printed(first: Printed, second: Printed, agree: bool) -> None:
    assert first.agrees(second) is agree
    assert second.agrees(first) is agree


def test_a_sum_may_be_off_by_the_rounding_of_each_part() -> None:
    parts = [Printed(7_900_000, 100_000), Printed(15_100_000, 100_000)]
    assert total(parts) == Printed(23_000_000, 200_000)


def test_optional_amounts_may_count_or_not() -> None:
    certain = [Printed(2_000_000, 1)]
    optional = [Printed(3_000_000, 1), Printed(5_000_000, 1)]
    assert some_agree(certain, optional, Printed(2_000_000, 1))
    assert some_agree(certain, optional, Printed(7_000_000, 1))
    assert not some_agree(certain, optional, Printed(6_000_000, 1))


def test_of_too_many_optional_amounts_none_are_tried() -> None:
    assert some_agree([], [Printed(1, 1)] * 9, Printed(100, 1))


@pytest.mark.parametrize(
    ("heading", "name", "same"),
    [
        (
            "Post 45 Større utstyrsinnkjøp og vedlikehold, kan overføres",
            "Større utstyrsinnkjøp",
            True,
        ),
        ("Post 60 Tilskot til kommunar, overslagsløyving", "Tilskot til kommunar", True),
        ("Post 70 Tilskudd til kommuner", "Spesielle driftsutgifter", False),
        ("Kap. 760, post 21", "Driftsutgifter", False),
    ],
)
def test_names_of_posts(heading: str, name: str, same: bool) -> None:
    assert same_name(heading, name) is same
