"""The state's bodies: one key each, its short forms, and its names over the years.

A table to extend: `"key": ("SHORT; Short", "Name now; Name before; Name in nynorsk")`. A body that
was renamed keeps its key; one that came of several bodies has its own. Names stand as letters print
them, the present one first.
"""

from __future__ import annotations

# Each ministry's names: since which year, short form (it is also its domain's), name and others.
#
# The first of the names that a year's letter may bear is the one in that year.
MINISTRIES: dict[str, tuple[tuple[int, str, str], ...]] = {
    "smk": ((1900, "SMK", "Statsministerens kontor"),),
    "aid": (
        (2022, "AID", "Arbeids- og inkluderingsdepartementet"),
        (2014, "ASD", "Arbeids- og sosialdepartementet"),
        (2010, "AD", "Arbeidsdepartementet"),
        (2006, "AID", "Arbeids- og inkluderingsdepartementet"),
        (2001, "ASD", "Arbeids- og sosialdepartementet"),
    ),
    "bfd": (
        (2019, "BFD", "Barne- og familiedepartementet"),
        (2016, "BLD", "Barne- og likestillingsdepartementet"),
        (2010, "BLD", "Barne-, likestillings- og inkluderingsdepartementet"),
        (2006, "BLD", "Barne- og likestillingsdepartementet"),
        (1991, "BFD", "Barne- og familiedepartementet"),
    ),
    "dfd": ((2024, "DFD", "Digitaliserings- og forvaltningsdepartementet"),),
    "ed": (
        (2024, "ED", "Energidepartementet"),
        (1978, "OED", "Olje- og energidepartementet"),
    ),
    "fad": (
        (2010, "FAD", "Fornyings-, administrasjons- og kirkedepartementet"),
        (2006, "FAD", "Fornyings- og administrasjonsdepartementet"),
        (2004, "MOD", "Moderniseringsdepartementet"),
    ),
    "fd": ((1900, "FD", "Forsvarsdepartementet"),),
    "fin": ((1900, "FIN", "Finansdepartementet; Finans- og tolldepartementet"),),
    "fkd": ((2004, "FKD", "Fiskeri- og kystdepartementet; Fiskeridepartementet"),),
    "hod": ((2004, "HOD", "Helse- og omsorgsdepartementet; Helse- og omsorgdepartementet"),),
    "jd": (
        (2012, "JD", "Justis- og beredskapsdepartementet; Justis- og beredskapdepartementet"),
        (1900, "JD", "Justis- og politidepartementet; Justisdepartementet"),
    ),
    "kd": (
        (2006, "KD", "Kunnskapsdepartementet"),
        (2002, "UFD", "Utdannings- og forskningsdepartementet"),
    ),
    "kdd": (
        (2022, "KDD", "Kommunal- og distriktsdepartementet"),
        (2014, "KMD", "Kommunal- og moderniseringsdepartementet"),
        (1998, "KRD", "Kommunal- og regionaldepartementet"),
    ),
    "kld": (
        (2014, "KLD", "Klima- og miljødepartementet; Klima- og miljøverndepartementet"),
        (1972, "MD", "Miljøverndepartementet"),
    ),
    "kud": (
        (2022, "KUD", "Kultur- og likestillingsdepartementet"),
        (2010, "KUD", "Kulturdepartementet"),
        (2002, "KKD", "Kultur- og kirkedepartementet; Kultur- og kyrkjedepartementet"),
    ),
    "lmd": (
        (2004, "LMD", "Landbruks- og matdepartementet"),
        (1900, "LD", "Landbruksdepartementet"),
    ),
    "nfd": (
        (2014, "NFD", "Nærings- og fiskeridepartementet"),
        (1997, "NHD", "Nærings- og handelsdepartementet"),
    ),
    "sd": ((1946, "SD", "Samferdselsdepartementet"),),
    "ud": ((1905, "UD", "Utenriksdepartementet; Utanriksdepartementet"),),
}

# Agencies, companies and other bodies that letters go to or speak of.
AGENCIES: dict[str, tuple[str, str]] = {
    "abm-utvikling": ("", "ABM-utvikling"),
    "aho": ("AHO", "Arkitektur- og designhøgskolen i Oslo; Arkitektur- og designhøgskulen i Oslo"),
    "altinn": ("", "Altinn"),
    "andoya-space": ("", "Andøya Space; Andøya Space AS; Andøya Space Center AS"),
    "antidoping-norge": ("ADNO", "Antidoping Norge; Antidoping Noreg"),
    "arbeidsretten": ("", "Arbeidsretten"),
    "arbeidstilsynet": ("AT", "Arbeidstilsynet; Direktoratet for arbeidstilsynet"),
    "arkivverket": ("", "Arkivverket; Nasjonalarkivet; Riksarkivaren; Riksarkivet"),
    "artsdatabanken": ("", "Artsdatabanken"),
    "avinor": ("", "Avinor; Avinor AS"),
    "banenor": ("", "Bane NOR; Bane NOR SF"),
    "barneombudet": ("", "Barneombudet; Barneombodet"),
    "bioforsk": ("", "Bioforsk"),
    "bioteknologiradet": ("", "Bioteknologirådet; Bioteknologinemnda"),
    "bronnoysundregistrene": ("BR; Brreg", "Brønnøysundregistrene; Brønnøysundregistra"),
    "bufdir": (
        "Bufdir",
        "Barne-, ungdoms- og familiedirektoratet; Barne-, ungdoms- og familieetaten; "
        "Barne- ungdoms- og familiedirektoratet",
    ),
    "datatilsynet": ("", "Datatilsynet"),
    "dfo": (
        "DFØ; SSØ",
        "Direktoratet for forvaltning og økonomistyring; Direktoratet for økonomistyring; "
        "Senter for statlig økonomistyring; Direktoratet for forvalting og økonomistyring",
    ),
    "dibk": ("DiBK; DIBK", "Direktoratet for byggkvalitet; Statens bygningstekniske etat"),
    "difi": (
        "Difi; DIFI",
        "Direktoratet for forvaltning og IKT; Direktoratet for forvalting og IKT",
    ),
    "digdir": ("Digdir", "Digitaliseringsdirektoratet; Digitaliseringsdirektorat"),
    "diku": (
        "Diku",
        "Direktoratet for internasjonalisering og kvalitetsutvikling i høyere utdanning; "
        "Direktoratet for internasjonalisering og kvalitetsutvikling i høgare utdanning",
    ),
    "dirmin": (
        "DMF; DIRMIN; Dirmin",
        "Direktoratet for mineralforvaltning med Bergmesteren for Svalbard; Direktoratet "
        "for mineralforvaltning; Direktoratet for mineralforvalting",
    ),
    "diskrimineringsnemnda": ("", "Diskrimineringsnemnda; Likestillings- og diskrimineringsnemnda"),
    "distriktssenteret": (
        "KDU",
        "Distriktssenteret; Kompetansesenter for distriktsutvikling; Distriktssenteret – "
        "Kompetansesenter for distriktsutvikling",
    ),
    "dnk": ("DNK", "Direktoratet for nødkommunikasjon"),
    "domstoladministrasjonen": (
        "DA",
        "Domstoladministrasjonen; Domstolsadministrasjonen; Domstolene",
    ),
    "dsa": (
        "DSA; NRPA",
        "Direktoratet for strålevern og atomsikkerhet; Direktoratet for strålevern og "
        "atomtryggleik; Statens strålevern",
    ),
    "dsb": (
        "DSB",
        "Direktoratet for samfunnssikkerhet og beredskap; Direktoratet for "
        "samfunnstryggleik og beredskap",
    ),
    "dss": (
        "DSS; DSSO",
        "Departementenes digitaliseringsorganisasjon; Departementenes sikkerhets- og "
        "serviceorganisasjon; Departementenes servicesenter; Departementa sitt "
        "servicesenter",
    ),
    "ehelse": ("", "Direktoratet for e-helse"),
    "eksfin": (
        "Eksfin; GIEK",
        "Eksportfinansiering Norge; Garantiinstituttet for eksportkreditt; Eksportkreditt Norge AS",
    ),
    "eldreombudet": ("", "Eldreombudet; Eldreombodet"),
    "enova": ("", "Enova; Enova SF"),
    "entur": ("", "Entur; Entur AS"),
    "etterretningstjenesten": ("", "Etterretningstjenesten; Etterretningstenesta"),
    "ffi": ("FFI", "Forsvarets forskningsinstitutt"),
    "fhi": ("FHI", "Folkehelseinstituttet; Nasjonalt folkehelseinstitutt"),
    "finanstilsynet": ("FT", "Finanstilsynet; Kredittilsynet"),
    "finnmarkseiendommen": ("FeFo", "Finnmarkseiendommen"),
    "fiskeridirektoratet": ("Fdir", "Fiskeridirektoratet"),
    "forbrukerradet": ("", "Forbrukerrådet; Forbrukarrådet"),
    "forbrukertilsynet": (
        "",
        "Forbrukertilsynet; Forbrukerombudet; Forbrukarombodet; Forbrukartilsynet",
    ),
    "forskningsradet": (
        "NFR",
        "Norges forskningsråd; Noregs forskingsråd; Noregs forskningsråd; Forskningsrådet; "
        "Forskingsrådet",
    ),
    "forsvaret": ("", "Forsvaret"),
    "forsvarsbygg": ("", "Forsvarsbygg"),
    "forsvarsmateriell": ("FMA", "Forsvarsmateriell"),
    "fylkesnemndene": (
        "",
        "Barneverns- og helsenemndene; Fylkesnemndene for barnevern og sosiale saker; "
        "Sentralenheten for fylkesnemndene; Fylkesnemndene",
    ),
    "gassnova": ("", "Gassnova SF; Gassnova"),
    "generaladvokaten": ("", "Generaladvokaten"),
    "gjenopptakelseskommisjonen": (
        "",
        "Kommisjonen for gjenopptakelse av straffesaker; Gjenopptakelseskommisjonen",
    ),
    "havarikommisjonen": (
        "SHK; SHT",
        "Statens havarikommisjon; Statens havarikommisjon for transport",
    ),
    "havforskningsinstituttet": ("HI", "Havforskningsinstituttet; Havforskingsinstituttet"),
    "havindustritilsynet": ("Havtil; Ptil", "Havindustritilsynet; Petroleumstilsynet"),
    "helfo": ("HELFO", "Helfo; Helseøkonomiforvaltningen"),
    "helse-midt-norge": ("HMN", "Helse Midt-Norge RHF; Helse Midt-Noreg RHF"),
    "helse-nord": ("", "Helse Nord RHF"),
    "helse-sor-ost": ("HSØ", "Helse Sør-Øst RHF"),
    "helse-vest": ("", "Helse Vest RHF"),
    "helsedirektoratet": ("Hdir", "Helsedirektoratet; Sosial- og helsedirektoratet"),
    "helseklage": ("", "Nasjonalt klageorgan for helsetjenesten; Helseklage"),
    "helsetilsynet": ("Htil", "Statens helsetilsyn; Helsetilsynet"),
    "helsetjenestens-driftsorganisasjon": (
        "HDO",
        "Helsetjenestens driftsorganisasjon for nødnett HF",
    ),
    "himolde": (
        "HiMolde",
        "Høgskolen i Molde; Høgskolen i Molde - vitenskapelig høgskole i logistikk",
    ),
    "hiof": ("HiØ", "Høgskolen i Østfold; Høgskulen i Østfold"),
    "hivolda": ("HVO", "Høgskulen i Volda; Høgskolen i Volda"),
    "hkdir": (
        "HK-dir; HKdir",
        "Direktoratet for høyere utdanning og kompetanse; Direktoratet for høgare "
        "utdanning og kompetanse",
    ),
    "hoyesterett": ("", "Norges Høyesterett; Noregs Høgsterett; Høyesterett"),
    "hrs": ("HRS", "Hovedredningssentralen; Hovudredningssentralen; Hovedredningssentralene"),
    "husbanken": ("", "Husbanken; Den norske stats husbank"),
    "husleietvistutvalget": ("HTU", "Husleietvistutvalget; Husleigetvistutvalet"),
    "hvl": ("HVL", "Høgskulen på Vestlandet; Høgskolen på Vestlandet"),
    "imdi": (
        "IMDi; IMDI",
        "Integrerings- og mangfoldsdirektoratet; Integrering- og mangfoldsdirektoratet; "
        "Integrerings- og mangfaldsdirektoratet; Integrerings- og mangfolddirektoratet",
    ),
    "inn": ("INN", "Universitetet i Innlandet; Høgskolen i Innlandet; Høgskulen i Innlandet"),
    "innkrevingssentralen": ("SI", "Statens innkrevingssentral; Statens innkrevjingssentral"),
    "innovasjon-norge": ("IN", "Innovasjon Norge; Innovasjon Noreg"),
    "jernbanedirektoratet": ("Jdir", "Jernbanedirektoratet"),
    "jernbanetilsynet": ("SJT", "Statens jernbanetilsyn; Jernbanetilsynet"),
    "jernbaneverket": ("JBV", "Jernbaneverket"),
    "justervesenet": ("JV", "Justervesenet"),
    "kartverket": ("", "Kartverket; Statens kartverk"),
    "kdi": (
        "KDI",
        "Kriminalomsorgsdirektoratet; Kriminalomsorgen; Kriminalomsorga; Kriminalomsorgens "
        "sentrale forvaltning",
    ),
    "kfir": ("KFIR", "Klagenemnda for industrielle rettigheter"),
    "khio": ("KHiO", "Kunsthøgskolen i Oslo; Kunsthøgskulen i Oslo"),
    "kings-bay": ("", "Kings Bay AS; Kings Bay"),
    "klagenemndssekretariatet": (
        "",
        "Klagenemndssekretariatet; Klagenemnda for offentlige anskaffelser",
    ),
    "klif": (
        "Klif; SFT",
        "Klima- og forurensningsdirektoratet; Statens forurensningstilsyn; Klima- og "
        "forureiningsdirektoratet",
    ),
    "kompetanse-norge": (
        "VOX; Vox",
        "Kompetanse Norge; Vox, nasjonalt fagorgan for kompetansepolitikk; Kompetanse Noreg",
    ),
    "konfliktradene": ("", "Sekretariatet for konfliktrådene; Konfliktrådet; Konfliktrådene"),
    "konkurransetilsynet": ("", "Konkurransetilsynet"),
    "kontoret-for-voldsoffererstatning": (
        "KFV",
        "Kontoret for voldsoffererstatning; Kontoret for valdsofferstatning",
    ),
    "koro": ("KORO", "Kunst i offentlige rom"),
    "kripos": ("", "Kripos"),
    "krus": (
        "KRUS",
        "Kriminalomsorgens høgskole og utdanningssenter; Kriminalomsorgens utdanningssenter",
    ),
    "kulturdirektoratet": (
        "",
        "Kulturdirektoratet; Norsk kulturråd; Kulturrådet; Norsk kulturfond",
    ),
    "kulturtanken": ("", "Kulturtanken; Rikskonsertene"),
    "kunnskapssenteret": ("", "Nasjonalt kunnskapssenter for helsetjenesten"),
    "kystverket": ("", "Kystverket"),
    "landbruksdirektoratet": (
        "Ldir; SLF",
        "Landbruksdirektoratet; Statens landbruksforvaltning; Statens landbruksforvalting",
    ),
    "lanekassen": (
        "",
        "Statens lånekasse for utdanning; Lånekassen; Lånekassa; Statens lånekasse for utdaning",
    ),
    "ldo": (
        "LDO",
        "Likestillings- og diskrimineringsombudet; Likestillings- og diskrimineringsombodet",
    ),
    "legemiddelverket": (
        "DMP; SLV",
        "Direktoratet for medisinske produkter; Statens legemiddelverk; Legemiddelverket",
    ),
    "lotteritilsynet": (
        "",
        "Lotteri- og stiftelsestilsynet; Lotteritilsynet; Lotteri- og stiftingstilsynet",
    ),
    "luftfartstilsynet": ("", "Luftfartstilsynet"),
    "mattilsynet": ("", "Mattilsynet"),
    "medietilsynet": ("", "Medietilsynet"),
    "met": ("MET", "Meteorologisk institutt; Det norske meteorologiske institutt"),
    "miljodirektoratet": ("Mdir", "Miljødirektoratet"),
    "nasjonalbiblioteket": ("NB", "Nasjonalbiblioteket"),
    "nasjonalmuseet": ("", "Nasjonalmuseet for kunst, arkitektur og design; Nasjonalmuseet"),
    "naturforvaltning": (
        "DN",
        "Direktoratet for naturforvaltning; Direktoratet for naturforvalting",
    ),
    "nav": (
        "NAV; AVdir",
        "Arbeids- og velferdsdirektoratet; Arbeids- og velferdsetaten; Nav; NAV; Arbeids- "
        "og velferdsforvaltningen; Arbeids- og velferdsforvaltinga",
    ),
    "ngu": (
        "NGU",
        "Norges geologiske undersøkelse; Noregs geologiske undersøking; Norges geologiske "
        "undersøking",
    ),
    "nhh": ("NHH", "Norges handelshøyskole; Noregs handelshøgskule; Norges handelshøgskole"),
    "nhn": ("NHN", "Norsk helsenett SF; Norsk helsenett; Norsk Helsenett SF; Norsk Helsenett"),
    "nibio": ("NIBIO; Nibio", "Norsk institutt for bioøkonomi"),
    "nid": ("NID", "Nasjonalt ID-senter; Nasjonalt identitets- og dokumentasjonssenter"),
    "nifes": ("NIFES", "Nasjonalt institutt for ernærings- og sjømatforskning"),
    "nih": ("NIH", "Norges idrettshøgskole; Noregs idrettshøgskule"),
    "nilf": ("NILF", "Norsk institutt for landbruksøkonomisk forskning"),
    "nim": (
        "NIM",
        "Norges institusjon for menneskerettigheter; Norges nasjonale institusjon for "
        "menneskerettigheter; Noregs institusjon for menneskerettar",
    ),
    "nkom": (
        "Nkom; PT",
        "Nasjonal kommunikasjonsmyndighet; Nasjonal kommunikasjonsmyndigheit; Post- og "
        "teletilsynet",
    ),
    "nmbu": (
        "NMBU; UMB",
        "Norges miljø- og biovitenskapelige universitet; Universitetet for miljø- og "
        "biovitenskap; Noregs miljø- og biovitskaplege universitet",
    ),
    "nmh": ("NMH", "Norges musikkhøgskole; Noregs musikkhøgskule"),
    "nnd": ("NND", "Norsk nukleær dekommisjonering"),
    "nokut": (
        "NOKUT; Nokut",
        "Nasjonalt organ for kvalitet i utdanningen; Nasjonalt organ for kvalitet i utdanninga",
    ),
    "norad": (
        "NORAD",
        "Norad; Direktoratet for utviklingssamarbeid; Norad – Direktoratet for "
        "utviklingssamarbeid; Direktoratet for utviklingssamarbeid – Norad",
    ),
    "nord": ("", "Nord universitet; Universitetet i Nordland"),
    "norec": ("", "Norec; Norsk senter for utvekslingssamarbeid; Fredskorpset; FK Norge"),
    "norfund": ("", "Norfund; Statens investeringsfond for næringsvirksomhet i utviklingsland"),
    "norges-bank": ("", "Norges Bank; Noregs Bank"),
    "norsk-akkreditering": ("NA", "Norsk akkreditering"),
    "norsk-filminstitutt": ("NFI", "Norsk filminstitutt"),
    "norsk-helsearkiv": ("NHA", "Norsk helsearkiv"),
    "norsk-lyd-og-blindeskriftbibliotek": ("NLB", "Norsk lyd- og blindeskriftbibliotek; Tibi"),
    "norsk-romsenter": (
        "NRS; NOSA",
        "Norsk romsenter; Direktoratet for romvirksomhet; Direktoratet for romverksemd",
    ),
    "norsk-tipping": ("", "Norsk Tipping; Norsk Tipping AS"),
    "norske-tog": ("", "Norske tog; Norske tog AS"),
    "npe": ("NPE", "Norsk pasientskadeerstatning; Norsk pasientskadeerstatting"),
    "npolar": ("NP", "Norsk polarinstitutt; Norsk Polarinstitutt"),
    "nrk": ("NRK", "Norsk rikskringkasting AS; Norsk rikskringkasting"),
    "nsm": (
        "NSM",
        "Nasjonal sikkerhetsmyndighet; Nasjonal tryggingsmyndigheit; Nasjonalt tryggingsorgan",
    ),
    "ntnu": (
        "NTNU",
        "Norges teknisk-naturvitenskapelige universitet; Noregs teknisk-naturvitskaplege "
        "universitet",
    ),
    "nupi": ("NUPI", "Norsk utenrikspolitisk institutt"),
    "nve": (
        "NVE",
        "Norges vassdrags- og energidirektorat; Noregs vassdrags- og energidirektorat; "
        "Noregs vassdrags- og energidirektoratet; Norges vassdrags- og energidirektoratet",
    ),
    "nye-veier": ("", "Nye Veier; Nye Veier AS"),
    "oslomet": (
        "OsloMet; HiOA",
        "OsloMet – storbyuniversitetet; OsloMet; Høgskolen i Oslo og Akershus",
    ),
    "pasientreiser": ("", "Pasientreiser HF"),
    "patentstyret": ("", "Patentstyret"),
    "petoro": ("", "Petoro; Petoro AS"),
    "phs": ("PHS", "Politihøgskolen; Politihøgskulen"),
    "politidirektoratet": ("POD", "Politidirektoratet; Politi- og lensmannsetaten; Politiet"),
    "politiets-fellestjenester": (
        "",
        "Politiets fellestjenester; Politiets IKT-tjenester; Politiets IT-enhet",
    ),
    "pst": ("PST", "Politiets sikkerhetstjeneste; Politiets tryggingsteneste"),
    "pu": ("PU", "Politiets utlendingsenhet; Politiets utlendingseining"),
    "regelradet": ("", "Regelrådet; Næringslivets regelråd"),
    "registerdirektoratet": ("", "Registerdirektoratet"),
    "regjeringsadvokaten": ("", "Regjeringsadvokaten"),
    "reindriftsforvaltningen": ("", "Reindriftsforvaltningen; Reindriftsforvaltinga"),
    "riksadvokaten": (
        "",
        "Riksadvokaten; Den høyere påtalemyndighet; Den høyere påtalemyndigheten",
    ),
    "riksantikvaren": ("RA", "Riksantikvaren"),
    "riksmekleren": ("", "Riksmekleren; Riksmeklaren"),
    "riksrevisjonen": ("", "Riksrevisjonen"),
    "safh": ("SAFH", "Statens autorisasjonskontor for helsepersonell"),
    "samas": ("", "Samisk høgskole; Sámi allaskuvla; Samisk høgskule"),
    "sametinget": ("", "Sametinget; Sámediggi"),
    "sifo": ("SIFO", "Statens institutt for forbruksforskning"),
    "sikt": (
        "Sikt; KSTL; Unit",
        "Sikt – Kunnskapssektorens tjenesteleverandør; Kunnskapssektorens "
        "tjenesteleverandør; Direktoratet for IKT og fellestjenester i høyere utdanning og "
        "forskning",
    ),
    "simula": ("", "Simula Research Laboratory AS; Simula"),
    "sirus": ("SIRUS", "Statens institutt for rusmiddelforskning"),
    "siu": ("SIU", "Senter for internasjonalisering av utdanning"),
    "siva": ("SIVA", "Siva SF; Siva; Selskapet for industrivekst SF"),
    "sivil-klareringsmyndighet": ("SKM", "Sivil klareringsmyndighet; Sivil klareringsmyndigheit"),
    "sivilrettsforvaltning": ("SRF", "Statens sivilrettsforvaltning; Statens sivilrettsforvalting"),
    "sjofartsdirektoratet": ("Sdir", "Sjøfartsdirektoratet"),
    "skatteetaten": ("SKD", "Skatteetaten; Skattedirektoratet"),
    "skatteklagenemnda": ("", "Skatteklagenemnda; Sekretariatet for Skatteklagenemnda"),
    "skog-og-landskap": ("", "Norsk institutt for skog og landskap; Skog og landskap"),
    "sno": ("SNO", "Statens naturoppsyn"),
    "sokkeldirektoratet": ("Sodir; OD", "Sokkeldirektoratet; Oljedirektoratet"),
    "space-norway": ("", "Space Norway; Space Norway AS"),
    "spesialenheten": ("SE", "Spesialenheten for politisaker; Spesialeininga for politisaker"),
    "spk": ("SPK", "Statens pensjonskasse"),
    "sprakradet": ("", "Språkrådet; Norsk språkråd"),
    "ssb": ("SSB", "Statistisk sentralbyrå"),
    "stami": ("STAMI", "Statens arbeidsmiljøinstitutt"),
    "statped": (
        "",
        "Statped; Statlig spesialpedagogisk tjeneste; Statleg spesialpedagogisk teneste",
    ),
    "statsbygg": ("", "Statsbygg"),
    "statsforvalternes-fellestjenester": (
        "",
        "Fylkesmennenes fellesadministrasjon; Statsforvalternes fellestjenester; "
        "Statsforvaltarens fellestenester",
    ),
    "statskog": ("", "Statskog; Statskog SF"),
    "store-norske": ("", "Store Norske Spitsbergen Kulkompani AS"),
    "sysselmesteren": (
        "",
        "Sysselmesteren på Svalbard; Sysselmannen på Svalbard; Sysselmeisteren på Svalbard",
    ),
    "tilsynsradet-for-advokatvirksomhet": (
        "",
        "Advokattilsynet; Tilsynsrådet for advokatvirksomhet",
    ),
    "tolletaten": (
        "TAD",
        "Tolletaten; Tolldirektoratet; Toll- og avgiftsdirektoratet; Toll- og avgiftsetaten",
    ),
    "trygderetten": ("", "Trygderetten"),
    "tvistelosningsnemnda": ("", "Tvisteløsningsnemnda etter arbeidsmiljøloven"),
    "udi": ("UDI", "Utlendingsdirektoratet"),
    "udir": ("Udir; UDIR", "Utdanningsdirektoratet"),
    "uia": ("UiA", "Universitetet i Agder"),
    "uib": ("UiB", "Universitetet i Bergen"),
    "uio": ("UiO", "Universitetet i Oslo"),
    "uis": ("UiS", "Universitetet i Stavanger"),
    "uit": (
        "UiT",
        "UiT Norges arktiske universitet; Universitetet i Tromsø; UiT – Norges arktiske "
        "universitet; UiT Noregs arktiske universitet",
    ),
    "ukom": (
        "Ukom",
        "Statens undersøkelseskommisjon for helse- og omsorgstjenesten; Statens "
        "undersøkingskommisjon for helse- og omsorgstenesta",
    ),
    "une": ("UNE", "Utlendingsnemnda"),
    "unis": ("UNIS", "Universitetssenteret på Svalbard; Universitetssenteret på Svalbard AS"),
    "usn": ("USN; HSN", "Universitetet i Sørøst-Norge; Høgskolen i Sørøst-Norge"),
    "valgdirektoratet": ("", "Valgdirektoratet; Valdirektoratet"),
    "vegtilsynet": ("", "Vegtilsynet"),
    "vegvesenet": ("SVV", "Statens vegvesen; Vegdirektoratet; Statens vegvesen Vegdirektoratet"),
    "vetinst": ("VI", "Veterinærinstituttet"),
    "vinmonopolet": ("", "Vinmonopolet; AS Vinmonopolet"),
}

# Keys of bodies that are no agency under a ministry.
OTHER_KINDS: frozenset[str] = frozenset(
    (
        "barneombudet",
        "eldreombudet",
        "enova",
        "innovasjon-norge",
        "ldo",
        "norges-bank",
        "riksrevisjonen",
        "siva",
    )
)

COUNTIES: tuple[str, ...] = (
    "Agder",
    "Akershus",
    "Aust- og Vest-Agder",
    "Aust-Agder",
    "Buskerud",
    "Finnmark",
    "Hedmark",
    "Hordaland",
    "Innlandet",
    "Møre og Romsdal",
    "Nord-Trøndelag",
    "Nordland",
    "Oppland",
    "Oslo",
    "Oslo og Akershus",
    "Oslo og Viken",
    "Rogaland",
    "Sogn og Fjordane",
    "Sør-Trøndelag",
    "Telemark",
    "Troms",
    "Troms og Finnmark",
    "Trøndelag",
    "Vest-Agder",
    "Vestfold",
    "Vestfold og Telemark",
    "Vestland",
    "Østfold",
    "Østfold, Buskerud, Oslo og Akershus",
)
# The state's governor in a county, "Fylkesmannen i Nordland", and its key's first word.
GOVERNORS: tuple[str, ...] = ("Statsforvalteren", "Statsforvaltaren", "Fylkesmannen")
# All of them, as a letter to all is addressed.
ALL_GOVERNORS: tuple[str, ...] = (
    "Statsforvalterne",
    "Statsforvaltarane",
    "Statsforvalterembetene",
    "Statsforvaltarembeta",
    "Fylkesmennene",
    "Fylkesmannsembetene",
    "Fylkesmennene/Sysselmannen på Svalbard",
)
