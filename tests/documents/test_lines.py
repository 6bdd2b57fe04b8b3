"""What a line of a page is by its shape."""

from __future__ import annotations

import pytest

from inforce.documents.lines import could_be_title, kind_of


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Advertisement", "boilerplate"),
        ("- Sponsored -", "boilerplate"),
        ("Skip to main content", "boilerplate"),
        ("Leave a comment", "boilerplate"),
        ("Share on Facebook", "boilerplate"),
        ("Follow us on the networks", "boilerplate"),
        ("• 124 views", "boilerplate"),
        ("33.2 C", "boilerplate"),
        ("© 2031 Courier Press", "boilerplate"),
        ("By Flavia Elphberg", "byline"),
        ("- Author:", "byline"),
        ("Strelsau • ABC", "byline"),
        ("From our Strelsau correspondent", "byline"),
        ("- The chamber votes in April.", "list_item"),
        ("2. The chamber votes in April.", "list_item"),
        ("Graustark votes15.07.25, 13:00 • 4212 views", "teaser"),
        ("Background", "heading"),
        ("What happens next?", "heading"),
        ("Share of states that are party to it", "heading"),
        ("Join the ban, doctors urge the king", "heading"),
        ("By then the chamber had voted.", "paragraph"),
        ("It was over.", "paragraph"),
        ("He said:", "paragraph"),
        ("Print is dead, he said, and so is the treaty " * 4, "paragraph"),
    ],
)
def test_kinds_of_lines(line: str, kind: str) -> None:
    assert kind_of(line).value == kind


def test_a_title_has_four_words_and_no_full_stop() -> None:
    assert could_be_title("Ruritania leaves the treaty")
    assert could_be_title("Istanbul Convention: Turkey Pulls Out [1]")
    assert not could_be_title("Latest news today")
    assert not could_be_title("Ruritania leaves the treaty.")
    assert not could_be_title("word " * 60)
