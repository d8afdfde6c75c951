"""Where each thing of a letter stands, and what is in force there.

The letter's blocks are a tree: a heading holds what follows it until an equal or higher one. What
a place does not say itself (its unit, chapter, post or side) it takes from what stands nearest, by
one rule and with the words that said it.
"""
