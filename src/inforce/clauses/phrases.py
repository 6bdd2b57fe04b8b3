"""The words of French and Spanish final clauses in the English words for the same thing."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from inforce.clauses.canon import Phrases

_FOLDER = Path(__file__).parent


@cache
def phrases_of(language: str) -> Phrases | None:
    """The phrases of a language by their first word, the longest first; None for English."""
    path = _FOLDER / f"phrases_{language}.csv"
    if not path.exists():
        return None
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            words = tuple(row["phrase"].split())
            found.setdefault(words[0], []).append((words, row["english"]))
    for rows in found.values():
        rows.sort(key=lambda row: -len(row[0]))
    return found
