"""A version of the safeguarding plan is made of what was typed, and of nothing that says nothing new."""

from datetime import date
from uuid import uuid4

import pytest

from domain.errors import Unreadable
from domain.safeguarding import LONGEST, NO_DATE, NOT_CHANGED, NOTHING, WRITTEN, SafeguardingPlan, written
from tests.fakes.clock import NOON
from tests.people import SUPERVISOR, VLO

PLAN = uuid4()
TYPED = {"children": "  two, at school  ", "idva": "Made-up Advocate", "marac": "2026-11-24"}


def first(**more: str) -> SafeguardingPlan:
    return written({**TYPED, **more}, PLAN, None, VLO.id, NOON)


def test_what_is_typed_becomes_the_first_version() -> None:
    made = first()
    assert (made.version, made.plan, made.officer, made.at) == (1, PLAN, VLO.id, NOON)
    assert (made.children, made.idva, made.marac, made.agencies) == ("two, at school", "Made-up Advocate", date(2026, 11, 24), "")


def test_the_next_version_says_what_is_typed_then_and_what_is_left_empty_is_gone() -> None:
    after = written({"agencies": "school"}, PLAN, first(), SUPERVISOR.id, NOON)
    assert (after.version, after.officer, after.children, after.marac, after.agencies) == (2, SUPERVISOR.id, "", None, "school")


def test_whatever_was_written_may_all_be_taken_out_again() -> None:
    assert written({}, PLAN, first(), VLO.id, NOON).version == 2


@pytest.mark.parametrize("name", [name for name, _ in WRITTEN])
def test_any_one_field_is_enough_and_each_has_its_limit(name: str) -> None:
    assert getattr(written({name: "x" * LONGEST}, PLAN, None, VLO.id, NOON), name) == "x" * LONGEST
    with pytest.raises(Unreadable, match=f"longer than {LONGEST} characters"):
        written({name: "x" * (LONGEST + 1)}, PLAN, None, VLO.id, NOON)


def test_nothing_new_is_no_version() -> None:
    with pytest.raises(Unreadable, match=NOTHING):
        written({"children": "  "}, PLAN, None, VLO.id, NOON)
    with pytest.raises(Unreadable, match=NOT_CHANGED):
        written(TYPED, PLAN, first(), SUPERVISOR.id, NOON)


def test_a_date_that_is_none_is_asked_for_again() -> None:
    with pytest.raises(Unreadable, match=NO_DATE):
        first(marac="next tuesday")
