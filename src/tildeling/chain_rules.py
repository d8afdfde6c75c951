"""What is told of letters that do not fit together: data, as the rules of one letter are."""

from __future__ import annotations

from tildeling.letter import FindingCode
from tildeling.words import to_say

# The code and the message of each; `{title}` is of the letter that it is about.
CHAIN_RULES: dict[str, tuple[FindingCode, str]] = {
    "given_twice": ("duplicate_number", to_say("«{title}» is given twice; it counts once.")),
    "left_out_for_body": (
        "missing_letter",
        to_say("«{title}» is to {body}, not to {other}; it is left out."),
    ),
    "left_out_for_year": (
        "missing_letter",
        to_say("«{title}» is for {year}, not for {other}; it is left out."),
    ),
    "compared_with_other_body": (
        "missing_letter",
        to_say(
            "«{title}» is to {body}, not to {other}: the changes are not of one body's letters."
        ),
    ),
    "compared_with_other_year": (
        "missing_letter",
        to_say(
            "«{title}» is for {year}, not for {other}: the changes are not of one year's letters."
        ),
    ),
    "numbered_alike": (
        "duplicate_number",
        to_say("«{title}» has the same number as «{other}»; both count."),
    ),
    "no_base": ("missing_letter", to_say("The base letter is missing among the letters.")),
    "no_addendum": (
        "missing_letter",
        to_say("Addendum no. {number} is missing among the letters."),
    ),
    "letters_between": (
        "missing_letter",
        to_say("«{title}» also builds on addendum no. {numbers}, which is not counted here."),
    ),
    "year_before": (
        "wrong_order",
        to_say(
            "«{title}» is for {year}, «{other}» for {other_year}; the letters seem to be in "
            "the wrong order."
        ),
    ),
    "day_before": (
        "wrong_order",
        to_say(
            "«{title}» is dated {day}, before «{other}» {other_day}; the letters seem to be in "
            "the wrong order."
        ),
    ),
    "base_after": (
        "wrong_order",
        to_say(
            "«{title}» is the base letter of «{other}»; the letters seem to be in the wrong order."
        ),
    ),
    "number_before": (
        "wrong_order",
        to_say(
            "«{title}» is no. {number}, «{other}» no. {other_number}; the letters seem to be in "
            "the wrong order."
        ),
    ),
    "unit_left_out": (
        "unit_doubt",
        to_say(
            "«{title}»: the table «{table}» does not say the unit of its amounts, which are not "
            "counted."
        ),
    ),
    "which_assignment": (
        "dangling_reference",
        to_say("«{title}» changes an assignment, and it is not sure which: {among}."),
    ),
    "which_deadline": (
        "unread",
        to_say(
            "«{title}» moves a deadline to «{deadline}», and it is not sure which of several; all "
            "without a name of their own are taken as moved."
        ),
    ),
    "unknown_number": (
        "dangling_reference",
        to_say(
            "«{title}» changes assignment {number}, which none of the letters before has given."
        ),
    ),
    "unknown_assignment": (
        "dangling_reference",
        to_say(
            "«{title}» changes the assignment «{name}», which none of the letters before has given."
        ),
    ),
    "restated_more": (
        "change_not_in_table",
        to_say(
            "«{title}»: {key} is to be NOK {stated}, NOK {off} more than the {before} that held "
            "before, but the letter says of no change."
        ),
    ),
    "restated_less": (
        "change_not_in_table",
        to_say(
            "«{title}»: {key} is to be NOK {stated}, NOK {off} less than the {before} that held "
            "before, but the letter says of no change."
        ),
    ),
    "previous_more": (
        "previous_amount_mismatch",
        to_say(
            "«{title}»: {key} was NOK {previous} before the change, NOK {off} more than the "
            "{known} that held after the letters before."
        ),
    ),
    "previous_less": (
        "previous_amount_mismatch",
        to_say(
            "«{title}»: {key} was NOK {previous} before the change, NOK {off} less than the "
            "{known} that held after the letters before."
        ),
    ),
    "total_more": (
        "row_arithmetic",
        to_say(
            "«{title}»: {key} is to be NOK {stated}, NOK {off} more than {computed} ({before} "
            "{sign} {change})."
        ),
    ),
    "total_less": (
        "row_arithmetic",
        to_say(
            "«{title}»: {key} is to be NOK {stated}, NOK {off} less than {computed} ({before} "
            "{sign} {change})."
        ),
    ),
}
