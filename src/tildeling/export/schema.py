"""The JSON Schema of a letter, made from the typed objects themselves.

`schema/letter.schema.json` in the package is a copy of it, for readers without Python. When the
models change, `tildeling schema > src/tildeling/schema/letter.schema.json` writes it anew.
"""

from __future__ import annotations

from typing import Any

from tildeling.letter import SCHEMA_VERSION, Letter

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def letter_schema() -> dict[str, Any]:
    """The schema, in the dialect of 2020-12, that the JSON of every letter fulfils.

    All fields are required, since all are always written. Fields that it does not know are allowed:
    a later release may add some within the same schema version.
    """
    schema = Letter.model_json_schema(mode="serialization")
    for part in (schema, *schema["$defs"].values()):
        part.pop("additionalProperties", None)
        part["required"] = list(part["properties"])
    head = {
        "$schema": DIALECT,
        "$id": f"urn:tildeling:letter:{SCHEMA_VERSION}",
        "title": "Allocation letter (tildelingsbrev)",
        "description": "What tildeling reads from an allocation letter or an addendum to one.",
    }
    return head | {key: value for key, value in schema.items() if key not in head}
