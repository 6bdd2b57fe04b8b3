"""The files that pages load: named one by one, packed once, told apart by their digest."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from fastapi import APIRouter, Request, Response

from inforce.web.errors import Refused

_FOLDER = Path(__file__).parent / "static"
_DOSSIER = Path(__file__).parents[1] / "publishing" / "templates" / "dossier.css"
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".csv": "text/csv; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
}
_YEAR = "public, max-age=31536000, immutable"
router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Asset:
    """A file as it is sent; ``digest`` is part of its address, so that it may be kept for good."""

    data: bytes
    packed: bytes
    kind: str
    digest: str


@lru_cache(maxsize=1)
def assets() -> dict[str, Asset]:
    """Every file by name. A name that is not a key is no file: no path is ever put together."""
    files = {str(p.relative_to(_FOLDER)): p for p in _FOLDER.rglob("*") if p.suffix in _TYPES}
    files["dossier.css"] = _DOSSIER
    return {name: _asset(path) for name, path in sorted(files.items())}


def _asset(path: Path) -> Asset:
    data = path.read_bytes()
    digest = hashlib.sha256(data).hexdigest()[:12]
    return Asset(data, gzip.compress(data, 9, mtime=0), _TYPES[path.suffix], digest)


def asset_url(name: str) -> str:
    """The address of a file, with its digest; raises KeyError for an unknown name."""
    return f"/static/{name}?{assets()[name].digest}"


@router.get("/static/{name:path}")
def static(name: str, request: Request) -> Response:
    """One file, packed where the browser takes it so."""
    found = assets().get(name)
    if found is None:
        raise Refused(404, "no_such_file", f"there is no file {name!r} here")
    tag = f'"{found.digest}"'
    headers = {"ETag": tag, "Vary": "Accept-Encoding", "Cache-Control": _YEAR}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    if "gzip" in request.headers.get("accept-encoding", ""):
        headers["Content-Encoding"] = "gzip"
        return Response(found.packed, media_type=found.kind, headers=headers)
    return Response(found.data, media_type=found.kind, headers=headers)
