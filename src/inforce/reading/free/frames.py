"""A clause without fixed order as the frame that the domain's rules read."""

from __future__ import annotations

from inforce.reading.clause import Clause
from inforce.reading.frames import SILENT, Frame, Node
from inforce.reading.free.heads import head_by, head_of
from inforce.reading.free.segments import Segment
from inforce.reading.items import Item, TreatyRef
from inforce.reading.meaning import JOINING
from inforce.reading.verb import CORES, Verb

OPERATORS = frozenset(
    {"plan", "propose", "vote", "reject", "begin", "notify", "promulgate", "say", "reverse", "law"}
)
"""Concepts that a clause of their own complements."""
_MARKERS = {"complementiser": "that", "reason": "main", "": "main"}
_BOUND = frozenset({"prepositions", "of", "by", "in", "on", "with", "from", "for", "to"})
_BETWEEN = frozenset({"articles", "state_adjectives", "modifiers", "adverbs"})


def frame_of(segment: Segment, children: list[Segment], *, heading: bool) -> Frame | None:
    """The frame of a clause; None where no word of it tells an act."""
    finite = segment.finite or _bare_participle(segment, heading=heading)
    nodes = [n for item in segment.triggers if item is not finite for n in _nodes(item, "after")]
    nodes = [node for node in nodes if node.concept not in SILENT]
    nodes += [n for child in children for i in child.triggers for n in _nodes(i, "inner")]
    finite, head, nodes = head_of(segment, finite, nodes, heading=heading)
    if not head:
        return None
    verb = verb_of(segment, finite, head)
    if verb.negative and verb.mood == "may" and "infinitive" not in _forms(finite):
        return None  # "would not have left": that says nothing of what it did
    agent = agent_of(segment, verb, finite)
    if agent is None and head == "propose":
        agent = _urged([segment, *children])
    head = head_by(agent, finite, nodes, head)
    if not head:
        return None
    if head == "sign" and agent is not None and _owns_the_act(segment, agent, nodes):
        agent = None  # "Trump signed a decree on the exit of the US": they leave, and sign nothing
    if head in JOINING and agent is not None and agent.value.role == "state":
        nodes = [n for n in nodes if n.concept != "docs" or not _signed(n)]
    clause = _clause(segment, verb, agent, finite)
    if not any(n.concept in CORES for n in nodes) and head not in CORES:
        treaties = [i for i in clause.after if i.kind == "T"]
        clause.before = clause.before + treaties
        clause.after = [i for i in clause.after if i.kind != "T"]
    clause.after = clause.after + [i for child in children for i in child.items]
    return Frame(clause, head, nodes, agent.value if agent else None, agent)


def _owns_the_act(segment: Segment, agent: Item, nodes: list[Node]) -> bool:
    """Whether a state is only the one of whose act a law that somebody signs tells."""
    law = any(n.concept == "law" for n in nodes)
    acts = [n.item for n in nodes if n.noun and n.concept in CORES]
    infinitives = [n.item for n in nodes if "infinitive" in n.item.word.forms]
    state = law and agent.value.role == "state"
    behind = [i for i in [*acts, *infinitives] if i in segment.items]
    return state and any(
        abs(segment.items.index(i) - segment.items.index(agent)) == 1 or i.start < agent.start
        for i in behind
    )


def _urged(clauses: list[Segment]) -> Item | None:
    """Who is to do what is proposed, where nobody that is known proposes it."""
    inner = (i for s in clauses[1:] for k, i in enumerate(s.items) if _acts_in(s, k))
    named = (i for s in clauses for i in s.items if i.kind == "E" and i.value.participants)
    return next(inner, None) or next(named, None)


def _signed(node: Node) -> bool:
    """ "China did not sign the document": a state signs no paper but the treaty in view."""
    node.item.kind, node.item.value = "T", TreatyRef(None, node.item.low)
    return True


def _forms(item: Item | None) -> frozenset[str]:
    return item.word.forms if item is not None else frozenset()


def _nodes(item: Item, side: str) -> list[Node]:
    """What a word stands for; "Ratifikationsurkunde" is an act and a document."""
    if item.word.verb is not None:
        return [Node(item.word.verb, item, False, side)]
    return [Node(concept, item, True, side) for concept in sorted(item.word.nouns)]


def _bare_participle(segment: Segment, *, heading: bool) -> Item | None:
    """ "Litauen ausgetreten": a heading leaves the helping verb out."""
    found = (i for i in segment.triggers if "participle" in i.word.forms)
    return next(found, None) if heading else None


def verb_of(segment: Segment, finite: Item | None, head: str) -> Verb:
    """When and whether, from the form of the verb and the helping words of its clause."""
    forms = finite.word.forms if finite is not None else frozenset()
    verb = Verb(0, 0, 0, head, form="finite")
    helped = {name for i in segment.items if i.kind == "w" for name in i.word.classes}
    shifted = bool(forms & {"infinitive", "participle"})
    if "conditional" in forms or ("past" in forms and "would" in helped):
        verb.mood = "may"  # "вышла бы", "wystąpiłaby": nobody says that it will
    elif "would" in forms or (shifted and "would" in helped and "may" not in helped):
        verb.mood = "would"
    elif shifted and "may" in helped:
        verb.mood = "may"
    elif "future" in forms or ("will" in helped and _with_will(segment, forms, head)):
        verb.mood = "will"
    verb.past = bool(forms & {"past", "passive"}) or ("participle" in forms and verb.mood == "")
    verb.perfect = "participle" in forms
    verb.passive = "passive" in forms or ("participle" in forms and "passive" in helped)
    verb.negative = "not" in helped or (finite is not None and finite.has("negated"))
    verb.ended = "no_longer" in helped
    if verb.ended and head in ("member", "belong"):
        verb.negative = False
    if head == "leave" and forms and forms <= {"present"} and not verb.mood:
        verb.mood = "will"  # "verlässt", "quitte", "выходит": on its way, not yet out
    return verb


def _with_will(segment: Segment, forms: frozenset[str], head: str) -> bool:
    """Whether a helping word of the future belongs to the verb, or to "be" a member."""
    return "infinitive" in forms or (not forms and head == "member" and segment.has("be"))


def agent_of(segment: Segment, verb: Verb, finite: Item | None) -> Item | None:
    """Who acts: the name that no case and no preposition makes something else."""
    items = segment.items
    if verb.passive:
        by = [k for k, i in enumerate(items) if i.kind == "w" and i.has("by")]
        near = [i for k in by for i in items[k + 1 : k + 5] if i.kind == "E"]
        return next(iter(near or [i for i in items if i.kind == "E" and i.value.by]), None)
    places = [k for k, i in enumerate(items) if i.kind == "E" and may_act(items, k)]
    if not places:
        if segment.marker == "relative" and segment.parent is not None:
            within = segment.parent.items
            named = [i for k, i in enumerate(within) if i.kind == "E" and not _ranked(within, k)]
            named = [i for i in named if not _owns(within, i)]
            named = [i for i in named if not i.possessive] or named
            return named[-1] if named else None
        return None
    at = items.index(finite) if finite in items else len(items)
    told = [k for k in places if items[k].value.participants or items[k].value.role != "state"]
    before = [k for k in told or places if k < at]
    return items[before[-1] if before else (told or places)[0]]


def _ranked(items: list[Item], place: int) -> bool:
    """Whether an ordinal stands before a name: "the fifth EU country that leaves"."""
    before = items[place - 1] if place else None
    ordinal = before is not None and before.kind == "N" and before.value.ordinal
    return ordinal or (before is not None and before.has("ranks"))


def _owns(items: list[Item], name: Item) -> bool:
    """ "the first country of the Union, which ...": whom the name after a country's noun owns."""
    place = items.index(name)
    before = items[place - 1] if place else None
    return before is not None and before.has("countable_one")


def _acts_in(segment: Segment, place: int) -> bool:
    return segment.items[place].kind == "E" and may_act(segment.items, place)


def may_act(items: list[Item], place: int) -> bool:
    """Whether an actor can be the subject."""
    item = items[place]
    if item.possessive or (item.value.adjective and not item.value.nationals):
        return False
    if place and items[place - 1].has("countable_one"):
        return False  # "the first country of the Union"
    step = place - 1
    while step >= 0 and (items[step].kind == "N" or items[step].word.classes & _BETWEEN):
        if items[step].word.classes & _BOUND:
            return False
        step -= 1
    return step < 0 or items[step].kind != "w" or not items[step].word.classes & _BOUND


def _clause(segment: Segment, verb: Verb, agent: Item | None, finite: Item | None) -> Clause:
    marker = _MARKERS.get(segment.marker, segment.marker)
    clause = Clause(marker, verb=verb, head=finite)
    clause.before = [agent] if agent is not None and agent in segment.items else []
    rest = [i for i in segment.items if i is not agent and i is not finite]
    clause.after = [i for i in rest if i.kind == "T"] + [i for i in rest if i.kind != "T"]
    if segment.parent is not None:
        clause.antecedent = segment.parent.items if marker == "relative" else []
    return clause


def owner_of(segment: Segment, node: Item) -> Item | None:
    """Whose act a noun names: the adjective before it, or the name that follows it."""
    items = segment.items
    if node not in items:
        return None
    place = items.index(node)
    for step in range(place - 1, max(-1, place - 4), -1):
        item = items[step]
        if item.kind == "E" and (item.possessive or item.value.adjective):
            return item
        if item.kind != "w" or item.word.verb or item.word.classes & _BOUND:
            break
    for step in range(place + 1, min(len(items), place + 7)):
        item = items[step]
        if item.kind == "E" and item.value.role == "state":
            linked = item.possessive or item.value.adjective or items[step - 1].has("of")
            linked = linked or (items[step - 1].has("articles") and items[step - 2].has("of"))
            linked = linked or items[step - 1].has("by")
            return item if linked else None
        passing = item.kind == "T" or item.word.classes & (_BOUND | _BETWEEN) or _adjective(item)
        if not passing:
            return None
    return None


def _adjective(item: Item) -> bool:
    return item.kind == "w" and not (item.word.verb or item.word.noun or item.word.role)
