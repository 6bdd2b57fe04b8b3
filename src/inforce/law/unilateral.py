"""Reservations and declarations as they stand on a day, with objections and withdrawals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from inforce.catalogue.model import RuleState, Treaty
from inforce.dates import PartialDate
from inforce.law.joining import setting
from inforce.law.status import status_in
from inforce.law.timeline import timeline_in
from inforce.record.fact_values import UnilateralStatement
from inforce.record.model import Statement
from inforce.record.view import TreatyRecord
from inforce.terms import UNILATERAL, Act, AnswerKind, StatusKind

_BACK = {
    Act.RESERVATION: Act.RESERVATION_WITHDRAWAL,
    Act.DECLARATION: Act.DECLARATION_WITHDRAWAL,
    Act.OBJECTION: Act.OBJECTION_WITHDRAWAL,
}


class SaidState(StrEnum):
    """How a reservation, declaration or objection stands on a day."""

    STANDING = "standing"
    PARTLY_WITHDRAWN = "partly_withdrawn"
    WITHDRAWN = "withdrawn"
    ENDED = "ended"
    """Its author is no party any more."""


@dataclass(frozen=True, slots=True)
class Objection:
    """An objection to a reservation or declaration; see UnilateralStatement on ``precludes``."""

    by: str
    date: PartialDate | None
    precludes: bool | None
    withdrawn: Statement | None
    statement: Statement


@dataclass(frozen=True, slots=True)
class Said:
    """A reservation or declaration on a day.

    ``statement`` is None where the record has only the withdrawal. ``admitted`` is whether the
    treaty's own rule admits it, None where that does not settle it or nobody has read it, and
    ``rule`` is that rule's article.
    """

    participant: str
    act: Act
    date: PartialDate | None
    articles: tuple[str, ...]
    state: SaidState
    statement: Statement | None
    withdrawn: Statement | None = None
    objections: tuple[Objection, ...] = ()
    admitted: AnswerKind | None = None
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class SaidAnswer:
    """What was said beside a treaty by a day, in order of author and day.

    ``unmatched`` are the objections to something that the record does not hold.
    """

    treaty: str
    on: PartialDate
    said: tuple[Said, ...]
    unmatched: tuple[Objection, ...] = ()


def said_on(
    treaty: Treaty, record: TreatyRecord, on: PartialDate, *, participant: str | None = None
) -> SaidAnswer:
    """The reservations and declarations made by ``on``, all or one participant's.

    One whose day is not told counts as made; a withdrawal counts from its day, and one that names
    articles takes back only what concerns them (VCLT articles 19 to 23).
    """
    last = on.latest or date.max
    made = [s for s in record.beside if s.claim.act in UNILATERAL and _begun(s, last)]
    ended = _ended(treaty, record, on, authors={s.claim.participant for s in made})
    objections = [s for s in made if s.claim.act is Act.OBJECTION]
    found: list[Said] = []
    used: set[str] = set()
    for statement in made:
        claim = statement.claim
        if claim.act not in (Act.RESERVATION, Act.DECLARATION) or claim.participant is None:
            continue
        against = [o for o in objections if _against(o, statement)]
        used |= {o.id for o in against}
        found.append(_said(treaty, statement, made, against=against, ended=ended))
    found += _only_withdrawn(made, found)
    unmatched = (o for o in objections if o.id not in used)
    return SaidAnswer(
        treaty.id,
        on,
        tuple(sorted((s for s in found if participant in (None, s.participant)), key=_order)),
        tuple(
            _objection(o, made)
            for o in unmatched
            if participant in (None, o.claim.participant, *_value(o).about)
        ),
    )


def admitted(treaty: Treaty, articles: tuple[str, ...]) -> AnswerKind | None:
    """Whether the treaty's rule admits a reservation to those articles; None where that is open."""
    rule = treaty.rules.reservations if treaty.rules else None
    if rule is None or rule.at.state is not RuleState.STATED:
        return None
    if rule.allowed in ("none", "all"):
        return AnswerKind.NO if rule.allowed == "none" else AnswerKind.YES
    if not rule.allowed.startswith("except to ") or not articles:
        return None
    closed = set(_articles_of(rule.allowed))
    bare = {re.sub(r"\(.*", "", one) for one in articles}
    if bare & closed or set(articles) & closed:
        return AnswerKind.NO
    return AnswerKind.YES


def _articles_of(words: str) -> Iterator[str]:
    """The articles of a list such as "Articles 1, 16(1) and 36 to 46"."""
    for match in re.finditer(r"(\d+) to (\d+)|(\d+(?:\(\w+\))*)", words):
        if match[3]:
            yield match[3]
        else:
            yield from map(str, range(int(match[1]), int(match[2]) + 1))


def _said(
    treaty: Treaty,
    statement: Statement,
    made: list[Statement],
    *,
    against: list[Statement],
    ended: frozenset[str],
) -> Said:
    claim, value = statement.claim, _value(statement)
    assert claim.participant is not None
    assert claim.act is not None
    back = _withdrawal(statement, made)
    state = SaidState.ENDED if claim.participant in ended else SaidState.STANDING
    if back is not None:
        part = _value(back).partial or _covers_part(_value(back).articles, value.articles)
        state = SaidState.PARTLY_WITHDRAWN if part else SaidState.WITHDRAWN
    reserves = claim.act is Act.RESERVATION
    rule = treaty.rules.reservations.at.article if treaty.rules and reserves else None
    return Said(
        claim.participant,
        claim.act,
        claim.date,
        value.articles,
        state,
        statement,
        back,
        tuple(_objection(o, made) for o in against),
        admitted(treaty, value.articles) if reserves else None,
        rule,
    )


def _only_withdrawn(made: list[Statement], found: list[Said]) -> Iterator[Said]:
    """What was taken back and stands no more in the list from which the record comes."""
    used = {said.withdrawn.id for said in found if said.withdrawn}
    kinds = {back: act for act, back in _BACK.items() if act is not Act.OBJECTION}
    for statement in made:
        act = kinds.get(statement.claim.act) if statement.claim.act else None
        who = statement.claim.participant
        if act is None or who is None or statement.id in used:
            continue
        value = _value(statement)
        state = SaidState.PARTLY_WITHDRAWN if value.partial else SaidState.WITHDRAWN
        yield Said(who, act, None, value.articles, state, None, statement)


def _objection(statement: Statement, made: list[Statement]) -> Objection:
    claim = statement.claim
    back = _withdrawal(statement, made)
    precludes = _value(statement).precludes
    return Objection(claim.participant or "", claim.date, precludes, back, statement)


def _withdrawal(statement: Statement, made: Iterable[Statement]) -> Statement | None:
    """The withdrawal that takes a statement back: its author's, later, of an article of its own."""
    claim, own = statement.claim, _value(statement).articles
    wanted = _BACK[claim.act] if claim.act else None
    for other in made:
        if other.claim.act is not wanted or other.claim.participant != claim.participant:
            continue
        named = _value(other).articles
        if named and not any(_same(a, b) for a in named for b in own):
            continue
        if not _before(other, statement):
            return other
    return None


def _covers_part(taken: tuple[str, ...], own: tuple[str, ...]) -> bool:
    return bool(taken) and any(not any(_same(a, b) for b in taken) for a in own)


def _against(objection: Statement, said: Statement) -> bool:
    """Whether an objection is to this: its author is named, and no other article is."""
    value, own = _value(objection), _value(said)
    if said.claim.participant not in value.about or _before(objection, said):
        return False
    if said.claim.act is Act.DECLARATION and not value.articles:
        return True
    shared = any(_same(a, b) for a in value.articles for b in own.articles)
    return shared or not value.articles or not own.articles


def _same(first: str, second: str) -> bool:
    """Whether one article is the other or a part of it."""
    short, long = sorted((first, second), key=len)
    return long == short or long.startswith(f"{short}(")


def _before(first: Statement, second: Statement) -> bool:
    a, b = first.claim.date, second.claim.date
    return a is not None and b is not None and (a.latest or date.max) < (b.earliest or date.min)


def _begun(statement: Statement, last: date) -> bool:
    when = statement.claim.date
    return when is None or when.earliest is None or when.earliest <= last


def _ended(
    treaty: Treaty, record: TreatyRecord, on: PartialDate, *, authors: Iterable[str | None]
) -> frozenset[str]:
    place = setting(treaty, record)
    return frozenset(
        who
        for who in authors
        if who and status_in(place, timeline_in(place, who), on).status is StatusKind.FORMER_PARTY
    )


def _value(statement: Statement) -> UnilateralStatement:
    value = statement.claim.value
    return value if isinstance(value, UnilateralStatement) else UnilateralStatement()


def _order(said: Said) -> tuple[str, date, str]:
    day = said.date.earliest if said.date else None
    return said.participant, day or date.max, said.act.value
