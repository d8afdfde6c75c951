"""Words for what is handed in, which several tables of this room have beside words of their own."""

# Without their endings; the last part of longer words: "risikovurdering".
DOCUMENTS = (
    *("rapport", "notat", "plan", "utredning", "utgreiing", "oversikt", "vurdering", "analyse"),
    "evaluering",
)
