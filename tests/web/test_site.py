"""A server with statements of one's own: what is added shows at once, and its tags change."""

from __future__ import annotations

from pathlib import Path

from starlette.testclient import TestClient

from inforce.dates import PartialDate
from inforce.record.importing import act_by_hand
from inforce.record.model import Evidence
from inforce.record.store import Store
from inforce.terms import Act, SourceKind
from inforce.web.app import create_app
from inforce.web.held import Held
from inforce.web.settings import Settings

PATH = "/api/v1/status?participant=USA&treaty=apmbc&on=2031-01-01"


def test_what_is_added_shows_at_once_and_not_as_recorded_before(tmp_path: Path) -> None:
    place = tmp_path / "own.db"
    with Store.open(place, create=True) as store:
        state = store.state()
    settings = Settings(store=place, reports=tmp_path / "r.db", hosts=("testserver",))
    with TestClient(create_app(settings)) as client:
        before = client.get(PATH)
        joined = act_by_hand(
            Act.ACCESSION,
            treaty="apmbc",
            participant="USA",
            date=PartialDate.parse("2030-01-01"),
            evidence=Evidence(source="a desk", asserted=PartialDate.parse("2030-01-02")),
        )
        with Store.open(place) as store:
            store.add([joined], by="A. Analyst", why="a test", kinds={"a desk": SourceKind.PERSON})
            assert store.state() != state
        held = {"If-None-Match": before.headers["etag"]}
        after = client.get(PATH, headers=held)
        assert (before.json()["status"], after.json()["status"]) == ("none", "party")
        earlier = client.get(f"{PATH}&recorded_on=2020-01-01")
        assert earlier.json()["status"] != "party"
        assert client.get(PATH, headers={"If-None-Match": after.headers["etag"]}).status_code == 304


def test_only_the_last_values_are_held() -> None:
    held = Held(2)
    made: list[int] = []

    def make(n: int) -> int:
        made.append(n)
        return n

    def ask(n: int) -> int:
        return held.get((n,), lambda: make(n))

    for n in (1, 2, 1, 3, 1, 2):
        assert ask(n) == n
    assert made == [1, 2, 3, 2]
