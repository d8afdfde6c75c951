"""The rules behind a letter's findings: what each looks for, and what it says.

The table is data. A rule is a name here and, in the room `audit`, a function of the same name;
those that are noticed while a letter is read, or told by `verify`, have none. `tildeling check
--rules` prints the table.
"""

from __future__ import annotations

from tildeling.rule import Rule
from tildeling.scan_rules import SCAN_RULES
from tildeling.unread_rules import UNREAD_RULES
from tildeling.words import to_say

RULES: dict[str, Rule] = {
    "row_change": Rule(
        "row_arithmetic",
        to_say("Previous amount plus change is the new amount in every table row"),
        to_say(
            "{key}: {previous} plus the change {change} is {computed} kroner, "
            "but the table says {new}."
        ),
    ),
    "table_sum": Rule(
        "sum_mismatch",
        to_say("Sum rows and chapter rows are the sum of their posts"),
        to_say(
            '"{name}" in the column "{column}" says {stated} kroner, but its parts come to '
            "{computed}."
        ),
    ),
    "list_sum": Rule(
        "sum_mismatch",
        to_say("The items of a list come to the sum in the sentence over it"),
        to_say("The text splits {stated} kroner, but the items under it come to {computed}."),
    ),
    "sentence_sum": Rule(
        "sum_mismatch",
        to_say('A "til sammen" in a sentence or under a list is the sum of the amounts before it'),
        to_say(
            "The text says {stated} kroner in all, but the amounts before it come to {computed}."
        ),
    ),
    "text_change": Rule(
        "change_not_in_table",
        to_say("What the text grants, adds and takes on a post is the table's change"),
        to_say(
            "{key}: the text changes the post by {computed} kroner{parts}, "
            "but the table's change is {stated}."
        ),
    ),
    "text_total": Rule(
        "change_not_in_table",
        to_say("What the text says a post comes to is the table's new amount"),
        to_say("{key}: the text says the post comes to {computed} kroner, the table {stated}."),
    ),
    "same_grant": Rule(
        "change_not_in_table",
        to_say("An assignment is granted no more than the same addendum's budget part has for it"),
        to_say("{key}: the assignment says {computed} kroner, the budget part {stated}."),
    ),
    "table_chapter": Rule(
        "chapter_mismatch",
        to_say("A post stands under the same chapter in text and table"),
        to_say(
            "The table has post {post} under chapter {chapter}, the text under chapter {other}."
        ),
    ),
    "heading_chapter": Rule(
        "chapter_mismatch",
        to_say("The text under a heading is about the heading's chapter"),
        to_say(
            "The heading is chapter {other}, post {post}, but the text under it is about chapter "
            "{chapter}, post {post}."
        ),
    ),
    "list_chapter": Rule(
        "chapter_mismatch",
        to_say("A post in the list at the top has its heading under the same chapter"),
        to_say(
            "The list names chapter {chapter}, post {post}; the letter only has a heading for "
            "chapter {other}, post {post}."
        ),
    ),
    "assignment_chapter": Rule(
        "chapter_mismatch",
        to_say("An assignment is paid under the same chapter as in the budget part"),
        to_say(
            "The assignment is paid over chapter {chapter}, post {post}; the budget part has the "
            "amount under chapter {other}, post {post}."
        ),
    ),
    "counter_chapter": Rule(
        "chapter_mismatch",
        to_say("The other side of a move has the same chapter in both places"),
        to_say(
            "The move puts post {post} under chapter {chapter}, but its other side stands under "
            "chapter {other}."
        ),
    ),
    "missing_section": Rule(
        "dangling_reference",
        to_say("The section that is pointed to is in the letter"),
        to_say("The letter points to section {section}, which it does not have."),
    ),
    "silent_section": Rule(
        "dangling_reference",
        to_say("The section pointed to for financing says something of it"),
        to_say(
            "{name} points to section {section} for its financing{of_post}, but neither the text "
            "there nor the table says anything of it."
        ),
    ),
    "missing_post": Rule(
        "dangling_reference",
        to_say("The post whose text is pointed to is in the letter"),
        to_say("The letter points to what it says under {place}, but says nothing of that post."),
    ),
    "announced_post": Rule(
        "dangling_reference",
        to_say("Posts that a list announces are in the letter"),
        to_say(
            "The list names chapter {chapter}, post {post}, but the letter has neither a heading, "
            "an amount nor a table row for it."
        ),
    ),
    "missing_assignment": Rule(
        "dangling_reference",
        to_say("Assignments that are pointed to have been given"),
        to_say("The letter points to assignment {number}, but its own go no further than {last}."),
    ),
    "same_assignment_number": Rule(
        "duplicate_number",
        to_say("No two assignments have the same number"),
        to_say('The number {number} stands on two assignments: "{first}" and "{second}".'),
    ),
    "same_section_number": Rule(
        "duplicate_number",
        to_say("No two sections have the same number"),
        to_say('The number {number} stands on two sections: "{first}" and "{second}".'),
    ),
    "no_such_day": Rule(
        "impossible_date",
        to_say("The letter's dates exist"),
        to_say('The date "{date}" does not exist.'),
    ),
    "past_deadline": Rule(
        "deadline_before_letter",
        to_say("No deadline is earlier than the letter"),
        to_say('The deadline "{deadline}" is earlier than the letter\'s own date {letter}.'),
    ),
    "no_unit": Rule(
        "unit_doubt",
        to_say("Every budget table says the unit of its amounts, or a sum shows it"),
        to_say(
            '"{title}" does not say the unit of its amounts, and no other sums show it: they stand '
            "as printed."
        ),
    ),
    "two_units": Rule(
        "unit_doubt",
        to_say("What says the unit of a budget table says one only"),
        to_say(
            '"{title}" has more than one unit ("{units}"), and no other sums show which holds: '
            "amounts stand as printed."
        ),
    ),
    "other_unit": Rule(
        "unit_doubt",
        to_say("A budget table's unit agrees with the same amounts elsewhere in the letter"),
        to_say(
            '"{title}" says the unit is "{unit}", but the letter has the same amounts as if it '
            "were {other}."
        ),
    ),
    "impossible_unit": Rule(
        "unit_doubt",
        to_say("No amount is larger than the whole budget of the state"),
        to_say(
            '"{title}" says the unit is "{unit}", and amounts are then larger than the whole '
            "budget of the state."
        ),
    ),
    "hidden_text": Rule(
        "hidden_text",
        to_say("The pages have no hidden text"),
        to_say('Page {page} has text that its reader cannot see: "{words}"'),
    ),
    "missing_goals": Rule(
        "missing_part",
        to_say("A base letter has goals"),
        to_say("The letter has no goals."),
    ),
    "unmeasured_goal": Rule(
        "missing_part",
        to_say("Each goal, or a goal under it, has an indicator"),
        to_say('The goal "{title}" has no indicator.'),
    ),
    "untargeted_indicator": Rule(
        "missing_part",
        to_say("Each indicator has a target"),
        to_say('The indicator "{text}" has no target.'),
    ),
    "absent_attachment": Rule(
        "missing_part",
        to_say("Attachments that the letter names are in the file"),
        to_say('The attachment "{title}" is not in the file.'),
    ),
    "missing_common_requirement": Rule(
        "missing_part",
        to_say("A base letter has the common requirements of its year"),
        to_say(
            'The letter lacks the common requirement "{title}", which all bodies had in {year}.'
        ),
    ),
    **UNREAD_RULES,
    **SCAN_RULES,
}
