"""A page for each treaty of the catalogue, with a picture of its parties over time."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial

from docs import treaty_sections as parts
from docs.treaty_subject import Subject, table
from inforce import api
from inforce.catalogue.model import Treaty
from inforce.publishing.curve import curve
from inforce.publishing.words import count_of

FOLDER = "treaties"
_MADE = "This page is written by `make docs` from the catalogue and the record that comes with it."


@cache
def subjects() -> tuple[Subject, ...]:
    """Every treaty of the shipped catalogue that has rules, in order of its id."""
    view = api.View.open()
    found = (Subject(view, treaty) for treaty in view.catalogue.treaties() if treaty.rules)
    return tuple(sorted(found, key=lambda one: one.treaty.id))


def pages() -> dict[str, Callable[[], str]]:
    """Every page and picture by its path below the folder of the manual, and what writes it."""
    found: dict[str, Callable[[], str]] = {f"{FOLDER}/index.md": index}
    for one in subjects():
        found[f"{FOLDER}/{one.treaty.id}.md"] = partial(page, one)
        if one.is_drawn:
            found[f"{FOLDER}/{one.treaty.id}.svg"] = partial(picture, one)
    return found


def index() -> str:
    """The list of all treaties, each with its numbers and what is not read yet."""
    rows = [
        (
            f"[{one.treaty.short_name}]({one.treaty.id}.md)",
            f"`{one.treaty.id}`",
            str(one.in_force or ""),
            str(one.counts.n_in_force) if one.counts else "",
            str(one.record.complete_until or "not complete"),
            str(len(one.unread) or ""),
        )
        for one in subjects()
    ]
    head = ("treaty", "id", "in force", "parties", "list complete until", "matters not read")
    intro = (
        f"{_MADE} Numbers are of the last day of each record; where a list is not complete, they "
        "count only those that it names, and no number stands where it names few. How the rules "
        "are applied: [law.md](../law.md)."
    )
    return "\n\n".join(["# Treaties", intro, table(head, rows)]) + "\n"


def page(one: Subject) -> str:
    """The page of one treaty."""
    treaty = one.treaty
    sections = [
        ("Parties", f"{parts.counts(one)}\n\n{_shown(one)}"),
        ("Timeline", parts.history(one)),
        ("Exits", parts.exits(one)),
        ("Rules", parts.rules(one)),
        ("Not read yet", parts.unread(one)),
        ("Obligations and deadlines", parts.obligations(one)),
        ("Sources", parts.sources(one)),
        ("Related treaties", _related(one)),
    ]
    body = [f"## {title}\n\n{text.strip()}" for title, text in sections]
    head = [f"# {treaty.short_name} (`{treaty.id}`)", f"{_MADE} [All treaties](index.md)"]
    return "\n\n".join([*head, parts.identity(one), *body]) + "\n"


def picture(one: Subject) -> str:
    """The parties over time as SVG. Raises LookupError where the record names too few."""
    if one.course is None:
        raise LookupError(f"{one.treaty.id}: its record names too few to draw")
    return curve(one.course, name=one.treaty.short_name, in_force=one.in_force)


def _shown(one: Subject) -> str:
    if one.course is None:
        return "Too few participants are in the record for a picture."
    words = f"Parties to the {one.treaty.short_name} over time"
    return f"![{words}]({one.treaty.id}.svg)\n\n{parts.numbers(one)}"


def _related(one: Subject) -> str:
    """Parent, protocols and those that share a parent."""
    family = one.treaty.rules.family if one.treaty.rules else None
    parent = family.parent if family else None
    rows: list[tuple[str, str]] = []
    for other in (found.treaty for found in subjects() if found is not one):
        theirs = _parent(other)
        if other.id == parent:
            rows.append((_link(other), "parent: who leaves it leaves this one too"))
        elif theirs == one.treaty.id or (family and other.id in family.protocols):
            rows.append((_link(other), "hangs on this one"))
        elif parent and theirs == parent:
            rows.append((_link(other), "under the same parent"))
    if family and family.least:
        least = count_of(family.least, "protocol")
        rows.append((f"article {family.at.article}", f"who consents takes at least {least}"))
    return table(("treaty", "how"), rows) if rows else "None in the catalogue."


def _parent(treaty: Treaty) -> str | None:
    return treaty.rules.family.parent if treaty.rules and treaty.rules.family else None


def _link(treaty: Treaty) -> str:
    return f"[{treaty.short_name}]({treaty.id}.md)"
