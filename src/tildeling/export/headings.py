"""What the tables and their columns are called: by their names, or for a Norwegian reader."""

from __future__ import annotations

from typing import Literal

from tildeling.export.rows import TABLES, columns_of, own_columns

HeadingLanguage = Literal["nb", "en"]
"""Bokmål, or the names that the tables and columns have everywhere else, which are English."""

TABLES_NB = {
    "letters": "Brev",
    "assignments": "Oppdrag",
    "deadlines": "Frister",
    "financing": "Finansiering",
    "budget_rows": "Budsjettrader",
    "goals": "Mål",
    "indicators": "Styringsparametere",
    "targets": "Resultatkrav",
    "reporting": "Rapportering",
    "authorisations": "Fullmakter",
    "payments": "Utbetalinger",
    "common_requirements": "Fellesføringer",
    "attachments": "Vedlegg",
    "references": "Henvisninger",
    "findings": "Funn",
}

IN_EVERY_TABLE_NB = {
    "sha256": "SHA-256",
    "file": "Fil",
    "agency": "Virksomhet",
    "agency_key": "Virksomhetsnøkkel",
    "ministry": "Departement",
    "budget_year": "Budsjettår",
    "addendum_number": "Tillegg nr.",
    "kind": "Brevtype",
    "letter_kind": "Brevtype",
    "date": "Brevdato",
    "letter_date": "Brevdato",
    "page": "Side",
    "x0": "Venstre",
    "top": "Topp",
    "x1": "Høyre",
    "bottom": "Bunn",
    "words": "Lest fra",
}

OWN_NB = {
    "agency_abbreviation": "Virksomhetens kortform",
    "amount": "Beløp",
    "amounts": "Beløp i alle kolonner",
    "assignment": "Oppdrag (plass)",
    "assignment_number": "Oppdragsnr.",
    "background": "Bakgrunn",
    "budget_lines": "Budsjettlinjer",
    "case_number": "Saksnummer",
    "change": "Endring",
    "chapter": "Kapittel",
    "code": "Kode",
    "columns": "Kolonner",
    "comment": "Merknad",
    "comparison": "Sammenligning",
    "counter_chapter": "Motkapittel",
    "counter_post": "Motpost",
    "date": "Dato",
    "dates": "Frister",
    "description": "Beskrivelse",
    "document": "Dokument",
    "documents": "Dokumenter",
    "first_page": "Begynner på side",
    "goal": "Mål (plass)",
    "goal_number": "Målnr.",
    "indicator": "Styringsparameter (plass)",
    "indicator_number": "Styringsparameternr.",
    "indicator_text": "Styringsparameter",
    "key": "Gjelder",
    "kind": "Type",
    "label": "Hva",
    "language": "Målform",
    "level": "Nivå",
    "message": "Melding",
    "ministry_abbreviation": "Departementets kortform",
    "ministry_key": "Departementsnøkkel",
    "name": "Navn",
    "new": "Ny",
    "number": "Nr.",
    "number_text": "Nr. som trykt",
    "pages": "Antall sider",
    "parent": "Overordnet mål (plass)",
    "part_of": "Del av",
    "participants": "Deltakere",
    "position": "Plass",
    "post": "Post",
    "precision": "Nøyaktighet",
    "prescribed": "Foreskrevet",
    "previous": "Tidligere",
    "printed": "Trykt",
    "producer": "PDF-program",
    "recurrence": "Gjentas",
    "replaces": "Erstatter",
    "responsible": "Ansvarlig",
    "role": "Rolle",
    "row": "Rad",
    "rule": "Regel",
    "schema_version": "Skjemaversjon",
    "section": "Punkt",
    "section_reference": "Se punkt",
    "sentence": "Setning",
    "session": "Sesjon",
    "severity": "Alvor",
    "side": "Utgift eller inntekt",
    "start": "Fra dato",
    "status": "Status",
    "sub": "Underpost",
    "table": "Tabell",
    "table_title": "Tabelltittel",
    "tasks": "Oppgaver",
    "text": "Tekst",
    "text_source": "Tekstkilde",
    "title": "Tittel",
    "unit": "Enhet",
    "unit_basis": "Enhet kjent fra",
    "unit_text": "Enhet som trykt",
    "value": "Verdi",
    "value_to": "Verdi til",
    "withheld": "Unntatt offentlighet",
    "within_unit": "Innen (enhet)",
    "within_value": "Innen",
    "wording": "Ordlyd",
    "year": "År",
    "year_inferred": "År utledet",
}


def table_name(table: str, language: HeadingLanguage) -> str:
    """What a table is called.

    >>> table_name("deadlines", "nb"), table_name("deadlines", "en")
    ('Frister', 'deadlines')
    """
    return TABLES_NB[table] if language == "nb" else table


def headings(table: str, language: HeadingLanguage) -> list[str]:
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
    own = own_columns(row_class)
    return [OWN_NB[name] if name in own else IN_EVERY_TABLE_NB[name] for name in columns]
