"""Which treaty, which participants and which date belong to what a clause says."""

from __future__ import annotations

from dataclasses import dataclass

from inforce.dates import PartialDate
from inforce.reading.clause import Clause
from inforce.reading.context import Context
from inforce.reading.frames import Frame, Node, agent_of, governed
from inforce.reading.items import Actor, Item, TreatyRef

_FREE = frozenset(
    {
        "articles",
        "prepositions",
        "adverbs",
        "this",
        "of",
        "in",
        "on",
        "by",
        "with",
        "for",
        "from",
        "time",
        "coordinate",
        "to",
    }
)


def treaties_in(items: list[Item], context: Context) -> list[str]:
    """The treaties that some items name, in order."""
    found: list[str] = []
    for item in items:
        if item.kind == "T":
            for named in item.value.ids or (treaty_id(item.value, context),):
                if named and named not in found:
                    found.append(named)
    return found


def treaty_id(ref: TreatyRef, context: Context) -> str | None:
    """The id of a treaty named or meant."""
    return ref.id or context.treaty_of(ref.noun)


def object_treaties(frame: Frame, node: Node | None, context: Context) -> list[str] | None:
    """The treaties a core acts on; None where its object is evidently something else."""
    clause = frame.clause
    if node is not None and node.side == "inner":
        for child in frame.children:
            named = _first_group(child.after + child.before, context)
            if named:
                return named
        return treaties_in(clause.items, context)
    if node is None:
        sides = clause.after + clause.before
    else:
        side = clause.after if node.side == "after" else clause.before
        place = next((k for k, i in enumerate(side) if i is node.item), -1)
        sides = side[place + 1 :]
    named = _first_group(sides, context)
    if named:
        return named
    if _other_object(sides):
        return None
    before = treaties_in(clause.before, context)
    return before or treaties_in(clause.antecedent, context)


def _first_group(items: list[Item], context: Context) -> list[str]:
    """The first treaty after the core, with those listed beside it."""
    found: list[str] = []
    for place, item in enumerate(items):
        if item.kind == "T" and item.possessive:
            continue  # "the convention's sister treaty" is another
        if item.kind == "T":
            for named in item.value.ids or (treaty_id(item.value, context),):
                if named and named not in found:
                    found.append(named)
            following = items[place + 1] if place + 1 < len(items) else None
            if following is None or not (following.kind == "," or following.has("list_join")):
                break
        elif found and item.kind != "," and not item.has("list_join") and not item.has("articles"):
            break
    return found


def _other_object(items: list[Item]) -> bool:
    """Whether an unknown noun stands where the treaty would."""
    first = next((i for i in items[:3] if not (i.kind == "w" and i.has("from"))), None)
    for item in items[:5]:
        if item.kind == "E" and item.possessive:
            continue
        if item.kind == "E" and item.value.participants and item is first:
            return True
        if item.kind in "DP,)(;.-EO" or item.has("coordinate"):
            return False
        if item.kind == "w":
            free = item.word.classes & _FREE or (item.word.verb and not item.word.noun)
            if free or not item.low[0].isalpha() or item.has("treaty_nouns"):
                continue
            return item.word.noun is None and item.word.role is None
        if item.kind == "N":
            return True
    return False


def _of_noun(items: list[Item], place: int) -> bool:
    """Whether a date before the verb belongs to a noun or an insertion, not to the verb.

    "following a vote in April, the country left"; "Montenegro, independent since 2006, signed".
    """
    start = next((k + 1 for k in range(place - 1, -1, -1) if items[k].kind in ",;"), 0)
    end = next((k for k in range(place, len(items)) if items[k].kind in ",;"), len(items))
    segment = items[start:place]
    timed = any(i.kind == "w" and (i.has("after") or i.has("time")) for i in segment[:1])
    if timed and end - place <= 4 and any(i.kind == "w" and i.word.noun for i in segment):
        return True
    inserted = start > 0 and end < len(items)
    return inserted and any(i.kind == "w" and not i.word.function for i in segment)


def _of_text(items: list[Item], place: int) -> bool:
    """ "a treaty dating from 1992": the date is the text's own, not the act's."""
    return any(i.kind == "w" and i.has("dating") for i in items[max(0, place - 2) : place])


def _present(clause: Clause) -> bool:
    verb = clause.verb
    return verb is not None and verb.finite and not (verb.past or verb.perfect or verb.mood)


def date_of(
    clause: Clause, context: Context, *, future: bool, spoken: bool = False
) -> tuple[PartialDate | None, Item | None]:
    """The clause's own date: the one nearest to its verb, after it first."""
    after = [
        i
        for k, i in enumerate(clause.after)
        if i.kind == "D" and not i.value.adjective and not _of_text(clause.after, k)
    ]
    before = [
        i
        for k, i in enumerate(clause.before)
        if i.kind == "D" and not i.value.adjective and not _of_noun(clause.before, k)
    ]
    outer = clause.parent
    if not after and not before and clause.marker == "participial" and outer is not None:
        after = [i for i in outer.after if i.kind == "D" and not i.value.adjective]
    said = outer is not None and outer.verb is not None and outer.verb.concept in ("say", "plan")
    if (
        not after
        and not before
        and clause.marker == "that"
        and said
        and spoken
        and outer is not None
    ):
        after = [i for i in outer.items if i.kind == "D" and not i.value.adjective]
    for item in [*after, *reversed(before)]:
        resolved = context.resolve(item.value, item.start, future=future, present=_present(clause))
        if resolved is not None:
            return resolved, item
    return None, None


@dataclass(slots=True)
class Who:
    """The participants found and the actor that gave them."""

    ids: tuple[str, ...]
    actor: Actor | None
    item: Item | None


def participants_of(frame: Frame, context: Context, core: Node | None) -> Who:
    """Who did it: the agent, else who owns the core, else who is in view."""
    agent = frame.agent
    clause = frame.clause
    relative = clause.marker in ("relative", "relative_possessive")
    if (
        agent is None
        and relative
        and clause.verb is not None
        and not clause.verb.passive
        and core is None
    ):
        return Who((), None, None)
    if frame.head == "reverse" or (agent is not None and agent.role == "court"):
        owner = _owner_of(frame, core) or next(
            (i for i in clause.items if _is_named_state(i)), None
        )
        if owner is not None:
            return Who(context.participants(owner.value), owner.value, owner)
    listed = _numbered_list(frame)
    if listed is not None:
        return Who(listed.value.participants, listed.value, listed)
    counted = _counted(frame)
    if counted is not None:
        return counted
    if agent is not None:
        ids = context.participants(agent)
        if frame.head == "receive":
            return _sender(frame, ids, context)
        if ids:
            return Who(_with_company(frame, ids), agent, frame.agent_item)
    owner = _owner_of(frame, core)
    if owner is not None:
        ids = context.participants(owner.value)
        if ids:
            return Who(ids, owner.value, owner)
    inner = _inner_agent(frame, core)
    if inner is not None:
        return inner
    for item in frame.clause.items:
        if item.kind == "E" and item.value.participants and not item.value.pronoun:
            return Who(item.value.participants, item.value, item)
    if clause.before and clause.before[0].has("tally_none"):
        return Who((), None, None)  # "neither has decided to do so"
    return Who(context.implied(), None, None)


def _inner_agent(frame: Frame, core: Node | None) -> Who | None:
    """ "a spokesman announces that Latvia will leave": who acts in what is said."""
    if core is None or core.side != "inner" or frame.head not in ("plan", "propose"):
        return None
    for child in frame.children:
        actor, item = agent_of(child)
        if actor is not None and actor.participants:
            return Who(actor.participants, actor, item)
    return None


def _counted(frame: Frame) -> Who | None:
    """Those of whom only a number is told: the names beside it, or nobody; None: no number."""
    clause, agent = frame.clause, frame.agent
    if agent is not None and agent.pronoun == "some":
        spelled = _spelled_out(clause.items, frame.agent_item)
        return Who(spelled.value.participants if spelled else (), agent, frame.agent_item)
    item = frame.agent_item
    if item is not None and item.possessive and agent is not None and agent.pronoun:
        if any(i.kind == "N" and not i.value.ordinal for i in clause.before):
            return Who((), agent, item)  # "nine of the states in its annex have yet to ratify"
    if agent is not None or not _counted_subject(clause):
        return None
    among = next((k for k, i in enumerate(clause.after) if i.has("among")), None)
    if among is not None:
        listed = next((i for i in clause.after[among + 1 :] if _is_named_state(i)), None)
        return Who(listed.value.participants if listed else (), None, listed)
    colon = next((k for k, i in enumerate(clause.after) if i.kind == ":"), len(clause.after))
    listed = next((i for i in clause.after[colon + 1 :] if _is_named_state(i)), None)
    return Who(listed.value.participants if listed else (), None, listed)


def _spelled_out(items: list[Item], agent: Item | None) -> Item | None:
    """ "two NATO members, Latvia and Estonia": who they are, where it is said beside them."""
    place = next((k for k, i in enumerate(items) if i is agent), len(items))
    lead = items[place + 1 : place + 3]
    if not lead or not (lead[0].kind in ",-(:" or lead[0].has("list_intro")):
        return None
    return next((i for i in items[place + 1 : place + 4] if _is_named_state(i)), None)


def _counted_subject(clause: Clause) -> bool:
    """ "four African states ratified": a subject that names nobody."""
    before, verb = clause.before, clause.verb
    if verb is None or verb.passive or not before or before[-1].kind != "w":
        return False
    return any(
        i.kind == "w" and (i.has("plural_state_nouns") or i.has("countable")) for i in before[-2:]
    )


def _is_named_state(item: Item) -> bool:
    return item.kind == "E" and item.value.role == "state" and bool(item.value.participants)


def _sender(frame: Frame, receivers: tuple[str, ...], context: Context) -> Who:
    """Who sent what a subject received: the one after "from", else who is in view."""
    if frame.has("law", "vote") or (frame.agent is not None and frame.agent.role == "parliament"):
        return Who(receivers, frame.agent, frame.agent_item)
    for item in frame.clause.after:
        if item.kind == "E" and item.value.participants and item.value.participants != receivers:
            return Who(item.value.participants, item.value, item)
    main = context.main_participant
    return Who((main,) if main and main not in receivers else (), None, None)


def _numbered_list(frame: Frame) -> Item | None:
    """ "eight are not part of it (A, B, ...)": the list that spells out a number."""
    before, after = frame.clause.before, frame.clause.after
    number = before[-1] if before and before[-1].kind == "N" else None
    if number is None:
        return None
    for place, item in enumerate(after):
        if (
            item.kind == "E"
            and place
            and after[place - 1].kind == "("
            and len(item.value.participants) == int(number.value.n)
        ):
            return item
    return None


def _with_company(frame: Frame, ids: tuple[str, ...]) -> tuple[str, ...]:
    """The agent's participants and those named "along with" them."""
    found = list(ids)
    for items in (frame.clause.before, frame.clause.after):
        for place, item in enumerate(items):
            if item.kind == "E" and item.value.role == "state" and place and _company(items, place):
                found += [p for p in item.value.participants if p not in found]
    return tuple(found)


def _company(items: list[Item], place: int) -> bool:
    before = items[place - 1]
    if before.has("articles") and place > 1:
        before = items[place - 2]
    return before.kind == "w" and before.has("company")


def _owner_of(frame: Frame, core: Node | None) -> Item | None:
    """ "Lithuania's withdrawal", "withdrawal of Lithuania", "ratification by Tonga"."""
    if core is None or core.side == "inner":
        return None
    side = frame.clause.before if core.side == "before" else frame.clause.after
    place = next((k for k, i in enumerate(side) if i is core.item), None)
    if place is None:
        return None
    for step in range(place - 1, max(-1, place - 4), -1):
        item = side[step]
        if item.kind == "E":
            return item if item.possessive or item.value.adjective or item.value.pronoun else None
    for step in range(place + 1, min(len(side), place + 6)):
        item = side[step]
        if item.kind == "E" and governed(side, step):
            return item
    return None
