"""The library's public surface: exactly these names, each imported when it is first used."""

from __future__ import annotations

import subprocess
import sys

import pytest

import inforce

PUBLIC = {
    "InforceError",
    "PartialDate",
    "View",
    "audit",
    "check",
    "deadlines",
    "dossier",
    "load",
    "panel",
    "parties",
    "read",
    "rules",
    "status",
    "timeline",
}


def test_the_library_exports_exactly_these_names() -> None:
    assert set(inforce.__all__) == PUBLIC
    assert all(getattr(inforce, name) is not None for name in PUBLIC)


def test_no_other_name_is_found() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'nosuch'"):
        inforce.nosuch  # noqa: B018


def test_importing_the_library_imports_none_of_its_rooms() -> None:
    told = "import sys, inforce; print(sorted(n for n in sys.modules if n.startswith('inforce')))"
    ran = subprocess.run([sys.executable, "-c", told], check=True, capture_output=True, text=True)
    assert ran.stdout.strip() == "['inforce', 'inforce.errors']"
