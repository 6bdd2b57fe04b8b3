from __future__ import annotations

import pytest

from inforce.checking import Context, Knowledge
from inforce.dates import PartialDate
from inforce.record.model import Claim, Evidence, Statement
from inforce.terms import ClaimKind, Modality


@pytest.mark.parametrize(
    ("asserted", "published", "on", "told"),
    [
        ("2025-05-08", "2025-05-09", "2026-01-01", "2025-05-08"),
        (None, "2025-05-09", "2026-01-01", "2025-05-09"),
        (None, None, "2026-01-01", "2026-01-01"),
        ("XXXX-09-08", None, "2026-01-01", "2026-01-01"),
        ("XXXX-09-08", "XXXX-09", None, None),
        (None, None, None, None),
    ],
)
def test_a_statement_is_told_on_the_first_day_that_has_a_year(
    knowledge: Knowledge,
    asserted: str | None,
    published: str | None,
    on: str | None,
    told: str | None,
) -> None:
    days = [PartialDate.parse(text) if text else None for text in (asserted, published, on)]
    statement = Statement(
        Claim(ClaimKind.OTHER), Modality.DONE, Evidence("paper", days[0], quote="words")
    )
    context = Context(knowledge, days[1], (statement,), days[2])
    found = context.told(statement)
    assert (found.edtf if found else None) == told
    assert context.others(statement) == ()
