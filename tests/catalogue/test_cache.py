from __future__ import annotations

import os
from pathlib import Path

import pytest

from inforce.catalogue.cache import cache_directory, prune, read_json, write_json


def test_the_cache_is_where_the_system_keeps_caches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("INFORCE_CACHE")
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_directory() == tmp_path / "inforce" / "catalogue"
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", "/home/somebody")
    assert cache_directory() == Path("/home/somebody/.cache/inforce/catalogue")
    monkeypatch.setattr("sys.platform", "darwin")
    assert cache_directory() == Path("/home/somebody/Library/Caches/inforce/catalogue")
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", "/local")
    assert cache_directory() == Path("/local/inforce/catalogue")
    monkeypatch.delenv("LOCALAPPDATA")
    assert cache_directory() is None


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.json"
    assert write_json(path, {"ž": [1, None]})
    assert read_json(path) == {"ž": [1, None]}
    with pytest.raises(TypeError):
        write_json(path, {"x": object()})
    assert read_json(path) == {"ž": [1, None]}
    assert [file.name for file in path.parent.iterdir()] == ["b.json"]


def test_what_cannot_be_written_or_read_is_said(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("{", encoding="utf-8")
    assert not write_json(blocked / "b.json", 1)
    assert read_json(blocked) is None
    assert read_json(tmp_path / "absent.json") is None


def test_only_the_newest_files_are_kept(tmp_path: Path) -> None:
    for number in range(70):
        file = tmp_path / f"{number}.json"
        file.write_text("1", encoding="utf-8")
        os.utime(file, (number, number))
    prune(tmp_path)
    assert {int(file.stem) for file in tmp_path.iterdir()} == set(range(6, 70))
    prune(tmp_path / "absent")
