"""Each room imports only the rooms before it."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "tildeling"
BELOW = (
    "words",
    "errors",
    "extras",
    "any_case",
    "limits",
    "origin",
    "methods",
    "letter",
    "comparison",
    "table",
    "forms",
    "rule",
    "chain_rules",
    "unread_rules",
    "scan_rules",
    "finding_rules",
    "findings",
)
ROOMS = (
    "read",
    "find",
    "ocr",
    "page",
    "tabular",
    "text",
    "scope",
    "meaning",
    "steering",
    "verify",
    "audit",
    "compare",
    "export",
    "notebook",
    "plots",
)
# Find is about any text: it knows words, not pages.
APART = {("find", "read")}
# Rooms at the door, and what of the house they may call.
AT_THE_DOOR = {
    "archive": {"archive", "batch", "compare", "door", "export", "find", "notebook", "usage"},
    "batch": {"batch", "door", "parsing", "export", "read", "ocr"},
    "fetch": {"fetch", "door", "export", "read", "usage"},
}
CALLERS = {"__init__", "__main__", "cli", "door", "parsing", "usage"}
LONGEST = 600


def modules() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def room_of(module: Path) -> str:
    return module.relative_to(SOURCE).parts[0].removesuffix(".py")


def imported_rooms(module: Path) -> set[str]:
    """The rooms that a module imports, also inside functions."""
    found = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names = [node.module]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        found |= {name.split(".")[1] for name in names if name.startswith("tildeling.")}
    return found


def rooms_imported_early(module: Path) -> set[str]:
    """The rooms that are imported with the module, not when one of its functions is called."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    return {
        node.module.split(".")[1]
        for node in tree.body
        if isinstance(node, ast.ImportFrom)
        and node.module is not None
        and node.module.startswith("tildeling.")
    }


@pytest.mark.parametrize("module", modules(), ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_a_module_imports_only_rooms_before_its_own(module: Path) -> None:
    room = room_of(module)
    imported = imported_rooms(module)
    if room == "methods":
        # Words import nothing but a file of the standard library.
        assert rooms_imported_early(module) <= {"words"}
    elif room == "words":
        assert imported == set()
    elif room in BELOW:
        assert imported <= set(BELOW)
    elif room in AT_THE_DOOR:
        assert imported <= AT_THE_DOOR[room] | set(BELOW)
    elif room in ROOMS:
        before = set(ROOMS[: ROOMS.index(room) + 1])
        assert imported <= before | set(BELOW)
        assert not any((room, other) in APART for other in imported)


def imported_modules(module: Path) -> set[str]:
    """The modules of the house that a module imports, also inside functions, but not for types."""
    found = set()
    waiting: list[ast.AST] = [ast.parse(module.read_text(encoding="utf-8"))]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            continue
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        waiting.extend(ast.iter_child_nodes(node))
    return found


def test_no_imports_go_in_a_circle_late_ones_included() -> None:
    # What the typed objects can do opens rooms above them; the package itself is the door to all.
    through = {"tildeling", "tildeling.methods"}
    names = {
        ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts).removesuffix(
            ".__init__"
        ): path
        for path in modules()
    }
    left = {
        name: (imported_modules(path) & names.keys()) - through - {name}
        for name, path in names.items()
    }
    # Whoever imports nothing that is left is in no circle, and goes.
    while free := [name for name, imported in left.items() if not imported & left.keys()]:
        for name in free:
            del left[name]
    # Nor is who is imported by nothing that is left.
    while unasked := set(left) - {name for imported in left.values() for name in imported}:
        for name in unasked:
            del left[name]
    assert left == {}


@pytest.mark.parametrize("module", modules(), ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_a_module_has_one_subject_and_no_more_than_so_many_lines(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= LONGEST


def test_every_module_stands_in_a_room_that_the_house_has() -> None:
    assert {room_of(module) for module in modules()} == {*BELOW, *ROOMS, *AT_THE_DOOR, *CALLERS}


def test_the_architecture_draws_the_rooms_in_their_order() -> None:
    told = (SOURCE.parents[1] / "ARCHITECTURE.md").read_text(encoding="utf-8")
    drawing = told.split("```")[1]
    drawn = [line.split()[0] for line in drawing.splitlines() if " -> " in line]
    assert tuple(drawn) == ROOMS
    rooms = {*BELOW, *ROOMS, *AT_THE_DOOR, *CALLERS} - {"__init__", "__main__"}
    assert {room for room in rooms if room not in told} == set()
