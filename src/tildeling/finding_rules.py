"""The rules behind a letter's findings: what each looks for, and what it says, in two languages.

The table is data. A rule is a name here and, in the room `audit`, a function of the same name;
those that are noticed while a letter is read, or told by `verify`, have none. `tildeling check
--rules` prints the table.
"""

from __future__ import annotations

from tildeling.rule import Rule, Words
from tildeling.scan_rules import SCAN_RULES
from tildeling.unread_rules import UNREAD_RULES

RULES: dict[str, Rule] = {
    "row_change": Rule(
        "row_arithmetic",
        Words(
            "Tidligere beløp pluss endring er nytt beløp i hver tabellrad",
            "Previous amount plus change is the new amount in every table row",
        ),
        Words(
            "Kap./post {key}: {previous} pluss endringen {change} er {computed} kroner, "
            "men tabellen oppgir {new}.",
            "{key}: {previous} plus the change {change} is {computed} kroner, "
            "but the table says {new}.",
        ),
    ),
    "table_sum": Rule(
        "sum_mismatch",
        Words(
            "Sumrader og kapittelrader er summen av postene",
            "Sum rows and chapter rows are the sum of their posts",
        ),
        Words(
            "«{name}» i kolonnen «{column}» oppgir {stated} kroner, men delene summerer seg til "
            "{computed}.",
            '"{name}" in the column "{column}" says {stated} kroner, but its parts come to '
            "{computed}.",
        ),
    ),
    "list_sum": Rule(
        "sum_mismatch",
        Words(
            "Delbeløpene i en liste er summen i setningen over den",
            "The items of a list come to the sum in the sentence over it",
        ),
        Words(
            "Teksten fordeler {stated} kroner, men punktene under summerer seg til {computed}.",
            "The text splits {stated} kroner, but the items under it come to {computed}.",
        ),
    ),
    "sentence_sum": Rule(
        "sum_mismatch",
        Words(
            "«til sammen» i en setning eller under en liste er summen av beløpene foran",
            'A "til sammen" in a sentence or under a list is the sum of the amounts before it',
        ),
        Words(
            "Teksten sier til sammen {stated} kroner, men beløpene foran summerer seg til "
            "{computed}.",
            "The text says {stated} kroner in all, but the amounts before it come to {computed}.",
        ),
    ),
    "text_change": Rule(
        "change_not_in_table",
        Words(
            "Det teksten gir, øker og reduserer på en post, er tabellens endring",
            "What the text grants, adds and takes on a post is the table's change",
        ),
        Words(
            "Kap./post {key}: teksten endrer posten med {computed} kroner{parts}, "
            "men tabellens endring er {stated}.",
            "{key}: the text changes the post by {computed} kroner{parts}, "
            "but the table's change is {stated}.",
        ),
    ),
    "text_total": Rule(
        "change_not_in_table",
        Words(
            "Det teksten sier en post blir til, er tabellens nye beløp",
            "What the text says a post comes to is the table's new amount",
        ),
        Words(
            "Kap./post {key}: teksten oppgir {computed} kroner på posten, tabellen {stated}.",
            "{key}: the text says the post comes to {computed} kroner, the table {stated}.",
        ),
    ),
    "same_grant": Rule(
        "change_not_in_table",
        Words(
            "Et oppdrag får ikke mer enn budsjettdelen i samme tillegg har til det",
            "An assignment is granted no more than the same addendum's budget part has for it",
        ),
        Words(
            "Kap./post {key}: oppdraget oppgir {computed} kroner, budsjettdelen {stated}.",
            "{key}: the assignment says {computed} kroner, the budget part {stated}.",
        ),
    ),
    "table_chapter": Rule(
        "chapter_mismatch",
        Words(
            "En post står under samme kapittel i tekst og tabell",
            "A post stands under the same chapter in text and table",
        ),
        Words(
            "Tabellen fører post {post} under kap. {chapter}, teksten under kap. {other}.",
            "The table has post {post} under chapter {chapter}, the text under chapter {other}.",
        ),
    ),
    "heading_chapter": Rule(
        "chapter_mismatch",
        Words(
            "Teksten under en overskrift gjelder kapitlet i overskriften",
            "The text under a heading is about the heading's chapter",
        ),
        Words(
            "Overskriften er kap. {other}, post {post}, men teksten under gjelder kap. {chapter}, "
            "post {post}.",
            "The heading is chapter {other}, post {post}, but the text under it is about chapter "
            "{chapter}, post {post}.",
        ),
    ),
    "list_chapter": Rule(
        "chapter_mismatch",
        Words(
            "En post i listen øverst har overskriften sin under samme kapittel",
            "A post in the list at the top has its heading under the same chapter",
        ),
        Words(
            "Listen nevner kap. {chapter}, post {post}; brevet har bare en overskrift for kap. "
            "{other}, post {post}.",
            "The list names chapter {chapter}, post {post}; the letter only has a heading for "
            "chapter {other}, post {post}.",
        ),
    ),
    "assignment_chapter": Rule(
        "chapter_mismatch",
        Words(
            "Et oppdrag finansieres under samme kapittel som i budsjettdelen",
            "An assignment is paid under the same chapter as in the budget part",
        ),
        Words(
            "Oppdraget finansieres over kap. {chapter}, post {post}; budsjettdelen har beløpet "
            "under kap. {other}, post {post}.",
            "The assignment is paid over chapter {chapter}, post {post}; the budget part has the "
            "amount under chapter {other}, post {post}.",
        ),
    ),
    "counter_chapter": Rule(
        "chapter_mismatch",
        Words(
            "Motposten i en omdisponering har samme kapittel på begge sider",
            "The other side of a move has the same chapter in both places",
        ),
        Words(
            "Omdisponeringen fører post {post} under kap. {chapter}, men motposten står under kap. "
            "{other}.",
            "The move puts post {post} under chapter {chapter}, but its other side stands under "
            "chapter {other}.",
        ),
    ),
    "missing_section": Rule(
        "dangling_reference",
        Words(
            "Punktet det vises til, finnes i brevet",
            "The section that is pointed to is in the letter",
        ),
        Words(
            "Det vises til punkt {section}, men brevet har ikke noe slikt punkt.",
            "The letter points to section {section}, which it does not have.",
        ),
    ),
    "silent_section": Rule(
        "dangling_reference",
        Words(
            "Punktet det vises til for finansiering, sier noe om den",
            "The section pointed to for financing says something of it",
        ),
        Words(
            "{name} viser til punkt {section} for finansieringen{of_post}, men verken teksten der "
            "eller tabellen sier noe om den.",
            "{name} points to section {section} for its financing{of_post}, but neither the text "
            "there nor the table says anything of it.",
        ),
    ),
    "missing_post": Rule(
        "dangling_reference",
        Words(
            "Posten det vises til omtale under, finnes i brevet",
            "The post whose text is pointed to is in the letter",
        ),
        Words(
            "Det vises til omtale under {place}, men brevet omtaler ikke den posten.",
            "The letter points to what it says under {place}, but says nothing of that post.",
        ),
    ),
    "announced_post": Rule(
        "dangling_reference",
        Words(
            "Poster som listes øverst i brevet, omtales i det",
            "Posts that a list announces are in the letter",
        ),
        Words(
            "Listen nevner kap. {chapter}, post {post}, men brevet har verken overskrift, beløp "
            "eller tabellrad for den.",
            "The list names chapter {chapter}, post {post}, but the letter has neither a heading, "
            "an amount nor a table row for it.",
        ),
    ),
    "missing_assignment": Rule(
        "dangling_reference",
        Words(
            "Oppdrag det vises til, er gitt",
            "Assignments that are pointed to have been given",
        ),
        Words(
            "Det vises til oppdrag {number}, men brevets egne oppdrag går bare til {last}.",
            "The letter points to assignment {number}, but its own go no further than {last}.",
        ),
    ),
    "same_assignment_number": Rule(
        "duplicate_number",
        Words("To oppdrag har ikke samme nummer", "No two assignments have the same number"),
        Words(
            "Nummeret {number} står på to oppdrag: «{first}» og «{second}».",
            'The number {number} stands on two assignments: "{first}" and "{second}".',
        ),
    ),
    "same_section_number": Rule(
        "duplicate_number",
        Words("To punkter har ikke samme nummer", "No two sections have the same number"),
        Words(
            "Nummeret {number} står på to punkter: «{first}» og «{second}».",
            'The number {number} stands on two sections: "{first}" and "{second}".',
        ),
    ),
    "no_such_day": Rule(
        "impossible_date",
        Words("Datoene i brevet finnes", "The letter's dates exist"),
        Words("Datoen «{date}» finnes ikke.", 'The date "{date}" does not exist.'),
    ),
    "past_deadline": Rule(
        "deadline_before_letter",
        Words("Fristene er ikke før brevets dato", "No deadline is earlier than the letter"),
        Words(
            "Fristen «{deadline}» er før brevets egen dato {letter}.",
            'The deadline "{deadline}" is earlier than the letter\'s own date {letter}.',
        ),
    ),
    "no_unit": Rule(
        "unit_doubt",
        Words(
            "Hver budsjettabell sier hvilken enhet beløpene er i, eller et beløp viser det",
            "Every budget table says the unit of its amounts, or a sum shows it",
        ),
        Words(
            "«{title}» oppgir ikke hvilken enhet beløpene er i, og ingen andre beløp viser det: de "
            "står som trykt.",
            '"{title}" does not say the unit of its amounts, and no other sums show it: they stand '
            "as printed.",
        ),
    ),
    "two_units": Rule(
        "unit_doubt",
        Words(
            "Det som sier enheten til en budsjettabell, sier bare én",
            "What says the unit of a budget table says one only",
        ),
        Words(
            "«{title}» har mer enn én enhet («{units}»), og ingen andre beløp viser hvilken som "
            "gjelder: beløpene står som trykt.",
            '"{title}" has more than one unit ("{units}"), and no other sums show which holds: '
            "amounts stand as printed.",
        ),
    ),
    "other_unit": Rule(
        "unit_doubt",
        Words(
            "En budsjettabells enhet stemmer med de samme beløpene andre steder i brevet",
            "A budget table's unit agrees with the same amounts elsewhere in the letter",
        ),
        Words(
            "«{title}» oppgir enheten «{unit}», men de samme beløpene står i brevet som om den var "
            "{other}.",
            '"{title}" says the unit is "{unit}", but the letter has the same amounts as if it '
            "were {other}.",
        ),
    ),
    "impossible_unit": Rule(
        "unit_doubt",
        Words(
            "Ingen beløp er større enn hele statsbudsjettet",
            "No amount is larger than the whole budget of the state",
        ),
        Words(
            "«{title}» oppgir enheten «{unit}», og beløp blir da større enn hele statsbudsjettet.",
            '"{title}" says the unit is "{unit}", and amounts are then larger than the whole '
            "budget of the state.",
        ),
    ),
    "hidden_text": Rule(
        "hidden_text",
        Words("Sidene har ingen skjult tekst", "The pages have no hidden text"),
        Words(
            "Side {page} har tekst som ikke er synlig for leseren: «{words}»",
            'Page {page} has text that its reader cannot see: "{words}"',
        ),
    ),
    "missing_goals": Rule(
        "missing_part",
        Words("Et hovedbrev har mål", "A base letter has goals"),
        Words("Brevet har ingen mål.", "The letter has no goals."),
    ),
    "unmeasured_goal": Rule(
        "missing_part",
        Words(
            "Hvert mål, eller et mål under det, har en styringsparameter",
            "Each goal, or a goal under it, has an indicator",
        ),
        Words(
            "Målet «{title}» har ingen styringsparameter.",
            'The goal "{title}" has no indicator.',
        ),
    ),
    "untargeted_indicator": Rule(
        "missing_part",
        Words(
            "Hver styringsparameter har et krav",
            "Each indicator has a target",
        ),
        Words(
            "Styringsparameteren «{text}» har ikke noe krav.",
            'The indicator "{text}" has no target.',
        ),
    ),
    "absent_attachment": Rule(
        "missing_part",
        Words(
            "Vedlegg som brevet nevner, følger med i filen",
            "Attachments that the letter names are in the file",
        ),
        Words(
            "Vedlegget «{title}» er ikke i filen.",
            'The attachment "{title}" is not in the file.',
        ),
    ),
    "missing_common_requirement": Rule(
        "missing_part",
        Words(
            "Et hovedbrev har årets fellesføringer",
            "A base letter has the common requirements of its year",
        ),
        Words(
            "Brevet har ikke fellesføringen «{title}», som gjaldt alle virksomheter i {year}.",
            'The letter lacks the common requirement "{title}", which all bodies had in {year}.',
        ),
    ),
    **UNREAD_RULES,
    **SCAN_RULES,
}
