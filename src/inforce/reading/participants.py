"""Who did what a clause says: its agent, an owner, a list beside a number, or who is in view."""

from __future__ import annotations

from dataclasses import dataclass

from inforce.reading.agents import agent_of, governed
from inforce.reading.clause import Clause
from inforce.reading.context import Context
from inforce.reading.frames import Frame, Node
from inforce.reading.items import Actor, Item
from inforce.reading.meaning import subject_state


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
        owner = _owner_of(frame, core)
        named = next((i for i in clause.items if _is_named_state(i)), None)
        if owner is None or (owner.value.pronoun and _is_subject(frame, named)):
            owner = named  # "South Africa revoked its notice"
        if owner is not None:
            return Who(context.participants(owner.value), owner.value, owner)
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
    subject = subject_state(frame) if clause.verb is not None and clause.verb.passive else None
    if subject is not None and subject.value.participants:
        return Who(subject.value.participants, subject.value, subject)
    return Who(_unnamed(clause, context), None, None)


def _unnamed(clause: Clause, context: Context) -> tuple[str, ...]:
    """Who acts where nobody is named; "neither is a party" means the two named before."""
    if not (clause.before and clause.before[0].has("tally_none")):
        return context.implied()
    pair = context.groups[-1] if context.groups else ()
    return pair if len(pair) == 2 and clause.before[0].has("neither") else ()


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
    listed = _numbered_list(frame)
    if listed is not None:
        return Who(listed.value.participants, listed.value, listed)
    if agent is not None and agent.pronoun == "some":
        spelled = _spelled_out(clause.items, frame.agent_item)
        return Who(spelled.value.participants if spelled else (), agent, frame.agent_item)
    item = frame.agent_item
    owned = item is not None and item.possessive and agent is not None and agent.pronoun
    if owned and any(i.kind == "N" and not i.value.ordinal for i in clause.before):
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


def _is_subject(frame: Frame, item: Item | None) -> bool:
    return item is not None and item is frame.agent_item


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
