"""Reading: a document in, statements out, each with the words that say it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from inforce.dates import PartialDate
from inforce.reading.context import TREATY_WEIGHT, Context, survey
from inforce.reading.doubts import borne_out
from inforce.reading.free.grouping import group as group_free
from inforce.reading.free.parts import parted
from inforce.reading.free.tell import tell as tell_free
from inforce.reading.free.words import spelled
from inforce.reading.groups import group
from inforce.reading.items import Item, items_of
from inforce.reading.languages import languages, load_lexicon
from inforce.reading.leaders import leaders_in
from inforce.reading.lexicon import Lexicon
from inforce.reading.memberships import memberships
from inforce.reading.names import Gazetteer, Mention, Named, demonyms, folded
from inforce.reading.partial import part_groups
from inforce.reading.readable import Readable
from inforce.reading.sentences import Sentence, sentences
from inforce.reading.statements import statements_of
from inforce.reading.tell import tell
from inforce.reading.tokens import tokens_of
from inforce.reading.topics import leave_out_others, name_topics
from inforce.reading.treaty_signs import signs_of
from inforce.record.model import Statement

if TYPE_CHECKING:
    from inforce.catalogue.catalogue import Catalogue
    from inforce.reading.drafts import Draft


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A sentence that yielded nothing, and why."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a document says.

    ``reason`` says why nothing was found, where nothing was. ``traces`` hold, beside each
    statement, the words that gave each part of the claim.
    """

    statements: tuple[Statement, ...]
    passed_over: tuple[PassedOver, ...] = ()
    reason: str | None = None
    notes: tuple[str, ...] = ()
    traces: tuple[dict[str, str], ...] = ()

    @property
    def explanations(self) -> dict[str, dict[str, str]]:
        """The traces by their statements' ids, which are worked out only when asked for."""
        return {s.id: trace for s, trace in zip(self.statements, self.traces, strict=True)}


@dataclass(slots=True)
class Passage:
    """One sentence with its items, and what was named in it."""

    sentence: Sentence
    items: list[Item]
    named: list[Item]
    """Its actors, treaties and dates."""


def read(
    document: Readable, catalogue: Catalogue, *, published: PartialDate | None = None
) -> Reading:
    """The statements of a document.

    ``published`` gives the day, or interval, of a document that does not say it. A language that
    has no lexicon is named in ``reason``, and nothing is read.
    """
    language = document.language or "en"
    if language not in languages():
        return Reading((), reason=f"language not read: {language}")
    lexicon, gazetteer = load_lexicon(language), gazetteer_of(catalogue, language)
    return read_with(document, lexicon, gazetteer, published=published)


def read_with(
    document: Readable,
    lexicon: Lexicon,
    gazetteer: Gazetteer,
    *,
    published: PartialDate | None = None,
) -> Reading:
    """The statements of a document by one language's words and names."""
    text = folded(document.text)
    signs = signs_of(gazetteer, lexicon.language)
    if not signs.may_name(text):
        return Reading((), (), "no treaty named")
    mentions = borne_out(gazetteer.find(text), text, lexicon)
    mentions = memberships(mentions, text, gazetteer.short)
    day = document.published or published
    mentions = leaders_in(mentions, text, day, lexicon.language)
    if not any(mention.kind == "treaty" for mention in mentions) and not signs.may_entitle(text):
        return Reading((), (), "no treaty named")
    context = Context(published=document.published or published)
    context.body_nouns = frozenset(lexicon.data["sets"]["body_nouns"])
    context.sub_nouns = frozenset(lexicon.data["sets"].get("sub_nouns", ()))
    passages, passed = passages_of(text, mentions, lexicon)
    for passage in passages:
        name_topics(passage.items, gazetteer.titles)
        part_groups(passage.items, gazetteer.sizes)
    counts: Counter[str] = Counter()
    for passage in passages:
        survey(passage.named, context, counts)
    if not context.known_treaties:
        return Reading((), tuple(passed), "no treaty named")
    _settle(context, counts, passages)
    for passage in passages:
        leave_out_others(passage.items, gazetteer.titles, context.known_treaties)
    drafts: list[Draft] = []
    teller = tell_free if _is_free(lexicon) else tell
    for passage in passages:
        told = teller(passage.items, passage.sentence, context, lexicon, text=document.text)
        if not told:
            passed.append(PassedOver(passage.sentence.start, passage.sentence.end, "tells no act"))
        drafts += told
    statements, traces = statements_of(drafts, document, context)
    reason = None if statements else "treaties are named, but no act, standing or figure is told"
    return Reading(tuple(statements), tuple(passed), reason, tuple(context.notes), tuple(traces))


@lru_cache(maxsize=16)
def gazetteer_of(catalogue: Catalogue, language: str) -> Gazetteer:
    """The names of one language, and those of none, in one automaton."""
    data = load_lexicon(language).data
    codes = frozenset({language, "mul", *data.get("names", ())})
    names: list[Named] = [n for n in catalogue.names() if n.language in codes]
    names += demonyms(names, data.get("demonyms", {}))
    treaties = [
        (alias + ending, treaty.id)
        for treaty in catalogue.treaties()
        for alias in _aliases(treaty.aliases, codes, (treaty.title, treaty.short_name))
        for ending in ("", *data.get("treaty_endings", ()))
    ]
    bodies = [
        (body, treaty.id)
        for treaty in catalogue.treaties()
        for spoken, words in treaty.aliases
        if spoken.removesuffix("-x-member") in codes and spoken.endswith("-x-member")
        for body in words
    ]
    treaties += _spelled(data.get("treaties", {}))
    bodies += _spelled(data.get("bodies", {}))
    small = bool(data.get("demonyms", {}).get("small", False))
    gazetteer = Gazetteer(names, treaties, bodies, small=small)
    gazetteer.sizes = {
        group.id: sum(member.until is None for member in group.members)
        for group in catalogue.groups()
    }
    return gazetteer


def _spelled(aliases: Mapping[str, list[str]]) -> list[tuple[str, str]]:
    """The spellings of a lexicon's names of treaties or bodies, each with its treaty."""
    return [
        (surface, treaty)
        for treaty, entries in aliases.items()
        for entry in entries
        for surface in spelled(entry)
    ]


def _aliases(
    aliases: tuple[tuple[str, tuple[str, ...]], ...], codes: frozenset[str], own: tuple[str, ...]
) -> set[str]:
    found = set(own)
    for spoken, words in aliases:
        if spoken in codes or spoken == "en":
            found.update(words)
    return {alias for alias in found if len(alias) > 2}


def passages_of(
    text: str, mentions: list[Mention], lexicon: Lexicon
) -> tuple[list[Passage], list[PassedOver]]:
    """The sentences of a text with their items, the mentions taken in."""
    passages: list[Passage] = []
    passed: list[PassedOver] = []
    at = 0
    grouped = group_free if _is_free(lexicon) else group
    for sentence in sentences(text, lexicon.language):
        inside: list[Mention] = []
        while at < len(mentions) and mentions[at].start < sentence.end:
            if mentions[at].start >= sentence.start and mentions[at].end <= sentence.end:
                inside.append(mentions[at])
            at += 1
        tokens = tokens_of(text, (sentence.start, sentence.end), lexicon)
        items = items_of(text, tokens, inside, lexicon)
        parts = parted(items, text, sentence) if _is_free(lexicon) else [(sentence, items)]
        for part, held in parts:
            told = grouped(held, lexicon.data)
            named = [item for item in told if item.kind in "ETD"]
            passages.append(Passage(part, told, named))
    return passages, passed


def _subject(passages: list[Passage]) -> str:
    """Whether leaving or joining is what a text tells more of."""
    told = Counter(
        concept
        for passage in passages
        for item in passage.items
        for concept in {item.word.verb, item.word.noun}
        if concept in ("leave", "ratify", "join", "sign", "accept")
    )
    leaving = told.pop("leave", 0)
    best = max(told, key=lambda name: told[name]) if told else "leave"
    return best if told and sum(told.values()) > leaving else "leave"


def _is_free(lexicon: Lexicon) -> bool:
    """Whether forms and cases, and not the order of words, tell who acts."""
    return lexicon.data.get("typology") == "free"


def _settle(context: Context, counts: Counter[str], passages: list[Passage]) -> None:
    """The document's main treaty and participant, and its own full dates."""
    treaties = {name[7:]: n for name, n in counts.items() if name.startswith("treaty ")}
    context.main_treaty = max(treaties, key=lambda name: treaties[name])
    context.main_is_body = treaties[context.main_treaty] < TREATY_WEIGHT
    states = {name: n for name, n in counts.items() if not name.startswith("treaty ")}
    if states:
        context.main_participant = max(states, key=lambda name: states[name])
        context.dominant = 2 * states[context.main_participant] > sum(states.values())
    context.subject_of_text = _subject(passages)
    for passage in passages:
        for item in passage.named:
            if (
                item.kind == "D"
                and item.value.year
                and item.value.month
                and not item.value.adjective
            ):
                context.anchors.append((item.start, item.value))
