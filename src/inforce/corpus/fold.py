"""All that a corpus tells, folded into events: who told of each first, on whose word, and rightly?

Statements tell of one event if act, participant and treaty agree and the record has one such act
that they mean; of acts that the record lacks, if their dates are compatible. Only documents that
tell of one event are compared for near-copies. An event that nothing new tells of is taken over
from the last fold.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

from inforce.catalogue import Catalogue
from inforce.checking import Check, DocumentReport, Knowledge
from inforce.checking.events import EventKey
from inforce.checking.sources import families, independent
from inforce.corpus.results import ResultFolder
from inforce.corpus.tellings import HeldDocument, TellingRow, held_documents, tellings
from inforce.dates import PartialDate
from inforce.record.build import record_of
from inforce.record.events import events_of
from inforce.record.model import Statement
from inforce.terms import GRAVITY, VerdictKind

if TYPE_CHECKING:
    from inforce.record.store import Store

_BATCH = 20_000
"""Statements added to a store in one transaction."""


@dataclass(frozen=True, slots=True)
class FoldReport:
    """The events of a corpus, how many of them were worked out now, and where they are written."""

    events: tuple[dict[str, Any], ...]
    worked_out: int
    path: Path


@dataclass(frozen=True, slots=True)
class _Group:
    """The tellings of one event."""

    key: EventKey
    rows: tuple[TellingRow, ...]

    def mark(self, fingerprint: str) -> str:
        """What the event rests on, as a hash: the same again, and nothing is to be done."""
        told = "\n".join((fingerprint, *(row.statement for row in self.rows)))
        return sha256(told.encode()).hexdigest()[:20]


def fold(folder: ResultFolder, catalogue: Catalogue, *, store: Store | None = None) -> FoldReport:
    """Fold the statements of every shard into events, written as ``events.jsonl`` in order.

    ``store`` lays a user's own statements over the record that they are checked against. Raises
    StoreError when it cannot be read.
    """
    knowledge = Knowledge(catalogue, lambda treaty: record_of(catalogue, treaty, store=store))
    fingerprint = f"{catalogue.compiled_on} {store.state() if store else ''}"
    path = folder.path / "events.jsonl"
    before = {one["rests_on"]: one for one in _read(path)}
    corpus = _Corpus(folder)
    rows: dict[EventKey, list[TellingRow]] = {}
    for shard_id in folder.ids():
        for row in tellings(folder, shard_id, knowledge, fingerprint):
            rows.setdefault(row.key, []).append(row)
            corpus.shard_of[row.document] = shard_id
    events: list[dict[str, Any]] = []
    worked_out = 0
    for group in _groups(rows, corpus):
        mark = group.mark(fingerprint)
        known = before.get(mark)
        worked_out += known is None
        events.append(known or {**_event(group, corpus, knowledge), "rests_on": mark})
    events.sort(
        key=lambda one: (one["treaty"], one["participant"], one["kind"], list(one["dates"]))
    )
    part = path.with_suffix(".new")
    lines = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in events)
    part.write_text(lines, encoding="utf-8", errors="replace")
    part.replace(path)
    return FoldReport(tuple(events), worked_out, path)


def add_to_store(folder: ResultFolder, store: Store, *, by: str, why: str) -> int:
    """Add all statements of a corpus to a store, some thousand a time; how many were new."""
    from inforce.record.serial import from_text

    says = folder.statements().get_column("says")
    added = 0
    for at in range(0, len(says), _BATCH):
        statements = [from_text(text) for text in says[at : at + _BATCH]]
        added += len(store.add(statements, by=by, why=why).new)
    return added


class _Corpus:
    """Documents by name, taken from their shards when they are asked for."""

    def __init__(self, folder: ResultFolder) -> None:
        self._folder = folder
        self.shard_of: dict[str, str] = {}

    def documents(self, names: Iterable[str]) -> dict[str, HeldDocument]:
        """The documents of these names, in their order."""
        wanted = list(dict.fromkeys(names))
        by_shard: dict[str, set[str]] = {}
        for name in wanted:
            by_shard.setdefault(self.shard_of[name], set()).add(name)
        found: dict[str, HeldDocument] = {}
        for shard, among in by_shard.items():
            found |= held_documents(self._folder, shard, among)
        return {name: found[name] for name in wanted}


def _groups(rows: Mapping[EventKey, Sequence[TellingRow]], corpus: _Corpus) -> Iterator[_Group]:
    """The rows by event: those that mean no act of the record are parted by their dates."""
    for key, found in sorted(rows.items()):
        if found[0].record is not None:
            yield _Group(key, tuple(found))
            continue
        by_id: dict[str, list[TellingRow]] = {}
        for row in found:
            by_id.setdefault(row.statement, []).append(row)
        held = corpus.documents(row.document for row in found)
        statements = [s for one in held.values() for s in one.statements if s.id in by_id]
        for event in events_of(statements):
            yield _Group(key, tuple(row for s in event for row in by_id[s.id]))


def _event(group: _Group, corpus: _Corpus, knowledge: Knowledge) -> dict[str, Any]:
    """An event as it is written."""
    held = corpus.documents(row.document for row in group.rows)
    by_id = {s.id: s for one in held.values() for s in one.statements}
    told = [by_id[row.statement] for row in group.rows]
    # One outlet's copies of one text, of which a crawl may hold many, count as one document.
    texts = {(one.document.digest, one.document.outlet): one for one in held.values()}
    reports = [
        DocumentReport(one.document, tuple(Check(s) for s in one.statements))
        for one in texts.values()
    ]
    sources, count = independent(range(len(reports)), families(reports, knowledge))
    dates = Counter(s.claim.date.edtf for s in told if s.claim.date is not None)
    verdicts = _by_document(group.rows)
    return {
        "name": group.rows[0].name,
        "treaty": group.key.treaty,
        "participant": group.key.participant,
        "kind": group.key.kind,
        "dates": dict(sorted(dates.items())),
        "dates_disagree": _disagree(s.claim.date for s in told),
        "record": group.rows[0].record,
        "verdict": _verdict(verdicts),
        "verdicts": dict(sorted(verdicts.items())),
        "statements": len(group.rows),
        "documents": len(held),
        "independent": count,
        "sources": list(sources),
        "first": _first(told, held),
    }


def _disagree(dates: Iterable[PartialDate | None]) -> bool:
    """Whether two of the dates cannot both be right."""
    known = set(dates) - {None}
    return any(a and b and not a.could_agree(b) for a, b in combinations(known, 2))


def _by_document(rows: Iterable[TellingRow]) -> Counter[str]:
    """How many documents tell the event with which verdict: each document's gravest counts."""
    gravest: dict[str, str] = {}
    for row in rows:
        if row.verdict is not None:
            known = gravest.setdefault(row.document, row.verdict)
            gravest[row.document] = min(known, row.verdict, key=_gravity)
    return Counter(gravest.values())


def _gravity(verdict: str) -> int:
    return GRAVITY[VerdictKind(verdict)]


def _verdict(verdicts: Counter[str]) -> str | None:
    """The verdict of most documents; the gravest of several that are as frequent."""
    order = sorted(verdicts, key=lambda word: (-verdicts[word], _gravity(word)))
    return order[0] if order else None


def _first(told: Sequence[Statement], held: Mapping[str, HeldDocument]) -> dict[str, Any]:
    """The first report, by the last day on which it can have been published."""
    first = min(told, key=_place)
    document = held[first.evidence.document or ""]
    asserted = first.evidence.asserted
    return {
        "document": first.evidence.document,
        "url": document.url,
        "outlet": document.document.outlet,
        "published": asserted.edtf if asserted else None,
        "quote": first.evidence.quote,
    }


def _place(statement: Statement) -> tuple[date, str, int, str]:
    said = statement.evidence
    return _day(said.asserted), said.document or "", said.start or 0, statement.id


def _day(when: PartialDate | None) -> date:
    return (when.latest if when else None) or date.max


def _read(path: Path) -> Iterator[dict[str, Any]]:
    if path.is_file():
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)
