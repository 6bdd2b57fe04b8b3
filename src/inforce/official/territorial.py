"""To which territories a treaty applies, as its table of territories and its notes tell it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from inforce.dates import PartialDate
from inforce.official.names import Names
from inforce.official.notes import notifications_in
from inforce.official.places import Places
from inforce.official.printed_dates import PRINTED, dates_in
from inforce.official.sentences import sentences_of
from inforce.record.fact_values import Territorial
from inforce.terms import Act

_EXCLUDED = re.compile(
    r"territorial exclusion|(?:shall|will|would|does|do|did|is|should)\s+(?:\w+ ){0,2}not\s+"
    r"(?:\w+ ){0,2}(?:apply|extend|cover|be (?:applied|extended|applicable)|applicable)|"
    r"\bnot (?:to )?(?:apply|extend)|exclu(?:de|des|ded|ding|sion)\b|with the exception of|"
    r"reservation (?:for|as to|regarding) the application|\bexcept(?:ing)?\b",
    re.I,
)
_LIFTED = re.compile(
    r"\blifted|withdr(?:aw|ew|awn|aws|awal)|no longer (?:exclud|applies)|revok", re.I
)
_ENDED = re.compile(r"denunciation|denounc|terminat|ceases? to apply|cease to apply", re.I)
_APPLIED = re.compile(
    r"exten(?:d|ds|ded|sion|ding)\b|\bappl(?:y|ies|ied|ication|icable)\b|in respect of|"
    r"on behalf of|\bfor the\b|[:,] for\b|^for\b|as regards|so far as|"
    r"with regard to|inclu(?:de|ding)",
    re.I,
)
_LIST = re.compile(
    r"^(?:(?:signature|ratification|accession|acceptance|approval|succession)\w* )?"
    r"(?:for|on behalf of|in respect of|applicable to|with effect for)\b|so far as\b|"
    r"\bonly (?:to|for|in respect of)\b",
    re.I,
)
_POINTER = re.compile(r"^\W*(?:\(?see|refer|cf)\b", re.I)
_RESUMED = re.compile(r"[Uu]pon (?:the )?resum\w+")
_ACTOR = re.compile(r"Governments? (?:of )?(?:the )?(?:the )?(?:Governments? of (?:the )?)?")
_FROM = re.compile(
    r"(?:as (?:from|of)|with effect (?:from|on|as (?:of|from))|tak(?:e|es|ing) effect on|effective)"
    rf"(?: the)? ({PRINTED})"
)
_LATER = re.compile(r"(?:take|takes|taking|have) effect (?:on )?the (\w+) day (?:after|following)")
_ORDINALS = {"thirtieth": 30, "sixtieth": 60, "ninetieth": 90, "hundredth": 100}
_SPEAKS_OF = re.compile(
    r"[Tt]erritorial|[Oo]verseas|[Mm]etropolitan|Kingdom in Europe|[A-Z][a-z]+ Territor(?:y|ies)\b"
)
_DISPUTED = re.compile(
    r"object(?:s|ion|ed)\b|reject|(?<!exercise of )sovereignty|illegal|occup|null and void", re.I
)
_LAW = re.compile(
    r"Basic Law of the \w+(?: \w+)? Special Administrative Region"
    r"(?: of the People.s Republic of China)?"
)
_AND_FROM = re.compile(
    rf"[;,]?\s+and,?\s+(?=(?:as (?:from|of)|from|on) {PRINTED},? (?:for|in respect of)\b)"
)
_VERB = re.compile(r"\b(?:shall|will|would) (?:also )?(?:apply|extend|be extended|be applied) to\b")
_NOT = re.compile(r"\b(?:shall|will|would|does|do)\s+(?:\w+ )?not (?:\w+ )?(?:apply|extend)\b")
_BUT = (", and ", ", but ", "; ", " and unless ", " but ")


@dataclass(frozen=True, slots=True)
class Told:
    """An act on territories that a note tells.

    ``participant`` is the state that speaks. ``date`` is None where the note gives none: it then
    goes with the instrument to which the note belongs.
    """

    act: Act
    participant: str | None
    date: PartialDate | None
    value: Territorial
    words: str


def table_value(territories: str, places: Places) -> Territorial:
    """What a cell of the table of territorial application names."""
    ids, named = places.listed(territories)
    return Territorial(ids, named, every=places.every_in(territories))


def told_in(
    text: str, *, owners: tuple[str, ...], names: Names, places: Places
) -> tuple[Told, ...]:
    """The acts on territories that a note tells; ``owners`` are those whose rows refer to it.

    What a state says of territories that are no parts of it, such as a claim or a protest,
    tells nothing of the treaty's extent, and a pointer to another note tells nothing here.
    """
    owner = owners[0] if len(owners) == 1 else None
    when: PartialDate | None = None
    found: list[Told] = []
    speaker = owner
    for sentence in _clauses(text):
        speaker = _actor(sentence, names) or speaker
        day = _day_of(sentence)
        when = day or when
        if sentence.endswith(":") or _POINTER.match(sentence) or _DISPUTED.search(sentence):
            continue
        for told in _read(sentence, speaker, owners=owners, places=places):
            if owner is None or any(
                p == owner or places.belongs(p, owner) for p in told.value.territories
            ):
                starts = told.value.effect if day is None and _dates_itself(sentence) else None
                found = _joined(found, replace(told, date=starts or when))
    return tuple(found)


def _dates_itself(sentence: str) -> bool:
    """Whether the only day told is the one from which it holds, or a sovereignty resumed."""
    return bool(_FROM.search(sentence) or _RESUMED.search(sentence))


def is_territorial(text: str, owners: tuple[str, ...], places: Places) -> bool:
    """Whether a note speaks of territories, read or not; not so of others' protests."""
    if _DISPUTED.search(text):
        return False
    states = owners or (None,)
    return _SPEAKS_OF.search(text) is not None or any(
        places.in_text(text, state) for state in states
    )


def _clauses(text: str) -> Iterator[str]:
    """The sentences of a note; what holds from a later day only is a sentence of its own."""
    for sentence in sentences_of(re.sub(r"[“”\"]", " ", text)):
        cited = _LAW.sub(" ", sentence)
        for match, _ in notifications_in(sentence, ""):
            cited = cited.replace(match[0], " ")
        for part in filter(None, map(str.strip, _AND_FROM.split(cited))):
            yield from _sides(part)


def _sides(clause: str) -> Iterator[str]:
    """A clause that says both where a treaty applies and where it doesn't, in two."""
    applied, excluded = _VERB.search(clause), _NOT.search(clause)
    cut = max(clause.rfind(word, 0, excluded.start()) for word in _BUT) if excluded else -1
    if applied and applied.end() < cut:
        yield clause[:cut]
        clause = clause[cut:].lstrip(" ,;")
    yield clause


def _read(
    sentence: str, speaker: str | None, *, owners: tuple[str, ...], places: Places
) -> Iterator[Told]:
    everywhere = places.in_text(sentence, None)
    state = _speaker(everywhere, speaker, owners, places=places)
    if state is None:
        return
    ids = tuple(place for place in everywhere if places.belongs(place, state))
    act, match = _act_of(sentence)
    if act is None or match is None:
        return
    limited = act is Act.TERRITORIAL_APPLICATION and _LIST.search(sentence) is not None
    own = places.metropole_in(sentence) or (limited and _names_itself(sentence))
    only = limited and own
    effect = _effect(sentence)
    if effect is None and _RESUMED.search(sentence):
        effect = _resumed(ids, state, places)
    if not ids and not places.metropole_in(sentence):
        return
    value = Territorial(((state,) if own else ()) + ids, only=only, effect=effect)
    yield Told(act, state, None, value, sentence)


def _names_itself(sentence: str) -> bool:
    return (
        re.search(r"(?:for|behalf of|respect of) (?:the )?United Kingdom", sentence, re.I)
        is not None
    )


def _speaker(
    named: tuple[str, ...], speaker: str | None, owners: tuple[str, ...], *, places: Places
) -> str | None:
    """Who speaks: the one named last; else the one owner, or the one whose territories they are."""
    if speaker is not None:
        return speaker
    fitting = [one for one in owners if any(places.belongs(place, one) for place in named)]
    return fitting[0] if len(fitting) == 1 else None


def _act_of(sentence: str) -> tuple[Act | None, re.Match[str] | None]:
    excluded, ended = _EXCLUDED.search(sentence), _ENDED.search(sentence)
    if excluded and _LIFTED.search(sentence):
        return Act.TERRITORIAL_APPLICATION, excluded
    if excluded:
        return Act.TERRITORIAL_EXCLUSION, excluded
    if ended:
        return Act.TERRITORIAL_APPLICATION_END, ended
    return Act.TERRITORIAL_APPLICATION, _APPLIED.search(sentence)


def _actor(sentence: str, names: Names) -> str | None:
    for match in _ACTOR.finditer(sentence):
        named = names.first_in(sentence[match.end() :])
        if named is not None:
            return named[1]
    resumed = re.search(r",\s+(?:the People.s Republic of )?China notified", sentence)
    return names.known("China") if resumed else None


def _day_of(sentence: str) -> PartialDate | None:
    """The day on which something was notified, which is not the one from which it holds."""
    plain = _FROM.sub(" ", sentence)
    return next((day for _, day in dates_in(plain) if day.is_day), None)


def _effect(sentence: str) -> PartialDate | None:
    match = _FROM.search(sentence)
    return next((day for _, day in dates_in(match[1])), None) if match else None


def _resumed(ids: tuple[str, ...], state: str, places: Places) -> PartialDate | None:
    """The day on which a state became responsible for the territory of which it speaks."""
    for place in ids:
        known = places.territory(place)
        for one in known.responsible if known else ():
            if one.state == state and one.since is not None:
                return PartialDate.from_day(one.since)
    return None


def _joined(found: list[Told], told: Told) -> list[Told]:
    """A sentence that adds the day of effect to what the one before told is no act of its own."""
    later = _LATER.search(told.words)
    days = _ORDINALS.get(later[1].lower()) if later else None
    if days and told.date is not None and told.date.is_day:
        day = PartialDate.from_day(told.date.the_day() + timedelta(days=days))
        told = replace(told, value=replace(told.value, effect=day))
    last = found[-1] if found else None
    if (
        last is not None
        and (last.act, last.participant, last.date) == (told.act, told.participant, told.date)
        and last.value.territories == told.value.territories
    ):
        effect = last.value.effect or told.value.effect
        return [*found[:-1], replace(last, value=replace(last.value, effect=effect))]
    return [*found, told]
