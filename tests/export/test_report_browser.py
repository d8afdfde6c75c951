"""The pages that people mail in a real browser: a desk, a phone and paper, open and folded."""

import html
import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from chromium import CHROMIUM, FLAGS
from export.comparisons import chain, everything, hostile_letters, steered, step, two_years
from made_letters import assignment, dated, full_letter, letter, row, table
from tildeling import ConsolidatedLetter, Letter, LetterDiff, consolidate, diff
from tildeling.export.report_html import report_html

HEADLESS = ("--headless", *FLAGS, "--window-size=1400,1000", "--virtual-time-budget=4000")
# The page stands in a frame of the width asked for; what runs is the frame around it.
AROUND = """<!doctype html><meta charset="utf-8">
<iframe id="page" style="width:{width}px;height:900px;border:0" srcdoc="{page}"></iframe>
<pre id="told"></pre>
<script>
document.getElementById("page").addEventListener("load", event => {{
  const inside = event.target.contentDocument;
  inside.querySelectorAll("details").forEach(fold => {{ fold.open = true; }});
  const all = selector => [...inside.querySelectorAll(selector)];
  const shown = element => element.getClientRects().length > 0;
  const clipped = element => element.scrollWidth > element.clientWidth + 1;
  const first = all(".row:not(.single)")[0];
  const tops = first ? [...first.querySelectorAll(".side")].map(side => side.offsetTop) : [];
  // A word has one box a line: with more, it is broken; those that no line could hold are let off.
  const broken = [];
  const walker = inside.createTreeWalker(inside.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {{
    if (node.parentElement.closest(".file, style")) continue;
    for (const word of node.data.matchAll(/\\p{{L}}{{2,30}}/gu)) {{
      const range = inside.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const tops = new Set([...range.getClientRects()].map(box => Math.round(box.top)));
      if (tops.size > 1) broken.push(word[0]);
    }}
  }}
  const reached = all("a, summary, [tabindex]").filter(shown).map(element => {{
    element.focus();
    return inside.activeElement === element;
  }});
  document.getElementById("told").textContent = JSON.stringify({{
    width: inside.documentElement.clientWidth,
    scrollWidth: inside.documentElement.scrollWidth,
    clipped: all("h1, h2, h3, .wording, td, th, figure").filter(shown).filter(clipped)
      .map(element => element.textContent),
    sideBySide: tops.length === 2 && tops[0] === tops[1],
    reached: reached.every(Boolean) && reached.length > 1,
    broken,
    scripts: all("script").length,
    title: inside.title,
  }});
}});
</script>"""

ABOUT: dict[str, Callable[[], Letter | LetterDiff | ConsolidatedLetter]] = {
    "diff": lambda: step(2),
    "chain": chain,
    "everything": everything,
    "two years": two_years,
    "goals in force": steered,
    "letter": full_letter,
    "letter of nine pages": lambda: nine_pages()[1],
    "hostile diff": lambda: diff(*hostile_letters()),
    "hostile chain": lambda: consolidate(hostile_letters()),
}

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
]


WORDS = "Direktoratet skal utrede konsekvenser for kommunesektoren og spesialisthelsetjenesten. "


def nine_pages() -> tuple[Letter, Letter]:
    """A base letter, and an addendum with as much in it as nine printed pages hold."""
    chapters = range(701, 713)
    before = table(
        *(row(90_000_000, chapter=chapter) for chapter in chapters),
    )
    rows = (row(90_000_000, 4_000_000, 94_000_000, chapter=chapter) for chapter in chapters)
    moved = table(*rows, columns=("Tidligere tildeling", "Ny tildeling", "Sum tildeling"))
    moved = moved.model_copy(update={"column_roles": ("previous", "change", "new")})
    given = tuple(
        assignment(
            number=f"TB2026-{number}",
            title=f"Kunnskapsgrunnlag om etterlevelse av helsepersonelloven, del {number}",
            description=WORDS * 25,
            tasks=(WORDS * 2, WORDS * 3),
            deadlines=(dated(f"2026-06-{number - 50}"), dated(f"2026-10-{number - 50}")),
        )
        for number in range(61, 72)
    )
    base = letter(kind="base", addendum_number=None, budget_tables=(before,))
    return base, letter(assignments=given, budget_tables=(moved,))


def printed(page: str, folder: Path) -> tuple[list[tuple[int, int]], str]:
    """The sizes of the pages that a page prints on, in points, and what stands on them."""
    file, pdf = folder / "page.html", folder / "page.pdf"
    file.write_text(page, encoding="utf-8")
    profile = f"--user-data-dir={folder / 'profile'}"
    command = [str(CHROMIUM), *HEADLESS, profile, f"--print-to-pdf={pdf}", file.as_uri()]
    subprocess.run(command, capture_output=True, timeout=90, check=True)
    with pypdfium2.PdfDocument(pdf) as document:
        sizes = [(round(one.get_width()), round(one.get_height())) for one in document]
        words = " ".join(one.get_textpage().get_text_bounded() for one in document)
    return sizes, " ".join(words.split())


def looked_at(page: str, width: int, folder: Path) -> dict[str, Any]:
    """What a browser makes of a page in a window of a width."""
    around = folder / "around.html"
    around.write_text(
        AROUND.format(width=width, page=html.escape(page, quote=True)), encoding="utf-8"
    )
    command = [
        str(CHROMIUM),
        *HEADLESS,
        "--dump-dom",
        f"--user-data-dir={folder / 'profile'}",
        around.as_uri(),
    ]
    dumped = subprocess.run(command, capture_output=True, text=True, timeout=90, check=True).stdout
    told = re.search(r'<pre id="told">(.*?)</pre>', dumped, re.DOTALL)
    assert told
    found: dict[str, Any] = json.loads(html.unescape(told[1]))
    return found


@pytest.mark.parametrize("width", [1280, 1100, 390])
@pytest.mark.parametrize("name", ABOUT)
def test_nothing_runs_over_the_edge_and_all_is_reached_by_keyboard(
    name: str, width: int, tmp_path: Path
) -> None:
    page = looked_at(report_html(ABOUT[name]()), width, tmp_path)
    assert page["scrollWidth"] <= page["width"]
    assert page["clipped"] == []
    assert page["broken"] == []
    assert page["reached"]
    assert page["scripts"] == 0


@pytest.mark.parametrize(("width", "side_by_side"), [(1280, True), (390, False)])
def test_wordings_stand_side_by_side_where_there_is_room(
    width: int, side_by_side: bool, tmp_path: Path
) -> None:
    page = looked_at(report_html(step(2)), width, tmp_path)
    assert page["sideBySide"] is side_by_side


def test_nine_pages_of_letter_are_mailed_as_three_of_a4_at_most(tmp_path: Path) -> None:
    sizes, words = printed(report_html(diff(*nine_pages())), tmp_path)
    assert len(sizes) <= 3
    assert set(sizes) == {(595, 842)}
    assert "TB2026-71" in words
    assert "spesialisthelsetjenesten" not in words, "what is folded is not printed"
    assert "Ordlyden i oppdragene (11)" in words, "but it is told"


def test_what_a_reader_opens_is_printed(tmp_path: Path) -> None:
    opened = report_html(diff(*nine_pages())).replace("<details ", "<details open ")
    _, words = printed(opened, tmp_path)
    assert "spesialisthelsetjenesten" in words
