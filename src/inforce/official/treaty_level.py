"""The treaty's own entry into force and end, from the words printed above its table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from inforce.official.printed_dates import PRINTED, printed_date
from inforce.official.sayings import Voice
from inforce.record.model import Statement
from inforce.terms import Act

_FORCE = re.compile(rf"\s*(?:(?:provisionally on [^.;]*?)?definitively on )?({PRINTED})\b", re.I)
_ENDED = re.compile(
    rf"^\W*(?:The \w+ )?(?:was )?(?:terminated|expired)\b[^.]*? on ({PRINTED})\s*\W*$|"
    rf"^\W*(?:The \w+ )?(?:was )?(?:terminated|expired) on ({PRINTED})\b",
    re.I,
)


def treaty_acts(force: str, ended: str, voice: Voice) -> Iterator[Statement]:
    """The entry into force and the termination where a day is printed for them.

    ``force`` and ``ended`` are the words behind their labels. A provisional entry into force is
    no entry into force.
    """
    for words, pattern, act in (
        (force, _FORCE, Act.ENTRY_INTO_FORCE),
        (ended, _ENDED, Act.TERMINATION),
    ):
        match = pattern.match(words)
        day = next(filter(None, match.groups()), None) if match else None
        when = printed_date(day) if day else None
        if when is not None:
            yield voice.done(act, None, when)
