"""Acts of which the record has none, and acts that a text denies."""

from __future__ import annotations

import re

from inforce.catalogue.model import Treaty
from inforce.checking import words
from inforce.checking.context import Context
from inforce.checking.findings import unverifiable
from inforce.checking.milestones import History, Milestone, Track, revoked_effects, track
from inforce.checking.model import Finding
from inforce.checking.supports import list_support
from inforce.dates import PartialDate, Truth
from inforce.record.model import Statement
from inforce.terms import CONSENTS, DOMESTIC_STEPS, Act, Facet, VerdictKind

_JOINED = CONSENTS | {Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT}
_NO_LONGER = re.compile(r"\b(?:no|any) ?(?:longer|more)\b", re.IGNORECASE)


def absent(
    statement: Statement, history: History, *, told: PartialDate | None, context: Context
) -> Finding:
    """A claim that an act was done, of which the record has none."""
    claim, knowledge = statement.claim, context.knowledge
    act, who = claim.act, knowledge.name(history.participant)
    assert act is not None
    what = words.noun(act)
    if act in DOMESTIC_STEPS:
        return unverifiable(
            Facet.ACT,
            f"The record has no {what} of {who} on this, and no list of domestic steps is "
            "complete.",
        )
    day = claim.date or told
    if not knowledge.lists(history.treaty, act):
        return unverifiable(
            Facet.ACT,
            f"The record has no {what} of {who}, but does not list every {what} under "
            f"{knowledge.short(history.treaty.id)}.",
        )
    taken_back = _taken_back(history, act, day=day, told=told, context=context)
    if taken_back is not None:
        return taken_back
    record = knowledge.record(history.treaty.id)
    until = words.when(record.complete_until) if record and record.complete_until else ""
    if not _settled(act, history.treaty, day, context=context):
        return unverifiable(
            Facet.ACT,
            f"The record has no {what} of {who}; it is complete until {until}, and past that day "
            "the absence of an act proves nothing."
            if until
            else f"The record has no {what} of {who}, and does not say how far it is complete.",
        )
    ladder = track(act, claim.about) or Track.OTHER
    reached = history.reached(ladder, day)
    if ladder is Track.EXIT and reached is not None:
        return Finding(
            Facet.RUNG,
            VerdictKind.PREMATURE,
            f"{who} had come only as far as the {reached.words}; the record, complete until "
            f"{until}, has no {what}.",
            right_value=history.ladder_words(ladder, above=reached.rung),
            evidence=reached.evidence,
        )
    standing = words.listed(m.words for m in history.on(Track.JOIN)) or "no act at all"
    return Finding(
        Facet.ACT,
        VerdictKind.CONTRADICTED,
        f"The record of {knowledge.short(history.treaty.id)}, complete until {until}, has no "
        f"{what} of {who}; it has {standing}{knowledge.reach_words(history.treaty, day)}.",
        right_value=standing,
        evidence=(
            *(s for m in history.on(Track.JOIN) for s in m.evidence),
            list_support(knowledge, history.treaty),
        ),
    )


def _settled(act: Act, treaty: Treaty, day: PartialDate | None, *, context: Context) -> bool:
    """Whether the record proves that an act of which it has none was not done by a day.

    An exit needs its notice first, so one is ruled out for that long past the record's end.
    """
    covered = context.knowledge.covered(treaty, day)
    return covered or (act is Act.EXIT_EFFECT and context.knowledge.settles(treaty, day))


def _taken_back(
    history: History,
    act: Act,
    *,
    day: PartialDate | None,
    told: PartialDate | None,
    context: Context,
) -> Finding | None:
    """An exit told as in effect whose notice had been taken back, or was before it came."""
    if act is not Act.EXIT_EFFECT:
        return None
    who = context.knowledge.name(history.participant)
    for meant in reversed(revoked_effects(context.knowledge, history)):
        known = told or day
        if meant.revoked is None or known is None:
            continue
        if meant.revoked.on_or_before(known) is Truth.YES:
            return Finding(
                Facet.ACT,
                VerdictKind.CONTRADICTED,
                f"{who} took its notice back {words.on(meant.revoked)}, so its exit, due "
                f"{words.on(meant.date)}, never took effect.",
                right_value=f"notice taken back {words.on(meant.revoked)}",
                articles=(*meant.articles, "VCLT 68"),
                evidence=meant.evidence,
                trace=meant.trace,
            )
    return None


def check_denied(
    statement: Statement,
    history: History,
    targets: tuple[Milestone, ...],
    *,
    told: PartialDate | None,
    context: Context,
) -> tuple[Finding, ...]:
    """A claim that an act was not done."""
    claim, knowledge, treaty = statement.claim, context.knowledge, history.treaty
    act, who = claim.act, knowledge.name(history.participant)
    assert act is not None
    day = claim.date or told
    undated = day is None
    if undated:
        # A text without a day is judged by the record's last one, as a standing is.
        until = knowledge.known_until(treaty)
        day = PartialDate.from_day(until) if until else None
    done = [m for m in targets if not undated and day is not None and m.by(day) is Truth.YES]
    undone = _undone_by(done, history, day)
    if undone is not None:
        return (
            unverifiable(
                Facet.ACT,
                f"{who} had done so {words.on(done[-1].date)}, and undid it later "
                f"({undone.words}); which is meant is not told.",
                evidence=(*done[-1].evidence, *undone.evidence),
            ),
        )
    if done:
        meant = done[-1]
        return (
            Finding(
                Facet.ACT,
                VerdictKind.CONTRADICTED,
                f"{who} had done so: the record has the {meant.words}.",
                right_value=meant.words,
                articles=meant.articles,
                evidence=meant.evidence,
                trace=meant.trace,
            ),
        )
    nothing_by_then = not targets or (day and all(m.by(day) is Truth.NO for m in targets))
    covered = _settled(act, treaty, day, context=context) and act not in DOMESTIC_STEPS
    covered = covered and knowledge.lists(treaty, act)
    if nothing_by_then and (targets or covered):
        later = f"; it came {words.on(targets[0].date)}" if targets else ""
        return (
            Finding(
                Facet.ACT,
                VerdictKind.SUPPORTED,
                f"The record has no {words.noun(act)} of {who} by {words.when(day)}{later}"
                f"{'' if targets else knowledge.reach_words(treaty, day)}"
                f"{'; the text does not say its own day' if undated else ''}.",
                evidence=targets[0].evidence if targets else (list_support(knowledge, treaty),),
            ),
        )
    return (
        unverifiable(
            Facet.ACT,
            _open_words(f"no {words.noun(act)} of {who}", None if undated else day),
            evidence=targets[0].evidence if targets else (),
        ),
    )


def _undone_by(
    done: list[Milestone], history: History, day: PartialDate | None
) -> Milestone | None:
    """The step the other way that came after all that was done by a day: joined again, or left."""
    ladder = done[-1].track if done else None
    if day is None or ladder not in (Track.EXIT, Track.JOIN):
        return None
    acts = _JOINED if ladder is Track.EXIT else frozenset({Act.EXIT_EFFECT, Act.REVOCATION})
    ends = [m for m in history.of(acts) if m.act is not Act.REVOCATION or m.about in CONSENTS]
    later = [m for m in ends if m.date and m.by(day) is Truth.YES]
    last = done[-1].date
    return next((m for m in later if last and m.date and m.date.after(last) is Truth.YES), None)


def _open_words(what: str, day: PartialDate | None) -> str:
    if day is None:
        head = "The text does not say its own day, and the record does not settle"
        return f"{head} whether there was {what}."
    return f"The record does not settle whether there was {what} by {words.when(day)}."


def _taken_back_since(done: Milestone, back: Milestone, *, who: str) -> Finding:
    """A consent told without a day, which was taken back before it bound."""
    return Finding(
        Facet.ACT,
        VerdictKind.TRUE_ON_OTHER_DAYS,
        f"{words.upper_first(done.clause(who))}, and {words.happened(back.act, 'it', back.about)} "
        f"{words.on(back.date)}, before the treaty was in force.",
        right_value=f"{done.words}; taken back {words.on(back.date)}",
        evidence=(*done.evidence, *back.evidence),
    )


def gone_and_back(
    statement: Statement,
    history: History,
    done: list[Milestone],
    *,
    told: PartialDate,
    context: Context,
) -> Finding | None:
    """An exit told without a day of one that had joined again by the day of telling.

    "No longer a party" is then wrong; "left" may speak of what is past.
    """
    again = _undone_by(done, history, told)
    if again is not None and again.act is Act.REVOCATION:
        return _taken_back_since(done[-1], again, who=context.knowledge.name(history.participant))
    if again is None or statement.claim.act is not Act.EXIT_EFFECT:
        return None
    who = context.knowledge.name(history.participant)
    left, back = done[-1], again
    lasting = _NO_LONGER.search(statement.evidence.quote) is not None
    rest = "" if lasting else "; whether that first exit is meant is not told"
    return Finding(
        Facet.ACT,
        VerdictKind.CONTRADICTED if lasting else VerdictKind.UNVERIFIABLE,
        f"{who} left {words.on(left.date)} and came back: {back.words}{rest}.",
        right_value=f"{left.words}; {back.words}",
        articles=left.articles,
        evidence=(*left.evidence, *back.evidence),
        trace=left.trace,
    )
