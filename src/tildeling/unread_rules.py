"""The rules that tell what could not be read, or not surely: data, as in `finding_rules.py`."""

from __future__ import annotations

from tildeling.rule import Rule
from tildeling.words import to_say

UNREAD_RULES: dict[str, Rule] = {
    "nameless_cancellation": Rule(
        "unread",
        to_say("An assignment that is cancelled is named by its number"),
        to_say('An assignment is cancelled without its number: "{words}"'),
    ),
    "several_letters": Rule(
        "several_letters",
        to_say("The file holds one letter"),
        to_say('The file holds several letters. "{title}" on page {pages} has not been read.'),
    ),
    "no_letter": Rule(
        "not_sure_a_letter",
        to_say("The file is a letter"),
        to_say('The file was read as a letter, but "{words}" says that it may be something else.'),
    ),
    "only_a_title": Rule(
        "not_sure_a_letter",
        to_say("More than its title says that the file is a letter"),
        to_say(
            'Only the title "{words}" says that the file is a letter: it has neither sender, '
            "reference, address nor signature."
        ),
    ),
    "unread_page": Rule(
        "unread",
        to_say("Every page has been read"),
        to_say("Page {page} could not be read: {problem}."),
    ),
    "doubtful_page": Rule(
        "unread",
        to_say("What is read of a page is on it"),
        to_say("Page {page} may have been read wrong or in part: {problem}."),
    ),
    "unread_note": Rule(
        "unread",
        to_say("The pages have no words in notes or form fields"),
        to_say(
            'Page {page} has words in a note or a form field, which have not been read: "{words}"'
        ),
    ),
    "lost_line_breaks": Rule(
        "unread",
        to_say("The text has line breaks"),
        to_say(
            "The text has no line breaks: its tables, lists and assignments cannot be told surely."
        ),
    ),
    "crowded_page": Rule(
        "unread",
        to_say("Tables were looked for on every page"),
        to_say("Page {page} has so many scattered words that no table was looked for on it."),
    ),
    "unread_deadline": Rule(
        "unread",
        to_say("Every labelled deadline has been read"),
        to_say('The deadline "{words}" could not be read.'),
    ),
    "unread_assignments": Rule(
        "unread",
        to_say("Assignments have been read under every heading that names them"),
        to_say('No assignment was found in the list or table under "{words}".'),
    ),
    "unread_after_closing": Rule(
        "unread",
        to_say("Parts of the letter that stand after the signature have been read"),
        to_say('"{words}" and what follows stands after the signature and has not been read.'),
    ),
    "unread_change": Rule(
        "unread",
        to_say("Every change of goals, indicators, requirements and authorisations has been read"),
        to_say(
            'The letter changes what was given before, which has not been carried on: "{words}"'
        ),
    ),
    "two_readings": Rule(
        "unread",
        to_say("No amount of the budget tables can be read in two ways"),
        to_say('The amounts may be one over two lines, or two under each other: "{words}"'),
    ),
    "unread_budget_row": Rule(
        "unread",
        to_say("Every row of the budget tables was read"),
        to_say('Looks like a part of the budget and could not be read: "{words}"'),
    ),
    "no_chapter": Rule(
        "unread",
        to_say("Every budget table with posts says the chapter they are of"),
        to_say('"{title}" does not say the chapter of its posts, and nothing around it shows it.'),
    ),
    "unclaimed_amount": Rule(
        "unclaimed_amount",
        to_say("Every sum of the letter has been read as something"),
        to_say(
            '{amounts} kroner are named and were not read as a grant or anything else: "{words}"'
        ),
    ),
    "unread_range": Rule(
        "unread",
        to_say("A sum that is given is one sum"),
        to_say('Gives a sum that is only said as from and to: "{words}"'),
    ),
    "unread_post": Rule(
        "unread",
        to_say("Something was read of every post that the letter names"),
        to_say('The letter names {place}, and nothing was read of it: "{words}"'),
    ),
    "unread_date": Rule(
        "unread",
        to_say('Every date after the word "frist" was read as a deadline'),
        to_say('Stands after "frist" and was not read as a deadline: {dates} in "{words}"'),
    ),
    "unread_day": Rule(
        "unread",
        to_say("Every day to come in a sentence that asks for something was read as a deadline"),
        to_say(
            "Named where an assignment asks for something, and read as no deadline: {dates} in "
            '"{words}"'
        ),
    ),
    "unread_digit": Rule(
        "unread",
        to_say("Each digit of a number is a sign that the file has a character for"),
        to_say('A digit of a number cannot be read, and the number was not read: "{words}"'),
    ),
    "unread_number": Rule(
        "unread",
        to_say("Each amount stands whole in one place"),
        to_say('An amount is broken or mistyped, and was not read: "{words}"'),
    ),
}
