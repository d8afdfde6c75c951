"""What a worker's server imports beforehand."""

from importlib.util import find_spec

import pytest

from tildeling.batch.processes import PRELOADED


@pytest.mark.parametrize("name", PRELOADED)
def test_a_preloaded_module_exists(name: str) -> None:
    """The server passes over a module that it does not find, without a word."""
    assert find_spec(name) is not None
