"""What a letter marks as a goal: by a label, in a list, a sentence, a table or a heading."""

import pytest

from set_letters import BASE, read_letter
from tildeling.letter import Letter

Told = tuple[str | None, str, int, int | None]


def in_base(body: str) -> Letter:
    return read_letter(body, title=BASE, date="20. desember 2024")


def goals(body: str) -> list[Told]:
    return [(one.number, one.title, one.level, one.parent) for one in in_base(body).goals]


def titles(body: str) -> list[str]:
    return [one.title for one in in_base(body).goals]


TRYGG, RASK = "Familiene får trygg hjelp", "Ventetiden er kort i hele landet"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (f"== Mål 1: {TRYGG}", f"== Mål 2: {RASK}"),
        (f"*Hovedmål 1: {TRYGG}*", f"*Hovedmål 2: {RASK}*"),
        (f"Mål 1 -- {TRYGG}", f"Mål 2 -- {RASK}"),
        (f"*Mål 1. {TRYGG}*", f"*Mål 2. {RASK}*"),
        (f"*Mål nr. 1: {TRYGG}.*", f"*Mål nr. 2: {RASK}.*"),
        (f"== Mål 1 {TRYGG}", f"== Mål 2 {RASK}"),
        (f"*Hovedmål 1*\n\n{TRYGG}.", f"*Hovedmål 2*\n\n{RASK}."),
        (f"Brukermål 1: {TRYGG}.", f"Brukermål 2: {RASK}."),
        (f"Sektormål 1: {TRYGG}. Det er viktig.", f"Sektormål 2: {RASK}. Det gjelder alle."),
        (f"Overordnet mål 1: {TRYGG}", f"Overordna mål 2: {RASK}"),
        (f"- Virksomhetsmål 1: {TRYGG}", f"- Virksomhetsmål 2: {RASK}"),
        (f"Strategisk mål 1: {TRYGG}", f"Strategisk mål 2: {RASK}"),
        (f"Effektmål 1: {TRYGG}\n", f"Effektmål 2: {RASK}\n"),
    ],
)
def test_a_label_with_a_number_marks_a_goal(first: str, second: str) -> None:
    text = "Departementet følger utviklingen gjennom året og i møtene med tilsynet."
    body = f"= Mål og styringsparametere\n{text}\n\n{first}\n\n{text}\n\n{second}\n\n{text}\n"
    assert goals(body) == [("1", TRYGG, 1, None), ("2", RASK, 1, None)]


@pytest.mark.parametrize(
    "label",
    [
        "Hovedmål:",
        "Hovudmål:",
        "Overordnet mål:",
        "Overordna mål:",
        "Langsiktig mål:",
        "Samfunnsmål:",
        "Hovedmål for tilsynet:",
    ],
)
def test_a_label_without_a_number_marks_a_goal(label: str) -> None:
    assert goals(f"= Mål\n{label} {TRYGG}\n") == [(None, TRYGG, 1, None)]


@pytest.mark.parametrize(
    "intro",
    [
        "For 2025 gjelder følgende mål:",
        "Målene for tilsynet er:",
        "Måla for tilsynet i 2025 er desse:",
        "Familievernstilsynets mål er:",
        "Tilsynet skal arbeide for å nå disse målene:",
        "Departementet har fastsett desse hovudmåla for tilsynet:",
        "Det er fastsatt to overordnede mål for tilsynet:",
        "De overordnede målene for familievernet er:",
        "To nasjonale mål ligger fast:",
        "Målet for familievernet er at:",
        "Mål for familievernet:",
        "Målet for tilskuddet er å:",
        "Overordna mål for tilsynet:",
        "Departementet har sammen med tilsynet kommet fram til følgende mål for 2025.",
        "Langsiktige mål:",
        "Tilsynet skal medverke til at:",
        "Departementet har fastsatt følgende mål for tilsynet",
    ],
)
def test_a_list_that_a_sentence_of_goals_leads_into_has_goals(intro: str) -> None:
    assert titles(f"= Mål\n{intro}\n- {TRYGG}\n- {RASK}\n\nTilsynet velger selv.\n") == [
        TRYGG,
        RASK,
    ]


def test_a_list_right_under_a_heading_of_goals_has_goals() -> None:
    assert goals(f"= Mål for 2025\na) {TRYGG}\n\nb) {RASK}\n\n= Budsjett\n") == [
        ("a", TRYGG, 1, None),
        ("b", RASK, 1, None),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Målet for familievernet er å {}.",
        "Hovedmålet med virksomheten er å {}.",
        "Hovudmålet for tilsynet er å {}.",
        "Det overordnede målet for tilsynet er å {}.",
        "For familievernet er hovedmålet å {}.",
        "Familievernstilsynets hovedmål er å {}.",
        "Målet med tilskuddsordningen er å {}.",
        "Hovedmålet er å {}.",
    ],
)
def test_a_sentence_that_says_what_the_work_is_for_is_a_goal(sentence: str) -> None:
    title = "gi familier i krise hjelp som virker"
    text = f"Tilsynet er lite. {sentence.format(title)} Det gjelder hele landet."
    assert goals(f"= Innledning\n{text}\n") == [(None, title, 1, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Målet med prosjektet er å prøve ut nye skjema.",
        "Målet med møtet er å drøfte budsjettet.",
        "Målet for 2025 er at 80 prosent av sakene avgjøres i tide.",
        "Statens mål er å redusere reisene.",
        "Målet for inkluderingsdugnaden er at flere får prøve seg i arbeid.",
        "Regjeringens mål er å redusere bruken av konsulenter.",
        "Regjeringen har som mål at staten bruker færre konsulenter.",
        "Målet i den nasjonale strategien er at ingen skal vente.",
        "Målet er at saksbehandlingstiden ikke overstiger 8 uker.",
        "Målgruppe: Familier med barn under 18 år",
        "Målform: Tilsynet skal svare på den målforma som brukeren skriver.",
        "Målene i punkt 3 gjelder fortsatt.",
        "For å nå målene skal tilsynet:\n- lage en plan for arbeidet\n- holde kurs for kommunene",
        "Målene følges opp gjennom disse styringsparameterne:\n- Andel saker\n- Antall besøk",
        "Mål i 2025:\n- 85 pst. av sakene innen fire uker\n- minst 20 besøk hos kommunene",
        "Målene er:\n- min. 85 pst. av sakene i tide\n- min. 20 besøk hos kommunene",
        "Styringsparametere for mål 1:\n- Andel saker som er løst\n- Antall besøk i året",
        "Resultatmål 1: Andelen saker som er løst innen fristen øker",
        "Formål: Midlene skal gå til kurs for kommunene",
        "I årsrapporten skal tilsynet for hvert mål omtale:\n- resultatene i året\n- risikoen",
        "Det vises til mål 1: Trygg hjelp.",
    ],
)
def test_other_aims_figures_and_pointers_are_no_goals(text: str) -> None:
    assert titles(f"= Mål og resultatkrav\nTilsynet er lite.\n\n{text}\n\n= Budsjett\n") == []


def test_a_priority_is_no_goal() -> None:
    body = "= Prioriteringer i 2025\nTilsynet skal prioritere:\n- tilsyn med små kontor\n- kurs\n"
    assert titles(body) == []


def test_a_contents_list_has_no_goals() -> None:
    body = (
        "= Innhold\n#outline(title: none)\n"
        f"= Mål for tilsynet\n== Mål 1: {TRYGG}\nTekst om målet.\n== Mål 2: {RASK}\nMer tekst.\n"
    )
    assert titles(body) == [TRYGG, RASK]


def test_a_part_of_a_goal_stands_under_it_by_its_number() -> None:
    body = (
        "= Mål\n*Hovedmål 1: Trygge familier*\n\n*Delmål 1.1: Barn blir hørt*\n\n"
        "*Delmål 1.2: Foreldre får råd*\n\n*Hovedmål 2: God forvaltning*\n\n"
        "*Delmål 2.1: Svar kommer raskt*\n"
    )
    assert goals(body) == [
        ("1", "Trygge familier", 1, None),
        ("1.1", "Barn blir hørt", 2, 0),
        ("1.2", "Foreldre får råd", 2, 0),
        ("2", "God forvaltning", 1, None),
        ("2.1", "Svar kommer raskt", 2, 3),
    ]


def test_a_part_of_a_goal_stands_under_the_last_one_of_another_name() -> None:
    body = (
        "= Mål\nHovedmål: Familiene har det bra.\n\nDelmål:\n- Barn blir hørt\n"
        "- Foreldre får råd\n\nTilsynet rapporterer i årsrapporten.\n"
    )
    assert goals(body) == [
        (None, "Familiene har det bra", 1, None),
        (None, "Barn blir hørt", 2, 0),
        (None, "Foreldre får råd", 2, 0),
    ]


def test_a_part_of_a_goal_that_is_not_there_has_the_second_level() -> None:
    assert goals(f"= Mål\nDelmål 1: {TRYGG}\n\nDelmål 2: {RASK}\n") == [
        ("1", TRYGG, 2, None),
        ("2", RASK, 2, None),
    ]


def test_goals_of_users_stand_under_that_of_society() -> None:
    body = f"= Mål\nSamfunnsmål: Alle har det bra\n\nBrukermål 1: {TRYGG}\n\nBrukermål 2: {RASK}\n"
    assert goals(body) == [
        (None, "Alle har det bra", 1, None),
        ("1", TRYGG, 2, 0),
        ("2", RASK, 2, 0),
    ]


def test_counted_goals_go_on_past_their_indicators() -> None:
    body = (
        "= Mål, styringsparametre og prestasjonskrav\nTilsynet skal styre etter målene.\n\n"
        "1. Tilsynet skal gi familiene trygg hjelp.\n\nStyringsparametre:\n\n"
        "a) Andel saker som er løst\n\nb) Andel fornøyde\n\n"
        "2. Tilsynet skal ha kort ventetid.\n\nStyringsparametre:\n\na) Antall uker fra søknad\n\n"
        "= Oppdrag\n3. Tilsynet skal holde kurs.\n"
    )
    assert goals(body) == [
        ("1", "Tilsynet skal gi familiene trygg hjelp", 1, None),
        ("2", "Tilsynet skal ha kort ventetid", 1, None),
    ]


def test_headings_that_are_sentences_under_one_of_goals_are_goals() -> None:
    body = (
        "= Mål og prioriteringer\nTilsynet velger selv.\n"
        "== Familievernet skal være kjent i alle kommuner\nTekst.\n"
        "== Alle får svar innen rimelig tid\nTekst.\n= Budsjett\nTekst.\n"
    )
    assert titles(body) == [
        "Familievernet skal være kjent i alle kommuner",
        "Alle får svar innen rimelig tid",
    ]


def test_as_many_headings_as_goals_are_told_of_are_goals() -> None:
    body = (
        "= Mål og oppdrag\nDepartementet har fastsatt to mål for tilsynet. De gjelder i 2025.\n"
        "== Trygge familier\nTekst.\n== God forvaltning\nTekst.\n= Budsjett\nTekst.\n"
    )
    assert titles(body) == ["Trygge familier", "God forvaltning"]


def test_a_list_that_a_goal_is_divided_in_has_its_parts() -> None:
    body = (
        "= Mål\nHovedmålet for tilsynet er å gi trygg hjelp. For 2025 er dette delt i to:\n"
        "- kort ventetid\n- gode råd til familiene\n\nTilsynet velger selv.\n"
    )
    assert goals(body) == [
        (None, "gi trygg hjelp", 1, None),
        (None, "kort ventetid", 2, 0),
        (None, "gode råd til familiene", 2, 0),
    ]


def test_a_main_goal_may_be_a_state() -> None:
    body = "= Mål\nHovedmålet for tilsynet er et godt familievern i hele landet. Det haster.\n"
    assert titles(body) == ["et godt familievern i hele landet"]


def test_a_number_before_a_label_is_the_goals_where_it_is_no_sections() -> None:
    body = (
        "= Mål og krav\nHovedmål 1 -- Trygge familier\n\nHovedmål 2 -- Rask hjelp\n\n"
        "#pad(left: 1cm)[2.1 Delmål: Saker avgjøres uten unødig opphold]\n"
    )
    assert goals(body) == [
        ("1", "Trygge familier", 1, None),
        ("2", "Rask hjelp", 1, None),
        ("2.1", "Saker avgjøres uten unødig opphold", 2, 1),
    ]


def test_bullets_under_a_labelled_goal_are_none() -> None:
    body = (
        f"= Mål\n== Mål 1: {TRYGG}\n- Andel saker i tide: minst 90 prosent\n"
        f"== Mål 2: {RASK}\n- Antall besøk hos kommunene\n"
    )
    assert titles(body) == [TRYGG, RASK]


def test_headings_that_only_name_a_field_are_no_goals() -> None:
    body = "= Mål og prioriteringer\nTekst.\n== Familievern\nTekst.\n== Tilsyn\nTekst.\n"
    assert titles(body) == []


TABLE = "#table(columns: {}, inset: 5pt, {})\n"


def table(columns: int, *cells: str) -> str:
    return TABLE.format(columns, ", ".join(f"[{cell}]" for cell in cells))


def test_a_cell_beside_a_label_is_a_goal() -> None:
    assert goals("= Mål\n" + table(2, "Mål 1", TRYGG, "Mål 2", RASK)) == [
        ("1", TRYGG, 1, None),
        ("2", RASK, 1, None),
    ]


def test_a_cell_under_a_label_is_a_goal() -> None:
    assert goals("= Mål\n" + table(2, "Mål 1", "Mål 2", TRYGG, RASK)) == [
        ("1", TRYGG, 1, None),
        ("2", RASK, 1, None),
    ]


def test_a_column_of_goals_before_that_of_indicators_has_goals() -> None:
    cells = (f"1. {TRYGG}", "Andel saker", "80 pst.", f"2. {RASK}", "Antall uker", "under 6")
    body = "= Styring\n" + table(3, "Mål", "Styringsparameter", "Krav 2025", *cells)
    assert titles(body) == [TRYGG, RASK]


def test_a_cell_beside_the_name_of_a_kind_of_goal_is_a_goal() -> None:
    cells = ("Hovedmål", "Familiene får hjelp", "Delmål", "1. Barn blir hørt i sakene")
    assert goals("= Styring\n" + table(2, *cells, "", "2. Foreldre får gode råd")) == [
        (None, "Familiene får hjelp", 1, None),
        ("1", "Barn blir hørt i sakene", 2, 0),
        ("2", "Foreldre får gode råd", 2, 0),
    ]


def test_columns_of_goals_and_of_their_parts_have_both() -> None:
    merged = "table.cell(rowspan: 2)[Familiene får hjelp]"
    rows = f"{merged}, [Barn blir hørt i sakene], [Foreldre får gode råd]"
    body = "= Styring\n" + TABLE.format(2, f"[Hovedmål], [Delmål], {rows}")
    assert goals(body) == [
        (None, "Familiene får hjelp", 1, None),
        (None, "Barn blir hørt i sakene", 2, 0),
        (None, "Foreldre får gode råd", 2, 0),
    ]


def test_a_goal_told_again_in_fewer_words_is_the_one_of_its_number() -> None:
    body = (
        f"= Mål\nMål 1: {TRYGG} når de trenger det\n\nMål 2: {RASK}\n\n"
        f"= Rapportering\nTilsynet skal i årsrapporten omtale:\n- Mål 1: {TRYGG}\n"
        "- Mål 2: Ventetiden er kort\n"
    )
    assert goals(body) == [
        ("1", f"{TRYGG} når de trenger det", 1, None),
        ("2", RASK, 1, None),
    ]


def test_a_label_that_only_points_to_a_goal_takes_no_other_words() -> None:
    body = (
        f"= Mål\nMål 1: {TRYGG}\n\nMål 2: {RASK}\n\n= Styring\n*Mål 1*\n\n"
        "Tilsynet skal måle andelen saker.\n\n*Mål 2*\n\nTilsynet skal måle tiden.\n\n"
        + table(2, "Mål 1", "Andel saker i tide", "Mål 2", "Antall uker fra søknad")
    )
    assert titles(body) == [TRYGG, RASK]


def test_goals_of_a_project_or_the_government_are_none() -> None:
    body = (
        "= Prosjekter\nNy løsning. Effektmål: Brukerne sparer tid.\n"
        "= Prioriteringer\nRegjeringen har følgende mål for klimapolitikken:\n"
        "- utslippene kuttes\n- naturen tas vare på\n\nTilsynet skal bidra.\n"
    )
    assert titles(body) == []


def test_an_aim_said_among_assignments_or_reports_is_no_goal() -> None:
    text = "Tilsynet skal lage en veileder. Målet for veilederen er at kommunene svarer raskere."
    assert titles(f"= Oppdrag\n{text}\n") == []


def test_a_label_in_a_row_over_indicators_marks_a_goal() -> None:
    cells = "table.cell(colspan: 2)[Mål 1: {}], [{}], [{}]"
    rows = ", ".join([cells.format(TRYGG, "Andel saker", "80 pst."), "[Antall besøk]", "[20]"])
    body = "= Styring\n" + TABLE.format(2, f"[Styringsparameter], [Krav 2025], {rows}")
    assert goals(body) == [("1", TRYGG, 1, None)]


def test_a_goal_that_a_table_of_indicators_only_points_to_is_none() -> None:
    cells = ("Mål 1", "Andel saker som er løst", "80 pst.", "Mål 2", "Antall uker fra søknad", "6")
    body = "= Styring\n" + table(3, "Mål", "Styringsparameter", "Krav 2025", *cells)
    assert titles(body) == []


def test_a_column_of_figures_to_be_reached_has_no_goals() -> None:
    cells = ("Andel saker som er løst", "ikke under 80 pst.", "Antall besøk", "minst 20 i året")
    assert titles("= Styring\n" + table(2, "Styringsparameter", "Mål", *cells)) == []


def test_a_goal_that_stands_twice_is_one_at_the_place_that_heads_its_indicators() -> None:
    body = (
        f"= Mål\nMålene for tilsynet er:\n\n1. {TRYGG}\n\n2. {RASK}\n\n"
        f"= Styring\n== Mål 1: {TRYGG}\nStyringsparametere:\n- Andel saker\n\n"
        f"== Mål 2: {RASK}\nStyringsparametere:\n- Antall uker\n"
    )
    letter = in_base(body)
    assert [(one.number, one.title) for one in letter.goals] == [("1", TRYGG), ("2", RASK)]
    heading = next(one for one in letter.sections if one.title.endswith(TRYGG))
    assert heading.evidence[0]._extent.end == letter.goals[0].evidence[0]._extent.end


def test_a_heading_with_a_listed_goals_words_is_its_place() -> None:
    body = (
        f"= Mål\nMålene for tilsynet er:\n- {TRYGG}\n- {RASK}\n\n"
        f"== {TRYGG}\nStyringsparametere:\n- Andel saker\n\n"
        f"== {RASK}\nStyringsparametere:\n- Antall uker\n"
    )
    letter = in_base(body)
    assert [one.title for one in letter.goals] == [TRYGG, RASK]
    heading = next(one for one in letter.sections if one.title.endswith(RASK))
    assert heading.evidence[0]._extent.end == letter.goals[1].evidence[0]._extent.end


def test_goals_are_read_in_nynorsk() -> None:
    body = (
        "= Mål\nHovudmål 1: Familiane får trygg hjelp\n\n"
        "Delmål 1.1: Ventetida er kort\n\nDelmål 1.2: Barn blir høyrde\n"
    )
    assert goals(body) == [
        ("1", "Familiane får trygg hjelp", 1, None),
        ("1.1", "Ventetida er kort", 2, 0),
        ("1.2", "Barn blir høyrde", 2, 0),
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Det første delmålet er at {}.", "Det andre delmålet er at {}."),
        ("Det eine delmålet er at {}.", "Det andre delmålet er at {}."),
        ("Et delmål er at {}.", "Et annet delmål er at {}."),
    ],
)
def test_sentences_that_count_goals_say_one_each(first: str, second: str) -> None:
    small = [title[0].lower() + title[1:] for title in (TRYGG, RASK)]
    main = "Målet for tilskuddet er å hjelpe alle familier i landet."
    body = (
        f"= Mål for tilskuddet\n{main} Departementet har fastsatt to delmål.\n\n"
        f"{first.format(small[0])} Det følges opp i møtene.\n\n{second.format(small[1])}\n"
    )
    assert goals(body) == [
        (None, "hjelpe alle familier i landet", 1, None),
        (None, small[0], 2, 0),
        (None, small[1], 2, 0),
    ]


def test_a_goal_that_a_sentence_says_has_the_number_of_its_name() -> None:
    body = "= Mål\nDelmål 1 er at alle får svar. Delmål 2 er at ingen må vente.\n"
    assert [each[:2] for each in goals(body)] == [
        ("1", "alle får svar"),
        ("2", "ingen må vente"),
    ]


def test_a_goal_of_a_grant_stands_after_the_post_that_it_names() -> None:
    body = "= Om postene\nPost 74: Målet for tilskotet på post 74 er å sikre godt vern.\n"
    assert titles(body) == ["sikre godt vern"]


@pytest.mark.parametrize("form", ["{}.", "*{}.*"])
@pytest.mark.parametrize(
    "heading", ["Mål for tilsynet", "Mål for Familievernstilsynet i 2025", "Hovedmål"]
)
def test_counted_sentences_over_indicators_are_goals(heading: str, form: str) -> None:
    text = "Departementet følger utviklingen gjennom året og i møtene med tilsynet."
    body = (
        f"= {heading}\nMålene nedenfor gjelder i 2025. Resultatene skal vurderes samlet.\n\n"
        f"1. {form.format(TRYGG)}\n\n{text}\n\nStyringsparametre:\n\n"
        "a) Andel saker\n\n#pad(left: 2em)[Resultatkrav: minst 80 pst.]\n\n"
        f"2. {form.format(RASK)}\n\n{text} Styringsparametre:\n\n"
        "a) Antall møter\n\n#pad(left: 2em)[Resultatkrav: 40]\n\n= Budsjett\nSe tabellen.\n"
    )
    found = in_base(body)
    assert [(one.number, one.title) for one in found.goals] == [("1", TRYGG), ("2", RASK)]
    assert [one.goal for one in found.indicators] == [0, 1]


def test_counted_sentences_without_indicators_under_them_are_none() -> None:
    text = "Departementet følger utviklingen gjennom året og i møtene med tilsynet."
    body = (
        f"= Mål for tilsynet\n{text}\n\n1. Tilsynet skal lage en plan.\n\n{text}\n\n"
        f"2. Tilsynet skal rydde.\n\n{text}\n\n= Budsjett\nSe tabellen.\n"
    )
    assert titles(body) == []
