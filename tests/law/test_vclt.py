from __future__ import annotations

from datetime import date

from inforce.law import vclt
from law.made import treaty


def test_the_vienna_convention_entered_into_force_on_27_january_1980() -> None:
    assert date(1980, 1, 27) == vclt.IN_FORCE


def test_an_older_treaty_falls_under_it_as_custom() -> None:
    assert vclt.basis(treaty(opened="1966-12-19")).startswith("as custom")
    assert vclt.basis(treaty(opened="1997-12-03")).startswith("as treaty law")


def test_the_articles_that_the_law_cites_are_held() -> None:
    cited = {"24(2)", "24(3)", "25", "54", "56(1)", "56(2)", "57", "58", "62", "65", "68", "70"}
    assert cited | {"18", "72", "4"} <= set(vclt.ARTICLES)
    assert vclt.NOTICE_WITHOUT_CLAUSE.months == 12
