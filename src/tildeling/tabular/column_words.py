"""Words over a table's columns that tell what they hold, bokmål and nynorsk."""

from __future__ import annotations

import re

KEY_HEADINGS = re.compile(
    r"(?:kap(?:\.|ittel)?|post(?:er|ar)?|nr\.?|nummer|id|løpenr\.?|ref\.?)\b", re.IGNORECASE
)
"""What a column of keys is headed by."""

COMMENT_HEADINGS = re.compile(
    r"(?:merknad|kommentar|forklaring|omtale|anmerkning|vilkår|begrunnelse|grunngiving)",
    re.IGNORECASE,
)
"""What a column of remarks is headed by."""
