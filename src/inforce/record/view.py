"""A record: what the statements known by a day add up to, ready for the law."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from inforce.catalogue.model import Treaty
from inforce.dates import PartialDate
from inforce.record.model import Statement
from inforce.terms import Act


@dataclass(frozen=True, slots=True)
class AdjudicatedAct:
    """One act as the record has it: the date followed, who says so, and who says otherwise.

    ``followed`` is the statement whose date is taken; ``support`` are the others that agree
    with it; ``rivals`` tell the same act with another date. ``why`` says in words why this
    date is followed. ``contested`` is set when rivals of equal authority leave no choice.
    """

    treaty: str
    participant: str
    act: Act
    date: PartialDate | None
    followed: Statement
    support: tuple[Statement, ...] = ()
    rivals: tuple[Statement, ...] = ()
    why: str = ""
    contested: bool = False
    about: Act | None = None


def act_order(act: AdjudicatedAct) -> tuple[date, str, str, str]:
    """The key by which a record's acts stand in order: by day, those without one last."""
    day = act.date.earliest if act.date else None
    return day or date.max, act.participant, act.act.value, act.followed.evidence.source


@dataclass(frozen=True, slots=True)
class TreatyRecord:
    """Everything a record holds on one treaty.

    ``acts`` stand in order of date; ``conditions`` are statements whose claim is a CONDITION,
    ``findings`` those whose claim is a FINDING. ``complete_until`` is the last day until which
    the list of acts is said to be complete, with the statement that says so in
    ``complete_words``. ``known_on`` and ``recorded_on`` are the view's two limits (None: none).
    ``others`` are the remaining statements of the view: planned acts, thresholds and the like.
    Acts of the treaty itself, such as its adoption, have the participant "".
    ``successions`` are (participant, day of succession) pairs, ``dissolved`` (participant, first
    day on which the state was no more) pairs, both from the catalogue, as are ``shares``: of each
    figure that the treaty's rules ask for, (participant, per cent) pairs. ``parent`` is the treaty
    whose end for a participant ends this one for it, with its record. ``promises`` say of a duty
    that the list of what was reported or completed is complete until a day. ``beside`` are the
    reservations, declarations, objections and territorial acts, which are no steps towards or
    from being bound; ``extent_until`` is the last day until which the territorial ones are said
    to be complete.
    """

    treaty: str
    acts: tuple[AdjudicatedAct, ...]
    conditions: tuple[Statement, ...] = ()
    findings: tuple[Statement, ...] = ()
    complete_until: date | None = None
    complete_words: str = ""
    known_on: PartialDate | None = None
    recorded_on: date | None = None
    successions: tuple[tuple[str, date], ...] = ()
    dissolved: tuple[tuple[str, date], ...] = ()
    others: tuple[Statement, ...] = ()
    shares: tuple[tuple[str, tuple[tuple[str, float], ...]], ...] = ()
    beside: tuple[Statement, ...] = ()
    extent_until: date | None = None
    parent: tuple[Treaty, TreatyRecord] | None = None
    promises: tuple[Statement, ...] = ()
    _of: dict[str, tuple[AdjudicatedAct, ...]] = field(
        default_factory=dict, compare=False, repr=False, hash=False
    )

    def of(self, participant: str) -> tuple[AdjudicatedAct, ...]:
        """The participant's acts under this treaty, in order of date."""
        if not self._of:
            grouped: dict[str, list[AdjudicatedAct]] = {}
            for act in self.acts:
                grouped.setdefault(act.participant, []).append(act)
            self._of.update({who: tuple(acts) for who, acts in grouped.items()})
        return self._of.get(participant, ())

    @property
    def participants(self) -> tuple[str, ...]:
        """Every participant that has an act in the record, sorted by id."""
        return tuple(sorted({act.participant for act in self.acts} - {""}))
