"""Words that their table cell broke are mended; words that it only parted are not."""

import pytest

from made_words import CHARACTER, PITCH, SIZE, lines
from tildeling.tabular.raw_table import RawCell
from tildeling.text.broken import Vocabulary, mark_broken
from tildeling.text.flow import Area, RawParagraph, paragraphs_of

WIDE = 14 * CHARACTER


@pytest.mark.parametrize(
    ("text", "ruled", "words", "broken"),
    [
        ("Forskning og\nkunnskapsutvik\nling, kan\noverføres", True, "", {2}),
        ("Forskning og\nkunnskapsutvik\nling, kan\noverføres", False, "", set()),
        (
            "Forskning og\nkunnskapsutvik\nling, kan\noverføres",
            False,
            "kunnskapsutvikling",
            {2},
        ),
        ("Saldert\nbudsjett 2025", True, "", set()),
        ("organisasjoner\nog annen virksomhet", True, "", set()),
        ("interkommunalt\nsamarbeid, kan", False, "samarbeid", set()),
        ("kriminalomsorg\nhøgskole og", True, "", {1}),
        ("kriminalomsorg\nhøgskole og", True, "Kriminalomsorg er viktig", set()),
        ("kriminalomsorg\nhøgskole og", True, "En høgskole.", set()),
        ("kunnskapsutvik\nling, kan", True, "Kunnskapsutvikling. ling ling", {1}),
    ],
)
def test_a_line_goes_on_inside_a_word_that_fills_its_cell(
    text: str, ruled: bool, words: str, broken: set[int]
) -> None:
    (raw,) = paragraphs_of(lines(text), Area(72.0, 72.0 + WIDE, PITCH, SIZE))
    cell = RawCell(0, 1, raw.lines, 72.0, 72.0 + WIDE, ruled, False)
    mark_broken(raw, cell, Vocabulary([*raw.lines, *lines(words)]))
    assert raw.broken == broken


@pytest.mark.parametrize(("text", "broken"), [("1 088 61\n4", {1}), ("1 088 614\n000", set())])
def test_a_number_goes_on_between_three_digits(text: str, broken: set[int]) -> None:
    raw = RawParagraph(lines(text))
    mark_broken(raw, RawCell(0, 1, raw.lines, 72.0, 72.0 + WIDE), Vocabulary(raw.lines))
    assert raw.broken == broken
