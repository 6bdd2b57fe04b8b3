"""Statuses, answers, verdicts and relations in words: nothing is ever shown by colour alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from inforce.terms import AnswerKind, Facet, Modality, Relation, StatusKind, VerdictKind

STATUS = {
    StatusKind.NONE: "not a party, and has not signed",
    StatusKind.SIGNATORY: "signatory, not a party",
    StatusKind.CONTRACTING: "has consented to be bound; not in force for it yet",
    StatusKind.PARTY: "party",
    StatusKind.PARTY_EXIT_RUNNING: "party; an exit is running",
    StatusKind.FORMER_PARTY: "former party",
}

ANSWER = {
    AnswerKind.YES: "yes",
    AnswerKind.NO: "no",
    AnswerKind.UNKNOWN: "not known",
    AnswerKind.CONTESTED: "contested",
}

VERDICT = {
    VerdictKind.CONTRADICTED: "contradicted",
    VerdictKind.INCONSISTENT: "inconsistent",
    VerdictKind.PREMATURE: "premature",
    VerdictKind.TRUE_ON_OTHER_DAYS: "true on other days",
    VerdictKind.LOOSE: "loose",
    VerdictKind.DISPUTED: "disputed",
    VerdictKind.UNVERIFIABLE: "unverifiable",
    VerdictKind.SUPPORTED: "supported",
}

MEANING = {
    VerdictKind.CONTRADICTED: "the record or the law says otherwise",
    VerdictKind.INCONSISTENT: "the text disagrees with itself: its sums, its units, its sentences",
    VerdictKind.PREMATURE: "a step on the way is told as a later one, a vote as a withdrawal",
    VerdictKind.TRUE_ON_OTHER_DAYS: "right on some days, but not on the one it is told for",
    VerdictKind.LOOSE: "the right number under the wrong noun",
    VerdictKind.DISPUTED: "those concerned take different positions",
    VerdictKind.UNVERIFIABLE: "no fact of the record settles it",
    VerdictKind.SUPPORTED: "the record and the law bear it out",
}

SYMBOL = {
    VerdictKind.CONTRADICTED: "✗",
    VerdictKind.INCONSISTENT: "≠",
    VerdictKind.PREMATURE: "↑",
    VerdictKind.TRUE_ON_OTHER_DAYS: "◷",
    VerdictKind.LOOSE: "≈",
    VerdictKind.DISPUTED: "⇄",
    VerdictKind.UNVERIFIABLE: "?",
    VerdictKind.SUPPORTED: "✓",
}

RELATION = {
    Relation.CONFLICT: "conflict",
    Relation.MODALITY_DIFFERS: "differ in firmness",
    Relation.LATER_PARTICIPANT: "later participant",
    Relation.SAME_SOURCE: "one source",
    Relation.COMPATIBLE: "compatible",
    Relation.SAME_EVENT: "same event",
}
"""In the order in which a reader needs them."""

RELATION_ORDER = {relation: place for place, relation in enumerate(RELATION)}

FACET = {facet: facet.value for facet in Facet} | {
    Facet.RUNG: "step",
    Facet.MODALITY: "how it is put",
    Facet.PRESUPPOSITION: "what it takes for granted",
}

MODALITY = {
    Modality.DONE: "told as done",
    Modality.PLANNED: "planned",
    Modality.PROPOSED: "proposed",
    Modality.DENIED: "denied",
    Modality.HYPOTHETICAL: "hypothetical",
}


def article_words(article: str, treaty: str | None = None) -> str:
    """A cited article for a sentence: "article 20(3)", "VCLT article 68".

    ``treaty`` names the treaty of an article that carries none, where the reader needs it.
    """
    body, _, number = article.rpartition(" ")
    if article[:1].isdigit() or not body:
        return f"{treaty}, article {article}" if treaty else f"article {article}"
    if number[:1].isdigit() and " " not in body and "," not in body:
        return f"{body} article {number}"
    return article


def cited_articles(articles: Iterable[str], names: Callable[[str], str] = str) -> str:
    """Several cited articles for a bracket; ``names`` gives a treaty's id its name."""
    cited = []
    for article in articles:
        treaty, _, number = article.partition(" ")
        known = number and treaty.islower()
        cited.append(article_words(number, names(treaty)) if known else article_words(article))
    return "; ".join(dict.fromkeys(cited))


def listed(parts: Iterable[str], word: str = "and") -> str:
    """A list in words: "a, b and c"."""
    items = list(parts)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {word} {items[-1]}"


def upper_first(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]


def count_of(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun: "1 sentence", "2 sentences"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
