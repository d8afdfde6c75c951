"""What the package has read is made without pydantic's checks, and is the same."""

import copy
import pickle

from tildeling.letter import Evidence
from tildeling.origin import NOWHERE, Extent

BOX = (70.9, 100.25, 524.3, 112.0)


def test_evidence_as_read_is_what_pydantic_makes_of_the_same_values() -> None:
    read = Evidence._as_read(3, BOX, "2 mill. kroner", Extent(10, 24))
    checked = Evidence(page=3, bbox=BOX, text="2 mill. kroner")
    assert read == checked
    assert hash(read) == hash(checked)
    assert read.model_dump() == checked.model_dump()
    assert read.model_dump_json() == checked.model_dump_json()
    assert read.model_fields_set == checked.model_fields_set
    assert read.__pydantic_extra__ == checked.__pydantic_extra__
    assert vars(read).keys() - {"_extent"} == vars(checked).keys()


def test_evidence_as_read_knows_its_characters_and_keeps_them_in_a_copy() -> None:
    read = Evidence._as_read(None, None, "Frist", Extent(5, 10))
    for one in (read, copy.copy(read), copy.deepcopy(read), read.model_copy()):
        assert (one._extent.start, one._extent.end) == (5, 10)
    assert pickle.loads(pickle.dumps(read)) == read
    assert Evidence.model_validate(read.model_dump())._extent is NOWHERE
