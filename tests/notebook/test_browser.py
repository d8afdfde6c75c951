"""The notebooks as a browser shows them, in a light and in a dark theme."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from chromium import CHROMIUM, FLAGS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
READABLE = 4.5
"""Contrast of text with what is behind it (WCAG 2.2, success criterion 1.4.3)."""
MARKED = 3.0
"""The same for what is bold, or repeats in colour what its words say."""

# Each element with its class and how its text stands out from the page.
CONTRAST = """elements => {
  const dot = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const rgb = (colour, under) => {
    dot.fillStyle = under; dot.fillRect(0, 0, 1, 1);
    dot.fillStyle = colour; dot.fillRect(0, 0, 1, 1);
    return [...dot.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = ([r, g, b]) => [r, g, b]
    .map(part => part / 255)
    .map(part => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, place) => sum + part * [0.2126, 0.7152, 0.0722][place], 0);
  const page = getComputedStyle(document.body).backgroundColor;
  const contrast = element => {
    const found = [rgb(page, "white"), rgb(getComputedStyle(element).color, page)].map(light);
    return (Math.max(...found) + 0.05) / (Math.min(...found) + 0.05);
  };
  return elements.map(one => [one.textContent.trim(), one.className, contrast(one)]);
}"""

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
    # The libraries that turn a notebook into a page warn of things that are theirs to mend.
    pytest.mark.filterwarnings("ignore"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield opened
        opened.close()


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def open_notebook(browser: Browser, theme: str, tmp_path: Path) -> Iterator[Any]:
    """Opens a notebook by its name, as Jupyter's own page, without a network."""
    from nbconvert import HTMLExporter

    page = browser.new_page(viewport={"width": 1100, "height": 900})
    page.route("http*://**", lambda route: route.abort())

    def opened(name: str) -> Page:
        html, _ = HTMLExporter(theme=theme).from_filename(str(NOTEBOOKS / f"{name}.ipynb"))
        file = tmp_path / "notebook.html"
        file.write_text(html, encoding="utf-8")
        page.goto(file.as_uri(), wait_until="domcontentloaded")
        return page

    yield opened
    page.close()


@pytest.mark.parametrize("name", [path.stem for path in sorted(NOTEBOOKS.glob("*.ipynb"))])
def test_all_text_of_the_cards_can_be_read(open_notebook: Any, name: str) -> None:
    page = open_notebook(name)
    texts = page.locator(".tildeling-card :is(td, th, p, dd, dt, li, span)").evaluate_all(CONTRAST)
    assert len(texts) > 10
    for told, kind, contrast in texts:
        marked = {"error", "warning", "came", "went"} & set(kind.split())
        assert contrast >= (MARKED if marked else READABLE), told


def test_amounts_stand_to_the_right_and_words_to_the_left(open_notebook: Any) -> None:
    page = open_notebook("1-one-letter")
    cells = page.locator(".tildeling-card td").evaluate_all(
        "all => all.map(one => [one.className, getComputedStyle(one).textAlign])"
    )
    sides = {(bool({"number", "page"} & set(kind.split())), side) for kind, side in cells}
    assert sides == {(True, "right"), (False, "left")}


def test_an_assignment_unfolds_at_a_click(open_notebook: Any) -> None:
    page = open_notebook("1-one-letter")
    words = page.get_by_text("Kommuner som bosetter flyktninger").first
    assert not words.is_visible()
    page.get_by_text("Utvikling av støttemateriell").first.click()
    assert words.is_visible()


def test_pictures_are_seen_and_nothing_runs_over_the_edge(open_notebook: Any) -> None:
    page = open_notebook("1-one-letter")
    sizes = page.locator(".jp-OutputArea img").evaluate_all(
        "all => all.map(one => [one.naturalWidth, one.getBoundingClientRect().right])"
    )
    assert len(sizes) == 4
    for natural, right in sizes:
        assert natural > 500
        assert right <= 1100
    over = "all => all.filter(one => one.scrollWidth > one.clientWidth + 1).length"
    assert page.locator(".tildeling-card").evaluate_all(over) == 0
