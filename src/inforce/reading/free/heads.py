"""Which concept a clause without fixed order turns on: its finite verb, or a noun beside it."""

from __future__ import annotations

from inforce.reading.frames import Node
from inforce.reading.free.segments import Segment, reading
from inforce.reading.items import Item
from inforce.reading.verb import CORES

_LEADING = ("notify", "docs", "plan", "propose", "vote", "effect", "reverse")
"""Nouns that a light verb, or a heading, makes the head of a clause."""
_TAKEN_BACK = frozenset({"sign", "ratify", "propose", "law"})
"""What can be withdrawn without leaving a treaty: a signature, a proposal, a bill."""


def head_of(
    segment: Segment, finite: Item | None, nodes: list[Node], *, heading: bool
) -> tuple[Item | None, str, list[Node]]:
    """The verb, the concept that it or a noun makes the head ("" for none), and the other nodes."""
    head = reading(finite.word) if finite is not None else ""
    if head in ("", "light"):
        finite, head, nodes = _by_noun(segment, finite, nodes, heading=heading)
    if head == "become" and finite is not None and " " in finite.low:
        nodes = [*nodes, Node("member", finite, True, "after")]  # "ble part": one entry for both
    gives = finite is not None and finite.has("gives_notice")
    if (head == "complete" and _has(nodes, "docs")) or (head == "plan" and gives):
        head = "notify" if _to_depositary(segment) else head
    paper = head == "leave" and _takes_back_paper(segment, finite)
    if head == "light" or paper or (head == "vote" and _votes_against(segment, finite)):
        head = ""
    return finite, head, nodes


def _by_noun(
    segment: Segment, finite: Item | None, nodes: list[Node], *, heading: bool
) -> tuple[Item | None, str, list[Node]]:
    """The head where the verb says little: membership, a noun, or the first to do it."""
    head = reading(finite.word) if finite is not None else ""
    is_not = segment.has("no_longer") or (finite is None and segment.has("not"))  # "не участник"
    if (segment.has("be") or is_not) and _has(nodes, "member"):
        return finite, "member", nodes
    if head == "light" or segment.has("light") or heading:
        lead = next((n for n in nodes if n.concept in _LEADING), None)
        found = lead.concept if lead is not None else ""
        return finite, found, [n for n in nodes if n is not lead]
    if segment.has("outside"):
        return finite, "copula", nodes
    first = _first_to_act(segment)
    return (first, reading(first.word), nodes) if first is not None else (finite, head, nodes)


def head_by(agent: Item | None, finite: Item | None, nodes: list[Node], head: str) -> str:
    """The head as who acts makes it: support is a vote, and approval a signature, by whom it is."""
    if head != "vote":
        return head
    if finite is not None and finite.has("supports") and not _of_chamber(agent):
        return ""
    return "promulgate" if agent is not None and _signs_a_law(agent, finite, nodes) else head


def _first_to_act(segment: Segment) -> Item | None:
    """ "è stato il primo Paese a lasciare": the infinitive that says what sets it apart."""
    for place, item in enumerate(segment.items):
        if "infinitive" not in item.word.forms or item.word.verb not in CORES:
            continue
        before = segment.items[max(0, place - 3) : place]
        while before and before[-1].has("prepositions"):
            before.pop()
        ranked = len(before) > 1 and before[-1].has("countable_one") and before[-2].has("ranks")
        if ranked and segment.has("be"):
            return item
    return None


def _takes_back_paper(segment: Segment, finite: Item | None) -> bool:
    """ "withdrew the proposal", "its signature": no treaty is left."""
    at = segment.items.index(finite) if finite in segment.items else len(segment.items)
    rest = (i for i in segment.items[at + 1 :] if not (i.has("articles") or i.has("adverbs")))
    first = next(rest, None)
    return first is not None and first.kind == "w" and first.word.noun in _TAKEN_BACK


def _votes_against(segment: Segment, finite: Item | None) -> bool:
    """Whether "against" stands right behind the verb of a vote, or as a postposition at the end."""
    if finite is None:
        return False
    at = segment.items.index(finite)
    counted = any(i.kind == "N" for i in segment.items)
    words = [] if counted else [i for i in segment.items if i.kind == "w"]
    return any(i.has("tally_against") for i in [*segment.items[at + 1 : at + 2], *words[-1:]])


def _signs_a_law(agent: Item, finite: Item | None, nodes: list[Node]) -> bool:
    """ "the president approved the law": what a chamber does by a vote, he does by signing."""
    approves = finite is not None and finite.has("approve_words")
    return approves and agent.value.role == "president" and _has(nodes, "law")


def _of_chamber(agent: Item | None) -> bool:
    return agent is not None and agent.value.role == "parliament"


def _to_depositary(segment: Segment) -> bool:
    """Whether a clause names a depositary: what is completed with a note to it is a notice."""
    return any(
        (i.kind == "O" and (i.value.kind == "depositary" or i.value.id == "UN"))
        or (i.kind == "E" and i.value.role == "depositary")
        for i in segment.items
    )


def _has(nodes: list[Node], concept: str) -> bool:
    return any(node.concept == concept for node in nodes)
