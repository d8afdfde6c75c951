"""A diff and a consolidated letter in a terminal."""

import pytest
from rich.console import Console

from export.comparisons import chain, everything, hostile_letters, steered, step, two_years
from made_letters import authorisation, dated, letter, reporting
from tildeling import ConsolidatedLetter, LetterDiff, consolidate, diff
from tildeling.export.comparison_text import comparison_text
from tildeling.words import words_in

NB = words_in("nb")


def shown(comparison: LetterDiff | ConsolidatedLetter, width: int = 100) -> str:
    console = Console(
        markup=False, emoji=False, highlight=False, width=width, color_system=None, no_color=True
    )
    with console.capture() as capture:
        console.print(comparison_text(comparison, NB))
    return capture.get().replace("\N{NO-BREAK SPACE}", " ")


def test_what_came_went_and_changed_has_a_sign_without_any_colour() -> None:
    text = shown(step(2))
    assert "~ 2025-001 Register over datasett i staten" in text
    assert "- 2025-002 Veileder om anonymisering" in text
    assert "[-01.09.2025-]{+01.12.2025+}" in text
    assert "+ 2025-003 Forslag til felles vilkår" in shown(step(1))


def test_each_change_has_its_pages() -> None:
    assert "(før: s. 1; nå: s. 1)" in shown(step(2))


def test_posts_stand_in_a_table_with_their_difference() -> None:
    text = shown(step(1))
    assert "12 000 000" in text
    assert "+1 500 000" in text
    assert "13 500 000" in text


def test_two_years_are_told_by_goal_report_and_post() -> None:
    text = shown(two_years())
    assert "+ Nye mål\n  + Mål 2: Kontorene når hele landet (nå: s. 1)" in unpadded(text)
    assert (
        "~ 1 Familier får hjelp i tide\n"
        "  ~ Resultatkrav: Andel saker avgjort innen fristen: minst [-85-] {+90+} prosent "
    ) in unpadded(text)
    assert "  - Ikke lenger med: bruk av konsulenter – frist 15.03.2026" in text
    assert "inntil [-5,0-] {+6,5+} mill. kr" in text
    assert "Rapportering (3)" in text


def test_what_is_in_force_stands_with_the_letter_that_gave_it() -> None:
    text = unpadded(shown(steered()))
    assert "Gjeldende mål (2)\n  - Mål 1: Familier får hjelp i tide (Hovedbrevet, s. 1)" in text
    assert "fristen: minst 85 prosent (2025) (Hovedbrevet, s. 1)" in text
    assert (
        "  - Pådra forpliktelser (tilsagn, bestilling), inntil 9,0 mill. kr (Hovedbrevet, s. 1)\n"
        "    Tillegg nr. 3: endret (s. 1)\n"
        "      ~ Endret fullmakt: Pådra forpliktelser"
    ) in text


def unpadded(text: str) -> str:
    """Lines without the spaces that fill them to the terminal's width."""
    return "\n".join(line.rstrip() for line in text.splitlines())


def test_nothing_changed_is_said() -> None:
    one, _ = hostile_letters()
    assert "Ingen endringer." in shown(diff(one, one))


def test_the_state_in_force_has_its_history() -> None:
    text = shown(chain())
    assert "2025-004 Tilsyn med kommunale dataplattformer (tidligere 2025-003)" in text
    assert "Tillegg nr. 1: nytt nummer (s. 1)" in text
    assert text.index("Oppdrag som utgår (1)") < text.index("2025-002 Veileder")
    assert "14 000 000  15 500 000  -1 500 000" in text


def test_a_gap_in_the_chain_is_told() -> None:
    _, addendum = hostile_letters()
    assert "Hovedbrevet mangler" in shown(consolidate([addendum]))


@pytest.mark.parametrize("width", [40, 80, 160])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    for comparison in (chain(), everything()):
        assert max(map(len, shown(comparison, width).splitlines())) <= width


def test_text_of_a_letter_acts_on_no_terminal() -> None:
    for comparison in (diff(*hostile_letters()), consolidate(hostile_letters())):
        text = shown(comparison, width=1000)
        assert "\x1b" not in text
        assert "\x07" not in text
        assert "\u202e" not in text
        assert "[red]rødt[/red]" in text


def test_a_requirement_names_its_deadline_once() -> None:
    words = "Årsrapporten sendes innen 15. mars 2027."
    named = reporting(text=words, deadlines=(dated("2027-03-15", text="15. mars 2027"),))
    old = letter(kind="base", addendum_number=None)
    new = letter(kind="base", addendum_number=None, reporting=(named,))
    assert f"+ Nytt krav: {words} (nå: s. 12)" in shown(diff(old, new))
    other = named.model_copy(update={"deadlines": (dated("2027-03-01", text="15. mars 2027"),)})
    moved = letter(kind="base", addendum_number=None, reporting=(other,))
    assert "– frist [-15.03.2027-]{+01.03.2027+}" in shown(diff(new, moved))


def test_a_keyword_is_not_told_twice() -> None:
    old = letter(kind="base", addendum_number=None)
    may = authorisation(kind="transferable", counter_chapter=None, text="kan overføres")
    may = may.model_copy(update={"counter_post": None})
    new = letter(kind="base", addendum_number=None, authorisations=(may,))
    assert "+ Ny fullmakt: Kan overføres (nå: s. 13)" in shown(diff(old, new))
