"""From documents to a report: read, check each statement, relate the documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from inforce.catalogue import Catalogue
from inforce.checking.check import check_statement
from inforce.checking.context import Context
from inforce.checking.knowledge import Knowledge
from inforce.checking.milestones import History
from inforce.checking.model import Check, DocumentReport, Problem, Report
from inforce.checking.reconcile import reconciled
from inforce.checking.relations import relate
from inforce.dates import PartialDate
from inforce.documents.errors import DocumentError
from inforce.documents.model import Document
from inforce.reading import DeterministicReader, Reader, Reading
from inforce.reading.model.errors import ModelError
from inforce.record.build import record_of
from inforce.record.model import Statement
from inforce.record.view import TreatyRecord

if TYPE_CHECKING:
    from inforce.record.store import Store

Published = PartialDate | Mapping[str, PartialDate] | None


def check_documents(
    documents: Sequence[Document | DocumentError],
    catalogue: Catalogue,
    *,
    store: Store | None = None,
    on: PartialDate | None = None,
    known_on: PartialDate | None = None,
    recorded_on: date | None = None,
    published: Published = None,
    reader: Reader | None = None,
) -> Report:
    """Read and check every document, and relate them to each other.

    ``published`` gives the day of documents that do not say it, for all or by name; ``on`` is the
    day for which the present tense is judged where no day is known at all. ``known_on`` and
    ``recorded_on`` limit the record. ``reader`` is the deterministic one where none is given. A
    DocumentError among the documents, and one that the reader fails on, becomes a problem. Raises
    StoreError when the store cannot be read, and ModelError for a fault that every further
    document would meet.
    """
    reader = reader or DeterministicReader(catalogue)
    problems: list[Problem] = []
    knowledge = Knowledge(
        catalogue,
        lambda treaty_id: record_of(
            catalogue, treaty_id, store=store, known_on=known_on, recorded_on=recorded_on
        ),
    )
    reports: list[DocumentReport] = []
    contexts: list[Context] = []
    histories: dict[tuple[str, str], History] = {}
    for document in documents:
        if isinstance(document, DocumentError):
            problems.append(Problem(document.name, str(document)))
            continue
        told = document.published or _published(published, document.name)
        try:
            reading = reader.read(document, published=told)
        except ModelError as error:
            if error.lasting:
                raise
            problems.append(Problem(document.name, f"{document.name}: {error}"))
            continue
        context = Context(knowledge, told, reading.statements, on, histories)
        contexts.append(context)
        reports.append(_report(document, reading, context))
    related, events = relate(reports, contexts)
    return Report(
        documents=tuple(reports),
        relations=related,
        events=events,
        reconciled=tuple(
            one
            for report, context in zip(reports, contexts, strict=True)
            for one in reconciled(report.checks, context)
        ),
        problems=tuple(problems),
        catalogue=catalogue.compiled_on,
        record_until=_reach(reports, knowledge),
        known_on=known_on,
        made_on=datetime.now(UTC).date(),
    )


def check_statements(statements: Sequence[Statement], context: Context) -> tuple[Check, ...]:
    """The statements of one document, each checked among the others."""
    among = replace(context, siblings=tuple(statements))
    return tuple(check_statement(statement, among) for statement in statements)


def _report(document: Document, reading: Reading, context: Context) -> DocumentReport:
    return DocumentReport(
        document=document,
        checks=check_statements(reading.statements, context),
        passed_over=tuple((p.start, p.end, p.reason) for p in reading.passed_over),
        reason=reading.reason,
        notes=reading.notes,
    )


def _published(published: Published, name: str) -> PartialDate | None:
    return published.get(name) if isinstance(published, Mapping) else published


def _reach(
    reports: Sequence[DocumentReport], knowledge: Knowledge
) -> tuple[tuple[str, date | None, str], ...]:
    """How far the record of each treaty goes that the documents speak of."""
    named = {c.statement.claim.treaty for report in reports for c in report.checks}
    found: list[tuple[str, date | None, str]] = []
    for treaty_id in sorted(name for name in named if name):
        record: TreatyRecord | None = None
        treaty = knowledge.treaty(treaty_id)
        if treaty is not None and treaty.rules is not None:
            record = knowledge.record(treaty_id)
        if record is None:
            found.append((treaty_id, None, "no record of this treaty here"))
        else:
            found.append((treaty_id, record.complete_until, record.complete_words))
    return tuple(found)
