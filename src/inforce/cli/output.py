"""How a verb prints: lines of text, or JSON Lines."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import click

from inforce.errors import InforceError


def width() -> int | None:
    """The terminal's width in columns; None where the output is not a terminal."""
    return os.get_terminal_size().columns if sys.stdout.isatty() else None


def print_lines(lines: Iterable[str]) -> None:
    """Text, one line each."""
    for line in lines:
        click.echo(line)


def print_json(objects: Iterable[Mapping[str, Any]]) -> None:
    """JSON Lines: one object a line, in UTF-8."""
    for thing in objects:
        click.echo(json.dumps(thing, ensure_ascii=False))


class NotWrittenError(InforceError):
    """A file that cannot be written."""


def write_file(path: Path, text: str, *, as_json: bool) -> None:
    """Write a page or table beside what is printed, and say where; raises NotWrittenError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        words = f"{path} cannot be written: {error.strerror or error}"
        raise NotWrittenError(words) from error
    click.echo(f"Written: {path}", err=as_json)
