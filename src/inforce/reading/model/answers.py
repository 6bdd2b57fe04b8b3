"""A model's answer as statements: what it quotes is found in the text, or it is dropped."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from inforce.reading.model.claims import NOT_OF_THE_SCHEMA, Claimed, DroppedError, claimed
from inforce.reading.model.errors import UnusableAnswerError
from inforce.reading.model.schema import MOST_STATEMENTS
from inforce.reading.model.windows import Window
from inforce.record.values import Attribution

if TYPE_CHECKING:
    from inforce.catalogue.catalogue import Catalogue

NOT_IN_THE_TEXT = "with a quote that is not in the text"
SOURCE_NOT_IN_THE_TEXT = "with a source that the text does not name"
TOO_MANY = f"past the first {MOST_STATEMENTS} of a window"
LONGEST_QUOTE = 1_000
_MOST_VOICES = 5


@dataclass(frozen=True, slots=True)
class Found:
    """A claim, the span of its quote in the whole text, and the voices that the text names."""

    claimed: Claimed
    start: int
    end: int
    voices: tuple[str, ...]


@dataclass(slots=True)
class Sifted:
    """What was kept of an answer, and how much was dropped for which reason."""

    found: list[Found] = field(default_factory=list)
    dropped: Counter[str] = field(default_factory=Counter)


def sift(answer: str, window: Window, catalogue: Catalogue) -> Sifted:
    """The statements of an answer that the window bears out.

    Raises UnusableAnswerError for an answer that is no object with statements.
    """
    told = _statements(answer)
    sifted = Sifted()
    if len(told) > MOST_STATEMENTS:
        sifted.dropped[TOO_MANY] += len(told) - MOST_STATEMENTS
    for one in told[:MOST_STATEMENTS]:
        try:
            sifted.found.append(_found(one, window, catalogue))
        except DroppedError as reason:
            sifted.dropped[str(reason)] += 1
    return sifted


def _statements(answer: str) -> list[Any]:
    """The list under ``statements``, from an answer that may stand in a fence of Markdown."""
    text = answer.strip()
    if text.startswith("```"):
        text = text.removesuffix("```").partition("\n")[2]
    try:
        told = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnusableAnswerError(f"it is not JSON ({str(error)[:80]})") from error
    found = told.get("statements") if isinstance(told, Mapping) else None
    if not isinstance(found, list):
        raise UnusableAnswerError("it is not an object with a list of statements")
    return found


def _found(told: Any, window: Window, catalogue: Catalogue) -> Found:
    if not isinstance(told, Mapping):
        raise DroppedError(NOT_OF_THE_SCHEMA)
    start, end = _span(told.get("quote"), window)
    claim = claimed(told, catalogue)
    value = claim.claim.value
    if isinstance(value, Attribution) and not _named(value.source, window):
        raise DroppedError(SOURCE_NOT_IN_THE_TEXT)
    given = told.get("attributed_to")
    listed = given[:_MOST_VOICES] if isinstance(given, list) else []
    voices = [v for v in listed if isinstance(v, str) and v.strip() and _named(v, window)]
    return Found(claim, start, end, tuple(v.strip() for v in voices))


def _span(quote: object, window: Window) -> tuple[int, int]:
    """Where a quote stands in the whole text, letter for letter."""
    if not isinstance(quote, str) or not quote.strip():
        raise DroppedError(NOT_OF_THE_SCHEMA)
    words = quote.strip()
    place = window.text.find(words) if len(words) <= LONGEST_QUOTE else -1
    if place < 0:
        raise DroppedError(NOT_IN_THE_TEXT)
    return window.start + place, window.start + place + len(words)


def _named(voice: str, window: Window) -> bool:
    return voice.strip().casefold() in window.text.casefold()
