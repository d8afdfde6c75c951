"""A diff and a consolidated letter as Markdown."""

import re

from export.comparisons import HOSTILE, chain, hostile_letters, steered, step, two_years
from tildeling import consolidate, diff
from tildeling.export.comparison_markdown import comparison_markdown, escaped
from tildeling.words import words_in

NB = words_in("nb")


def test_a_diff_has_a_heading_an_assignment_and_both_wordings() -> None:
    text = comparison_markdown(step(2), NB)
    assert "### 2025-001 Register over datasett i staten" in text
    assert "- **Frist**: ~~01.09.2025~~ **01.12.2025** (før: s. 1; nå: s. 1)" in text


def test_posts_are_a_table() -> None:
    row = "| 1545/21 | Spesielle driftsutgifter | 12 000 000 | +1 500 000 | 13 500 000 | 1 |"
    assert row in comparison_markdown(step(1), NB).replace("\N{NO-BREAK SPACE}", " ")


def test_goals_indicators_reporting_and_authorisations_are_lists() -> None:
    text = comparison_markdown(two_years(), NB)
    assert "### Mål som ikke er med lenger\n\n- **Mål 2**: ~~Barn blir hørt~~ (før: s. 1)" in text
    assert "innen fristen: minst ~~85~~ **90** prosent (før: s. 1; nå: s. 1)" in text
    in_force = comparison_markdown(steered(), NB)
    assert "## Gjeldende fullmakter\n\n### 842/21\n\n- Pådra forpliktelser" in in_force
    assert "\n  - Tillegg nr. 3: endret (s. 1)\n    - **Endret fullmakt**: " in in_force


def test_the_state_in_force_tells_where_amounts_disagree() -> None:
    text = comparison_markdown(chain(), NB).replace("\N{NO-BREAK SPACE}", " ")
    assert "| Tillegg nr. 3 | +2 000 000 | 14 000 000 | 15 500 000 | -1 500 000 |" in text
    assert "- **Feil**: " in text


def test_text_of_a_letter_is_neither_markdown_nor_html() -> None:
    words = escaped(HOSTILE)
    assert "\x1b" not in words
    assert re.findall(r"(?<!\\)[<>|`*_&\[\]]", words) == []
    for comparison in (diff(*hostile_letters()), consolidate(hostile_letters())):
        text = comparison_markdown(comparison, NB)
        assert "<script>" not in text
        assert "\x1b" not in text


def test_a_cell_of_a_table_stays_one_cell() -> None:
    lines = comparison_markdown(diff(*hostile_letters()), NB).splitlines()
    head, row = (
        next(line for line in lines if line.startswith(start))
        for start in ("| Kap./post", "| 291/21")
    )
    assert len(re.findall(r"(?<!\\)\|", row)) == head.count("|")
