"""The law: rules and record in, status, exits, counts and deadlines out, each with its reasons."""

from inforce.law.counts import (
    Way,
    bound_stretches,
    count_days,
    counted_days,
    days_when,
    parties,
)
from inforce.law.errors import LawError, NoSuchRuleError, RuleNotReadError, RulesCollideError
from inforce.law.force import treaty_force
from inforce.law.matrix import matrix
from inforce.law.model import (
    ConditionState,
    CountRange,
    Deadline,
    DeadlineState,
    Episode,
    Exit,
    ExitState,
    Explanation,
    Force,
    PartiesAnswer,
    Position,
    RuleLine,
    Span,
    StatusAnswer,
    StatusPart,
    Step,
    Timeline,
    Trace,
)
from inforce.law.obligations import deadlines
from inforce.law.quantifiers import quantifier, quantifier_days
from inforce.law.status import status
from inforce.law.timeline import timeline, timelines
from inforce.law.words import explain_dates, force_day_for, period_end, rule_says

__all__ = [
    "ConditionState",
    "CountRange",
    "Deadline",
    "DeadlineState",
    "Episode",
    "Exit",
    "ExitState",
    "Explanation",
    "Force",
    "LawError",
    "NoSuchRuleError",
    "PartiesAnswer",
    "Position",
    "RuleLine",
    "RuleNotReadError",
    "RulesCollideError",
    "Span",
    "StatusAnswer",
    "StatusPart",
    "Step",
    "Timeline",
    "Trace",
    "Way",
    "bound_stretches",
    "count_days",
    "counted_days",
    "days_when",
    "deadlines",
    "explain_dates",
    "force_day_for",
    "matrix",
    "parties",
    "period_end",
    "quantifier",
    "quantifier_days",
    "rule_says",
    "status",
    "timeline",
    "timelines",
    "treaty_force",
]
