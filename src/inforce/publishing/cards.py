"""Documents, sentences and findings arranged for the dossier."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from inforce.checking.model import Check, DocumentReport, Finding
from inforce.documents import Document
from inforce.law.model import Step
from inforce.publishing.claims import claim_words
from inforce.publishing.corrected import corrected_sentence
from inforce.publishing.inert import one_line, visible, with_links
from inforce.publishing.names import Namer, told_and_cited, treaty_name
from inforce.publishing.page import (
    Card,
    DocumentView,
    FindingView,
    Piece,
    Row,
    StepView,
    SupportView,
)
from inforce.publishing.rule_words import clauses_of, rung_words
from inforce.publishing.segments import Segment, paragraphs, segments
from inforce.publishing.told import (
    in_order,
    language_words,
    page_words,
    published_words,
    verdict_counts,
)
from inforce.publishing.words import FACET, SYMBOL, VERDICT, cited_articles, count_of, upper_first
from inforce.terms import GRAVITY, VerdictKind

LONG = 60_000
"""A text of more characters is shown in part: its unmarked stretches are shortened."""
_KEPT = 400
_NOTHING = len(GRAVITY)


class Anchors:
    """Places on the page: each statement of the report once, however often its id comes."""

    def __init__(self) -> None:
        self.cards: dict[str, Card] = {}
        self._used: set[str] = set()

    def new(self, statement_id: str) -> str:
        """An anchor for the statement that no other card has."""
        anchor, again = f"s-{statement_id}", 1
        while anchor in self._used:
            again += 1
            anchor = f"s-{statement_id}-{again}"
        self._used.add(anchor)
        return anchor


def document_view(
    found: DocumentReport, *, number: int, anchors: Anchors, catalogue: Namer | None
) -> DocumentView:
    """A document with its text cut into marked pieces and a card for each statement."""
    document = found.document
    checks = in_order(found.checks)
    cards = [
        _card(
            check,
            f"{number}.{place}",
            anchors=anchors,
            catalogue=catalogue,
            page=page_words(check, document),
        )
        for place, check in enumerate(checks, 1)
    ]
    spans = [_span(check, document) for check in checks]
    cards = [c if span else replace(c, back="") for c, span in zip(cards, spans, strict=True)]
    rows, shown = _rows(document, spans, cards)
    counts = verdict_counts(found.checks)
    return DocumentView(
        anchor=f"d-{number}",
        number=number,
        title=one_line(document.title or document.name),
        facts=_facts(document),
        address=tuple(with_links(document.address or "")),
        notes=tuple(upper_first(one_line(note)) for note in (*document.notes, *found.notes)),
        reason=one_line(found.reason or ""),
        rows=rows,
        placeless=tuple(card for n, card in enumerate(cards) if n not in shown),
        counts=tuple(
            (kind.value, SYMBOL[kind], VERDICT[kind], counts[kind])
            for kind in sorted(counts, key=GRAVITY.__getitem__)
        ),
        passed_over=tuple(
            (one_line(document.text[start:end]), one_line(why))
            for start, end, why in found.passed_over
        ),
    )


def _facts(document: Document) -> tuple[str, ...]:
    facts = [one_line(document.name)] if document.title else []
    facts.append(upper_first(published_words(document)))
    facts += [one_line(document.outlet)] if document.outlet else []
    facts.append(upper_first(language_words(document)))
    return tuple(facts)


def _span(check: Check, document: Document) -> tuple[int, int] | None:
    """The sentence's place in the text without white space at its ends; None without one."""
    start, end = check.statement.evidence.start, check.statement.evidence.end
    if start is None or end is None or not 0 <= start < end <= len(document.text):
        return None
    quote = document.text[start:end]
    first, last = start + len(quote) - len(quote.lstrip()), start + len(quote.rstrip())
    return (first, last) if first < last else None


def _rows(
    document: Document, spans: list[tuple[int, int] | None], cards: list[Card]
) -> tuple[tuple[Row, ...], set[int]]:
    """A row for each paragraph, and the places of the cards that found one."""
    rows: list[Row] = []
    shown: set[int] = set()
    placed = [span or (-1, -1) for span in spans]
    for block in paragraphs(document):
        here = [n for n, (a, b) in enumerate(placed) if a < block.end and b > block.start]
        cut = segments(block.start, block.end, [placed[n] for n in here])
        begun = [n for n in here if n not in shown]
        shown |= set(begun)
        pieces = tuple(
            _piece(document, segment, [cards[n] for n in here], [placed[n][0] for n in here])
            for segment in cut
        )
        rows.append(Row(block.kind.value, pieces, tuple(cards[n] for n in begun)))
    return tuple(_abridged(rows) if len(document.text) > LONG else rows), shown


def _abridged(rows: list[Row]) -> list[Row]:
    """Of a long text, the paragraphs with statements, their neighbours, and how many are left."""
    marked = [any(piece.over for piece in row.pieces) for row in rows]
    kept: list[Row] = []
    left = 0
    for place, row in enumerate(rows):
        if any(marked[max(0, place - 1) : place + 2]) or place == 0:
            kept += [_gap(left)] if left else []
            kept.append(row)
            left = 0
        else:
            left += 1
    return kept + ([_gap(left)] if left else [])


def _gap(left: int) -> Row:
    words = f"[… {count_of(left, 'paragraph')} without a statement left out …]"
    return Row("gap", (Piece(words),), ())


def _piece(document: Document, segment: Segment, here: list[Card], starts: list[int]) -> Piece:
    text = visible(document.text[segment.start : segment.end])
    over = sorted((here[n] for n in segment.over), key=_gravity)
    if not over and len(document.text) > LONG and len(text) > 3 * _KEPT:
        left = len(text) - 2 * _KEPT
        text = f"{text[:_KEPT]} [… {left:,} characters left out …] {text[-_KEPT:]}"
    return Piece(
        text,
        tuple(over),
        tuple(here[n] for n in segment.ending),
        tuple(here[n] for n in segment.over if starts[n] == segment.start),
    )


def _gravity(card: Card) -> int:
    return GRAVITY[VerdictKind(card.kind)] if card.kind != "none" else _NOTHING


def _card(
    check: Check, number: str, *, anchors: Anchors, catalogue: Namer | None, page: str
) -> Card:
    statement, verdict = check.statement, check.verdict
    anchor = anchors.new(statement.id)
    words = claim_words(statement, catalogue)
    gravest = check.gravest
    others = [one for one in check.findings if one is not gravest]
    ordered = ([gravest] if gravest else []) + sorted(others, key=lambda f: GRAVITY[f.verdict])
    who = " · ".join(part for part in (words.who, words.treaty) if part)
    parts = (words.what, words.when, words.modality, words.said_by)
    card = Card(
        anchor=anchor,
        back=f"t-{anchor[2:]}",
        number=number,
        kind=verdict.value if verdict else "none",
        symbol=SYMBOL[verdict] if verdict else "·",
        word=VERDICT[verdict] if verdict else "nothing to check",
        quote=one_line(statement.evidence.quote),
        who=who,
        claim=upper_first(" · ".join(part for part in parts if part)),
        findings=tuple(_finding(one, catalogue) for one in ordered),
        rung=rung_words(statement.claim),
        corrected=corrected_sentence(check, catalogue),
        page=page,
    )
    anchors.cards.setdefault(statement.id, card)
    return card


def _finding(finding: Finding, catalogue: Namer | None) -> FindingView:
    named = partial(treaty_name, catalogue)
    return FindingView(
        kind=finding.verdict.value,
        symbol=SYMBOL[finding.verdict],
        word=VERDICT[finding.verdict],
        facet=FACET[finding.facet],
        reason=upper_first(visible(finding.reason)),
        right=""
        if finding.verdict is VerdictKind.SUPPORTED
        else visible(finding.right_value or ""),
        articles=visible(cited_articles(finding.articles, named)),
        evidence=tuple(
            SupportView(
                visible(one.words),
                one_line(one.source),
                tuple(with_links(one.reference)),
            )
            for one in finding.evidence
        ),
        steps=tuple(_step(step, named, catalogue) for step in finding.trace),
        clauses=clauses_of(finding.articles, catalogue),
    )


def _step(step: Step, named: Callable[[str], str], catalogue: Namer | None) -> StepView:
    words, cite = told_and_cited(catalogue, step.words, step.source)
    article = cited_articles((step.article,), named) if step.article else ""
    return StepView(upper_first(visible(words)), visible(article), tuple(with_links(cite)))


def gravest_first(cards: Iterable[Card]) -> list[Card]:
    """The cards whose verdict asks for a correction, gravest first."""
    asking = [card for card in cards if _gravity(card) <= GRAVITY[VerdictKind.DISPUTED]]
    return sorted(asking, key=_gravity)
