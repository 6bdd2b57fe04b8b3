"""What the check page shows of a report, and the forms in which it may be taken along."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from inforce import api
from inforce.checking.model import Report
from inforce.documents import Document, DocumentError
from inforce.publishing.dossier import QUIET, DossierView, dossier_view
from inforce.web.asked import Asked
from inforce.web.errors import Refused

MOST_DOCUMENTS = 200
"""How many documents one request may bring; a crawl is for the command line."""


@dataclass(frozen=True, slots=True)
class CheckedPage:
    """A checked set of documents: what the dossier shows, and the documents to send along."""

    view: DossierView
    quiet: tuple[str, ...]
    report: Report
    several: bool


def checked_page(
    documents: Sequence[Document | DocumentError], asked: Asked, view: api.View
) -> CheckedPage:
    """The verdicts on the documents; raises Refused (413) for more than may be checked at once."""
    report = report_of(documents, asked, view)
    lines = api.told_timelines(report, view=view)
    shown = dossier_view(report, lines, catalogue=view.catalogue)
    return CheckedPage(shown, QUIET, report, len(report.documents) > 1)


def report_of(
    documents: Sequence[Document | DocumentError], asked: Asked, view: api.View
) -> Report:
    """The library's own report on the documents."""
    return api.check(few(documents), on=asked.on, view=view)


def few(documents: Sequence[Document | DocumentError]) -> Sequence[Document | DocumentError]:
    """The documents; raises Refused (413) for more than may be read at once."""
    if len(documents) > MOST_DOCUMENTS:
        raise Refused(
            413, "too_many", f"found {len(documents)} documents, at most {MOST_DOCUMENTS} expected"
        )
    return documents


@dataclass(frozen=True, slots=True)
class Form:
    """A form in which a report may be taken along."""

    ending: str
    kind: str
    write: Callable[[Report, api.View], str]


def _html(report: Report, view: api.View) -> str:
    return api.dossier(report, view=view)


def _markdown(report: Report, view: api.View) -> str:
    from inforce.publishing.markdown import report_markdown

    return report_markdown(report, catalogue=view.catalogue)


def _json(report: Report, view: api.View) -> str:
    from inforce.checking import report_to_json

    _ = view
    return "".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in report_to_json(report))


def _claim_review(report: Report, view: api.View) -> str:
    from inforce.publishing.claim_review import claim_reviews

    _ = view
    return json.dumps(claim_reviews(report), ensure_ascii=False, indent=2)


FORMS = {
    "html": Form("html", "text/html; charset=utf-8", _html),
    "markdown": Form("md", "text/markdown; charset=utf-8", _markdown),
    "json": Form("jsonl", "application/x-ndjson", _json),
    "claimreview": Form("jsonld", "application/ld+json", _claim_review),
}
"""By the word that the address has for it."""


def form_of(name: str) -> Form:
    """The form of that name; raises Refused (404) for another."""
    found = FORMS.get(name)
    if found is None:
        raise Refused(404, "no_such_form", f"found the form {name!r}, expected {', '.join(FORMS)}")
    return found
