"""Requests in paragraphs: which are assignments of their own, and what is part of one."""

from __future__ import annotations

import datetime as dt

import pytest

from set_letters import read_letter
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
