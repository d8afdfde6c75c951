"""The rules that tell what could not be read, or not surely: data, as in `finding_rules.py`."""

from __future__ import annotations

from tildeling.rule import Rule, Words

UNREAD_RULES: dict[str, Rule] = {
    "nameless_cancellation": Rule(
        "unread",
        Words(
            "Et oppdrag som utgår, er nevnt med nummer",
            "An assignment that is cancelled is named by its number",
        ),
        Words(
            "Et oppdrag utgår uten at nummeret er oppgitt: «{words}»",
            'An assignment is cancelled without its number: "{words}"',
        ),
    ),
    "several_letters": Rule(
        "several_letters",
        Words("Filen har ett brev", "The file holds one letter"),
        Words(
            "Filen har flere brev. «{title}» på side {pages} er ikke lest.",
            'The file holds several letters. "{title}" on page {pages} has not been read.',
        ),
    ),
    "no_letter": Rule(
        "not_sure_a_letter",
        Words("Filen er et brev", "The file is a letter"),
        Words(
            "Filen er lest som et brev, men «{words}» tyder på at den er noe annet.",
            'The file was read as a letter, but "{words}" says that it may be something else.',
        ),
    ),
    "only_a_title": Rule(
        "not_sure_a_letter",
        Words(
            "Mer enn tittelen tyder på at filen er et brev",
            "More than its title says that the file is a letter",
        ),
        Words(
            "Bare tittelen «{words}» tyder på at filen er et brev: den har verken avsender, "
            "referanse, adresse eller underskrift.",
            'Only the title "{words}" says that the file is a letter: it has neither sender, '
            "reference, address nor signature.",
        ),
    ),
    "unread_page": Rule(
        "unread",
        Words("Hver side er lest", "Every page has been read"),
        Words(
            "Side {page} lot seg ikke lese: {problem}.",
            "Page {page} could not be read: {problem}.",
        ),
    ),
    "doubtful_page": Rule(
        "unread",
        Words("Det som er lest av en side, er det som står der", "What is read of a page is on it"),
        Words(
            "Side {page} kan være lest feil eller ikke helt: {problem}.",
            "Page {page} may have been read wrong or in part: {problem}.",
        ),
    ),
    "unread_note": Rule(
        "unread",
        Words(
            "Sidene har ingen ord i merknader eller skjemafelt",
            "The pages have no words in notes or form fields",
        ),
        Words(
            "Side {page} har ord i en merknad eller et skjemafelt, som ikke er lest: «{words}»",
            'Page {page} has words in a note or a form field, which have not been read: "{words}"',
        ),
    ),
    "lost_line_breaks": Rule(
        "unread",
        Words("Teksten har linjeskift", "The text has line breaks"),
        Words(
            "Teksten har ingen linjeskift: tabeller, lister og oppdrag lar seg ikke lese sikkert.",
            "The text has no line breaks: its tables, lists and assignments cannot be told surely.",
        ),
    ),
    "crowded_page": Rule(
        "unread",
        Words("Tabellene på hver side er lett etter", "Tables were looked for on every page"),
        Words(
            "Side {page} har så mange spredte ord at ingen tabell er lett etter på den.",
            "Page {page} has so many scattered words that no table was looked for on it.",
        ),
    ),
    "unread_deadline": Rule(
        "unread",
        Words("Hver frist i et felt er lest", "Every labelled deadline has been read"),
        Words("Fristen «{words}» lot seg ikke lese.", 'The deadline "{words}" could not be read.'),
    ),
    "unread_assignments": Rule(
        "unread",
        Words(
            "Det er lest oppdrag under hver overskrift om oppdrag",
            "Assignments have been read under every heading that names them",
        ),
        Words(
            "Under «{words}» ble det ikke funnet noe oppdrag i listen eller tabellen.",
            'No assignment was found in the list or table under "{words}".',
        ),
    ),
    "unread_after_closing": Rule(
        "unread",
        Words(
            "Deler av brevet som står etter underskriften, er lest",
            "Parts of the letter that stand after the signature have been read",
        ),
        Words(
            "«{words}» og det som følger, står etter underskriften og er ikke lest.",
            '"{words}" and what follows stands after the signature and has not been read.',
        ),
    ),
    "unread_change": Rule(
        "unread",
        Words(
            "Hver endring av mål, styringsparametere, krav og fullmakter er lest",
            "Every change of goals, indicators, requirements and authorisations has been read",
        ),
        Words(
            "Brevet endrer noe som er gitt tidligere, og endringen er ikke ført videre: «{words}»",
            'The letter changes what was given before, which has not been carried on: "{words}"',
        ),
    ),
    "two_readings": Rule(
        "unread",
        Words(
            "Ingen beløp i budsjettabellene kan leses på to måter",
            "No amount of the budget tables can be read in two ways",
        ),
        Words(
            "Beløpene kan være ett over to linjer eller to under hverandre: «{words}»",
            'The amounts may be one over two lines, or two under each other: "{words}"',
        ),
    ),
    "unread_budget_row": Rule(
        "unread",
        Words("Hver rad i budsjettabellene er lest", "Every row of the budget tables was read"),
        Words(
            "Ser ut til å være en del av budsjettet, men lot seg ikke lese: «{words}»",
            'Looks like a part of the budget and could not be read: "{words}"',
        ),
    ),
    "no_chapter": Rule(
        "unread",
        Words(
            "Hver budsjettabell med poster sier hvilket kapittel de er på",
            "Every budget table with posts says the chapter they are of",
        ),
        Words(
            "«{title}» sier ikke hvilket kapittel postene er på, og ingenting rundt den viser det.",
            '"{title}" does not say the chapter of its posts, and nothing around it shows it.',
        ),
    ),
    "unclaimed_amount": Rule(
        "unclaimed_amount",
        Words(
            "Hvert beløp i brevet er lest som noe",
            "Every sum of the letter has been read as something",
        ),
        Words(
            "{amounts} kroner er nevnt, men ikke lest som bevilgning eller annet: «{words}»",
            '{amounts} kroner are named and were not read as a grant or anything else: "{words}"',
        ),
    ),
    "unread_range": Rule(
        "unread",
        Words("Beløp som gis, er ett beløp", "A sum that is given is one sum"),
        Words(
            "Gir et beløp som bare er oppgitt som fra og til: «{words}»",
            'Gives a sum that is only said as from and to: "{words}"',
        ),
    ),
    "unread_post": Rule(
        "unread",
        Words(
            "Det er lest noe på hver post brevet nevner",
            "Something was read of every post that the letter names",
        ),
        Words(
            "Brevet nevner {place}, men ingenting er lest på den: «{words}»",
            'The letter names {place}, and nothing was read of it: "{words}"',
        ),
    ),
    "unread_date": Rule(
        "unread",
        Words(
            "Hver dato etter ordet «frist» er lest som frist",
            'Every date after the word "frist" was read as a deadline',
        ),
        Words(
            "Står etter «frist» og er ikke lest som frist: {dates} i «{words}»",
            'Stands after "frist" and was not read as a deadline: {dates} in "{words}"',
        ),
    ),
    "unread_day": Rule(
        "unread",
        Words(
            "Hver dag til å komme i en setning som ber om noe, er lest som frist",
            "Every day to come in a sentence that asks for something was read as a deadline",
        ),
        Words(
            "Nevnt der et oppdrag ber om noe, og ikke lest som frist: {dates} i «{words}»",
            "Named where an assignment asks for something, and read as no deadline: {dates} in "
            '"{words}"',
        ),
    ),
    "unread_digit": Rule(
        "unread",
        Words(
            "Hvert siffer i et tall er et tegn som filen har skrift for",
            "Each digit of a number is a sign that the file has a character for",
        ),
        Words(
            "Et siffer i et tall er ikke til å lese, og tallet er ikke lest: «{words}»",
            'A digit of a number cannot be read, and the number was not read: "{words}"',
        ),
    ),
    "unread_number": Rule(
        "unread",
        Words(
            "Hvert beløp står helt på ett sted",
            "Each amount stands whole in one place",
        ),
        Words(
            "Et beløp er brutt eller feil skrevet, og er ikke lest: «{words}»",
            'An amount is broken or mistyped, and was not read: "{words}"',
        ),
    ),
}
