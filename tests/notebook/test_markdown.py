"""A letter as Markdown."""

from __future__ import annotations

import pytest

from made_letters import (
    assignment,
    dated,
    full_letter,
    indicator,
    letter,
    line,
    payment,
    reporting,
    row,
    table,
    target,
)
from tildeling.letter import Attachment, CommonRequirement, Goal


@pytest.mark.parametrize(
    "told",
    [
        "# Tillegg nr. 4 til tildelingsbrev for 2026 til Vegtilsynet\n",
        "- **Til:** Vegtilsynet (VT)\n",
        "- **Dato:** 16.03.2026\n",
        "- **Feil**: Raden stemmer ikke. (s. 9)\n",
        "### 2026-07 Ny veileder\n",
        "- **Frist:** 01.06.2026 (s. 2)\n",
        "- **Finansiering:** 1,0 mill. kr, 291/21 (s. 2)\n",
        "- 2026-02 → 2026-05 (s. 3)\n",
        "- **15.03.2027**: Frist for årsrapport (s. 4)\n",
        "| 291/1 | +2\u00a0400\u00a0000 | økning |",
        "## Mål\n\n- Mål 1: Sikker veg for alle (s. 10)\n",
        "fristen, mål 1 (s. 11)\n  - resultat 81,5 prosent (2025)\n",
        "tilsyn i årsrapporten. **årsrapport, 15.03.2027** (s. 12)\n",
        "- **Lærlinger:** Virksomheten skal ha lærlinger. (s. 15)\n",
        "## Fullmakter\n\n- **291/1:** overskride mot merinntekter, mot 3291/2 (s. 13)\n",
        "- 15.04.2026, 12\u00a0500\u00a0000 kr, 291/70 (s. 14)\n",
        "- Vedlegg 1: Styringskalender (s. 16)\n",
        "## Tildeling i 2026\n\nBeløp i hele kroner (i brevet: 1 000 kroner).\n",
        "| 291/21 | Driftsutgifter | 1\u00a0334\u00a0273\u00a0000 | s. 6 |\n",
    ],
)
def test_all_parts_of_a_letter_are_there(told: str) -> None:
    assert told in full_letter().to_markdown()


def test_words_of_a_letter_are_no_markup() -> None:
    hostile = "a | b <b>x</b> *y* [z](w)\n# nei"
    shown = letter(
        title=hostile,
        assignments=(assignment(title=hostile, description=hostile, tasks=(hostile,)),),
        deadlines=(dated("2026-06-01", label=hostile),),
        financing=(line(text=hostile),),
        goals=(Goal(number=hostile, title=hostile),),
        indicators=(indicator(number=hostile, text=hostile, targets=(target(text=hostile),)),),
        reporting=(reporting(text=hostile),),
        payments=(payment(text=hostile, date=None),),
        common_requirements=(CommonRequirement(title=hostile, text=hostile),),
        attachments=(Attachment(number=hostile, title=hostile),),
        budget_tables=(table(row(1, name=hostile)),),
    ).to_markdown()
    assert "<b>" not in shown
    assert "*y*" not in shown.replace("\\*y\\*", "")
    assert "\n# nei" not in shown
    rows = [part for part in shown.splitlines() if part.startswith("| 291/21")]
    assert [part.replace("\\|", "").count("|") for part in rows] == [5]


def test_a_goal_stands_under_the_one_over_it() -> None:
    goals = (
        Goal(number="1", title="Trygg"),
        Goal(number=None, title="Rask", level=2, parent=0),
        Goal(number=None, title="Alene", level=3),
    )
    shown = letter(goals=goals).to_markdown()
    assert "- Mål 1: Trygg\n  - Delmål: Rask\n- Delmål: Alene\n" in shown


def test_the_star_is_explained_where_a_year_is_inferred() -> None:
    starred = letter(deadlines=(dated("2026-06-01", year_inferred=True),)).to_markdown()
    assert "01.06.2026\\*" in starred
    assert starred.endswith("Brevet oppgir ikke årstallet.\n")
    assert "årstallet" not in full_letter().to_markdown()


def test_comments_of_rows_have_a_column_where_there_are_any() -> None:
    rows = (row(1_000, comment="Herav 5 til:\n- drift\n- leie"), row(2_000, post=22))
    shown = letter(budget_tables=(table(*rows),)).to_markdown()
    assert (
        "| Kap./post | Navn | Bevilgning | Kommentar | Side |\n| --- | --- | --: | --- | --- |"
        in shown
    )
    assert "| Driftsutgifter | 1\u00a0000 | Herav 5 til: - drift - leie | s. 6 |" in shown
    assert "| 291/22 | Driftsutgifter | 2\u00a0000 |  | s. 6 |" in shown


def test_amounts_in_a_unit_that_nobody_knows_are_told() -> None:
    unknown = table(row(1_000)).model_copy(update={"unit": 1, "unit_basis": "assumed"})
    assert "brevet, som ikke oppgir enheten" in letter(budget_tables=(unknown,)).to_markdown()


def test_an_amount_that_is_not_there_is_an_empty_cell() -> None:
    shown = letter(budget_tables=(table(row(None, 1_000), columns=("A", "B")),)).to_markdown()
    assert "| 291/21 | Driftsutgifter |  | 1\u00a0000 | s. 6 |" in shown
