"""Score the reader on the annotated documents and hold its floors."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import click

from eval.corpora import Corpus, EvaluationError, corpora
from eval.floors import FLOORS, Pin, faults, measured, raised, read_floors, write_floors
from eval.scoring import Score, score
from eval.table import text, to_json
from inforce.catalogue import load
from inforce.errors import InforceError


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--raise", "lift", is_flag=True, help="Lift the floors to a hair under the scores.")
@click.option(
    "--lower-floors", is_flag=True, help="Set the floors by the scores even where that lowers them."
)
@click.option(
    "--predicted",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Score these JSON Lines, as `inforce read --json` prints them, instead of reading; "
    "no floors are held.",
)
@click.option("--misses", is_flag=True, help="Print every fact missed and every false statement.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a corpus.")
@click.option(
    "--floors",
    "path",
    type=click.Path(path_type=Path, dir_okay=False),
    default=FLOORS,
    help="Another file of floors.",
)
@click.pass_context
def main(
    ctx: click.Context,
    *,
    lift: bool,
    lower_floors: bool,
    predicted: Path | None,
    misses: bool,
    as_json: bool,
    path: Path,
) -> None:
    """Score the reader on each corpus and fail, with code 1, below a pinned floor."""
    try:
        scored = {corpus.name: _score(corpus, predicted) for corpus in corpora() if corpus.here}
        digests = {corpus.name: corpus.digest() for corpus in corpora() if corpus.here}
        for corpus in corpora():
            if corpus.name in scored:
                _print(corpus.name, scored[corpus.name], misses=misses, as_json=as_json)
            else:
                click.echo(f"{corpus.name}: skipped, not beside this checkout", err=True)
        if predicted is not None:
            return
        pins = read_floors(path)
        if lift or lower_floors:
            pins = _moved(pins, scored, digests, lower=lower_floors)
            write_floors(pins, path)
        found = [
            fault
            for name, one in scored.items()
            for fault in faults(name, one, digests[name], pins.get(name))
        ]
    except InforceError as error:
        raise click.ClickException(str(error)) from error
    for fault in found:
        click.echo(f"FAILED {fault}", err=True)
    if found:
        ctx.exit(1)
    click.echo("Every score is at or above its floor.", err=as_json)


def _score(corpus: Corpus, predicted: Path | None) -> Score:
    if predicted is None:
        return score(corpus.documents(), corpus.read(load()))
    try:
        lines = predicted.read_text(encoding="utf-8").splitlines()
        return score(corpus.documents(), [json.loads(line) for line in lines if line.strip()])
    except (UnicodeDecodeError, json.JSONDecodeError, KeyError, RecursionError) as error:
        raise EvaluationError(
            f"{predicted}: {error}: expected statements as JSON Lines, each with a document"
        ) from error


def _moved(
    pins: Mapping[str, Pin], scored: Mapping[str, Score], digests: Mapping[str, str], *, lower: bool
) -> dict[str, Pin]:
    """The pins with those of every corpus at hand lifted, or set anew."""
    moved = dict(pins)
    for name, one in scored.items():
        now = measured(one, digests[name])
        moved[name] = now if lower else raised(pins.get(name), now)
    return moved


def _print(name: str, scored: Score, *, misses: bool, as_json: bool) -> None:
    if as_json:
        told = [{"why": m.why, "document": m.document, **_claimed(m.what)} for m in scored.misses]
        more = {"misses": told} if misses else {}
        click.echo(json.dumps({"corpus": name, "scores": to_json(scored), **more}))
        return
    click.echo(f"{name}\n{text(scored)}\n")
    for miss in scored.misses if misses else ():
        click.echo(f"{miss.why}  {miss.document}  {json.dumps(_claimed(miss.what))}")


def _claimed(what: Mapping[str, object]) -> dict[str, object]:
    kept = ("kind", "state", "participant", "treaty", "date", "value", "modality", "quote")
    return {key: what[key] for key in kept if key in what}


if __name__ == "__main__":
    main()
