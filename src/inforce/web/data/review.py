"""What the review pages show: acts told with several dates, decisions, and facts of the world."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from inforce import api
from inforce.catalogue.model import Treaty
from inforce.checking.words import when as when_words
from inforce.publishing.inert import one_line
from inforce.publishing.names import participant_name, source_name, treaty_name
from inforce.record.decisions import Decision, in_effect
from inforce.record.fact_values import Condition
from inforce.record.model import Statement
from inforce.record.view import AdjudicatedAct
from inforce.terms import ClaimKind
from inforce.web.asked import Asked
from inforce.web.data.ahead import ruled
from inforce.web.data.common import ActLine, act_href, act_line


@dataclass(frozen=True, slots=True)
class Conflict:
    """An act that is told with several dates: the days told, and why one is followed."""

    line: ActLine
    told: tuple[str, ...]
    why: str
    review: str


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """A decision: about what, by whom, when, why; ``revoked`` tells by whom it was taken back."""

    id: str
    about: str
    by: str
    on: str
    why: str
    holds: bool
    revoked: str
    href: str


@dataclass(frozen=True, slots=True)
class FactLine:
    """A fact of the world: of whom, which, from when to when, who says so and why."""

    id: str
    participant: str
    fact: str
    holds: bool
    period: str
    treaty: str
    source: str
    said: str
    reference: str
    by_editor: bool
    treaty_id: str


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """The conflicts of a treaty or of all, what was decided, and the facts stated.

    ``facts_asked`` are the names of facts that a rule of the catalogue asks for.
    """

    treaty: str
    treaties: tuple[tuple[str, str], ...]
    contested: tuple[Conflict, ...]
    settled: tuple[Conflict, ...]
    decisions: tuple[DecisionLine, ...]
    facts: tuple[FactLine, ...]
    facts_asked: tuple[str, ...]


EDITOR = " (editor)"
"""What follows an editor's name where the editor is the source of a stated fact."""


def signature(name: str) -> str:
    """How an editor signs: no source of a catalogue is called so."""
    return f"{name}{EDITOR}"


def review_page(asked: Asked, view: api.View, *, treaty: str = "") -> ReviewPage:
    """The page; ``treaty`` keeps to one. Raises UnknownTreaty."""
    wanted = view.catalogue.treaty(treaty).id if treaty else ""
    kept = [one for one in _ruled(view) if wanted in ("", one.id)]
    shown = [_conflict(one, view, asked) for one in conflicts(kept, view)]
    return ReviewPage(
        treaty=wanted,
        treaties=ruled(view),
        contested=tuple(one for one in shown if one.line.contested),
        settled=tuple(one for one in shown if not one.line.contested),
        decisions=decision_lines(view, treaty=wanted or None),
        facts=tuple(fact_lines(kept, view)),
        facts_asked=facts_asked(view),
    )


def conflicts(treaties: Iterable[Treaty], view: api.View) -> tuple[AdjudicatedAct, ...]:
    """The acts of these treaties that are told with several dates."""
    acts = (act for one in treaties for act in view.record(one.id).acts)
    return tuple(act for act in acts if act.rivals or act.contested)


def facts_asked(view: api.View) -> tuple[str, ...]:
    """The facts on which a rule of some treaty makes an exit depend."""
    rules = [one.rules.exit for one in _ruled(view) if one.rules and one.rules.exit]
    return tuple(sorted({condition.fact for rule in rules for condition in rule.conditions}))


def _ruled(view: api.View) -> list[Treaty]:
    return [one for one in view.catalogue.treaties() if one.rules]


def review_href(act: AdjudicatedAct, asked: Asked) -> str:
    """The address where an act is reviewed."""
    return act_href(act, asked).replace("/events/", "/review/acts/", 1)


def _conflict(act: AdjudicatedAct, view: api.View, asked: Asked) -> Conflict:
    told = {one.claim.date for one in (act.followed, *act.rivals)}
    days = sorted((one.edtf, when_words(one)) for one in told if one)
    return Conflict(
        act_line(act, view, asked),
        tuple(words for _, words in days),
        one_line(act.why),
        review_href(act, asked),
    )


def act_decisions(acts: tuple[AdjudicatedAct, ...], view: api.View) -> tuple[DecisionLine, ...]:
    """The decisions on any statement of these acts."""
    told = frozenset(s.id for act in acts for s in (act.followed, *act.support, *act.rivals))
    return decision_lines(view, treaty=acts[0].treaty, follows=told)


def decision_lines(
    view: api.View, *, treaty: str | None = None, follows: frozenset[str] | None = None
) -> tuple[DecisionLine, ...]:
    """The decisions of a view, the newest first; ``follows`` keeps to some statements'."""
    if view.store is None:
        return ()
    every = view.store.decisions(treaty)
    effective = in_effect(every, known_on=view.known_on, recorded_on=view.recorded_by)
    holding = {one.id for one in effective}
    by_id = {one.revokes: one for one in every if one.revokes}
    found = [
        one for one in every if one.revokes is None and (follows is None or one.follows in follows)
    ]
    return tuple(
        _decision(one, view, by_id.get(one.id), holds=one.id in holding)
        for one in sorted(found, key=lambda d: d.recorded_at, reverse=True)
    )


def _decision(
    one: Decision, view: api.View, revoked: Decision | None, *, holds: bool
) -> DecisionLine:
    known = view.catalogue
    about = (
        f"{participant_name(known, one.participant)}, {treaty_name(known, one.treaty)}: "
        f"{one.act.value.replace('_', ' ')}"
    )
    back = f"{revoked.by}, {revoked.on}: {revoked.why}" if revoked else ""
    return DecisionLine(
        one.id,
        about,
        one_line(one.by),
        one.on.isoformat(),
        one_line(one.why),
        holds,
        one_line(back),
        f"/treaties/{one.treaty}",
    )


def fact_lines(treaties: Iterable[Treaty], view: api.View) -> Iterator[FactLine]:
    """The facts of the world that these treaties' records hold, each once, by participant."""
    held: dict[str, Statement] = {
        one.id: one for treaty in treaties for one in view.record(treaty.id).conditions
    }
    for one in sorted(held.values(), key=lambda s: (s.claim.participant or "", s.id)):
        line = _fact(one, view)
        if line is not None:
            yield line


def _fact(one: Statement, view: api.View) -> FactLine | None:
    claim, said, known = one.claim, one.evidence, view.catalogue
    if not isinstance(claim.value, Condition) or claim.kind is not ClaimKind.CONDITION:
        return None
    period = claim.value.period or claim.date
    return FactLine(
        one.id,
        participant_name(known, claim.participant or ""),
        claim.value.fact.replace("_", " "),
        claim.value.holds,
        when_words(period) if period else "",
        treaty_name(known, claim.treaty) if claim.treaty else "",
        one_line(source_name(known, said.source)),
        when_words(said.asserted) if said.asserted else "",
        one_line(said.reference),
        said.source.endswith(EDITOR),
        claim.treaty or "",
    )
