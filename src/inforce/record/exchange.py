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
    Duty,
    Finding,
    ForceRule,
    Forecast,
    Intended,
    Order,
    Other,
    PeriodRule,
    Scope,
    Tally,
    Territorial,
    Threshold,
    UnilateralStatement,
    Value,
)

Exchange = dict[str, Any]


def value_to_json(value: Value | None) -> Exchange | None:
    """The value's exchange object; None where the kind alone says all.

    Keys that the kind names stay with a None value (``n`` of a quantifier, ``amount`` of
    "hundreds of millions", ``place`` of figures without one); others are left out when unknown.
    """
    match value:
        case None | Intended():
            return None
        case PeriodRule() | ForceRule():
            return _rule(value)
        case Count() | Tally() | Threshold():
            return _count(value)
        case Amount() | Casualties():
            return _figure(value)
        case Forecast():
            return {"likelihood": value.likelihood, "event": value.event} | _known(
                horizon=value.horizon, condition=value.condition
            )
        case Attribution():
            return {"source": value.source} | _known(via=value.via)
        case Territorial() | UnilateralStatement():
            return _beside(value)
        case _:
            return _named(value)


def _rule(value: PeriodRule | ForceRule) -> Exchange:
    if isinstance(value, ForceRule):
        delay = value.delay.iso if value.delay else None
        return _known(delay=delay, threshold=value.threshold)
    counted = {"period": value.period.iso, "from": value.counted_from.value}
    return counted | _known(article=value.article)


def _count(value: Count | Tally | Threshold) -> Exchange:
    if isinstance(value, Threshold):
        return {"threshold": value.votes}
    if isinstance(value, Count):
        told = {"n": value.n, "text": value.text, "of": value.of.value}
        return told | _known(role=value.role, cmp=_sign(value.cmp))
    votes = {"for": value.votes_for, "against": value.against, "abstain": value.abstain}
    return _known(**votes, not_voting=value.not_voting, seats=value.seats)


def _figure(value: Amount | Casualties) -> Exchange:
    cmp = _sign(value.cmp)
    if isinstance(value, Amount):
        told = {"amount": _number(value.amount), "currency": value.currency}
        more = {"for": value.purpose, "horizon": value.horizon}
        return told | _known(text=value.text, cmp=cmp, **more)
    figures = _known(n=_number(value.n), ratio=value.ratio, share=value.share)
    return {"what": value.what, "place": value.place} | figures | _known(text=value.text, cmp=cmp)


def _beside(value: Territorial | UnilateralStatement) -> Exchange:
    """What stands beside a participation; the act's own name is its kind."""
    if isinstance(value, Territorial):
        told = {"territories": list(value.territories), "named": list(value.named)}
        effect = value.effect.edtf if value.effect else None
        return told | {"only": value.only, "every": value.every} | _known(effect=effect)
    said = {"articles": list(value.articles), "about": list(value.about)}
    return said | {"partial": value.partial} | _known(precludes=value.precludes)


def _named(value: Order | Comparison | Scope | Condition | Finding | Duty | Other) -> Exchange:
    """Values of the kind ``other``, which go by a name."""
    match value:
        case Order():
            return {"name": "order", "relation": value.relation, "others": list(value.others)}
        case Comparison():
            numbers = {"left": _number(value.left), "right": _number(value.right)}
            units = _known(left_unit=value.left_unit, right_unit=value.right_unit)
            return {"name": "comparison", **numbers, "ratio": value.ratio} | units
        case Scope():
            return {"name": "scope", "terms": list(value.terms), "covered": value.covered}
        case Condition():
            period = value.period.edtf if value.period else None
            told = {"name": "condition", "fact": value.fact, "holds": value.holds}
            return told | _known(period=period)
        case Finding():
            told = {"name": "finding", "act": value.act, "accepts": value.accepts, "by": value.by}
            return told | ({"words": value.words} if value.words else {})
        case Duty():
            until = value.until.edtf if value.until else None
            period = value.period.edtf if value.period else None
            return {"duty": value.name} | _known(until=until, period=period)
        case Other():
            return {"name": value.name} | ({"claim": value.text} if value.text else {})


def _known(**named: Any) -> Exchange:
    return {key: part for key, part in named.items() if part is not None}


def _sign(cmp: str) -> str | None:
    return None if cmp == "=" else cmp


def _number(figure: float | None) -> float | None:
    """A whole number without its fraction, as reports print it."""
    if figure is None or not float(figure).is_integer():
        return figure
    return int(figure)
