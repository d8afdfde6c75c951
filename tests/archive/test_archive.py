"""An archive's answers: over one folder with Parquet and with letters' JSON alone."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import shutil
from pathlib import Path

import pyarrow.parquet as pq
import pytest

import tildeling
from pdf_builder import PdfPage, pdf, show
from tildeling import Archive, QuestionError, SchemaVersionError, UnknownBodyError
from tildeling.archive.answers import (
    AssignmentAnswer,
    ChangeAnswer,
    DeadlineAnswer,
    FindingAnswer,
    PostAnswer,
)
from tildeling.batch.result import ConversionResult
from tildeling.batch.tables import BatchFormat
from tildeling.findings import message_in
from tildeling.letter import Letter
from tildeling.words import Language, words_in

LETTERS = Path(__file__).parents[1] / "fixtures" / "letters"
CHAIN = sorted((LETTERS / "kjede").glob("*.pdf"))
YEARS = sorted((LETTERS / "aar").glob("taretilsynet-*.pdf"))
OTHERS = [LETTERS / "motstrid-2025-tillegg-3.pdf", LETTERS / "inkludering-2021-tillegg-4.pdf"]
BODY = "Datadelingstilsynet"
FORMATS: tuple[BatchFormat, ...] = ("parquet", "json")


def converted(folder: Path, table_format: BatchFormat) -> Path:
    spoilt = folder / "spoilt.pdf"
    spoilt.write_bytes(b"%PDF-1.7 and no more")
    out = folder / "out"
    paths = [*CHAIN, *YEARS, *OTHERS, spoilt]
    results = list(tildeling.convert(paths, out, format=table_format, jobs=1))
    assert [result.path for result in results if result.status == "failed"] == [str(spoilt)]
    return out


@pytest.fixture(scope="module", params=FORMATS)
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return converted(tmp_path_factory.mktemp("archive"), request.param)


@pytest.fixture(scope="module")
def archive(folder: Path) -> Archive:
    return tildeling.load(folder)


def test_letters_come_by_body_year_and_number(archive: Archive) -> None:
    answer = archive.letters(body=BODY)
    assert [row.addendum_number for row in answer.rows] == [None, 1, 2, 3]
    assert answer.total == 4
    assert archive.letters(years="2024-2025").total == 7


def test_every_answer_says_what_was_not_read(archive: Archive) -> None:
    told = archive.letters().not_read
    assert ("spoilt.pdf", "damaged") in [(each.file, each.code) for each in told]
    assert "Arkivet mangler hovedbrevet og tillegg 1, 2 til Familievernstilsynet for 2025." in [
        each.reason for each in told
    ]


@pytest.mark.parametrize(("rule", "total"), [("numbered", 5), ("marked", 5), ("bullets", 5)])
def test_counts_name_their_rule(archive: Archive, rule: str, total: int) -> None:
    answer = archive.count("assignments", body=BODY, rule=rule)  # type: ignore[arg-type]
    assert (answer.total, answer.counted_by) == (total, rule)


def test_list_items_count_one_by_one_where_bullets_are_asked_for(archive: Archive) -> None:
    marked = archive.count(body="Inkluderingsdirektoratet")
    bullets = archive.count(body="Inkluderingsdirektoratet", rule="bullets")
    assert (marked.total, bullets.total) == (4, 7)
    letter = tildeling.parse(OTHERS[1])
    assert bullets.total == sum(max(len(one.tasks), 1) for one in letter.assignments)


def test_counts_come_by_year_with_a_nought_for_a_letter_without_any(archive: Archive) -> None:
    answer = archive.count("indicators", body="Taretilsynet", by="year", rule="numbered")
    letters = {letter.budget_year: letter for letter in map(tildeling.parse, YEARS)}
    assert answer.groups == {
        str(year): sum(one.number is not None for one in letter.indicators)
        for year, letter in letters.items()
    }


def test_a_row_stands_where_the_letter_says_it(archive: Archive) -> None:
    (row,) = archive.find("dataplattformer", body=BODY).rows
    letter = tildeling.parse(CHAIN[0])
    evidence = next(one for one in letter.assignments if one.number == "2025-003").evidence[0]
    assert (row.file, row.page, row.bbox) == (CHAIN[0].name, evidence.page, evidence.bbox)
    assert row.words == evidence.text


def test_a_post_is_found_by_its_number(archive: Archive) -> None:
    answer = archive.find("kap. 1545, post 70")
    assert {row.file for row in answer.rows} == {CHAIN[0].name, CHAIN[3].name}


@pytest.mark.parametrize(
    ("after", "on", "amount"),
    [
        (0, None, 12_000_000),
        (1, None, 13_500_000),
        (None, None, 15_500_000),
        (None, dt.date(2025, 1, 31), 12_000_000),
    ],
)
def test_a_post_is_in_force_after_a_letter_or_on_a_day(
    archive: Archive, after: int | None, on: dt.date | None, amount: int
) -> None:
    (row,) = archive.in_force(BODY, 2025, post="1545/21", after=after, on=on).rows
    assert isinstance(row, PostAnswer)
    assert (row.chapter, row.post, row.amount) == (1545, 21, amount)


def test_a_total_that_does_not_follow_stands_beside_what_was_computed(archive: Archive) -> None:
    answer = archive.in_force(BODY, 2025, post="1545/70")
    (row,) = answer.rows
    assert isinstance(row, PostAnswer)
    assert (row.stated, row.computed, row.page) == (10_400_000, 10_000_000, 1)
    assert any(each.code == "row_arithmetic" for each in answer.not_read)


def test_a_post_that_was_never_granted_has_no_row(archive: Archive) -> None:
    answer = archive.in_force(BODY, 2025, post="1545/72")
    assert (answer.total, answer.note) == (0, "Ingen av de leste brevene nevner 1545/72.")


def test_an_assignment_stands_as_the_letters_left_it(archive: Archive) -> None:
    (row,) = archive.in_force(BODY, 2025, number="2025-001").rows
    assert isinstance(row, AssignmentAnswer)
    assert row.dates == (dt.date(2025, 12, 1),)
    assert row.file == CHAIN[2].name
    (gone,) = archive.in_force(BODY, 2025, number="2025-002").rows
    assert isinstance(gone, AssignmentAnswer)
    assert gone.status == "cancelled"


def test_deadlines_that_were_moved_are_left_out_and_said(archive: Archive) -> None:
    answer = archive.deadlines(body=BODY, start=dt.date(2025, 9, 1), end=dt.date(2025, 12, 31))
    assert [row.date for row in answer.rows if isinstance(row, DeadlineAnswer)] == [
        dt.date(2025, 10, 1),
        dt.date(2025, 11, 15),
        dt.date(2025, 12, 1),
    ]
    assert answer.note is not None
    assert "1 (0-tildelingsbrev.pdf)" in answer.note


def test_changes_come_letter_by_letter(archive: Archive) -> None:
    answer = archive.changes(BODY, 2025)
    found = [
        (row.addendum_number, row.kind, row.key)
        for row in answer.rows
        if isinstance(row, ChangeAnswer)
    ]
    assert found == [
        (1, "assignment_renumbered", "2025-003"),
        (1, "assignment_added", "2025-003"),
        (1, "budget_row_changed", "1545/21"),
        (2, "deadline_changed", "2025-001"),
        (2, "assignment_cancelled", "2025-002"),
        (3, "budget_row_changed", "1545/1"),
        (3, "budget_row_changed", "1545/21"),
        (3, "budget_row_changed", "1545/70"),
    ]
    assert archive.changes(BODY, 2025, addendum=3, key="1545/1").total == 1


def test_a_check_has_errors_first(archive: Archive) -> None:
    rows = [row for row in archive.check().rows if isinstance(row, FindingAnswer)]
    severities = [row.severity for row in rows]
    assert severities == sorted(severities, key=["error", "warning", "info"].index)
    assert archive.check(code="impossible_date").total == 1


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_findings_are_said_in_the_language_that_is_asked_for(
    folder: Path, language: Language
) -> None:
    archive, words = tildeling.load(folder, language=language), words_in(language)
    letters = {letter.source.sha256: letter for letter in archive}
    rows = [row for row in archive.check().rows if isinstance(row, FindingAnswer)]
    said = {(row.sha256, row.message) for row in rows}
    assert said == {
        (sha256, message_in(finding, words))
        for sha256, letter in letters.items()
        for finding in letter.findings
    }


def test_doubts_are_said_in_the_language_that_is_asked_for(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text(
        "Tillegg nr. 1 til tildelingsbrev for 2026 til Vegtilsynet\n\n"
        "Oppdrag 2026-01: Ny veileder\n\nFrist: første uke i mai 2026\n"
    )
    list(tildeling.convert([letter], tmp_path / "out", jobs=1))
    archive = tildeling.load(tmp_path / "out", language="en")
    (told,) = (each.reason for each in archive.count().not_read if each.code == "unread")
    assert told == 'The deadline "første uke i mai 2026" could not be read.'


def test_a_page_that_was_not_read_is_told_in_the_language_that_is_asked_for(
    tmp_path: Path,
) -> None:
    letter = tmp_path / "letter.pdf"
    picture = PdfPage("q 400 0 0 300 0 0 cm /P Do Q", pictures=["P"])
    first = show("Tillegg nr. 1 til tildelingsbrev for 2026 til Helsedirektoratet", 40, 260)
    letter.write_bytes(pdf(PdfPage(first), picture))
    list(tildeling.convert([letter], tmp_path / "out", jobs=1))
    archive = tildeling.load(tmp_path / "out", language="nn")
    assert any("Side 2 lét seg ikkje lese" in each.reason for each in archive.letters().not_read)


def test_tables_of_findings_without_values_are_not_believed(tmp_path: Path) -> None:
    out = converted(tmp_path, "parquet")
    now = tildeling.load(out, language="en").check()
    file = out / "findings.parquet"
    table = pq.read_table(file).drop_columns(["value_names", "values"])
    pq.write_table(table, file)
    assert tildeling.load(out, language="en").check() == now


def test_the_id_of_any_row_leads_to_its_place(archive: Archive) -> None:
    answers = (
        archive.count(body=BODY),
        archive.find("2025", body=BODY),
        archive.in_force(BODY, 2025),
        archive.deadlines(body=BODY),
        archive.changes(BODY, 2025),
        archive.check(),
        archive.letters(body=BODY),
    )
    for row in (row for answer in answers for row in answer.rows):
        first = archive.evidence(row.id).rows[0]
        assert (first.file, first.page) == (row.file, row.page)
        assert row.bbox is None or first.bbox == row.bbox


def test_a_cut_answer_says_so_and_goes_on(archive: Archive) -> None:
    first = archive.letters(limit=4)
    assert (len(first.rows), first.total, first.cursor) == (4, 9, "4")
    rest = archive.letters(limit=10, cursor=first.cursor)
    assert (len(rest.rows), rest.cursor) == (5, None)
    assert not {row.id for row in first.rows} & {row.id for row in rest.rows}


def test_a_name_of_several_bodies_is_not_guessed_at(archive: Archive) -> None:
    answer = archive.count(body="tilsynet")
    assert (answer.total, answer.rows) == (0, ())
    assert [one.name for one in answer.candidates] == [
        "Datadelingstilsynet",
        "Taretilsynet",
        "Familievernstilsynet",
    ]


def test_a_body_that_is_not_there_is_an_error_with_those_near(archive: Archive) -> None:
    with pytest.raises(UnknownBodyError) as caught:
        archive.letters(body="Datadelingstilsyn i nord")
    assert "Datadelingstilsynet" in caught.value.hint


@pytest.mark.parametrize(
    "ask",
    [
        lambda archive: archive.letters(years="i fjor"),
        lambda archive: archive.in_force(BODY, 2025, post="drift"),
        lambda archive: archive.find("  "),
        lambda archive: archive.find("kart", what="maps"),
        lambda archive: archive.letters(cursor="next"),
        lambda archive: archive.letters(limit=0),
        lambda archive: archive.evidence("nothing"),
        lambda archive: archive.evidence("000000000000/assignments/0"),
    ],
)
def test_a_question_that_says_too_little_is_refused(archive: Archive, ask: object) -> None:
    with pytest.raises(QuestionError):
        ask(archive)  # type: ignore[operator]


def test_a_year_without_letters_has_none(archive: Archive) -> None:
    assert archive.letters(years=1999).total == 0
    assert archive.in_force(BODY, 1999).total == 0


def test_an_answer_shows_itself(archive: Archive) -> None:
    shown = archive.count(body=BODY, by="year")._repr_html_()
    assert "Register over datasett" in shown
    assert "2025" in shown


def test_the_letters_and_frames_are_at_hand(archive: Archive) -> None:
    assert len(archive) == len(list(archive)) == 9
    assert len(archive.frames().letters) == 9


def test_a_folder_may_be_moved(folder: Path, tmp_path: Path) -> None:
    moved = tmp_path / "elsewhere"
    shutil.copytree(folder, moved)
    assert tildeling.load(moved).letters().total == 9


def test_an_empty_folder_is_no_archive(tmp_path: Path) -> None:
    with pytest.raises(tildeling.InputNotFoundError, match="is not a folder that convert wrote"):
        tildeling.load(tmp_path)
    with pytest.raises(tildeling.InputNotFoundError):
        tildeling.load(tmp_path / "missing")


def test_a_folder_of_another_schema_says_what_to_do(folder: Path, tmp_path: Path) -> None:
    old = tmp_path / "old"
    shutil.copytree(folder, old)
    manifest = old / "manifest.jsonl"
    text = manifest.read_text().replace('"schema_version": "2"', '"schema_version": "1"')
    manifest.write_text(text)
    with pytest.raises(SchemaVersionError, match="schema version 1"):
        tildeling.load(old)


def test_a_key_may_be_spelt_as_it_is_printed(archive: Archive) -> None:
    for printed, key in (("kap. 1545, post 21", "1545/21"), ("2025 – 1", "2025-001")):
        asked = archive.changes(BODY, 2025, key=key)
        assert archive.changes(BODY, 2025, key=printed) == asked
        assert asked.total > 0
    nothing = archive.changes(BODY, 2025, key="1545/99")
    assert (nothing.total, nothing.note) == (0, "Ingen av de leste tilleggene endrer 1545/99.")


def test_every_change_of_letters_in_plain_text_leads_to_its_own_words(tmp_path: Path) -> None:
    (tmp_path / "0.txt").write_text(
        "Tildelingsbrev for 2026 til Kartverket\n\n"
        "Oppdrag 2026-01: Nytt kart\n\nFrist: 1. mai 2026\n"
    )
    (tmp_path / "1.txt").write_text(
        "Tillegg nr. 1 til tildelingsbrev for 2026 til Kartverket\n\n"
        "Oppdrag 2026-02: Ny veileder\n\nFrist: 1. juni 2026\n\n"
        "Oppdrag 2026-03: Nytt register\n\nFrist: 1. juli 2026\n"
    )
    list(tildeling.convert([tmp_path], tmp_path.with_name("texts"), jobs=1))
    archive = tildeling.load(tmp_path.with_name("texts"))
    rows = archive.changes("Kartverket", 2026).rows
    assert len(rows) >= 2
    for row in rows:
        assert {one.words for one in archive.evidence(row.id).rows} == {row.words}


def test_letters_with_one_name_are_counted_apart_and_years_are_in_order(tmp_path: Path) -> None:
    for number, letter in enumerate([CHAIN[0], YEARS[-1], YEARS[0]]):
        (tmp_path / str(number)).mkdir()
        shutil.copy(letter, tmp_path / str(number) / "brev.pdf")
    list(tildeling.convert([tmp_path], tmp_path.with_name("out"), jobs=1))
    archive = tildeling.load(tmp_path.with_name("out"))
    by_letter = archive.count("letters", by="letter").groups or {}
    assert list(by_letter.values()) == [1, 1, 1]
    assert all(re.fullmatch(r"brev\.pdf \([0-9a-f]{12}\)", name) for name in by_letter)
    years = list(archive.count("letters", by="year").groups or {})
    assert years == sorted(years)


def test_tables_of_other_letters_are_not_believed(tmp_path: Path) -> None:
    out = tmp_path / "out"
    list(tildeling.convert(CHAIN[:2], out, format="parquet", jobs=1))
    list(tildeling.convert(CHAIN, out, jobs=1))
    assert tildeling.load(out).count(body=BODY).total == 5


def test_tables_of_letters_that_were_read_again_otherwise_are_not_believed(tmp_path: Path) -> None:
    out = tmp_path / "out"
    list(tildeling.convert(CHAIN, out, format="parquet", jobs=1))
    _read_otherwise(out, "Lest på nytt")
    assert _titles(out) == {"Lest på nytt"}
    list(tildeling.convert(CHAIN, out, format="parquet", jobs=1))
    for letter in out.glob("*-tillegg.json"):
        letter.write_text("not read where there are tables of it")
    assert _titles(out) == {"Lest på nytt"}


def _read_otherwise(out: Path, title: str) -> None:
    """As a newer release does, which writes no tables."""
    lines = []
    for line in (out / "manifest.jsonl").read_text("ascii").splitlines():
        result = ConversionResult.model_validate_json(line)
        file = out / str(result.output)
        letter = Letter.model_validate_json(file.read_bytes())
        data = letter.model_copy(update={"title": title}).model_dump_json().encode()
        file.write_bytes(data)
        digest = hashlib.sha256(data).hexdigest()
        lines.append(result.model_copy(update={"output_sha256": digest}).model_dump_json())
    (out / "manifest.jsonl").write_text("\n".join(lines), "ascii")


def _titles(out: Path) -> set[str]:
    return {row.words for row in tildeling.load(out).letters().rows}
