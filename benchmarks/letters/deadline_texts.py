"""Deadlines as letters state them, and sentences with dates that are none."""

from __future__ import annotations

from dataclasses import dataclass

from letters.truth import Due, due, undated


@dataclass(frozen=True, slots=True)
class Stated:
    """A text in both languages and the deadlines in it, in a letter of 5 February 2024."""

    nb: str
    nn: str
    deadlines: tuple[Due, ...] = ()


FIELDS = (
    Stated("1. juni", "1. juni", (due("2024-06-01"),)),
    Stated("15. januar", "15. januar", (due("2025-01-15"),)),
    Stated(
        "1. juni 2024 og 1. desember 2024",
        "1. juni 2024 og 1. desember 2024",
        (due("2024-06-01"), due("2024-12-01")),
    ),
    Stated(
        "1. juni og 1. desember 2024",
        "1. juni og 1. desember 2024",
        (due("2024-06-01"), due("2024-12-01")),
    ),
    Stated("innen utgangen av april 2024", "innan utgangen av april 2024", (due("2024-04-30"),)),
    Stated("I løpet av høsten 2024", "I løpet av hausten 2024", (due("2024-12-31"),)),
    Stated("Våren 2025", "Våren 2025", (due("2025-06-30"),)),
    Stated("medio mai 2024", "medio mai 2024", (due("2024-05-15"),)),
    Stated("primo september 2024", "primo september 2024", (due("2024-09-10"),)),
    Stated("ultimo november 2024", "ultimo november 2024", (due("2024-11-30"),)),
    Stated("3. kvartal 2024", "3. kvartal 2024", (due("2024-09-30"),)),
    Stated("i løpet av 1. tertial 2025", "i løpet av 1. tertial 2025", (due("2025-04-30"),)),
    Stated("uke 40", "veke 40", (due("2024-10-06"),)),
    Stated("Første halvår 2025", "Fyrste halvår 2025", (due("2025-06-30"),)),
    Stated(
        "30. april 2024, deretter årlig",
        "30. april 2024, deretter årleg",
        (due("2024-04-30", "yearly"),),
    ),
    Stated(
        "30. april 2024, deretter hvert tertial",
        "30. april 2024, deretter kvart tertial",
        (due("2024-04-30", "tertially"),),
    ),
    Stated(
        "1. oktober 2024, deretter halvårlig",
        "1. oktober 2024, deretter halvårleg",
        (due("2024-10-01", "half_yearly"),),
    ),
    Stated(
        "1. april 2024 og deretter kvartalsvis",
        "1. april 2024 og deretter kvartalsvis",
        (due("2024-04-01", "quarterly"),),
    ),
    Stated("Avtales nærmere", "Avtalast nærare", (undated("to_be_agreed"),)),
    Stated(
        "Settes i dialog med departementet",
        "Blir sett i dialog med departementet",
        (undated("to_be_agreed"),),
    ),
    Stated("Etter gjennomført høring", "Etter gjennomført høyring", (undated("conditional"),)),
    Stated("Snarest", "Snarast", (undated("immediate"),)),
    Stated("Løpende", "Løpande", (undated("ongoing"),)),
    Stated("Fortløpende", "Fortløpande", (undated("ongoing"),)),
    Stated("1.–15. mai 2024", "1.–15. mai 2024", (due("2024-05-15"),)),
    Stated("mai–juni 2024", "mai–juni 2024", (due("2024-06-30"),)),
    Stated("2025", "2025", (due("2025-12-31"),)),
    Stated("Innen 1.9.24", "Innan 1.9.24", (due("2024-09-01"),)),
    Stated(
        "fredag 14. juni 2024 kl. 12.00", "fredag 14. juni 2024 kl. 12.00", (due("2024-06-14"),)
    ),
    Stated(
        "I forbindelse med årsrapporten 15. mars 2025",
        "I samband med årsrapporten 15. mars 2025",
        (due("2025-03-15"),),
    ),
    Stated(
        "Senest tirsdag 3. september 2024", "Seinast tysdag 3. september 2024", (due("2024-09-03"),)
    ),
    Stated("Oktober 2024", "Oktober 2024", (due("2024-10-31"),)),
    Stated("Utgangen av året", "Utgangen av året", (due("2024-12-31"),)),
    Stated("Vinteren 2024/2025", "Vinteren 2024/2025", (due("2025-02-28"),)),
    Stated("Sommeren 2024", "Sommaren 2024", (due("2024-08-31"),)),
    Stated("innen sommeren 2025", "innan sommaren 2025", (due("2025-08-31"),)),
    Stated(
        "Utkast: 1. mars 2024. Endelig versjon: 1. mai 2024.",
        "Utkast: 1. mars 2024. Endeleg versjon: 1. mai 2024.",
        (due("2024-03-01"), due("2024-05-01")),
    ),
    Stated(
        "1. mai 2024 (første del) og 1. november 2024 (andre del)",
        "1. mai 2024 (fyrste del) og 1. november 2024 (andre del)",
        (due("2024-05-01"), due("2024-11-01")),
    ),
    Stated(
        "Fristen avtales i styringsdialogen",
        "Fristen blir avtalt i styringsdialogen",
        (undated("to_be_agreed"),),
    ),
    Stated(
        "Når lovforslaget er behandlet", "Når lovframlegget er behandla", (undated("conditional"),)
    ),
    Stated("Ved utgangen av 2024", "Ved utgangen av 2024", (due("2024-12-31"),)),
    Stated("årlig innen 1. mars", "årleg innan 1. mars", (due("2024-03-01", "yearly"),)),
    Stated("Straks", "Straks", (undated("immediate"),)),
    Stated("1. kvartal 2025", "1. kvartal 2025", (due("2025-03-31"),)),
    Stated(
        "Månedlig, første gang 1. mai 2024",
        "Månadleg, fyrste gong 1. mai 2024",
        (due("2024-05-01", "monthly"),),
    ),
    Stated("1. mars hvert år", "1. mars kvart år", (due("2024-03-01", "yearly"),)),
    Stated("innen jul 2024", "innan jul 2024", (due("2024-12-24"),)),
    Stated(
        "Senest to måneder etter at høringen er avsluttet",
        "Seinast to månader etter at høyringa er avslutta",
        (undated("conditional"),),
    ),
    Stated("Sommeren/høsten 2024", "Sommaren/hausten 2024", (due("2024-12-31"),)),
    Stated(
        "1. kvartal 2025 (utkast) og 3. kvartal 2025 (endelig)",
        "1. kvartal 2025 (utkast) og 3. kvartal 2025 (endeleg)",
        (due("2025-03-31"), due("2025-09-30")),
    ),
    Stated(
        "31. mai 2024 for delrapport og 30. november 2024 for sluttrapport",
        "31. mai 2024 for delrapport og 30. november 2024 for sluttrapport",
        (due("2024-05-31"), due("2024-11-30")),
    ),
    Stated(
        "Innen 1. mai 2024, deretter rapporteres det årlig",
        "Innan 1. mai 2024, deretter skal det rapporterast årleg",
        (due("2024-05-01", "yearly"),),
    ),
    Stated(
        "Tertialvis, første gang 31. mai 2024",
        "Tertialvis, fyrste gong 31. mai 2024",
        (due("2024-05-31", "tertially"),),
    ),
    Stated("Ved årsskiftet 2024/2025", "Ved årsskiftet 2024/2025", (due("2024-12-31"),)),
    Stated(
        "mai 2024 – endelig dato avtales",
        "mai 2024 – endeleg dato blir avtalt",
        (due("2024-05-31"),),
    ),
    Stated("2024", "2024", (due("2024-12-31"),)),
    Stated("10/6-2024", "10/6-2024", (due("2024-06-10"),)),
    Stated("2024-09-30", "2024-09-30", (due("2024-09-30"),)),
    Stated("Uke 35–36", "Veke 35–36", (due("2024-09-08"),)),
    Stated("Første tertial", "Fyrste tertial", (due("2024-04-30"),)),
    Stated(
        "Så snart som mulig og senest 1. juni 2024",
        "Så snart som mogleg og seinast 1. juni 2024",
        (due("2024-06-01"),),
    ),
    Stated(
        "Fristen settes etter dialog med departementet",
        "Fristen blir sett etter dialog med departementet",
        (undated("to_be_agreed"),),
    ),
)
PROSE = (
    Stated(
        "Direktoratet skal levere en samlet plan innen 1. september 2024.",
        "Direktoratet skal levere ein samla plan innan 1. september 2024.",
        (due("2024-09-01"),),
    ),
    Stated(
        "Vi ber om at rapporten oversendes senest 15. november.",
        "Vi ber om at rapporten blir send seinast 15. november.",
        (due("2024-11-15"),),
    ),
    Stated(
        ("Utkastet skal foreligge i løpet av mai 2024, og endelig versjon innen utgangen av 2024."),
        (
            "Utkastet skal liggje føre i løpet av mai 2024, og endeleg versjon innan "
            "utgangen av 2024."
        ),
        (due("2024-05-31"), due("2024-12-31")),
    ),
    Stated(
        "Fristen for oppdraget er 1. oktober 2024.",
        "Fristen for oppdraget er 1. oktober 2024.",
        (due("2024-10-01"),),
    ),
    Stated(
        (
            "Regjeringen tar sikte på at alle kommuner har tatt løsningen i bruk innen "
            "utgangen av 2027."
        ),
        (
            "Regjeringa tek sikte på at alle kommunar har teke løysinga i bruk innan "
            "utgangen av 2027."
        ),
    ),
    Stated(
        "Loven trådte i kraft 1. januar 2023, og forskriften ble fastsatt 15. juni 2023.",
        ("Lova tok til å gjelde 1. januar 2023, og forskrifta vart fastsett 15. juni 2023."),
    ),
    Stated(
        "Kommunene skal innen 1. mai 2024 ha vedtatt lokale planer.",
        "Kommunane skal innan 1. mai 2024 ha vedteke lokale planar.",
    ),
    Stated(
        "Departementet vil innen 1. juni 2024 komme tilbake med nærmere retningslinjer.",
        "Departementet vil innan 1. juni 2024 kome tilbake med nærare retningsliner.",
    ),
    Stated(
        "Statens vegvesen skal i løpet av 2024 bygge ut målestasjonene.",
        "Statens vegvesen skal i løpet av 2024 byggje ut målestasjonane.",
    ),
    Stated(
        (
            "Direktoratet mottok rapporten 3. mars 2023, og den ble behandlet innen fristen "
            "1. april 2023."
        ),
        (
            "Direktoratet fekk rapporten 3. mars 2023, og han vart behandla innan fristen 1. "
            "april 2023."
        ),
    ),
    Stated(
        "Det er et mål at ventetiden er halvert innen 2030.",
        "Det er eit mål at ventetida er halvert innan 2030.",
    ),
    Stated(
        "Arbeidet skal påbegynnes snarest.",
        "Arbeidet skal ta til snarast.",
        (undated("immediate"),),
    ),
    Stated(
        "Direktoratet skal løpende holde departementet orientert.",
        "Direktoratet skal løpande halde departementet orientert.",
    ),
    Stated(
        "Det skal rapporteres på oppdraget hvert halvår, første gang innen 1. juli 2024.",
        ("Det skal rapporterast på oppdraget kvart halvår, fyrste gong innan 1. juli 2024."),
        (due("2024-07-01", "half_yearly"),),
    ),
    Stated(
        "Lovendringene skal etter planen tre i kraft fra 1. august 2024.",
        "Lovendringane skal etter planen ta til å gjelde frå 1. august 2024.",
    ),
    Stated(
        "Tilskuddet skal utbetales til mottakerne senest innen utgangen av oktober 2024.",
        ("Tilskotet skal betalast ut til mottakarane seinast innan utgangen av oktober 2024."),
        (due("2024-10-31"),),
    ),
    Stated(
        (
            "Arbeidet skal ferdigstilles innen 1. mars 2025. Den endelige rapporten skal "
            "oversendes innen 1. mars 2025."
        ),
        (
            "Arbeidet skal ferdigstillast innan 1. mars 2025. Den endelege rapporten skal "
            "sendast innan 1. mars 2025."
        ),
        (due("2025-03-01"),),
    ),
    Stated(
        "Direktoratet bes om å legge frem en plan innen uke 23 i 2024.",
        "Vi ber direktoratet leggje fram ein plan innan veke 23 i 2024.",
        (due("2024-06-09"),),
    ),
    Stated(
        "EU-forordningen skal gjennomføres i alle medlemsstatene innen 26. mars 2027.",
        "EU-forordninga skal gjennomførast i alle medlemsstatane innan 26. mars 2027.",
    ),
    Stated(
        (
            "Stortinget ba i vedtak 14. juni 2023 regjeringen om å legge frem en sak innen "
            "utgangen av 2025."
        ),
        (
            "Stortinget bad i vedtak 14. juni 2023 regjeringa om å leggje fram ei sak innan "
            "utgangen av 2025."
        ),
    ),
    Stated(
        "Frist for tilbakemelding er 1. mai 2024.",
        "Frist for tilbakemelding er 1. mai 2024.",
        (due("2024-05-01"),),
    ),
    Stated(
        "Arbeidet startet 1. januar 2023 og går ut 2025.",
        "Arbeidet starta 1. januar 2023 og varer ut 2025.",
    ),
    Stated(
        ("Direktoratet bes om å oversende en statusrapport innen 1. juni og 1. oktober 2024."),
        "Vi ber direktoratet sende ein statusrapport innan 1. juni og 1. oktober 2024.",
        (due("2024-06-01"), due("2024-10-01")),
    ),
    Stated(
        "Vi viser til brev av 3. mars 2023 og møte 14. april 2023.",
        "Vi viser til brev av 3. mars 2023 og møte 14. april 2023.",
    ),
    Stated(
        "Rapporten fra utvalget ble levert 1. desember 2023.",
        "Rapporten frå utvalet vart levert 1. desember 2023.",
    ),
    Stated(
        "Regjeringen vil legge frem en stortingsmelding innen utgangen av 2024.",
        "Regjeringa vil leggje fram ei stortingsmelding innan utgangen av 2024.",
    ),
    Stated(
        "Finansdepartementet skal innen 1. mars 2024 avklare rammen.",
        "Finansdepartementet skal innan 1. mars 2024 avklare ramma.",
    ),
    Stated(
        (
            "Prosjektet skal avsluttes innen utgangen av juni 2025, og sluttrapport sendes "
            "departementet senest 1. september 2025."
        ),
        (
            "Prosjektet skal avsluttast innan utgangen av juni 2025, og sluttrapport skal "
            "sendast departementet seinast 1. september 2025."
        ),
        (due("2025-06-30"), due("2025-09-01")),
    ),
    Stated(
        "Målet er at alle kommuner er dekket innen 2026.",
        "Målet er at alle kommunar er dekte innan 2026.",
    ),
    Stated("Forskriften trer i kraft 1. juli 2024.", "Forskrifta tek til å gjelde 1. juli 2024."),
    Stated(
        "Fylkeskommunene må søke innen 15. mai 2024.",
        "Fylkeskommunane må søkje innan 15. mai 2024.",
    ),
    Stated(
        "Det skal gis en muntlig orientering i løpet av våren 2024.",
        "Det skal givast ei munnleg orientering i løpet av våren 2024.",
        (due("2024-06-30"),),
    ),
    Stated(
        "Departementet ber om at arbeidet settes i gang straks.",
        "Departementet ber om at arbeidet blir sett i gang straks.",
        (undated("immediate"),),
    ),
    Stated(
        "Saken skal behandles fortløpende av etatene.",
        "Saka skal handsamast fortløpande av etatane.",
    ),
)
