"""The scripts of those who work on the parser."""

import ast
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


def test_coverage_is_of_lines_and_branches_by_room() -> None:
    script = runpy.run_path(str(SCRIPTS / "coverage_by_room.py"))

    def file(lines: int, covered: int, branches: int, reached: int) -> dict[str, dict[str, int]]:
        counts = (lines, covered, branches, reached)
        return {"summary": dict(zip(script["COUNTS"], counts, strict=True))}

    files = {
        "src/tildeling/find/dates.py": file(10, 10, 4, 2),
        "src/tildeling/find/money.py": file(6, 0, 0, 0),
        "src/tildeling/letter.py": file(3, 3, 0, 0),
    }
    rooms = script["by_room"]({"files": files})
    assert {room: script["share"](counts) for room, counts in rooms.items()} == {
        "find": 60.0,
        "letter.py": 100.0,
    }


def test_comments_and_documentation_are_no_code(tmp_path: Path) -> None:
    script = runpy.run_path(str(SCRIPTS / "figures.py"))
    module = tmp_path / "module.py"
    text = '"""What it is."""\n\n# Why.\nA = 1  # why, too\n"""What A is."""\nB = (\n    2,\n)\n'
    module.write_text(text, encoding="utf-8")
    assert script["lines"](module, ast.parse(text)) == (4, 2)


def test_what_others_may_use_is_public_with_its_methods() -> None:
    script = runpy.run_path(str(SCRIPTS / "figures.py"))
    methods = "class A:\n def b(self): pass\n def _c(self): pass\n"
    text = methods + "def _d():\n def e(): pass\ndef f(): pass"
    assert [node.name for node in script["public"](ast.parse(text).body)] == ["A", "b", "f"]
