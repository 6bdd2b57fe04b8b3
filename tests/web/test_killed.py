"""Killing the server at any time loses no edit that it acknowledged."""

from __future__ import annotations

import http.client
import random
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from threading import Thread
from urllib.parse import urlencode

from inforce.record.store import Store
from inforce.web.accounts import Accounts

NAME, PASSWORD = "A. Analyst", "correct horse battery"
SERVE = "from inforce.cli.main import main; main()"
KILLS = 3
PATIENCE = 60.0


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def started(folder: Path, port: int) -> subprocess.Popen[bytes]:
    names = {"--store": "a.store", "--editors": "editors", "--reports": "reports"}
    options = [part for key, name in names.items() for part in (key, str(folder / name))]
    command = [sys.executable, "-c", SERVE, "serve", "--port", str(port), *options]
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return running
        except OSError:
            time.sleep(0.05)
    running.kill()
    raise AssertionError("the server did not start")


class Editor:
    """States one fact after another until the server is gone."""

    def __init__(self, port: int, acknowledged: list[str], *, first: int) -> None:
        self.port, self.acknowledged, self.number = port, acknowledged, first
        self.cookies = self.token = ""

    def ask(self, method: str, path: str, **form: str) -> tuple[int, str, str]:
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        body = urlencode({**form, "token": self.token}) if form else None
        headers = {"Cookie": self.cookies}
        if form:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        line.request(method, path, body=body, headers=headers)
        found = line.getresponse()
        told = found.status, found.headers.get("set-cookie", ""), found.read().decode()
        line.close()
        return told

    def sign_in(self) -> None:
        _, cookie, page = self.ask("GET", "/review/sign-in")
        self.cookies = cookie.split(";")[0]
        self.token = re.findall(r'name="token" value="([^"]+)"', page)[0]
        status, cookie, _ = self.ask("POST", "/review/sign-in", name=NAME, password=PASSWORD)
        assert status == 303
        self.cookies += "; " + cookie.split(";")[0]

    def write(self) -> None:
        fact = {"participant": "NRU", "fact": "armed_conflict", "holds": "no", "since": "2001"}
        try:
            while True:
                self.number += 1
                why = f"edit {self.number}"
                status, _, _ = self.ask("POST", "/review/facts", treaty="apmbc", why=why, **fact)
                if status == 303:
                    self.acknowledged.append(why)
        except (OSError, http.client.HTTPException):
            return


def test_what_was_acknowledged_is_there_after_a_kill(tmp_path: Path) -> None:
    Store.open(tmp_path / "a.store", create=True).close()
    Accounts(tmp_path / "editors").add(NAME, PASSWORD)
    chance = random.Random(7)
    acknowledged: list[str] = []
    for kill in range(KILLS):
        port = free_port()
        running = started(tmp_path, port)
        try:
            editor = Editor(port, acknowledged, first=1000 * kill)
            editor.sign_in()
            writing = Thread(target=editor.write)
            before = len(acknowledged)
            writing.start()
            until = time.monotonic() + PATIENCE
            while len(acknowledged) < before + 2 and time.monotonic() < until:
                time.sleep(0.01)
            time.sleep(chance.random() / 2)
        finally:
            running.send_signal(signal.SIGKILL)
            running.wait()
        writing.join()
        with Store.open(tmp_path / "a.store", readonly=True) as store:
            held = {one.why for one in store.statements()}
        assert len(acknowledged) >= before + 2
        assert set(acknowledged) <= held
