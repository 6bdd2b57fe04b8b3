"""Facts of a report in words and in order, as the terminal and the dossier both tell them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import PurePath

from inforce.checking.model import Check
from inforce.checking.words import interval, when
from inforce.dates import DateError, PartialDate
from inforce.documents import Document, language_name
from inforce.publishing.inert import one_line
from inforce.terms import VerdictKind


def published_words(document: Document) -> str:
    """When the document was published and how that is known."""
    if document.published is None:
        return "day of publication not known"
    how = f" ({document.published_from.value})" if document.published_from else ""
    return f"published {when(document.published)}{how}"


def verdict_counts(checks: Iterable[Check]) -> Counter[VerdictKind]:
    """How many statements got each verdict; those that claim nothing checkable are left out."""
    return Counter(check.verdict for check in checks if check.verdict is not None)


def in_order(checks: Iterable[Check]) -> list[Check]:
    """The checks in the order of their sentences; those without a place come last."""
    far = 1 << 40

    def place(check: Check) -> tuple[int, int]:
        start, end = check.statement.evidence.start, check.statement.evidence.end
        return (far if start is None else start, -(end or 0))

    return sorted(checks, key=place)


def page_words(check: Check, document: Document) -> str:
    """The printed page of a statement's sentence, "page 3"; "" where a format has no pages."""
    start, end = check.statement.evidence.start, check.statement.evidence.end
    inside = start is not None and end is not None and 0 <= start <= end <= len(document.text)
    if not document.page_starts or not inside or start is None or end is None:
        return ""
    return document.place(start, end)


def days_told(edtf: str) -> str:
    """An interval of days in EDTF as words: "from 1 to 26 December 2025"."""
    try:
        return interval(PartialDate.parse(edtf).days)
    except DateError:
        return edtf


def short_name(name: str) -> str:
    """The last part of a document's path, on one line; an address stays whole."""
    return one_line(name if "://" in name else PurePath(name).name or name)


def language_words(document: Document) -> str:
    """The document's language by its English name."""
    return language_name(document.language) if document.language else "language not known"
