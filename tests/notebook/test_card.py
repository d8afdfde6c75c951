"""What a notebook shows: short at a prompt, a card as HTML."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import tildeling
from made_letters import (
    assignment,
    authorisation,
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
from made_tables import budget
from tildeling.batch.result import ConversionResult
from tildeling.letter import (
    Attachment,
    CommonRequirement,
    Finding,
    Goal,
    Letter,
    Model,
    WordDifference,
)

LETTERS = Path(__file__).parents[1] / "fixtures" / "letters"
HOSTILE = "<img src=x onerror=alert(1)> & \"'</div><script>alert(2)</script>"


def chain() -> list[Letter]:
    return [tildeling.parse(path) for path in sorted((LETTERS / "kjede").glob("*.pdf"))]


def parts_of(whole: Letter) -> list[Model]:
    """One of every kind of part."""
    return [
        whole.source,
        *(body for body in (whole.agency, whole.ministry) if body),
        *whole.sections,
        *whole.assignments,
        *whole.assignments[0].deadlines,
        *whole.assignments[0].financing,
        *whole.renumberings,
        *whole.budget_tables,
        *whole.budget_tables[0].rows,
        *whole.goals,
        *whole.indicators,
        *whole.indicators[0].targets,
        *whole.reporting,
        *whole.authorisations,
        *whole.payments,
        *whole.common_requirements,
        *whole.attachments,
        *whole.references,
        *whole.signatories,
        *whole.findings,
        *whole.findings[0].evidence,
    ]


def words(html: str) -> str:
    """The card as read: no style, no tags."""
    return " ".join(re.sub(r"<style>.*?</style>|<[^>]*>", " ", html, flags=re.DOTALL).split())


@pytest.mark.parametrize(
    "told",
    [
        "Tillegg nr. 4, 2026",
        "Vegtilsynet (VT)",
        "16.03.2026",
        "2026-07 Ny veileder 01.06.2026",
        "2026-02 → 2026-05",
        "15.03.2027 Frist for årsrapport s. 4",
        "291/1 +2 400 000 økning",
        "291/21 Driftsutgifter 1 334 273 000 s. 6",
        "Mål 1 Nr. Mål Parametere Side 1 Sikker veg for alle 1 s. 10",
        "resultat 81,5 prosent (2025) minst 85 prosent innen 4 uker (2026) s. 11",
        "Rapportering 1 Hva Rapport Frist Side",
        "årsrapport 15.03.2027 s. 12",
        "291/1 overskride mot merinntekter, mot 3291/2",
        "15.04.2026 291/70 12 500 000 15. april: 12,5 mill. kroner s. 14",
        "Lærlinger Virksomheten skal ha lærlinger. s. 15",
        "Vedlegg 1: Styringskalender s. 16",
        "Prop. 1 S s. 7",
        "Feil Raden stemmer ikke. 291/21 s. 9",
    ],
)
def test_a_letters_card_has_all_its_parts(told: str) -> None:
    assert told in words(full_letter()._repr_html_())


def test_assignments_are_folded_until_asked_for() -> None:
    html = letter(assignments=(assignment(description="Lag den."),))._repr_html_()
    folded = re.search(r"<details><summary>(.*?)</summary>(.*?)</details>", html, re.DOTALL)
    assert folded is not None
    assert "Ny veileder" in folded[1]
    assert "Lag den." in folded[2]


def test_what_a_letter_says_beside_assignments_is_folded() -> None:
    html = full_letter()._repr_html_()
    for name in ("Mål", "Styringsparametere", "Rapportering", "Fullmakter", "Utbetalinger"):
        assert f'<details><summary>{name} <span class="soft">1</span></summary>' in html
    assert "Mål, rapportering og fullmakter" not in words(letter()._repr_html_())


def test_a_common_requirement_shows_the_words_that_differ_from_the_circular() -> None:
    near = CommonRequirement(
        title=None,
        text="Tilsynet skal ha lærlinger.",
        wording="near",
        differences=(WordDifference(prescribed="Virksomheten", printed="Tilsynet"),),
    )
    html = letter(common_requirements=(near,))._repr_html_()
    assert "Nesten ordrett etter rundskrivet: Virksomheten → Tilsynet" in words(html)
    assert "<del>Virksomheten</del>" in near._repr_html_()


def test_a_targets_card_says_its_time_in_words() -> None:
    (_, asked) = full_letter().indicators[0].targets
    assert "value 85 unit percent within 4 uker" in words(asked._repr_html_())


def test_amounts_stand_to_the_right() -> None:
    html = letter(budget_tables=(table(row(1_000, -2_000_000), columns=("A", "B")),))._repr_html_()
    assert '<td class="number">1\u00a0000</td><td class="number">-2\u00a0000\u00a0000</td>' in html


def test_a_sum_in_a_message_is_not_parted_by_a_line_break() -> None:
    finding = full_letter().findings[0].model_copy(update={"message": "Det er 36 900 000 kroner."})
    assert "36\u00a0900\u00a0000 kroner" in letter(findings=(finding,))._repr_html_()


def test_text_of_a_letter_adds_no_markup() -> None:
    hostile = letter(
        title=HOSTILE,
        assignments=(
            assignment(
                title=HOSTILE, description=HOSTILE, tasks=(HOSTILE,), participants=(HOSTILE,)
            ),
        ),
        deadlines=(dated("2026-06-01", label=HOSTILE),),
        financing=(line(text=HOSTILE),),
        goals=(Goal(number=HOSTILE, title=HOSTILE),),
        indicators=(indicator(number=HOSTILE, text=HOSTILE, targets=(target(text=HOSTILE),)),),
        reporting=(reporting(text=HOSTILE),),
        authorisations=(authorisation(text=HOSTILE),),
        payments=(payment(text=HOSTILE),),
        common_requirements=(CommonRequirement(title=HOSTILE, text=HOSTILE),),
        attachments=(Attachment(number=HOSTILE, title=HOSTILE),),
        budget_tables=(table(row(1, name=HOSTILE), columns=(HOSTILE,)),),
    )
    for shown in (
        hostile,
        hostile.assignments[0],
        hostile.deadlines[0],
        hostile.budget_tables[0],
        hostile.goals[0],
        hostile.indicators[0],
        hostile.reporting[0],
    ):
        html = shown._repr_html_()
        assert "<img" not in html
        assert "<script" not in html
        assert "&lt;img src=x" in html


def test_every_part_has_a_card_and_a_short_repr() -> None:
    for part in parts_of(full_letter()):
        assert part._repr_html_().startswith('<div class="tildeling-card"')
        assert len(repr(part)) < 400


@pytest.mark.parametrize("pdf", sorted(LETTERS.rglob("*.pdf")), ids=lambda path: path.stem)
def test_a_repr_fits_a_prompt(pdf: Path) -> None:
    assert len(repr(tildeling.parse(pdf))) < 600


def test_a_repr_says_what_there_is_and_how_many() -> None:
    shown = repr(full_letter())
    assert shown.startswith("Letter(kind='addendum', addendum_number=4, title='Tillegg nr. 4 til")
    assert "assignments=[1], renumberings=[1], deadlines=[1]" in shown
    assert repr(dated("2026-06-01")) == (
        "Deadline(page=2, date=datetime.date(2026, 6, 1), precision='day', status='dated', "
        "text='2026-06-01')"
    )
    assert "amounts=(None, 1000)" in repr(row(None, 1_000))


def test_a_table_without_a_printed_unit_says_how_its_unit_is_known() -> None:
    made = table(row(1_000))
    derived = made.model_copy(update={"unit_basis": "derived", "unit_text": None})
    assumed = made.model_copy(update={"unit": 1, "unit_basis": "assumed", "unit_text": None})
    assert "1 000 kroner ut fra andre beløp i brevet" in words(derived._repr_html_())
    assert "som ikke oppgir enheten" in words(assumed._repr_html_())
    assert 'class="caption doubt"' in assumed._repr_html_()


def test_what_is_only_good_to_know_is_folded_under_what_is_wrong() -> None:
    known = Finding(code="unclaimed_amount", severity="info", message="Beløp er nevnt.")
    html = letter(findings=(*full_letter().findings, known))._repr_html_()
    wrong, _, rest = html.partition("<details>")
    assert "Raden stemmer ikke." in wrong
    assert "Beløp er nevnt." not in wrong
    assert "Merknader" in words(rest)


def test_a_rows_comment_and_sub_post_stand_by_its_name() -> None:
    made = table(row(1_000, post=72, sub="1", comment="Herav 5 til drift."))
    assert "291/72.1 Driftsutgifter Herav 5 til drift." in words(made._repr_html_())


def test_a_deadline_without_a_label_says_what_falls_due_by_its_sentence() -> None:
    due = dated("2026-06-01", sentence="VT skal levere en plan innen 1. juni.")
    shown = letter(deadlines=(due,))._repr_html_()
    assert "VT skal levere en plan innen 1. juni." in words(shown)


def test_a_table_of_any_document_is_shown_as_one() -> None:
    html = budget().tables[0]._repr_html_()
    assert "Bevilgninger Kap./post Betegnelse" in words(html)
    assert '<th scope="colgroup" colspan="2"' in html


def test_a_diffs_card_marks_the_words_that_differ() -> None:
    letters = chain()
    html = tildeling.diff(letters[0], letters[2])._repr_html_()
    assert "<del>01.09.2025</del> → <ins>01.12.2025</ins>" in html
    assert "1 oppdrag som utgår, 1 endret frist" in words(html)


def test_a_chains_card_tells_what_is_in_force_and_what_does_not_add_up() -> None:
    shown = words(tildeling.consolidate(chain())._repr_html_())
    assert "2025-004 Tilsyn med kommunale dataplattformer (tidligere 2025-003)" in shown
    assert "utregnet: 15 500 000, avvik -1 500 000" in shown


def test_a_card_is_a_fragment_that_fetches_nothing() -> None:
    html = full_letter()._repr_html_()
    assert not re.search(r"<(?:html|head|body|link|script|img)\b|https?:|url\(", html)


def test_what_became_of_a_conversion_shows_itself() -> None:
    result = ConversionResult(path="<b>.pdf", status="failed", error="encrypted", seconds=1.5)
    assert repr(result) == (
        "ConversionResult(path='<b>.pdf', status='failed', error='encrypted', seconds=1.5)"
    )
    assert "path &lt;b&gt;.pdf status failed error encrypted" in words(result._repr_html_())
