"""Tallies and thresholds against the votes on record, and their arithmetic."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from inforce.catalogue.figures import FigureRow
from inforce.catalogue.model import ActRow
from inforce.checking import words
from inforce.checking.context import Context
from inforce.checking.findings import unverifiable
from inforce.checking.model import Finding, Support
from inforce.checking.supports import figure_support, step_support
from inforce.dates import PartialDate
from inforce.record.model import Statement
from inforce.record.values import Tally, Threshold
from inforce.terms import Act, Facet, VerdictKind

_FIELDS = ("for", "against", "abstain", "not_voting", "seats")
_SHARES = {"half": 1 / 2, "three fifths": 3 / 5, "two thirds": 2 / 3}


@dataclass(frozen=True, slots=True)
class Vote:
    """One vote: every version of its tally that sources print."""

    rows: tuple[ActRow, ...]

    @property
    def date(self) -> PartialDate | None:
        """Its day."""
        return self.rows[0].date

    def values(self, name: str) -> tuple[int, ...]:
        """The numbers printed for a field, in the order of the sources."""
        found = (dict(row.tally).get(name) for row in self.rows)
        return tuple(dict.fromkeys(n for n in found if n is not None))

    @property
    def words(self) -> str:
        """The tally in words, both numbers where versions differ."""
        parts = []
        for name in ("for", "against", "abstain"):
            if found := self.values(name):
                parts.append(f"{' or '.join(map(str, found))} {_NAMES[name]}")
        body = f"{self.rows[0].body}, " if self.rows[0].body else ""
        return f"{', '.join(parts)} ({body}{words.when(self.date)})"


_NAMES = {"for": "for", "against": "against", "abstain": "abstaining"}


def check_tally(statement: Statement, *, context: Context) -> tuple[Finding, ...]:
    """Findings on the numbers of a vote."""
    told = statement.claim.value
    if not isinstance(told, Tally):
        return ()
    arithmetic = _sums(told)
    votes = _votes(statement, context=context)
    printed = _printed(told)
    if not votes or not printed:
        reason = "No vote with a tally is on record to compare these numbers with."
        return (*arithmetic, unverifiable(Facet.COUNT, reason))
    vote = max(votes, key=lambda v: sum(n in v.values(k) for k, n in printed.items()))
    wrong = [k for k, n in printed.items() if vote.values(k) and n not in vote.values(k)]
    unknown = [k for k in printed if not vote.values(k)]
    torn = [k for k in printed if len(vote.values(k)) > 1]
    evidence = tuple(step_support(context.knowledge, row) for row in vote.rows)
    if wrong:
        shown = words.listed(
            f"{' or '.join(map(str, vote.values(k)))} {k.replace('_', ' ')} (not {printed[k]})"
            for k in wrong
        )
        verdict, reason = VerdictKind.CONTRADICTED, f"The record of the vote has {shown}."
    elif torn:
        shown = words.listed(f"{' and '.join(map(str, vote.values(k)))} {k}" for k in torn)
        verdict = VerdictKind.DISPUTED
        reason = f"The sources differ on this vote: {shown} are both printed."
    elif len(unknown) == len(printed):
        verdict = VerdictKind.UNVERIFIABLE
        reason = "The record of the vote does not have these numbers."
    else:
        verdict, reason = VerdictKind.SUPPORTED, f"The record of the vote has {vote.words}."
    return (
        *arithmetic,
        Finding(Facet.COUNT, verdict, reason, right_value=vote.words, evidence=evidence),
    )


def check_threshold(statement: Statement, *, context: Context) -> tuple[Finding, ...]:
    """Findings on the number of votes needed."""
    told = statement.claim.value
    if not isinstance(told, Threshold):
        return ()
    votes = _votes(statement, context=context)
    seats = {n for v in votes for n in v.values("seats")}
    sums = _share_of_seats(told.votes, seats)
    printed = _needed(statement, votes, context=context)
    if not printed:
        reason = "How many votes were needed is not on record."
        return (*sums, unverifiable(Facet.COUNT, reason))
    # A number that no source verifies yields to one that is verified.
    weight = {n: any(verified for m, verified, _ in printed if m == n) for n, _, _ in printed}
    best = sorted(n for n in weight if weight[n]) or sorted(weight)
    right = words.listed(map(str, best))
    rest = sorted(set(weight) - set(best))
    beside = f" (not verified: {words.listed(map(str, rest))})" if rest else ""
    evidence = tuple(dict.fromkeys(support for _, _, support in printed))
    if told.votes not in weight:
        verdict, reason = VerdictKind.CONTRADICTED, f"{right} votes were needed, not {told.votes}."
    elif told.votes in best and len(best) == 1:
        verdict, reason = VerdictKind.SUPPORTED, f"{right} votes were needed{beside}."
    else:
        verdict, reason = VerdictKind.DISPUTED, f"Sources give {right} as needed{beside}."
    finding = Finding(Facet.COUNT, verdict, reason, right_value=right, evidence=evidence)
    return (finding, *sums)


def _needed(
    statement: Statement, votes: list[Vote], *, context: Context
) -> list[tuple[int, bool, Support]]:
    """The numbers of votes needed that sources print, whether verified, and where."""
    knowledge = context.knowledge
    found = [
        (dict(row.tally)["threshold"], row.verified, step_support(knowledge, row))
        for vote in votes
        for row in vote.rows
        if "threshold" in dict(row.tally)
    ]
    for figure in _needed_figures(statement, context=context):
        found.append((int(figure.value), figure.verified, figure_support(knowledge, figure)))
    return found


def _printed(told: Tally) -> dict[str, int]:
    numbers = (told.votes_for, told.against, told.abstain, told.not_voting, told.seats)
    return {k: n for k, n in zip(_FIELDS, numbers, strict=True) if n is not None}


def _votes(statement: Statement, *, context: Context) -> list[Vote]:
    """The votes that a statement may mean, versions of one vote together."""
    claim = statement.claim
    day = claim.date or _day_of_neighbour(statement, context=context)
    grouped: dict[tuple[str, str, str], list[ActRow]] = {}
    for row in context.knowledge.catalogue.steps(claim.treaty or _treaty_of_neighbour(context)):
        if row.act is not Act.BILL_ADOPTED or not row.tally:
            continue
        if claim.participant is not None and row.participant != claim.participant:
            continue
        if day is not None and row.date is not None and not day.could_agree(row.date):
            continue
        key = (row.participant, row.body, row.date.edtf if row.date else "")
        grouped.setdefault(key, []).append(row)
    return [Vote(tuple(rows)) for rows in grouped.values()]


def _day_of_neighbour(statement: Statement, *, context: Context) -> PartialDate | None:
    """The day of the same participant's vote elsewhere in the text, if it is on record at all.

    A day that is itself wrong must not hide the vote that the numbers belong to.
    """
    claim = statement.claim
    for other in context.siblings:
        peer = other.claim
        same = peer.participant == claim.participant and peer.treaty == claim.treaty
        if peer.act is Act.BILL_ADOPTED and same and peer.date is not None:
            rows = context.knowledge.catalogue.steps(claim.treaty)
            if any(
                row.participant == peer.participant
                and row.tally
                and row.date
                and peer.date.could_agree(row.date)
                for row in rows
            ):
                return peer.date
    return None


def _treaty_of_neighbour(context: Context) -> str | None:
    found = {s.claim.treaty for s in context.siblings if s.claim.act is Act.BILL_ADOPTED}
    return found.pop() if len(found) == 1 else None


def _needed_figures(statement: Statement, *, context: Context) -> list[FigureRow]:
    place, day = statement.claim.participant, statement.claim.date
    return [
        row
        for row in context.knowledge.catalogue.figures()
        if row.place == place
        and row.unit == "votes"
        and float(row.value).is_integer()
        and "need" in f"{row.figure} {row.note} {row.scope}"
        and (day is None or day.could_agree(PartialDate.parse(row.period)))
    ]


def _sums(told: Tally) -> tuple[Finding, ...]:
    """More votes than seats is impossible."""
    cast = sum(n or 0 for n in (told.votes_for, told.against, told.abstain, told.not_voting))
    if told.seats is None or cast <= told.seats:
        return ()
    return (
        Finding(
            Facet.ARITHMETIC,
            VerdictKind.INCONSISTENT,
            f"The votes add up to {cast}, more than the {told.seats} seats.",
            right_value=f"at most {told.seats}",
        ),
    )


def _share_of_seats(needed: int, seats: set[int]) -> tuple[Finding, ...]:
    """Which share of the seats the number needed is, if it is a usual one."""
    for total in sorted(seats):
        for name, share in _SHARES.items():
            least = total // 2 + 1 if name == "half" else ceil(total * share)
            if needed == least:
                part = "more than half" if name == "half" else name
                return (
                    Finding(
                        Facet.ARITHMETIC,
                        VerdictKind.SUPPORTED,
                        f"{part.capitalize()} of {total} seats are {needed} votes.",
                        right_value=str(least),
                    ),
                )
    return ()
