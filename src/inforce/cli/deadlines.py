"""inforce deadlines [PARTICIPANT] [TREATY]."""

from __future__ import annotations

from typing import Any

import click

from inforce import api
from inforce.cli.options import json_option, on_option
from inforce.cli.output import print_json, print_lines, width
from inforce.cli.view import view_options
from inforce.dates import DateError, PartialDate, Period
from inforce.errors import InforceError


class PeriodType(click.ParamType[Period]):
    """A period in ISO 8601; anything else is refused with the reason."""

    name = "PERIOD"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Period:
        """The period, or click's usage error that quotes what was found."""
        if isinstance(value, Period):
            return value
        try:
            return Period.parse(str(value))
        except DateError as error:
            self.fail(str(error), param, ctx)


class NobodyCalledError(InforceError):
    """A name that is neither a treaty's, a participant's nor a group's."""


@click.command()
@click.argument("participant", required=False)
@click.argument("treaty", required=False)
@click.option("--group", help="Only members of this group on that day.")
@click.option(
    "--within", type=PeriodType(), help="Only what falls due so soon after that day: P1Y, P90D."
)
@click.option(
    "--past/--no-past",
    default=None,
    help="Also what has passed; so without being asked where both are named and no --within.",
)
@on_option
@view_options
@json_option
def deadlines(
    participant: str | None,
    treaty: str | None,
    *,
    group: str | None,
    within: Period | None,
    past: bool | None,
    on: PartialDate | None,
    view: api.View,
    as_json: bool,
) -> None:
    """Deadlines of PARTICIPANT's duties under TREATY, each met, open, overdue, lapsed or unknown.

    Both may be left out: then the next deadlines of all. A name that stands alone may be a
    treaty's, a participant's or a group's. What has passed without word is unknown, not overdue.

    \b
    inforce deadlines Ukraine apmbc
    inforce deadlines apmbc --within P1Y
    inforce deadlines att --group EU --on 2026-03-01
    """
    day = on or api.today()
    who, what, of_group = _meant(view, participant, treaty)
    found = api.deadlines(
        who,
        what,
        group=of_group or group,
        on=day,
        within=within,
        past=past,
        view=view,
    )
    if as_json:
        from inforce.publishing.deadlines import deadline_json

        print_json(
            deadline_json(one, view.catalogue, on=day, known_on=view.known_on) for one in found
        )
    else:
        from inforce.publishing.deadlines import deadline_lines

        print_lines(
            deadline_lines(
                found,
                view.catalogue,
                on=day,
                known_on=view.known_on,
                working=who is not None and what is not None,
                width=width(),
            )
        )


def _meant(
    view: api.View, first: str | None, second: str | None
) -> tuple[str | None, str | None, str | None]:
    """Participant, treaty and group, from one or two names."""
    if first is None:
        return None, None, None
    if second is None:
        try:
            return None, view.catalogue.treaty(first).id, None
        except InforceError as no_treaty:
            try:
                return (*_person_or_group(view, first),)
            except InforceError as nobody:
                raise NobodyCalledError(f"{nobody}; and {no_treaty}") from nobody
    who, _, of_group = _person_or_group(view, first)
    return who, second, of_group


def _person_or_group(view: api.View, name: str) -> tuple[str | None, None, str | None]:
    """A participant by its name, else a group; the error is that of the participant."""
    try:
        return view.catalogue.participant(name).id, None, None
    except InforceError as nobody:
        try:
            return None, None, view.catalogue.group(name).id
        except InforceError:
            raise nobody from None
