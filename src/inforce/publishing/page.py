"""What the dossier shows of a report, as plain values for its templates."""

from __future__ import annotations

from dataclasses import dataclass

Part = tuple[str, str | None]
"""Text, and the web address it links to or None."""


@dataclass(frozen=True, slots=True)
class StepView:
    """One step of a trace."""

    words: str
    article: str
    source: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class SupportView:
    """A piece of evidence with its source and reference."""

    words: str
    source: str
    reference: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding in words; ``kind`` is the verdict's value, for the style sheet."""

    kind: str
    symbol: str
    word: str
    facet: str
    reason: str
    right: str
    articles: str
    evidence: tuple[SupportView, ...]
    steps: tuple[StepView, ...]
    clauses: tuple[tuple[str, str], ...] = ()
    """(article, rule in plain words) of the articles that the catalogue holds."""


@dataclass(frozen=True, slots=True)
class Card:
    """A statement with its findings, the gravest first.

    ``number`` is "2.5": the fifth statement of the second document. ``anchor`` is its place on
    the page, ``back`` that of its sentence in the text ("" without one).
    """

    anchor: str
    back: str
    number: str
    kind: str
    symbol: str
    word: str
    quote: str
    who: str
    claim: str
    findings: tuple[FindingView, ...]
    rung: str = ""
    corrected: str = ""
    """A sentence to copy that would be right."""
    page: str = ""
    """The printed page on which it stands, "page 3"."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A segment of text: the cards of all statements over it, and of those that end with it."""

    text: str
    over: tuple[Card, ...] = ()
    ending: tuple[Card, ...] = ()
    starting: tuple[Card, ...] = ()

    @property
    def first(self) -> Card | None:
        """The card whose verdict colours the segment: the gravest."""
        return self.over[0] if self.over else None


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph of the text with the cards of the statements that begin in it."""

    kind: str
    pieces: tuple[Piece, ...]
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class DocumentView:
    """One document: heading, text with marks, working, sentences passed over."""

    anchor: str
    number: int
    title: str
    facts: tuple[str, ...]
    address: tuple[Part, ...]
    notes: tuple[str, ...]
    reason: str
    rows: tuple[Row, ...]
    placeless: tuple[Card, ...]
    counts: tuple[tuple[str, str, str, int], ...]
    """(kind, symbol, word, number), gravest first."""
    passed_over: tuple[tuple[str, str], ...]
    """(sentence, reason)."""

    @property
    def cards(self) -> tuple[Card, ...]:
        """Every card of the document, in the order of the page."""
        return tuple(card for row in self.rows for card in row.cards) + self.placeless


@dataclass(frozen=True, slots=True)
class RelationView:
    """A relation of two statements, each with its document and its anchor ("" if not here)."""

    kind: str
    word: str
    words: str
    sides: tuple[tuple[str, str, str], ...]
    """(anchor, number, quote)."""


@dataclass(frozen=True, slots=True)
class EventView:
    """An event, who tells of it, and what the record says."""

    name: str
    about: str
    record: str
    sources: tuple[str, ...]
    independent: str
    statements: tuple[tuple[str, str], ...]
    """(anchor, number)."""


@dataclass(frozen=True, slots=True)
class CountView:
    """A printed count beside both ways of counting, day by day."""

    anchor: str
    number: str
    printed: int
    words: str
    rows: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class VerdictView:
    """A verdict in the key: how many statements have it and what it means."""

    kind: str
    symbol: str
    word: str
    meaning: str
    number: int
