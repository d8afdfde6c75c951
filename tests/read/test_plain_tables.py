"""Tables of tasks in plain text are set again with their columns, and ruled where rows are told."""

from __future__ import annotations

from laid_letters import table_rows
from tildeling.text.blocks import Paragraph, Table
from tildeling.text.lay_out import lay_out_text

RUNNING = (
    "Direktoratet skal legge fram et samlet kunnskapsgrunnlag om hvordan kommunene arbeider med\n"
    "bosetting, og foreslå tiltak som kan settes i verk innenfor gjeldende økonomiske rammer for\n"
    "virksomheten.\n"
) * 5

# The last column moves from line to line, and the page's end cuts the second row.
NUMBERED = """
Nr.       Oppdrag                                                                 Frist
Vann og avløp
1         Kart over vannverk                                              1. mai 2023
          Direktoratet skal sammen med kommunene lage et kart over de private
          vannverkene, med opplysninger om hvem som eier dem.
2         Direktoratet skal gi råd om hvordan avløp i spredt bebyggelse     Innen utgangen av


                                                                                          Side 2
Tildelingsbrev 2023 – Vanndirektoratet


       kan renses.                                                     oktober
3      Øvelse om flom                                             Utkast: 1. mars
       Øvelsen skal planlegges sammen med fylkene, og rapporten skal være kort.   2023
                                                                  Rapport: 1. juni
                                                                  2023

3.2    Andre føringer
"""
HEAD = "Tildelingsbrev 2023 – Vanndirektoratet\n\n"
PAGES = f"{HEAD}{RUNNING}{NUMBERED.replace('Side 2', 'Side 2' + chr(12))}{RUNNING}"

PARTED = """
 Oppgave                                                       Frist

 Felles ordliste                                               1. juni
 Etaten skal lage en ordliste som kommunene kan bruke uten
 tilpasning.

 Gjennomgang av gebyrer                                        Orientering: 1. mars
 Etaten skal gå gjennom gebyrene.                              Forslag: 1. mai


Dersom etaten ser at en frist ikke kan holdes, skal departementet varsles så snart som mulig.
"""

UNPARTED = """
Oppdrag                Beskrivelse                                            Frist
Felles portal          Planlegge en portal som er felles med Filmhuset, og    1. september 2023
                       vise hva den vil koste.
Klima i                Lage en plan for lavere utslipp ved turneer, konserter   Utgangen av
kulturlivet            og utstillinger.                                         mars 2024
"""


def rows(text: str) -> list[list[str]]:
    """The cells of all tables' rows, by columns."""
    return table_rows(lay_out_text(text))


def paragraphs(text: str) -> list[str]:
    laid = lay_out_text(text)
    return [laid.text.text[b.start : b.end] for b in laid.blocks if isinstance(b, Paragraph)]


def test_rows_with_numbers_keep_their_text_and_a_deadline_that_moves_sideways() -> None:
    found = rows(PAGES)
    assert found[0] == ["Nr.", "Oppdrag", "Frist"]
    assert found[2] == [
        "1",
        "Kart over vannverk Direktoratet skal sammen med kommunene lage et kart over de private "
        "vannverkene, med opplysninger om hvem som eier dem.",
        "1. mai 2023",
    ]
    assert found[-1][0] == "3"
    assert found[-1][2] == "Utkast: 1. mars 2023 Rapport: 1. juni 2023"


def test_a_heading_over_rows_is_a_row_across_the_table() -> None:
    assert ["Vann og avløp"] in rows(PAGES)


def test_a_row_that_a_page_cuts_is_one_row() -> None:
    assert [
        "2",
        "Direktoratet skal gi råd om hvordan avløp i spredt bebyggelse kan renses.",
        "Innen utgangen av oktober",
    ] in rows(PAGES)


def test_a_numbered_heading_under_the_table_is_none_of_its_rows() -> None:
    assert "3.2 Andre føringer" in paragraphs(PAGES)


def test_a_title_in_a_cell_is_bold_and_its_text_is_not() -> None:
    laid = lay_out_text(PAGES)
    table = next(block for block in laid.blocks if isinstance(block, Table))
    title, text = table.rows[2].cells[1].parts
    assert title.style.bold
    assert laid.text.text[title.start : title.end] == "Kart over vannverk"
    assert not text.style.bold


def test_blank_lines_part_the_rows_of_a_table_without_numbers() -> None:
    text = f"Tildelingsbrev\n\n{RUNNING}{PARTED}"
    assert rows(text)[1:] == [
        [
            "Felles ordliste Etaten skal lage en ordliste som kommunene kan bruke uten tilpasning.",
            "1. juni",
        ],
        [
            "Gjennomgang av gebyrer Etaten skal gå gjennom gebyrene.",
            "Orientering: 1. mars Forslag: 1. mai",
        ],
    ]
    assert paragraphs(text)[-1].startswith("Dersom etaten")


def test_a_row_begins_where_all_columns_begin_and_the_text_above_ended() -> None:
    text = f"Tildelingsbrev\n\n{RUNNING}{UNPARTED}\n\n{RUNNING}"
    assert [row[0] for row in rows(text)] == ["Oppdrag", "Felles portal", "Klima i kulturlivet"]
    assert rows(text)[2][2] == "Utgangen av mars 2024"


def test_a_table_of_budget_posts_is_none_of_tasks() -> None:
    table = (
        "Kap.  Post  Betegnelse                Bevilgning\n"
        "Kap. 734 Tilskudd til psykisk helse\n"
        "734   21    Spesielle driftsutgifter      15 620\n"
        "734   71    Tvungen omsorg               289 430\n"
        "Kap. 740 Direktoratet for det hele landet\n"
        "740   01    Driftsutgifter             1 196 235\n"
    )
    assert len(rows(f"Tildelingsbrev\n\n{RUNNING}\n{table}\n{RUNNING}")) == 6


BOXES = """
TB2023-01      Avd. HOD:      Helsedata til kommunene og
               DIG/FHA        fylkene
Direktoratet skal lage en oversikt over hvilke opplysninger kommunene har rett til, og gi dem råd.

TB2023-02        Blodgivere og karantene
                 Ansvarlig avdeling i HOD: SHA
                 Direktoratet skal vurdere om karantenetiden kan kortes ned for noen av giverne.


                                                                                          Side 2
       Frist: 15.05.2023


TB2023-03        Øvelse
"""

CARDS = """
   Digital post til dødsbo                                                       Frist
                                                                        1. juli 2025
   Etaten skal foreslå hvordan post kan samles i én digital postkasse for dem som arver.

   Avvikling av papir                                                             Delfrist
                                                                            3. mars 2025
   Etaten skal lage en plan for hvordan alle brev kan sendes digitalt og
                                                                               Frist
   uten papir.                                                         1. mai 2025


5 Budsjett
"""

CALENDAR = """
 Måned       Sak                                     Dato/frist

 2024

 Mars        Innspill til revidert budsjett          4. mars

             Årsrapport for 2023                     15. mars

 2025

 Mars        Årsrapport for 2024                     14. mars


"""


def test_a_code_begins_a_box_whose_cells_are_read_down() -> None:
    text = f"Tildelingsbrev\n\n{RUNNING}{BOXES}{RUNNING}"
    assert rows(text)[0] == ["TB2023-01", "Avd. HOD: DIG/FHA", "Helsedata til kommunene og fylkene"]
    assert any(words.startswith("Direktoratet skal lage en") for words in paragraphs(text))


def test_a_box_goes_on_over_a_page() -> None:
    text = f"Tildelingsbrev\n\n{RUNNING}{BOXES.replace('Side 2', 'Side 2' + chr(12))}{RUNNING}"
    box = next(row for row in rows(text) if row[0] == "TB2023-02")
    assert box[1].endswith("noen av giverne. Frist: 15.05.2023")


def test_codes_one_under_the_other_are_no_boxes() -> None:
    index = "TB2023-01     Kart over vannverk\nTB2023-02     Råd om avløp\n"
    assert [row[0] for row in rows(f"Tildelingsbrev\n\n{RUNNING}\n{index}\n{RUNNING}")] == [
        "TB2023-01",
        "TB2023-02",
    ]


def test_what_stands_at_the_right_of_a_card_is_one_cell() -> None:
    found = rows(f"Tildelingsbrev\n\n{RUNNING}{CARDS}{RUNNING}")
    assert [row[1] for row in found] == [
        "Frist 1. juli 2025",
        "Delfrist 3. mars 2025 Frist 1. mai 2025",
    ]
    assert found[1][0].endswith("kan sendes digitalt og uten papir.")


def test_years_over_a_calendars_rows_do_not_end_it() -> None:
    found = rows(f"Tildelingsbrev\n\n{RUNNING}{CALENDAR}{RUNNING}")
    assert found == [
        ["Måned", "Sak", "Dato/frist"],
        ["2024"],
        ["Mars", "Innspill til revidert budsjett", "4. mars"],
        ["Årsrapport for 2023", "15. mars"],
        ["2025"],
        ["Mars", "Årsrapport for 2024", "14. mars"],
    ]


def test_a_space_alone_parts_an_amount_from_its_remark() -> None:
    table = (
        "Kap.post Nemning                    Tildeling Kommentar\n"
        "140.21   Spesielle driftsutgifter       6 400 Gjeld utgifter til to rådgjevarar.\n"
        "144.01   Driftsutgifter                57 250 Gjeld drifta av senteret i Førde.\n"
    )
    found = rows(f"Tildelingsbrev\n\n{RUNNING}\n{table}\n{RUNNING}")
    assert found[1][2:] == ["6 400", "Gjeld utgifter til to rådgjevarar."]


def test_a_space_alone_parts_an_amount_from_a_change_with_its_sign() -> None:
    table = (
        "Kap.  Post  Betegnelse               Tidligere     Endring      Ny ramme\n"
        "670   01    Driftsutgifter             324 780       6 000       330 780\n"
        "671   60    Integreringstilskudd    15 159 100 –413 600       14 745 500\n"
    )
    found = rows(f"Tildelingsbrev\n\n{RUNNING}\n{table}\n{RUNNING}")
    assert found[2][3:] == ["15 159 100", "–413 600", "14 745 500"]


def test_what_a_page_cuts_off_a_row_under_a_heading_again_is_put_back() -> None:
    text = (
        "Nr.  Oppdrag                                                     Frist\n"
        "1    Direktoratet skal gjennomføre en ny vurdering av hendelsen   Snarest\n"
        "     i oktober\n\f"
        "Nr.  Oppdrag                                                     Frist\n"
        "     2025. Den skal være kort.\n"
        "2    Direktoratet skal publisere data om søkere og studenter      1. mai 2026\n"
    )
    found = rows(f"Tildelingsbrev\n\n{RUNNING}{text}\n\n{RUNNING}")
    assert [row[1] for row in found[1:]] == [
        "Direktoratet skal gjennomføre en ny vurdering av hendelsen i oktober 2025. Den skal være "
        "kort.",
        "Direktoratet skal publisere data om søkere og studenter",
    ]


def test_the_mark_of_a_footnote_is_no_digit_of_its_amount() -> None:
    table = (
        "Kap.  Post  Nemning                          Løyving\n"
        "917   01    Driftsutgifter               398.640.0001)\n"
        "      22    Forsking                      96.310.0002)\n"
        "1) Midlane er flytta frå kap. 900.\n2) Kan overførast.\n"
    )
    found = rows(f"Tildelingsbrev\n\n{RUNNING}\n{table}\n{RUNNING}")
    assert [row[-1] for row in found[1:]] == ["398.640.000", "96.310.000"]


def test_a_dash_for_no_amount_stands_among_the_amounts() -> None:
    table = (
        "Kap.    Post   Betegnelse                   Tildelt      Endring       Etter\n"
        "714     21     Spesielle driftsutgifter     118 420       6 500       124 920\n"
        "714     70     Tilskudd                     172 384      −4 000       168 384\n"
        "765     72     Frivillig arbeid             469 025            -      469 025\n"
    )
    found = rows(f"Tildelingsbrev\n\n{RUNNING}\n{table}\n{RUNNING}")
    assert {len(row) for row in found} == {6}


def test_a_code_that_wraps_in_its_box_is_one() -> None:
    text = (
        "Oppdrag nr. 2023-      Forprosjekt om norskprøve                 Ansvarlig: ITA\n"
        "006\n"
        "Bakgrunn               Norskprøven avlegges fire ganger i året på faste prøvesteder.\n"
    )
    assert rows(f"Tildelingsbrev\n\n{RUNNING}\n{text}\n\n{RUNNING}")[0] == [
        "Oppdrag nr. 2023-006",
        "Forprosjekt om norskprøve",
        "Ansvarlig: ITA",
    ]
