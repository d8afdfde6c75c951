"""Headings of assignments: numbers in their spellings, long titles, labels under them or run in."""

from __future__ import annotations

from letters.draft import Draft, Form
from letters.elements import LabelStyle, Paragraph
from letters.texts import BACKGROUND, DESCRIPTION, INTRODUCTION, REPORTING
from letters.truth import Due, Money, due, undated

LABEL_STYLES: tuple[LabelStyle, ...] = ("bold", "italic", "underline", "plain")


def long_title(draft: Draft) -> str:
    return draft.say(
        "Utvikling av et felles nasjonalt kunnskapsgrunnlag for arbeidet med forebygging av skred "
        "og flom i utsatte bygder – samordning av data, metoder og veiledning på tvers av etater",
        "Utvikling av eit felles nasjonalt kunnskapsgrunnlag for arbeidet med førebygging av skred "
        "og flaum i utsette bygder – samordning av data, metodar og rettleiing på tvers av etatar",
    )


def labels_on_lines(draft: Draft, number: int) -> None:
    draft.letterhead(number, "2024-01-18")
    draft.heading("1.", INTRODUCTION)
    draft.sentences(1)
    draft.heading("2.", draft.say("Nye oppdrag"))
    style = LABEL_STYLES[number % len(LABEL_STYLES)]
    coast = draft.say(
        " – første fase med vekt på kommunene langs kysten",
        " – fyrste fase med vekt på kommunane langs kysten",
    )
    titles = (draft.title(number), draft.title(number + 1) + coast, long_title(draft))
    financing: tuple[tuple[str, Money], ...] = (
        (
            draft.say(
                "Oppdraget dekkes innenfor gjeldende budsjettrammer.",
                "Oppdraget blir dekt innanfor gjeldande budsjettrammer.",
            ),
            Money("within_budget"),
        ),
        (
            draft.say(
                "Det stilles inntil 2,5 mill. kroner til disposisjon over kap. 1420, post 21.",
                "Det blir stilt inntil 2,5 mill. kroner til disposisjon over kap. 1420, post 21.",
            ),
            Money("grant", 2_500_000, 1420, 21),
        ),
        (draft.say("Se punkt 3.1.", "Sjå punkt 3.1."), Money("see_section")),
    )
    fields = (
        ("1. oktober 2024", due("2024-10-01")),
        ("utgangen av mars 2025", due("2025-03-31")),
        ("15.11.2024", due("2024-11-15")),
    )
    for place, title in enumerate(titles):
        key = f"2024-0{17 + place}"
        task = draft.assignment(key, title, f"Oppdrag nr. {key} {title}")
        draft.label(draft.said(BACKGROUND) + (" for oppdraget" if place == 1 else ""), style)
        task.background = draft.sentences(place + 2)
        draft.label(draft.said(DESCRIPTION) + (" av oppdraget" if place == 2 else ""), style)
        task.description = draft.sentences(place, place + 4)
        draft.label("Finansiering", style)
        draft.paragraph(financing[place][0])
        task.financing = [financing[place][1]]
        draft.label("Frist", style)
        draft.paragraph(fields[place][0])
        task.deadlines = [fields[place][1]]
    draft.heading("3.", draft.say("Budsjett"))
    draft.heading("3.1", draft.say("Rammer"), 2)
    draft.sentences(4)
    draft.close(number)


def labels_run_in(draft: Draft, number: int) -> None:
    draft.letterhead(number + 1, "2023-03-20", addendum=2)
    financing = (
        (
            "Det tildeles kr 500 000 over kap. 1400, post 21.",
            "Det blir tildelt kr 500 000 over kap. 1400, post 21.",
            Money("grant", 500_000, 1400, 21),
        ),
        (
            "Oppdraget finansieres over Kulturdepartementets budsjett.",
            "Oppdraget blir finansiert over budsjettet til Kulturdepartementet.",
            Money("other_budget"),
        ),
        (
            "Innenfor eksisterende rammer.",
            "Innanfor eksisterande rammer.",
            Money("within_budget"),
        ),
        (
            "2 mill. kroner over kap. 1400 post 70.",
            "2 mill. kroner over kap. 1400 post 70.",
            Money("grant", 2_000_000, 1400, 70),
        ),
    )
    fields: tuple[tuple[str, str, list[Due]], ...] = (
        ("1. mai 2023", "1. mai 2023", [due("2023-05-01")]),
        ("Uke 24 2023", "Veke 24 2023", [due("2023-06-18")]),
        (
            "Første utkast 1. juni 2023, endelig rapport 15. desember 2023.",
            "Fyrste utkast 1. juni 2023, endeleg rapport 15. desember 2023.",
            [due("2023-06-01"), due("2023-12-15")],
        ),
        ("Avtales nærmere", "Blir avtalt nærare", [undated("to_be_agreed")]),
    )
    for place in range(4):
        title, key = draft.title(place + 2), f"2023-{4 + place:02}"
        style: LabelStyle = ("bold", "italic", "plain")[(number + place) % 3]
        task = draft.assignment(key, title, f"Oppdrag {key}: {title}")
        task.background = draft.run_in(draft.said(BACKGROUND), draft.sentence(place + 1), style)
        described = draft.run_in(draft.said(DESCRIPTION), draft.sentence(place + 3), style)
        task.description = f"{described}\n\n{draft.sentences(place + 5)}"
        nb, nn, money = financing[place]
        draft.run_in("Finansiering", draft.say(nb, nn), style)
        task.financing = [money]
        nb, nn, task.deadlines = fields[place]
        draft.run_in("Frist", draft.say(nb, nn), style)
        if place % 2 == 0:
            department = draft.say("Ansvarlig avdeling", "Ansvarleg avdeling")
            task.responsible = draft.run_in(department, "DIG", style)
    draft.close(number)


def prefixed_numbers(draft: Draft, number: int) -> None:
    draft.letterhead(number + 2, "2026-02-27", addendum=1)
    draft.heading("I", "Oppdrag")
    work = (
        draft.say("Kartlegge dagens praksis i etatene.", "Kartleggje dagens praksis i etatane."),
        draft.say(
            "Foreslå tiltak som kan gjennomføres raskt.",
            "Føreslå tiltak som kan gjennomførast raskt.",
        ),
    )
    forms = (
        ("TB2026-17", "TB2026-17", "Frist: 15.10.2026", due("2026-10-15")),
        ("TB2026-18", "TB 2026 – 18", "Frist 1. november 2026", due("2026-11-01")),
        (
            "TB2026-19",
            "TB2026–19",
            draft.say(
                "Frist: 30. juni 2026, deretter årlig", "Frist: 30. juni 2026, deretter årleg"
            ),
            due("2026-06-30", "yearly"),
        ),
        ("2026-01", "ID: 2026-01", "Frist: I løpet av 2. kvartal 2026", due("2026-06-30")),
        (
            "2026-02",
            "ID: 2026-02",
            draft.say("Frist: Snarest mulig", "Frist: Så snart som råd"),
            undated("immediate"),
        ),
    )
    for place, (key, printed, field, deadline) in enumerate(forms):
        title = draft.title(place + number)
        task = draft.assignment(key, title, f"{printed} {title}")
        task.description = draft.sentences(place)
        task.items = draft.items(work, "••" if place % 2 else ("a)", "b)"))
        draft.paragraph(field)
        task.deadlines = [deadline]
    draft.heading("II", draft.say("Andre forhold", "Andre tilhøve"))
    draft.sentences(3)
    draft.close(number, section="III")


def without_number(draft: Draft, number: int) -> None:
    draft.letterhead(number + 3, "2022-06-30", addendum=3)
    draft.heading("1.", draft.say("Nye oppdrag"))
    for place in range(3):
        title = draft.title(place + 4 + number)
        task = draft.assignment(None, title, f"Oppdrag: {title}")
        text = draft.sentences(place, place + 1)
        last = draft.paragraph(
            draft.say(
                f"Rapport skal oversendes departementet innen {place + 3}. november 2022.",
                f"Rapport skal sendast departementet innan {place + 3}. november 2022.",
            )
        )
        task.description = f"{text}\n\n{last}"
        task.deadlines = [due(f"2022-11-0{place + 3}")]
    draft.close(number, section="2.", stacked=True)


def bare_numbers(draft: Draft, number: int) -> None:
    """A bare number is read with the prefix and the year of the letter's own numbers."""
    draft.letterhead(number + 4, "2024-02-05")
    draft.heading("1.", INTRODUCTION)
    draft.sentences(1)
    draft.heading("2.", "Oppdrag")
    for place in range(1, 5):
        title, key = draft.title(place + number), f"2024-0{place}"
        printed = f"Oppdrag nr. {key} {title}" if place == 1 else f"Oppdrag {place}: {title}"
        task = draft.assignment(key, title, printed)
        task.description = draft.sentences(place)
        draft.paragraph(f"Frist: {place}. mai 2024")
        task.deadlines = [due(f"2024-05-0{place}")]
    draft.close(number, section="3.")


def title_under_the_number(draft: Draft, number: int) -> None:
    draft.letterhead(number + 5, "2024-02-05", addendum=1)
    draft.heading("1.", draft.say("Nye oppdrag"))
    for place, before in enumerate(("Oppdrag ", "Oppdragsnr.: ", "Nytt oppdrag nr. ")):
        title, key = draft.title(place + number), f"2024-1{place}"
        if place == 0:
            task = draft.assignment(key, title, before + key)
            draft.add(Paragraph(title, style="bold", above=0, sticky=True))
        else:
            task = draft.assignment(key, title, f"{before}{key} {title}")
        task.description = draft.sentences(place)
        draft.run_in("Frist", "1. mai 2024", "bold")
        task.deadlines = [due("2024-05-01")]
    draft.heading("2.", REPORTING)
    draft.sentences(7)
    draft.close(number)


FORMS = (
    Form("headings, labels on lines", labels_on_lines),
    Form("headings, labels run in", labels_run_in),
    Form("headings, prefixed numbers", prefixed_numbers),
    Form("headings without number", without_number, letters=4),
    Form("headings, bare numbers", bare_numbers, letters=4),
    Form("headings, title under the number", title_under_the_number, letters=4),
)
