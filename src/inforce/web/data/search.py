"""Search over treaties, participants, groups and the statements of the record."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from inforce import api
from inforce.checking.words import noun
from inforce.publishing.names import participant_name, source_name, treaty_name
from inforce.record.view import AdjudicatedAct
from inforce.web.asked import Asked, address
from inforce.web.data.common import ActLine, act_line

_MOST = 20
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: its name, what it is called beside, its page."""

    id: str
    name: str
    beside: str
    href: str


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What was found for the words; of each kind no more than a page of them."""

    words: str
    treaties: tuple[Hit, ...]
    participants: tuple[Hit, ...]
    groups: tuple[Hit, ...]
    statements: tuple[ActLine, ...]
    n_statements: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing was found."""
        return not (self.treaties or self.participants or self.groups or self.statements)


def folded(text: str) -> str:
    """The text without case and accents."""
    apart = unicodedata.normalize("NFKD", text).casefold()
    return "".join(one for one in apart if not unicodedata.combining(one))


def search_page(words: str, asked: Asked, view: api.View, *, offset: int = 0) -> SearchPage:
    """Everything that holds all of the words; nothing for no words."""
    words = words.strip()[:_LONGEST]
    wanted = folded(words).split()
    if not wanted:
        return SearchPage("", (), (), (), (), 0)

    def fits(*texts: str) -> bool:
        held = folded(" ".join(texts))
        return all(one in held for one in wanted)

    known = view.catalogue
    acts = _acts(wanted, view)
    return SearchPage(
        words=words,
        treaties=tuple(_treaties(fits, asked, view)),
        participants=tuple(
            Hit(one.id, one.name, one.id, address(f"/participants/{one.id}", asked))
            for one in known.participants()
            if fits(one.id, one.name, *(name for name, _ in one.names))
        )[:_MOST],
        groups=tuple(
            Hit(one.id, one.name, one.id, address(f"/groups/{one.id}", asked))
            for one in known.groups()
            if fits(one.id, one.name)
        ),
        statements=tuple(act_line(one, view, asked) for one in acts[offset : offset + _MOST]),
        n_statements=len(acts),
    )


def _treaties(fits: Callable[..., bool], asked: Asked, view: api.View) -> list[Hit]:
    found = []
    for one in view.catalogue.treaties():
        aliases = [name for _, names in one.aliases for name in names]
        if fits(one.id, one.title, one.short_name, one.number, *aliases):
            href = address(f"/treaties/{one.id}", asked)
            found.append(Hit(one.id, one.short_name or one.title, one.title, href))
    return found[:_MOST]


def _acts(wanted: list[str], view: api.View) -> list[AdjudicatedAct]:
    """The acts of which what is recorded holds every word, the newest first."""
    from inforce.web.site import SiteView

    index = (
        view.once("search", lambda: _index(view)) if isinstance(view, SiteView) else _index(view)
    )
    found = [act for text, act in index if all(one in text for one in wanted)]
    return sorted(
        found, key=lambda act: act.date.edtf if act.date and act.date.earliest else "", reverse=True
    )


def _index(view: api.View) -> list[tuple[str, AdjudicatedAct]]:
    """Every act of every record with the text it is searched by."""
    known = view.catalogue
    found = []
    for treaty in known.treaties():
        if not treaty.rules:
            continue
        for act in view.record(treaty.id).acts:
            said = act.followed.evidence
            who = participant_name(known, act.participant) if act.participant else ""
            text = (
                f"{who} {act.participant} {treaty_name(known, treaty.id)} {treaty.id} "
                f"{noun(act.act)} {act.act.value} {act.date.edtf if act.date else ''} "
                f"{source_name(known, said.source)} {said.reference} {said.quote} {said.note}"
            )
            found.append((folded(text), act))
    return found
