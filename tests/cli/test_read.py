"""``inforce read``: explanations, and other readers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reading.model.endpoint import KEY, MODEL, Endpoint, fails, says, serving, told

if TYPE_CHECKING:
    from cli.conftest import Run

TEXT = "Lithuania will leave the Ottawa Convention on 27 December 2025."


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_an_explanation_stands_below_each_statement(run: Run, report: Path) -> None:
    found = run("read", report, "--explain")
    assert found.code == 0
    assert "participant “Lithuania” names LTU" in found.flat
    assert "modality “will” planned" in found.flat
    assert "word by word" not in run("read", report).out


def test_an_explanation_is_a_part_of_the_object(run: Run, report: Path) -> None:
    told = run("read", report, "--explain", "--json").objects[0]
    reasons = {one["part"]: one for one in told["explanation"] if one["part"] != "word"}
    date = reasons["date"]
    assert TEXT[date["start"] : date["end"]] == date["words"] == "27 December 2025"
    assert "explanation" not in run("read", report, "--json").objects[0]


def asked(endpoint: Endpoint) -> tuple[str, ...]:
    return ("--reader", "model", "--model", MODEL, "--endpoint", endpoint.url, "--retries", "0")


LEFT = told(quote="Lithuania will leave the Ottawa Convention", modality="planned")


@pytest.fixture
def endpoint(monkeypatch: pytest.MonkeyPatch) -> Iterator[Endpoint]:
    monkeypatch.setenv("INFORCE_MODEL_KEY", KEY)
    with serving() as found:
        yield found.then(says(LEFT, told(quote="words of its own")))


def test_a_model_reads_and_tells_what_it_took(run: Run, report: Path, endpoint: Endpoint) -> None:
    prices = ("--price-in", "1", "--price-out", "10")
    found = run("read", report, *asked(endpoint), *prices)
    assert found.code == 0
    assert "withdrawal_effective: Lithuania · Ottawa Convention" in found.flat
    assert "900 tokens in, 100 tokens out, cost 0.0019" in found.err
    assert "1 dropped (1 with a quote that is not in the text)" in found.err
    assert endpoint.authorisations == [f"Bearer {KEY}"]
    assert KEY not in found.out + found.err


def test_a_model_stands_beside_the_deterministic_reader(
    run: Run, report: Path, endpoint: Endpoint
) -> None:
    endpoint.then(says(LEFT | {"date": "2025-12"}, told(participant="EST", quote="Lithuania")))
    found = run("read", report, *asked(endpoint), "--compare")
    assert "0 told alike, 1 with a difference, 1 by one alone" in found.flat
    assert "differ: date" in found.flat
    told_ = run("read", report, *asked(endpoint), "--compare", "--json").objects
    pairs = {one["agreement"]: one for one in told_}
    assert set(pairs) == {"alone", "differs"}
    assert (pairs["alone"]["deterministic"], pairs["differs"]["differs"]) == (None, ["date"])
    assert pairs["differs"]["deterministic"]["date"] == "2025-12-27"
    assert pairs["differs"]["model"]["date"] == "2025-12"


def test_check_reads_with_a_model_too(run: Run, report: Path, endpoint: Endpoint) -> None:
    (found,) = run("check", report, *asked(endpoint), "--json").objects
    assert (found["kind"], found["verdict"]) == ("withdrawal_effective", "supported")


def test_a_document_that_the_model_fails_on_leaves_the_others(
    run: Run, report: Path, endpoint: Endpoint
) -> None:
    endpoint.then(fails(500), says(LEFT))
    for verb in ("read", "check"):
        endpoint.requests.clear()
        found = run(verb, report, report, *asked(endpoint), "--json")
        assert (found.code, len(found.objects)) == (2, 1)
        assert "answered with status 500" in found.err


def test_a_refused_key_ends_the_run(run: Run, report: Path, endpoint: Endpoint) -> None:
    endpoint.then(fails(401, f"bad key {KEY}"))
    for verb in ("read", "check"):
        endpoint.requests.clear()
        found = run(verb, report, report, *asked(endpoint))
        assert (found.code, len(endpoint.requests)) == (2, 1)
        assert KEY not in found.out + found.err


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--reader", "model"), "needs --model NAME and --endpoint URL"),
        (("--compare",), "beside the deterministic one"),
        (("--reader", "model", "--explain"), "--explain tells how the deterministic reader"),
        (
            ("--reader", "model", "--model", "m", "--endpoint", "http://x/v1", "--price-in", "1"),
            "given together or not at all",
        ),
        (("--reader", "model", "--model", "m", "--endpoint", "nowhere"), "http or https address"),
    ],
)
def test_options_that_do_not_fit_are_named(
    options: tuple[str, ...], words: str, run: Run, report: Path
) -> None:
    found = run("read", report, *options)
    assert found.code == 2
    assert words in found.err
