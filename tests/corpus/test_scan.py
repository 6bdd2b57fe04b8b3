"""A corpus scanned whole: by every engine alike, resumed after every kind of death."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

import polars
import pytest

from corpus.warcs import TELLING, general, telling, write_warc
from inforce.corpus import CorpusError, ScanReport, Using, scan
from inforce.corpus.shards import find_shards
from inforce.corpus.worker import Setup, Worker

ONE = Using(workers=1)


@pytest.fixture(scope="module")
def crawl(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Shards of every kind, of which one breaks off, one is damaged and one is no archive."""
    folder = tmp_path_factory.mktemp("crawl")
    for shard in range(3):
        pages = [
            telling(n) if n % 10 == 3 else general(n) for n in range(shard * 40, shard * 40 + 40)
        ]
        write_warc(folder / f"news-{shard}.warc.gz", pages)
    write_warc(folder / "plain.warc", [general(900), telling(901)])
    whole = (folder / "news-0.warc.gz").read_bytes()
    (folder / "short.warc.gz").write_bytes(whole[: len(whole) * 9 // 10])
    damaged = bytearray(whole)
    damaged[len(whole) // 2 : len(whole) // 2 + 40] = b"\xff" * 40
    (folder / "damaged.warc.gz").write_bytes(damaged)
    (folder / "none.warc.gz").write_bytes(b"")
    articles = [
        {"id": "a", "title": "News", "text": TELLING, "published": "2025-06-28", "source": "BNS"},
        {"id": "b", "title": "Else", "text": "Rain is expected until Friday.", "published": "2025"},
    ]
    lines = "".join(json.dumps(one) + "\n" for one in articles)
    (folder / "articles.jsonl").write_text(lines, encoding="utf-8")
    polars.DataFrame(articles).write_parquet(folder / "articles.parquet")
    (folder / "files").mkdir()
    (folder / "files" / "one.html").write_bytes(telling(902))
    (folder / "files" / "two.txt").write_text(TELLING, encoding="utf-8")
    (folder / "files" / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    return folder


@pytest.fixture(scope="module")
def undisturbed(crawl: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[ScanReport, str]:
    """The report of a plain loop over the crawl, and the digest of its statements."""
    report = scan([crawl], tmp_path_factory.mktemp("whole"), using=ONE)
    return report, _digest(report.statements)


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def _command(crawl: Path, out: Path, *options: str) -> list[str]:
    main = "from inforce.cli.main import main; main()"
    return [sys.executable, "-c", main, "scan", str(crawl), "--out", str(out), *options]


def test_every_telling_document_is_found_and_nothing_else(
    undisturbed: tuple[ScanReport, str],
) -> None:
    rows = polars.read_parquet(undisturbed[0].statements)
    acts = rows.filter(polars.col("kind") == "withdrawal_notified")
    # Twelve in the three shards, one in the plain one, three of four before the end of the short
    # and two before the damage in the other, two articles, two files.
    names = acts["document"].to_list()
    places = [name.split("/crawl0/")[-1].partition("#")[0] for name in names]
    assert {place: places.count(place) for place in places} == {
        "articles.jsonl": 1,
        "articles.parquet": 1,
        "damaged.warc.gz": 2,
        "files/one.html": 1,
        "files/two.txt": 1,
        "news-0.warc.gz": 4,
        "news-1.warc.gz": 4,
        "news-2.warc.gz": 4,
        "plain.warc": 1,
        "short.warc.gz": 4,
    }
    assert set(acts["participant"]) == {"LTU"}
    assert set(acts["treaty"]) == {"apmbc"}
    assert set(acts["date"]) == {"2025-06-27"}
    quotes = acts["quote"].to_list()
    assert all(quote in TELLING for quote in quotes)
    assert undisturbed[0].counts.statements == rows.height


def test_what_cannot_be_read_is_named_with_its_reason(
    undisturbed: tuple[ScanReport, str],
) -> None:
    told = {
        one.name.rpartition("/")[2].partition("#")[0]: one.reason for one in undisturbed[0].aside
    }
    assert told["short.warc.gz"] == "breaks off within its last record; a whole file was expected"
    assert told["damaged.warc.gz"].startswith("is damaged after the record at ")
    assert told["none.warc.gz"] == "is empty; a WARC file was expected"
    assert told["picture.png"].startswith("is a PNG image; what is read is")
    assert len(undisturbed[0].aside) == 4


def test_the_prefilter_loses_nothing(
    crawl: Path, tmp_path: Path, undisturbed: tuple[ScanReport, str]
) -> None:
    whole = scan([crawl], tmp_path, using=ONE, whole=True)
    assert whole.counts.passed == whole.counts.documents > undisturbed[0].counts.passed
    assert _digest(whole.statements) == undisturbed[1]


def test_a_second_run_reads_only_what_is_missing(
    crawl: Path, tmp_path: Path, undisturbed: tuple[ScanReport, str]
) -> None:
    first = scan([str(crawl / "news-*.gz"), crawl / "files"], tmp_path, using=ONE)
    assert (first.shards, first.read_now) == (4, 4)
    second = scan([crawl], tmp_path, using=ONE)
    assert (second.shards, second.read_now) == (10, 6)
    assert _digest(second.statements) == undisturbed[1]
    assert second.counts.documents == undisturbed[0].counts.documents
    third = scan([crawl], tmp_path, using=ONE)
    assert (third.read_now, _digest(third.statements)) == (0, undisturbed[1])


def test_daft_on_this_machine_gives_the_same_bytes(
    crawl: Path, tmp_path: Path, undisturbed: tuple[ScanReport, str]
) -> None:
    done = subprocess.run(
        _command(crawl, tmp_path, "--engine", "native", "--workers", "2", "--json"),
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert json.loads(done.stdout)["statements"] == undisturbed[0].counts.statements
    assert _digest(tmp_path / "statements.parquet") == undisturbed[1]


@pytest.mark.skipif(find_spec("ray") is None, reason="Ray is not installed: inforce[ray]")
def test_ray_gives_the_same_bytes(
    crawl: Path, tmp_path: Path, undisturbed: tuple[ScanReport, str]
) -> None:
    subprocess.run(
        _command(crawl, tmp_path, "--engine", "ray", "--workers", "2"),
        capture_output=True,
        text=True,
        check=True,
        timeout=240,
    )
    assert _digest(tmp_path / "statements.parquet") == undisturbed[1]


@pytest.mark.parametrize(("engine", "times"), [("local", 3), ("native", 2)])
def test_a_run_killed_at_random_moments_comes_to_the_same_end(
    crawl: Path, tmp_path: Path, undisturbed: tuple[ScanReport, str], engine: str, times: int
) -> None:
    moments = random.Random(6)
    command = _command(crawl, tmp_path, "--engine", engine, "--workers", "2")
    for _ in range(times):
        run = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(moments.uniform(0.8, 3.0))
        run.send_signal(signal.SIGKILL)
        run.wait()
    _wait_until_free(tmp_path)
    report = scan([crawl], tmp_path, using=ONE)
    assert _digest(report.statements) == undisturbed[1]
    assert report.counts.documents == undisturbed[0].counts.documents


def _wait_until_free(folder: Path) -> None:
    """Workers of a killed run may hold the folder for the moment that they take to notice."""
    for _ in range(100):
        try:
            scan([], folder, using=ONE)
        except CorpusError:
            time.sleep(0.1)
        else:
            return


def test_a_shard_whose_worker_is_killed_is_read_by_another(crawl: Path) -> None:
    [shard] = find_shards([str(crawl / "news-0.warc.gz")])
    worker = Worker(Setup())
    expected = worker.scan(shard)
    killed = threading.Thread(target=_kill_soon, args=(worker,))
    killed.start()
    found = worker.scan(shard)
    killed.join()
    assert worker.scan(shard).statements == expected.statements == found.statements
    worker.close()


def _kill_soon(worker: Worker) -> None:
    time.sleep(0.05)
    process = worker.process
    if process is not None:
        os.kill(process.pid, signal.SIGKILL)


def test_a_file_that_has_changed_is_read_again_and_its_old_result_is_gone(tmp_path: Path) -> None:
    shard = write_warc(tmp_path / "news.warc.gz", [telling(1), telling(2)])
    first = scan([shard], tmp_path / "out", using=ONE)
    write_warc(shard, [general(1), telling(2), general(3)])
    second = scan([shard], tmp_path / "out", using=ONE)
    assert (first.read_now, second.read_now) == (1, 1)
    found = polars.read_parquet(second.statements)
    assert set(found["url"]) == {"https://news.example.org/1"}


def test_a_path_that_leads_nowhere_is_named(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"nowhere/\*\.gz, none: nothing is there; a file"):
        scan(["nowhere/*.gz", "none"], tmp_path)


def test_an_engine_that_is_not_known_is_refused(crawl: Path, tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="'spark' as the engine, expected local, native, ray"):
        scan([crawl], tmp_path, using=Using("spark"))


def test_two_runs_do_not_share_a_folder(crawl: Path, tmp_path: Path) -> None:
    from inforce.corpus.results import ResultFolder

    with (
        ResultFolder(tmp_path).held(),
        pytest.raises(CorpusError, match="another run is writing there now"),
    ):
        scan([crawl], tmp_path)
