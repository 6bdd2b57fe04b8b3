"""A clause as a frame: its head concept, the chain of concepts under it, who and what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from inforce.reading.clause import Clause
from inforce.reading.items import Actor, Item
from inforce.reading.verbs import CORES

SILENT = frozenset({"neutral", "say", "light", "move", "period", "open"})
"""Concepts that never head a chain."""


@dataclass(slots=True)
class Node:
    """One concept in a clause, with its item and whether it is a noun there."""

    concept: str
    item: Item
    noun: bool
    side: str = "after"
    place: int = 0


@dataclass(slots=True)
class Frame:
    """What a clause says: ``head`` concept, ``nodes`` under it in order of dependence.

    ``agent`` is who acts, ``agents`` everyone named beside the agent, ``theme`` the nodes.
    """

    clause: Clause
    head: str
    nodes: list[Node]
    agent: Actor | None
    agent_item: Item | None
    children: list[Clause] = field(default_factory=list)
    sides: tuple[list[Node], list[Node]] = ([], [])
    """The concepts before and after the verb, each in its own order."""
    core: Node | None = field(init=False)
    """The act towards a treaty that the frame is about."""

    def __post_init__(self) -> None:
        self.core = self.first(*CORES) if self.nodes else None

    def first(self, *concepts: str) -> Node | None:
        """The first node of one of the concepts."""
        for node in self.nodes:
            if node.concept in concepts:
                return node
        return None

    def has(self, *concepts: str) -> bool:
        """Whether a node of one of the concepts is under the head."""
        return self.first(*concepts) is not None


def nodes_of(clause: Clause, side: str) -> list[Node]:
    """The concepts on one side of the verb; a compound's head noun stands first."""
    items = clause.before if side == "before" else clause.after
    found: list[Node] = []
    inside = clause.inner
    for place, item in enumerate(items):
        noun = item.word.noun
        if item.kind != "w" or (noun is None and not inside):
            continue
        inner = inside.get(item.start)
        if inner is not None:
            if inner.concept not in SILENT:
                found.append(Node(inner.concept, item, False, side, place))
            continue
        if noun is None or noun in SILENT:
            continue
        node = Node(noun, item, True, side, place)
        previous = found[-1] if found else None
        if (
            previous is not None
            and previous.noun
            and previous.place == place - 1
            and not previous.item.possessive
        ):
            found.insert(len(found) - 1, node)
        else:
            found.append(node)
    return found


def agent_of(clause: Clause) -> tuple[Actor | None, Item | None]:
    """Who acts in a clause: its subject, or in the passive the one after "by"."""
    verb = clause.verb
    if verb is not None and verb.passive:
        item = _after_by(clause.after) or _on_behalf(clause.after)
        if item is not None and clause.marker == "relative_place" and not item.value.participants:
            place = _last_actor(clause.antecedent, possessor=True)
            if place is not None:
                return replace(item.value, participants=place.value.participants), item
        return (item.value, item) if item is not None else (None, None)
    item = subject_of(clause.before)
    if item is None and clause.marker.startswith("relative") and clause.marker != "relative_place":
        item = _last_actor(clause.antecedent, possessor=clause.marker == "relative_possessive")
    if clause.marker == "relative_place" and item is not None and not item.value.participants:
        place = _last_actor(clause.antecedent, possessor=True)
        if place is not None:
            return replace(item.value, participants=place.value.participants, pronoun=None), item
    if item is None and clause.inherits is not None:
        inherited = agent_of(clause.inherits)
        outer = clause.inherits.verb
        if outer is not None and outer.passive and clause.marker == "coordinate":
            same = subject_of(clause.inherits.before)
            return (same.value, same) if same is not None else inherited
        if inherited[1] is None and clause.marker == "participial":
            near = _after_by(clause.inherits.after)
            return (near.value, near) if near is not None else inherited
        return inherited
    if item is None and clause.before:
        item = _owner(_subject_part(clause.before))
    return (item.value, item) if item is not None else (None, None)


def subject_of(items: list[Item]) -> Item | None:
    """The actor that no preposition governs, nearest to the verb."""
    for place in range(len(items) - 1, -1, -1):
        item = items[place]
        if item.kind != "E" or item.possessive:
            continue
        if item.value.adjective and not item.value.nationals:
            continue
        if not governed(items, place):
            return item
    return None


def governed(items: list[Item], place: int) -> bool:
    """Whether a preposition stands before the noun group at ``place``."""
    step = place - 1
    while step >= 0 and (
        items[step].kind in ("N",)
        or (
            items[step].kind == "w"
            and (items[step].has("articles") or items[step].has("state_adjectives"))
        )
    ):
        step -= 1
    if step < 0 or items[step].kind != "w":
        return False
    before = items[step]
    if before.has("list_intro") and step > 0:
        states = items[step - 1].has("plural_state_nouns")
        if states or not before.has("company"):
            return governed(items, step - 1)
    if before.has("of") and step > 0:
        owner = items[step - 1]
        if (
            owner.kind in ("N", "Q")
            or owner.has("not")
            or owner.has("each")
            or owner.has("tally_none")
        ):
            return governed(items, step - 1)
    return bool(
        before.word.classes & {"prepositions", "of", "by", "in", "on", "with", "from", "for"}
    )


def _after_by(items: list[Item]) -> Item | None:
    for place, item in enumerate(items):
        if item.kind == "w" and item.has("by"):
            for later in items[place + 1 : place + 6]:
                if later.kind == "E":
                    return later
                if later.kind == "N" and not _voters_next(items, later):
                    return None
                if later.kind == "w" and later.has("prepositions") and not later.has("of"):
                    break
    return None


def _on_behalf(items: list[Item]) -> Item | None:
    """ "signed on Russia's behalf", "signed on behalf of Russia"."""
    place = next((k for k, i in enumerate(items) if i.kind == "w" and i.has("on_behalf")), None)
    if place is None:
        return None
    return next((i for i in items[max(0, place - 1) : place + 4] if i.kind == "E"), None)


def _voters_next(items: list[Item], number: Item) -> bool:
    """Whether a number counts members of a body: "by 107 lawmakers"."""
    place = items.index(number)
    return any(i.kind == "E" and i.value.role != "state" for i in items[place + 1 : place + 3])


def _last_actor(items: list[Item], *, possessor: bool) -> Item | None:
    for item in reversed(items):
        if item.kind == "E":
            return item
        if item.kind in "TO" and not possessor:
            return None
        if item.kind == "w" and item.word.noun and not possessor:
            return None
    return None


def _subject_part(items: list[Item]) -> list[Item]:
    """What stands before a verb, without a phrase set before the subject by a comma."""
    cut = next((k for k in range(len(items) - 1, -1, -1) if items[k].kind == ","), None)
    tail = items[cut + 1 :] if cut is not None else []
    plain = any(i.kind == "w" and not i.word.function and not i.has("time") for i in tail)
    return tail if plain else items


def _owner(items: list[Item]) -> Item | None:
    """ "Lithuania's withdrawal", "the exit of Lithuania", "a statement by the ministers"."""
    for item in items:
        if item.kind == "E" and (item.possessive or item.value.adjective):
            return item
    for place, item in enumerate(items):
        if item.kind == "E" and place and _linked(items, place):
            return item
    return None


def _linked(items: list[Item], place: int) -> bool:
    step = place - 1
    while step > 0 and items[step].kind == "w" and items[step].has("articles"):
        step -= 1
    return items[step].kind == "w" and (items[step].has("of") or items[step].has("by"))


def frame_of(clause: Clause, children: list[Clause]) -> Frame:
    """The frame of a clause; a complement's concepts come after its own."""
    verb = clause.verb
    sides = before, after = nodes_of(clause, "before"), nodes_of(clause, "after")
    agent, agent_item = agent_of(clause)
    if verb is None:
        nodes = before + after
        return Frame(clause, "none", nodes, agent, agent_item, sides=sides)
    if clause.antecedent and not before:
        before = _antecedent_nodes(clause)
    head = verb.concept
    order = before + after if verb.passive or head in _SUBJECT_FIRST else after
    finished = (
        verb.concept == "copula"
        and _complete(clause)
        and any(node.concept in CORES for node in before)
    )
    if finished:
        head, order = "complete", before + after
    elif head in ("light", "copula", "begin") or (head == "remain" and not verb.passive):
        lead = order if order else after or before
        order = lead
        if head != "begin" and lead and lead[0].concept not in CORES:
            head, order = lead[0].concept, lead[1:]
    if verb.concept == "light" and any(i.kind == "w" and i.has("completion") for i in clause.after):
        order = before + after
        head = "complete" if any(node.concept in CORES for node in order) else "end"
    if (
        head == "say"
        and order
        and order[0].concept in ("plan", "propose")
        and _own(clause, order[0])
    ):
        head, order = order[0].concept, order[1:]
    if clause.marker == "relative" and not order and not verb.passive:
        order = before
    nodes = order + [node for child in children for node in inner_nodes(child)]
    return Frame(clause, head, nodes, agent, agent_item, children, sides)


def _complete(clause: Clause) -> bool:
    """ "was complete", "is over": whether the predicate says that something is finished."""
    return any(i.kind == "w" and i.has("complete_adjectives") for i in clause.after[:3])


def _own(clause: Clause, node: Node) -> bool:
    """Whether a noun is the speaker's own: "spoke of his intention"."""
    side = clause.after if node.side == "after" else clause.before
    before = side[node.place - 1] if node.place else None
    return (
        before is not None
        and before.kind == "E"
        and before.possessive
        and bool(before.value.pronoun)
    )


_SUBJECT_FIRST = frozenset({"effect", "end", "complete", "expire", "follow", "remain"})


def inner_nodes(child: Clause) -> Iterator[Node]:
    """The concepts of a complement: its verb, then what stands after and before it."""
    if (
        child.verb is not None
        and child.verb.concept not in SILENT
        and child.verb.concept not in ("copula", "ellipsis")
    ):
        head = child.items[0] if child.items else Item("w", 0, 0, "")
        yield Node(child.verb.concept, head, False, "inner")
    yield from nodes_of(child, "after")
    yield from nodes_of(child, "before")


def _antecedent_nodes(clause: Clause) -> list[Node]:
    found = [
        Node(item.word.noun, item, True, "before", place)
        for place, item in enumerate(clause.antecedent)
        if item.kind == "w" and item.word.noun and item.word.noun not in SILENT
    ]
    return found[-2:]
