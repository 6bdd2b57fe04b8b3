"""An audit as lines of text: the shares, the treaties that fit worst, the faults and the rows."""

from __future__ import annotations

from inforce.checking.audit.model import FAULT_WORDS, Audit, Fit, RowAudit, Share, TreatyAudit
from inforce.publishing.inert import one_line, shortened
from inforce.publishing.words import count_of
from inforce.publishing.wrap import hung

_TREATIES = 25
_ROWS = 40
_NAME = 28


def audit_lines(audit: Audit, *, every: bool = False, width: int | None = None) -> list[str]:
    """The audit in lines; ``every`` lists all treaties and rows instead of the first.

    Lines are wrapped at ``width`` characters.
    """
    lines = hung(_head(audit), width=width)
    shares = (
        ("later participants", audit.later),
        ("original participants", audit.original),
        ("dates shuffled", audit.shuffled),
    )
    lines += [f"  {label:<22} {share_words(share)}" for label, share in shares]
    shown = by_unexplained(audit)
    lines += ["", "Treaties, those with most unexplained rows first"]
    for treaty in shown if every else shown[:_TREATIES]:
        first = f"  {shortened(treaty.treaty, _NAME):<{_NAME}} "
        lines += hung(treaty_words(treaty), width=width, first=first)
    if not every and len(shown) > _TREATIES:
        lines.append(f"  and {len(shown) - _TREATIES} more: --all lists them")
    return [*lines, *_faults(audit, every=every, width=width)]


def share_words(share: Share) -> str:
    """How much is explained, in words."""
    if share.percent is None or share.near_percent is None:
        return "no rows with both days"
    return (
        f"{share.percent:.1f}% to the day, {share.near_percent:.1f}% within one day, "
        f"of {count_of(share.rows, 'row')}"
    )


def treaty_words(treaty: TreatyAudit) -> str:
    """One treaty's rule and what it explains."""
    parts = [_fit_words(treaty.later)]
    if treaty.original.rows:
        parts.append(f"original: {treaty.original.exact} of {treaty.original.rows}")
    if treaty.exits is not None and treaty.exits.delay is not None:
        parts.append(f"exits: {_fit_words(treaty.exits)}")
    parts += [one_line(fault.words) for fault in treaty.faults]
    return "; ".join(parts)


def by_unexplained(audit: Audit) -> list[TreatyAudit]:
    """The treaties with something to say, those with most unexplained rows first."""
    said = [
        t
        for t in audit.treaties
        if t.later.share.rows >= audit.least or t.later.given or t.faults or t.exits
    ]
    return sorted(said, key=lambda t: (t.later.share.exact - t.later.share.rows, t.treaty))


def row_words(one: RowAudit) -> str:
    """The likeliest fault of a row, and the others in brackets."""
    first, *others = one.faults
    besides = dict.fromkeys(FAULT_WORDS[f.kind] for f in others if f.kind is not first.kind)
    more = f" (or: {', '.join(besides)})" if besides else ""
    return one_line(f"{FAULT_WORDS[first.kind]}: {first.words}{more}")


def _head(audit: Audit) -> str:
    treaties = count_of(len(audit.treaties), "treaty", "treaties")
    if audit.tried == 1:
        return f"{treaties}, by the rule given"
    return (
        f"{treaties}, {audit.tried} rules tried on each; "
        f"{len(audit.measured)} with {audit.least} or more later participants"
    )


def _fit_words(fit: Fit) -> str:
    if fit.delay is None:
        return fit.words
    ties = f" (as well: {'; '.join(fit.ties)})" if fit.ties else ""
    near = f", {fit.loose_near} within one day" if fit.loose_near > fit.share.exact else ""
    return f"{fit.share.exact} of {fit.share.rows}{near}: {fit.words}{ties}"


def _faults(audit: Audit, *, every: bool, width: int | None) -> list[str]:
    lines = ["", "Likely faults"]
    found = audit.faults.most_common()
    lines += [f"  {number:>6}  {FAULT_WORDS[kind]}" for kind, number in found]
    if not found:
        return [*lines, "  none"]
    groups = _alike(audit)
    lines += ["", "Rows"]
    for words, rows in groups if every else groups[:_ROWS]:
        first, more = rows[0].row, len(rows) - 1
        also = f" and {count_of(more, 'more row')}" if more else ""
        where = f"  line {first.line}, {one_line(first.participant)}{also}: "
        lines += hung(words, width=width, first=where)
    if not every and len(groups) > _ROWS:
        lines.append(f"  and {len(groups) - _ROWS} more: --all lists them, --csv writes them")
    return lines


def _alike(audit: Audit) -> list[tuple[str, list[RowAudit]]]:
    """The rows with a fault, those of a treaty that are told in the same words together."""
    found: dict[tuple[str, str], list[RowAudit]] = {}
    for treaty in audit.treaties:
        for one in treaty.rows:
            if one.faults:
                found.setdefault((treaty.treaty, row_words(one)), []).append(one)
    return [(words, rows) for (_, words), rows in found.items()]
