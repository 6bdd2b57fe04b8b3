"""The words of final clauses: what a broken word may have been, and the names of things."""

from __future__ import annotations

import csv
from pathlib import Path

_LEAST = 4


def _rows() -> dict[str, tuple[str, ...]]:
    path = Path(__file__).with_name("vocabulary.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return {row["kind"]: tuple(row["words"].split()) for row in csv.DictReader(file)}


_KINDS = _rows()

TREATY_NOUNS = _KINDS["treaty"]
"""Nouns by which a treaty speaks of itself."""

OTHER_SUBJECTS = _KINDS["other"]
"""Nouns of other things that may enter into force or take effect."""

CONSENT_NOUNS = _KINDS["consent"]
"""Nouns of the acts by which one consents, and of their instruments."""

WHO = _KINDS["who"]
"""Who may consent to a treaty."""

WHOLE_WORDS = frozenset(word for words in _KINDS.values() for word in words if len(word) >= _LEAST)
"""Words that are put together when a scan has broken them."""

BEGINNINGS = frozenset(word[:n] for word in WHOLE_WORDS for n in range(1, len(word)))
"""What a whole word may begin with."""
