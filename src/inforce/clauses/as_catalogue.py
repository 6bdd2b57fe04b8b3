"""Proposed rules in the shape of the catalogue's files: mappings for YAML."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from inforce.catalogue.model import Article, Delay
from inforce.clauses.model import Part, Proposal, Quote, Reading
from inforce.dates import DayRule, Period, YearlyWindow

Mapping = dict[str, Any]

_WHOLE = (
    Part.JOINING,
    Part.ENTRY_INTO_FORCE,
    Part.LATER_PARTICIPANTS,
    Part.EXIT,
    Part.PROVISIONAL,
    Part.RESERVATIONS,
)
_DEFAULTS = {
    "day_rule": DayRule.SAME_DAY_NUMBER,
    "years_after": 0,
    "later_allowed": False,
    "minimum_from": "participant",
    "asked_on": "period_end",
}


def rules_mapping(proposal: Proposal, *, on: date) -> Mapping:
    """The ``rules`` of a treaty's file; each proposed one says ``proposed``, none ``checked``."""
    rules: Mapping = {part.value: _part(proposal, part, on) for part in _WHOLE}
    rules["suspension"] = {"state": "unread"}
    rules[Part.DURATION.value] = _part(proposal, Part.DURATION, on)
    if proposal.of(Part.TERRITORY):
        rules[Part.TERRITORY.value] = _part(proposal, Part.TERRITORY, on)
    return rules


def _part(proposal: Proposal, part: Part, on: date) -> Mapping:
    found = proposal.of(part)
    if len(found) == 1:
        return reading_mapping(found[0], on=on)
    if found:
        return {"state": "unread", "readings": [reading_mapping(one, on=on) for one in found]}
    silence = next((one for one in proposal.silent if one.part is part), None)
    if silence is not None and part is Part.EXIT:
        words = f"The text has no such clause; {silence.words}."
        return {"state": "none", "article": silence.article, "proposed": on, "words": words}
    if silence is not None and part is Part.LATER_PARTICIPANTS:
        words = f"The text has no such clause; {silence.words}."
        delay = {"kind": "on_the_day"}
        return {"article": silence.article, "proposed": on, "words": words, "delay": delay}
    return {"state": "unread"}


def reading_mapping(reading: Reading, *, on: date) -> Mapping:
    """One rule, with the words that it rests on and their places."""
    made: Mapping = {"article": reading.article, "proposed": on, "words": reading.words}
    if reading.rule is not None:
        made |= _values(reading.rule, on)
    made["quotes"] = [quote_mapping(quote) for quote in reading.quotes]
    return made


def quote_mapping(quote: Quote) -> Mapping:
    """A quote and its span in the document's text."""
    return {
        "article": quote.article or "unnumbered",
        "start": quote.start,
        "end": quote.end,
        "text": quote.text,
    }


def _values(rule: object, on: date) -> Mapping:
    """The fields that a rule states, without those that the file's reader fills in itself."""
    made: Mapping = {}
    for field in fields(rule):  # type: ignore[arg-type]
        value = getattr(rule, field.name)
        if field.name == "at" or value in (None, "", ()):
            continue
        if field.name in _DEFAULTS and value == _DEFAULTS[field.name]:
            continue
        made[field.name] = plain(value, on)
    return made


def plain(value: object, on: date) -> Any:
    """A value of the model as YAML and JSON hold it."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Period):
        return value.iso
    if isinstance(value, YearlyWindow):
        return f"{value.month:02}-{value.day:02}"
    if isinstance(value, Article):
        return {"article": value.article, "proposed": on, "words": value.words}
    if isinstance(value, (tuple, list)):
        return [plain(one, on) for one in value]
    if isinstance(value, Delay):
        made = _values(value, on)
        if not value.notice_by:
            made.pop("years_after", None)
        return made
    if is_dataclass(value):
        at = getattr(value, "at", None)
        head = plain(at, on) if isinstance(at, Article) else {}
        return {**head, **_values(value, on)}
    return value


def proposal_json(proposal: Proposal, *, on: date | None) -> Mapping:
    """The whole proposal as one JSON object; ``on`` is the day of proposing, if told."""
    return {
        "document": proposal.name,
        "digest": proposal.digest,
        "language": proposal.language,
        "problem": proposal.problem or None,
        "rules": [
            {
                "rule": one.part.value,
                "state": "unconfirmed",
                "readings": len(proposal.of(one.part)),
                **_told(reading_mapping(one, on=on or date.min), dated=on is not None),
            }
            for one in proposal.readings
        ],
        "unturned": [
            {"rule": one.part.value, "why": one.why, "quote": quote_mapping(one.quote)}
            for one in proposal.unturned
        ],
        "silent": [
            {"rule": one.part.value, "article": one.article, "words": one.words}
            for one in proposal.silent
        ],
        "clauses": [
            {"topic": one.topic.value, **quote_mapping(one.quote)} for one in proposal.clauses
        ],
    }


def _told(made: Mapping, *, dated: bool) -> Mapping:
    """The rule as JSON, without the day of proposing where none is told."""
    found: Mapping = _dated(made)
    if not dated:
        found.pop("proposed", None)
    return found


def _dated(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _dated(one) for key, one in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_dated(one) for one in value]
    return value
