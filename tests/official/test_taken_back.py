"""Withdrawals of reservations in end notes, in words of our own."""

from __future__ import annotations

from inforce.official.articles import articles_in
from inforce.official.names import Names
from inforce.official.taken_back import taken_back_in
from inforce.official.unilateral import mark_of, precludes_in
from inforce.terms import Act


def test_a_withdrawal_with_its_article_and_day(names: Names) -> None:
    text = (
        "In a letter received on 1 May 2009, the Government of Chile notified its decision to "
        "withdraw the reservation to article 7 as of 8 May 2009. The text of what is "
        "withdrawn reads as follows:\n“Chile keeps its lamps.”"
    )
    (only,) = taken_back_in(text, names)
    assert (only.act, only.participant) == (Act.RESERVATION_WITHDRAWAL, "CHL")
    assert (str(only.date), str(only.effect), only.articles) == ("2009-05-01", "2009-05-08", ("7",))


def test_several_states_on_several_days(names: Names) -> None:
    text = (
        "In letters received on 7 June, 11 and 12 July 1991, respectively, the Governments of "
        "Peru, Ghana and Nepal notified that they withdraw the reservation on article IX."
    )
    found = [(one.participant, str(one.date)) for one in taken_back_in(text, names)]
    assert found == [("PER", "1991-06-07"), ("GHA", "1991-07-11"), ("NPL", "1991-07-12")]


def test_what_is_quoted_keeps_the_day_of_the_depositary(names: Names) -> None:
    text = (
        "On 31 May 2023, the Government of Chile notified the following:\n… Chile "
        "withdraws the reservation made on 25 August 1993 on article 5, "
        "paragraph 2 (b), to the extent that it speaks of lamps."
    )
    (only,) = taken_back_in(text, names)
    assert (str(only.date), only.articles, only.partial) == ("2023-05-31", ("5(2)(b)",), True)


def test_articles_of_something_else_are_left_out() -> None:
    text = "article 27 of the Vienna Convention, articles IX and XII, article 103 of the Charter"
    assert articles_in(text) == ("IX", "XII")


def test_whether_an_objection_opposes_entry_into_force() -> None:
    assert precludes_in("This does not preclude the entry into force between the two.") is False
    assert precludes_in("We do not consider Chile a party to the Convention.") is True
    assert precludes_in("We object.") is None


def test_signs_and_spaces_make_no_other_text() -> None:
    assert mark_of("“Chile’s  lamps.”") == mark_of('"Chile\'s lamps"')
