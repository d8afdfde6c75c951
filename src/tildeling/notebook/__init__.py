"""Letters in a notebook: cards, pages with boxes, annotated copies, tables, spaCy documents."""
