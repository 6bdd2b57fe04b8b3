"""Options that several verbs share, with the types that check them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from inforce.dates import DateError, PartialDate

if TYPE_CHECKING:
    from inforce.record.database import Place

F = TypeVar("F", bound=Callable[..., Any])


class EdtfType(click.ParamType[PartialDate]):
    """A partial date in EDTF; a day that does not exist is refused with the reason."""

    name = "DATE"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> PartialDate:
        """The date, or click's usage error that quotes what was found."""
        if isinstance(value, PartialDate):
            return value
        try:
            return PartialDate.parse(str(value))
        except DateError as error:
            self.fail(str(error), param, ctx)


EDTF = EdtfType()


class StoreType(click.ParamType["Place"]):
    """A store's file, or the address of the PostgreSQL database that holds one."""

    name = "PLACE"

    def convert(
        self,
        value: Any,
        param: click.Parameter | None,  # noqa: ARG002
        ctx: click.Context | None,  # noqa: ARG002
    ) -> Place:
        """The path or the address."""
        from inforce.record.database import place_of

        return place_of(value)


def store_option(help_: str, *, required: bool = False) -> Callable[[F], F]:
    """--store PLACE, also called --db: where a user's own statements are."""
    return click.option(
        "--store",
        "--db",
        "store",
        type=StoreType(),
        envvar="INFORCE_STORE",
        required=required,
        help=f"{help_} A file, or postgresql://user@host/name.",
    )


def on_option(function: F) -> F:
    """--on DATE, the day asked about."""
    return click.option(
        "--on",
        type=EDTF,
        help="The day, month, year or interval asked about; today when left out.",
    )(function)


def record_options(function: F) -> F:
    """--known-on, --recorded-on, --store and --catalogue: which record is asked."""
    options = (
        click.option(
            "--known-on", type=EDTF, help="Use only what had been said by the end of this date."
        ),
        click.option(
            "--recorded-on", type=EDTF, help="Use only what the store had learned by this day."
        ),
        store_option("Statements of your own, laid over the record that comes along."),
        catalogue_option,
    )
    for option in reversed(options):
        function = option(function)
    return function


def catalogue_option(function: F) -> F:
    """--catalogue DIR, a user's own files laid over the catalogue."""
    return click.option(
        "--catalogue",
        "catalogue_dir",
        type=click.Path(path_type=Path),
        envvar="INFORCE_CATALOGUE",
        help="A folder of your own treaty files, laid over the catalogue.",
    )(function)


def json_option(function: F) -> F:
    """--json, JSON Lines instead of text."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON Lines.")(function)
