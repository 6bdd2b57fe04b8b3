"""What treaties lack for their entry into force."""

from __future__ import annotations

from dataclasses import replace

import pytest

from inforce.api import View, exposure, needs
from inforce.catalogue.model import RequirementKind
from inforce.dates import PartialDate
from inforce.forecasts import needs as lacking
from inforce.record.view import TreatyRecord
from inforce.terms import AnswerKind


@pytest.fixture(scope="module")
def view() -> View:
    return View.open(catalogue_dir=None)


def until(record: TreatyRecord, day: str) -> TreatyRecord:
    """The record with the acts up to a day only."""
    last = PartialDate.parse(day)
    acts = tuple(a for a in record.acts if a.date and a.date.on_or_before(last).value == "yes")
    return replace(record, acts=acts, _of={})


def test_the_test_ban_lacks_nine_of_annex_2(view: View) -> None:
    """CTBT article XIV(1); the nine as the CTBTO names them since Russia's step of 2023."""
    found = needs("ctbt", on="2026-01-01", view=view)
    assert (found.answer, found.more) == (AnswerKind.NO, 9)
    assert set(found.pivotal) == {"CHN", "PRK", "EGY", "IND", "IRN", "ISR", "PAK", "RUS", "USA"}
    assert found.earliest == PartialDate.parse("2026-06-30")


def test_a_treaty_in_force_lacks_nothing(view: View) -> None:
    found = needs("apmbc", view=view)
    assert (found.answer, found.missing, found.more) == (AnswerKind.YES, (), None)
    assert found.day == PartialDate.parse("1999-03-01")


def test_a_number_of_instruments_on_the_way(view: View) -> None:
    """On 31 August 1998 the Ottawa Convention had thirty-one instruments by its record's rows."""
    treaty = replace(view.catalogue.treaty("apmbc"), in_force=None)
    record = until(view.record("apmbc"), "1998-08-31")
    found = lacking(treaty, record, PartialDate.parse("1998-08-31"))
    consents = {a.participant for a in record.acts if a.act.value in ("ratification", "accession")}
    consents |= {a.participant for a in record.acts if a.act.value in ("acceptance", "approval")}
    assert found.more == 40 - len(consents)
    assert found.earliest == PartialDate.parse("1999-02-01")


def test_a_share_names_the_largest_outside_and_who_is_pivotal(view: View) -> None:
    """Paris Agreement 21(1): 55 parties with 55 per cent of emissions.

    After the ceremony of 21 September 2016 the UN counted 60 parties with 47.76 per cent.
    """
    treaty = replace(view.catalogue.treaty("paris"), in_force=None)
    record = until(view.record("paris"), "2016-09-21")
    found = lacking(treaty, record, PartialDate.parse("2016-09-21"))
    number, share = sorted(found.missing, key=lambda one: one.kind is RequirementKind.SHARE)
    assert (number.have, number.more) == (60, 0)
    assert share.have == pytest.approx(47.76, abs=0.05)
    parts = [part for _, part in share.largest]
    assert parts == sorted(parts, reverse=True)
    assert share.more is not None
    assert sum(parts[: share.more]) >= 55 - share.have > sum(parts[: share.more - 1])
    assert found.more == share.more


def test_leaving_the_mine_ban_leaves_the_amended_protocol(view: View) -> None:
    """Lithuania consented to CCW Amended Protocol II in 1998 and is bound by it still."""
    (found,) = exposure("apmbc", "LTU", on="2026-02-01", view=view)
    binding = {rest.treaty for rest in found.remaining if rest.status.party is AnswerKind.YES}
    assert found.subject.id == "landmines"
    assert "ccw-ap2" in binding
    assert [rule.article for rule in found.lost] == ["1"]
    assert found.trace[0].article == "VCLT 43"


def test_a_group_is_asked_member_by_member(view: View) -> None:
    found = exposure("apmbc", group="BALTIC", on="2026-02-01", view=view)
    assert [one.participant for one in found] == ["EST", "LTU", "LVA"]
    assert exposure("vclt", "LTU", on="2026-02-01", view=view) == ()
