"""Write the generated pages: the command-line reference from ``--help``, the law as built."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from inforce import api
from inforce.catalogue.model import RuleState
from inforce.cli.main import COMMANDS, cli

FOLDER = Path(__file__).resolve().parent
_WIDTH = 100


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


def treaties() -> str:
    """Every treaty with rules: each rule in plain words, with its article and last check."""
    view = api.View.open()
    parts = [
        "# Rules of the treaties",
        "This page is written by `make docs` from the catalogue.",
    ]
    for treaty in view.catalogue.treaties():
        if treaty.rules is None:
            continue
        _, lines = api.rules(treaty.id, view=view)
        rows = "\n".join(
            f"| {line.topic} | {line.words} | {_article(line.article, line.state)} "
            f"| {line.checked or 'not yet'} |"
            for line in lines
        )
        parts.append(
            f"## {treaty.short_name} (`{treaty.id}`)\n\n"
            f"| matter | rule | article | checked |\n|---|---|---|---|\n{rows}"
        )
    return "\n\n".join(parts) + "\n"


def _article(article: str, state: RuleState) -> str:
    return article if state is RuleState.STATED else f"{article} ({state.value})".strip()


PAGES = {"command-line.md": command_line, "treaties.md": treaties}
"""Every generated page and what writes it."""


def main() -> None:
    """Write all pages."""
    for name, write in PAGES.items():
        (FOLDER / name).write_text(write(), encoding="utf-8")


if __name__ == "__main__":
    main()
