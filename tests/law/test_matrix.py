"""The matrix gives what single questions give, for every treaty and participant shipped."""

from __future__ import annotations

import pytest

from inforce.api import View
from inforce.dates import PartialDate
from inforce.law.matrix import matrix
from inforce.law.status import status
from inforce.terms import StatusKind


@pytest.fixture(scope="module")
def view() -> View:
    return View.open()


@pytest.mark.parametrize("day", ["2025-12-27", "1999-03-01", "2016"])
def test_the_matrix_is_the_single_answers(view: View, day: str) -> None:
    treaties = [t for t in view.catalogue.treaties() if t.rules]
    participants = [p.id for p in view.catalogue.participants()][::7]
    records = {t.id: view.record(t.id) for t in treaties}
    on = PartialDate.parse(day)
    differ = {
        pair
        for pair, found in matrix(treaties, participants, on, records).items()
        for who, treaty in [pair]
        if found != status(view.catalogue.treaty(treaty), who, on, records[treaty]).status
    }
    assert differ == set()


def test_a_list_that_promises_no_completeness_says_nothing_of_those_it_does_not_name(
    view: View,
) -> None:
    on = PartialDate.parse("2025-12-27")
    open_list, whole_list = view.catalogue.treaty("unesco"), view.catalogue.treaty("apmbc")
    records = {t.id: view.record(t.id) for t in (open_list, whole_list)}
    assert records["unesco"].complete_until is None
    found = matrix([open_list, whole_list], ["CHN"], on, records)
    assert found == {("CHN", "unesco"): None, ("CHN", "apmbc"): StatusKind.NONE}
