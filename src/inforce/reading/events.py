"""From a clause's frame to the acts it tells: one rule for each head concept."""

from __future__ import annotations

from collections.abc import Callable

from inforce.reading.consents import consent
from inforce.reading.context import Context
from inforce.reading.domestic import begin, law, plan, promulgate, propose, reject, vote
from inforce.reading.effects import complete, effect, end, follow, leave, suspend
from inforce.reading.frames import Frame
from inforce.reading.meaning import Reading, modality_of
from inforce.reading.notices import notify, receive, reverse, say
from inforce.reading.returns import dated, returns
from inforce.reading.standing import become, copula, ellipsis, member, neutral
from inforce.reading.verb import CORES
from inforce.terms import Modality

Rule = Callable[[Frame, Context, Modality], list[Reading]]


def events_of(frame: Frame, context: Context) -> list[Reading]:
    """Every act or standing that a frame tells."""
    rule = _RULES.get(frame.head)
    if rule is None:
        return []
    mode = modality_of(frame.clause.verb, frame.clause)
    return rule(frame, context, mode)


_RULES: dict[str, Rule] = {
    "vote": vote,
    "plan": plan,
    "propose": propose,
    "notify": notify,
    "docs": notify,
    "receive": receive,
    "effect": effect,
    "end": end,
    "complete": complete,
    "begin": begin,
    "procedure": begin,
    "leave": leave,
    "suspend": suspend,
    "promulgate": promulgate,
    "reverse": reverse,
    "belong": member,
    "member": member,
    "remain": copula,
    "copula": copula,
    "become": become,
    "ellipsis": ellipsis,
    "follow": follow,
    "reject": reject,
    "say": say,
    "return": returns,
    "date": dated,
    "neutral": neutral,
    "law": law,
    **{concept: consent for concept in CORES if concept not in ("leave", "suspend", "expel")},
}
