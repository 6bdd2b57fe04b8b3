"""Which statements tell of one and the same act."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from inforce.dates import PartialDate
from inforce.record.model import Statement
from inforce.terms import CONSENTS, DOMESTIC_STEPS, DUTY_ACTS, EXIT_NOTICES, Act

_LEAVING = EXIT_NOTICES | {Act.EXIT_EFFECT, Act.EXPULSION}

# What must lie between two acts of a kind before the second can be done at all.
_AGAIN_AFTER: dict[Act, frozenset[Act]] = {
    **dict.fromkeys(CONSENTS, _LEAVING),
    **dict.fromkeys(EXIT_NOTICES, CONSENTS | {Act.REVOCATION}),
    Act.SIGNATURE: _LEAVING,
    Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT: _LEAVING,
    Act.EXIT_EFFECT: CONSENTS,
    Act.EXPULSION: CONSENTS,
    Act.REVOCATION: EXIT_NOTICES,
    Act.PROVISIONAL_APPLICATION: frozenset({Act.PROVISIONAL_APPLICATION_END}),
    Act.PROVISIONAL_APPLICATION_END: frozenset({Act.PROVISIONAL_APPLICATION}),
    Act.ADOPTION: frozenset(),
    Act.OPENING: frozenset(),
    Act.ENTRY_INTO_FORCE: frozenset(),
    Act.TERMINATION: frozenset(),
}


@dataclass(slots=True)
class _Event:
    """Statements of one act while they are being gathered."""

    members: list[Statement] = field(default_factory=list)

    def could_be(self, statement: Statement) -> bool:
        return any(_could_agree(m.claim.date, statement.claim.date) for m in self.members)

    def gap(self, statement: Statement) -> int:
        """Days between the statement's date and the nearest one told here."""
        return min(_gap(m.claim.date, statement.claim.date) for m in self.members)

    def has_act(self, act: Act | None) -> bool:
        return any(m.claim.act is act for m in self.members)


def events_of(statements: Iterable[Statement]) -> list[tuple[Statement, ...]]:
    """Group the statements of one participant's acts under one treaty into events.

    Withdrawal and denunciation are one kind of act, and so are two forms of consent on a day
    that they may share. An act that cannot be done twice in a row (a notice of exit, a consent)
    is told twice only if what undoes it lies between: leaving, re-joining and leaving again are
    three events, while two dates of one notice with nothing between are rivals. Acts that can
    be repeated (domestic steps, reservations, claimed suspensions) are one event if body and
    object agree and the days may be the same; what is told of a duty must also be of one duty, one
    period and one extended day. A statement with a vague date, or with none, joins the nearest
    event that it may mean.

    The statements' order must be settled by the caller: among equally near events the first wins.
    """
    given = tuple(statements)
    if len(given) == 1:
        return [given]
    families: dict[tuple[object, ...], list[Statement]] = {}
    for statement in given:
        families.setdefault(_family(statement), []).append(statement)
    found: list[tuple[Statement, ...]] = []
    for family in families.values():
        act = family[0].claim.act
        if act in _AGAIN_AFTER:
            undoing = [s.claim.date for s in given if s.claim.act in _AGAIN_AFTER[act]]
            events = _once(family, [when for when in undoing if when is not None])
        else:
            events = _repeatable(family)
        found.extend(tuple(event.members) for event in events)
    return found


def _family(statement: Statement) -> tuple[object, ...]:
    act = statement.claim.act
    if act in CONSENTS:
        return ("consent",)
    if act in EXIT_NOTICES:
        return ("exit",)
    if act in DUTY_ACTS:
        return (act, repr(statement.claim.value))
    return (act, statement.claim.about) if act in DOMESTIC_STEPS else (act,)


def _once(family: list[Statement], undoing: list[PartialDate]) -> list[_Event]:
    """Events of a kind of act that can be done again only after it was undone."""
    exact, vague = _parted(
        family, lambda s: _is_day(s) and s.claim.act is not Act.CONSENT_TO_BE_BOUND
    )
    runs: list[list[_Event]] = []
    previous: Statement | None = None
    for statement in sorted(exact, key=_day):
        if previous is None or _undone_between(previous, statement, undoing):
            runs.append([])
        home = next((e for e in runs[-1] if _same_form(e, statement)), None)
        if home is None:
            home = _Event()
            runs[-1].append(home)
        home.members.append(statement)
        previous = statement
    events = [event for run in runs for event in run]
    for statement in vague:
        open_ones = [event for event in events if not _parted_by(undoing, event, statement)]
        known = len(open_ones)
        _join(open_ones, statement, anyhow=True)
        events += open_ones[known:]
    return events


def _parted_by(undoing: list[PartialDate], event: _Event, statement: Statement) -> bool:
    """Whether what undoes the act surely lies between the event and the statement."""
    date = statement.claim.date
    return all(
        any(_between(m.claim.date, u, date) or _between(date, u, m.claim.date) for u in undoing)
        for m in event.members
    )


def _between(earlier: PartialDate | None, when: PartialDate, later: PartialDate | None) -> bool:
    if earlier is None or later is None:
        return False
    bounds = (earlier.latest, when.earliest, when.latest, later.earliest)
    known = [day for day in bounds if day is not None]
    return len(known) == len(bounds) and known == sorted(known)


def _same_form(event: _Event, statement: Statement) -> bool:
    act = statement.claim.act
    if act in EXIT_NOTICES or event.has_act(act):
        return True
    return any(m.claim.date == statement.claim.date for m in event.members)


def _undone_between(earlier: Statement, later: Statement, undoing: list[PartialDate]) -> bool:
    first, last = _day(earlier), _day(later)
    if first == last:
        return False
    bounds = ((u.earliest, u.latest) for u in undoing)
    return any(a is not None and b is not None and first <= a and b <= last for a, b in bounds)


def _repeatable(family: list[Statement]) -> list[_Event]:
    """Events of a kind of act that may be repeated at any time."""
    exact, vague = _parted(family, lambda s: _is_day(s) and s.claim.body is not None)
    events: dict[tuple[date, str | None], _Event] = {}
    for statement in exact:
        place = (_day(statement), statement.claim.body)
        events.setdefault(place, _Event()).members.append(statement)
    gathered = list(events.values())
    for statement in vague:
        _join(gathered, statement, anyhow=False)
    return gathered


def _parted(
    family: list[Statement], wanted: Callable[[Statement], bool]
) -> tuple[list[Statement], list[Statement]]:
    """Those that are wanted and the others, each in the order given."""
    parts: tuple[list[Statement], list[Statement]] = [], []
    for statement in family:
        parts[0 if wanted(statement) else 1].append(statement)
    return parts


def _join(events: list[_Event], statement: Statement, *, anyhow: bool) -> None:
    """Put a statement that is vague in some respect to the event that it most likely means."""
    near = [event for event in events if _may_be(event, statement, anyhow=anyhow)]
    if len(near) > 1:
        near.sort(key=lambda event: event.gap(statement))
    if not near:
        near = [_Event()]
        events.append(near[0])
    near[0].members.append(statement)


def _may_be(event: _Event, statement: Statement, *, anyhow: bool) -> bool:
    """``anyhow``: a date that does not fit makes a rival, not another event."""
    act, body = statement.claim.act, statement.claim.body
    if body and any(m.claim.body and m.claim.body != body for m in event.members):
        return False
    if event.could_be(statement):
        return True
    untold = act is Act.CONSENT_TO_BE_BOUND or event.has_act(Act.CONSENT_TO_BE_BOUND)
    return anyhow and (untold or act in EXIT_NOTICES or event.has_act(act))


def _is_day(statement: Statement) -> bool:
    return statement.claim.date is not None and statement.claim.date.is_day


def _day(statement: Statement) -> date:
    assert statement.claim.date is not None
    return statement.claim.date.the_day()


def _could_agree(a: PartialDate | None, b: PartialDate | None) -> bool:
    return a is None or b is None or a == b or a.could_agree(b)


def _gap(a: PartialDate | None, b: PartialDate | None) -> int:
    if _could_agree(a, b) or a is None or b is None:
        return 0
    ends = [(a.latest, b.earliest), (b.latest, a.earliest)]
    apart = [(later - earlier).days for earlier, later in ends if earlier and later]
    return max([0, *apart])
