"""What each document of a shard tells of which event, checked against the record."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from inforce.checking import Context, DocumentReport, Knowledge, check_statements
from inforce.checking.events import EventKey, told_events
from inforce.checking.milestones import History
from inforce.corpus.results import ResultFolder
from inforce.dates import PartialDate
from inforce.documents import Document
from inforce.record.model import Statement
from inforce.record.serial import from_text


@dataclass(frozen=True, slots=True)
class TellingRow:
    """One statement that tells of an event, with its verdict and what the record says of it."""

    treaty: str
    participant: str
    kind: str
    place: str
    name: str
    record: str | None
    document: str
    statement: str
    verdict: str | None

    @property
    def key(self) -> EventKey:
        """By what statements are taken for one event, as far as the record tells."""
        return EventKey(self.treaty, self.participant, self.kind, self.place)


@dataclass(frozen=True, slots=True)
class HeldDocument:
    """A document of the corpus with its statements."""

    document: Document
    statements: tuple[Statement, ...]
    url: str | None


def held_documents(
    folder: ResultFolder, shard_id: str, among: Collection[str] | None = None
) -> dict[str, HeldDocument]:
    """The documents with statements of one shard, or those among some, by name, to be checked."""
    told, documents = folder.statements([shard_id]), folder.documents([shard_id])
    if among is not None:
        names = sorted(among)
        told = told.filter(told["document"].is_in(names))
        documents = documents.filter(documents["document"].is_in(names))
    statements: dict[str, list[Statement]] = {}
    for row in told.select("document", "says").iter_rows(named=True):
        statements.setdefault(row["document"], []).append(from_text(row["says"]))
    return {
        row["document"]: HeldDocument(_document(row), tuple(found), row["url"])
        for row in documents.iter_rows(named=True)
        if (found := statements.get(row["document"]))
    }


def tellings(
    folder: ResultFolder, shard_id: str, knowledge: Knowledge, fingerprint: str
) -> tuple[TellingRow, ...]:
    """The tellings of a shard, worked out once for each ``fingerprint`` of record and catalogue."""
    path = folder.shard_path(shard_id) / "tellings.json"
    kept = _kept(path, fingerprint)
    if kept is None:
        kept = tuple(_told(held_documents(folder, shard_id), knowledge))
        rows = [[getattr(row, name) for name in TellingRow.__slots__] for row in kept]
        part = path.with_suffix(".new")
        text = json.dumps({"fingerprint": fingerprint, "rows": rows}, ensure_ascii=False)
        part.write_text(text, encoding="utf-8", errors="replace")
        part.replace(path)
    return kept


def _kept(path: Path, fingerprint: str) -> tuple[TellingRow, ...] | None:
    if not path.is_file():
        return None
    told = json.loads(path.read_text(encoding="utf-8"))
    if told["fingerprint"] != fingerprint:
        return None
    return tuple(TellingRow(*row) for row in told["rows"])


def _told(held: dict[str, HeldDocument], knowledge: Knowledge) -> Iterator[TellingRow]:
    histories: dict[tuple[str, str], History] = {}
    reports: list[DocumentReport] = []
    contexts: list[Context] = []
    for one in held.values():
        published = one.statements[0].evidence.asserted
        context = Context(knowledge, published, one.statements, None, histories)
        reports.append(DocumentReport(one.document, check_statements(one.statements, context)))
        contexts.append(context)
    for event in told_events(reports, contexts):
        for telling in event.tellings:
            yield TellingRow(
                event.key.treaty,
                event.key.participant,
                event.key.kind,
                event.key.place,
                event.name,
                event.milestone.words if event.milestone else None,
                reports[telling.document].document.name,
                telling.statement.id,
                telling.check.verdict.value if telling.check.verdict else None,
            )


def _document(row: dict[str, Any]) -> Document:
    return Document(
        name=row["document"],
        text=row["text"],
        digest=row["digest"],
        published=PartialDate.parse(row["published"]) if row["published"] else None,
        title=row["title"],
        outlet=row["outlet"],
        language=row["language"],
    )
