"""Write the generated pages: two references, and a page for each treaty."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

import click

import inforce
from docs.treaty_pages import FOLDER as TREATIES
from docs.treaty_pages import pages
from inforce.cli.main import COMMANDS, cli

FOLDER = Path(__file__).resolve().parent
MODULES = ("inforce.api", "inforce.beside", "inforce.over_time")
"""Where the library's questions stand."""
_WIDTH = 100
_QUOTED = re.compile(r"(: |-> )'([^']*)'")
_ROLE = re.compile(r":\w+:`")


def command_line() -> str:
    """The reference of every verb, as its ``--help`` prints it."""
    parts = [
        "# Command line",
        "This page is written by `make docs` from `--help`.",
        *(
            f"## `{' '.join(context.command_path.split())}`\n\n```text\n{context.get_help()}\n```"
            for context in contexts()
        ),
    ]
    return "\n\n".join(parts) + "\n"


def contexts() -> Iterator[click.Context]:
    """A context for the command line itself, each verb, and each verb's own verbs."""
    top = click.Context(
        cli,
        info_name="inforce",
        terminal_width=_WIDTH,
        max_content_width=_WIDTH,
        **cli.context_settings,
    )
    yield top
    for name in COMMANDS:
        command = cli.get_command(top, name)
        if command is None:
            raise LookupError(f"{name} is in the list of commands, but has no command")
        yield from _below(command, name, parent=top)


def _below(command: click.Command, name: str, *, parent: click.Context) -> Iterator[click.Context]:
    context = click.Context(command, parent=parent, info_name=name)
    yield context
    if isinstance(command, click.Group):
        for sub in command.list_commands(context):
            found = command.get_command(context, sub)
            if found is not None:
                yield from _below(found, sub, parent=context)


def library() -> str:
    """Every public name of the library with its purpose, as its docstring tells it."""
    parts = [
        "# Library",
        "This page is written by `make docs` from the docstrings. Each name is imported when it is "
        "first used: `import inforce` alone costs nothing.",
    ]
    parts += (_section("inforce", name, getattr(inforce, name)) for name in inforce.__all__)
    parts.append(
        "The modules of further questions are imported by name: `from inforce import over_time`."
    )
    parts += (_section(*found) for found in further())
    return "\n\n".join(parts) + "\n"


def further() -> Iterator[tuple[str, str, Callable[..., object]]]:
    """Every question that is asked by its module's name: the module, its name, the function."""
    for place in MODULES:
        module = import_module(place)
        for name, found in inspect.getmembers(module, inspect.isfunction):
            own = found.__module__ == place and not name.startswith("_")
            if own and name not in inforce.__all__:
                yield place, name, found


def _section(place: str, name: str, found: object) -> str:
    call = f"{name}{_signature(found)}" if inspect.isfunction(found) else name
    words = _ROLE.sub("`", inspect.getdoc(found) or "")
    return f"## `{place}.{name}`\n\n```python\n{call}\n```\n\n{words}"


def _signature(found: Callable[..., object]) -> str:
    """As it is written: annotations are held as text, and inspect quotes text."""
    return _QUOTED.sub(r"\1\2", str(inspect.signature(found)))


PAGES = {"command-line.md": command_line, "library.md": library, **pages()}
"""Every generated page and picture, by its path here, and what writes it."""


def main() -> None:
    """Write all pages, and take away those of treaties that the catalogue has no more."""
    (FOLDER / TREATIES).mkdir(exist_ok=True)
    for path in (FOLDER / TREATIES).iterdir():
        if f"{TREATIES}/{path.name}" not in PAGES:
            path.unlink()
    for name, write in PAGES.items():
        (FOLDER / name).write_text(write(), encoding="utf-8")


if __name__ == "__main__":
    main()
