"""What holds for every row of a feed, whatever stands in it."""

import csv
import io
from calendar import SUNDAY, monthcalendar
from datetime import UTC, date, datetime, timedelta
from unicodedata import normalize

from hypothesis import given
from hypothesis import strategies as st

from domain.feed import FeedOrder, read_manifest, read_row, read_rows
from domain.feed_csv import Reject, Row
from domain.feed_header import Layout
from domain.feed_merge import row_digest
from tests.domain.feed_rows import ROW_A, ROW_B, written

HEADERS = [read_manifest(written(row)).layout for row in (ROW_A, ROW_B)]
ANYTHING = st.one_of(
    st.text(max_size=40), st.sampled_from(["-", "", "Yes", "31/02/2026_25:00", "\x00", "\u202e", "\ud800", "٣/٤/٢٠٢٦", "9" * 5_000])
)
NEAR_GOOD = st.sampled_from(list(ROW_A.items())).flatmap(lambda cell: st.one_of(st.just(cell[1]), ANYTHING))
WALL = st.datetimes(datetime(1996, 1, 1), datetime(2037, 12, 31)).map(lambda moment: moment.replace(hour=3 + moment.hour * 20 // 23))  # noqa: DTZ001 - wall time is what is drawn
DAYS = st.dates(date(1905, 1, 1), date(2050, 1, 1))
NAMES = st.text(st.characters(exclude_categories=("C", "Z", "M")), min_size=2, max_size=30)


def in_summer(wall: datetime) -> bool:
    """The rule on paper: from the last Sunday of March to the last Sunday of October. Only for hours after three in the morning."""
    return last_sunday(wall.year, 3) <= wall.date() < last_sunday(wall.year, 10)


def last_sunday(year: int, month: int) -> date:
    return date(year, month, max(week[SUNDAY] for week in monthcalendar(year, month)))


@given(
    st.sampled_from(HEADERS).flatmap(
        lambda layout: st.tuples(st.just(layout), st.lists(NEAR_GOOD, min_size=layout.width, max_size=layout.width))
    )
)
def test_a_row_is_an_order_or_has_a_reason(drawn: tuple[Layout, list[str]]) -> None:
    layout, cells = drawn
    found = read_row(Row(2, tuple(cells), ""), layout)
    assert isinstance(found, FeedOrder | Reject)
    assert isinstance(found, Reject) == bool(getattr(found, "reason", ""))


@given(st.dictionaries(st.sampled_from(list(ROW_A)), ANYTHING, max_size=4))
def test_a_good_row_with_some_values_spoilt_never_stops_the_import(spoilt: dict[str, str]) -> None:
    found = read_row(Row(2, tuple((ROW_A | spoilt).values()), ""), HEADERS[0])
    digests = [row_digest(one) for one in (found,) if isinstance(one, FeedOrder)]
    assert len(digests) + isinstance(found, Reject) == 1


@given(st.text(max_size=300), st.sampled_from([ROW_A, ROW_B]))
def test_whatever_follows_the_header_every_line_of_it_is_accounted_for(text: str, row: dict[str, str]) -> None:
    header, good = written(row).splitlines(keepends=True)
    found = list(read_rows(read_manifest(f"{header}{good}{text}")))
    assert isinstance(found[0], FeedOrder)
    assert [one.line for one in found] == sorted({one.line for one in found})


@given(st.lists(st.sampled_from(["good", "cut", "open quotation"]), min_size=1, max_size=12))
def test_a_bad_row_never_costs_a_good_one(kinds: list[str]) -> None:
    header, good = written(ROW_A | {"Court Name/Location": 'At "The Rolls", Wenfold'}).splitlines(keepends=True)
    lines = {"good": good, "cut": "1,2,3\r\n", "open quotation": '1712,"Family\r\n'}
    found = list(read_rows(read_manifest(header + "".join(lines[kind] for kind in kinds))))
    assert [isinstance(one, FeedOrder) for one in found] == [kind == "good" for kind in kinds]


@given(WALL, DAYS, DAYS)
def test_dates_come_back_as_they_were_written_in_either_layout(end: datetime, born: date, made: date) -> None:
    expected = (end - timedelta(hours=1) if in_summer(end) else end).replace(second=0, microsecond=0, tzinfo=UTC)
    row_a = {"Order Expiry Date": f"{end:%d/%m/%Y_%H:%M}", "Respondent DOB": f"{born:%d/%m/%Y}", "Court Date": f"{made:%d/%m/%Y}"}
    row_b = {"Order Expiry Date": f"{end:%Y-%m-%dT%H:%M}", "Respondent DOB": f"{born:%Y-%m-%d}", "Court Date": f"{made:%Y-%m-%d}"}
    (from_a,) = read_rows(read_manifest(written(ROW_A | row_a)))
    (from_b,) = read_rows(read_manifest(written(ROW_B | row_b)))
    assert isinstance(from_a, FeedOrder)
    assert isinstance(from_b, FeedOrder)
    assert (from_a.expires_at, from_a.respondent.dob, from_a.made_on) == (expected, born, made)
    assert (from_b.expires_at, from_b.respondent.dob, from_b.made_on) == (expected, born, None)


@given(NAMES, NAMES, st.booleans())
def test_a_name_comes_back_letter_by_letter(surname: str, forename: str, quoted: bool) -> None:
    text = io.StringIO()
    table = csv.writer(text, quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL)
    table.writerows([list(ROW_A), list((ROW_A | {"Respondent Surname": surname, "Respondent Forename(s)": forename}).values())])
    (found,) = read_rows(read_manifest(text.getvalue()))
    assert isinstance(found, FeedOrder)
    assert (found.respondent.surname, found.respondent.forenames) == (normalize("NFC", surname), normalize("NFC", forename))
