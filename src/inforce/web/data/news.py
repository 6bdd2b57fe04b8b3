"""What changed, newest first: acts when they were said, effects when they came about."""

from __future__ import annotations

from datetime import date

from inforce import api
from inforce.checking.words import happened
from inforce.checking.words import on as on_words
from inforce.law import EffectState
from inforce.publishing.atom import Item
from inforce.publishing.names import in_sentence, source_name, treaty_name
from inforce.publishing.words import upper_first
from inforce.record.view import AdjudicatedAct
from inforce.terms import Act
from inforce.web.asked import Asked
from inforce.web.data.coming import Filter, datable
from inforce.web.data.common import act_href, effect_line

MOST = 50
_EFFECTS = (Act.EXIT_EFFECT, Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT)


def news(which: Filter, asked: Asked, view: api.View, *, base: str) -> list[Item]:
    """The last changes up to the day asked, of the treaty, participant or group named."""
    last = asked.day.latest or date.max
    who = _who(which, asked, view)
    treaties = (
        [which.treaty] if which.treaty else [t.id for t in view.catalogue.treaties() if t.rules]
    )
    found = [
        _act_item(act, day, asked, view, base=base)
        for treaty in treaties
        for act in view.record(treaty).acts
        if (who is None or act.participant in who)
        and act.act not in _EFFECTS
        and (day := _said(act)) is not None
        and day <= last
    ]
    found += _effect_items(which, asked, view, last=last, base=base)
    return sorted(found, key=lambda item: (item.day, item.id), reverse=True)[:MOST]


def _who(which: Filter, asked: Asked, view: api.View) -> frozenset[str] | None:
    if which.participant:
        return frozenset({which.participant})
    return api.members(view.catalogue, which.group, on=asked.day) if which.group else None


def _said(act: AdjudicatedAct) -> date | None:
    """When the act became known: when its source said so, or its own day."""
    told = act.followed.evidence.asserted or act.date
    return told.latest or told.earliest if told else None


def _act_item(act: AdjudicatedAct, day: date, asked: Asked, view: api.View, *, base: str) -> Item:
    known = view.catalogue
    what = treaty_name(known, act.treaty)
    who = in_sentence(known, act.participant) if act.participant else f"the {what}"
    title = upper_first(happened(act.act, who))
    words = f"{title} {on_words(act.date)}" if act.date else title
    return Item(
        id=f"urn:inforce:statement:{act.followed.id}",
        title=f"{what}: {title}",
        words=f"{words} ({source_name(known, act.followed.evidence.source)}).",
        day=day,
        url=f"{base}{act_href(act, asked)}",
    )


def _effect_items(
    which: Filter, asked: Asked, view: api.View, *, last: date, base: str
) -> list[Item]:
    found = []
    for one in datable(which, view, first=None, last=last):
        day = one.day.latest
        if one.state is not EffectState.CONFIRMED or day is None or day > last:
            continue
        line = effect_line(one, view, asked)
        title = upper_first(happened(one.act, in_sentence(view.catalogue, one.participant)))
        found.append(
            Item(
                id=f"urn:inforce:effect:{one.treaty}:{one.participant}:{one.act.value}:{one.day}",
                title=f"{line.treaty_name}: {title}",
                words=f"{title} {on_words(one.day)}.",
                day=day,
                url=f"{base}{line.href or '/treaties/' + one.treaty}",
            )
        )
    return found
