"""Answers with three values, because a partial date cannot always decide a question."""

from __future__ import annotations

from enum import StrEnum


class Truth(StrEnum):
    """Yes, no, or unknown, combined by Kleene's strong three-valued logic.

    Source: S. C. Kleene, Introduction to Metamathematics (1952), section 64. A Truth refuses to
    be used as a condition (TypeError): `if a.before(b)` would take unknown for yes.
    """

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"

    @classmethod
    def of(cls, proven: bool) -> Truth:
        """YES for True and NO for False."""
        return cls.YES if proven else cls.NO

    def and_(self, *others: Truth) -> Truth:
        """NO if any is NO, else UNKNOWN if any is UNKNOWN, else YES."""
        values = {self, *others}
        if Truth.NO in values:
            return Truth.NO
        return Truth.UNKNOWN if Truth.UNKNOWN in values else Truth.YES

    def or_(self, *others: Truth) -> Truth:
        """YES if any is YES, else UNKNOWN if any is UNKNOWN, else NO."""
        values = {self, *others}
        if Truth.YES in values:
            return Truth.YES
        return Truth.UNKNOWN if Truth.UNKNOWN in values else Truth.NO

    def not_(self) -> Truth:
        """The opposite; UNKNOWN stays UNKNOWN."""
        if self is Truth.UNKNOWN:
            return self
        return Truth.NO if self is Truth.YES else Truth.YES

    def __bool__(self) -> bool:
        raise TypeError(f"{self!r} has three values: compare it with Truth.YES or Truth.NO")
