"""What a treaty is said to cover or to leave out, against its definitions."""

from __future__ import annotations

import re

from inforce.catalogue.model import ScopeItem, Treaty
from inforce.checking import words
from inforce.checking.findings import unverifiable
from inforce.checking.model import Finding
from inforce.law import Step
from inforce.record.model import Statement
from inforce.record.values import Scope
from inforce.terms import Facet, Modality, VerdictKind


def check_scope(statement: Statement, treaty: Treaty) -> tuple[Finding, ...]:
    """Findings on each thing that the treaty is said to cover or not."""
    told, rules = statement.claim.value, treaty.rules
    if not isinstance(told, Scope) or rules is None:
        return ()
    covered = told.covered is not (statement.modality is Modality.DENIED)
    found: list[Finding] = []
    for term in told.terms:
        item = _item(term, rules.scope)
        if item is None and covered and _in_title(term, treaty):
            found.append(_titled(term, treaty))
            continue
        if item is None:
            reason = f"The catalogue does not say whether {treaty.short_name} covers {term}."
            found.append(unverifiable(Facet.SCOPE, reason))
            continue
        agrees = item.covered is covered
        state = "covered" if item.covered else "not covered"
        article = f"{treaty.id} {item.at.article}"
        found.append(
            Finding(
                Facet.SCOPE,
                VerdictKind.SUPPORTED if agrees else VerdictKind.CONTRADICTED,
                f"{words.upper_first(item.name)} are {state} (article {item.at.article}): "
                f"{item.at.words}",
                right_value=f"{item.name}: {state}",
                articles=(article,),
                trace=(Step(item.at.words, item.at.article),),
            )
        )
    return tuple(found)


def _item(term: str, scope: tuple[ScopeItem, ...]) -> ScopeItem | None:
    """The item that a term names: the same words first, then the longest words within it."""
    folded = _fold(term)
    for item in scope:
        if folded in {_fold(name) for name in (item.name, *item.terms)}:
            return item
    within = [
        (len(_fold(name)), item)
        for item in scope
        for name in (item.name, *item.terms)
        if f" {_fold(name)} " in f" {folded} "
    ]
    if within:
        return max(within, key=lambda pair: pair[0])[1]
    asked = set(folded.split()) - _LITTLE
    return next((item for item in scope if asked and asked <= _words_of(item)), None)


_LITTLE = frozenset({"the", "a", "an", "of", "in", "or", "and", "to", "by", "that", "with"})


def _words_of(item: ScopeItem) -> set[str]:
    """The words by which an item is named, and those of the article that defines it."""
    return {
        word for text in (item.name, *item.terms, item.at.words) for word in _fold(text).split()
    }


def _in_title(term: str, treaty: Treaty) -> bool:
    """Whether the treaty's own title names it: "use", "stockpiling", "production"."""
    title = f" {_fold(treaty.title)} "
    return all(f" {word} " in title for word in _fold(term).split()) and bool(term.strip())


def _titled(term: str, treaty: Treaty) -> Finding:
    return Finding(
        Facet.SCOPE,
        VerdictKind.SUPPORTED,
        f"{words.upper_first(term)}: the title of {treaty.short_name} names it.",
        right_value=treaty.title,
        articles=(f"{treaty.id}, title",),
        trace=(Step(treaty.title, "title"),),
    )


def _fold(text: str) -> str:
    plain = re.sub(r"[^a-z0-9 ]", " ", re.sub(r"'s\\b", "", text.lower()))
    return " ".join(word.removesuffix("s") for word in plain.removeprefix("the ").split())
