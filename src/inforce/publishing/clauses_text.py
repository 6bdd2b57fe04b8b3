"""A treaty's proposed rules as lines of text: each rule, its words, and what stayed unread."""

from __future__ import annotations

from inforce.checking.audit.model import Audit
from inforce.clauses.model import Part, Proposal, Quote, Reading
from inforce.publishing.audit_text import audit_lines, share_words
from inforce.publishing.inert import one_line, shortened
from inforce.publishing.wrap import hung

_NAMES = {
    Part.ENTRY_INTO_FORCE: "entry into force",
    Part.LATER_PARTICIPANTS: "later participants",
    Part.EXIT: "exit",
    Part.PROVISIONAL: "provisional application",
    Part.RESERVATIONS: "reservations",
    Part.DURATION: "duration",
    Part.JOINING: "joining",
    Part.TERRITORY: "territories",
}
_LONGEST = 400


def proposal_lines(proposal: Proposal, *, width: int | None = None) -> list[str]:
    """What was found in a text, or the one sentence that says that nothing was."""
    if proposal.problem:
        return hung(proposal.problem, width=width)
    lines = hung(f"{proposal.name}: rules proposed from the text, unconfirmed", width=width)
    for part in Part:
        found = proposal.of(part)
        for place, reading in enumerate(found, 1):
            which = f", reading {place} of {len(found)}" if len(found) > 1 else ""
            lines += _reading(reading, which, width)
    for silence in proposal.silent:
        words = f"the text is silent: {silence.words} ({silence.article})"
        lines += ["", *hung(words, width=width, first=f"{_NAMES[silence.part]}: ")]
    if proposal.unturned:
        lines += ["", "Found, but not put as a rule"]
    for one in proposal.unturned:
        lines += hung(one.why, width=width, first=f"  {_NAMES[one.part]}: ")
        lines += _quote(one.quote, width)
    topics = dict.fromkeys(clause.topic.value.replace("_", " ") for clause in proposal.clauses)
    return [*lines, "", *hung(", ".join(topics), width=width, first="Clauses found: ")]


def explained_lines(
    reading: Reading, given: Audit, best: Audit, *, width: int | None = None
) -> list[str]:
    """How many recorded dates the proposed rule explains, beside the best rule, and the misses."""
    lines = ["", *hung(reading.words, width=width, first="Dates by the proposed rule: ")]
    lines += hung(share_words(given.later), width=width, first="  explained: ")
    lines += hung(share_words(best.later), width=width, first="  by the best rule: ")
    return [*lines, *audit_lines(given, width=width)]


def _reading(reading: Reading, which: str, width: int | None) -> list[str]:
    head = f"{_NAMES[reading.part]} (article {reading.article}, unconfirmed{which}): "
    lines = ["", *hung(one_line(reading.words), width=width, first=head)]
    for quote in reading.quotes:
        lines += _quote(quote, width)
    return lines


def _quote(quote: Quote, width: int | None) -> list[str]:
    words = shortened(one_line(quote.text), _LONGEST)
    return hung(f'"{words}"', width=width, first=f"    {quote.start}-{quote.end}: ")
