"""One sentence's drafts: its clauses in turn, with the document's context brought up to date."""

from __future__ import annotations

from inforce.dates import PartialDate
from inforce.reading.attach import Who, date_of, object_treaties, participants_of, treaties_in
from inforce.reading.attributions import attributions
from inforce.reading.clauses import Clause, clauses_of
from inforce.reading.context import Context, Vote
from inforce.reading.counts import counts
from inforce.reading.drafts import Draft
from inforce.reading.effects import for_participant
from inforce.reading.events import events_of
from inforce.reading.figures import figures
from inforce.reading.force_rules import force_rules
from inforce.reading.forecasts import forecasts, horizon_of
from inforce.reading.frames import CORES, Frame, Node, frame_of
from inforce.reading.items import Item
from inforce.reading.lexicon import Lexicon
from inforce.reading.meaning import Reading
from inforce.reading.nominals import nominals
from inforce.reading.relations import orders, presuppositions, scopes
from inforce.reading.rules_in_text import periods
from inforce.reading.sentences import Sentence
from inforce.reading.standings import standings
from inforce.reading.tallies import merged, tallies
from inforce.reading.verbs import Verb, verbs_of
from inforce.record.values import Attribution, Intended
from inforce.terms import Act, ClaimKind, Modality, Standing

_CONCEPTS = frozenset(
    {
        *CORES,
        "notify",
        "docs",
        "effect",
        "vote",
        "promulgate",
        "reverse",
        "membership",
        "member",
        "belong",
        "follow",
        "period",
    }
)
_TELLING = frozenset(
    {
        "likely",
        "currency_words",
        "casualties",
        "tally_abstain",
        "tally_none",
        "non_party_nouns",
        "outside",
        "in_force",
        "scope_in",
        "scope_out",
        "largest",
        "follows",
        "cites",
    }
)
_HYPOTHETICAL = frozenset({Act.INTENTION_ANNOUNCED, Act.PROPOSED, Act.SUSPENSION, Act.BILL_ADOPTED})
"""Acts of which even a mere possibility is worth a statement."""
_TOLD = frozenset({Act.WITHDRAWAL, Act.REVOCATION})
_BY_SOMEONE = frozenset(
    {Act.WITHDRAWAL, Act.RATIFICATION, Act.ACCESSION, Act.SIGNATURE, Act.ACCEPTANCE}
)
_STANDING = frozenset({"non_party_nouns", "plural_state_nouns", "countable", "in_force"})
_SCOPE = frozenset({"scope_in", "scope_out"})
_QUANTIFIERS = frozenset({"most_of", "all_of"})
_OPERATORS = frozenset({"plan", "propose", "notify", "vote", "reject", "begin", "docs", "receive"})


def tell(
    items: list[Item], sentence: Sentence, context: Context, lexicon: Lexicon, *, text: str
) -> list[Draft]:
    """The drafts of one sentence; ``context`` then remembers whom and what it named."""
    if sentence.heading:
        context.horizon = horizon_of(items) or context.horizon
    classes: set[str] = set()
    for item in items:
        classes |= item.word.classes
    if not _promising(items, classes, context):
        _pass_by(items, context)
        return []
    verbs = verbs_of(items, lexicon, heading=sentence.heading)
    clauses = clauses_of(items, verbs)
    for clause in clauses:
        if clause.marker == "condition" and clause.parent is not None:
            clause.parent.conditions.append(clause)
    acts, beside = _clauses(items, clauses, context, text)
    rules = force_rules(items, context)
    if rules and not any(clause.verb is not None and clause.verb.past for clause in clauses):
        acts = [d for d in acts if d.act is not Act.ENTRY_INTO_FORCE]
    else:
        rules = []
        if classes & _STANDING:
            acts += standings(items, acts, context)
    _update(acts, context)
    sources = attributions(items, verbs, text)
    _attribute(acts, sources, context)
    return [
        *acts,
        *rules,
        *(_figures_of_treaties(items, verbs, classes, context) if not rules else ()),
        *presuppositions(acts),
        *(scopes(items, context) if classes & _SCOPE else ()),
        *figures(items, verbs, context, lexicon.data["numbers"]),
        *beside,
        *sources,
    ]


def _promising(items: list[Item], classes: set[str], context: Context) -> bool:
    """Whether a sentence can tell anything: names a treaty, or an act, a vote, a figure."""
    if classes & _TELLING:
        return True
    for item in items:
        if item.kind == "T" or (
            item.kind == "w" and (item.word.verb in _CONCEPTS or item.word.noun in _CONCEPTS)
        ):
            return True
    ellipsis = "have" in classes and "not" in classes
    return ellipsis or (context.open_tally is not None and any(i.kind == "N" for i in items))


def _pass_by(items: list[Item], context: Context) -> None:
    """Remember whom a sentence names that tells nothing."""
    for item in items:
        if item.kind == "E":
            context.mention(item.value, subject=False)
    subject = next((i for i in items if i.kind == "E"), None)
    if subject is not None and not subject.possessive and not subject.value.adjective:
        context.mention(subject.value, subject=True)
    context.unattributed = []


def _figures_of_treaties(
    items: list[Item], verbs: list[Verb], classes: set[str], context: Context
) -> list[Draft]:
    """The tallies, counts and notice periods of a sentence."""
    kinds = {item.kind for item in items}
    found: list[Draft] = []
    if "N" in kinds or "tally_none" in classes or context.open_tally is not None:
        found += merged(tallies(items, context), context)
    if "N" in kinds or classes & _QUANTIFIERS:
        found += counts(items, verbs, context)
    if "P" in kinds:
        found += periods(items, context)
    return found


def _clauses(
    items: list[Item], clauses: list[Clause], context: Context, text: str
) -> tuple[list[Draft], list[Draft]]:
    """The acts that the clauses tell, and the orders and forecasts beside them."""
    acts: list[Draft] = []
    beside: list[Draft] = []
    consumed: set[int] = set()
    inverted = bool(items) and items[0].kind == "w" and items[0].has("inverting")
    for clause in clauses:
        children = [c for c in clauses if c.parent is clause and _complements(c)]
        frame = frame_of(clause, children)
        outer = clause.parent
        doubted = (
            clause.marker == "that"
            and outer is not None
            and outer.verb is not None
            and outer.verb.negative
        )
        if id(clause) not in consumed and not doubted and not inverted:
            told = _drafts(frame, context)
            context.last_act = told[-1] if told and told[-1].act is not None else context.last_act
            acts += told
            acts += nominals(clause, told, context)
            beside += orders(frame, context)
            beside += forecasts(frame, told, context, text)
        if frame.head in _OPERATORS or (frame.head == "say" and acts and acts[-1].act in _TOLD):
            consumed.update(id(child) for child in children)
        _remember(clause, frame, context)
    return acts, beside


def _update(acts: list[Draft], context: Context) -> None:
    """What later sentences need to know of the acts told."""
    for draft in acts:
        if draft.act is Act.EXIT_EFFECT and draft.modality is Modality.DONE:
            context.leavers.update(draft.participants)
        if draft.act is Act.BILL_ADOPTED and draft.modality is Modality.DONE:
            context.last_vote = Vote(draft.participants, draft.treaty, draft.date)
        elif draft.act is Act.WITHDRAWAL and draft.treaty:
            context.notified.add(draft.treaty)


def _attribute(acts: list[Draft], sources: list[Draft], context: Context) -> None:
    """Put the sentence's speakers on its acts; "this was reported by" on those before it."""
    chain: list[str] = []
    for source in sources:
        if isinstance(source.value, Attribution):
            chain += [name for name in (source.value.source, source.value.via) if name]
    for draft in acts or (context.unattributed if sources else []):
        draft.attributed = draft.attributed or tuple(chain)
    context.unattributed = [] if chain else acts


def _complements(child: Clause) -> bool:
    """Whether a clause says what its parent's verb or law is about."""
    if child.marker == "that":
        return True
    law = any(i.kind == "w" and i.word.noun == "law" for i in child.antecedent)
    return child.marker == "relative" and law


def _drafts(frame: Frame, context: Context) -> list[Draft]:
    readings = events_of(frame, context)
    drafts: list[Draft] = []
    core = frame.core
    for reading in readings:
        treaties = _treaties(frame, core, reading, context)
        if not treaties:
            continue
        if _counted_agent(frame):
            continue
        who = participants_of(frame, context, core)
        named = (
            for_participant(frame) if reading.act is Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT else None
        )
        if named is not None:
            who = Who(context.participants(named.value), named.value, named)
        if reading.modality is Modality.HYPOTHETICAL and (
            frame.agent_item is None
            or reading.act not in _HYPOTHETICAL
            or frame.clause.marker in ("condition", "condition_time", "time")
        ):
            continue
        verb = frame.clause.verb
        general = verb is not None and verb.finite and not (verb.past or verb.perfect or verb.mood)
        if general and who.item is None and reading.act in _BY_SOMEONE:
            continue  # "an instrument is deposited with": a rule, not an event
        needs = reading.act not in (Act.ENTRY_INTO_FORCE,)
        if needs and not who.ids:
            continue
        future = reading.modality is Modality.PLANNED and reading.act not in (
            Act.INTENTION_ANNOUNCED,
            Act.PROPOSED,
        )
        date, _ = date_of(
            frame.clause, context, future=future, spoken=reading.act is Act.INTENTION_ANNOUNCED
        )
        general = who.item is None
        if (
            reading.act is Act.EXIT_EFFECT
            and reading.modality is Modality.PLANNED
            and date is None
            and general
        ):
            continue
        for treaty in treaties:
            drafts.append(_draft(frame, reading, who, treaty, date, needs=needs, context=context))
            later = _effect_beside(frame, reading, context)
            if later is not None:
                told = Reading(Modality.PLANNED, Act.EXIT_EFFECT, words="effective from")
                drafts.append(_draft(frame, told, who, treaty, later, needs=True, context=context))
    return drafts


def _effect_beside(frame: Frame, reading: Reading, context: Context) -> PartialDate | None:
    """The date of "notified ..., effective 31 December": when the exit takes effect."""
    about_exit = reading.act in (Act.WITHDRAWAL, Act.DENUNCIATION) or (
        reading.about is Act.WITHDRAWAL and reading.modality is Modality.PLANNED
    )
    after = frame.clause.after
    for place, item in enumerate(after[:-1]):
        if (
            about_exit
            and item.kind == "w"
            and item.has("from_then")
            and after[place + 1].kind == "D"
        ):
            dated = after[place + 1]
            return context.resolve(dated.value, dated.start, future=True)
    return None


def _counted_agent(frame: Frame) -> bool:
    """Whether a number or a quantifier acts ("signed by 163 countries", "most EU members")."""
    verb, item = frame.clause.verb, frame.agent_item
    before = frame.clause.before
    if before and before[-1].kind == "N":
        return verb is not None and not verb.negative
    if verb is not None and verb.passive and item is None:
        return any(i.kind == "w" and i.has("by") for i in frame.clause.after)
    if item is None or item.value.pronoun:
        return False
    side = frame.clause.before if item in frame.clause.before else frame.clause.after
    place = side.index(item) if item in side else 0
    return any(i.kind == "w" and i.has("quantified") for i in side[max(0, place - 3) : place])


def _treaties(frame: Frame, core: Node | None, reading: Reading, context: Context) -> list[str]:
    if frame.head == "law" or (core is None and frame.children):
        for child in frame.children:
            named = treaties_in(child.items, context)
            if named:
                return named[:1]
    if core is not None or frame.head in CORES:
        node = core
        if frame.head in CORES and frame.clause.verb is not None and not frame.clause.verb.passive:
            named = object_treaties(frame, None, context)
        else:
            named = object_treaties(frame, node, context)
        if named is None and reading.act in (Act.BILL_ADOPTED, Act.LAW_SIGNED):
            named = treaties_in(frame.clause.items, context)[:1]
        if named is None:
            return []
        if named:
            return named
    named = treaties_in(frame.clause.items + frame.clause.antecedent, context)
    if named:
        return named[:1]
    parent = frame.clause.parent
    while parent is not None:
        named = treaties_in(parent.items, context)
        if named:
            return named[:1]
        parent = parent.parent
    fallback = context.treaty_of(None)
    return [fallback] if fallback else []


def _draft(
    frame: Frame,
    reading: Reading,
    who: Who,
    treaty: str,
    date: PartialDate | None,
    *,
    needs: bool,
    context: Context,
) -> Draft:
    start, end = _span(frame.clause)
    act = reading.act
    modality = _placed(reading.modality, frame, date, context)
    if reading.words == "leave planned" and date is None:
        act, modality = Act.INTENTION_ANNOUNCED, Modality.PLANNED
    intended = act in (Act.INTENTION_ANNOUNCED, Act.PROPOSED)
    about = reading.about or (Act.WITHDRAWAL if intended else None)
    return Draft(
        ClaimKind.STANDING if reading.standing else ClaimKind.ACT,
        modality,
        start,
        end,
        act=act,
        about=about,
        standing=reading.standing,
        participants=who.ids if needs else (),
        treaty=treaty,
        date=date if reading.standing is not Standing.NON_PARTY else None,
        body=who.actor.role if who.actor is not None and who.actor.role != "state" else None,
        value=Intended(reading.words) if intended else None,
        trace={"words": reading.words, "head": frame.head},
    )


def _placed(
    modality: Modality, frame: Frame, date: PartialDate | None, context: Context
) -> Modality:
    """A present or a participle with a date after publication, or under a plan, is planned."""
    verb, clause = frame.clause.verb, frame.clause
    latest = context.latest_day
    present = verb is not None and not (verb.past or verb.perfect or verb.mood)
    if modality is Modality.PLANNED and present and verb is not None and verb.concept == "effect":
        over = latest is not None and date is not None and date.latest is not None
        return Modality.DONE if over and date.latest <= latest else modality
    if modality is not Modality.DONE or verb is None or verb.past or verb.perfect:
        return modality
    latest = context.latest_day
    if (
        date is not None
        and any(i.kind == "w" and i.has("from_then") for i in clause.items)
        and latest is None
    ):
        return Modality.PLANNED
    if (
        latest is not None
        and date is not None
        and date.earliest is not None
        and date.earliest > latest
    ):
        return Modality.PLANNED
    parent = clause.parent.verb if clause.parent is not None else None
    if (
        clause.marker == "participial"
        and parent is not None
        and (parent.mood == "will" or parent.concept in ("plan", "propose"))
    ):
        return Modality.PLANNED
    return modality


def _span(clause: Clause) -> tuple[int, int]:
    items = clause.items
    starts = [i.start for i in items]
    ends = [i.end for i in items]
    return (min(starts), max(ends)) if starts else (0, 0)


def _remember(clause: Clause, frame: Frame, context: Context) -> None:
    for item in clause.items:
        if item.kind == "E":
            context.mention(item.value, subject=item is frame.agent_item)
        elif item.kind == "T" and item.value.id and not (item.value.body and frame.core is None):
            context.treaty = item.value.id
            noun = item.value.noun or item.low.split()[-1]
            context.treaty_nouns[noun] = item.value.id
        elif (
            item.kind == "D" and (item.value.year or item.value.month) and not item.value.adjective
        ):
            context.last_date = item.value
    core = frame.core.concept if frame.core is not None else frame.head
    if core in CORES:
        context.last_core = core
