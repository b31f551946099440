"""A clock that will run from the sending is told of before it is, and an arrest that was before the act is asked about."""

import pytest

from domain.breaches.drafts import events_of
from domain.breaches.event_times import ARREST_BEFORE, cautions_of_events
from tests.breaches import ACCOUNT, BROKEN, DECIDED, HELD, KNOWN, NEXT, NOW, SAFE_NOW, a_draft, kept, left_out, told_record

ARRESTED = DECIDED | {"arrest": "arrested", "arrest_why": ""}


def cautions(arrest_when: str, when: str = ACCOUNT["when"]) -> list[str]:
    draft = a_draft("no", ACCOUNT | {"when": when}, BROKEN, KNOWN, ARRESTED | {"arrest_when": arrest_when})
    return list(cautions_of_events(draft.answers))


@pytest.mark.parametrize(("when", "said"), [("21/11 23:30", []), ("21/11 14:30", [ARREST_BEFORE])])
def test_an_arrest_before_the_act_is_asked_about(when: str, said: list[str]) -> None:
    assert cautions(when, "21/11 22:00") == said


def test_an_arrest_within_the_time_of_the_act_is_not() -> None:
    assert cautions("21/11 14:30", "between 21/11 14:00 and 21/11 18:00") == []


def test_a_time_that_could_not_be_read_is_told_of_and_its_clock_does_run_from_the_sending() -> None:
    page = ARRESTED | {"arrest_when": "bin day"}
    twice = a_draft("no", ACCOUNT, BROKEN, KNOWN, page, page, HELD, SAFE_NOW, NEXT)
    (said,) = cautions_of_events(twice.answers)
    assert said.startswith("Arrest: its time could not be read, so the clock")
    record, _ = told_record("no", ACCOUNT, BROKEN, KNOWN, page, page, HELD, SAFE_NOW, NEXT)
    assert events_of(record) == [("arrest", NOW)]


def test_a_time_that_was_left_out_is_told_of() -> None:
    draft = left_out(kept(a_draft("no", ACCOUNT, BROKEN, KNOWN), ARRESTED)[0])
    (said,) = cautions_of_events(draft.answers)
    assert said.startswith("Arrest: its time was left out")


def test_where_nothing_happened_nothing_is_said() -> None:
    assert list(cautions_of_events(a_draft("no", ACCOUNT, BROKEN, KNOWN, DECIDED, HELD, SAFE_NOW, NEXT).answers)) == []
