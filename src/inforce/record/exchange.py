"""The exchange form of values: the keys of ``inforce read --json``."""

from __future__ import annotations

from typing import Any

from inforce.record.values import (
    Amount,
    Attribution,
    Casualties,
    Comparison,
    Condition,
    Count,
    Finding,
    ForceRule,
    Forecast,
    Intended,
    Order,
    Other,
    PeriodRule,
    Scope,
    Tally,
    Threshold,
    Value,
)


def value_to_json(value: Value | None) -> dict[str, Any] | None:
    """The value's exchange object; keys whose value is None are kept where the kind names them."""
    match value:
        case None | Intended():
            return None
        case Count():
            return _keep(n=value.n, text=value.text, of=value.of.value) | _drop(
                role=value.role, cmp=None if value.cmp == "=" else value.cmp
            )
        case Tally():
            votes = {"for": value.votes_for, "against": value.against, "abstain": value.abstain}
            return _drop(**votes, not_voting=value.not_voting, seats=value.seats)
        case Threshold():
            return {"threshold": value.votes}
        case PeriodRule():
            named = {"period": value.period.iso, "from": value.counted_from.value}
            return named | _drop(article=value.article)
        case ForceRule():
            delay = value.delay.iso if value.delay else None
            return _drop(delay=delay, threshold=value.threshold)
        case Amount():
            named = _keep(amount=value.amount, currency=value.currency)
            cmp = None if value.cmp == "=" else value.cmp
            return (
                named
                | _drop(text=value.text, cmp=cmp, horizon=value.horizon)
                | _drop(**{"for": value.purpose})
            )
        case Casualties():
            return _keep(what=value.what, place=value.place) | _drop(
                n=value.n, ratio=value.ratio, share=value.share, text=value.text
            )
        case Forecast():
            return _keep(likelihood=value.likelihood, event=value.event) | _drop(
                horizon=value.horizon, condition=value.condition
            )
        case Attribution():
            return _keep(source=value.source) | _drop(via=value.via)
        case Other():
            return {"name": value.name} | ({"claim": value.text} if value.text else {})
        case _:
            return _other(value)


def _other(value: Order | Comparison | Scope | Condition | Finding) -> dict[str, Any]:
    match value:
        case Order():
            return {"name": "order", "relation": value.relation, "others": list(value.others)}
        case Comparison():
            return {"name": "comparison", "left": value.left, "right": value.right} | _drop(
                ratio=value.ratio, left_unit=value.left_unit, right_unit=value.right_unit
            )
        case Scope():
            return {"name": "scope", "terms": list(value.terms), "covered": value.covered}
        case Condition():
            return {"name": "condition", "fact": value.fact, "holds": value.holds}
        case Finding():
            return {
                "name": "finding",
                "act": value.act,
                "accepts": value.accepts,
                "by": value.by,
            }


def _keep(**named: Any) -> dict[str, Any]:
    return named


def _drop(**named: Any) -> dict[str, Any]:
    return {key: part for key, part in named.items() if part is not None}
