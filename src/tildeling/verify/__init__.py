"""Nothing unaccounted for: what the letter's items claim of its text, and what no one claimed."""
