"""The record made of a breach: how the order stood at that time, which version governed, and which events start the victim's clock."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from domain.breaches.drafts import Answer, Told, day_of, events_of, page_of, recorded, span_of, standing
from domain.breaches.flow import change
from domain.breaches.summary import summary
from domain.breaches.then import standings_then, states_of, versions_of, versions_then, words_of_states, words_of_versions
from domain.errors import Unreadable
from domain.moments import Span
from domain.orders import Change, OrderState
from tests.breaches import DECIDED, NEXT, NOW, SIMPLE, a_draft, changed, filed, kept, left_out, stepped, told_record
from tests.orders import an_order
from tests.people import RESPONSE

EARLY, LATE = datetime(2026, 11, 21, 21, 0, tzinfo=UTC), datetime(2026, 11, 21, 23, 0, tzinfo=UTC)
ARRESTED = DECIDED | {"arrest": "arrested", "arrest_when": "last night at 23:10"}
HAPPENED_SINCE = NEXT | {"events": "interview,release"}
TIMES = {"interview_when": "today 9am", "release_when": "today 10:00"}


def test_the_state_is_that_of_the_time_of_the_act() -> None:
    order = an_order(made_on=date(2026, 6, 1), expires_at=datetime(2026, 11, 21, 22, 0, tzinfo=UTC))
    assert states_of(standings_then(order, Span(EARLY, EARLY))) == (OrderState.IN_FORCE,)
    assert states_of(standings_then(order, Span(LATE, LATE))) == (OrderState.EXPIRED,)
    assert states_of(standings_then(order, Span(EARLY, LATE))) == (OrderState.IN_FORCE, OrderState.EXPIRED)
    assert states_of(standings_then(order, None)) == ()


@pytest.mark.parametrize(
    ("states", "said"),
    [
        ((), "not reckoned"),
        ((OrderState.IN_FORCE,), "In force on what the court last told us"),
        ((OrderState.EXPIRED,), "was not live then (Expired: history only). Keep recording; your sergeant and the CPS decide."),
        ((OrderState.NOT_YET_KNOWN,), "was not live then (Not yet made at that time). Check the date."),
        ((OrderState.IN_FORCE, OrderState.EXPIRED), "changed state within that time"),
    ],
)
def test_how_the_order_stood_is_said_in_words(states: tuple[OrderState, ...], said: str) -> None:
    assert said in words_of_states(states)


def test_the_version_is_the_one_that_governed_then() -> None:
    first = an_order()
    varied = replace(first, version=2, variation=1, change=Change.VARIED, changed_on=date(2026, 11, 20))
    before, after = datetime(2026, 11, 10, 9, 0, tzinfo=UTC), datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
    assert versions_then(varied, Span(before, before), [first]) == (1,)
    assert versions_then(varied, Span(after, after), [first]) == (2,)
    assert versions_then(varied, Span(before, after), [first]) == (1, 2)
    assert versions_then(varied, None, [first]) == (2,)
    assert versions_then(first, Span(NOW, NOW)) == (1,)


@pytest.mark.parametrize(
    ("states", "versions", "said"),
    [
        ((OrderState.VARIED,), (2,), "Version 2 governed then."),
        ((OrderState.IN_FORCE, OrderState.VARIED), (1, 2), "Versions 1 and 2 may have governed then."),
        ((OrderState.VARIED,), (1, 2, 4), "Versions 1, 2 and 4 may have governed then."),
        ((OrderState.NOT_YET_KNOWN,), (1,), ""),
        ((), (2,), ""),
        ((OrderState.IN_FORCE,), (), ""),
    ],
)
def test_the_versions_are_said_in_words(states: tuple[OrderState, ...], versions: tuple[int, ...], said: str) -> None:
    assert words_of_versions(states, versions) == said


def test_a_record_tells_all_the_versions_that_may_have_governed_and_none_that_came_later() -> None:
    first = an_order()
    varied = replace(first, version=2, variation=1, change=Change.VARIED, changed_on=date(2026, 11, 21))
    again = replace(varied, version=3, variation=2, changed_on=date(2026, 11, 21))
    breach = replace(told_record(*SIMPLE, order=varied)[0], order_version=2)
    assert versions_of(breach, (first, varied)) == (1, 2)
    assert versions_of(breach, (first, varied, again)) == (1, 2)
    assert versions_of(breach, (again,)) == (2,)
    text = summary(breach, varied, earlier=[first])
    assert "Versions of the order that may have governed then: 1, 2" in text.splitlines()
    assert "Versions of the order" not in summary(*told_record(*SIMPLE))


def test_where_no_version_governed_it_is_the_newest() -> None:
    order = an_order(made_on=date(2026, 11, 22), version=3)
    assert versions_then(order, Span(EARLY, EARLY)) == (3,)


def test_a_record_is_of_the_newest_version_that_may_have_governed() -> None:
    order = an_order(version=4)
    told = Told(a_draft(*SIMPLE), order, versions=(2, 3))
    assert recorded(told, "BR-7F3K2D", "0000", NOW).order_version == 3
    assert recorded(replace(told, versions=()), "BR-7F3K2D", "0000", NOW).order_version == 4


def test_a_record_is_made_only_of_a_whole_draft() -> None:
    with pytest.raises(Unreadable, match="still to give"):
        filed(a_draft(*SIMPLE[:-1]), an_order())
    with pytest.raises(Unreadable, match="still to give"):
        filed(change(a_draft(*SIMPLE), page_of("people")), an_order())


def test_a_record_keeps_every_answer_that_was_ever_given() -> None:
    draft = stepped(change(a_draft(*changed(ARRESTED, at=4)), page_of("arrest")), DECIDED)
    assert filed(draft, an_order())[0].answers == draft.answers


def test_the_day_is_the_london_day_on_which_it_began() -> None:
    midnight = datetime(2026, 6, 1, 23, 30, tzinfo=UTC)
    assert (day_of(Span(midnight, midnight + timedelta(hours=3))), day_of(None)) == (date(2026, 6, 2), None)


def test_a_time_that_was_never_read_is_no_span() -> None:
    assert span_of(None) is None
    assert span_of(Answer("when", "bin day", RESPONSE.id, NOW)) is None
    about = Answer("when", "about nine", RESPONSE.id, NOW, (EARLY.isoformat(), EARLY.isoformat(), "about"))
    assert span_of(about) == Span(EARLY, EARLY, about=True)


def test_nothing_that_has_not_happened_starts_the_victims_clock() -> None:
    assert events_of(told_record(*SIMPLE)[0]) == []


def test_each_event_starts_the_victims_clock_at_its_own_time() -> None:
    breach, _ = told_record(*changed(ARRESTED, at=4)[:7], HAPPENED_SINCE, TIMES)
    assert events_of(breach) == [
        ("arrest", datetime(2026, 11, 21, 23, 10, tzinfo=UTC)),
        ("interview", datetime(2026, 11, 22, 9, 0, tzinfo=UTC)),
        ("release", datetime(2026, 11, 22, 10, 0, tzinfo=UTC)),
    ]


def test_an_event_of_some_time_in_a_while_counts_from_its_beginning() -> None:
    breach, _ = told_record(*SIMPLE[:7], NEXT | {"events": "bail"}, {"bail_when": "yday"})
    assert events_of(breach) == [("bail", datetime(2026, 11, 21, tzinfo=UTC))]


def test_an_event_whose_time_is_not_known_counts_from_the_record() -> None:
    draft = left_out(a_draft(*SIMPLE[:7], NEXT | {"events": "not_investigating"}))
    assert events_of(filed(draft, an_order())[0]) == [("not_investigating", NOW)]
    once, _ = kept(a_draft(*SIMPLE[:4]), ARRESTED | {"arrest_when": "tea time, bin day"})
    twice = stepped(once, {"arrest_when": "tea time, bin day"})
    assert events_of(filed(left_out(left_out(left_out(twice))), an_order())[0]) == [("arrest", NOW)]


def test_an_event_that_was_put_right_to_none_starts_no_clock() -> None:
    draft = a_draft(*changed(ARRESTED, at=4)[:7], HAPPENED_SINCE, TIMES)
    none = stepped(change(stepped(change(draft, page_of("arrest")), DECIDED), page_of("next")), NEXT)
    assert "release_when" in standing(none.answers)
    assert events_of(filed(none, an_order())[0]) == []
