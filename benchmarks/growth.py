"""How the time for a text grows with its length: 129 families of text at n, 2n and 4n characters.

    python benchmarks/growth.py [--characters 6000] [--limit 60] [NAME ...]

Each family is one thing repeated, which a pattern of ours may begin to match at each of its places.
Where the time for twice as much is more than LIMIT times as much, it grows faster than the text:
exit status 1. Nothing takes longer than --limit seconds.
"""

from __future__ import annotations

import argparse
import signal
import sys
import time
from types import FrameType

import tildeling

HEAD = "Tildelingsbrev for 2026 til Helsedirektoratet\n\n1. Innledning\n\n"
GROWTH = 2.8
"""Twice the text in so much more time is faster than in proportion, beyond what is noise."""
SHORTEST = 0.05
"""Seconds under which a time is mostly noise."""

FAMILIES = {
    "dots": ".",
    "spaced dots": ". ",
    "contents": "1.1 Mål ........ 4 ",
    "contents lines": "1.1 Mål og rammer " + "." * 60 + " 4\n",
    "leaders": "Mål" + "." * 300 + "4\n",
    "ellipses": "… ",
    "dates": "1. mars 2026 ",
    "dates with commas": "1. mars 2026, ",
    "numeric dates": "01.03.2026 ",
    "short dates": "1.3. ",
    "days": "innen 1. mars ",
    "months": "mars ",
    "years": "2026 ",
    "weeks": "uke 12 ",
    "week days": "mandag ",
    "quarters": "1. kvartal ",
    "tertials": "2. tertial 2026 ",
    "ends of months": "utgangen av mai ",
    "times": "kl. 12.00 ",
    "deadlines": "Frist: 1. mars 2026\n",
    "sums": "kr 45 600 000 ",
    "sums in words": "100 mill. kroner ",
    "sums in lines": "45 600 000\n",
    "thousands": "000 ",
    "numbers": "1 ",
    "digits": "1",
    "decimals": "1,5 ",
    "percentages": "12,5 pst. ",
    "numbers with dots": "1.2.3.",
    "posts": "post 01 ",
    "chapters": "kap. 710 ",
    "chapters and posts": "kap. 710, post 01 ",
    "post lists": "postene 01, 21 og 45, ",
    "post ranges": "post 01-29 ",
    "budget lines": "710  01  Driftsutgifter  45 600\n",
    "propositions": "Prop. 1 S (2025-2026) ",
    "reports to parliament": "Meld. St. 5 ",
    "references": "jf. ",
    "laws": "lov 1. mars 2020 nr. 5 ",
    "sections": "§ 5 ",
    "pointers": "se punkt 3.2 ",
    "quotes": '"',
    "angle quotes": "«",
    "quoted words": "«mål» ",
    "brackets": "(",
    "closed brackets": "(a) ",
    "square brackets": "[1] ",
    "dashes": "-",
    "spaced dashes": "- ",
    "long dashes": "– ",
    "spaces": "x" + " " * 50,
    "tabs": "x\t",
    "bullets": "• mål\n",
    "list markers": "a) mål\n",
    "numbered items": "1. Mål\n",
    "headings": "1 Mål\n\n",
    "deep headings": "1.1.1.1 Mål\n\n",
    "bare headings": "Mål\n\n",
    "assignments": "Oppdrag 2026-01: Rapport\n",
    "names": "Kari Nordmann, ",
    "bodies": "Helsedirektoratet ",
    "ministries": "Helse- og omsorgsdepartementet ",
    "conjunctions": "og ",
    "hyphened words": "helse- ",
    "one word": "a",
    "capitals": "Å ",
    "capital word": "A",
    "requests": "Direktoratet skal rapportere ",
    "short sentences": "Vi ber om en rapport. ",
    "abbreviations": "bl.a. ",
    "sentence ends": "x. X",
    "commas": ", ",
    "colons": "a: ",
    "slashes": "1/2 ",
    "question marks": "? ",
    "addresses": "post@hdir.no ",
    "links": "https://hdir.no/a ",
    "phones": "22 24 90 90 ",
    "codes": "25/1234-5 ",
    "newlines": "\n",
    "short lines": "a\n",
    "form feeds": "a\f",
    "columns": "a    b    c    d\n",
    "rulings": "_" * 40 + "\n",
    "long tables": "Kap.   Post   Benevnelse          Beløp\n"
    + "740    01     Drift         45 600\n" * 40
    + "\n",
    "tables of tasks": "Oppdrag          Frist\n" + "Lage en plan     1. mars 2026\n" * 20 + "\n",
    "footnotes": "Drift¹ av registeret.\n\n¹ Se kap. 740.\n\n",
    "numbered notes": "1) Se kap. 740, post 01.\n",
    "nested lists": "- Mål\n  - Delmål\n    - Tiltak\n",
    "one long paragraph": "Direktoratet skal legge vekt på at tjenestene er like for alle, og ",
    "assignments of one title": "Oppdrag: Utrede en ny ordning\n\nFrist: 1. mars 2026\n\n",
    "copies": "Kopi til: Riksrevisjonen\n",
    "letters in one": "Med hilsen\n\nKari Nordmann\n\nTildelingsbrev for 2026 til Norad\n\n",
    "numbered sections": "5. Mål\n\nDirektoratet skal nå målet.\n\n",
    "goals": "Mål 1: Tjenestene er gode.\n\n",
    "goals with parameters": "Mål 1: Gode tjenester\n\nStyringsparameter 1.1: Ventetid i dager\n\n",
    "bullets without a stop": "• rapportere om arbeidet og\n",
    "nested brackets": "(a ",
    "opened and closed": "((a) ",
    "opened quotes": "«a ",
    "deliveries": "Direktoratet skal levere planen 1. mars 2026 og ",
    "deadlines in one field": "Frist: 1. mars 2026 og " + "1. mai 2026 og " * 20,
    "moves": "Fristen flyttes fra 1. mars 2026 til 1. mai 2026, og ",
    "moved sums": "Bevilgningen økes med 45 mill. kroner, og ",
    "sums to many": "45 mill. kroner til drift, ",
    "posts and sums": "Kap. 740, post 01: 45 600 000 kroner\n",
    "cancelled assignments": "Oppdrag 2026-01 utgår.\n\n",
    "conditions": "dersom det som ikke kan brukes ",
    "months in a row": "mars april mai ",
    "written days": "femtende mars ",
    "ranges of days": "13.–15. mars 2026 ",
    "hundreds in words": "hundre tusen ",
    "indicators": "Styringsparameter 1: Ventetid i dager\n\n",
    "indicators with targets": "Styringsparameter: Ventetid. Resultatkrav: under 30 dager.\n\n",
    "lists of indicators": "Styringsparametere:\n\n• ventetid i dager\n• andel i arbeid\n\n",
    "tables of indicators": "Styringsparameter        Resultatkrav\n"
    + "Ventetid                 under 30 dager\n" * 20
    + "\n",
    "targets": "minst 95 prosent innen 30 dager, ",
    "targets without a number": "skal øke, ",
    "goals in prose": "Målet er at tjenestene blir bedre. ",
    "reporting": "Årsrapporten sendes innen 15. mars 2026.\n\n",
    "reporting in prose": "Direktoratet skal rapportere på ventetid i tertialrapporten og ",
    "reporting calendars": "15. mars 2026    Årsrapport for 2025\n",
    "authorisations": "Direktoratet får fullmakt til å overskride kap. 740, post 01.\n\n",
    "authorisations in prose": "fullmakt til å overskride bevilgningen mot merinntekter og ",
    "payments": "Utbetaling i januar: 45 600 000 kroner\n",
    "payments in prose": "tilskuddet utbetales med 45 mill. kroner i mars og ",
    "attachments": "Vedlegg 1: Rapporteringskalender\n",
    "common requirements": "Direktoratet skal følge opp lærlinger.\n\n",
    "steering headings": "1. Mål\n\n2. Fullmakter\n\n3. Rapportering\n\nEtaten rapporterer.\n\n",
}


class Late(Exception):
    """It was not done in time."""


def ring(_signal: int, _frame: FrameType | None) -> None:
    raise Late


def seconds(unit: str, characters: int, limit: int) -> float:
    """What a text of so many characters takes, or infinity."""
    text = HEAD + unit * (characters // len(unit)) + "\n"
    signal.alarm(limit)
    start = time.process_time()
    try:
        tildeling.parse_text(text)
    except tildeling.TildelingError:
        pass
    except Late:
        return float("inf")
    finally:
        signal.alarm(0)
    return time.process_time() - start


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("names", nargs="*")
    parser.add_argument("--characters", type=int, default=6000)
    parser.add_argument("--limit", type=int, default=60)
    options = parser.parse_args()
    signal.signal(signal.SIGALRM, ring)
    seconds("a ", 100, options.limit)  # what is imported late
    print(f"{'family':24} {'n':>8} {'2n':>8} {'4n':>8}  growth")
    fast = 0
    for name, unit in FAMILIES.items():
        if options.names and name not in options.names:
            continue
        times = [seconds(unit, options.characters * k, options.limit) for k in (1, 2, 4)]
        growth = times[2] / max(times[1], SHORTEST)
        fast += growth > GROWTH
        shown = " ".join(f"{value:8.3f}" for value in times)
        print(f"{name:24} {shown}  {growth:6.1f}{'  !' * (growth > GROWTH)}", flush=True)
    print(f"{fast} of {len(options.names or FAMILIES)} grow faster than their text.")
    return int(fast > 0)


if __name__ == "__main__":
    sys.exit(main())
