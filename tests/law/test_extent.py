"""Whether a treaty extends to a territory: notices, presumptions, changes of the state."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from inforce.catalogue import Catalogue, load
from inforce.dates import PartialDate
from inforce.law.counts import parties
from inforce.law.extent import ExtentAnswer, extent, parts
from inforce.record.adjudicate import EXTENT_UNTIL, adjudicate
from inforce.record.model import Claim, Evidence, Recorded, Statement
from inforce.record.shipped import shipped_statements
from inforce.record.values import Other, Territorial
from inforce.record.view import TreatyRecord
from inforce.terms import Act, AnswerKind, ClaimKind, Modality, UnknownBecause

TREATY = "ccm"
YES, NO, UNKNOWN = AnswerKind.YES, AnswerKind.NO, AnswerKind.UNKNOWN
APPLIES, EXCLUDED = Act.TERRITORIAL_APPLICATION, Act.TERRITORIAL_EXCLUSION


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load("")


def _told(act: Act, who: str, when: str | None, *places: str, **more: object) -> Statement:
    date_ = PartialDate.parse(when) if when else None
    effect = more.pop("effect", None)
    value = Territorial(
        places,
        only=bool(more.get("only")),
        every=bool(more.get("every")),
        effect=PartialDate.parse(str(effect)) if effect else None,
    )
    claim = Claim(ClaimKind.ACT, who, TREATY, date_, act, value=value)
    return Statement(claim, Modality.DONE, Evidence("unsg", date_, reference="note 1"))


def _record(
    catalogue: Catalogue, *told: Statement, until: str | None = None, known_on: str | None = None
) -> TreatyRecord:
    now = datetime(2026, 11, 22, tzinfo=UTC)
    promise = []
    if until:
        value = Other(EXTENT_UNTIL, "read")
        claim = Claim(
            ClaimKind.COMPLETENESS, treaty=TREATY, date=PartialDate.parse(until), value=value
        )
        promise = [Statement(claim, Modality.DONE, Evidence("unsg"))]
    return adjudicate(
        TREATY,
        [
            *shipped_statements(catalogue, TREATY),
            *(Recorded(statement, now, "A.", "read") for statement in (*told, *promise)),
        ],
        kinds={source.id: source.kind for source in catalogue.sources()},
        known_on=PartialDate.parse(known_on) if known_on else None,
    )


def _ask(catalogue: Catalogue, place: str, on: str, record: TreatyRecord) -> ExtentAnswer:
    territory = catalogue.territory(place)
    return extent(catalogue.treaty(TREATY), territory, PartialDate.parse(on), record)


def test_a_notification_extends_the_treaty_from_its_day(catalogue: Catalogue) -> None:
    # The United Kingdom is bound by the CCM from 2010-11-01.
    record = _record(catalogue, _told(APPLIES, "GBR", "2014-02-21", "IMN"))
    found = _ask(catalogue, "Isle of Man", "2020-01-01", record)
    assert (found.answer, found.state, found.since) == (YES, "GBR", date(2014, 2, 21))
    assert _ask(catalogue, "IMN", "2014-02-20", record).answer is NO
    assert found.notice is not None
    assert "note 1" in str(found.notice.step.source)


def test_what_is_said_before_the_state_is_bound_holds_from_then(catalogue: Catalogue) -> None:
    # The United Kingdom ratified on 2010-05-04: until 2010-11-01 it has consented, no more.
    record = _record(catalogue, _told(APPLIES, "GBR", "2010-05-04", "JEY"))
    assert _ask(catalogue, "JEY", "2010-10-31", record).answer is NO
    assert _ask(catalogue, "JEY", "2010-11-01", record).since == date(2010, 11, 1)


def test_without_a_notification_it_is_not_known_or_no(catalogue: Catalogue) -> None:
    silent = _ask(catalogue, "GIB", "2020-01-01", _record(catalogue))
    assert (silent.answer, silent.because) == (UNKNOWN, UnknownBecause.RECORD_ENDS)
    whole = _record(catalogue, until="2026-02-03")
    assert _ask(catalogue, "GIB", "2020-01-01", whole).answer is NO
    assert _ask(catalogue, "GIB", "2026-03-01", whole).answer is UNKNOWN


def test_the_entire_territory_is_presumed_unless_it_is_excluded(catalogue: Catalogue) -> None:
    # Denmark is bound by the CCM from 2010-08-01 (VCLT 29).
    record = _record(catalogue, _told(EXCLUDED, "DNK", "2010-02-12", "FRO"))
    greenland, faroes = (_ask(catalogue, p, "2020-01-01", record) for p in ("GRL", "FRO"))
    assert (greenland.answer, greenland.presumed) == (YES, True)
    assert greenland.since == date(2010, 8, 1)
    assert faroes.answer is NO
    lifted = _record(
        catalogue,
        _told(EXCLUDED, "DNK", "2010-02-12", "FRO"),
        _told(APPLIES, "DNK", "2018-06-01", "FRO", effect="2018-07-01"),
    )
    assert _ask(catalogue, "FRO", "2018-06-30", lifted).answer is NO
    assert _ask(catalogue, "FRO", "2018-07-01", lifted).answer is YES


def test_a_list_of_the_parts_leaves_the_others_out(catalogue: Catalogue) -> None:
    record = _record(
        catalogue,
        _told(APPLIES, "NLD", "2011-02-23", "NLD", "BES", only=True),
        _told(APPLIES, "NLD", "2022-09-20", "CUW"),
    )
    places = catalogue.territories("NLD")
    found = parts(
        catalogue.treaty(TREATY), "NLD", PartialDate.parse("2025"), record, territories=places
    )
    assert {one.territory: one.answer for one in found} == {
        "NLD": YES,
        "ABW": NO,
        "BES": YES,
        "CUW": YES,
        "SXM": NO,
    }


def test_what_applied_to_the_antilles_goes_on_for_their_islands(catalogue: Catalogue) -> None:
    # They were dissolved on 2010-10-10; the Netherlands is bound from 2011-08-01.
    record = _record(catalogue, _told(APPLIES, "NLD", "2009-01-01", "NLD", "ANT", only=True))
    assert _ask(catalogue, "CUW", "2012-01-01", record).answer is YES
    assert _ask(catalogue, "ABW", "2012-01-01", record).answer is NO
    gone = _ask(catalogue, "ANT", "2012-01-01", record)
    assert (gone.answer, gone.state) == (NO, None)


def test_a_successor_state_speaks_for_itself(catalogue: Catalogue) -> None:
    # The United Kingdom answered for Hong Kong until 1997-07-01, China since.
    record = _record(catalogue, _told(APPLIES, "GBR", "2014-02-21", "HKG"))
    found = _ask(catalogue, "HKG", "2020-01-01", record)
    assert (found.answer, found.state) == (NO, "CHN")
    told = _record(catalogue, _told(APPLIES, "CHN", "2014-02-21", "HKG"))
    alone = _ask(catalogue, "HKG", "2020-01-01", told)
    assert (alone.answer, alone.because) == (UNKNOWN, UnknownBecause.OPEN_FACT)


def test_one_that_consented_is_no_stranger_before_it_is_bound(catalogue: Catalogue) -> None:
    record = _record(catalogue, _told(APPLIES, "GBR", "2010-05-04", "JEY"))
    found = _ask(catalogue, "JEY", "2010-06-01", record)
    assert (found.answer, found.because) == (NO, None)


def test_a_partial_day_has_an_answer_for_each_of_its_parts(catalogue: Catalogue) -> None:
    record = _record(catalogue, _told(APPLIES, "GBR", "2014-02-21", "IMN"))
    found = _ask(catalogue, "IMN", "2014", record)
    assert (found.answer, [part.answer for part in found.intervals]) == (UNKNOWN, [NO, YES])
    assert found.intervals[1].days.start == date(2014, 2, 21)


def test_what_was_not_said_yet_is_not_known(catalogue: Catalogue) -> None:
    told = _told(APPLIES, "GBR", "2014-02-21", "IMN")
    record = _record(catalogue, told, known_on="2013-12-31")
    assert _ask(catalogue, "IMN", "2020-01-01", record).answer is UNKNOWN


def test_an_end_of_application_ends_it(catalogue: Catalogue) -> None:
    record = _record(
        catalogue,
        _told(APPLIES, "GBR", "2014-02-21", every=True),
        _told(Act.TERRITORIAL_APPLICATION_END, "GBR", "2020-01-01", "IMN", effect="2021-01-01"),
    )
    assert _ask(catalogue, "IMN", "2020-12-31", record).answer is YES
    assert _ask(catalogue, "IMN", "2021-01-01", record).answer is NO
    assert _ask(catalogue, "BMU", "2021-01-01", record).answer is YES


def test_an_exit_of_the_state_ends_it_for_its_territories(catalogue: Catalogue) -> None:
    # Lithuania left the CCM with effect from 2025-03-06; it stands in for any state that leaves.
    place = catalogue.territory("IMN")
    held = (replace(place.responsible[0], state="LTU"),)
    own = replace(place, responsible=held)
    record = _record(catalogue, _told(APPLIES, "LTU", "2014-02-21", "IMN"))
    for day, answer in (("2025-03-05", YES), ("2025-03-06", NO)):
        found = extent(catalogue.treaty(TREATY), own, PartialDate.parse(day), record)
        assert found.answer is answer


def test_a_territory_is_never_a_party(catalogue: Catalogue) -> None:
    told = (
        _told(APPLIES, "GBR", "2014-02-21", "IMN", "JEY"),
        _told(EXCLUDED, "DNK", "2010-02-12", "FRO"),
        _told(APPLIES, "CHN", "2014-02-21", "HKG"),
    )
    day, treaty = PartialDate.parse("2026-01-01"), catalogue.treaty(TREATY)
    before = parties(treaty, day, _record(catalogue))
    after = parties(treaty, day, _record(catalogue, *told))
    assert after == before
    assert "CHN" not in _record(catalogue, *told).participants
