"""A participant's history and a treaty's rules as lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from inforce.publishing.names import Namer, cited, in_sentence
from inforce.publishing.phrases import days_words, exit_words, the_treaty, working
from inforce.publishing.words import STATUS, article_words, listed, upper_first
from inforce.publishing.wrap import hung

if TYPE_CHECKING:
    from inforce.catalogue.model import Treaty
    from inforce.dates import PartialDate
    from inforce.law.answers import RuleLine
    from inforce.law.model import Span, Timeline
    from inforce.record.view import AdjudicatedAct


def timeline_lines(
    timeline: Timeline,
    catalogue: Namer,
    *,
    known_on: PartialDate | None = None,
    width: int | None = None,
) -> list[str]:
    """The statuses one after another, the exits, and every act with its source.

    Lines are wrapped at ``width`` characters; without one, each item is one line.
    """
    who = upper_first(in_sentence(catalogue, timeline.participant))
    known = f", as known on {known_on}" if known_on else ""
    title = f"{who} and {the_treaty(timeline.treaty, catalogue)}: its history{known}"
    lines = hung(title, width=width)
    lines += _spans("Status", timeline.spans, width=width)
    lines += _spans("Provisional application", timeline.provisional, width=width)
    lines += ["", "Exits"] if timeline.exits else []
    for one in timeline.exits:
        noticed = f"notice of {one.notice.date}: " if one.notice and one.notice.date else ""
        words = upper_first(f"{noticed}{exit_words(one, catalogue)}")
        lines += hung(words, width=width, first="  - ")
    lines += ["", "Acts"] if timeline.events else []
    for act in timeline.events:
        day = act.date.edtf if act.date else "no day"
        lines += hung(_act_words(act, catalogue), width=width, first=f"  {day:<11} ")
    return lines + working(timeline.trace, catalogue, width=width)


def treaty_lines(
    treaty: Treaty, rule_lines: Iterable[RuleLine], *, width: int | None = None
) -> list[str]:
    """A treaty's identity and each of its rules with its article and the day it was checked."""
    number = f", {treaty.number}" if treaty.number else ""
    lines = hung(f"{treaty.short_name} ({treaty.id}){number}", width=width)
    lines += hung(treaty.title, width=width, first="  ")
    facts = (
        ("depositary", treaty.depositary),
        ("adopted", treaty.adopted),
        ("opened", treaty.opened),
        ("in force", treaty.in_force),
    )
    for label, fact in facts:
        lines += hung(str(fact), width=width, first=f"  {label:<12}") if fact else []
    named = [f"{len(found)} in {language}" for language, found in treaty.aliases]
    lines += hung(listed(named), width=width, first=f"  {'names':<12}") if named else []
    lines += ["", "Rules"]
    for rule in rule_lines:
        lines += hung(_rule_words(rule), width=width, first=f"  {upper_first(rule.topic)}: ")
    until = treaty.complete_until
    words = f"The record is complete until {until}." if until else ""
    extent = " ".join(part for part in (words, treaty.complete_words) if part)
    return lines + (["", *hung(extent, width=width)] if extent else [])


def _spans(title: str, spans: Sequence[Span], *, width: int | None) -> list[str]:
    lines = ["", title] if spans else []
    for span in spans:
        lines += hung(span_words(span), width=width, first=f"  {days_words(span.days):<26} ")
    return lines


def span_words(span: Span) -> str:
    """The status of a stretch of days, with what is open about it."""
    possible = listed([STATUS[one] for one in span.possible], "or")
    if span.status is None:
        if span.contested:
            return f"contested: {possible}" if possible else "contested"
        because = f"not known, because of {span.because.value}" if span.because else "not known"
        return f"{because}: {possible}" if possible else because
    words = STATUS[span.status]
    if not span.expected:
        return words
    words = f"expected: {words}"
    if span.open_condition is None:
        return words
    unless = span.open_condition
    fact = unless.fact.replace("_", " ")
    return f"{words}; open: {fact} on {unless.on} ({article_words(unless.article)})"


def _act_words(act: AdjudicatedAct, catalogue: Namer) -> str:
    words = act.act.value.replace("_", " ")
    claim, said = act.followed.claim, act.followed.evidence
    link = "of" if act.act.value == "revocation" else "on the way to"
    words += f" {link} {act.about.value.replace('_', ' ')}" if act.about else ""
    words += f", {claim.body}" if claim.body else ""
    if act.followed.modality.value != "done":
        words += f", {act.followed.modality.value}"
    source = cited(catalogue, ", ".join(part for part in (said.source, said.reference) if part))
    told = "" if said.asserted is None or said.asserted_assumed else f", said on {said.asserted}"
    words += f" [{source}{told}]"
    days = sorted({one.claim.date.edtf for one in act.rivals if one.claim.date})
    if act.contested:
        words += f"; contested, others say {listed(days)}"
    elif days:
        words += f"; others say {listed(days)}: {act.why}"
    return words


def _rule_words(rule: RuleLine) -> str:
    marks = [article_words(rule.article)] if rule.article else []
    marks += [f"checked on {rule.checked}"] if rule.checked else []
    cite = f" [{'; '.join(marks)}]" if marks else ""
    state = rule.state.value
    if state == "unread":
        return f"nobody has read it yet{cite}"
    silent = "the treaty has no such rule. " if state == "none" else ""
    return f"{silent}{rule.words}{cite}".strip()
