"""The values of a model's statements, from the exchange form; what does not fit is refused."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

from inforce.dates import DateError, Period
from inforce.record.values import (
    Amount,
    Attribution,
    Casualties,
    Count,
    ForceRule,
    Forecast,
    PeriodRule,
    Tally,
    Threshold,
    Value,
)
from inforce.terms import CountedFrom, CountOf

LONGEST = 200
"""Characters of a text in a value: longer ones are no part of a figure or a name."""
_MOST = 10**15
_SIGNS = frozenset({"=", "~", ">", ">=", "<", "<="})


class NotAValueError(ValueError):
    """A value that its kind does not have."""


def value_of(kind: str, told: object) -> Value | None:
    """The value of a statement of that exchange kind; None where the kind has none.

    Raises NotAValueError.
    """
    make = _MAKERS.get(kind)
    if make is None:
        return None
    if told is None:
        if kind in _OPTIONAL:
            return None
        raise NotAValueError(f"no value for {kind}")
    if not isinstance(told, Mapping):
        raise NotAValueError("a value that is no object")
    try:
        return make(told)
    except (DateError, ValueError, TypeError, OverflowError) as error:
        raise NotAValueError(str(error)) from error


def text_of(told: object) -> str | None:
    """A short text on one line, without what no eye can see; None for none."""
    if told is None:
        return None
    if not isinstance(told, str):
        raise NotAValueError("a text that is no text")
    line = " ".join("".join(c if c.isprintable() else " " for c in told).split())
    if len(line) > LONGEST:
        raise NotAValueError(f"a text of more than {LONGEST} characters")
    return line or None


def _needed(told: object) -> str:
    text = text_of(told)
    if text is None:
        raise NotAValueError("an empty text")
    return text


def _number(told: object) -> float | None:
    if told is None:
        return None
    if isinstance(told, bool) or not isinstance(told, int | float):
        raise NotAValueError("a number that is no number")
    if not math.isfinite(told) or abs(told) > _MOST:
        raise NotAValueError("a number beyond all bounds")
    return told


def _whole(told: object) -> int | None:
    number = _number(told)
    if number is None:
        return None
    if number < 0 or number != int(number):
        raise NotAValueError("a count that is no whole number")
    return int(number)


def _count(told: Mapping[str, Any]) -> Value:
    number, text = _whole(told.get("n")), text_of(told.get("text"))
    sign = told.get("cmp") or "="
    if (number is None and text is None) or sign not in _SIGNS:
        raise NotAValueError("a count without a number or a word for one")
    role = "threshold" if told.get("role") == "threshold" else None
    return Count(number, text, CountOf(told.get("of") or "parties"), role, sign)


def _tally(told: Mapping[str, Any]) -> Value:
    threshold = _whole(told.get("threshold"))
    names = ("for", "against", "abstain", "not_voting", "seats")
    votes = [_whole(told.get(name)) for name in names]
    if any(vote is not None for vote in votes):
        return Tally(*votes)
    if threshold is None:
        raise NotAValueError("a tally without a number")
    return Threshold(threshold)


def _period(told: Mapping[str, Any]) -> Value:
    counted = CountedFrom(told.get("from") or "unspecified")
    return PeriodRule(Period.parse(_needed(told.get("period"))), counted, _article(told))


def _article(told: Mapping[str, Any]) -> str | None:
    return text_of(told.get("article"))


def _force(told: Mapping[str, Any]) -> Value | None:
    delay, threshold = text_of(told.get("delay")), _whole(told.get("threshold"))
    if delay is None and threshold is None:
        return None
    return ForceRule(Period.parse(delay) if delay else None, threshold)


def _money(told: Mapping[str, Any]) -> Value:
    amount, currency = _number(told.get("amount")), text_of(told.get("currency"))
    text = text_of(told.get("text"))
    if amount is None and text is None:
        raise NotAValueError("an amount without a number or a word for one")
    return Amount(amount, currency, text)


def _casualties(told: Mapping[str, Any]) -> Value:
    what, place, ratio, text = (text_of(told.get(k)) for k in ("what", "place", "ratio", "text"))
    number, share = _number(told.get("n")), _number(told.get("share"))
    if number is None and share is None and ratio is None and text is None:
        raise NotAValueError("a figure without a number or a word for one")
    return Casualties(number, what, what, place, ratio, share, text)


def _forecast(told: Mapping[str, Any]) -> Value:
    return Forecast(
        _needed(told.get("likelihood")),
        _needed(told.get("event")),
        text_of(told.get("horizon")),
        text_of(told.get("condition")),
    )


def _attribution(told: Mapping[str, Any]) -> Value:
    return Attribution(_needed(told.get("source")), text_of(told.get("via")))


_MAKERS: Mapping[str, Callable[[Mapping[str, Any]], Value | None]] = {
    "membership_count": _count,
    "vote_tally": _tally,
    "notice_period": _period,
    "entry_into_force": _force,
    "money": _money,
    "casualties": _casualties,
    "forecast": _forecast,
    "attribution": _attribution,
}
_OPTIONAL = frozenset({"entry_into_force"})
