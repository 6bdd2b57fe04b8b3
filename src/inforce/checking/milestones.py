"""Everything between a participant and a treaty as milestones on their ladders."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from inforce.catalogue.model import Treaty
from inforce.checking import words
from inforce.checking.knowledge import Knowledge
from inforce.checking.model import Support
from inforce.checking.supports import act_support, statement_support
from inforce.dates import DayRule, PartialDate, Truth
from inforce.law import ExitState, Step, Timeline
from inforce.record.view import AdjudicatedAct
from inforce.terms import CONSENTS, DOMESTIC_STEPS, EXIT_NOTICES, Act, Rung, rung


class Track(StrEnum):
    """Which way the steps of a ladder lead."""

    EXIT = "exit"
    JOIN = "join"
    SUSPENSION = "suspension"
    OTHER = "other"


_EXIT_ACTS = EXIT_NOTICES | {Act.EXIT_EFFECT, Act.EXPULSION}
_JOIN_ACTS = CONSENTS | {Act.SIGNATURE, Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT}


def track(act: Act | None, about: Act | None) -> Track | None:
    """The ladder of an act; None for a domestic step that does not say where it leads."""
    asked = about if act in DOMESTIC_STEPS else act
    if asked is None:
        return None
    if asked in _EXIT_ACTS:
        return Track.EXIT
    if asked in _JOIN_ACTS:
        return Track.JOIN
    return Track.SUSPENSION if asked is Act.SUSPENSION else Track.OTHER


@dataclass(frozen=True, slots=True)
class Milestone:
    """One act or effect, with what it rests on.

    ``rivals`` are the dates that other sources give. ``open_condition`` says in words on what
    an expected effect still depends.
    """

    act: Act
    date: PartialDate | None
    about: Act | None = None
    body: str = ""
    evidence: tuple[Support, ...] = ()
    trace: tuple[Step, ...] = ()
    articles: tuple[str, ...] = ()
    rivals: tuple[tuple[PartialDate, Support], ...] = ()
    contested: bool = False
    open_condition: str = ""
    settled: bool = True
    unverified: bool = False
    """Whether its day rests on nothing but a source that is not verified."""
    day_before: bool = False
    """Whether the day before is as likely: only some depositaries print the day after."""
    revoked: PartialDate | None = None
    """When the notice behind an expected effect was taken back."""

    @property
    def rung(self) -> Rung:
        """Its place on the ladder."""
        return rung(self.act)

    @property
    def track(self) -> Track | None:
        """The ladder that it stands on."""
        return track(self.act, self.about)

    def by(self, day: PartialDate) -> Truth:
        """Whether it had happened by the end of that day."""
        return self.date.on_or_before(day) if self.date else Truth.UNKNOWN

    @property
    def words(self) -> str:
        """The milestone in words: "notice of withdrawal on 27 June 2025"."""
        body = f" ({self.body})" if self.body and self.act in DOMESTIC_STEPS else ""
        expected = "" if self.settled else " (expected)"
        return f"{words.noun(self.act)}{body} {words.on(self.date)}{expected}"

    def clause(self, who: str) -> str:
        """What was done and when: "Lithuania signed on 26 February 1999"."""
        day = words.on(self.date)
        if self.settled:
            return f"{words.happened(self.act, who, self.about)} {day}"
        return f"{words.expected(self.act, who)} {day}"


@dataclass(frozen=True, slots=True)
class History:
    """A participant's milestones under a treaty, in order of date."""

    participant: str
    treaty: Treaty
    timeline: Timeline
    milestones: tuple[Milestone, ...]

    def of(self, acts: Iterable[Act], on: Track | None = None) -> tuple[Milestone, ...]:
        """The milestones of these acts, on one ladder if it is named."""
        wanted = frozenset(acts)
        return tuple(
            m for m in self.milestones if m.act in wanted and (on is None or m.track in (on, None))
        )

    def on(self, ladder: Track) -> tuple[Milestone, ...]:
        """The milestones of one ladder."""
        return tuple(m for m in self.milestones if m.track is ladder)

    def reached(
        self, ladder: Track, by: PartialDate | None, *, towards: Milestone | None = None
    ) -> Milestone | None:
        """The highest milestone surely reached by a day; without a day, the highest of all.

        ``towards`` leaves out what led to an earlier act of its kind: an exit before this one.
        """
        there = [m for m in self.on(ladder) if by is None or m.by(by) is Truth.YES]
        if towards is not None:
            ends = [i for i, m in enumerate(there) if m.act is towards.act and m != towards]
            there = there[ends[-1] + 1 :] if ends else there
        return max(there, key=lambda m: (m.rung, _place(m)), default=None)

    def rungs(self, ladder: Track) -> tuple[Milestone, ...]:
        """The last milestone of each rung, lowest rung first."""
        last: dict[Rung, Milestone] = {}
        for milestone in self.on(ladder):
            last[milestone.rung] = milestone
        return tuple(last[place] for place in sorted(last))

    def ladder_words(
        self, ladder: Track, *, above: Rung = Rung.VOTED, until: Milestone | None = None
    ) -> str:
        """The ladder in words, from the vote (or ``above``) upwards.

        With ``until``, the one that leads up to that milestone: who joins or leaves again climbs
        it more than once.
        """
        if until is None:
            steps = self.rungs(ladder)
        else:
            last: dict[Rung, Milestone] = {}
            for milestone in self.on(ladder):
                last[milestone.rung] = milestone
                if milestone == until:
                    break
            steps = tuple(last[place] for place in sorted(last) if place <= until.rung)
        return "; ".join(m.words for m in steps if m.rung >= above)


def history_of(knowledge: Knowledge, treaty: Treaty, participant: str) -> History:
    """The milestones that the record and the law give."""
    timeline = knowledge.timeline(treaty, participant)
    record = knowledge.record(treaty.id)
    acts = record.of(participant) if record else ()
    computed = (Act.EXIT_EFFECT, Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT)
    found = [_told(knowledge, act) for act in acts if act.act not in computed]
    found += _effects(knowledge, timeline, treaty, acts=acts)
    found += _forces(knowledge, timeline, treaty)
    return History(participant, treaty, timeline, tuple(sorted(found, key=_place)))


def _told(knowledge: Knowledge, act: AdjudicatedAct) -> Milestone:
    rivals = tuple(
        (rival.claim.date, statement_support(knowledge, rival))
        for rival in act.rivals
        if rival.claim.date is not None
    )
    return Milestone(
        act.act,
        act.date,
        about=act.about,
        body=act.followed.claim.body or "",
        evidence=act_support(knowledge, act),
        rivals=rivals,
        contested=act.contested,
        unverified=_unverified(act),
    )


def _unverified(act: AdjudicatedAct) -> bool:
    """Whether no verified statement gives the day that the record follows."""
    return not any(s.evidence.verified for s in (act.followed, *act.support))


def _effects(
    knowledge: Knowledge,
    timeline: Timeline,
    treaty: Treaty,
    *,
    acts: tuple[AdjudicatedAct, ...],
) -> list[Milestone]:
    """The exits' days of effect, computed or settled."""
    gone = (ExitState.REVOKED, ExitState.WITHOUT_EFFECT)
    told = [act for act in acts if act.act is Act.EXIT_EFFECT]
    found = []
    for exit_ in timeline.exits:
        if exit_.state in gone:
            continue
        evidence = [
            s for act in told if act.date == exit_.effect for s in act_support(knowledge, act)
        ]
        if exit_.notice is not None:
            evidence += act_support(knowledge, exit_.notice)
        settling = [act for act in told if act.date == exit_.effect]
        sources = settling or ([exit_.notice] if exit_.notice else [])
        contested = exit_.state is ExitState.CONTESTED
        rivals: tuple[tuple[PartialDate, Support], ...] = ()
        if contested and exit_.notice and exit_.expected and exit_.expected != exit_.effect:
            rivals = tuple((exit_.expected, s) for s in act_support(knowledge, exit_.notice)[:1])
        condition = exit_.open_condition
        deferred = exit_.state is ExitState.DEFERRED
        found.append(
            Milestone(
                Act.EXIT_EFFECT,
                exit_.effect or (None if deferred else exit_.expected),
                evidence=tuple(dict.fromkeys(evidence)),
                trace=exit_.trace,
                articles=exit_articles(treaty),
                rivals=rivals,
                contested=contested,
                unverified=bool(sources) and all(_unverified(act) for act in sources),
                day_before=not settling and _prints_the_day_after(treaty),
                open_condition=condition.words or condition.fact if condition else "",
                settled=exit_.effect is not None
                and (bool(settling) or not _past_checking(exit_.effect, knowledge, treaty)),
            )
        )
    return found


def _past_checking(day: PartialDate, knowledge: Knowledge, treaty: Treaty) -> bool:
    """Whether a day came after anyone last looked, where the record promises nothing."""
    checked = treaty.rules.exit.at.checked if treaty.rules else None
    if knowledge.known_until(treaty) is not None or checked is None or day.latest is None:
        return False
    return day.latest > checked


def _prints_the_day_after(treaty: Treaty) -> bool:
    delay = treaty.rules.exit.delay if treaty.rules else None
    return delay is not None and delay.day_rule is DayRule.DAY_AFTER


def revoked_effects(knowledge: Knowledge, history: History) -> tuple[Milestone, ...]:
    """The days on which exits would have taken effect whose notices were taken back."""
    return tuple(
        Milestone(
            Act.EXIT_EFFECT,
            one.expected,
            evidence=tuple(
                s
                for act in (one.notice, one.revoked_by)
                if act is not None
                for s in act_support(knowledge, act)[:1]
            ),
            trace=one.trace,
            articles=exit_articles(history.treaty),
            settled=False,
            revoked=one.revoked_by.date,
        )
        for one in history.timeline.exits
        if one.state is ExitState.REVOKED and one.revoked_by is not None
    )


def exit_articles(treaty: Treaty) -> tuple[str, ...]:
    """The treaty's article on leaving, as findings cite it."""
    article = treaty.rules.exit.at.article if treaty.rules else ""
    return (f"{treaty.id} {article}",) if article else ()


def _forces(knowledge: Knowledge, timeline: Timeline, treaty: Treaty) -> list[Milestone]:
    """The days from which the treaty bound the participant."""
    found = []
    for episode in timeline.episodes:
        if episode.force is None:
            continue
        first = episode.force.first
        trace = next((s.trace for s in timeline.spans if s.days.start == first), timeline.trace)
        found.append(
            Milestone(
                Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT,
                episode.force.partial,
                evidence=act_support(knowledge, episode.consent),
                trace=trace,
                articles=force_articles(treaty),
            )
        )
    return found


def force_articles(treaty: Treaty) -> tuple[str, ...]:
    """The treaty's article on entry into force for one that joins, as findings cite it."""
    article = treaty.rules.later_participants.at.article if treaty.rules else ""
    return (f"{treaty.id} {article}",) if article else ()


def _place(milestone: Milestone) -> tuple[str, int]:
    day = milestone.date.latest if milestone.date else None
    return (day.isoformat() if day else "9999", milestone.rung)
