"""Words read off a picture have the places, the type and the signs that its ink shows."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from pictured import Told, read_off, scanned, set_words, texts
from tildeling.ocr.engines import ReadWord
from tildeling.ocr.leaders import without_dots, without_leaders
from tildeling.ocr.look_alikes import mended
from tildeling.ocr.reader import rendered, seen_page
from tildeling.ocr.type_of_document import typeset
from tildeling.ocr.typography import MeasuredWord

PARAGRAPH = (
    "#set par(justify: true)\nIMDi får i oppdrag å legge til rette for at kommunene kan gi "
    "tilbudet i to år fra høsten 2023, og i 2024 utvides det til flere enn i dag."
)


def test_words_of_a_justified_line_stand_where_they_are_printed() -> None:
    _, printed = set_words(PARAGRAPH)
    for line, same in zip(read_off(PARAGRAPH), printed, strict=True):
        for word, other in zip(line, same, strict=True):
            assert word.text == other.text
            assert abs(word.x0 - other.x0) < 1.5
            assert abs(word.x1 - other.x1) < 1.5


@pytest.mark.parametrize("font", ["Libertinus Serif", "New Computer Modern"])
def test_words_are_as_wide_as_they_are_set_also_where_ink_is_narrow(font: str) -> None:
    body = f'#set text(font: "{font}")\nMål 1 gir 11 av 101 kroner på post 01 og 111 på post 21'
    for line, same in zip(read_off(body), set_words(body)[1], strict=True):
        for word, other in zip(line, same, strict=True):
            assert abs(word.x0 - other.x0) < 0.6
            assert abs(word.x1 - other.x1) < 0.6


@pytest.mark.parametrize("font", ["Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono"])
def test_bold_words_are_told_from_plain_ones_in_any_size(font: str) -> None:
    plain = "Departementet viser til brevet og stiller midlene til rådighet"
    body = f'#set text(font: "{font}")\n' + "\n\n".join(
        [plain] * 4
        + [f"#text(size: {size}pt)[Det gis *ingen flere oppdrag* i brevet]" for size in (8, 11, 14)]
    )
    for line in read_off(body):
        for word in line:
            assert word.bold == (word.text in ("ingen", "flere", "oppdrag")), word.text


def test_lines_have_the_sizes_that_they_are_set_in() -> None:
    sizes = [11, 11, 11, 14, 8, 11, 12.5]
    body = "\n\n".join(
        f"#text(size: {size}pt)[Følgende endringer gjelder for posten]" for size in sizes
    )
    found = [line[0].size for line in read_off(body)]
    assert [found.index(size) for size in found] == [0, 0, 0, 3, 4, 0, 6]
    assert all(
        abs(size / found[0] - set_in / 11) < 0.05 for size, set_in in zip(found, sizes, strict=True)
    )


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        (
            "Integrerings- og mangfoldsdirektoratet i Oslo",
            "Integrerings-og mangfoldsdirektoratet i Oslo",
        ),
        ("Tillegg til tildelingsbrev 2023 – IMDi", "Tillegg til tildelingsbrev2023 – IMDi"),
        (
            "Posten økes til 2 300 000 kroner i år",
            "Posten økes til 2300 000 kroner i år",
        ),
        ("Oppdrag i 2022", "Oppdragi 2022"),
        (
            "Innspill til store satsinger i 2027-budsjettet",
            "Innspill til store satsingeri2027-budsjettet",
        ),
        ("Støtte til Stiftelsen Barnas Stemme i år", "Støtte til Stiftelsen Barnas Stem me i år"),
        (
            "Bevilgningen økes med 8 mill. kroner i år",
            "Bevilgningenøkes med 8 mill. kroner i år",
        ),
        ("Endring fra i fjor –6 000 for posten", "Endring fra i fjor –6000 for posten"),
        ("Oppdrag nr. 21 Nasjonal plan for arter", "Oppdrag nr. 21Nasjonal plan for arter"),
        ("Det vises til kap. 144 og kap. 145", "Det vises til kap.144 og kap.145"),
        ("RAMME TIL REGIONALE MIDLER", "RAM ME TIL REGIONALE MIDLER"),
        ("4. BUDSJETTRAMME", "4. BUDSJETTRAM M E"),
        ("Bevilgningen økes med kommunene i år", "Bevilgningen økes med kom munene i år"),
    ],
)
def test_a_space_is_where_the_line_has_one(printed: str, read: str) -> None:
    assert texts(printed, read) == [printed]


@pytest.mark.parametrize("upright", ["", " og brevet frå departementet i fjor"])
@pytest.mark.parametrize(
    "printed", ["Elektronisk sporing av fartøy under", "Felles føring fra regjeringa"]
)
def test_the_hook_of_an_italic_letter_fills_no_space(printed: str, upright: str) -> None:
    body = f"#text(size: 8pt)[_{printed}_{upright}]"
    assert texts(body, printed + upright) == [printed + upright]


def test_a_dash_far_from_a_figure_is_no_minus() -> None:
    body = "Internasjonalt 3 150 #h(5pt) - kontingenter"
    assert texts(body, "Internasjonalt 3 150- kontingenter") == [
        "Internasjonalt 3 150 - kontingenter"
    ]


@pytest.mark.parametrize("read", ["Arsrapport", "arsverk", "Arlig", "Arsregnskapet"])
def test_a_word_that_has_a_ring_only_once_has_it(read: str) -> None:
    assert mended(read, np.zeros((8, 8), bool)) == {"A": "Å", "a": "å"}[read[0]] + read[1:]


def test_a_word_that_needs_no_ring_has_none() -> None:
    assert mended("Arbeid", np.zeros((8, 8), bool)) == "Arbeid"


@pytest.mark.parametrize(
    "printed",
    [
        "Oppdrag A1-1 og A1-2 har skår (1–5) i år",
        "Saken har nummer 16/1187-12 i arkivet her",
        "Årene 2011, 2017 og 1911 er nevnt",
        "#text(tracking: 2pt)[HAUGESUND KOMMUNE]",
        "Barne-, ungdoms- og familiedirektoratet er (ikke) nevnt",
    ],
)
def test_no_space_is_put_into_a_word(printed: str) -> None:
    _, (line,) = set_words(printed)
    assert texts(printed) == [" ".join(word.text for word in line)]


def test_a_heading_with_a_high_ring_has_the_size_of_the_line_before_it() -> None:
    set_in = '#text(font: "DejaVu Sans Mono", size: {}pt)[{}]'
    text = set_in.format(8, "Pårørende får råd om tilbudet ved kontoret")
    heads = [set_in.format(14, words) for words in ("tilbudet til den", "Pårørende")]
    *_, one, other = read_off("#set par(spacing: 7pt)\n" + "\n\n".join([*[text] * 8, *heads]))
    assert one[0].size == other[0].size


def test_a_word_that_is_underlined_is_no_larger() -> None:
    text = "Departementet viser til omtalen og stiller midlene til rådighet"
    mark = "#place(dy: 2.5pt, line(length: 17pt, stroke: 0.8pt))"
    plain, marked = (
        read_off("\n\n".join([text, text, f"#box[{under}Frist]", text]))[2] for under in ("", mark)
    )
    assert [word.text for word in marked] == ["Frist"]
    assert marked[0].size == plain[0].size


def test_a_torn_line_under_words_does_not_hide_their_spaces() -> None:
    lines = "".join(
        f"#place(dx: {17 * at}pt, dy: 9pt, line(length: 16.2pt, stroke: 0.8pt))" for at in range(9)
    )
    printed = "Beskrivelse av oppdraget i år"
    body = f'#set text(font: "DejaVu Sans Mono")\n#box[{lines}{printed}]'
    assert texts(body, printed.replace("av ", "av")) == [printed]


def test_specks_of_a_copier_change_neither_places_nor_sizes() -> None:
    clean = read_off(PARAGRAPH)
    specked = read_off(PARAGRAPH, specks=0.001)
    for line, same in zip(specked, clean, strict=True):
        for word, other in zip(line, same, strict=True):
            assert word.text == other.text
            assert abs(word.x0 - other.x0) < 1
            assert abs(word.size - other.size) < 0.35


def test_light_type_on_a_dark_ground_is_measured_as_dark_type_is() -> None:
    dark = "#rect(fill: luma(40), width: 100%, inset: 6pt)[#text(fill: white)[{}]]"
    light = "#rect(stroke: none, width: 100%, inset: 6pt)[{}]"
    line = "Betegnelse *og bevilgning* i år"
    (one,), (other,) = (read_off(form.format(line)) for form in (dark, light))
    assert [word.text for word in one] == ["Betegnelse", "og", "bevilgning", "i", "år"]
    for word, same in zip(one, other, strict=True):
        assert word.bold == same.bold
        assert abs(word.x0 - same.x0) < 1
        assert abs(word.size - same.size) < 0.6


def test_a_bullet_that_was_not_read_is_seen() -> None:
    body = "Oppdraget:\n\n- informere kommunene\n- oppdatere rundskrivet"
    read = ["Oppdraget:", "~informere kommunene", "~oppdatere rundskrivet"]
    assert texts(body, *read) == ["Oppdraget:", "• informere kommunene", "• oppdatere rundskrivet"]


def test_a_dash_before_a_line_that_was_not_read_is_seen() -> None:
    body = "Oppdraget:\n\n- informere kommunene"
    body = "#set list(marker: [-])\n" + body
    assert texts(body, "Oppdraget:", "~informere kommunene")[1] == "- informere kommunene"


@pytest.mark.parametrize("misread", ["·", ".", "o", "-"])
def test_a_bullet_read_as_another_small_sign_is_one(misread: str) -> None:
    body = "Oppdraget:\n\n- informere kommunene"
    assert texts(body, "Oppdraget:", f"{misread} informere kommunene")[1][0] == "•"


@pytest.mark.parametrize(("printed", "seen"), [("o", "o"), ("0", "0")])
def test_a_ring_that_is_as_low_as_small_letters_leads_a_list(printed: str, seen: str) -> None:
    pdf, lines = set_words(f"#box(width: 14pt)[{printed}]informere kommunene")
    words = [word for line in lines for word in line]
    ring, text = [words[0]], words[1:]
    picture = rendered(pdf, 1)
    first, second = Told([text], ["informere kommunene"]), Told([ring], ["0"])
    page = seen_page(first, replace(picture, grey=scanned(picture.grey)), second)
    assert sorted(word.text for line in page.lines for word in line if word.x0 < 120) == [seen]


@pytest.mark.parametrize(("printed", "seen"), [("\u2212", "-20"), ("", "20")])
def test_a_minus_that_one_reading_has_is_one_where_its_ink_is(printed: str, seen: str) -> None:
    pdf, lines = set_words(f"Endring {printed}20~500")
    picture = rendered(pdf, 1)
    first, second = Told(lines, ["Endring 20 500"]), Told(lines, ["Endring -20 500"])
    page = seen_page(first, replace(picture, grey=scanned(picture.grey)), second)
    (figure,) = (word for line in page.lines for word in line if "20" in word.text)
    assert (figure.text.replace("–", "-"), figure.doubt) == (seen, None if printed else "-20")


def test_ink_far_from_a_line_is_no_bullet() -> None:
    body = (
        "#place(dx: 10pt, dy: 2pt, circle(radius: 2pt, fill: black))\n#h(120pt) informere kommunene"
    )
    assert texts(body, "informere kommunene") == ["informere kommunene"]


def test_dashes_are_as_long_as_they_are_drawn() -> None:
    printed = "Prop. 1 S (2022–2023) – brev 22/4187-34"
    read = "Prop. 1 S (2022-2023) - brev 22/4187–34"
    assert texts(printed, read) == [printed]
    bold = "Helse – indikatorsett for kommunene"
    assert texts(f"*{bold}*", bold.replace("–", "-")) == [bold]


@pytest.mark.parametrize(
    "printed", ["Tildelingsbrev 2016 – Skatteetaten", "Perioden 2016– og senere år"]
)
def test_a_dash_between_words_stands_by_itself_and_one_that_ends_a_word_does_not(
    printed: str,
) -> None:
    assert texts(printed, printed.replace(" –", "–")) == [printed]


def test_a_bullet_that_was_also_read_as_a_line_stands_once() -> None:
    body = "#box(width: 9pt, move(dy: -2.2pt)[•])informere kommunene"
    _, lines = set_words(body)
    assert len(lines) == 2
    read = [" ".join(word.text for word in line) for line in lines]
    assert texts(body, *read) == ["• informere kommunene"]


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        (
            '#text(font: "New Computer Modern")[SÆRSKILTE krav fra MICHAEL RAEDER]',
            "SAERSKILTE krav fra MICHAEL RAEDER",
        ),
        ("Kontoret i BODØ er nevnt", "Kontoret i BOD0 er nevnt"),
        ("Kontoret i OSLO er nevnt", "Kontoret i OSL0 er nevnt"),
        ("Beløp i kroner for DFØ", "Belop i kroner for DFø"),
        ("Årsrapport for 2025 om overføringer", "Arsrapport for 2025 om overforinger"),
        ("Avtale, Aust og Åmot i Åsane", "Avtale, Aust og Amot i Asane"),
        ("#upper[felles føringar] om KI-bruk", "FELLES FØORINGAR om Kl-bruk"),
        ("#upper[miljøområde] i del II og VI.", "MILJØOMRÅDE i del Il og Vl."),
        ("Økning på 3 mill. kroner", "0kning på 3 mill. kroner"),
        ("Tlf. og IMDi er nevnt", "TIf. og lMDi er nevnt"),
        ("Ikke over 1,85 kroner, jf. del II.2", "lkke over 1,85 kroner, jf. del I1.2"),
        ("Nærings- og handelsavdelinga", "Naerings- og handelsavdelinga"),
        ("#upper[Nærings- og handelsavdelinga]", "NAERINGS- OG HANDELSAVDELINGA"),
        ("#upper[Oppgåver og mål i året]", "OPPGAVER OG MAL I ARET"),
        ("#upper[Fagsamlingar i landet]", "FAGSAMLINGAR I LANDET"),
        ("Senteret «Forebyggings-senteret» i DFØ", "Senteret «Forebyggings-senteret» i DF∅"),
        ("FHI har arenaer for læring", "FHl har arenaer for laering"),
        ("Det er tilpasset behovet. Videre", "Det er tilpasset behøvet Videre"),
        ("Post nedenfor gjelder, men ikke", "Post nedenfor gjelder, men ikke"),
    ],
)
def test_letters_of_one_shape_are_told_by_their_neighbours_and_ink(printed: str, read: str) -> None:
    _, (line,) = set_words(printed)
    assert texts(printed, read) == [" ".join(word.text for word in line)]


def test_figures_stay_as_they_were_read() -> None:
    line = "Oppdrag 2020-101 på 10 mill. kroner, kap. 301 og 0,5 årsverk"
    assert texts(line) == [line]


def measured(text: str, x0: int, baseline: int, stroke: float) -> MeasuredWord:
    """A word of 11 points, as its picture is measured."""
    return MeasuredWord(
        text, x0, baseline - 32, x0 + 20 * len(text), baseline, float(baseline), 11.0, stroke
    )


@pytest.mark.parametrize(("stroke", "is_bold"), [(6.5, True), (4.0, False)])
def test_a_number_that_stands_alone_is_as_the_title_beside_it(stroke: float, is_bold: bool) -> None:
    text = [[measured("brevet", 300, 500 + 60 * row, 4.0)] for row in range(8)]
    heading = [[measured("4", 300, 300, 4.0)], [measured("Oppdrag", 380, 300, stroke)]]
    (words,) = typeset([[*heading, *text]])
    assert [word.bold for word in words[:3]] == [is_bold, is_bold, False]


@pytest.mark.parametrize(("rows_above", "size"), [(1, 11.0), (4, 10.0)])
def test_a_piece_of_few_letters_has_the_size_of_the_line_over_it(
    rows_above: int, size: float
) -> None:
    text = [[measured("brevet", 300, 900 + 60 * row, 4.0)] for row in range(8)]
    table = [[measured("tabell", 300, 1500 + 50 * row, 4.0)._replace(size=9.9)] for row in range(8)]
    over = [measured("Avd. HOD:", 300, 500, 4.0)]
    piece = [measured("DIG/FHA", 300, 500 + 45 * rows_above, 4.0)._replace(size=10.3)]
    (words,) = typeset([[over, piece, *text, *table]])
    assert words[1].size == pytest.approx(size, abs=0.15)


def test_italic_words_are_told_from_upright_ones() -> None:
    body = "Vi viser til brevet _Spesielle oppdrag_ for året\n\n_Bevilgninger til havner_"
    first, second = read_off(body)
    assert [word.italic for word in first] == [False] * 4 + [True, True] + [False] * 2
    assert all(word.italic for word in second)


@pytest.mark.parametrize(
    "read",
    [
        ["post", "21.........", "kr", "224"],
        ["post", "21", ".....", "..", ".kr", "224"],
        ["post", "21.....", ".........kr", "224"],
    ],
)
def test_dots_that_lead_to_a_sum_are_no_words(read: list[str]) -> None:
    line = tuple(
        ReadWord(text, 100.0 * at, 0, 100.0 * at + 8 * len(text), 30)
        for at, text in enumerate(read)
    )
    (found,) = without_leaders([line])
    assert [word.text for word in found] == ["post", "21", "kr", "224"]
    assert found[1].x1 == found[1].x0 + 16
    assert found[2].x1 == line[-2].x1


@pytest.mark.parametrize(
    ("read", "word"), [("326..", "326"), ("01...", "01"), ("mv..", "mv."), ("osv...", "osv...")]
)
def test_dots_that_were_put_to_a_word_are_taken_off(read: str, word: str) -> None:
    (found,) = without_dots([MeasuredWord(read, 100, 0, 100 + 10 * len(read), 30, 30.0, 11.0, 4.0)])
    assert found.text == word


def test_a_full_stop_or_an_ellipsis_in_text_is_no_leader() -> None:
    line = tuple(
        ReadWord(text, 100.0 * at, 0, 100.0 * at + 80, 30) for at, text in enumerate(["a.", "b"])
    )
    assert without_leaders([line]) == (line,)


@pytest.mark.parametrize(("words", "is_own"), [(1, False), (12, True)])
def test_a_size_that_few_words_measure_is_that_of_the_text(words: int, is_own: bool) -> None:
    text = [[measured("brevet", 300, 500 + 60 * row, 4.0)] for row in range(20)]
    larger = [
        measured("1605", 300, 5000 + 60 * row, 4.0)._replace(size=11.9) for row in range(words)
    ]
    (found,) = typeset([[*text, *([word] for word in larger)]])
    assert (found[-1].size > found[0].size) == is_own
