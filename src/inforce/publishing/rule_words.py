"""The clause behind a cited article, in the catalogue's own words, and the rungs of the ladder."""

from __future__ import annotations

from collections.abc import Iterable

from inforce.errors import InforceError
from inforce.law import rule_says
from inforce.law.answers import RuleLine
from inforce.publishing.inert import visible
from inforce.publishing.names import Namer, treaty_name
from inforce.publishing.words import article_words
from inforce.record.model import Claim
from inforce.terms import Rung, rung

Clause = tuple[str, str]
"""(article with its treaty, the rule in plain words)."""


def clauses_of(articles: Iterable[str], catalogue: Namer | None) -> tuple[Clause, ...]:
    """The rules that stand at these articles, such as ``apmbc 20(3)``; those not held left out."""
    found: dict[str, str] = {}
    for cited in articles:
        treaty_id, _, number = cited.partition(" ")
        if not number or not treaty_id.islower() or catalogue is None:
            continue
        for line in _rules(catalogue, treaty_id):
            if line.words and _cites(line.article, number):
                name = article_words(line.article, treaty_name(catalogue, treaty_id))
                found.setdefault(name, visible(line.words))
    return tuple(found.items())


def _rules(catalogue: Namer, treaty_id: str) -> list[RuleLine]:
    try:
        treaty = catalogue.treaty(treaty_id)
    except InforceError:
        return []
    return list(rule_says(treaty)) if treaty.rules else []


def _cites(article: str, number: str) -> bool:
    """Whether a rule's article is one of those cited: ``20(3)`` among ``20(2), 20(3)``."""
    cited = {part.strip() for part in number.split(",")}
    return bool(cited & {part.strip() for part in article.replace(" and ", ",").split(",")})


def rung_words(claim: Claim) -> str:
    """The claim's place on the ladder, such as "step 3 of 6: voted"; empty without an act."""
    if claim.act is None or not claim.participant:
        return ""
    place = rung(claim.act)
    return f"step {place.value} of {len(Rung)}: {place.word}"
