"""Everything between one participant and one treaty, as one row of spans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from inforce.catalogue.model import Treaty
from inforce.law.changes import Change, spans_of
from inforce.law.exit_run import ExitRun, Following
from inforce.law.exits import run_exclusion, run_exit
from inforce.law.joining import Binding, Setting, binding, setting
from inforce.law.model import Episode, Step, Timeline
from inforce.law.provisional import provisional_spans
from inforce.law.silence import told_effect
from inforce.law.steps import act_step
from inforce.law.when import ALWAYS, NEVER, When, act_when
from inforce.record.view import AdjudicatedAct, TreatyRecord
from inforce.terms import CONSENTS, EXIT_NOTICES, Act, Modality, StatusKind

_ORDER = {Act.EXIT_EFFECT: 0, Act.EXPULSION: 0, Act.SIGNATURE: 1}
"""On one day an exit takes effect, or is notified, before a new consent is given."""
_BARE_ENDS = frozenset({Act.EXIT_EFFECT, Act.EXPULSION})


@dataclass(slots=True)
class _Membership:
    """One membership while it is being read from the record."""

    consent: AdjudicatedAct
    given: When
    bound: Binding
    runs: list[ExitRun] = field(default_factory=list)
    withdrawn: AdjudicatedAct | None = None
    """The act that took the consent back before it had bound."""
    signed: bool = False
    """Whether a signature stands behind a consent that was taken back: it is still there then."""

    @property
    def end(self) -> ExitRun | None:
        """The exit that ends it, or may."""
        return next((run for run in self.runs if run.end is not None), None)

    @property
    def bound_by(self) -> When | None:
        """When it began to bind: who gives notice of leaving, or leaves, was bound by then."""
        bound = self.bound.when
        left = next((run.notice or run.end for run in self.runs if run.notice or run.end), None)
        if bound is None or left is None or not bound.lo <= left.lo < bound.hi:
            return bound
        return When(bound.lo, left.lo)

    @property
    def never_bound(self) -> bool:
        """Whether it stays, or ends as, consent: the treaty did not bind before the end."""
        bound, ended = self.bound.when, self.ended
        return bound is None or (ended is not None and ended.hi <= bound.lo)

    @property
    def ended(self) -> When | None:
        """When it ends, or may."""
        if self.withdrawn is not None:
            return act_when(self.withdrawn)
        run = self.end
        if run is None or run.end is None:
            return None
        return When(run.end.lo, NEVER) if run.expected else run.end


def timeline(treaty: Treaty, participant: str, record: TreatyRecord) -> Timeline:
    """The participant's statuses under the treaty over all days, with exits and reasons."""
    return timeline_in(setting(treaty, record), participant)


def timelines(treaty: Treaty, record: TreatyRecord) -> dict[str, Timeline]:
    """The timeline of every participant that has an act in the record."""
    place = setting(treaty, record)
    return {who: timeline_in(place, who) for who in record.participants}


def timeline_in(place: Setting, participant: str) -> Timeline:
    """As :func:`timeline`, with what all participants share worked out before."""
    events = place.record.of(participant)
    acts = sorted(
        (act for act in events if act.followed.modality is Modality.DONE), key=_order_of_acts
    )
    memberships = _memberships(place, acts)
    changes = _changes(place, acts, memberships)
    spans = spans_of(changes)
    exits = tuple(run.exit for m in memberships for run in m.runs)
    steps = [step for change in changes for step in change.trace]
    return Timeline(
        participant,
        place.treaty.id,
        spans,
        provisional_spans(place, acts, [m.bound_by for m in memberships], spans),
        exits,
        tuple(_episode(place, m) for m in memberships),
        events,
        tuple(dict.fromkeys(steps)),
    )


def _order_of_acts(act: AdjudicatedAct) -> tuple[date, date, int]:
    when = act_when(act)
    first = when.hi if when.lo == ALWAYS else when.lo
    return first, when.hi, _ORDER.get(act.act, 3 if act.act in CONSENTS else 2)


def _memberships(place: Setting, acts: Sequence[AdjudicatedAct]) -> list[_Membership]:
    """The participant's memberships in order; a consent while one lasts is part of it."""
    found: list[_Membership] = []
    taken: list[AdjudicatedAct] = []
    for position, act in enumerate(acts):
        current = found[-1] if found else None
        if act.act in CONSENTS:
            published = _published_force(acts, act, first=current is None)
            joined = _Membership(act, act_when(act), binding(place, act, published))
            if current is None or _anew(joined, current.ended):
                found.append(joined)
        elif current is None:
            continue
        elif act.act in EXIT_NOTICES:
            after = _following(acts, position)
            taken += [after.effect] if after.effect else []
            current.runs.append(run_exit(place, act, after, bound=current.bound.when))
        elif act.act is Act.REVOCATION and act.about in CONSENTS:
            bound = current.bound.when
            if bound is None or act_when(act).lo < bound.hi:
                current.withdrawn = act
                current.signed = any(one.act is Act.SIGNATURE for one in acts[:position])
        elif any(act is effect for effect in taken):
            continue
        elif act.act in _BARE_ENDS and current.end is None and _is_bare(acts, position):
            run = None
            if act.act is Act.EXPULSION:
                run = run_exclusion(place, act, _following(acts, position))
            current.runs.append(run or told_effect(place, _told_end(acts, position)))
    return found


def _anew(joined: _Membership, ended: When | None) -> bool:
    """Whether a consent begins a new membership: after the last one's end, or bound from it on."""
    if ended is None:
        return False
    bound = joined.bound.when
    return ended.lo <= joined.given.lo or (
        bound is not None and ended.is_day and ended.lo <= bound.lo
    )


def _following(acts: Sequence[AdjudicatedAct], position: int) -> Following:
    """The effect and the revocation that belong to the notice: before any further notice."""
    effect = revocation = None
    for act in acts[position + 1 :]:
        if act.act in EXIT_NOTICES:
            break
        if act.act is Act.EXIT_EFFECT and effect is None:
            effect = act
        if act.act is Act.REVOCATION and act.about not in CONSENTS and revocation is None:
            revocation = act
    return Following(effect, revocation)


def _is_bare(acts: Sequence[AdjudicatedAct], position: int) -> bool:
    """Whether no notice stands before the effect, whose exit would have taken it up."""
    if acts[position].act is Act.EXPULSION:
        return True
    before = (a for a in reversed(acts[:position]) if a.act in EXIT_NOTICES or a.act in CONSENTS)
    nearest = next(before, None)
    return nearest is None or nearest.act not in EXIT_NOTICES


def _told_end(acts: Sequence[AdjudicatedAct], position: int) -> AdjudicatedAct:
    """An expulsion's effect where one is told after it, else the act itself."""
    if acts[position].act is not Act.EXPULSION:
        return acts[position]
    later = (act for act in acts[position + 1 :] if act.act is Act.EXIT_EFFECT)
    return next(later, acts[position])


def _published_force(
    acts: Sequence[AdjudicatedAct], consent: AdjudicatedAct, *, first: bool
) -> AdjudicatedAct | None:
    """The told entry into force for the participant that goes with the consent.

    It is told for a day before the membership's first notice or end. For the first membership it
    may lie before the consent, as a succession's does.
    """
    given = act_when(consent)
    leaving = (act_when(a) for a in acts if a.act in EXIT_NOTICES | _BARE_ENDS)
    limit = min((when.lo for when in leaving if when.lo > given.lo), default=NEVER)
    for act in (a for a in acts if a.act is Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT):
        when = act_when(act)
        if when.lo <= limit and (first or when.hi >= given.lo):
            return act
    return None


def _changes(
    place: Setting, acts: Sequence[AdjudicatedAct], memberships: Sequence[_Membership]
) -> list[Change]:
    """What happened to the participant's status, in order."""
    changes: list[Change] = []
    first = memberships[0].given if memberships else When(NEVER, NEVER)
    signed = next((act for act in acts if act.act is Act.SIGNATURE), None)
    if signed is not None and act_when(signed) < first:
        changes.append(_change(act_when(signed), StatusKind.SIGNATORY, signed))
    for number, membership in enumerate(memberships):
        changes += _joined(membership)
        following = memberships[number + 1 :]
        # Whoever consents anew had left: an exit that was only expected has taken effect by then.
        changes += _left(membership, following[0].given.hi if following else NEVER)
    if memberships and memberships[-1].end is None and not memberships[-1].never_bound:
        changes += _ended_with(place, memberships[-1].consent.participant)
    return changes


def _ended_with(place: Setting, participant: str) -> list[Change]:
    """The end of the treaty, or of the state, ends what membership there is."""
    changes: list[Change] = []
    if place.ended is not None:
        changes.append(_change(place.ended[0], StatusKind.FORMER_PARTY, place.ended[1]))
    if place.ended_on is not None:
        step = Step("the treaty ended", None, str(place.ended_on), "catalogue")
        changes.append(Change(When.on(place.ended_on), StatusKind.FORMER_PARTY, None, (step,)))
    changes += _left_above(place, participant)
    day = place.dissolved.get(participant)
    if day is not None:
        step = Step("the state was no more from this day", None, str(day), "catalogue")
        when = When.on(day)
        changes.append(Change(when, StatusKind.FORMER_PARTY, None, (step,)))
    return sorted(changes, key=lambda change: change.when)[:1]


def _left_above(place: Setting, participant: str) -> list[Change]:
    """Leaving the parent treaty ends the membership in its protocol."""
    rules = place.treaty.rules
    if place.parent is None or rules is None or rules.family is None:
        return []
    line = timeline_in(place.parent, participant)
    ends = [one for one in line.episodes if one.end is not None]
    if not ends or ends[-1] is not line.episodes[-1] or ends[-1].end is None:
        return []
    at, end = rules.family.at, ends[-1].end
    words = f"ends with {place.parent.treaty.short_name}, left on {end.words}"
    notice = line.exits[-1].notice if line.exits else None
    step = Step(words, at.article, end.words)
    return [Change(end, StatusKind.FORMER_PARTY, notice, (step,))]


def _change(when: When, to: StatusKind, act: AdjudicatedAct) -> Change:
    return Change(when, to, act, (act_step(act),), contested=act.contested)


def _joined(membership: _Membership) -> list[Change]:
    """Consent, then being bound."""
    consent, bound = membership.consent, membership.bound
    head = act_step(consent)
    changes: list[Change] = []
    if bound.when is None or bound.when.lo >= membership.given.lo:
        changes.append(_change(membership.given, StatusKind.CONTRACTING, consent))
    when = membership.bound_by
    if when is None or membership.never_bound:
        return changes
    party = Change(
        when,
        StatusKind.PARTY,
        consent,
        (head, *bound.steps),
        contested=bound.contested or consent.contested,
        because=bound.because,
    )
    return [*changes, party]


def _left(membership: _Membership, again: date) -> list[Change]:
    """Each notice, its revocation, and the end, settled at the latest by a new consent."""
    if membership.withdrawn is not None:
        back = StatusKind.SIGNATORY if membership.signed else StatusKind.NONE
        return [_change(act_when(membership.withdrawn), back, membership.withdrawn)]
    if membership.never_bound:
        ends = [(run, run.end) for run in membership.runs if run.end is not None]
        left = [_ended(run, end, again) for run, end in ends[:1]]
        return [replace(change, to=StatusKind.NONE) for change in left]
    changes: list[Change] = []
    for run in membership.runs:
        trace = run.exit.trace
        if run.notice is not None:
            changes.append(
                Change(run.notice, StatusKind.PARTY_EXIT_RUNNING, run.exit.notice, trace)
            )
        if run.resumed is not None:
            changes.append(Change(run.resumed, StatusKind.PARTY, run.exit.revoked_by, trace))
        if run.end is not None:
            changes.append(_ended(run, run.end, again))
            break
    return changes


def _ended(run: ExitRun, end: When, again: date) -> Change:
    return Change(
        When(end.lo, max(end.lo, again)) if run.expected else end,
        StatusKind.FORMER_PARTY,
        run.exit.notice or run.told,
        run.exit.trace,
        run.exit.open_condition,
        run.expected,
        run.contested,
        run.because,
    )


def _episode(place: Setting, membership: _Membership) -> Episode:
    ended = membership.ended
    if ended is None:
        ends = _ended_with(place, membership.consent.participant)
        ended = ends[0].when if ends else None
    return Episode(membership.consent, membership.given, membership.bound_by, ended)
