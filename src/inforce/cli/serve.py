"""inforce serve."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from inforce.cli.editors import editors_option
from inforce.cli.options import catalogue_option, store_option

if TYPE_CHECKING:
    from inforce.record.database import Place


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port",
    default=8080,
    show_default=True,
    type=click.IntRange(0, 65535),
    help="The port to listen on; 0 takes a free one.",
)
@click.option(
    "--name",
    "names",
    multiple=True,
    metavar="HOST",
    help="A host name under which the site is reached, beside localhost; may be given again.",
)
@click.option(
    "--proxy",
    metavar="ADDRESS",
    help="The address of a server in front of this one, whose X-Forwarded headers are believed.",
)
@click.option(
    "--cors",
    "origins",
    multiple=True,
    metavar="ORIGIN",
    help="A site whose pages may read the API, such as https://example.org; may be given again.",
)
@click.option(
    "--reports",
    type=click.Path(path_type=Path, dir_okay=False),
    envvar="INFORCE_REPORTS",
    help="The file of kept reports; by default one in the user's data folder.",
)
@click.option(
    "--keep-days",
    default=30,
    show_default=True,
    type=click.IntRange(0, 3650),
    help="How long a report is kept; 0 lets nobody keep any.",
)
@click.option(
    "--max-upload",
    default=25,
    show_default=True,
    type=click.IntRange(1, 500),
    help="The size of a request in megabytes.",
)
@click.option(
    "--checks-a-minute",
    default=30,
    show_default=True,
    type=click.IntRange(1),
    help="How many checks and large tables one address may ask for.",
)
@click.option(
    "--answers-a-minute",
    default=600,
    show_default=True,
    type=click.IntRange(1),
    help="How many searches and tables one address may ask for.",
)
@editors_option
@click.option(
    "--session-hours",
    default=12,
    show_default=True,
    type=click.IntRange(1, 720),
    help="How long an editor stays signed in.",
)
@click.option(
    "--fetch/--no-fetch",
    default=True,
    show_default=True,
    help="Let the check page fetch public web addresses.",
)
@store_option("Statements of your own, laid over the record that comes along.")
@catalogue_option
def serve(
    *,
    host: str,
    port: int,
    names: tuple[str, ...],
    proxy: str | None,
    origins: tuple[str, ...],
    reports: Path | None,
    keep_days: int,
    max_upload: int,
    checks_a_minute: int,
    answers_a_minute: int,
    file: Path | None,
    session_hours: int,
    fetch: bool,
    store: Place | None,
    catalogue_dir: Path | None,
) -> None:
    """Serve the site: check reports, see treaties on a map, ask the API.

    It listens on this machine alone unless told otherwise, and its pages load nothing from
    elsewhere. See docs/web.md.

    \b
    inforce serve
    inforce serve --host 0.0.0.0 --name treaties.example.org --keep-days 7
    """
    try:
        import uvicorn

        from inforce.web.app import create_app
    except ImportError as error:
        raise click.ClickException(
            f"{error.name} is not installed; install inforce with its web extra: "
            "pip install 'inforce[web]'"
        ) from error
    from inforce.web.settings import LOCAL_HOSTS, Settings, editors_file, reports_file

    settings = Settings(
        store=store,
        catalogue_dir=catalogue_dir,
        reports=reports or reports_file(),
        hosts=(*LOCAL_HOSTS, *names),
        origins=origins,
        max_upload=max_upload * 1_000_000,
        keep_days=keep_days,
        checks_a_minute=checks_a_minute,
        answers_a_minute=answers_a_minute,
        editors=file or editors_file(),
        session_hours=session_hours,
        fetch=fetch,
    )
    app = create_app(settings)
    shown = f"[{host}]" if ":" in host else host
    click.echo(f"inforce serves http://{shown}:{port}/ (stop with Ctrl-C)")
    uvicorn.run(
        app,
        host=host,
        port=port,
        log_level="warning",
        server_header=False,
        proxy_headers=proxy is not None,
        forwarded_allow_ips=proxy,
    )
