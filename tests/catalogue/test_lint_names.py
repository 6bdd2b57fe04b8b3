from __future__ import annotations

from pathlib import Path

import pytest

from inforce.catalogue.faults import Faults
from inforce.catalogue.layers import find_layers
from inforce.catalogue.lint_names import lint_names
from inforce.catalogue.sections import Snapshot

_PEOPLE = "id,alpha2,kind,name,existed_from,existed_until,earlier_names,predecessors,source,note\n"
_GROUPS = "group,participant,since,until,verification,source,note\n"


def _linted(user_dir: Path | str = "") -> list[str]:
    faults = Faults()
    lint_names(Snapshot.take(find_layers(user_dir)), faults)
    return [f"{Path(fault.file).name} {fault.line}: {fault.words}" for fault in faults.sorted()]


def test_the_shipped_names_have_no_fault() -> None:
    assert _linted() == []


@pytest.mark.parametrize(
    ("file", "text", "words"),
    [
        (
            "participants.csv",
            f"{_PEOPLE}AAA,,state,Aland,,,,,own,\n",
            "participants.csv 2: kind: found 'state', expected one of un_member, observer, other, "
            "organisation, former",
        ),
        (
            "participants.csv",
            f"{_PEOPLE}AAA,,other,Aland,,,,BBB@1990-01-01,own,\n",
            "participants.csv 2: predecessors: found 'BBB', expected the id of a participant",
        ),
        (
            "participants.csv",
            f"{_PEOPLE}AAA,,other,Aland,,,,LTU,own,\n",
            "participants.csv 2: predecessors: found 'LTU', expected id@day parted by |",
        ),
        (
            "participants.csv",
            f"{_PEOPLE}AAA,,other,Aland,,,Old,,own,\n",
            "participants.csv 2: earlier_names: found 'Old', expected name@until parted by |",
        ),
        (
            "participants.csv",
            f"{_PEOPLE}AAA,,former,Aland,1991-01-01,1990-01-01,,,own,\n",
            "participants.csv 2: existed_until: found 1990-01-01, expected a day after "
            "existed_from",
        ),
        (
            "participants.csv",
            f"{_PEOPLE}AAA,LT,other,Aland,,,,,own,\n",
            "participants.csv 2: alpha2: found 'LT' of LTU again, expected it once",
        ),
        (
            "groups.csv",
            f"{_GROUPS}EU,AAA,2030-01-01,,unverified,eu-1,\n",
            "groups.csv 2: participant: found 'AAA', expected the id of a participant",
        ),
        (
            "groups.csv",
            f"{_GROUPS}EU,UKR,2030-01-01,2029-01-01,unverified,eu-1,\n",
            "groups.csv 2: until: found 2029-01-01, expected a day after 2030-01-01",
        ),
        (
            "groups.csv",
            f"{_GROUPS}EU,UKR,2030-01-01,,perhaps,eu-1,\n",
            "groups.csv 2: verification: found 'perhaps', expected verified or unverified",
        ),
        (
            "groups.csv",
            f"{_GROUPS}EU,UKR,2030-01-01,,unverified,hearsay,\n",
            "groups.csv 2: source: found 'hearsay', expected a key of sources in groups.yaml",
        ),
        (
            "groups.csv",
            f"{_GROUPS}BENELUX,NLD,1958,,unverified,eu-1,\n",
            "groups.csv 2: group: found 'BENELUX', expected one of EU, NATO, COE, UN, "
            "UN-OBSERVER, BALTIC, AU, PACIFIC, NUCLEAR-ARMED",
        ),
        (
            "names/own.yaml",
            "language: en\nparticipant:\n  AAA: [Aland]\n",
            "own.yaml 3: 'Aland': found 'AAA', expected the id of a participant",
        ),
        (
            "names/own.yaml",
            "language: xx\ncapital:\n  LTU: [Kaunas]\n  LVA: [Kaunas]\n",
            "own.yaml 4: 'Kaunas': found LVA as well as LTU",
        ),
        (
            "names/own.yaml",
            "language: xx\nambiguous:\n  Guinea: [GIN, AAA]\n",
            "own.yaml None: ambiguous.Guinea: found 'AAA', expected the id of a participant",
        ),
        (
            "names/own.yaml",
            "language: xx\ndoubtful: [Atlantis]\n",
            "own.yaml None: doubtful: found 'Atlantis', expected a name of this language",
        ),
        (
            "names/own.yaml",
            "language: en\nnone: [Lithuania]\n",
            "own.yaml 2: none: found 'Lithuania', expected a phrase that is no name",
        ),
        (
            "names/own.yaml",
            "language: en\npeople:\n  LTU: [Lithuania]\n",
            "own.yaml 2: people: found an unknown key, expected one of",
        ),
    ],
)
def test_a_fault_is_named_with_its_place(tmp_path: Path, file: str, text: str, words: str) -> None:
    broken = tmp_path / file
    broken.parent.mkdir(exist_ok=True)
    broken.write_text(text, encoding="utf-8")
    assert [fault for fault in _linted(tmp_path) if fault.startswith(words)] != []


def test_all_faults_of_a_file_are_named_together(tmp_path: Path) -> None:
    (tmp_path / "groups.csv").write_text(
        f"{_GROUPS}EU,AAA,2030-01-01,,unverified,eu-1,\nEU,BBB,soon,,unverified,eu-1,\n",
        encoding="utf-8",
    )
    assert len(_linted(tmp_path)) == 3
