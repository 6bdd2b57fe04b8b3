"""The law: rules and record in, status, exits, counts and deadlines out, each with its reasons.

What every question needs is imported at once, a name that few need when it is first used. Those
of the functions that are named as their modules belong to the first, or the module would be found.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from inforce.law.matrix import matrix
from inforce.law.status import status
from inforce.law.timeline import timeline, timelines

if TYPE_CHECKING:
    from inforce.law.answers import (
        CountRange,
        Deadline,
        DeadlineState,
        Explanation,
        PartiesAnswer,
        RuleLine,
    )
    from inforce.law.counts import (
        Way,
        bound_stretches,
        count_days,
        counted_days,
        days_when,
        parties,
    )
    from inforce.law.duty_words import due_words
    from inforce.law.errors import LawError, NoSuchRuleError, RuleNotReadError, RulesCollideError
    from inforce.law.force import treaty_force
    from inforce.law.histories import History, history
    from inforce.law.model import (
        ConditionState,
        Episode,
        Exit,
        ExitState,
        Force,
        Position,
        Span,
        StatusAnswer,
        StatusPart,
        Step,
        Timeline,
        Trace,
    )
    from inforce.law.obligations import deadlines
    from inforce.law.quantifiers import quantifier, quantifier_days
    from inforce.law.taking_effect import Effect, EffectState, effects
    from inforce.law.upcoming import agenda
    from inforce.law.words import explain_dates, force_day_for, period_end, rule_says

__all__ = [
    "ConditionState",
    "CountRange",
    "Deadline",
    "DeadlineState",
    "Effect",
    "EffectState",
    "Episode",
    "Exit",
    "ExitState",
    "Explanation",
    "Force",
    "History",
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
    "agenda",
    "bound_stretches",
    "count_days",
    "counted_days",
    "days_when",
    "deadlines",
    "due_words",
    "effects",
    "explain_dates",
    "force_day_for",
    "history",
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

_HOMES = {
    "Way": "counts",
    "bound_stretches": "counts",
    "count_days": "counts",
    "counted_days": "counts",
    "days_when": "counts",
    "parties": "counts",
    "due_words": "duty_words",
    "Effect": "taking_effect",
    "EffectState": "taking_effect",
    "effects": "taking_effect",
    "LawError": "errors",
    "NoSuchRuleError": "errors",
    "RuleNotReadError": "errors",
    "RulesCollideError": "errors",
    "treaty_force": "force",
    "History": "histories",
    "history": "histories",
    "ConditionState": "model",
    "CountRange": "answers",
    "Deadline": "answers",
    "DeadlineState": "answers",
    "Episode": "model",
    "Exit": "model",
    "ExitState": "model",
    "Explanation": "answers",
    "Force": "model",
    "PartiesAnswer": "answers",
    "Position": "model",
    "RuleLine": "answers",
    "Span": "model",
    "StatusAnswer": "model",
    "StatusPart": "model",
    "Step": "model",
    "Timeline": "model",
    "Trace": "model",
    "deadlines": "obligations",
    "quantifier": "quantifiers",
    "quantifier_days": "quantifiers",
    "explain_dates": "words",
    "force_day_for": "words",
    "period_end": "words",
    "rule_says": "words",
    "agenda": "upcoming",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'inforce.law' has no attribute {name!r}")
    return getattr(import_module(f"inforce.law.{_HOMES[name]}"), name)
