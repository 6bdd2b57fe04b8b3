"""What a treaty is said to cover or to leave out, against its definitions."""

from __future__ import annotations

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
    return max(within, key=lambda pair: pair[0])[1] if within else None


def _fold(text: str) -> str:
    plain = " ".join(text.lower().replace("-", " ").replace("‑", " ").split())
    return plain.removeprefix("the ").rstrip("s.")
