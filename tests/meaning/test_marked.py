"""Assignments without a number: each form in which a letter marks them, set as a page."""

from __future__ import annotations

import datetime as dt

import pytest

from set_letters import read_letter
from tildeling.letter import Assignment

BEFORE = """
#heading(numbering: none)[1. Innledning]
Havnedirektoratet skal sørge for trygge havner. Etaten har ansvar for fyr og merker.
"""
AFTER = """
#heading(numbering: none)[{after} Rapportering]
Havnedirektoratet skal sende årsrapport innen 15. mars 2026.
"""


def assignments(body: str, after: str = "3.") -> tuple[Assignment, ...]:
    return read_letter(BEFORE + body + AFTER.replace("{after}", after)).assignments


def told(found: tuple[Assignment, ...]) -> list[tuple[str | None, str | None]]:
    return [(each.title, each.description) for each in found]


PLAN = "Lage en plan for slep av store skip. Planen sendes innen 1. mai 2025."
CHART = "Tegne nye kart over innseilingen."


@pytest.mark.parametrize(
    "heading",
    [
        "2. Oppdrag",
        "2. Særskilte oppdrag i 2025",
        "2. Nye oppdrag",
        "2. PRIORITERTE OPPGAVER",
        "2. Særskilte aktiviteter i 2025",
        "2. Oppgåver i 2025",
        "2. Bestillinger for 2025",
    ],
)
@pytest.mark.parametrize("marker", ["-", "+"])
def test_items_under_a_heading_of_assignments_are_assignments(heading: str, marker: str) -> None:
    found = assignments(
        f"#heading(numbering: none)[{heading}]\n{marker} {PLAN}\n{marker} {CHART}\n"
    )
    assert told(found) == [(None, PLAN), (None, CHART)]
    assert [each.number for each in found] == [None, None]
    assert found[0].deadlines[0].date == dt.date(2025, 5, 1)


@pytest.mark.parametrize(
    "heading",
    [
        "2. Mål og oppdrag",
        "2. Ansvar og oppgaver",
        "2. Rapportering på oppdrag",
        "2. Samfunnsoppdrag",
        "2. Styringssignaler",
    ],
)
def test_items_under_another_heading_are_none(heading: str) -> None:
    found = assignments(f"#heading(numbering: none)[{heading}]\n- {PLAN}\n- {CHART}\n")
    assert found == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Departementet ber Havnedirektoratet om å utføre disse oppdragene:",
        "Direktoratet får følgende oppdrag i 2025:",
        "Ut over det faste har direktoratet desse oppgåvene i 2025:",
    ],
)
def test_a_sentence_leads_into_assignments(sentence: str) -> None:
    found = assignments(f"{sentence}\n- {PLAN}\n- {CHART}\nDette er alt.\n")
    assert told(found) == [(None, PLAN), (None, CHART)]


def test_what_a_report_is_to_hold_is_no_assignment() -> None:
    found = assignments(
        "#heading(numbering: none)[2. Årsrapport]\nÅrsrapporten følger bestemmelsene. Under delen "
        "om aktiviteter og resultater ber departementet om:\n"
        f"- en oversikt over havner\n- {CHART}\n"
    )
    assert found == ()


def test_a_sentence_about_money_leads_into_none() -> None:
    found = assignments(
        "Det tildeles 3 mill. kroner til følgende oppdrag:\n"
        "- 1 mill. kroner til kart\n- 2 mill. kroner til slep\n"
    )
    assert found == ()


def test_text_after_the_list_is_not_the_last_item_s() -> None:
    found = assignments(
        f"#heading(numbering: none)[2. Oppdrag]\n- {PLAN}\n- {CHART}\n\n"
        "Direktoratet velger selv rekkefølgen.\n"
    )
    assert [each.text for each in found] == [PLAN, CHART]


def test_an_item_keeps_the_list_inside_it_as_tasks() -> None:
    found = assignments(
        "#heading(numbering: none)[2. Oppdrag]\n"
        "+ Etaten skal lage en plan som viser:\n  - behov for lods\n  - behov for slep\n"
        f"+ {CHART}\n"
    )
    assert [each.tasks for each in found] == [("behov for lods", "behov for slep"), ()]


@pytest.mark.parametrize("between", [". ", ": "])
def test_a_first_phrase_without_a_verb_is_the_title(between: str) -> None:
    found = assignments(
        "#heading(numbering: none)[2. Oppdrag]\n"
        f"- Slep av store skip{between}Etaten skal lage en plan.\n- {CHART}\n"
    )
    assert told(found) == [("Slep av store skip", "Etaten skal lage en plan."), (None, CHART)]


def test_lines_in_bold_over_text_are_titles() -> None:
    found = assignments(
        "#heading(numbering: none)[2. Oppdrag]\nOppdragene skal løses innenfor rammen.\n\n"
        "*Slep av store skip*\n\nEtaten skal lage en plan.\n\nFrist: 1. mai 2025\n\n"
        "*Kart over innseilingen*\n\nEtaten skal tegne nye kart.\n"
    )
    assert told(found) == [
        ("Slep av store skip", "Etaten skal lage en plan."),
        ("Kart over innseilingen", "Etaten skal tegne nye kart."),
    ]
    assert [len(each.deadlines) for each in found] == [1, 0]


def test_numbered_headings_over_requests_are_sections_and_assignments() -> None:
    letter = read_letter(
        BEFORE + "#heading(numbering: none)[2. Oppdrag]\nOppdragene gjelder 2025.\n"
        "#heading(level: 2, numbering: none)[2.1 Slep av store skip]\nEtaten skal lage en plan.\n"
        "#heading(level: 2, numbering: none)[2.2 Kart]\nEtaten bes om å tegne nye kart.\n"
        + AFTER.replace("{after}", "3.")
    )
    assert [(each.section, each.title) for each in letter.assignments] == [
        ("2.1", "Slep av store skip"),
        ("2.2", "Kart"),
    ]
    assert [section.number for section in letter.sections] == ["1", "2", "2.1", "2.2", "3"]


def test_paragraphs_that_ask_are_assignments_where_nothing_else_marks_them() -> None:
    found = assignments(
        "#heading(numbering: none)[2. Oppdrag]\nEtaten skal lage en plan for slep.\n\n"
        "Frist: 1. mai 2025\n\nEtaten bes om å tegne nye kart.\n"
    )
    assert [each.description for each in found] == [
        "Etaten skal lage en plan for slep.",
        "Etaten bes om å tegne nye kart.",
    ]


def test_a_letter_may_say_that_it_gives_none() -> None:
    found = assignments(
        "#heading(numbering: none)[2. Oppdrag]\nDet gis ingen særskilte oppdrag i 2025. "
        "Departementet vil komme tilbake til saken.\n"
    )
    assert found == ()


@pytest.mark.parametrize(
    ("code", "number"),
    [
        ("O 73.", "O73"),
        ("O7", "O7"),
        ("Oppgave 5.1.4.12 –", "5.1.4.12"),
        ("Krav 2:", "2"),
        ("Oppdrag K3,", "K3"),
        ("Oppgåve A1,", "A1"),
    ],
)
def test_a_code_of_the_letter_s_own_is_a_number(code: str, number: str) -> None:
    found = assignments(
        f"#heading(numbering: none)[2. Oppdrag]\n*{code} Slep av store skip*\n\n"
        "Etaten skal lage en plan.\n"
    )
    assert [(each.number, each.title) for each in found] == [(number, "Slep av store skip")]


def test_rows_of_a_table_are_assignments() -> None:
    found = assignments(
        "#heading(numbering: none)[2. Oppdrag]\n"
        "#table(columns: (1fr, 4cm), [*Oppdrag*], [*Frist*],"
        "[*Slep av store skip*\n\nEtaten skal lage en plan.], [1. mai 2025],"
        "[*Kart over innseilingen*\n\nEtaten skal tegne nye kart.], [Løpende])\n"
    )
    assert told(found) == [
        ("Slep av store skip", "Etaten skal lage en plan."),
        ("Kart over innseilingen", "Etaten skal tegne nye kart."),
    ]
    assert [each.deadlines[0].status for each in found] == ["dated", "ongoing"]


def test_what_stands_in_an_assignment_with_a_number_stays_there() -> None:
    (found,) = assignments(
        "#heading(numbering: none)[2. Oppdrag]\n*Oppdrag 2025-01 Slep av store skip*\n\n"
        f"Etaten skal bidra i disse oppdragene:\n- {PLAN}\n- {CHART}\n"
    )
    assert found.tasks == (PLAN, CHART)


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Etaten skal lage en plan.", "new"),
        ("Oppdraget er videreført fra 2024. Etaten skal lage en plan.", "amended"),
        ("Oppdraget i brev av 3. mai 2024 forlenges.", "amended"),
        ("Arbeidet held fram saman med kommunane.", "amended"),
        ("Fristen utsettes fra 1. mai til 1. juni 2025.", "amended"),
        ("Oppdraget utgår.", "cancelled"),
        ("Lokale loser trekkes inn i arbeidet, og etaten skal lage en plan.", "new"),
    ],
)
def test_an_assignment_s_own_sentences_say_what_is_done_with_it(words: str, status: str) -> None:
    (found,) = assignments(
        f"#heading(numbering: none)[2. Oppdrag]\n*Slep av store skip*\n\n{words}\n"
    )
    assert found.status == status


def test_a_heading_of_assignments_over_a_table_that_gives_none_is_told() -> None:
    letter = read_letter(
        BEFORE + "#heading(numbering: none)[2. Oppdrag]\n"
        "#table(columns: 3, [Havn], [Dybde], [Kai], [Bodø], [12 m], [Nord], [Moss], [9 m], [Sør])\n"
        + AFTER.replace("{after}", "3.")
    )
    told = [finding for finding in letter.findings if "Oppdrag" in finding.message]
    assert letter.assignments == ()
    assert [finding.code for finding in told] == ["unread"]


@pytest.mark.parametrize(
    ("code", "number"),
    [("TB25-01:", "TB25-01"), ("HD 25 – 02", "HD25-02"), ("Oppdrag II:", "II")],
)
def test_a_series_of_the_letter_s_own_numbers_assignments(code: str, number: str) -> None:
    found = assignments(
        f"#heading(numbering: none)[2. Oppdrag]\n*{code} Slep av store skip*\n\n"
        "Etaten skal lage en plan.\n"
    )
    assert [(each.number, each.title) for each in found] == [(number, "Slep av store skip")]


def test_a_table_tells_what_becomes_of_earlier_assignments() -> None:
    found = assignments(
        "#heading(numbering: none)[2. Oppdrag]\n"
        "#table(columns: (1fr, 3cm, 1fr), [*Oppdrag*], [*Gitt*], [*Status og ny frist*],"
        "[2024-04 Slep av store skip], [TB 2024], [Fristen utsettes til 1. mai 2025.],"
        "[2024-07 Kart over innseilingen], [TB 2024], [Oppdraget utgår.])\n"
    )
    assert [(each.number, each.status) for each in found] == [
        ("2024-04", "amended"),
        ("2024-07", "cancelled"),
    ]


def test_a_number_without_a_title_may_be_withheld_in_the_line_under_it() -> None:
    (found,) = assignments(
        "#heading(numbering: none)[2. Oppdrag]\n"
        "#table(columns: (4cm, 1fr), [Oppdrag], [TB2025-29])\n\n"
        "Unntatt offentlighet, jf. offl. § 15\n"
    )
    assert (found.number, found.title, found.withheld) == ("TB2025-29", None, True)


def test_a_sub_heading_inside_an_assignment_begins_a_task() -> None:
    (found,) = assignments(
        "#heading(numbering: none)[2. Oppdrag]\n*Oppdrag 2025-01 Slep av store skip*\n\n"
        "Etaten skal levere:\n\n*Deloppdrag a: Kart*\n\nKartet viser alle havner.\n\n"
        "Frist: 1. mai 2025\n\n*Deloppdrag b: Plan*\n\nPlanen viser behovet.\n"
    )
    assert found.description == "Etaten skal levere:"
    assert found.tasks == (
        "Deloppdrag a: Kart\nKartet viser alle havner.",
        "Deloppdrag b: Plan\nPlanen viser behovet.",
    )
    assert [each.label for each in found.deadlines] == ["Deloppdrag a: Kart"]


def test_a_sentence_that_leads_into_nothing_asks_for_nothing() -> None:
    (found,) = assignments(
        "#heading(numbering: none)[2. Oppdrag]\n*Oppdrag 2025-01 Slep av store skip*\n\n"
        "Etaten skal levere en plan.\n\nI tillegg ber departementet etaten om følgende:\n"
    )
    assert found.number == "2025-01"


def test_a_paragraph_with_a_title_is_an_assignment_whatever_follows() -> None:
    found = assignments(
        "#heading(numbering: none)[2. Oppdrag]\nOppdragene løses innenfor rammen.\n\n"
        "Slep av store skip. Ordningen gjelder alle havner.\n\n"
        "Kart over innseilingen. Oppdraget blir gitt i eige brev.\n\n"
        "Etaten skal dessuten telle fyrene.\n"
    )
    assert [each.title for each in found] == ["Slep av store skip", "Kart over innseilingen", None]


@pytest.mark.parametrize(
    ("words", "title", "status"),
    [
        ("O 66. Fyrvakt: Fristen endres fra 1. mai til 1. juni 2025.", "Fyrvakt", "amended"),
        ("O 58. Papirkart utgår. Målet er nådd.", "Papirkart", "cancelled"),
        ("Oppdrag 2024-09 Papirkart gjenopptas. Ny frist er 1. juni 2025.", "Papirkart", "amended"),
    ],
)
def test_one_line_may_say_what_becomes_of_an_assignment(
    words: str, title: str, status: str
) -> None:
    (found,) = assignments(f"#heading(numbering: none)[2. Presisering av oppdrag]\n{words}\n")
    assert (found.title, found.status) == (title, status)


def test_only_this_year_s_series_completes_a_bare_number() -> None:
    found = assignments(
        "#heading(numbering: none)[2. Oppdrag]\n"
        "#table(columns: (1cm, 1fr, 3cm), [Nr.], [Oppdrag], [Frist],"
        "[1], [Slep av store skip], [1. mai 2025], [2], [Kart], [1. juni 2025])\n\n"
        "Oppdrag 2024-09 Papirkart gjenopptas. Ny frist er 1. juni 2025.\n"
    )
    assert [each.number for each in found] == ["1", "2", "2024-09"]


@pytest.mark.parametrize(
    ("cut", "joined"),
    [
        ("kaier fra 1960-\\ \nårene vises", "1960-årene"),
        ("sendes regjeringsråd Nordby-\\ \nLunde i dag", "Nordby-Lunde"),
    ],
)
def test_a_word_s_own_hyphen_at_a_line_s_end_ends_no_paragraph(cut: str, joined: str) -> None:
    (found,) = assignments(
        "#heading(numbering: none)[2. Oppdrag]\n*Oppdrag 2025-01 Kart*\n\n"
        f"Etaten skal lage et kart, og {cut}.\n"
    )
    assert found.description is not None
    assert joined in found.description


def test_markers_inside_markers_begin_items() -> None:
    (found,) = assignments(
        "#heading(numbering: none)[2. Oppdrag]\n*Oppdrag 2025-01 Kart*\n\nEtaten skal:\n\n"
        "a) tegne kart\n\n#h(1cm)b.1) på kort sikt\n\n#h(1cm)b.2) på lang sikt\n"
    )
    assert found.tasks == ("tegne kart", "på kort sikt", "på lang sikt")


def test_a_table_of_deliveries_under_a_request_is_no_list_of_assignments() -> None:
    (found,) = assignments(
        """
#heading(numbering: none)[2. Oppdrag]
#heading(level: 2, numbering: none)[2.1 Felles havnekart]
Direktoratet skal lage et felles kart.
#table(columns: 2, [Leveranse], [Frist],
  [Delrapport], [1. mars 2025], [Sluttrapport], [1. juni 2025])
"""
    )
    assert (found.title, found.description) == (
        "Felles havnekart",
        "Direktoratet skal lage et felles kart.",
    )
    assert [(each.label, each.date) for each in found.deadlines] == [
        ("Delrapport", dt.date(2025, 3, 1)),
        ("Sluttrapport", dt.date(2025, 6, 1)),
    ]


@pytest.mark.parametrize(
    ("what", "when"),
    [("Kva", "Når"), ("Bestilling", "Leveransedato"), ("Hva skal leveres", "Tidspunkt")],
)
def test_columns_of_an_overview_have_many_names(what: str, when: str) -> None:
    found = assignments(
        f"""
#heading(numbering: none)[2. Særskilde oppgåver]
#table(columns: 2, [{what}], [{when}], [Ny losordning], [1. september 2025],
  [Sjøkart], [1. oktober 2025])
"""
    )
    assert [(each.title, each.deadlines[0].date) for each in found] == [
        ("Ny losordning", dt.date(2025, 9, 1)),
        ("Sjøkart", dt.date(2025, 10, 1)),
    ]


def test_a_line_underlined_word_by_word_is_a_title() -> None:
    found = assignments(
        """
#heading(numbering: none)[2. Oppdrag]
#underline[Ny losordning]

Direktoratet skal greie ut ei ny losordning.

#underline[Sjøkart]

Direktoratet skal lage ein plan.
"""
    )
    assert told(found) == [
        ("Ny losordning", "Direktoratet skal greie ut ei ny losordning."),
        ("Sjøkart", "Direktoratet skal lage ein plan."),
    ]


def test_a_request_with_its_dates_in_a_list_is_an_assignment() -> None:
    (found,) = assignments(
        """
#heading(numbering: none)[2. Hamnevakta]
Departementet ber Havnedirektoratet om å:
- evaluere hamnevakta innan 1. november 2025
- foreslå endringar
"""
    )
    assert found.title == "Hamnevakta"
    assert len(found.tasks) == 2


def test_what_is_said_of_all_is_not_the_last_ones() -> None:
    found = assignments(
        """
#heading(numbering: none)[2. Oppdrag]
Direktoratet skal greie ut ei ny losordning.

Direktoratet skal lage ein plan for sjøkart.

Frist for begge oppdraga er 1. november 2025.
"""
    )
    assert [each.deadlines for each in found] == [(), ()]


def test_an_assignment_that_is_done_is_none() -> None:
    (found,) = assignments(
        """
#heading(numbering: none)[2. Oppdrag frå tidlegare år]
- Evaluering av fyr. Oppdraget er levert.
- Losordning. Oppdraget held fram, ny frist 1. mai 2025.
"""
    )
    assert (found.title, found.status) == ("Losordning", "amended")


def test_kinds_of_assignments_head_a_list() -> None:
    found = assignments(f"#heading(numbering: none)[2. Utredningsoppdrag]\n- {PLAN}\n- {CHART}\n")
    assert told(found) == [(None, PLAN), (None, CHART)]


@pytest.mark.parametrize(
    "title",
    ["Innkjøp av felles utstyr", "Styrking av innbyggernes vern", "Kommunenes bruk av mikroplast"],
)
def test_genitives_and_adjectives_are_no_passive_verbs(title: str) -> None:
    found = assignments(f"#heading(numbering: none)[2. Oppdrag]\n- {title}. {CHART}\n- {PLAN}\n")
    assert found[0].title == title


def test_one_that_comes_in_its_own_letter_is_new() -> None:
    found = assignments(
        "#heading(numbering: none)[2. Oppdrag]\n"
        "- Gamle kaier. Oppdraget blir gitt i eige brev.\n"
        f"- {PLAN}\n"
    )
    assert found[0].status == "new"


def test_a_label_of_reports_and_deliveries_is_the_assignments() -> None:
    (found,) = assignments(
        """
#heading(numbering: none)[2. Oppdrag]
#heading(level: 2, numbering: none)[2.1 Evaluering av hamnevakta]
*Bakgrunn:* Vakta er ny.

*Beskrivelse av oppdraget:* Direktoratet skal evaluere vakta.

*Rapportering og leveranse:* Ein skriftleg rapport.

*Frist:* 1. juni 2025
"""
    )
    assert (found.title, found.background) == ("Evaluering av hamnevakta", "Vakta er ny.")
    assert [each.date for each in found.deadlines] == [dt.date(2025, 6, 1)]


def test_beside_a_heading_at_the_side_stands_the_text() -> None:
    (found,) = assignments(
        "#heading(numbering: none)[2. Oppdrag]\n"
        "#grid(columns: (4cm, 1fr), row-gutter: 5pt, [*Oppdrag 2025-01 Slep*],"
        "[Etaten skal lage en plan for slep av store skip, og vise behovet i alle havner.])\n"
    )
    assert found.title == "Slep"
    assert found.description is not None
    assert found.description.startswith("Etaten skal lage")


@pytest.mark.parametrize(
    ("head", "lead"),
    [
        ("[*Når*], [*Oppgåve i 2025*]", ""),
        ("[*Innan*], [*Kva som skal gjerast*]", ""),
        ("[*Dato*], [*Bestillinger*]", "Tabellen viser bestillingene for året."),
    ],
)
def test_a_column_of_times_and_one_of_texts_are_assignments_whatever_their_names(
    head: str, lead: str
) -> None:
    found = assignments(
        "#heading(numbering: none)[2. Oppdrag]\n"
        f"#heading(level: 2, numbering: none)[2.1 Mindre oppgaver etter tidspunkt]\n{lead}\n"
        f"#table(columns: 2, {head}, [Før jul], [Lage ei liste over merke i leia.],"
        " [Veke 48], [Halde eit seminar om slep for dei tilsette.],"
        " [Fortløpande], [Melde frå om skadar på fyr og merke.])\n"
    )
    assert [each.title for each in found] == [None] * 3
    assert [(str(each.deadlines[0].date), each.deadlines[0].status) for each in found] == [
        ("None", "dated"),
        ("2025-11-30", "dated"),
        ("None", "ongoing"),
    ]


def test_a_table_after_titled_assignments_is_of_the_sentence_over_it() -> None:
    found = assignments(
        "#heading(numbering: none)[2. Særskilde oppgåver i 2025]\n"
        "*Slep.* Etaten skal kjøpe slep.\n\n*Fyr.* Etaten skal tenne fyra.\n\n"
        "I tillegg gjev departementet desse tingingane, med svar i brev:\n"
        "#table(columns: 3, [*Kva*], [*Omtale*], [*Svar hit*],"
        " [Isfrie hamner], [Vurdere om krava til brøyting er for strenge.], [30.11.],"
        " [Vind ved Vardø], [Oppdatere analysen saman med meteorologane.], [snarast råd])\n"
    )
    assert told(found) == [
        ("Slep", "Etaten skal kjøpe slep."),
        ("Fyr", "Etaten skal tenne fyra."),
        ("Isfrie hamner", "Vurdere om krava til brøyting er for strenge."),
        ("Vind ved Vardø", "Oppdatere analysen saman med meteorologane."),
    ]
    assert [str(each.deadlines[0].date) for each in found[2:]] == ["2025-11-30", "None"]


def test_a_table_of_milestones_in_an_assignment_is_no_list_of_assignments() -> None:
    found = assignments(
        "#heading(numbering: none)[2. Oppdrag]\n"
        "#heading(level: 2, numbering: none)[2.1 Slep av store skip]\n"
        "Etaten skal lage en ordning for slep. Arbeidet har disse milepælene:\n"
        "#table(columns: 2, [*Dato*], [*Milepæl*], [1. mai 2025], [Skissen til ordning er klar.],"
        " [1. juni 2025], [Ordningen er sendt på høring.])\n"
    )
    assert [each.title for each in found] == ["Slep av store skip"]


def test_lettered_headings_under_a_heading_of_assignments_are_assignments_to_the_last() -> None:
    found = assignments(
        "#heading(numbering: none)[2. Prioriterte oppgaver]\nOppgavene nedenfor gjelder 2025.\n\n"
        "*a) Slep*\n\nEtaten skal, sammen med havnene,\n- telle slep\n- måle slep\n\n"
        "Arbeidet avsluttes 1. mai 2025.\n\n*b) Fyr*\n\nEtaten skal tenne fyrene.\n"
    )
    assert [(each.title, len(each.tasks)) for each in found] == [("Slep", 2), ("Fyr", 0)]
    assert [str(each.date) for each in found[0].deadlines] == ["2025-05-01"]


def test_what_a_chapter_of_assignments_says_of_itself_is_none() -> None:
    found = assignments(
        "#heading(numbering: none)[2. Oppdrag]\n"
        "Dette kapitlet gjeld oppdrag for 2025. Oppdrag frå tidlegare år held fram.\n"
        "#heading(level: 2, numbering: none)[2.1 Slep]\nEtaten skal kjøpe slep.\n"
        "#heading(level: 2, numbering: none)[2.2 Fellesføring]\nEtaten skal spare.\n"
    )
    assert [each.title for each in found] == ["Slep"]


def test_a_second_column_of_what_is_asked_tells_what_the_first_names() -> None:
    (found,) = assignments(
        "#heading(numbering: none)[2. Oppdrag]\n"
        "#table(columns: 4, [*Kode*], [*Bestilling*], [*Leveranse*], [*Tidspunkt*],"
        " [B-1], [Tomme kaier], [Notat om hva det koster å legge ned kaier.], [1. desember 2025])\n"
    )
    assert (found.number, found.title) == ("B-1", "Tomme kaier")
    assert found.description == "Notat om hva det koster å legge ned kaier."


def test_a_heading_of_more_assignments_ends_the_one_before_it() -> None:
    found = assignments(
        "#heading(numbering: none)[2. Særskilte oppdrag]\n*Oppdrag 2025-01 Slep*\n\n"
        "Etaten skal kjøpe slep.\n\n#text(size: 1.1em)[*Mindre bestillinger*]\n\n"
        "Etaten bes om å sende\n- oversikt over kaier som ikke har lys, innen 1. desember,\n"
        "- tall til statistikken over skip, etter nærmere avtale med byrået.\n"
    )
    assert found[0].description == "Etaten skal kjøpe slep."
    assert [(str(each.deadlines[0].date), each.deadlines[0].status) for each in found[1:]] == [
        ("2025-12-01", "dated"),
        ("None", "to_be_agreed"),
    ]


def test_lettered_headings_under_a_numbered_one_are_its_assignments() -> None:
    found = assignments(
        """
#heading(numbering: none)[2. Oppdrag for 2025]
*A. Ny losordning*

Direktoratet skal greie ut ei ny losordning.

*B. Sjøkart*

Direktoratet skal lage ein plan.
"""
    )
    assert told(found) == [
        ("Ny losordning", "Direktoratet skal greie ut ei ny losordning."),
        ("Sjøkart", "Direktoratet skal lage ein plan."),
    ]


def test_a_title_does_not_end_inside_brackets() -> None:
    found = assignments(
        "#heading(numbering: none)[2. Oppdrag]\n"
        f"- Ny losordning (jf. Prop. 1 S s. 45). {CHART}\n- {PLAN}\n"
    )
    assert told(found)[0] == ("Ny losordning (jf. Prop. 1 S s. 45)", CHART)


def test_to_give_an_assignment_is_an_outright_request() -> None:
    (found,) = assignments(
        """
#heading(numbering: none)[2. Losordninga]
Vi gir Havnedirektoratet i oppdrag å greie ut ei ny losordning. Frist er 1. juni 2025.
"""
    )
    assert found.title == "Losordninga"


def test_a_column_of_reports_says_when_each_is_due() -> None:
    (found,) = assignments(
        """
#heading(numbering: none)[2. Oppdrag]
#table(columns: 3, [Tittel], [Omtale], [Rapportering],
  [Ny losordning], [Greie ut ei ordning.], [Notat innan 1. november])
"""
    )
    assert [each.date for each in found.deadlines] == [dt.date(2025, 11, 1)]


def test_a_column_of_longer_words_behind_the_titles_is_the_text() -> None:
    found = assignments(
        "#heading(numbering: none)[2. Oppdrag]\n"
        "#table(columns: (1cm, 3cm, 1fr, 3cm), [Nr.], [Oppgåve], [Nærmare om oppgåva], [Frist],"
        "[O 1], [Slep], [Etaten skal lage en plan for slep i alle havner.], [1. mai 2025],"
        "[O 2], [Kart], [Etaten skal tegne nye kart over innseilingen.], [1. juni 2025])\n"
    )
    assert told(found) == [
        ("Slep", "Etaten skal lage en plan for slep i alle havner."),
        ("Kart", "Etaten skal tegne nye kart over innseilingen."),
    ]


def test_a_number_may_be_withheld_in_a_list_of_what_is_new() -> None:
    found = assignments(
        "Brevet gir nye oppdrag: TB2025-52 Slep av store skip og TB2025-54 (unntatt offentlighet, "
        "ettersendes).\n\n#heading(numbering: none)[2. Oppdrag]\n"
        "*TB2025-52 Slep av store skip*\n\nEtaten skal lage en plan.\n"
    )
    assert sorted((each.number, each.withheld) for each in found) == [
        ("TB2025-52", False),
        ("TB2025-54", True),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Oppdrag under dette målet er:",
        "Oppdrag knyttet til mål 1:",
        "Oppdrag innanfor delmål 1.2:",
        "Nye oppdrag i 2025:",
        "Oppdrag:",
    ],
)
def test_a_line_of_assignments_under_a_goal_leads_into_them(line: str) -> None:
    found = assignments(
        f"#heading(numbering: none)[2. Sikrere havner]\n{line}\n- Slep. {PLAN}\n- {CHART}\n"
    )
    assert told(found) == [("Slep", PLAN), (None, CHART)]


def test_the_sections_after_one_that_names_assignments_are_read_as_those_before_it() -> None:
    found = assignments(
        """
#heading(numbering: none)[2. Oppdrag]
#heading(level: 2, numbering: none)[2.1 Andre oppgaver i året]
Departementet ber Havnedirektoratet om å tegne nye kart innen 1. mai 2025.
#heading(level: 2, numbering: none)[2.2 Ombygging av fyr]
Mange fyr er gamle. Departementet ber Havnedirektoratet om å vurdere hvilke som bør bygges om.

Arbeidet har to deler:

a) Oversikt. Direktoratet skal lage en oversikt innen 1. juni 2025.

b) Kostnader. Direktoratet skal anslå kostnadene innen 1. oktober 2025.
#heading(level: 2, numbering: none)[2.3 Prioriteringer ellers]
Direktoratet skal dessuten ha beredskap hele døgnet.
"""
    )
    assert [each.title for each in found] == [None, "Ombygging av fyr"]
    assert found[1].section == "2.2"
    assert [str(each.date) for each in found[1].deadlines] == ["2025-06-01", "2025-10-01"]


def test_a_heading_over_a_request_may_stand_before_a_numbered_assignment() -> None:
    found = read_letter(
        """
#text(14pt)[*Nye oppdrag*]

#text(12.5pt)[*Havnene i nord*]

Departementet ber direktoratet om å vurdere om flere havner kan ta imot store skip.

Vurderingen skal vise:
- behov, og
- kostnader.

Vurderingen sendes departementet senest 1. september 2025.

#text(12.5pt)[*Oppdrag 5 Varsling av skip*]

Direktoratet skal innføre en rutine for varsling.

Frist: 1. november 2025

#text(14pt)[*Rapportering*]

Det rapporteres i årsrapporten.
"""
    ).assignments
    assert [(each.number, each.title) for each in found] == [
        (None, "Havnene i nord"),
        ("5", "Varsling av skip"),
    ]
    assert [str(each.deadlines[0].date) for each in found] == ["2025-09-01", "2025-11-01"]
    assert found[0].tasks == ("behov, og", "kostnader.")


def test_titles_before_their_text_stand_among_numbered_ones_that_have_them_so() -> None:
    found = assignments(
        "#heading(numbering: none)[2. Endringer i oppdrag]\n"
        "*Varsling av skip:* Havnene har bedt om mer tid. Fristen for endelig plan utsettes "
        "derfor til 1. februar 2026.\n\n"
        "*Oppdrag 3 Skole for loser:* Fristen forlenges fra 2. oktober 2025 til 1. mars 2026.\n"
    )
    assert [(each.number, each.title, each.status) for each in found] == [
        (None, "Varsling av skip", "amended"),
        ("3", "Skole for loser", "amended"),
    ]
    assert [str(each.deadlines[0].date) for each in found] == ["2026-02-01", "2026-03-01"]


def test_a_title_under_its_number_is_no_assignment_beside_it() -> None:
    found = assignments(
        "#heading(numbering: none)[2. Oppdrag]\n*Oppdrag 2025-10*\n\n*Felles kaikart*\n\n"
        "Direktoratet skal lage et kart.\n\nFrist: 1. mai 2025\n\n"
        "*Oppdrag 2025-11 Fyr*\n\nDirektoratet skal male fyr.\n"
    )
    assert [(each.number, each.title) for each in found] == [
        ("2025-10", "Felles kaikart"),
        ("2025-11", "Fyr"),
    ]
    assert found[0].deadlines[0].date == dt.date(2025, 5, 1)


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Kaiplan. Direktoratet skal liste kaier der slitasjen går ut over sikkerheten.", "new"),
        ("Kaiplan. Avtalen om kaiene går ut 2026, og direktoratet skal lage en ny.", "new"),
        ("Kaiplan. Direktoratet skal liste avtaler som utgår i år.", "new"),
        ("Kaiplan utgår. Kaiene er solgt.", "cancelled"),
        ("Kaiplan. Oppdraget går ut.", "cancelled"),
    ],
)
def test_a_row_is_taken_back_where_its_title_or_a_sentence_about_it_says_so(
    words: str, status: str
) -> None:
    found = assignments(
        "#heading(numbering: none)[2. Oppdrag]\n#table(columns: (1cm, 1fr, 3cm), "
        f"[Nr.], [Oppdrag], [Frist], [1], [{words}], [1. mai 2025], "
        "[2], [Fyr. Direktoratet skal male fyr.], [1. juni 2025])\n"
    )
    assert [(each.title, each.status) for each in found] == [("Kaiplan", status), ("Fyr", "new")]


@pytest.mark.parametrize(
    "column",
    [
        *("Ansvarlig avdeling i BFD", "Avdeling (BFD)", "Ansvarleg avd. i departementet"),
        *("Fagavdeling", "Ansvarlig i BFD"),
    ],
)
def test_a_column_names_the_ministry_s_department(column: str) -> None:
    found = assignments(
        "#heading(numbering: none)[2. Oppdrag]\n#table(columns: (1cm, 1fr, 3cm, 3cm), "
        f"[Nr.], [Oppdrag], [{column}], [Frist], [D1], [Lage kart], [AIS], [Snarest], "
        "[D2], [Male fyr], [UHF], [Innen utgangen av 1. tertial 2025])\n"
    )
    assert [(each.number, each.responsible) for each in found] == [("D1", "AIS"), ("D2", "UHF")]
    assert [each.deadlines[0].status for each in found] == ["immediate", "dated"]


def test_text_further_out_than_the_headings_of_parts_is_the_assignment_s() -> None:
    (found,) = assignments(
        "#heading(numbering: none)[2. Oppdrag]\n*Oppdrag 2025-01 Kaikart*\n\n"
        "Kartet har to deler:\n\n"
        "#pad(left: 20pt)[*a) Utkast*\n\nDirektoratet skal tegne et utkast innen 1. april 2025.\n\n"
        "*b) Ferdig kart*\n\nDirektoratet skal tegne kartet innen 1. oktober 2025.]\n\n"
        "Direktoratet skal opprette en gruppe av havner.\n"
    )
    assert found.description == (
        "Kartet har to deler:\n\nDirektoratet skal opprette en gruppe av havner."
    )
    assert [task.split("\n")[0] for task in found.tasks] == ["Utkast", "Ferdig kart"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Departementet gir i tillegg disse nye oppdragene:",
        "I tillegg får direktoratet følgende oppdrag:",
    ],
)
def test_a_sentence_after_titled_assignments_leads_into_more(sentence: str) -> None:
    found = assignments(
        "#heading(numbering: none)[2. Oppdrag]\nFølgende oppdrag endres:\n\n*Fyrlykter*\n\n"
        "Oppdraget forlenges ut 2026. Sluttrapporten leveres 31. januar 2027.\n\n"
        f"{sentence}\n\na) *Losleder.* Direktoratet skal sende en plan innen 1. juni 2025.\n\n"
        "b) *Farvann.* Direktoratet skal lage en oversikt.\n"
    )
    assert [(each.title, each.status) for each in found] == [
        ("Fyrlykter", "amended"),
        ("Losleder", "new"),
        ("Farvann", "new"),
    ]
    assert found[0].tasks == ()


def test_a_request_after_the_deadline_of_a_titled_assignment_is_one_of_its_own() -> None:
    found = assignments(
        "#heading(numbering: none)[2. Oppdrag]\n*Fyrlykter*\n\nDirektoratet skal skifte lykter.\n\n"
        "Frist: 1. mai 2025\n\n"
        "Departementet ber videre om at direktoratet utreder en felles ordning for klager. "
        "Et notat sendes departementet innen medio desember 2025.\n"
    )
    assert [each.title for each in found] == ["Fyrlykter", None]
    assert [str(each.deadlines[0].date) for each in found] == ["2025-05-01", "2025-12-15"]


def test_requests_under_a_topic_are_assignments_each() -> None:
    listed = (
        "#heading(level: 2, numbering: none)[2.1 Fyr]\nDirektoratet får disse oppdragene:\n"
        f"- {PLAN}\n- {CHART}\n"
    )
    requests = (
        "#heading(level: 2, numbering: none)[2.2 Farvann]\n"
        "Departementet ber om at direktoratet måler dybden. En liste sendes innen 1. mai 2025.\n\n"
        "Departementet ber også om en vurdering av skjær. Den skal være klar innen 1. juni 2025.\n"
    )
    table = (
        "#heading(level: 2, numbering: none)[2.1 Fyr]\n#table(columns: (1fr, 3cm), "
        "[Oppdrag], [Frist], [Male fyr], [1. oktober 2025], [Kart], [Snarest])\n"
    )
    start = "#heading(numbering: none)[2. Oppdrag i 2025]\n"
    for before in (listed, table):
        assert [each.title for each in assignments(start + before + requests)[2:]] == [None, None]
    # Where each section is an assignment, its heading is the title: unless it asks for one more.
    (found,) = assignments(start + requests.replace("ber også om", "ber om"))
    assert found.title == "Farvann"
    assert [each.title for each in assignments(start + requests)] == [None, None]


def test_what_is_to_be_done_by_a_day_is_no_title() -> None:
    found = assignments(
        "#heading(numbering: none)[2. Oppdrag]\nDirektoratet skal utføre disse oppgavene:\n"
        "- Oversette nettsidene til litauisk innen utgangen av juni.\n- Nye kart over kysten.\n"
    )
    assert [(each.title, each.description) for each in found] == [
        (None, "Oversette nettsidene til litauisk innen utgangen av juni."),
        ("Nye kart over kysten", None),
    ]


def test_a_list_that_is_set_in_under_an_item_is_its_own_however_full_its_line() -> None:
    (found,) = assignments(
        "Direktoratet får følgende oppdrag:\n"
        "- Fyrplan. Fyrene er gamle, og mange må bygges om i løpet av de neste årene. Direktoratet "
        "skal lage en plan som viser \\\n"
        "  #h(14pt)– hvilke fyr som trenger arbeid,\n\n  #h(14pt)– hva det koster.\n"
    )
    assert found.tasks == ("hvilke fyr som trenger arbeid,", "hva det koster.")


def test_a_trial_that_goes_on_is_no_new_assignment() -> None:
    found = assignments(
        "#heading(numbering: none)[2. Oppdrag]\n- Losprøve. Forsøket i nord videreføres i ett år.\n"
        "- Kart. Direktoratet skal tegne kart.\n"
    )
    assert [each.status for each in found] == ["amended", "new"]


def test_plain_headings_of_parts_over_their_text_begin_tasks() -> None:
    (found,) = assignments(
        "#heading(numbering: none)[2. Oppdrag]\n*Oppdrag 2025-01 Kaikart*\n\n"
        "Kartet har to deler:\n\n"
        "#pad(left: 17pt)[a) Utkast\n\nDirektoratet skal tegne et utkast innen 1. april 2025.\n\n"
        "b) Ferdig kart\n\nDirektoratet skal tegne kartet innen 1. oktober 2025.]\n"
    )
    assert found.tasks == (
        "Utkast\nDirektoratet skal tegne et utkast innen 1. april 2025.",
        "Ferdig kart\nDirektoratet skal tegne kartet innen 1. oktober 2025.",
    )
    assert [each.label for each in found.deadlines] == ["Utkast", "Ferdig kart"]


def test_a_list_over_the_last_words_of_an_assignment_has_no_headings() -> None:
    (found,) = assignments(
        "#heading(numbering: none)[2. Oppdrag]\n*Oppdrag 2025-01 Kaikart*\n\nKartet skal vise:\n\n"
        "a) kaier\n\nb) fyr\n\nDirektoratet skal tegne det.\n"
    )
    assert found.tasks == ("kaier", "fyr")
    assert found.description == "Kartet skal vise:\n\nDirektoratet skal tegne det."


def test_what_is_asked_for_in_a_list_stands_beside_a_numbered_assignment_in_plain_type() -> None:
    found = assignments(
        "#heading(numbering: none)[2. Nye og endra oppdrag]\nDepartementet ber direktoratet om å:\n"
        "- kartlegge kaier innen 1. mai 2025,\n- male fyr.\n\n"
        "Oppdrag 7 Felles register\n\nFristen blir endra frå 1. september til 15. desember 2025.\n"
    )
    assert [(each.number, each.description) for each in found] == [
        (None, "kartlegge kaier innen 1. mai 2025,"),
        (None, "male fyr."),
        ("7", "Fristen blir endra frå 1. september til 15. desember 2025."),
    ]
    assert [each.status for each in found] == ["new", "new", "amended"]


def test_a_sentence_gives_new_ones_under_a_heading_of_changes() -> None:
    found = assignments(
        "#heading(numbering: none)[2. Endringer i oppdrag]\n"
        "Departementet gir følgende nye oppdrag, som kommer i tillegg til oppdragene i brevet:\n"
        "- Kartlegge kaier. Resultatet sendes innen 1. mai 2025.\n- Lage en plan for fyr.\n"
    )
    assert [each.status for each in found] == ["new", "new"]


@pytest.mark.parametrize("note", ["(nytt)", "(nytt oppdrag)", "– nytt oppdrag"])
def test_a_heading_says_that_its_assignment_is_new_among_changed_ones(note: str) -> None:
    found = assignments(
        "#heading(numbering: none)[2. Endringer i oppdrag]\n"
        "*Oppdrag 2025-11 Fyr*\n\nFristen er flyttet til 1. mai 2026.\n\n"
        f"*Oppdrag 2025-12 Kaikart {note}*\n\nDirektoratet skal tegne kart.\n"
    )
    assert [(each.title, each.status) for each in found] == [
        ("Fyr", "amended"),
        ("Kaikart", "new"),
    ]


def test_a_sentence_that_leads_into_more_is_not_the_numbered_one_s_before_it() -> None:
    found = assignments(
        "#heading(numbering: none)[2. Oppdrag]\n*Oppdrag 2025-01 Fyr*\n\n"
        "Direktoratet skal male fyr.\n\nI tillegg ber departementet direktoratet om følgende:\n"
        "- Tegne kart.\n- Måle dybder.\n"
    )
    assert [(each.number, each.description) for each in found] == [
        ("2025-01", "Direktoratet skal male fyr."),
        (None, "Tegne kart."),
        (None, "Måle dybder."),
    ]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Følgende oppdrag endres:", "amended"),
        ("Desse oppdraga blir presiserte:", "amended"),
        ("Følgende oppdrag utgår:", "cancelled"),
        ("Desse oppdraga fell bort:", "cancelled"),
        ("Direktoratet får følgende oppdrag i tillegg til dem som er gitt tidligere:", "new"),
        ("Som del av endringen gis disse oppdragene:", "new"),
    ],
)
def test_the_sentence_over_assignments_says_what_becomes_of_them(
    sentence: str, status: str
) -> None:
    found = assignments(
        f"#heading(numbering: none)[2. Oppdrag]\n{sentence}\n\n*Fyrlykter*\n\n"
        "Vi har mottatt en rapport. Vi ber om at den legges fram for havnene.\n\n*Losleder*\n\n"
        "Vi ber om at planen gjelder alle havner.\n"
    )
    assert [(each.title, each.status) for each in found] == [
        ("Fyrlykter", status),
        ("Losleder", status),
    ]


def test_the_cell_of_the_new_deadline_may_say_that_the_assignment_goes() -> None:
    found = assignments(
        "#heading(numbering: none)[2. Endringer i oppdrag]\n"
        "#table(columns: (1.2cm, 1fr, 3cm), [Nr.], [Oppdrag], [Ny frist], "
        "[3], [Kaikart], [1. oktober 2025], [5], [Fyr], [Utgår])\n"
    )
    assert [(each.title, each.status, len(each.deadlines)) for each in found] == [
        ("Kaikart", "amended", 1),
        ("Fyr", "cancelled", 0),
    ]


def test_what_is_said_of_several_after_the_last_deadline_is_not_the_last_one_s() -> None:
    (found,) = assignments(
        "#heading(numbering: none)[2. Oppdrag]\n*Oppdrag 2025-01 Fyr*\n\n"
        "Direktoratet skal male fyr.\n\nFrist: 1. mai 2025\n\n"
        "Oppdragene om fyr skal ses i sammenheng. Departementet kaller inn til et møte.\n"
    )
    assert found.description == "Direktoratet skal male fyr."


@pytest.mark.parametrize(("number", "is_title"), [("2", False), ("2025-002", True)])
def test_a_phrase_that_says_what_is_to_be_done_is_a_title_in_the_year_s_series(
    number: str, is_title: bool
) -> None:
    words = "Utrede en merkeordning for kaier"
    found = assignments(
        "#heading(numbering: none)[2. Oppdrag]\n#table(columns: (2cm, 1fr, 3cm), "
        f"[Nr.], [Oppdrag], [Frist], [{number}], [{words}], [1. mai 2025])\n"
    )
    assert told(found) == [(words, None) if is_title else (None, words)]


@pytest.mark.parametrize(
    "heading",
    ["Oppdrag utenom mål", "Oppdrag knyttet til mål 1", "Oppdrag utanom målstrukturen"],
)
def test_a_heading_may_say_which_goal_its_assignments_belong_to(heading: str) -> None:
    letter = read_letter(
        f"""= {heading}
Tilsynet skal kartlegge tilgangen på familieråd. Frist: 1. september 2025.

Departementet ber tilsynet om å foreslå nye rutiner innen 1. oktober 2025.
"""
    )
    assert [[str(d.date) for d in one.deadlines] for one in letter.assignments] == [
        ["2025-09-01"],
        ["2025-10-01"],
    ]


CLOSE_PARAGRAPHS = """
= Oppdrag
#set par(spacing: 0.85em, leading: 0.65em)
Departementet ber Familievernstilsynet om å foreslå endringer i forskriften om meklingstilbudet
og de andre tilbudene til familier i distriktene. #linebreak(justify: true)

Vi ber Familievernstilsynet gå gjennom rutinene for mekling. Brukerne skal trekkes inn i arbeidet.
Frist: 10. oktober 2025.
"""


def test_paragraphs_set_close_are_parted_by_the_little_space_between_them() -> None:
    letter = read_letter(CLOSE_PARAGRAPHS)
    assert [[str(d.date) for d in one.deadlines] for one in letter.assignments] == [
        [],
        ["2025-10-10"],
    ]


RUNNING_POINTS = """
= Oppdrag
Departementet gir tilsynet de oppdragene som følger av punktene nedenfor.

1.1 Familievernstilsynet skal gi en samlet vurdering av ventetidene. Frist: 1. september 2025.

#pad(left: 2em)[Vurderingen skal også vise kostnadene ved tiltak.]

1.2 Tolk i mekling. Tilsynet skal prøve ut en ordning med tolk på skjerm innen 1. oktober 2025.
#linebreak(justify: true)
1.3 Tilsynet skal holde departementet orientert om meklingstilbudet:

- ventetid
- frafall
"""


def test_paragraphs_that_their_section_counts_are_an_assignment_each() -> None:
    first, second, third = read_letter(RUNNING_POINTS).assignments
    assert [one.number for one in (first, second, third)] == [None, None, None]
    assert first.description is not None
    assert first.description.endswith("Vurderingen skal også vise kostnadene ved tiltak.")
    assert (second.title, str(second.deadlines[0].date)) == ("Tolk i mekling", "2025-10-01")
    assert third.tasks == ("ventetid", "frafall")


TOPIC = (
    "#heading(numbering: none)[2. Oppgaver i 2025]\nOppgavene kommer i tillegg til det faste.\n"
    "#heading(level: 2, numbering: none)[2.1 Havner]\n"
)


@pytest.mark.parametrize(
    "request_", ["Departementet ber etaten om å:", "Havnedirektoratet får i oppdrag å:"]
)
def test_under_a_topic_items_with_days_of_their_own_are_assignments(request_: str) -> None:
    found = assignments(
        TOPIC + f"{request_}\n- telle alle kraner. Tallene sendes innen 1. mai 2025.\n"
        "- merke alle kaier innen 1. juni 2025.\n- foreslå nye satser.\n"
    )
    assert [(each.title, each.description, len(each.deadlines)) for each in found] == [
        (None, "telle alle kraner. Tallene sendes innen 1. mai 2025.", 1),
        (None, "merke alle kaier innen 1. juni 2025.", 1),
        (None, "foreslå nye satser.", 0),
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Departementet ber etaten om å:", "Alt sendes innen 1. mai 2025."),
        ("Kranene er gamle. Departementet ber etaten om å:", ""),
    ],
)
def test_under_a_topic_items_of_one_request_are_its_tasks(before: str, after: str) -> None:
    (found,) = assignments(
        TOPIC + f"{before}\n- telle alle kraner\n- merke alle kaier\n- foreslå satser\n\n{after}\n"
    )
    assert found.title == "Havner"
    assert found.tasks == ("telle alle kraner", "merke alle kaier", "foreslå satser")


def test_a_paragraph_that_names_again_what_was_asked_for_goes_on_with_it() -> None:
    (found,) = assignments(
        "#heading(numbering: none)[2. Oppdrag til Havnedirektoratet]\n"
        "Departementet ber etaten om å lage et kranhefte. Heftet skal vise:\n"
        "- alle kraner\n- alle kaier\n\n"
        "Kranheftet skal ligge åpent på nettsidene 1. oktober 2025.\n"
    )
    assert (found.tasks, len(found.deadlines)) == (("alle kraner", "alle kaier"), 1)


@pytest.mark.parametrize(
    ("phrase", "title"),
    [
        ("NSM leder en gruppe som skal se på kraner", None),
        ("Direktoratet utreder nye krav til kraner", None),
        ("IT-systemer for kraner", "IT-systemer for kraner"),
    ],
)
def test_a_phrase_that_says_what_a_body_does_is_no_title(phrase: str, title: str | None) -> None:
    first, _ = assignments(
        f"#heading(numbering: none)[2. Oppdrag]\n- {phrase}. Frist: 1. mai.\n- {CHART}\n"
    )
    assert first.title == title


@pytest.mark.parametrize("label", ["*Oppdrag:*", "*Nytt oppdrag:*", "Oppdrag:"])
def test_a_paragraph_that_the_word_labels_is_an_assignment_in_any_section(label: str) -> None:
    found = assignments(
        "#heading(numbering: none)[2. Havner]\nHavnene skal være trygge.\n\n"
        f"{label} Etaten skal telle alle kraner.\n- på land\n- på kai\n\n{label} {PLAN}\n\n"
        "Havnene er mange.\n"
    )
    assert told(found) == [(None, "Etaten skal telle alle kraner."), (None, PLAN)]
    assert [each.tasks for each in found] == [("på land", "på kai"), ()]


def test_the_word_beside_other_labels_is_one_of_a_heading_s_own_assignment() -> None:
    (found,) = assignments(
        "#heading(numbering: none)[2. Kraner]\nMange kraner er gamle.\n\n"
        "*Oppdrag:* Etaten skal telle alle kraner.\n\n*Frist:* 1. oktober 2025\n"
    )
    assert (found.title, len(found.deadlines)) == ("Kraner", 1)


@pytest.mark.parametrize(
    ("first", "title", "days"),
    [
        ("Innen 1. oktober 2025: Oversikt over kraner.", None, ["2025-10-01"]),
        ("Fortløpende: Oppdatere nettsidene.", None, ["None"]),
        ("Oversikt over kraner – 1. oktober 2025", "Oversikt over kraner – 1. oktober 2025", None),
        ("Oversikt over kraner (uke 40)", "Oversikt over kraner (uke 40)", None),
        ("Oversikt over kraner (frist: løpende)", "Oversikt over kraner (frist: løpende)", None),
    ],
)
def test_a_time_before_or_after_what_is_asked_is_its_deadline(
    first: str, title: str | None, days: list[str] | None
) -> None:
    found, _ = assignments(f"#heading(numbering: none)[2. Oppdrag]\n- {first}\n- {CHART}\n")
    assert found.title == title
    assert len(found.deadlines) == 1
    assert days is None or [str(each.date) for each in found.deadlines] == days


def test_a_place_in_an_earlier_letter_is_no_part_of_the_title() -> None:
    found = assignments(
        "#heading(numbering: none)[2. Endringer i oppdrag]\n"
        "- Punkt 3.2 Kraner: Fristen flyttes til 1. oktober 2025.\n"
        "- Punkt 3.3 Kaier: Oppdraget utgår.\n"
    )
    assert [(each.title, each.status) for each in found] == [
        ("Kraner", "amended"),
        ("Kaier", "cancelled"),
    ]


def test_a_heading_keeps_the_words_that_say_what_the_assignment_is_about() -> None:
    (found,) = assignments(f"#heading(numbering: none)[2. Oppdrag om kraner]\n{PLAN}\n")
    assert found.title == "Oppdrag om kraner"


@pytest.mark.parametrize(("one", "other"), [("KRANER", "KAIER"), ("Nye kraner", "Trygge kaier")])
def test_lines_in_the_text_s_own_type_are_titles_where_each_stands_over_a_request(
    one: str, other: str
) -> None:
    found = assignments(
        f"#heading(numbering: none)[2. Oppdrag]\n{one}\n\nEtaten skal telle alle kraner.\n\n"
        f"{other}\n\nEtaten skal merke alle kaier.\n"
    )
    assert told(found) == [
        (one, "Etaten skal telle alle kraner."),
        (other, "Etaten skal merke alle kaier."),
    ]


def test_an_item_in_the_present_may_have_a_day() -> None:
    found = assignments(
        "#heading(numbering: none)[2. Oppdrag]\nDepartementet forventer at etaten i 2025:\n"
        "- teller alle kraner i løpet av høsten\n- merker alle kaier\n"
    )
    assert [len(each.deadlines) for each in found] == [1, 0]


def test_sentences_about_named_assignments_change_each_of_them() -> None:
    found = assignments(
        "#heading(numbering: none)[2. Endring av oppdrag]\n"
        "Oppdraget «Kraner» får ny frist 1. oktober 2025.\n\n"
        "Oppdraget «Kaier» er ikke lenger aktuelt.\n\n"
        "I oppdraget «Slep» strykes siste avsnitt.\n"
    )
    assert [(each.title, each.status) for each in found] == [
        ("Kraner", "amended"),
        ("Kaier", "cancelled"),
        ("Slep", "amended"),
    ]


def test_what_was_asked_for_before_may_be_asked_for_again() -> None:
    first = "Departementet ber etaten om å legge fram en vurdering av kraner."
    shows = "Vurderingen skal vise"
    again = "Tiden er knapp, og vi ber derfor om at vurderingen sendes innen 1. oktober 2025."
    (found,) = assignments(
        f"#heading(numbering: none)[2. Oppdrag]\n{first}\n\n{shows}\n"
        f"- hva som må til,\n- hva det koster.\n\n{again}\n"
    )
    assert [str(each.date) for each in found.deadlines] == ["2025-10-01"]


def test_more_may_be_given_in_a_list_after_a_request_with_a_list_of_its_own() -> None:
    found = assignments(
        "#heading(numbering: none)[2. Oppdrag]\n"
        "Etaten skal lage en plan for kraner innen 1. mai 2025. Planen skal beskrive:\n"
        "- kostnader\n- ansvar\n\n"
        "I tillegg har departementet disse oppdragene:\n"
        "- Telle kaiene.\n- Male fyrene.\n"
    )
    assert [each.tasks for each in found] == [("kostnader", "ansvar"), (), ()]


def test_what_becomes_of_assignments_given_earlier_stands_under_a_heading_of_its_own() -> None:
    found = assignments(
        "#heading(numbering: none)[2. Oppfølging av tidligere oppdrag]\n"
        "Kraner. Etaten får utsatt frist. Ny frist er 1. oktober 2025.\n\n"
        "Kaier. Etaten bes om å utvide notatet. Tillegget sendes innen 1. mai 2025.\n"
    )
    assert [(each.title, each.status) for each in found] == [
        ("Kraner", "amended"),
        ("Kaier", "amended"),
    ]


TWO_REQUESTS = (
    "Departementet ber etaten om å telle kranene. Tallene sendes innen 1. oktober 2025.\n\n"
    "Oversikten skal omfatte private havner.\n\n"
    "Videre ber vi etaten om å male kaiene i Vardø."
)


@pytest.mark.parametrize(
    "heading",
    ["2. Oppdrag om kraner og kaier", "2. Utredninger", "2.1 Andre kartlegginger i havnene"],
)
def test_a_heading_that_names_a_topic_has_an_assignment_a_request(heading: str) -> None:
    found = assignments(
        "#heading(numbering: none)[2. Oppdrag]\n" * heading.startswith("2.1")
        + f"#heading(numbering: none)[{heading}]\n{TWO_REQUESTS}\n"
    )
    first, between, second = TWO_REQUESTS.split("\n\n")
    assert told(found) == [(None, f"{first}\n\n{between}"), (None, second)]


def test_a_list_under_a_topic_gives_each_item_with_its_own_day() -> None:
    found = assignments(
        "#heading(numbering: none)[2. Oppdrag om kraner og kaier]\n"
        "Departementet ber etaten om å:\n"
        "- telle kranene og sende tallene innen 1. oktober 2025\n"
        "- male kaiene i Vardø innen 1. mai 2025\n"
    )
    assert [str(each.deadlines[0].date) for each in found] == ["2025-10-01", "2025-05-01"]


def test_a_heading_that_names_one_thing_keeps_a_second_request_with_the_first() -> None:
    (found,) = assignments(
        "#heading(numbering: none)[2. Oppdrag]\n"
        f"#heading(level: 2, numbering: none)[2.1 Kranen i Vardø]\n{TWO_REQUESTS}\n"
    )
    assert found.title == "Kranen i Vardø"


def test_a_body_s_name_is_no_thing_that_was_asked_for_before() -> None:
    found = assignments(
        "#heading(numbering: none)[2. Oppdrag]\n"
        "Vi ber om at Patentstyret teller alle kraner som brukes i havnene i landet.\n\n"
        "Videre ber vi om at Patentstyret merker alle kaier som brukes i havnene i landet.\n"
    )
    assert len(found) == 2


_TWO = """
#heading(numbering: none)[2. {heading}]
*{first} Kart over havnene*

Havnedirektoratet skal lage kart over havnene. Kartet sendes innen 1. mai 2025.

*{second} Fyr i nord*

Havnedirektoratet skal pusse opp fyrene. Arbeidet er ferdig innen 1. juni 2025.
"""


def two(heading: str, first: str, second: str) -> list[tuple[str | None, str | None, int]]:
    body = _TWO.format(heading=heading, first=first, second=second)
    return [(each.number, each.title, len(each.deadlines)) for each in assignments(body)]


@pytest.mark.parametrize(
    ("first", "second", "numbers"),
    [
        ("", "", (None, None)),
        ("1)", "2)", (None, None)),
        ("Oppdrag A1", "Oppdrag A2", ("A1", "A2")),
        ("A1.", "A2.", ("A1", "A2")),
        ("Bestilling 3", "Bestilling 4", ("3", "4")),
    ],
)
def test_a_heading_about_a_matter_stands_over_several_with_titles(
    first: str, second: str, numbers: tuple[str | None, str | None]
) -> None:
    found = two("Oppdrag om havner og fyr", first, second)
    assert found == [(numbers[0], "Kart over havnene", 1), (numbers[1], "Fyr i nord", 1)]


@pytest.mark.parametrize(
    ("first", "second", "numbers"),
    [
        ("Oppdrag A1", "Oppdrag A2", ["A1", "A2"]),
        ("Oppdrag nr. B-1", "Oppdrag nr. B-2", ["B-1", "B-2"]),
        ("Bestilling 3:", "Bestilling 4:", ["3", "4"]),
        ("Oppgave C1 –", "Oppgave C2 –", ["C1", "C2"]),
    ],
)
def test_a_word_and_a_code_number_an_assignment_under_any_heading(
    first: str, second: str, numbers: list[str]
) -> None:
    assert [number for number, *_ in two("Havner", first, second)] == numbers


def test_parts_with_headings_of_their_own_are_of_the_one_assignment() -> None:
    body = """
#heading(numbering: none)[2. Oppdrag om havner]
*Bakgrunnen for saken*

Havnene er slitne, og det er lenge siden de ble pusset opp.

*Hva som skal gjøres*

Havnedirektoratet skal pusse dem opp innen 1. mai 2025.
"""
    (one,) = assignments(body)
    assert one.title == "Oppdrag om havner"


def test_a_list_of_more_under_a_heading_makes_it_the_title_of_none() -> None:
    found = assignments(
        "#heading(numbering: none)[2. Oppdrag]\n"
        "#heading(level: 2, numbering: none)[2.1 Fyr]\n"
        "Direktoratet skal lage en strategi for fyr. Et notat er klart 2. mai 2025.\n\n"
        "I tillegg får direktoratet disse oppdragene:\n\n"
        "- *Undersøkelse.* Spørre båtfolk om fyr, innen 1. desember 2025.\n"
        "- *Lånekort.* Vurdere om ordningen kan slås sammen.\n\n"
        "#heading(level: 2, numbering: none)[2.2 Los]\n"
        "Direktoratet får disse oppdragene:\n\n"
        "- *Ny losbok.* Skrive en losbok innen 1. juni 2025.\n"
        "- *Prøver.* Holde prøver for loser.\n"
    )
    assert [each.title for each in found] == [
        None,
        "Undersøkelse",
        "Lånekort",
        "Ny losbok",
        "Prøver",
    ]


DEMANDS = """
== Samfunnstryggleik og digital tryggleik
Etaten skal ha eit styringssystem for informasjonstryggleik. Planane skal øvast.
== Miljøleiing og kommunikasjon
Etaten skal vere eit føredøme i eiga drift, og talet på reiser bør ned.
"""


@pytest.mark.parametrize(
    "heading",
    ["Oppdrag og administrative føringar", "Oppdrag, krav og føringer", "Oppdrag og føresetnader"],
)
@pytest.mark.parametrize(
    "given",
    [
        f"== Oppdrag\n- {PLAN}\n",
        f"== Nye oppdrag i 2025\nEtaten får desse oppdraga:\n- {PLAN}\n",
    ],
)
def test_demands_beside_a_section_of_assignments_are_none(heading: str, given: str) -> None:
    found = read_letter(f"= Mål\nEtaten skal merke farleder.\n= {heading}\n{given}{DEMANDS}")
    assert [each.description for each in found.assignments] == [PLAN]


def test_under_a_heading_of_both_what_names_a_matter_is_an_assignment() -> None:
    body = f"= Oppdrag og føringar\n== Slep av skip\nEtaten skal lage ein plan for slep.\n{DEMANDS}"
    assert [each.title for each in read_letter(body).assignments] == ["Slep av skip"]


def test_a_request_by_a_day_among_demands_is_an_assignment() -> None:
    asked = (
        "== Personvern\nDepartementet ber etaten om å greie ut personvernet innan 1. mai 2025.\n"
    )
    body = f"= Oppdrag og føringar\n== Oppdrag\n- {PLAN}\n{DEMANDS}{asked}"
    assert [each.title for each in read_letter(body).assignments] == [None, "Personvern"]


def test_under_a_heading_of_assignments_alone_every_heading_is_one() -> None:
    body = f"= Oppdrag\n== Slep\nEtaten skal lage ein plan for slep.\n{DEMANDS}"
    assert len(read_letter(body).assignments) == 3
