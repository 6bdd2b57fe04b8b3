"""What every test may use."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import settings

from postgres_server import PostgresServer, running

ROOT = Path(__file__).resolve().parents[1]

# How long one example takes says more of the machine than of the law that it tries.
settings.register_profile("inforce", parent=settings.default, deadline=None)
settings.load_profile("inforce")


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name a case of bytes by its argument: bytes may hold the clock, as gzip's header does.

    The workers that share the tests refuse to start when their lists of them differ.
    """
    return argname if isinstance(val, bytes) else None


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of verified facts and annotated documents beside a founder's checkout."""
    folder = ROOT.parent / "shared"
    if not (folder / "DESIGN.md").exists():
        pytest.skip("the shared facts and documents are not beside this checkout")
    return folder


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A real PostgreSQL of this process's own."""
    with running() as server:
        yield server


@contextmanager
def _place(request: pytest.FixtureRequest, folder: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield str(folder / f"{request.fixturename}.store")
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    found = server.new_database()
    yield found
    server.give_back(found)


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A place for a new store: a file, or a database of a real PostgreSQL."""
    with _place(request, tmp_path) as found:
        yield found


@pytest.fixture(params=["sqlite", "postgresql"])
def other(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A place for a second one."""
    with _place(request, tmp_path) as found:
        yield found


@pytest.fixture
def address(postgres: PostgresServer) -> Iterator[str]:
    """The address of an empty database."""
    found = postgres.new_database()
    yield found
    postgres.give_back(found)


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test touches the user's cache of the compiled catalogue."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("INFORCE_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield
