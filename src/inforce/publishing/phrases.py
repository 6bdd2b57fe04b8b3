"""Phrases that several renderings share: exits, days, steps, how far a record goes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from inforce.publishing.names import Namer, in_sentence, told_and_cited, treaty_name
from inforce.publishing.words import article_words, upper_first
from inforce.publishing.wrap import hung

if TYPE_CHECKING:
    from datetime import date

    from inforce.dates import DayInterval
    from inforce.law.model import Exit, Step


def exit_words(found: Exit, catalogue: Namer | None) -> str:
    """Where an exit stands, in a phrase that follows the participant's name."""
    who = in_sentence(catalogue, found.participant)
    settled = {
        "revoked": "its notice was taken back",
        "without_effect": "its notice has no effect",
        "deferred": "its exit has no effect while the condition holds",
        "contested": "its exit is contested",
    }
    if found.state.value in settled:
        return settled[found.state.value]
    if found.effect is not None:
        return f"its exit took effect on {found.effect}"
    if found.expected is None:
        return "an exit is running, and no rule that was read says when it takes effect"
    words = f"an exit is running, expected to take effect on {found.expected}"
    unless = found.open_condition
    if unless is None:
        return words
    fact = _with_indefinite(unless.fact.replace("_", " "))
    return f"{words} unless {who} is then in {fact} ({article_words(unless.article)})"


def days_words(days: DayInterval) -> str:
    """Days as ISO dates: "2025-12-01 to 2025-12-26", "from 2025-12-27 on"."""
    first, last = days.start, days.last_day
    if first is None and last is None:
        return "on every day"
    if first is None:
        return f"until {last}"
    if last is None:
        return f"from {first} on"
    return f"{first}" if first == last else f"{first} to {last}"


def the_treaty(treaty: str, catalogue: Namer | None) -> str:
    """The treaty inside a sentence, with the id by which it is asked for."""
    name = treaty_name(catalogue, treaty)
    return f"the {name} ({treaty})" if name != treaty else f"the treaty {treaty}"


def step_words(step: Step, catalogue: Namer | None) -> str:
    """One step of a trace with its article and source."""
    words, source = told_and_cited(catalogue, step.words, step.source)
    named = [article_words(step.article)] if step.article else []
    named += [source] if source else []
    return upper_first(words) + (f" [{'; '.join(named)}]" if named else "")


def working(trace: Iterable[Step], catalogue: Namer, *, width: int | None) -> list[str]:
    """The steps of a trace, numbered, under their heading; no lines for an empty trace."""
    steps = list(trace)
    lines = ["", "How we know"] if steps else []
    for place, step in enumerate(steps, 1):
        lines += hung(step_words(step, catalogue), width=width, first=f"{place:>3}. ")
    return lines


def extent(until: date | None, catalogue: Namer, *, past: bool, width: int | None) -> list[str]:
    """How far the record goes and which catalogue was used, after an empty line."""
    if until is None:
        words = "Nothing promises until when the record is complete"
    else:
        words = f"The record is complete until {until}"
    if past:
        words += "; past that day the last known status is given"
    return ["", *hung(f"{words}. {upper_first(catalogue.compiled_on)}.", width=width)]


def _with_indefinite(noun: str) -> str:
    return f"an {noun}" if noun[:1] in "aeiou" else f"a {noun}"
