"""An audit as JSON objects and as a CSV table: one row for each row that was audited."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date
from typing import Any

from inforce.checking.audit.model import Audit, Fault, Fit, RowAudit, Share, TreatyAudit
from inforce.publishing.inert import one_line

HEADER = (
    "line",
    "treaty",
    "participant",
    "part",
    "consent",
    "force",
    "expected",
    "off",
    "exit_notice",
    "exit_effect",
    "exit_expected",
    "exit_off",
    "fault",
    "column",
    "reason",
    "other_faults",
)
"""The columns of the CSV table; ``off`` is in days, 0 where the rule explains the day."""


def audit_json(audit: Audit, *, rows: bool = True) -> Iterator[dict[str, Any]]:
    """A summary, then an object for each treaty, then one for each row; days are ISO 8601."""
    yield {
        "object": "audit",
        "treaties": len(audit.treaties),
        "measured": len(audit.measured),
        "least_rows": audit.least,
        "rules_tried": audit.tried,
        "later": _share(audit.later),
        "original": _share(audit.original),
        "shuffled": _share(audit.shuffled),
        "faults": {kind.value: number for kind, number in audit.faults.most_common()},
    }
    for treaty in audit.treaties:
        yield _treaty(treaty)
    for treaty in audit.treaties if rows else ():
        for one in treaty.rows:
            yield {"object": "row", **row_values(one), "faults": [_fault(f) for f in one.faults]}


def audit_csv(audit: Audit) -> str:
    """The rows as CSV with :data:`HEADER`; the likeliest fault has columns of its own."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADER)
    for treaty in audit.treaties:
        for one in treaty.rows:
            first = one.faults[0] if one.faults else None
            cells = {
                **row_values(one),
                "fault": first.kind.value if first else "",
                "column": first.column if first else "",
                "reason": first.words if first else "",
                "other_faults": " ".join(fault.kind.value for fault in one.faults[1:]),
            }
            found = (cells[name] for name in HEADER)
            writer.writerow("" if cell is None else one_line(str(cell)) for cell in found)
    return out.getvalue()


def row_values(one: RowAudit) -> dict[str, Any]:
    """The row's days beside those of the rules."""
    row = one.row
    return {
        "line": row.line,
        "treaty": row.treaty,
        "participant": row.participant,
        "part": one.part.value,
        "consent": _iso(row.consent),
        "force": _iso(row.force),
        "expected": _iso(one.expected),
        "off": one.off,
        "exit_notice": _iso(row.exit_notice),
        "exit_effect": _iso(row.exit_effect),
        "exit_expected": _iso(one.exit_expected),
        "exit_off": one.exit_off,
    }


def _treaty(treaty: TreatyAudit) -> dict[str, Any]:
    return {
        "object": "treaty",
        "treaty": treaty.treaty,
        "in_force": _iso(treaty.day),
        "in_force_from_rows": treaty.day_found,
        "later": _fit(treaty.later),
        "original": _share(treaty.original),
        "exits": _fit(treaty.exits) if treaty.exits else None,
        "faults": [_fault(fault) for fault in treaty.faults],
    }


def _fit(fit: Fit) -> dict[str, Any]:
    return {
        **_share(fit.share),
        "rule": fit.words,
        "found": fit.delay is not None,
        "given": fit.given,
        "ties": list(fit.ties),
        "best_within_one_day": fit.loose_near,
        "shuffled": _share(fit.shuffled),
    }


def _share(share: Share) -> dict[str, Any]:
    return {
        "rows": share.rows,
        "to_the_day": share.exact,
        "within_one_day": share.near,
        "to_the_day_percent": _rounded(share.percent),
        "within_one_day_percent": _rounded(share.near_percent),
    }


def _fault(fault: Fault) -> dict[str, Any]:
    return {
        "fault": fault.kind.value,
        "column": fault.column,
        "found": _iso(fault.found),
        "expected": _iso(fault.expected),
        "words": fault.words,
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
