"""What a server works out as it starts, so that the first visitor does not wait."""

from __future__ import annotations

from contextlib import suppress

from inforce import api
from inforce.documents import load_text
from inforce.errors import InforceError
from inforce.web.asked import Asked
from inforce.web.data.listing import treaties_list
from inforce.web.site import Site

_SENTENCE = "Lithuania withdrew from the Ottawa Convention on 8 May 2025."


def warm(site: Site) -> None:
    """Read the names and the treaties' records once.

    What cannot be read is told to the one who asks for it.
    """
    asked = Asked()
    with suppress(InforceError), site.view(asked) as view:
        api.check([load_text(_SENTENCE)], view=view)
        treaties_list(asked, view)
