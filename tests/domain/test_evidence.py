"""What is said of service and of awareness: apart, with its source, and never as if want of service were the end of it."""

from datetime import date, timedelta
from functools import reduce
from uuid import uuid4

import pytest

from domain.evidence import (
    BEFORE,
    FEED_SERVED,
    LAW,
    NOT_CONFIRMED,
    NOTHING_OF_AWARENESS,
    SERVED_ABOVE,
    Evidence,
    EvidenceKind,
    How,
    Source,
    awareness_words,
    held_then,
    outline,
    served_copy,
    service_words,
    told_in,
)
from domain.moments import Span
from tests.breaches import KNOWN, NOW, SIMPLE, a_draft, changed, filed, left_out, told_record
from tests.orders import an_order
from tests.people import RESPONSE

ORDER = uuid4()


def held(kind: EvidenceKind, how: How, on: date | None = None) -> Evidence:
    return Evidence(uuid4(), ORDER, kind, how, Source.OFFICER, RESPONSE.id, NOW, on, by_whom="PC Loom", words="It was raining.")


def told(awareness: str) -> tuple[Evidence, ...]:
    return told_in(told_record(*changed(KNOWN | {"awareness": awareness}, at=3))[0])


def test_where_nothing_is_held_it_is_said_that_he_may_have_known_all_the_same() -> None:
    assert service_words((), served_copy=False) == [NOT_CONFIRMED, LAW]
    assert NOT_CONFIRMED.endswith("A without-notice order can be breached by somebody who knew it existed: ask how the respondent knew.")
    assert awareness_words(()) == [NOTHING_OF_AWARENESS]


def test_service_is_no_awareness_and_awareness_no_service() -> None:
    both = [held(EvidenceKind.SERVICE, How.PERSONAL, date(2026, 6, 3)), held(EvidenceKind.AWARENESS, How.OWN_WORDS)]
    assert service_words(both, served_copy=False) == ["Service: in person, on 3 June 2026; recorded by an officer, 22 November 2026."]
    assert awareness_words(both) == [
        "Awareness: the respondent's own words or messages, day not recorded; recorded by an officer, 22 November 2026.",
    ]
    assert service_words(both[1:], served_copy=False) == [NOT_CONFIRMED, LAW]
    assert (awareness_words(both[:1]), awareness_words([])) == ([SERVED_ABOVE], [NOTHING_OF_AWARENESS])


def test_a_served_copy_is_said_once() -> None:
    assert service_words([served_copy(an_order(), RESPONSE.id, NOW)], served_copy=True) == [FEED_SERVED]


def test_service_of_which_neither_day_nor_manner_is_held_stands_alone_or_not_at_all() -> None:
    bare, dated = held(EvidenceKind.SERVICE, How.OTHER), held(EvidenceKind.SERVICE, How.PERSONAL, date(2026, 6, 3))
    alone = ["Service: no day and no manner given; recorded by an officer, 22 November 2026."]
    assert service_words([bare, bare], served_copy=False) == alone
    assert service_words([bare], served_copy=True) == [FEED_SERVED]
    assert service_words([bare, dated], served_copy=False) == [outline(dated)]


def test_beside_the_act_bare_service_is_told_where_it_was_before_it_or_where_there_is_no_other() -> None:
    bare = held(EvidenceKind.SERVICE, How.OTHER)
    later, earlier = (Span(day, day) for day in (NOW + timedelta(days=2), NOW - timedelta(days=2)))
    assert held_then(later, [bare], served_copy=True) == [FEED_SERVED, f"{outline(bare)} {BEFORE}"]
    assert held_then(earlier, [bare], served_copy=True) == [FEED_SERVED]
    assert held_then(earlier, [bare, bare], served_copy=False) == [outline(bare)]
    assert held_then(None, [bare], served_copy=False) == [outline(bare)]


def test_the_outline_holds_nothing_that_was_said_nor_who_said_it() -> None:
    text = outline(held(EvidenceKind.AWARENESS, How.TOLD_BY_PHONE))
    assert [word for word in ("Loom", "raining") if word in text] == []


@pytest.mark.parametrize(
    ("awareness", "kinds"),
    [
        ("served", [(EvidenceKind.SERVICE, How.OTHER)]),
        ("told_by_police,in_court", [(EvidenceKind.AWARENESS, How.TOLD_BY_OFFICER), (EvidenceKind.AWARENESS, How.IN_COURT)]),
        ("told on the phone", [(EvidenceKind.AWARENESS, How.TOLD_BY_PHONE)]),
        ("told_by_solicitor", [(EvidenceKind.AWARENESS, How.TOLD_BY_SOLICITOR)]),
        ("told_by_court", [(EvidenceKind.AWARENESS, How.TOLD_BY_COURT)]),
        ("not_known", []),
        ("he was never served", []),
    ],
)
def test_the_record_of_a_breach_tells_only_what_was_held(awareness: str, kinds: list[tuple[EvidenceKind, How]]) -> None:
    assert [(one.kind, one.how) for one in told(awareness)] == kinds


def test_awareness_that_was_left_out_tells_of_no_evidence() -> None:
    left = reduce(lambda draft, _: left_out(draft), range(5), a_draft(*SIMPLE[:3]))
    assert told_in(filed(left, an_order())[0]) == ()


def test_the_same_record_tells_the_same_evidence_again() -> None:
    record, _ = told_record(*SIMPLE)
    assert [one.how for one in told_in(record)] == [How.OTHER]
    assert told_in(record) == told_in(record)
