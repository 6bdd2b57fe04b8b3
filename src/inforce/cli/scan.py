"""inforce scan PATH..."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from inforce.cli.options import catalogue_option, json_option, store_option
from inforce.cli.output import print_json, print_lines

if TYPE_CHECKING:
    from inforce.corpus import Progress, ScanReport
    from inforce.record.database import Place

_LISTED = 20


@click.command()
@click.argument("paths", nargs=-1, required=True)
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder for the results; what is there already is not read again.",
)
@click.option(
    "--engine",
    type=click.Choice(["local", "native", "ray"]),
    default="native",
    show_default=True,
    help="A plain loop over workers, Daft on this machine, or Daft on a Ray cluster.",
)
@click.option("--address", help="The Ray cluster's address; one is started here when left out.")
@click.option(
    "--workers", type=click.IntRange(min=1), help="Shards read at a time; one a processor."
)
@click.option(
    "--seconds",
    type=click.FloatRange(min=0.1),
    default=60.0,
    show_default=True,
    help="Time for one document; one that takes longer is set aside.",
)
@click.option(
    "--megabytes",
    type=click.IntRange(min=50),
    default=2_000,
    show_default=True,
    help="Memory for one document; one that takes more is set aside.",
)
@click.option("--whole", is_flag=True, help="Read every document in full, without the prefilter.")
@click.option("--again", is_flag=True, help="Read also the shards that have a result.")
@click.option(
    "--events", is_flag=True, help="Fold all statements in OUT into events, as events.jsonl."
)
@store_option("Where to add the statements, and what events are checked against besides.")
@click.option("--by", help="Who adds the statements to the store.")
@catalogue_option
@json_option
def scan(
    paths: tuple[str, ...],
    *,
    out: Path,
    engine: str,
    address: str | None,
    workers: int | None,
    seconds: float,
    megabytes: int,
    whole: bool,
    again: bool,
    events: bool,
    store: Place | None,
    by: str | None,
    catalogue_dir: Path | None,
    as_json: bool,
) -> None:
    """Find every treaty action that a corpus reports, each with its quote and source.

    PATHS are WARC and WET files (plain or gzip), Parquet and JSON Lines of articles, folders with
    any files that read reads, patterns, and addresses such as s3://bucket/crawl. The statements
    are written to OUT as statements.parquet. A run that was stopped goes on where it was, and
    shards that were added are all that a later run reads. With --events, everything in OUT is
    folded into events: who told of each first, on how many independent words, with which dates,
    and what the record says.

    \b
    inforce scan crawl/ --out found --events
    inforce scan 's3://bucket/news/*.warc.gz' --out found --engine ray --address ray://head:10001
    """
    if (store is None) != (by is None):
        raise click.UsageError("--store and --by go together: a store says who added what")
    from inforce.corpus import Bounds, Using
    from inforce.corpus import scan as scan_corpus

    with _live(as_json=as_json) as on_step:
        report = scan_corpus(
            paths,
            out,
            using=Using(engine, address, workers),
            bounds=Bounds(seconds=seconds, megabytes=megabytes),
            catalogue_dir=catalogue_dir,
            whole=whole,
            again=again,
            on_step=on_step,
        )
    if as_json:
        print_json([_as_object(report)])
    else:
        print_lines(_lines(report))
    if events:
        _fold(out, store, catalogue_dir, as_json=as_json)
    if store is not None and by is not None:
        _add(out, store, by, as_json=as_json)


def _fold(out: Path, store: Place | None, catalogue_dir: Path | None, *, as_json: bool) -> None:
    """Fold what is in OUT, and print the events of which most documents tell."""
    from inforce.catalogue import load
    from inforce.corpus import ResultFolder
    from inforce.corpus.fold import fold
    from inforce.record.store import Store

    with Store.open(store, create=True) if store else nullcontext() as held:
        found = fold(ResultFolder(out), load(catalogue_dir), store=held)
    if as_json:
        print_json(found.events)
        return
    click.echo(f"{len(found.events):,} events, {found.worked_out:,} of them worked out now.")
    for one in sorted(found.events, key=lambda one: -one["documents"])[:_LISTED]:
        dates = " or ".join(one["dates"]) or "no date"
        click.echo(
            f"  {one['name']}: {dates}; {one['documents']:,} documents, {one['independent']:,} "
            f"independent; {one['verdict'] or 'not checked'}; first {one['first']['outlet']}, "
            f"{one['first']['published'] or 'day unknown'}"
        )
    click.echo(f"Written: {found.path}")


def _add(out: Path, store: Place, by: str, *, as_json: bool) -> None:
    from inforce.corpus import ResultFolder
    from inforce.corpus.fold import add_to_store
    from inforce.record.store import Store

    with Store.open(store, create=True) as held:
        added = add_to_store(ResultFolder(out), held, by=by, why=f"inforce scan into {out}")
    click.echo(f"Added to the store: {added:,} statements.", err=as_json)


@contextmanager
def _live(*, as_json: bool) -> Iterator[Callable[[Progress], None] | None]:
    """A line on standard error that tells how far the run is, where someone can see it."""
    if as_json or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    words = (
        "{task.fields[documents]:,} documents, {task.fields[statements]:,} statements, "
        "{task.fields[rate]:,.0f} documents/s, {task.fields[aside]} set aside"
    )
    columns = (BarColumn(), TextColumn(words), TimeRemainingColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Scanning", total=None, documents=0, statements=0, rate=0.0, aside=0)

        def on_step(progress: Progress) -> None:
            elapsed = bar.tasks[0].elapsed or 1.0
            bar.update(
                task,
                total=progress.bytes,
                completed=progress.bytes_done,
                documents=progress.counts.documents,
                statements=progress.counts.statements,
                rate=progress.counts.documents / elapsed,
                aside=progress.aside,
            )

        yield on_step


def _lines(report: ScanReport) -> Iterator[str]:
    counts = report.counts
    yield (
        f"{report.shards:,} shards, {report.read_now:,} of them read now, in {report.seconds:,.1f} "
        "seconds."
    )
    yield (
        f"{counts.documents:,} documents ({counts.megabytes:,.1f} MB), {counts.passed:,} may name "
        f"a treaty, {counts.telling:,} tell {counts.statements:,} statements."
    )
    if counts.seconds:
        rate = counts.documents / counts.seconds * 3600
        yield f"{rate:,.0f} documents a core-hour."
    for one in report.aside[:_LISTED]:
        yield f"Set aside: {one.name}: {one.reason}."
    if len(report.aside) > _LISTED:
        yield f"Set aside besides: {len(report.aside) - _LISTED:,}, in the shards' manifests."
    yield f"Written: {report.statements}"


def _as_object(report: ScanReport) -> dict[str, object]:
    return {
        "shards": report.shards,
        "read_now": report.read_now,
        "seconds": round(report.seconds, 3),
        **asdict(report.counts),
        "aside": [asdict(one) for one in report.aside],
        "written": str(report.statements),
    }
