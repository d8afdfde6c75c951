"""What the tables and their columns are called: by their names, or for a Norwegian reader."""

from __future__ import annotations

from tildeling.export.rows import TABLES, columns_of, own_columns
from tildeling.words import Language, to_say, words_in

TABLES_IN_WORDS = {
    "letters": to_say("Letters"),
    "assignments": to_say("Assignments"),
    "deadlines": to_say("Deadlines"),
    "financing": to_say("Financing"),
    "budget_rows": to_say("Budget rows"),
    "goals": to_say("Goals"),
    "indicators": to_say("Indicators"),
    "targets": to_say("Targets"),
    "reporting": to_say("Reporting"),
    "authorisations": to_say("Authorisations"),
    "payments": to_say("Payments"),
    "common_requirements": to_say("Common requirements"),
    "attachments": to_say("Attachments"),
    "references": to_say("References"),
    "findings": to_say("Findings"),
}

IN_EVERY_TABLE = {
    "sha256": to_say("SHA-256"),
    "file": to_say("File"),
    "agency": to_say("Body"),
    "agency_key": to_say("Key of the body"),
    "ministry": to_say("Ministry"),
    "budget_year": to_say("Budget year"),
    "addendum_number": to_say("Addendum no."),
    "kind": to_say("Kind of letter"),
    "letter_kind": to_say("Kind of letter"),
    "date": to_say("Date of the letter"),
    "letter_date": to_say("Date of the letter"),
    "page": to_say("Page"),
    "x0": to_say("Left"),
    "top": to_say("Top"),
    "x1": to_say("Right"),
    "bottom": to_say("Bottom"),
    "words": to_say("Read from"),
}

OWN = {
    "agency_abbreviation": to_say("Short form of the body"),
    "amount": to_say("Amount"),
    "amounts": to_say("Amounts of all columns"),
    "assignment": to_say("Assignment (position)"),
    "assignment_number": to_say("Assignment no."),
    "background": to_say("Background"),
    "budget_lines": to_say("Budget lines"),
    "case_number": to_say("Case number"),
    "change": to_say("Change"),
    "chapter": to_say("Chapter"),
    "code": to_say("Code"),
    "columns": to_say("Columns"),
    "comment": to_say("Comment"),
    "comparison": to_say("Comparison"),
    "counter_chapter": to_say("Counter chapter"),
    "counter_post": to_say("Counter post"),
    "date": to_say("Date"),
    "dates": to_say("Deadlines"),
    "description": to_say("Description"),
    "document": to_say("Document"),
    "documents": to_say("Documents"),
    "first_page": to_say("Begins on page"),
    "goal": to_say("Goal (position)"),
    "goal_number": to_say("Goal no."),
    "indicator": to_say("Indicator (position)"),
    "indicator_number": to_say("Indicator no."),
    "indicator_text": to_say("Indicator"),
    "key": to_say("About"),
    "kind": to_say("Kind"),
    "label": to_say("Label"),
    "language": to_say("Language"),
    "level": to_say("Level"),
    "message": to_say("Message"),
    "ministry_abbreviation": to_say("Short form of the ministry"),
    "ministry_key": to_say("Key of the ministry"),
    "name": to_say("Name"),
    "new": to_say("New amount"),
    "number": to_say("No."),
    "number_text": to_say("No. as in the letter"),
    "pages": to_say("Number of pages"),
    "parent": to_say("Parent goal (position)"),
    "part_of": to_say("Part of"),
    "participants": to_say("Participants"),
    "position": to_say("Position"),
    "post": to_say("Post"),
    "precision": to_say("Precision"),
    "prescribed": to_say("Prescribed"),
    "previous": to_say("Previous"),
    "printed": to_say("Written"),
    "producer": to_say("PDF program"),
    "recurrence": to_say("Recurrence"),
    "replaces": to_say("Replaces"),
    "responsible": to_say("Responsible"),
    "role": to_say("Role"),
    "row": to_say("Row"),
    "rule": to_say("Rule"),
    "schema_version": to_say("Schema version"),
    "section": to_say("Section"),
    "section_reference": to_say("See section"),
    "sentence": to_say("Sentence"),
    "session": to_say("Session"),
    "severity": to_say("Severity"),
    "side": to_say("Expenditure or revenue"),
    "start": to_say("From date"),
    "status": to_say("Status"),
    "sub": to_say("Sub-post"),
    "table": to_say("Table"),
    "table_title": to_say("Title of the table"),
    "tasks": to_say("Tasks"),
    "text": to_say("Text"),
    "text_source": to_say("Source of the text"),
    "title": to_say("Title"),
    "unit": to_say("Unit"),
    "unit_basis": to_say("Unit known from"),
    "unit_text": to_say("Unit as in the letter"),
    "value": to_say("Value"),
    "value_names": to_say("Names of the values"),
    "value_to": to_say("Value to"),
    "values": to_say("Values"),
    "withheld": to_say("Withheld from the public"),
    "within_unit": to_say("Within (unit)"),
    "within_value": to_say("Within"),
    "wording": to_say("Wording"),
    "year": to_say("Year"),
    "year_inferred": to_say("Year inferred"),
}


def table_name(table: str, language: Language) -> str:
    """What a table is called; in English by its own name, which it has everywhere else.

    >>> table_name("deadlines", "nb"), table_name("deadlines", "en")
    ('Frister', 'deadlines')
    """
    return table if language == "en" else words_in(language).say(TABLES_IN_WORDS[table])


def headings(table: str, language: Language) -> list[str]:
    """What its columns are called. A day that is the item's own is not called as the letter's.

    >>> headings("payments", "nb")[7:12]
    ['Brevtype', 'Brevdato', 'Plass', 'Dato', 'Fra dato']
    >>> headings("payments", "en")[7:12]
    ['kind', 'letter_date', 'position', 'date', 'start']
    """
    row_class = TABLES[table]
    columns = columns_of(row_class)
    if language == "en":
        return list(columns)
    own, words = own_columns(row_class), words_in(language)
    return [words.say(OWN[name] if name in own else IN_EVERY_TABLE[name]) for name in columns]
