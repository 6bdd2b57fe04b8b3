"""Where a store may be: every test of the store runs in both."""

from __future__ import annotations

from pathlib import Path

import pytest

from postgres_server import PostgresServer


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A place for a new store: a file, or a database of a real PostgreSQL."""
    if request.param == "sqlite":
        return str(tmp_path / "facts.store")
    server: PostgresServer = request.getfixturevalue("postgres")
    return server.new_database()


@pytest.fixture
def address(postgres: PostgresServer) -> str:
    """The address of a new, empty database."""
    return postgres.new_database()
