"""Sums of money as ranges, so that "hundreds of millions" can be held against EUR 500 million."""

from __future__ import annotations

from inforce.record.values import Amount

_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_PLURALS = (("hundreds of", 100.0), ("tens of", 10.0), ("dozens of", 12.0), ("several", 2.0))
_MARGIN = 0.1
"""How far "around" a sum may be off: rounding to one digit."""


def range_of(amount: Amount) -> tuple[float, float] | None:
    """The least and the greatest sum that may be meant; None where nothing can be told."""
    if amount.amount is not None:
        n = amount.amount
        return {
            "~": (n * (1 - _MARGIN), n * (1 + _MARGIN)),
            ">": (n, float("inf")),
            ">=": (n, float("inf")),
            "<": (0.0, n),
            "<=": (0.0, n),
        }.get(amount.cmp, (n, n))
    text = " ".join((amount.text or "").lower().split())
    scale = next((size for name, size in _SCALES.items() if name in text), None)
    if scale is None:
        return None
    factor = next((size for name, size in _PLURALS if name in text), None)
    if factor is not None:
        return (factor * scale, factor * 10 * scale)
    return (
        (2 * scale, 1000 * scale) if f"{next(k for k in _SCALES if k in text)}s" in text else None
    )
