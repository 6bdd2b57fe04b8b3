"""What a sentence says takes effect: whose, for whom, when, and counted from what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from inforce.catalogue.model import DelayKind
from inforce.clauses.passages import Passage
from inforce.clauses.thresholds import THRESHOLD
from inforce.clauses.times import Said, times_in
from inforce.clauses.vocabulary import CONSENT_NOUNS, OTHER_SUBJECTS, TREATY_NOUNS, WHO

_WHO = "|".join(WHO)
_NOUN = "|".join(TREATY_NOUNS)
PREDICATE = re.compile(
    r"\b(?:enters?|comes?|be brought|be put|entered)(?: \w+){0,3}? into (?:force|operation|"
    r"effect)\b"
    r"|\b(?:becomes?|be|is|have|has) (?:\w+ )?(?:effective|binding|operative|effect)\b"
    r"|\b(?:takes?|produces?) (?:\w+ )?effect\b|\bconsents to be bound\b|"
    r"\bshall (?:be|take place|occur)(?= (?:on|upon|from|as from) )|"
    r"\b(?:shall|will)(?: \w+)? (?:be bound|becomes? (?:a )?part(?:y|ies))\b"
)
_MODAL = re.compile(r"\b(?:shall|will|must|may|is to|are to|should)\b")
_ADVERBS = (
    r"(?:not|only|also|then|thus|however|likewise|so|first|itself|thereafter|therefore|accordingly)"
)
_LEADS = re.compile(
    r"\b(?:which|when|until|unless|before|if|once|whether|that|after|as soon as|where|upon which)"
    rf"(?: (?:the|this|that|it|they|such|present|said|shall|will|has|have|had|first|itself|thus|so|"
    rf"new|revised|above|same|mentioned|{_NOUN}|amendments?|denunciation|withdrawal|\d+))*$"
)
_BEING = frozenset(("shall be", "shall take place", "shall occur"))
_NOMINAL = re.compile(
    rf"(?:\d+ )?(?:the )?entry into force(?: of (?:this|the)(?: present)? (?:{_NOUN}))?"
    rf" (?:for|in respect of|with respect to|as regards)\b"
)
_OTHER = re.compile(rf"\b(?:{'|'.join(OTHER_SUBJECTS)})\b")
_CONSENT = re.compile(rf"\b(?:{'|'.join(CONSENT_NOUNS)})\b")
_ITSELF = re.compile(
    rf"\b(?:this|the|the present|present|the said|said|these)(?: \w+)?? ?(?:{_NOUN})"
    rf"(?: (?:as a whole|itself|and (?:its|the|this) \w+|or \w+))?$"
)
_SUBJECT = re.compile(
    rf"\b(?:{'|'.join((*OTHER_SUBJECTS, *CONSENT_NOUNS, *TREATY_NOUNS))}|it|they)\b"
)
BENEFICIARY = re.compile(
    rf"\b(?:each|any|every|a|an|all|such|those|that|other|others|third|the|subsequent|acceding) "
    rf"(?:[\w']+ ){{0,4}}?(?:{_WHO})\b"
)
DISTRIBUTIVE = re.compile(
    rf"\b(?:each|any|every|a|an|other|others|those|acceding|third|such|that|all other) "
    rf"(?:[\w']+ ){{0,4}}?(?:{_WHO})\b|\bfor (?:states|governments|countries|members|parties|"
    rf"signatories)\b"
)
OWN = re.compile(
    rf"\b(?:its|their|his|own|such deposit|such notification|such ratification)\b|"
    rf"\b(?:by|of|from) (?:such|that|the said|the acceding|this|said) (?:{_WHO})\b|\bsuch (?:a )?"
    rf"(?:{'|'.join(CONSENT_NOUNS)}|deposit|receipt)\b|\bthe (?:relevant|appropriate) instrument\b|"
    r"\b(?:the|an) (?:appropriate )?instrument of \w+(?: \w+)? (?:is|has been) "
    r"(?:received|deposited)(?! by (?:the last|all|each))"
)
LATE = re.compile(
    r"\bafter\b|\bsubsequent|\bthereafter\b|\blater\b|\bother\b|\bothers\b|\bafterwards\b|"
    r"\balready (?:in force|entered)|\bfollowing (?:the|its) entry|\bsince\b|\bnot included\b"
)


class About(StrEnum):
    """What a statement is about."""

    TREATY = "treaty"
    PARTICIPANT = "participant"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that takes effect at one time, in the canonical words of its passage.

    ``context`` is the part of the sentence before the time, ``trigger`` the part after it.
    ``forceful`` marks "enter into force" beside weaker words for it.
    """

    passage: Passage
    about: About
    said: Said
    context: str
    trigger: str
    forceful: bool
    own_name: bool = False
    """Whether the treaty is an amendment, so that what is said of amendments is said of it."""


def statements_in(passage: Passage, *, self_named: str = "") -> Iterator[Statement]:
    """The statements of a sentence on the treaty's own force; others are passed over.

    ``self_named`` is "amendment" for a treaty that is one.
    """
    text = passage.text
    found = [
        m
        for m in PREDICATE.finditer(text)
        if _is_main(text, m)
        and (m[0] not in _BEING or _NOMINAL.match(text[_segment_start(text, m.start()) :].strip()))
    ]
    before: About | None = None
    for place, match in enumerate(found):
        segment = _segment_start(text, match.start())
        if place:
            segment = max(segment, found[place - 1].end())
        end = found[place + 1].start() if place + 1 < len(found) else len(text)
        stop = text.find(" ;", match.end(), end)
        until = stop if stop >= 0 else end
        kind = _kind(passage, segment, match, self_named=self_named)
        if kind is None and place and _goes_on(text[segment : match.start()]):
            kind = before
        before = kind
        if kind is None:
            continue
        for one in _timed(passage, kind, match, segment=segment, until=until):
            yield replace(one, own_name=bool(self_named))


def _timed(
    passage: Passage, kind: About, match: re.Match[str], *, segment: int, until: int
) -> Iterator[Statement]:
    text = passage.text
    forceful = "into" in match[0]
    later = list(times_in(text, match.end(), until))
    if not later:
        later = list(times_in(text, segment, match.start()))[:1]
        until = match.start()
    if len(later) > 1 and _leads_to(text, later[0], later[1]):
        later = later[1:]
    previous = segment
    for place, said in enumerate(later):
        context = text[previous : said.start]
        new = place and (
            BENEFICIARY.search(text[later[place - 1].end : said.start]) is not None
            and re.search(r"\b(?:and|but|or|in the case of|for)\b", context)
        )
        if place and not new:
            continue
        trigger = text[said.end : until]
        about = _about(kind, context, trigger)
        yield Statement(passage, about, said, context, trigger, forceful)
        previous = said.end


def _leads_to(text: str, first: Said, second: Said) -> bool:
    """Whether the first time only says who is meant: "acceding after that date the 30th day"."""
    return (
        first.delay.kind is DelayKind.ON_THE_DAY
        and text.startswith("after", first.start)
        and second.delay.kind is not DelayKind.ON_THE_DAY
        and second.start - first.end < 60
    )


def _about(kind: About, context: str, trigger: str) -> About:
    near = trigger[:170]
    if THRESHOLD.search(near):
        own = OWN.search(near)
        count = THRESHOLD.search(near)
        if not (own and count and own.start() < count.start()):
            return About.TREATY
    if kind is About.PARTICIPANT:
        return kind
    if OWN.search(near[:110]) or DISTRIBUTIVE.search(context):
        return About.PARTICIPANT
    if re.match(r"(?: \w+)? ?by (?:a|each|any|every)\b", near):
        return About.PARTICIPANT
    return About.TREATY


def _is_main(text: str, match: re.Match[str]) -> bool:
    """Whether the predicate is the sentence's own and not a subordinate clause's."""
    before = text[max(0, match.start() - 90) : match.start()].rstrip()
    bare = re.sub(rf"(?: (?:{_ADVERBS}|shall|will|has|have))+$", "", f" {before}")
    if re.search(r"\bnot(?: \w+)?$", before):
        return False
    if _LEADS.search(bare):
        return False
    own = re.search(r"\b(?:shall|will|must|may)\b[^;]*$", before) is not None
    finite = match[0].split()[0] in (
        "enters",
        "comes",
        "becomes",
        "takes",
        "is",
        "consents",
        "shall",
    )
    return own or finite or _modal_far(text, match)


def _modal_far(text: str, match: re.Match[str]) -> bool:
    """A modal further away: "shall , in respect of each state ... , enter into force"."""
    before = text[: match.start()]
    return any(before.rfind(m) > before.rfind(" ;") for m in ("shall", "will"))


def _goes_on(between: str) -> bool:
    """Whether the predicate goes on from the one before it, with the same subject."""
    return re.search(r"\b(?:and|but|or)(?: \w+)? (?:shall|will)(?: \w+)?\s*$", between) is not None


def _segment_start(text: str, place: int) -> int:
    return max(text.rfind(" ; ", 0, place) + 1, 0)


def _kind(passage: Passage, segment: int, match: re.Match[str], *, self_named: str) -> About | None:
    """Whether the subject is the treaty, one's own consent, or something else (None)."""
    before = passage.text[segment : match.start()]
    modals = list(_MODAL.finditer(before))
    # "this convention shall , when six have ratified , enter into force": the first modal counts.
    parted = next((m for m in modals if before[m.end() :].startswith(" ,")), None)
    modal = parted or (modals[-1] if modals else None)
    subject = before[: modal.start()].rstrip() if modal else before.rstrip()
    subject = re.sub(rf"(?: {_ADVERBS})+$", "", subject)
    strong = "into" in match[0]
    if match[0].startswith("consents"):
        return About.PARTICIPANT
    if match[0] in _BEING:
        return About.TREATY
    if "bound" in match[0] or "part" in match[0]:
        who = DISTRIBUTIVE.search(subject)
        return About.TREATY if who and LATE.search(subject) else None
    named_so = re.match(rf"\W*(?:\w+ ){{0,4}}?{self_named}s?\b", subject) if self_named else None
    if named_so or (self_named and re.search(rf"\b(?:this|the) {self_named}s?$", subject)):
        return About.TREATY
    named = _ITSELF.search(subject)
    first = _SUBJECT.search(subject)
    start = subject[: named.start()].rstrip() if named is not None else ""
    alone = start.endswith(",") or first is None
    if named is not None and (strong or alone or (first and first.start() >= named.start() - 1)):
        direct = start == "" or start.endswith(",") or BENEFICIARY.search(start)
        if direct or not _OTHER.search(start):
            return About.TREATY if not _governed(start) else None
    if first is None:
        return None
    if strong:
        return _enters(passage, subject, self_named=self_named)
    if first[0] in ("it", "they"):
        return None if passage.amending and not self_named else About.TREATY
    own = _CONSENT.fullmatch(first[0]) and not _OTHER.search(subject[: first.end() + 40])
    if own and not (passage.amending or "amendment" in subject):
        return About.PARTICIPANT
    return None


def _enters(passage: Passage, subject: str, *, self_named: str) -> About | None:
    """What enters into force by the last noun before the verb."""
    last = [m[0] for m in _SUBJECT.finditer(subject)][-1]
    found = [m[0] for m in _OTHER.finditer(subject)]
    other = any(not (self_named and one.startswith(self_named)) for one in found)
    if last == "they" and not self_named:
        return None
    if last in ("it", "they"):
        return None if other or (passage.amending and not self_named) else About.TREATY
    return About.TREATY if last in TREATY_NOUNS and not other else None


def _governed(before: str) -> bool:
    """Whether the treaty's name hangs on another noun: "amendments to this convention"."""
    return (
        re.search(rf"\b(?:{'|'.join(OTHER_SUBJECTS)})\b[^,;]*\b(?:to|of|in|under|with|by)$", before)
        is not None
    )
