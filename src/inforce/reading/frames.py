"""A clause as a frame: its head concept, the chain of concepts under it, who and what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from inforce.reading.agents import agent_of
from inforce.reading.clause import Clause
from inforce.reading.items import Actor, Item
from inforce.reading.verb import CORES

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
