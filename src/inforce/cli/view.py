"""From a verb's options to the view of the record that it asks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from inforce.api import View
from inforce.dates import PartialDate

if TYPE_CHECKING:
    from inforce.record.database import Place


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
