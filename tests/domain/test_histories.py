"""The history of an order tells who did what and when, and not where the protected person is."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

from domain.breaches.drafts import Breach
from domain.breaches.tasks import BreachTask, done
from domain.breaches.updates import UpdateEvent, VictimUpdate
from domain.evidence import Evidence, EvidenceKind, How, Source
from domain.histories import event_words, events
from domain.history_kept import Kept
from domain.orders import Change, OrderState
from domain.papers import Draft
from domain.retention import Decided, Decision, Group
from domain.reviews import Link, Relation
from domain.terms import OrderTerms, TermsState
from tests.breaches import NOW
from tests.orders import RECEIVED, an_order
from tests.people import DESK, RESPONSE

FIRST = an_order(reference="NMO-A")
SECOND = replace(FIRST, version=2, expires_at=None, served_file=True)
VARIED = replace(SECOND, version=3, variation=1, change=Change.VARIED, changed_on=date(2026, 7, 1), return_hearing_on=date(2026, 8, 1))
NAMES = {DESK.id: "4021", RESPONSE.id: "0000"}


def told(kept: Kept) -> list[str]:
    return [event_words(one) for one in events(kept)]


def test_each_version_says_what_it_changed_and_never_the_particulars() -> None:
    moved = replace(VARIED, version=4, respondent=replace(VARIED.respondent, address1="9 Pound Lane"))
    earlier = [(FIRST, RECEIVED + timedelta(days=1)), (SECOND, RECEIVED + timedelta(days=40)), (VARIED, RECEIVED + timedelta(days=50))]
    assert told(Kept(moved, earlier)) == [
        "Tue 2 June 2026 at 07:00: Version 1 was taken in from the court feed.",
        "Wed 3 June 2026 at 07:00: Version 2: changed its end, a served copy.",
        "Sun 12 July 2026 at 07:00: Version 3: varied by the court from 1 July 2026, hour not known: the return hearing.",
        "Wed 22 July 2026 at 07:00: Version 4: changed particulars of the respondent.",
    ]


def test_what_was_typed_without_a_full_stop_ends_before_it_is_said_who_recorded_it() -> None:
    said = Evidence(
        uuid4(), FIRST.id, EvidenceKind.AWARENESS, How.OWN_WORDS, Source.OFFICER, RESPONSE.id, NOW, NOW.date(), words="I got the papers"
    )
    assert told(Kept(FIRST, (), [said], officers=NAMES))[-1].endswith(" I got the papers. By 0000.")


def test_evidence_breaches_and_decisions_stand_in_the_order_of_their_recording_with_who() -> None:
    evidence = Evidence(uuid4(), FIRST.id, EvidenceKind.AWARENESS, How.TOLD_BY_PHONE, Source.OFFICER, RESPONSE.id, NOW, date(2026, 6, 5))
    breach = Breach(
        uuid4(), "demo", "BR-7", FIRST.id, 1, RESPONSE.id, "0000", NOW - timedelta(days=1), (), (OrderState.IN_FORCE,), date(2026, 11, 20)
    )
    link = Link(uuid4(), FIRST.id, Relation.REPLACES, DESK.id, NOW - timedelta(days=2), 1, "NMO-B", "NMO-A")
    assert told(Kept(FIRST, (), [evidence], [breach], [link], NAMES))[1:] == [
        "Fri 20 November 2026 at 10:50: NMO-B replaces NMO-A. By 4021.",
        (
            "Sat 21 November 2026 at 10:50: Breach BR-7 of 20 November 2026, by version 1 of the order "
            "(In force on what the court last told us). By 0000."
        ),
        ("Sun 22 November 2026 at 10:50: Awareness: told by telephone, on 5 June 2026; recorded by an officer, 22 November 2026. By 0000."),
    ]


def test_what_was_said_tells_nowhere_that_the_protected_person_has_lived_by_any_version() -> None:
    moved = replace(FIRST, version=2, applicant=replace(FIRST.applicant, address1="9 Pound Lane", postcode="ZZ4 4ZZ"))
    earlier = replace(FIRST, applicant=replace(FIRST.applicant, address1="3 Fell View", postcode="ZZ8 8ZZ"))
    said = "She has left 3 Fell View, ZZ8 8ZZ, for 9 Pound Lane."
    evidence = Evidence(uuid4(), FIRST.id, EvidenceKind.AWARENESS, How.OTHER, Source.OFFICER, RESPONSE.id, NOW, words=said)
    line = told(Kept(moved, [(earlier, RECEIVED)], [evidence], officers=NAMES))[-1]
    assert "She has left [withheld], [withheld], for [withheld]." in line


def test_it_names_who_checked_the_paper_and_not_who_only_read_it() -> None:
    read = OrderTerms(FIRST.id, 1, TermsState.DRAFT, "ab" * 32, RESPONSE.id, NOW, Draft())
    checked = replace(read, version=2, state=TermsState.CHECKED, officer=DESK.id, at=NOW + timedelta(hours=1))
    (line,) = told(Kept(FIRST, officers=NAMES, terms=[read, checked]))[1:]
    assert line == "Sun 22 November 2026 at 11:50: Its conditions were checked against the sealed order. By 4021."


def test_what_was_said_is_shown_without_where_the_protected_person_is() -> None:
    said = Evidence(
        *(uuid4(), FIRST.id, EvidenceKind.AWARENESS, How.OWN_WORDS, Source.OFFICER, RESPONSE.id, datetime(2026, 7, 1, tzinfo=UTC)),
        by_whom="PC Loom",
        words="He knows she is at 3 Cobbler's Yard on 07700 900456.",
    )
    (line,) = told(Kept(FIRST, (), [said]))[1:]
    assert "Told or served by PC Loom. He knows she is at [withheld] on [withheld]." in line


def a_task(**changes: object) -> BreachTask:
    ids = {"id": uuid4(), "force": "demo", "breach_id": uuid4(), "order_id": FIRST.id, "reference": "BR-7", "kind": "cctv", "label": "CCTV"}
    times = {"soon_lost": True, "owner": RESPONSE.id, "made_at": NOW, "due_at": NOW + timedelta(days=1)}
    return BreachTask(**{**ids, **times, **changes})  # type: ignore[arg-type]  # any field of a task


def test_a_duty_is_told_where_it_began_where_it_was_done_and_by_whom() -> None:
    duty = done(a_task(kind="duty_court", label="put before the court"), DESK.id, NOW + timedelta(days=2))
    assert told(Kept(FIRST, officers=NAMES, tasks=[duty], now=NOW + timedelta(days=9)))[1:] == [
        "Sun 22 November 2026 at 10:50: Duty of breach BR-7, put before the court: owed by Mon 23 November 2026 at 10:50. By 0000.",
        "Tue 24 November 2026 at 10:50: Duty of breach BR-7, put before the court: done (late). By 4021.",
    ]


def test_what_is_overdue_stands_at_the_moment_since_when_it_is() -> None:
    ids = (uuid4(), "demo", uuid4(), FIRST.id, uuid4())
    update = VictimUpdate(*ids, UpdateEvent.ARREST, NOW, NOW + timedelta(days=1, hours=2), DESK.id, NOW)
    kept = Kept(FIRST, officers=NAMES, tasks=[a_task()], updates=[update], now=NOW + timedelta(days=2))
    assert [line.partition(": ")[2] for line in told(kept)[-2:]] == [
        "Evidence of breach BR-7: overdue since then, and not done. By 0000.",
        "Arrest of Sun 22 November 2026 at 10:50: overdue since then, the protected person was not told.",
    ]
    assert not any("overdue" in line for line in told(replace(kept, now=NOW + timedelta(hours=1))))


def test_what_was_decided_of_its_keeping_is_told_without_the_reason() -> None:
    held = Decision(FIRST.id, 1, Decided.HOLD, DESK.id, NOW, "Civil claim of somebody")
    moved = Decision(FIRST.id, 2, Decided.REGROUP, DESK.id, NOW + timedelta(hours=1), "Public protection", group=Group.ONE)
    kept = Decision(FIRST.id, 3, Decided.RETAIN, DESK.id, NOW + timedelta(hours=2), "Needed", next_review=date(2032, 1, 2))
    assert [line.partition(": ")[2] for line in told(Kept(FIRST, officers=NAMES, retention=[held, moved, kept]))[1:]] == [
        "Put under a legal hold. By 4021.",
        "Moved to another review group. To group 1. By 4021.",
        "Retained at its review. Next review 2 January 2032. By 4021.",
    ]
