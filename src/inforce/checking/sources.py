"""Whose word a document rests on, and which documents rest on the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from inforce.catalogue.lookup import fold
from inforce.checking.copies import near_copies
from inforce.checking.knowledge import Knowledge
from inforce.checking.links import linked
from inforce.checking.model import DocumentReport
from inforce.record.model import Statement
from inforce.record.values import Attribution
from inforce.terms import SourceKind

_NEWSROOM = re.compile(
    r"\b(?:wire|news|newspaper|newswire|times|post|agency|press|radio|tv|television|broadcaster|"
    r"broadcasting|daily|weekly|gazette|herald|journal|tribune|ledger|observer|courier|media|"
    r"telegraph|magazine|portal|website)\b|\b\w+\.(?:com|net|org|eu|lt|lv|ee|pl|ua|fi)\b"
)
_INITIALS = re.compile(r"[A-Z]{2,6}")
"""A newsroom that the catalogue does not know shows itself by such a word, or by initials."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A newsroom on which a document rests: an id for comparison and a name for a reader."""

    key: str
    name: str
    unnamed: bool = False
    """Whether all that is known of it is that it wrote one text, which several documents hold."""


def basis(report: DocumentReport, knowledge: Knowledge) -> tuple[Voice, ...]:
    """The newsrooms that a document names as its sources, in the order in which it names them."""
    names: list[str] = []
    for check in report.checks:
        names.extend(_named(check.statement))
    voices = (voice_of(name, knowledge) for name in names)
    return tuple(dict.fromkeys(voice for voice in voices if voice is not None))


def _named(statement: Statement) -> Iterable[str]:
    yield from statement.evidence.attributed_to[:1]
    if isinstance(statement.claim.value, Attribution):
        yield statement.claim.value.source


def own_voice(report: DocumentReport, knowledge: Knowledge) -> Voice:
    """The document's own outlet, or the document itself where no outlet is known."""
    outlet = report.document.outlet
    if outlet:
        return voice_of(outlet, knowledge) or Voice(fold(outlet), outlet)
    return Voice(f"document {report.document.name}", report.short_name)


def voice_of(name: str, knowledge: Knowledge) -> Voice | None:
    """The newsroom of that name, or the one whose copy it carries; None for other voices."""
    source = knowledge.source_named(name)
    seen: set[str] = set()
    while source is not None and source.owner and source.id not in seen:
        seen.add(source.id)
        owner = knowledge.source(source.owner) or knowledge.source_named(source.owner)
        if owner is None:
            break
        source = owner
    if source is not None:
        return Voice(source.id, source.name) if source.kind is SourceKind.OUTLET else None
    folded = fold(name)
    looks_like_one = _NEWSROOM.search(folded) or _INITIALS.fullmatch(name.strip())
    return Voice(folded, name) if looks_like_one and not knowledge.is_name(name) else None


def families(
    reports: Sequence[DocumentReport], knowledge: Knowledge
) -> tuple[tuple[tuple[int, ...], Voice], ...]:
    """Documents that rest on the same newsroom: their places, and its name.

    A document that names no newsroom rests on its own outlet. Near-copies rest on one text, by
    whichever newsroom they all point to.
    """
    places: dict[str, list[int]] = {}
    names: dict[str, Voice] = {}
    for place, report in enumerate(reports):
        for voice in basis(report, knowledge) or (own_voice(report, knowledge),):
            names.setdefault(voice.key, voice)
            found = places.setdefault(voice.key, [])
            if place not in found:
                found.append(place)
    for place, report in enumerate(reports):
        own = own_voice(report, knowledge)
        if own.key in places and place not in places[own.key]:
            places[own.key].append(place)
    copies = near_copies([report.document.text for report in reports])
    return (
        *((tuple(sorted(found)), names[key]) for key, found in places.items()),
        *((group, _author([reports[place] for place in group], knowledge)) for group in copies),
    )


def _author(copies: Sequence[DocumentReport], knowledge: Knowledge) -> Voice:
    """The newsroom behind copies of one text: the only one that all of them point to, if any.

    A document points to its own outlet, to those that it names, and to the agencies whose
    dispatches its outlet is known to run.
    """
    common: dict[str, Voice] | None = None
    for report in copies:
        pointed = {v.key: v for v in _pointed(report, knowledge)}
        common = {k: v for k, v in pointed.items() if common is None or k in common}
    if common is not None and len(common) == 1:
        return next(iter(common.values()))
    return Voice(f"text of {copies[0].document.digest}", "the same text", unnamed=True)


def _pointed(report: DocumentReport, knowledge: Knowledge) -> Iterator[Voice]:
    own = own_voice(report, knowledge)
    yield own
    yield from basis(report, knowledge)
    outlet = knowledge.source(own.key)
    for agency in outlet.carries if outlet else ():
        yield Voice(agency, knowledge.source_name(agency))


def chain(
    place: int,
    told: Statement,
    reports: Sequence[DocumentReport],
    knowledge: Knowledge,
) -> tuple[str, ...]:
    """The newsrooms through which a statement came: the document's own, then on to the first.

    Where the one that it names is itself among the documents, its own sources are followed.
    """
    names: dict[str, str] = {}
    voices = _voices(told.evidence.attributed_to, knowledge) or basis(reports[place], knowledge)[:1]
    own = own_voice(reports[place], knowledge)
    for voice in (own, *reversed(voices)):
        names.setdefault(voice.key, voice.name)
    by_outlet = {own_voice(report, knowledge).key: report for report in reversed(reports)}
    while True:
        further = by_outlet.get(list(names)[-1])
        onward = basis(further, knowledge)[:1] if further is not None else ()
        if not onward or onward[0].key in names:
            return tuple(names.values())
        names[onward[0].key] = onward[0].name


def _voices(named: Sequence[str], knowledge: Knowledge) -> tuple[Voice, ...]:
    """The newsrooms among the voices that a statement is attributed to, the first source first."""
    found = (voice_of(name, knowledge) for name in named)
    return tuple(dict.fromkeys(voice for voice in found if voice is not None))


def independent(
    among: Iterable[int], shared: Sequence[tuple[tuple[int, ...], Voice]]
) -> tuple[tuple[str, ...], int]:
    """The names of the newsrooms behind documents, and how many independent ones there are.

    Documents that share a newsroom count once, and so do those linked through a third.
    """
    wanted = set(among)
    names: dict[str, None] = {}
    pairs: list[tuple[int, int]] = []
    for places, voice in shared:
        inside = [place for place in places if place in wanted]
        if inside and not voice.unnamed:
            names[voice.name] = None
        pairs += [(inside[0], place) for place in inside[1:]]
    return tuple(names), len(linked(wanted, pairs))
