"""Who may leave next: one of a conversation at a time, and whoever rests is claimed for again once rested."""

from dataclasses import replace
from uuid import UUID

from domain.outbox import CHANGED, Outgoing, notice
from scheduler.places import Places
from tests.fakes.clock import NOON

FIRST, SECOND = UUID(int=1), UUID(int=2)


def row(recipient: UUID, urgency: int = 1) -> Outgoing:
    return replace(notice("demo", UUID(int=9), 1, CHANGED, recipient, NOON), urgency=urgency)


def test_of_two_for_one_conversation_the_second_leaves_once_the_first_is_back() -> None:
    places = Places(9)
    places.add([row(FIRST), row(FIRST), row(SECOND)])
    assert [one.recipient for one in places.take(0)] == [FIRST, SECOND]
    assert places.take(0) == []
    places.free([FIRST])
    assert [one.recipient for one in places.take(0)] == [FIRST]


def test_no_more_leave_than_there_are_places() -> None:
    places = Places(1)
    places.add([row(FIRST), row(SECOND)])
    assert (len(places.take(0)), len(places.waiting), places.next()) == (1, 1, None)


def test_what_is_put_back_comes_first_again_but_for_what_is_urgent() -> None:
    places, urgent = Places(9), row(SECOND, urgency=0)
    places.add([first := row(FIRST)])
    places.take(0)
    places.add([row(UUID(int=3)), urgent])
    places.put_back([first])
    assert places.take(0)[:2] == [urgent, first]


def test_whoever_rests_is_passed_over_until_rested_and_no_longer() -> None:
    places = Places(9)
    places.add([row(FIRST)])
    places.take(0)
    places.rest(FIRST, 5.0)
    places.free([FIRST])
    assert (places.passed_over(4.9), places.passed_over(5.0)) == ({FIRST}, set())


def test_it_says_when_what_waits_can_leave() -> None:
    places = Places(9)
    places.rest(FIRST, 5.0)
    places.add([row(FIRST)])
    assert places.next() == 5.0
    places.add([row(SECOND)])
    assert places.next() == 0.0


def test_a_worker_that_ends_has_nothing_left_waiting() -> None:
    places = Places(9)
    places.add([one := row(FIRST)])
    assert (places.empty(), list(places.waiting)) == ([one.id], [])
