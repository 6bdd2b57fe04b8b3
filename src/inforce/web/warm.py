"""What a server works out as it starts, so that the first visitor does not wait."""

from __future__ import annotations

from inforce import api
from inforce.documents import load_text
from inforce.web.asked import Asked
from inforce.web.data.listing import treaties_list
from inforce.web.site import Site

_SENTENCE = "Lithuania withdrew from the Ottawa Convention on 8 May 2025."


def warm(site: Site) -> None:
    """Read the names and the treaties' records once."""
    asked = Asked()
    with site.view(asked) as view:
        api.check([load_text(_SENTENCE)], view=view)
        treaties_list(asked, view)
