"""A line that asks for a list of contacts is read whole, and any other line is left to the rest of the bot."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.contact_list_words import LONGEST, Board, asks_plainly, board_asked, list_asked, list_of
from domain.contact_lists import Listing, Span
from domain.contacts import Risk
from domain.forenames import FORENAMES

FRIDAY = date(2026, 11, 20)
DAY = timedelta(days=1)
HIGH, MEDIUM, STANDARD = (frozenset({one}) for one in (Risk.HIGH, Risk.MEDIUM, Risk.STANDARD))


def days(first: int, last: int, **more: object) -> Listing:
    return Listing(Span.DAYS, FRIDAY + first * DAY, FRIDAY + last * DAY, **more)  # type: ignore[arg-type]  # named as the fields are


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("who's due today", Listing()),
        ("Who is due today?", Listing()),
        ("outstanding", Listing()),
        ("overdue", Listing(Span.OVERDUE)),
        ("whos overdue in the south", Listing(Span.OVERDUE, team="south")),
        ("high risk outstanding north team", Listing(risks=HIGH, team="north")),
        ("north team overdue", Listing(Span.OVERDUE, team="north")),
        ("overdue for team 3", Listing(Span.OVERDUE, team="3")),
        ("north east team this week", days(0, 2, team="north east")),
        ("overdue my team", Listing(Span.OVERDUE)),
        ("my overdue", Listing(Span.OVERDUE, own=True)),
        ("this week", days(0, 2)),
        ("what is due next week", days(3, 9)),
        ("anything due tomorrow high risk", days(1, 1, risks=HIGH)),
        ("who's due friday", days(0, 0)),
        ("who's due thursday", days(6, 6)),
        ("due 28/11", days(8, 8)),
        ("due 2026-12-01", days(11, 11)),
        ("due 1/1", days(42, 42)),
        ("due in the next 7 days", days(0, 7)),
        ("next two weeks", days(0, 14)),
        ("medium and standard risk overdue", Listing(Span.OVERDUE, risks=MEDIUM | STANDARD)),
        ("unowned", Listing(Span.OPEN, unowned=True)),
        ("contacts with no owner", Listing(Span.OPEN, unowned=True)),
        ("overdue without an owner", Listing(Span.OVERDUE, unowned=True)),
    ],
)
def test_a_list_is_asked_for_in_few_words(typed: str, asked: Listing) -> None:
    assert list_asked(typed, FRIDAY) == asked


@pytest.mark.parametrize(
    "typed",
    [
        "my contacts",
        "contacts",
        "friday",
        "overdue john smith",
        "is this high risk",
        "high",
        "due 31/2",
        "due in the next 9999 days",
        "any nmo on dave hollins",
        "how often is a high risk victim contacted",
        "",
        "overdue " * 30,
        "overdue" + " " * LONGEST,
    ],
)
def test_whatever_has_a_word_that_no_list_has_is_something_else(typed: str) -> None:
    assert list_asked(typed, FRIDAY) is None


@pytest.mark.parametrize(
    ("typed", "board"),
    [
        ("who is waiting", Board.WAITING),
        ("Who's waiting longest?", Board.WAITING),
        ("show me the board", Board.WAITING),
        ("weekly report", Board.REPORT),
        ("the week's report please", Board.REPORT),
        ("on time rate", Board.REPORT),
        ("my calendar", Board.CALENDAR),
        ("download my contacts calendar", Board.CALENDAR),
        ("ics", Board.CALENDAR),
        ("who is waiting for john smith", None),
        ("report a breach", None),
        ("court report", None),
    ],
)
def test_what_has_a_name_of_its_own_is_asked_for_by_it(typed: str, board: Board | None) -> None:
    assert board_asked(typed) is board


@pytest.mark.parametrize("typed", ["high risk", "today", "this week", "friday", "tomorrow", "overdue", "north team"])
def test_what_may_be_an_answer_is_left_to_an_open_question(typed: str) -> None:
    assert not asks_plainly(typed, FRIDAY)


@pytest.mark.parametrize("typed", ["who's due today", "overdue north team", "who is waiting", "weekly report"])
def test_what_can_only_be_meant_for_a_list_is_not(typed: str) -> None:
    assert asks_plainly(typed, FRIDAY)


def test_the_facts_of_a_longer_line_make_a_list_too() -> None:
    assert list_of({"status": "overdue", "team": "north", "risk_level": "high"}, FRIDAY) == Listing(Span.OVERDUE, risks=HIGH, team="north")
    assert list_of({"status": "due", "date_raw": "next week"}, FRIDAY) == days(3, 9)
    assert list_of({"date": "2026-11-21"}, FRIDAY) is None
    assert list_of({"status": "due"}, FRIDAY) is None


SPANS = st.sampled_from(
    [("overdue", Listing(Span.OVERDUE)), ("due today", Listing()), ("due tomorrow", days(1, 1)), ("due next week", days(3, 9))]
)
RISK = st.sampled_from([("", frozenset()), ("high risk", HIGH), ("standard risk", STANDARD), ("high and medium risk", HIGH | MEDIUM)])
TEAM = st.sampled_from(["", "north", "elmfield", "south west"])


@given(span=SPANS, risk=RISK, team=TEAM, mine=st.booleans())
def test_parts_in_their_usual_order_are_each_read(
    span: tuple[str, Listing], risk: tuple[str, frozenset[Risk]], team: str, *, mine: bool
) -> None:
    typed = " ".join(["my" if mine else "show me", risk[0], span[0], f"{team} team" if team else ""])
    asked = span[1]
    assert list_asked(typed, FRIDAY) == Listing(asked.span, asked.first, asked.last, risks=risk[1], team=team, own=mine and not team)


@given(typed=st.text(max_size=300), today=st.dates(date(2026, 1, 1), date(2037, 12, 31)))
def test_no_line_is_too_odd_to_be_read(typed: str, today: date) -> None:
    assert isinstance(list_asked(typed, today), Listing | None)


@given(first=st.sampled_from(sorted(FORENAMES)), last=st.sampled_from(["hollins", "okafor", "marsh", "grange"]))
def test_nobodys_name_is_a_list(first: str, last: str) -> None:
    assert (list_asked(f"{first} {last}", FRIDAY), board_asked(f"{first} {last}")) == (None, None)
