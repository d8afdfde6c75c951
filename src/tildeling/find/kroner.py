"""Amounts as letters print them."""

from __future__ import annotations


def kroner(amount: int) -> str:
    """Whole kroner with a space between thousands.

    >>> kroner(1_334_273_000), kroner(-5_000)
    ('1 334 273 000', '-5 000')
    """
    return f"{amount:,}".replace(",", " ")


def signed_kroner(amount: int) -> str:
    """Whole kroner with a sign, of what was added or taken.

    >>> signed_kroner(1_500_000), signed_kroner(-800_000), signed_kroner(0)
    ('+1 500 000', '-800 000', '0')
    """
    return f"+{kroner(amount)}" if amount > 0 else kroner(amount)
