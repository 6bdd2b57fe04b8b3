"""From a verb's options to the view of the record that it asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

from inforce.api import View
from inforce.cli.options import record_options
from inforce.dates import PartialDate

if TYPE_CHECKING:
    from inforce.record.database import Place


def view_options(function: Callable[..., None]) -> Callable[..., None]:
    """The options that say which record is asked; the verb gets the open record as ``view``.

    The store that it is laid over is closed when the verb is done.
    """

    @wraps(function)
    def asking(
        *args: Any,
        known_on: PartialDate | None,
        recorded_on: PartialDate | None,
        store: Place | None,
        catalogue_dir: Path | None,
        **options: Any,
    ) -> None:
        with opened(
            known_on=known_on, recorded_on=recorded_on, store=store, catalogue_dir=catalogue_dir
        ) as view:
            function(*args, view=view, **options)

    return record_options(asking)


@contextmanager
def opened(
    *,
    known_on: PartialDate | None = None,
    recorded_on: PartialDate | None = None,
    store: Place | None = None,
    catalogue_dir: Path | None = None,
) -> Iterator[View]:
    """A view with its store open for reading; the store is closed at the end."""
    view = View.open(known_on=known_on, recorded_on=recorded_on, catalogue_dir=catalogue_dir)
    if store is None:
        yield view
        return
    from inforce.record.store import Store

    with Store.open(store, readonly=True) as held:
        yield replace(view, store=held)
