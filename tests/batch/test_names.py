from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tildeling.batch.names import output_names, stem_of

PATHS = st.lists(st.text(st.characters(exclude_characters="\0"), min_size=1), unique=True)


@pytest.mark.parametrize(
    ("path", "stem"),
    [
        ("arkiv/Tildelingsbrev 2026.PDF", "Tildelingsbrev 2026"),
        ("brev.pdf.txt", "brev.pdf"),
        ("Årsrapport.docx", "Årsrapport.docx"),
        ("A\u030arsrapport.pdf", "Årsrapport"),
        ("-rf.pdf", "_-rf"),
        (".pdf", "_"),
        ("nul.pdf", "_nul"),
        ("to\nlinjer.pdf", "to_linjer"),
        ("hva?.pdf", "hva_"),
        ("\udcff.pdf", "_"),
        ("s3://arkiv/2026/brev.pdf", "brev"),
    ],
)
def test_an_output_is_called_after_its_input(path: str, stem: str) -> None:
    assert stem_of(path) == stem


def test_two_inputs_of_one_name_have_outputs_of_their_own() -> None:
    paths = ["a/brev.pdf", "b/brev.pdf", "c/BREV.pdf", "c/brev.txt"]
    names = output_names(paths, {})
    assert names["a/brev.pdf"] == "brev.json"
    assert len({name.casefold() for name in names.values()}) == 4


def test_both_unicode_forms_of_a_name_have_outputs_of_their_own() -> None:
    paths = [unicodedata.normalize(form, "brev på nynorsk.pdf") for form in ("NFC", "NFD")]
    names = output_names(paths, {}).values()
    assert len({unicodedata.normalize("NFC", name) for name in names}) == 2


def test_a_name_once_given_stays() -> None:
    first = output_names(["b/brev.pdf"], {})
    assert output_names(["a/brev.pdf", "b/brev.pdf"], first)["b/brev.pdf"] == "brev.json"
    assert output_names(["a/brev.pdf", "b/brev.pdf"], first)["a/brev.pdf"] != "brev.json"


@given(PATHS)
def test_names_fit_every_file_system_and_are_never_given_twice(paths: list[str]) -> None:
    names = output_names(paths, {})
    assert list(names) == paths
    assert len({unicodedata.normalize("NFC", name.casefold()) for name in names.values()}) == len(
        paths
    )
    for name in names.values():
        assert name.endswith(".json")
        assert len(name.encode()) <= 255
        assert name[0] not in "-."
        assert not set(name) & set('/\\\n\0:*?"<>|')


@given(PATHS)
def test_names_are_the_same_in_every_run(paths: list[str]) -> None:
    assert output_names(paths, {}) == output_names(paths, {})
