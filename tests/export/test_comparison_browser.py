"""The HTML files in a real browser, as wide as a desk and as narrow as a phone."""

import html
import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from export.comparisons import chain, everything, hostile_letters, steered, step, two_years
from tildeling import ConsolidatedLetter, LetterDiff, consolidate, diff
from tildeling.export.comparison_html import comparison_html

BROWSER = (
    shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1400,1000",
    "--virtual-time-budget=4000",
    "--dump-dom",
)
# The page stands in a frame of the width asked for; what runs is the frame around it.
AROUND = """<!doctype html><meta charset="utf-8">
<iframe id="page" style="width:{width}px;height:900px;border:0" srcdoc="{page}"></iframe>
<pre id="told"></pre>
<script>
document.getElementById("page").addEventListener("load", event => {{
  const inside = event.target.contentDocument;
  const all = selector => [...inside.querySelectorAll(selector)];
  const shown = element => element.getClientRects().length > 0;
  const clipped = element => element.scrollWidth > element.clientWidth + 1;
  const first = all(".row:not(.single)")[0];
  const tops = first ? [...first.querySelectorAll(".side")].map(side => side.offsetTop) : [];
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
    scripts: all("script").length,
    title: inside.title,
  }});
}});
</script>"""

COMPARISONS: dict[str, Callable[[], LetterDiff | ConsolidatedLetter]] = {
    "diff": lambda: step(2),
    "chain": chain,
    "everything": everything,
    "two years": two_years,
    "goals in force": steered,
    "hostile diff": lambda: diff(*hostile_letters()),
    "hostile chain": lambda: consolidate(hostile_letters()),
}

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(BROWSER is None, reason="Chromium is not installed"),
]


def looked_at(page: str, width: int, folder: Path) -> dict[str, Any]:
    """What a browser makes of a page in a window of a width."""
    around = folder / "around.html"
    around.write_text(
        AROUND.format(width=width, page=html.escape(page, quote=True)), encoding="utf-8"
    )
    command = [str(BROWSER), *FLAGS, f"--user-data-dir={folder / 'profile'}", around.as_uri()]
    dumped = subprocess.run(command, capture_output=True, text=True, timeout=90, check=True).stdout
    told = re.search(r'<pre id="told">(.*?)</pre>', dumped, re.DOTALL)
    assert told
    found: dict[str, Any] = json.loads(html.unescape(told[1]))
    return found


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", COMPARISONS)
def test_nothing_runs_over_the_edge_and_all_is_reached_by_keyboard(
    name: str, width: int, tmp_path: Path
) -> None:
    page = looked_at(comparison_html(COMPARISONS[name]()), width, tmp_path)
    assert page["scrollWidth"] <= page["width"]
    assert page["clipped"] == []
    assert page["reached"]
    assert page["scripts"] == 0


@pytest.mark.parametrize(("width", "side_by_side"), [(1280, True), (390, False)])
def test_wordings_stand_side_by_side_where_there_is_room(
    width: int, side_by_side: bool, tmp_path: Path
) -> None:
    page = looked_at(comparison_html(step(2)), width, tmp_path)
    assert page["sideBySide"] is side_by_side
