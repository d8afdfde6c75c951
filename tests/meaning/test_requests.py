"""Requests in paragraphs: which are assignments of their own, and what is part of one."""

from __future__ import annotations

import datetime as dt

import pytest

from set_letters import BASE, read_letter
from tildeling.letter import Assignment

START = "#heading(numbering: none)[2. Oppdrag i 2025]\n"


def assignments(body: str) -> tuple[Assignment, ...]:
    before = "#heading(numbering: none)[1. Innledning]\nDirektoratet har ansvar for fyr.\n"
    after = "#heading(numbering: none)[3. Rapportering]\nÅrsrapporten sendes som før.\n"
    return read_letter(before + body + after).assignments


def told(found: tuple[Assignment, ...]) -> list[tuple[str | None, str | None]]:
    return [(each.title, each.description) for each in found]


def test_each_request_under_a_topic_begins_an_assignment_and_what_it_speaks_of_goes_on() -> None:
    first = "Direktoratet skal føre tilsyn. Funnene samles i en rapport innen 1. mai 2025."
    own = "Rapporten skal også trykkes, og det skal være gjort innen 1. juni 2025."
    second = "Det bes videre om en oversikt over bøyer. Den oversendes innen 1. juli 2025."
    third = (
        "Kystkommunene trenger råd. Vi forutsetter at de får dem, og at dette oppsummeres til oss "
        "innen 20. desember."
    )
    wishes = "Mange har nye båter. Det er ønskelig med en plan. Den leveres innen 1. mars 2025."
    topics = (
        f"#heading(level: 2, numbering: none)[2.1 Fyr]\n{first}\n\n{own}\n\n{second}\n"
        f"#heading(level: 2, numbering: none)[2.2 Kyst]\n{third}\n\n{wishes}\n"
    )
    found = assignments(START + topics)
    assert told(found) == [
        (None, f"{first}\n\n{own}"),
        (None, second),
        (None, third),
        (None, wishes),
    ]
    assert [each.section for each in found] == ["2.1", "2.1", "2.2", "2.2"]
    assert [len(each.deadlines) for each in found] == [2, 1, 1, 1]


@pytest.mark.parametrize(
    ("sentence", "items"),
    [
        ("Gjennomgangen skal vise", ("bruken av fyrene", "kostnaden ved å rive dem")),
        ("Utgreiinga skal gjere greie for", ("talet på bøyer", "kven som eig dei")),
        ("I evalueringen skal direktoratet:", ("telle fyrene", "spørre de som bruker dem")),
        ("Vi ønsker svar på disse spørsmålene:", ("hvor mange fyr som er i bruk", "om de trengs")),
    ],
)
def test_a_list_of_what_one_assignment_is_to_hold_is_its_tasks(
    sentence: str, items: tuple[str, str]
) -> None:
    ask = "Departementet ber direktoratet evaluere fyrene. Ordningen ble innført høsten 2019."
    due = "Resultatet oversendes innen 1. juni 2025."
    (found,) = assignments(
        f"#heading(numbering: none)[2. Nytt oppdrag]\n{ask}\n\n{sentence}\n"
        f"- {items[0]}\n- {items[1]}\n\n{due}\n"
    )
    assert found.tasks == items
    assert found.description == f"{ask}\n\n{sentence}\n\n{due}"
    assert [each.date for each in found.deadlines] == [dt.date(2025, 6, 1)]


@pytest.mark.parametrize(
    ("general", "is_one"), [("Beredskap til havs", True), ("Rapportering og møter", False)]
)
def test_among_sections_with_assignments_in_each_a_request_by_a_day_is_one(
    general: str, is_one: bool
) -> None:
    found = read_letter(
        "#heading(numbering: none)[I. Mål]\nHavnene skal være trygge.\n"
        "#heading(numbering: none)[II. Fagområdene]\nHer er områdene.\n"
        "#heading(numbering: none)[1. Fyr]\nFyrene er gamle.\n\n*Oppdrag*\n\n"
        "Direktoratet skal lage en plan for fyr.\n"
        "#heading(numbering: none)[2. Bøyer]\nBøyene er nye.\n\n*Oppdrag*\n\n"
        "Direktoratet skal telle bøyene.\n"
        f"#heading(numbering: none)[3. {general}]\nMange er på havet. Departementet ber "
        "direktoratet beskrive hvor båtene ligger. Vi ber om å få oversikten oversendt "
        "15. april 2026.\n"
        "#heading(numbering: none)[III. Budsjett]\nMidlene kommer senere.\n"
    ).assignments
    assert [each.title for each in found[2:]] == ([general] if is_one else [])
    assert [each.deadlines[0].date for each in found[2:]] == [dt.date(2026, 4, 15)] * is_one


def test_lettered_headings_in_brackets_are_parts_and_no_sections() -> None:
    letter = read_letter(
        "#heading(numbering: none)[Mål]\nHavnene skal være trygge.\n"
        "#heading(numbering: none)[Presisering av oppdrag fra 2024]\n"
        "*Fyrtelling*\n\nOppdraget i tillegg nr. 2 står fast, men to forhold er uklare:\n\n"
        "*a) Hvem*\n\nKystverket teller.\n\n*b) Språk*\n\nTallene skal også finnes på samisk.\n\n"
        "Fristen for sluttrapporten endres fra 1. november til 16. desember 2025.\n"
        "#heading(numbering: none)[Budsjett]\nMidlene kommer senere.\n",
        numbering="none",
    )
    (found,) = letter.assignments
    assert [each.title for each in letter.sections][:2] == [
        "Mål",
        "Presisering av oppdrag fra 2024",
    ]
    assert "Språk" not in [each.title for each in letter.sections]
    assert (found.title, found.status) == ("Fyrtelling", "amended")
    assert [" ".join(task.split()) for task in found.tasks] == [
        "Hvem Kystverket teller.",
        "Språk Tallene skal også finnes på samisk.",
    ]
    assert [(each.date, each.label) for each in found.deadlines] == [(dt.date(2025, 12, 16), None)]


def test_a_heading_of_changes_is_over_the_headings_of_the_assignments_in_it() -> None:
    found = read_letter(
        "#heading(numbering: none)[2. Endringer i oppdrag gitt tidligere]\n"
        "#heading(level: 2, numbering: none)[2.1 Øvelse på havet]\n"
        "Øvelsen blir holdt senere. Utkast til plan skal være Kystverket i hende 29. januar 2026.\n"
        "#heading(level: 2, numbering: none)[2.2 Klager på fyr]\n"
        "Kystverket overtar arbeidet, og oppdraget fra 2024 utgår.\n"
        "#heading(numbering: none)[3. Nye oppdrag]\n"
        "#heading(level: 2, numbering: none)[3.1 Kart]\nDirektoratet skal tegne nye kart.\n"
    ).assignments
    assert [(each.title, each.status) for each in found] == [
        ("Øvelse på havet", "amended"),
        ("Klager på fyr", "cancelled"),
        ("Kart", "new"),
    ]


def test_a_first_sentence_with_a_day_in_it_is_no_title() -> None:
    (found,) = assignments(
        f"{START}Kravet om fyr kom inn i loven 1. september 2023. Direktoratet bes følge med.\n"
    )
    assert found.title is None


def test_what_may_be_asked_later_is_not_of_the_assignment_before_it() -> None:
    ask = "Departementet ber direktoratet om å gå gjennom skjemaene. Svar sendes innen 8. mai 2025."
    (found,) = assignments(f"{START}{ask}\n\nDet kan bli aktuelt å gi flere oppdrag i høst.\n")
    assert found.description == ask


@pytest.mark.parametrize("told_of", ["Antallet har økt.", "Antallet har økt i flere år. " * 4])
def test_framed_labels_under_a_plain_title_are_an_assignment_each(told_of: str) -> None:
    box = (
        "*_{title}_*\n\n#rect(width: 100%)[#grid(columns: (3cm, 1fr), row-gutter: 9pt, "
        "[Bakgrunn], [{background}], [Oppdraget], [{text}], [Finansiering], "
        "[Innenfor gjeldende ramme.], [Frist], [{due}])]\n\n"
    )
    fyr = box.format(
        title="Fyr i nord", background=told_of, text="Male fyrene.", due="Medio mai 2025"
    )
    kart = box.format(
        title="Kart over leia",
        background="Leia er lang.",
        text="Tegne nye kart over leia, og legge dem ut på nettet slik at båtfolk finner dem når "
        "de trenger dem som mest. Kartene skal være gratis.",
        due="Første utkast 1. april 2025, resten 1. desember 2025",
    )
    first, second = assignments(START + fyr + kart)
    assert (first.title, first.background) == ("Fyr i nord", told_of.strip())
    assert first.description == "Male fyrene."
    assert [each.kind for each in first.financing] == ["within_budget"]
    assert [each.date for each in first.deadlines] == [dt.date(2025, 5, 15)]
    assert (second.title, second.background) == ("Kart over leia", "Leia er lang.")
    assert [each.date for each in second.deadlines] == [dt.date(2025, 4, 1), dt.date(2025, 12, 1)]


_PLAIN = "{title}\n\nBakgrunn: Vinden øker.\n\nOppdrag: {text}\n\nFrist: {due}\n\n"
_BOLD = "{title}\n\n*Bakgrunn* Vinden øker.\n\n*Oppdrag* {text}\n\n*Frist* {due}\n\n"
_TABLE = (
    "{title}\n\n#table(columns: (3cm, 1fr), [Bakgrunn], [Vinden øker.], [Oppdrag], [{text}], "
    "[Frist], [{due}])\n\n"
)


@pytest.mark.parametrize("block", [_PLAIN, _BOLD, _TABLE, _TABLE.replace("{title}", "*{title}*")])
def test_blocks_of_labels_under_a_title_in_whatever_type_are_an_assignment_each(block: str) -> None:
    found = assignments(
        START
        + block.format(title="Varsel for fyr", text="Lage varsel.", due="1. mai 2025")
        + block.format(title="Støy ved kaier", text="Måle støy.", due="1. juni 2025")
    )
    assert told(found) == [("Varsel for fyr", "Lage varsel."), ("Støy ved kaier", "Måle støy.")]
    assert [each.background for each in found] == ["Vinden øker."] * 2
    assert [str(each.deadlines[0].date) for each in found] == ["2025-05-01", "2025-06-01"]


def test_titles_in_one_table_over_rows_of_labels_are_an_assignment_each() -> None:
    row = (
        "table.cell(colspan: 2)[*{}*], [Bakgrunn], [Vinden øker.], [Oppdrag], [{}], "
        "[Frist], [1. mai 2025], "
    )
    found = assignments(
        f"{START}#table(columns: (3cm, 1fr), {row.format('Varsel', 'Lage varsel.')}"
        f"{row.format('Støy', 'Måle støy.')})\n"
    )
    assert told(found) == [("Varsel", "Lage varsel."), ("Støy", "Måle støy.")]


@pytest.mark.parametrize(
    "step",
    [
        "Departementet ønsker en status 15. juni 2025.",
        "Et ferdig opplegg legges fram 15. juni 2025.",
        "Ei kort oppsummering skal sendast 15. juni 2025.",
    ],
)
def test_a_step_on_the_way_is_of_the_assignment_before_it(step: str) -> None:
    ask = "Direktoratet skal gå gjennom rutinene for fyr."
    (found,) = assignments(f"{START}{ask}\n\n{step}\n")
    assert found.description == f"{ask}\n\n{step}"
    assert [each.date for each in found.deadlines] == [dt.date(2025, 6, 15)]


@pytest.mark.parametrize(
    "asks",
    [
        "Familievernstilsynet blir gitt i oppdrag å telle alle kaier langs kysten.",
        "Familievernstilsynet gis med dette i oppdrag å telle alle kaier langs kysten.",
        "Familievernstilsynet blir bedt om å telle alle kaier langs kysten.",
        "Familievernstilsynet vert bede om å telje alle kaiar langs kysten.",
    ],
)
def test_the_passive_asks_as_well(asks: str) -> None:
    letter = read_letter(f"= Oppdrag\n\n== Kaier\n\n{asks}\n\n== Farleder\n\n{asks}\n", title=BASE)
    assert [(each.title, each.description) for each in letter.assignments] == [
        ("Kaier", asks),
        ("Farleder", asks),
    ]


def test_a_body_that_is_asked_again_is_no_thing_that_was_asked_for() -> None:
    asks = [
        "Utdanningsdirektoratet skal telle alle kaier langs kysten, i fjordene og på de store "
        "øyene i nord. Fristen er 1. mai 2025.",
        "Utdanningsdirektoratet skal merke farledene, og vurdere hvor det er behov for flere "
        "fyr og lykter. Fristen er 1. juni 2025.",
        "Utdanningsdirektoratet bes vurdere gebyrene for små båter, og foreslå hvordan de bør "
        "fastsettes. Fristen er 1. juli 2025.",
    ]
    letter = read_letter("= Oppdrag\n" + "\n\n".join(asks), title=BASE)
    assert [each.description for each in letter.assignments] == asks


@pytest.mark.parametrize(
    "asked",
    [
        ("Evaluere ordningen med fyr, og vurdere om den bør videreføres.", "Lage en veileder."),
        ("Evaluere ordningen med fyr", "Lage en veileder om kaier"),
        ("Tilsynet skal evaluere ordningen.", "Tilsynet skal lage en veileder. Den er kort."),
    ],
)
@pytest.mark.parametrize("label", ["*Oppdrag:*", "Oppdrag", "Oppdraget:", "Oppgave"])
@pytest.mark.parametrize(
    ("over", "is_titled"),
    [
        ("*{title}*\n\n#table(columns: (3cm, 1fr), ", True),
        ("*{title}*\n\n#table(columns: (3cm, 1fr), stroke: none, ", True),
        ("#table(columns: (3cm, 1fr), table.cell(colspan: 2)[*{title}*], ", True),
        ("#table(columns: (3cm, 1fr), [], [*{title}*], ", True),
        ("#table(columns: (3cm, 1fr), ", False),
    ],
)
def test_what_is_to_be_done_beside_the_label_of_a_box_is_no_title(
    asked: tuple[str, str], label: str, over: str, *, is_titled: bool
) -> None:
    titles = ("Fyr i nord", "Kaier i sør")
    boxes = "".join(
        f"{over.format(title=title)}[{label}], [{asks}], [Bakgrunn:], [Vinden øker.], [Frist:], "
        "[1. mai 2025])\n\n"
        for title, asks in zip(titles, asked, strict=True)
    )
    found = assignments(f"{START}Departementet gir tilsynet to oppdrag på området:\n\n{boxes}")
    assert [each.title for each in found] == (list(titles) if is_titled else [None, None])
    assert [each.description for each in found] == list(asked)
    assert [each.background for each in found] == ["Vinden øker."] * 2
    assert [len(each.deadlines) for each in found] == [1, 1]


def test_what_is_to_be_done_in_a_box_is_of_the_number_and_title_over_it() -> None:
    row = "[Nummer], [{}], [Tittel], [{}], [Oppdrag], [{}], [Frist], [1. mai 2025]"
    found = assignments(
        f"{START}#table(columns: (3cm, 1fr), "
        f"{row.format('TB2025-01', 'Fyr i nord', 'Tilsynet skal evaluere ordningen.')})\n\n"
        f"#table(columns: (3cm, 1fr), {row.format('TB2025-02', 'Kaier', 'Lage en veileder.')})\n"
    )
    assert [(each.number, each.title, each.description) for each in found] == [
        ("TB2025-01", "Fyr i nord", "Tilsynet skal evaluere ordningen."),
        ("TB2025-02", "Kaier", "Lage en veileder."),
    ]
