"""Votes: how many for, against, abstaining, not voting; how many were needed."""

from __future__ import annotations

from itertools import pairwise

from inforce.reading.context import Context
from inforce.reading.drafts import Draft
from inforce.reading.items import Item, Number
from inforce.record.values import Tally, Threshold
from inforce.terms import ClaimKind, Modality

_SIDES = ("tally_against", "tally_abstain", "tally_absent", "tally_for")
_OF_VOTES = frozenset({"tally_abstain", "voters"})
REACH = 5
"""How many items may stand between a number and the word for its side."""
MOST_VOTERS = 3000


def tallies(items: list[Item], context: Context) -> list[Draft]:
    """The tally and the threshold that a sentence prints."""
    drafts: list[Draft] = []
    if _about_a_vote(items):
        counts = _numbers(items)
        drafts += _thresholds(items, counts, context)
        needed = {d.start for d in drafts}
        counts = [c for c in counts if items[c[0]].start not in needed]
        drafts += _tallies(items, counts, context)
    return drafts


def merged(drafts: list[Draft], context: Context) -> list[Draft]:
    """The drafts, with a tally that the sentence before began made whole."""
    earlier, context.open_tally = context.open_tally, None
    for draft in drafts:
        value = draft.value
        if not isinstance(value, Tally):
            continue
        known = earlier.value if earlier is not None else None
        if isinstance(known, Tally) and earlier is not None and value.votes_for is None:
            draft.value = Tally(
                known.votes_for,
                known.against if value.against is None else value.against,
                known.abstain if value.abstain is None else value.abstain,
                known.not_voting if value.not_voting is None else value.not_voting,
                known.seats or value.seats,
            )
            draft.start, earlier.dropped, earlier = earlier.start, True, None
        elif context.open_tally is None and value.votes_for is not None:
            context.open_tally = draft
    return drafts


def _about_a_vote(items: list[Item]) -> bool:
    for item in items:
        word = item.word
        if item.kind == "E":
            if item.value.role == "parliament":
                return True
        elif item.kind == "w" and (
            word.verb == "vote" or word.noun == "vote" or not word.classes.isdisjoint(_OF_VOTES)
        ):
            return True
    return False


def _numbers(items: list[Item]) -> list[tuple[int, int]]:
    """(place, number) of whole numbers that could be votes, zero words included."""
    found: list[tuple[int, int]] = []
    for place, item in enumerate(items):
        if item.kind == "N" and isinstance(item.value, Number) and not item.value.ordinal:
            n = item.value.n
            if n == int(n) and n < MOST_VOTERS:
                found.append((place, int(n)))
        elif item.kind == "w" and item.has("tally_none"):
            found.append((place, 0))
        elif item.kind == "E" and item.value.number and not item.value.participants:
            found.append((place, item.value.number))
    return found


def _thresholds(items: list[Item], counts: list[tuple[int, int]], context: Context) -> list[Draft]:
    drafts: list[Draft] = []
    needed = any(i.kind == "w" and i.has("needed") for i in items)
    for place, n in counts:
        low = any(
            items[k].kind == "w" and items[k].has("at_least")
            for k in range(max(0, place - 2), place)
        )
        if n > 1 and needed and (low or _next_needed(items, place)) and _voter_after(items, place):
            drafts.append(
                _draft(items, Threshold(n), (place, min(len(items) - 1, place + 1)), context)
            )
    return drafts


def _next_needed(items: list[Item], place: int) -> bool:
    return any(
        items[k].kind == "w" and items[k].has("needed")
        for k in range(place, min(len(items), place + 6))
    )


def _voter_after(items: list[Item], place: int) -> bool:
    for item in items[place + 1 : place + 3]:
        if item.kind == "E" and item.value.role == "parliament" and not item.value.pronoun:
            return True
        if item.kind == "w" and (item.has("voters") or item.word.noun == "vote"):
            return True
    return False


def _tallies(items: list[Item], counts: list[tuple[int, int]], context: Context) -> list[Draft]:
    sides: dict[str, int] = {}
    places: list[int] = []
    more_for: list[tuple[int, int]] = []
    seats = _seats(items)
    led = _led(items, counts)
    for order, (place, n) in enumerate(counts):
        if n and n == seats:
            continue
        limit = counts[order + 1][0] if order + 1 < len(counts) else len(items)
        side = led[order] if led else _side(items, place, limit)
        if side is None or (n == 0 and side == "tally_for"):
            continue
        if side in sides:
            if side == "tally_for" and n:
                more_for.append((place, n))
            continue
        sides[side] = n
        places.append(place)
    pair = _score(items, counts)
    if pair and sides.get("tally_against") in (None, pair[0]):
        sides.pop("tally_for", None)
        sides.pop("tally_against", None)
        sides = {"tally_for": pair[0], "tally_against": pair[1], **sides}
        places.append(pair[2])
    weak = any(i.kind == "w" and i.has("weak_voters") for i in items) and not _strong(items)
    if len(sides) < 2 and (weak or sides.get("tally_for", 0) < 2):
        return []
    if "tally_for" not in sides and len(sides) == 1:
        return []
    zero_both = _shared_zero(items)
    for side in zero_both:
        sides.setdefault(side, 0)
    tally = Tally(
        sides.get("tally_for"),
        sides.get("tally_against"),
        sides.get("tally_abstain"),
        sides.get("tally_absent"),
        seats,
    )
    drafts = [_draft(items, tally, (min(places), max(places)), context)]
    drafts += [_draft(items, Tally(n), (place, place), context) for place, n in more_for]
    return drafts


def _led(items: list[Item], counts: list[tuple[int, int]]) -> list[str]:
    """The sides where each number follows the word for its own: "for 61, against 16"."""
    found: list[str] = []
    before = -1
    for place, _ in counts:
        words = [i for i in items[before + 1 : place] if i.kind == "w"]
        near = (side for i in reversed(words) for side in _SIDES if i.has(side))
        found.append(next(near, ""))
        before = place
    behind = [i for i in items[before + 1 : before + REACH] if i.kind == "w"]
    last = any(i.has(side) for i in behind for side in _SIDES)
    return found if len(found) > 1 and all(found) and not last else []


def _side(items: list[Item], place: int, limit: int) -> str | None:
    """Which side a number is on: the nearest word for one after it, else before it."""
    ahead = _side_before(items, place)
    if ahead is not None:
        return ahead
    voters = False
    for later in range(place + 1, min(limit, place + REACH + 2)):
        item = items[later]
        if item.kind in ".;":
            break
        if item.kind == "w":
            for side in _SIDES:
                if item.has(side) and not (
                    side == "tally_for" and item.has("for") and not voters and later > place + 1
                ):
                    return side
        supports = item.kind == "w" and item.word.verb == "vote" and later <= place + 2
        if supports and not any(
            i.kind == "w" and i.has("tally_against") for i in items[later : later + 3]
        ):
            return "tally_for"
        if _voter(item):
            voters = True
        elif item.kind == "," and later > place + 1:
            break
    if voters and _backed(items, place):
        return "tally_for"
    fronted = [i for i in items[max(0, place - 4) : place] if i.kind == "w"]
    if voters and any(i.has("tally_for") and not i.has("for") for i in fronted):
        return "tally_for"
    before = items[place - 1] if place else None
    if before is not None and before.kind in "w:-":
        for earlier in range(place - 1, max(-1, place - 3), -1):
            item = items[earlier]
            if item.kind == "w" and (item.has("tally_against") or item.has("tally_abstain")):
                return next(side for side in _SIDES if item.has(side))
    return None


def _side_before(items: list[Item], place: int) -> str | None:
    """ "against: 3", "против — трое", "przeciw 15,": a side with its number behind it."""
    before = items[place - 1] if place else None
    if before is not None and before.kind in "-:" and place > 1:
        before = items[place - 2]
    elif place + 1 < len(items) and items[place + 1].kind not in ",.;":
        return None
    if before is None or before.kind != "w" or before.has("for"):
        return None
    return next((side for side in _SIDES if before.has(side)), None)


def _voter(item: Item) -> bool:
    if item.kind == "E":
        return bool(item.value.role == "parliament")
    return item.kind == "w" and (
        item.has("voters") or item.has("weak_voters") or item.word.noun == "vote"
    )


def _strong(items: list[Item]) -> bool:
    """Whether members of a chamber or ballots are named, not only states."""
    return any(
        (i.kind == "E" and i.value.role == "parliament") or (i.kind == "w" and i.has("voters"))
        for i in items
    )


def _backed(items: list[Item], place: int) -> bool:
    """Whether a verb of approval stands near a bare number of voters."""
    near = items[max(0, place - 6) : place] + items[place + 1 : place + 4]
    return any(i.kind == "w" and (i.word.verb == "vote" or i.word.noun == "vote") for i in near)


def _score(items: list[Item], counts: list[tuple[int, int]]) -> tuple[int, int, int] | None:
    """ "413-15", "107 to zero", "by 85 votes to 12"."""
    for (first, n), (second, m) in pairwise(counts):
        between = items[first + 1 : second]
        words = [i for i in between if not _voter(i)]
        if len(words) == 1 and n > m and (words[0].kind == "-" or words[0].has("to")):
            return n, m, first
    return None


def _shared_zero(items: list[Item]) -> list[str]:
    """ "no votes against or abstentions": one zero for two sides."""
    for place, item in enumerate(items):
        if item.kind == "w" and item.has("tally_none"):
            named = [
                s
                for s in _SIDES[:2]
                if any(i.kind == "w" and i.has(s) for i in items[place : place + 8])
            ]
            if len(named) == 2 and not any(i.kind == "N" for i in items[place : place + 8]):
                return named
    return []


def _seats(items: list[Item]) -> int | None:
    first = next((k for k, i in enumerate(items[:4]) if i.kind == "N"), None)
    if (
        first
        and items[0].has("of")
        and any(i.has("weak_voters") or i.has("voters") for i in items[first : first + 2])
    ):
        return int(items[first].value.n)
    for place, item in enumerate(items):
        if item.kind != "w" or not item.has("seats"):
            continue
        for near in items[place + 1 : place + 3]:
            if near.kind == "N" and near.value.n > 10:
                return int(near.value.n)
            if near.kind == "E" and near.value.number:
                return int(near.value.number)
    return None


def _draft(
    items: list[Item], value: Tally | Threshold, places: tuple[int, int], context: Context
) -> Draft:
    kind = ClaimKind.THRESHOLD if isinstance(value, Threshold) else ClaimKind.TALLY
    vote = context.last_vote
    last = min(len(items) - 1, places[1] + 3)
    return Draft(
        kind,
        Modality.DONE,
        items[places[0]].start,
        items[last].end,
        participants=vote.participants if vote else (),
        treaty=vote.treaty if vote else None if context.main_is_body else context.treaty_of(None),
        date=vote.date if vote else None,
        value=value,
        trace={"words": "tally"},
    )
