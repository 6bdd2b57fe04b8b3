"""Where a store may be: every test of the store runs in both."""

from __future__ import annotations

from pathlib import Path

import pytest

from postgres_server import PostgresServer


def _place(request: pytest.FixtureRequest, folder: Path) -> str:
    if request.param == "sqlite":
        return str(folder / f"{request.fixturename}.store")
    server: PostgresServer = request.getfixturevalue("postgres")
    return server.new_database()


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A place for a new store: a file, or a database of a real PostgreSQL."""
    return _place(request, tmp_path)


@pytest.fixture(params=["sqlite", "postgresql"])
def other(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A place for a second one."""
    return _place(request, tmp_path)


@pytest.fixture
def address(postgres: PostgresServer) -> str:
    """The address of a new, empty database."""
    return postgres.new_database()
