"""What one sentence leaves behind for the next: whom, what and when it named."""

from __future__ import annotations

from inforce.reading.clause import Clause
from inforce.reading.context import Context, Vote
from inforce.reading.drafts import Draft
from inforce.reading.frames import Frame
from inforce.reading.items import Item
from inforce.reading.verb import CORES
from inforce.record.values import Attribution
from inforce.terms import Act, ClaimKind, Modality, Standing

_LEAVING = frozenset({Act.WITHDRAWAL, Act.EXIT_EFFECT, Act.REVOCATION})


def ask(items: list[Item], context: Context) -> None:
    """Take whom a question asks about for the topic of its answer."""
    named = [i for i in items if i.kind == "E" and len(i.value.participants) == 1]
    if named:
        context.mention(named[-1].value, subject=True)


def pass_by(items: list[Item], context: Context) -> None:
    """Remember whom a sentence names that tells nothing."""
    for item in items:
        if item.kind == "E":
            context.mention(item.value, subject=False)
    subject = next((i for i in items if i.kind == "E"), None)
    if subject is not None and not subject.possessive and not subject.value.adjective:
        context.mention(subject.value, subject=True)
    context.unattributed = []


def update(acts: list[Draft], context: Context) -> None:
    """What later sentences need to know of the acts told."""
    for draft in acts:
        leaving = draft.act in _LEAVING or draft.about is Act.WITHDRAWAL
        if draft.treaty and leaving and draft.kind is ClaimKind.ACT:
            context.exit_treaties.add(draft.treaty)
        if draft.standing is Standing.NON_PARTY:
            context.outsiders.update(draft.participants)
        if draft.act is Act.EXIT_EFFECT and draft.modality is Modality.DONE:
            context.leavers.update(draft.participants)
        if draft.act is Act.BILL_ADOPTED and draft.modality is Modality.DONE:
            context.last_vote = Vote(draft.participants, draft.treaty, draft.date)
        elif draft.act is Act.WITHDRAWAL and draft.treaty:
            context.notified.add(draft.treaty)


def attribute(acts: list[Draft], sources: list[Draft], context: Context) -> None:
    """Put the sentence's speakers on its acts; "this was reported by" on those before it."""
    chain: list[str] = []
    for source in sources:
        if isinstance(source.value, Attribution):
            chain += [name for name in (source.value.source, source.value.via) if name]
    for draft in acts or (context.unattributed if sources else []):
        draft.attributed = draft.attributed or tuple(chain)
    context.unattributed = [] if chain else acts


def remember(clause: Clause, frame: Frame, context: Context) -> None:
    """Remember whom, which treaty and which date a clause named."""
    if clause.marker == "main" and clause.verb is not None:
        context.treaty_spoke = _treaty_speaks(clause, frame)
    acts_near = any(node.concept in CORES for side in frame.sides for node in side)
    acts_near = acts_near or frame.core is not None or frame.head in CORES
    for item in clause.items:
        if item.kind == "E":
            context.mention(item.value, subject=item is frame.agent_item)
        elif item.kind == "T" and item.value.id and not (item.value.body and not acts_near):
            context.treaty = item.value.id
            noun = item.value.noun or item.low.split()[-1]
            for word in {noun, *item.low.split()} & context.sub_nouns | {noun}:
                context.treaty_nouns[word] = item.value.id
        elif (
            item.kind == "D" and (item.value.year or item.value.month) and not item.value.adjective
        ):
            context.last_date = item.value
            if not _lies_ahead(item, context):
                context.last_past = item.value
    core = frame.core.concept if frame.core is not None else frame.head
    if core in CORES:
        context.last_core = core


def _lies_ahead(item: Item, context: Context) -> bool:
    ref, latest = item.value, context.latest_day
    if latest is None or ref.year is None:
        return False
    return (ref.year, ref.month or 1, ref.day or 1) > (latest.year, latest.month, latest.day)


def _treaty_speaks(clause: Clause, frame: Frame) -> bool:
    """Whether a treaty, and no state, is what a clause is about."""
    first = next((i for i in clause.before if i.kind in "ETO"), None)
    return first is not None and first.kind == "T" and frame.agent is None
