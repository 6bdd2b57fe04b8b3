"""How a verb prints: lines of text, or JSON Lines."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Mapping
from typing import Any

import click


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
