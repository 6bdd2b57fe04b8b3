"""The files and addresses that a verb reads, with the publication dates given for them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import click

from inforce.cli.options import EDTF
from inforce.dates import PartialDate
from inforce.documents import DEFAULT_LIMITS, Document, DocumentError, load_all

F = TypeVar("F", bound=Callable[..., Any])
_BAR_FROM = 5
"""From this many files on, a progress bar is worth its line."""


def file_options(function: F) -> F:
    """FILES, which may be addresses or ``-``, and --published."""
    function = click.option(
        "--published",
        multiple=True,
        metavar="[FILE=]DATE",
        help="When the files were published; FILE=DATE for one of them. An entry of a feed or a "
        "JSON line keeps the date that it carries.",
    )(function)
    return click.argument("files", nargs=-1, required=True)(function)


def documents_of(
    files: tuple[str, ...], published: tuple[str, ...]
) -> Iterator[Document | DocumentError]:
    """Every document of each file or address, or what is wrong with it; ``-`` is standard input.

    A bar on standard error shows how far many files have come, where someone can see it.
    """
    everywhere, by_name = _dates(published, files)
    for name in _with_bar(files):
        day = by_name.get(name, everywhere)
        if name == "-":
            data = sys.stdin.buffer.read(DEFAULT_LIMITS.max_bytes + 1)
            yield from load_all(data, name="standard input", published=day)
        else:
            yield from load_all(name, published=day)


def _dates(
    published: tuple[str, ...], files: tuple[str, ...]
) -> tuple[PartialDate | None, dict[str, PartialDate]]:
    everywhere: PartialDate | None = None
    by_name: dict[str, PartialDate] = {}
    for given in published:
        name, found, text = given.rpartition("=")
        if not found:
            everywhere = EDTF.convert(text, None, None)
            continue
        matching = [file for file in files if file == name or file.endswith("/" + name)]
        if not matching:
            raise click.BadParameter(f"{name!r} is not among the files", param_hint="--published")
        by_name.update(dict.fromkeys(matching, EDTF.convert(text, None, None)))
    return everywhere, by_name


def _with_bar(files: tuple[str, ...]) -> Iterator[str]:
    if len(files) < _BAR_FROM or not sys.stderr.isatty():
        yield from files
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(files, description="Reading", console=Console(stderr=True), transient=True)
