"""The JSON Schemas of what the program prints, made from the typed objects themselves.

`schema/NAME.schema.json` in the package are copies, for readers without Python. When the models
change, `tildeling schema --of NAME > src/tildeling/schema/NAME.schema.json` writes one anew.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel

from tildeling.comparison import ConsolidatedLetter, LetterDiff
from tildeling.letter import SCHEMA_VERSION, Letter
from tildeling.table import DocumentTables

DIALECT = "https://json-schema.org/draft/2020-12/schema"

# Fields that are written only where they have something, so that no letter born as text changes for
# what scanned ones need.
LEFT_OUT = frozenset({"ocr_pages"})

SchemaName = Literal["letter", "diff", "consolidated", "tables"]

# The model of each schema, and what the schema says of itself.
MODELS: dict[SchemaName, tuple[type[BaseModel], str, str]] = {
    "letter": (
        Letter,
        "Allocation letter (tildelingsbrev)",
        "What tildeling reads from an allocation letter or an addendum to one.",
    ),
    "diff": (
        LetterDiff,
        "Difference between two allocation letters",
        "What tildeling finds that one letter changes against another.",
    ),
    "consolidated": (
        ConsolidatedLetter,
        "Consolidated allocation letter",
        "What is in force after a letter and its addenda, with the history of each item.",
    ),
    "tables": (
        DocumentTables,
        "Tables of a document",
        "Every table that tildeling reads from a PDF, allocation letter or not.",
    ),
}


def schema_of(name: SchemaName) -> dict[str, Any]:
    """The schema, in the dialect of 2020-12, that all JSON of a kind fulfils.

    All fields but those of `LEFT_OUT` are required, since they are always written. Fields that it
    does not know are allowed: a later release may add some within the same schema version.
    """
    model, title, description = MODELS[name]
    schema = model.model_json_schema(mode="serialization")
    for part in (schema, *schema["$defs"].values()):
        part.pop("additionalProperties", None)
        part["required"] = [name for name in part["properties"] if name not in LEFT_OUT]
    head = {
        "$schema": DIALECT,
        "$id": f"urn:tildeling:{name}:{SCHEMA_VERSION}",
        "title": title,
        "description": description,
    }
    return head | {key: value for key, value in schema.items() if key not in head}
