"""The grammar, against the examples that python-edtf publishes and the ones we met."""

from __future__ import annotations

from datetime import date

import pytest

from inforce.dates import DateError, PartialDate

# From python-edtf's own test list (github.com/ixc/python-edtf, edtf/parser/tests.py): the text,
# its lower_strict and its upper_strict. Ours differs in a set's spaces, which it drops, and where
# an end is unknown: python-edtf supposes ten years, here no bound is known.
PUBLISHED = [
    ("2001-02-03", "2001-02-03", "2001-02-03"),
    ("2008-12", "2008-12-01", "2008-12-31"),
    ("2008", "2008-01-01", "2008-12-31"),
    ("1964/2008", "1964-01-01", "2008-12-31"),
    ("2004-06/2006-08", "2004-06-01", "2006-08-31"),
    ("2004-02-01/2005-02-08", "2004-02-01", "2005-02-08"),
    ("2004-02-01/2005-02", "2004-02-01", "2005-02-28"),
    ("2004-02-01/2005", "2004-02-01", "2005-12-31"),
    ("2005/2006-02", "2005-01-01", "2006-02-28"),
    ("1984?", "1984-01-01", "1984-12-31"),
    ("2004-06-11?", "2004-06-11", "2004-06-11"),
    ("2004-06?", "2004-06-01", "2004-06-30"),
    ("1984~", "1984-01-01", "1984-12-31"),
    ("1984%", "1984-01-01", "1984-12-31"),
    ("199X", "1990-01-01", "1999-12-31"),
    ("19XX", "1900-01-01", "1999-12-31"),
    ("1999-XX", "1999-01-01", "1999-12-31"),
    ("1999-01-XX", "1999-01-01", "1999-01-31"),
    ("1999-XX-XX", "1999-01-01", "1999-12-31"),
    ("/2006", None, "2006-12-31"),
    ("2004-06-01/", "2004-06-01", None),
    ("../2006", None, "2006-12-31"),
    ("2004-01-01/..", "2004-01-01", None),
    ("1984~/2004-06", "1984-01-01", "2004-06-30"),
    ("1984/2004-06~", "1984-01-01", "2004-06-30"),
    ("1984?/2004%", "1984-01-01", "2004-12-31"),
    ("1984~/2004~", "1984-01-01", "2004-12-31"),
    ("1984-06?/2004-08?", "1984-06-01", "2004-08-31"),
    ("1984-06-02?/2004-08-08~", "1984-06-02", "2004-08-08"),
    ("1984-06-02?/", "1984-06-02", None),
    ("2001-21", "2001-03-01", "2001-05-31"),
    ("2003-22", "2003-06-01", "2003-08-31"),
    ("2000-23", "2000-09-01", "2000-11-30"),
    ("2004-06-11%", "2004-06-11", "2004-06-11"),
    ("156X-12-25", "1560-12-25", "1569-12-25"),
    ("15XX-12-25", "1500-12-25", "1599-12-25"),
    ("1560-XX-25", "1560-01-25", "1560-12-25"),
    ("15XX-12-XX", "1500-12-01", "1599-12-31"),
    ("[1667, 1668, 1670..1672]", "1667-01-01", "1672-12-31"),
    ("[..1760-12-03]", None, "1760-12-03"),
    ("[1760-12..]", "1760-12-01", None),
    ("[1760-01, 1760-02, 1760-12..]", "1760-01-01", None),
    ("[1667, 1760-12]", "1667-01-01", "1760-12-31"),
    ("2004-06-XX/2004-07-03", "2004-06-01", "2004-07-03"),
    ("2001-29", "2001-09-01", "2001-11-30"),
    ("2001-34", "2001-04-01", "2001-06-30"),
]

# Published there too, and not needed for treaties: years outside 1 to 9999, times of day, doubt
# about one component, sets of which all dates are meant. They are refused, not misread.
NOT_READ = [
    "-0999",
    "-2005/-1999-02",
    "Y170000002",
    "2001-02-03T09:30:01",
    "2004?-06-11",
    "2004-06~-11",
    "2004-06-~11",
    "?2004-%06",
    "2004-06-~01/2004-06-~20",
    "{1667,1668, 1670..1672}",
    "Y17E7",
]

PUBLISHED_AS_BAD = [
    "",
    "not a edtf string",
    "Y17E7-12-26",
    "2016-13-08",
    "2016-02-39",
    "-0000-01-01",
    "2004-(06)?-11",
    "2004-06-(01)~/2004-06-(20)~",
]


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(("text", "earliest", "latest"), PUBLISHED)
def test_published_examples(text: str, earliest: str | None, latest: str | None) -> None:
    found = PartialDate.parse(text)
    assert (found.earliest, found.latest) == (day(earliest), day(latest))
    assert found.edtf == text.replace(", ", ",")


@pytest.mark.parametrize("text", [*NOT_READ, *PUBLISHED_AS_BAD])
def test_what_is_not_read_is_refused(text: str) -> None:
    with pytest.raises(DateError, match=r"expected$|has \d\d days$"):
        PartialDate.parse(text)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2024-24", "2024-12-01", "2025-02-28"),
        ("2023-24", "2023-12-01", "2024-02-29"),
        ("2025-36", "2025-10-01", "2025-12-31"),
        ("2025-38", "2025-05-01", "2025-08-31"),
        ("2025-41", "2025-07-01", "2025-12-31"),
        ("2025-05-1X", "2025-05-10", "2025-05-19"),
        ("2025-05-3X", "2025-05-30", "2025-05-31"),
        ("2025-1X", "2025-10-01", "2025-12-31"),
        ("2XXX", "2000-01-01", "2999-12-31"),
        ("9999", "9999-01-01", "9999-12-31"),
        ("XXXX-04-16", None, None),
        ("XXXX-02-29", None, None),
        ("XXXX", None, None),
        ("[2025-05-12..2025-05-18]", "2025-05-12", "2025-05-18"),
        ("[2025-05-12,2025-05-14]", "2025-05-12", "2025-05-14"),
    ],
)
def test_further_spans(text: str, earliest: str | None, latest: str | None) -> None:
    found = PartialDate.parse(text)
    assert (found.earliest, found.latest, found.edtf) == (day(earliest), day(latest), text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2001-02-29", "2001-02-29 is not a day: February 2001 has 28 days"),
        ("2025-04-31", "2025-04-31 is not a day: April 2025 has 30 days"),
        ("1900-02-29", "1900-02-29 is not a day: February 1900 has 28 days"),
        ("2025-04-00", "2025-04-00 is not a day: April 2025 has 30 days"),
        ("2025-13-01", "2025-13-01 has no month 13: a month from 01 to 12 was expected"),
        (
            "2025-13",
            "2025-13 has no month 13: a month from 01 to 12 was expected, "
            "or 21 to 41 for a part of the year",
        ),
        ("2025-21-05", "2025-21-05 has no month 21: a month from 01 to 12 was expected"),
        ("XXXX-13", "XXXX-13 has no month 13: a month from 01 to 12 was expected, or 21 to 41"),
        ("XXXX-21", "XXXX-21 is not a season: a full year and no day were expected"),
        ("XXXX-02-30", "XXXX-02-30 fits no day of the calendar"),
        ("20X5-02-29", "20X5-02-29 fits no day of the calendar"),
        ("2025-02-3X", "2025-02-3X fits no day of the calendar"),
        ("0000", "0000 has no year: years run from 0001 to 9999"),
        ("0000-02-31", "0000-02-31 has no year: years run from 0001 to 9999"),
        (
            "2025-06-28/2025-06-27",
            "2025-06-28/2025-06-27 is reversed: an end on or after the start was expected",
        ),
        ("[2026..2025]", "2026/2025 is reversed"),
        ("../..", "../.. states no date: XXXX was expected for an unknown date"),
        ("/", "/ states no date"),
        ("XXXX-05/2025", "XXXX-05/2025 has an end without a year: XXXX-05"),
        ("XXXX-05/XXXX-05", "XXXX-05/XXXX-05 has ends without a year"),
        ("2025-5-8", "'2025-5-8' is not a date: a date such as 2025-05-08, 2025-05, 201X"),
        ("2025/May", "'May' in '2025/May' is not a date"),
        ("2025/2026/2027", "'2026/2027' in '2025/2026/2027' is not a date"),
        ("２０２５", "'２０２５' is not a date"),
        (" 2025", "' 2025' is not a date"),
        ("[]", "'' in '[]' is not a date"),
    ],
)
def test_messages(text: str, message: str) -> None:
    with pytest.raises(DateError) as caught:
        PartialDate.parse(text)
    assert str(caught.value).startswith(message)
