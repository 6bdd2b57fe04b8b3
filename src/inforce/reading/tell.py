"""One sentence's drafts: its clauses in turn, with the document's context brought up to date."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from inforce.dates import Truth
from inforce.reading.acts import acts_of, complements
from inforce.reading.attributions import attributions
from inforce.reading.clause import Clause
from inforce.reading.clauses import clauses_of
from inforce.reading.context import Context
from inforce.reading.counts import counts
from inforce.reading.drafts import Draft
from inforce.reading.ellipses import also
from inforce.reading.figures import figures
from inforce.reading.force_rules import force_rules
from inforce.reading.forecasts import forecasts, horizon_of
from inforce.reading.frames import frame_of
from inforce.reading.items import EMPTY, Item
from inforce.reading.lexicon import Lexicon
from inforce.reading.memory import ask, attribute, pass_by, remember, update
from inforce.reading.nominals import nominals
from inforce.reading.orders import orders
from inforce.reading.partial import but_mostly
from inforce.reading.relations import presuppositions
from inforce.reading.rules_in_text import periods
from inforce.reading.scopes import scopes
from inforce.reading.sentences import Sentence
from inforce.reading.standings import standings
from inforce.reading.tallies import merged, tallies
from inforce.reading.timeline import as_past, date_entry, dateline_end, entry_date
from inforce.reading.verb import CORES, Verb
from inforce.reading.verbs import verbs_of
from inforce.terms import Act, Modality

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
        "according",
        "wires",
        "currency_words",
        "casualties",
        "tally_abstain",
        "tally_none",
        "non_party_nouns",
        "outside",
        "in_force",
        "scope_in",
        "scope_out",
        "scope_rest",
        "scope_by",
        "scope_beyond",
        "largest",
        "actions",
        "follows",
        "cites",
    }
)
_TOLD = frozenset({Act.WITHDRAWAL, Act.REVOCATION})
_AHEAD = frozenset({"will", "would"})
_STANDING = frozenset(
    {"no_longer", "non_party_nouns", "plural_state_nouns", "countable", "in_force", "gerund_aux"}
)
_SCOPE = frozenset({"scope_in", "scope_out", "scope_rest", "scope_by", "scope_beyond"})
_ORDER = frozenset({"follows", "order_after", "order_before", "order_same"})
_VOICES = frozenset({"according", "cites", "wires"})
_QUANTIFIERS = frozenset({"most_of", "all_of"})
_OPERATORS = frozenset({"plan", "propose", "notify", "vote", "reject", "begin", "docs", "receive"})


def tell(
    items: list[Item], sentence: Sentence, context: Context, lexicon: Lexicon, *, text: str
) -> list[Draft]:
    """The drafts of one sentence; ``context`` then remembers whom and what it named."""
    if sentence.heading:
        context.horizon = horizon_of(items) or context.horizon
    signs = _signs(items)
    classes, kinds = signs.classes, signs.kinds
    context.silent += 1
    if not _promising(items, signs, context):
        pass_by(items, context)
        return []
    named = [p for i in items if i.kind == "E" for p in i.value.participants]
    context.sentence = tuple(dict.fromkeys(named))
    if items[-1].low == "?":
        ask(items, context)
    entry = entry_date(items)
    if entry is not None:
        context.last_date = entry
    rest = items[dateline_end(items) :] if entry is None else items[2:]
    verbs = verbs_of(rest, lexicon, heading=sentence.heading and entry is None)
    if entry is not None:
        as_past(verbs)
    clauses = clauses_of(rest, verbs)
    for clause in clauses:
        if clause.marker == "condition" and clause.parent is not None:
            clause.parent.conditions.append(clause)
    acts, beside = _clauses(rest, clauses, context, text)
    acts += _same_by_another(rest, acts)
    if _of_anyone(rest):
        acts = [d for d in acts if not d.participants or set(d.participants) & set(named)]
    if entry is not None:
        date_entry(acts, entry, items[0].start, context)
    rules = force_rules(items, context) if "effect" in signs.concepts and "N" in kinds else []
    in_force = [d for d in acts if d.act is Act.ENTRY_INTO_FORCE]
    ruled = bool(rules)
    if rules and not any(clause.verb is not None and clause.verb.past for clause in clauses):
        acts = [d for d in acts if d.act is not Act.ENTRY_INTO_FORCE]
    else:
        for draft in in_force if rules else ():
            draft.value = rules[0].value
        ruled, rules = bool(rules and in_force and not named), []
        if not classes.isdisjoint(_STANDING):
            acts += standings(items, acts, context)
    if rules:
        acts = [d for d in acts if d.standing is None and set(d.participants) & set(named)]
    acts = but_mostly(acts, items)
    update(acts, context)
    voiced = "say" in signs.concepts or not classes.isdisjoint(_VOICES)
    sources = attributions(items, verbs, context, text) if voiced else []
    attribute(acts, sources, context)
    return [
        *acts,
        *rules,
        *(_figures_of_treaties(items, verbs, signs, context) if not ruled else ()),
        *presuppositions(acts),
        *(() if classes.isdisjoint(_ORDER) else orders(items, acts, context)),
        *(() if classes.isdisjoint(_SCOPE) else scopes(items, context)),
        *figures(items, verbs, context, classes, lexicon.data["numbers"]),
        *beside,
        *sources,
    ]


@dataclass(frozen=True, slots=True)
class _Signs:
    """Which kinds of items, classes of words, and concepts a sentence holds at all.

    A reader of one construction is asked only where its signs are there.
    """

    kinds: set[str]
    classes: set[str]
    concepts: set[str | None]


def _signs(items: list[Item]) -> _Signs:
    known = [(item.word, item.kind) for item in items if item.word is not EMPTY]
    concepts = {word.verb for word, kind in known if kind == "w"}
    concepts.update([word.noun for word, kind in known if kind == "w"])
    classes: set[str] = set()
    classes.update(*[word.classes for word, _ in known])
    return _Signs({item.kind for item in items}, classes, concepts)


def _promising(items: list[Item], signs: _Signs, context: Context) -> bool:
    """Whether a sentence can tell anything: names a treaty, or an act, a vote, a figure."""
    kinds, classes = signs.kinds, signs.classes
    if "T" in kinds or not (signs.concepts.isdisjoint(_CONCEPTS) and classes.isdisjoint(_TELLING)):
        return True
    if "E" in kinds and (not classes.isdisjoint(_AHEAD) or _reported(items)):
        return True
    ellipsis = "have" in classes and "not" in classes
    return ellipsis or (context.open_tally is not None and "N" in kinds)


def _reported(items: list[Item]) -> bool:
    """ "this was reported by ...", "... plans to ...": a source, or a plan."""
    return any(
        i.kind == "w"
        and (i.word.verb in ("plan", "propose") or (i.word.verb == "say" and n.has("by")))
        for i, n in pairwise(items)
    )


def _figures_of_treaties(
    items: list[Item], verbs: list[Verb], signs: _Signs, context: Context
) -> list[Draft]:
    """The tallies, counts and notice periods of a sentence."""
    kinds, classes = signs.kinds, signs.classes
    found: list[Draft] = []
    if "N" in kinds or "tally_none" in classes or context.open_tally is not None:
        found += merged(tallies(items, context), context)
    if "N" in kinds or not classes.isdisjoint(_QUANTIFIERS):
        found += counts(items, verbs, context)
    if "P" in kinds:
        found += periods(items, context)
    return found


def _clauses(
    items: list[Item], clauses: list[Clause], context: Context, text: str
) -> tuple[list[Draft], list[Draft]]:
    """The acts that the clauses tell, and the forecasts beside them."""
    acts: list[Draft] = []
    beside: list[Draft] = []
    consumed: set[int] = set()
    inverted = bool(items) and items[0].kind == "w" and items[0].has("inverting")
    for clause in clauses:
        children = [c for c in clauses if c.parent is clause and complements(c)]
        frame = frame_of(clause, children)
        outer = clause.parent
        doubted = (
            clause.marker == "that"
            and outer is not None
            and outer.verb is not None
            and outer.verb.negative
        )
        if id(clause) not in consumed and not doubted and not inverted:
            told = acts_of(frame, context)
            context.last_act = told[-1] if told and told[-1].act is not None else context.last_act
            acts += told
            by_nouns = nominals(frame, told, context, children)
            acts += by_nouns
            if any(d.act is Act.INTENTION_ANNOUNCED for d in by_nouns):
                consumed.update(id(child) for child in children)
            ahead = forecasts(frame, told, context, text, items=items, below=clauses)
            beside += ahead
            settled = any(draft.act is not None for draft in ahead)
            acts = [d for d in acts if not (settled and any(d is t for t in told))]
            if settled and frame.head == "copula":  # "it is likely that X will leave"
                consumed.update(id(c) for c in clauses if c.parent is clause)
        silent = frame.head == "notify" and not acts  # "the depositary notifies that X ratified"
        if (frame.head in _OPERATORS and not silent) or (
            frame.head == "say" and acts and acts[-1].act in _TOLD
        ):
            consumed.update(id(child) for child in children)
        remember(clause, frame, context)
    _tell_notice_from_effect(acts)
    return acts, beside


def _of_anyone(items: list[Item]) -> bool:
    """ "a state that gives notice", "lets a party leave": whom a rule is for, and no one else."""
    return any(
        i.kind == "w" and i.has("indefinite") and (n.has("state_nouns") or n.has("countable_one"))
        for i, n in pairwise(items)
        if n.kind == "w"
    )


def _same_by_another(items: list[Item], acts: list[Draft]) -> list[Draft]:
    """The act told last, by the one named after "as does"."""
    if not acts or (acts[-1].act is None and acts[-1].standing is None):
        return []
    who = also(items)
    if who is None:
        return []
    end = max(acts[-1].end, who.end)
    return [replace(acts[-1], participants=who.value.participants, end=end)]


def _tell_notice_from_effect(acts: list[Draft]) -> None:
    """ "withdrew in March, and the withdrawal took effect in July": the first is the notice."""
    exits = [d for d in acts if d.act is Act.EXIT_EFFECT and d.date is not None]
    for first, second in pairwise(exits):
        same = (first.participants, first.treaty) == (second.participants, second.treaty)
        told = first.trace.get("words") == "leave" and first.modality is Modality.DONE
        if first.date is None or second.date is None or not (same and told):
            continue
        if second.date.after(first.date) is Truth.YES:
            first.act = Act.WITHDRAWAL
