"""A corpus at an address: a bucket of a real S3 server on this machine, and a web server."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import create_connection, socket

import polars
import pytest

from corpus.warcs import general, telling, write_warc
from inforce.corpus import CorpusError, Using, scan

PAGES = [general(1), telling(2), general(3), telling(4)]


def _free_port() -> int:
    with socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


@pytest.fixture
def bucket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A bucket with two shards and a folder of articles."""
    port = _free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "moto.server", "-p", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    for name, value in (
        ("AWS_ENDPOINT_URL", f"http://127.0.0.1:{port}"),
        ("AWS_ACCESS_KEY_ID", "nobody"),
        ("AWS_SECRET_ACCESS_KEY", "nothing"),
        ("AWS_DEFAULT_REGION", "us-east-1"),
    ):
        monkeypatch.setenv(name, value)
    for _ in range(200):
        try:
            create_connection(("127.0.0.1", port), timeout=1).close()
            break
        except OSError:
            time.sleep(0.1)
    _fill(tmp_path)
    yield "s3://news"
    server.kill()
    server.wait()


def _fill(folder: Path) -> None:
    """Put the shards into the bucket, in a process of its own: its client leaves loops open."""
    write_warc(folder / "one.warc.gz", PAGES)
    write_warc(folder / "two.warc", PAGES)
    (folder / "page.html").write_bytes(telling(5))
    put = (
        "import fsspec, sys; s3 = fsspec.filesystem('s3'); s3.mkdir('news');"
        "[s3.put(f'{sys.argv[1]}/{n}', f'news/day/{n}') "
        "for n in ('one.warc.gz', 'two.warc', 'page.html')]"
    )
    subprocess.run([sys.executable, "-c", put, str(folder)], check=True, timeout=60)


def _scan(paths: list[str], out: Path) -> polars.DataFrame:
    """The statements of a scan, in a process of its own for the same reason."""
    main = "from inforce.cli.main import main; main()"
    command = [sys.executable, "-c", main, "scan", *paths, "--out", str(out), "--workers", "1"]
    subprocess.run(command, check=True, timeout=120, capture_output=True)
    return polars.read_parquet(out / "statements.parquet")


def test_a_bucket_is_read_as_a_folder_is(bucket: str, tmp_path: Path) -> None:
    found = _scan([f"{bucket}/day"], tmp_path / "out")
    notices = found.filter(polars.col("kind") == "withdrawal_notified")
    assert notices["shard"].to_list() == [
        "s3://news/day/one.warc.gz",
        "s3://news/day/one.warc.gz",
        "s3://news/day/page.html",
        "s3://news/day/two.warc",
        "s3://news/day/two.warc",
    ]
    here = scan([tmp_path / "one.warc.gz"], tmp_path / "here", using=Using(workers=1))
    local = polars.read_parquet(here.statements)
    same = found.filter(polars.col("shard") == "s3://news/day/one.warc.gz")
    assert same["quote"].to_list() == local["quote"].to_list()
    assert same["offset"].to_list() == local["offset"].to_list()
    pattern = _scan([f"{bucket}/day/*.gz"], tmp_path / "pattern")
    assert set(pattern["shard"]) == {"s3://news/day/one.warc.gz"}


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        del format, args


def test_a_shard_on_a_web_server_is_read(tmp_path: Path) -> None:
    write_warc(tmp_path / "one.warc.gz", PAGES)
    handler = partial(_Quiet, directory=str(tmp_path))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/one.warc.gz"
        found = _scan([address], tmp_path / "out")
        server.shutdown()
    assert found.filter(polars.col("kind") == "withdrawal_notified").height == 2


def test_an_unknown_kind_of_address_is_named(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="nosuch://bucket/crawl: cannot be looked at: "):
        scan(["nosuch://bucket/crawl"], tmp_path)
