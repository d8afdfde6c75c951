"""Words for what is handed in, which several tables of this room have beside words of their own."""

DOCUMENTS = (
    *("rapport", "notat", "plan", "utredning", "utgreiing", "oversikt", "vurdering", "analyse"),
    "evaluering",
)
"""Without their endings; the last part of longer words: "risikovurdering"."""
