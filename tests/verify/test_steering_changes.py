"""What an addendum changes of goals, indicators and authorisations, and no item carries on."""

from __future__ import annotations

import pytest

import tildeling

LETTER = """Det kongelige havnedepartement

Havnedirektoratet

{title}

1. Innledning

Vi viser til tildelingsbrevet for 2025.

2. Endringer

{words}
"""
ADDENDUM = "Tillegg nr. 2 til tildelingsbrev for 2025 til Havnedirektoratet"


def told(words: str, title: str = ADDENDUM) -> list[str]:
    letter = tildeling.parse_text(LETTER.format(title=title, words=words))
    return [
        each.text
        for finding in letter.findings
        if finding.rule == "unread_change" and finding.severity == "warning"
        for each in finding.evidence
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Styringsparameteren «Andel saker løst innen fristen» utgår.",
        "Resultatkravet for svartid endres fra 85 til 80 prosent.",
        "Kravet til svartid i tildelingsbrevets punkt 3.2 senkes fra 60 til 45 dager.",
        "Delmål 2.3 får ny ordlyd.",
        "Rapporteringskravet om fyr og merker fell bort.",
        "Fullmakten under kap. 1360, post 21 utgår.",
    ],
)
def test_a_change_without_an_item_is_told(words: str) -> None:
    assert told(words) == [words]


@pytest.mark.parametrize(
    "words",
    [
        "Styringsparameterne endres ikke.",
        "Fullmakten til å overskride kap. 1360, post 01 mot merinntekter økes til 20 mill. kroner.",
        "Delmål 2.3 ble endret i tillegg nr. 1.",
    ],
)
def test_what_is_no_change_or_has_an_item_is_not_told(words: str) -> None:
    assert told(words) == []


def test_a_base_letter_changes_nothing_that_was_given_before() -> None:
    base = "Tildelingsbrev for 2025 til Havnedirektoratet"
    assert told("Styringsparameteren «Svartid» utgår.", base) == []
