"""A scan of a made-up crawl: against bare iteration, by engine, by workers, and in memory."""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.crawl import Truth, made_page, write_crawl
from bench.measure import Ratio, best, table
from inforce.api import View
from inforce.corpus.model import Bounds
from inforce.corpus.read_shard import ShardReader
from inforce.corpus.shards import find_shards

SHARDS, PAGES = 8, 1_250
FOLDER = Path(tempfile.gettempdir()) / "inforce-crawl"


def measure() -> Ratio:
    """A scan against bare iteration, over a crawl that is made where it is not there."""
    write_crawl(FOLDER, shards=SHARDS, pages=PAGES)
    return bare(FOLDER)


def bare(folder: Path) -> Ratio:
    """Reading shards in this process against iterating over their records and nothing else."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    shards = find_shards([str(folder)])[:2]
    reader = ShardReader(View.open().catalogue)

    def ours() -> None:
        for shard in shards:
            reader.read(shard, Bounds(), lambda _: None)

    def baseline() -> None:
        for shard in shards:
            with open(shard.addresses[0], "rb") as file:
                for _ in ArchiveIterator(file, record_types=WarcRecordType.response):
                    pass

    mine, base = best(ours, baseline, rounds=3)
    words = f"of the throughput of FastWARC alone over {2 * PAGES:,} gzip records on one core"
    return Ratio(
        "scan / bare iteration", mine, base, base / mine, "at least 0.5", base / mine >= 0.5, words
    )


def recall(folder: Path, truths: list[Truth]) -> tuple[int, int, int]:
    """Of the pages that tell, how many are found: in all, with the prefilter, by full reading."""
    counts = []
    for whole in (False, True):
        reader = ShardReader(View.open().catalogue, whole=whole)
        told: set[tuple[int, str]] = set()

        def tell(message: dict[str, object], told: set[tuple[int, str]] = told) -> None:
            rows = message.get("statements", ())
            assert isinstance(rows, list | tuple)
            for row in rows:
                if row["treaty"] == "apmbc" and row["kind"].startswith("withdrawal"):
                    told.add((int(row["url"].rpartition("/")[2]), row["participant"]))

        for shard in find_shards([str(folder)]):
            reader.read(shard, Bounds(), tell)
        counts.append(sum((one.number, one.participant) in told for one in truths))
    return len(truths), counts[0], counts[1]


def timed(folder: Path, engine: str, workers: int) -> tuple[float, int]:
    """Seconds of a scan in a process of its own, and the most memory a process of it took (kB)."""
    out = Path(tempfile.mkdtemp(prefix="inforce-bench-"))
    main = "from inforce.cli.main import main; main()"
    command = [sys.executable, "-c", main, "scan", str(folder), "--out", str(out), "--json"]
    options = ["--engine", engine, "--workers", str(workers)]
    done = subprocess.run([*command, *options], check=True, capture_output=True, text=True)
    shutil.rmtree(out)
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return float(json.loads(done.stdout)["seconds"]), most


def against_naive(pages: int = 12) -> Ratio:
    """HTML to statements against dateparser and pycountry on the text of the same pages."""
    from bench import naive
    from inforce.documents import load
    from inforce.reading import read

    catalogue = View.open().catalogue
    given = [made_page(number)[0] for number in range(0, 2 * pages, 2)]
    texts = [load(data, name="page").text for data in given]

    def ours() -> None:
        for data in given:
            read(load(data, name="page"), catalogue)

    ours()
    start = time.perf_counter()
    for text in texts:
        naive.found(text)
    base = time.perf_counter() - start
    start = time.perf_counter()
    ours()
    mine = time.perf_counter() - start
    words = f"times as fast on {pages} English pages, one round"
    value = base / mine
    return Ratio(
        "search_dates and pycountry / HTML to statements",
        mine,
        base,
        value,
        "at least 50",
        value >= 50,
        words,
    )


def with_memory(folder: Path, copies: int) -> tuple[int, float, int]:
    """Documents, seconds and the most memory (kB) of a scan of so many times the crawl."""
    many = folder.with_name(f"{folder.name}-{copies}")
    many.mkdir(exist_ok=True)
    for path in folder.glob("*.warc.gz"):
        for copy in range(copies):
            link = many / f"{copy:03}-{path.name}"
            if not link.exists():
                os.link(path, link)
    # The most memory is kept of all children, so each scan is timed in a process of its own.
    code = (
        "import sys; from pathlib import Path; from bench.scan import timed; "
        "print(*timed(Path(sys.argv[1]), 'local', 2))"
    )
    command = [sys.executable, "-c", code, str(many)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    seconds, most = done.stdout.split()
    return copies * SHARDS * PAGES, float(seconds), int(most)


def main() -> None:
    """Make the crawl, measure what is asked, and print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--folder", type=Path, default=FOLDER)
    parser.add_argument("--copies", type=int, default=10, help="times the crawl, for the memory")
    parser.add_argument("--ray", action="store_true", help="measure Ray too")
    given = parser.parse_args()
    truths = write_crawl(given.folder, shards=SHARDS, pages=PAGES)
    print(f"load before: {os.getloadavg()[0]:.1f}")
    print(table([bare(given.folder), against_naive()]))
    asked = [("local", 1), ("local", 2), ("native", 2), *([("ray", 2)] if given.ray else [])]
    for engine, workers in asked:
        seconds, _ = timed(given.folder, engine, workers)
        print(f"{engine} with {workers}: {seconds:.2f} s", flush=True)
    for copies in (1, given.copies):
        documents, seconds, most = with_memory(given.folder, copies)
        print(
            f"{documents:,} documents: {seconds:.1f} s, {most / 1000:.0f} MB at most in a process"
        )
    total, with_filter, in_full = recall(given.folder, truths)
    print(f"pages that tell: {total}; found: {with_filter}; found by full reading: {in_full}")
    print(f"load after: {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
