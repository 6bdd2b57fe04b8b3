"""One plan told in two modalities: as settled here, as considered there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from inforce.checking.content import LIKELIHOOD, MONEY, content
from inforce.checking.knowledge import Knowledge
from inforce.checking.model import DocumentReport, Related
from inforce.checking.places import Place, pairs_of, places_of
from inforce.record.values import Forecast
from inforce.terms import Modality, Relation

_OPEN = re.compile(
    r"\b(?:consider\w*|may|might|could|possib\w+|likely|perhaps|plan(?:s|ned|ning)?|inten[dt]\w*|"
    r"aim(?:s|ing)?|propos\w+|discuss\w*|hop(?:es?|ing)|wants?)\b"
)
"""Words of likelihood that leave a plan open."""


def plans_apart(reports: Sequence[DocumentReport], knowledge: Knowledge) -> Iterator[Related]:
    """For each two documents and participant, the plan that they put most differently."""
    topics = _topics(knowledge)
    best: dict[tuple[str, str, str], tuple[int, Related]] = {}
    for left, right in pairs_of(places_of(reports, knowledge, (Forecast,))):
        shared = _shared(left, right, topics)
        if not shared:
            continue
        who = _who(left) or _who(right) or ""
        key = (left.document, right.document, who)
        if key not in best or best[key][0] < shared:
            best[key] = (shared, _related(left, right))
    yield from (related for _, related in best.values())


def _related(left: Place, right: Place) -> Related:
    one, other = _forecast(left), _forecast(right)
    return Related(
        Relation.MODALITY_DIFFERS,
        left.check.statement.id,
        right.check.statement.id,
        f"{left.document} puts the plan as “{one.likelihood}”, {right.document} as "
        f"“{other.likelihood}”: a plan at that time.",
    )


def _shared(left: Place, right: Place, topics: frozenset[str]) -> int:
    """How many words two plans share, 0 if they are not one plan in two modalities.

    The same hands, days that can agree, one open and one settled, and all the words of one of
    them, or half of them if that is more than one. What the treaties themselves are about is in
    every such text and proves nothing.
    """
    claims = left.check.statement.claim, right.check.statement.claim
    days = (claims[0].date, claims[1].date)
    apart = days[0] is not None and days[1] is not None and days[0].contradicts(days[1])
    if apart or _is_open(left) is _is_open(right) or not _same_hands(left, right):
        return 0
    hands = frozenset(word for side in (left, right) for word in content(_name(side)))
    idle = topics | hands | LIKELIHOOD | MONEY
    events = content(_forecast(left).event) - idle, content(_forecast(right).event) - idle
    found = (
        len(events[0] & (right.words | events[1])),
        len(events[1] & (left.words | events[0])),
    )
    pairs = zip(found, events, strict=True)
    enough = any(n and (n == len(e) or (n > 1 and 2 * n >= len(e))) for n, e in pairs)
    return max(found) if enough else 0


def _is_open(place: Place) -> bool:
    """Whether the plan is told as one that may or may not come to be."""
    likelihood = _forecast(place).likelihood.lower()
    proposed = place.check.statement.modality is Modality.PROPOSED
    return proposed or _OPEN.search(likelihood) is not None


def _same_hands(left: Place, right: Place) -> bool:
    """The same participant; or one named in the sentence of the other, where that tells none."""
    one, other = _who(left), _who(right)
    if one and other:
        return one == other
    named, silent = (left, right) if one else (right, left)
    return bool(_who(named)) and content(_name(named)) <= silent.words


def _forecast(place: Place) -> Forecast:
    value = place.check.statement.claim.value
    assert isinstance(value, Forecast)
    return value


def _who(place: Place) -> str | None:
    return place.check.statement.claim.participant


def _name(place: Place) -> str:
    who = _who(place)
    return place.knowledge.name(who) if who else ""


def _topics(knowledge: Knowledge) -> frozenset[str]:
    """The words by which the treaties' subjects, and groups of states, are named."""
    rules = [treaty.rules for treaty in knowledge.catalogue.treaties() if treaty.rules]
    terms = [name for rule in rules for item in rule.scope for name in (item.name, *item.terms)]
    groups = [name for group in knowledge.catalogue.groups() for name in (group.id, group.name)]
    return content(" ".join((*terms, *groups)))
