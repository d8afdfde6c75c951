"""What a letter's own words say becomes of an assignment: given, changed or taken back."""

import pytest

from set_letters import BASE, read_letter


def status(text: str, title: str = BASE) -> str:
    letter = read_letter(
        f"#heading(numbering: none)[2. Oppdrag]\n*Lekeplasser*\n\n{text}\n\n*Skilt*\n\n"
        "Tilsynet skal lage nye skilt.\n",
        title=title,
        date="20. desember 2024",
    )
    first, last = letter.assignments
    assert (first.title, last.status) == ("Lekeplasser", "new")
    return first.status


@pytest.mark.parametrize(
    "text",
    [
        "Oppdraget fra 2023 føres videre. Sluttrapport leveres 1. mars.",
        "Oppgåva frå 2023 om kontroll blir førd vidare.",
        "Kartleggingen som ble påbegynt i 2024, fullføres innen 1. oktober.",
        "Oppdraget i tildelingsbrevet for 2024 gjelder fortsatt, men får et annet innhold.",
        "Sluttrapporten, som skulle ha kome 1. desember 2024, skal no leverast 1. mars 2025.",
        "Tilsynet fikk i 2024 i oppdrag å lage en plan. Arbeidet fortsetter.",
        "I tillegg nr. 2 ba vi om en plan. Tilsynet får utsettelse til 2. mars 2025.",
        "Oppdraget settes på vent til loven er vedtatt.",
        "Oppdraget omfatter nå også haller.",
        "Omfanget av oppdraget reduseres til to fylker.",
        "Fristen for oppdraget er forskjøvet til 1. mai.",
        "Fristen er uendret. Tilsynet skal i tillegg se på haller.",
        "Tilsynet skal videreføre oppdraget fra 2023 om kontroll av klatrestativ.",
        "Videreføre arbeidet med husker, jf. oppdraget i tildelingsbrevet for 2024.",
        "Halde fram med kontrollen, jf. oppdrag 7 i tildelingsbrevet for 2024.",
        "Tilsynet må i år fullføre oppdraget om merking av haller gitt i tillegg nr. 2.",
        "Gjere ferdig oppdraget frå 2023 om sandkasser innan 1. juni.",
        "Departementet forlenger oppdraget fra i fjor til ut året.",
        "Oppdraget frå 2022 om tryggleik gjeld òg i 2025.",
        "Vi ber tilsynet om å fortsette bestillingen som ble gitt 3. mars 2024.",
        "Fullføre tidligere gitt oppdrag om gjerder.",
    ],
)
def test_an_assignment_that_goes_on_or_changes_is_amended(text: str) -> None:
    assert status(text) == "amended"


@pytest.mark.parametrize(
    "text",
    [
        "Departementet ba i fjor om en plan. Behovet er falt bort, og oppdraget avsluttes.",
        "Arbeidet kan ikke fullføres. Vi er kommet til at oppdraget ikke skal gjennomføres.",
        "Oppdraget faller dermed bort.",
        "Departementet trekker med dette tilbake oppdraget.",
        "Oppdraget er ikkje lenger aktuelt.",
        "Oppdraget anses som avsluttet.",
        "Oppgaven er uaktuell.",
        "Tilsynet trenger ikke å levere rapporten.",
        "Arbeidet stanses.",
    ],
)
def test_an_assignment_that_is_not_to_be_carried_out_is_cancelled(text: str) -> None:
    assert status(text) == "cancelled"


@pytest.mark.parametrize(
    "text",
    [
        "Tilsynet skal videreføre samarbeidet med kommunene og lage en plan.",
        "Arbeidet skal avsluttes innen 1. mai 2025.",
        "Tilsynet skal fullføre oppdraget innen 1. mai 2025.",
        "Oppdraget skal leveres sammen med oppdraget fra 2023 om kontroll.",
        "Tilsynet skal vurdere om oppdraget fra 2023 har virket.",
        "Videreføre samarbeidet med kommunene om husker.",
        "Departementet ba i 2023 om en utredning. Tilsynet skal nå lage en plan.",
        "Ordningen videreføres i 2025. Tilsynet skal lage en veileder.",
        "Regelverket ble endret i 2024. Tilsynet skal lage en veileder.",
        "Tilsynet skal lage en plan. Oppdraget omfatter også haller.",
    ],
)
def test_what_is_said_of_other_things_leaves_an_assignment_new(text: str) -> None:
    assert status(text) == "new"


@pytest.mark.parametrize("heading", ["Nye og endrede oppdrag", "Nye/endra oppdrag"])
def test_under_a_heading_of_new_and_changed_ones_each_says_which(heading: str) -> None:
    letter = read_letter(
        f"#heading(numbering: none)[2. {heading}]\n"
        "#table(columns: 4, [*Nr.*], [*Oppdrag*], [*Nærmere beskrivelse*], [*Frist*], "
        "[2025-18], [Skolepenger], [Tilsynet skal følge med på virkningene.], [1. mai 2025], "
        "[2025-09], [Evaluering], [Presisering av tidligere oppdrag: Den avgrenses til 2018.], [], "
        "[2025-12], [Klagenemnd], [Oppdraget utgår.], [])\n"
    )
    assert [each.status for each in letter.assignments] == ["new", "amended", "cancelled"]
