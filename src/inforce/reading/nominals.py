"""Acts told by a noun: "a May 2025 vote in parliament", "ratification by Tonga in June"."""

from __future__ import annotations

from dataclasses import dataclass

from inforce.reading.agents import subject_of
from inforce.reading.attach import treaties_in
from inforce.reading.clause import Clause
from inforce.reading.context import Context
from inforce.reading.drafts import Draft
from inforce.reading.frames import Frame, Node, inner_nodes
from inforce.reading.items import Item
from inforce.reading.meaning import ABOUT
from inforce.reading.verb import CORES
from inforce.record.values import Intended
from inforce.terms import Act, ClaimKind, Modality

REACH = 6
_CONSENTS = frozenset({"join", "ratify", "accept", "sign", "succeed"})
_TELLING = _CONSENTS | {"vote", "plan", "notify"}


@dataclass(frozen=True, slots=True)
class _Noun:
    node: Node
    side: list[Item]
    place: int


def nominals(
    frame: Frame, told: list[Draft], context: Context, children: list[Clause]
) -> list[Draft]:
    """The acts that nouns of a clause tell, beside what its verb tells.

    ``children``: the clauses that say what a noun is about ("its announcement that it ...").
    """
    clause = frame.clause
    drafts: list[Draft] = []
    for side, nodes in zip((clause.before, clause.after), frame.sides, strict=True):
        for order, node in enumerate(nodes):
            if not node.noun or node.concept not in _TELLING:
                continue
            following = nodes[order + 1 :]
            if not following and node.concept == "plan":
                following = [n for child in children for n in inner_nodes(child)]
            draft = _read(_Noun(node, side, node.place), following, clause, context)
            if draft is not None and not _known(draft, told):
                drafts.append(draft)
    return drafts


def _read(noun: _Noun, following: list[Node], clause: Clause, context: Context) -> Draft | None:
    concept = noun.node.concept
    verb = clause.verb
    ahead = verb is not None and (verb.mood != "" or not (verb.past or verb.perfect))
    hypothetical = clause.marker in ("condition", "condition_time")
    if hypothetical:
        return None
    if concept == "vote":
        return _vote(noun, context)
    if concept in _CONSENTS:
        return _consent(noun, context)
    cores = [n for n in following[:2] if n.concept in CORES]
    if concept == "plan" and cores:
        return _announcement(noun, cores[0], clause, context)
    if concept == "notify" and not ahead:
        return _notice(noun, context)
    return None


def _vote(noun: _Noun, context: Context) -> Draft | None:
    """A vote with its chamber and its date."""
    chamber = _near(noun, "parliament")
    date = _date(noun)
    if chamber is None or date is None or context.last_core not in ("leave", "ratify", "join"):
        return None
    return _draft(noun, Act.BILL_ADOPTED, chamber, context, (date, ABOUT[context.last_core]))


def _consent(noun: _Noun, context: Context) -> Draft | None:
    """ "ratification by X in 2025": a consent with its author after "by", or before it."""
    author = _by(noun)
    date = _date(noun)
    if author is None or date is None:
        return None
    return _draft(noun, ABOUT[noun.node.concept], author, context, (date, None))


def _announcement(noun: _Noun, core: Node, clause: Clause, context: Context) -> Draft | None:
    """ "Latvia's announcement of the withdrawal in May": dated beside itself or after the act."""
    date = _date(noun) or _date_after(noun, core)
    if date is None or not noun.side[noun.place].has("announced"):
        return None
    who = _owner(noun)
    if who is not None and who.value.pronoun:
        named = subject_of(clause.before)
        who = named if named is not None and named.start > noun.node.item.start else who
    draft = _draft(noun, Act.INTENTION_ANNOUNCED, who, context, (date, ABOUT[core.concept]))
    if draft is not None:
        draft.modality, draft.value = Modality.PLANNED, Intended("announcement")
    return draft


def _date_after(noun: _Noun, core: Node) -> Item | None:
    """The date after the act that a noun announces, before any mark."""
    place = next((k for k, i in enumerate(noun.side) if i is core.item), None)
    if place is None:
        return None
    for item in noun.side[place + 1 : place + REACH + 4]:
        if item.kind in ",;" or (item.kind == "w" and item.has("coordinate")):
            return None
        if item.kind == "D" and not item.value.adjective:
            return item
    return None


def _notice(noun: _Noun, context: Context) -> Draft | None:
    """ "the notification to the UN Secretary-General", "a letter of notification to the UN"."""
    after = noun.side[noun.place + 1 : noun.place + REACH]
    kept = any(
        i.kind == "O" and (i.value.kind == "depositary" or i.value.id == "UN") for i in after
    )
    towards = bool(after) and after[0].kind == "w" and after[0].has("to")
    if not kept or not towards or context.last_core != "leave":
        return None
    date = _date(noun)
    return _draft(noun, Act.WITHDRAWAL, _owner(noun), context, (date, None))


def _draft(
    noun: _Noun, act: Act, who: Item | None, context: Context, told: tuple[Item | None, Act | None]
) -> Draft | None:
    from inforce.reading.items import Actor

    actor = who.value if who is not None else Actor(())
    ids = context.participants(actor) if who is not None else context.implied()
    earlier = treaties_in(noun.side[: noun.place], context)
    later = treaties_in(noun.side[noun.place : noun.place + REACH + 4], context)
    treaty = (
        later[0] if later and not earlier else earlier[-1] if earlier else context.treaty_of(None)
    )
    if not ids or treaty is None:
        return None
    item, about = told
    date = context.resolve(item.value, item.start) if item is not None else None
    ends = [i.end for i in (item, who, noun.node.item) if i is not None]
    starts = [i.start for i in (item, who, noun.node.item) if i is not None]
    return Draft(
        ClaimKind.ACT,
        Modality.DONE,
        min(starts),
        max(ends),
        act=act,
        about=about,
        participants=ids,
        treaty=treaty,
        date=date,
        body=actor.role if actor.role != "state" else None,
        trace={"words": "noun", "head": noun.node.concept},
    )


def _near(noun: _Noun, role: str) -> Item | None:
    near = noun.side[max(0, noun.place - 3) : noun.place + REACH]
    return next((i for i in near if i.kind == "E" and i.value.role == role), None)


def _by(noun: _Noun) -> Item | None:
    side = noun.side
    for step in range(noun.place + 1, min(len(side), noun.place + 4)):
        item = side[step]
        if (
            item.kind == "E"
            and step
            and (side[step - 1].has("by") or (step > 1 and side[step - 2].has("by")))
        ):
            return item
    before = side[noun.place - 1] if noun.place else None
    if before is not None and before.kind == "E" and before.possessive and not before.value.pronoun:
        return before
    return None


def _owner(noun: _Noun) -> Item | None:
    for item in reversed(noun.side[max(0, noun.place - 4) : noun.place]):
        if item.kind == "E" and (item.possessive or item.value.adjective):
            return item
    return _by(noun)


def _date(noun: _Noun) -> Item | None:
    """A date beside the noun, before any comma."""
    side = noun.side
    before = side[noun.place - 1] if noun.place else None
    if before is not None and before.kind == "D":
        return before
    for item in side[noun.place + 1 : noun.place + REACH + 4]:
        if item.kind == "D":
            return item
        if item.kind in ",;" or (
            item.kind == "w" and (item.has("coordinate") or item.word.noun in CORES)
        ):
            return None
    return None


def _known(draft: Draft, told: list[Draft]) -> bool:
    return any(t.act is draft.act and t.participants == draft.participants for t in told)
