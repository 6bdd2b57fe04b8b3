"""The site under load with millions of statements, against an empty FastAPI endpoint.

One process sends and another answers, both on this machine. The asked treaties are those of the
catalogue, each of their acts told once more by a register in the store; the other statements are
about treaties that the catalogue lacks.
"""

from __future__ import annotations

import http.client
import random
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread
from urllib.parse import urlencode

from bench.measure import Ratio
from bench.sending import Load, send
from bench.store import STATEMENTS, build
from inforce import api
from inforce.record.store import Store
from inforce.terms import SourceKind
from inforce.web.accounts import Accounts

ROUNDS, SECONDS = 20, 0.8
"""Many short rounds: the best of each falls into a moment in which the machine is quiet."""
LONGEST = 1.0
_WRITING = 8.0
_EDITOR, _PASSWORD = "B. Bench", "only for this measurement"
_PATIENCE = 120.0
SERVE = "from inforce.cli.main import main; main()"
_EMPTY = """
import sys, uvicorn
from fastapi import FastAPI
app = FastAPI()
@app.get("/empty")
async def empty():
    return {}
uvicorn.run(app, port=int(sys.argv[1]), log_level="warning", server_header=False)
"""


def measure(statements: int = STATEMENTS) -> list[Ratio]:
    """Rates, the slowest answers, and what a write does to them."""
    with TemporaryDirectory(prefix="inforce-bench-") as folder:
        place = Path(folder) / "a.store"
        build(Path(folder), statements)
        return measure_store(place, Path(folder), statements)


def measure_store(place: Path, folder: Path, statements: int) -> list[Ratio]:
    """The same with a store that is there already."""
    restate(place)
    editors = folder / "editors.sqlite3"
    if not editors.exists():
        Accounts(editors).add(_EDITOR, _PASSWORD)
    options = ["--store", str(place), "--editors", str(editors), "--reports", str(folder / "r")]
    paths = asked()
    with serving(_EMPTY) as empty, serving(SERVE, "serve", *options, port="--port") as site:
        _warm(site, paths)
        loads = _rounds({"empty": (empty, ["/empty"]), **{k: (site, v) for k, v in paths.items()}})
        written = _written(site, paths["status"], place)
    base = loads["empty"]
    shown = f"with {statements:,} statements"
    return [
        _rate(f"status API {shown} / empty endpoint", loads["status"], base, 0.5),
        _rate(f"treaty page {shown} / empty endpoint", loads["treaty"], base, 0.1),
        _slowest("status API", loads["status"]),
        _slowest("treaty page", loads["treaty"]),
        written,
    ]


def restate(place: Path) -> None:
    """Let a register tell each act of the catalogue once more."""
    view = api.View.open()
    told = [
        replace(act.followed, evidence=replace(act.followed.evidence, source="A register"))
        for treaty in view.catalogue.treaties()
        if treaty.rules
        for act in view.record(treaty.id).acts
    ]
    with Store.open(place) as store:
        kinds = {"A register": SourceKind.REGISTER}
        store.add(told, by="bench", why="as listed", kinds=kinds)


def asked() -> dict[str, list[str]]:
    """Statuses of random participants, and treaties' pages, on random days."""
    chance = random.Random(20250627)
    view = api.View.open()
    treaties = [t.id for t in view.catalogue.treaties() if t.rules and view.record(t.id).acts]

    def day() -> str:
        return f"{chance.randint(1950, 2027)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"

    statuses = []
    for _ in range(500):
        treaty = chance.choice(treaties)
        who = chance.choice(view.record(treaty).participants or ("LTU",))
        if who:
            query = urlencode({"participant": who, "treaty": treaty, "on": day()})
            statuses.append(f"/api/v1/status?{query}")
    pages = [f"/treaties/{chance.choice(treaties)}?on={day()}" for _ in range(300)]
    return {"status": statuses, "treaty": pages}


@contextmanager
def serving(code: str, *options: str, port: str = "") -> Iterator[int]:
    """A server in a process of its own, from when it answers; its port."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        number = found.getsockname()[1]
    command = [sys.executable, "-c", code, *options, *([port] if port else []), str(number)]
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        until = time.monotonic() + _PATIENCE
        while True:
            try:
                socket.create_connection(("127.0.0.1", number), timeout=1).close()
                break
            except OSError:
                if time.monotonic() > until or running.poll() is not None:
                    raise
                time.sleep(0.05)
        yield number
    finally:
        running.terminate()
        running.wait()


def _warm(port: int, paths: dict[str, list[str]]) -> None:
    """Ask everything once, so that each record has been read from the store."""
    for some in paths.values():
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)
        for path in some:
            line.request("GET", path)
            line.getresponse().read()
        line.close()


def _rounds(asked: dict[str, tuple[int, list[str]]]) -> dict[str, Load]:
    """The best of several rounds, each in turn, so that noise falls on all."""
    best: dict[str, Load] = {}
    for _ in range(ROUNDS):
        for name, (port, paths) in asked.items():
            found = send(port, paths, seconds=SECONDS)
            if name not in best or found.rate > best[name].rate:
                best[name] = found
    return best


@dataclass(slots=True)
class _Editor:
    """A signed-in editor who states facts; ``done`` are those that the server acknowledged."""

    port: int
    done: list[str]
    cookies: str = ""
    token: str = ""

    def sign_in(self) -> None:
        headers, body = self._ask("GET", "/review/sign-in")
        self.cookies = headers["set-cookie"].split(";")[0]
        self.token = re.findall(r'name="token" value="([^"]+)"', body)[0]
        headers, _ = self._ask("POST", "/review/sign-in", name=_EDITOR, password=_PASSWORD)
        self.cookies += "; " + headers["set-cookie"].split(";")[0]

    def state(self, why: str) -> None:
        days = {"since": "2001-01-01", "until": "2001-12-31"}
        fact = {"participant": "NRU", "fact": "armed_conflict", "holds": "no"}
        self._ask("POST", "/review/facts", treaty="apmbc", why=why, **fact, **days)
        self.done.append(why)

    def _ask(self, method: str, path: str, **form: str) -> tuple[http.client.HTTPMessage, str]:
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        sent = urlencode({**form, "token": self.token}) if form else None
        kind = {"Content-Type": "application/x-www-form-urlencoded"} if form else {}
        line.request(method, path, body=sent, headers={**kind, "Cookie": self.cookies})
        found = line.getresponse()
        body = found.read().decode()
        line.close()
        if found.status not in (200, 303):
            raise ConnectionError(f"{path} gave {found.status}: {body[-300:]}")
        return found.headers, body


def _written(port: int, paths: list[str], place: Path) -> Ratio:
    """An editor writes all the time; nothing is lost, and no reader waits long."""
    editor, ended = _Editor(port, []), Event()
    editor.sign_in()

    def write() -> None:
        while not ended.wait(0.25):
            editor.state(f"edit {len(editor.done)}")

    writing = Thread(target=write)
    writing.start()
    found = send(port, paths, seconds=_WRITING)
    ended.set()
    writing.join()
    with Store.open(place, readonly=True) as store:
        held = {one.why for one in store.statements(treaty="apmbc", participant="NRU")}
    lost = set(editor.done) - held
    return Ratio(
        "the longest answer while an editor writes four times a second / a second",
        found.longest,
        LONGEST,
        found.longest / LONGEST,
        "at most 1",
        found.longest <= LONGEST and not lost and bool(editor.done),
        f"{len(editor.done)} edits told of, {len(lost)} lost; {found.rate:.0f} answers a second",
    )


def _rate(claim: str, mine: Load, base: Load, aim: float) -> Ratio:
    value = mine.rate / base.rate
    words = f"{mine.rate:.0f} and {base.rate:.0f} answers a second"
    return Ratio(claim, 1 / mine.rate, 1 / base.rate, value, f"at least {aim}", value >= aim, words)


def _slowest(name: str, load: Load) -> Ratio:
    value = load.p99 / load.median
    words = f"{len(load.times)} answers"
    claim = f"{name}: the slowest hundredth / the median"
    return Ratio(claim, load.p99, load.median, value, "below 20", value < 20, words)
