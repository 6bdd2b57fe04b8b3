"""inforce status PARTICIPANT TREATY."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from inforce import api, beside
from inforce.cli.options import json_option, on_option
from inforce.cli.output import print_json, print_lines, width
from inforce.cli.view import view_options
from inforce.dates import PartialDate
from inforce.terms import TERRITORIAL

if TYPE_CHECKING:
    from inforce.catalogue import Catalogue
    from inforce.law.extent import ExtentAnswer
    from inforce.law.model import StatusAnswer
    from inforce.law.unilateral import SaidAnswer


@click.command()
@click.argument("participant")
@click.argument("treaty")
@on_option
@view_options
@json_option
def status(
    participant: str,
    treaty: str,
    *,
    on: PartialDate | None,
    view: api.View,
    as_json: bool,
) -> None:
    """PARTICIPANT's status under TREATY on a day, with the working.

    PARTICIPANT may also be a territory, such as Guernsey: the answer is then whether the treaty
    extends to it, and through which state.

    \b
    inforce status LTU apmbc --on 2025-12-20
    inforce status Lithuania "Ottawa Convention" --on 2025-12-20 --known-on 2025-07-04
    inforce status GGY apmbc
    """
    place = beside.territory(participant, treaty, view=view)
    if place is not None:
        _territory(place.id, treaty, on, view, as_json=as_json)
        return
    answer = api.status(participant, treaty, on=on, view=view)
    parts = beside.parts(participant, treaty, on=on, view=view)
    said = _said(view, answer)
    if as_json:
        from inforce.publishing.jsonlines import status_json

        told = status_json(answer, view.catalogue, known_on=view.known_on)
        print_json([{**told, **_beside_json(parts, said, view.catalogue)}])
        return
    from inforce.publishing.plain import status_lines

    known, columns = view.known_on, width()
    lines = _beside_lines(parts, said, view.catalogue, width=columns)
    print_lines(status_lines(answer, view.catalogue, known_on=known, beside=lines, width=columns))


def _territory(
    place: str, treaty: str, on: PartialDate | None, view: api.View, *, as_json: bool
) -> None:
    from inforce.publishing.beside import extent_json, extent_lines

    answer = beside.extent(place, treaty, on=on, view=view)
    if as_json:
        known = view.known_on.edtf if view.known_on else None
        told = extent_json(answer, view.catalogue)
        print_json([{**told, "known_on": known, "catalogue": view.catalogue.compiled_on}])
    else:
        print_lines(extent_lines(answer, view.catalogue, known_on=view.known_on, width=width()))


def _said(view: api.View, answer: StatusAnswer) -> SaidAnswer | None:
    """What the participant said beside the treaty; None where the record has nothing of it."""
    who, record = answer.participant, view.record(answer.treaty)
    if all(statement.claim.act in TERRITORIAL for statement in record.beside):
        return None
    return beside.reservations(answer.treaty, participant=who, on=answer.on, view=view)


def _beside_json(
    parts: tuple[ExtentAnswer, ...], said: SaidAnswer | None, catalogue: Catalogue
) -> dict[str, Any]:
    if not parts and said is None:
        return {"parts": [], "reservations": []}
    from inforce.publishing.beside import extent_json, said_json

    return {
        "parts": [extent_json(one, catalogue) for one in parts],
        "reservations": said_json(said) if said else [],
    }


def _beside_lines(
    parts: tuple[ExtentAnswer, ...],
    said: SaidAnswer | None,
    catalogue: Catalogue,
    *,
    width: int | None,
) -> list[str]:
    if not parts and said is None:
        return []
    from inforce.publishing.beside import parts_lines, said_lines

    told = said_lines(said, catalogue, named=False, width=width) if said else []
    return [*parts_lines(parts, catalogue, width=width), *told]
