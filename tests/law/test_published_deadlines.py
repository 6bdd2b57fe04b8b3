"""Deadlines that others have published, against the shipped rules and record."""

from __future__ import annotations

import pytest

from inforce.catalogue import Catalogue, load
from inforce.dates import PartialDate
from inforce.law import Deadline, deadlines
from inforce.record.build import record_of

ICBL_2008 = (
    "https://icbl.org/en-gb/news-and-events/news/2008/backgrounder-stockpile-destruction.aspx"
)
FACT_SHEET = "https://docslib.org/doc/10390346/06-june-2008-stockpile-destruction-article-4"
HRW_2010 = "https://www.hrw.org/news/2010/12/02/"
PERU = "https://www.clusterconvention.org/ (Peru's fulfilment of Article 3)"
BHMAC = "https://www.bhmac.org/ (extension request of February 2021)"
ATT = "https://thearmstradetreaty.org/reporting.html"
INF = "https://www.atomicarchive.com/resources/treaties/inf.html"
MOFA = "https://www.mofa.go.jp/ (blue book 2003, note 6)"

# treaty, participant, article, the day as the source prints it, the source
PUBLISHED = (
    ("apmbc", "BLR", "4", "2008-03-01", ICBL_2008),
    ("apmbc", "GRC", "4", "2008-03-01", ICBL_2008),
    ("apmbc", "TUR", "4", "2008-03-01", ICBL_2008),
    ("apmbc", "BDI", "4", "2008-04-01", ICBL_2008),
    ("apmbc", "SDN", "4", "2008-04-01", ICBL_2008),
    ("apmbc", "UKR", "4", "2010-06-01", HRW_2010),
    ("apmbc", "IRQ", "4", "2012-02-01", HRW_2010),
    ("apmbc", "ETH", "7(1)", "2005-11-28", FACT_SHEET),
    ("ccm", "PER", "3", "2024-04-01", PERU),
    ("ccm", "BIH", "4", "2021-03-01", BHMAC),
    ("inf", "USA", "IV(1)", "1991-06-01", INF),
    ("cwc", "USA", "IV(6)", "2007-04-29", MOFA),
)

# Reckoned by hand from the article and the day of entry into force, for a lawyer to read:
# treaty, participant, in force for it, article, what the article says, the day
BY_HAND = (
    ("apmbc", "LTU", "2003-11-01", "4", "four years", "2007-11-01"),
    ("apmbc", "LTU", "2003-11-01", "5", "ten years", "2013-11-01"),
    ("apmbc", "LTU", "2003-11-01", "7(1)", "180 days", "2004-04-29"),
    ("apmbc", "FRA", "1999-03-01", "5", "ten years", "2009-03-01"),
    ("apmbc", "OMN", "2015-02-01", "4", "four years", "2019-02-01"),
    ("ccm", "FRA", "2010-08-01", "3", "eight years", "2018-08-01"),
    ("ccm", "FRA", "2010-08-01", "7(1)", "180 days", "2011-01-28"),
    ("cedaw", "SWE", "1981-09-03", "18(1)(a)", "one year", "1982-09-03"),
    ("crc", "SWE", "1990-09-02", "44(1)(a)", "two years", "1992-09-02"),
    ("cat", "SWE", "1987-06-26", "19(1)", "one year", "1988-06-26"),
    ("iccpr", "SWE", "1976-03-23", "40(1)(a)", "one year", "1977-03-23"),
    ("tpnw", "AUT", "2021-01-22", "2(1)", "thirty days", "2021-02-21"),
    ("cwc", "DEU", "1997-04-29", "III(1)", "thirty days", "1997-05-29"),
    ("bwc", "GBR", "1975-03-26", "II", "nine months", "1975-12-26"),
    ("newstart", "USA", "2011-02-05", "II(1)", "seven years", "2018-02-05"),
    ("inf", "USA", "1988-06-01", "V(1)", "18 months", "1989-12-01"),
    ("unfccc", "DNK", "1994-03-21", "12(5)", "six months", "1994-09-21"),
)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load("")


def _of(catalogue: Catalogue, treaty: str, who: str, *, on: str = "2026-02-01") -> list[Deadline]:
    record = record_of(catalogue, treaty, participants=None)
    return list(deadlines(catalogue.treaty(treaty), who, record, on=PartialDate.parse(on)))


def _first(found: list[Deadline], article: str) -> Deadline:
    return next(one for one in found if one.obligation.at.article == article)


@pytest.mark.parametrize(("treaty", "who", "article", "day", "source"), PUBLISHED)
def test_published_deadlines(
    treaty: str, who: str, article: str, day: str, source: str, catalogue: Catalogue
) -> None:
    found = _first(_of(catalogue, treaty, who), article)
    days = {one.edtf for one in (found.due, found.original) if one is not None}
    if (treaty, article) == ("cwc", "IV(6)"):
        days = {d.due.edtf for d in _of(catalogue, treaty, who) if d.due}
    assert day in days, source


@pytest.mark.parametrize(("treaty", "who", "force", "article", "words", "day"), BY_HAND)
def test_deadlines_reckoned_by_hand(
    treaty: str, who: str, force: str, article: str, words: str, day: str, catalogue: Catalogue
) -> None:
    found = _first(_of(catalogue, treaty, who), article)
    assert found.original is not None
    assert found.original.edtf == day, words
    assert any(force in step.words for step in found.trace)


def test_a_day_that_the_att_secretariat_prints_one_earlier(catalogue: Catalogue) -> None:
    # It prints 23 December 2015, the last day of the first year; the rule gives the day after,
    # and its words say so.
    found = _first(_of(catalogue, "att", "DEU"), "13(1)")
    assert found.due is not None
    assert found.due.edtf == "2015-12-24"
    assert "prints 23 December 2015" in found.obligation.at.words, ATT


def test_reports_that_come_round(catalogue: Catalogue) -> None:
    # CEDAW General Recommendation 1: four years after the first report was due.
    found = [d for d in _of(catalogue, "cedaw", "SWE") if d.obligation.name == "periodic reports"]
    assert [d.due.edtf for d in found[:2] if d.due] == ["1986-09-03", "1990-09-03"]
    # Decision 18/CMA.1: by 31 December 2024, and then every other year.
    btr = [d for d in _of(catalogue, "paris", "FRA") if "biennial" in d.obligation.name]
    assert [d.due.edtf for d in btr if d.due] == ["2024-12-31", "2026-12-31"]
    # The first reports under the Arms Trade Treaty, on 2015, were due on 31 May 2016.
    att = [d for d in _of(catalogue, "att", "DEU") if d.obligation.name == "annual reports"]
    assert att[0].due == PartialDate.parse("2016-05-31")


@pytest.mark.parametrize(
    ("treaty", "who", "article", "on", "state"),
    [
        ("apmbc", "BLR", "4", "2017-04-04", "unknown"),
        ("apmbc", "BLR", "4", "2017-04-05", "met"),
        ("apmbc", "SDN", "4", "2010-01-01", "met"),
        ("apmbc", "ETH", "7(1)", "2010-01-01", "met"),
        ("apmbc", "DZA", "5", "2018-01-01", "met"),
        ("apmbc", "GRC", "4", "2023-01-01", "overdue"),
        ("apmbc", "TUR", "4", "2010-01-01", "unknown"),
        ("ccm", "PER", "3", "2025-01-01", "met"),
        ("ccm", "HRV", "3", "2018-08-01", "met"),
    ],
)
def test_what_the_shipped_record_tells_of_duties(
    treaty: str, who: str, article: str, on: str, state: str, catalogue: Catalogue
) -> None:
    assert _first(_of(catalogue, treaty, who, on=on), article).state.value == state


def test_no_weapon_state_of_the_npt_owes_a_safeguards_agreement(catalogue: Catalogue) -> None:
    assert _of(catalogue, "npt", "FRA") == []
    # Of an original party: 5 March 1970 + 180 days, and eighteen months on.
    found = _of(catalogue, "npt", "IRL")
    assert [d.due.edtf for d in found if d.due] == ["1970-09-01", "1972-03-01"]
