"""Public bodies named in a text."""

from __future__ import annotations

import pytest

from tildeling.find.bodies import find_bodies

BODIES = [
    ("Helsedirektoratets rapport", "Helsedirektoratet", "agency"),
    ("Kunnskapsdepartementet viser til", "Kunnskapsdepartementet", "ministry"),
    ("Helse- og omsorgsdepartementet", "Helse- og omsorgsdepartementet", "ministry"),
    (
        "Barne-, ungdoms- og familiedirektoratets rapport",
        "Barne-, ungdoms- og familiedirektoratet",
        "agency",
    ),
    ("Lotteri- og stiftelsestilsynet", "Lotteri- og stiftelsestilsynet", "agency"),
    ("Folkehelseinstituttet", "Folkehelseinstituttet", "agency"),
    ("Statens vegvesens veger", "Statens vegvesen", "agency"),
    ("Direktoratet for e-helse", "Direktoratet for e-helse", "agency"),
    (
        "Direktoratet for samfunnssikkerhet og beredskap skal",
        "Direktoratet for samfunnssikkerhet og beredskap",
        "agency",
    ),
    (
        "Noregs vassdrags- og energidirektorat",
        "Noregs vassdrags- og energidirektorat",
        "agency",
    ),
    ("Statsministerens kontor", "Statsministerens kontor", "ministry"),
    ("Barneombudet", "Barneombudet", "other"),
    ("KS", "KS", "other"),
]


@pytest.mark.parametrize(("text", "name", "kind"), BODIES)
def test_finds_a_body_by_its_own_name(text: str, name: str, kind: str) -> None:
    assert [(body.name, body.kind) for body in find_bodies(text)] == [(name, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "Departementet ber Direktoratet",
        "Området og Fagområdet",
        "Regelverket",
        "fagdirektoratet",
        "Fagdepartementet",
        "KSF",
    ],
)
def test_what_names_no_body_is_left_alone(text: str) -> None:
    assert find_bodies(text) == []


def test_an_abbreviation_stands_for_the_name_that_explains_it() -> None:
    text = "Integrerings- og mangfoldsdirektoratet (IMDi) og IMDis rapport"
    found = find_bodies(text)
    assert [(body.name, body.abbreviation) for body in found] == [
        ("Integrerings- og mangfoldsdirektoratet", "IMDi"),
        ("Integrerings- og mangfoldsdirektoratet", "IMDi"),
    ]
    assert text[found[1].start : found[1].end] == "IMDis"


def test_two_names_after_another_are_two_bodies() -> None:
    text = "Helse- og omsorgsdepartementet og Barne- og familiedepartementet"
    assert [body.name for body in find_bodies(text)] == [
        "Helse- og omsorgsdepartementet",
        "Barne- og familiedepartementet",
    ]
