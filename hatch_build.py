"""Compiles the catalogue when a wheel is built, so that no installed inforce parses YAML."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileCatalogue(BuildHookInterface):
    """Puts the compiled shards into the wheel; an editable install compiles them when used."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile from the sources that are being packaged."""
        if version == "editable":
            return
        sys.path.insert(0, str(Path(self.root) / "src"))
        from inforce.catalogue.compiled import write_package

        shards = Path(self.directory) / "_shards"
        shutil.rmtree(shards, ignore_errors=True)
        write_package(shards)
        build_data["force_include"][str(shards)] = "inforce/catalogue/_shards"
