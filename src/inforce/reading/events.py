"""From a clause's frame to the acts it tells: which step, of what, in which modality."""

from __future__ import annotations

from dataclasses import dataclass

from inforce.reading.clauses import Clause
from inforce.reading.context import Context
from inforce.reading.frames import CORES, Frame, Node
from inforce.reading.items import Item
from inforce.reading.verbs import Verb
from inforce.terms import Act, Modality, Standing

ABOUT = {
    "leave": Act.WITHDRAWAL,
    "join": Act.ACCESSION,
    "ratify": Act.RATIFICATION,
    "accept": Act.ACCEPTANCE,
    "sign": Act.SIGNATURE,
    "suspend": Act.SUSPENSION,
    "succeed": Act.SUCCESSION,
    "expel": Act.EXPULSION,
}
PARLIAMENT = frozenset({"parliament"})
RULERS = frozenset({"president", "government"})


@dataclass(frozen=True, slots=True)
class Reading:
    """What one frame says: the act or standing, what it leads to, its modality."""

    modality: Modality
    act: Act | None = None
    about: Act | None = None
    standing: Standing | None = None
    words: str = ""


def modality_of(verb: Verb | None, clause: Clause) -> Modality:
    """How a clause puts its verb."""
    negated = verb is not None and (verb.negative or _negative_subject(clause))
    if clause.marker == "condition_time" and verb is not None:
        if not (
            (
                verb.past
                and (verb.perfect or verb.concept != "copula")
                and verb.finite
                and not verb.passive
            )
            or (verb.past and verb.perfect)
        ):
            return Modality.HYPOTHETICAL
    if clause.marker == "time" and verb is not None and not (verb.past or verb.perfect):
        own = clause.before and any(i.kind == "E" and i.value.participants for i in clause.before)
        return Modality.PLANNED if verb.finite and own and not verb.mood else Modality.HYPOTHETICAL
    at: Clause | None = clause
    while at is not None:
        if at.marker == "condition":
            return Modality.HYPOTHETICAL
        at = at.parent if at.marker in ("that", "coordinate") else None
    if verb is None:
        return Modality.DONE
    if negated:
        return Modality.DENIED
    if verb.mood == "will" or (verb.form == "infinitive"):
        return Modality.PLANNED
    if verb.mood == "would" and verb.perfect:
        return Modality.HYPOTHETICAL
    if verb.mood == "would":
        return Modality.PLANNED
    if verb.mood == "may":
        return Modality.HYPOTHETICAL
    return Modality.DONE


def _negative_subject(clause: Clause) -> bool:
    """ "not one of the five has", "none of them will"."""
    return any(
        i.kind == "w"
        and (i.has("tally_none") or i.has("no_state"))
        and not any(b.kind == "," for b in clause.before[place:])
        for place, i in enumerate(clause.before)
    )


def events_of(frame: Frame, context: Context) -> list[Reading]:
    """Every act or standing that a frame tells."""
    rule = _RULES.get(frame.head)
    if rule is None:
        return []
    mode = modality_of(frame.clause.verb, frame.clause)
    return rule(frame, context, mode)


def _about(node: Node | None, context: Context) -> Act:
    concept = node.concept if node is not None else context.last_core
    return ABOUT.get(concept, Act.WITHDRAWAL)


def _role(frame: Frame) -> str:
    return frame.agent.role if frame.agent is not None else ""


def _has_class(frame: Frame, name: str) -> bool:
    return any(i.kind == "w" and i.has(name) for i in frame.clause.items)


def _treaty_named(frame: Frame) -> bool:
    return any(i.kind == "T" for i in frame.clause.items + frame.clause.antecedent)


def _parliament_near(frame: Frame) -> bool:
    if _role(frame) in PARLIAMENT:
        return True
    items = frame.clause.items + frame.clause.antecedent
    return any(i.kind == "E" and i.value.role in PARLIAMENT for i in items)


def _vote(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    core = frame.core
    if _role(frame) == "court" or (frame.has("reverse") and not _parliament_near(frame)):
        return []
    verb = frame.clause.verb
    law_before = any(
        i.kind == "w" and i.word.noun == "law"
        for i in frame.clause.antecedent + frame.clause.before
    )
    if verb is not None and verb.passive and frame.agent is None and not _parliament_near(frame):
        return []
    against = any(i.kind == "w" and i.has("tally_against") for i in frame.clause.after[:2])
    if against or (
        frame.clause.marker == "condition_time"
        and _role(frame) not in PARLIAMENT
        and not _parliament_near(frame)
    ):
        return []
    theme = (
        core is not None
        or law_before
        or frame.has("law", "plan", "propose")
        or _treaty_named(frame)
    )
    if not theme:
        return []
    about = (
        Act.RATIFICATION
        if core is None and not law_before and not frame.has("law", "plan", "propose")
        else _about(core, context)
    )
    if _parliament_near(frame):
        return [Reading(mode, Act.BILL_ADOPTED, about, words="vote")]
    approved = frame.clause.head is not None and frame.clause.head.has("approve_words")
    if core is None and approved and _role(frame) == "state" and about is Act.RATIFICATION:
        return (
            [Reading(mode, Act.APPROVAL, words="approve")]
            if mode in (Modality.DONE, Modality.PLANNED)
            else []
        )
    if core is None or frame.agent is None:
        return []
    if _role(frame) in RULERS or _role(frame) == "state":
        return [_intention(mode, about, "approved")]
    return []


def _intention(mode: Modality, about: Act, words: str, *, proposed: bool = False) -> Reading:
    act = Act.PROPOSED if proposed else Act.INTENTION_ANNOUNCED
    if mode in (Modality.DENIED, Modality.HYPOTHETICAL):
        return Reading(mode, act, about, words=words)
    put = Modality.PROPOSED if proposed else Modality.PLANNED
    return Reading(put, act, about, words=words)


def _plan(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    core = frame.core
    verb = frame.clause.verb
    if core is not None and core.concept == "sign" and not _treaty_named(frame):
        return []
    if _role(frame) in PARLIAMENT and (
        core is not None or (verb is not None and verb.concept == "light")
    ):
        about = _about(core, context)
        head = frame.clause.head
        if head is not None and verb is not None and verb.concept == "plan" and not head.has("deciding"):
            return [_intention(mode, about, "plan", proposed=True)]
        return [Reading(mode, Act.BILL_ADOPTED, about, words="decision")]
    if core is None and frame.has("propose") and frame.has("membership"):
        return [_intention(mode, Act.WITHDRAWAL, "review", proposed=True)]
    if core is None or (
        verb is not None and verb.concept == "light" and verb.passive and frame.agent is None
    ):
        return []
    inner = {node.concept for node in frame.nodes[: frame.nodes.index(core)]}
    about = _about(core, context)
    if "vote" in inner and _parliament_near(frame):
        return []
    if core.concept == "suspend" and mode is Modality.DONE and core.noun:
        return [Reading(mode, Act.SUSPENSION, words="suspend")]
    if _is_core_done(frame, core):
        return []
    decree = mode is Modality.DONE and any(
        i.kind == "w" and i.has("decrees") for i in frame.clause.before
    )
    if decree:
        return [
            Reading(mode, Act.LAW_SIGNED, about, words="decree"),
            _intention(mode, about, "plan"),
        ]
    return [_intention(mode, about, "plan", proposed="propose" in inner)]


def _is_core_done(frame: Frame, core: Node) -> bool:
    """ "announced that it had ratified": the complement tells an act of its own."""
    return (
        core.side == "inner"
        and core.concept in ("ratify", "sign", "join", "accept")
        and not core.noun
    )


def _propose(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    core = frame.core
    membership = frame.has("membership") and (
        _treaty_named(frame) or (context.last_act is not None and context.last_core == "leave")
    )
    if frame.agent is None or (core is None and not membership):
        return []
    return [_intention(mode, _about(core, context), "propose", proposed=True)]


def _notify(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    core = frame.core
    items = frame.clause.items
    recipient = any(
        (i.kind == "O" and i.value.kind == "depositary")
        or (i.kind == "O" and i.value.id in ("UN", "UNSC"))
        for i in items
    )
    recipient = recipient or any(i.kind == "T" and i.value.body for i in frame.clause.after[:1])
    recipient = recipient or any(i.kind == "E" and i.value.role == "depositary" for i in items)
    to_parliament = (
        (frame.has("law") or frame.has("docs")) and _parliament_near(frame) and not recipient
    )
    if to_parliament and mode is Modality.PLANNED:
        return [Reading(mode, Act.BILL_ADOPTED, _about(core, context), words="goes to parliament")]
    if to_parliament:
        return (
            [_intention(Modality.DONE, _about(core, context), "submitted", proposed=True)]
            if mode is Modality.DONE
            else []
        )
    own = core is not None and core.side == "after" and _after_owner(frame, core)
    consent = core is not None and core.noun and (core.concept in _JOINING or own)
    if not recipient and not consent and not frame.has("docs", "notify") and frame.head != "docs":
        return []
    notice = any(i.kind == "w" and i.has("notice_words") for i in items)
    if (
        core is None
        and not recipient
        and not (notice and frame.agent is not None and context.last_core == "leave")
    ):
        return []
    about = _about(core, context)
    act = (
        about
        if about
        in (
            Act.WITHDRAWAL,
            Act.RATIFICATION,
            Act.ACCESSION,
            Act.ACCEPTANCE,
            Act.SUSPENSION,
            Act.SUCCESSION,
        )
        else Act.WITHDRAWAL
    )
    return [Reading(mode, act, words="notify")]


def _after_owner(frame: Frame, core: Node) -> bool:
    """ "handed in its withdrawal": the act itself is what is handed in."""
    before = frame.clause.after[: core.place]
    return bool(before) and before[-1].kind == "E" and before[-1].possessive


def _effect(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    core = frame.core
    verb = frame.clause.verb
    present = verb is not None and not (
        verb.past or verb.perfect or verb.mood or verb.passive or verb.progressive
    )
    if mode is Modality.DONE and present and verb is not None and verb.finite:
        mode = Modality.PLANNED
    if for_participant(frame) is not None:
        return [Reading(mode, Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT, words="effect for")]
    those = any(i.kind == "w" and i.has("those") for i in frame.clause.before[:2])
    if core is None and those and context.last_core == "leave":
        return [Reading(mode, Act.EXIT_EFFECT, words="effect of those")]
    if core is not None and core.concept == "leave":
        return [Reading(mode, Act.EXIT_EFFECT, words="effect")]
    if core is not None and core.concept in ("join", "ratify", "accept"):
        return [Reading(mode, Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT, words="effect")]
    if core is not None and core.concept == "suspend":
        return [Reading(mode, Act.SUSPENSION, words="effect")]
    if frame.has("plan", "move") and context.last_core == "leave":
        return [Reading(mode, Act.EXIT_EFFECT, words="effect")]
    it = any(i.kind == "E" and i.value.pronoun == "one" for i in frame.clause.before)
    joining = it and context.last_core in _JOINING
    if joining or any(i.kind == "T" for i in frame.clause.before + frame.clause.antecedent):
        return [Reading(mode, Act.ENTRY_INTO_FORCE, words="effect")]
    return []


def for_participant(frame: Frame) -> Item | None:
    """The one for whom a treaty enters into force: "for Vanuatu", "for which"."""
    items = frame.clause.after
    for place, item in enumerate(items[:-1]):
        if item.kind == "w" and item.has("for"):
            return next((i for i in items[place + 1 : place + 3] if i.kind == "E"), None)
    antecedent = frame.clause.antecedent
    if len(antecedent) > 1 and antecedent[-1].has("for"):
        return next((i for i in reversed(antecedent) if i.kind == "E"), None)
    return None


def _end(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    other = any(i.kind == "O" for i in frame.clause.items) and not _treaty_named(frame)
    subject = any(i.kind == "w" and i.word.noun == "membership" for i in frame.clause.before)
    if not subject and not _treaty_named(frame):
        return []
    if frame.has("member", "membership", "belong") and frame.agent is not None and not other:
        return [Reading(mode, Act.EXIT_EFFECT, words="end")]
    return []


def _complete(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    core = frame.core
    if core is None or core.concept not in ("leave", "join", "ratify"):
        return []
    act = Act.EXIT_EFFECT if core.concept == "leave" else ABOUT[core.concept]
    return [Reading(mode, act, words="complete")]


def _begin(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    core = frame.core
    if core is None:
        membership = any(i.kind == "w" and i.word.noun == "membership" for i in frame.clause.before)
        if membership and mode in (Modality.DONE, Modality.PLANNED):
            return [Reading(mode, Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT, words="membership begins")]
        return []
    return [_intention(mode, _about(core, context), "begin")]


def _leave(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    verb = frame.clause.verb
    first = next((i for i in frame.clause.after[:3] if i.kind in "wT"), None)
    if first is not None and first.kind == "w" and first.word.noun in ("sign", "ratify", "docs"):
        return []  # it is a signature or a notice that is withdrawn
    role = _role(frame)
    if verb is None or (verb.passive and not _treaty_named(frame)):
        return []
    if (frame.agent is None and not verb.passive) or (verb.mood == "would" and verb.perfect):
        return []
    item = frame.agent_item
    if (
        item is not None
        and item.value.role == "state"
        and (item.possessive or (item.value.adjective and not item.value.nationals))
    ):
        return []
    if role == "parliament":
        return [Reading(mode, Act.BILL_ADOPTED, Act.WITHDRAWAL, words="leave")]
    if (
        role == "government"
        and mode is Modality.DONE
        and verb.finite
        and not verb.progressive
        and not verb.perfect
    ):
        return [Reading(mode, Act.WITHDRAWAL, words="a government left")]
    if verb.progressive and mode is Modality.DONE:
        return [_intention(mode, Act.WITHDRAWAL, "leaving")]
    if mode is Modality.HYPOTHETICAL:
        return [_intention(mode, Act.WITHDRAWAL, "leave")]
    if mode is Modality.PLANNED:
        return [Reading(mode, Act.EXIT_EFFECT, words="leave planned")]
    return [Reading(mode, Act.EXIT_EFFECT, words="leave")]


def _consent(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    concept = frame.head
    act = ABOUT[concept]
    role = _role(frame)
    if (
        concept == "join"
        and not _treaty_named(frame)
        and (
            frame.has("propose", "plan")
            or _has_class(frame, "move_words")
            or _joins_antecedent(frame)
        )
    ):
        return _follow(frame, context, mode)
    if concept == "sign":
        law = frame.has("law", "plan", "docs") or frame.has("ratify")
        if (law and role in ("president", "", "government")) or (
            role == "president" and frame.has("leave")
        ):
            return [
                Reading(
                    mode,
                    Act.LAW_SIGNED,
                    _about(
                        frame.core if frame.core and frame.core.concept != "sign" else None, context
                    ),
                    words="sign law",
                )
            ]
        if law:
            return []
    if role == "parliament":
        return [Reading(mode, Act.BILL_ADOPTED, act, words=concept)] if concept != "sign" else []
    relative = frame.clause.marker == "relative" and frame.agent is not None
    if not (_treaty_named(frame) or _object_pronoun(frame) or frame.has("docs") or relative):
        return []
    verb = frame.clause.verb
    if verb is not None and verb.passive and frame.agent is None:
        in_view = (
            concept == "ratify"
            and verb.perfect
            and frame.clause.marker in ("main", "that", "coordinate")
        )
        if not in_view and not any(i.has("on_behalf") for i in frame.clause.after):
            return []
    if mode is Modality.DENIED:
        return [Reading(Modality.DONE, standing=Standing.NON_PARTY, words=f"not {concept}")]
    if mode is Modality.HYPOTHETICAL:
        return []
    return [Reading(mode, act, words=concept)]


def _joins_antecedent(frame: Frame) -> bool:
    """ "a declaration, which was later joined by Finland"."""
    verb = frame.clause.verb
    return verb is not None and verb.passive and frame.clause.marker == "relative"


def _object_pronoun(frame: Frame) -> bool:
    first = frame.clause.after[:1]
    return bool(first) and first[0].kind == "E" and first[0].value.pronoun == "one"


def _follow(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    """ "Latvia followed suit", "Finland added its voice": the act told last, by another."""
    if frame.core is not None and frame.core.concept == "leave" and frame.core.side == "before":
        return [Reading(mode, Act.EXIT_EFFECT, words="exits follow")]
    earlier = context.last_act
    if earlier is None or frame.agent is None or mode is not Modality.DONE:
        return []
    if frame.agent.pronoun or any(
        i.kind == "E" and i.value.participants for i in frame.clause.after[:2]
    ):
        return []
    return [Reading(earlier.modality, earlier.act, earlier.about, words="follow")]


def _ellipsis(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    """ "Russia and China have not", after a sentence on signing or joining."""
    if mode is Modality.DENIED and frame.agent is not None and context.last_core in _JOINING:
        return [Reading(Modality.DONE, standing=Standing.NON_PARTY, words="have not")]
    return []


_JOINING = frozenset({"join", "sign", "ratify", "accept"})


def _suspend(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    return [Reading(mode, Act.SUSPENSION, words="suspend")]


def _promulgate(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    if frame.core is None and not frame.has("law"):
        return []
    if _role(frame) in ("president", ""):
        return [Reading(mode, Act.LAW_SIGNED, _about(frame.core, context), words="promulgate")]
    return []


def _reject(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    """ "denied having withdrawn", "ruled out leaving", "rejected the bill", "refused to sign"."""
    core = frame.core
    if core is None or mode is not Modality.DONE:
        return []
    if _parliament_near(frame):
        return [Reading(Modality.DENIED, Act.BILL_ADOPTED, _about(core, context), words="reject")]
    if core.concept in _JOINING and _treaty_named(frame):
        return [Reading(Modality.DONE, standing=Standing.NON_PARTY, words="refuse")]
    items = frame.clause.after
    if core.concept == "leave" and any(i.kind == "w" and i.has("have") for i in items):
        return [Reading(Modality.DENIED, Act.EXIT_EFFECT, words="deny")]
    if core.concept == "leave":
        return [Reading(Modality.DENIED, Act.INTENTION_ANNOUNCED, Act.WITHDRAWAL, words="reject")]
    return []


def _say(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    """ "told the United Nations it meant to leave": a notice in other words."""
    told = any(
        i.kind == "O" and (i.value.kind == "depositary" or i.value.id == "UN")
        for i in frame.clause.after
    )
    if told and frame.has("reverse"):
        return [Reading(mode, Act.REVOCATION, words="told the depositary")]
    if told and frame.core is not None and frame.core.concept == "leave" and mode is Modality.DONE:
        return [Reading(mode, Act.WITHDRAWAL, words="told the depositary")]
    return []


def _neutral(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    """ "has not been willing to sign"."""
    core = frame.core
    if mode is Modality.DENIED and core is not None and not core.noun and core.concept in _JOINING:
        return [Reading(Modality.DONE, standing=Standing.NON_PARTY, words="not willing")]
    return []


def _law(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    """A decree that came out or was issued is an act of the head of state."""
    decree = any(i.kind == "w" and i.has("decrees") for i in frame.clause.items)
    core = frame.core
    if (
        decree
        and core is not None
        and mode is Modality.DONE
        and _role(frame) in ("", "president", "state")
    ):
        return [Reading(mode, Act.LAW_SIGNED, _about(core, context), words="decree")]
    return []


def _reverse(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    those = any(i.kind == "w" and i.has("those") for i in frame.clause.before)
    if those and context.last_act is not None and context.last_act.act is Act.REVOCATION:
        return [Reading(mode, Act.REVOCATION, words="reverse those")]
    if frame.has("leave", "suspend"):
        return [Reading(mode, Act.REVOCATION, words="reverse")]
    return []


def _member(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    """ "is not a party to", "remain members of", "belongs to"."""
    if not (_treaty_named(frame) or _pronoun_treaty(frame)):
        return []
    if _has_class(frame, "no_longer"):
        return [Reading(Modality.DONE, Act.EXIT_EFFECT, words="no longer")]
    if mode is Modality.DENIED:
        verb = frame.clause.verb
        group = frame.agent is not None and any(len(p) != 3 for p in frame.agent.participants)
        if (
            group and frame.clause.marker == "relative"
        ):  # "those that are not part": only some of them
            return []
        if (
            verb is not None
            and verb.past
            and not verb.perfect
            and not any(i.has("at_no_time") for i in frame.clause.items)
        ):
            return []
        return [Reading(Modality.DONE, standing=Standing.NON_PARTY, words="not a member")]
    return []


def _copula(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    verb = frame.clause.verb
    if verb is None:
        return []
    nth = _nth_to_act(frame)
    if nth is not None and mode in (Modality.DONE, Modality.PLANNED) and _treaty_named(frame):
        if nth.concept == "leave":
            return [
                Reading(
                    mode,
                    Act.EXIT_EFFECT,
                    words="leave planned" if mode is Modality.PLANNED else "leave",
                )
            ]
        return [Reading(mode, ABOUT[nth.concept], words="nth to act")]
    if mode is Modality.DENIED and _core_infinitive(frame):
        return [Reading(Modality.DONE, standing=Standing.NON_PARTY, words="not willing")]
    if not (_treaty_named(frame) or _pronoun_treaty(frame)):
        return []
    if verb.past and not verb.perfect and mode is not Modality.DENIED and not frame.has("member"):
        return []
    if frame.has("member", "belong"):
        return _member(frame, context, mode)
    outside = _has_class(frame, "outside") and frame.agent is not None
    left = frame.agent is not None and set(frame.agent.participants) & context.leavers
    if outside and mode is Modality.DONE and _since_a_day(frame):
        return [Reading(mode, Act.EXIT_EFFECT, words="out since")]
    if outside and mode is Modality.DONE and not left:
        return [Reading(mode, standing=Standing.NON_PARTY, words="outside")]
    if mode is Modality.DENIED and _in_treaty(frame):
        return [Reading(Modality.DONE, standing=Standing.NON_PARTY, words="not in")]
    if _has_class(frame, "bound") and _has_class(frame, "no_longer"):
        return [Reading(Modality.DONE, Act.EXIT_EFFECT, words="no longer bound")]
    if _has_class(frame, "bound") and mode is Modality.DONE and context.last_core == "leave":
        return [Reading(Modality.DENIED, Act.EXIT_EFFECT, words="bound")]
    return []


def _since_a_day(frame: Frame) -> bool:
    """ "out of the treaty since 27 December", "from today"."""
    for items in (frame.clause.before, frame.clause.after):
        for place, item in enumerate(items[:-1]):
            dated = items[place + 1].kind == "D" and not items[place + 1].value.adjective
            if dated and item.kind == "w" and (item.has("since") or item.has("from")):
                return True
    return False


def _core_infinitive(frame: Frame) -> bool:
    core = frame.core
    if core is None or core.concept not in _JOINING or core.side != "after":
        return False
    inner = frame.clause.inner.get(core.item.start)
    return inner is not None and inner.form == "infinitive"


def _nth_to_act(frame: Frame) -> Node | None:
    """ "the 192nd country to join", "the first state to sign": the act that sets it apart."""
    for node in frame.nodes:
        inner = frame.clause.inner.get(node.item.start)
        if node.concept in CORES and inner is not None and inner.form == "infinitive":
            side = frame.clause.after if node.side == "after" else frame.clause.before
            near = side[max(0, node.place - 4) : node.place]
            if any(
                i.kind == "w" and (i.has("state_nouns") or i.has("countable_one")) for i in near
            ):
                return node
    return None


def _pronoun_treaty(frame: Frame) -> bool:
    """ "part of it", "outside it"."""
    after = frame.clause.after
    return any(
        item.kind == "E"
        and item.value.pronoun == "one"
        and not item.possessive
        and place
        and after[place - 1].kind == "w"
        for place, item in enumerate(after[:5])
    )


def _in_treaty(frame: Frame) -> bool:
    after = frame.clause.after
    return (
        bool(after)
        and after[0].kind == "w"
        and after[0].has("in")
        and any(i.kind == "T" for i in after[:3])
    )


def _become(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    nth = _nth_to_act(frame)
    core = frame.core
    if nth is None and core is not None and frame.has("plan") and not frame.has("member"):
        return [_intention(mode, _about(core, context), "become")]
    if nth is not None and nth.concept != "leave":
        return [Reading(mode, ABOUT[nth.concept], words="nth to act")]
    if nth is not None:
        return [Reading(mode, Act.EXIT_EFFECT, words="leave")]
    if not frame.has("member") or any(i.kind == "N" for i in frame.clause.after[:3]):
        return []
    return [Reading(mode, Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT, words="become")]


def _receive(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    if frame.has("sign") and not frame.has("docs"):
        ruler = any(i.kind == "E" and i.value.role == "president" for i in frame.clause.items)
        return (
            [Reading(Modality.DONE, Act.LAW_SIGNED, _about(None, context), words="signature")]
            if ruler
            else []
        )
    if frame.has("vote"):
        return _vote(frame, context, mode)
    if frame.has("docs", "notify"):
        return _notify(frame, context, mode)
    if frame.has("law") and _parliament_near(frame):
        return [_intention(Modality.DONE, _about(frame.core, context), "received", proposed=True)]
    return []


_RULES = {
    "vote": _vote,
    "plan": _plan,
    "propose": _propose,
    "notify": _notify,
    "docs": _notify,
    "receive": _receive,
    "effect": _effect,
    "end": _end,
    "complete": _complete,
    "begin": _begin,
    "procedure": _begin,
    "leave": _leave,
    "suspend": _suspend,
    "promulgate": _promulgate,
    "reverse": _reverse,
    "belong": _member,
    "member": _member,
    "remain": _copula,
    "copula": _copula,
    "become": _become,
    "ellipsis": _ellipsis,
    "follow": _follow,
    "reject": _reject,
    "say": _say,
    "neutral": _neutral,
    "law": _law,
    **{concept: _consent for concept in CORES if concept not in ("leave", "suspend", "expel")},
}
