"""Notice periods: how long, and from what the text says they run."""

from __future__ import annotations

from itertools import pairwise

from inforce.dates import Period
from inforce.reading.attach import treaties_in
from inforce.reading.context import Context
from inforce.reading.drafts import Draft
from inforce.reading.items import Item, Number
from inforce.record.values import PeriodRule
from inforce.terms import ClaimKind, CountedFrom, Modality

_EXIT = frozenset({"leave", "effect", "notify", "docs", "period", "end"})


def periods(items: list[Item], context: Context) -> list[Draft]:
    """The notice periods that a sentence states."""
    drafts: list[Draft] = []
    for place, item in enumerate(items):
        if item.kind == "P" and _is_rule(items, place):
            drafts.append(_draft(items, place, item.value, context))
        elif item.kind == "D" and item.value.shift is not None and _takes_later(items, place):
            drafts.append(_draft(items, place, item.value.shift, context))
    return drafts


def _takes_later(items: list[Item], place: int) -> bool:
    """ "the denunciation has effect one year later": a rule, where no state and no day is named."""
    concepts = {i.word.verb for i in items if i.kind == "w"}
    nouns = {i.word.noun for i in items if i.kind == "w"}
    named = any(i.kind == "E" and i.value.participants and i.value.role == "state" for i in items)
    dated = any(i.kind == "D" and k != place and i.value.year for k, i in enumerate(items))
    past = any(i.kind == "w" and i.word.verb == "effect" and "past" in i.word.forms for i in items)
    told = "effect" in concepts and ("leave" in nouns or "leave" in concepts)
    return told and not (named or dated or past)


def _is_rule(items: list[Item], place: int) -> bool:
    """Whether a period is one that an exit has to wait."""
    concepts = {i.word.verb for i in items if i.kind == "w"} | {
        i.word.noun for i in items if i.kind == "w"
    }
    into_force = any(i.kind == "w" and i.has("into_force") for i in items)
    if not concepts & _EXIT or (into_force and not concepts & {"leave", "period"}):
        return False
    following = [i for i in items[place + 1 : place + 3] if i.low not in ("'s", "'")]
    after = following[0] if following else None
    if after is None:
        return False
    if any(i.kind == "w" and i.word.noun == "period" for i in items[max(0, place - 3) : place + 4]):
        return True
    ahead = after.kind == "w" and after.has("in_advance")
    if ahead and concepts & {"notify", "docs"}:
        return True
    before = items[place - 1] if place else None
    if before is not None and before.has("for") and _stays_bound(items[:place]):
        return True
    soon = next((i for i in items[place + 1 : place + 4] if i.kind == "w" and i.has("after")), None)
    if soon is not None and soon.has("of") and not _of_notice(items, place):
        return False  # "served 89 days of the three-month term"
    if soon is not None and _after_the_event(items, place, concepts):
        return False
    if soon is not None and (
        soon is after or (items[place + 1].kind == "w" and items[place + 1].has("have"))
    ):
        return (
            bool(concepts & {"leave", "effect", "notify", "docs"})
            and item_unit(items[place]) != "weeks"
        )
    return after.kind == "w" and after.word.noun in ("docs", "notify")


def _of_notice(items: list[Item], place: int) -> bool:
    """ "six months of notice"."""
    near = items[place + 1 : place + 5]
    return any(i.kind == "w" and i.word.noun in ("docs", "notify") for i in near)


def _stays_bound(before: list[Item]) -> bool:
    """ "a state that gives notice remains bound for six months": a rule for whoever leaves."""
    stays = any(i.kind == "w" and i.word.verb == "remain" for i in before)
    notice = any(i.kind == "w" and "notify" in (i.word.verb, i.word.noun) for i in before)
    papers = any(i.kind == "w" and i.word.noun == "docs" for i in before)
    return stays and (notice or papers)


def _after_the_event(items: list[Item], place: int, concepts: set[str | None]) -> bool:
    """ "107 days after leaving", "90 days after the 50th ratification": no notice runs."""
    later = [i for i in items[place + 1 : place + 8] if i.kind == "w"]
    names = {i.word.verb for i in later} | {i.word.noun for i in later}
    if names & {"ratify", "join", "accept"} and "leave" not in concepts:
        return True
    if "effect" in names and not names & {"leave", "notify", "docs", "plan", "vote"}:
        return True  # "eighteen months after it came into force"
    exit_told = bool(concepts & {"leave", "notify", "docs", "plan"})
    told = bool(names & {"notify", "docs", "plan", "vote"}) or any(i.has("decided") for i in later)
    return not told and (bool(names & {"leave", "join", "ratify", "sign"}) or not exit_told)


def item_unit(item: Item) -> str:
    """The unit of a period item."""
    period: Period = item.value
    return period.unit


def _draft(items: list[Item], place: int, period: Period, context: Context) -> Draft:
    treaties = treaties_in(items, context)
    treaty = treaties[0] if treaties else context.treaty_of(None)
    value = PeriodRule(period, _counted_from(items, place, treaty, context), _article(items))
    end = min(len(items) - 1, place + 8)
    return Draft(
        ClaimKind.RULE,
        Modality.DONE,
        items[place].start,
        items[end].end,
        treaty=treaty,
        value=value,
        trace={"words": "period"},
    )


def _counted_from(
    items: list[Item], place: int, treaty: str | None, context: Context
) -> CountedFrom:
    for item in items[place + 1 :]:
        if item.kind in ";":
            break
        if item.kind == "O" and item.value.kind in ("depositary", "organisation"):
            return CountedFrom.NOTIFICATION
        if item.kind == "E" and item.value.role in ("parliament",):
            return CountedFrom.DECISION
        if item.kind != "w":
            continue
        if item.word.verb in ("notify",) or item.word.noun in ("notify", "docs"):
            return CountedFrom.NOTIFICATION
        if item.has("announced"):
            return CountedFrom.ANNOUNCEMENT
        if item.has("decided"):
            return CountedFrom.DECISION
    told = any(
        i.kind == "w"
        and (i.has("notice_words") or i.word.noun in ("docs", "notify") or i.word.verb == "notify")
        for i in items
    )
    if told or (treaty is not None and treaty in context.notified):
        return CountedFrom.NOTIFICATION
    return CountedFrom.UNSPECIFIED


def _article(items: list[Item]) -> str | None:
    for item, following in pairwise(items):
        if item.kind == "w" and item.has("article_word") and following.kind == "N":
            number: Number = following.value
            return f"{number.n:g}"
    return None
