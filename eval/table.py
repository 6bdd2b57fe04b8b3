"""A score as a table of text, and as an object."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from eval.agreement import vocabulary
from eval.scoring import Counts, Score, kinds_of, languages_of

_HEAD = ("", "facts", "said", "precision", "recall", "full", "wrong dates")


def rows(score: Score) -> Iterator[tuple[str, Counts]]:
    """The rows of the table: pooled, then by language, then by kind."""
    checkable = vocabulary().checkable
    languages = languages_of(score)
    others = [one for one in languages if one != "en"]
    yield "checkable", score.pooled(kinds=checkable)
    yield "all kinds", score.pooled()
    yield "from distractors", score.pooled(distractors=True)
    if others and len(languages) > len(others):
        yield "checkable, not English", score.pooled(languages=others, kinds=checkable)
    for language in languages:
        yield f"checkable, {language}", score.pooled(languages=[language], kinds=checkable)
        yield f"all kinds, {language}", score.pooled(languages=[language])
    for kind in kinds_of(score):
        mark = "" if kind in checkable else " (not checkable)"
        yield f"{kind}{mark}", score.pooled(kinds=[kind])


def text(score: Score) -> str:
    """The table, one row a line."""
    lines = [_HEAD, *(_cells(name, counts) for name, counts in rows(score))]
    widths = [max(len(line[place]) for line in lines) for place in range(len(_HEAD))]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if place else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        for line in lines
    )


def to_json(score: Score) -> dict[str, dict[str, Any]]:
    """Each row's figures by the row's name."""
    return {
        name: {
            "facts": counts.facts,
            "said": counts.said,
            "precision": round(counts.precision, 3),
            "recall": round(counts.recall, 3),
            "full_recall": round(counts.full_recall, 3),
            "wrong_dates": round(counts.wrong_dates, 3),
        }
        for name, counts in rows(score)
    }


def _cells(name: str, counts: Counts) -> tuple[str, ...]:
    shares = (counts.precision, counts.recall, counts.full_recall, counts.wrong_dates)
    return (name, str(counts.facts), str(counts.said), *(f"{share:.3f}" for share in shares))
