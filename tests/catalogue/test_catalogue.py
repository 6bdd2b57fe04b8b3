from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from inforce.catalogue import (
    Catalogue,
    CatalogueError,
    UnknownParticipant,
    UnknownSource,
    UnknownTreaty,
    load,
)
from inforce.catalogue.model import RuleState
from inforce.dates import PartialDate, Period
from inforce.terms import Act, CountedFrom, SourceKind

# The ids under which statements are exchanged.
NAMED_IN_THE_EXCHANGE = {
    *("apmbc", "ccm", "ccw", "ccw-ap2", "ccw-p4", "ccw-p5", "bwc", "cwc", "npt", "ctbt", "tpnw"),
    *("att", "rome", "gc1949", "ap1", "ap2", "ap3", "ost", "openskies", "cfe", "inf", "newstart"),
    *("unfccc", "kyoto", "paris", "bbnj", "ect", "istanbul", "echr", "genocide", "iccpr"),
    *("iccpr-op1", "cedaw", "crc", "cat", "refugee1951", "vclt", "icrw", "single1961", "icsid"),
    *("achr", "oascharter", "aarhus", "teu", "unesco", "who"),
}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load("")


@pytest.mark.parametrize(
    ("name", "treaty"),
    [
        ("apmbc", "apmbc"),
        ("APMBC", "apmbc"),
        ("the Ottawa Treaty", "apmbc"),
        ("Mine Ban  Treaty", "apmbc"),
        ("MTDSG XXVI-5", "apmbc"),
        ("Оттавську конвенцію", "apmbc"),
        ("konwencji ottawskiej", "apmbc"),
        ("Otavos konvencijos", "apmbc"),
        ("Ottawan sopimuksesta", "apmbc"),
        ("Convention d’Ottawa", "apmbc"),
        ("cluster bomb treaty", "ccm"),
        ("Rome Statute", "rome"),
        ("ICC", "rome"),
        ("Paris climate accord", "paris"),
        ("nuclear ban treaty", "tpnw"),
        ("СНВ-3", "newstart"),
        ("Open Skies Treaty", "openskies"),
    ],
)
def test_a_treaty_is_found_by_any_of_its_names(
    name: str, treaty: str, catalogue: Catalogue
) -> None:
    assert catalogue.treaty(name).id == treaty


def test_all_treaties_of_the_exchange_are_named(catalogue: Catalogue) -> None:
    assert {treaty.id for treaty in catalogue.treaties()} >= NAMED_IN_THE_EXCHANGE


def test_an_unknown_treaty_gives_the_nearest_names(catalogue: Catalogue) -> None:
    with pytest.raises(UnknownTreaty, match="no treaty of the catalogue is called 'Otawa Tretay'"):
        catalogue.treaty("Otawa Tretay")
    with pytest.raises(UnknownTreaty, match=r"the nearest (is|are) Ottawa Convention \(apmbc\)"):
        catalogue.treaty("Otawa Tretay")


def test_a_participant_is_found_by_id_code_and_name(catalogue: Catalogue) -> None:
    for name in ("LTU", "ltu", "LT", "Lithuania", "Литва", "Lietuva"):
        assert catalogue.participant(name).id == "LTU"


def test_an_unknown_participant_gives_the_nearest_names(catalogue: Catalogue) -> None:
    with pytest.raises(UnknownParticipant, match=r"the nearest .*Lithuania"):
        catalogue.participant("Lithuana")


def test_an_unknown_source_gives_the_nearest_ids(catalogue: Catalogue) -> None:
    with pytest.raises(UnknownSource, match=r"the nearest .*unsg"):
        catalogue.source("unsgg")


def test_the_depositary_is_a_depositary(catalogue: Catalogue) -> None:
    for treaty in ("apmbc", "ccm"):
        source = catalogue.source(catalogue.treaty(treaty).depositary_source)
        assert source.kind is SourceKind.DEPOSITARY


def test_a_treaty_without_acts_has_none(catalogue: Catalogue) -> None:
    assert catalogue.acts("uncac") == ()


def test_the_ottawa_convention_says_how_one_leaves_it(catalogue: Catalogue) -> None:
    treaty = catalogue.treaty("apmbc")
    assert treaty.rules is not None
    leaving = treaty.rules.exit
    assert leaving.at.article == "20(3)"
    assert leaving.word is Act.WITHDRAWAL
    assert leaving.counted_from is CountedFrom.NOTIFICATION
    assert leaving.delay is not None
    assert leaving.delay.period == Period(6, "months")
    assert [(c.fact, c.at.article) for c in leaving.conditions] == [("armed_conflict", "20(3)")]
    assert treaty.rules.suspension.at.state is RuleState.NONE
    assert treaty.in_force == date(1999, 3, 1)


def test_every_rule_of_the_two_treaties_was_checked(catalogue: Catalogue) -> None:
    for treaty in (catalogue.treaty("apmbc"), catalogue.treaty("ccm")):
        assert treaty.rules is not None
        places = [
            *(treaty.rules.joining, treaty.rules.duration, treaty.rules.exit.at),
            treaty.rules.entry_into_force.at,
            treaty.rules.later_participants.at,
            *(item.at for item in treaty.rules.obligations),
            *(item.at for item in treaty.rules.scope),
        ]
        assert all(place.article and place.checked == date(2026, 11, 22) for place in places)


def test_what_the_meeting_and_the_objectors_say_of_the_suspension(catalogue: Catalogue) -> None:
    findings = catalogue.findings("apmbc")
    assert {(f.participant, f.act) for f in findings} == {("UKR", Act.SUSPENSION)}
    against = {f.by for f in findings if not f.accepts}
    meeting = "22nd Meeting of the States Parties"
    assert against == {meeting, "NOR", "BEL", "AUT", "CHE", "NZL", "COL"}
    assert {f.by for f in findings if f.accepts} == {"UKR"}


def test_poland_s_exit_is_announced_by_the_depositary_and_told_by_the_press(
    catalogue: Catalogue,
) -> None:
    effects = [
        act
        for act in catalogue.acts("apmbc")
        if (act.participant, act.act) == ("POL", Act.EXIT_EFFECT)
    ]
    assert {(act.source, str(act.asserted)) for act in effects} == {
        ("unsg", "2026-02-03"),
        ("caliber", "2026-02-20"),
    }


def test_both_versions_of_a_tally_are_kept(catalogue: Catalogue) -> None:
    saeima = [
        dict(step.tally)
        for step in catalogue.steps("apmbc")
        if step.body == "Saeima" and step.date == PartialDate.parse("2025-04-16")
    ]
    assert sorted(tally["for"] for tally in saeima) == [66, 68]


def test_a_user_s_own_directory_adds_and_replaces(tmp_path: Path) -> None:
    (tmp_path / "treaties").mkdir()
    (tmp_path / "acts").mkdir()
    (tmp_path / "treaties" / "own.yaml").write_text(
        "treaties:\n"
        "  - id: lakes\n"
        "    title: Convention on the Two Lakes\n"
        "    short_name: Lakes Convention\n"
        "    aliases: {en: [Lakes Pact]}\n"
        "  - id: vclt\n"
        "    title: The treaty on treaties\n"
        "    short_name: VCLT\n"
        "    aliases: {en: [treaty on treaties]}\n",
        encoding="utf-8",
    )
    (tmp_path / "acts" / "apmbc.csv").write_text(
        "participant,act,date,asserted,source,reference,verified,note\n"
        "SGP,accession,2026-03-01,,unsg,page 1,yes,\n",
        encoding="utf-8",
    )
    shipped, own = load(""), load(tmp_path)
    assert own.treaty("Lakes Pact").id == "lakes"
    assert own.treaty("vclt").title == "The treaty on treaties"
    assert len(own.treaties()) == len(shipped.treaties()) + 1
    assert len(own.acts("apmbc")) == len(shipped.acts("apmbc")) + 1
    assert own.digest != shipped.digest
    assert own.compiled_on == f"catalogue {own.digest}, with 2 files of {tmp_path}"
    assert shipped.compiled_on == f"catalogue {shipped.digest}"


def test_the_environment_may_name_the_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "steps.csv").write_text("treaty\n", encoding="utf-8")
    monkeypatch.setenv("INFORCE_CATALOGUE", str(tmp_path))
    with pytest.raises(CatalogueError, match=r"steps\.csv line 1: found the header treaty; expect"):
        load()
