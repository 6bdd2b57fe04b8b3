"""The notice of maintenance that servers send, with every sign of success, in place of the data."""

from __future__ import annotations

import re

_NOTICE = re.compile(
    r"urgent maintenance|under(?:going)? (?:\w+ )?maintenance|scheduled maintenance|"
    r"maintenance (?:mode|page|window)|(?:currently|temporarily) (?:unavailable|down|offline)|"
    r"service (?:is )?(?:temporarily )?unavailable|website is unavailable|request rejected|"
    r"access (?:is )?denied|too many requests|please try again later",
    re.I,
)
_SHORT = 20_000


def is_notice(text: str) -> bool:
    """Whether a text is no data but a notice: short, with the words of one, without a table."""
    if "<Treaty>" in text or "_tblgrid" in text or len(text) > _SHORT:
        return False
    return _NOTICE.search(text) is not None
