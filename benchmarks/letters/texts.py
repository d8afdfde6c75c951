"""Invented sentences, titles and bodies, in bokmål and nynorsk."""

from __future__ import annotations

from typing import NamedTuple

from tildeling.letter import WrittenLanguage


class Said(NamedTuple):
    """One text in both written languages."""

    nb: str
    nn: str

    def within(self, language: WrittenLanguage) -> str:
        """The text in one of them."""
        return self.nb if language == "nb" else self.nn


SENTENCES = (
    Said(
        "Arbeidet skal bygge videre på erfaringene fra de fire pilotene langs kysten, og det er "
        "viktig at små virksomheter blir hørt.",
        "Arbeidet skal byggje vidare på erfaringane frå dei fire pilotane langs kysten, og det er "
        "viktig at små verksemder blir høyrde.",
    ),
    Said(
        "Direktoratet velger selv hvordan arbeidet organiseres, men skal ta hensyn til at flere "
        "etater har tilgrensende oppgaver.",
        "Direktoratet vel sjølv korleis arbeidet blir organisert, men skal ta omsyn til at fleire "
        "etatar har tilgrensande oppgåver.",
    ),
    Said(
        "Kunnskapen om hvordan ordningene virker, er mangelfull, særlig i distriktene.",
        "Kunnskapen om korleis ordningane verkar, er mangelfull, særleg i distrikta.",
    ),
    Said(
        "Det er behov for bedre samordning mellom etatene, og brukerne opplever i dag at de må "
        "oppgi de samme opplysningene flere ganger.",
        "Det er behov for betre samordning mellom etatane, og brukarane opplever i dag at dei må "
        "gi dei same opplysningane fleire gonger.",
    ),
    Said(
        "Løsningen må være enkel å ta i bruk og bygge på felles standarder for utveksling av "
        "opplysninger.",
        "Løysinga må vere enkel å ta i bruk og byggje på felles standardar for utveksling av "
        "opplysningar.",
    ),
    Said(
        "Vurderingene skal omfatte virkninger for personvern, beredskap og universell utforming.",
        "Vurderingane skal omfatte verknader for personvern, beredskap og universell utforming.",
    ),
    Said(
        "Flere undersøkelser viser at tilbudet varierer mye mellom landsdelene.",
        "Fleire undersøkingar viser at tilbodet varierer mykje mellom landsdelane.",
    ),
    Said(
        "Direktoratet skal legge vekt på medvirkning fra dem det gjelder.",
        "Direktoratet skal leggje vekt på medverknad frå dei det gjeld.",
    ),
    Said(
        "Ordningen har vokst mye de siste årene uten at regelverket er gjennomgått.",
        "Ordninga har vakse mykje dei siste åra utan at regelverket er gått gjennom.",
    ),
    Said(
        "Departementet legger til grunn at arbeidet ses i sammenheng med øvrige "
        "utviklingsprosjekter på feltet.",
        "Departementet legg til grunn at arbeidet blir sett i samanheng med andre "
        "utviklingsprosjekt på feltet.",
    ),
)
TITLES = (
    Said("Felles register for småhavner", "Felles register for småhamner"),
    Said(
        "Veiledning om klimatilpasning i kulturmiljøer",
        "Rettleiing om klimatilpassing i kulturmiljø",
    ),
    Said(
        "Gjennomgang av tilsynsordningen for småkraftverk",
        "Gjennomgang av tilsynsordninga for småkraftverk",
    ),
    Said(
        "Kartlegging av tilgangen på tegnspråktolker",
        "Kartlegging av tilgangen på teiknspråktolkar",
    ),
    Said(
        "Ny modell for fordeling av prøvetakingsutstyr",
        "Ny modell for fordeling av prøvetakingsutstyr",
    ),
    Said(
        "Tiltak mot ulovlig omsetning av legemidler på nett",
        "Tiltak mot ulovleg omsetning av legemiddel på nett",
    ),
    Said(
        "Evaluering av samarbeidet om redningshelikoptre",
        "Evaluering av samarbeidet om redningshelikopter",
    ),
    Said("Utvikling av indikatorer for jordvern", "Utvikling av indikatorar for jordvern"),
)
BODIES = (
    ("Klima- og miljødepartementet", "Miljødirektoratet"),
    ("Samferdselsdepartementet", "Kystverket"),
    ("Kultur- og likestillingsdepartementet", "Norsk kulturråd"),
    ("Nærings- og fiskeridepartementet", "Sjøfartsdirektoratet"),
    ("Justis- og beredskapsdepartementet", "Politidirektoratet"),
    ("Energidepartementet", "Norges vassdrags- og energidirektorat"),
    ("Landbruks- og matdepartementet", "Mattilsynet"),
    ("Kunnskapsdepartementet", "Utdanningsdirektoratet"),
)
PEOPLE = (
    (("Ingrid Solheim", "ekspedisjonssjef"), ("Per Olav Berge", "seniorrådgiver")),
    (("Siv Hagen", "avdelingsdirektør"),),
    (
        ("Kåre Lien", "departementsråd"),
        ("Turid Mo", "ekspedisjonssjef"),
        ("Nils Ås", "fagdirektør"),
    ),
)
MONTHS = (
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
)
INTRODUCTION = Said("Innledning", "Innleiing")
CLOSING = Said("Avslutning", "Avslutning")
REPORTING = Said("Rapportering", "Rapportering")
BACKGROUND = Said("Bakgrunn", "Bakgrunn")
DESCRIPTION = Said("Beskrivelse", "Omtale")
