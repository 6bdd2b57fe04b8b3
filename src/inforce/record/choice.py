"""Which of the dates told of one act the record follows, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from inforce.dates import PartialDate
from inforce.record.authority import OFFICIAL, kind_of, rank
from inforce.record.decisions import Decision
from inforce.record.model import Statement
from inforce.record.view import AdjudicatedAct
from inforce.terms import DOMESTIC_STEPS, EXIT_NOTICES, Act, SourceKind

_FAR = 10**6


def act_of(
    event: tuple[Statement, ...],
    kinds: Mapping[str, SourceKind],
    *,
    decisions: Iterable[Decision] = (),
    limited: bool = False,
) -> AdjudicatedAct:
    """Settle one event: the statement followed, its support and rivals, and the reason.

    A human decision goes first; then the highest authority; then what is verified; then the most
    precise date; then the date that most sources give. If all that leaves two dates, the earlier
    is shown. ``contested`` says that, without a decision, sources of equal authority that are
    verified alike contradict each other, on the day or on the form of consent. A statement
    without a date neither leads nor contradicts one that has a date. Of the statements of one
    date, the source that spoke first is followed, by its statement with a day of its own.
    ``limited`` says that the view has a ``known_on``, so that the reason names an assumed day.
    The result does not depend on the statements' order.
    """
    decided = _decided(event, decisions)
    if decided is not None:
        followed, decision = decided
        why = f"by decision of {decision.by} on {decision.on}: {decision.why}"
        contested = False
    else:
        dated = [s for s in event if s.claim.date is not None]
        followed, why, contested = _sift(dated or list(event), kinds)
    backs = [(s, _backs(s, followed)) for s in event if s is not followed]
    claim = followed.claim
    assert claim.act is not None, "an event is made of acts"
    return AdjudicatedAct(
        treaty=claim.treaty or "",
        participant=claim.participant or "",
        act=claim.act,
        date=claim.date,
        followed=followed,
        support=tuple(s for s, agrees in backs if agrees),
        rivals=tuple(s for s, agrees in backs if not agrees),
        why=why + _reserve(followed, event, kinds, limited=limited),
        contested=contested,
        about=claim.about,
    )


def _decided(
    event: tuple[Statement, ...], decisions: Iterable[Decision]
) -> tuple[Statement, Decision] | None:
    wanted = list(decisions)
    if not wanted:
        return None
    by_id = {statement.id: statement for statement in event}
    return next(((by_id[d.follows], d) for d in wanted if d.follows in by_id), None)


def _sift(event: list[Statement], kinds: Mapping[str, SourceKind]) -> tuple[Statement, str, bool]:
    """The statement to follow, why, and whether equals contradict each other."""
    if len(event) == 1:
        return event[0], f"only {_voice(event[0], kinds)} tells of it", False
    dates, tellings = {s.claim.date for s in event}, set(map(_telling, event))
    backers = {when: _sources(when, event) for when in dates} if len(dates) > 1 else {}
    steps: tuple[tuple[Callable[[Statement], Any], str], ...] = (
        (lambda s: rank(kind_of(s, kinds), s.claim.act), "has the highest authority"),
        (lambda s: not s.evidence.verified, "is verified, the others are not"),
        (lambda s: _vagueness(s.claim.date), "is the most precise"),
        (lambda s: -backers.get(s.claim.date, 0), "agrees with the most sources"),
    )
    left, reason, equals = event, "", event
    for place, (value, words) in enumerate(steps):
        best = min(map(value, left))
        left = [s for s in left if value(s) == best]
        if place == 1:
            equals = left
        if not reason and len(set(map(_telling, left))) == 1 < len(tellings):
            reason = words
    followed = _spokesman(left)
    contested = any(not _backs(s, followed) for s in equals)
    return followed, _words(followed, event, reason, kinds), contested


def _spokesman(left: list[Statement]) -> Statement:
    """Of statements between which nothing decides, the one to show."""
    spoke: dict[str, date] = {}
    for s in left:
        said = _first_day(s.evidence.asserted)
        spoke[s.evidence.source] = min(said, spoke.get(s.evidence.source, said))

    def place(s: Statement) -> tuple[Any, ...]:
        untold = s.claim.act is Act.CONSENT_TO_BE_BOUND
        source = s.evidence.source
        return _first_day(s.claim.date), untold, spoke[source], source, s.evidence.asserted_assumed

    return min(left, key=place)


def _words(
    followed: Statement, event: list[Statement], reason: str, kinds: Mapping[str, SourceKind]
) -> str:
    voice = _voice(followed, kinds)
    if reason:
        return f"{voice} {reason}"
    dates = sorted({s.claim.date.edtf for s in event if s.claim.date})
    if len(dates) > 1:
        told = " and ".join(dates)
        return f"nothing decides between {told}: the earlier is shown, as {voice} gives it"
    others = sorted({str(s.claim.act) for s in event if not _backs(s, followed)})
    if others:
        return f"nothing decides that it was no {' or '.join(others)}; {voice} is shown"
    return f"{voice} and all other statements agree"


def _voice(statement: Statement, kinds: Mapping[str, SourceKind]) -> str:
    kind = kind_of(statement, kinds).value.replace("_", " ")
    return f"{statement.evidence.source} ({kind})"


def _reserve(
    followed: Statement,
    event: tuple[Statement, ...],
    kinds: Mapping[str, SourceKind],
    *,
    limited: bool,
) -> str:
    """What a reader should know of the statement followed, however it was chosen."""
    words = ""
    listed = OFFICIAL | {SourceKind.DATASET}
    if followed.claim.act not in DOMESTIC_STEPS and not any(
        kind_of(s, kinds) in listed for s in event
    ):
        words += "; no depositary, register or dataset in the record tells of it"
    if not followed.evidence.verified:
        words += "; not verified"
    if limited and followed.evidence.asserted_assumed:
        words += "; known only from a later list, so counted as said on its own day"
    return words


def _telling(statement: Statement) -> tuple[PartialDate | None, Act | None]:
    """What is told of the act: its day and, where it matters and is told, its form."""
    act = statement.claim.act
    formless = act in EXIT_NOTICES or act is Act.CONSENT_TO_BE_BOUND
    return statement.claim.date, None if formless else act


def _sources(when: PartialDate | None, event: list[Statement]) -> int:
    return len({s.evidence.source for s in event if _meet(s.claim.date, when)})


def _backs(statement: Statement, followed: Statement) -> bool:
    acts = {statement.claim.act, followed.claim.act}
    one_act = len(acts) == 1 or acts <= EXIT_NOTICES or Act.CONSENT_TO_BE_BOUND in acts
    return one_act and _meet(statement.claim.date, followed.claim.date)


def _meet(a: PartialDate | None, b: PartialDate | None) -> bool:
    return a is None or b is None or a == b or a.could_agree(b)


def _vagueness(when: PartialDate | None) -> tuple[int, bool, bool]:
    if when is None or when.earliest is None or when.latest is None:
        return _FAR, True, True
    return (when.latest - when.earliest).days, when.approximate, when.uncertain


def _first_day(when: PartialDate | None) -> date:
    return (when.earliest if when else None) or date.max
