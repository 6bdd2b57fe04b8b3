"""What reading by a model took, and what of its answers was dropped."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from inforce.reading.model.settings import Prices


@dataclass(slots=True)
class Usage:
    """Questions asked, tokens as the endpoint counts them, and statements dropped by reason."""

    questions: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    uncounted: int = 0
    """Answers of which the endpoint did not say how many tokens they took."""
    kept: int = 0
    dropped: Counter[str] = field(default_factory=Counter)

    def __iadd__(self, other: Usage) -> Usage:
        self.questions += other.questions
        self.tokens_in += other.tokens_in
        self.tokens_out += other.tokens_out
        self.uncounted += other.uncounted
        self.kept += other.kept
        self.dropped.update(other.dropped)
        return self

    def cost(self, prices: Prices) -> float:
        """What the counted tokens cost, in the currency of the prices."""
        return (self.tokens_in * prices.tokens_in + self.tokens_out * prices.tokens_out) / 1e6

    def words(self, prices: Prices | None = None) -> str:
        """The usage in one line, with its cost where prices are given."""
        parts = [
            f"{self.questions} question{'s' if self.questions != 1 else ''}",
            f"{self.tokens_in} tokens in",
            f"{self.tokens_out} tokens out",
        ]
        if self.uncounted:
            parts.append(f"{self.uncounted} without a count of tokens")
        if prices is not None:
            parts.append(f"cost {self.cost(prices):.4f}")
        parts.append(f"{self.kept} statements kept")
        parts.append(self.dropped_words)
        return ", ".join(part for part in parts if part)

    @property
    def dropped_words(self) -> str:
        """How many statements were dropped, and why; empty where none was."""
        total = sum(self.dropped.values())
        if not total:
            return ""
        reasons = "; ".join(f"{n} {why}" for why, n in sorted(self.dropped.items()))
        return f"{total} dropped ({reasons})"
