"""Whatever a user hands in: one clear sentence, and the other files are still read."""

from __future__ import annotations

import gzip
import json
import time
from functools import partial
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from documents.made import locked_pdf, pdf, rss, zipped
from inforce.record.store import Store

if TYPE_CHECKING:
    from cli.conftest import Run

GOOD = (
    "Lithuania notified the United Nations of its withdrawal from the Ottawa Convention "
    "on 27 June 2025.\n"
)


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text(GOOD, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("empty.txt", b"", "is empty"),
        ("photo.bin", bytes(range(256)) * 20, "is a binary file"),
        ("note.pdf", b"%PDF-1.7 something", "is a broken PDF"),
        ("locked.pdf", locked_pdf(), "is a PDF protected by a password"),
        ("scan.pdf", pdf([[]]), "is a PDF without a text layer"),
        ("note.docx", b"PK\x03\x04 cut", "is a broken zip archive"),
        ("bomb.zip", zipped({"bomb.txt": bytes(30_000_000)}), "as a zip bomb does"),
        ("bomb.txt.gz", gzip.compress(bytes(30_000_000)), "as a zip bomb does"),
        ("feed.xml", b"<rss><channel/></rss>", "is a feed without entries"),
        ("a.jsonl", b"{'text': 1}", "is no JSON object"),
        ("a.eml", b"From: x\nContent-Type: image/png\n\nx", "is an e-mail without text"),
        ("deep.html", b"<html>" + b"<div>" * 3_000_000, "nests its tags too deeply"),
        ("huge.html", b"<div>" * 10_000_000, "more than the 20 MB that are read"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_cannot_be_read_is_named_and_the_others_are_checked(
    run: Run, good: Path, *, name: str, content: bytes, told: str
) -> None:
    bad = good.with_name(name)
    bad.write_bytes(content)
    found = run("check", bad, good)
    assert found.code == 2
    assert name in found.flat
    assert told in found.flat
    assert "supported" in found.flat


def test_files_of_many_documents_an_address_and_standard_input(
    run: Run, good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    feed, bundle = good.with_name("feed.xml"), good.with_name("bundle.zip")
    feed.write_bytes(
        rss(
            "<title>Four words of title</title>",
            f"<title>x</title><description>{GOOD}</description>",
        )
    )
    bundle.write_bytes(zipped({"inner/page.html": f"<html><p>{GOOD}</p></html>".encode()}))
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(pdf([GOOD.split(" on ")]))))
    found = run("read", "--json", "http://127.0.0.1:9/private", feed, bundle, "-")
    assert found.code == 2
    assert "127.0.0.1:9/private: is on a private or reserved network address" in found.err
    assert [o["document"] for o in found.objects if o["kind"] == "withdrawal_notified"] == [
        f"{feed}#entry-2",
        f"{bundle}/inner/page.html",
        "standard input",
    ]


def test_a_quote_from_a_pdf_is_printed_with_its_page(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "note.pdf"
    path.write_bytes(pdf([["A page about something else."], GOOD.split(" on ")]))
    (found, *_) = run("read", "--json", path).objects
    assert (found["kind"], found["page"]) == ("withdrawal_notified", 2)


def test_published_for_a_file_of_many_documents(run: Run, good: Path) -> None:
    lines = good.with_name("a.jsonl")
    text = "Lithuania handed in its notice to leave the Ottawa Convention on Friday."
    lines.write_text(
        json.dumps({"text": text, "published": "2025-06-28"}) + "\n" + json.dumps({"text": text})
    )
    found = run("read", "--json", lines, "--published", "a.jsonl=2025-07-05")
    days = {o["document"]: o["date"] for o in found.objects if o["kind"] == "withdrawal_notified"}
    assert days == {f"{lines}#1": "2025-06-27", f"{lines}#2": "2025-07-04"}


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("word " * 200_000, 20),
        ("x" * 1_000_000, 20),
        ("\u202e\u200b\u2066 a" * 100_000, 20),
        ("Ottawa Convention, " * 50_000, 60),
    ],
    ids=["a line of words", "one word", "unseen characters", "one name"],
)
def test_a_line_of_a_million_characters_takes_bounded_time(
    run: Run, good: Path, *, text: str, seconds: float
) -> None:
    long = good.with_name("long.txt")
    long.write_text(text, encoding="utf-8")
    start = time.perf_counter()
    found = run("check", long, good)
    assert time.perf_counter() - start < seconds
    assert "supported" in found.flat


def test_right_to_left_and_zero_width_characters_hide_nothing(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "odd.txt"
    hidden = GOOD.replace("Lithuania", "\u202eLith\u200bua\u00adnia\u202c").replace(
        "27", "2\u20607"
    )
    path.write_text(hidden, encoding="utf-8")
    (found, *_) = run("read", "--json", path).objects
    assert (found["kind"], found["participant"]) == ("withdrawal_notified", "LTU")
    assert found["date"] == "2025-06-27"
    checked = run("check", path)
    assert "unseen characters left out" in checked.flat
    assert "\u202e" not in checked.out


def test_a_missing_file_and_a_directory_lose_nothing(run: Run, good: Path) -> None:
    found = run("check", good.with_name("nowhere.txt"), good.parent, good)
    assert "nowhere.txt: does not exist" in found.flat
    assert "is a directory" in found.flat
    assert "1 document" in found.flat


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "latin-1", "utf-32"])
def test_other_encodings_are_read(run: Run, tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "text.txt"
    path.write_bytes((GOOD + "The exit of Estonia, à côté, followed.\n").encode(encoding))
    (found, *_) = run("read", "--json", path).objects
    assert (found["kind"], found["participant"]) == ("withdrawal_notified", "LTU")


def test_broken_utf8_is_read_and_the_repair_is_told(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_bytes("“Quoted – text”. ".encode() * 20 + GOOD.encode() + b"\xff\xfe\x80")
    found = run("check", path)
    assert "Note:" in found.out
    assert "supported" in found.flat


def test_a_text_of_200_megabytes_gets_one_sentence(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    found = run("check", path)
    assert "huge.txt" in found.flat
    assert "MB" in found.flat
    assert found.code == 2


def test_a_text_about_something_else_says_that_no_treaty_is_named(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "cats.txt"
    path.write_text("The cat sat on the mat, and it rained all day in the valley.\n")
    found = run("check", path)
    assert found.code == 0
    assert "no treaty named" in found.flat


def test_a_language_that_is_not_read_is_named(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "nl.txt"
    path.write_text(
        "Nederland heeft de secretaris-generaal laten weten dat het zich uit het verdrag "
        "terugtrekt. Het parlement stemde er vorige maand mee in, aldus de omroep.\n",
        encoding="utf-8",
    )
    found = run("check", path)
    assert "language not read" in found.flat
    assert "0 statements" in found.flat


def test_hostile_markup_comes_out_inert(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<html><body><script>alert(1)</script><p>Lithuania withdrew from the Ottawa Convention on "
        "27 December 2025 &lt;script&gt;alert(2)&lt;/script&gt;&lt;img src=x onerror=alert(3)&gt;."
        "</p></body></html>"
    )
    dossier = tmp_path / "dossier.html"
    assert run("check", page, "--dossier", dossier).code == 0
    written = dossier.read_text(encoding="utf-8")
    assert "<script" not in written
    assert "<img" not in written
    assert "alert(1)" not in written
    assert "&lt;script&gt;alert(2)" in written


@pytest.mark.parametrize(
    ("content", "told"), [(b"garbage " * 200, "is not a database"), (b"", "is empty")]
)
def test_a_file_that_is_no_store_is_named(
    run: Run, tmp_path: Path, *, content: bytes, told: str
) -> None:
    path = tmp_path / "my.db"
    path.write_bytes(content)
    found = run("status", "LTU", "apmbc", "--store", path)
    assert found.code == 2
    assert told in found.err


def test_a_store_that_another_process_writes_says_so(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sqlite3

    path = tmp_path / "my.db"
    Store.open(path, create=True).close()
    monkeypatch.setattr(Store, "open", partial(Store.open, timeout=0.05))
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    words = ("record", "add", "LBN", "apmbc", "--act", "accession", "--date", "2026-03-02")
    found = run(*words, "--source", "unsg", "--by", "me", "--why", "seen", "--store", path)
    writer.close()
    assert found.code == 2
    assert "locked by another process" in found.err


def test_a_truncated_catalogue_file_names_its_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "treaties").mkdir()
    (tmp_path / "treaties" / "mine.yaml").write_text("id: mine\ntitle: 'Cut short\nnumber: X\n")
    found = run("status", "LTU", "apmbc", "--catalogue", tmp_path)
    assert found.code == 2
    assert "mine.yaml line" in found.err


def test_strict_turns_a_contradiction_into_an_exit_code(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "wrong.txt"
    path.write_text("Lithuania ratified the Ottawa Convention on 12 May 2004.\n")
    assert run("check", path).code == 0
    assert run("check", path, "--strict").code == 1


def test_published_is_given_to_one_file_of_several(run: Run, good: Path) -> None:
    found = run("check", good, "--published", "other.txt=2025-06-28")
    assert found.code == 2
    assert "'other.txt' is not among the files" in found.err
    found = run("check", good, "--published", "good.txt=2025-06-28")
    assert "28 June 2025" in found.flat


DEEP = "[" * 100_000


@pytest.mark.parametrize(
    ("words", "name", "content", "told"),
    [
        (("whatif",), "a.toml", "a = " + DEEP, "nests its values too deeply"),
        (("whatif",), "a.toml", "", "is empty, expected a scenario with [[act]]"),
        (("import", "unoda", "--dry-run", "--treaty", "apmbc"), "a.json", DEEP, "not JSON"),
        (("import", "coe", "--dry-run", "--treaty", "apmbc"), "a.json", DEEP, "not JSON"),
        (("import", "unoda", "--dry-run"), "a.csv", "<a>" * 60_000, "not CSV"),
        (("record", "restore", "--store", "new.db"), "a.jsonl", DEEP, "is no backup"),
    ],
    ids=["scenario", "empty scenario", "unoda", "coe", "one long cell", "export"],
)
def test_values_nested_without_end_are_one_sentence(
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    words: tuple[str, ...],
    name: str,
    content: str,
    told: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).write_text(content, encoding="utf-8")
    found = run(*words, name)
    assert found.code == 2
    assert name in found.err
    assert told in found.err
    assert not (tmp_path / "new.db").exists()


def test_a_catalogue_file_nested_without_end_does_not_end_the_process(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "treaties").mkdir()
    (tmp_path / "treaties" / "mine.yaml").write_text(f"id: mine\ntitle: {DEEP}\n")
    found = run("status", "LTU", "apmbc", "--catalogue", tmp_path)
    assert found.code == 2
    assert "mine.yaml line 2: found values nested more than 100 deep" in found.err


ADD = ("--source", "unsg", "--by", "me", "--why", "seen")


def test_a_day_at_the_end_of_the_calendar_is_not_added(run: Run, tmp_path: Path) -> None:
    """One such act, once added, would leave every question on the treaty without an answer."""
    path = tmp_path / "my.db"
    words = ("record", "add", "LBN", "apmbc", "--act", "accession", "--date", "9999-12-31", *ADD)
    found = run(*words, "--store", path)
    assert found.code == 2
    assert "found 9999-12-31 as the day, expected one until 2999-12-31" in found.err
    words_of_list = ("record", "complete", "apmbc", "--until", "9999-12-31", *ADD)
    assert run(*words_of_list, "--store", path).code == 2
    assert not path.exists()


def test_a_decision_for_a_statement_that_is_not_there_is_refused(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "my.db"
    words = (
        "record",
        "decide",
        "LTU",
        "apmbc",
        "--act",
        "signature",
        "--by",
        "me",
        "--why",
        "seen",
    )
    found = run(*words, "--follow", "abc", "--store", path)
    assert found.code == 2
    assert "no signature of LTU under apmbc rests on a statement 'abc'" in found.err
    assert not path.exists()
    known = found.err.split("expected: ")[1].split(", ")[0].strip()
    assert run(*words, "--follow", known, "--store", path).code == 0


def test_an_address_of_another_database_is_named(run: Run) -> None:
    found = run("status", "LTU", "apmbc", "--db", "mysql://host/name")
    assert found.code == 2
    assert "postgresql://user@host/name was expected" in found.err


def test_a_backup_of_a_corrupt_store_names_that_store(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "my.db"
    words = ("record", "add", "LBN", "apmbc", "--act", "accession", "--date", "2026-03-02", *ADD)
    assert run(*words, "--store", path).code == 0
    raw = bytearray(path.read_bytes())
    raw[8192:] = b"Z" * len(raw[8192:])
    path.write_bytes(raw)
    found = run("record", "backup", tmp_path / "copy.db", "--store", path)
    assert found.code == 2
    assert "my.db is corrupt" in found.err
    assert not (tmp_path / "copy.db").exists()


@pytest.mark.parametrize("port", ["99999", "-1"])
def test_a_port_that_no_machine_has_is_refused(run: Run, port: str) -> None:
    found = run("serve", "--port", port)
    assert found.code == 2
    assert "0<=x<=65535" in found.err


RIVERS = """Article 3
This Treaty shall enter into force ninety days after the deposit of the tenth instrument of
ratification.

Article 4
Any Party may withdraw from this Treaty by a notification to the Depositary. The withdrawal takes
effect six months after its receipt.
"""


@pytest.fixture
def rivers(tmp_path: Path) -> Path:
    path = tmp_path / "rivers.txt"
    path.write_text(RIVERS, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--id", "apmbc", "--title", "Rivers"), "the catalogue has a treaty apmbc"),
        (("--id", "rivers", "--title", " "), "found no title for rivers"),
        (("--id", "../rivers", "--title", "Rivers"), "expected lower-case letters"),
        (
            ("--id", "rivers", "--title", "Rivers", "--in-force", "2025"),
            "found 2025 for --in-force, expected one day",
        ),
    ],
    ids=["shipped", "no title", "no id", "no day"],
)
def test_a_treaty_that_cannot_be_proposed_leaves_no_file(
    run: Run, rivers: Path, *, words: tuple[str, ...], told: str
) -> None:
    mine = rivers.with_name("mine")
    found = run("catalogue", "propose", rivers, *words, "--catalogue", mine)
    assert found.code == 2
    assert told in found.err
    assert not mine.exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--on", "2025"), "found 2025 for --on, expected one day"),
        (("--on", "9999-12-31"), "found 9999-12-31 as the day of confirming"),
        (("--set", "delay.period=[[["), "found delay.period = '[[[', expected a value in YAML"),
        (("--set", "delay.period=banana"), "banana"),
    ],
    ids=["no day", "a day to come", "no value", "no period"],
)
def test_a_rule_that_cannot_be_confirmed_stays_as_it_was(
    run: Run, rivers: Path, *, words: tuple[str, ...], told: str
) -> None:
    mine = rivers.with_name("mine")
    made = ("--id", "rivers", "--title", "Rivers", "--catalogue", mine)
    assert run("catalogue", "propose", rivers, *made).code == 0
    before = (mine / "treaties" / "rivers.yaml").read_bytes()
    found = run("catalogue", "confirm", "rivers", "exit", "--by", "A", *words, "--catalogue", mine)
    assert found.code == 2
    assert told in found.err
    assert (mine / "treaties" / "rivers.yaml").read_bytes() == before


def test_the_folder_of_a_first_proposal_need_not_be_there(run: Run, tmp_path: Path) -> None:
    told = ("--propose", "--catalogue", tmp_path / "mine", "--by", "A", "--why", "new")
    found = run("import", "mtdsg", tmp_path / "none.xml", *told, "--store", tmp_path / "my.db")
    assert found.code == 2
    assert "none.xml: cannot be read (No such file or directory)" in found.err


@pytest.mark.parametrize(
    ("option", "told"), [("--reports", "the kept reports in"), ("--editors", "the accounts in")]
)
def test_a_site_is_not_served_over_a_file_of_something_else(
    run: Run, tmp_path: Path, *, option: str, told: str
) -> None:
    path = tmp_path / "odd.db"
    path.write_bytes(b"garbage " * 200)
    found = run("serve", option, path, "--port", "0")
    assert found.code == 2
    assert f"{told} {path} cannot be used" in found.err
    assert path.read_bytes() == b"garbage " * 200
