"""What the package offers, and that asking for it costs no more than it must."""

import gc
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import tildeling
import tildeling.letter
from tildeling.letter import Model

CHAIN = ("inkludering-2021-tillegg-4.pdf", "motstrid-2025-tillegg-3.pdf")
LETTERS = Path(__file__).parent / "fixtures" / "letters"


def test_the_public_names_are_sorted_and_all_there() -> None:
    assert list(tildeling.__all__) == sorted(tildeling.__all__)
    assert all(hasattr(tildeling, name) for name in tildeling.__all__)


def test_all_that_a_letter_is_made_of_is_public() -> None:
    models = {
        name
        for name, value in vars(tildeling.letter).items()
        if isinstance(value, type) and issubclass(value, Model)
    }
    assert models - {"Model", "Evidenced", "Versioned"} <= {*tildeling.__all__}


def test_an_unknown_name_is_told_as_python_tells_it() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        tildeling.nothing  # noqa: B018


def test_importing_the_package_loads_no_models_and_no_heavy_library() -> None:
    asked = "import sys, tildeling; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    loaded = set(run.stdout.split())
    assert "tildeling" in loaded
    assert not loaded & {"pydantic", "spacy", "pdfplumber", "pypdfium2", "dateparser", "rich"}


@pytest.mark.system
def test_letters_are_read_compared_and_shown_where_spacy_is_not_installed() -> None:
    asked = (
        "import sys; sys.modules['spacy'] = None\n"
        "import tildeling\n"
        f"one, other = map(tildeling.parse, {[str(LETTERS / name) for name in CHAIN]!r})\n"
        "print(len(tildeling.diff(one, other).changes), bool(one._repr_html_()))"
    )
    run = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    count, shown = run.stdout.split()
    assert (int(count) > 0, shown) == (True, "True")


def test_a_function_stays_one_after_its_module_was_imported() -> None:
    import tildeling.parsing

    assert callable(tildeling.parse)
    assert tildeling.parsing.parse is tildeling.parse


def test_no_module_takes_the_place_of_a_public_name() -> None:
    # Python sets a module on its package when it is first imported, over whatever stands there.
    modules = {module.name for module in pkgutil.iter_modules(tildeling.__path__)}
    assert not modules & {*tildeling.__all__, "load"}


@pytest.mark.parametrize("was_on", [True, False])
def test_reading_a_letter_leaves_the_collector_of_garbage_as_it_was(was_on: bool) -> None:
    try:
        if not was_on:
            gc.disable()
        with pytest.raises(tildeling.NotAnAllocationLetterError):
            tildeling.parse_text("Et brev om noe annet.")
        assert gc.isenabled() is was_on
        tildeling.parse(LETTERS / "inkludering-2021-tillegg-4.pdf")
        assert gc.isenabled() is was_on
    finally:
        gc.enable()
