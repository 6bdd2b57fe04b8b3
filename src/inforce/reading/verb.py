"""One verb group, and the concepts of acts towards a treaty."""

from __future__ import annotations

from dataclasses import dataclass

CORES = frozenset({"leave", "join", "ratify", "accept", "sign", "suspend", "succeed", "expel"})
"""Concepts of acts towards a treaty."""


@dataclass(slots=True)
class Verb:
    """One verb group over ``items[start:end]``; ``head`` is the main verb's place or None.

    ``concept`` is the lexicon's, ``copula`` for a form of "be" alone, ``ellipsis`` for an
    auxiliary that repeats an earlier verb. ``mood`` is "", ``will``, ``would`` or ``may``.
    ``form`` is finite, infinitive, gerund or participle.
    """

    start: int
    end: int
    head: int | None
    concept: str
    form: str = "finite"
    mood: str = ""
    negative: bool = False
    passive: bool = False
    perfect: bool = False
    progressive: bool = False
    past: bool = False
    ended: bool = False
    """Whether "no longer" stands in it."""

    @property
    def finite(self) -> bool:
        """Whether it can be the verb of a clause of its own."""
        return self.form == "finite"
