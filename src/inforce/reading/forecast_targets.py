"""The act of a treaty that a forecast expects, so that the record can settle it."""

from __future__ import annotations

from inforce.reading.attach import treaties_in
from inforce.reading.clause import Clause
from inforce.reading.context import Context
from inforce.reading.frames import Node, nodes_of
from inforce.reading.meaning import ABOUT
from inforce.reading.verb import CORES
from inforce.terms import Act

_ANNOUNCING = frozenset({"plan"})
_STEPS = {"plan": Act.INTENTION_ANNOUNCED, "vote": Act.BILL_ADOPTED, "promulgate": Act.LAW_SIGNED}


def target_of(
    clause: Clause, concept: str | None, context: Context
) -> tuple[Act, Act | None, str] | None:
    """The act that is expected, what it leads to, and of which treaty; None: no act of a treaty.

    ``concept`` is the expected verb's own. "Complete its withdrawal" expects the effect, "announce
    a decision" the announcement, "hand in a notice" the notice.
    """
    nodes = nodes_of(clause, "after")
    core = next((n for n in nodes if n.concept in CORES), None)
    if concept in CORES:
        core = core or Node(concept, clause.head or clause.items[0], noun=False)
        return _told(clause, _effect(concept), None, context)
    if concept in ("notify", "docs") and _of_exit(core, context):
        return _told(clause, Act.WITHDRAWAL, None, context)
    if concept in ("complete", "effect", "light") and core is not None and core.noun:
        return _told(clause, _effect(core.concept), None, context)
    papers = any(n.concept in _ANNOUNCING for n in nodes)
    if concept in _STEPS and (core is not None or (concept == "plan" and papers)):
        about = ABOUT[core.concept] if core is not None else ABOUT[_view(context)]
        return _told(clause, _STEPS[concept], about, context)
    return None


def _effect(concept: str) -> Act:
    """Leaving is expected as its effect; joining as the act itself."""
    return Act.EXIT_EFFECT if concept == "leave" else ABOUT[concept]


def _of_exit(core: Node | None, context: Context) -> bool:
    return core.concept == "leave" if core is not None else _view(context) == "leave"


def _view(context: Context) -> str:
    """The act in view: the one told last, where it is one towards a treaty."""
    return context.last_core if context.last_core in ABOUT else context.subject_of_text


def _told(
    clause: Clause, act: Act, about: Act | None, context: Context
) -> tuple[Act, Act | None, str] | None:
    named = treaties_in(clause.items, context)
    treaty = named[0] if named else context.treaty_of(None)
    return (act, about, treaty) if treaty is not None else None
