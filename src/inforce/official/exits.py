"""Exits told in end notes: who gave notice, when it was received, and when it took effect."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from inforce.dates import DateError, PartialDate
from inforce.official.model import Notification
from inforce.official.names import Names
from inforce.official.notes import notifications_in
from inforce.official.printed_dates import PRINTED, dates_in, printed_date
from inforce.official.sentences import sentences_of, without_quotes
from inforce.terms import Act

_EXIT = re.compile(
    r"\b(?:denunciations?|denounc(?:e|ed|es|ing)|withdrawals?|withdr(?:aw|ew|aws|awing|awn))\b",
    re.I,
)
_DENOUNCED = re.compile(r"denounc|denunciation", re.I)
_OBJECT = re.compile(
    r"[^.;(]{0,120}?\b(?:(Convention|Protocol|Agreement|Treaty|Statute|Covenant|Charter|Constitution|"
    r"Pact|Accord|Act)|reservation|declaration|objection|communication|statement|application|"
    r"signature|understanding|claim|amendment|offer|exclusion|limitation|extension|request|"
    r"proposal|recognition|exception|consent|acceptance|paragraph|"
    r"notification of (?!withdrawal|denunc))"
)
_REVOKED = re.compile(
    r"(?:withdr\w+|revo(?:ke|ked|cation)|rescind\w*|rescission|cancel\w*|annul\w*)\b"
    r"(?:\W+(?:of|its|the|that|this|said|above-mentioned|aforementioned|previous)\b){0,4}\W+"
    r"(?:(?:notification|notice|instrument|communication|letter)s?\W+of\W+)?"
    r"(?:its\W+|the\W+)?(?:withdrawal|denunciation)",
    re.I,
)
_TOLD = re.compile(
    r"notif|inform|deposit|receiv|instrument|communicat|denounced|withdrew|regist|effect|letter|"
    r"denunciation|withdrawal",
    re.I,
)
_EFFECT = re.compile(
    r"(?:tak(?:e|es|ing|en) effect|took effect|with effect|effective|"
    r"enter(?:ed|s)? into (?:effect|force)|(?:has|had|have|having) effect|"
    r"ceases?d? to be (?:a )?part(?:y|ies)|as (?:from|of))\b[^.;]{0,80}?"
    rf"(?<!\d)({PRINTED})",
    re.I,
)
_AHEAD = re.compile(r"\b(?:will|shall)\b[^.;]{0,40}\b(?:effect|force|cease)|\bto take effect", re.I)
_SEE = re.compile(r"\W*(?:see|refer|cf)\b", re.I)
_ACTOR = re.compile(
    r"\bGovernments? of (?:the )?|\b(?:effect|force) (?:for|in respect of) (?:the )?"
)


@dataclass(frozen=True, slots=True)
class Exit:
    """An exit, or the revocation of its notice, as a note tells it.

    ``notice`` is the day of receipt, ``effect`` that on which it takes effect; ``ahead`` where
    the note speaks of the effect as still to come. ``participant`` is None where the note names
    nobody, and means whoever refers to it.
    """

    act: Act
    participant: str | None
    notice: PartialDate | None
    effect: PartialDate | None
    ahead: bool
    notification: Notification | None = None


def exits_in(text: str, *, names: Names, place: str) -> tuple[Exit, ...]:
    """The exits that a note tells, in its order; what it quotes from communications is left out."""
    if not _EXIT.search(text):
        return ()
    found: list[Exit] = list(_in_table(text, names))
    for sentence in sentences_of(without_quotes(text)):
        told = _read(sentence, names, place)
        if told is None:
            _cite(sentence, found, place)
            continue
        if told.notice is None and (earlier := _open(found, told)) is not None:
            found[earlier] = _joined(found[earlier], told)
        elif told.notice or told.effect:
            found.append(told)
        elif told.notification and found:
            found[-1] = replace(found[-1], notification=told.notification)
    return tuple(found)


def _cite(sentence: str, found: list[Exit], place: str) -> None:
    """Give the last exit the notification that a sentence of its own refers to."""
    cited = next(notifications_in(sentence, place), None) if _SEE.match(sentence) else None
    if cited is not None and found and found[-1].notification is None:
        found[-1] = replace(found[-1], notification=cited[1])


def _read(sentence: str, names: Names, place: str) -> Exit | None:
    """What one sentence tells of an exit; None for one that speaks of something else."""
    revoked = _REVOKED.search(sentence)
    words = revoked or _leaving(sentence)
    if words is None or not _TOLD.search(sentence):
        return None
    cited = list(notifications_in(sentence, place))
    plain = sentence
    for match, _ in cited:
        plain = plain.replace(match[0], " ")
    effect, plain_rest = _effect(plain)
    notice = next((when for _, when in dates_in(plain_rest) if when.is_day), None)
    act = Act.DENUNCIATION if _DENOUNCED.search(sentence) else Act.WITHDRAWAL
    return Exit(
        Act.REVOCATION if revoked else act,
        _actor(sentence, names),
        notice,
        None if revoked else effect,
        bool(_AHEAD.search(sentence)),
        cited[0][1] if cited else None,
    )


def _leaving(sentence: str) -> re.Match[str] | None:
    """The word of an exit whose object is the treaty itself."""
    for match in _EXIT.finditer(sentence):
        object_ = _OBJECT.match(sentence, match.end())
        passive = match[0].lower() == "withdrawn"
        if not passive and (object_ is None or object_[1]):
            return match
    return None


def _effect(sentence: str) -> tuple[PartialDate | None, str]:
    """The day of effect, and the sentence without the words that give it."""
    match = _EFFECT.search(sentence)
    if match is None:
        return None, sentence
    try:
        when = printed_date(match[1])
    except DateError:
        when = None
    return when, sentence[: match.start()] + sentence[match.end() :]


def _actor(sentence: str, names: Names) -> str | None:
    for match in _ACTOR.finditer(sentence):
        named = names.first_in(sentence[match.end() :])
        if named is not None:
            return named[1]
    return None


def _open(found: list[Exit], told: Exit) -> int | None:
    """The place of the last exit of the same participant whose day of effect is not told yet."""
    for place in range(len(found) - 1, -1, -1):
        earlier = found[place]
        same = told.participant in (None, earlier.participant) or earlier.participant is None
        if same and earlier.act is not Act.REVOCATION and told.act is not Act.REVOCATION:
            return place if earlier.effect is None or told.effect is None else None
    return None


def _joined(earlier: Exit, told: Exit) -> Exit:
    return replace(
        earlier,
        effect=earlier.effect or told.effect,
        ahead=earlier.ahead or told.ahead,
        participant=earlier.participant or told.participant,
        notification=earlier.notification or told.notification,
    )


def _in_table(text: str, names: Names) -> Iterator[Exit]:
    """The rows of a table of exits: participant, date of notification, date of effect."""
    heads: list[str] = []
    act = Act.DENUNCIATION if _DENOUNCED.search(text) else Act.WITHDRAWAL
    for line in text.split("\n"):
        cells = [cell.strip(" :") for cell in line.split("\t")]
        if len(cells) < 2:
            heads = []
        elif not heads:
            heads = [cell.lower() for cell in cells]
        elif any("effect" in head for head in heads):
            row = dict(zip(heads, cells, strict=False))
            yield Exit(
                act,
                names.known(cells[0]),
                _cell(row, "notification", "receipt", "deposit"),
                _cell(row, "effect"),
                False,
            )


def _cell(row: dict[str, str], *wanted: str) -> PartialDate | None:
    for head, cell in row.items():
        if any(word in head for word in wanted):
            try:
                return printed_date(cell)
            except DateError:
                return None
    return None
