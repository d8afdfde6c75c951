"""The scripts of those who work on the parser."""

import runpy
from pathlib import Path

from facts import LETTERS

SCRIPTS = Path(__file__).parents[1] / "scripts"


def test_the_picture_of_the_reasoning_shows_furniture_tables_and_notes() -> None:
    script = runpy.run_path(str(SCRIPTS / "draw_reasoning.py"))
    ((number, picture),) = script["draw"](LETTERS / "kyst-2025-tildelingsbrev.pdf", 3)
    assert number == 3
    page = picture.crop((0, 0, picture.width - script["MARGIN"], picture.height))
    notes = picture.crop((page.width, 0, picture.width, picture.height))
    colours = {colour for _, colour in page.getcolors(1 << 24)}
    assert {script["FURNITURE"], script["TYPES"]["amount"], script["TYPES"]["date"]} <= colours
    assert script["PLACES"]["section"] in colours
    assert any(colour == script["TABLE"] for _, colour in notes.getcolors(1 << 24))
