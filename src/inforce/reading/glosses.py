"""What a word of a sentence was taken for, in plain words."""

from __future__ import annotations

from inforce.dates import Period
from inforce.reading.dates_in_text import DateRef
from inforce.reading.items import Actor, Item, Number, TreatyRef

_AUXILIARY = {
    "will": "what follows is still to come",
    "would": "what follows is only supposed",
    "may": "what follows is only possible",
    "have": "what follows is over",
    "be": "to be, or the passive",
    "do": "supports the verb",
}
_CLASSES = {
    "not": "denies",
    "no_longer": "no more so",
    "to": "leads to a verb",
    "say": "leads to what somebody says",
    "from_then": "from that day on",
}


def gloss(item: Item) -> str:
    """What an item was taken for; an empty text for a word that told the reader nothing."""
    match item.value:
        case Actor():
            return _actor(item.value)
        case TreatyRef():
            return _treaty(item.value)
        case DateRef():
            return _date(item.value)
        case Period():
            return f"period of {item.value.words}"
        case Number():
            return f"{'ordinal' if item.value.ordinal else 'number'} {item.value.n:g}"
        case _:
            return _word(item)


def _actor(actor: Actor) -> str:
    named = ", ".join(actor.participants)
    if actor.pronoun:
        return "stands for somebody named elsewhere"
    return f"names {named}" if actor.role == "state" else f"{actor.role.replace('_', ' ')} {named}"


def _treaty(treaty: TreatyRef) -> str:
    if treaty.id:
        return f"names {treaty.id}" + (" by its body" if treaty.body else "")
    if treaty.ids:
        return f"names {', '.join(treaty.ids)}"
    return "stands for a treaty named elsewhere"


def _date(date: DateRef) -> str:
    parts = (date.year, date.month, date.day)
    told = "-".join("X" if part is None else f"{part:02}" for part in parts)
    if date.relative:
        return f"date, relative: {date.relative.replace('_', ' ')}"
    return "weekday" if date.bare_weekday else f"date {told}"


def _word(item: Item) -> str:
    word = item.word
    if item.kind == "O":
        return "names an organisation or a depositary"
    if item.kind == "Q":
        return "quantifier"
    told = []
    if word.auxiliary in _AUXILIARY:
        told.append(_AUXILIARY[word.auxiliary])
    elif word.verb:
        forms = ", ".join(sorted(form.replace("_", " ") for form in word.forms))
        told.append(f"verb {word.verb!r}" + (f" ({forms})" if forms else ""))
    if word.noun:
        told.append(f"noun {word.noun!r}")
    if word.role:
        told.append(f"role {word.role!r}")
    told += [words for name, words in _CLASSES.items() if item.has(name)]
    return "; ".join(told)
