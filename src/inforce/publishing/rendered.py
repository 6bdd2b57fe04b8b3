"""A template of ours filled in: one self-contained page, with its style sheet and its digest."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment

_TEMPLATES = Path(__file__).parent / "templates"


def rendered(template: str, **shown: Any) -> str:
    """The page, as HTML5 text in which nothing of what is shown is markup."""
    from markupsafe import Markup

    style = (_TEMPLATES / "dossier.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    page = _environment().get_template(template)
    # The style sheet is our own file; everything else goes through the escaping of Jinja2.
    return page.render(style=Markup(style), digest=digest, **shown)


def drawn(template: str, **shown: Any) -> str:
    """The picture, as SVG text in which nothing of what is shown is markup.

    It carries its own style, light and dark, so that it stands alone or within a page.
    """
    return _environment().get_template(template).render(**shown) + "\n"


def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
