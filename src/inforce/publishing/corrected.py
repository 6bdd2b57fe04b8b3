"""What would be right, as a sentence that can be copied into the text."""

from __future__ import annotations

from inforce.checking.model import Check, Finding
from inforce.checking.words import happened, noun, on
from inforce.dates import DateError, PartialDate
from inforce.publishing.inert import one_line
from inforce.publishing.names import Namer, in_sentence, treaty_name
from inforce.publishing.words import article_words, upper_first
from inforce.terms import ClaimKind, Facet, Modality, VerdictKind


def corrected_sentence(check: Check, catalogue: Namer | None = None) -> str:
    """A sentence with the right value of the gravest finding, its articles cited; else empty.

    A date becomes the clause of its act, a count is put to its treaty, and what is a sentence
    already stays one.
    """
    found = check.gravest
    if found is None or found.verdict is VerdictKind.SUPPORTED or not found.right_value:
        return ""
    if found.facet in (Facet.UNIT, Facet.ARITHMETIC, Facet.SCOPE):
        # What is right there is a unit or a sum, and no sentence of its own.
        return ""
    words = _dated(check, found, catalogue) or _about(check, found, catalogue)
    cite = [article_words(_number(one)) for one in found.articles]
    end = f" ({', '.join(dict.fromkeys(cite))})" if cite else ""
    return one_line(f"{upper_first(words).rstrip('.')}{end}.")


def _number(article: str) -> str:
    """The article without the id of a treaty that the sentence names."""
    treaty, _, number = article.partition(" ")
    return number if number and treaty.islower() else article


def _dated(check: Check, found: Finding, catalogue: Namer | None) -> str:
    """An act with its right day, where the right value is nothing but a day."""
    claim = check.statement.claim
    day = _day(found)
    if found.facet is not Facet.DATE or claim.act is None or day is None:
        return ""
    if not claim.participant:
        name = treaty_name(catalogue, claim.treaty) if claim.treaty else ""
        return f"{happened(claim.act, f'the {name}')} {on(day)}" if name else ""
    who = in_sentence(catalogue, claim.participant)
    if check.statement.modality is not Modality.DONE:
        return f"the {noun(claim.act)} of {who} comes {on(day)}"
    return f"{happened(claim.act, who)} {on(day)}"


def _day(found: Finding) -> PartialDate | None:
    """The right value as a date; None where it is more than one."""
    from inforce.dates.civil import MONTH_NAMES

    parts = (found.right_value or "").split()
    if len(parts) == 3 and parts[1] in MONTH_NAMES and parts[0].isdigit():
        month = MONTH_NAMES.index(parts[1]) + 1
        try:
            return PartialDate.parse(f"{parts[2]}-{month:02d}-{int(parts[0]):02d}")
        except DateError:
            return None
    return None


def _about(check: Check, found: Finding, catalogue: Namer | None) -> str:
    """The right value behind what it is about, unless it names that itself."""
    claim, right = check.statement.claim, found.right_value or ""
    who = in_sentence(catalogue, claim.participant) if claim.participant else ""
    what = treaty_name(catalogue, claim.treaty) if claim.treaty else ""
    if who and who.removeprefix("the ") in right:
        return right
    if claim.kind is ClaimKind.RULE and what:
        return f"under the {what}, {right}" if what not in right else right
    about = ", ".join(part for part in (who, f"the {what}" if what else "") if part)
    return f"{about}: {right}" if about else right
