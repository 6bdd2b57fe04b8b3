"""Options that several verbs share, with the types that check them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from inforce.dates import DateError, PartialDate

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


def on_option(function: F) -> F:
    """--on DATE, the day asked about."""
    return click.option(
        "--on",
        type=EDTF,
        help="The day, month, year or interval asked about; today when left out.",
    )(function)


def view_options(function: F) -> F:
    """--known-on, --recorded-on, --store and --catalogue: which record is asked."""
    options = (
        click.option(
            "--known-on", type=EDTF, help="Use only what had been said by the end of this date."
        ),
        click.option(
            "--recorded-on", type=EDTF, help="Use only what the store had learned by this day."
        ),
        click.option(
            "--store",
            type=click.Path(path_type=Path),
            envvar="INFORCE_STORE",
            help="A file of statements of your own, laid over the record that comes along.",
        ),
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
