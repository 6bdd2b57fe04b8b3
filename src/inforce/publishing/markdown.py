"""A report as Markdown: every statement with its verdict, to paste into a note."""

from __future__ import annotations

import re
from collections.abc import Iterator

from inforce.checking.model import Check, Report
from inforce.publishing.between import basis
from inforce.publishing.claims import claim_words
from inforce.publishing.corrected import corrected_sentence
from inforce.publishing.granted import without_granted
from inforce.publishing.inert import one_line
from inforce.publishing.names import Namer, treaty_name
from inforce.publishing.told import in_order, published_words
from inforce.publishing.words import RELATION, SYMBOL, VERDICT, cited_articles, upper_first
from inforce.terms import Relation

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&!])")


def plain(text: str) -> str:
    """Text of a stranger in which nothing is Markdown or HTML."""
    return _MARKS.sub(r"\\\1", one_line(text))


def report_markdown(report: Report, *, catalogue: Namer | None = None) -> str:
    """The report as CommonMark text."""
    report, _ = without_granted(report)
    lines = ["# Checked by inforce", ""]
    for found in report.documents:
        document = found.document
        lines += [f"## {plain(document.title or document.name)}", ""]
        lines += [upper_first(plain(published_words(document))) + ".", ""]
        for check in in_order(found.checks):
            if check.verdict is not None:
                lines += [*_check(check, catalogue), ""]
        if found.reason:
            lines += [plain(found.reason), ""]
    lines += _conflicts(report)
    lines += [f"- {plain(problem.message)}" for problem in report.problems]
    lines += ["## What this rests on", ""]
    lines += [f"- {plain(label)}: {plain(words)}" for label, words in basis(report, catalogue)]
    return "\n".join(lines).rstrip() + "\n"


def _check(check: Check, catalogue: Namer | None) -> Iterator[str]:
    verdict = check.verdict
    if verdict is None:
        return
    words = claim_words(check.statement, catalogue).line
    yield f"- **{SYMBOL[verdict]} {VERDICT[verdict]}** “{plain(check.statement.evidence.quote)}”"
    yield f"  ({plain(words)})"
    found = check.gravest
    if found is not None:
        cite = cited_articles(found.articles, lambda treaty: treaty_name(catalogue, treaty))
        yield f"  {plain(found.reason)}" + (f" \\[{plain(cite)}\\]" if cite else "")
    right = corrected_sentence(check, catalogue)
    if right:
        yield f"  Right: {plain(right)}"


def _conflicts(report: Report) -> list[str]:
    found = [one for one in report.relations if one.relation is Relation.CONFLICT]
    if not found:
        return []
    lines = [f"- {RELATION[one.relation]}: {plain(one.words)}" for one in found]
    return ["## Conflicts", "", *lines, ""]
