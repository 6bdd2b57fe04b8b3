"""One document's checks as a table for the terminal."""

from __future__ import annotations

from collections import Counter
from functools import partial

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from inforce.checking.model import Check, DocumentReport, Finding
from inforce.documents import Document
from inforce.publishing.claims import claim_words
from inforce.publishing.inert import one_line, shortened
from inforce.publishing.names import Namer, told_and_cited, treaty_name
from inforce.publishing.told import in_order, language_words, page_words, published_words
from inforce.publishing.words import FACET, SYMBOL, VERDICT, cited_articles, count_of
from inforce.terms import GRAVITY, VerdictKind

COLOUR = {
    VerdictKind.CONTRADICTED: "bold red",
    VerdictKind.INCONSISTENT: "bold magenta",
    VerdictKind.PREMATURE: "bold yellow",
    VerdictKind.TRUE_ON_OTHER_DAYS: "yellow",
    VerdictKind.LOOSE: "cyan",
    VerdictKind.DISPUTED: "bold blue",
    VerdictKind.UNVERIFIABLE: "bright_black",
    VerdictKind.SUPPORTED: "green",
}
WIDE = 120
"""From this many columns on, the reason stands beside the sentence instead of under it."""
_QUOTE = 160


def document_facts(document: Document) -> Text:
    """The document's name, when it was published and how that is known, outlet, language."""
    facts = [one_line(document.name)] if document.title else []
    facts.append(published_words(document))
    facts += [one_line(document.outlet)] if document.outlet else []
    facts.append(language_words(document))
    return Text(" · ".join(facts), style="dim")


def counts_lines(counts: Counter[VerdictKind], *, width: int) -> Text:
    """The verdicts with their numbers, gravest first; none is broken over two lines."""
    text, room = Text(), width
    for verdict in sorted(counts, key=GRAVITY.__getitem__):
        words = f"{SYMBOL[verdict]} {counts[verdict]} {VERDICT[verdict]}"
        if room < width:
            fits = len(words) + 3 <= room
            text.append("   " if fits else "\n")
            room = room - 3 if fits else width
        text.append(words, style=COLOUR[verdict])
        room -= len(words)
    return text or Text("no statement that can be checked", style="dim")


def checks_table(
    found: DocumentReport, *, width: int, verbose: bool, catalogue: Namer | None
) -> Table:
    """A row for each statement: the verdict, the sentence with its claim, the reason."""
    beside = width >= WIDE
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 1, 0), expand=True)
    table.add_column(width=20, no_wrap=True)
    table.add_column(ratio=1)
    if beside:
        table.add_column(ratio=1)
    told = ""
    for check in in_order(found.checks):
        if check.verdict is None and not verbose:
            continue
        quote = check.statement.evidence.quote
        page = page_words(check, found.document)
        sentence = _sentence(check, repeated=quote == told, catalogue=catalogue, page=page)
        reason = _findings(check, verbose=verbose, catalogue=catalogue)
        cells = [sentence, reason] if beside else [Group(sentence, reason)]
        table.add_row(_mark(check.verdict), *cells)
        told = quote
    return table


def _mark(verdict: VerdictKind | None) -> Text:
    if verdict is None:
        return Text("· nothing to check", style="dim")
    return Text(f"{SYMBOL[verdict]} {VERDICT[verdict]}", style=COLOUR[verdict])


def _sentence(check: Check, *, repeated: bool, catalogue: Namer | None, page: str) -> Text:
    text = Text()
    quote = check.statement.evidence.quote
    if quote and not repeated:
        text.append(f"“{shortened(quote, _QUOTE)}”", style="italic")
        text.append(f" ({page})\n" if page else "\n", style="dim")
    return text.append(claim_words(check.statement, catalogue).line, style="dim")


def _findings(check: Check, *, verbose: bool, catalogue: Namer | None) -> RenderableType:
    gravest = check.gravest
    if gravest is None:
        return Text("It claims nothing that the record or the law could bear out.", style="dim")
    rest = [one for one in check.findings if one is not gravest]
    shown = [gravest] + [one for one in rest if verbose or _matters(one)]
    parts: list[RenderableType] = []
    for place, finding in enumerate(shown):
        parts.append(_finding(finding, also=place > 0, catalogue=catalogue))
        if verbose:
            parts += _working(finding, catalogue)
    return Group(*parts)


def _matters(finding: Finding) -> bool:
    return finding.verdict not in (VerdictKind.SUPPORTED, VerdictKind.UNVERIFIABLE)


def _finding(finding: Finding, *, also: bool, catalogue: Namer | None) -> Text:
    text = Text()
    if also:
        text.append(
            f"{SYMBOL[finding.verdict]} {VERDICT[finding.verdict]}", COLOUR[finding.verdict]
        )
        text.append(f" ({FACET[finding.facet]}): ", style="dim")
    text.append(one_line(finding.reason))
    if finding.right_value and finding.verdict is not VerdictKind.SUPPORTED:
        text.append("\n→ Right: ", style="green").append(
            one_line(finding.right_value), style="bold"
        )
    if finding.articles:
        articles = cited_articles(finding.articles, partial(treaty_name, catalogue))
        text.append(f"  [{one_line(articles)}]", style="dim")
    return text


def _working(finding: Finding, catalogue: Namer | None) -> list[RenderableType]:
    lines = Text(style="dim")
    for place, step in enumerate(finding.trace, 1):
        words, cite = told_and_cited(catalogue, step.words, step.source)
        source = f" [{one_line(cite)}]" if cite else ""
        article = f" [{cited_articles((step.article,))}]" if step.article else ""
        lines.append(f"{place}. {one_line(words)}{article}{source}\n")
    for support in finding.evidence:
        where = f", {support.reference}" if support.reference else ""
        lines.append(f"– {one_line(support.words)} [{one_line(support.source + where)}]\n")
    lines.rstrip()
    return [Padding(lines, (0, 0, 0, 2))] if lines else []


def passed_over(found: DocumentReport, *, verbose: bool) -> Text:
    """The sentences in which nothing was read: how many, or in full each with its reason."""
    text = Text(style="dim")
    if not verbose:
        if found.passed_over:
            text.append(f"{count_of(len(found.passed_over), 'sentence')} passed over")
        return text
    for start, end, reason in found.passed_over:
        text.append("passed over: ").append(shortened(found.document.text[start:end], _QUOTE))
        text.append(f" ({one_line(reason)})\n")
    text.rstrip()
    return text
