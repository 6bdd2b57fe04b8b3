"""Published dates against the treaties' own rules: what a rule explains, and what went wrong."""

from inforce.checking.audit.audit import audit
from inforce.checking.audit.family import family, rule_words
from inforce.checking.audit.model import (
    Audit,
    Fault,
    FaultKind,
    Fit,
    Part,
    Row,
    RowAudit,
    Share,
    TreatyAudit,
)
from inforce.checking.audit.naming import named, succession_days
from inforce.checking.audit.table import COLUMNS, AuditError, Table, read_table

__all__ = [
    "COLUMNS",
    "Audit",
    "AuditError",
    "Fault",
    "FaultKind",
    "Fit",
    "Part",
    "Row",
    "RowAudit",
    "Share",
    "Table",
    "TreatyAudit",
    "audit",
    "family",
    "named",
    "read_table",
    "rule_words",
    "succession_days",
]
