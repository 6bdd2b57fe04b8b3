from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from inforce.catalogue import CatalogueError, cache, load
from inforce.catalogue.compiled import compile_shards, fingerprint, open_shards, write_package
from inforce.catalogue.contents import sections
from inforce.catalogue.faults import Faults
from inforce.catalogue.layers import find_layers
from inforce.catalogue.sections import Snapshot

QUESTIONS = """
import sys
from inforce.catalogue import load
catalogue = load("")
catalogue.treaty("apmbc"); catalogue.participant("LTU"); catalogue.acts("apmbc")
catalogue.conditions(); catalogue.findings("apmbc"); catalogue.steps("apmbc")
print(catalogue.digest, sorted(sys.modules.keys() & {"yaml", "csv", "inforce.catalogue.facts"}))
"""


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("INFORCE_CACHE", str(folder))
    return folder


def _ask() -> str:
    done = subprocess.run(
        [sys.executable, "-c", QUESTIONS], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_a_second_start_reads_no_yaml_and_no_csv(own_cache: Path) -> None:
    digest = load("").digest
    assert (own_cache / "indexes").is_dir()
    assert _ask() == f"{digest} []"


def test_the_compiled_catalogue_is_the_one_in_memory(own_cache: Path) -> None:
    load("")
    warm, fresh = open_shards(""), compile_shards(find_layers(""))
    assert own_cache.exists()
    assert warm.digest == fresh.digest
    assert not warm.held
    for name, value in fresh.held.items():
        assert warm.get(name) == json.loads(json.dumps(value)), name


def test_without_a_cache_the_catalogue_is_held_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no directory", encoding="utf-8")
    monkeypatch.setenv("INFORCE_CACHE", str(blocked / "cache"))
    assert len(load("").acts("ccm")) > 200


def test_a_changed_file_is_compiled_again(own_cache: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    findings = own / "findings.csv"
    header = (
        "treaty,participant,act,by,accepts,date,words,asserted,source,reference,verified,note\n"
    )
    row = "apmbc,UKR,suspension,{},no,2026-03-01,objects,,npa,page 1,yes,\n"
    findings.write_text(header + row.format("NLD"), encoding="utf-8")
    before = load(own)
    assert "NLD" in {finding.by for finding in before.findings("apmbc")}
    sections_before = set((own_cache / "shards").iterdir())
    findings.write_text(header + row.format("ESP"), encoding="utf-8")
    os.utime(findings, ns=(time.time_ns(), time.time_ns() + 1_000_000))
    after = load(own)
    assert after.digest != before.digest
    assert "ESP" in {finding.by for finding in after.findings("apmbc")}
    # Only the section that the file belongs to was built again.
    assert len(set((own_cache / "shards").iterdir()) - sections_before) == 1


def test_a_damaged_or_missing_shard_is_mended(own_cache: Path) -> None:
    load("")
    (steps,) = (own_cache / "shards").glob("*/steps.json")
    steps.write_text('[["apmbc', encoding="utf-8")
    (acts,) = (own_cache / "shards").glob("*/acts--ccm.json")
    acts.unlink()
    catalogue = load("")
    assert catalogue.steps("apmbc")
    assert catalogue.acts("ccm")
    assert json.loads(steps.read_text(encoding="utf-8"))
    assert acts.exists()


def test_a_damaged_index_is_made_again(own_cache: Path) -> None:
    digest = load("").digest
    (index,) = (own_cache / "indexes").iterdir()
    for text in ("", "{}", '{"digest": 1}', "[]"):
        index.write_text(text, encoding="utf-8")
        assert load("").digest == digest


def test_processes_that_compile_at_once_agree(own_cache: Path) -> None:
    command = [sys.executable, "-c", QUESTIONS]
    started = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    digests = {process.communicate()[0].split()[0] for process in started}
    assert [process.returncode for process in started] == [0, 0, 0]
    assert digests == {load("").digest}
    assert not list(own_cache.rglob("*.new"))


def test_faults_are_raised_together_and_nothing_is_kept(own_cache: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "steps.csv").write_text("treaty\n", encoding="utf-8")
    (own / "conditions.csv").write_text("participant\n", encoding="utf-8")
    with pytest.raises(CatalogueError) as raised:
        load(own)
    assert [Path(fault.file).name for fault in raised.value.faults] == [
        "conditions.csv",
        "steps.csv",
    ]
    assert not (own_cache / "indexes").exists()


def test_the_wheel_s_shards_are_used_where_nothing_may_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packaged = tmp_path / "_shards"
    write_package(packaged)
    monkeypatch.setattr(cache, "PACKAGED", packaged)
    monkeypatch.setattr("inforce.catalogue.compiled.PACKAGED", packaged)
    monkeypatch.setenv("INFORCE_CACHE", os.devnull)
    shards = open_shards("")
    assert not shards.held
    assert shards.get("treaties/apmbc")[0] == "apmbc"


def test_the_fingerprint_tells_states_of_the_files_apart(tmp_path: Path) -> None:
    file = tmp_path / "figures.csv"
    file.write_text("a", encoding="utf-8")
    first = fingerprint(find_layers(tmp_path))
    assert fingerprint(find_layers(tmp_path)) == first
    file.write_text("ab", encoding="utf-8")
    assert fingerprint(find_layers(tmp_path)) != first
    assert fingerprint(find_layers("")) != first


def test_no_two_sections_write_the_same_shard() -> None:
    snapshot, faults = Snapshot.take(find_layers("")), Faults()
    names = [name for section in sections() for name in section.build(snapshot, faults)]
    assert len(names) == len(set(names))
    assert faults.sorted() == ()
