"""How each statement came about, word by word; worked out only when somebody asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from inforce.reading.doubts import borne_out
from inforce.reading.glosses import gloss
from inforce.reading.items import Item
from inforce.reading.languages import languages, load_lexicon
from inforce.reading.memberships import memberships
from inforce.reading.names import folded
from inforce.reading.partial import part_groups
from inforce.reading.reader import Passage, Reading, gazetteer_of, passages_of
from inforce.reading.rule_names import rule_of
from inforce.reading.topics import name_topics
from inforce.record.model import Statement
from inforce.terms import Modality

if TYPE_CHECKING:
    from inforce.catalogue.catalogue import Catalogue
    from inforce.dates import PartialDate
    from inforce.reading.readable import Readable

_AHEAD = frozenset({"will", "would", "may"})


@dataclass(frozen=True, slots=True)
class Reason:
    """Why one part of a statement is as it is.

    ``part`` is rule, act, participant, treaty, date, modality or word; ``words`` the text's own,
    with their span where they stand in it; ``meaning`` what they were taken for.
    """

    part: str
    words: str
    meaning: str
    start: int | None = None
    end: int | None = None

    def to_json(self) -> dict[str, Any]:
        """The reason as the exchange has it."""
        return {
            "part": self.part,
            "words": self.words,
            "meaning": self.meaning,
            "start": self.start,
            "end": self.end,
        }


@dataclass(frozen=True, slots=True)
class Explanation:
    """The reasons for one statement: its parts first, then the words of its quote in order."""

    statement: str
    """The statement's id."""
    reasons: tuple[Reason, ...]

    def of(self, part: str) -> tuple[Reason, ...]:
        """The reasons for one part."""
        return tuple(reason for reason in self.reasons if reason.part == part)

    def to_json(self) -> list[dict[str, Any]]:
        """The reasons as the exchange has them."""
        return [reason.to_json() for reason in self.reasons]


def explain(
    document: Readable,
    reading: Reading,
    catalogue: Catalogue,
    *,
    published: PartialDate | None = None,
) -> tuple[Explanation, ...]:
    """An explanation for each of a reading's statements, in their order.

    The document is looked through once more for its names, dates and words; what the reader
    found is not changed.
    """
    language = document.language or "en"
    if not reading.statements or language not in languages():
        return ()
    lexicon, gazetteer = load_lexicon(language), gazetteer_of(catalogue, language)
    text = folded(document.text)
    mentions = memberships(borne_out(gazetteer.find(text), text, lexicon), text, gazetteer.short)
    passages, _ = passages_of(text, mentions, lexicon)
    for passage in passages:
        name_topics(passage.items, gazetteer.titles)
        part_groups(passage.items, gazetteer.sizes)
    work = _Work(document.text, passages, document.published or published)
    traces = reading.traces or ({},) * len(reading.statements)
    return tuple(
        Explanation(statement.id, tuple(work.reasons(statement, trace)))
        for statement, trace in zip(reading.statements, traces, strict=True)
    )


@dataclass(frozen=True, slots=True)
class _Work:
    text: str
    passages: Sequence[Passage]
    published: PartialDate | None

    def reasons(self, statement: Statement, trace: dict[str, str]) -> Iterator[Reason]:
        """The reasons for one statement."""
        claim, evidence = statement.claim, statement.evidence
        start, end = evidence.start or 0, evidence.end or 0
        items = [i for p in self.passages for i in p.items if p.sentence.end > start]
        inside = [item for item in items if start <= item.start and item.end <= end]
        yield Reason("rule", trace.get("words", ""), rule_of(statement, trace))
        yield from self._act(trace, inside)
        if claim.participant:
            yield self._name("participant", claim.participant, start, end)
        if claim.treaty:
            yield self._name("treaty", claim.treaty, start, end)
        if claim.date is not None:
            yield self._date(claim.date, start, end)
        yield self._modality(statement, inside)
        for item in inside:
            meaning = gloss(item)
            if meaning:
                yield self._reason("word", item, meaning)

    def _act(self, trace: dict[str, str], inside: list[Item]) -> Iterator[Reason]:
        """The words whose concept the rule went by."""
        concepts = {*trace.get("words", "").split(), trace.get("head", "")} - {""}
        for item in inside:
            if item.kind == "w" and {item.word.verb, item.word.noun, item.low} & concepts:
                concept = item.word.verb or item.word.noun or item.low
                yield self._reason("act", item, f"tells of {concept!r}")

    def _name(self, part: str, wanted: str, start: int, end: int) -> Reason:
        """The words that name a participant or a treaty: in the sentence, or last before it."""
        kind = "E" if part == "participant" else "T"
        named = [
            item
            for passage in self.passages
            for item in passage.named
            if item.kind == kind and _means(item, wanted)
        ]
        inside = next((i for i in named if start <= i.start and i.end <= end), None)
        if inside is not None:
            return self._reason(part, inside, f"names {wanted}")
        before = [item for item in named if item.start < start]
        if before:
            return self._reason(part, before[-1], f"{wanted}, carried on from where it was named")
        if named:
            return self._reason(part, named[0], f"{wanted}, named further on")
        return Reason(part, "", f"{wanted}, which the text as a whole is about")

    def _date(self, date: PartialDate, start: int, end: int) -> Reason:
        """The date's words nearest to the quote: in it, in its sentence, or before."""
        told = date.edtf
        dated = [i for p in self.passages for i in p.named if i.kind == "D" and _fits(i, date)]
        if not dated:
            return Reason("date", "", f"{told}, from the text's other dates")
        nearest = min(dated, key=lambda i: max(start - i.end, i.start - end, 0))
        whole = nearest.value.year is not None and not nearest.value.relative
        day = self.published.edtf if self.published else None
        how = "" if whole else f", reckoned from the day of publication, {day}" if day else ""
        how = how or ("" if whole else ", completed from the text's other dates")
        return self._reason("date", nearest, f"{told}{how}")

    def _modality(self, statement: Statement, inside: list[Item]) -> Reason:
        """The auxiliaries and negations that make a claim more, or less, than done."""
        signs = [
            item
            for item in inside
            if item.kind == "w"
            and (
                item.word.auxiliary in _AHEAD
                or item.has("not")
                or item.word.verb in ("plan", "propose", "reject")
            )
        ]
        words = ", ".join(self.text[item.start : item.end] for item in signs)
        if statement.modality is Modality.DONE:
            return Reason("modality", "", "done: told as having happened, or as a fact")
        span = (signs[0].start, signs[-1].end) if signs else (None, None)
        return Reason("modality", words, statement.modality.value, *span)

    def _reason(self, part: str, item: Item, meaning: str) -> Reason:
        return Reason(part, self.text[item.start : item.end], meaning, item.start, item.end)


def _means(item: Item, wanted: str) -> bool:
    if item.kind == "E":
        return wanted in item.value.participants
    return wanted == item.value.id or wanted in item.value.ids


def _fits(item: Item, date: PartialDate) -> bool:
    """Whether a date's words can have given a date; relative words can have given any."""
    ref = item.value
    if ref.relative or ref.bare_weekday:
        return True
    parts = [part.strip("X~?%") for part in date.edtf.replace("../", "").split("/")[0].split("-")]
    told = (ref.year, ref.month, ref.day)
    return all(
        said is None or not part.isdecimal() or int(part) == said
        for said, part in zip(told, parts, strict=False)
    )
