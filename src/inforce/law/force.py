"""When a treaty itself enters into force: from the instruments, beside the published day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from inforce.catalogue.model import (
    Requirement,
    RequirementKind,
    RuleState,
    Treaty,
    TreatyForceRule,
)
from inforce.law import vclt
from inforce.law.model import Force, Step
from inforce.law.reckon import reckon, reckon_when
from inforce.law.rules import only
from inforce.law.steps import cite
from inforce.law.when import When, act_when
from inforce.record.view import AdjudicatedAct, TreatyRecord
from inforce.terms import CONSENTS, Act, AnswerKind, UnknownBecause

Shares = Mapping[str, Mapping[str, float]]
"""Figure to participant to its share in per cent, for treaties that count shares."""


@dataclass(frozen=True, slots=True)
class _Met:
    """How far one requirement is met; ``reached`` None: not met, or not to be known."""

    reached: When | None
    counted: tuple[AdjudicatedAct, ...]
    steps: tuple[Step, ...]
    knowable: bool = True


def treaty_force(treaty: Treaty, record: TreatyRecord, *, shares: Shares | None = None) -> Force:
    """The treaty's own entry into force, with the instruments that brought it about.

    The day that the rule gives is compared with the published one, as far as that was known on
    the record's ``known_on``. ``shares`` serves requirements of a share (Paris Agreement 21(1)).
    """
    published = published_day(treaty, record)
    rule = treaty.rules.entry_into_force if treaty.rules else None
    if shares is None:
        shares = {name: dict(rows) for name, rows in record.shares}
    if rule is None or rule.at.state is RuleState.UNREAD:
        return _unruled(
            treaty, published, "nobody has read the rule yet", UnknownBecause.NOT_VERIFIED
        )
    if rule.at.state is RuleState.NONE:
        words = f"no rule of its own: {vclt.words('24(2)')} (VCLT 24(2)), {vclt.basis(treaty)}"
        return _unruled(treaty, published, words, UnknownBecause.NO_RULE)
    if rule.delay is None:
        words = f"the delay of article {rule.at.article} is not read yet"
        return _unruled(treaty, published, words, UnknownBecause.NOT_VERIFIED)
    return _by_rule(treaty, rule, published, record=record, shares=shares)


def published_day(treaty: Treaty, record: TreatyRecord) -> date | None:
    """The catalogue's day of entry into force, unless it came after the record's ``known_on``."""
    known = record.known_on.latest if record.known_on else None
    if treaty.in_force is None or (known is not None and known < treaty.in_force):
        return None
    return treaty.in_force


def force_when(force: Force) -> When | None:
    """The days on which the treaty may have entered into force; None: it has not."""
    if force.answer is AnswerKind.NO:
        return None
    when = When.of(force.day)
    if force.answer is AnswerKind.CONTESTED:
        return when.hull(When.of(force.computed))
    return when


def _unruled(treaty: Treaty, published: date | None, words: str, because: UnknownBecause) -> Force:
    if published is None:
        return Force(treaty.id, None, AnswerKind.UNKNOWN, because, trace=(Step(words),))
    step = Step(f"published entry into force: {published}", None, str(published), _source(treaty))
    day = When.on(published).partial
    return Force(treaty.id, day, AnswerKind.YES, trace=(Step(words), step))


def _by_rule(
    treaty: Treaty,
    rule: TreatyForceRule,
    published: date | None,
    *,
    record: TreatyRecord,
    shares: Shares | None,
) -> Force:
    article = rule.at.article
    _no_two_numbers(treaty, rule)
    met = [_met(one, record, article=article, shares=shares) for one in rule.requirements]
    each = {id(act): act for m in met for act in m.counted}
    counted = tuple(sorted(each.values(), key=_by_deposit))
    steps = [step for m in met for step in m.steps]
    blank = Force(treaty.id, None, AnswerKind.NO, counted=counted)
    reached = [m.reached for m in met if m.reached is not None]
    if rule.delay is None or len(reached) < len(met) or not met:
        knowable = all(m.knowable for m in met if m.reached is None) and bool(met)
        return _not_reached(treaty, blank, published, steps=steps, knowable=knowable)
    last = reached[0]
    for one in reached[1:]:
        last = last.not_before(one)
    computed = reckon_when(rule.delay, last)
    if last.is_day:
        day = reckon(rule.delay, last.lo)
        steps += [Step(words, article, str(day.day)) for words in day.steps]
    if rule.not_before is not None and computed.lo < rule.not_before:
        computed = computed.not_before(When.on(rule.not_before))
        steps.append(Step(f"not before {rule.not_before}", article, computed.words))
    found = replace(
        blank,
        day=computed.partial,
        computed=computed.partial,
        answer=AnswerKind.YES,
        threshold=_threshold(counted, last),
        reached=last.partial,
    )
    if rule.record_differs and published is not None:
        return _followed(treaty, rule, found, published, steps=steps)
    return _compared(treaty, found, published, steps=steps)


def _followed(
    treaty: Treaty, rule: TreatyForceRule, found: Force, published: date, *, steps: list[Step]
) -> Force:
    """The published day, where it is known why the record's instruments don't give it."""
    words = f"the published day is followed, {published}: {rule.record_differs}"
    step = Step(words, rule.at.article, str(published), _source(treaty))
    day = When.on(published).partial
    # Which instrument was the last one needed is not known then.
    return replace(found, day=day, reached=None, threshold=None, trace=(*steps, step))


def _compared(treaty: Treaty, found: Force, published: date | None, *, steps: list[Step]) -> Force:
    if published is None:
        return replace(found, trace=tuple(steps))
    day = When.on(published)
    if When.of(found.computed).meets(day):
        words = f"the published day agrees: {published}"
        answer = AnswerKind.YES
    else:
        words = (
            f"the published day is {published}, the rule gives "
            f"{found.computed.edtf if found.computed else 'none'} from the instruments"
        )
        answer = AnswerKind.CONTESTED
    steps.append(Step(words, None, str(published), _source(treaty)))
    return replace(found, day=day.partial, answer=answer, trace=tuple(steps))


def _not_reached(
    treaty: Treaty, blank: Force, published: date | None, *, steps: list[Step], knowable: bool
) -> Force:
    if published is not None:
        why = treaty.rules.entry_into_force.record_differs if treaty.rules else ""
        plain = (
            "lacks instruments for it" if knowable else "does not tell all that the rule asks for"
        )
        lack = why or f"the record {plain}"
        words = f"published entry into force: {published}; {lack}"
        steps.append(Step(words, None, str(published), _source(treaty)))
        day = When.on(published).partial
        return replace(blank, day=day, answer=AnswerKind.YES, trace=tuple(steps))
    if not knowable:
        because = UnknownBecause.OPEN_FACT
        return replace(blank, answer=AnswerKind.UNKNOWN, because=because, trace=tuple(steps))
    steps.append(Step("not in force: the requirements are not met"))
    return replace(blank, trace=tuple(steps))


def _met(one: Requirement, record: TreatyRecord, *, article: str, shares: Shares | None) -> _Met:
    deposits = _deposits(one, record)
    if one.kind is RequirementKind.UNREAD:
        step = Step(f"not to be known from the record: {one.words}", article)
        return _Met(None, (), (step,), knowable=False)
    if one.kind is RequirementKind.SHARE:
        return _share_met(one, deposits, article=article, shares=shares)
    if one.kind is RequirementKind.NAMED:
        deposits = [(when, act) for when, act in deposits if act.participant in one.participants]
        needed = one.count or len(one.participants)
        noun = "named participants"
    else:
        needed, noun = one.count or 0, "instruments"
    if len(deposits) < needed or not needed:
        words = (
            f"{len(deposits)} of {needed} {noun}" if needed else f"no number of {noun} is stated"
        )
        return _Met(None, _acts(deposits), (Step(words, article),), knowable=bool(needed))
    los = sorted(when.lo for when, _ in deposits)
    his = sorted(when.hi for when, _ in deposits)
    reached = When(los[needed - 1], his[needed - 1])
    counted = [(when, act) for when, act in deposits if when.hi <= reached.hi]
    return _Met(reached, _acts(counted), _nth_steps(counted, needed, noun=noun, article=article))


def _nth_steps(
    counted: list[tuple[When, AdjudicatedAct]], needed: int, *, noun: str, article: str
) -> tuple[Step, ...]:
    last = counted[needed - 1][1]
    same_day = [act for when, act in counted if when == act_when(last)]
    who = ", ".join(act.participant for act in same_day)
    day = last.date.edtf if last.date else None
    words = (
        f"number {needed} of the {noun}: deposited on {day or 'a day that is not known'} by {who}"
    )
    if len(counted) > needed:
        words += f" (with the others of that day, {len(counted)})"
    return (Step(words, article, day, cite(last.followed)),)


def _share_met(
    one: Requirement,
    deposits: list[tuple[When, AdjudicatedAct]],
    *,
    article: str,
    shares: Shares | None,
) -> _Met:
    of_figure = (shares or {}).get(one.figure or "")
    if of_figure is None or one.percent is None:
        what = one.figure or one.words or "a figure"
        words = f"a share of {what} is needed, and no figures are at hand"
        return _Met(None, _acts(deposits), (Step(words, article),), knowable=False)
    total = 0.0
    for place, (when, act) in enumerate(deposits):
        total += of_figure.get(act.participant, 0.0)
        if total >= one.percent:
            words = f"{total:.4g} per cent of {_plain(one.figure)} with {act.participant}"
            step = Step(words, article, when.words, cite(act.followed))
            return _Met(when, _acts(deposits[: place + 1]), (step,))
    words = f"{total:.4g} of {one.percent:g} per cent of {_plain(one.figure)}"
    return _Met(None, _acts(deposits), (Step(words, article),))


def _plain(figure: str | None) -> str:
    return (figure or "the figure").replace("_", " ")


def _deposits(one: Requirement, record: TreatyRecord) -> list[tuple[When, AdjudicatedAct]]:
    """The first instrument of each participant that counts, in order of deposit.

    One that was taken back does not; another, given later, does.
    """
    kinds = frozenset(one.acts) or CONSENTS
    taken_back = {
        act.participant: act_when(act).hi
        for act in record.acts
        if act.act is Act.REVOCATION and act.about in CONSENTS
    }
    first: dict[str, tuple[When, AdjudicatedAct]] = {}
    for act in record.acts:
        if act.act not in kinds or act.participant in one.not_counted:
            continue
        when = act_when(act)
        if act.participant in taken_back and when.lo <= taken_back[act.participant]:
            continue
        if act.participant not in first or when < first[act.participant][0]:
            first[act.participant] = (when, act)
    return sorted(first.values(), key=lambda pair: (pair[0].hi, pair[0].lo, pair[1].participant))


def deposits_counted(one: Requirement, record: TreatyRecord) -> frozenset[str]:
    """The participants whose instruments count towards a requirement."""
    return frozenset(act.participant for _, act in _deposits(one, record))


def _acts(deposits: list[tuple[When, AdjudicatedAct]]) -> tuple[AdjudicatedAct, ...]:
    return tuple(act for _, act in deposits)


def _by_deposit(act: AdjudicatedAct) -> tuple[date, date, str]:
    when = act_when(act)
    return when.hi, when.lo, act.participant


def _threshold(counted: tuple[AdjudicatedAct, ...], reached: When) -> AdjudicatedAct | None:
    """The last counted instrument deposited on the day that completed the requirements."""
    return next((act for act in reversed(counted) if act_when(act).hi == reached.hi), None)


def _no_two_numbers(treaty: Treaty, rule: TreatyForceRule) -> None:
    """Refuse two numbers of instruments of the same kinds, printing both."""
    numbers: dict[tuple[Act, ...], list[tuple[str, int | None]]] = {}
    for one in rule.requirements:
        if one.kind is RequirementKind.INSTRUMENTS:
            place = f"article {rule.at.article}: {one.count} instruments"
            numbers.setdefault(tuple(sorted(one.acts)), []).append((place, one.count))
    for places in numbers.values():
        only(places, f"{treaty.id}: how many instruments bring it into force")


def _source(treaty: Treaty) -> str:
    return treaty.sources[0] if treaty.sources else treaty.depositary_source
