"""Every use case asks for the permission first and leaves a line on the trail; what leaves none says why."""

from tests.house import rules
from tests.house.sources import modules

SERVICES = {path: content for path, content in modules().items() if path.startswith("services/")}
UNAUDITED = {
    "services/alarms.py:look": "counts rows and jobs, nothing about a person; the sending of an alarm is on the trail",
    "services/alarms.py:found_late": "counts rows, nothing about a person",
    "services/alarms.py:figures": "tells figures of the system, nothing about a person",
    "services/breach_handover.py:whom": "chooses among officers; the offer is on the trail",
    "services/breach_signing.py:record_sent": "in the transaction of a record that is on the trail itself",
    "services/beside_breaches.py:beside": "in the transaction of a showing that is on the trail itself",
    "services/breach_tasks.py:still_owed": "read for a notice whose sending is on the trail itself",
    "services/breach_tasks.py:address_anew": "chooses among officers, for a notice whose sending is on the trail itself",
    "services/breach_matters.py:order_of": "within the transaction of a step of a record, which notes it",
    "services/breach_matters.py:terms_of": "within the transaction of a step of a record, which notes it",
    "services/breach_matters.py:as_asked": "within the transaction of a step of a record, which notes it",
    "services/breach_matters.py:record_of": "within the transaction of a step of a record, which notes it",
    "services/breach_matters.py:own_draft": "within the transaction of a step of a record, which notes it",
    "services/breach_matters.py:told_of": "within the transaction of a step of a record, which notes it",
    "services/contact_lists.py:count_due": "a number, nothing about a person",
    "services/contact_matters.py:tell_supervisors": "in the transaction of a change that is on the trail itself; the sending is on it too",
    "services/contact_matters.py:matter_told_of": "in the transaction of an intent to send that is on the trail itself",
    "services/contact_matters.py:other_supervisors": "chooses among officers, for a notice whose sending is on the trail itself",
    "services/contact_life.py:planned": "in the transaction of a change that is on the trail itself",
    "services/contact_life.py:planned_first": "in the transaction of an import that is on the trail itself",
    "services/contact_life.py:seen": "within the turn of a press that is on the trail itself",
    "services/contact_beside.py:beside_contact": "in the transaction of a showing that is on the trail itself",
    "services/contact_beside.py:beside_contacts": "in the transaction of a showing that is on the trail itself",
    "services/contact_follow_ups.py:ways_for": "in the transaction of a contact that is on the trail itself",
    "services/contact_follow_ups.py:keep_outcome": "in the transaction of a contact that is on the trail itself",
    "services/contact_follow_ups.py:follow_outcome": "in the transaction of a contact that is on the trail itself",
    "services/contact_follow_ups.py:take_back_follow_ups": "in the transaction of an undoing that is on the trail itself",
    "services/contact_words.py:record_told": "the contact, and the next day, are on the trail by their own use cases",
    "services/contact_words.py:with_next": "the next day is on the trail by its own use case",
    "services/safe_contacts.py:plan_of_order": "an id for an id; what is then shown or changed is on the trail",
    "services/contact_reports.py:plan_weekly_reports": "plans notices; their sending, and the report's showing, are on the trail",
    "services/digests.py:plan_digests": "plans notices; their sending, and the list's opening, are on the trail",
    "services/digests.py:counts_of": "numbers, nothing about a person",
    "services/digests.py:digest_told": "in the transaction of a sending that is on the trail itself",
    "services/contacts.py:held_of": "in the transaction of a change that is on the trail itself",
    "services/enumeration.py:tell_others": "in the transaction of a sending that is on the trail itself",
    "services/evidence.py:note_served": "in the transaction of an import that is on the trail itself",
    "services/evidence.py:note_told": "in the transaction of a record that is on the trail itself",
    "services/health.py:ready": "tells figures of the system, nothing about a person",
    "services/jobs.py:beat": "a heartbeat names a job",
    "services/jobs.py:beats": "a heartbeat names a job",
    "services/jobs.py:keep_house": "forgets ids of activities and buttons, which hold nothing about a person",
    "services/notices.py:read_notice": "in the transaction of an intent to send that is on the trail itself",
    "services/notices.py:tell_others": "in the transaction of what kept the first from being told; each sending is on the trail",
    "services/patterns.py:pattern_beside": "in the transaction of a showing that is on the trail itself",
    "services/patterns.py:with_pattern": "in the transaction of a showing that is on the trail itself",
    "services/reading_again.py:read_again": "in the transaction of an intent to send that is on the trail itself",
    "services/reminders.py:plan_reminder": "in the transaction of a change that is on the trail itself",
    "services/reminders.py:plan_after_card": "within the transaction of the use case that shows the card, which notes it",
    "services/reminders.py:tell_of_no_answer": "in the transaction of a change that is on the trail itself",
    "services/reminders.py:plan_first_reminders": "in the transaction of a change that is on the trail itself",
    "services/reminders.py:tell_new_owner": "in the transaction of a change that is on the trail itself",
    "services/reminders.py:owner_of": "chooses among officers, for a reminder that is on the trail itself",
    "services/reminders.py:supervisor_of": "chooses among officers, for a reminder that is on the trail itself",
    "services/reminders.py:supervisors_of": "chooses among officers, for reminders that are on the trail themselves",
    "services/reminders.py:bring_to": "moves the next try of what is planned already; its sending is on the trail",
    "services/reminders.py:forgotten_plans": "ids of plans that have no reminder; what is done with each is on the trail",
    "services/reminders.py:oldest_unsent": "a moment, nothing about a person",
    "services/reminders.py:anything_due": "a moment, nothing about a person",
    "services/sending.py:claim": "leases rows; the intent to send, which reads the record, is on the trail",
    "services/sending.py:give_back": "returns leases",
    "services/sending.py:sweep": "returns leases",
    "services/whereabouts.py:plan_taking_away": "in the transaction of a disclosure that is on the trail itself; the taking away is on it too",
    "services/watches.py:tell_of_changes": "in the transaction of a change that is on the trail itself; the sending is on it too",
    "services/watches.py:tell_of_links": "in the transaction of a decision that is on the trail itself; the sending is on it too",
}


def test_the_permission_is_the_first_line_of_every_use_case() -> None:
    assert [f"{path}:{what}" for path, content in SERVICES.items() for what in rules.unguarded(content)] == []


def test_every_use_case_is_on_the_trail_or_says_why_not() -> None:
    assert {f"{path}:{name}" for path, content in SERVICES.items() for name in rules.unaudited(content)} == set(UNAUDITED)
