"""The compiled catalogue: JSON shards found by what the files are, built when there are none.

An index maps the files' sizes and times to shards, so that a start reads no YAML and no CSV and
hashes nothing. Shards are named by the digest of what they were built from: an own file lets only
its section be built again.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from inforce.catalogue.cache import PACKAGED, cache_directory, prune, read_json, write_json
from inforce.catalogue.codec import Json
from inforce.catalogue.faults import Faults
from inforce.catalogue.layers import Layers, find_layers

try:
    # hashlib loads OpenSSL, a fortieth of a cold start; the standard library's random does as here.
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

if TYPE_CHECKING:
    from inforce.catalogue.sections import Snapshot

_CODE = os.path.dirname(__file__)


@dataclass(slots=True)
class Shards:
    """The shards of one state of the catalogue's files.

    ``places`` says in which file each shard is; ``held`` are those in memory.
    """

    layers: Layers
    digest: str
    places: Mapping[str, str]
    held: dict[str, Json] = field(default_factory=dict)

    def get(self, name: str) -> Json:
        """A shard's JSON, or None where the catalogue has no such shard."""
        if name not in self.held and name in self.places:
            value = _found(self.places[name])
            if value is None:
                # Damaged, or thrown away since the index was read.
                value = compile_shards(self.layers).held.get(name)
                _mend(self.places[name], value)
            self.held[name] = value
        return self.held.get(name)


def open_shards(
    user_dir: str | os.PathLike[str] | None = None, *, layers: Layers | None = None
) -> Shards:
    """The compiled catalogue, built now if its files are not those of a known index.

    Raises CatalogueError with every fault when the files cannot be used.
    """
    layers = find_layers(user_dir) if layers is None else layers
    cache = cache_directory()
    index = cache / "indexes" / f"{fingerprint(layers)}.json" if cache else None
    known = read_json(index) if index else None
    if isinstance(known, dict) and known.keys() == {"digest", "places"}:
        return Shards(layers, known["digest"], known["places"])
    return _reopen(layers, index)


def fingerprint(layers: Layers) -> str:
    """What tells two states of the files apart without reading them: names, sizes and times."""
    total = blake2b(digest_size=16)
    for file in layers.files:
        total.update(f"{file.layer} {file.path} {file.size} {file.mtime}\n".encode())
    with os.scandir(_CODE) as entries:
        for entry in sorted(entries, key=lambda e: e.name):
            if entry.name.endswith(".py"):
                stat = entry.stat()
                total.update(f"{entry.name} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return total.hexdigest()


def _reopen(layers: Layers, index: Path | None) -> Shards:
    """Find shards by the files' content, and build those that are nowhere."""
    from inforce.catalogue.sections import Snapshot, code_digest

    snapshot = Snapshot.take(layers)
    packaged = read_json(PACKAGED / "index.json")
    if packaged and packaged["of"] == _identity(snapshot.digest_of("*"), code_digest()):
        shards = Shards(layers, snapshot.digest, packaged["places"])
    else:
        shards = _rebuilt(snapshot)
    if index is not None and not shards.held:
        write_json(index, {"digest": shards.digest, "places": shards.places})
        prune(index.parent)
    return shards


def _rebuilt(snapshot: Snapshot) -> Shards:
    """The shards of sections built before, and the others built now.

    What cannot be written to the cache is held in memory. Raises CatalogueError.
    """
    from inforce.catalogue.contents import sections

    shards = Shards(snapshot.layers, snapshot.digest, {})
    places: dict[str, str] = {}
    faults = Faults()
    built: dict[str, Mapping[str, Json]] = {}
    for section in sections():
        key = section.key(snapshot)
        names = _contents(key)
        if names is None:
            built[key] = section.build(snapshot, faults)
        else:
            places.update(_places(key, names))
    faults.raise_if_any()
    for key, values in built.items():
        if _keep(key, values):
            places.update(_places(key, values))
        else:
            shards.held.update(values)
    shards.places = places
    return shards


def compile_shards(layers: Layers) -> Shards:
    """Every shard, built in memory. Raises CatalogueError with every fault."""
    from inforce.catalogue.contents import sections
    from inforce.catalogue.sections import Snapshot

    snapshot, faults = Snapshot.take(layers), Faults()
    built = [section.build(snapshot, faults) for section in sections()]
    faults.raise_if_any()
    held = {name: value for values in built for name, value in values.items()}
    return Shards(layers, snapshot.digest, {}, held)


def write_package(folder: Path) -> None:
    """Write every section's shards for the wheel, and the index of them."""
    from inforce.catalogue.contents import sections
    from inforce.catalogue.sections import Snapshot, code_digest

    snapshot, faults = Snapshot.take(find_layers("")), Faults()
    built = [(section.key(snapshot), section.build(snapshot, faults)) for section in sections()]
    faults.raise_if_any()
    places: dict[str, str] = {}
    for key, values in built:
        places.update(_places(key, values))
        if not _write_section(folder / key, values):
            raise OSError(f"{folder / key} cannot be written")
    of = _identity(snapshot.digest_of("*"), code_digest())
    if not write_json(folder / "index.json", {"of": of, "places": places}):
        raise OSError(f"{folder} cannot be written")


def _roots() -> list[Path]:
    cache = cache_directory()
    return [PACKAGED, cache / "shards"] if cache else [PACKAGED]


def _found(place: str) -> Json:
    for root in _roots():
        value = read_json(root / place)
        if value is not None:
            return value
    return None


def _mend(place: str, value: Json) -> None:
    cache = cache_directory()
    if cache is not None:
        write_json(cache / "shards" / place, value)


def _contents(key: str) -> list[str] | None:
    """The shards of a section that was built before, or None."""
    names = _found(f"{key}/contents.json")
    return names if isinstance(names, list) else None


def _keep(key: str, values: Mapping[str, Json]) -> bool:
    cache = cache_directory()
    return cache is not None and _write_section(cache / "shards" / key, values)


def _write_section(folder: Path, values: Mapping[str, Json]) -> bool:
    """Write a section's shards, and last the list of them, which makes the section known."""
    written = all(write_json(folder / _file(name), value) for name, value in values.items())
    return written and write_json(folder / "contents.json", sorted(values))


def _places(key: str, names: Iterable[str]) -> dict[str, str]:
    return {name: f"{key}/{_file(name)}" for name in names}


def _identity(data: str, code: str) -> str:
    from hashlib import sha256

    return sha256(f"{data} {code}".encode()).hexdigest()


def _file(name: str) -> str:
    return f"{name.replace('/', '--')}.json"
