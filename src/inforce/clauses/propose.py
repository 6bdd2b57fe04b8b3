"""Propose the rules of a treaty from its text, each with its words."""

from __future__ import annotations

import hashlib
import re

from inforce.catalogue import Catalogue
from inforce.clauses.exits import read_exits
from inforce.clauses.force import read_forces
from inforce.clauses.model import Clause, Part, Proposal, Reading, Silence, Topic
from inforce.clauses.names import name_finder
from inforce.clauses.others import read_others
from inforce.clauses.passages import Source
from inforce.clauses.phrases import phrases_of
from inforce.law import vclt

LANGUAGES = ("en", "fr", "es")
"""The languages whose clauses are read."""

_LEAST = 40
_AMENDMENT = re.compile(r"\A\W*(?:\w+\W+){0,4}amendments?\b|\bthis\s+amendment\s+shall\s+enter")
_FEW = 2
_SURE = frozenset(
    (Topic.SIGNATURE, Topic.CONSENT, Topic.ENTRY_INTO_FORCE, Topic.LATER_PARTICIPANTS, Topic.EXIT)
)
_SILENT = (
    (Part.ENTRY_INTO_FORCE, "24(2)"),
    (Part.LATER_PARTICIPANTS, "24(3)"),
    (Part.EXIT, "56(1)"),
    (Part.PROVISIONAL, "25"),
)


def propose(text: str, *, name: str, catalogue: Catalogue) -> Proposal:
    """What the text of a treaty says of joining, binding and leaving, as rules to confirm.

    ``text`` is the document's text, to whose characters all spans refer. A text in which nothing
    is found comes back with its ``problem`` and no rule; nothing is proposed without a quote.
    """
    digest = hashlib.sha256(text.encode()).hexdigest()
    if len(text.strip()) < _LEAST:
        return Proposal(name, digest, "", problem=f"{name}: found no text, expected a treaty's")
    language = _language(text)
    if language not in LANGUAGES:
        from inforce.documents.language import language_name

        said = language_name(language) if language else "no one language"
        problem = f"{name}: the text is in {said}; clauses are read in English, French and Spanish"
        return Proposal(name, digest, language, problem=problem)
    source = Source(text, phrases_of(language))
    amends = _AMENDMENT.search(source.lowered)
    found = _read(source, catalogue, self_named="amendment" if amends else "")
    clauses, readings, unturned = found.clauses, found.readings, found.unturned
    sure = {clause.topic for clause in clauses} & _SURE
    # One mention of a treaty in a story is no final clause.
    if not sure or (len(sure) < _FEW and not readings):
        problem = (
            f"{name}: no final clauses were found in {len(text)} characters; no rule is proposed"
        )
        return Proposal(name, digest, language, problem=problem)
    return Proposal(
        name, digest, language, clauses, readings, unturned, _silences(clauses, readings)
    )


def propose_clause(
    text: str, *, name: str, catalogue: Catalogue, article: str = "", amendment: bool = False
) -> Proposal:
    """What one quoted clause says, such as the one a status page prints.

    ``article`` is the article that it is said to be; ``amendment`` tells that the treaty is an
    amendment, so that "amendments shall enter into force" speaks of itself. On what the clause
    does not say nothing is concluded.
    """
    digest = hashlib.sha256(text.encode()).hexdigest()
    source = Source(text, phrases_of("en"), article=article)
    found = _read(source, catalogue, self_named="amendment" if amendment else "")
    if not found.readings and not found.unturned:
        problem = f"{name}: the clause quoted gives no rule"
        return Proposal(name, digest, "en", problem=problem)
    return Proposal(name, digest, "en", found.clauses, found.readings, found.unturned)


def _read(source: Source, catalogue: Catalogue, *, self_named: str) -> Proposal:
    forces = read_forces(source, name_finder(catalogue), self_named=self_named)
    exits = read_exits(source)
    others, clauses = read_others(source)
    clauses += [Clause(Topic(part.value), quote) for part, quote in forces.quotes]
    clauses += [Clause(Topic.EXIT, quote) for quote in exits.quotes]
    for reading in others:
        if reading.part in (Part.RESERVATIONS, Part.PROVISIONAL):
            clauses.append(Clause(Topic(reading.part.value), reading.quotes[0]))
    ordered = sorted(dict.fromkeys(clauses), key=lambda clause: clause.quote.start)
    readings: tuple[Reading, ...] = (*forces.readings, *exits.readings, *others)
    order = list(Part)
    return Proposal(
        "",
        "",
        "",
        tuple(ordered),
        tuple(sorted(readings, key=lambda one: order.index(one.part))),
        (*forces.unturned, *exits.unturned),
    )


def _silences(clauses: tuple[Clause, ...], readings: tuple[Reading, ...]) -> tuple[Silence, ...]:
    """What the Vienna Convention says where no clause was found at all."""
    spoken = {clause.topic.value for clause in clauses} | {one.part.value for one in readings}
    return tuple(
        Silence(part, f"VCLT {article}", vclt.words(article))
        for part, article in _SILENT
        if part.value not in spoken
    )


def _language(text: str) -> str:
    """The language of the text: of its middle, where the beginning is a list of names."""
    from inforce.documents.language import detect_language

    middle = len(text) // 2
    counted = [
        code
        for at in (0, middle, max(len(text) - 6_000, 0))
        if (code := detect_language(re.sub(r"\s+", " ", text[at : at + 6_000])))
    ]
    return (
        max(set(counted), key=lambda code: (counted.count(code), code == "en")) if counted else ""
    )
