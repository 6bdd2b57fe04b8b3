"""The rule of leaving: the word, the notice, the time, and what may stand in its way."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from inforce.catalogue.model import (
    Article,
    AskedOn,
    Delay,
    DelayKind,
    ExitCondition,
    ExitRule,
    ExitWindow,
    MembershipFrom,
    RuleState,
)
from inforce.clauses.exit_words import (
    ACT,
    ADVANCE,
    ANCHOR,
    BY_YEAR,
    CONFLICT,
    EFFECT,
    EVENTS,
    FAR,
    FIRST_TERM,
    LATER,
    LEAVES,
    MINIMUM,
    NOT_THIS,
    NOUN,
    OUTRIGHT,
    PARTICIPANT,
    REASONS,
    REPLACES,
    SPEAKS,
    SUNSET,
    TAKEN,
    TAKES_EFFECT,
    TERM,
    TO,
    WHO_CUT,
    WINDOW,
)
from inforce.clauses.model import Part, Quote, Reading, Unturned
from inforce.clauses.passages import Passage, Source
from inforce.clauses.times import Said, day_of_year, length_in, times_in
from inforce.dates import Period
from inforce.law.reckon import delay_words
from inforce.terms import Act, CountedFrom


@dataclass(frozen=True, slots=True)
class Exits:
    """What was read of leaving."""

    readings: tuple[Reading, ...]
    unturned: tuple[Unturned, ...]
    quotes: tuple[Quote, ...]


def read_exits(source: Source) -> Exits:
    """The rule of leaving that a text states; nothing where it has no such clause."""
    passages = [
        p
        for p in source.passages(ANCHOR)
        if _speaks_of_leaving(p)
        and not REPLACES.search(source.lowered, max(p.section.start, p.start - 400), p.start)
    ]
    starts = [p for p in passages if LEAVES.search(p.text)]
    starts = starts or [p for p in passages if TAKES_EFFECT.search(p.text)]
    if not starts:
        return _by_term(source, passages) or _unread(source, passages)
    articles: dict[int, list[Passage]] = {}
    for passage in starts:
        articles.setdefault(passage.section.start, []).append(passage)
    whole = [_article(source, found) for found in articles.values()]
    best = max(whole, key=lambda group: _weight(source, group))
    return _read(source, best)


def _by_term(source: Source, passages: Sequence[Passage]) -> Exits | None:
    """Leaving at the end of a term, by those who denounced it in time before."""
    for passage in passages:
        match = TERM.search(passage.text)
        around = source.text[passage.section.body : passage.start]
        first = source.passage_at(max(passage.start - 8, passage.section.body))
        term = FIRST_TERM.search(first.text) if around.strip() else None
        if match is None or term is None:
            continue
        delay = Delay(
            DelayKind.TERM,
            length_in(f"{match['notice']} months"),
            term=length_in(f"{term['n']} years"),
            renewed=length_in(f"{match['renewed']} years"),
        )
        if delay.period is None or delay.term is None or delay.renewed is None:
            continue
        quotes = (source.quote(first), source.quote(passage))
        summary = f"One may leave {delay_words(delay)}; the first term is {delay.term.words}."
        at = Article(quotes[1].article or "unnumbered", RuleState.STATED, None, summary)
        rule = ExitRule(
            at,
            Act.DENUNCIATION,
            ("the depositary",),
            "no reasons are asked for",
            CountedFrom.NOTIFICATION,
            delay,
        )
        return Exits((Reading(Part.EXIT, rule, quotes, summary),), (), quotes)
    return None


def _unread(source: Source, passages: Sequence[Passage]) -> Exits:
    """The sentences that speak of leaving, where no rule could be read from them."""
    quotes = tuple(source.quote(p) for p in passages if SPEAKS.search(p.text))[:3]
    why = "it speaks of leaving, but no rule was read from it"
    return Exits((), tuple(Unturned(Part.EXIT, quote, why) for quote in quotes), quotes)


def _speaks_of_leaving(passage: Passage) -> bool:
    if REPLACES.search(passage.text):
        return False
    other = NOT_THIS.search(passage.text)
    if other is None or OUTRIGHT.search(passage.text):
        return True
    leaves = LEAVES.search(passage.text)
    return leaves is not None and leaves.start() < other.start() + 1


def _article(source: Source, starts: Sequence[Passage]) -> list[Passage]:
    """The sentences of the article from the first one on leaving: those that may belong to it."""
    found = [starts[0]]
    following = source.after(starts[0])
    while following is not None and following.start > found[-1].start and len(found) < 14:
        found.append(following)
        following = source.after(following)
    return found


def _weight(source: Source, group: Sequence[Passage]) -> int:
    heading = source.heading(group[0].section)
    score = 3 * bool(re.search(r"denunc|withdr|dénonc|retrait|retir", heading))
    score += 2 * bool(_delay_in(group)[0])
    score += 3 * bool(_yearly(" ".join(p.text for p in group if _belongs(p))))
    score -= 3 * bool(re.search(r"amend|annex|reserv|territor", heading))
    return score + bool(re.search(rf"\b(?:this|the present|the) (?:{NOUN})", group[0].text))


def _read(source: Source, group: Sequence[Passage]) -> Exits:
    clause = [p for p in group if _belongs(p)]
    delay, at = _delay_in(group)
    quote = source.quote(group[0])
    words = " ".join(p.text for p in clause)
    yearly = _yearly(words)
    if yearly is not None:
        delay, at = yearly, group[0]
    if delay is None:
        return Exits(
            (),
            (Unturned(Part.EXIT, quote, "from when leaving takes effect is not told"),),
            (quote,),
        )
    used = [group[0]] if at is None or at is group[0] else [group[0], at]
    near = at.text if at is not None else words
    minimum, counted, minimum_at = _minimum(group)
    window, window_at = _window(group)
    sunset, sunset_at = _sunset(group)
    condition_at = next((p for p in group if CONFLICT.search(p.text) and p in clause), None)
    used += [p for p in (minimum_at, window_at, sunset_at, condition_at) if p and p not in used]
    quotes = tuple(source.quote(p) for p in sorted(used, key=lambda p: p.start))
    counts = Counter(re.findall(r"\b(denounc|denunciation|withdraw)", words))
    word = Act.WITHDRAWAL
    if counts["withdraw"] < counts["denounc"] + counts["denunciation"]:
        word = Act.DENUNCIATION
    article = ", ".join(dict.fromkeys(q.article for q in quotes if q.article)) or "unnumbered"
    later = LATER.search(near) is not None
    summary = _summary(delay, minimum, counted, later=later, sunset=sunset)
    rule = ExitRule(
        at=Article(article, RuleState.STATED, None, summary),
        word=word,
        notice_to=_notice_to(clause),
        content="a statement of reasons" if REASONS.search(words) else "no reasons are asked for",
        counted_from=CountedFrom.NOTIFICATION,
        delay=delay,
        minimum_membership=minimum,
        minimum_from=counted,
        later_allowed=later,
        window=window,
        sunset=sunset,
        saves="What the text names goes on binding for that time." if sunset else "",
        grounds="extraordinary events that endanger its supreme interests"
        if EVENTS.search(words)
        else "",
    )
    if condition_at is not None:
        place = source.quote(condition_at)
        stated = Article(
            place.article or "unnumbered", RuleState.STATED, None, "An armed conflict delays it."
        )
        rule = replace(
            rule, conditions=(ExitCondition(stated, "armed_conflict", AskedOn.PERIOD_END),)
        )
    left = _left(source, clause, used)
    return Exits((Reading(Part.EXIT, rule, quotes, summary),), left, quotes)


def _summary(
    delay: Delay,
    minimum: Period | None,
    counted: MembershipFrom,
    *,
    later: bool,
    sunset: Period | None,
) -> str:
    """The rule in our own words."""
    parts = [f"One may leave by notice: effect {delay_words(delay)}"]
    if later:
        parts.append("or on a later day")
    if minimum is not None:
        whose = "the treaty" if counted is MembershipFrom.TREATY else "its membership"
        parts.append(f"not in the first {minimum.words} of {whose}")
    if sunset is not None:
        parts.append(f"duties go on for {sunset.words}")
    return "; ".join(parts) + "."


def _belongs(passage: Passage) -> bool:
    return (
        re.search(ACT, passage.text) is not None
        or re.search(r"\b(?:notice|notification|instrument|ceases?|party|period)\b", passage.text)
        is not None
    ) and not re.search(r"\bamendment", passage.text)


def _delay_in(group: Sequence[Passage]) -> tuple[Delay | None, Passage | None]:
    """The time of effect, and the sentence that says it."""
    for passage in group:
        text = passage.text
        if not (re.search(ACT, text) or EFFECT.search(text)):
            continue
        if re.search(
            r"\b(?:territor|of (?:the|that) (?:convention|protocol) .{0,60} deemed)\b", text
        ):
            continue
        said = _time_of_effect(text)
        if said is not None:
            return said.delay, passage
    for passage in group:
        match = ADVANCE.search(passage.text)
        if match is not None and _belongs(passage):
            period = length_in(match[0])
            if period is not None:
                return Delay(DelayKind.PERIOD, period), passage
    return None, None


def _time_of_effect(text: str) -> Said | None:
    """The time nearest to the words that something takes effect or ends."""
    effects = [match.start() for match in EFFECT.finditer(text)]
    found: list[tuple[int, int, Said]] = []
    for said in times_in(text, 0, len(text)):
        away = min((abs(at - said.start) for at in effects), default=FAR)
        told = said.trigger or said.delay.kind is DelayKind.YEARLY
        same = said.delay.kind is DelayKind.ON_THE_DAY
        near = text[max(0, said.start - 90) : said.start + 20]
        if away >= FAR or not told or _is_minimum(text, said):
            continue
        if same and not re.search(r"\b(?:effect|effective|immediate)", near):
            continue
        # "one year after the date of receipt" holds a day itself, which it does not mean.
        found.append((1 if same else 0, away, said))
    return min(found, key=lambda one: one[:2])[2] if found else None


def _is_minimum(text: str, said: Said) -> bool:
    """Whether the time is that before which one may not leave."""
    after = text[said.end : said.end + 150]
    before = text[max(0, said.start - 70) : said.start]
    into = re.search(
        r"\b(?:entry into|enter\w* into|c[ao]m\w+ into|in) (?:force|effect|operation)|\bbecame|"
        r"\bbecomes a party|acceptance took|date of its acceptance|its acceptance",
        after[:100],
    )
    receipt = re.search(
        r"\b(?:receipt|receiv|notif|deposit|denun|notice|withdraw|regist)", after[:100]
    )
    free = re.search(r"\bat any time\b|\bmay not\b|\bany time\b", before)
    if into and not (receipt and receipt.start() < into.start()):
        return True
    return free is not None and "effect" not in before and not receipt


def _minimum(group: Sequence[Passage]) -> tuple[Period | None, MembershipFrom, Passage | None]:
    for passage in group:
        for match in MINIMUM.finditer(passage.text):
            of = match["of"] or match["of2"] or match["of3"] or ""
            taken = TAKEN.search(of[:130])
            receipt = re.search(
                r"\b(?:receipt|receiv|notice|notification|denunciation|withdrawal)\b", of[:60]
            )
            if taken is None or (receipt and receipt.start() < taken.start()):
                continue
            if not re.search(rf"\b(?:may|can|any time|not)\b|{ACT}", passage.text):
                continue
            period = length_in(match[0])
            own = PARTICIPANT.search(of[:150].split(" , ")[0])
            counted = MembershipFrom.PARTICIPANT if own else MembershipFrom.TREATY
            return period, counted, passage
    return None, MembershipFrom.PARTICIPANT, None


def _window(group: Sequence[Passage]) -> tuple[ExitWindow | None, Passage | None]:
    for passage in group:
        match = WINDOW.search(passage.text)
        if match is not None:
            length = Period(1, "years") if match["len"] == "year" else length_in(match["len"])
            every = length_in(f"{match['every']} years")
            if length and every:
                return ExitWindow(every, length), passage
    return None, None


def _sunset(group: Sequence[Passage]) -> tuple[Period | None, Passage | None]:
    for passage in group[1:]:
        match = SUNSET.search(passage.text)
        if match is not None and re.search(rf"{ACT}|\bfrom (?:such|that) date\b", passage.text):
            return length_in(f"{match['n']} {match['u']}s"), passage
    return None, None


def _yearly(words: str) -> Delay | None:
    match = BY_YEAR.search(words)
    if match is None:
        return None
    on, by = day_of_year(match["on"] or match["on2"]), day_of_year(match["by"] or match["by2"])
    if on is None or by is None:
        return None
    after = 1 if match["which"] in ("preceding", "previous") else 0
    if match["on2"] and (on.month, on.day) < (by.month, by.day):
        after = 1
    return Delay(DelayKind.YEARLY, notice_by=by, effect_on=on, years_after=after)


def _notice_to(clause: Sequence[Passage]) -> tuple[str, ...]:
    for passage in clause[:4]:
        match = TO.search(passage.text)
        if match is not None:
            each = re.split(
                r" , to | and (?:to )?the | and to ", WHO_CUT.sub("", match["who"]).strip(" (")
            )
            found = tuple(_named(one.strip()) for one in each if one.strip())
            if found and "territor" not in found[0]:
                return found
    return ("the depositary",)


def _named(who: str) -> str:
    return who if who.startswith(("the ", "all ", "each ")) else f"the {who}"


def _left(
    source: Source, clause: Sequence[Passage], used: Sequence[Passage]
) -> tuple[Unturned, ...]:
    """The sentences on leaving that went into no part of the rule."""
    found = []
    for passage in clause:
        if passage in used or not re.search(ACT, passage.text):
            continue
        if re.search(
            r"\b(?:inform|notify|depositary shall|effected by|be effected|give notice|include)\b",
            passage.text,
        ):
            continue
        quote = source.quote(passage)
        found.append(Unturned(Part.EXIT, quote, "a part of the clause on leaving that is no rule"))
    return tuple(found)
